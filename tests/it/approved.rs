//! Pages, wire texts and data of a release with every construct that a release may have, in three languages, and of one that was withdrawn, as
//! they were read and approved: whole, so that no class, name, number or line is lost unseen.

use crate::support::Newsroom;

/// Where the approved files lie.
const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/approved");

/// The output without what changes with every change of the style sheet.
fn without_style(text: &str) -> String {
    let digest = text
        .split_once("assets/press.")
        .and_then(|(_, rest)| rest.split_once(".css"))
        .map(|(digest, _)| format!("press.{digest}.css"));
    digest.map_or(text.to_owned(), |digest| text.replace(&digest, "press.css"))
}

/// The outputs that are held.
const OUTPUTS: [&str; 15] = [
    "ar/torture.html",
    "ar/torture.txt",
    "en/index.html",
    "en/torture.html",
    "en/torture.txt",
    "en/withdrawn.html",
    "en/withdrawn.txt",
    "fr/torture.html",
    "fr/torture.txt",
    "ar/feed.xml",
    "en/withdrawn.json",
    "fr/torture.json",
    "concordance/torture.html",
    "index.html",
    "sitemap.xml",
];

#[test]
fn the_pages_and_texts_are_those_that_were_approved() {
    let newsroom = Newsroom::copy_of("tests/conformance/newsroom");
    newsroom.run(&["build", "--now", "2026-06-01T00:00:00Z"]).done();
    for name in OUTPUTS {
        let made = without_style(&newsroom.read(&format!("public/{name}")).unwrap());
        let path = format!("{FOLDER}/{}", name.replace('/', "-"));
        let approved = without_style(&std::fs::read_to_string(&path).unwrap());
        let other = made
            .lines()
            .zip(approved.lines())
            .position(|(made, approved)| made != approved);
        let line = other.unwrap_or(made.lines().count().min(approved.lines().count()));
        assert!(
            made == approved,
            "{path}:{}: read the new output, then copy it there\nmade     {:?}\napproved {:?}",
            line + 1,
            made.lines().nth(line),
            approved.lines().nth(line)
        );
    }
}

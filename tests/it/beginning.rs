//! The first minutes of a newcomer: `init`, `new`, a first change, a first new language.

use crate::support::Newsroom;

#[test]
fn a_new_newsroom_is_whole_and_says_nothing_is_amiss() {
    let newsroom = Newsroom::empty();
    newsroom.run(&["init", "."]).done();
    let before = newsroom.tree("");
    newsroom.run(&["check", "--fail-on", "note"]).done();
    newsroom.run(&["extract", "--check"]).done();
    newsroom.run(&["update", "--check"]).done();
    assert_eq!(newsroom.tree(""), before, "reading commands write nothing");
    let said = newsroom.run(&["build"]).done().stdout;
    assert!(said.contains("published 3 editions"), "{said}");
}

#[test]
fn init_takes_nobodys_place() {
    let newsroom = Newsroom::empty();
    newsroom.write("pressroom.toml", "# mine\n");
    let before = newsroom.tree("");
    newsroom.run(&["init", "."]).ended(2);
    assert_eq!(newsroom.tree(""), before);
}

#[test]
fn a_new_release_is_ready_to_be_written_and_a_new_language_to_be_translated() {
    let newsroom = Newsroom::empty();
    newsroom.run(&["init", "."]).done();
    let said = newsroom
        .run(&["new", "A \"quoted\" title: été", "--now", "2026-05-01T00:00:00Z"])
        .done()
        .stdout;
    assert_eq!(said, "releases/2026/a-quoted-title-ete.md\n");
    let text = newsroom.read("releases/2026/a-quoted-title-ete.md").unwrap();
    newsroom.write(
        "releases/2026/a-quoted-title-ete.md",
        &format!("{text}The first paragraph.\n"),
    );
    newsroom.run(&["update", "es"]).done();
    let catalog = newsroom
        .read("locales/es/releases/2026/a-quoted-title-ete.ftl")
        .unwrap();
    assert!(
        catalog.contains("# en: A \"quoted\" title: été\ntitle = { \"\" }\n"),
        "{catalog}"
    );
    assert!(catalog.contains("# en: The first paragraph.\n"), "{catalog}");
    let status = newsroom
        .run(&["status", "--locale", "es", "--format", "json"])
        .done()
        .stdout;
    let status: serde_json::Value = serde_json::from_str(&status).unwrap();
    let segments = &status["locales"][0]["segments"];
    assert_eq!(segments["missing"], segments["total"], "{status}");
}

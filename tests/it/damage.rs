//! Damage in a translator's file: whatever it is and wherever it stands, its line is named and not a byte of the file is changed.

use crate::support::Newsroom;
use pressroom::desk::Desk;
use pressroom::report::human;
use pressroom::updating;
use std::fmt::Write;

/// How many messages the file has, and so after how many of them the damage stands. (Before the first, a byte order mark is none.)
const POSITIONS: usize = 50;
/// Which share of the positions an ordinary run of the tests takes: one of this many.
const EACH: usize = 7;
const PATH: &str = "locales/fr/releases/a.ftl";

/// What befalls a file, as bytes that come to stand before a message.
const KINDS: [(&str, &[u8]); 12] = [
    (
        "a conflict",
        b"<<<<<<< HEAD\nx = Un\n=======\nx = Deux\n>>>>>>> branch\n",
    ),
    (
        "a conflict with its base",
        b"<<<<<<< HEAD\nx = Un\n||||||| base\n=======\nx = Deux\n>>>>>>> branch\n",
    ),
    ("the beginning of a conflict", b"<<<<<<< HEAD\n"),
    ("the end of a conflict", b">>>>>>> branch\n"),
    ("the same id twice", b"same = Un\nsame = Deux\n"),
    ("junk", b"this is no message\n"),
    ("a message without a value", b"empty =\n\n"),
    ("a brace that is not closed", b"open = { -library\n\n"),
    (
        "braces without end",
        b"deep = {{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{ 1\n\n",
    ),
    ("an escape that stops the parser", b"bad = { \"\\u\xCC\x8C\" }\n"),
    ("a byte that is not UTF-8", b"bad = \xFF\n"),
    ("a byte order mark in the middle", b"\xEF\xBB\xBFbad = Un\n"),
];

#[test]
fn every_damage_is_named_and_the_file_stays() {
    let newsroom = Newsroom::empty();
    newsroom.write("pressroom.toml", "");
    let mut english = String::from("+++\ntitle = \"Title\"\ndate = 2026-01-01\n+++\n");
    for at in 0..POSITIONS {
        let _ = write!(english, "\nParagraph number {at} about the river.\n");
    }
    newsroom.write("releases/a.md", &english);
    newsroom.run(&["update", "fr"]).done();
    // A file that an update would change, were it sound: its quotes are gone.
    let sound: Vec<String> = (0..POSITIONS).map(|at| format!("m{at} = Paragraphe {at}.\n")).collect();
    newsroom.write(PATH, &sound.concat());
    assert!(told(&newsroom).0, "the sound file would be written");
    let all = std::env::var_os("PRESSROOM_HOSTILE").is_some_and(|value| value == "all");
    let step = if all { 1 } else { EACH };
    let mut wrong = Vec::new();
    for (kind, bytes) in KINDS {
        for at in (1..=POSITIONS).step_by(step) {
            let (before, after) = (sound[..at].concat(), sound[at..].concat());
            let damaged = [before.as_bytes(), bytes, after.as_bytes()].concat();
            std::fs::write(newsroom.root().join(PATH), damaged).unwrap();
            let (is_written, said) = told(&newsroom);
            let (from, lines) = (at + 1, bytes.iter().filter(|byte| **byte == b'\n').count());
            let is_named = (from..from + lines).any(|line| said.contains(&format!("{PATH}:{line}:")));
            if is_written || !is_named {
                wrong.push(format!(
                    "{kind} after message {at}: written {is_written}, told {said:.300}"
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

/// Whether an update would write the file, and what it tells.
fn told(newsroom: &Newsroom) -> (bool, String) {
    let opened = pressroom::newsroom::Newsroom::open(&newsroom.root()).unwrap();
    let desk = Desk::open(&opened).unwrap();
    let locale = desk.locales.iter().find(|locale| locale.tag() == "fr").unwrap();
    let updating = updating::locale(&desk, locale, None);
    let said: Vec<String> = updating.told.iter().map(human::one).collect();
    (updating.plan.iter().any(|change| change.path == PATH), said.concat())
}

#[test]
fn the_catalogs_of_a_release_that_is_gone_wait_while_its_source_catalog_cannot_be_read() {
    let newsroom = Newsroom::empty();
    newsroom.write("pressroom.toml", "");
    for name in ["a", "gone"] {
        let release = format!("+++\ntitle = \"{name}\"\ndate = 2026-01-01\n+++\n\nThe {name} river rose.\n");
        newsroom.write(&format!("releases/{name}.md"), &release);
    }
    newsroom.run(&["extract"]).done();
    newsroom.run(&["update", "fr"]).done();
    let path = "locales/fr/releases/gone.ftl";
    let translated = newsroom.read(path).unwrap().replace("{ \"\" }", "Traduit");
    newsroom.write(path, &translated);
    std::fs::remove_file(newsroom.root().join("releases/gone.md")).unwrap();
    let source = newsroom.root().join("locales/en/releases/gone.ftl");
    let sound = std::fs::read(&source).unwrap();
    std::fs::write(&source, b"\xFF").unwrap();
    for command in [&["extract"][..], &["update", "fr"], &["prune", "fr"]] {
        let said = newsroom.run(command).ended(2);
        assert!(
            said.stderr.contains("locales/en/releases/gone.ftl:1:1"),
            "{}",
            said.stderr
        );
        assert_eq!(newsroom.read(path).as_deref(), Some(translated.as_str()), "{command:?}");
    }
    // Once it can, the release is gone, and so may what belongs to it be.
    std::fs::write(&source, sound).unwrap();
    newsroom.run(&["extract"]).done();
    newsroom.run(&["update", "fr"]).done();
    newsroom.run(&["prune", "fr"]).done();
    assert_eq!(newsroom.read(path), None);
}

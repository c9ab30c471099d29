//! The wire text of the sample in six languages, as it was read and approved; and what holds of all wire text.

use crate::support::Newsroom;
use unicode_width::UnicodeWidthStr;

const LOCALES: [&str; 6] = ["ar", "en", "es", "fr", "ru", "zh"];
const SLUG: &str = "2018/eu-un-counter-terrorism-dialogue";

/// The sample newsroom, built.
fn built() -> Newsroom {
    let newsroom = crate::sample::newsroom();
    newsroom.run(&["build", "--now", "2018-06-01T00:00:00Z"]).done();
    newsroom
}

#[test]
fn the_text_is_the_one_that_was_approved() {
    let newsroom = built();
    for locale in LOCALES {
        let approved = std::fs::read_to_string(format!("{}/tests/it/wire/{locale}.txt", env!("CARGO_MANIFEST_DIR")));
        let text = newsroom.read(&format!("public/{locale}/{SLUG}.txt")).unwrap();
        let (approved, text): (Vec<&str>, Vec<&str>) =
            (approved.as_ref().unwrap().lines().collect(), text.lines().collect());
        assert_eq!(
            text, approved,
            "{locale}: read the new text, then copy it to tests/it/wire/{locale}.txt"
        );
    }
}

#[test]
fn no_line_is_wider_than_72_columns_but_for_an_address_or_a_paragraph_from_right_to_left() {
    let newsroom = built();
    for locale in LOCALES.into_iter().filter(|locale| *locale != "ar") {
        let text = newsroom.read(&format!("public/{locale}/{SLUG}.txt")).unwrap();
        for line in text.lines().filter(|line| line.width() > 72) {
            assert!(
                line.trim().split(' ').count() == 1 && line.contains("://"),
                "{locale}: {line}"
            );
        }
    }
}

#[test]
fn arabic_has_one_line_a_paragraph() {
    let newsroom = built();
    let text = newsroom.read(&format!("public/ar/{SLUG}.txt")).unwrap();
    let first = text
        .lines()
        .find(|line| line.starts_with("بروكسل، 25 أيار/مايو"))
        .unwrap();
    assert!(first.ends_with("ومنع التطرف العنيف."), "{first}");
}

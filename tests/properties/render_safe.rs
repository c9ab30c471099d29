//! Whatever stands in a release and in its translation: nothing on a page can run or lead astray, and the wire text obeys nobody.

use crate::properties::input::Input;
use crate::properties::page::{assert_sound, edition, everything, locale, one_part, with_site};
use pressroom::diagnostic::Source;
use pressroom::names::Slug;
use pressroom::release::inline::{self, Inline};
use pressroom::release::{self, Release};
use pressroom::render::{Copy, Mark};
use std::path::{Component, Path};

/// Input: the Markdown of a release, then texts that stand for its segments, be they fit to be published or not; which output is made
/// (all of them if nothing is decided or 0: a fuzzer tries more in the time), the mark of each segment.
pub(crate) fn holds(data: &[u8]) {
    let mut input = Input::new(data);
    let body = input.text();
    let texts = input.texts();
    let release = read(&body);
    let part = input.below(32);
    let segments = release.document.segments.len();
    let marks: Vec<Mark> = (0..segments)
        .map(|_| *input.of(&[Mark::None, Mark::Stale, Mark::Fallback]))
        .collect();
    let english = edition(&release, "en", |index| Copy {
        inlines: inlines(&release.document.segments[index].text),
        locale: locale("en"),
        mark: Mark::None,
    });
    let translated = edition(&release, "ar", |index| Copy {
        inlines: inlines(texts.get(index % texts.len().max(1)).map_or("", String::as_str)),
        locale: locale("ar"),
        mark: marks[index],
    });
    let editions = [english, translated];
    let outputs = with_site(|site| match part.checked_sub(1) {
        None => everything(site, &editions),
        Some(part) => one_part(site, &editions, part),
    });
    for path in outputs.keys() {
        let inside = Path::new(path)
            .components()
            .all(|part| matches!(part, Component::Normal(_)));
        assert!(inside && !path.contains('\\'), "{path}");
    }
    assert_sound(&outputs);
}

pub(crate) fn read(body: &str) -> Release {
    let text = format!("+++\ntitle = \"A title\"\ndate = 2026-01-02\nplace = \"Geneva\"\n+++\n\n{body}");
    let slug = Slug::new("2026/a").expect("it is a slug");
    release::parse(Source::new("releases/2026/a.md", text), slug).0
}

/// The text as the press takes it: inline Markdown, or plain text where it is none.
pub(crate) fn inlines(text: &str) -> Vec<Inline> {
    inline::parse(text).unwrap_or_else(|_| vec![Inline::Text(text.to_owned())])
}

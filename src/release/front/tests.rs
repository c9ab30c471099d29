//! Front matter, right and wrong.

use crate::diagnostic::{Diagnostic, Source};
use crate::names::Slug;
use crate::release::front::{MissingPolicy, StalePolicy};
use crate::release::{Kind, Release, parse};
use proptest::prelude::*;

fn read(text: &str) -> (Release, Vec<Diagnostic>) {
    parse(Source::new("releases/x.md", text), Slug::new("x").unwrap())
}

/// `line:column message` of each diagnostic.
fn complaints(text: &str) -> Vec<String> {
    read(text).1.iter().map(complaint).collect()
}

fn complaint(diagnostic: &Diagnostic) -> String {
    assert_eq!(diagnostic.code, "front-matter");
    assert!(diagnostic.help.as_ref().is_some_and(|help| !help.is_empty()));
    let place = diagnostic.place.as_ref().unwrap();
    format!("{}:{} {}", place.line, place.column, diagnostic.message)
}

const WHOLE: &str = r#"+++
title = "EU and UN *deepen* ties"
summary = """
One sentence
over two lines."""
date = 2018-05-25
place = "Brussels"
issuer = "Office"
symbol = "PA/26"
embargo = 2018-05-25T12:00:00+02:00
locales = ["fr", "ar", "zh-Hant"]
required = ["ar"]
simultaneous = true
missing = "fallback"
stale = "publish"
end-mark = false
check-against-delivery = true

[[contacts]]
role = "Spokesperson"
name = "A. Person"
email = "a@un.org"
phone = "+32 2 584 11 11"
url = "https://un.org/press"

[[contacts]]
email = "b@un.org"

[[corrections]]
date = 2018-05-26
note = "The date was wrong."
locales = ["fr"]

[withdrawn]
date = 2018-06-01
note = "Superseded."
+++
"#;

#[test]
fn every_field_is_read() {
    let (release, diagnostics) = read(WHOLE);
    assert_eq!(diagnostics, []);
    let front = &release.front;
    let text = |index: Option<usize>| release.document.segments[index.unwrap()].text.as_str();
    assert_eq!(text(front.title), "EU and UN *deepen* ties");
    assert_eq!(text(front.summary), "One sentence over two lines.");
    assert_eq!(text(front.contacts[0].role), "Spokesperson");
    assert_eq!(text(Some(front.corrections[0].note)), "The date was wrong.");
    assert_eq!(text(front.withdrawn.as_ref().unwrap().note), "Superseded.");
    assert_eq!(front.contacts[1].email.as_deref(), Some("b@un.org"));
    assert_eq!(front.date.unwrap().to_string(), "2018-05-25");
    let embargo = front.embargo.as_ref().unwrap().value;
    assert_eq!(embargo.instant.to_string(), "2018-05-25T10:00:00Z");
    assert_eq!(
        (embargo.local.to_string().as_str(), embargo.offset_minutes),
        ("2018-05-25T12:00:00", 120)
    );
    assert_eq!(
        (front.missing, front.stale),
        (Some(MissingPolicy::Fallback), Some(StalePolicy::Publish))
    );
    assert!(front.dateline && !front.end_mark && front.simultaneous && front.check_against_delivery);
    assert_eq!(front.span, 0..WHOLE.len());
    let kinds: Vec<&Kind> = release.document.segments.iter().map(|segment| &segment.kind).collect();
    let names = [
        "title",
        "summary",
        "place",
        "issuer",
        "contact-role",
        "contact-name",
        "correction",
        "withdrawn",
    ];
    assert_eq!(
        kinds,
        names
            .map(|name| Kind::Field(name.to_owned()))
            .iter()
            .collect::<Vec<_>>()
    );
    for segment in &release.document.segments {
        assert!(WHOLE[segment.span.clone()].starts_with('"'), "{segment:?}");
    }
}

#[test]
fn every_mistake_is_named_with_its_place_and_does_not_hide_the_next() {
    let text = "+++\ntitel = \"x\"\ndate = \"2018-05-25\"\nplace = 7\nembargo = 2018-05-25T12:00:00\nlocales = [\"FR\", \"ar\", \"ar\", 1]\nrequired = [\"fr\"]\nstale = \"keep\"\n[[contacts]]\nemail = \"a b@c\"\nphone = \"x\"\nurl = \"javascript:x\"\n[[corrections]]\ndate = 2018-05-25\n+++\n";
    let expected = [
        "1:1 the release has no title",
        "2:1 unknown field `titel`",
        "3:8 `date` must be a date, not a string",
        "4:9 `place` must be a string, not a number",
        "5:11 `embargo` does not say its offset from UTC, so the moment is not known",
        "6:12 `FR` is spelled `fr` in canonical form",
        "6:24 `ar` is listed twice in `locales`",
        "6:30 `locales` holds a number",
        "7:13 `fr` is required, but not among the `locales`",
        "8:9 `keep` is not a value of `stale`",
        "9:1 the contact is empty",
        "10:9 `a b@c` is not an e-mail address",
        "11:9 `x` is not a telephone number",
        "12:7 `javascript:x` is not a web address",
        "13:1 the correction has no note",
    ];
    assert_eq!(complaints(text), expected);
    let (_, diagnostics) = read(text);
    let help = diagnostics[1].help.as_deref();
    assert_eq!(help, Some("did you mean `title`?"));
}

#[test]
fn front_matter_that_is_not_there_is_an_error() {
    let cases = [
        ("", "1:1 the release has no front matter"),
        ("# Title\n", "1:1 the release has no front matter"),
        ("---\ntitle: x\n---\n", "1:1 the release has no front matter"),
        ("+++\ntitle = \"x\"\n\nText.\n", "1:1 the front matter is not closed"),
        ("+++\n+++", "1:1 the release has no date"),
        ("+++\ntitle = \" \"\ndate = 2018-05-25\n+++\n", "2:9 `title` is empty"),
        ("+++\ntitle = x\ndate = 2018-05-25\n+++\n", "2:9 "),
        (
            "+++\ntitle = \"a\\n\\nb\"\ndate = 2018-02-20\n+++\n",
            "2:9 `title`: a blank line",
        ),
        ("+++\ntitle = \"a\"\ndate = 2018-02-30\n+++\n", "3:8 invalid date"),
    ];
    for (text, expected) in cases {
        let found = complaints(text);
        assert!(
            found.iter().any(|message| message.starts_with(expected)),
            "{text:?}: {found:?}"
        );
    }
}

#[test]
fn bom_crlf_and_spaces_after_the_fences_do_no_harm() {
    let (release, diagnostics) = read("\u{FEFF}+++ \r\ntitle = \"x\"\r\ndate = 2018-05-25\r\n+++\t\r\n\r\nText.\r\n");
    assert_eq!(diagnostics, []);
    assert_eq!(release.front.span.start, 3);
    assert_eq!(&release.source.text()[release.front.span.end..], "\r\nText.\r\n");
}

#[test]
fn oversized_front_matter_is_refused() {
    let text = format!("+++\ntitle = \"{}\"\n+++\n", "x".repeat(70_000));
    assert!(complaints(&text)[0].contains("65536 is the limit"));
    let text = "x".repeat(crate::release::SIZE_LIMIT + 1);
    assert!(complaints(&text)[0].contains("1048576 is the limit"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_front_matter_is_read(
        lines in prop::collection::vec("(title|date|place|embargo|contacts|\\[\\[contacts\\]\\]|\\[withdrawn\\]|locales|note|x)?( = )?(\"[a-z *\\n]{0,9}\"|2018-05-25|2018-13-01T10:00:00[Z+]|true|\\[\"fr\"\\]|\\{|\\+\\+\\+|\\PC{0,9})?", 0..9)
    ) {
        let text = format!("+++\n{}\n+++\nText.\n", lines.join("\n"));
        let (release, _) = read(&text);
        for segment in &release.document.segments {
            prop_assert!(text.get(segment.span.clone()).is_some());
        }
        prop_assert!(release.front.title.is_none_or(|title| title < release.document.segments.len()));
    }
}

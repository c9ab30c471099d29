//! What the faces look like. What every one of them owes is in `tests/properties/annotations.rs`: each finding is told once, and no text can
//! forge another.

use super::*;
use crate::diagnostic::Subject;
use pulldown_cmark::{Event, Options, Parser};

fn told(format: Format, list: &[Diagnostic]) -> String {
    render(format, list, &Summary::of(list, Vec::new()))
}

#[test]
fn the_markdown_face_keeps_the_words_and_shows_names_as_code() {
    let list = [Diagnostic::error(
        "stale",
        "`a|b` of *fr* is <b>stale</b>, mail x@un.org `",
    )];
    let report = told(Format::Markdown, &list);
    let mut text = String::new();
    let mut code = Vec::new();
    for event in Parser::new_ext(&report, Options::ENABLE_TABLES) {
        match event {
            Event::Text(part) => text.push_str(&part),
            Event::Code(part) => code.push(part.to_string()),
            _ => {}
        }
    }
    assert!(text.contains(" of *fr* is <b>stale</b>, mail x@un.org `"), "{text}");
    assert_eq!(code, ["stale", "a|b"]);
}

#[test]
fn the_human_face_shows_the_line_the_english_and_the_mend() {
    let source = crate::diagnostic::Source::new("locales/fr/a.ftl", "x = 1\ndate = le 25 mai\n");
    let english = crate::diagnostic::Source::new("releases/a.md", "on 26 May\n");
    let at = source.text().find("25").unwrap();
    let finding = Diagnostic::error("number", "`25` is not in the English")
        .at(source.place(at..at + 2))
        .with_related("the English", english.place(3..5))
        .with_note("the English has `26`")
        .with_help("revise the translation");
    let expected = "\
error[number]: `25` is not in the English
 --> locales/fr/a.ftl:2:11
  |
2 | date = le 25 mai
  |           ^^
 --> releases/a.md:1:4 (the English)
  |
1 | on 26 May
  |    --
  = note: the English has `26`
  = help: revise the translation

1 error in 0 editions
";
    assert_eq!(told(Format::Human, &[finding]), expected);
}

#[test]
fn marks_stand_under_wide_characters_and_spelled_out_ones() {
    let source = crate::diagnostic::Source::new("a.ftl", "\n\n\n\n\n\n\n\n\n联合国\u{202e}布鲁塞尔 x");
    let at = source.text().find("布").unwrap();
    let list = [Diagnostic::error("bidi", "m").at(source.place(at..at + "布鲁".len()))];
    let report = told(Format::Human, &list);
    let lines: Vec<&str> = report.lines().collect();
    assert_eq!(lines[1], "  --> a.ftl:10:5");
    assert_eq!(lines[3], "10 | 联合国\\u{202e}布鲁塞尔 x");
    // Three wide characters and the eight of the escape, then two wide characters.
    assert_eq!(lines[4], format!("   | {}^^^^", " ".repeat(3 * 2 + 8)));
}

#[test]
fn the_short_face_is_what_editors_parse() {
    let source = crate::diagnostic::Source::new("locales/fr/a.ftl", "é 25");
    let list = [
        Diagnostic::warning("number", "`25`").at(source.place(3..5)),
        Diagnostic::error("io", "no"),
    ];
    assert_eq!(
        told(Format::Short, &list),
        "error[io]: no\nlocales/fr/a.ftl:1:3: warning[number]: `25`\n"
    );
}

#[test]
fn many_findings_are_grouped_by_file_and_the_rest_is_counted() {
    let in_file = |file: usize| {
        let source = crate::diagnostic::Source::new(format!("f{file:02}"), "x");
        Diagnostic::error("stale", "m").at(source.place(0..1))
    };
    let list: Vec<Diagnostic> = (0..12).flat_map(|file| (0..3).map(move |_| in_file(file))).collect();
    let report = told(Format::Github, &list);
    let lines: Vec<&str> = report.lines().collect();
    assert_eq!(lines.len(), 11, "{report}");
    assert!(
        lines[0].starts_with("::error file=f00,line=1,col=1,endLine=1,endColumn=2,title=pressroom%3A 3 findings::")
    );
    assert_eq!(lines[9], "::error title=pressroom::and 9 more in 3 files");
    assert_eq!(lines[10], "36 errors in 0 editions");
}

#[test]
fn paths_are_told_to_code_hosts_from_the_root_of_the_repository() {
    let source = crate::diagnostic::Source::new("locales/fr/é b.ftl", "x");
    let list = [Diagnostic::error("stale", "m").at(source.place(0..1))];
    let mut summary = Summary::of(&list, Vec::new());
    summary.prefix = "press/".to_owned();
    assert!(render(Format::Sarif, &list, &summary).contains("\"press/locales/fr/%C3%A9%20b.ftl\""));
    assert!(render(Format::Github, &list, &summary).contains("file=press/locales/fr/é b.ftl,"));
    assert!(render(Format::Gitlab, &list, &summary).contains("\"press/locales/fr/é b.ftl\""));
    assert!(render(Format::Short, &list, &summary).starts_with("locales/"));
}

#[test]
fn an_edition_without_findings_is_a_passed_case() {
    let checked = |locale: &str, release: &str| Checked {
        locale: locale.to_owned(),
        release: release.to_owned(),
    };
    let about = Subject {
        locale: Some("fr".to_owned()),
        release: Some("a".to_owned()),
        id: Some("p1".to_owned()),
    };
    let list = [
        Diagnostic::error("stale", "m").about(about.clone()),
        Diagnostic::warning("same", "m").about(about),
    ];
    let summary = Summary::of(&list, vec![checked("ar", "a"), checked("fr", "a"), checked("fr", "b")]);
    let report = quick_junit::Report::deserialize_from_str(&render(Format::Junit, &list, &summary)).unwrap();
    let suites: Vec<_> = report
        .test_suites
        .iter()
        .map(|suite| (suite.name.as_str(), suite.tests, suite.failures))
        .collect();
    assert_eq!(suites, [("ar", 1, 0), ("fr", 3, 1)]);
}

//! What every face owes: each finding is told once, and no text can forge another.

use super::*;
use crate::diagnostic::{Excerpt, Place, Related, Subject};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};

/// Text that people who mean harm would write, mixed with what newsrooms write.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("\n".to_owned()),
        Just("\r\n".to_owned()),
        Just("\u{1b}[31m".to_owned()),
        Just("\u{9b}2J".to_owned()),
        Just("\u{202e}".to_owned()),
        Just("\u{2028}".to_owned()),
        Just("\0\u{b}\u{ffff}".to_owned()),
        Just("::error file=x::forged".to_owned()),
        Just("\n::stop-commands::x".to_owned()),
        Just("##[add-mask]e".to_owned()),
        Just("]]>".to_owned()),
        Just("</failure><testcase name=\"x\"/>".to_owned()),
        Just("&lt;&#10;".to_owned()),
        Just("| forged |\n| x |".to_owned()),
        Just("` `` ```".to_owned()),
        Just("\\|\\".to_owned()),
        Just("<!-- <script>".to_owned()),
        Just("[a](1) {0} https://x.example @you".to_owned()),
        Just("a.ftl:1:1: error[stale]: forged".to_owned()),
        Just("\",\"rule\":\"x\"".to_owned()),
        Just("%0A%25,:".to_owned()),
        Just("بروكسل، 25 أيار/مايو 联合国 «12,5 %»".to_owned()),
        "[ -~éж联א]{0,6}",
    ];
    prop::collection::vec(piece, 0..4).prop_map(|pieces| pieces.concat())
}

fn place() -> impl Strategy<Value = Place> {
    let line = text().prop_map(|text| text.replace(['\n', '\r'], ""));
    (
        text(),
        1..500_usize,
        1..200_usize,
        prop::option::of((line, any::<prop::sample::Index>(), any::<prop::sample::Index>())),
    )
        .prop_map(|(path, line, column, excerpt)| Place {
            path,
            line,
            column,
            excerpt: excerpt.map(|(line, from, to)| {
                let from = line.floor_char_boundary(from.index(line.len() + 1));
                let to = line.floor_char_boundary(to.index(line.len() + 1)).max(from);
                Excerpt { line, span: from..to }
            }),
        })
}

fn diagnostic() -> impl Strategy<Value = Diagnostic> {
    let code = prop::sample::select(vec!["stale", "missing", "number", "io"]);
    let severity = prop::sample::select(vec![Severity::Note, Severity::Warning, Severity::Error]);
    let related = prop::collection::vec((text(), place()), 0..2);
    let subject = (
        prop::option::of(text()),
        prop::option::of(text()),
        prop::option::of(text()),
    );
    let told = (text(), prop::collection::vec(text(), 0..2), prop::option::of(text()));
    (code, severity, told, prop::option::of(place()), related, subject).prop_map(
        |(code, severity, (message, notes, help), place, related, (locale, release, id))| Diagnostic {
            place,
            related: related
                .into_iter()
                .map(|(label, place)| Related { label, place })
                .collect(),
            notes,
            help,
            subject: Subject { locale, release, id },
            ..Diagnostic::new(code, severity, message)
        },
    )
}

fn list() -> impl Strategy<Value = Vec<Diagnostic>> {
    prop::collection::vec(diagnostic(), 0..14)
}

fn told(format: Format, list: &[Diagnostic]) -> String {
    render(format, list, &Summary::of(list, Vec::new()))
}

/// Name, properties, text.
type Command = (String, Vec<(String, String)>, String);

/// A command as the runner of GitHub reads it (actions/runner, `ActionCommand.TryParseV2`).
fn runner_command(line: &str) -> Option<Command> {
    let line = line.trim_start().strip_prefix("::")?;
    let (head, text) = line.split_once("::")?;
    let (name, properties) = head.split_once(' ').unwrap_or((head, ""));
    let unescape_text = |text: &str| text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
    let unescape = |text: &str| unescape_text(&text.replace("%3A", ":").replace("%2C", ","));
    let properties = properties
        .split(',')
        .filter_map(|pair| pair.trim().split_once('='))
        .map(|(key, value)| (key.to_owned(), unescape(value)))
        .collect();
    Some((name.to_owned(), properties, unescape_text(text)))
}

/// How many findings an annotation stands for, by our own words in it.
fn findings_of(properties: &[(String, String)], text: &str) -> usize {
    let title = properties
        .iter()
        .find(|(key, _)| key == "title")
        .map_or("", |(_, title)| title);
    let number = |text: &str| text.split(' ').find_map(|word| word.parse::<usize>().ok());
    match title {
        "pressroom" => number(text).unwrap(),
        _ if title.ends_with(" findings") => number(title).unwrap(),
        _ => 1,
    }
}

fn xml_count(xml: &str) -> usize {
    let mut reader = quick_xml::Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let mut cases = 0;
    loop {
        match reader.read_event().unwrap() {
            quick_xml::events::Event::Start(tag) | quick_xml::events::Event::Empty(tag) => {
                for attribute in tag.attributes() {
                    attribute.unwrap();
                }
                cases += usize::from(tag.name().as_ref() == "testcase");
            }
            quick_xml::events::Event::CData(_) | quick_xml::events::Event::DocType(_) => panic!("never written"),
            quick_xml::events::Event::Eof => return cases,
            _ => {}
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_face_lets_a_hidden_character_through(list in list()) {
        for format in Format::ALL {
            let report = told(format, &list);
            let hidden = report.chars().find(|c| *c != '\n' && visible::is_hidden(*c));
            prop_assert_eq!(hidden, None, "{:?}", format);
        }
    }

    #[test]
    fn only_the_github_face_commands_a_build_log(list in list()) {
        for format in Format::ALL {
            let report = told(format, &list);
            prop_assert!(!report.contains("##["), "{format:?}: {report}");
            let commands = report.lines().filter(|line| line.trim_start().starts_with("::")).count();
            prop_assert!(format == Format::Github || commands == 0, "{format:?}: {report}");
        }
    }

    #[test]
    fn json_tells_each_finding_once_and_unchanged(list in list()) {
        let value: serde_json::Value = serde_json::from_str(&told(Format::Json, &list)).unwrap();
        prop_assert_eq!(&value["schema"], 1);
        let objects = value["findings"].as_array().unwrap();
        prop_assert_eq!(objects.len(), list.len());
        let lines = told(Format::Jsonl, &list);
        prop_assert_eq!(lines.lines().count(), list.len());
        for ((object, line), finding) in objects.iter().zip(lines.lines()).zip(order::sorted(&list)) {
            prop_assert_eq!(&serde_json::from_str::<serde_json::Value>(line).unwrap(), object);
            prop_assert_eq!(object["message"].as_str().unwrap(), &finding.message);
            prop_assert_eq!(object["help"].as_str(), finding.help.as_deref());
            prop_assert_eq!(object["path"].as_str(), finding.place.as_ref().map(|place| place.path.as_str()));
        }
    }

    #[test]
    fn sarif_and_gitlab_tell_each_finding_once_with_a_name_of_its_own(list in list()) {
        let sarif: serde_json::Value = serde_json::from_str(&told(Format::Sarif, &list)).unwrap();
        let results = sarif["runs"][0]["results"].as_array().unwrap();
        prop_assert_eq!(results.len(), list.len());
        let rules = sarif["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
        for result in results {
            let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
            prop_assert_eq!(&rules[index]["id"], &result["ruleId"]);
        }
        let gitlab: serde_json::Value = serde_json::from_str(&told(Format::Gitlab, &list)).unwrap();
        let issues = gitlab.as_array().unwrap();
        let names: std::collections::BTreeSet<&str> = issues.iter().map(|issue| issue["fingerprint"].as_str().unwrap()).collect();
        prop_assert_eq!((issues.len(), names.len()), (list.len(), list.len()));
    }

    #[test]
    fn junit_tells_each_finding_once(list in list()) {
        let xml = told(Format::Junit, &list);
        prop_assert_eq!(xml_count(&xml), list.len());
        let report = quick_junit::Report::deserialize_from_str(&xml).unwrap();
        let errors = list.iter().filter(|finding| finding.severity == Severity::Error).count();
        prop_assert_eq!((report.tests, report.failures), (list.len(), errors));
    }

    #[test]
    fn github_tells_each_finding_once_and_at_most_ten_of_a_kind(list in prop::collection::vec(diagnostic(), 0..50)) {
        let report = told(Format::Github, &list);
        let commands: Vec<_> = report.lines().filter_map(runner_command).collect();
        let lines = report.lines().count();
        prop_assert_eq!(lines, commands.len() + 1, "every line but the last is a command");
        let severities: Vec<usize> = commands
            .iter()
            .map(|(name, _, _)| ["error", "warning", "notice"].iter().position(|kind| kind == name).unwrap())
            .collect();
        prop_assert!(severities.is_sorted());
        for (kind, severity) in [Severity::Error, Severity::Warning, Severity::Note].into_iter().enumerate() {
            let of_kind: Vec<_> = commands.iter().zip(&severities).filter(|(_, of)| **of == kind).collect();
            prop_assert!(of_kind.len() <= 10);
            let counted: usize = of_kind.iter().map(|((_, properties, text), _)| findings_of(properties, text)).sum();
            prop_assert_eq!(counted, list.iter().filter(|finding| finding.severity == severity).count());
        }
        for (_, properties, _) in &commands {
            let keys: Vec<&str> = properties.iter().map(|(key, _)| key.as_str()).collect();
            prop_assert!(keys.iter().all(|key| ["file", "line", "col", "endLine", "endColumn", "title"].contains(key)));
        }
    }

    #[test]
    fn short_tells_each_finding_on_one_line(list in list()) {
        prop_assert_eq!(told(Format::Short, &list).lines().count(), list.len());
    }

    #[test]
    fn human_tells_each_finding_with_one_title(list in list()) {
        let report = told(Format::Human, &list);
        let titles = report
            .lines()
            .filter(|line| ["error[", "warning[", "note["].iter().any(|title| line.starts_with(title)))
            .count();
        prop_assert_eq!(titles, list.len(), "{}", report);
        let coloured = render_in_colour(Format::Human, &list, &Summary::of(&list, Vec::new()));
        prop_assert_eq!(anstream::adapter::strip_str(&coloured).to_string(), report, "the same without colours");
    }

    #[test]
    fn markdown_is_one_heading_and_a_row_of_plain_text_for_each_finding(list in list()) {
        let report = told(Format::Markdown, &list);
        let (mut rows, mut cells, mut headings) = (0, 0, 0);
        for event in Parser::new_ext(&report, Options::all()) {
            match event {
                Event::Start(Tag::TableRow) => rows += 1,
                Event::Start(Tag::TableCell) => cells += 1,
                Event::Start(Tag::Heading { .. }) => headings += 1,
                Event::Start(Tag::Paragraph | Tag::Table(_) | Tag::TableHead) | Event::End(_) => {}
                Event::Text(_) | Event::Code(_) => {}
                Event::InlineHtml(html) => prop_assert_eq!(html.as_ref(), "<!-- -->"),
                other => prop_assert!(false, "{other:?} in {report}"),
            }
        }
        let columns = if list.is_empty() { 0 } else { 6 };
        prop_assert_eq!((rows, cells, headings), (list.len(), (list.len() + 1) * columns, 1));
    }
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

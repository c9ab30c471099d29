//! In every face of a report each finding is told once, whatever the texts in it: none can forge another, command a build log or a
//! terminal, or spoil the form.

use crate::properties::input::Input;
use pressroom::diagnostic::{Diagnostic, Excerpt, Place, Related, Severity, Subject};
use pressroom::report::{Format, Summary, order, render, render_in_colour, visible};
use pulldown_cmark::{Event, Options, Parser, Tag};
use std::collections::BTreeSet;

/// The most findings of one input.
const MOST: usize = 48;

/// Input: texts for the messages, paths, lines and helps; what the findings are made of.
pub(crate) fn holds(data: &[u8]) {
    let mut input = Input::new(data);
    let mut texts = input.texts();
    texts.push(String::new());
    let mut list = Vec::new();
    while list.is_empty() || (input.goes_on() && list.len() < MOST) {
        list.push(finding(&texts, &mut input));
    }
    for format in Format::ALL {
        let report = render(format, &list, &Summary::of(&list, Vec::new()));
        let hidden = report.chars().find(|c| *c != '\n' && visible::is_hidden(*c));
        assert_eq!(hidden, None, "{format:?}: {report:?}");
        assert!(!report.contains("##["), "{format:?}: {report}");
        let commands = report
            .lines()
            .filter(|line| line.trim_start().starts_with("::"))
            .count();
        assert!(format == Format::Github || commands == 0, "{format:?}: {report}");
        match format {
            Format::Human => human(&report, &list),
            Format::Json => json(&report, &list),
            // Compared with the other.
            Format::Jsonl => {}
            Format::Sarif => sarif(&report, &list),
            Format::Junit => junit(&report, &list),
            Format::Github => github(&report, &list),
            Format::Gitlab => gitlab(&report, &list),
            Format::Markdown => markdown(&report, &list),
            Format::Short => assert_eq!(report.lines().count(), list.len()),
        }
    }
}

/// A finding with texts of the input in all its fields.
fn finding(texts: &[String], input: &mut Input<'_>) -> Diagnostic {
    let code = *input.of(&["stale", "missing", "number", "io"]);
    let severity = *input.of(&[Severity::Note, Severity::Warning, Severity::Error]);
    let mut text = || input.of(texts).clone();
    let mut found = Diagnostic::new(code, severity, text());
    let (note, help, locale, release, id) = (text(), text(), text(), text(), text());
    let (path, line, label) = (text(), text(), text());
    let also = input.below(256);
    let some = |bit: usize, text: String| (also >> bit & 1 == 1).then_some(text);
    found.notes.extend(some(0, note));
    found.help = some(1, help);
    found.subject = Subject {
        locale: some(2, locale),
        release: some(3, release),
        id: some(4, id),
    };
    let place = place(path, line, input);
    if also >> 5 & 1 == 1 {
        found.related.push(Related {
            label,
            place: place.clone(),
        });
    }
    found.place = (also >> 6 > 0).then_some(place);
    found
}

fn place(path: String, line: String, input: &mut Input<'_>) -> Place {
    let line = line.replace(['\n', '\r'], "");
    let from = line.floor_char_boundary(input.below(line.len() + 1));
    let to = line.floor_char_boundary(input.below(line.len() + 1)).max(from);
    Place {
        path,
        line: 1 + input.below(400),
        column: 1 + input.below(200),
        excerpt: (input.below(2) == 1).then_some(Excerpt { line, span: from..to }),
    }
}

fn value(json: &str) -> serde_json::Value {
    serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}: {json}"))
}

fn count(list: &[Diagnostic], severity: Severity) -> usize {
    list.iter().filter(|finding| finding.severity == severity).count()
}

/// JSON and JSON lines tell the very texts.
fn json(report: &str, list: &[Diagnostic]) {
    let report = value(report);
    assert_eq!(report["schema"], 1);
    let objects = report["findings"].as_array().expect("it is a list");
    let lines = render(Format::Jsonl, list, &Summary::of(list, Vec::new()));
    assert_eq!((objects.len(), lines.lines().count()), (list.len(), list.len()));
    for ((object, line), finding) in objects.iter().zip(lines.lines()).zip(order::sorted(list)) {
        assert_eq!(&value(line), object);
        assert_eq!(object["message"].as_str(), Some(finding.message.as_str()));
        assert_eq!(object["help"].as_str(), finding.help.as_deref());
        assert_eq!(
            object["path"].as_str(),
            finding.place.as_ref().map(|place| place.path.as_str())
        );
    }
}

/// Each finding is under its rule.
fn sarif(report: &str, list: &[Diagnostic]) {
    let sarif = value(report);
    let results = sarif["runs"][0]["results"].as_array().expect("it is a list");
    let rules = sarif["runs"][0]["tool"]["driver"]["rules"]
        .as_array()
        .expect("it is a list");
    assert_eq!(results.len(), list.len());
    for result in results {
        let index = result["ruleIndex"]
            .as_u64()
            .and_then(|index| usize::try_from(index).ok());
        let rule = index.and_then(|index| rules.get(index));
        assert_eq!(rule.map(|rule| &rule["id"]), Some(&result["ruleId"]));
    }
}

/// The code quality report tells each finding with a name of its own.
fn gitlab(report: &str, list: &[Diagnostic]) {
    let gitlab = value(report);
    let issues = gitlab.as_array().expect("it is a list");
    let names: BTreeSet<Option<&str>> = issues.iter().map(|issue| issue["fingerprint"].as_str()).collect();
    assert_eq!((issues.len(), names.len()), (list.len(), list.len()));
}

fn junit(xml: &str, list: &[Diagnostic]) {
    assert_eq!(xml_count(xml), list.len());
    let report = quick_junit::Report::deserialize_from_str(xml).expect("it is a JUnit report");
    assert_eq!(
        (report.tests, report.failures),
        (list.len(), count(list, Severity::Error))
    );
}

/// As the runner of GitHub reads it: every line but the last is a command, at most ten of a kind, and they stand for all findings.
fn github(report: &str, list: &[Diagnostic]) {
    let commands: Vec<Command> = report.lines().filter_map(runner_command).collect();
    assert_eq!(report.lines().count(), commands.len() + 1, "{report}");
    let kinds = [
        ("error", Severity::Error),
        ("warning", Severity::Warning),
        ("notice", Severity::Note),
    ];
    let kind = |command: &Command| kinds.iter().position(|(name, _)| *name == command.0);
    assert!(
        commands.iter().all(|command| kind(command).is_some()) && commands.is_sorted_by_key(kind),
        "{report}"
    );
    for (name, severity) in kinds {
        let own: Vec<&Command> = commands.iter().filter(|command| command.0 == name).collect();
        let counted: usize = own
            .iter()
            .map(|(_, properties, text)| findings_of(properties, text))
            .sum();
        assert!(own.len() <= 10, "{report}");
        assert_eq!(counted, count(list, severity), "{report}");
    }
    let mut keys = commands
        .iter()
        .flat_map(|(_, properties, _)| properties)
        .map(|(key, _)| key.as_str());
    assert!(
        keys.all(|key| ["file", "line", "col", "endLine", "endColumn", "title"].contains(&key)),
        "{report}"
    );
}

/// One title a finding; colours change nothing else.
fn human(report: &str, list: &[Diagnostic]) {
    let is_title = |line: &&str| {
        ["error[", "warning[", "note["]
            .iter()
            .any(|title| line.starts_with(title))
    };
    assert_eq!(report.lines().filter(is_title).count(), list.len(), "{report}");
    let coloured = render_in_colour(Format::Human, list, &Summary::of(list, Vec::new()));
    assert_eq!(anstream::adapter::strip_str(&coloured).to_string(), report);
}

/// One heading, and a row of plain text for each finding.
fn markdown(report: &str, list: &[Diagnostic]) {
    let (mut rows, mut cells, mut headings) = (0, 0, 0);
    for event in Parser::new_ext(report, Options::all()) {
        match event {
            Event::Start(Tag::TableRow) => rows += 1,
            Event::Start(Tag::TableCell) => cells += 1,
            Event::Start(Tag::Heading { .. }) => headings += 1,
            Event::Start(Tag::Paragraph | Tag::Table(_) | Tag::TableHead) | Event::End(_) => {}
            Event::Text(_) | Event::Code(_) => {}
            Event::InlineHtml(html) => assert_eq!(html.as_ref(), "<!-- -->"),
            other => panic!("{other:?} in {report}"),
        }
    }
    assert_eq!(
        (rows, cells, headings),
        (list.len(), (list.len() + 1) * 6, 1),
        "{report}"
    );
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
        "pressroom" => number(text).expect("it is well-formed"),
        _ if title.ends_with(" findings") => number(title).expect("it is well-formed"),
        _ => 1,
    }
}

fn xml_count(xml: &str) -> usize {
    let mut reader = quick_xml::Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let mut cases = 0;
    loop {
        match reader.read_event().expect("it is well-formed") {
            quick_xml::events::Event::Start(tag) | quick_xml::events::Event::Empty(tag) => {
                for attribute in tag.attributes() {
                    attribute.expect("it is well-formed");
                }
                cases += usize::from(tag.name().as_ref() == "testcase");
            }
            quick_xml::events::Event::CData(_) | quick_xml::events::Event::DocType(_) => panic!("never written"),
            quick_xml::events::Event::Eof => return cases,
            _ => {}
        }
    }
}

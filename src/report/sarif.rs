//! SARIF 2.1.0 (OASIS Standard, 2020): one run, one result a finding, within the limits of code scanning on GitHub.

use crate::check;
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::report::visible::{visible, visible_json};
use crate::report::{Summary, json, order};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Results that GitHub takes from one run; what is beyond is counted in a notification.
const MOST_RESULTS: usize = 25_000;

/// The log file.
pub fn render(findings: &[&Diagnostic], summary: &Summary) -> String {
    let rules: Vec<&str> = findings
        .iter()
        .map(|finding| finding.code)
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    let results: Vec<Value> = findings
        .iter()
        .zip(order::fingerprints(findings))
        .take(MOST_RESULTS)
        .map(|(finding, name)| result(finding, &name, &rules, summary))
        .collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "pressroom",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules.iter().map(|rule| described(rule)).collect::<Vec<_>>(),
            } },
            "invocations": [{
                "executionSuccessful": true,
                "toolExecutionNotifications": left_out(findings.len()),
            }],
            "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": {
                "%SRCROOT%": { "description": { "text": "The root of the repository." } },
            },
            "results": results,
        }],
    });
    format!("{}\n", visible_json(&format!("{log:#}")))
}

/// What a viewer may tell of a rule: its manual, which code scanning asks for.
fn described(code: &str) -> Value {
    let Some(rule) = check::rule(code) else {
        let text = "What kept the program from its work, or a problem that no rule of its own looks for.";
        return json!({
            "id": code,
            "shortDescription": { "text": text },
            "fullDescription": { "text": text },
            "help": { "text": text, "markdown": text },
        });
    };
    let manual = (rule.manual)();
    let paragraphs: Vec<String> = manual
        .split("\n\n")
        .map(|paragraph| paragraph.replace('\n', " "))
        .collect();
    let title = paragraphs.first().map(String::as_str).unwrap_or_default();
    let says = title.split_once(": ").map_or(title, |(_, says)| says);
    json!({
        "id": code,
        "shortDescription": { "text": says },
        "fullDescription": { "text": paragraphs.get(1).map_or(says, |paragraph| paragraph) },
        "help": { "text": manual, "markdown": manual },
        "defaultConfiguration": { "level": level(rule.level) },
    })
}

fn left_out(count: usize) -> Vec<Value> {
    let beyond = count.saturating_sub(MOST_RESULTS);
    let text = format!("{beyond} more findings are not in this file: code scanning takes {MOST_RESULTS}.");
    (beyond > 0)
        .then(|| json!({ "level": "warning", "message": { "text": text } }))
        .into_iter()
        .collect()
}

fn result(finding: &Diagnostic, fingerprint: &str, rules: &[&str], summary: &Summary) -> Value {
    let mut value = json!({
        "ruleId": finding.code,
        "ruleIndex": rules.binary_search(&finding.code).ok(),
        "level": level(finding.severity),
        "message": { "text": message(finding) },
        "locations": finding.place.iter().map(|place| location(place, summary)).collect::<Vec<_>>(),
        "partialFingerprints": { "pressroom/v1": fingerprint },
    });
    if let Some(object) = value.as_object_mut() {
        if !finding.related.is_empty() {
            let related = finding.related.iter().enumerate();
            let related = related.map(|(at, related)| {
                let mut location = location(&related.place, summary);
                location["id"] = json!(at + 1);
                location["message"] = json!({ "text": visible(&related.label) });
                location
            });
            object.insert("relatedLocations".to_owned(), related.collect());
        }
        let subject = &finding.subject;
        object.insert(
            "properties".to_owned(),
            json!({ "locale": subject.locale, "release": subject.release, "id": subject.id }),
        );
    }
    value
}

/// Message, notes and help as sentences: viewers show one text and nothing else.
fn message(finding: &Diagnostic) -> String {
    let notes = finding.notes.iter().map(|note| format!("Note: {}", visible(note)));
    let help = finding.help.iter().map(|help| format!("Help: {}", visible(help)));
    let lines: Vec<String> = std::iter::once(visible(&finding.message).into_owned())
        .chain(notes)
        .chain(help)
        .collect();
    let text = lines.join("\n");
    // `[text](1)` is a link in a SARIF message and `{0}` a placeholder (§3.11.5, §3.11.6). Only what would be taken for one is
    // escaped: the viewers that most people use show the escapes as they stand.
    let text = if text.contains("](") {
        text.replace('\\', "\\\\").replace('[', "\\[")
    } else {
        text
    };
    if has_placeholder(&text) {
        text.replace('{', "{{").replace('}', "}}")
    } else {
        text
    }
}

/// Whether `text` contains digits in braces.
fn has_placeholder(text: &str) -> bool {
    text.split('{').skip(1).any(|rest| {
        let digits = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        digits.len() < rest.len() && digits.starts_with('}')
    })
}

fn location(place: &Place, summary: &Summary) -> Value {
    let mut region = json!({ "startLine": place.line, "startColumn": place.column });
    if let Some(end) = json::end_column(place) {
        region["endColumn"] = json!(end);
    }
    if let Some(excerpt) = &place.excerpt {
        region["snippet"] = json!({ "text": excerpt.line.get(excerpt.span.clone()).unwrap_or_default() });
    }
    json!({
        "physicalLocation": {
            "artifactLocation": {
                "uri": uri(&format!("{}{}", summary.prefix, place.path)),
                "uriBaseId": "%SRCROOT%",
            },
            "region": region,
        },
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// A path as a relative reference (RFC 3986 §4.2): every byte but the unreserved ones and `/` is percent-encoded.
fn uri(path: &str) -> String {
    let keep = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b'/');
    let encode = |byte: u8| {
        if keep(byte) {
            char::from(byte).to_string()
        } else {
            format!("%{byte:02X}")
        }
    };
    path.bytes().map(encode).collect()
}

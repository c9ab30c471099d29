//! Workflow commands of GitHub Actions, shown as annotations on the changed files, and the job summary.

use crate::diagnostic::{Diagnostic, Severity};
use crate::report::visible::visible;
use crate::report::{Summary, json, markdown, short};
use std::collections::BTreeMap;

/// Annotations of one kind that GitHub shows of one step; it drops the rest without a word.
const MOST_OF_A_KIND: usize = 10;

/// Findings listed in one annotation that stands for a whole file.
const MOST_IN_A_FILE: usize = 20;

/// Characters of a text within an annotation; GitHub cuts the whole at 64 KiB.
const LONGEST_TEXT: usize = 1_000;

/// The annotations, the most severe first, and at the end the counts as a line of the log.
///
/// Of each kind at most ten: as many findings have one each; more are grouped by file, one annotation a file with the findings
/// listed in it; of more files than ten, the last annotation says how many findings are left.
pub fn render(findings: &[&Diagnostic], summary: &Summary) -> String {
    let mut out = String::new();
    for severity in [Severity::Error, Severity::Warning, Severity::Note] {
        let kind: Vec<&Diagnostic> = findings
            .iter()
            .copied()
            .filter(|finding| finding.severity == severity)
            .collect();
        for command in annotations(&kind, summary) {
            out.push_str(&command);
            out.push('\n');
        }
    }
    out.push_str(&summary.in_words());
    out.push('\n');
    out
}

/// The text for the file that `GITHUB_STEP_SUMMARY` names.
pub fn step_summary(findings: &[&Diagnostic], summary: &Summary) -> String {
    markdown::render(findings, summary)
}

/// The commands for findings of one severity.
fn annotations(findings: &[&Diagnostic], summary: &Summary) -> Vec<String> {
    if findings.len() <= MOST_OF_A_KIND {
        return findings.iter().map(|finding| single(finding, summary)).collect();
    }
    let mut files: BTreeMap<&str, Vec<&Diagnostic>> = BTreeMap::new();
    for finding in findings {
        let path = finding.place.as_ref().map_or("", |place| place.path.as_str());
        files.entry(path).or_default().push(finding);
    }
    let shown = if files.len() > MOST_OF_A_KIND {
        MOST_OF_A_KIND - 1
    } else {
        files.len()
    };
    let mut commands: Vec<String> = files
        .values()
        .take(shown)
        .map(|group| grouped(group, summary))
        .collect();
    let left: usize = files.values().skip(shown).map(Vec::len).sum();
    if let (true, Some(first)) = (left > 0, findings.first()) {
        let more = format!("and {left} more in {} files", files.len() - shown);
        commands.push(command(first.severity, &[("title", "pressroom")], &more));
    }
    commands
}

fn single(finding: &Diagnostic, summary: &Summary) -> String {
    let title = format!("pressroom: {}", finding.code);
    let mut text = clipped(&finding.message);
    if let Some(help) = &finding.help {
        text.push_str(&format!("\nhelp: {}", clipped(help)));
    }
    let mut properties = position(finding, summary);
    properties.push(("title", title));
    let properties: Vec<(&str, &str)> = properties.iter().map(|(key, value)| (*key, value.as_str())).collect();
    command(finding.severity, &properties, &text)
}

/// One annotation for the findings of one file, at the first of them.
fn grouped(findings: &[&Diagnostic], summary: &Summary) -> String {
    let [first, ..] = findings else {
        return String::new();
    };
    if findings.len() == 1 {
        return single(first, summary);
    }
    let mut lines: Vec<String> = findings
        .iter()
        .take(MOST_IN_A_FILE)
        .map(|finding| clipped(&short::line(finding)))
        .collect();
    let left = findings.len().saturating_sub(MOST_IN_A_FILE);
    if left > 0 {
        lines.push(format!("and {left} more in this file"));
    }
    let title = format!("pressroom: {} findings", findings.len());
    let mut properties = position(first, summary);
    properties.push(("title", title));
    let properties: Vec<(&str, &str)> = properties.iter().map(|(key, value)| (*key, value.as_str())).collect();
    command(first.severity, &properties, &lines.join("\n"))
}

fn position(finding: &Diagnostic, summary: &Summary) -> Vec<(&'static str, String)> {
    let Some(place) = &finding.place else {
        return Vec::new();
    };
    let mut properties = vec![
        ("file", format!("{}{}", summary.prefix, place.path)),
        ("line", place.line.to_string()),
        ("col", place.column.to_string()),
    ];
    if let Some(end) = json::end_column(place) {
        // Columns are taken only together with an end line.
        properties.push(("endLine", place.line.to_string()));
        properties.push(("endColumn", end.to_string()));
    }
    properties
}

/// `::error key=value,…::text` on one line.
fn command(severity: Severity, properties: &[(&str, &str)], text: &str) -> String {
    let name = match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let properties: Vec<String> = properties
        .iter()
        .map(|(key, value)| format!("{key}={}", property(value)))
        .collect();
    format!("::{name} {}::{}", properties.join(","), data(text))
}

fn clipped(text: &str) -> String {
    let text = visible(text);
    match text.char_indices().nth(LONGEST_TEXT) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.into_owned(),
    }
}

/// The escapes of the runner for the text of a command. Our own line feeds part findings; those of a finding are spelled out.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The escapes of the runner for the value of a property.
fn property(value: &str) -> String {
    data(&visible(value)).replace(':', "%3A").replace(',', "%2C")
}

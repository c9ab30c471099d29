//! The code quality report of GitLab: an array of issues, each with a fingerprint of its own (GitLab drops duplicates).

use crate::diagnostic::{Diagnostic, Severity};
use crate::report::visible::{visible, visible_json};
use crate::report::{Summary, order};
use serde_json::{Value, json};

/// The path given where a finding has no file: GitLab requires one.
const NO_FILE: &str = "pressroom.toml";

/// The array; an empty one where nothing was found, which GitLab reads as "all mended".
pub fn render(findings: &[&Diagnostic], summary: &Summary) -> String {
    let names = order::fingerprints(findings);
    let issues: Vec<Value> = findings
        .iter()
        .zip(names)
        .map(|(finding, name)| issue(finding, &name, summary))
        .collect();
    format!("{}\n", visible_json(&format!("{:#}", Value::Array(issues))))
}

fn issue(finding: &Diagnostic, fingerprint: &str, summary: &Summary) -> Value {
    let (path, line) = finding
        .place
        .as_ref()
        .map_or((NO_FILE, 1), |place| (&place.path, place.line));
    let help = finding
        .help
        .as_deref()
        .map(|help| format!(" — {help}"))
        .unwrap_or_default();
    json!({
        "description": visible(&format!("{}{help}", finding.message)),
        "check_name": finding.code,
        "fingerprint": fingerprint,
        "severity": severity(finding.severity),
        "location": {
            "path": format!("{}{path}", summary.prefix),
            "lines": { "begin": line },
        },
    })
}

/// The scale of GitLab: info, minor, major, critical, blocker.
fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "major",
        Severity::Warning => "minor",
        Severity::Note => "info",
    }
}

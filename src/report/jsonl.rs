//! One JSON object a line and finding, of the same shape as in the JSON document; for tools that read a stream.

use crate::diagnostic::Diagnostic;
use crate::report::json;
use crate::report::visible::visible_json;

/// One line a finding; nothing where nothing was found.
pub fn render(findings: &[&Diagnostic]) -> String {
    findings
        .iter()
        .map(|finding| visible_json(&json::object(finding).to_string()) + "\n")
        .collect()
}

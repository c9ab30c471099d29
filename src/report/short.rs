//! One line a finding, as compilers write it and editors read it: `path:line:column: level[rule]: message`.

use crate::diagnostic::Diagnostic;
use crate::report::visible::visible;

/// One line a finding; without a place the line begins with the level.
pub fn render(findings: &[&Diagnostic]) -> String {
    findings.iter().map(|finding| line(finding) + "\n").collect()
}

/// The line of one finding, without its end.
pub fn line(finding: &Diagnostic) -> String {
    let told = format!(
        "{}[{}]: {}",
        finding.severity.as_str(),
        finding.code,
        visible(&finding.message)
    );
    match &finding.place {
        Some(place) => format!("{}:{}:{}: {told}", visible(&place.path), place.line, place.column),
        None => told,
    }
}

//! One JSON document, `"schema": 1`; it only grows.

use crate::diagnostic::{Diagnostic, Place};
use crate::report::Summary;
use crate::report::visible::visible_json;
use serde_json::{Value, json};

/// The version of the shape; a change that could break a reader raises it.
pub const SCHEMA: u32 = 1;

/// The document: findings in order, then the summary.
pub fn render(findings: &[&Diagnostic], summary: &Summary) -> String {
    let findings: Vec<Value> = findings.iter().map(|finding| object(finding)).collect();
    let document = json!({
        "schema": SCHEMA,
        "findings": findings,
        "summary": {
            "errors": summary.errors,
            "warnings": summary.warnings,
            "notes": summary.notes,
            "known": summary.known,
            "editions": summary.editions.len(),
        },
    });
    format!("{}\n", visible_json(&format!("{document:#}")))
}

/// One finding; what is not known is `null`, so that every object has every key.
pub fn object(finding: &Diagnostic) -> Value {
    let place = finding.place.as_ref();
    let related: Vec<Value> = finding
        .related
        .iter()
        .map(|related| {
            json!({
                "label": related.label,
                "path": related.place.path,
                "line": related.place.line,
                "column": related.place.column,
                "text": related.place.excerpt.as_ref().map(|excerpt| &excerpt.line),
            })
        })
        .collect();
    json!({
        "rule": finding.code,
        "level": finding.severity.as_str(),
        "message": finding.message,
        "path": place.map(|place| &place.path),
        "line": place.map(|place| place.line),
        "column": place.map(|place| place.column),
        "end_column": place.and_then(end_column),
        "locale": finding.subject.locale,
        "release": finding.subject.release,
        "id": finding.subject.id,
        "help": finding.help,
        "notes": finding.notes,
        "related": related,
    })
}

/// The column after the part meant, counted as [`Place::column`] is; none where the place is a point.
pub fn end_column(place: &Place) -> Option<usize> {
    let excerpt = place.excerpt.as_ref()?;
    let length = excerpt.line.get(excerpt.span.clone())?.chars().count();
    (length > 0).then_some(place.column + length)
}

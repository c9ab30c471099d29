//! The one order in which findings are told, and the names by which they are known again in the next run.

use crate::diagnostic::{Diagnostic, Place};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// The findings in the order of every report: by file and position, the worst first where several stand at one place; what has
/// no place comes first. The order does not depend on the order given, only on the findings.
pub fn sorted(findings: &[Diagnostic]) -> Vec<&Diagnostic> {
    let mut sorted: Vec<&Diagnostic> = findings.iter().collect();
    sorted.sort_by_cached_key(|finding| {
        let position = finding
            .place
            .as_ref()
            .map(|place: &Place| (place.path.clone(), place.line, place.column));
        (
            position,
            std::cmp::Reverse(finding.severity),
            finding.code,
            finding.subject.clone(),
            finding.message.clone(),
        )
    });
    sorted
}

/// A name for each finding, in the order given, that survives a move of the line and the mending of its neighbours: 64 bits of
/// SHA-256 in hexadecimal, over locale, release, id and rule (over path, rule and message where nothing is known of those).
///
/// All names of a list differ: of findings alike, the second and later ones are numbered.
pub fn fingerprints(findings: &[&Diagnostic]) -> Vec<String> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    findings
        .iter()
        .map(|finding| {
            let identity = identity(finding);
            let count = seen.entry(identity.clone()).or_insert(0);
            *count += 1;
            short_hash(&format!("{identity}\0{count}"))
        })
        .collect()
}

fn identity(finding: &Diagnostic) -> String {
    let subject = &finding.subject;
    let parts = [&subject.locale, &subject.release, &subject.id];
    let mut identity: Vec<&str> = parts.iter().map(|part| part.as_deref().unwrap_or_default()).collect();
    identity.push(finding.code);
    if subject.id.is_none() {
        identity.push(finding.place.as_ref().map_or("", |place| place.path.as_str()));
        identity.push(&finding.message);
    }
    identity.join("\0")
}

fn short_hash(text: &str) -> String {
    let hash = Sha256::digest(text.as_bytes());
    hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Source, Subject};

    fn finding(path: &str, line: usize, code: &'static str, id: &str) -> Diagnostic {
        let mut place = Source::new(path, "x = y").place(0..1);
        place.line = line;
        let subject = Subject {
            locale: Some("fr".to_owned()),
            release: Some("a".to_owned()),
            id: Some(id.to_owned()),
        };
        Diagnostic::error(code, "m").at(place).about(subject)
    }

    #[test]
    fn the_order_is_that_of_the_findings_not_of_the_list() {
        let list = vec![
            finding("b", 1, "stale", "x"),
            finding("a", 10, "stale", "x"),
            finding("a", 9, "number", "x"),
            Diagnostic::error("io", "m"),
            finding("a", 9, "date", "x"),
        ];
        let mut reversed = list.clone();
        reversed.reverse();
        let told = sorted(&list);
        assert_eq!(told, sorted(&reversed));
        let codes: Vec<&str> = told.iter().map(|finding| finding.code).collect();
        assert_eq!(codes, ["io", "date", "number", "stale", "stale"]);
    }

    #[test]
    fn at_one_place_the_worst_comes_first() {
        let mut mild = finding("a", 1, "a", "x");
        mild.severity = crate::diagnostic::Severity::Warning;
        let list = [mild, finding("a", 1, "b", "x")];
        assert_eq!(sorted(&list)[0].code, "b");
    }

    #[test]
    fn a_name_survives_a_move_and_all_names_differ() {
        let here = finding("a", 1, "stale", "x");
        let moved = finding("a", 99, "stale", "x");
        let other = finding("a", 1, "stale", "y");
        assert_eq!(fingerprints(&[&here]), fingerprints(&[&moved]));
        let names = fingerprints(&[&here, &moved, &other]);
        assert_eq!(names[0], fingerprints(&[&here])[0]);
        assert!(names[0] != names[1] && names[1] != names[2] && names[0] != names[2]);
    }
}

//! The ratchet: findings that stood before are known, only what comes on top of them fails.
//!
//! Findings are compared by rule, locale, release and id, each as often as it stands; lines do not count, because an edit above
//! moves them. A baseline file holds one such line a finding, sorted, so that two branches merge and a diff reads well.

use crate::check;
use crate::diagnostic::{Diagnostic, Source, suggestion};
use std::collections::BTreeMap;

/// What the first lines of a baseline say.
const HEAD: &str = "# Findings of `pressroom check` that stood before it became a gate: rule, then locale/release#id.\n\
                    # `pressroom check --write-baseline FILE` writes this file; a line that goes is a gap that was closed.\n";

/// Findings that are known already, each as often as it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// How often each finding stands, by what it is about.
    count: BTreeMap<String, usize>,
    /// How often each stands with this very message.
    exact: BTreeMap<(String, String), usize>,
}

impl Known {
    /// What was found, to be compared with another run.
    pub fn of(findings: &[Diagnostic]) -> Known {
        let mut known = Known::default();
        for finding in findings {
            *known.count.entry(line(finding)).or_default() += 1;
            *known.exact.entry((line(finding), finding.message.clone())).or_default() += 1;
        }
        known
    }

    /// Reads a baseline.
    ///
    /// # Errors
    /// A diagnostic (code `baseline`) at the first line that is none of a baseline.
    pub fn read(source: &Source) -> Result<Known, Diagnostic> {
        let mut known = Known::default();
        let mut at = 0;
        for raw in source.text().split_inclusive('\n') {
            let text = raw.trim();
            let place = at..at + raw.trim_end().len();
            at += raw.len();
            if text.is_empty() || text.starts_with('#') {
                continue;
            }
            let (rule, about) = text.split_once(' ').unwrap_or((text, ""));
            if check::rule(rule).is_none() && !OTHER_CODES.contains(&rule) {
                let error = Diagnostic::error(
                    "baseline",
                    format!("`{}` is not a rule of `check`", rule.escape_debug()),
                );
                return Err(error
                    .at(source.place(place))
                    .with_help(suggestion(rule, &check::names())));
            }
            if about.is_empty() {
                let error = Diagnostic::error("baseline", "the line does not say what the finding is about");
                let help =
                    "write it like `stale fr/2018/dialogue#title`, or write the file anew with `--write-baseline`";
                return Err(error.at(source.place(place)).with_help(help));
            }
            *known.count.entry(text.to_owned()).or_default() += 1;
        }
        Ok(known)
    }

    /// The baseline that holds these findings; the same findings give the same bytes.
    pub fn write(&self) -> String {
        let lines = self
            .count
            .iter()
            .flat_map(|(line, count)| std::iter::repeat_n(line, *count));
        lines.fold(HEAD.to_owned(), |text, line| text + line + "\n")
    }

    /// What of `findings` comes on top of the known ones, in order, and how many known ones are no longer found.
    ///
    /// Where something is found more often than before, those with a message that was not there before are the new ones.
    pub fn new_among(&self, findings: Vec<Diagnostic>) -> (Vec<Diagnostic>, usize) {
        let (mut count, mut exact) = (self.count.clone(), self.exact.clone());
        let mut is_new: Vec<bool> = findings.iter().map(|_| true).collect();
        for (finding, new) in findings.iter().zip(&mut is_new) {
            if take(&mut exact, &(line(finding), finding.message.clone())) {
                *new = !take(&mut count, &line(finding));
            }
        }
        for (finding, new) in findings.iter().zip(&mut is_new).filter(|(_, new)| **new) {
            *new = !take(&mut count, &line(finding));
        }
        let gone = count.values().sum();
        let new = findings
            .into_iter()
            .zip(is_new)
            .filter(|(_, new)| *new)
            .map(|(finding, _)| finding);
        (new.collect(), gone)
    }
}

/// Codes of findings that are not rules: files that could not be read, folders that are no locales.
const OTHER_CODES: [&str; 3] = ["io", "config", "minor"];

/// Takes one of `key`, if there is one left.
fn take<K: Ord>(counts: &mut BTreeMap<K, usize>, key: &K) -> bool {
    match counts.get_mut(key) {
        Some(count) if *count > 0 => {
            *count -= 1;
            true
        }
        _ => false,
    }
}

/// A finding as a line: `stale fr/2018/dialogue#title`; where it is about no message, its file: `syntax locales/fr/site.ftl`.
fn line(finding: &Diagnostic) -> String {
    let subject = &finding.subject;
    let part = |part: &Option<String>| part.clone().unwrap_or_else(|| "-".to_owned());
    let about = match (&subject.id, &finding.place) {
        (Some(id), _) => format!("{}/{}#{id}", part(&subject.locale), part(&subject.release)),
        (None, Some(place)) => place.path.escape_debug().to_string(),
        (None, None) => finding.message.escape_debug().to_string(),
    };
    format!("{} {about}", finding.code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Subject;

    fn finding(rule: &'static str, id: &str, message: &str) -> Diagnostic {
        let subject = Subject {
            locale: Some("fr".to_owned()),
            release: Some("a".to_owned()),
            id: Some(id.to_owned()),
        };
        Diagnostic::error(rule, message).about(subject)
    }

    #[test]
    fn what_stood_before_is_known_wherever_it_stands_now() {
        let before = [finding("stale", "x", "m"), finding("number", "y", "n")];
        let known = Known::of(&before);
        assert_eq!(known.new_among(before.to_vec()), (vec![], 0));
        let moved = Diagnostic {
            place: Some(Source::new("f", "a\nb").place(2..3)),
            ..before[0].clone()
        };
        assert_eq!(known.new_among(vec![moved]), (vec![], 1));
    }

    #[test]
    fn a_second_finding_of_the_same_kind_is_new_and_it_is_the_one_that_was_not_there() {
        let known = Known::of(&[finding("number", "x", "the old one")]);
        let (new, _) = known.new_among(vec![
            finding("number", "x", "another"),
            finding("number", "x", "the old one"),
        ]);
        assert_eq!(new, [finding("number", "x", "another")]);
        let (reworded, _) = known.new_among(vec![finding("number", "x", "the old one, reworded")]);
        assert_eq!(reworded, []);
    }

    #[test]
    fn a_baseline_is_sorted_and_reads_back() {
        let known = Known::of(&[
            finding("stale", "b", "m"),
            finding("stale", "a", "m"),
            finding("stale", "a", "m"),
        ]);
        let text = known.write();
        let lines: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
        assert_eq!(lines, ["stale fr/a#a", "stale fr/a#a", "stale fr/a#b"]);
        let read = Known::read(&Source::new("baseline", text)).unwrap();
        assert_eq!(read.count, known.count);
        assert_eq!(
            read.new_among(vec![finding("stale", "c", "m")]),
            (vec![finding("stale", "c", "m")], 3)
        );
    }

    #[test]
    fn a_line_that_is_none_is_refused_with_its_place() {
        for (text, line) in [("# x\nstael fr/a#b\n", 2), ("stale\n", 1), ("<<<<<<< ours\n", 1)] {
            let error = Known::read(&Source::new("baseline", text)).unwrap_err();
            assert_eq!(
                (error.code, error.place.map(|place| place.line)),
                ("baseline", Some(line)),
                "{text}"
            );
        }
    }
}

//! JUnit XML: a test suite per locale, a case per finding and one per edition in which nothing was found.

use crate::diagnostic::Diagnostic;
use crate::report::visible::visible;
use crate::report::{Summary, short};
use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};
use std::collections::{BTreeMap, BTreeSet};

/// The suite of findings that belong to no locale.
const NEWSROOM: &str = "newsroom";

/// The document. A finding that makes the run fail is a failed case; a milder one is a passed case with its text as output.
pub fn render(findings: &[&Diagnostic], summary: &Summary) -> String {
    let mut suites: BTreeMap<&str, TestSuite> = BTreeMap::new();
    let mut blamed = BTreeSet::new();
    for finding in findings {
        let locale = finding.subject.locale.as_deref().unwrap_or(NEWSROOM);
        blamed.insert((locale, finding.subject.release.as_deref().unwrap_or_default()));
        suite(&mut suites, locale).add_test_case(case(finding, summary));
    }
    for edition in &summary.editions {
        if !blamed.contains(&(edition.locale.as_str(), edition.release.as_str())) {
            let mut case = TestCase::new(visible(&edition.release).as_ref(), TestCaseStatus::success());
            case.set_classname(visible(&edition.release).as_ref());
            suite(&mut suites, &edition.locale).add_test_case(case);
        }
    }
    let mut report = Report::new("pressroom check");
    report.add_test_suites(suites.into_values());
    // Writing XML to memory fails only where the text is not XML; nothing that `visible` returns is.
    report.to_string().unwrap_or_default()
}

fn suite<'a, 'b>(suites: &'a mut BTreeMap<&'b str, TestSuite>, locale: &'b str) -> &'a mut TestSuite {
    suites
        .entry(locale)
        .or_insert_with(|| TestSuite::new(visible(locale).as_ref()))
}

fn case(finding: &Diagnostic, summary: &Summary) -> TestCase {
    let subject = &finding.subject;
    let id = subject.id.as_deref().map(|id| format!(" {id}")).unwrap_or_default();
    let mut text = short::line(finding);
    let notes = finding.notes.iter().map(|note| ("note", note));
    for (kind, told) in notes.chain(finding.help.iter().map(|help| ("help", help))) {
        text.push_str(&format!("\n{kind}: {}", visible(told)));
    }
    let mut case = if summary.fails(finding.severity) {
        let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
        status
            .set_type(finding.code)
            .set_message(visible(&finding.message).as_ref())
            .set_description(text);
        TestCase::new(visible(&format!("{}{id}", finding.code)).as_ref(), status)
    } else {
        let mut case = TestCase::new(
            visible(&format!("{}{id}", finding.code)).as_ref(),
            TestCaseStatus::success(),
        );
        case.set_system_out(text);
        case
    };
    case.set_classname(visible(subject.release.as_deref().unwrap_or(NEWSROOM)).as_ref());
    case
}

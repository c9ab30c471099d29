//! What a check keeps of a release for later runs: its findings, and enough to compare its wordings with those of others.

use super::{duplicate_translation, rule};
use crate::diagnostic::{Diagnostic, Place, Related, Severity, Subject};
use crate::edition::Edition;
use serde::{Deserialize, Serialize};

/// What is kept of a release: its findings in each locale that it is meant for.
pub type Card = Vec<(String, Vec<Kept>)>;

/// The wordings of a release in each locale that it is meant for: a digest of the English and one of the translation.
pub type Traces = Vec<(String, Vec<(u64, u64)>)>;

/// A finding as it is kept.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Kept {
    rule: String,
    severity: Severity,
    message: String,
    place: Option<Place>,
    related: Vec<Related>,
    notes: Vec<String>,
    help: Option<String>,
    subject: Subject,
}

impl Kept {
    /// Keeps a finding.
    pub fn of(finding: &Diagnostic) -> Kept {
        let finding = finding.clone();
        Kept {
            rule: finding.code.to_owned(),
            severity: finding.severity,
            message: finding.message,
            place: finding.place,
            related: finding.related,
            notes: finding.notes,
            help: finding.help,
            subject: finding.subject,
        }
    }

    /// The finding; none if this program has no such rule.
    pub fn finding(&self) -> Option<Diagnostic> {
        let kept = self.clone();
        Some(Diagnostic {
            code: rule(&kept.rule)?.name,
            severity: kept.severity,
            message: kept.message,
            place: kept.place,
            related: kept.related,
            notes: kept.notes,
            help: kept.help,
            subject: kept.subject,
        })
    }
}

/// The wordings of an edition that can be compared with others.
pub fn traces(edition: &Edition) -> Vec<(u64, u64)> {
    duplicate_translation::wordings(edition)
}

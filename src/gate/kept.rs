//! What a check keeps of a release for later runs: its findings, and enough to compare its wordings with those of others.

use super::across::Wordings;
use crate::check::rule;
use crate::diagnostic::{Diagnostic, Place, Related, Severity, Subject};
use crate::ledger;
use crate::locale::Locale;
use crate::names::Slug;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is kept of a release.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// Its findings in each locale that it is meant for.
    pub rows: Vec<(Locale, Vec<Kept>)>,
    /// The files beside its texts that were looked for.
    pub files: Vec<String>,
}

/// What earlier checks found.
#[derive(Debug, Clone, Default)]
pub struct Earlier {
    /// The findings in releases.
    pub cards: BTreeMap<Slug, Card>,
    /// Their wordings; not needed where it is known what is found across releases.
    pub wordings: BTreeMap<Slug, Wordings>,
    /// What is found where all releases are seen together.
    pub across: Option<Vec<Kept>>,
}

/// A finding as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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

impl Card {
    /// What is kept of these findings by locale, and of the files that were looked for.
    pub(super) fn of(rows: &[(Locale, Vec<Diagnostic>)], files: Vec<String>) -> Card {
        let row = |(locale, found): &(Locale, Vec<Diagnostic>)| (locale.clone(), found.iter().map(Kept::of).collect());
        Card {
            rows: rows.iter().map(row).collect(),
            files,
        }
    }

    /// The findings by locale.
    pub(super) fn findings(&self) -> Vec<(Locale, Vec<Diagnostic>)> {
        let row =
            |(locale, kept): &(Locale, Vec<Kept>)| (locale.clone(), kept.iter().filter_map(Kept::finding).collect());
        self.rows.iter().map(row).collect()
    }
}

impl ledger::Result for Card {
    fn files(&self) -> &[String] {
        &self.files
    }
}

//! What is wrong with a release, collected while it is read.

use crate::diagnostic::{Diagnostic, Severity, Source, Subject};
use crate::names::Slug;
use std::ops::Range;

/// Collects diagnostics about one release.
#[derive(Debug)]
pub(crate) struct Problems<'a> {
    source: &'a Source,
    slug: &'a Slug,
    found: Vec<Diagnostic>,
    has_error: bool,
    /// How many were not kept.
    beyond: usize,
}

/// How many diagnostics about one release are kept: more than anybody reads, few enough that a hostile file costs nothing.
const LIMIT: usize = 200;

impl<'a> Problems<'a> {
    pub(crate) fn new(source: &'a Source, slug: &'a Slug) -> Problems<'a> {
        Problems {
            source,
            slug,
            found: Vec::new(),
            has_error: false,
            beyond: 0,
        }
    }

    /// An error at these bytes of the file, and what to do about it.
    pub(crate) fn error(&mut self, code: &'static str, at: Range<usize>, message: String, help: &str) {
        self.add(Diagnostic::new(code, Severity::Error, message), at, help);
    }

    /// A warning at these bytes of the file, and what to do about it.
    pub(crate) fn warning(&mut self, code: &'static str, at: Range<usize>, message: String, help: &str) {
        self.add(Diagnostic::new(code, Severity::Warning, message), at, help);
    }

    /// All that was found, in the order of the file.
    pub(crate) fn into_diagnostics(self) -> Vec<Diagnostic> {
        let mut found = self.found;
        found.sort_by_key(|diagnostic| diagnostic.place.as_ref().map(|place| (place.line, place.column)));
        if let Some(last) = found.last_mut().filter(|_| self.beyond > 0) {
            last.notes
                .push(format!("{} more problems in this file are not shown", self.beyond));
        }
        found
    }

    fn add(&mut self, diagnostic: Diagnostic, at: Range<usize>, help: &str) {
        // An error must never be lost altogether: without one the release would count as sound.
        let is_first_error = diagnostic.severity == Severity::Error && !self.has_error;
        if self.found.len() >= LIMIT && !is_first_error {
            self.beyond += 1;
            return;
        }
        self.has_error |= diagnostic.severity == Severity::Error;
        let subject = Subject {
            release: Some(self.slug.as_str().to_owned()),
            ..Subject::default()
        };
        self.found
            .push(diagnostic.at(self.source.place(at)).with_help(help).about(subject));
    }
}

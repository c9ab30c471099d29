//! What is kept of a build, so that the next one makes only what changed.

use crate::ledger;
use crate::locale::Locale;
use crate::names::Slug;
use crate::newsroom::Digest;
use crate::newsroom::outputs::{Sink, Written};
use crate::publication::{Moment, Phase, Reason};
use crate::render::entry::{Card, Entry};
use jiff::Timestamp;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is kept of one release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Printed {
    /// Until when it is under embargo.
    pub embargo: Option<Timestamp>,
    /// How the build stood to that.
    pub phase: Phase,
    /// The editions that are published, and what lists show of them.
    pub published: Vec<(Locale, Entry)>,
    /// The editions that are not, and why.
    pub withheld: Vec<(Locale, Reason)>,
    /// The files of the newsroom, beside the texts, that it was made from: what it shows or links to, there or not.
    pub files: Vec<String>,
    /// What was made.
    pub outputs: Vec<Written>,
}

/// The outputs around the editions: by path, the key of what each shows and the digest of its content.
pub type Listed = BTreeMap<String, (Digest, Digest)>;

/// What earlier builds made that may still stand.
#[derive(Debug, Clone, Default)]
pub struct Earlier {
    /// The releases.
    pub releases: BTreeMap<Slug, Printed>,
    /// The outputs around them.
    pub listed: Listed,
}

impl Printed {
    /// What lists show of it.
    pub fn card<'c>(&'c self, slug: &'c Slug) -> Card<'c> {
        Card {
            slug,
            editions: &self.published,
        }
    }
}

impl Earlier {
    /// What still stands at this moment: no embargo has ended or begun in between, and the outputs are there.
    pub fn standing(mut self, moment: Moment, sink: &dyn Sink) -> Earlier {
        let stands = |printed: &Printed| moment.phase(printed.embargo) == printed.phase && sink.holds(&printed.outputs);
        let releases = self.releases.into_par_iter();
        self.releases = releases.filter(|(_, printed)| stands(printed)).collect();
        self
    }
}

impl ledger::Result for Printed {
    fn files(&self) -> &[String] {
        &self.files
    }
}

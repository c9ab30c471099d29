//! The gate: everything that must not be published, from the files, the rules and the templates together.

pub mod known;
pub mod mend;

use crate::check::glossary::Glossaries;
use crate::check::levels::Levels;
use crate::check::{self};
use crate::desk::Desk;
use crate::diagnostic::Diagnostic;
use crate::edition::Edition;
use crate::locale::Locale;
use crate::press::enclosures::Enclosing;
use crate::press::{self, Order};
use crate::publication::Moment;
use globset::GlobSet;

/// What a run looked at, and what it found there.
#[derive(Debug, Default)]
pub struct Looked {
    /// The editions.
    pub editions: Vec<Edition>,
    /// The findings, in no particular order.
    pub findings: Vec<Diagnostic>,
}

/// Looks at a newsroom: at its files, at the editions of these releases in these locales with every rule, and at what the templates
/// make of them.
pub fn look(desk: &Desk<'_>, levels: &Levels, locales: &[Locale], works: Option<&GlobSet>) -> Looked {
    let editions: Vec<Edition> = locales.iter().flat_map(|locale| desk.editions(locale, works)).collect();
    let mut read = desk.told.clone();
    read.extend(desk.extraction.unextracted());
    read.extend(editions.iter().flat_map(|edition| edition.told.clone()));
    read.extend(templates(desk, locales, works));
    let mut findings: Vec<Diagnostic> = read.into_iter().filter_map(|told| levels.applied(told)).collect();
    findings.extend(check::editions(&editions, levels, &glossaries(desk)));
    Looked { editions, findings }
}

/// The terms of a newsroom, as the rules look for them.
pub fn glossaries(desk: &Desk<'_>) -> Glossaries {
    Glossaries::new(&desk.own_terms(), &desk.terms)
}

/// What keeps pages from being made, be it a template or a file that is missing: the pages are made as a build would make them, those under embargo too, and thrown away.
fn templates(desk: &Desk<'_>, locales: &[Locale], works: Option<&GlobSet>) -> Vec<Diagnostic> {
    let order = Order {
        locales: (locales.len() < desk.locales.len()).then_some(locales),
        works,
        moment: Moment {
            now: jiff::Timestamp::UNIX_EPOCH,
            embargoed: true,
        },
        concordance: false,
        enclosing: Enclosing::Look,
    };
    let told = press::run(desk, &order).told.into_iter();
    let mut found: Vec<Diagnostic> = Vec::new();
    for told in told.filter(|told| matches!(told.code, "template" | "link")) {
        // One mistake in a template is told by every page that uses it.
        if !found
            .iter()
            .any(|one| one.place.is_some() && one.place == told.place && one.message == told.message)
        {
            found.push(told);
        }
    }
    found
}

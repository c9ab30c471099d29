//! The first look at every file of some locales: what is up to date is not kept.

use super::{Renewed, Wishes};
use crate::catalog::Catalog;
use crate::desk::Desk;
use crate::diagnostic::Diagnostic;
use crate::edition::{Edition, State};
use crate::extraction::Extracted;
use crate::locale::Locale;
use crate::memory::Memorable;
use crate::names::Slug;
use crate::newsroom::write::changed;
use crate::newsroom::{Digest, digest};
use globset::GlobSet;
use std::collections::{BTreeMap, BTreeSet};

/// What was seen of one locale.
#[derive(Default)]
pub(super) struct Seen {
    /// The releases with segments that have no translation.
    pub(super) open: BTreeSet<Slug>,
    /// The files that become others without anything from elsewhere.
    pub(super) renewed: Vec<Renewed>,
    /// What can be remembered of each release.
    pub(super) memorable: BTreeMap<Slug, Memorable>,
    /// The digest of each catalog by its path; none where there is no file.
    pub(super) digests: BTreeMap<String, Option<Digest>>,
    /// How many translations are good.
    pub(super) good: usize,
    /// What is wrong with files; those are left as they are.
    pub(super) told: Vec<Diagnostic>,
}

/// What was seen of one file.
struct One {
    slug: Slug,
    path: String,
    digest: Option<Digest>,
    memorable: Memorable,
    is_open: bool,
    good: usize,
    sheet: super::Sheet,
}

/// Looks at every file of these locales, and brings up to date what `works` matches and needs nothing from elsewhere.
pub(super) fn survey(desk: &Desk<'_>, locales: &[Locale], works: Option<&GlobSet>) -> Vec<Seen> {
    let look = |release: &Extracted| {
        let each = locales.iter().map(|locale| {
            let is_for = release.release.front.is_for(locale);
            is_for.then(|| look(desk, release, locale, works))
        });
        each.collect::<Vec<_>>()
    };
    let visited = desk.visit(|_| true, look);
    let mut all: Vec<Seen> = locales.iter().map(|locale| own(desk, locale, works)).collect();
    for release in visited.seen {
        for (seen, one) in all.iter_mut().zip(release) {
            seen.extend(one);
        }
    }
    // A release that vanished or changed on the way is told once.
    if let Some(first) = all.first_mut() {
        first.told.extend(visited.told);
    }
    all
}

/// Looks at one release in one locale.
fn look(desk: &Desk<'_>, release: &Extracted, locale: &Locale, works: Option<&GlobSet>) -> One {
    let edition = desk.edition(release, locale);
    let slug = release.release.slug.clone();
    let is_meant = works.is_none_or(|set| set.is_match(slug.as_str()));
    // What is wrong with the release was told where it was read; its translations wait.
    let waits = !release.is_readable() && !edition.is_broken();
    let is_missing = edition.units.iter().any(|unit| unit.state() == State::Missing);
    let is_open = is_meant && !waits && !edition.is_broken() && is_missing;
    let sheet = match is_meant && !waits && !is_open {
        true => Wishes::default().sheet(&edition, &BTreeMap::new()).map(as_changed),
        false => Ok(None),
    };
    One {
        path: edition.path(),
        digest: digest_of(edition.catalog.as_ref()),
        memorable: Memorable::of(&edition, desk.terms_of(locale)),
        is_open,
        good: good(&edition),
        sheet,
        slug,
    }
}

/// The newsroom's own catalogs of a locale.
fn own(desk: &Desk<'_>, locale: &Locale, works: Option<&GlobSet>) -> Seen {
    let mut seen = Seen::default();
    for edition in desk.own_editions(locale) {
        seen.good += good(&edition);
        if works.is_none_or(|set| set.is_match(edition.work.name())) {
            seen.take(Wishes::default().sheet(&edition, &BTreeMap::new()).map(as_changed));
        }
    }
    seen
}

/// A file that does not change is none that becomes another.
fn as_changed(renewed: Option<Renewed>) -> Option<Renewed> {
    renewed.filter(|one| one.read.as_deref().unwrap_or_default() != one.update.text)
}

fn good(edition: &Edition) -> usize {
    if edition.is_broken() {
        return 0;
    }
    edition.units.iter().filter(|unit| unit.state() == State::Fresh).count()
}

fn digest_of(catalog: Option<&Catalog>) -> Option<Digest> {
    catalog.map(|catalog| digest(catalog.source.text().as_bytes()))
}

impl Seen {
    fn extend(&mut self, one: Option<One>) {
        let Some(one) = one else { return };
        self.good += one.good;
        self.digests.insert(one.path, one.digest);
        self.memorable.insert(one.slug.clone(), one.memorable);
        if one.is_open {
            self.open.insert(one.slug);
        }
        self.take(one.sheet);
    }

    fn take(&mut self, sheet: super::Sheet) {
        match sheet {
            Ok(renewed) => self.renewed.extend(renewed),
            Err(told) => self.told.extend(told),
        }
    }

    /// Whether a file that is read again is what was first seen.
    ///
    /// # Errors
    /// As of [`Desk::change`].
    pub(super) fn is_still(&self, edition: &Edition) -> Result<(), Diagnostic> {
        self.is_same(&edition.path(), edition.catalog.as_ref())
    }

    /// The same for a catalog.
    pub(super) fn is_same(&self, path: &str, catalog: Option<&Catalog>) -> Result<(), Diagnostic> {
        match self.digests.get(path) {
            Some(known) if *known == digest_of(catalog) => Ok(()),
            _ => Err(changed(path)),
        }
    }
}

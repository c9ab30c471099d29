//! The first look at every file of some locales: of what is up to date only a few marks are kept, for later runs as well.

use super::{Renewed, Wishes};
use crate::catalog::Catalog;
use crate::desk::Desk;
use crate::diagnostic::Diagnostic;
use crate::edition::{Edition, State, Work};
use crate::extraction::Extracted;
use crate::ledger;
use crate::locale::Locale;
use crate::memory::Memorable;
use crate::names::Slug;
use crate::newsroom::write::changed;
use crate::newsroom::{Digest, digest};
use globset::GlobSet;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// What was seen of one locale.
#[derive(Default)]
pub(super) struct Seen<'k> {
    /// The releases with segments that have no translation.
    pub(super) open: BTreeSet<Slug>,
    /// The files that become others without anything from elsewhere.
    pub(super) renewed: Vec<Renewed>,
    /// What can be remembered of each release.
    pub(super) memorable: BTreeMap<Slug, Cow<'k, Memorable>>,
    /// The digest of each catalog by its path; none where there is no file.
    pub(super) digests: BTreeMap<String, Option<Digest>>,
    /// How many translations are good.
    pub(super) good: usize,
    /// What is wrong with files; those are left as they are.
    pub(super) told: Vec<Diagnostic>,
}

/// What is kept of a release for later updates, by the tag of each locale in which it is up to date; nothing of a file that is not for
/// the locale.
pub type Card = BTreeMap<String, Option<Marks>>;

impl ledger::Result for Card {}

/// What is kept of a file.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Marks {
    /// The digest of its text; none where there is no file.
    digest: Option<Digest>,
    /// What can be remembered of it.
    memorable: Memorable,
    /// How many of its translations are good.
    good: usize,
}

/// What was seen of one file.
struct One {
    marks: Marks,
    is_open: bool,
    sheet: super::Sheet,
    /// Whether an update has nothing to do or to tell as long as the release and the file are what they are.
    is_settled: bool,
}

/// Looks at every file of these locales, and brings up to date what `works` matches and needs nothing from elsewhere. Of the releases that
/// the desk spared, what is `known` is taken. Also tells what can be kept of the others.
pub(super) fn survey<'k>(
    desk: &Desk<'_>,
    known: &'k BTreeMap<Slug, Card>,
    locales: &[Locale],
    works: Option<&GlobSet>,
) -> (Vec<Seen<'k>>, BTreeMap<Slug, Card>) {
    let look = |release: &Extracted| {
        let each = locales.iter().map(|locale| {
            let is_for = release.release.front.is_for(locale);
            is_for.then(|| look(desk, release, locale, works))
        });
        let each: Vec<Option<One>> = each.collect();
        (release.release.slug.clone(), release.is_settled(), each)
    };
    let visited = desk.visit(|_| true, look);
    let mut all: Vec<Seen<'k>> = locales.iter().map(|locale| own(desk, locale, works)).collect();
    let mut found = BTreeMap::new();
    for (slug, is_settled, each) in visited.seen {
        if is_settled {
            found.extend(card(known.get(&slug), locales, &each).map(|card| (slug.clone(), card)));
        }
        for ((seen, locale), one) in all.iter_mut().zip(locales).zip(each) {
            seen.extend(&slug, locale, one);
        }
    }
    for (slug, card) in known.iter().filter(|(slug, _)| desk.spared.contains(slug)) {
        for (seen, locale) in all.iter_mut().zip(locales) {
            if let Some(Some(marks)) = card.get(locale.tag()) {
                seen.remember(slug, locale, Cow::Borrowed(marks));
            }
        }
    }
    // A release that vanished or changed on the way is told once.
    if let Some(first) = all.first_mut() {
        first.told.extend(visited.told);
    }
    (all, found)
}

/// What can be kept of a release, with what was known of it; nothing if that is all.
fn card(known: Option<&Card>, locales: &[Locale], each: &[Option<One>]) -> Option<Card> {
    let mut card = known.cloned().unwrap_or_default();
    let before = card.len();
    for (locale, one) in locales.iter().zip(each) {
        if one.as_ref().is_none_or(|one| one.is_settled) {
            card.insert(locale.to_string(), one.as_ref().map(|one| one.marks.clone()));
        }
    }
    (card.len() > before).then_some(card)
}

/// Looks at one release in one locale.
fn look(desk: &Desk<'_>, release: &Extracted, locale: &Locale, works: Option<&GlobSet>) -> One {
    let edition = desk.edition(release, locale);
    let is_meant = works.is_none_or(|set| set.is_match(release.release.slug.as_str()));
    // What is wrong with the release was told where it was read; its translations wait.
    let waits = !release.is_readable() && !edition.is_broken();
    let is_missing = edition.units.iter().any(|unit| unit.state() == State::Missing);
    let is_open = is_meant && !waits && !edition.is_broken() && is_missing;
    let sheet = match is_meant && !waits && !is_open {
        true => Wishes::default().sheet(&edition, &BTreeMap::new()).map(as_changed),
        false => Ok(None),
    };
    One {
        is_settled: is_meant && !waits && !is_open && edition.told.is_empty() && matches!(sheet, Ok(None)),
        marks: Marks {
            digest: digest_of(edition.catalog.as_ref()),
            memorable: Memorable::of(&edition, desk.terms_of(locale)),
            good: good(&edition),
        },
        is_open,
        sheet,
    }
}

/// The newsroom's own catalogs of a locale.
fn own(desk: &Desk<'_>, locale: &Locale, works: Option<&GlobSet>) -> Seen<'static> {
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

impl<'k> Seen<'k> {
    fn extend(&mut self, slug: &Slug, locale: &Locale, one: Option<One>) {
        let Some(one) = one else { return };
        self.remember(slug, locale, Cow::Owned(one.marks));
        if one.is_open {
            self.open.insert(slug.clone());
        }
        self.take(one.sheet);
    }

    fn remember(&mut self, slug: &Slug, locale: &Locale, marks: Cow<'k, Marks>) {
        self.good += marks.good;
        self.digests
            .insert(Work::Release(slug.clone()).path(locale), marks.digest);
        let memorable = match marks {
            Cow::Borrowed(marks) => Cow::Borrowed(&marks.memorable),
            Cow::Owned(marks) => Cow::Owned(marks.memorable),
        };
        self.memorable.insert(slug.clone(), memorable);
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

//! What an update would do: the files of a locale with their stubs, quotes, drafts and order as they should be today.
//!
//! Release by release: of what is up to date only a few marks are kept, in a cache as well, so that it is not read again while it stays
//! so. Files that have segments without a translation, and files that messages leave, are read again; each must still be what it was when
//! it was first seen.

mod find;
pub mod loss;
pub mod prune;
mod survey;
pub mod transplant;

use crate::catalog::Catalog;
use crate::catalog::parse::parse;
use crate::desk::Desk;
use crate::diagnostic::{Diagnostic, Source};
use crate::edition::{Edition, Work};
use crate::locale::Locale;
use crate::memory::{self, Memory, Older, Phrases};
use crate::names::{SegmentId, Slug};
use crate::newsroom::write::{Change, changed};
use crate::worksheet::{self, Prefill, Rules, Update};
use find::Finder;
use globset::GlobSet;
use loss::Loss;
use std::collections::{BTreeMap, BTreeSet};
use survey::{Seen, survey};
use transplant::Transplant;

pub use survey::{Card, Marks};

/// What an update of one locale would do.
#[derive(Debug, Default)]
pub struct Updating {
    /// The files to write.
    pub plan: Vec<Change>,
    /// What happens in each file, by its path.
    pub updates: Vec<(String, Update)>,
    /// What is wrong with files; those are left as they are.
    pub told: Vec<Diagnostic>,
    /// How many good translations would stop being good.
    pub loss: Loss,
}

/// What an update of some locales would do.
#[derive(Debug, Default)]
pub struct Updated {
    /// Of each locale, in the order asked for.
    pub locales: Vec<Updating>,
    /// What can be kept of the releases that were read now.
    pub found: BTreeMap<Slug, Card>,
}

/// Brings the files of `locale` up to date for everything that `works` matches.
pub fn locale(desk: &Desk<'_>, locale: &Locale, works: Option<&GlobSet>) -> Updating {
    let mut all = locales(desk, &BTreeMap::new(), std::slice::from_ref(locale), works).locales;
    all.pop().unwrap_or_default()
}

/// Brings the files of these locales up to date for everything that `works` matches; the English is read once for all of them. Of the
/// releases that the desk spared, what is `known` is taken.
pub fn locales(desk: &Desk<'_>, known: &BTreeMap<Slug, Card>, locales: &[Locale], works: Option<&GlobSet>) -> Updated {
    let (seen, found) = survey(desk, known, locales, works);
    let is_open = seen.iter().any(|seen| !seen.open.is_empty());
    let phrases = if is_open { phrases(desk) } else { Phrases::default() };
    let update = |(locale, seen)| Table::new(desk, locale, works, seen).update(&phrases);
    Updated {
        locales: locales.iter().zip(seen).map(update).collect(),
        found,
    }
}

/// The English of all releases.
fn phrases(desk: &Desk<'_>) -> Phrases {
    let phrases = Phrases::default();
    let read = |slug: &Slug, texts: &[&str]| (slug.clone(), phrases.read(texts.iter().copied()));
    let visited = desk.visit_english(read);
    phrases.with(visited.seen)
}

/// A file that is to become another: its path, what was read, and what it becomes.
struct Renewed {
    path: String,
    read: Option<String>,
    update: Update,
}

/// One locale under way.
struct Table<'d> {
    desk: &'d Desk<'d>,
    locale: &'d Locale,
    works: Option<&'d GlobSet>,
    seen: Seen<'d>,
    /// Catalogs of the locale whose release is gone.
    stray: BTreeMap<Slug, Catalog>,
    /// What these remember.
    older: Vec<Older>,
    updating: Updating,
}

impl<'d> Table<'d> {
    fn new(desk: &'d Desk<'d>, locale: &'d Locale, works: Option<&'d GlobSet>, mut seen: Seen<'d>) -> Table<'d> {
        let mut updating = Updating {
            told: std::mem::take(&mut seen.told),
            ..Updating::default()
        };
        let stray = stray(desk, locale, &mut updating.told);
        let terms = desk.terms_of(locale);
        let tag = desk.newsroom.source_locale().tag();
        let retired = |(slug, catalog): (&Slug, &Catalog)| {
            memory::retired(slug.as_str(), catalog, catalog.messages(), tag, terms)
        };
        let older = stray.iter().flat_map(retired).collect();
        Table {
            desk,
            locale,
            works,
            seen,
            stray,
            older,
            updating,
        }
    }

    fn update(mut self, phrases: &Phrases) -> Updating {
        match self.renewed(phrases) {
            Ok(renewed) => self.plan(renewed),
            Err(error) => self.updating.told.push(error),
        }
        self.updating
    }

    /// All files that become others.
    ///
    /// # Errors
    /// As of [`Desk::change`]: a file is not what was first read any more. That spoils all of them: what it was to take over would be gone
    /// from the others.
    fn renewed(&mut self, phrases: &Phrases) -> Result<Vec<Renewed>, Diagnostic> {
        let found = self.found(phrases)?;
        let mut leaving = Leaving::new();
        for (path, id) in found.values().flat_map(Wishes::taken) {
            leaving.entry(path).or_default().insert(id);
        }
        let mut sheets = self.sheets(&found, &leaving)?;
        leave_alone(&found, &mut sheets, &mut leaving);
        let mut renewed: Vec<Renewed> = std::mem::take(&mut self.seen.renewed);
        renewed.retain(|one| !sheets.contains_key(&one.path));
        let done: BTreeSet<String> = sheets.keys().cloned().collect();
        for sheet in sheets.into_values() {
            match sheet {
                Ok(one) => renewed.extend(one),
                Err(mut told) => self.updating.told.append(&mut told),
            }
        }
        self.take_out(&mut renewed, &leaving, &done)?;
        Ok(renewed)
    }

    /// What was found for the segments without a translation, by the path of the file.
    fn found(&self, phrases: &Phrases) -> Result<BTreeMap<String, Wishes>, Diagnostic> {
        if self.seen.open.is_empty() {
            return Ok(BTreeMap::new());
        }
        let finder = Finder {
            desk: self.desk,
            locale: self.locale,
            stray: &self.stray,
            seen: &self.seen,
            memory: Memory::of(phrases, &self.seen.memorable, &self.older),
        };
        let visited = self.desk.visit(
            |slug| self.seen.open.contains(slug),
            |release| {
                let edition = self.desk.edition(release, self.locale);
                self.seen.is_still(&edition)?;
                let wishes = finder.wishes(&edition, release)?;
                Ok((edition.path(), wishes))
            },
        );
        let gone = visited.told.into_iter().next().map(Err);
        visited.seen.into_iter().chain(gone).collect()
    }

    /// The files of releases that have segments without a translation, or that messages leave, brought up to date.
    fn sheets(
        &self,
        found: &BTreeMap<String, Wishes>,
        leaving: &Leaving,
    ) -> Result<BTreeMap<String, Sheet>, Diagnostic> {
        let path = |slug: &Slug| Work::Release(slug.clone()).path(self.locale);
        let meant = |slug: &Slug| self.works.is_none_or(|set| set.is_match(slug.as_str()));
        let is_touched = |slug: &Slug| {
            let path = path(slug);
            found.contains_key(&path) || leaving.contains_key(&path) && meant(slug)
        };
        let none = Wishes::default();
        let sheet = |edition: &Edition| {
            self.seen.is_still(edition)?;
            let path = edition.path();
            let wishes = found.get(&path).unwrap_or(&none);
            Ok((path, wishes.sheet(edition, leaving)))
        };
        let visited = self.desk.visit_again(is_touched, |release| {
            let is_wanted = release.release.front.is_for(self.locale) && release.is_readable();
            is_wanted.then(|| sheet(&self.desk.edition(release, self.locale)))
        });
        let gone = visited.told.into_iter().next().map(Err);
        visited.seen.into_iter().flatten().chain(gone).collect()
    }

    /// Takes what others took over out of the files that are not brought up to date themselves.
    fn take_out(
        &self,
        renewed: &mut Vec<Renewed>,
        leaving: &Leaving,
        done: &BTreeSet<String>,
    ) -> Result<(), Diagnostic> {
        for (path, ids) in leaving.iter().filter(|(path, _)| !done.contains(*path)) {
            let stray = self.stray.values().find(|catalog| catalog.source.path() == path);
            let read = match stray {
                Some(catalog) => Some(catalog.clone()),
                None => self.desk.catalog(path).0,
            };
            let Some(catalog) = read else { return Err(changed(path)) };
            if stray.is_none() {
                self.seen.is_same(path, Some(&catalog))?;
            }
            let text = transplant::without(&catalog, ids, self.desk.newsroom.source_locale().tag());
            renewed.push(Renewed {
                path: path.clone(),
                read: Some(catalog.source.text().to_owned()),
                update: Update {
                    text,
                    changes: Vec::new(),
                },
            });
        }
        Ok(())
    }

    /// Turns the new texts into changes of files, byte for byte against what is there now; what changes nothing is dropped.
    fn plan(&mut self, mut renewed: Vec<Renewed>) {
        renewed.sort_by(|one, other| one.path.cmp(&other.path));
        for Renewed { path, read, update } in renewed {
            let text = Some(update.text.as_str()).filter(|text| !text.is_empty());
            match self.desk.change(&path, read.as_deref(), text) {
                Ok(change) if change.read == change.write => {}
                Ok(change) => {
                    self.updating.plan.push(change);
                    self.updating.updates.push((path, update));
                }
                Err(error) => {
                    self.updating.told.push(error);
                    self.updating.plan.clear();
                    self.updating.updates.clear();
                    break;
                }
            }
        }
        self.updating.loss = Loss::of(self.seen.good, &self.updating.updates);
    }
}

/// What others take over from each file, by its path.
type Leaving = BTreeMap<String, BTreeSet<SegmentId>>;

/// A file brought up to date, nothing if it is none of our business, or what is wrong with it.
type Sheet = Result<Option<Renewed>, Vec<Diagnostic>>;

/// A file whose messages went to one that cannot be written is left alone, so that they are not lost; and so on.
fn leave_alone(found: &BTreeMap<String, Wishes>, sheets: &mut BTreeMap<String, Sheet>, leaving: &mut Leaving) {
    loop {
        let stuck = sheets
            .iter()
            .filter(|(_, sheet)| !matches!(sheet, Ok(Some(_))))
            .filter_map(|(path, _)| found.get(path));
        let kept: BTreeSet<String> = stuck.flat_map(Wishes::taken).map(|(path, _)| path).collect();
        let before = leaving.len();
        leaving.retain(|path, _| !kept.contains(path));
        if leaving.len() == before {
            return;
        }
        for (_, sheet) in sheets
            .iter_mut()
            .filter(|(path, sheet)| kept.contains(*path) && sheet.is_ok())
        {
            *sheet = Ok(None);
        }
    }
}

/// What was found for the segments of one file, by their number.
#[derive(Default)]
struct Wishes {
    path: String,
    drafts: BTreeMap<usize, Prefill>,
    transplants: Vec<Transplant>,
}

impl Wishes {
    /// What it takes over from other files: path and id.
    fn taken(&self) -> impl Iterator<Item = (String, SegmentId)> {
        let from = self.transplants.iter().filter_map(Transplant::leaves);
        from.filter(|(from, _)| *from != self.path).cloned()
    }

    /// The file with what comes to it and without what leaves it, brought up to date.
    fn sheet(&self, edition: &Edition, leaving: &Leaving) -> Sheet {
        if edition.is_broken() {
            return Err(edition.told.clone());
        }
        let path = edition.path();
        let mut existing = transplant::plant(edition, &self.transplants);
        if let (Some(catalog), Some(ids)) = (&existing, leaving.get(&path)) {
            let text = transplant::cut(catalog, &edition.source, |message| {
                !message.is_term && ids.contains(&message.id)
            });
            existing = Some(parse(Source::new(path.as_str(), text)).0);
        }
        let rules = match edition.work {
            Work::Release(_) => Rules::PROSE,
            Work::Site | Work::Glossary => Rules::FLUENT,
        };
        let units = edition.units.iter().enumerate();
        let wanted: Vec<_> = units
            .map(|(n, unit)| worksheet::Wanted {
                draft: self.drafts.get(&n).cloned(),
                ..worksheet::Wanted::of(&unit.wanted)
            })
            .collect();
        let update = worksheet::update(existing.as_ref(), &wanted, &path, &edition.source, rules);
        let read = edition.catalog.as_ref().map(|catalog| catalog.source.text().to_owned());
        update
            .map(|update| Some(Renewed { path, read, update }))
            .map_err(|error| vec![error])
    }
}

/// The catalogs of a locale whose release is gone; one that could not be read is not.
fn stray(desk: &Desk<'_>, locale: &Locale, told: &mut Vec<Diagnostic>) -> BTreeMap<Slug, Catalog> {
    let folder = format!("locales/{locale}/releases");
    let paths = match desk.newsroom.files(&folder, "ftl") {
        Ok(paths) => paths,
        Err(error) => {
            told.push(error);
            return BTreeMap::new();
        }
    };
    let name = |path: &str| {
        Slug::new(
            path.strip_prefix(&folder)?
                .trim_start_matches('/')
                .trim_end_matches(".ftl"),
        )
        .ok()
    };
    let strays = paths
        .iter()
        .filter_map(|path| Some((name(path)?, path)))
        .filter(|(slug, _)| !desk.has(slug));
    let read = strays.filter_map(|(slug, path)| match desk.catalog(path) {
        (Some(catalog), problems) if problems.is_empty() => Some((slug, catalog)),
        (_, problems) => {
            told.extend(problems);
            None
        }
    });
    read.collect()
}

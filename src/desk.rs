//! The newsroom on the table: every release with its ids as they would be after an extraction, and its editions.

use crate::catalog::quote::{Quote, english_of};
use crate::catalog::resolve::resolve;
use crate::catalog::source::SourceCatalog;
use crate::catalog::terms::Terms;
use crate::catalog::{Catalog, Message, guard, parse};
use crate::diagnostic::{Diagnostic, Severity};
use crate::edition::{Edition, Form, State, Unit, Wanted, Work};
use crate::extraction::{self, Committed, Extracted, Extraction, Pairings};
use crate::locale::Locale;
use crate::names::{SegmentId, Slug};
use crate::newsroom::write::{Change, changed};
use crate::newsroom::{self, Newsroom};
use crate::release;
use globset::GlobSet;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// A newsroom, read.
pub struct Desk<'a> {
    /// Where it lies.
    pub newsroom: &'a Newsroom,
    /// The releases with their ids, and what an extraction would change.
    pub extraction: Extraction,
    /// The locales that translations are kept in.
    pub locales: Vec<Locale>,
    /// The hand-written catalogs of the source locale.
    pub own: Vec<Own>,
    /// The terms of every locale.
    pub terms: BTreeMap<Locale, Terms>,
    /// The terms of every locale that are not fit to be published, by name, and why.
    unsettled: BTreeMap<Locale, Unsettled>,
    /// What is wrong with files of the source locale, and with names of files.
    pub told: Vec<Diagnostic>,
    /// The releases that were not read, because it is known what would come of them.
    pub spared: BTreeSet<Slug>,
    /// The releases that are there but could not be read, or their source catalogs could not; what is wrong is among what is told. Whatever
    /// belongs to them waits.
    pub unread: BTreeSet<Slug>,
}

/// A hand-written catalog of the source locale, which is translated like a release.
pub struct Own {
    /// Which it is.
    pub work: Work,
    /// The file.
    pub catalog: Catalog,
}

impl<'a> Desk<'a> {
    /// Reads a newsroom.
    ///
    /// # Errors
    /// A diagnostic (code `io`) if its folders cannot be listed, or a catalog cannot be read on which every release depends: of the site,
    /// of terms. What is wrong with single files is among what is told.
    pub fn open(newsroom: &'a Newsroom) -> Result<Desk<'a>, Diagnostic> {
        Desk::read(newsroom, &Pairings::default(), |_| false)
    }

    /// Reads a newsroom but for the releases that are `known` to be sound and to have a source catalog that is up to date: those take no
    /// part in any alignment, so that nothing is different for the others.
    ///
    /// # Errors
    /// As [`Desk::open`].
    pub fn open_without(newsroom: &'a Newsroom, known: impl Fn(&Slug) -> bool) -> Result<Desk<'a>, Diagnostic> {
        Desk::read(newsroom, &Pairings::default(), known)
    }

    /// Reads a newsroom; where the editor said which segment is which, that is how it is.
    ///
    /// # Errors
    /// As [`Desk::open`].
    pub fn open_with(newsroom: &'a Newsroom, pairings: &Pairings) -> Result<Desk<'a>, Diagnostic> {
        Desk::read(newsroom, pairings, |_| false)
    }

    fn read(
        newsroom: &'a Newsroom,
        pairings: &Pairings,
        known: impl Fn(&Slug) -> bool,
    ) -> Result<Desk<'a>, Diagnostic> {
        let (slugs, mut told) = newsroom.slugs()?;
        let (spared, slugs): (Vec<Slug>, Vec<Slug>) = slugs.into_iter().partition(|slug| known(slug));
        let spared: BTreeSet<Slug> = spared.into_iter().collect();
        let (locales, strange) = newsroom.locales()?;
        told.extend(strange);
        let source = newsroom.source_locale().clone();
        let read: Vec<_> = slugs.par_iter().map(|slug| read_release(newsroom, slug)).collect();
        let mut unread = failed(&slugs, &read);
        let mut releases = sound(read, &mut told);
        let folder = format!("locales/{source}/releases");
        let paths = newsroom.files(&folder, "ftl")?;
        let (slugs, strange) = catalog_slugs(&folder, &paths);
        told.extend(strange);
        // A release that could not be read is not gone: nobody takes over its segments, and its catalog stays.
        let is_known = |slug: &Slug| spared.contains(slug) || unread.contains(slug);
        let slugs: Vec<Slug> = slugs.into_iter().filter(|slug| !is_known(slug)).collect();
        let catalogs: Vec<_> = slugs
            .par_iter()
            .map(|slug| read_committed(newsroom, &source, slug))
            .collect();
        unread.extend(failed(&slugs, &catalogs));
        let committed = sound(catalogs, &mut told).into_iter().collect();
        releases.retain(|(release, _)| !unread.contains(&release.slug));
        let extraction = extraction::extract(source.tag(), releases, committed, pairings);
        told.extend(extraction.releases.iter().flat_map(|one| one.told.iter().cloned()));
        told.extend(
            extraction
                .orphans
                .values()
                .flat_map(|orphan| orphan.told.iter().cloned()),
        );
        let own = own(newsroom, &source, &mut told)?;
        let terms = of_each(&locales, |locale| terms(newsroom, locale))?;
        let unsettled = of_each(&locales, |locale| unsettled(newsroom, &own, locale))?;
        Ok(Desk {
            newsroom,
            extraction,
            locales,
            own,
            terms,
            unsettled,
            told,
            spared,
            unread,
        })
    }

    /// The releases whose slug `works` matches; all if it is none.
    pub fn releases<'s>(&'s self, works: Option<&'s GlobSet>) -> impl Iterator<Item = &'s Extracted> {
        self.extraction
            .releases
            .iter()
            .filter(move |one| works.is_none_or(|set| set.is_match(one.release.slug.as_str())))
    }

    /// Everything that is translated: the newsroom's own catalogs, then the releases.
    pub fn works(&self) -> Vec<Work> {
        let releases = self
            .extraction
            .releases
            .iter()
            .map(|one| Work::Release(one.release.slug.clone()));
        let spared = self.spared.iter().map(|slug| Work::Release(slug.clone()));
        let releases: BTreeSet<Work> = releases.chain(spared).collect();
        self.own.iter().map(|own| own.work.clone()).chain(releases).collect()
    }

    /// The names of everything that is translated.
    pub fn names(&self) -> Vec<&str> {
        let releases = self.extraction.releases.iter().map(|one| one.release.slug.as_str());
        let releases: BTreeSet<&str> = releases.chain(self.spared.iter().map(Slug::as_str)).collect();
        self.own.iter().map(|own| own.work.name()).chain(releases).collect()
    }

    /// The editions of everything that `works` matches, in one locale: the newsroom's own catalogs, then the releases
    /// that are meant for it.
    pub fn editions(&self, locale: &Locale, works: Option<&GlobSet>) -> Vec<Edition> {
        let releases: Vec<&Extracted> = self
            .releases(works)
            .filter(|one| one.release.front.is_for(locale))
            .collect();
        let of_releases: Vec<Edition> = releases.par_iter().map(|one| self.edition(one, locale)).collect();
        let own = self
            .own_editions(locale)
            .into_iter()
            .filter(|edition| works.is_none_or(|set| set.is_match(edition.work.name())));
        own.chain(of_releases).collect()
    }

    /// One release in one locale.
    pub fn edition(&self, release: &Extracted, locale: &Locale) -> Edition {
        let work = Work::Release(release.release.slug.clone());
        let (catalog, told) = self.catalog(&work.path(locale));
        let source = self.newsroom.source_locale().tag();
        let none = Terms::default();
        let mut edition = edition(
            work,
            locale.clone(),
            release.wanted(),
            catalog,
            told,
            &Reading {
                source,
                terms: Some(self.terms.get(locale).unwrap_or(&none)),
                counterparts: self.counterparts(locale),
            },
        );
        if let Some(unsettled) = self.unsettled.get(locale).filter(|unsettled| !unsettled.is_empty()) {
            distrust(&mut edition, unsettled);
        }
        edition
    }

    fn counterparts(&self, locale: &Locale) -> BTreeMap<String, String> {
        let own = self.newsroom.config.locales.get(locale);
        own.map(|own| own.links.clone()).unwrap_or_default()
    }

    /// The newsroom's own catalogs in one locale.
    pub fn own_editions(&self, locale: &Locale) -> Vec<Edition> {
        let source = self.newsroom.source_locale().tag();
        let one = |own: &Own| {
            let (catalog, told) = self.catalog(&own.work.path(locale));
            edition(
                own.work.clone(),
                locale.clone(),
                wanted(&own.catalog),
                catalog,
                told,
                &Reading {
                    source,
                    terms: None,
                    counterparts: BTreeMap::new(),
                },
            )
        };
        self.own.iter().map(one).collect()
    }

    /// A catalog of the newsroom, and what is wrong with it.
    pub fn catalog(&self, path: &str) -> (Option<Catalog>, Vec<Diagnostic>) {
        read_catalog(self.newsroom, path).unwrap_or_else(|error| (None, vec![error]))
    }

    /// The change that puts `text` where a catalog with the text `from` was read: nothing for a file that was not there, or shall not be.
    ///
    /// # Errors
    /// A diagnostic: code `changed` if somebody saved the file since it was read, `io` if it cannot be read any more.
    pub fn change(&self, path: &str, from: Option<&str>, text: Option<&str>) -> Result<Change, Diagnostic> {
        let read = self.newsroom.read(path)?;
        let now = read.as_deref().map(|bytes| guard::decode(path, bytes)).transpose();
        match now {
            Ok(now) if now.as_ref().map(|(source, _)| source.text()) == from => Ok(Change {
                path: path.to_owned(),
                write: text.map(|text| guard::bytes(text, now.is_some_and(|(_, mark)| mark))),
                read,
            }),
            _ => Err(changed(path)),
        }
    }

    /// The text of one of the newsroom's own catalogs in the source locale; empty if there is none.
    pub fn own_text(&self, work: &Work) -> String {
        self.own
            .iter()
            .find(|own| &own.work == work)
            .map(|own| own.catalog.source.text().to_owned())
            .unwrap_or_default()
    }

    /// The terms of the source locale.
    pub fn own_terms(&self) -> Terms {
        let glossaries = self
            .own
            .iter()
            .filter(|own| own.work == Work::Glossary)
            .map(|own| &own.catalog);
        Terms::from_catalogs(&glossaries.collect::<Vec<_>>())
    }

    /// The newsroom's own templates by file name.
    ///
    /// # Errors
    /// A diagnostic (code `io`) if the folder or a file cannot be read.
    pub fn templates(&self) -> Result<BTreeMap<String, String>, Diagnostic> {
        let mut templates = BTreeMap::new();
        for ext in ["html", "txt", "css", "xml"] {
            for path in self.newsroom.files("templates", ext)? {
                let Some(bytes) = self.newsroom.read(&path)? else {
                    continue;
                };
                let name = path.trim_start_matches("templates/").to_owned();
                templates.insert(name, newsroom::text(&path, bytes)?.text().to_owned());
            }
        }
        Ok(templates)
    }
}

/// Those that could not be read.
fn failed<T>(slugs: &[Slug], read: &[Result<T, Diagnostic>]) -> BTreeSet<Slug> {
    let pairs = slugs.iter().zip(read).filter(|(_, read)| read.is_err());
    pairs.map(|(slug, _)| slug.clone()).collect()
}

/// What could be read; what is wrong with the rest is told.
fn sound<T>(read: Vec<Result<T, Diagnostic>>, told: &mut Vec<Diagnostic>) -> Vec<T> {
    let keep = |result: Result<T, Diagnostic>| result.map_err(|error| told.push(error)).ok();
    read.into_iter().filter_map(keep).collect()
}

fn read_release(newsroom: &Newsroom, slug: &Slug) -> Result<(release::Release, Vec<Diagnostic>), Diagnostic> {
    let path = format!("releases/{slug}.md");
    let bytes = newsroom.read(&path)?.unwrap_or_default();
    Ok(release::parse(newsroom::text(&path, bytes)?, slug.clone()))
}

/// The releases that the catalogs of the source locale belong to, and what is wrong with names of files.
fn catalog_slugs(folder: &str, paths: &[String]) -> (Vec<Slug>, Vec<Diagnostic>) {
    let (mut slugs, mut told) = (Vec::new(), Vec::new());
    for path in paths {
        let name = path.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/'));
        let name = name.and_then(|name| name.strip_suffix(".ftl")).unwrap_or(path);
        match Slug::new(name) {
            Ok(slug) => slugs.push(slug),
            Err(why) => told.push(
                Diagnostic::error("io", format!("`{path}` belongs to no release: {why}"))
                    .with_help("remove the file, or rename it like its release"),
            ),
        }
    }
    (slugs, told)
}

fn read_committed(newsroom: &Newsroom, source: &Locale, slug: &Slug) -> Result<(Slug, Committed), Diagnostic> {
    let path = &Work::Release(slug.clone()).path(source);
    let Some(bytes) = newsroom.read(path)? else {
        return Err(Diagnostic::error("io", format!("`{path}` is gone")).with_help("run the command again"));
    };
    let (catalog, told) = catalog_of(path, &bytes);
    match catalog {
        Some(catalog) => {
            let (read, mut told) = (SourceCatalog::read(&catalog), told);
            told.extend(read.1);
            Ok((
                slug.clone(),
                Committed {
                    catalog: read.0,
                    source: catalog.source,
                    bytes,
                    told,
                },
            ))
        }
        None => Err(told.into_iter().next().unwrap_or_else(|| {
            Diagnostic::error("io", format!("`{path}` cannot be read")).with_help("run the command again")
        })),
    }
}

/// A catalog, if there is a file, and what is wrong with its text; an error if the file cannot be read.
fn read_catalog(newsroom: &Newsroom, path: &str) -> Result<(Option<Catalog>, Vec<Diagnostic>), Diagnostic> {
    let read = newsroom.read(path)?;
    Ok(read.map_or((None, Vec::new()), |bytes| catalog_of(path, &bytes)))
}

fn catalog_of(path: &str, bytes: &[u8]) -> (Option<Catalog>, Vec<Diagnostic>) {
    match guard::decode(path, bytes) {
        Ok((source, _)) => {
            let (catalog, told) = parse::parse(source);
            (Some(catalog), told)
        }
        Err(error) => (None, vec![error]),
    }
}

/// Something of each locale.
fn of_each<T>(
    locales: &[Locale],
    of: impl Fn(&Locale) -> Result<T, Diagnostic>,
) -> Result<BTreeMap<Locale, T>, Diagnostic> {
    let each = locales.iter().map(|locale| Ok((locale.clone(), of(locale)?)));
    each.collect()
}

/// The terms of a locale's glossary.
fn terms(newsroom: &Newsroom, locale: &Locale) -> Result<Terms, Diagnostic> {
    let (catalog, _) = read_catalog(newsroom, &Work::Glossary.path(locale))?;
    Ok(Terms::from_catalogs(&catalog.iter().collect::<Vec<_>>()))
}

/// Terms that are not fit to be published, by name, with their state.
type Unsettled = BTreeMap<String, State>;

/// The terms of a locale whose English changed since they were translated, or that nobody confirmed; and those that use one of them.
fn unsettled(newsroom: &Newsroom, own: &[Own], locale: &Locale) -> Result<Unsettled, Diagnostic> {
    let mut found = Unsettled::new();
    for own in own.iter().filter(|own| own.work == Work::Glossary) {
        let (catalog, told) = read_catalog(newsroom, &own.work.path(locale))?;
        let reading = Reading {
            source: newsroom.source_locale().tag(),
            terms: None,
            counterparts: BTreeMap::new(),
        };
        let glossary = edition(
            own.work.clone(),
            locale.clone(),
            wanted(&own.catalog),
            catalog,
            told,
            &reading,
        );
        let terms: Vec<&Unit> = glossary
            .units
            .iter()
            .filter(|unit| unit.wanted.is_term && unit.message.is_some())
            .collect();
        loop {
            let before = found.len();
            for unit in &terms {
                let uses = |name: &String| mentions(unit.text.as_deref().unwrap_or_default(), name);
                let inherited = found.iter().find(|(name, _)| uses(name)).map(|(_, state)| *state);
                let state = Some(unit.state()).filter(|state| *state != State::Fresh).or(inherited);
                if let Some(state) = state {
                    found.entry(unit.wanted.id.to_string()).or_insert(state);
                }
            }
            if found.len() == before {
                break;
            }
        }
    }
    Ok(found)
}

/// Whether a Fluent text refers to the term of this name.
fn mentions(text: &str, name: &str) -> bool {
    let continues = |rest: &str| rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    let mut rest = text;
    while let Some((_, after)) = rest.split_once('{') {
        rest = after;
        let reference = after
            .trim_start()
            .strip_prefix('-')
            .and_then(|after| after.strip_prefix(name));
        if reference.is_some_and(|after| !continues(after)) {
            return true;
        }
    }
    false
}

/// A translation is not better than the terms in it: what uses one that is not fresh has a problem, and is not published.
fn distrust(edition: &mut Edition, unsettled: &Unsettled) {
    let glossary = Work::Glossary.path(&edition.locale);
    let mut problems: Vec<(usize, Diagnostic)> = Vec::new();
    for (at, unit) in edition.units.iter().enumerate() {
        for (name, state) in unit.terms.iter().filter_map(|name| unsettled.get_key_value(name)) {
            let error = Diagnostic::error(
                "reference",
                format!("the term `-{name}` in the translation is {}", state.as_str()),
            );
            let help = format!(
                "bring `-{name}` up to date in {glossary}, then run `pressroom accept {} glossary#{name}`",
                edition.locale
            );
            problems.push((at, error.at(edition.value_place(unit)).with_help(help)));
        }
    }
    for (at, problem) in problems {
        edition.units[at].problems.push(problem);
    }
}

/// The hand-written catalogs of the source locale that exist.
fn own(newsroom: &Newsroom, source: &Locale, told: &mut Vec<Diagnostic>) -> Result<Vec<Own>, Diagnostic> {
    let mut own = Vec::new();
    for work in [Work::Site, Work::Glossary] {
        let (catalog, problems) = read_catalog(newsroom, &work.path(source))?;
        told.extend(problems);
        own.extend(catalog.map(|catalog| Own { work, catalog }));
    }
    Ok(own)
}

/// What is needed to read a locale's catalog.
struct Reading<'a> {
    source: &'a str,
    /// The terms that translations may use; none for catalogs whose values are Fluent and not text.
    terms: Option<&'a Terms>,
    /// Addresses that have a counterpart in the locale.
    counterparts: BTreeMap<String, String>,
}

/// What is wanted, beside what the locale's catalog has.
fn edition(
    work: Work,
    locale: Locale,
    wanted: Vec<Wanted>,
    catalog: Option<Catalog>,
    told: Vec<Diagnostic>,
    reading: &Reading<'_>,
) -> Edition {
    let mut messages: BTreeMap<(bool, SegmentId), Message> = BTreeMap::new();
    let mut order = Vec::new();
    for message in catalog.iter().flat_map(Catalog::messages) {
        let key = (message.is_term, message.id.clone());
        if let std::collections::btree_map::Entry::Vacant(free) = messages.entry(key.clone()) {
            free.insert(message.clone());
            order.push(key);
        }
    }
    let unit = |wanted: Wanted| {
        let message = messages.remove(&(wanted.is_term, wanted.id.clone()));
        unit(wanted, message, catalog.as_ref(), reading)
    };
    let units = wanted.into_iter().map(unit).collect();
    let obsolete = order
        .iter()
        .filter_map(|key| messages.remove(key))
        .filter(|message| !message.is_stub())
        .collect();
    Edition {
        work,
        locale,
        units,
        obsolete,
        catalog,
        told,
        source: reading.source.to_owned(),
        counterparts: reading.counterparts.clone(),
    }
}

fn unit(wanted: Wanted, message: Option<Message>, catalog: Option<&Catalog>, reading: &Reading<'_>) -> Unit {
    let quote = catalog
        .zip(message.as_ref())
        .map(|(catalog, message)| Quote::of(catalog, message, reading.source));
    let quote = quote.unwrap_or_default();
    let form = if reading.terms.is_some() {
        Form::Markdown
    } else {
        Form::Fluent
    };
    let mut unit = Unit {
        form,
        wanted,
        quote,
        text: None,
        terms: Vec::new(),
        problems: Vec::new(),
        message: None,
    };
    let Some(message) = message else { return unit };
    match (reading.terms, &message.value, catalog) {
        _ if message.is_stub() => {}
        (Some(terms), Some(value), Some(catalog)) => {
            let resolved = resolve(value, terms);
            unit.problems = resolved
                .problems
                .iter()
                .map(|problem| problem.diagnostic(&catalog.source))
                .collect();
            unit.text = Some(resolved.text);
            unit.terms = resolved.terms;
        }
        (None, _, Some(catalog)) => unit.text = Some(english_of(catalog, &message)),
        _ => {}
    }
    unit.message = Some(message);
    unit
}

/// What has to be translated of a hand-written catalog: every message and term, its value as it stands in the file.
fn wanted(catalog: &Catalog) -> Vec<Wanted> {
    let one = |message: &Message| Wanted {
        id: message.id.clone(),
        is_term: message.is_term,
        english: english_of(catalog, message),
        equivalents: Vec::new(),
        note: None,
        place: catalog.source.place(message.id_span.clone()),
    };
    catalog.messages().map(one).collect()
}

/// Whether anything told is an error.
pub fn has_errors(told: &[Diagnostic]) -> bool {
    told.iter().any(|told| told.severity == Severity::Error)
}

//! The newsroom on the table: every release with its ids as they would be after an extraction, and its editions.

mod files;
mod laying;
mod unsettled;

use crate::catalog::terms::Terms;
use crate::catalog::{Catalog, guard};
use crate::diagnostic::Diagnostic;
use crate::edition::{Edition, Work};
use crate::extraction::{self, Committed, Extracted, Extraction, Pairings};
use crate::locale::Locale;
use crate::names::Slug;
use crate::newsroom::write::{Change, changed};
use crate::newsroom::{self, Newsroom};
use crate::release::Release;
use files::{catalog_slug, read_catalog, read_committed, read_release};
use globset::GlobSet;
use laying::{Reading, edition, wanted};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicUsize, Ordering};
use unsettled::{Unsettled, distrust, unsettled};

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
    /// The releases that are sound and have nothing to extract, where they are not kept but read again when they are visited.
    settled: BTreeSet<Slug>,
    /// Who is told how far a visit is.
    watch: Option<&'a Watch<'a>>,
}

/// Somebody who is told, from any thread, how many of how many releases were visited.
pub type Watch<'w> = dyn Fn(usize, usize) + Sync + 'w;

/// Which releases are kept on the desk.
enum Keep<'k> {
    /// All of them.
    All,
    /// Those that have something to extract, or something to be told about; for which this holds, they are not even read.
    Open(&'k (dyn Fn(&Slug) -> bool + Sync)),
}

/// What a visit to many releases brought.
#[derive(Debug)]
pub struct Visited<T> {
    /// What was seen, in the order of the slugs.
    pub seen: Vec<T>,
    /// What is wrong with releases that could not be visited.
    pub told: Vec<Diagnostic>,
    /// Which these are.
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
    /// Reads a newsroom and keeps all of it.
    ///
    /// # Errors
    /// A diagnostic (code `io`) if its folders cannot be listed, or a catalog cannot be read on which every release depends: of the site,
    /// of terms. What is wrong with single files is among what is told.
    pub fn open(newsroom: &'a Newsroom) -> Result<Desk<'a>, Diagnostic> {
        Desk::read(newsroom, &Pairings::default(), &Keep::All)
    }

    /// Reads a newsroom of any size: what is sound and has nothing to extract is not kept, but read again by [`Desk::visit`]. It takes no
    /// part in any alignment, so that nothing is different for the others.
    ///
    /// # Errors
    /// As [`Desk::open`].
    pub fn open_lean(newsroom: &'a Newsroom) -> Result<Desk<'a>, Diagnostic> {
        Desk::open_with(newsroom, &Pairings::default())
    }

    /// The same; the releases that are `known` to be sound and settled, and of which it is known what would come, are not even read.
    ///
    /// # Errors
    /// As [`Desk::open`].
    pub fn open_sparing(
        newsroom: &'a Newsroom,
        known: &(dyn Fn(&Slug) -> bool + Sync),
    ) -> Result<Desk<'a>, Diagnostic> {
        Desk::read(newsroom, &Pairings::default(), &Keep::Open(known))
    }

    /// As [`Desk::open_lean`], to extract from it; where the editor said which segment is which, that is how it is.
    ///
    /// # Errors
    /// As [`Desk::open`].
    pub fn open_with(newsroom: &'a Newsroom, pairings: &Pairings) -> Result<Desk<'a>, Diagnostic> {
        Desk::read(newsroom, pairings, &Keep::Open(&|_| false))
    }

    fn read(newsroom: &'a Newsroom, pairings: &Pairings, keep: &Keep<'_>) -> Result<Desk<'a>, Diagnostic> {
        let (slugs, mut told) = newsroom.slugs()?;
        let (locales, strange) = newsroom.locales()?;
        told.extend(strange);
        let source = newsroom.source_locale().clone();
        let is_spared = |slug: &Slug| matches!(keep, Keep::Open(known) if known(slug));
        let (spared, slugs): (Vec<Slug>, Vec<Slug>) = slugs.into_iter().partition(is_spared);
        let mut desk = Desk {
            newsroom,
            extraction: Extraction::default(),
            locales,
            own: Vec::new(),
            terms: BTreeMap::new(),
            unsettled: BTreeMap::new(),
            told,
            spared: spared.into_iter().collect(),
            settled: BTreeSet::new(),
            unread: BTreeSet::new(),
            watch: None,
        };
        let (releases, committed) = desk.releases_and_catalogs(&slugs, keep)?;
        desk.extraction = extraction::extract(source.tag(), releases, committed, pairings);
        let of_releases = desk.extraction.releases.iter().map(|one| &one.told);
        let of_orphans = desk.extraction.orphans.values().map(|orphan| &orphan.told);
        desk.told.extend(of_releases.chain(of_orphans).flatten().cloned());
        desk.own = own(newsroom, &source, &mut desk.told)?;
        desk.terms = of_each(&desk.locales, |locale| terms(newsroom, locale))?;
        desk.unsettled = of_each(&desk.locales, |locale| unsettled(newsroom, &desk.own, locale))?;
        Ok(desk)
    }

    /// The source catalogs of the releases that are not spared. What is wrong with names of files is told.
    fn catalog_paths(&mut self) -> Result<BTreeMap<Slug, String>, Diagnostic> {
        let folder = format!("locales/{}/releases", self.newsroom.source_locale());
        let mut catalogs = BTreeMap::new();
        for path in self.newsroom.files(&folder, "ftl")? {
            match catalog_slug(&folder, &path) {
                Ok(slug) if self.spared.contains(&slug) => {}
                Ok(slug) => drop(catalogs.insert(slug, path)),
                Err(error) => self.told.push(error),
            }
        }
        Ok(catalogs)
    }

    /// The releases and source catalogs that are to be kept. What is wrong with the others is told.
    fn releases_and_catalogs(&mut self, slugs: &[Slug], keep: &Keep<'_>) -> Result<Kept, Diagnostic> {
        let newsroom = self.newsroom;
        let catalogs = self.catalog_paths()?;
        let read = |slug: &Slug| {
            let catalog = catalogs.get(slug).map(|path| read_committed(newsroom, path));
            Pair {
                release: read_release(newsroom, slug),
                catalog,
            }
        };
        let lean = matches!(keep, Keep::Open(_));
        let pairs: Vec<(&Slug, Option<Pair>)> = slugs
            .par_iter()
            .map(|slug| (slug, Some(read(slug)).filter(|pair| !(lean && pair.is_settled()))))
            .collect();
        let mut kept = Kept::default();
        for (slug, pair) in pairs {
            let Some(pair) = pair else {
                self.settled.insert(slug.clone());
                continue;
            };
            match pair.read() {
                Ok((release, catalog)) => {
                    kept.0.push(release);
                    kept.1.extend(catalog.map(|catalog| (slug.clone(), catalog)));
                }
                // It is not gone: nobody takes over its segments, and its catalog stays.
                Err(errors) => {
                    self.told.extend(errors);
                    self.unread.insert(slug.clone());
                }
            }
        }
        let is_orphan = |slug: &Slug| slugs.binary_search(slug).is_err();
        let orphans: Vec<(&Slug, &String)> = catalogs.iter().filter(|(slug, _)| is_orphan(slug)).collect();
        let read = |(slug, path): &(&Slug, &String)| ((*slug).clone(), read_committed(newsroom, path));
        for (slug, catalog) in orphans.par_iter().map(read).collect::<Vec<_>>() {
            match catalog {
                Ok(catalog) => drop(kept.1.insert(slug, catalog)),
                Err(error) => {
                    self.told.push(error);
                    self.unread.insert(slug);
                }
            }
        }
        Ok(kept)
    }

    /// The same desk, with somebody told how far every visit is.
    pub fn watched(mut self, watch: &'a Watch<'a>) -> Desk<'a> {
        self.watch = Some(watch);
        self
    }

    /// Looks at the releases for which `wanted` holds, many at once; each is let go before the next is read, unless it is kept anyway.
    pub fn visit<T: Send>(
        &self,
        wanted: impl Fn(&Slug) -> bool + Sync,
        look: impl Fn(&Extracted) -> T + Sync,
    ) -> Visited<T> {
        self.visit_each(self.read_slugs().filter(|slug| wanted(slug)), look)
    }

    /// The same for any release, also for those that the desk spared.
    pub fn visit_again<T: Send>(
        &self,
        wanted: impl Fn(&Slug) -> bool + Sync,
        look: impl Fn(&Extracted) -> T + Sync,
    ) -> Visited<T> {
        let slugs = self.read_slugs().chain(&self.spared);
        self.visit_each(slugs.filter(|slug| wanted(slug)), look)
    }

    /// The releases that were read.
    fn read_slugs(&self) -> impl Iterator<Item = &Slug> {
        let kept = self.extraction.releases.iter().map(|one| &one.release.slug);
        kept.chain(&self.settled)
    }

    fn visit_each<'s, T: Send>(
        &self,
        slugs: impl Iterator<Item = &'s Slug>,
        look: impl Fn(&Extracted) -> T + Sync,
    ) -> Visited<T> {
        let slugs: BTreeSet<&Slug> = slugs.collect();
        let slugs: Vec<&Slug> = slugs.into_iter().collect();
        let done = AtomicUsize::new(0);
        let visit = |slug: &&Slug| {
            let seen = match self.extraction.release(slug) {
                Some(one) => Ok(look(one)),
                None => self.settled(slug).map(|one| look(&one)),
            };
            let seen = seen.map_err(|error| ((*slug).clone(), error));
            let count = done.fetch_add(1, Ordering::Relaxed) + 1;
            self.watch.inspect(|watch| watch(count, slugs.len()));
            seen
        };
        let mut visited = Visited {
            seen: Vec::new(),
            told: Vec::new(),
            unread: BTreeSet::new(),
        };
        for seen in slugs.par_iter().map(visit).collect::<Vec<_>>() {
            match seen {
                Ok(seen) => visited.seen.push(seen),
                Err((slug, error)) => {
                    visited.told.push(error);
                    visited.unread.insert(slug);
                }
            }
        }
        visited
    }

    /// Looks at one release; nothing if there is none, or none that can be read.
    pub fn look_at<T>(&self, slug: &Slug, look: impl FnOnce(&Extracted) -> T) -> Option<T> {
        match self.extraction.release(slug) {
            Some(one) => Some(look(one)),
            None if self.settled.contains(slug) || self.spared.contains(slug) => {
                self.settled(slug).ok().map(|one| look(&one))
            }
            None => None,
        }
    }

    /// Keeps a release that was not kept, so that something can be done to it.
    ///
    /// # Errors
    /// A diagnostic (code `changed`) if it was changed since the desk was read.
    pub fn keep(&mut self, slug: &Slug) -> Result<(), Diagnostic> {
        if self.settled.contains(slug) {
            let (release, own) = self.settled_pair(slug)?;
            let one = extraction::unchanged(release, Vec::new(), own);
            let releases = &mut self.extraction.releases;
            let at = releases.partition_point(|kept| kept.release.slug < *slug);
            releases.insert(at, one);
            self.settled.remove(slug);
        }
        Ok(())
    }

    /// Whether there is a release of this name, whatever is known of it.
    pub fn has(&self, slug: &Slug) -> bool {
        let read = self.extraction.release(slug).is_some();
        read || [&self.settled, &self.spared, &self.unread]
            .iter()
            .any(|slugs| slugs.contains(slug))
    }

    /// A release that was settled when the desk was read.
    fn settled(&self, slug: &Slug) -> Result<Extracted, Diagnostic> {
        let (release, own) = self.settled_pair(slug)?;
        Ok(extraction::settled(release, own))
    }

    /// The same with its source catalog, apart.
    fn settled_pair(&self, slug: &Slug) -> Result<(Release, Committed), Diagnostic> {
        let path = format!("locales/{}/releases/{slug}.ftl", self.newsroom.source_locale());
        let pair = Pair {
            release: read_release(self.newsroom, slug),
            catalog: Some(read_committed(self.newsroom, &path)),
        };
        let is_settled = pair.is_settled();
        match (pair.release, pair.catalog) {
            (Ok((release, _)), Some(Ok(catalog))) if is_settled => Ok((release, catalog)),
            _ => Err(Diagnostic::error(
                "changed",
                format!("`releases/{slug}.md` or its source catalog was changed during the run"),
            )
            .with_help("run the command again")),
        }
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
        let spared = self.spared.iter().chain(&self.settled);
        let spared = spared.map(|slug| Work::Release(slug.clone()));
        let releases: BTreeSet<Work> = releases.chain(spared).collect();
        self.own.iter().map(|own| own.work.clone()).chain(releases).collect()
    }

    /// The names of everything that is translated.
    pub fn names(&self) -> Vec<&str> {
        let releases = self.extraction.releases.iter().map(|one| one.release.slug.as_str());
        let releases: BTreeSet<&str> = releases
            .chain(self.spared.iter().chain(&self.settled).map(Slug::as_str))
            .collect();
        self.own.iter().map(|own| own.work.name()).chain(releases).collect()
    }

    /// The editions in one locale of everything whose name is `wanted`, as far as they are to be `kept`: the newsroom's own catalogs, then
    /// the releases that are meant for it.
    pub fn editions(
        &self,
        locale: &Locale,
        wanted: impl Fn(&str) -> bool + Sync,
        kept: impl Fn(&Edition) -> bool + Sync,
    ) -> Visited<Edition> {
        let of_release = |release: &Extracted| {
            let is_for = release.release.front.is_for(locale);
            is_for.then(|| self.edition(release, locale)).filter(&kept)
        };
        let visited = self.visit(|slug| wanted(slug.as_str()), of_release);
        let own = self.own_editions(locale).into_iter();
        let own = own.filter(|edition| wanted(edition.work.name()) && kept(edition));
        Visited {
            seen: own.chain(visited.seen.into_iter().flatten()).collect(),
            told: visited.told,
            unread: visited.unread,
        }
    }

    /// One release in one locale.
    pub fn edition(&self, release: &Extracted, locale: &Locale) -> Edition {
        let work = Work::Release(release.release.slug.clone());
        let (catalog, told) = self.catalog(&work.path(locale));
        let source = self.newsroom.source_locale().tag();
        let mut edition = edition(
            work,
            locale.clone(),
            release.wanted(),
            catalog,
            told,
            &Reading {
                source,
                terms: Some(self.terms_of(locale)),
                counterparts: self.counterparts(locale),
            },
        );
        if let Some(unsettled) = self.unsettled.get(locale).filter(|unsettled| !unsettled.is_empty()) {
            distrust(&mut edition, unsettled);
        }
        edition
    }

    /// The terms that translations in this locale may refer to.
    pub fn terms_of(&self, locale: &Locale) -> &Terms {
        self.terms.get(locale).unwrap_or(Terms::none())
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
                &wanted(&own.catalog),
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

/// The releases with what is told about them, and the source catalogs.
type Kept = (Vec<(Release, Vec<Diagnostic>)>, BTreeMap<Slug, Committed>);

/// A release and its source catalog, if it has one.
struct Pair {
    release: Result<(Release, Vec<Diagnostic>), Diagnostic>,
    catalog: Option<Result<Committed, Diagnostic>>,
}

impl Pair {
    /// Whether there is nothing to tell and nothing to extract.
    fn is_settled(&self) -> bool {
        match (&self.release, &self.catalog) {
            (Ok((release, told)), Some(Ok(catalog))) => told.is_empty() && extraction::is_settled(release, catalog),
            _ => false,
        }
    }

    /// Both, or what is wrong with either.
    #[expect(clippy::type_complexity, reason = "taken apart at once, in one place")]
    fn read(self) -> Result<((Release, Vec<Diagnostic>), Option<Committed>), Vec<Diagnostic>> {
        match (self.release, self.catalog.transpose()) {
            (Ok(release), Ok(catalog)) => Ok((release, catalog)),
            (release, catalog) => Err(release.err().into_iter().chain(catalog.err()).collect()),
        }
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

//! The newsroom on the table: every release with its ids as they would be after an extraction, and its editions.

mod files;
mod laying;
mod unsettled;
mod visits;

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
use std::sync::OnceLock;
use unsettled::{Unsettled, distrust, unsettled};
pub use visits::{Visited, Watch};

/// A newsroom on the table. Its releases are read when they are first needed, best by [`Desk::visit`]: then each is looked at as it is read.
pub struct Desk<'a> {
    /// Where it lies.
    pub newsroom: &'a Newsroom,
    /// The locales that translations are kept in.
    pub locales: Vec<Locale>,
    /// The hand-written catalogs of the source locale.
    pub own: Vec<Own>,
    /// The terms of every locale.
    pub terms: BTreeMap<Locale, Terms>,
    /// The terms of every locale that are not fit to be published, by name, and why.
    unsettled: BTreeMap<Locale, Unsettled>,
    /// The releases that are not read, because it is known what would come of them.
    pub spared: BTreeSet<Slug>,
    /// All others, sorted.
    slugs: Vec<Slug>,
    /// The source catalogs of these, and those without a release.
    catalogs: BTreeMap<Slug, String>,
    /// What the editor said about single segments.
    pairings: Pairings,
    /// Whether releases that are sound and have nothing to extract are not kept.
    is_lean: bool,
    /// What is wrong with names of files.
    misnamed: Vec<Diagnostic>,
    /// What is wrong with the hand-written catalogs.
    told_of_own: Vec<Diagnostic>,
    /// What was found in the releases, once they were read.
    read: OnceLock<Read>,
    /// Who is told how far a visit is.
    watch: Option<&'a Watch<'a>>,
}

/// The releases, read.
struct Read {
    /// Those that are kept, with their ids, and what an extraction would change.
    extraction: Extraction,
    /// What is wrong with them and with their source catalogs.
    told: Vec<Diagnostic>,
    /// Those that are there but could not be read, or their source catalogs could not; what is wrong is among what is told. Whatever
    /// belongs to them waits.
    unread: BTreeSet<Slug>,
    /// Those that are sound and have nothing to extract, where they are not kept but read again when they are visited again.
    settled: BTreeSet<Slug>,
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
        Desk::lay(newsroom, Pairings::default(), false, &|_| false)
    }

    /// Opens a newsroom of any size: what is sound and has nothing to extract is not kept, but read again when it is visited again. It takes
    /// no part in any alignment, so that nothing is different for the others.
    ///
    /// # Errors
    /// As [`Desk::open`].
    pub fn open_lean(newsroom: &'a Newsroom) -> Result<Desk<'a>, Diagnostic> {
        Desk::open_with(newsroom, Pairings::default())
    }

    /// The same; the releases that are `known` to be sound and settled, and of which it is known what would come, are not even read.
    ///
    /// # Errors
    /// As [`Desk::open`].
    pub fn open_sparing(newsroom: &'a Newsroom, known: &dyn Fn(&Slug) -> bool) -> Result<Desk<'a>, Diagnostic> {
        Desk::lay(newsroom, Pairings::default(), true, known)
    }

    /// As [`Desk::open_lean`], to extract from it; where the editor said which segment is which, that is how it is.
    ///
    /// # Errors
    /// As [`Desk::open`].
    pub fn open_with(newsroom: &'a Newsroom, pairings: Pairings) -> Result<Desk<'a>, Diagnostic> {
        Desk::lay(newsroom, pairings, true, &|_| false)
    }

    fn lay(
        newsroom: &'a Newsroom,
        pairings: Pairings,
        is_lean: bool,
        known: &dyn Fn(&Slug) -> bool,
    ) -> Result<Desk<'a>, Diagnostic> {
        let (slugs, mut misnamed) = newsroom.slugs()?;
        let (locales, strange) = newsroom.locales()?;
        misnamed.extend(strange);
        let source = newsroom.source_locale();
        let (spared, slugs): (Vec<Slug>, Vec<Slug>) = slugs.into_iter().partition(known);
        let spared: BTreeSet<Slug> = spared.into_iter().collect();
        let catalogs = catalog_paths(newsroom, &spared, &mut misnamed)?;
        let mut told_of_own = Vec::new();
        let own = own(newsroom, source, &mut told_of_own)?;
        let terms = of_each(&locales, |locale| terms(newsroom, locale))?;
        let unsettled = of_each(&locales, |locale| unsettled(newsroom, &own, locale))?;
        Ok(Desk {
            newsroom,
            locales,
            own,
            terms,
            unsettled,
            spared,
            slugs,
            catalogs,
            pairings,
            is_lean,
            misnamed,
            told_of_own,
            read: OnceLock::new(),
            watch: None,
        })
    }

    /// The releases that are kept, with their ids as they would be after an extraction, and what that would change.
    pub fn extraction(&self) -> &Extraction {
        &self.read().extraction
    }

    /// The same, to change it.
    pub fn extraction_mut(&mut self) -> &mut Extraction {
        &mut self.read_mut().extraction
    }

    /// What is wrong with files of the source locale, and with names of files.
    pub fn told(&self) -> Vec<Diagnostic> {
        let told = self.misnamed.iter().chain(&self.read().told);
        told.chain(&self.told_of_own).cloned().collect()
    }

    /// The releases that are there but could not be read, or their source catalogs could not; what is wrong is among what is told. Whatever
    /// belongs to them waits.
    pub fn unread(&self) -> &BTreeSet<Slug> {
        &self.read().unread
    }

    /// What is in the releases; if nobody has read them yet, they are read now.
    fn read(&self) -> &Read {
        if let Some(read) = self.read.get() {
            return read;
        }
        let (read, _) = self.read_releases(|_, _| None::<()>);
        self.read.get_or_init(|| read)
    }

    fn read_mut(&mut self) -> &mut Read {
        self.read();
        match self.read.get_mut() {
            Some(read) => read,
            None => unreachable!("they were read just now"),
        }
    }

    /// Reads every release once. What is settled and not kept is shown to `look`; what it saw of which comes back.
    fn read_releases<T: Send>(&self, look: impl Fn(Release, Committed) -> Option<T> + Sync) -> (Read, Vec<(Slug, T)>) {
        let pass = |slug: &Slug| {
            let catalog = self.catalogs.get(slug);
            let pair = Box::new(Pair {
                release: read_release(self.newsroom, slug),
                catalog: catalog.map(|path| read_committed(self.newsroom, path)),
            });
            match self.is_lean {
                true => pair.settled().map(|(release, own)| look(release, own)),
                false => Err(pair),
            }
        };
        let passed: Vec<Result<Option<T>, Box<Pair>>> = self.slugs.par_iter().map(pass).collect();
        let mut seen = Vec::new();
        let mut kept = Kept::default();
        for (slug, passed) in self.slugs.iter().zip(passed) {
            match passed.map_err(|pair| pair.read()) {
                Ok(looked) => {
                    kept.settled.insert(slug.clone());
                    seen.extend(looked.map(|looked| (slug.clone(), looked)));
                }
                Err(Ok((release, catalog))) => {
                    kept.releases.push(release);
                    kept.committed.extend(catalog.map(|catalog| (slug.clone(), catalog)));
                }
                // It is not gone: nobody takes over its segments, and its catalog stays.
                Err(Err(errors)) => kept.leave(slug, errors),
            }
        }
        self.read_orphans(&mut kept);
        (kept.extracted(self.newsroom.source_locale(), &self.pairings), seen)
    }

    /// Reads the source catalogs without a release.
    fn read_orphans(&self, kept: &mut Kept) {
        let is_orphan = |slug: &Slug| self.slugs.binary_search(slug).is_err();
        let orphans: Vec<(&Slug, &String)> = self.catalogs.iter().filter(|(slug, _)| is_orphan(slug)).collect();
        let read = |(slug, path): (&Slug, &String)| (slug.clone(), read_committed(self.newsroom, path));
        for (slug, catalog) in orphans.into_par_iter().map(read).collect::<Vec<_>>() {
            match catalog {
                Ok(catalog) => drop(kept.committed.insert(slug, catalog)),
                Err(error) => kept.leave(&slug, vec![error]),
            }
        }
    }

    /// Where the source catalog of a release lies.
    fn catalog_path(&self, slug: &Slug) -> String {
        format!("locales/{}/releases/{slug}.ftl", self.newsroom.source_locale())
    }

    /// Keeps a release that was not kept, so that something can be done to it.
    ///
    /// # Errors
    /// A diagnostic (code `changed`) if it was changed since the desk was read.
    pub fn keep(&mut self, slug: &Slug) -> Result<(), Diagnostic> {
        if self.read().settled.contains(slug) {
            let (release, own) = self.settled_pair(slug)?;
            let one = extraction::unchanged(release, Vec::new(), own);
            let read = self.read_mut();
            let releases = &mut read.extraction.releases;
            let at = releases.partition_point(|kept| kept.release.slug < *slug);
            releases.insert(at, one);
            read.settled.remove(slug);
        }
        Ok(())
    }

    /// Whether there is a release of this name, whatever is known of it; or one that is gone, but whose source catalog could not be read.
    pub fn has(&self, slug: &Slug) -> bool {
        self.slugs.binary_search(slug).is_ok() || self.spared.contains(slug) || self.unread().contains(slug)
    }

    /// A release that was settled when the desk was read.
    fn settled(&self, slug: &Slug) -> Result<Extracted, Diagnostic> {
        let (release, own) = self.settled_pair(slug)?;
        Ok(extraction::settled(release, own))
    }

    /// The same with its source catalog, apart.
    fn settled_pair(&self, slug: &Slug) -> Result<(Release, Committed), Diagnostic> {
        let pair = Box::new(Pair {
            release: read_release(self.newsroom, slug),
            catalog: Some(read_committed(self.newsroom, &self.catalog_path(slug))),
        });
        pair.settled().map_err(|_| changed_meanwhile(slug))
    }

    /// The releases whose slug `works` matches; all if it is none.
    pub fn releases<'s>(&'s self, works: Option<&'s GlobSet>) -> impl Iterator<Item = &'s Extracted> {
        self.extraction()
            .releases
            .iter()
            .filter(move |one| works.is_none_or(|set| set.is_match(one.release.slug.as_str())))
    }

    /// Everything that is translated: the newsroom's own catalogs, then the releases.
    pub fn works(&self) -> Vec<Work> {
        let releases = self.all_slugs().into_iter().map(|slug| Work::Release(slug.clone()));
        self.own.iter().map(|own| own.work.clone()).chain(releases).collect()
    }

    /// The names of everything that is translated.
    pub fn names(&self) -> Vec<&str> {
        let own = self.own.iter().map(|own| own.work.name());
        own.chain(self.all_slugs().into_iter().map(Slug::as_str)).collect()
    }

    /// The releases that there are, read, unreadable or spared.
    fn all_slugs(&self) -> BTreeSet<&Slug> {
        self.slugs.iter().chain(&self.spared).collect()
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

/// What was read of the releases, before any is aligned.
#[derive(Default)]
struct Kept {
    /// The releases that are kept, with what is told about them.
    releases: Vec<(Release, Vec<Diagnostic>)>,
    /// The source catalogs of these, and those without a release.
    committed: BTreeMap<Slug, Committed>,
    settled: BTreeSet<Slug>,
    unread: BTreeSet<Slug>,
    told: Vec<Diagnostic>,
}

impl Kept {
    /// Leaves a release out that cannot be read, or its source catalog cannot.
    fn leave(&mut self, slug: &Slug, errors: Vec<Diagnostic>) {
        self.told.extend(errors);
        self.unread.insert(slug.clone());
    }

    /// The same with ids.
    fn extracted(self, source: &Locale, pairings: &Pairings) -> Read {
        let extraction = extraction::extract(source.tag(), self.releases, self.committed, pairings);
        let mut told = self.told;
        let of_releases = extraction.releases.iter().map(|one| &one.told);
        let of_orphans = extraction.orphans.values().map(|orphan| &orphan.told);
        told.extend(of_releases.chain(of_orphans).flatten().cloned());
        Read {
            extraction,
            told,
            unread: self.unread,
            settled: self.settled,
        }
    }
}

/// A release and its source catalog, if it has one.
struct Pair {
    release: Result<(Release, Vec<Diagnostic>), Diagnostic>,
    catalog: Option<Result<Committed, Diagnostic>>,
}

impl Pair {
    /// Both, if there is nothing to tell and nothing to extract; otherwise the pair as it is.
    fn settled(self: Box<Pair>) -> Result<(Release, Committed), Box<Pair>> {
        match (self.release, self.catalog) {
            (Ok((release, told)), Some(Ok(own))) if told.is_empty() && extraction::is_settled(&release, &own) => {
                Ok((release, own))
            }
            (release, catalog) => Err(Box::new(Pair { release, catalog })),
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

fn changed_meanwhile(slug: &Slug) -> Diagnostic {
    let message = format!("`releases/{slug}.md` or its source catalog was changed during the run");
    Diagnostic::error("changed", message).with_help("run the command again")
}

/// The source catalogs but those of the spared releases. What is wrong with names of files is told.
fn catalog_paths(
    newsroom: &Newsroom,
    spared: &BTreeSet<Slug>,
    told: &mut Vec<Diagnostic>,
) -> Result<BTreeMap<Slug, String>, Diagnostic> {
    let folder = format!("locales/{}/releases", newsroom.source_locale());
    let mut catalogs = BTreeMap::new();
    for path in newsroom.files(&folder, "ftl")? {
        match catalog_slug(&folder, &path) {
            Ok(slug) if spared.contains(&slug) => {}
            Ok(slug) => drop(catalogs.insert(slug, path)),
            Err(error) => told.push(error),
        }
    }
    Ok(catalogs)
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

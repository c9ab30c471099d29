//! What earlier runs found out about each release, under the digest of everything it was made from.

use crate::locale::Locale;
use crate::names::Slug;
use crate::newsroom::Newsroom;
use crate::newsroom::cache::Cache;
use crate::newsroom::inventory::Inventory;
use rayon::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

/// The ledger of one newsroom as its files are now; a blank one, which knows and keeps nothing, where the files cannot be relied on.
pub struct Ledger<'a> {
    newsroom: &'a Newsroom,
    files: Option<Files>,
}

/// Results of releases, each with the key of what it was made from.
pub type Rows<V> = Vec<(String, String, V)>;

/// A result that may have been made from more files than those of its release.
pub trait Result {
    /// The paths of these, there or not.
    fn files(&self) -> &[String] {
        &[]
    }
}

/// What the results depend on.
struct Files {
    inventory: Inventory,
    /// The locales with a folder.
    locales: Vec<Locale>,
    /// The source locale.
    source: Locale,
    /// The files that every result depends on.
    shared: Vec<String>,
    /// The digest of these.
    base: String,
}

impl<'a> Ledger<'a> {
    /// Looks at every file of the newsroom and reads those that changed since `cache` was renewed. Where the cache is off, the ledger is blank.
    pub fn open(newsroom: &'a Newsroom, cache: &Cache) -> Ledger<'a> {
        if cache.is_on() {
            Ledger::read(newsroom, cache)
        } else {
            Ledger { newsroom, files: None }
        }
    }

    /// The same, also where the cache is off; then every file is read.
    pub fn read(newsroom: &'a Newsroom, cache: &Cache) -> Ledger<'a> {
        let inventory = newsroom.inventory(cache);
        let files = inventory.and_then(|inventory| Files::of(newsroom, inventory));
        Ledger { newsroom, files }
    }

    /// The same, and what is kept under `name` of the releases that are as they were then: that is read while the files are looked at.
    pub fn open_knowing<V: Result + DeserializeOwned + Send>(
        newsroom: &'a Newsroom,
        cache: &Cache,
        name: &str,
    ) -> (Ledger<'a>, BTreeMap<Slug, V>) {
        let (rows, ledger) = rayon::join(|| kept_rows(cache, name), || Ledger::open(newsroom, cache));
        let known = ledger.current(rows);
        (ledger, known)
    }

    /// Whether nothing can be known or kept.
    pub fn is_blank(&self) -> bool {
        self.files.is_none()
    }

    /// What is kept under `name` in `cache` of the releases that are as they were then.
    pub fn known<V: Result + DeserializeOwned + Send>(&self, cache: &Cache, name: &str) -> BTreeMap<Slug, V> {
        self.current(kept_rows(cache, name))
    }

    /// Of these results, those of releases that are as they were when the results were made.
    pub fn current<V: Result + Send>(&self, rows: Rows<V>) -> BTreeMap<Slug, V> {
        let Some(files) = &self.files else {
            return BTreeMap::new();
        };
        let current = |(name, key, value): (String, String, V)| {
            let slug = Slug::new(&name).ok()?;
            let exists = files.inventory.has(&release_path(&slug));
            (exists && files.key(&slug, value.files()) == key).then_some((slug, value))
        };
        rows.into_par_iter().filter_map(current).collect()
    }

    /// Keeps under `name` what was known and what this run found out, as far as the files did not change while it ran.
    pub fn keep<V: Result + Serialize>(
        &self,
        cache: &Cache,
        name: &str,
        known: &BTreeMap<Slug, V>,
        found: &BTreeMap<Slug, V>,
    ) {
        if !found.is_empty() && !self.is_blank() {
            cache.save(name, &self.rows(known, found));
        }
    }

    /// What was known and what this run found out, as far as the files did not change while it ran, with the keys.
    pub fn rows<'v, V: Result>(&self, known: &'v BTreeMap<Slug, V>, found: &'v BTreeMap<Slug, V>) -> Rows<&'v V> {
        let Some(files) = &self.files else { return Vec::new() };
        if !files.inventory.still_holds(self.newsroom, &files.shared) {
            return Vec::new();
        }
        let found = found.iter().filter(|(slug, value)| {
            files
                .inventory
                .still_holds(self.newsroom, files.own(slug, value.files()))
        });
        let all: BTreeMap<&Slug, &V> = known.iter().chain(found).collect();
        all.into_iter()
            .map(|(slug, value)| (slug.to_string(), files.key(slug, value.files()), value))
            .collect()
    }

    /// What is kept under `name` of all files together.
    pub fn known_of_all<V: DeserializeOwned>(&self, cache: &Cache, name: &str) -> Option<V> {
        let files = self.files.as_ref()?;
        let ((key, value), _) = cache.load::<(String, V)>(name)?;
        (key == files.whole()).then_some(value)
    }

    /// Keeps under `name` what was found out about all files together, unless one of them changed while the run lasted.
    pub fn keep_of_all<V: Serialize>(&self, cache: &Cache, name: &str, value: &V) {
        let Some(files) = &self.files else { return };
        if files
            .inventory
            .still_holds(self.newsroom, files.inventory.paths(|_| true))
        {
            cache.save(name, &(files.whole(), value));
        }
    }

    /// What is kept under `name` of what all releases share: configuration, strings, templates.
    pub fn known_of_shared<V: DeserializeOwned>(&self, cache: &Cache, name: &str) -> Option<V> {
        let files = self.files.as_ref()?;
        let ((key, value), _) = cache.load::<(String, V)>(name)?;
        (key == files.base).then_some(value)
    }

    /// Keeps under `name` what was made of what all releases share, unless that changed while the run lasted.
    pub fn keep_of_shared<V: Serialize>(&self, cache: &Cache, name: &str, value: &V) {
        let Some(files) = &self.files else { return };
        if files.inventory.still_holds(self.newsroom, &files.shared) {
            cache.save(name, &(&files.base, value));
        }
    }
}

impl Files {
    fn of(newsroom: &Newsroom, inventory: Inventory) -> Option<Files> {
        let (locales, _) = newsroom.locales().ok()?;
        let source = newsroom.source_locale().clone();
        let is_shared = |path: &str| !path.starts_with("releases/") && !path.contains("/releases/");
        let shared: Vec<String> = inventory.paths(is_shared).into_iter().map(str::to_owned).collect();
        let tags: Vec<&str> = locales.iter().map(Locale::tag).collect();
        let base = format!("{} {}", tags.join(","), inventory.digest(&shared));
        Some(Files {
            inventory,
            locales,
            source,
            shared,
            base,
        })
    }

    /// The files that belong to one release, and these.
    fn own(&self, slug: &Slug, more: &[String]) -> Vec<String> {
        let locales = std::iter::once(&self.source).chain(&self.locales);
        let catalogs = locales.map(|locale| format!("locales/{locale}/releases/{slug}.ftl"));
        let own = std::iter::once(release_path(slug)).chain(catalogs);
        own.chain(more.iter().cloned()).collect()
    }

    fn key(&self, slug: &Slug, more: &[String]) -> String {
        format!("{} {}", self.base, self.inventory.digest(self.own(slug, more)))
    }

    fn whole(&self) -> String {
        format!(
            "{} {}",
            self.base,
            self.inventory.digest(self.inventory.paths(|_| true))
        )
    }
}

/// What is kept under `name` of releases, as they were then.
fn kept_rows<V: DeserializeOwned>(cache: &Cache, name: &str) -> Rows<V> {
    cache.load(name).map(|(rows, _)| rows).unwrap_or_default()
}

fn release_path(slug: &Slug) -> String {
    format!("releases/{slug}.md")
}

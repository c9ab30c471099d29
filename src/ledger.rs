//! What earlier runs found out about each release, under the digest of everything it was made from.

use crate::locale::Locale;
use crate::names::Slug;
use crate::newsroom::Newsroom;
use crate::newsroom::cache::Cache;
use crate::newsroom::inventory::Inventory;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

/// The ledger of one newsroom as its files are now; a blank one, which knows and keeps nothing, where the cache is off.
pub struct Ledger<'a> {
    newsroom: &'a Newsroom,
    cache: &'a Cache,
    files: Option<Files>,
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
    /// Looks at every file of the newsroom and reads those that changed.
    pub fn open(newsroom: &'a Newsroom, cache: &'a Cache) -> Ledger<'a> {
        let files = newsroom
            .inventory(cache)
            .and_then(|inventory| Files::of(newsroom, inventory));
        Ledger { newsroom, cache, files }
    }

    /// Whether anything can be known or kept.
    pub fn is_blank(&self) -> bool {
        self.files.is_none()
    }

    /// What is known under `name` of the releases that are as they were then.
    pub fn known<V: DeserializeOwned>(&self, name: &str) -> BTreeMap<Slug, V> {
        let Some(files) = &self.files else {
            return BTreeMap::new();
        };
        let kept: Vec<(String, String, V)> = self.cache.load(name).map(|(kept, _)| kept).unwrap_or_default();
        let current = |(name, key, value): (String, String, V)| {
            let slug = Slug::new(&name).ok()?;
            let exists = files.inventory.has(&release_path(&slug));
            (exists && files.key(&slug) == key).then_some((slug, value))
        };
        kept.into_iter().filter_map(current).collect()
    }

    /// Keeps under `name` what was known and what this run found out, as far as the files did not change while it ran.
    pub fn keep<V: Serialize>(&self, name: &str, known: &BTreeMap<Slug, V>, found: &BTreeMap<Slug, V>) {
        let Some(files) = &self.files else { return };
        if found.is_empty() || !files.inventory.still_holds(self.newsroom, &files.shared) {
            return;
        }
        let found = found
            .iter()
            .filter(|(slug, _)| files.inventory.still_holds(self.newsroom, files.own(slug)));
        let all: BTreeMap<&Slug, &V> = known.iter().chain(found).collect();
        let rows: Vec<(&str, String, &V)> = all
            .into_iter()
            .map(|(slug, value)| (slug.as_str(), files.key(slug), value))
            .collect();
        self.cache.save(name, &rows);
    }

    /// What is known under `name` of all files together.
    pub fn known_of_all<V: DeserializeOwned>(&self, name: &str) -> Option<V> {
        let files = self.files.as_ref()?;
        let ((key, value), _) = self.cache.load::<(String, V)>(name)?;
        (key == files.whole()).then_some(value)
    }

    /// Keeps under `name` what was found out about all files together, unless one of them changed while the run lasted.
    pub fn keep_of_all<V: Serialize>(&self, name: &str, value: &V) {
        let Some(files) = &self.files else { return };
        if files
            .inventory
            .still_holds(self.newsroom, files.inventory.paths(|_| true))
        {
            self.cache.save(name, &(files.whole(), value));
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

    /// The files that belong to one release.
    fn own(&self, slug: &Slug) -> Vec<String> {
        let locales = std::iter::once(&self.source).chain(&self.locales);
        let catalogs = locales.map(|locale| format!("locales/{locale}/releases/{slug}.ftl"));
        std::iter::once(release_path(slug)).chain(catalogs).collect()
    }

    fn key(&self, slug: &Slug) -> String {
        format!("{} {}", self.base, self.inventory.digest(self.own(slug)))
    }

    fn whole(&self) -> String {
        format!(
            "{} {}",
            self.base,
            self.inventory.digest(self.inventory.paths(|_| true))
        )
    }
}

fn release_path(slug: &Slug) -> String {
    format!("releases/{slug}.md")
}

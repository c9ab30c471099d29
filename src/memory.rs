//! What the repository already translated: the memory that a new segment is looked up in.

use crate::catalog::Catalog;
use crate::catalog::quote::Quote;
use crate::catalog::resolve::resolve;
use crate::catalog::terms::Terms;
use crate::edition::{Edition, State, Work};
use crate::names::Slug;
use crate::publication::is_faulty;
use crate::release::canonical::canonical;
use similar::{Algorithm, capture_diff_slices, diff_ratio};
use std::collections::{BTreeMap, BTreeSet};

/// The earlier translations of one locale.
#[derive(Debug, Default)]
pub struct Memory {
    entries: Vec<Remembered>,
    /// The entries by the canonical form of their English, in the order they were found.
    exact: BTreeMap<String, usize>,
    /// The entries that hold a word; words that stand nearly everywhere are left out.
    words: BTreeMap<String, Vec<usize>>,
}

/// A translation that was made before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remembered {
    /// Where it stands: `<release>#<id>`.
    pub place: String,
    /// The English it was made from.
    pub english: String,
    /// The translation as Markdown.
    pub text: String,
    /// Whether it is sure that it says what that English says: nothing stands above it that asks for a revision.
    pub is_sure: bool,
    /// The words of the English, in lower case.
    words: Vec<String>,
}

/// How many entries that share rare words are compared with a new segment.
const CANDIDATES: usize = 8;

impl Memory {
    /// What these editions and the catalogs without a release remember: every translation that is fresh, then every obsolete one
    /// that says what it was made from, then every stale one, for its earlier English.
    pub fn of(editions: &[Edition], stray: &BTreeMap<Slug, Catalog>, terms: &Terms) -> Memory {
        let mut memory = Memory::default();
        for edition in editions
            .iter()
            .filter(|edition| matches!(edition.work, Work::Release(_)) && !edition.is_broken())
        {
            for unit in edition
                .units
                .iter()
                .filter(|unit| unit.state() == State::Fresh && !is_faulty(edition, unit))
            {
                let place = format!("{}#{}", edition.work.name(), unit.wanted.id);
                let text = unit.text.clone().unwrap_or_default();
                memory.add(place, unit.wanted.english.clone(), text, true);
            }
        }
        for edition in editions {
            if let (Work::Release(slug), Some(catalog)) = (&edition.work, &edition.catalog) {
                let kept: BTreeSet<_> = edition.obsolete.iter().map(|message| message.span.start).collect();
                memory.add_retired(slug, catalog, &edition.source, terms, |start| kept.contains(&start));
            }
        }
        let tag = editions
            .first()
            .map(|edition| edition.source.clone())
            .unwrap_or_default();
        for (slug, catalog) in stray {
            memory.add_retired(slug, catalog, &tag, terms, |_| true);
        }
        memory.add_stale(editions);
        memory.index();
        memory
    }

    /// The translation whose English says the same as this one.
    pub fn exact(&self, english: &str) -> Option<&Remembered> {
        self.exact
            .get(canonical(english).form())
            .and_then(|at| self.entries.get(*at))
    }

    /// The translation whose English is most like this one, and how like it is in per cent, if at least `least`.
    pub fn near(&self, english: &str, least: u8) -> Option<(u8, &Remembered)> {
        let own = words(english);
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for word in own.iter().collect::<BTreeSet<_>>() {
            for at in self.words.get(word).into_iter().flatten() {
                *shared.entry(*at).or_default() += 1;
            }
        }
        let mut candidates: Vec<(usize, usize)> = shared.into_iter().map(|(at, count)| (count, at)).collect();
        candidates.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        let scored = candidates.into_iter().take(CANDIDATES).filter_map(|(_, at)| {
            let entry = self.entries.get(at)?;
            Some((percent(&own, &entry.words), entry))
        });
        scored
            .filter(|(score, _)| *score >= least)
            .max_by(|a, b| a.0.cmp(&b.0).then(b.1.place.cmp(&a.1.place)))
    }

    /// Adds translations whose English has changed: they are good for what it was.
    fn add_stale(&mut self, editions: &[Edition]) {
        let releases = editions
            .iter()
            .filter(|edition| matches!(edition.work, Work::Release(_)));
        for edition in releases.filter(|edition| !edition.is_broken()) {
            for unit in edition.units.iter().filter(|unit| unit.state() == State::Stale) {
                if let (Some(was), Some(text), true) = (&unit.quote.made_from, &unit.text, unit.problems.is_empty()) {
                    let place = format!("{}#{}", edition.work.name(), unit.wanted.id);
                    self.add(place, was.clone(), text.clone(), false);
                }
            }
        }
    }

    fn add(&mut self, place: String, english: String, text: String, is_sure: bool) {
        let at = self.entries.len();
        self.exact.entry(canonical(&english).form().to_owned()).or_insert(at);
        let words = words(&english);
        self.entries.push(Remembered {
            place,
            english,
            text,
            is_sure,
            words,
        });
    }

    /// Adds messages of a catalog whose segment is gone.
    fn add_retired(
        &mut self,
        slug: &Slug,
        catalog: &Catalog,
        tag: &str,
        terms: &Terms,
        is_meant: impl Fn(usize) -> bool,
    ) {
        for message in catalog
            .messages()
            .filter(|message| is_meant(message.span.start) && !message.is_stub())
        {
            let quote = Quote::of(catalog, message, tag);
            let (Some(made_from), Some(value), false) = (quote.made_from, &message.value, quote.draft) else {
                continue;
            };
            let resolved = resolve(value, terms);
            if resolved.problems.is_empty() {
                self.add(format!("{slug}#{}", message.id), made_from, resolved.text, !quote.stale);
            }
        }
    }

    /// Lists the entries by their words; a word that stands in more than every twentieth entry tells nothing.
    fn index(&mut self) {
        let most = (self.entries.len() / 20).max(30);
        for (at, entry) in self.entries.iter().enumerate() {
            for word in entry.words.iter().collect::<BTreeSet<_>>() {
                self.words.entry(word.clone()).or_default().push(at);
            }
        }
        self.words.retain(|_, entries| entries.len() <= most);
    }
}

fn words(text: &str) -> Vec<String> {
    canonical(text).words().into_iter().map(str::to_lowercase).collect()
}

/// How like two lists of words are, in whole per cent; 100 only for equal ones.
fn percent(one: &[String], other: &[String]) -> u8 {
    let ops = capture_diff_slices(Algorithm::Myers, one, other);
    let ratio = diff_ratio(&ops, one.len(), other.len());
    let rounded = (ratio * 100.0).floor().clamp(0.0, 100.0);
    let whole = rounded as u8;
    if one == other { 100 } else { whole.min(99) }
}

//! What the repository already translated: the memory that a new segment is looked up in.
//!
//! It holds no translations, only the words of what they were made from and where they stand: a newsroom of any size fits.

use crate::catalog::Catalog;
use crate::catalog::Message;
use crate::catalog::quote::Quote;
use crate::catalog::resolve::resolve;
use crate::catalog::terms::Terms;
use crate::edition::{Edition, State};
use crate::names::Slug;
use crate::newsroom::{Digest, digest};
use crate::release::canonical::canonical;
use serde::{Deserialize, Serialize};
use similar::{Algorithm, capture_diff_slices, diff_ratio};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Mutex, PoisonError};

/// The English of the newsroom, as words; the same for all locales.
#[derive(Debug, Default)]
pub struct Phrases {
    /// The number of each word.
    vocabulary: Mutex<HashMap<String, u32>>,
    /// The segments of each release, in their order.
    releases: BTreeMap<Slug, Vec<Phrase>>,
}

/// A text as it is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// The digest of its canonical form.
    form: Digest,
    /// The numbers of its words, in lower case.
    words: Words,
}

/// Numbers of words, seven bits a byte with the lowest first (LEB128): most words of a text are common, and common ones are met early.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Words(Box<[u8]>);

impl Words {
    fn of(numbers: impl Iterator<Item = u32>) -> Words {
        let mut bytes = Vec::new();
        for mut number in numbers {
            while number >= 0x80 {
                bytes.push(number as u8 | 0x80);
                number >>= 7;
            }
            bytes.push(number as u8);
        }
        Words(bytes.into())
    }

    fn iter(&self) -> impl Iterator<Item = usize> {
        self.0.chunk_by(|byte, _| byte & 0x80 != 0).map(|bytes| {
            let low = |byte: &u8| usize::from(byte & 0x7F);
            bytes.iter().rev().fold(0, |number, byte| number << 7 | low(byte))
        })
    }
}

impl Phrases {
    /// What is to be known of the English of a release, in the order of its segments; from any thread.
    pub fn read<'t>(&self, english: impl Iterator<Item = &'t str>) -> Vec<Phrase> {
        english.map(|text| self.phrase(text)).collect()
    }

    /// The same with the releases that were read.
    pub fn with(self, releases: impl IntoIterator<Item = (Slug, Vec<Phrase>)>) -> Phrases {
        Phrases {
            releases: releases.into_iter().collect(),
            ..self
        }
    }

    fn phrase(&self, english: &str) -> Phrase {
        let canonical = canonical(english);
        let words: Vec<Cow<'_, str>> = canonical.words().into_iter().map(lower_case).collect();
        let form = digest(canonical.form().as_bytes());
        let mut known = self.vocabulary.lock().unwrap_or_else(PoisonError::into_inner);
        let number = |word: Cow<'_, str>| {
            // Most words are known.
            if let Some(number) = known.get(&*word) {
                return *number;
            }
            let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
            known.insert(word.into_owned(), next);
            next
        };
        let words = Words::of(words.into_iter().map(number));
        Phrase { form, words }
    }
}

fn lower_case(word: &str) -> Cow<'_, str> {
    match word
        .bytes()
        .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    {
        true => Cow::Borrowed(word),
        false => Cow::Owned(word.to_lowercase()),
    }
}

/// What of an edition can be remembered.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Memorable {
    /// The segments whose translation is fresh, by their number.
    pub fresh: Vec<u32>,
    /// Obsolete translations that say what they were made from.
    pub retired: Vec<Older>,
    /// Stale ones, for their earlier English.
    pub stale: Vec<Older>,
}

impl Memorable {
    /// What of `edition` can be remembered; its references are followed with the `terms` of its locale.
    pub fn of(edition: &Edition, terms: &Terms) -> Memorable {
        let mut memorable = Memorable::default();
        if let Some(catalog) = &edition.catalog {
            let obsolete = edition.obsolete.iter().map(AsRef::as_ref);
            memorable.retired = retired(edition.work.name(), catalog, obsolete, &edition.source, terms);
        }
        if edition.is_broken() {
            return memorable;
        }
        for (number, unit) in (0..).zip(&edition.units) {
            match (unit.state(), &unit.quote.made_from, &unit.text) {
                (State::Fresh, ..) if unit.problems.is_empty() => memorable.fresh.push(number),
                (State::Stale, Some(was), Some(text)) if unit.problems.is_empty() => memorable.stale.push(Older {
                    place: format!("{}#{}", edition.work.name(), unit.wanted.id),
                    english: was.clone(),
                    text: text.to_string(),
                    is_sure: false,
                }),
                _ => {}
            }
        }
        memorable
    }
}

/// A translation of an English text that is not that of a segment today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Older {
    /// Where it stands: `<release>#<id>`.
    pub place: String,
    /// The English it was made from.
    pub english: String,
    /// The translation as Markdown.
    pub text: String,
    /// Whether it is sure that it says what that English says: nothing stands above it that asks for a revision.
    pub is_sure: bool,
}

/// The translations among `messages` of a catalog whose segment is gone; `tag` is the source locale's.
pub fn retired<'m>(
    name: &str,
    catalog: &Catalog,
    messages: impl Iterator<Item = &'m Message>,
    tag: &str,
    terms: &Terms,
) -> Vec<Older> {
    let older = |message: &Message| {
        let quote = Quote::of(catalog, message, tag);
        let (Some(english), Some(value), false) = (quote.made_from, &message.value, quote.draft) else {
            return None;
        };
        let resolved = resolve(value, terms);
        resolved.problems.is_empty().then(|| Older {
            place: format!("{name}#{}", message.id),
            english,
            text: resolved.text,
            is_sure: !quote.stale,
        })
    };
    messages
        .filter(|message| !message.is_stub())
        .filter_map(older)
        .collect()
}

/// Where something that is remembered stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remembered<'m> {
    /// The fresh translation of a segment: its release and its number there.
    Fresh(&'m Slug, u32),
    /// A translation of an earlier English.
    Older(&'m Older),
}

/// The earlier translations of one locale, in the order in which they are preferred.
pub struct Memory<'m> {
    phrases: &'m Phrases,
    entries: Vec<(Remembered<'m>, Cow<'m, Phrase>)>,
    /// The canonical form of each entry, sorted, entries of the same form in order.
    exact: Vec<(Digest, u32)>,
    /// The entries that hold a word, by the number of the word; words that stand nearly everywhere have none.
    words: Vec<Vec<u32>>,
}

/// How many entries that share rare words are compared with a new segment.
const CANDIDATES: usize = 8;

impl<'m> Memory<'m> {
    /// What these editions and the catalogs without a release remember: every translation that is fresh, then every obsolete one
    /// that says what it was made from, then every stale one, for its earlier English.
    pub fn of(
        phrases: &'m Phrases,
        editions: &'m BTreeMap<Slug, Cow<'m, Memorable>>,
        stray: &'m [Older],
    ) -> Memory<'m> {
        let mut entries = Vec::new();
        for (slug, memorable) in editions {
            let texts = phrases.releases.get(slug);
            for number in &memorable.fresh {
                let phrase = texts.and_then(|texts| texts.get(*number as usize));
                entries.extend(phrase.map(|phrase| (Remembered::Fresh(slug, *number), Cow::Borrowed(phrase))));
            }
        }
        let retired = editions.values().flat_map(|memorable| &memorable.retired);
        let stale = editions.values().flat_map(|memorable| &memorable.stale);
        entries.extend(retired.chain(stray).chain(stale).map(|older| {
            let phrase = phrases.phrase(&older.english);
            (Remembered::Older(older), Cow::Owned(phrase))
        }));
        let mut memory = Memory {
            phrases,
            entries,
            exact: Vec::new(),
            words: Vec::new(),
        };
        memory.index();
        memory
    }

    /// The translations whose English says the same as this one, the best first.
    pub fn exact(&self, english: &str) -> impl Iterator<Item = Remembered<'m>> {
        let form = self.phrases.phrase(english).form;
        let first = self.exact.partition_point(|(known, _)| *known < form);
        let found = self.exact[first..].iter().take_while(move |(known, _)| *known == form);
        found.filter_map(|(_, at)| self.entries.get(*at as usize).map(|(one, _)| *one))
    }

    /// The translations whose English is most like this one, the most alike first, and how like it is in per cent: at least `least`.
    pub fn near(&self, english: &str, least: u8) -> Vec<(u8, Remembered<'m>)> {
        let own = self.phrases.phrase(english).words;
        let mut shared: BTreeMap<u32, usize> = BTreeMap::new();
        for word in own.iter().collect::<BTreeSet<_>>() {
            for at in self.words.get(word).into_iter().flatten() {
                *shared.entry(*at).or_default() += 1;
            }
        }
        let mut candidates: Vec<(usize, u32)> = shared.into_iter().map(|(at, count)| (count, at)).collect();
        candidates.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        let scored = candidates.into_iter().take(CANDIDATES).filter_map(|(_, at)| {
            let (one, phrase) = self.entries.get(at as usize)?;
            Some((percent(&own, &phrase.words), at, *one))
        });
        let mut scored: Vec<_> = scored.filter(|(score, ..)| *score >= least).collect();
        scored.sort_by_key(|(score, at, _)| (std::cmp::Reverse(*score), *at));
        scored.into_iter().map(|(score, _, one)| (score, one)).collect()
    }

    /// Lists the entries by their words; a word that stands in more than every twentieth entry tells nothing.
    fn index(&mut self) {
        let most = (self.entries.len() / 20).max(30);
        let known = self
            .phrases
            .vocabulary
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .len();
        // The last entry in which each word was seen, so that a word counts once an entry.
        let mut last = vec![u32::MAX; known];
        let mut counts: Vec<usize> = vec![0; known];
        for (at, (_, phrase)) in (0..).zip(&self.entries) {
            for word in phrase.words.iter() {
                counts[word] += usize::from(std::mem::replace(&mut last[word], at) != at);
            }
        }
        last.fill(u32::MAX);
        let listed = |count: &usize| if *count <= most { *count } else { 0 };
        self.words = counts.iter().map(listed).map(Vec::with_capacity).collect();
        self.exact.reserve_exact(self.entries.len());
        for (at, (_, phrase)) in (0..).zip(&self.entries) {
            self.exact.push((phrase.form, at));
            for word in phrase.words.iter() {
                if counts[word] <= most && std::mem::replace(&mut last[word], at) != at {
                    self.words[word].push(at);
                }
            }
        }
        self.exact.sort_unstable();
    }
}

/// How like two lists of words are, in whole per cent; 100 only for equal ones.
fn percent(one: &Words, other: &Words) -> u8 {
    let (one, other): (Vec<usize>, Vec<usize>) = (one.iter().collect(), other.iter().collect());
    let ops = capture_diff_slices(Algorithm::Myers, &one, &other);
    let ratio = diff_ratio(&ops, one.len(), other.len());
    let rounded = (ratio * 100.0).floor().clamp(0.0, 100.0);
    let whole = rounded as u8;
    if one == other { 100 } else { whole.min(99) }
}

#[cfg(test)]
mod tests {
    use super::Words;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_of_words_come_back(numbers in prop::collection::vec(prop_oneof![0u32..300, any::<u32>()], 0..9)) {
            let back: Vec<usize> = Words::of(numbers.iter().copied()).iter().collect();
            prop_assert_eq!(back, numbers.iter().map(|number| *number as usize).collect::<Vec<_>>());
        }
    }
}

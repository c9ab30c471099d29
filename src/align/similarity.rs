//! How alike two blocks are.

use crate::align::block::{Block, Family, Numbers, Side};
use crate::align::lcs;
use std::cell::Cell;

/// The weight of kind: what a heading that became a paragraph loses.
const OTHER_FAMILY: f64 = 0.09;
/// What a paragraph that became an item loses.
const OTHER_KIND: f64 = 0.027;
/// Texts shorter than this are compared letter by letter as well.
const SHORT: usize = 8;

/// The weights of words, by how rare they are in the releases at hand.
#[derive(Debug, Default)]
pub(crate) struct Similarity {
    weights: Vec<f64>,
    old: Vec<Profile>,
    new: Vec<Profile>,
    /// How many words were compared so far, for the tests of growth.
    compared: Cell<u64>,
}

/// What is counted of a block once.
#[derive(Debug, Default)]
struct Profile {
    words: Vec<(u32, u32)>,
    mass: f64,
    pairs: Vec<((u32, u32), u32)>,
    pair_mass: f64,
}

/// The measures of likeness of two blocks.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Parts {
    /// The weight of the shared words, twice, by that of all words.
    pub(crate) dice: f64,
    /// The words in common in order, twice, by all words.
    pub(crate) order: f64,
    /// The same letter by letter, for short texts.
    pub(crate) letters: f64,
    /// The weight of the shared words.
    pub(crate) mass: f64,
    /// Which part of the old text's word pairs stands in the new.
    pub(crate) of_old: f64,
    /// Which part of the new text's word pairs stands in the old.
    pub(crate) of_new: f64,
}

impl Similarity {
    pub(crate) fn of(old: &Side, new: &Side, numbers: &Numbers) -> Similarity {
        let mut seen = vec![0u32; numbers.word_count];
        let blocks = || old.blocks.iter().chain(&new.blocks);
        for block in blocks() {
            let mut words = block.words.clone();
            words.sort_unstable();
            words.dedup();
            for word in words {
                seen.get_mut(word as usize).into_iter().for_each(|n| *n += 1);
            }
        }
        let all = blocks().count() as f64 + 2.0;
        let mut weights = seen
            .iter()
            .map(|n| (1.0 + all / (1.0 + f64::from(*n))).ln() + 0.2)
            .collect::<Vec<_>>();
        for word in COMMON {
            let weight = numbers.of_word(word).and_then(|w| weights.get_mut(w as usize));
            weight.into_iter().for_each(|w| *w *= 0.3);
        }
        let profiles = |side: &Side| {
            side.blocks
                .iter()
                .map(|block| Profile::of(block, &weights))
                .collect::<Vec<_>>()
        };
        Similarity {
            old: profiles(old),
            new: profiles(new),
            weights,
            compared: Cell::new(0),
        }
    }

    /// How many words were compared so far.
    #[cfg(test)]
    pub(crate) fn compared(&self) -> u64 {
        self.compared.get()
    }

    /// The weight of a word.
    pub(crate) fn weight(&self, word: u32) -> f64 {
        weight(&self.weights, word)
    }

    pub(crate) fn parts(&self, old: &Side, o: usize, new: &Side, n: usize) -> Parts {
        let (Some(before), Some(after)) = (old.blocks.get(o), new.blocks.get(n)) else {
            return Parts::default();
        };
        let (Some(left), Some(right)) = (self.old.get(o), self.new.get(n)) else {
            return Parts::default();
        };
        self.compared
            .set(self.compared.get() + (left.words.len() + right.words.len()) as u64);
        let mass = shared(&left.words, &right.words, |word| self.weight(*word));
        if mass == 0.0 && before.words.len() > 2 && after.words.len() > 2 {
            return Parts::default();
        }
        let pair_mass = shared(&left.pairs, &right.pairs, |(a, b)| self.weight(*a) + self.weight(*b));
        let part = |shared: f64, whole: f64| if whole > 0.0 { shared / whole } else { 0.0 };
        let order = lcs::ratio(&before.words, &after.words);
        let short = before.words.len().max(after.words.len()) < SHORT;
        Parts {
            dice: part(2.0 * mass, left.mass + right.mass),
            order,
            letters: if short {
                lcs::ratio(&before.plain, &after.plain)
            } else {
                order
            },
            mass,
            of_old: part(pair_mass, left.pair_mass),
            of_new: part(pair_mass, right.pair_mass),
        }
    }

    /// How alike the texts are as wholes.
    pub(crate) fn symmetric(before: &Block, after: &Block, parts: &Parts) -> f64 {
        let both = parts.dice + parts.order;
        match before.words.len().max(after.words.len()) {
            0..3 => 0.7 * parts.letters + 0.15 * both,
            3..SHORT => 0.34 * parts.letters + 0.33 * both,
            _ => 0.5 * both,
        }
    }

    /// How likely it is that the one is the other, from the texts alone: as a whole, or as a piece or an extension of it.
    pub(crate) fn likeness(&self, old: &Side, o: usize, new: &Side, n: usize) -> f64 {
        let (Some(before), Some(after)) = (old.blocks.get(o), new.blocks.get(n)) else {
            return 0.0;
        };
        let parts = self.parts(old, o, new, n);
        let mut likeness = Similarity::symmetric(before, after, &parts);
        if before.words.len().min(after.words.len()) >= 5 {
            let contained = 0.65 * parts.of_old.max(parts.of_new);
            if contained > likeness {
                likeness = 0.35 * likeness + 0.65 * contained + 0.06 * parts.of_old.min(parts.of_new);
            }
        }
        let families = (before.family, after.family);
        if matches!(
            families,
            (Family::Heading, Family::Text) | (Family::Text, Family::Heading)
        ) {
            likeness - OTHER_FAMILY
        } else if before.kind != after.kind {
            likeness - OTHER_KIND
        } else {
            likeness
        }
    }
}

fn weight(weights: &[f64], word: u32) -> f64 {
    weights.get(word as usize).copied().unwrap_or(0.0)
}

impl Profile {
    fn of(block: &Block, weights: &[f64]) -> Profile {
        let words = counted(block.words.clone());
        let pairs = block
            .words
            .iter()
            .zip(block.words.iter().skip(1))
            .map(|(a, b)| (*a, *b));
        let pairs = counted(pairs.collect());
        let of = |word: &u32| weight(weights, *word);
        Profile {
            mass: words.iter().map(|(word, times)| of(word) * f64::from(*times)).sum(),
            pair_mass: pairs
                .iter()
                .map(|((a, b), times)| (of(a) + of(b)) * f64::from(*times))
                .sum(),
            words,
            pairs,
        }
    }
}

/// Every item once, sorted, with how often it stands there.
fn counted<T: Ord + Copy>(mut items: Vec<T>) -> Vec<(T, u32)> {
    items.sort_unstable();
    let mut counts: Vec<(T, u32)> = Vec::new();
    for item in items {
        match counts.last_mut() {
            Some((last, count)) if *last == item => *count += 1,
            _ => counts.push((item, 1)),
        }
    }
    counts
}

/// The weight of what two counted lists share.
fn shared<T: Ord>(one: &[(T, u32)], other: &[(T, u32)], weight: impl Fn(&T) -> f64) -> f64 {
    let (mut one, mut other) = (one.iter().peekable(), other.iter().peekable());
    let mut sum = 0.0;
    while let (Some((a, n)), Some((b, m))) = (one.peek(), other.peek()) {
        match a.cmp(b) {
            std::cmp::Ordering::Less => drop(one.next()),
            std::cmp::Ordering::Greater => drop(other.next()),
            std::cmp::Ordering::Equal => {
                sum += weight(a) * f64::from(*n.min(m));
                one.next();
                other.next();
            }
        }
    }
    sum
}

/// Words that two unrelated texts share as well.
const COMMON: &[&str] = &[
    "a", "an", "the", "of", "to", "in", "on", "for", "and", "or", "is", "are", "be", "was", "were", "with", "by", "at",
    "as", "it", "its", "this", "that", "these", "those", "from", "you", "your", "we", "our", "can", "will", "may",
    "not", "have", "has", "had", "if", "but", "they", "their", "them", "he", "his", "she", "her", "i", "do", "does",
    "so",
];

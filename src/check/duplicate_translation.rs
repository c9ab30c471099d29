//! `duplicate-translation`: the same English has different translations.
//!
//! Titles, contacts and boilerplate come back in release after release. Where the English is the same, letter by letter, the
//! translations of one locale should be, too. Texts of one or two words are not meant: they depend on what surrounds them.
//!
//! Why: readers compare. Two wordings of one sentence look like two statements.
//!
//! Mend it: take the wording that most releases have, which the finding shows.
//!
//! Waive it with a note above the message: `# pressroom: allow duplicate-translation — here it is a verb`.

use crate::check::{Rule, Scope, manual, subject};
use crate::diagnostic::{Diagnostic, Severity};
use crate::edition::{Edition, State, Unit, Work};
use crate::release::canonical::canonical;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// The rule.
pub const RULE: Rule = Rule {
    name: "duplicate-translation",
    level: Severity::Warning,
    manual: || manual::of(include_str!("duplicate_translation.rs")),
    scope: Scope::Locale(look),
};

fn look(editions: &[&Edition]) -> Vec<Diagnostic> {
    let releases = editions
        .iter()
        .filter(|edition| matches!(edition.work, Work::Release(_)));
    let units = releases.flat_map(|edition| edition.units.iter().map(move |unit| (*edition, unit)));
    // Only what says it was made from the English of today can be held against another.
    let fresh = units.filter(|(_, unit)| unit.state() == State::Fresh && !unit.waives(RULE.name));
    let fresh: Vec<(&Edition, &Unit)> = fresh.collect();
    let pairs: Vec<(&str, &str)> = fresh
        .iter()
        .map(|(_, unit)| (&*unit.wanted.english, unit.text.as_deref().unwrap_or("")))
        .collect();
    let found = check(&pairs).into_iter().filter_map(|odd| {
        let ((edition, unit), (other, usual)) = (fresh.get(odd.index)?, fresh.get(odd.usual)?);
        let message = "the same English is translated otherwise elsewhere";
        let wording = usual.text.as_deref().unwrap_or("");
        let finding = Diagnostic::warning(RULE.name, message)
            .at(edition.place(unit))
            .with_related("the usual wording", other.place(usual));
        Some(
            finding
                .about(subject(edition, unit))
                .with_help(format!("write `{wording}`, or waive the rule")),
        )
    });
    found.collect()
}

/// What of an edition can be compared with other releases: a digest of each English text and one of its translation.
///
/// Releases that have no English text in common whose translations differ cannot be at odds.
/// The digests of English texts that are `known` are not made again for the next locale.
pub fn wordings(edition: &Edition, known: &mut BTreeMap<String, u64>) -> Vec<(u64, u64)> {
    if !matches!(edition.work, Work::Release(_)) {
        return Vec::new();
    }
    let comparable =
        |unit: &&Unit| is_long(&unit.wanted.english) && unit.state() == State::Fresh && !unit.waives(RULE.name);
    let units = edition.units.iter().filter(comparable);
    units
        .map(|unit| {
            let english: &str = &unit.wanted.english;
            let english = match known.get(english) {
                Some(digest) => *digest,
                None => {
                    let digest = short(canonical(english).form());
                    known.insert(english.to_owned(), digest);
                    digest
                }
            };
            (english, short(&wording(unit.text.as_deref().unwrap_or(""))))
        })
        .collect()
}

/// The first 64 bits of the SHA-256 of a text.
fn short(text: &str) -> u64 {
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().take(8).fold(0, |sum, byte| sum << 8 | u64::from(*byte))
}

/// Whether a text has more than two words: shorter ones depend on what surrounds them.
fn is_long(english: &str) -> bool {
    english.split_whitespace().nth(2).is_some()
}

/// What of a translation is compared: white space counts as a space, emphasis not at all.
fn wording(text: &str) -> String {
    let read = text.chars().filter(|c| !matches!(c, '*' | '_' | '\\'));
    read.map(|c| if c.is_whitespace() { ' ' } else { c }).collect()
}

/// A translation that another one of the same English outnumbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Odd {
    /// Which of the pairs it is.
    pub index: usize,
    /// Which pair has the wording that most have, or the first.
    pub usual: usize,
}

/// The pairs of English and translation (of one locale) whose wording is not the usual one of their English, in order.
pub fn check(pairs: &[(&str, &str)]) -> Vec<Odd> {
    let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, (english, _)) in pairs.iter().enumerate() {
        if is_long(english) {
            groups
                .entry(canonical(english).form().to_owned())
                .or_default()
                .push(index);
        }
    }
    let mut found: Vec<Odd> = groups
        .values()
        .filter(|group| group.len() > 1)
        .flat_map(|group| odd_ones(group, pairs))
        .collect();
    found.sort_by_key(|odd| odd.index);
    found
}

fn odd_ones(group: &[usize], pairs: &[(&str, &str)]) -> Vec<Odd> {
    let wording = |index: &usize| wording(pairs.get(*index).map_or("", |(_, translation)| translation));
    let mut counts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for index in group {
        let entry = counts.entry(wording(index)).or_insert((0, *index));
        entry.0 += 1;
    }
    // The most frequent wording; of equals the one that stands first.
    let usual = counts
        .iter()
        .max_by_key(|(_, (count, first))| (*count, std::cmp::Reverse(*first)));
    let Some((usual, (_, first))) = usual else {
        return Vec::new();
    };
    let odd = group.iter().filter(|index| wording(index) != *usual);
    odd.map(|index| Odd {
        index: *index,
        usual: *first,
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wording_that_fewest_have_is_told() {
        let pairs = [
            ("For more information, contact:", "Pour plus d’informations :"),
            ("For more information, contact:", "Pour en savoir plus :"),
            ("For more information, contact:", "Pour plus d’informations\u{A0}:"),
            ("Background", "Contexte"),
            ("Background", "Rappel"),
        ];
        assert_eq!(check(&pairs), [Odd { index: 1, usual: 0 }]);
    }
}

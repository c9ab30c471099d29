//! What numbers measure: time, lengths, weights, areas, power.
//!
//! Only what stands directly behind a number counts, and only two units of one kind are held against each other: `3 days` is not
//! `3 semaines`, but what `kilómetros cuadrados` are is no length.

use crate::facts::fold::Folded;
use crate::facts::scan::Scan;
use crate::facts::{Fact, Value};
use std::ops::Range;

/// A unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measure {
    /// Its place in [`UNITS`].
    at: usize,
}

/// The units, in the order in which the languages list their words.
const UNITS: [&str; 25] = [
    "seconds",
    "minutes",
    "hours",
    "days",
    "weeks",
    "months",
    "years",
    "decades",
    "centuries",
    "millimetres",
    "centimetres",
    "metres",
    "kilometres",
    "miles",
    "feet",
    "inches",
    "grams",
    "kilograms",
    "tonnes",
    "hectares",
    "acres",
    "litres",
    "kilowatts",
    "megawatts",
    "gigawatts",
];

/// Which units are of one kind: times, lengths, weights, areas, volumes, power.
const KINDS: [Range<usize>; 6] = [0..9, 9..16, 16..19, 19..21, 21..22, 22..25];

impl Measure {
    /// Its name in English, in the plural.
    pub fn name(self) -> &'static str {
        UNITS.get(self.at).copied().unwrap_or_default()
    }

    /// Whether the two are different units of one kind.
    pub(crate) fn contradicts(self, other: Measure) -> bool {
        let is_of = |kind: &Range<usize>| kind.contains(&self.at) && kind.contains(&other.at);
        self != other && KINDS.iter().any(is_of)
    }
}

/// The words of a language, folded, with what each stands for.
pub(crate) fn words(lines: &str) -> Vec<(String, Measure)> {
    let units = lines.lines().enumerate();
    units
        .flat_map(|(at, line)| line.split_whitespace().map(move |word| (word, Measure { at })))
        .map(|(word, measure)| (Folded::new(word).text, measure))
        .collect()
}

/// Finds what the numbers among `facts` measure.
pub(crate) fn find(scan: &Scan, facts: &mut [Fact]) {
    for fact in facts.iter_mut().filter(|fact| matches!(fact.value, Value::Number(_))) {
        let behind = scan.behind_original(fact.span.end);
        let hyphen = scan.is(behind, '-');
        let at = if hyphen { behind + 1 } else { scan.skip_space(behind) };
        // A letter behind a hyphen is the ending of an ordinal: `в 1-м квартале`.
        let is_ending = hyphen && scan.text(at).chars().count() == 1;
        fact.measure = at_token(scan, at).filter(|_| !is_ending);
    }
}

fn at_token(scan: &Scan, at: usize) -> Option<Measure> {
    let measures = &scan.reader.words.measures;
    if scan.reader.words.code == "zh" {
        // No space parts words; the longest is meant: `周年` is no week.
        let rest = scan.rest(at);
        let found = measures.iter().filter(|(word, _)| rest.starts_with(word.as_str()));
        return found.max_by_key(|(word, _)| word.len()).map(|(_, measure)| *measure);
    }
    let word = scan.word(at)?;
    let is_it = |known: &str| match known.strip_suffix('*') {
        Some(stem) => word.starts_with(stem),
        None => word == known,
    };
    let found = measures.iter().find(|(known, _)| is_it(known));
    found.map(|(_, measure)| *measure)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Written;
    use crate::locale::Locale;

    fn measures(tag: &str, text: &str) -> Vec<Option<&'static str>> {
        let facts = crate::facts::extract(text, &Locale::new(tag).unwrap());
        let is_count = |fact: &&Fact| fact.written == Written::Digits;
        let numbers = facts
            .iter()
            .filter(is_count)
            .filter(|fact| matches!(fact.value, Value::Number(_)));
        numbers.map(|fact| fact.measure.map(Measure::name)).collect()
    }

    #[test]
    fn every_language_names_every_unit_that_it_lists() {
        for tag in ["ar", "en", "es", "fr", "ru", "zh"] {
            let words = crate::facts::words::Words::of(tag);
            assert_eq!(words.language.measures.lines().count(), UNITS.len(), "{tag}");
            for (at, name) in UNITS.iter().enumerate() {
                let word = words
                    .measures
                    .iter()
                    .find(|(_, measure)| measure.at == at)
                    .map(|(word, _)| word);
                let text = format!(
                    "38 {}.",
                    word.unwrap_or_else(|| panic!("{tag} {name}")).trim_end_matches('*')
                );
                // Ten years are a number word in some languages.
                let is_number = crate::facts::extract(&text, &Locale::new(tag).unwrap())[0]
                    .surface
                    .len()
                    > 2;
                assert!(is_number || measures(tag, &text) == [Some(*name)], "{tag} {text}");
            }
        }
    }

    #[test]
    fn what_stands_behind_a_number_is_what_it_measures() {
        let cases: &[(&str, &str, &[Option<&str>])] = &[
            ("en", "a 14-day truce of 3 working days", &[Some("days"), None]),
            ("en", "3 weeks and 5.2 million tonnes", &[Some("weeks"), Some("tonnes")]),
            ("fr", "5,2 millions de tonnes en 16 ans", &[None, Some("years")]),
            ("ru", "за 48 часов и 5 лет", &[Some("hours"), Some("years")]),
            ("ar", "خلال 5 أيام و12 شهراً", &[Some("days"), Some("months")]),
            (
                "zh",
                "5周年，3个月，20公里",
                &[Some("years"), Some("months"), Some("kilometres")],
            ),
            ("de", "5 Tage", &[None]),
        ];
        for (tag, text, expected) in cases {
            assert_eq!(measures(tag, text), *expected, "{text}");
        }
    }
}

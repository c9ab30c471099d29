//! What each word of a text can begin, so that most words need not be looked at: a text repeats itself, and so do the texts of a newsroom.

use crate::facts::words::{Words, ar, zh};
use crate::facts::{Reader, date, period, weekday};
use std::collections::HashMap;
use std::ops::BitOr;
use std::sync::{PoisonError, RwLock};

/// What a token can be or begin; what it allows must still be looked at, what it does not allow is not there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Roles(u8);

impl Roles {
    /// A number, a date, a time or a weekday begins here.
    pub(crate) const FACT: Roles = Roles(1);
    /// It is a part of a number in words.
    pub(crate) const NUMBER: Roles = Roles(2);
    /// A half of the day, noon or midnight is named here.
    pub(crate) const TIME: Roles = Roles(4);
    /// A phrase that stands for a number begins here.
    pub(crate) const IDIOM: Roles = Roles(8);
    /// It is the noun of a half or quarter of a year or month.
    pub(crate) const PERIOD: Roles = Roles(16);

    /// Whether one of `others` is allowed.
    pub(crate) fn allow(self, others: Roles) -> bool {
        self.0 & others.0 != 0
    }

    fn when(self, holds: bool) -> Roles {
        if holds { self } else { Roles::default() }
    }

    /// What the folded `word` can be by itself, whatever stands round it.
    fn of(reader: &Reader, word: &str) -> Roles {
        let words = &reader.words;
        let language = words.language;
        let begins = |phrase: &str| phrase.starts_with(word) || word.starts_with(phrase);
        let number = Roles::NUMBER.when(!words.atoms(word).is_empty());
        let time = Roles::TIME.when(language.words_of_times().any(begins));
        let is_fact = number.allow(Roles::NUMBER)
            || date::begins_month(reader, word)
            || weekday::begins_weekday(reader, word)
            || begins_otherwise(words, word);
        number
            | time
            | Roles::FACT.when(is_fact || time.allow(Roles::TIME))
            | Roles::IDIOM.when(language.idioms.iter().any(|(phrase, _)| begins(phrase)))
            | Roles::PERIOD.when(period::parts(words, word).is_some())
    }
}

impl BitOr for Roles {
    type Output = Roles;

    fn bitor(self, other: Roles) -> Roles {
        Roles(self.0 | other.0)
    }
}

/// Characters for numbers, Arabic duals; what begins `half past nine` is the part of a number.
fn begins_otherwise(words: &Words, word: &str) -> bool {
    let is_numeral = |c| zh::is_numeral(c) || c == '半';
    words.code == "ar" && ar::is_dual(word) || word.starts_with(is_numeral)
}

/// How many words of a locale are kept at most, and how long one may be, in bytes: no text can fill the memory.
const WORDS: usize = 1 << 15;
const LONGEST: usize = 48;

/// The roles of the words of a locale that were met.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    known: RwLock<HashMap<Box<str>, Roles>>,
}

impl Lexicon {
    /// The roles of `words`, in their order; of those that were not met before, they are found out and kept.
    pub(crate) fn look_up<'w>(&self, reader: &Reader, words: impl Iterator<Item = &'w str>) -> Vec<Roles> {
        let mut unknown = Vec::new();
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        let is_full = known.len() >= WORDS;
        let role = |word: &'w str| {
            known.get(word).copied().unwrap_or_else(|| {
                let found = Roles::of(reader, word);
                if !is_full && word.len() <= LONGEST {
                    unknown.push((word, found));
                }
                found
            })
        };
        let roles = words.map(role).collect();
        drop(known);
        if !unknown.is_empty() {
            let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
            known.extend(unknown.into_iter().map(|(word, found)| (word.into(), found)));
        }
        roles
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::fold::{Folded, Kind, Token};
    use crate::facts::scan::Scan;
    use crate::locale::Locale;

    /// Every token can be anything.
    fn anything(_: &Folded, tokens: &[Token], _: &Reader) -> Vec<Roles> {
        let role = |token: &Token| match token.kind {
            Kind::Word | Kind::Digits | Kind::Mark => Roles(u8::MAX),
            Kind::Space | Kind::Opaque => Roles::default(),
        };
        tokens.iter().map(role).collect()
    }

    fn is_the_same(text: &str, locale: &Locale) {
        let reader = Reader::of(locale);
        let all = Scan::with_roles(text, &reader, anything).read_all().facts;
        assert_eq!(Scan::new(text, &reader).read_all().facts, all, "{text}");
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "the corpus is no file of a newsroom")]
    fn what_no_word_can_begin_is_not_there() {
        let corpus = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
        let english = Locale::new("en").unwrap();
        for tag in ["ar", "es", "fr", "ru", "zh"] {
            let locale = Locale::new(tag).unwrap();
            let table = std::fs::read_to_string(corpus.join(format!("{tag}.tsv"))).unwrap();
            for (n, text) in table.lines().flat_map(|line| line.split('\t')).enumerate() {
                let (first, second) = text.split_at(text.floor_char_boundary(text.len() / 2));
                is_the_same(text, &locale);
                match n % 8 {
                    0 => is_the_same(&text.to_uppercase(), &locale),
                    1 => is_the_same(text, &english),
                    _ => is_the_same(&format!("{second} {first}"), &locale),
                }
            }
        }
    }

    #[test]
    fn every_word_of_a_language_is_found_alone_and_behind_another() {
        for tag in ["ar", "en", "es", "fr", "ru", "zh", "ja", "de"] {
            let locale = Locale::new(tag).unwrap();
            let reader = Reader::of(&locale);
            let language = reader.words.language;
            let mut words: Vec<&str> = [language.numbers, language.measures]
                .into_iter()
                .flat_map(str::split_whitespace)
                .collect();
            let calendar = &reader.calendar;
            words.extend(
                calendar
                    .months
                    .keys()
                    .chain(calendar.weekdays.keys())
                    .map(String::as_str),
            );
            words.extend(language.idioms.iter().map(|(phrase, _)| *phrase));
            words.extend(language.periods.iter().map(|(stem, _)| *stem));
            words.extend(language.multiples.iter().map(|(stem, _)| *stem));
            words.extend(language.words_of_times().map(|word| -> &str { word }));
            for word in words {
                let capital: String = word.chars().take(1).flat_map(char::to_uppercase).collect();
                let name = format!("{capital}{}", word.chars().skip(1).collect::<String>());
                for text in [word, &name, &format!("5 {word}"), &format!("{name} {word} 2018")] {
                    is_the_same(text, &locale);
                }
            }
        }
    }

    #[test]
    fn no_text_fills_the_memory() {
        let reader = Reader::of(&Locale::new("en").unwrap());
        let lexicon = Lexicon::default();
        for n in 0..200 {
            let words: Vec<String> = (0..500).map(|k| format!("w{n}x{k}")).collect();
            lexicon.look_up(&reader, words.iter().map(String::as_str)).len();
        }
        lexicon.look_up(&reader, ["x".repeat(LONGEST + 1).as_str()].into_iter());
        let known = lexicon.known.read().unwrap();
        assert!((WORDS..WORDS + 500).contains(&known.len()), "{}", known.len());
        assert!(known.keys().all(|word| word.len() <= LONGEST));
    }
}

//! The facts of an English text against those of its translation: what is lost, what is added, what is changed.
//!
//! The two lists are compared as sets, because languages repeat and leave out differently: a digit of the English must be
//! said somewhere in the translation, in digits or words, and a digit of the translation must be explained by something
//! in the English. A word on one side alone is never a fault; a word against another word is one.

use crate::facts::measure::contradiction;
use crate::facts::said::{covered, explained, is_in_words, is_timed};
use crate::facts::{Fact, Sign, Unit, Value, Written, encloses};
use std::collections::BTreeMap;
use std::ops::Range;

/// What kind of fact does not agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// A number, share or sum of money.
    Number,
    /// A day, month, weekday or time.
    Date,
    /// An e-mail address.
    Email,
    /// An address on the web that stands in the text.
    Url,
    /// A telephone number.
    Phone,
    /// The symbol of a document.
    Symbol,
}

/// A fact that the two texts do not agree on; at least one of the two spans is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mismatch {
    /// The kind of fact.
    pub what: What,
    /// Where the English states it.
    pub english: Option<Range<usize>>,
    /// Where the translation states another.
    pub translation: Option<Range<usize>>,
    /// One clause: what is.
    pub message: String,
}

/// All disagreements, in the order of the English, then of the translation.
pub fn compare(english: &[Fact], translation: &[Fact]) -> Vec<Mismatch> {
    let missing: Vec<&Fact> = english
        .iter()
        .filter(|e| is_asked_for(e) && !covered(e, translation, english))
        .collect();
    let mut extra: Vec<&Fact> = translation
        .iter()
        .filter(|t| t.written == Written::Digits && !explained(t, english))
        .collect();
    let mut found = Vec::new();
    for fact in missing {
        let what = what_of(&fact.value);
        let other = extra
            .iter()
            .position(|t| t.readings().any(|value| what_of(value) == what))
            .map(|n| extra.remove(n));
        found.push(changed(what, fact, other));
    }
    for fact in extra {
        found.push(Mismatch {
            what: what_of(&fact.value),
            english: None,
            translation: Some(fact.span.clone()),
            message: format!(
                "`{}` stands in the translation, not in the English",
                shown(&fact.surface)
            ),
        });
    }
    if found.is_empty() {
        let part = other_part(english, translation);
        // The number of the part is not told once more.
        let named = part.as_ref().and_then(|part| part.english.clone());
        let is_told = |one: &Mismatch| {
            let spans = named.as_ref().zip(one.english.as_ref());
            spans.is_some_and(|(part, own)| encloses(part, own))
        };
        let contradicted = contradicted(english, translation).into_iter();
        found.extend(contradicted.filter(|one| !is_told(one)));
        found.extend(part);
    }
    if found.is_empty() {
        found.extend(shifted(english, translation));
    }
    found.extend(units(english, translation));
    found.extend(signs(english, translation));
    found.extend(measures(english, translation));
    found
}

fn changed(what: What, english: &Fact, translation: Option<&Fact>) -> Mismatch {
    let surface = shown(&english.surface);
    let message = match translation {
        Some(other) => format!(
            "the English says `{surface}`, the translation `{}`",
            shown(&other.surface)
        ),
        None => format!("`{surface}` of the English is missing in the translation"),
    };
    Mismatch {
        what,
        english: Some(english.span.clone()),
        translation: translation.map(|t| t.span.clone()),
        message,
    }
}

/// Whether a translation has to say what the English says here: whatever has digits or is a name of the calendar, and a count in words from
/// three on. One and two are often said without a number (`both`, `another`, a dual), a hundred or a million may be no figure at all
/// (`thanks a million`).
fn is_asked_for(fact: &Fact) -> bool {
    let figure = |value: &Value| match value {
        Value::Number(number) => number.to_whole().is_none_or(|n| n > 2 && !is_round(n)),
        _ => false,
    };
    match fact.written {
        Written::Digits | Written::Name => true,
        Written::Count => fact.readings().all(figure),
        Written::Words | Written::Loose => false,
    }
}

/// Whether `n` is a power of ten from a hundred on.
fn is_round(n: u64) -> bool {
    n >= 100 && n.checked_ilog10().is_some_and(|power| n == 10_u64.pow(power))
}

/// Numbers and times spelled out on both sides that do not agree: `seven` for `huit`, `two thirds` for `un tiers`.
fn contradicted(english: &[Fact], translation: &[Fact]) -> Vec<Mismatch> {
    let lost = unknown_figures(english, |fact| covered(fact, translation, english));
    let other = unknown_figures(translation, |fact| explained(fact, english));
    let mut found = Vec::new();
    for (what, timed) in [(What::Number, false), (What::Date, true)] {
        let of_kind = |fact: &&&Fact| is_timed(fact) == timed;
        let pairs = lost.iter().filter(of_kind).zip(other.iter().filter(of_kind));
        found.extend(pairs.map(|(fact, other)| changed(what, fact, Some(other))));
    }
    found
}

/// The figures in words that the other side does not know, but for those inside a phrase that it knows (`a year and a half`).
fn unknown_figures(facts: &[Fact], is_known: impl Fn(&Fact) -> bool) -> Vec<&Fact> {
    let phrases: Vec<&Fact> = facts
        .iter()
        .filter(|fact| fact.written == Written::Loose && is_known(fact))
        .collect();
    let within = |fact: &Fact| {
        let mut spans = phrases.iter().map(|phrase| &phrase.span);
        spans.any(|span| encloses(span, &fact.span))
    };
    let figures = facts.iter().filter(|fact| is_spelled_figure(fact));
    figures.filter(|fact| !is_known(fact) && !within(fact)).collect()
}

/// Whether a spelled-out number is a figure: one is more often an article or a pronoun. `Hundreds` and `thousands` are not the same either.
fn is_spelled_figure(fact: &Fact) -> bool {
    if let (Written::Loose, Value::Number(number)) = (fact.written, &fact.value) {
        return fact.also.is_empty() && number.to_whole().is_some_and(is_round);
    }
    let counts = |value: &Value| match value {
        Value::Number(number) => number.to_whole().is_none_or(|n| n > 1),
        value => matches!(value, Value::Fraction(..) | Value::Time(_)),
    };
    is_in_words(fact) && fact.readings().any(counts)
}

/// The morning of the one text is the afternoon or evening of the other, the first quarter of the year the third.
fn other_part(english: &[Fact], translation: &[Fact]) -> Option<Mismatch> {
    // How many of its kind there are tells halves of the day from halves and quarters of the year.
    let kind = |fact: &Fact| match fact.value {
        Value::Half(_) => Some(0),
        Value::Period(_, of) => Some(of),
        _ => None,
    };
    let is_new = |fact: &Fact, others: &[Fact]| others.iter().all(|other| other.value != fact.value);
    let mut lost = english
        .iter()
        .filter(|fact| kind(fact).is_some() && is_new(fact, translation));
    lost.find_map(|fact| {
        let is_other = |other: &&Fact| kind(other) == kind(fact) && is_new(other, english);
        let other = translation.iter().find(is_other)?;
        Some(changed(What::Date, fact, Some(other)))
    })
}

/// A surface as it can stand in a message: on one line, without characters that direct or hide text.
fn shown(surface: &str) -> String {
    let plain = |c: &char| !c.is_control() && !crate::facts::fold::is_unseen(*c);
    surface.chars().filter(plain).collect()
}

fn what_of(value: &Value) -> What {
    match value {
        Value::Number(_) | Value::Fraction(..) => What::Number,
        Value::Date(_) | Value::Time(_) | Value::Half(_) | Value::Period(..) => What::Date,
        Value::Email(_) => What::Email,
        Value::Url(_) => What::Url,
        Value::Phone(_) => What::Phone,
        Value::Symbol(_) => What::Symbol,
    }
}

/// The same number of figures on both sides, but one said more often and another less often: `12 … 12 … 15` for `12 … 15 … 15`.
fn shifted(english: &[Fact], translation: &[Fact]) -> Option<Mismatch> {
    let plain = |facts: &[Fact]| {
        let digits = facts.iter().filter(|f| f.written == Written::Digits);
        digits
            .map(|f| if f.also.is_empty() { Some(f.clone()) } else { None })
            .collect::<Option<Vec<Fact>>>()
    };
    let (ours, theirs) = (plain(english)?, plain(translation)?);
    let count = |facts: &[Fact]| {
        let mut counts: BTreeMap<Value, usize> = BTreeMap::new();
        facts
            .iter()
            .for_each(|f| *counts.entry(f.value.clone()).or_default() += 1);
        counts
    };
    let (e, t) = (count(&ours), count(&theirs));
    if ours.len() != theirs.len() || e.keys().ne(t.keys()) || e == t {
        return None;
    }
    let less = ours.iter().find(|f| t.get(&f.value) < e.get(&f.value))?;
    let more = theirs.iter().rev().find(|f| t.get(&f.value) > e.get(&f.value))?;
    Some(changed(what_of(&less.value), less, Some(more)))
}

/// Whether two facts can have the same value.
fn agree(one: &Fact, other: &Fact) -> bool {
    other.readings().any(|value| one.readings().any(|own| own == value))
}

/// A share that has lost its percent sign, a sum in another currency.
fn units(english: &[Fact], translation: &[Fact]) -> Vec<Mismatch> {
    let mut found = Vec::new();
    for fact in english.iter().filter(|f| f.written == Written::Digits) {
        let Some(unit) = fact.unit else { continue };
        let Some(other) = translation
            .iter()
            .find(|t| t.written == Written::Digits && agree(fact, t))
        else {
            continue;
        };
        let kind = |facts: &[Fact], unit: Unit| facts.iter().filter(|f| f.unit == Some(unit)).count();
        let lost = match (unit, other.unit) {
            (Unit::Percent, None) => kind(translation, Unit::Percent) < kind(english, Unit::Percent),
            (Unit::Money(_), Some(Unit::Money(theirs))) => {
                kind(translation, unit) + kind(english, Unit::Money(theirs)) == 0
            }
            _ => false,
        };
        if lost {
            let mut mismatch = changed(What::Number, fact, Some(other));
            let what = if unit == Unit::Percent {
                "the percent sign of"
            } else {
                "the currency of"
            };
            mismatch.message = format!(
                "{what} `{}` is not the same in the translation, which says `{}`",
                shown(&fact.surface),
                shown(&other.surface)
            );
            found.push(mismatch);
        }
    }
    found
}

/// A number that measures days on one side and weeks on the other, unless it comes to the same: 5 kilometres and 5,000 metres.
fn measures(english: &[Fact], translation: &[Fact]) -> Vec<Mismatch> {
    let told = |fact: &Fact| {
        let own = fact
            .measure
            .filter(|_| fact.written == Written::Digits || is_spelled_figure(fact))?;
        let same = |other: &&Fact| agree(fact, other);
        let theirs: Option<Vec<_>> = translation
            .iter()
            .filter(same)
            .map(|other| contradiction(fact, other))
            .collect();
        let theirs = *theirs?.first()?;
        let is_meant = |other: &Fact| other.measure == Some(theirs);
        let other = translation.iter().filter(same).find(|other| is_meant(other))?;
        let is_free = !english.iter().filter(same).any(is_meant);
        is_free.then(|| Mismatch {
            message: format!(
                "`{}` is a number of {} in the English, of {} in the translation",
                shown(&fact.surface),
                own.name(),
                theirs.name()
            ),
            ..changed(What::Number, fact, Some(other))
        })
    };
    english.iter().filter_map(told).collect()
}

/// A number below zero on one side that is above on the other.
fn signs(english: &[Fact], translation: &[Fact]) -> Vec<Mismatch> {
    let lost = below_zero(english).filter_map(|fact| Some((fact, above_zero(fact, translation)?)));
    let added = below_zero(translation).filter_map(|fact| Some((above_zero(fact, english)?, fact)));
    let signed = |fact: &Fact| match fact.sign {
        Sign::Minus => format!("−{}", shown(&fact.surface)),
        Sign::None | Sign::Unclear => shown(&fact.surface),
    };
    let told = |(own, other): (&Fact, &Fact)| Mismatch {
        message: format!(
            "the English says `{}`, the translation `{}`",
            signed(own),
            signed(other)
        ),
        ..changed(What::Number, own, Some(other))
    };
    lost.chain(added).map(told).collect()
}

fn below_zero(facts: &[Fact]) -> impl Iterator<Item = &Fact> {
    facts.iter().filter(|fact| fact.sign == Sign::Minus)
}

/// The first number with the value of `fact`, if all that have it are surely above zero.
fn above_zero<'f>(fact: &Fact, others: &'f [Fact]) -> Option<&'f Fact> {
    let mut same = others.iter().filter(|other| agree(fact, other));
    let first = same.next().filter(|first| first.sign == Sign::None)?;
    same.all(|other| other.sign == Sign::None).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;

    fn first(text: &str) -> Fact {
        crate::facts::extract(text, &Locale::new("en").unwrap()).swap_remove(0)
    }

    #[test]
    fn one_is_no_figure_and_two_is() {
        for (text, is_figure) in [
            ("one", false),
            ("two", true),
            ("seventh", true),
            ("a third", true),
            ("2", false),
        ] {
            assert_eq!(is_spelled_figure(&first(text)), is_figure, "{text}");
        }
    }

    #[test]
    fn only_powers_of_ten_from_a_hundred_on_are_round() {
        let round = (0..=100_000).filter(|n| is_round(*n)).collect::<Vec<_>>();
        assert_eq!(round, [100, 1_000, 10_000, 100_000]);
    }

    /// Holds French texts against English ones: pairs, and what is told of them.
    fn told(cases: &[(&str, &str, &str)]) {
        let facts = |tag: &str, text: &str| crate::facts::extract(text, &Locale::new(tag).unwrap());
        for (english, french, message) in cases {
            let found = compare(&facts("en", english), &facts("fr", french));
            let messages: Vec<&str> = found.iter().map(|one| one.message.as_str()).collect();
            assert_eq!(messages.join("; "), *message, "{english}: {french}");
        }
    }

    #[test]
    fn a_sign_stays_what_it_is() {
        told(&[
            ("It was −5 °C.", "Il faisait −5 °C.", ""),
            (
                "It was −5 °C.",
                "Il faisait 5 °C.",
                "the English says `−5`, the translation `5`",
            ),
            (
                "It was 5 °C.",
                "Il faisait −5 °C.",
                "the English says `5`, the translation `−5`",
            ),
            ("a change of −5 per cent", "une baisse de 5 %", ""),
            ("a result of (12.6)", "un résultat de −12,6", ""),
            (
                "It fell to −5 °C.",
                "La température est tombée à 5 °C.",
                "the English says `−5`, the translation `5`",
            ),
        ]);
    }

    #[test]
    fn a_unit_stays_what_it_is() {
        let other = |english: &str, french: &str, number: &str, own: &str, theirs: &str| {
            let message = format!("`{number}` is a number of {own} in the English, of {theirs} in the translation");
            told(&[(english, french, &message)]);
        };
        other("within 3 days", "en 3 semaines", "3", "days", "weeks");
        other("three days", "trois mois", "three", "days", "months");
        other("5 mg", "5 µg", "5", "milligrams", "micrograms");
        other("5 km²", "5 mètres carrés", "5", "square kilometres", "square metres");
        other("5 km²", "5 km", "5", "square kilometres", "kilometres");
        other("5 GWh", "5 kilowattheures", "5", "gigawatt-hours", "kilowatt-hours");
        other("5 GWh", "5 GW", "5", "gigawatt-hours", "gigawatts");
    }

    #[test]
    fn what_comes_to_the_same_is_right() {
        told(&[
            ("within 3 days", "en 3 jours", ""),
            ("3 days and 3 weeks", "3 semaines et 3 jours", ""),
            ("3 kilometres", "3 kilos", ""),
            ("3 miles", "3 heures", ""),
            ("80 mm of rain", "80 litres par mètre carré", ""),
            ("a journey of 3 hours 40 minutes", "un trajet de 3 h 40", ""),
            ("1,500 metres", "1,5 km", ""),
            ("2 square kilometres", "200 ha", ""),
            (
                "1,500 metres",
                "15 km",
                "the English says `1,500`, the translation `15`",
            ),
            ("5 °C", "41 °F", "the English says `5`, the translation `41`"),
        ]);
    }

    #[test]
    fn what_is_shown_neither_hides_nor_directs() {
        assert_eq!(shown("1\u{200f}2\n3"), "123");
    }
}

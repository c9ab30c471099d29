//! The facts of an English text against those of its translation: what is lost, what is added, what is changed.
//!
//! The two lists are compared as sets, because languages repeat and leave out differently: a digit of the English must be
//! said somewhere in the translation, in digits or words, and a digit of the translation must be explained by something
//! in the English. A word on one side alone is never a fault; a word against another word is one.

use crate::facts::decimal::Decimal;
use crate::facts::{Date, Fact, Unit, Value, Written};
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
        .filter(|e| is_asked_for(e) && !covered(e, translation))
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
        found.extend(contradicted(english, translation));
    }
    if found.is_empty() {
        found.extend(shifted(english, translation));
    }
    found.extend(units(english, translation));
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

/// Whether a translation has to say what the English says here: whatever has digits or is a name of the calendar, and a number in words from
/// three on. One and two are often said without a number (`both`, `another`, a dual), a hundred or a million may be no figure at all
/// (`thanks a million`), and capitals that could be a Roman numeral need not be one (`CV`).
fn is_asked_for(fact: &Fact) -> bool {
    let figure = |value: &Value| match value {
        Value::Number(number) => number.to_whole().is_none_or(|n| n > 2 && !is_round(n)),
        _ => false,
    };
    match fact.written {
        Written::Digits | Written::Name => true,
        Written::Words => fact.surface.contains(char::is_lowercase) && fact.readings().all(figure),
        Written::Loose => false,
    }
}

/// Whether `n` is a power of ten from a hundred on.
fn is_round(n: u64) -> bool {
    n >= 100 && n.checked_ilog10().is_some_and(|power| n == 10_u64.pow(power))
}

/// Numbers spelled out on both sides that do not agree: `seven` for `huit`, `two thirds` for `un tiers`.
fn contradicted(english: &[Fact], translation: &[Fact]) -> Vec<Mismatch> {
    let figures = |facts: &[Fact], known: &dyn Fn(&Fact) -> bool| -> Vec<Fact> {
        let spelled = facts.iter().filter(|fact| is_spelled_figure(fact) && !known(fact));
        spelled.cloned().collect()
    };
    let lost = figures(english, &|fact| covered(fact, translation));
    let other = figures(translation, &|fact| explained(fact, english));
    let pairs = lost.iter().zip(&other);
    pairs
        .map(|(fact, other)| changed(What::Number, fact, Some(other)))
        .collect()
}

/// Whether a spelled-out number is a figure: one is more often an article or a pronoun.
fn is_spelled_figure(fact: &Fact) -> bool {
    let numbers = |value: &Value| matches!(value, Value::Number(_) | Value::Fraction(..));
    let counts = |value: &Value| match value {
        Value::Number(number) => number.to_whole().is_none_or(|n| n > 1),
        value => matches!(value, Value::Fraction(..)),
    };
    fact.written == Written::Words && fact.readings().all(numbers) && fact.readings().any(counts)
}

/// Whether one of two numbers is the other in a smaller or larger unit of time: `a fortnight` and two weeks, `eighteen months` and a year
/// and a half.
fn is_other_unit_of_time(one: &Fact, other: &Fact) -> bool {
    let numbers = |fact: &Fact| -> Vec<Decimal> {
        let found = fact.readings().filter_map(|value| match value {
            Value::Number(number) => Some(*number),
            _ => None,
        });
        found.collect()
    };
    let times = |a: &Decimal, b: &Decimal| {
        [7, 12, 24, 30, 60]
            .iter()
            .any(|unit| a.times(Decimal::whole(*unit)) == Some(*b))
    };
    let (one, other) = (numbers(one), numbers(other));
    one.iter().any(|a| other.iter().any(|b| times(a, b) || times(b, a)))
}

/// A surface as it can stand in a message: on one line, without characters that direct or hide text.
fn shown(surface: &str) -> String {
    let plain = |c: &char| !c.is_control() && !crate::facts::fold::is_unseen(*c);
    surface.chars().filter(plain).collect()
}

fn what_of(value: &Value) -> What {
    match value {
        Value::Number(_) | Value::Fraction(..) => What::Number,
        Value::Date(_) | Value::Time(_) => What::Date,
        Value::Email(_) => What::Email,
        Value::Url(_) => What::Url,
        Value::Phone(_) => What::Phone,
        Value::Symbol(_) => What::Symbol,
    }
}

/// Whether the translation says what the English fact says.
fn covered(english: &Fact, translation: &[Fact]) -> bool {
    let spelled = english.written == Written::Words;
    let otherwise = |other: &Fact| is_other_unit_of_time(english, other) || is_one_in(english, other);
    english.readings().any(|value| match value {
        Value::Date(date) => date_said(date, translation),
        value => said(value, translation),
    }) || spelled && translation.iter().any(otherwise)
}

/// Whether a number in words is what another divides by: `one in three`, `каждая третья`, 三分之一.
fn is_one_in(english: &Fact, other: &Fact) -> bool {
    let parts = other.readings().filter_map(|value| match value {
        Value::Fraction(_, parts) => Some(Value::Number(Decimal::whole(*parts))),
        _ => None,
    });
    english.also.is_empty() && parts.into_iter().any(|parts| english.value == parts)
}

/// Whether anything in the English explains a fact of the translation.
fn explained(translation: &Fact, english: &[Fact]) -> bool {
    translation.readings().any(|value| match value {
        // Many languages count what English leaves singular: `1美元` for `the dollar`.
        Value::Number(n) if n.to_whole() == Some(1) => true,
        Value::Date(date) => date_explained(date, english),
        value => said(value, english),
    })
}

/// Whether any of the facts says `value`, in whatever way.
fn said(value: &Value, facts: &[Fact]) -> bool {
    // `8 horas` is eight in the morning or eight hours, never eight in the evening.
    let is_time = |value: &Value| matches!(value, Value::Time(_));
    let clocks = |fact: &&Fact| !is_time(value) || !fact.readings().any(is_time);
    let says = |fact: &Fact| {
        fact.readings()
            .any(|other| (is_time(other) || clocks(&fact)) && same(value, other))
    };
    if facts.iter().any(says) {
        return true;
    }
    match value {
        // `two out of three` for 2/3
        Value::Fraction(n, d) => [n, d].iter().all(|n| said(&Value::Number(Decimal::whole(**n)), facts)),
        Value::Time(minutes) => clock_in_words(*minutes, facts),
        _ => false,
    }
}

/// A time spelled out: `huit heures et quart`, `nueve menos cuarto`, `в половине девятого`, `las ocho y quince`.
fn clock_in_words(time: u16, facts: &[Fact]) -> bool {
    let has = |wanted: Value| {
        facts
            .iter()
            .any(|f| matches!(f.written, Written::Words | Written::Loose) && f.readings().any(|v| *v == wanted))
    };
    let (hour, minutes) = (u64::from(time / 60), u64::from(time % 60));
    let at = |hour: u64| {
        [hour, hour % 12, if hour.is_multiple_of(12) { 12 } else { hour }]
            .iter()
            .any(|h| has(Value::Number(Decimal::whole(*h))))
    };
    let part = match minutes {
        15 | 45 => has(Value::Fraction(1, 4)),
        30 => has(Value::Fraction(1, 2)),
        _ => false,
    };
    let spelled = minutes > 0 && at(hour) && has(Value::Number(Decimal::whole(minutes)));
    spelled || part && (at(hour) || minutes > 15 && at(hour + 1))
}

/// Whether two values say the same, one of them perhaps as a part of the other (the year of a date, the hour of a time).
fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(n), Value::Date(date)) | (Value::Date(date), Value::Number(n)) => in_date(*n, date),
        (Value::Number(n), Value::Time(minutes)) | (Value::Time(minutes), Value::Number(n)) => at_hour(*n, *minutes),
        (Value::Number(n), Value::Fraction(over, under)) | (Value::Fraction(over, under), Value::Number(n)) => {
            is_share(*n, *over, *under)
        }
        (Value::Fraction(a, b), Value::Fraction(c, d)) => a * d == b * c,
        (Value::Phone(a), Value::Phone(b)) => a.trim_start_matches('+') == b.trim_start_matches('+'),
        _ => one == other,
    }
}

fn in_date(number: Decimal, date: &Date) -> bool {
    let Some(n) = number.to_whole() else { return false };
    let parts = [
        date.year.map(u64::from),
        date.day.map(u64::from),
        date.month.filter(|_| date.day.is_none()).map(u64::from),
    ];
    parts.contains(&Some(n))
}

/// `5 p.m.` as a bare 5 or 17; `5:30` as `five and a half`.
fn at_hour(number: Decimal, minutes: u16) -> bool {
    let part = Decimal::new(i128::from(minutes % 60 / 15 * 25), -2);
    let hour = u64::from(minutes / 60);
    let hours = [hour, hour % 12, if hour.is_multiple_of(12) { 12 } else { hour }];
    minutes.is_multiple_of(15) && hours.iter().any(|h| Decimal::whole(*h).plus(part) == Some(number))
}

/// Whether `number` is the fraction, or the fraction in hundredths.
fn is_share(number: Decimal, over: u64, under: u64) -> bool {
    let product = number.times(Decimal::whole(under));
    let over = Decimal::whole(over);
    product == Some(over) || product == over.times(Decimal::whole(100))
}

/// Whether the translation names the day: day and month together, the year there or elsewhere.
fn date_said(date: &Date, facts: &[Fact]) -> bool {
    let year = |other: &Date| match (date.year, other.year) {
        (Some(a), Some(b)) => a == b,
        (Some(a), None) => said(&Value::Number(Decimal::whole(u64::from(a))), facts),
        (None, _) => true,
    };
    let found = dates(facts).any(|other| {
        let day = date.day.is_none() || other.day == date.day;
        let month = date.month.is_none() || other.month == date.month;
        let weekday = date.weekday.is_none() || other.weekday == date.weekday;
        day && month && weekday && year(other)
    });
    found || apart(date, facts)
}

/// A day and its month said apart: `26日` behind another date, a bare number that belongs to no other date.
fn apart(date: &Date, facts: &[Fact]) -> bool {
    let (Some(day), Some(month), None) = (date.day, date.month, date.weekday) else {
        return false;
    };
    let alone = facts.iter().flat_map(Fact::readings).any(|value| match value {
        Value::Number(n) => n.to_whole() == Some(u64::from(day)),
        Value::Date(other) => other.day == Some(day) && other.month.is_none(),
        _ => false,
    });
    let year = date
        .year
        .is_none_or(|year| said(&Value::Number(Decimal::whole(u64::from(year))), facts));
    alone && year && dates(facts).any(|other| other.month == Some(month))
}

fn dates(facts: &[Fact]) -> impl Iterator<Item = &Date> {
    facts.iter().flat_map(Fact::readings).filter_map(|value| match value {
        Value::Date(date) => Some(date),
        _ => None,
    })
}

/// Whether the English says the day of the translation, and its year if it has one.
fn date_explained(date: &Date, english: &[Fact]) -> bool {
    let without_year = Date { year: None, ..*date };
    let year = date
        .year
        .is_none_or(|year| said(&Value::Number(Decimal::whole(u64::from(year))), english));
    year && (date_said(&without_year, english) || (date.month.is_none() && date.day.is_none()))
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

/// A share that has lost its percent sign, a sum in another currency.
fn units(english: &[Fact], translation: &[Fact]) -> Vec<Mismatch> {
    let mut found = Vec::new();
    for fact in english.iter().filter(|f| f.written == Written::Digits) {
        let Some(unit) = fact.unit else { continue };
        let Some(other) = translation
            .iter()
            .find(|t| t.written == Written::Digits && t.readings().any(|v| fact.readings().any(|w| v == w)))
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

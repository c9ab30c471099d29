//! Whether a text says a value, in whatever way its language has.

use crate::facts::decimal::Decimal;
use crate::facts::measure::{Measure, is_same_amount};
use crate::facts::{Date, Fact, Value, Written};

/// Whether the translation says what one of all the facts of the English says.
pub(crate) fn covered(english: &Fact, translation: &[Fact], all: &[Fact]) -> bool {
    // What the English says as a fraction is not `three` of `one in three`.
    let of_two = |other: &Fact| {
        let fractions = other.readings().filter(|value| matches!(value, Value::Fraction(..)));
        let said = fractions
            .into_iter()
            .any(|value| all.iter().any(|fact| fact.readings().any(|one| one == value)));
        !said && is_one_in(english, other)
    };
    let otherwise = |other: &Fact| is_other_unit_of_time(english, other) || of_two(other);
    meant(english).any(|value| match value {
        Value::Date(date) => date_said(date, translation),
        value => said(value, translation),
    }) || is_in_words(english) && translation.iter().any(otherwise)
        || translation
            .iter()
            .any(|other| is_part_of(english, other) || is_same_amount(english, other))
}

/// Whether a number of hours or minutes is a part of what the other text writes as a time: `3 hours 40 minutes` is `3 h 40`.
fn is_part_of(part: &Fact, time: &Fact) -> bool {
    let Some((whole, name)) = number(part).zip(part.measure.map(Measure::name)) else {
        return false;
    };
    time.readings().any(|value| match (value, name) {
        (Value::Time(minutes), "hours") => u64::from(minutes / 60) == whole,
        (Value::Time(minutes), "minutes") => u64::from(minutes % 60) == whole,
        _ => false,
    })
}

/// The whole number that a fact states.
fn number(fact: &Fact) -> Option<u64> {
    match &fact.value {
        Value::Number(number) => number.to_whole(),
        _ => None,
    }
}

/// Whether a fact is spelled out and means what it says.
pub(crate) fn is_in_words(fact: &Fact) -> bool {
    matches!(fact.written, Written::Words | Written::Count)
}

/// Whether a fact only suggests a small number (a dual, `quarter` for three months).
fn is_suggestion(fact: &Fact) -> bool {
    let small = |value: &Value| matches!(value, Value::Number(n) if n.to_whole().is_some_and(|n| n < 100));
    fact.written == Written::Loose && fact.readings().all(small)
}

/// Whether a fact can be a part of a whole.
fn is_fraction(fact: &Fact) -> bool {
    fact.readings().any(|value| matches!(value, Value::Fraction(..)))
}

/// Whether a fact can be a time.
pub(crate) fn is_timed(fact: &Fact) -> bool {
    fact.readings().any(|value| matches!(value, Value::Time(_)))
}

/// What a fact says to the other language: an hour in words with its half of the day is a time before it is a number.
fn meant(fact: &Fact) -> impl Iterator<Item = &Value> {
    let timed = is_in_words(fact) && is_timed(fact);
    fact.readings()
        .filter(move |value| !timed || matches!(value, Value::Time(_)))
}

/// Whether one of two numbers is the other in a smaller or larger unit of time: a fortnight and two weeks, eighteen months and a year and a
/// half, six months and half a year, four years and six months and four and a half.
fn is_other_unit_of_time(one: &Fact, other: &Fact) -> bool {
    let says = |fact: &Fact, wanted: &Value| fact.readings().any(|value| value == wanted);
    let (half, six) = (Value::Fraction(1, 2), Value::Number(Decimal::whole(6)));
    let and_half = |number: Decimal| number.times(Decimal::whole(2)).is_some_and(|n| n.to_whole().is_some());
    let ends_in_half = |value: &Value| matches!(value, Value::Number(n) if n.to_whole().is_none() && and_half(*n));
    if says(one, &six) && (says(other, &half) || ends_in_half(&other.value)) || says(one, &half) && says(other, &six) {
        return true;
    }
    if is_fraction(one) || is_fraction(other) {
        return false;
    }
    let times = |a: Decimal, b: Decimal| {
        let units = [7, 12, 24, 30, 60];
        units.iter().any(|unit| a.times(Decimal::whole(*unit)) == Some(b))
    };
    let other = lengths(other);
    lengths(one)
        .iter()
        .any(|a| other.iter().any(|b| times(*a, *b) || times(*b, *a)))
}

/// The numbers a fact can have that may be so many units of time; `one` and its unit say nothing of each other.
fn lengths(fact: &Fact) -> Vec<Decimal> {
    let numbers = fact.readings().filter_map(|value| match value {
        Value::Number(number) => Some(*number),
        _ => None,
    });
    numbers.filter(|number| *number != Decimal::whole(1)).collect()
}

/// Whether a number in words is a part of the fraction that the other language makes of two: `one in three`, `three out of four`, 四分之三.
fn is_one_in(english: &Fact, other: &Fact) -> bool {
    let is = |n: u64| english.value == Value::Number(Decimal::whole(n));
    // What falls by half is divided by two.
    let two = Value::Number(Decimal::whole(2));
    if english.readings().any(|value| *value == Value::Fraction(1, 2))
        && is_in_words(other)
        && other.readings().any(|value| *value == two)
    {
        return true;
    }
    let mut values = other.readings();
    english.also.is_empty()
        && values.any(|value| matches!(value, Value::Fraction(over, under) if is(*over) || is(*under)))
}

/// Whether anything in the English explains a fact of the translation.
pub(crate) fn explained(translation: &Fact, english: &[Fact]) -> bool {
    meant(translation).any(|value| match value {
        // Many languages count what English leaves singular: `1美元` for `the dollar`.
        Value::Number(n) if n.to_whole() == Some(1) && translation.also.is_empty() => true,
        Value::Date(date) => date_explained(date, english),
        value => said(value, english),
    }) || english.iter().any(|fact| is_same_amount(fact, translation))
}

/// Whether any of the facts says `value`, in whatever way.
fn said(value: &Value, facts: &[Fact]) -> bool {
    // `8 horas` is eight in the morning or eight hours, never eight in the evening.
    let is_time = |value: &Value| matches!(value, Value::Time(_));
    let clocks = |fact: &&Fact| !is_time(value) || !is_timed(fact);
    let says = |fact: &Fact| {
        fact.readings()
            .any(|other| (is_time(other) || clocks(&fact)) && same(value, other))
    };
    if facts.iter().any(says) {
        return true;
    }
    match value {
        // `two out of three` for 2/3
        Value::Fraction(n, d) => {
            let whole: Vec<Fact> = facts
                .iter()
                .filter(|fact| !is_suggestion(fact) && !is_fraction(fact))
                .cloned()
                .collect();
            [n, d].iter().all(|n| said(&Value::Number(Decimal::whole(**n)), &whole))
        }
        Value::Time(minutes) => clock_in_words(*minutes, facts) || is_said_in_parts(*minutes, facts),
        _ => false,
    }
}

/// A time spelled out: `huit heures et quart`, `nueve menos cuarto`, `в половине девятого`, `las ocho y quince`.
fn clock_in_words(time: u16, facts: &[Fact]) -> bool {
    let has = |wanted: Value| {
        facts
            .iter()
            .any(|f| f.written != Written::Digits && f.readings().any(|v| *v == wanted))
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

/// `2 h 19` for two hours and nineteen minutes.
fn is_said_in_parts(time: u16, facts: &[Fact]) -> bool {
    let digits = |n: u16| {
        let wanted = Value::Number(Decimal::whole(u64::from(n)));
        let mut facts = facts.iter().filter(|fact| fact.written == Written::Digits);
        facts.any(|fact| fact.readings().any(|value| *value == wanted))
    };
    digits(time / 60) && digits(time % 60)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;

    fn facts(text: &str) -> Vec<Fact> {
        crate::facts::extract(text, &Locale::new("en").unwrap())
    }

    fn written(number: u64, written: Written) -> Fact {
        let surface = number.to_string();
        Fact::new(
            &surface,
            0..surface.len(),
            Value::Number(Decimal::whole(number)),
            written,
        )
    }

    #[test]
    fn a_fraction_is_said_by_its_two_numbers_but_not_by_a_hint_of_one() {
        let (two_thirds, three) = (Value::Fraction(2, 3), written(3, Written::Words));
        assert!(said(&two_thirds, &[written(2, Written::Words), three.clone()]));
        assert!(!said(&two_thirds, &[written(2, Written::Loose), three.clone()]));
        assert!(!said(&two_thirds, &[three]));
    }

    #[test]
    fn what_falls_by_half_is_divided_by_two() {
        let (half, quarter) = (&facts("half")[0], &facts("quarter")[0]);
        assert!(is_one_in(half, &written(2, Written::Words)));
        assert!(!is_one_in(half, &written(3, Written::Words)));
        assert!(!is_one_in(half, &written(2, Written::Digits)));
        assert!(!is_one_in(quarter, &written(2, Written::Words)));
    }

    #[test]
    fn a_duration_is_its_hours_and_its_minutes() {
        let parts = |hours: u64, minutes: u64| [hours, minutes].map(|n| written(n, Written::Digits));
        assert!(is_said_in_parts(2 * 60 + 19, &parts(2, 19)));
        assert!(!is_said_in_parts(2 * 60 + 19, &parts(2, 18)));
        assert!(!is_said_in_parts(2 * 60 + 19, &parts(3, 19)));
    }

    #[test]
    fn a_time_is_its_hour_of_either_half_of_the_day_with_the_quarters_as_a_part() {
        let at = |mantissa: i128, exponent: i32, hour: u16, minutes: u16| {
            at_hour(Decimal::new(mantissa, exponent), hour * 60 + minutes)
        };
        assert!(at(5, 0, 17, 0) && at(17, 0, 17, 0) && at(12, 0, 0, 0) && at(0, 0, 0, 0));
        assert!(at(525, -2, 5, 15) && at(55, -1, 5, 30) && at(575, -2, 17, 45));
        assert!(!at(6, 0, 5, 30) && !at(5, 0, 5, 30) && !at(5, 0, 5, 1) && !at(4, 0, 17, 0));
    }

    #[test]
    fn a_clock_in_words_says_the_hour_to_which_the_part_belongs() {
        let quarter = Fact {
            value: Value::Fraction(1, 4),
            ..written(0, Written::Words)
        };
        let half = Fact {
            value: Value::Fraction(1, 2),
            ..quarter.clone()
        };
        let (nine, twenty) = (written(9, Written::Words), written(20, Written::Words));
        let clock =
            |hour: u16, minutes: u16, facts: [&Fact; 2]| clock_in_words(hour * 60 + minutes, &facts.map(Fact::clone));
        assert!(clock(9, 15, [&nine, &quarter]) && clock(21, 15, [&nine, &quarter]));
        assert!(clock(9, 45, [&nine, &quarter]) && clock(8, 45, [&nine, &quarter]));
        assert!(clock(9, 30, [&nine, &half]) && clock(8, 30, [&nine, &half]));
        assert!(clock(9, 20, [&nine, &twenty]) && clock(0, 20, [&written(12, Written::Words), &twenty]));
        assert!(!clock(8, 15, [&nine, &quarter]) && !clock(9, 25, [&nine, &twenty]) && !clock(8, 20, [&nine, &twenty]));
        assert!(!clock(9, 0, [&nine, &nine]) && !clock(9, 30, [&nine, &quarter]) && !clock(9, 15, [&nine, &half]));
    }
}

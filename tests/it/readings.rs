//! What is read in sentences of every kind, one by one, as it was read and approved: `readings.txt`.

use pressroom::facts::{Date, Fact, Half, Sign, Unit, Value, Written, extract};
use pressroom::locale::Locale;

/// A sentence behind its language, and under it a line for each fact: what stands there, what it says, and whatever else it can say.
const APPROVED: &str = include_str!("readings.txt");

fn line(fact: &Fact) -> String {
    let mut line = format!("    {} = {}", fact.surface, value(&fact.value));
    for other in &fact.also {
        line.push_str(&format!(" | {}", value(other)));
    }
    match fact.unit {
        Some(Unit::Percent) => line.push_str(" per cent"),
        Some(Unit::Money(currency)) => line.push_str(&format!(" {currency}")),
        None => {}
    }
    if let Some(measure) = fact.measure {
        line.push_str(&format!(" {}", measure.name()));
    }
    match fact.sign {
        Sign::None => {}
        Sign::Unclear => line.push_str(", perhaps below zero"),
        Sign::Minus => line.push_str(", below zero"),
    }
    line.push_str(match fact.written {
        Written::Digits => "",
        Written::Name => " (name)",
        Written::Count => " (count in words)",
        Written::Words => " (words)",
        Written::Loose => " (suggested)",
    });
    line
}

fn value(value: &Value) -> String {
    match value {
        Value::Number(number) => number.to_string(),
        Value::Fraction(over, under) => format!("{over}/{under}"),
        Value::Date(day) => date(day),
        Value::Time(minutes) => format!("{}:{:02}", minutes / 60, minutes % 60),
        Value::Half(Half::Morning) => "morning".to_owned(),
        Value::Half(Half::Afternoon) => "afternoon".to_owned(),
        other => format!("{other:?}"),
    }
}

/// `2018/05/25`, `-/05/25`, `2018/05/-`, with the day of the week behind it; of a weekday alone its name.
fn date(date: &Date) -> String {
    let year = date.year.map_or("-".to_owned(), |year| year.to_string());
    let month = date.month.map_or("-".to_owned(), |month| format!("{month:02}"));
    let day = date.day.map_or("-".to_owned(), |day| format!("{day:02}"));
    let days = [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ];
    let weekday = date.weekday.map_or("", |weekday| days[usize::from(weekday) - 1]);
    match (date.year, date.month, date.day) {
        (None, None, None) => weekday.to_owned(),
        _ => format!("{year}/{month}/{day} {weekday}").trim_end().to_owned(),
    }
}

#[test]
fn every_sentence_is_read_as_it_was_approved() {
    let mut made = String::new();
    for sentence in APPROVED.lines().filter(|line| !line.starts_with("    ")) {
        made.push_str(sentence);
        made.push('\n');
        if let Some((tag, text)) = sentence.split_once(": ").filter(|_| !sentence.starts_with('#')) {
            for fact in extract(text, &Locale::new(tag).unwrap()) {
                made.push_str(&line(&fact));
                made.push('\n');
            }
        }
    }
    let other = made
        .lines()
        .zip(APPROVED.lines())
        .position(|(made, approved)| made != approved);
    if let Some(at) = other.or((made.len() != APPROVED.len()).then_some(0)) {
        let path = concat!(env!("CARGO_TARGET_TMPDIR"), "/readings.txt");
        std::fs::write(path, &made).unwrap();
        panic!(
            "tests/it/readings.txt:{}: read {path}, then copy it there\nmade     {:?}\napproved {:?}",
            at + 1,
            made.lines().nth(at),
            APPROVED.lines().nth(at)
        );
    }
}

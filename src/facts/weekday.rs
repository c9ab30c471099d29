//! Weekdays, in the cases in which the languages use them.

use crate::facts::scan::{Read, Scan};
use crate::facts::words::zh;
use crate::facts::{Date, Reader, Written, date};

/// The name of a weekday at token `at`.
pub(crate) fn weekday(scan: &Scan, at: usize) -> Option<Read> {
    let (weekday, end) = weekday_at(scan, at)?;
    // `Sunday Times`, `Good Friday`: a day inside a name explains, but is not asked for.
    let capital = |n: usize| scan.tokens.get(n).is_some_and(|t| t.upper);
    let named = scan.reader.words.code == "en"
        && (capital(end + 1)
            && scan
                .word(end + 1)
                .is_some_and(|w| date::month(scan.reader, w).is_none())
            || at >= 2
                && capital(at - 2)
                && scan.word(at - 1).is_none()
                && !scan.is(at - 1, '.')
                && !starts_sentence(scan, at - 2));
    let written = if named { Written::Words } else { Written::Name };
    let date = |weekday| Date {
        weekday: Some(weekday),
        ..Date::default()
    };
    // The Russian night to Monday is Sunday night.
    let night = scan.reader.words.code == "ru" && at >= 4 && scan.rest(at - 4).starts_with("ночь на ");
    let eve = night.then(|| date((weekday + 5) % 7 + 1));
    let dates: Vec<Date> = std::iter::once(date(weekday)).chain(eve).collect();
    Some((vec![scan.date(at, end, &dates, written)?], end))
}

pub(crate) fn starts_sentence(scan: &Scan, at: usize) -> bool {
    at == 0
        || (0..at)
            .rev()
            .map(|n| scan.text(n))
            .find(|t| !t.trim().is_empty())
            .is_none_or(|t| ".!?:—–\"“«(*_".contains(t))
}

fn weekday_at(scan: &Scan, at: usize) -> Option<(u8, usize)> {
    let code = scan.reader.words.code.as_str();
    if code == "zh" || code == "ja" {
        let rest = scan.rest(at);
        let prefix = EAST_ASIAN.iter().find(|p| rest.starts_with(**p))?;
        let end = at + prefix.chars().count();
        let day = match scan.char(end)? {
            '日' | '天' => 7,
            c => zh::digit(c)
                .and_then(|d| u8::try_from(d).ok())
                .filter(|d| (1..=6).contains(d))?,
        };
        return Some((day, end + 1));
    }
    let word = scan.word(at)?;
    if word.chars().count() < 3
        || (word.chars().count() == 3 && code != "ar")
        || (code == "en" && !scan.tokens.get(at)?.upper)
    {
        return None;
    }
    let named = || {
        let behind_day = code == "ar" && at >= 2 && DAYS.contains(&scan.text(at - 2));
        behind_day.then(|| arabic_weekday(scan.reader, word)).flatten()
    };
    day_of(scan.reader, word).or_else(named).map(|day| (day, at + 1))
}

/// The weekday that `word` names by itself.
fn day_of(reader: &Reader, word: &str) -> Option<u8> {
    let names = &reader.calendar.weekdays;
    let singular = || word.strip_suffix('s').and_then(|w| names.get(w));
    let exact = names.get(word).or_else(singular).copied();
    exact
        .or_else(|| {
            if reader.words.code == "ru" {
                russian_weekday(word)
            } else {
                None
            }
        })
        .or_else(|| date::arabic_bare(reader, word).and_then(|w| names.get(w).copied()))
}

/// Whether the name of a weekday can begin with `word`.
pub(crate) fn begins_weekday(reader: &Reader, word: &str) -> bool {
    match reader.words.code.as_str() {
        "zh" | "ja" => EAST_ASIAN.iter().any(|name| name.starts_with(word)),
        "ar" => day_of(reader, word).or_else(|| arabic_weekday(reader, word)).is_some(),
        _ => day_of(reader, word).is_some(),
    }
}

/// How the names of weekdays begin in Chinese and Japanese.
const EAST_ASIAN: [&str; 4] = ["星期", "礼拜", "周", "週"];

/// The weekdays in the cases in which Russian uses them, beyond the nominative of CLDR.
fn russian_weekday(word: &str) -> Option<u8> {
    const STEMS: [(&str, u8, &[&str]); 7] = [
        ("понедельник", 1, &["", "а", "у", "ом", "е", "и", "ам"]),
        ("вторник", 2, &["", "а", "у", "ом", "е", "и", "ам"]),
        ("сред", 3, &["а", "у", "ы"]),
        ("четверг", 4, &["", "а", "у", "ом", "е", "и", "ам"]),
        ("пятниц", 5, &["а", "у", "ы", "е", "ей", "ам"]),
        ("суббот", 6, &["а", "у", "ы", "е", "ой", "ам"]),
        ("воскресень", 7, &["е", "я", "ю", "ем", "ям"]),
    ];
    let hit = |(stem, _, ends): &&(&str, u8, &[&str])| word.strip_prefix(stem).is_some_and(|end| ends.contains(&end));
    STEMS.iter().find(hit).map(|(_, day, _)| *day)
}

/// The words for day, evening and morning: behind one of them, a weekday can stand without its article (`يوم أحد`).
const DAYS: [&str; 4] = ["يوم", "ايام", "مساء", "صباح"];

/// The weekday that `word` names without its article.
fn arabic_weekday(reader: &Reader, word: &str) -> Option<u8> {
    reader.calendar.weekdays.get(&format!("ال{word}")).copied()
}

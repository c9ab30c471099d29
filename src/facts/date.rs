//! Dates: with names of months, in numbers in any order, in Chinese characters, in lists and ranges of days, and weekdays.

use crate::facts::fold::is_ideograph;
use crate::facts::scan::{Read, Scan};
use crate::facts::words::Atom;
use crate::facts::{Date, Fact, Reader, Written, east_asian};
use std::ops::Bound;

/// The date or list of dates that begins at token `at`; `before` are the facts that stand before it.
pub(crate) fn read(scan: &Scan, at: usize, before: &[Fact]) -> Option<Read> {
    east_asian::east_asian(scan, at, before)
        .or_else(|| numeric(scan, at))
        .or_else(|| attack(scan, at))
        .or_else(|| day_first(scan, at))
        .or_else(|| month_first(scan, at))
}

/// The word without the particles that Arabic writes together with it; a name keeps its article.
pub(crate) fn arabic_bare<'a>(reader: &Reader, word: &'a str) -> Option<&'a str> {
    (reader.words.code == "ar").then_some(())?;
    ["و", "ف", "ب", "ل", "ك"]
        .iter()
        .find_map(|p| word.strip_prefix(p))
        .filter(|w| w.chars().count() > 2)
}

/// The month that `word` names in any of its forms.
pub(crate) fn month(reader: &Reader, word: &str) -> Option<u8> {
    let months = &reader.calendar.months;
    let found = months.get(word).copied();
    found
        .or_else(|| arabic_bare(reader, word).and_then(|w| months.get(w).copied()))
        .or_else(|| {
            if reader.words.code == "ru" {
                russian_month(reader, word)
            } else {
                None
            }
        })
}

/// Whether the name of a month begins with `word`; some have two words.
pub(crate) fn begins_month(reader: &Reader, word: &str) -> bool {
    month(reader, word).is_some() || firsts(reader, word).next().is_some()
}

/// The first words of double names of months that `word` can be, with and without what Arabic writes together with it.
fn firsts<'a>(reader: &Reader, word: &'a str) -> impl Iterator<Item = &'a str> {
    let bare = arabic_bare(reader, word).unwrap_or(word);
    let is_first = |first: &&str| reader.calendar.firsts.contains(*first);
    [word, bare].into_iter().filter(is_first)
}

/// Other cases (`в мае`, `июнем`) and adjectives (`июньская`) of the names that CLDR has in the nominative and genitive.
fn russian_month(reader: &Reader, word: &str) -> Option<u8> {
    let names = &reader.calendar.months;
    let first = word.get(..word.chars().next()?.len_utf8())?;
    let alike = names.range::<str, _>((Bound::Included(first), Bound::Unbounded));
    let found = alike
        .take_while(|(name, _)| name.starts_with(first))
        .filter(|(name, _)| name.chars().count() >= 3)
        .find(|(name, _)| {
            let stem = name.strip_suffix(['а', 'я', 'ь', 'й']).unwrap_or(name);
            let end = word.strip_prefix(stem);
            let short = stem.chars().count() < 3;
            end.is_some_and(|end| match end {
                "е" | "ю" | "ем" => true,
                "у" | "ом" => !short,
                _ => end.contains("ск") && (!short || end.starts_with("йск")) && end.chars().count() <= 8,
            })
        });
    found.map(|(_, month)| *month)
}

/// A month's name at `at`, the double names of Arabic (`أيار/مايو`) taken whole; and the token behind it.
fn month_at(scan: &Scan, at: usize) -> Option<(u8, usize)> {
    let (first, end) = one_month_at(scan, at)?;
    let slash = scan.skip_space(end);
    if scan.is(slash, '/') || scan.is(slash, '(') {
        let closes = scan.is(slash, '(');
        if let Some((second, behind)) = one_month_at(scan, scan.skip_space(slash + 1)).filter(|(m, _)| *m == first) {
            return Some((second, behind + usize::from(closes && scan.is(behind, ')'))));
        }
    }
    Some((first, end))
}

fn one_month_at(scan: &Scan, at: usize) -> Option<(u8, usize)> {
    let word = scan.word(at)?;
    if is_ideograph(word.chars().next()?) {
        return None;
    }
    if let Some(second) = scan.word(at + 2).filter(|_| scan.skip_space(at + 1) == at + 2) {
        for first in firsts(scan.reader, word) {
            if let Some(month) = scan.reader.calendar.months.get(&format!("{first} {second}")) {
                return Some((*month, at + 3));
            }
        }
    }
    // English months have a capital: `children aged 6 to 14 may attend`.
    if scan.reader.words.code == "en" && !scan.tokens.get(at).is_some_and(|token| token.upper) {
        return None;
    }
    // French `sept` is seven, unless it is cut short (`sept.`) or has its day before it.
    let seven = word == "sept" && scan.reader.words.code == "fr";
    if seven && !scan.is(at + 1, '.') && !(at >= 2 && scan.digits(at - 2).is_some()) {
        return None;
    }
    let month = month(scan.reader, word)?;
    // An abbreviation takes its full stop along.
    let dotted = scan.is(at + 1, '.') && word.chars().count() <= 5 && scan.skip_space(at + 2) != at + 2;
    Some((month, at + 1 + usize::from(dotted)))
}

/// A day of a month in digits (an ordinal ending is taken along) or as an ordinal word.
fn day_at(scan: &Scan, at: usize) -> Option<(u8, usize)> {
    if let Some(digits) = scan.digits(at) {
        let day: u8 = digits.parse().ok().filter(|d| (1..=31).contains(d))?;
        let mut end = at + 1;
        let ordinal = ["st", "nd", "rd", "th", "er", "го", "е", "º", "ro", "a"];
        if ordinal.contains(&scan.text(end)) {
            end += 1;
        } else if (scan.is(end, '-') && scan.word(end + 1).is_some_and(|w| ordinal.contains(&w)))
            || (scan.is(end, '.') && scan.is(end + 1, 'º'))
        {
            end += 2;
        } else if scan.is(end, '.') && scan.skip_space(end + 1) != end + 1 && month_at(scan, end + 2).is_some() {
            end += 1; // `25. Mai`
        }
        return Some((day, end));
    }
    scan.word(at)?;
    // `أحد` is Sunday or one, never the first.
    if scan.reader.words.code == "ar" && scan.atoms(at) == [Atom::Add(1)] {
        return None;
    }
    let mut day = 0;
    for atom in scan.atoms(at).iter().copied() {
        if let Atom::Ordinal(n) | Atom::Add(n) = atom {
            day += n;
        }
    }
    let mut end = at + 1;
    let next = scan.skip_space(end);
    // `الخامس والعشرين`, `двадцать пятого`, `veinticinco`
    if next > end && day > 0 {
        let more: Vec<u64> = scan
            .atoms(next)
            .iter()
            .filter_map(|a| match a {
                Atom::Ordinal(n) | Atom::Add(n) => Some(*n),
                _ => None,
            })
            .collect();
        if let [n] = more.as_slice()
            && (*n >= 10) != (day >= 10)
            && day + n <= 31
        {
            day += n;
            end = next + 1;
        }
    }
    u8::try_from(day)
        .ok()
        .filter(|d| (1..=31).contains(d))
        .map(|d| (d, end))
}

/// `25 May 2018`, `25 and 26 May`, `du 25 au 26 mai`, `25 de mayo de 2018`, `الأول من حزيران/يونيو`.
fn day_first(scan: &Scan, at: usize) -> Option<Read> {
    let mut days = Vec::new();
    let mut cursor = at;
    let (month, end) = loop {
        let (day, behind) = day_at(scan, cursor)?;
        days.push((day, cursor, behind));
        let next = skip_of(scan, behind);
        if let Some(found) = month_at(scan, next).filter(|(_, end)| next > behind || *end > next) {
            break found;
        }
        cursor = connector(scan, behind).filter(|_| days.len() < 8)?;
    };
    // Only the day next to the month may be a word: `the second and 3 May` is no list of days.
    let last = days.len() - 1;
    let spelled = days.iter().take(last).any(|(_, from, _)| scan.digits(*from).is_none());
    if spelled {
        return None;
    }
    let (year, end) = year_at(scan, end).map_or((None, end), |(year, end)| (Some(year), end));
    let facts = days.iter().enumerate().filter_map(|(n, (day, from, behind))| {
        let date = Date {
            year,
            month: Some(month),
            day: Some(*day),
            weekday: None,
        };
        scan.date(*from, if n == last { end } else { *behind }, &[date], Written::Digits)
    });
    Some((facts.collect(), end))
}

/// `May 25, 2018`, `May 25-26`, `May 2018`, `May`.
fn month_first(scan: &Scan, at: usize) -> Option<Read> {
    let (month, behind) = month_at(scan, at)?;
    let english = scan.reader.words.code == "en";
    let name = scan.word(at)?;
    if english && !scan.tokens.get(at)?.upper {
        return None;
    }
    let base = Date {
        month: Some(month),
        ..Date::default()
    };
    if let Some((year, end)) = year_at(scan, behind) {
        let date = Date {
            year: Some(year),
            ..base
        };
        return Some((vec![scan.date(at, end, &[date], Written::Digits)?], end));
    }
    if let (true, Some(found)) = (english, american(scan, at, behind, base)) {
        return Some(found);
    }
    let written = name_alone(scan, at, name)?;
    Some((vec![scan.date(at, behind, &[base], written)?], behind))
}

/// How sure it is that a month's name without a number is one: abbreviations (`mar`, `sept`) are not taken, and words with
/// another meaning (`May`, `March`) are asked for only behind a little word that leads to a month.
fn name_alone(scan: &Scan, at: usize, name: &str) -> Option<Written> {
    const LEADS: [&str; 17] = [
        "in", "of", "since", "last", "next", "early", "late", "mid", "until", "from", "during", "this", "to",
        "through", "by", "before", "after",
    ];
    let code = scan.reader.words.code.as_str();
    let short = name.chars().count() < 4 && code != "ar" && !matches!(name, "may" | "mai" | "май" | "мая" | "мае");
    if short || name == "sept" {
        return None;
    }
    let ambiguous = code == "en" && matches!(name, "may" | "march" | "august");
    let led = at >= 2 && scan.word(at - 2).is_some_and(|w| LEADS.contains(&w));
    Some(if ambiguous && !led {
        Written::Words
    } else {
        Written::Name
    })
}

/// The days behind an English month: `May 25 and 26, 2018`.
fn american(scan: &Scan, at: usize, behind: usize, base: Date) -> Option<Read> {
    let mut days = Vec::new();
    let mut cursor = scan.skip_space(behind);
    let mut end = behind;
    while let Some((day, next)) = day_at(scan, cursor).filter(|_| scan.digits(cursor).is_some()) {
        let goes_on = scan.is(next, ':')
            || (scan.is(next, '.') && scan.digits(next + 1).is_some())
            || scan
                .phrase(scan.skip_space(next), scan.reader.words.language.percent)
                .is_some();
        let then = scan.skip_space(next);
        if goes_on || (!days.is_empty() && month_at(scan, then).is_some()) {
            break;
        }
        days.push((day, cursor, next));
        end = next;
        let Some(more) = connector(scan, next) else { break };
        cursor = more;
    }
    (!days.is_empty() && scan.skip_space(behind) > behind).then_some(())?;
    let comma = if scan.is(end, ',') { end + 1 } else { end };
    let (year, end) = year_at(scan, comma).map_or((None, end), |(year, end)| (Some(year), end));
    let last = days.len() - 1;
    let facts = days.iter().enumerate().filter_map(|(n, (day, from, to))| {
        let date = Date {
            day: Some(*day),
            year,
            ..base
        };
        let from = if n == 0 { at } else { *from };
        scan.date(from, if n == last { end } else { *to }, &[date], Written::Digits)
    });
    Some((facts.collect(), end))
}

/// The token of the next member of a list or range, behind `, `, `–`, `and`, `au`…
pub(crate) fn connector(scan: &Scan, at: usize) -> Option<usize> {
    let next = scan.skip_space(at);
    if [',', '-', '–', '—', '/', '،'].iter().any(|c| scan.is(next, *c)) {
        let behind = scan.skip_space(next + 1);
        // `5, 12, and 19 May`
        let joined = scan.phrase(behind, scan.reader.words.language.between);
        return Some(joined.map_or(behind, |at| scan.skip_space(at)));
    }
    let behind = scan.phrase(next, scan.reader.words.language.between);
    let glued = (scan.reader.words.code == "ar" && scan.text(next) == "و").then_some(next + 1);
    let behind = behind.or(glued)?;
    let article = ["le", "el", "los", "the"].contains(&scan.text(scan.skip_space(behind)));
    let behind = scan.skip_space(behind);
    Some(if article { scan.skip_space(behind + 1) } else { behind })
}

/// Skips `of`, `de`, `من` and white space between the parts of a date.
fn skip_of(scan: &Scan, at: usize) -> usize {
    let mut at = scan.skip_space(at);
    while let Some(behind) = scan.phrase(at, scan.reader.words.language.of) {
        at = scan.skip_space(behind);
        if scan.is(at, '\'') {
            at += 1;
        }
    }
    at
}

/// A year of four digits behind a month: `2018`, ` de 2018`, `, 2018`, ` عام 2018`.
fn year_at(scan: &Scan, at: usize) -> Option<(u16, usize)> {
    let at = if scan.is(at, ',') || scan.is(at, '،') {
        at + 1
    } else {
        at
    };
    let next = skip_of(scan, at);
    let digits = scan.digits(next).filter(|d| d.len() == 4 && next > at)?;
    let fraction = [',', '.'].iter().any(|c| scan.is(next + 1, *c)) && scan.digits(next + 2).is_some();
    let year = digits.parse().ok().filter(|y| (1000..3000).contains(y) && !fraction)?;
    Some((year, next + 1))
}

/// `25/05/2018`, `2018-05-25`, `25.05.2018`; both orders where the English can mean both.
fn numeric(scan: &Scan, at: usize) -> Option<Read> {
    let (first, second, third) = (scan.digits(at)?, scan.digits(at + 2)?, scan.digits(at + 4)?);
    let mark = scan.char(at + 1).filter(|c| matches!(c, '/' | '-' | '.' | '–'))?;
    let goes_on = scan.is(at + 5, mark) && scan.digits(at + 6).is_some();
    if !scan.is(at + 3, mark) || goes_on || (at > 0 && scan.is(at - 1, mark)) {
        return None;
    }
    let parse = |text: &str| text.parse::<u16>().ok();
    let (a, b, c) = (parse(first)?, parse(second)?, parse(third)?);
    let date = |year: u16, month: u16, day: u16| {
        let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
        ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some(Date {
            year: Some(year),
            month: Some(month),
            day: Some(day),
            weekday: None,
        })
    };
    let dates: Vec<Date> = match (first.len(), second.len(), third.len()) {
        (4, 1..=2, 1..=2) => date(a, b, c).into_iter().collect(),
        (1..=2, 1..=2, 4) => date(c, b, a).into_iter().chain(date(c, a, b)).collect(),
        _ => return None,
    };
    let fact = scan.date(at, at + 5, &dates, Written::Digits)?;
    Some((vec![fact], at + 5))
}

/// Days that became names: `9/11`, `9·11`, `11-S`.
fn attack(scan: &Scan, at: usize) -> Option<Read> {
    let first: u8 = scan.digits(at)?.parse().ok()?;
    let second = scan.digits(at + 2).and_then(|d| d.parse::<u8>().ok());
    let initial = |word: &str| match word {
        "s" => Some(9),
        "m" => Some(3),
        "o" => Some(10),
        "n" => Some(11),
        "d" => Some(12),
        _ => None,
    };
    let (month, day) = match (scan.reader.words.code.as_str(), second) {
        ("en", Some(11)) if scan.is(at + 1, '/') && first == 9 => (9, 11),
        ("zh", Some(day)) if scan.is(at + 1, '·') => (first, day),
        ("es", None) if scan.is(at + 1, '-') => (scan.word(at + 2).and_then(initial)?, first),
        _ => return None,
    };
    let date = Date {
        month: Some(month),
        day: Some(day),
        ..Date::default()
    };
    let valid = (1..=12).contains(&month) && (1..=31).contains(&day);
    let fact = scan.date(at, at + 3, &[date], Written::Digits).filter(|_| valid)?;
    Some((vec![fact], at + 3))
}

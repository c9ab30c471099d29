//! Times of day: 12 and 24 hours, `17 h 30`, `下午5时30分`, `الساعة ٥:٣٠ مساءً`, noon and midnight.

use crate::facts::decimal::Decimal;
use crate::facts::fold::Kind;
use crate::facts::lexicon::Roles;
use crate::facts::scan::{Read, Scan};
use crate::facts::words::{Atom, zh};
use crate::facts::{Fact, Half, Value, Written, number};

/// The time that begins at token `at`.
pub(crate) fn read(scan: &Scan, at: usize) -> Option<Read> {
    named(scan, at)
        .or_else(|| chinese(scan, at))
        .or_else(|| past(scan, at))
        .or_else(|| spelled(scan, at))
        .or_else(|| clock(scan, at))
}

/// Noon and midnight.
fn named(scan: &Scan, at: usize) -> Option<Read> {
    let language = scan.reader.words.language;
    scan.may_be(at, Roles::TIME).then_some(())?;
    let (minutes, end) = scan
        .phrase(at, language.midnight)
        .map(|end| (vec![0, 1440], end))
        .or_else(|| scan.phrase(at, language.noon).map(|end| (vec![720], end)))?;
    // 零点五 is half of one; 零点五分 is a time.
    let digits = zh_digits(scan, end);
    if scan.is(end - 1, '点') && digits > end && !scan.is(digits, '分') {
        return None;
    }
    // 中午12时 is read as a time with its half of the day.
    if scan.digits(end).is_some() {
        return None;
    }
    // `midi et demi`
    let half = scan.phrase(scan.skip_space(end), &["et demi", "et demie"]);
    let (later, end) = half.map_or((0, end), |end| (30, end));
    let values = minutes.into_iter().map(|minutes| Value::Time(minutes + later));
    Some((
        vec![scan.fact(scan.range(at, end), values.collect(), Written::Words)?],
        end,
    ))
}

/// `17:30`, `5.30 p.m.`, `5 p.m.`, `17 h 30`, `9 heures`, `17 часов 30 минут`.
fn clock(scan: &Scan, at: usize) -> Option<Read> {
    let digits = scan.digits(at).filter(|d| d.len() <= 2)?;
    let hour: u16 = digits.parse().ok().filter(|h| *h <= 24)?;
    if let Some(minutes) = two_digits(scan, at + 2).filter(|_| scan.is(at + 1, ':')) {
        if let Some(parts) = to_the_second(scan, at) {
            return Some(parts);
        }
        let (half, end) = half_behind(scan, at + 3);
        return finish(scan, at..end, (hour, minutes), half, Vec::new());
    }
    if scan.is(at + 1, '.')
        && let Some(minutes) = two_digits(scan, at + 2).filter(|_| !more_digits(scan, at + 3))
    {
        return with_point(scan, at, hour, minutes);
    }
    if let (Some(half), end) = half_behind(scan, at + 1) {
        let plausible = (1..=12).contains(&hour);
        return plausible.then(|| finish(scan, at..end, (hour, 0), Some(half), Vec::new()))?;
    }
    spoken(scan, at, hour)
}

/// `half past nine`, `a quarter to eight`.
fn past(scan: &Scan, at: usize) -> Option<Read> {
    let rest = scan.rest(at);
    let parts = [
        ("half past ", 30),
        ("quarter past ", 15),
        ("quarter to ", 1425),
        ("a quarter past ", 15),
        ("a quarter to ", 1425),
    ];
    let (phrase, minutes) = parts
        .iter()
        .find(|(phrase, _)| scan.reader.words.code == "en" && rest.starts_with(phrase))?;
    let hour_at = at + phrase.matches(' ').count() * 2;
    let hour: u16 = match (scan.digits(hour_at), scan.atoms(hour_at)) {
        (Some(digits), _) => digits.parse().ok()?,
        (None, [Atom::Add(n)]) => u16::try_from(*n).ok()?,
        _ => return None,
    };
    let time = (hour * 60 + minutes) % 1440;
    let (half, end) = half_behind(scan, hour_at + 1);
    let plausible = (1..=12).contains(&hour);
    let (mut facts, end) = plausible.then(|| finish(scan, at..end, (time / 60, time % 60), half, Vec::new()))??;
    facts.iter_mut().for_each(|fact| fact.written = Written::Words);
    Some((facts, end))
}

/// An hour in words with its half of the day behind it: `nueve de la noche`, `huit heures et demie du matin`, `التاسعة مساء`. It may also be a
/// number after all (`una noche`).
fn spelled(scan: &Scan, at: usize) -> Option<Read> {
    (scan.morning || scan.afternoon).then_some(())?;
    if scan.atoms(at).is_empty() {
        return None;
    }
    let (read, end) = number::read(scan, at)?;
    let [fact] = read.as_slice() else { return None };
    // Spanish `cuarto` is a quarter; Arabic hours are ordinals, which can be parts as well.
    let part = |value: &Value| matches!(value, Value::Fraction(..));
    if scan.reader.words.code != "ar" && fact.readings().any(part) {
        return None;
    }
    let Value::Number(hours) = fact.value else { return None };
    let minutes = hours.times(Decimal::whole(60))?.to_whole()?;
    let minutes = u16::try_from(minutes)
        .ok()
        .filter(|minutes| (60..780).contains(minutes))?;
    let (half, behind) = half_behind(scan, end);
    half?;
    let numbers = fact.readings().cloned().collect();
    let (mut facts, end) = finish(scan, at..behind, (minutes / 60, minutes % 60), half, numbers)?;
    facts.iter_mut().for_each(|fact| fact.written = Written::Words);
    Some((facts, end))
}

/// `2:11:53` and `3:49.04`: how long something took, as often said with units (`3 minutos y 49,04 segundos`); a time of day to the second is
/// compared in the same way.
fn to_the_second(scan: &Scan, at: usize) -> Option<Read> {
    let seconds = scan.is(at + 3, ':') && two_digits(scan, at + 4).is_some();
    let point =
        ['.', ','].iter().any(|c| scan.is(at + 3, *c)) && scan.digits(at + 4).is_some() && !scan.is(at + 5, ':');
    let spans: &[(usize, usize)] = match (seconds, point) {
        (true, _) => &[(at, at + 1), (at + 2, at + 3), (at + 4, at + 5)],
        (false, true) => &[(at, at + 1), (at + 2, at + 5)],
        (false, false) => return None,
    };
    // A part of three tokens has a fraction.
    let part = |(from, to): &(usize, usize)| {
        let fraction = if to - from == 3 { scan.digits(to - 1)? } else { "" };
        let value = Decimal::from_digits(scan.digits(*from)?, fraction)?;
        scan.fact(scan.range(*from, *to), vec![Value::Number(value)], Written::Digits)
    };
    Some((spans.iter().map(part).collect::<Option<_>>()?, at + 5))
}

/// `2 h 19 min 44 s`: how long something took.
fn lasting(scan: &Scan, hours: usize, minutes: usize, behind: usize) -> Option<Read> {
    let at = scan.skip_space(behind);
    let (seconds, end) = number::plain(scan, at).filter(|_| behind > minutes + 1)?;
    let end = scan.phrase(scan.skip_space(end), SECONDS)?;
    let values = [hours, minutes].map(|at| Decimal::from_digits(scan.digits(at)?, ""));
    let spans = [(hours, hours + 1), (minutes, minutes + 1), (at, end)];
    let values = values.into_iter().chain([seconds.first().copied()]);
    let facts = values
        .zip(spans)
        .map(|(value, (from, to))| scan.fact(scan.range(from, to), vec![Value::Number(value?)], Written::Digits));
    Some((facts.collect::<Option<_>>()?, end))
}

/// Seconds behind a number.
const SECONDS: &[&str] = &[
    "s",
    "sec",
    "secondes",
    "seconde",
    "seg",
    "segundos",
    "segundo",
    "с",
    "сек",
    "секунд",
    "секунды",
    "секунда",
    "секунду",
];

/// Minutes: two digits below 60.
fn two_digits(scan: &Scan, at: usize) -> Option<u16> {
    let digits = scan.digits(at).filter(|d| d.len() == 2)?;
    digits.parse().ok().filter(|m| *m < 60)
}

/// `17.30`, which outside English may be a time or a number, unless something beside it decides.
fn with_point(scan: &Scan, at: usize, hour: u16, minutes: u16) -> Option<Read> {
    let end = at + 3;
    let (half, after) = half_behind(scan, end);
    let hours = hours_at(scan, end);
    if half.is_some() || hours.is_some() {
        return finish(
            scan,
            at..after.max(hours.unwrap_or(after)),
            (hour, minutes),
            half,
            Vec::new(),
        );
    }
    let next = scan.skip_space(end);
    let writes_points = !matches!(scan.reader.words.code.as_str(), "en" | "zh" | "ar" | "fr");
    if !writes_points || scan.is_percent(next) || scan.word(next).is_some_and(is_scale) {
        return None;
    }
    let number = Decimal::from_digits(scan.digits(at)?, scan.digits(at + 2)?).map(Value::Number);
    let (mut facts, end) = finish(scan, at..end, (hour, minutes), None, number.into_iter().collect())?;
    // Without a sign of a time it is more often a number.
    for fact in &mut facts {
        if let Some(last) = fact.also.last_mut().filter(|last| matches!(last, Value::Number(_))) {
            std::mem::swap(&mut fact.value, last);
        }
    }
    Some((facts, end))
}

/// The hour with a word behind it: `17 h 30`, `9 heures`, `5 o'clock`.
fn spoken(scan: &Scan, at: usize, hour: u16) -> Option<Read> {
    let english = scan.reader.words.code == "en";
    let end =
        hours_at(scan, at + 1).filter(|_| !english || scan.rest(scan.skip_space(at + 1)).starts_with("o'clock"))?;
    let next = scan.skip_space(end);
    if let Some(minutes) = two_digits(scan, next).filter(|_| !more_digits(scan, next + 1)) {
        let behind = minutes_end(scan, next + 1);
        if let Some(lasting) = lasting(scan, at, next, behind) {
            return Some(lasting);
        }
        let (half, end) = half_behind(scan, behind);
        return finish(scan, at..end, (hour, minutes), half, Vec::new());
    }
    let (half, after) = half_behind(scan, end);
    // `9 heures` is nine o'clock or nine hours.
    let number = Value::Number(Decimal::whole(u64::from(hour)));
    finish(scan, at..after, (hour, 0), half, vec![number])
}

fn is_scale(word: &str) -> bool {
    matches!(
        word,
        "million"
            | "millions"
            | "milliard"
            | "milliards"
            | "millones"
            | "mil"
            | "млн"
            | "млрд"
            | "тыс"
            | "миллиона"
            | "миллионов"
            | "миллиарда"
            | "миллиардов"
    )
}

/// Whether the token is a separator followed by further digits, so that what stood before was no time.
fn more_digits(scan: &Scan, at: usize) -> bool {
    (scan.is(at, '.') || scan.is(at, ',')) && scan.digits(at + 1).is_some()
}

fn minutes_end(scan: &Scan, at: usize) -> usize {
    scan.phrase(
        scan.skip_space(at),
        &["min", "мин", "minutes", "minutos", "минут", "минуты"],
    )
    .map_or(at, |end| end + usize::from(scan.is(end, '.')))
}

/// The token behind the word for hours, if one stands at `at`.
fn hours_at(scan: &Scan, at: usize) -> Option<usize> {
    let end = scan.phrase(scan.skip_space(at), scan.reader.words.language.hours)?;
    let dotted = scan.is(end, '.') && scan.skip_space(end + 1) > end + 1 && scan.digits(end + 2).is_some();
    Some(end + usize::from(dotted))
}

/// The half of the day said behind a time, and the token behind it.
fn half_behind(scan: &Scan, at: usize) -> (Option<Half>, usize) {
    let language = scan.reader.words.language;
    let next = scan.skip_space(at);
    let skipped = scan
        .phrase(
            next,
            &["من", "في", "heures", "heure", "horas", "часов", "часа", "o'clock"],
        )
        .map(|n| scan.skip_space(n));
    for place in std::iter::once(next).chain(skipped) {
        if let Some(end) = scan.phrase(place, language.am) {
            return (Some(Half::Morning), end);
        }
        if let Some(end) = scan.phrase(place, language.pm) {
            return (Some(Half::Afternoon), end);
        }
    }
    (None, at)
}

/// The time fact; without a half of the day beside it, the text may say it elsewhere, and English may leave it out.
fn finish(
    scan: &Scan,
    at: std::ops::Range<usize>,
    (hour, minutes): (u16, u16),
    half: Option<Half>,
    also: Vec<Value>,
) -> Option<Read> {
    let base = hour % 12 * 60 + minutes;
    let plain = hour % 24 * 60 + minutes;
    let night = scan.folded.text.get(scan.range(at.start, at.end))?;
    let night = ["ночи", "noche", "ليلا", "night"]
        .iter()
        .any(|word| night.contains(word));
    let values = match half {
        _ if hour > 12 => vec![plain],
        Some(Half::Morning) if night => vec![base, base + 720],
        Some(Half::Morning) => vec![base],
        Some(Half::Afternoon) if night => vec![base + 720, base],
        Some(Half::Afternoon) => vec![base + 720],
        None if scan.afternoon || scan.reader.words.code == "en" || scan.reader.words.code == "ar" => {
            vec![plain, (plain + 720) % 1440]
        }
        None => vec![plain],
    };
    let values = values.into_iter().map(Value::Time).chain(also);
    Some((
        vec![scan.fact(scan.range(at.start, at.end), values.collect(), Written::Digits)?],
        at.end,
    ))
}

/// `下午5时30分`, `17点`, `下午五点半`.
fn chinese(scan: &Scan, at: usize) -> Option<Read> {
    (scan.reader.words.code == "zh").then_some(())?;
    let language = scan.reader.words.language;
    let before = scan.phrase(at, language.am).map(|end| (Half::Morning, end));
    let before = before.or_else(|| scan.phrase(at, language.pm).map(|end| (Half::Afternoon, end)));
    let (half, start) = before.map_or((None, at), |(half, end)| (Some(half), scan.skip_space(end)));
    let (hour, behind) = number_at(scan, start).filter(|(h, _)| *h <= 24)?;
    let digits = scan.digits(start).is_some();
    let written = if digits { Written::Digits } else { Written::Words };
    let (minutes, end, sure) = if scan.is(behind, ':') {
        let minutes = scan.digits(behind + 1).filter(|d| d.len() == 2)?.parse().ok()?;
        (minutes, behind + 2, true)
    } else {
        let end = scan.phrase(behind, language.hours)?;
        if half.is_none() && is_decimal(scan, behind, end) {
            return None;
        }
        match number_at(scan, scan.skip_space(end)) {
            _ if scan.is(end, '半') => (30, end + 1, true),
            _ if scan.is(end, '整') => (0, end + 1, true),
            _ if scan.rest(end).starts_with("一刻") => (15, end + 2, true),
            _ if scan.rest(end).starts_with("三刻") => (45, end + 2, true),
            Some((minutes, end)) if scan.is(end, '分') || half.is_some() => {
                (minutes, end + usize::from(scan.is(end, '分')), true)
            }
            _ => (0, end, false),
        }
    };
    let number = Value::Number(Decimal::whole(u64::from(hour)));
    let also = if sure || half.is_some() {
        Vec::new()
    } else {
        vec![number]
    };
    let half = half.or_else(|| half_before(scan, start));
    let (mut facts, end) = finish(scan, start..end, (hour, minutes), half, also)?;
    facts.iter_mut().for_each(|fact| fact.written = written);
    Some((facts, end))
}

/// Whether the 点 from `at` to before `end` is a decimal point (三点五) and no hour's: only digits follow, no zero first, and no 分.
fn is_decimal(scan: &Scan, at: usize, end: usize) -> bool {
    let behind = zh_digits(scan, end);
    let follows = |at: usize| {
        let is_ten = scan.char(at).and_then(zh::power).is_some_and(|power| power < 100);
        scan.is(at, '分') || scan.is(at, '刻') || is_ten
    };
    // 九点零五 may be five past nine, 零点零五 is a small number.
    let behind_zero = at > 0 && scan.is(at - 1, '零');
    let first = scan.char(end).and_then(zh::digit);
    scan.is(at, '点') && first.is_some_and(|digit| digit > 0 || behind_zero) && !follows(behind)
}

/// The token behind the digits in characters that begin at `at`.
fn zh_digits(scan: &Scan, at: usize) -> usize {
    let is_digit = |at: &usize| scan.char(*at).and_then(zh::digit).is_some();
    at + (at..at + zh::LONGEST).take_while(is_digit).count()
}

/// 下午 with a few words between it and the time: 25日下午在布鲁塞尔5时.
fn half_before(scan: &Scan, at: usize) -> Option<Half> {
    let language = scan.reader.words.language;
    (at.saturating_sub(3)..at).find_map(|n| {
        let morning = scan.phrase(n, language.am).map(|_| Half::Morning);
        morning.or_else(|| scan.phrase(n, language.pm).map(|_| Half::Afternoon))
    })
}

fn number_at(scan: &Scan, at: usize) -> Option<(u16, usize)> {
    if let Some(digits) = scan.digits(at) {
        return Some((digits.parse().ok()?, at + 1));
    }
    let mut end = at;
    while end - at < zh::LONGEST && scan.char(end).is_some_and(|c| zh::is_numeral(c) && c != '点') {
        end += 1;
    }
    let range = scan.range(at, end);
    let value = zh::values(scan.folded.text.get(range)?).first()?.to_whole()?;
    (end > at && scan.kind(at) == Some(Kind::Word)).then_some((u16::try_from(value).ok()?, end))
}

/// A number that can be a time: `9`, `1.15`.
fn hour_of(number: Decimal, surface: &str) -> Option<(u16, u16)> {
    let (hour, minutes) = match (number.to_whole(), surface.split_once('.')) {
        (Some(hour), None) => (u16::try_from(hour).ok()?, 0),
        (_, Some((hour, minutes))) if minutes.len() == 2 => (hour.parse().ok()?, minutes.parse().ok()?),
        _ => return None,
    };
    (hour <= 24 && minutes < 60).then_some((hour, minutes))
}

/// In `9 to 11 a.m.` the first number is a time as well.
pub(crate) fn link_ranges(scan: &Scan, facts: &mut [Fact]) {
    for n in 1..facts.len() {
        let (head, tail) = facts.split_at_mut(n);
        let (Some(first), Some(second)) = (head.last_mut(), tail.first()) else {
            continue;
        };
        let (Value::Number(low), Value::Time(end)) = (&first.value, &second.value) else {
            continue;
        };
        let Some((hour, minutes)) = hour_of(*low, &first.surface) else {
            continue;
        };
        let between = scan
            .original
            .get(first.span.end..second.span.start)
            .unwrap_or("?")
            .trim();
        let range = matches!(
            between,
            "-" | "–" | "—" | "to" | "and" | "à" | "et" | "a" | "y" | "до" | "и" | "至" | "到" | "إلى" | "و"
        );
        if !range {
            continue;
        }
        let morning = hour % 12 * 60 + minutes;
        let times = if hour > 12 {
            vec![hour % 24 * 60 + minutes]
        } else if *end >= 720 {
            vec![morning + 720, morning]
        } else {
            vec![morning]
        };
        first.also.extend(times.into_iter().map(Value::Time));
    }
}

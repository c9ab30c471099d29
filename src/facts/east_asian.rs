//! Dates as Chinese, Japanese and Korean write them: `2018年5月25日`, `5月25日至26日`, `二〇一八年六月`.

use crate::facts::decimal::Decimal;
use crate::facts::scan::{Read, Scan};
use crate::facts::words::zh;
use crate::facts::{Date, Fact, Value, Written, date};

/// `2018年5月25日`, `5月25日至26日`, `二〇一八年六月`, and the same in Japanese and Korean.
pub(crate) fn east_asian(scan: &Scan, at: usize, before: &[Fact]) -> Option<Read> {
    let (first, behind) = cjk_number(scan, at)?;
    let mark = |n: usize, marks: &[&str]| marks.contains(&scan.text(n));
    let mut date = Date::default();
    let mut end = behind;
    let mut next = Some((first, behind));
    if let Some(found) = months(scan, at, None, (first, behind)) {
        return Some(found);
    }
    if mark(behind, &["年", "년"]) && (100..3000).contains(&first) {
        let month = cjk_number(scan, scan.skip_space(behind + 1))?;
        if let Some(found) = months(scan, at, Some(first), month) {
            return Some(found);
        }
        mark(month.1, &["月", "월"]).then_some(())?;
        date.year = Some(first);
        end = behind + 1;
        next = Some(month);
    }
    if let Some((month, behind)) = next.filter(|(n, behind)| mark(*behind, &["月", "월"]) && (1..=12).contains(n)) {
        date.month = u8::try_from(month).ok();
        end = behind + 1;
        next = cjk_number(scan, scan.skip_space(end));
    }
    let inherited = || before.iter().rev().take(100).find_map(month_of);
    let is_day = |(n, behind): &(u16, usize)| (1..=31).contains(n) && mark(*behind, &["日", "号", "號", "일"]);
    match (next.filter(is_day), date.month) {
        (Some((day, behind)), Some(_)) => {
            date.day = u8::try_from(day).ok();
            end = behind + 1;
        }
        (Some((day, behind)), None) => return lone_day(scan, at, behind + 1, day, inherited()),
        (None, Some(_)) => {
            if let Some(found) = cjk_days(scan, at, end, date) {
                return Some(found);
            }
        }
        (None, None) => return None,
    }
    let fact = scan.date(at, end, &[date], Written::Digits)?;
    Some((vec![fact], end))
}

/// `7—9月`, `2018年1至5月份`: from one month, of which is known the number and the token behind it, to another. Economists write the first half
/// of the year and its first five months so.
fn months(scan: &Scan, at: usize, year: Option<u16>, (first, behind): (u16, usize)) -> Option<Read> {
    let (last, mark) = cjk_number(scan, date::connector(scan, behind)?)?;
    let is_range = (1..last).contains(&first) && last <= 12 && ["月", "월"].contains(&scan.text(mark));
    let (first, last) = is_range.then(|| Some((u8::try_from(first).ok()?, u8::try_from(last).ok()?)))??;
    let end = mark + 1 + usize::from(scan.is(mark + 1, '份'));
    let month = |month: u8| Date {
        year,
        month: Some(month),
        ..Date::default()
    };
    let count = last - first + 1;
    let mut fact = scan.date(at, end, &[month(last), month(first)], Written::Digits)?;
    fact.also.push(Value::Number(Decimal::whole(u64::from(count))));
    if [3, 6].contains(&count) && last % count == 0 {
        fact.also.push(Value::Period(last / count, 12 / count));
    }
    Some((vec![fact], end))
}

/// `26日` behind an earlier month; it may also be a number of days.
fn lone_day(scan: &Scan, at: usize, end: usize, day: u16, month: Option<u8>) -> Option<Read> {
    let number = Value::Number(Decimal::whole(u64::from(day)));
    let date = Value::Date(Date {
        month,
        day: u8::try_from(day).ok(),
        ..Date::default()
    });
    let bare = Value::Date(Date {
        day: u8::try_from(day).ok(),
        ..Date::default()
    });
    let written = if scan.digits(at).is_some() {
        Written::Digits
    } else {
        Written::Words
    };
    Some((
        vec![scan.fact(scan.range(at, end), vec![date, bare, number], written)?],
        end,
    ))
}

/// `5月25-26日`, `5月25、26日`: days that share the mark.
fn cjk_days(scan: &Scan, at: usize, from: usize, base: Date) -> Option<Read> {
    let mut days = Vec::new();
    let mut cursor = from;
    let end = loop {
        let (day, behind) = cjk_number(scan, cursor)?;
        days.push((u8::try_from(day).ok()?, cursor, behind));
        if ["日", "号", "號"].contains(&scan.text(behind)) {
            break behind + 1;
        }
        cursor = date::connector(scan, behind)
            .or_else(|| scan.is(behind, '、').then_some(behind + 1))
            .filter(|_| days.len() < 8)?;
    };
    let facts = days.iter().enumerate().filter_map(|(n, (day, from, to))| {
        let date = Date {
            day: Some(*day),
            ..base
        };
        scan.date(if n == 0 { at } else { *from }, *to, &[date], Written::Digits)
    });
    Some((facts.collect(), end))
}

/// A whole number in digits or characters, and the token behind it (white space skipped).
fn cjk_number(scan: &Scan, at: usize) -> Option<(u16, usize)> {
    if let Some(digits) = scan.digits(at) {
        return Some((digits.parse().ok()?, scan.skip_space(at + 1)));
    }
    let mut end = at;
    while end - at < zh::LONGEST && scan.char(end).is_some_and(|c| zh::is_numeral(c) && c != '点') {
        end += 1;
    }
    if end == at {
        return None;
    }
    let value = zh::values(scan.folded.text.get(scan.range(at, end))?)
        .first()?
        .to_whole()?;
    Some((u16::try_from(value).ok()?, end))
}

fn month_of(fact: &Fact) -> Option<u8> {
    fact.readings().find_map(|value| match value {
        Value::Date(date) => date.month,
        _ => None,
    })
}

//! Numbers among Chinese characters: powers behind digits, numbers in characters, shares.

use crate::facts::decimal::Decimal;
use crate::facts::scan::{Read, Scan};
use crate::facts::words::zh;
use crate::facts::{Unit, Value, Written, number};

/// Digits before 千, 万, 亿: `500万`, `3亿5000万`, `1.2万亿`.
pub(crate) fn chinese_scale(scan: &Scan, base: Decimal, at: usize) -> (Vec<Value>, usize) {
    let (mut total, mut current, mut end, mut last) = (None::<Decimal>, base, at, u64::MAX);
    loop {
        let mut factor = 1_u64;
        while let Some(power) = scan.char(end).filter(|_| !is_prefix(scan, end)).and_then(zh::power) {
            factor = factor.saturating_mul(power);
            end += 1;
        }
        let product = current.times(Decimal::whole(factor));
        total = product.and_then(|p| p.plus(total.unwrap_or(Decimal::whole(0))));
        last = last.min(factor);
        let Some((bases, behind)) = number::plain(scan, end) else {
            break;
        };
        let power = scan.char(behind).and_then(zh::power);
        let ([next], true) = (bases.as_slice(), power.is_some_and(|p| p < last)) else {
            break;
        };
        (current, end) = (*next, behind);
    }
    let values = with_kilo(scan, total.into_iter().collect(), &mut end);
    (values.into_iter().map(Value::Number).collect(), end)
}

/// Whether the 千 at `at` belongs to the unit behind it: 千米, 千克, 千瓦.
pub(crate) fn is_kilo(scan: &Scan, at: usize) -> bool {
    scan.is(at, '千') && scan.char(at + 1).is_some_and(|c| "米克瓦卡赫帕伏焦".contains(c))
}

/// Whether the character at `at` belongs to the unit behind it: 千瓦, 兆瓦, 兆字节, 百帕.
fn is_prefix(scan: &Scan, at: usize) -> bool {
    let is_before = |units: &str| scan.char(at + 1).is_some_and(|c| units.contains(c));
    is_kilo(scan, at) || scan.is(at, '兆') && is_before("瓦赫帕焦字比") || scan.is(at, '百') && is_before("帕")
}

/// The values before such a unit, which goes with the number: 三千米 are three kilometres or three thousand metres.
fn with_kilo(scan: &Scan, mut values: Vec<Decimal>, end: &mut usize) -> Vec<Decimal> {
    if is_kilo(scan, *end) {
        values.extend(values.first().and_then(|value| value.times(Decimal::whole(1000))));
        *end += 2;
    }
    values
}

/// A number in Chinese characters, or a share (`百分之五`, `三分之二`, `七成`).
pub(crate) fn chinese(scan: &Scan, at: usize) -> Option<Read> {
    // `935百帕`
    if is_prefix(scan, at) && at.checked_sub(1).is_some_and(|before| scan.digits(before).is_some()) {
        return None;
    }
    if scan.rest(at).starts_with("百分之") {
        return chinese_words(scan, at + 3).map(|(mut facts, end)| {
            facts.iter_mut().for_each(|fact| fact.unit = Some(Unit::Percent));
            (facts, end)
        });
    }
    if scan.is(at, '半') {
        let fact = scan.fact(scan.range(at, at + 1), vec![Value::Fraction(1, 2)], Written::Words)?;
        return Some((vec![fact], at + 1));
    }
    chinese_words(scan, at)
}

fn chinese_words(scan: &Scan, at: usize) -> Option<Read> {
    let (mut values, mut end) = chinese_run(scan, at)?;
    if scan.rest(end).starts_with("分之")
        && let Some((over, behind)) = chinese_run(scan, end + 2)
        && let (Some(d), Some(n)) = (
            values.first().and_then(|v| v.to_whole()),
            over.first().and_then(|v| v.to_whole()),
        )
    {
        // 百万分之424 are 424 parts per million.
        let parts = (d >= 1_000_000).then(|| Value::Number(Decimal::whole(n)));
        let values = std::iter::once(Value::Fraction(n, d)).chain(parts).collect();
        let fact = scan.fact(scan.range(at, behind), values, Written::Words)?;
        return Some((vec![fact], behind));
    }
    if scan.is(end, '成') {
        values.extend(values.first().and_then(|v| v.times(Decimal::whole(10))));
        if let Some((unit, behind)) = chinese_run(scan, end + 1)
            && let Some(more) = unit.first().filter(|u| u.to_whole().is_some_and(|u| u < 10))
        {
            values.extend(values.last().and_then(|v| v.plus(*more)));
            end = behind;
        }
    }
    // 增加两倍 is three times as much, 两倍 twice as much.
    let rises_by = scan.is(end, '倍') && !(at > 0 && scan.char(at - 1).is_some_and(|c| "至到的为達达是".contains(c)));
    let more = values
        .first()
        .filter(|_| rises_by)
        .and_then(|v| v.plus(Decimal::whole(1)));
    values.extend(more);
    // 两年半, 三个半小时
    let half = (1..=2).any(|n| scan.is(end + n, '半'));
    let and_half = values
        .first()
        .filter(|_| half)
        .and_then(|v| v.plus(Decimal::new(5, -1)));
    values.extend(and_half);
    // 十几, 数百
    let about = |at: Option<usize>| {
        at.and_then(|at| scan.char(at))
            .is_some_and(|c| "几幾数數多余餘来".contains(c))
    };
    let written = if about(Some(end)) || about(at.checked_sub(1)) {
        Written::Loose
    } else {
        Written::Words
    };
    let fact = scan.fact(
        scan.range(at, end),
        values.into_iter().map(Value::Number).collect(),
        written,
    )?;
    Some((vec![fact], end))
}

fn chinese_run(scan: &Scan, at: usize) -> Option<(Vec<Decimal>, usize)> {
    if scan.digits(at).is_some() {
        return number::plain(scan, at);
    }
    let mut end = at;
    while end - at < zh::LONGEST
        && scan.char(end).is_some_and(zh::is_numeral)
        && !(end > at && is_prefix(scan, end))
        && (scan.char(end) != Some('点') || point(scan, at, end))
    {
        end += 1;
    }
    if end == at {
        return None;
    }
    let values = zh::values(scan.folded.text.get(scan.range(at, end))?);
    let values = with_kilo(scan, values, &mut end);
    (!values.is_empty()).then_some((values, end))
}

/// Whether the 点 at `at` is a decimal point: digits on both sides, and no 分 or 半 of a time behind.
fn point(scan: &Scan, start: usize, at: usize) -> bool {
    at > start && scan.char(at + 1).and_then(zh::digit).is_some()
}

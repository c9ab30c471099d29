//! Halves and quarters of a year or month: `the second half of 2018`, `premier trimestre`, `II квартал`, 下半年.

use crate::facts::fold::Kind;
use crate::facts::lexicon::Roles;
use crate::facts::roman;
use crate::facts::scan::Scan;
use crate::facts::words::{Atom, Words, ar, zh};
use crate::facts::{Fact, Value, Written};

/// The half or quarter that is named with the noun at token `at`. It is read beside the number in it and takes no place.
pub(crate) fn period(scan: &Scan, at: usize) -> Option<Fact> {
    let word = scan.word(at).filter(|_| scan.may_be(at, Roles::PERIOD))?;
    let words = &scan.reader.words;
    let of = parts(words, word)?;
    let (number, from, to) = match words.code.as_str() {
        "zh" => chinese(scan, at, of)?,
        "ar" => {
            let behind = scan.skip_space(at + 1);
            (ordinal(scan, behind)?, at, behind + 1)
        }
        _ => {
            let (number, from) = before(scan, at)?;
            (number, from, at + 1)
        }
    };
    let number = u8::try_from(number).ok().filter(|number| (1..=of).contains(number))?;
    scan.fact(scan.range(from, to), vec![Value::Period(number, of)], Written::Loose)
}

/// How many of what the noun `word` names there are in a year or month, if it names halves or quarters of one.
pub(crate) fn parts(words: &Words, word: &str) -> Option<u8> {
    let is = |stem: &str| match words.code.as_str() {
        "ar" => word == stem || ar::bare(word).any(|bare| bare == stem),
        "en" | "zh" => word == stem,
        _ => word.starts_with(stem),
    };
    let mut periods = words.language.periods.iter();
    periods.find(|(stem, _)| is(stem)).map(|(_, of)| *of)
}

/// The ordinal word at a token.
fn ordinal(scan: &Scan, at: usize) -> Option<u64> {
    match scan.atoms(at) {
        [Atom::Ordinal(number)] => Some(*number),
        _ => None,
    }
}

/// The ordinal before the noun at `at`, in words, digits (`1er`, `2-й`) or Roman numerals, and where it begins.
fn before(scan: &Scan, at: usize) -> Option<(u64, usize)> {
    let gap = at.checked_sub(1)?;
    let last = gap
        .checked_sub(1)
        .filter(|_| scan.kind(gap) == Some(Kind::Space) || scan.is(gap, '-'))?;
    if let Some(number) = ordinal(scan, last) {
        return Some((number, last));
    }
    let digits = |at: usize| Some((scan.digits(at)?.parse().ok()?, at));
    let with_ending = || {
        let near = last.checked_sub(1)?;
        scan.word(last)?;
        digits(near).or_else(|| near.checked_sub(1).filter(|_| scan.is(near, '-')).and_then(digits))
    };
    let numeral = || Some((roman::value(scan, last)?, last));
    // `в 1 квартале` is the first; elsewhere a bare digit counts quarters.
    let bare = || digits(last).filter(|_| scan.reader.words.code == "ru");
    bare().or_else(with_ending).or_else(numeral)
}

/// 上半年, 下半月, 第二季度, 1季度: the number, and the tokens it stands in; `at` is 半 or 季.
fn chinese(scan: &Scan, at: usize, of: u8) -> Option<(u64, usize, usize)> {
    let near = at.checked_sub(1)?;
    let behind = scan.char(at + 1)?;
    let number = match (of, scan.char(near)?, behind) {
        (2, '上' | '前', '年' | '月') => 1,
        (2, '下' | '后', '年' | '月') => 2,
        (4, digit, '度') => match scan.digits(near) {
            Some(digits) => digits.parse().ok()?,
            None => zh::digit(digit)?,
        },
        _ => return None,
    };
    Some((number, near, at + 2))
}

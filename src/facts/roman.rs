//! Roman numerals: `XXI`, `XXIe`, `IV centenario`.

use crate::facts::decimal::Decimal;
use crate::facts::scan::{Read, Scan};
use crate::facts::words::Atom;
use crate::facts::{Value, Written};

/// `XXI`, `XXIe`, `IV`: never asked for, but it explains the number in the other language.
pub(crate) fn roman(scan: &Scan, at: usize) -> Option<Read> {
    let (original, numeral) = numeral(scan, at)?;
    let value = value_of(numeral)?;
    let lone_letter = numeral.chars().count() == 1;
    if lone_letter && (scan.reader.words.code == "en" || original.len() > numeral.len()) {
        return None;
    }
    // `IV centenario`
    let next = scan.atoms(scan.skip_space(at + 1));
    let mut values = vec![value];
    if let [Atom::Soft(scale)] = next {
        values.push(value * scale);
    }
    let values = values.into_iter().map(|v| Value::Number(Decimal::whole(v)));
    let fact = scan.fact(scan.range(at, at + 1), values.collect(), Written::Words)?;
    Some((vec![fact], at + 1))
}

/// What stands at a token, and the same without an ending in small letters (`XXIe`).
fn numeral<'s>(scan: &'s Scan, at: usize) -> Option<(&'s str, &'s str)> {
    let token = scan.tokens.get(at).filter(|token| token.upper)?;
    let original = scan.original.get(scan.folded.original(&token.at))?;
    Some((original, original.trim_end_matches(|c: char| c.is_lowercase())))
}

/// The value of the Roman numeral at a token.
pub(crate) fn value(scan: &Scan, at: usize) -> Option<u64> {
    value_of(numeral(scan, at)?.1)
}

/// The letters that a numeral can begin with, folded, with the Cyrillic ones of the same shape.
pub(crate) const LETTERS: [char; 11] = ['m', 'd', 'c', 'l', 'x', 'v', 'i', 'х', 'і', 'с', 'м'];

fn value_of(numeral: &str) -> Option<u64> {
    // Cyrillic letters of the same shape are typed for Roman ones in Russian texts.
    let latin = numeral.chars().map(|c| match c {
        'Х' => 'X',
        'І' => 'I',
        'С' => 'C',
        'М' => 'M',
        c => c,
    });
    roman_value(&latin.collect::<String>())
}

fn roman_value(text: &str) -> Option<u64> {
    const NUMERALS: [(&str, u64); 13] = [
        ("M", 1000),
        ("CM", 900),
        ("D", 500),
        ("CD", 400),
        ("C", 100),
        ("XC", 90),
        ("L", 50),
        ("XL", 40),
        ("X", 10),
        ("IX", 9),
        ("V", 5),
        ("IV", 4),
        ("I", 1),
    ];
    let (mut rest, mut value) = (text, 0);
    for (numeral, worth) in NUMERALS {
        let mut times = 0;
        while let Some(left) = rest.strip_prefix(numeral) {
            (rest, value, times) = (left, value + worth, times + 1);
            if times > 3 {
                return None;
            }
        }
    }
    (rest.is_empty() && value > 0).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The numeral of a number: that of each of its digits, in its place.
    fn numeral(n: u64) -> String {
        let digit = |digit: u64, one: &str, five: &str, ten: &str| match digit {
            0..=3 => one.repeat(digit as usize),
            4 => format!("{one}{five}"),
            5..=8 => format!("{five}{}", one.repeat(digit as usize - 5)),
            _ => format!("{one}{ten}"),
        };
        let (thousands, hundreds, tens, ones) = (n / 1000, n / 100 % 10, n / 10 % 10, n % 10);
        digit(thousands, "M", "", "")
            + &digit(hundreds, "C", "D", "M")
            + &digit(tens, "X", "L", "C")
            + &digit(ones, "I", "V", "X")
    }

    #[test]
    fn every_numeral_has_its_value() {
        assert_eq!(numeral(1994), "MCMXCIV");
        for n in 1..4000 {
            assert_eq!(roman_value(&numeral(n)), Some(n), "{}", numeral(n));
        }
    }

    #[test]
    fn other_letters_are_no_numeral() {
        for text in ["", "IIII", "XXXX", "MMMM", "IIV", "VX", "IC", "MIX2", "AX", "XA"] {
            assert_eq!(roman_value(text), None, "{text}");
        }
    }
}

//! Numbers below zero.
//!
//! A minus is easily lost: a hyphen in its place can be another sign, some languages write it in words (`12 degrés au-dessous de zéro`), and a
//! change below zero can be told as a fall (`a fall of 2 per cent` for `a change of −2 per cent`). So there is a third answer: unclear.

use crate::facts::fold::{is_ideograph, is_unseen};
use crate::facts::scan::Scan;
use crate::facts::words::Language;
use crate::facts::{Fact, Unit, Value, Written};

/// Whether a number is below zero.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sign {
    /// Nothing says so.
    #[default]
    None,
    /// It may be.
    Unclear,
    /// A minus stands before it.
    Minus,
}

/// What follows a number of degrees, folded.
const DEGREES: [&str; 8] = ["°", "℃", "degr", "grado", "град", "度", "摄氏", "درج"];

/// Before `minus` and its like where it is none: `plus or minus`, `au moins`, `al menos`.
const NO_MINUS: [&str; 13] = [
    "or", "plus", "ou", "au", "du", "le", "pas", "al", "lo", "o", "más", "плюс", "или",
];

/// How many bytes of the folded text behind a number are looked at for what it counts.
const NEAR: usize = 48;

/// Finds the signs of the numbers among `facts`, which stand in the order of the text.
pub(crate) fn find(scan: &Scan, facts: &mut [Fact]) {
    // Most texts have no number: they are not searched for words that speak of one.
    if !facts.iter().any(|fact| matches!(fact.value, Value::Number(_))) {
        return;
    }
    let language = scan.reader.words.language;
    let has = |words: &[&str]| words.iter().any(|word| scan.folded.text.contains(word));
    let is_below = [language.minus, language.below_zero, language.negative]
        .into_iter()
        .any(has);
    let is_known = !language.falling.is_empty();
    let falls = has(language.falling);
    for fact in facts.iter_mut().filter(|fact| matches!(fact.value, Value::Number(_))) {
        let place = Place::of(scan, fact);
        let signs = [place.in_signs(), place.in_words(language)];
        let sign = signs.into_iter().find(|sign| *sign != Sign::None);
        // Of degrees a fall says nothing: `fell to 12 °C`.
        let may_be = is_below || !is_known || falls && !place.is_degrees();
        fact.sign = sign.unwrap_or(if may_be { Sign::Unclear } else { Sign::None });
    }
}

/// What stands round a number.
struct Place<'s> {
    /// Before it, in the original.
    before: &'s str,
    /// Before it, folded.
    folded_before: &'s str,
    /// Behind it, folded.
    behind: &'s str,
    is_share: bool,
    /// Whether it is written with digits: `todos menos uno` is no figure.
    is_figure: bool,
}

impl<'s> Place<'s> {
    fn of(scan: &'s Scan, fact: &Fact) -> Place<'s> {
        let place = |at: usize| {
            let token = scan.tokens.get(scan.behind_original(at));
            token.map_or(scan.folded.text.len(), |token| token.at.start)
        };
        Place {
            before: &scan.original[..fact.span.start],
            folded_before: scan.folded.text[..place(fact.span.start)].trim_end(),
            behind: scan.folded.text[place(fact.span.end)..].trim_start(),
            is_share: fact.unit == Some(Unit::Percent),
            is_figure: fact.written == Written::Digits,
        }
    }

    /// What the sign before the number is.
    fn in_signs(&self) -> Sign {
        let is_between = |c| is_unseen(c) || matches!(c, '$' | '€' | '£' | '¥' | '*' | '_');
        let text = self.before.trim_end_matches(is_between);
        let rest = text.trim_end();
        let Some(sign) = rest.chars().next_back() else {
            return Sign::None;
        };
        let head = rest[..rest.len() - sign.len_utf8()].trim_end_matches(is_unseen);
        // No designation of a thing is a share (`歼-20`, but `为-5%`).
        let is_alone = is_open(head) || self.is_share && head.ends_with(is_ideograph);
        match sign {
            '−' | '﹣' if !head.ends_with(char::is_numeric) => Sign::Minus,
            '-' | '‑' | '–' | '－' if rest.len() == text.len() && is_alone => Sign::Minus,
            '-' | '‑' | '–' | '－' | '−' | '﹣' | '—' => Sign::Unclear,
            // Accountants write what is below zero in brackets.
            '(' | '（' if self.behind.trim_start_matches('%').starts_with(')') => Sign::Unclear,
            _ => Sign::None,
        }
    }

    /// `minus 5`, but not `plus or minus 5`; `5 degrees below zero`.
    fn in_words(&self, language: &Language) -> Sign {
        let near = self.behind.find(|c: char| c.is_ascii_digit() || ".,;()،؛".contains(c));
        let near = &self.behind[..self.behind.floor_char_boundary(near.unwrap_or(NEAR).min(NEAR))];
        if language.below_zero.iter().any(|words| near.contains(words)) {
            return Sign::Minus;
        }
        let mut words = language.minus.iter();
        let Some(rest) = words.find_map(|word| self.folded_before.strip_suffix(word)) else {
            return Sign::None;
        };
        let last = rest
            .trim_end()
            .rsplit(|c: char| !c.is_alphabetic())
            .next()
            .unwrap_or_default();
        let is_word = rest.is_empty() || rest.ends_with(char::is_whitespace) || rest.ends_with(is_ideograph);
        let is_other = NO_MINUS.contains(&last) || rest.ends_with(['-', '/', '正', '加']);
        if self.is_figure && is_word && !is_other {
            Sign::Minus
        } else {
            Sign::Unclear
        }
    }

    fn is_degrees(&self) -> bool {
        DEGREES.iter().any(|word| self.behind.starts_with(word))
    }
}

/// Whether a hyphen behind `head` can only be a minus: no range, no compound, no mark of a list.
fn is_open(head: &str) -> bool {
    let before = head.trim_end();
    let is_parted = before.len() < head.len() && !before.is_empty() && !before.ends_with(char::is_numeric);
    is_parted || head.ends_with(['(', '[', '“', '«', '"', '（', '：', ':', '，'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;

    fn signs(tag: &str, text: &str) -> Vec<Sign> {
        let facts = crate::facts::extract(text, &Locale::new(tag).unwrap());
        let is_figure = |fact: &&Fact| fact.written == Written::Digits && matches!(fact.value, Value::Number(_));
        facts.iter().filter(is_figure).map(|fact| fact.sign).collect()
    }

    #[test]
    fn a_minus_is_told_from_a_hyphen_and_from_what_may_be_one() {
        let cases: &[(&str, &str, &[Sign])] = &[
            ("en", "It was −12 °C.", &[Sign::Minus]),
            ("en", "It was -12 °C (-10 at noon).", &[Sign::Minus, Sign::Minus]),
            (
                "en",
                "a change of −$5 million or -€6 million",
                &[Sign::Minus, Sign::Minus],
            ),
            ("en", "It was minus 12 degrees.", &[Sign::Minus]),
            ("en", "plus or minus 3 points", &[Sign::Unclear]),
            ("en", "12 degrees below zero, 3 people", &[Sign::Minus, Sign::Unclear]),
            ("en", "It fell to 12 °C.", &[Sign::None]),
            ("en", "It fell by 12 people.", &[Sign::Unclear]),
            ("en", "5−3 people", &[Sign::None, Sign::Unclear]),
            ("en", "in 2015 –18", &[Sign::None, Sign::Unclear]),
            ("en", "-5 people", &[Sign::Unclear]),
            ("en", "UTC−5", &[Sign::Minus]),
            (
                "en",
                "a result of (12.6) or ($12.6 million)",
                &[Sign::Unclear, Sign::Unclear],
            ),
            ("zh", "净利润（12.6）", &[Sign::Unclear]),
            ("en", "the first (12.6 million people)", &[Sign::None]),
            ("en", "5 people", &[Sign::None]),
            ("ru", "Было −12 °C.", &[Sign::Minus]),
            ("ru", "минус 12 градусов", &[Sign::Minus]),
            ("ru", "плюс-минус 3 пункта", &[Sign::Unclear]),
            ("zh", "零下12摄氏度", &[Sign::Minus]),
            ("zh", "歼-20战斗机", &[Sign::Unclear]),
            ("zh", "增长率为-5%，即－5%", &[Sign::Minus, Sign::Minus]),
            ("fr", "à moins 5, au moins 5", &[Sign::Minus, Sign::Unclear]),
            ("es", "en menos 5, **al menos 5**", &[Sign::Minus, Sign::Unclear]),
            ("ar", "12 درجة تحت الصفر", &[Sign::Minus]),
            ("de", "12 Grad", &[Sign::Unclear]),
        ];
        for (tag, text, expected) in cases {
            assert_eq!(signs(tag, text), *expected, "{text}");
        }
    }
}

//! What numbers count, and what the members of a range or list of numbers say for each other.

use crate::facts::decimal::Decimal;
use crate::facts::fold::Kind;
use crate::facts::scan::Scan;
use crate::facts::{Fact, Unit, Value, Written, number};

/// Percentages and money round the number from token `from` to before token `to`.
pub(crate) fn unit(scan: &Scan, from: usize, to: usize) -> Option<Unit> {
    let behind = scan.skip_space(to);
    let hyphen = if scan.is(to, '-') { to + 1 } else { behind };
    let before = from > 0 && scan.is(from - 1, '%');
    let by_hundred = matches!(scan.reader.words.code.as_str(), "es" | "fr") && in_a_hundred(scan, behind).is_some();
    if before || by_hundred || [to, behind, hyphen].iter().any(|at| scan.is_percent(*at)) {
        return Some(Unit::Percent);
    }
    let money = money_before(scan, from).or_else(|| {
        let of = scan
            .phrase(behind, &["d'", "de", "of", "من"])
            .map_or(behind, |at| scan.skip_space(at));
        [to, behind, hyphen, of].iter().find_map(|at| money_at(scan, *at))
    });
    money.map(Unit::Money)
}

/// The token of the hundred in a percent sign that is written `por 100`, `pour 100` or `p. 100`.
fn in_a_hundred(scan: &Scan, at: usize) -> Option<usize> {
    let hundred = scan
        .phrase(at, &["por", "pour", "p."])
        .map(|end| scan.skip_space(end))?;
    // `4,4 pour 100 000 habitants`
    let goes_on = number::plain(scan, hundred).is_none_or(|(_, end)| end > hundred + 1);
    (scan.digits(hundred) == Some("100") && !goes_on).then_some(hundred)
}

/// Whether the digits at `at` are that hundred, behind a number in digits.
pub(crate) fn ends_in_a_hundred(scan: &Scan, at: usize) -> bool {
    let is_one = |from: usize| {
        let number = from.checked_sub(2).filter(|_| scan.kind(from - 1) == Some(Kind::Space));
        number.is_some_and(|number| scan.digits(number).is_some()) && in_a_hundred(scan, from) == Some(at)
    };
    let is_written_so = matches!(scan.reader.words.code.as_str(), "es" | "fr");
    is_written_so && (2..=3).filter_map(|back| at.checked_sub(back)).any(is_one)
}

/// The currency sign or code just before token `at`.
pub(crate) fn money_before(scan: &Scan, at: usize) -> Option<&'static str> {
    money_at(scan, scan.before(at)?)
}

/// Names and signs of currencies, by the stems that the six languages share or have; a family is enough to see a change.
const MONEY: [(&str, &[&str]); 8] = [
    (
        "dollar",
        &[
            "$",
            "us$",
            "usd",
            "us dollar",
            "u.s. dollar",
            "dollar",
            "dólar",
            "dolar",
            "доллар",
            "долл",
            "美元",
            "دولار",
            "الدولار",
        ],
    ),
    ("euro", &["€", "eur ", "euro", "евро", "欧元", "يورو", "اليورو"]),
    (
        "pound",
        &[
            "£",
            "gbp",
            "pound",
            "livres sterling",
            "livre sterling",
            "libra",
            "фунт",
            "英镑",
            "جنيه",
        ],
    ),
    ("yen", &["jpy", "yen", "иен", "йен", "日元", "ين ياباني"]),
    ("yuan", &["cny", "rmb", "yuan", "юан", "人民币", "يوان"]),
    (
        "rouble",
        &["rub ", "rouble", "ruble", "rublo", "рубл", "руб", "卢布", "روبل"],
    ),
    (
        "franc",
        &["chf", "swiss franc", "franc", "франк", "瑞士法郎", "法郎", "فرنك"],
    ),
    ("rupee", &["inr", "rupee", "roupie", "rupia", "рупи", "卢比", "روبية"]),
];

fn money_at(scan: &Scan, at: usize) -> Option<&'static str> {
    let rest = scan.rest(at);
    MONEY
        .iter()
        .find(|(_, stems)| stems.iter().any(|stem| rest.starts_with(stem)))
        .map(|(name, _)| *name)
}

/// Numbers that say only the first part of a range (`2–3 million`, `2017-18`) can also have the scale or century of their neighbour.
pub(crate) fn link_ranges(scan: &Scan, facts: &mut [Fact]) {
    for n in (1..facts.len()).rev() {
        let (head, tail) = facts.split_at_mut(n);
        let is_article = |fact: &&mut Fact| ARTICLES.contains(&fact.surface.as_str());
        let (Some(first), Some(second)) = (head.iter_mut().rev().find(|fact| !is_article(fact)), tail.first_mut())
        else {
            continue;
        };
        if first.written != Written::Digits || second.written != Written::Digits {
            continue;
        }
        let (Value::Number(low), Value::Number(high)) = (&first.value, &second.value) else {
            continue;
        };
        let between = scan.original.get(first.span.end..second.span.start).unwrap_or("?");
        let is_year = low.to_whole().is_some_and(|n| (1000..2100).contains(&n)) && first.surface.chars().count() == 4;
        if is_list(between, scan) && !is_year {
            first.unit = first.unit.or(second.unit.filter(|u| *u == Unit::Percent));
        }
        if !is_range(between, scan) {
            continue;
        }
        let (low, high) = (*low, *high);
        let (year, short) = (low.to_whole().unwrap_or(0), high.to_whole().unwrap_or(0));
        if (1000..2100).contains(&year) && short < 100 && between.chars().count() == 1 {
            second
                .also
                .push(Value::Number(Decimal::whole(year / 100 * 100 + short)));
        } else if let Some(factor) = factor(second).filter(|_| has_no_scale(first)) {
            first.also.extend(low.times(factor).map(Value::Number));
        }
    }
}

/// What stands before each percentage of a list: `entre un 20 y un 25 %`.
const ARTICLES: [&str; 8] = ["a", "un", "el", "al", "del", "le", "les", "des"];

/// Whether two numbers are members of one list, so that a percent sign behind the last is meant for all.
fn is_list(between: &str, scan: &Scan) -> bool {
    let words = between.split(|c: char| c.is_whitespace() || ",،、–—-".contains(c));
    let known =
        |word: &str| word.is_empty() || ARTICLES.contains(&word) || scan.reader.words.language.between.contains(&word);
    between.chars().count() <= 12
        && words
            .into_iter()
            .all(|word| known(&crate::facts::fold::Folded::new(word).text))
}

fn is_range(between: &str, scan: &Scan) -> bool {
    let folded = crate::facts::fold::Folded::new(between).text;
    // `$3 to $5 billion`
    let trimmed = folded
        .trim()
        .trim_end_matches(['$', '€', '£', '¥'])
        .trim_end_matches("us")
        .trim();
    matches!(trimmed, "-" | "–" | "—" | "~" | "/" | "%-" | "%–")
        || scan.reader.words.language.between.contains(&trimmed)
}

/// Whether a number is written in digits alone.
fn has_no_scale(fact: &Fact) -> bool {
    !fact.surface.chars().any(char::is_alphabetic)
}

/// What the scale words of a number multiplied its digits with, if there were any.
fn factor(fact: &Fact) -> Option<Decimal> {
    if has_no_scale(fact) {
        return None;
    }
    let Value::Number(value) = &fact.value else { return None };
    let digits: String = crate::facts::fold::Folded::new(&fact.surface).text;
    let digits = digits.trim_end_matches(|c: char| !c.is_ascii_digit()).replace(',', ".");
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let base = Decimal::from_digits(whole, fraction)?;
    (0..=18)
        .map(|n| Decimal::new(1, n))
        .skip(1)
        .find(|factor| base.times(*factor) == Some(*value))
}

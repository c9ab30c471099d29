//! Numbers: digits in all scripts and conventions, scale words, spelled-out numbers, Roman numerals, shares and money.

use crate::facts::decimal::Decimal;
use crate::facts::fold::{Kind, is_ideograph};
use crate::facts::scan::{Read, Scan};
use crate::facts::sum::{Piece, evaluate};
use crate::facts::words::{Atom, ar, zh};
use crate::facts::{Fact, Value, Written, chinese, roman, unit, weekday};
use std::ops::Range;

/// The number that begins at token `at`.
pub(crate) fn read(scan: &Scan, at: usize) -> Option<Read> {
    if scan.digits(at).is_some() {
        return digits(scan, at);
    }
    if scan.char(at).is_some_and(|c| VULGAR.contains(&c)) {
        return vulgar(scan, at);
    }
    scan.word(at)?;
    if scan.char(at).is_some_and(is_ideograph) {
        return chinese::chinese(scan, at);
    }
    words(scan, at)
        .or_else(|| roman::roman(scan, at))
        .or_else(|| dual(scan, at))
}

fn digits(scan: &Scan, at: usize) -> Option<Read> {
    if is_power_of_a_unit(scan, at) || unit::ends_in_a_hundred(scan, at) {
        return None;
    }
    if let Some(found) = fraction(scan, at).or_else(|| mixed(scan, at)) {
        return Some(found);
    }
    let (bases, behind) = plain(scan, at)?;
    if let Some(found) = decade(scan, at, behind, &bases).or_else(|| seconds(scan, at, behind)) {
        return Some(found);
    }
    let mut values = Vec::new();
    let mut end = behind;
    // `(12.6) million`: below zero in accounts.
    let bracket = at > 0 && scan.is(at - 1, '(') && scan.is(behind, ')');
    for base in &bases {
        let (mut found, mut next) = scaled(scan, *base, behind);
        if bracket
            && let (more, last) = scaled(scan, *base, behind + 1)
            && last > behind + 1
        {
            (found, next) = (more, last);
        }
        values.extend(found);
        end = end.max(next);
    }
    // Article 6 § 1 is article 6.1 in other languages.
    if let (Some(part), [whole]) = (paragraph(scan, behind), bases.as_slice()) {
        values.extend(Decimal::from_digits(&whole.to_string(), part).map(Value::Number));
    }
    // `4K` is a format, `10K` a run.
    values.extend(
        bases
            .first()
            .filter(|_| scan.text(behind) == "k")
            .map(|base| Value::Number(*base)),
    );
    let mut fact = scan.fact(scan.range(at, end), values, Written::Digits)?;
    fact.unit = unit::unit(scan, at, end);
    Some((vec![fact], end))
}

/// Whether the digit is the raised one of an area or a volume: `5 km2`, `12 m3`, `5 км2`.
fn is_power_of_a_unit(scan: &Scan, at: usize) -> bool {
    let units = [
        "mm", "cm", "dm", "m", "hm", "km", "ft", "mi", "мм", "см", "м", "км", "سم", "م", "كم", "كلم",
    ];
    let unit = at.checked_sub(1).filter(|unit| units.contains(&scan.text(*unit)));
    let is_counted = |unit: usize| scan.before(unit).is_some_and(|at| scan.digits(at).is_some());
    matches!(scan.digits(at), Some("2" | "3")) && unit.is_some_and(is_counted)
}

/// The values of the digits at `at` by the conventions of the locale, the likeliest first, without scale words.
pub(crate) fn plain(scan: &Scan, at: usize) -> Option<(Vec<Decimal>, usize)> {
    let mut groups = vec![scan.digits(at)?];
    let mut marks = Vec::new();
    let mut end = at + 1;
    // More digits than a value can hold are no number; the bound keeps hostile texts from costing more than their length.
    while let (true, Some(mark), Some(digits)) = (groups.len() < 11, separator(scan, end), scan.digits(end + 1)) {
        let spaced = mark == ' ' || mark == '\'';
        let forwards = digits.len() == 3 && groups.first().is_some_and(|g| g.len() <= 3);
        let grouped = forwards || (is_backwards(scan) && digits.len() <= 3 && groups.iter().all(|g| g.len() == 3));
        let after_fraction = marks.iter().any(|m| *m != mark) && !grouped;
        if (spaced && (!grouped || marks.iter().any(|m| *m != mark))) || (after_fraction && marks.len() > 4) {
            break;
        }
        groups.push(digits);
        marks.push(mark);
        end += 2;
    }
    loop {
        let values = interpret(&groups, &marks, scan);
        if !values.is_empty() {
            return Some((values, at + 1 + marks.len() * 2));
        }
        groups.pop();
        marks.pop()?;
    }
}

/// `54秒36`, `12 s 99`: seconds and hundredths.
fn seconds(scan: &Scan, at: usize, behind: usize) -> Option<Read> {
    let sign = scan.skip_space(behind);
    let is_sign = scan.is(sign, '秒') || scan.text(sign) == "s" && scan.reader.words.code == "fr";
    let last = scan.skip_space(sign + 1);
    let hundredths = scan.digits(last).filter(|digits| digits.len() <= 3 && is_sign)?;
    let value = Decimal::from_digits(scan.digits(at)?, hundredths)?;
    let fact = scan.fact(scan.range(at, last + 1), vec![Value::Number(value)], Written::Digits)?;
    Some((vec![fact], last + 1))
}

/// The number of the paragraph behind the number of an article.
fn paragraph<'s>(scan: &'s Scan, behind: usize) -> Option<&'s str> {
    let mark = scan.skip_space(behind);
    scan.is(mark, '§').then(|| scan.digits(scan.skip_space(mark + 1)))?
}

/// `4-1/4 per cent`
fn mixed(scan: &Scan, at: usize) -> Option<Read> {
    let (over, under) = (scan.digits(at + 2)?, scan.digits(at + 4)?);
    let fits = scan.is(at + 1, '-') && scan.is(at + 3, '/') && over.len() == 1 && matches!(under, "2" | "4" | "8");
    let (over, under): (u64, u64) = fits.then(|| Some((over.parse().ok()?, under.parse().ok()?)))??;
    let part = Decimal::new(i128::from(over * 1000 / under), -3);
    let value = Decimal::from_digits(scan.digits(at)?, "")?
        .plus(part)
        .filter(|_| over < under)?;
    let mut fact = scan.fact(scan.range(at, at + 5), vec![Value::Number(value)], Written::Digits)?;
    fact.unit = unit::unit(scan, at, at + 5);
    Some((vec![fact], at + 5))
}

/// The mark at `at`, if it can stand between the digits of one number.
fn separator(scan: &Scan, at: usize) -> Option<char> {
    let c = scan.char(at)?;
    match c {
        '.' | ',' | '\'' | '٫' | '٬' | '،' => (scan.text(at).len() == c.len_utf8()).then_some(c),
        ' ' => (scan.text(at).chars().count() == 1).then_some(' '),
        _ => None,
    }
}

/// The values that groups of digits with these marks between them can have; none if they are several numbers.
fn interpret(groups: &[&str], marks: &[char], scan: &Scan) -> Vec<Decimal> {
    let [first, rest @ ..] = groups else { return Vec::new() };
    let Some((last, before)) = marks.split_last() else {
        return Decimal::from_digits(first, "").into_iter().collect();
    };
    let thousands = |groups: &[&str]| first.len() <= 3 && groups.iter().all(|g| g.len() == 3);
    let whole = || Decimal::from_digits(&groups.concat(), "");
    let uniform = before.iter().all(|m| m == last);
    if uniform && matches!(last, ' ' | '\'' | '٬') {
        let forwards = whole().filter(|_| thousands(rest));
        return forwards.into_iter().chain(backwards(groups, *last, scan)).collect();
    }
    let (tail, head) = rest.split_last().map_or(("", rest), |(t, h)| (*t, h));
    let fraction = Decimal::from_digits(&format!("{first}{}", head.concat()), tail);
    if !before.is_empty() {
        let grouped = thousands(head) && before.windows(2).all(|w| w.first() == w.last());
        return match (uniform, grouped) {
            (true, _) => whole().filter(|_| thousands(rest)).into_iter().collect(),
            (false, true) => fraction.into_iter().collect(),
            (false, false) => Vec::new(),
        };
    }
    let calendar = &scan.reader.calendar;
    let known = |list: &[char]| list.contains(last) || (list.is_empty() && matches!(last, '.' | ','));
    let point = known(&calendar.decimals) || matches!(last, '.' | '٫' | '،');
    let decimal = fraction.filter(|_| point);
    // A comma groups where CLDR says so; a point may group wherever the comma is a decimal sign (older and regional use).
    let groups_here = known(&calendar.groups) || (*last == '.' && calendar.decimals.contains(&','));
    let group = whole().filter(|_| groups_here && thousands(rest) && *first != "0");
    group.into_iter().chain(decimal).collect()
}

/// Whether the language also writes the groups of a number in the order in which they run from right to left: the Arabic documents of the
/// United Nations have `000 10` for ten thousand, because a space lets the groups change places on the page (UAX #9).
fn is_backwards(scan: &Scan) -> bool {
    scan.reader.words.code == "ar"
}

/// The value of groups that stand in the order from right to left.
fn backwards(groups: &[&str], mark: char, scan: &Scan) -> Option<Decimal> {
    let (first, rest) = groups.split_last()?;
    let fits = mark == ' ' && is_backwards(scan) && !first.starts_with('0') && rest.iter().all(|g| g.len() == 3);
    let turned: String = groups.iter().rev().copied().collect();
    fits.then(|| Decimal::from_digits(&turned, "")).flatten()
}

/// `2/3`: a fraction, or two numbers.
fn fraction(scan: &Scan, at: usize) -> Option<Read> {
    let (over, under) = (scan.digits(at)?, scan.digits(at + 2)?);
    let longer = scan.is(at + 3, '/') || (at > 0 && scan.is(at - 1, '/'));
    if longer || !scan.is(at + 1, '/') || over.len() > 2 || under.len() > 2 {
        return None;
    }
    let (n, d): (u64, u64) = (over.parse().ok()?, under.parse().ok()?);
    (d > n && n > 0).then_some(())?;
    let mut fact = scan.fact(scan.range(at, at + 3), vec![Value::Fraction(n, d)], Written::Digits)?;
    fact.unit = unit::unit(scan, at, at + 3);
    Some((vec![fact], at + 3))
}

/// The fractions that are one character.
pub(crate) const VULGAR: [char; 6] = ['½', '¼', '¾', '⅓', '⅔', '⅛'];

fn vulgar(scan: &Scan, at: usize) -> Option<Read> {
    let (n, d) = match scan.char(at)? {
        '½' => (1, 2),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        _ => (1, 8),
    };
    let fact = scan.fact(scan.range(at, at + 1), vec![Value::Fraction(n, d)], Written::Digits)?;
    Some((vec![fact], at + 1))
}

/// `the 1990s`: also `90`, and the century it lies in (`20世纪90年代`).
fn decade(scan: &Scan, at: usize, behind: usize, bases: &[Decimal]) -> Option<Read> {
    let glued = scan.text(behind) == "s" || (scan.is(behind, '\'') && scan.text(behind + 1) == "s");
    let [base] = bases else { return None };
    let year = base.to_whole()?;
    let plausible = year.is_multiple_of(10) && ((1000..2100).contains(&year) || (10..100).contains(&year));
    if scan.reader.words.code != "en" || !glued || !plausible {
        return None;
    }
    let range = scan.range(at, behind + 1);
    let short = Value::Number(Decimal::whole(year % 100));
    let mut values = vec![Value::Number(*base)];
    values.extend((year % 100 > 0).then_some(short));
    let century = Value::Number(Decimal::whole(if year < 1000 { 20 } else { year / 100 + 1 }));
    let mut facts = Vec::new();
    if year >= 1000 && year % 100 == 0 {
        values.push(century.clone());
    }
    facts.extend(scan.fact(range.clone(), values, Written::Digits));
    let full = Value::Number(Decimal::whole(if year < 1000 { 1900 + year } else { year }));
    facts.extend(scan.fact(range, vec![century, full], Written::Loose));
    Some((facts, behind + 1))
}

/// `base` with the scale words from `at` on.
fn scaled(scan: &Scan, base: Decimal, at: usize) -> (Vec<Value>, usize) {
    // `50多万`: a little more than 500,000.
    let more = at + usize::from(scan.char(at).is_some_and(|c| "多余餘几幾来".contains(c)));
    if scan.char(more).is_some_and(|c| zh::power(c).is_some() && c != '十') {
        return chinese::chinese_scale(scan, base, more);
    }
    let short = scan.skip_space(at);
    // `15 بالمئة`: a percent sign in words is no hundred.
    if scan.is_percent(short) {
        return (vec![Value::Number(base)], at);
    }
    let (mut pieces, mut ends) = (vec![Piece::Value(base)], vec![at]);
    collect(scan, at, &mut pieces, &mut ends);
    let before = at > 1 && unit::money_before(scan, at - 1).is_some();
    let behind = ['€', '$', '£'].iter().any(|sign| scan.is(short + 1, *sign));
    if let (true, 1, Some(scale)) = (before || behind, pieces.len(), short_scale(scan.text(short))) {
        pieces.push(Piece::Word(Atom::Times(scale)));
        ends.push(short + 1);
    }
    let (values, used) = evaluate(&pieces, &scan.reader.words.code);
    // `5 second`, `3 quarters`: a digit keeps its value where a word behind it makes no scale.
    let end = used.checked_sub(1).and_then(|n| ends.get(n)).copied().unwrap_or(at);
    let values = if values.is_empty() {
        vec![Value::Number(base)]
    } else {
        values
    };
    (values, end)
}

/// `m` and `b` mean millions and billions only behind a sum of money (`$5m`, `US$450 MM`, `60 M€`).
fn short_scale(word: &str) -> Option<u64> {
    match word {
        "m" | "mm" => Some(1_000_000),
        "b" => Some(1_000_000_000),
        _ => None,
    }
}

/// The words of a number from `at` on, each with the token behind it.
fn collect(scan: &Scan, at: usize, pieces: &mut Vec<Piece>, ends: &mut Vec<usize>) {
    let mut at = at;
    while pieces.len() < 32 {
        let gap = scan.kind(at) == Some(Kind::Space) || (scan.is(at, '-') && !pieces.is_empty());
        let mut next = if gap { at + 1 } else { at };
        // `a quarter of a million`
        if matches!(pieces.last(), Some(Piece::Word(Atom::Part(_))))
            && scan.rest(next).starts_with("of a ")
            && matches!(scan.atoms(next + 4), [Atom::Times(_)])
        {
            next += 4;
        }
        if let Some(word) = scan.word(next) {
            let atoms = scan.atoms(next);
            if atoms.is_empty() {
                return;
            }
            at = next + 1;
            // `тыс.`, `млн.`
            let dotted = matches!(word, "тыс" | "млн" | "млрд" | "трлн") && scan.is(at, '.');
            at += usize::from(dotted);
            for atom in atoms.iter().copied() {
                pieces.push(Piece::Word(atom));
                ends.push(at);
            }
        } else if let (Some(Piece::Word(Atom::Times(_) | Atom::Join)), Some((bases, behind))) =
            (pieces.last(), plain(scan, next))
        {
            let scale = scan.atoms(scan.skip_space(behind));
            let ([Atom::Times(_)], [base]) = (scale, bases.as_slice()) else {
                return;
            };
            pieces.push(Piece::Value(*base));
            ends.push(behind);
            at = behind;
        } else {
            return;
        }
    }
}

/// `two thirds` are no two of anything; three quarters may be nine months.
fn parts_only(mut values: Vec<Value>, last: &str) -> Vec<Value> {
    let fifths = |value: &Value| matches!(value, Value::Fraction(n, d) if *n > 1 && !matches!(d, 2 | 4));
    if values.iter().any(fifths) && (last.ends_with('s') || !last.is_ascii()) {
        values.retain(fifths);
    }
    let months = values.iter().find_map(|value| match value {
        Value::Fraction(n, 4) if last == "quarters" => Some(Value::Number(Decimal::whole(n * 3))),
        _ => None,
    });
    values.extend(months);
    values
}

/// How much the number in words at `at` says: that of a count in English must be in the translation, too.
fn weight(scan: &Scan, at: Range<usize>, pieces: &[Piece]) -> Written {
    let counted = |piece: &Piece| !matches!(piece, Piece::Word(Atom::Times(_) | Atom::Soft(_) | Atom::Join));
    if !pieces.iter().any(counted) && !HUNDRED.contains(&scan.text(at.end - 1)) {
        return Written::Loose;
    }
    let ordinal = |piece: &Piece| matches!(piece, Piece::Word(Atom::Ordinal(_) | Atom::Part(_)));
    let upper = |n: usize| scan.tokens.get(n).is_some_and(|token| token.upper);
    let is_name = upper(at.start) && (upper(scan.skip_space(at.end)) || !weekday::starts_sentence(scan, at.start));
    let is_compound = at.start > 0 && scan.is(at.start - 1, '-')
        || scan.is(at.end, '-') && !scan.word(at.end + 1).is_some_and(|word| MEASURES.contains(&word));
    let is_count = scan.reader.words.code == "en" && !is_name && !is_compound && !pieces.iter().any(ordinal);
    if is_count { Written::Count } else { Written::Words }
}

/// What is counted in compounds: `a five-year plan` has five years, `a five-star hotel` hardly five stars.
const MEASURES: [&str; 26] = [
    "bed",
    "century",
    "country",
    "day",
    "decade",
    "hour",
    "kilometer",
    "kilometre",
    "lane",
    "member",
    "meter",
    "metre",
    "mile",
    "minute",
    "month",
    "nation",
    "night",
    "page",
    "person",
    "point",
    "room",
    "seat",
    "storey",
    "tonne",
    "week",
    "year",
];

/// `an hour and a half`, `deux ans et demi`, `hora y media`, `ثلاث سنوات ونصف`: the number before the noun, and a half.
pub(crate) fn and_a_half(scan: &Scan, at: usize) -> Option<Fact> {
    let ([Atom::Part(2)] | [Atom::Join, Atom::Part(2)]) = scan.atoms(at) else {
        return None;
    };
    let back = |at: usize| {
        at.checked_sub(2)
            .filter(|at| scan.word(*at).is_some() && scan.kind(at + 1) == Some(Kind::Space))
    };
    let mut before = at;
    if let [Atom::Part(_)] = scan.atoms(at) {
        before = back(at)?;
        if matches!(scan.text(before), "a" | "an") {
            before = back(before)?;
        }
        let [Atom::Join] = scan.atoms(before) else { return None };
    }
    let noun = back(before).filter(|noun| scan.atoms(*noun).is_empty() || scan.text(*noun) == "second")?;
    // Spanish and French may leave the article out (`hora y media`).
    let count = back(noun).and_then(|at| match scan.atoms(at) {
        [Atom::Add(n)] => Some((at, *n)),
        _ => None,
    });
    let is_dual = scan.reader.words.code == "ar" && ar::is_dual(scan.text(noun));
    let (from, count) = count.unwrap_or((noun, if is_dual { 2 } else { 1 }));
    let value = Decimal::whole(count).plus(Decimal::new(5, -1))?;
    scan.fact(scan.range(from, at + 1), vec![Value::Number(value)], Written::Words)
}

/// Words for a hundred and a thousand that need no `one` before them, in languages where `hundreds` is another form.
const HUNDRED: [&str; 7] = ["cent", "mille", "cien", "mil", "مئه", "مائه", "الف"];

fn words(scan: &Scan, at: usize) -> Option<Read> {
    let (mut pieces, mut ends) = (Vec::new(), Vec::new());
    collect(scan, at, &mut pieces, &mut ends);
    // A joiner written together with the number (`وخمسة`) begins it as well.
    let joined = matches!(pieces.first(), Some(Piece::Word(Atom::Join)));
    let skip = usize::from(joined && scan.reader.words.code == "ar" && ends.first() == ends.get(1));
    let (mut values, used) = evaluate(pieces.get(skip..)?, &scan.reader.words.code);
    let end = *ends.get((used + skip).checked_sub(1)?)?;
    if used == 0 || values.is_empty() {
        return None;
    }
    values.extend(dual_scale(scan, at).filter(|_| end == at + 1));
    let part = scan.word(at).and_then(|word| scan.reader.words.part(word));
    values.extend(part.map(|d| Value::Fraction(1, d)));
    values.extend(dual_part(scan, at).filter(|_| end == at + 1));
    // Every number word of a compound may also be meant alone (`two and three` read as one would hide them).
    values = parts_only(values, scan.text(end - 1));
    let written = weight(scan, at..end, pieces.get(skip..skip + used)?);
    let mut fact = scan.fact(scan.range(at, end), values, written)?;
    fact.unit = unit::unit(scan, at, end);
    Some((vec![fact], end))
}

/// `ألفا` and `مليونا` are a thousand and a million in the accusative, or two of them before a noun.
fn dual_scale(scan: &Scan, at: usize) -> Option<Value> {
    let word = scan.word(at).filter(|_| scan.reader.words.code == "ar")?;
    let word = word.strip_prefix('و').unwrap_or(word);
    let twice = match word {
        "الفا" => 2_000,
        "مليونا" => 2_000_000,
        "مليارا" | "بليونا" => 2_000_000_000,
        _ => return None,
    };
    Some(Value::Number(Decimal::whole(twice)))
}

/// `ثلثا` and `ثلثي` are two thirds.
fn dual_part(scan: &Scan, at: usize) -> Option<Value> {
    let word = scan.word(at).filter(|_| scan.reader.words.code == "ar")?;
    let words = &scan.reader.words;
    // خمسين is fifty.
    if matches!(scan.atoms(at), [.., Atom::Add(_)]) {
        return None;
    }
    let stem = ["ين", "ان", "ي", "ا"].iter().find_map(|end| word.strip_suffix(end))?;
    let parts = words.part(stem).filter(|parts| *parts > 2)?;
    Some(Value::Fraction(2, parts))
}

/// An Arabic dual: `عامين` is two years.
fn dual(scan: &Scan, at: usize) -> Option<Read> {
    let word = scan.word(at).filter(|_| scan.reader.words.code == "ar")?;
    ar::is_dual(word).then_some(())?;
    let fact = scan.fact(
        scan.range(at, at + 1),
        vec![Value::Number(Decimal::whole(2))],
        Written::Loose,
    )?;
    Some((vec![fact], at + 1))
}

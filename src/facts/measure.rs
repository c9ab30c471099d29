//! What numbers measure: time, lengths, weights, areas, volumes, power, energy, data, frequencies, temperatures.
//!
//! Only what stands directly behind a number counts, and only units are held against each other that are easily taken for one another: `3 days` is
//! not `3 semaines`, nor 5 GWh `5 ГВт` or 5 km² `5 km`. Metric units of one kind are worth powers of ten of each other: 500 MW are 0.5 GW and
//! 50万千瓦.

use crate::facts::chinese;
use crate::facts::decimal::Decimal;
use crate::facts::fold::{Folded, is_ideograph};
use crate::facts::scan::Scan;
use crate::facts::{Fact, Value, Written};

/// A unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measure {
    /// Its place in [`UNITS`].
    at: usize,
}

/// What units can be of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Duration.
    Time,
    /// Length.
    Length,
    /// Mass.
    Weight,
    /// Speed, where it has a name of its own; `km/h` is read as kilometres.
    Speed,
    /// Area.
    Area,
    /// Volume.
    Volume,
    /// Power.
    Power,
    /// Energy.
    Energy,
    /// Amount of data.
    Data,
    /// Frequency.
    Frequency,
    /// Temperature, of which no unit is a multiple of another.
    Temperature,
}

impl Kind {
    /// Whether units of the one are easily taken for units of the other: an `h` of kWh or the raised figure of km² is soon lost.
    /// Not lengths and volumes: 80 millimetres of rain are `80 litros por metro cuadrado`.
    fn is_near(self, other: Kind) -> bool {
        let near = [
            [Kind::Length, Kind::Area],
            [Kind::Length, Kind::Speed],
            [Kind::Area, Kind::Volume],
            [Kind::Power, Kind::Energy],
        ];
        self == other || near.iter().any(|two| two.contains(&self) && two.contains(&other))
    }
}

/// A unit as it is told, its kind, the power of ten of the kind's unit that it is worth, if it is metric (SI Brochure, 9th edition, tables 7
/// and 8), and the symbols by which every language knows it, folded. Letters that stand alone mean other things too (`5 m`, `2018 г.`): they
/// are among the words of the languages that use them.
type Unit = (&'static str, Kind, Option<i32>, &'static str);

const UNITS: [Unit; 59] = [
    ("seconds", Kind::Time, None, ""),
    ("minutes", Kind::Time, None, ""),
    ("hours", Kind::Time, None, ""),
    ("days", Kind::Time, None, ""),
    ("weeks", Kind::Time, None, ""),
    ("months", Kind::Time, None, ""),
    ("years", Kind::Time, None, ""),
    ("decades", Kind::Time, None, ""),
    ("centuries", Kind::Time, None, ""),
    ("nanometres", Kind::Length, Some(-9), ""),
    ("millimetres", Kind::Length, Some(-3), "mm"),
    ("centimetres", Kind::Length, Some(-2), "cm"),
    ("metres", Kind::Length, Some(0), ""),
    ("kilometres", Kind::Length, Some(3), "km"),
    ("miles", Kind::Length, None, ""),
    ("nautical miles", Kind::Length, None, ""),
    ("feet", Kind::Length, None, "ft"),
    ("inches", Kind::Length, None, ""),
    ("micrograms", Kind::Weight, Some(-6), "μg µg mcg"),
    ("milligrams", Kind::Weight, Some(-3), "mg"),
    ("grams", Kind::Weight, Some(0), ""),
    ("kilograms", Kind::Weight, Some(3), "kg"),
    ("quintals", Kind::Weight, Some(5), ""),
    ("tonnes", Kind::Weight, Some(6), ""),
    ("ounces", Kind::Weight, None, ""),
    ("square metres", Kind::Area, Some(0), "m_2 m_²"),
    ("hectares", Kind::Area, Some(4), "ha"),
    ("square kilometres", Kind::Area, Some(6), "km_2 km_²"),
    ("acres", Kind::Area, None, ""),
    ("square feet", Kind::Area, None, "ft_2 ft_²"),
    ("square miles", Kind::Area, None, ""),
    ("millilitres", Kind::Volume, Some(-6), "ml"),
    ("centilitres", Kind::Volume, Some(-5), "cl"),
    ("litres", Kind::Volume, Some(-3), ""),
    ("cubic metres", Kind::Volume, Some(0), "m_3 m_³"),
    ("cubic hectometres", Kind::Volume, Some(6), "hm_3 hm_³"),
    ("cubic kilometres", Kind::Volume, Some(9), "km_3 km_³"),
    ("cubic feet", Kind::Volume, None, "ft_3 ft_³"),
    ("gallons", Kind::Volume, None, ""),
    ("barrels", Kind::Volume, None, ""),
    ("watts", Kind::Power, Some(0), ""),
    ("kilowatts", Kind::Power, Some(3), "kw"),
    ("megawatts", Kind::Power, Some(6), "mw"),
    ("gigawatts", Kind::Power, Some(9), "gw"),
    ("terawatts", Kind::Power, Some(12), "tw"),
    ("kilowatt-hours", Kind::Energy, Some(3), "kwh kw_h"),
    ("megawatt-hours", Kind::Energy, Some(6), "mwh mw_h"),
    ("gigawatt-hours", Kind::Energy, Some(9), "gwh gw_h"),
    ("terawatt-hours", Kind::Energy, Some(12), "twh tw_h"),
    ("knots", Kind::Speed, None, ""),
    ("kilobytes", Kind::Data, Some(3), "kb"),
    ("megabytes", Kind::Data, Some(6), "mb"),
    ("gigabytes", Kind::Data, Some(9), "gb"),
    ("terabytes", Kind::Data, Some(12), "tb"),
    ("kilohertz", Kind::Frequency, Some(3), "khz"),
    ("megahertz", Kind::Frequency, Some(6), "mhz"),
    ("gigahertz", Kind::Frequency, Some(9), "ghz"),
    ("degrees Celsius", Kind::Temperature, None, "°_c ℃"),
    ("degrees Fahrenheit", Kind::Temperature, None, "°_f ℉"),
];

impl Measure {
    /// Its name in English, in the plural.
    pub fn name(self) -> &'static str {
        UNITS.get(self.at).map_or("", |unit| unit.0)
    }

    fn kind(self) -> Option<Kind> {
        UNITS.get(self.at).map(|unit| unit.1)
    }

    /// How much a number of it is, in the unit of its kind, if it is metric.
    fn amount(self, number: Decimal) -> Option<(Kind, Decimal)> {
        let (_, kind, power, _) = UNITS.get(self.at)?;
        Some((*kind, number.times(Decimal::new(1, (*power)?))?))
    }
}

/// The unit in which `other` states what `fact` states in one that is taken for it, unless it comes to the same amount.
pub(crate) fn contradiction(fact: &Fact, other: &Fact) -> Option<Measure> {
    let (own, theirs) = (fact.measure?, other.measure?);
    let differs = own != theirs && own.kind()?.is_near(theirs.kind()?) && !is_same_amount(fact, other);
    differs.then_some(theirs)
}

/// Whether two facts state the same amount, in whatever metric units.
pub(crate) fn is_same_amount(fact: &Fact, other: &Fact) -> bool {
    let amount = |fact: &Fact| match (&fact.value, fact.measure) {
        (Value::Number(number), Some(measure)) => measure.amount(*number),
        _ => None,
    };
    amount(fact).is_some_and(|own| amount(other) == Some(own))
}

/// How a language names a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// Its words, folded; one that ends in `*` stands for all that begin so.
    words: Vec<String>,
    measure: Measure,
}

/// The names of units in a language, and the symbols that all languages share.
pub(crate) fn names(lines: &str) -> Vec<Name> {
    let own = lines.lines().filter_map(|line| line.split_once(": "));
    let own = own.filter_map(|(name, words)| Some((UNITS.iter().position(|unit| unit.0 == name)?, words)));
    let shared = UNITS.iter().map(|unit| unit.3).enumerate();
    let name = |at: usize, phrase: &str| Name {
        words: phrase.split('_').map(|word| Folded::new(word).text).collect(),
        measure: Measure { at },
    };
    own.chain(shared)
        .flat_map(|(at, phrases)| phrases.split_whitespace().map(move |phrase| name(at, phrase)))
        .collect()
}

/// Finds what the numbers among `facts` measure.
pub(crate) fn find(scan: &Scan, facts: &mut [Fact]) {
    for fact in facts.iter_mut().filter(|fact| matches!(fact.value, Value::Number(_))) {
        let behind = scan.behind_original(fact.span.end);
        let hyphen = scan.is(behind, '-');
        let at = if hyphen { behind + 1 } else { scan.skip_space(behind) };
        // `1,4 million de barils`
        let has_scale = fact.written == Written::Digits && fact.surface.chars().any(char::is_alphabetic);
        let of = scan.phrase(at, &["de", "d'"]).filter(|_| has_scale);
        let at = of.map_or(at, |of| scan.skip_space(of));
        // A letter behind a hyphen is the ending of an ordinal: `в 1-м квартале`.
        let is_ending = hyphen && scan.text(at).chars().count() == 1;
        // 千瓦 went with the number, whose first value counts kilowatts.
        let kilo = behind.checked_sub(2).filter(|at| chinese::is_kilo(scan, *at));
        fact.measure = at_token(scan, kilo.unwrap_or(at)).filter(|_| !is_ending);
    }
}

/// The longest name of a unit that stands at a token.
fn at_token(scan: &Scan, at: usize) -> Option<Measure> {
    let names = scan.reader.words.measures.iter();
    let found = names.filter_map(|name| Some((end_of(scan, at, &name.words)?, name)));
    let longest = found.max_by_key(|(end, name)| (*end, name.words.iter().map(String::len).sum::<usize>()));
    longest.map(|(_, name)| name.measure)
}

/// The token behind the words of a name that stands at a token.
fn end_of(scan: &Scan, at: usize, words: &[String]) -> Option<usize> {
    let mut end = at;
    for (n, word) in words.iter().enumerate() {
        if n > 0 {
            end = behind_joint(scan, end);
        }
        // No space parts words of ideographs.
        if word.chars().next().is_some_and(is_ideograph) {
            scan.rest(end).starts_with(word.as_str()).then_some(())?;
            end += word.chars().count();
            continue;
        }
        let text = scan.text(end);
        let fits = match word.strip_suffix('*') {
            Some(stem) => text.starts_with(stem),
            None => text == word,
        };
        fits.then_some(())?;
        end += 1;
    }
    Some(end)
}

/// The token behind what parts the words of a name: `kW·h`, `киловатт-час`, `кв. км`.
fn behind_joint(scan: &Scan, at: usize) -> usize {
    let marks = ['-', '.', '·', '⋅', '∙', '/'];
    let at = if marks.iter().any(|mark| scan.is(at, *mark)) {
        at + 1
    } else {
        at
    };
    scan.skip_space(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;

    fn measures(tag: &str, text: &str) -> Vec<Option<&'static str>> {
        let facts = crate::facts::extract(text, &Locale::new(tag).unwrap());
        let is_count = |fact: &&Fact| fact.written == Written::Digits;
        let numbers = facts
            .iter()
            .filter(is_count)
            .filter(|fact| matches!(fact.value, Value::Number(_)));
        numbers.map(|fact| fact.measure.map(Measure::name)).collect()
    }

    #[test]
    fn every_language_names_every_unit() {
        for tag in ["ar", "en", "es", "fr", "ru", "zh"] {
            let words = crate::facts::words::Words::of(tag);
            for line in words.language.measures.lines() {
                let is_known = |(name, _): (&str, &str)| UNITS.iter().any(|unit| unit.0 == name);
                assert!(line.split_once(": ").is_some_and(is_known), "{tag} {line}");
            }
            for (at, (name, ..)) in UNITS.iter().enumerate() {
                let mut names = words.measures.iter().filter(|one| one.measure.at == at).peekable();
                assert!(names.peek().is_some(), "{tag} {name}");
                for one in names {
                    let phrase = one.words.join(" ").replace('*', "");
                    let phrase = if phrase.ends_with(" 2") || phrase.ends_with(" 3") {
                        phrase.replace(' ', "")
                    } else {
                        phrase
                    };
                    let text = format!("38 {phrase}.");
                    // Ten years are a number word in some languages.
                    let first = &crate::facts::extract(&text, &Locale::new(tag).unwrap())[0];
                    assert!(
                        first.surface.len() > 2 || measures(tag, &text) == [Some(*name)],
                        "{tag} {text}"
                    );
                }
            }
        }
    }

    #[test]
    fn what_stands_behind_a_number_is_what_it_measures() {
        let cases: &[(&str, &str, &[Option<&str>])] = &[
            ("en", "a 14-day truce of 3 working days", &[Some("days"), None]),
            ("en", "3 weeks and 5.2 million tonnes", &[Some("weeks"), Some("tonnes")]),
            (
                "fr",
                "5,2 millions de tonnes en 16 ans",
                &[Some("tonnes"), Some("years")],
            ),
            ("ru", "за 48 часов и 5 лет", &[Some("hours"), Some("years")]),
            ("ar", "خلال 5 أيام و12 شهراً", &[Some("days"), Some("months")]),
            (
                "zh",
                "5周年，3个月，20公里",
                &[Some("years"), Some("months"), Some("kilometres")],
            ),
            ("de", "5 Tage", &[None]),
        ];
        for (tag, text, expected) in cases {
            assert_eq!(measures(tag, text), *expected, "{text}");
        }
    }
}

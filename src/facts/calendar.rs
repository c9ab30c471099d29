//! The names of months and weekdays of a locale, and how it writes decimals, learned from CLDR through ICU4X.

use crate::locale::Locale;
use fixed_decimal::Decimal as Fixed;
use icu_calendar::{Date, Gregorian};
use icu_datetime::FixedCalendarDateTimeFormatter as Formatter;
use icu_datetime::fieldsets::{E, M, MD};
use icu_decimal::DecimalFormatter;
use std::collections::{BTreeMap, BTreeSet};

/// What a locale calls the months and days, by folded name.
#[derive(Debug, Clone, Default)]
pub struct Calendar {
    /// Month names, full, short, alone and in a date: 1 is January.
    pub months: BTreeMap<String, u8>,
    /// The first words of those month names that have two.
    pub firsts: BTreeSet<String>,
    /// Weekday names, full and short: 1 is Monday.
    pub weekdays: BTreeMap<String, u8>,
    /// The characters it writes between the whole and the fraction.
    pub decimals: Vec<char>,
    /// The characters it writes between groups of digits.
    pub groups: Vec<char>,
}

/// The regional variants whose names and separators the plain tag of a language also stands for: press offices write
/// for all of them. The Arabic ones bring the Levantine (ar-SY, ar-LB, ar-IQ) and the Maghrebi (ar-MA, ar-DZ, ar-TN)
/// months of CLDR, the Spanish one the decimal point.
fn variants(language: &str) -> &'static [&'static str] {
    match language {
        "ar" => &["ar-SY", "ar-LB", "ar-IQ", "ar-EG", "ar-MA", "ar-DZ", "ar-TN"],
        "es" => &["es-MX", "es-AR"],
        "fr" => &["fr-CA", "fr-CH"],
        "en" => &["en-GB", "en-CA"],
        "pt" => &["pt-PT"],
        _ => &[],
    }
}

/// Names in use that no CLDR locale has: June and July as the Arabic documents of the United Nations spell them, and
/// September as the Real Academia Española also admits it.
const UNLISTED: [(&str, &str, u8); 3] = [("ar", "يونيه", 6), ("ar", "يوليه", 7), ("es", "setiembre", 9)];

/// Learns what CLDR knows of `locale`.
pub fn learn(locale: &Locale) -> Calendar {
    let mut calendar = Calendar::default();
    let tags = std::iter::once(locale.tag()).chain(variants(locale.language()).iter().copied());
    for icu in tags.filter_map(|tag| tag.parse::<icu_locale::Locale>().ok()) {
        learn_months(&icu, &mut calendar);
        learn_weekdays(&icu, &mut calendar);
        learn_separators(&icu, &mut calendar);
    }
    for (_, name, month) in UNLISTED.iter().filter(|(language, ..)| *language == locale.language()) {
        add(&mut calendar.months, name, *month);
    }
    let firsts = calendar.months.keys().filter_map(|name| name.split_once(' '));
    calendar.firsts = firsts.map(|(first, _)| first.to_owned()).collect();
    calendar
}

fn learn_months(icu: &icu_locale::Locale, calendar: &mut Calendar) {
    let alone = [M::long(), M::medium()].map(|f| Formatter::<Gregorian, M>::try_new(icu.clone().into(), f));
    let dated = [MD::long(), MD::medium()].map(|f| Formatter::<Gregorian, MD>::try_new(icu.clone().into(), f));
    let days: Vec<_> = (1..=12)
        .filter_map(|month| Some((month, Date::try_new_gregorian(2018, month, 25).ok()?)))
        .collect();
    for formatter in alone.iter().flatten() {
        for (month, day) in &days {
            add(&mut calendar.months, &formatter.format(day).to_string(), *month);
        }
    }
    for formatter in dated.iter().flatten() {
        let texts: Vec<_> = days
            .iter()
            .map(|(month, day)| (*month, formatter.format(day).to_string()))
            .collect();
        for (month, text) in &texts {
            // What stands in every month's text (`25`, `de`, `日`) is no part of the name.
            let common = |word: &str| texts.iter().all(|(_, t)| t.split_whitespace().any(|w| w == word));
            let own: Vec<&str> = text.split_whitespace().filter(|word| !common(word)).collect();
            add(&mut calendar.months, &own.join(" "), *month);
        }
    }
}

fn learn_weekdays(icu: &icu_locale::Locale, calendar: &mut Calendar) {
    let formatters = [E::long(), E::short()].map(|f| Formatter::<Gregorian, E>::try_new(icu.clone().into(), f));
    for formatter in formatters.iter().flatten() {
        // 1 January 2018 was a Monday.
        for day in 1..=7 {
            let Ok(date) = Date::try_new_gregorian(2018, 1, day) else {
                continue;
            };
            add(&mut calendar.weekdays, &formatter.format(&date).to_string(), day);
        }
    }
}

fn learn_separators(icu: &icu_locale::Locale, calendar: &mut Calendar) {
    let Ok(formatter) = DecimalFormatter::try_new(
        icu.clone().into(),
        icu_decimal::options::DecimalFormatterOptions::default(),
    ) else {
        return;
    };
    let mut number = Fixed::from(123_456_712);
    number.multiply_pow10(-1);
    let text: Vec<char> = formatter.format(&number).to_string().chars().collect();
    let mut marks = text.iter().copied().filter(|c| !c.is_numeric()).rev();
    let place = marks.next();
    let groups = marks.next();
    for (found, into) in [(place, &mut calendar.decimals), (groups, &mut calendar.groups)] {
        into.extend(found.filter(|c| !into.contains(c)).into_iter().collect::<Vec<_>>());
    }
}

/// Takes a name: folded, without a full stop at its end; names that are digits only are none.
fn add(names: &mut BTreeMap<String, u8>, name: &str, value: u8) {
    let folded = crate::facts::fold::Folded::new(name).text;
    let name = folded.trim().trim_end_matches('.');
    if !name.is_empty() && name.chars().all(|c| !c.is_ascii_digit()) {
        names.insert(name.to_owned(), value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_from_cldr_in_all_their_forms() {
        let cases = [
            ("fr", "août", 8),
            ("fr", "juil", 7),
            ("es", "setiembre", 9),
            ("ru", "май", 5),
            ("ru", "мая", 5),
            ("zh", "五月", 5),
            ("ar", "مايو", 5),
            ("ar", "ايار", 5),
            ("ar", "حزيران", 6),
            ("ar", "ماي", 5),
            ("ar", "كانون الثاني", 1),
        ];
        for (tag, name, month) in cases {
            let calendar = learn(&Locale::new(tag).unwrap());
            assert_eq!(
                calendar.months.get(name),
                Some(&month),
                "{tag} {name}: {:?}",
                calendar.months
            );
        }
    }

    #[test]
    fn separators_come_from_cldr() {
        let fr = learn(&Locale::new("fr").unwrap());
        assert_eq!(fr.decimals, [',']);
        let es = learn(&Locale::new("es").unwrap());
        assert!(
            es.decimals.contains(&',') && es.decimals.contains(&'.'),
            "{:?}",
            es.decimals
        );
        assert_eq!(learn(&Locale::new("zh").unwrap()).decimals, ['.']);
        assert_eq!(learn(&Locale::new("en").unwrap()).groups, [',']);
    }
}

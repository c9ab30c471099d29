//! What a language does with dates, numbers, plurals, lists and capitals, from CLDR through ICU4X.
//!
//! Every function takes the *formatting* locale, which may say more than the locale of the page: a newsroom whose source is
//! `en` usually writes dates as `en-GB` does. Data is compiled in; where CLDR has none for a locale, its root data answers.

use crate::locale::Locale;
use fixed_decimal::{Decimal, SignedRoundingMode, UnsignedRoundingMode};
use icu_calendar::Gregorian;
use icu_casemap::CaseMapper;
use icu_datetime::fieldsets::{M, MD, T, YMD};
use icu_datetime::input::Time;
use icu_datetime::{FixedCalendarDateTimeFormatter, NoCalendarFormatter};
use icu_decimal::DecimalFormatter;
use icu_decimal::options::{DecimalFormatterOptions, GroupingStrategy};
use icu_list::ListFormatter;
use icu_list::options::{ListFormatterOptions, ListLength};
use icu_plurals::{PluralCategory, PluralRules};
use std::fmt;

/// A day of the Gregorian calendar; always one that exists, in the years 1 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    year: i32,
    month: u8,
    day: u8,
}

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct NumberStyle {
    /// At least so many digits after the decimal sign; 0 to 20.
    pub minimum_fraction: u8,
    /// At most so many digits after the decimal sign, rounded half to even; 0 to 20; `None` keeps them all.
    pub maximum_fraction: Option<u8>,
    /// Whether digits are written in one row, as in a year or a page number.
    pub ungrouped: bool,
}

/// Which question the plural category answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PluralKind {
    /// How many: one page, two pages.
    Cardinal,
    /// Which one: first page, second page.
    Ordinal,
}

impl Day {
    /// The day, if the calendar has it.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Day> {
        let exists = icu_calendar::Date::try_new_gregorian(year, month, day).is_ok();
        (exists && (1..=9999).contains(&year)).then_some(Day { year, month, day })
    }

    /// The day that begins `text` in the form `2018-05-25` (ISO 8601); what follows it, as in a timestamp, is not read.
    pub fn from_iso(text: &str) -> Option<Day> {
        let date = text.get(..10)?;
        if text[10..].starts_with(|c: char| !matches!(c, 'T' | 't' | ' ')) {
            return None;
        }
        let mut parts = date.split('-').map(|part| {
            let digits = part.bytes().all(|b| b.is_ascii_digit());
            digits.then(|| part.parse::<u16>().ok()).flatten()
        });
        let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
        Day::new(i32::from(year), u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    }

    /// The day of a `jiff` date; none before the year 1.
    pub fn from_civil(date: jiff::civil::Date) -> Option<Day> {
        Day::new(
            i32::from(date.year()),
            u8::try_from(date.month()).ok()?,
            u8::try_from(date.day()).ok()?,
        )
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.year
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.day
    }
}

impl fmt::Display for Day {
    /// The day in the form `2018-05-25` (ISO 8601).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// The day with its year in the long form, e.g. `25 May 2018` in `en-GB`; always in the Gregorian calendar.
pub fn long_date(day: Day, locale: &Locale) -> String {
    date_in(day, &locale.icu(), YMD::long())
}

/// The day without its year in the long form, e.g. `25 May` in `en-GB`.
pub fn month_and_day(day: Day, locale: &Locale) -> String {
    date_in(day, &locale.icu(), MD::long())
}

/// The name of the month as it stands alone, e.g. `May`.
pub fn month_name(day: Day, locale: &Locale) -> String {
    date_in(day, &locale.icu(), M::long())
}

/// The time of day to the minute, e.g. `17:30`; `None` if there is no such time.
pub fn time_of_day(hour: u8, minute: u8, locale: &Locale) -> Option<String> {
    let time = Time::try_new(hour, minute, 0, 0).ok()?;
    let formatter = NoCalendarFormatter::try_new((&locale.icu()).into(), T::hm()).ok()?;
    Some(formatter.format(&time).to_string())
}

/// The number, written as the locale writes it: its digits, its decimal sign, its groups.
pub fn number(value: &Decimal, style: NumberStyle, locale: &Locale) -> String {
    let mut value = value.clone();
    if let Some(most) = style.maximum_fraction {
        let half_even = SignedRoundingMode::Unsigned(UnsignedRoundingMode::HalfEven);
        value.round_with_mode(-i16::from(most.min(MAX_FRACTION)), half_even);
        value.absolute.trim_end();
    }
    value
        .absolute
        .pad_end(-i16::from(style.minimum_fraction.min(MAX_FRACTION)));
    let mut options = DecimalFormatterOptions::default();
    if style.ungrouped {
        options.grouping_strategy = Some(GroupingStrategy::Never);
    }
    match DecimalFormatter::try_new((&locale.icu()).into(), options) {
        Ok(formatter) => formatter.format(&value).to_string(),
        Err(_) => value.to_string(),
    }
}

/// A whole number with no grouping, for days, years and page numbers.
pub fn plain_number(value: i64, locale: &Locale) -> String {
    let style = NumberStyle {
        ungrouped: true,
        ..NumberStyle::default()
    };
    number(&Decimal::from(value), style, locale)
}

/// The numbers of a locale, for one that writes many: its digits are asked of CLDR once.
#[derive(Debug)]
pub struct Numbers {
    locale: Locale,
    digits: [String; 10],
}

impl Numbers {
    /// Those of `locale`.
    pub fn of(locale: &Locale) -> Numbers {
        Numbers {
            digits: std::array::from_fn(|digit| plain_number(i64::try_from(digit).unwrap_or(0), locale)),
            locale: locale.clone(),
        }
    }

    /// As [`plain_number`].
    pub fn plain(&self, value: u64) -> String {
        let digit = |byte: u8| self.digits[usize::from(byte - b'0')].as_str();
        value.to_string().bytes().map(digit).collect()
    }

    /// As [`number`].
    pub fn number(&self, value: &Decimal, style: NumberStyle) -> String {
        // Below a thousand nothing is grouped.
        let short = |value: &u64| style.minimum_fraction == 0 && (style.ungrouped || *value < 1000);
        let written = value.to_string();
        let whole: Option<u64> = written.parse().ok().filter(short);
        match whole.filter(|_| written.len() == 1 || !written.starts_with(['0', '+'])) {
            Some(whole) => self.plain(whole),
            None => number(value, style, &self.locale),
        }
    }
}

/// The plural category of the number: `zero`, `one`, `two`, `few`, `many` or `other` (CLDR plural rules).
pub fn plural(value: &Decimal, kind: PluralKind, locale: &Locale) -> &'static str {
    let prefs = (&locale.icu()).into();
    let rules = match kind {
        PluralKind::Cardinal => PluralRules::try_new_cardinal(prefs),
        PluralKind::Ordinal => PluralRules::try_new_ordinal(prefs),
    };
    match rules.map(|rules| rules.category_for(value)) {
        Ok(PluralCategory::Zero) => "zero",
        Ok(PluralCategory::One) => "one",
        Ok(PluralCategory::Two) => "two",
        Ok(PluralCategory::Few) => "few",
        Ok(PluralCategory::Many) => "many",
        Ok(PluralCategory::Other) | Err(_) => "other",
    }
}

/// The items as a list of all of them, e.g. `a, b and c` in `en-GB`.
pub fn and_list(items: &[String], locale: &Locale) -> String {
    let options = ListFormatterOptions::default().with_length(ListLength::Wide);
    match ListFormatter::try_new_and((&locale.icu()).into(), options) {
        Ok(formatter) => formatter.format(items.iter()).to_string(),
        Err(_) => items.join(", "),
    }
}

/// The text in capitals, by the rules of the language (Greek loses its accents, Turkish keeps its dotted İ).
pub fn upper_case(text: &str, locale: &Locale) -> String {
    CaseMapper::new()
        .uppercase_to_string(text, &locale.icu().id)
        .into_owned()
}

/// The most digits after the decimal sign that any style may ask for; the bound of ECMA-402 before 2023, and a guard.
pub const MAX_FRACTION: u8 = 20;

/// The day in the pattern of `fields`.
fn date_in<F>(day: Day, locale: &icu_locale::Locale, fields: F) -> String
where
    F: DateFields,
{
    let Ok(date) = icu_calendar::Date::try_new_gregorian(day.year, day.month, day.day) else {
        return day.to_string();
    };
    fields.write(locale, &date).unwrap_or_else(|| day.to_string())
}

/// A set of date fields that ICU4X can write.
trait DateFields {
    /// The date in these fields, or nothing where there is no data.
    fn write(self, locale: &icu_locale::Locale, date: &icu_calendar::Date<Gregorian>) -> Option<String>;
}

/// The same three lines for each set of fields, which have no common trait that a caller could name.
macro_rules! date_fields {
    ($($set:ty),*) => {$(
        impl DateFields for $set {
            fn write(self, locale: &icu_locale::Locale, date: &icu_calendar::Date<Gregorian>) -> Option<String> {
                let formatter = FixedCalendarDateTimeFormatter::<Gregorian, $set>::try_new(locale.into(), self).ok()?;
                Some(formatter.format(date).to_string())
            }
        }
    )*};
}

date_fields!(YMD, MD, M);

#[cfg(test)]
mod tests {
    use super::*;

    fn locale(tag: &str) -> Locale {
        Locale::new(tag).unwrap()
    }

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn dates_are_written_as_each_language_writes_them() {
        let day = Day::new(2018, 5, 25).unwrap();
        let table = [
            ("en", "May 25, 2018", "May 25"),
            ("en-GB", "25 May 2018", "25 May"),
            ("fr", "25 mai 2018", "25 mai"),
            ("es", "25 de mayo de 2018", "25 de mayo"),
            ("ru", "25 мая 2018\u{202f}г.", "25 мая"),
            ("zh", "2018年5月25日", "5月25日"),
            ("ar", "25 مايو 2018", "25 مايو"),
            ("ar-EG", "٢٥ مايو ٢٠١٨", "٢٥ مايو"),
        ];
        for (tag, long, short) in table {
            assert_eq!(long_date(day, &locale(tag)), long, "{tag}");
            assert_eq!(month_and_day(day, &locale(tag)), short, "{tag}");
        }
    }

    #[test]
    fn the_calendar_is_gregorian_everywhere() {
        let day = Day::new(2018, 5, 25).unwrap();
        assert!(long_date(day, &locale("th")).contains("2018"));
        assert!(long_date(day, &locale("fa")).contains("۲۰۱۸"));
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        for bad in [
            "2018-02-29",
            "2018-13-01",
            "2018-5-25",
            "0000-01-01",
            "2018-05-25x",
            "18-05-2025",
            "",
            "2018-05-é5",
        ] {
            assert_eq!(Day::from_iso(bad), None, "{bad}");
        }
        assert_eq!(
            Day::from_iso("2018-05-25T12:00:00+02:00").unwrap().to_string(),
            "2018-05-25"
        );
    }

    #[test]
    fn numbers_are_the_same_with_digits_asked_once() {
        for tag in ["ar", "ar-EG", "en", "es", "fa", "fr", "hi", "my", "ru", "zh"] {
            let (locale, numbers) = (locale(tag), Numbers::of(&locale(tag)));
            for value in [
                "0", "7", "007", "-7", "+7", "12", "999", "1000", "12345", "0.5", "1.0", "10.50",
            ] {
                let value = decimal(value);
                for (minimum_fraction, maximum_fraction, ungrouped) in [
                    (0, None, false),
                    (0, Some(0), false),
                    (0, None, true),
                    (2, None, true),
                    (2, Some(3), false),
                ] {
                    let style = NumberStyle {
                        minimum_fraction,
                        maximum_fraction,
                        ungrouped,
                    };
                    assert_eq!(
                        numbers.number(&value, style),
                        number(&value, style, &locale),
                        "{tag} {value} {style:?}"
                    );
                }
            }
            for value in [0, 7, 10, 1998, 123_456_789] {
                let whole = u64::try_from(value).unwrap();
                assert_eq!(numbers.plain(whole), plain_number(value, &locale), "{tag}");
            }
        }
    }

    #[test]
    fn numbers_have_the_signs_and_digits_of_the_locale() {
        let style = NumberStyle::default();
        let table = [
            ("en", "12,345.6"),
            ("fr", "12\u{202f}345,6"),
            ("es", "12.345,6"),
            ("ru", "12\u{a0}345,6"),
            ("zh", "12,345.6"),
            ("ar-EG", "١٢٬٣٤٥٫٦"),
        ];
        for (tag, text) in table {
            assert_eq!(number(&decimal("12345.6"), style, &locale(tag)), text, "{tag}");
        }
        let two = NumberStyle {
            minimum_fraction: 2,
            maximum_fraction: Some(2),
            ungrouped: true,
        };
        assert_eq!(number(&decimal("2018.125"), two, &locale("en")), "2018.12");
        assert_eq!(number(&decimal("7"), two, &locale("en")), "7.00");
    }

    #[test]
    fn plurals_follow_cldr() {
        let table = [
            ("ar", "0", "zero"),
            ("ar", "2", "two"),
            ("ar", "103", "few"),
            ("ar", "111", "many"),
            ("fr", "1000000", "many"),
            ("fr", "0", "one"),
            ("ru", "21", "one"),
            ("ru", "1.5", "other"),
            ("en", "1", "one"),
            ("en", "1.0", "other"),
            ("zh", "1", "other"),
        ];
        for (tag, value, category) in table {
            let got = plural(&decimal(value), PluralKind::Cardinal, &locale(tag));
            assert_eq!(got, category, "{tag} {value}");
        }
        assert_eq!(plural(&decimal("22"), PluralKind::Ordinal, &locale("en")), "two");
    }

    #[test]
    fn lists_and_capitals_follow_the_language() {
        let items: Vec<String> = ["A", "B", "C"].map(String::from).to_vec();
        assert_eq!(and_list(&items, &locale("fr")), "A, B et C");
        assert_eq!(and_list(&items, &locale("zh")), "A、B和C");
        assert_eq!(and_list(&items, &locale("en-GB")), "A, B and C");
        assert_eq!(upper_case("Brüssel", &locale("de")), "BRÜSSEL");
        assert_eq!(upper_case("istanbul", &locale("tr")), "İSTANBUL");
        assert_eq!(upper_case("بروكسل", &locale("ar")), "بروكسل");
    }

    #[test]
    fn times_of_day_follow_the_language() {
        assert_eq!(time_of_day(17, 30, &locale("fr")).unwrap(), "17:30");
        assert_eq!(time_of_day(25, 0, &locale("fr")), None);
    }
}

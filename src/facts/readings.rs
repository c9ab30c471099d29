//! What each form of a fact is read as, by value; the values are those that a reader of the language would give.

use crate::facts::{Date, Fact, Half, Unit, Value, Written, extract};
use crate::locale::Locale;
use proptest::prelude::*;

fn read(tag: &str, text: &str) -> Vec<Fact> {
    extract(text, &Locale::new(tag).unwrap())
}

/// A value in short: `2.5`, `1/3`, `2018-5-25` (`?` for what is not said), `Monday` as `day 1`, `17:30`, an address as it is compared.
fn short(value: &Value) -> String {
    let part = |part: Option<String>| part.unwrap_or("?".to_owned());
    match value {
        Value::Number(number) => number.to_string(),
        Value::Fraction(over, under) => format!("{over}/{under}"),
        Value::Date(Date { weekday: Some(day), .. }) => format!("day {day}"),
        Value::Date(date) => {
            let (year, month) = (date.year.map(|n| n.to_string()), date.month.map(|n| n.to_string()));
            format!(
                "{}-{}-{}",
                part(year),
                part(month),
                part(date.day.map(|n| n.to_string()))
            )
        }
        Value::Time(minutes) => format!("{}:{:02}", minutes / 60, minutes % 60),
        Value::Half(Half::Morning) => "morning".to_owned(),
        Value::Half(Half::Afternoon) => "afternoon".to_owned(),
        Value::Period(number, of) => format!("{number} of {of}"),
        Value::Email(text) | Value::Url(text) | Value::Phone(text) | Value::Symbol(text) => text.clone(),
    }
}

fn shown(facts: &[Fact]) -> String {
    let line = |fact: &Fact| {
        let values = fact.readings().map(short).collect::<Vec<_>>().join(" or ");
        format!("    {} = {values} {:?} {:?}", fact.surface, fact.unit, fact.written)
    };
    facts.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Locale, text, a part of it and a value that this part has.
const READ: &[(&str, &str, &str, &str)] = &[
    // Addresses.
    ("en", "[site](https://un.org/a)", "](https://un.org/a)", "un.org/a"),
    (
        "en",
        "[us](mailto:Press@un.org)",
        "](mailto:Press@un.org)",
        "press@un.org",
    ),
    (
        "fr",
        "voir https://fr.wikipedia.org/wiki/Élysée.",
        "https://fr.wikipedia.org/wiki/Élysée",
        "fr.wikipedia.org/wiki/Élysée",
    ),
    ("en", "see (un.org/en), or", "un.org/en", "un.org/en"),
    ("en", "see www.example.xyz there", "www.example.xyz", "example.xyz"),
    (
        "en",
        "see https://un.org/a_(b).",
        "https://un.org/a_(b)",
        "un.org/a_(b)",
    ),
    (
        "en",
        "Write to a.b-c@press.un.org.",
        "a.b-c@press.un.org",
        "a.b-c@press.un.org",
    ),
    // Dates with names.
    ("fr", "Paris, le 25 janv. 2018", "25 janv. 2018", "2018-1-25"),
    ("fr", "le 5 sept. 2018", "5 sept. 2018", "2018-9-5"),
    ("fr", "en sept. 2018", "sept. 2018", "2018-9-?"),
    ("fr", "Le 25 et le 26 mai", "25", "?-5-25"),
    ("fr", "Le 25 et le 26 mai", "26 mai", "?-5-26"),
    ("en", "on the 25th May 2018", "25th May 2018", "2018-5-25"),
    ("en", "on 25May 2018", "25May 2018", "2018-5-25"),
    ("en", "on 5, 12 and 19 May", "5", "?-5-5"),
    ("en", "on 5, 12 and 19 May", "12", "?-5-12"),
    ("en", "on May 25 and 26, 2018", "26, 2018", "2018-5-26"),
    ("en", "in May 1200.5 tonnes", "May", "?-5-?"),
    ("en", "in May 1200.5 tonnes", "1200.5", "1200.5"),
    ("en", "in May 5 per cent joined", "5", "5"),
    ("ru", "на 25-го мая 2018", "25-го мая 2018", "2018-5-25"),
    ("ru", "25-го мая 2018", "25-го мая 2018", "2018-5-25"),
    ("ru", "двадцать пятого мая", "двадцать пятого мая", "?-5-25"),
    ("ru", "12.05.2018", "12.05.2018", "2018-5-12"),
    ("ar", "الخامس والعشرين من أيار", "الخامس والعشرين من أيار", "?-5-25"),
    ("ar", "25 أيار (مايو) 2018", "25 أيار (مايو) 2018", "2018-5-25"),
    ("ar", "5 كانون الثاني 2018", "5 كانون الثاني 2018", "2018-1-5"),
    (
        "ar",
        "5 كانون الثاني/يناير 2018",
        "5 كانون الثاني/يناير 2018",
        "2018-1-5",
    ),
    ("ar", "بمايو 2018", "بمايو 2018", "2018-5-?"),
    ("es", "el 11-S", "11-S", "?-9-11"),
    ("es", "el 11-M", "11-M", "?-3-11"),
    ("es", "el 12-O", "12-O", "?-10-12"),
    ("es", "el 20-N", "20-N", "?-11-20"),
    ("es", "el 6-D", "6-D", "?-12-6"),
    ("ru", "в ночь на понедельник", "понедельник", "day 7"),
    ("ru", "в ночь на вторник", "вторник", "day 1"),
    ("zh", "星期日", "星期日", "day 7"),
    ("zh", "周三", "周三", "day 3"),
    // Times.
    ("en", "at 9 o'clock sharp", "9 o'clock", "9:00"),
    ("en", "at quarter to eight", "quarter to eight", "7:45"),
    ("en", "9 to 11 a.m.", "9", "9:00"),
    ("en", "2 to 4 p.m.", "2", "14:00"),
    ("en", "1.15 to 2.30 p.m.", "1.15", "13:15"),
    ("en", "12 to 2 p.m.", "12", "12:00"),
    ("fr", "à 9 h. 30", "9 h. 30", "9:30"),
    ("es", "a las 2 de la noche", "2 de la noche", "2:00"),
    ("es", "a las 11 de la noche", "11 de la noche", "23:00"),
    ("ru", "в 2 часа ночи", "2 часа ночи", "2:00"),
    ("ru", "в 11 часов ночи", "11 часов ночи", "23:00"),
    ("zh", "下午5时30分", "5时30分", "17:30"),
    ("zh", "上午5时30分", "5时30分", "5:30"),
    ("zh", "下午五点半", "五点半", "17:30"),
    ("zh", "下午5点整", "5点整", "17:00"),
    ("zh", "下午在5时举行", "5时", "17:00"),
    // Numbers.
    ("zh", "重点五项", "五", "5"),
    ("zh", "增长三点五倍", "三点五", "3.5"),
    ("zh", "三点五分", "三点五分", "3:05"),
    ("zh", "三点二十", "三点", "3:00"),
    (
        "en",
        "thirty thousand one hundred",
        "thirty thousand one hundred",
        "30100",
    ),
    (
        "en",
        "one hundred and three million a year",
        "one hundred and three million",
        "103000000",
    ),
    ("en", "one million one million", "one million", "1000000"),
    ("zh", "三点五", "三点五", "3.5"),
    ("en", "article 6 § 1", "6", "6.1"),
    ("en", "4-1/4 per cent", "4-1/4", "4.25"),
    (
        "en",
        "two hundred and five thousand",
        "two hundred and five thousand",
        "205000",
    ),
    ("en", "two fifths of the seats", "two fifths", "2/5"),
    ("en", "a third party", "a third", "3"),
    ("en", "two hours and a half", "two hours and a half", "2.5"),
    ("en", "an hour and a half", "an hour and a half", "1.5"),
    ("fr", "un quart des sièges", "un quart", "1/4"),
    ("es", "mil millones de dólares", "mil millones", "1000000000"),
    ("es", "5 mil millones", "5 mil millones", "5000000000"),
    ("ar", "ألفان وخمسمائة", "ألفان وخمسمائة", "2500"),
    ("ar", "ألفا شخص", "ألفا", "2000"),
    ("ar", "مليونا شخص", "مليونا", "2000000"),
    ("ar", "ثلثا الأعضاء", "ثلثا", "2/3"),
    ("ar", "الخمس", "الخمس", "1/5"),
    ("ar", "يوم الاثنين", "الاثنين", "2"),
    ("en", "2017-18", "18", "2018"),
    ("en", "2–3 million", "2", "2000000"),
];

/// Locale, text, a value that nothing in it has.
const NOT_READ: &[(&str, &str, &str)] = &[
    ("en", "Follow @un.org there", "un.org"),
    ("en", "in May 5 per cent joined", "?-5-5"),
    ("en", "in May 5.5 per cent joined", "?-5-5"),
    ("en", "in May 9:30 was the hour", "?-5-9"),
    ("fr", "les sept pays", "?-9-?"),
    ("ru", "12.05.2018", "12:05"),
    ("es", "el 40-S", "?-9-40"),
    ("zh", "13·45", "?-13-45"),
    ("zh", "历时5年6月", "5-6-?"),
    ("zh", "届时将举行会议", "0:00"),
    ("zh", "下午在5时举行", "5:00"),
    ("en", "The Sun rose", "day 7"),
    ("en", "a march in may", "?-5-?"),
    ("en", "9 to 11 a.m.", "21:00"),
    ("en", "4.1/4", "4.25"),
    ("en", "4-1-4", "4.25"),
    ("en", "1234,567", "1234567"),
    ("en", "three fourths", "9"),
    ("en", "three fifths of the seats", "3"),
    ("fr", "un quart des sièges", "1"),
    ("en", "five three", "8"),
    ("en", "two thousand three million", "3002000"),
    ("en", "1200 to 50 people", "1250"),
];

#[test]
fn each_form_has_the_value_that_a_reader_gives_it() {
    let mut wrong = String::new();
    for (tag, text, part, value) in READ {
        let facts = read(tag, text);
        let has = |fact: &Fact| fact.surface == *part && fact.readings().any(|reading| short(reading) == *value);
        if !facts.iter().any(has) {
            wrong.push_str(&format!("{tag} {text}: {part} is not {value}\n{}\n", shown(&facts)));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn what_only_looks_like_a_value_is_none() {
    let mut wrong = String::new();
    for (tag, text, value) in NOT_READ {
        let facts = read(tag, text);
        if facts
            .iter()
            .any(|fact| fact.readings().any(|reading| short(reading) == *value))
        {
            wrong.push_str(&format!("{tag} {text}: {value} is read\n{}\n", shown(&facts)));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn how_much_a_word_says_depends_on_what_stands_beside_it() {
    for (tag, text, part, written) in [
        ("en", "They met in May.", "May", Written::Name),
        ("en", "They met as May said.", "May", Written::Words),
        ("en", "They met on Friday.", "Friday", Written::Name),
        ("en", "the Good Friday talks", "Friday", Written::Words),
        ("en", "the Sunday Times", "Sunday", Written::Words),
        ("en", "They left. Five agencies came.", "Five", Written::Count),
        ("fr", "cent personnes", "cent", Written::Words),
        ("fr", "des millions de personnes", "millions", Written::Loose),
        ("zh", "十几人", "十", Written::Loose),
        ("zh", "数百人", "百", Written::Loose),
        ("zh", "十人", "十", Written::Words),
    ] {
        let facts = read(tag, text);
        let found = facts.iter().find(|fact| fact.surface == part).map(|fact| fact.written);
        assert_eq!(found, Some(written), "{text}\n{}", shown(&facts));
    }
}

#[test]
fn what_is_counted_stands_before_or_behind() {
    let (percent, dollar) = (Some(Unit::Percent), Some(Unit::Money("dollar")));
    for (tag, text, part, unit) in [
        ("tr", "%20", "20", percent),
        ("zh", "百分之5", "5", percent),
        ("en", "4-1/4 per cent", "4-1/4", percent),
        ("en", "10, 12 and 15%", "10", percent),
        ("en", "10 people and 15%", "10", None),
        ("en", "$5 million", "5 million", dollar),
        ("fr", "5 millions de dollars", "5 millions", dollar),
        ("en", "a 5-dollar bill", "5", dollar),
        ("en", "5 agencies", "5", None),
    ] {
        let facts = read(tag, text);
        let found = facts.iter().find(|fact| fact.surface == part).map(|fact| fact.unit);
        assert_eq!(found, Some(unit), "{text}\n{}", shown(&facts));
    }
}

const ENGLISH: [&str; 20] = [
    "",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const ENGLISH_TENS: [&str; 10] = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];
const FRENCH: [&str; 17] = [
    "", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize",
];
const FRENCH_TENS: [&str; 7] = ["", "dix", "vingt", "trente", "quarante", "cinquante", "soixante"];

/// The words of a whole number below a million, with what stands between the parts.
fn joined(parts: [String; 2], between: &str) -> String {
    let parts = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
    parts.join(between)
}

fn english(n: usize) -> String {
    match n {
        0..20 => ENGLISH[n].to_owned(),
        20..100 => joined([ENGLISH_TENS[n / 10].to_owned(), english(n % 10)], "-"),
        100..1_000 => joined([format!("{} hundred", english(n / 100)), english(n % 100)], " and "),
        // `a thousand and one`: without the joiner a one behind a scale is an article (`a thousand a year`).
        _ => {
            let between = if n % 1_000 < 100 { " and " } else { " " };
            joined(
                [format!("{} thousand", english(n / 1_000)), english(n % 1_000)],
                between,
            )
        }
    }
}

fn french(n: usize) -> String {
    match n {
        0..17 => FRENCH[n].to_owned(),
        21 | 31 | 41 | 51 | 61 => format!("{} et un", FRENCH_TENS[n / 10]),
        71 => "soixante et onze".to_owned(),
        17..70 => joined([FRENCH_TENS[n / 10].to_owned(), french(n % 10)], "-"),
        70..80 => format!("soixante-{}", french(n - 60)),
        80 => "quatre-vingts".to_owned(),
        81..100 => format!("quatre-vingt-{}", french(n - 80)),
        100..200 => joined(["cent".to_owned(), french(n % 100)], " "),
        200..1_000 if n.is_multiple_of(100) => format!("{} cents", french(n / 100)),
        200..1_000 => format!("{} cent {}", french(n / 100), french(n % 100)),
        1_000..2_000 => joined(["mille".to_owned(), french(n % 1_000)], " "),
        _ => joined(
            [
                format!("{} mille", french(n / 1_000).replace("cents", "cent")),
                french(n % 1_000),
            ],
            " ",
        ),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_spelled_number_is_the_number(n in prop_oneof![2usize..1_000, 2usize..1_000_000]) {
        for (tag, text) in [("en", english(n)), ("fr", french(n))] {
            let facts = read(tag, &text);
            let whole = facts.iter().find(|fact| fact.surface == text);
            prop_assert_eq!(whole.map(|fact| short(&fact.value)), Some(n.to_string()), "{}\n{}", text, shown(&facts));
        }
    }
}

#[test]
fn french_ordinals_are_made_of_their_cardinals() {
    for (word, n) in [
        ("deuxième", 2),
        ("troisième", 3),
        ("quatrième", 4),
        ("cinquième", 5),
        ("sixième", 6),
        ("septième", 7),
        ("huitième", 8),
        ("neuvième", 9),
        ("dixième", 10),
        ("onzième", 11),
        ("douzième", 12),
        ("treizième", 13),
        ("quatorzième", 14),
        ("quinzième", 15),
        ("seizième", 16),
        ("vingtième", 20),
        ("trentième", 30),
        ("quarantième", 40),
        ("cinquantième", 50),
        ("soixantième", 60),
        ("septantième", 70),
        ("nonantième", 90),
        ("centième", 100),
        ("millième", 1000),
    ] {
        let facts = read("fr", &format!("la {word} session"));
        assert!(
            facts
                .iter()
                .any(|fact| fact.readings().any(|v| short(v) == n.to_string())),
            "{word}"
        );
    }
    for (word, n) in [("vigésimo", 20), ("vigesimoquinto", 25), ("trigésima", 30)] {
        let facts = read("es", &format!("{word} período"));
        assert!(
            facts
                .iter()
                .any(|fact| fact.readings().any(|v| short(v) == n.to_string())),
            "{word}"
        );
    }
}

//! Each rule fires at the right place, and keeps silent about what looks alike.

use crate::check::mend::mend;
use crate::check::{Spotted, bidi, date, deception, email, invisible, length, number, punctuation, same, spacing};
use crate::locale::Locale;
use crate::release::inline;

type Check = fn(&str, &str, &Locale) -> Vec<Spotted>;

/// A rule, a locale, the English, the translation, and what is spotted in it.
type Case = (Check, &'static str, &'static str, &'static str, &'static [&'static str]);

const CASES: &[Case] = &[
    (number::check, "fr", "up 12.5 per cent", "hausse de 21,5 %", &["21,5"]),
    (number::check, "fr", "up 12.5 per cent", "hausse de 12,5 %", &[]),
    (number::check, "fr", "5 and 6", "5 et 6 et 7", &["7"]),
    (number::check, "fr", "see `v1.2`[^3]", "voir `v1.2`[^3]", &[]),
    (number::check, "fr", "[see](/news/2018)", "[voir](/news/2018)", &[]),
    (date::check, "fr", "on 25 May", "le 26 mai", &["26 mai"]),
    (date::check, "zh", "on 25 May", "5月25日", &[]),
    (date::check, "fr", "Ms. May spoke", "Mme May a pris la parole", &[]),
    (
        email::check,
        "es",
        "write to a@b.example",
        "escriba a c@b.example",
        &["c@b.example"],
    ),
    (email::check, "es", "write to A@b.example", "escriba a a@b.example", &[]),
    (
        punctuation::check,
        "fr",
        "It was founded by Acme Corp.",
        "Elle a été fondée par Acme",
        &[],
    ),
    (bidi::check, "ar", "x", "\u{202E}سلام", &["\u{202E}"]),
    (bidi::check, "ar", "x", "\u{2067}سلام", &["\u{2067}"]),
    (bidi::check, "ar", "x", "سلام\u{2069}", &["\u{2069}"]),
    (bidi::check, "ar", "x", "\u{2067}سلام\u{2069} \u{200F}(\u{200E}UN)", &[]),
    (invisible::check, "fr", "x", "pro\u{200B}gramme", &["\u{200B}"]),
    (invisible::check, "fr", "x", "a\u{7}b\u{85}", &["\u{7}", "\u{85}"]),
    (invisible::check, "fr", "x", "x\u{E0041}", &["\u{E0041}"]),
    (invisible::check, "fa", "x", "می\u{200C}خواهم", &[]),
    (invisible::check, "hi", "x", "क\u{94D}\u{200D}ष", &[]),
    (
        invisible::check,
        "fr",
        "x",
        "👩\u{200D}🚀 ❤\u{FE0F} 🏴\u{E0067}\u{E0062}\u{E007F}",
        &[],
    ),
    (invisible::check, "fr", "x", "pro\u{200D}gramme", &["\u{200D}"]),
    (invisible::check, "ru", "x", "жyрнал", &["жyрнал"]),
    (
        invisible::check,
        "ru",
        "x",
        "IT-компания, COVID-19, μm, Δt, PDF-файл",
        &[],
    ),
    (punctuation::check, "fr", "It's.", "C'est l’été.", &["'"]),
    (punctuation::check, "fr", "“Yes.”", "\"Oui.\"", &["\"", "\""]),
    (punctuation::check, "fr", "Why?", "Pourquoi.", &["."]),
    (punctuation::check, "fr", "Background", "Contexte.", &["."]),
    (punctuation::check, "fr", "It closes at 5 p.m.", "Fermeture à 17 h", &[]),
    (punctuation::check, "ru", "In 2018", "В 2018 г.", &[]),
    (punctuation::check, "es", "Why? Stop!", "¿Por qué? ¡Basta!", &[]),
    (punctuation::check, "es", "Why?", "Por qué?", &["?"]),
    (punctuation::check, "es", "What!?", "¿¡Qué!?", &[]),
    (punctuation::check, "es", "(?)", "(?)", &[]),
    (punctuation::check, "zh", "Yes, no.", "是,否.", &[",", "."]),
    (
        punctuation::check,
        "zh",
        "x 1,250 at 17:30 (2017).",
        "第2396(2017)号，1,250人，17:30，3.5。",
        &[],
    ),
    (
        punctuation::check,
        "zh",
        "The WHO (Geneva).",
        "世卫组织(日内瓦)。",
        &["(", ")"],
    ),
    (punctuation::check, "ar", "Yes, no?", "نعم, لا?", &[",", "?"]),
    (
        punctuation::check,
        "ar",
        "1,250 of Smith, John",
        "1,250 من Smith, John",
        &[],
    ),
    (punctuation::check, "ar", "G77 x", "الـ77 بـ«سلام» 1439 هـ", &[]),
    (punctuation::check, "ar", "Bread", "الخبـــز", &["ـــ"]),
    (punctuation::check, "ru", "“Yes.”", "«Он сказал: „Да“.»", &[]),
    (spacing::check, "fr", "Why?", "Pourquoi ?", &[" "]),
    (spacing::check, "fr", "Why?", "Pourquoi?", &["?"]),
    (
        spacing::check,
        "fr",
        "a: b",
        "a\u{A0}: b\u{202F}; «\u{A0}c\u{A0}» à 17:30 &amp; (?)",
        &[],
    ),
    (spacing::check, "fr", "x", "voir https://a.example/?b=c; ici", &[]),
    (spacing::check, "fr-CA", "Why?", "Pourquoi?", &[]),
    (
        spacing::check,
        "fr",
        "Mr. Dupont",
        "M. Dupont et Mme\u{A0}Martin",
        &[" "],
    ),
    (spacing::check, "fr", "Paul M. Dupont", "Jean Paul M. Dupont", &[]),
    (spacing::check, "ru", "Mr. Ivanov", "г-н Иванов", &[" "]),
    (spacing::check, "es", "Hello , you", "Hola , usted", &[" "]),
    (spacing::check, "es", "a  b", " a  b ", &[" ", " ", "  "]),
    (spacing::check, "zh", "a", "中国 人 UN 的", &[" "]),
    (same::check, "fr", "Press release", "Press release", &["Press release"]),
    (same::check, "fr", "INTERPOL", "INTERPOL", &[]),
    (same::check, "fr", "Jürgen Stock", "Jürgen Stock", &[]),
    (same::check, "fr", "Information", "Information", &[]),
    (same::check, "ru", "Information", "Information", &["Information"]),
    (
        same::check,
        "zh",
        "https://www.example.org/a",
        "https://www.example.org/a",
        &[],
    ),
    (same::check, "zh", "+41 22 917 1234, 2018", "+41 22 917 1234, 2018", &[]),
    (
        length::check,
        "fr",
        "The Council adopted the text by consensus on the last day of its session.",
        "Le Conseil.",
        &["Le Conseil."],
    ),
    (
        length::check,
        "zh",
        "The Council adopted the text by consensus on the last day of its session.",
        "理事会在会议最后一天以协商一致方式通过了案文。",
        &[],
    ),
];

#[test]
fn a_rule_fires_at_the_right_place_and_not_at_a_look_alike() {
    let failed = CASES.iter().filter_map(|(check, tag, english, translation, expected)| {
        let locale = Locale::new(tag).unwrap();
        let mut found: Vec<&str> = check(english, translation, &locale)
            .iter()
            .map(|s| &translation[s.span.clone()])
            .collect();
        let mut expected = expected.to_vec();
        found.sort_unstable();
        expected.sort_unstable();
        (found != expected).then(|| format!("{tag} {translation:?}: {found:?}, not {expected:?}"))
    });
    let failed: Vec<String> = failed.collect();
    assert!(failed.is_empty(), "{failed:#?}");
}

#[test]
fn what_is_mechanical_is_mended_and_stays_mended() {
    let cases: [(Check, &str, &str, &str, &str); 9] = [
        (
            spacing::check,
            "fr",
            "Why?",
            "Pourquoi ? Oui!",
            "Pourquoi\u{202F}? Oui\u{202F}!",
        ),
        (
            spacing::check,
            "fr",
            "x",
            "«Oui» : M. Dupont",
            "«\u{A0}Oui\u{A0}»\u{A0}: M.\u{A0}Dupont",
        ),
        (punctuation::check, "fr", "x", "\"C'est ça\"", "«\u{A0}C’est ça\u{A0}»"),
        (punctuation::check, "ru", "x", "\"Да\"", "«Да»"),
        (punctuation::check, "zh", "x", "是,否(也许)\"好\"", "是，否（也许）“好”"),
        (punctuation::check, "ar", "x?", "نعم, لاـا?", "نعم، لاا؟"),
        (spacing::check, "es", "x", " a  b , c ", "a b, c"),
        (invisible::check, "fr", "x", "pro\u{200B}gramme", "programme"),
        (bidi::check, "ar", "x", "\u{202E}سلام\u{202C}", "سلام"),
    ];
    for (check, tag, english, text, mended) in cases {
        let locale = Locale::new(tag).unwrap();
        let result = mend(text, &check(english, text, &locale));
        assert_eq!(result, mended, "{tag}");
        assert_eq!(mend(&result, &check(english, &result, &locale)), result, "{tag}");
    }
}

#[test]
fn a_link_must_go_where_it_says() {
    let read = |text: &str| inline::parse(text).unwrap();
    let found = |english: &str, text: &str| deception::check(&read(english), &read(text), text).len();
    assert_eq!(found("x", "[www.un.org](https://evil.example)"), 1);
    assert_eq!(found("x", "[https://un.org](https://un.org@evil.example)"), 1);
    assert_eq!(found("x", "[a@b.example](mailto:c@b.example)"), 1);
    assert_eq!(
        found(
            "x",
            "[www.un.org](https://un.org/fr/) [le site](https://a.example) [a@b.example](mailto:A@b.example)"
        ),
        0
    );
    assert_eq!(found("[un.org](https://t.example)", "[un.org](https://t.example)"), 0);
    for (label, others) in [
        ("www.un.org/terror", 1),
        ("www.un.org/a/b?to=x", 1),
        ("https://www.un.org/evil/a", 1),
        ("www.un.org/a", 0),
        ("https://un.org/a/", 0),
        ("www.un.org/", 0),
        ("and/or", 0),
    ] {
        assert_eq!(
            found("x", &format!("[{label}](https://www.un.org/a/b#c)")),
            others,
            "{label}"
        );
    }
    // A label that the English has as well is nobody's lie; where it may lead, the structure says.
    assert_eq!(
        found("[un.org/en](https://un.org/en)", "[un.org/en](https://un.org/fr)"),
        0
    );
}

mod glossary {
    use crate::catalog::parse;
    use crate::catalog::terms::Terms;
    use crate::check::glossary::Glossary;
    use crate::diagnostic::Source;

    fn terms(text: &str) -> Terms {
        Terms::from_catalogs(&[&parse::parse(Source::new("glossary.ftl", text)).0])
    }

    fn found(english: &str, locale: &str, source: &str, translation: &str) -> usize {
        Glossary::new(&terms(english), &terms(locale))
            .check(source, translation)
            .len()
    }

    #[test]
    fn a_term_is_found_in_all_its_forms() {
        let english = "-general-assembly = General Assembly\n-member-state = Member State\n-assembly = Assembly\n";
        let russian = "-general-assembly = Генеральная Ассамблея\n    .forbidden = Генассамблея\n-member-state = государство-член\n    .forms = государства-члены | государств-членов\n-assembly = Собрание\n";
        for right in [
            "На Генеральной Ассамблее",
            "Генеральную\u{A0}Ассамблею",
            "Генеральная Ассамблея",
        ] {
            assert_eq!(found(english, russian, "the General Assembly", right), 0, "{right}");
        }
        assert_eq!(found(english, russian, "the General Assembly", "на заседании"), 1);
        assert_eq!(
            found(
                english,
                russian,
                "the General Assembly",
                "Генассамблея, то есть Генеральная Ассамблея"
            ),
            1
        );
        assert_eq!(found(english, russian, "Member States", "государств-членов"), 0);
        assert_eq!(found(english, russian, "Member States", "государствам"), 1);
        assert_eq!(found(english, russian, "Member Statesman", "деятель"), 0);
    }

    #[test]
    fn variants_and_stems_count() {
        let english = "-un = United Nations\n";
        let arabic = "-un = الأمم المتحدة\n";
        assert_eq!(found(english, arabic, "the United Nations", "وللأمم المتحدة"), 0);
        let russian = "-un = { $case ->\n   *[nominative] Организация Объединенных Наций\n    [genitive] Организации Объединенных Наций\n }\n    .forms = ООН\n";
        assert_eq!(
            found(
                english,
                russian,
                "the United Nations’ work",
                "работа Организации Объединённых Наций"
            ),
            0
        );
        assert_eq!(found(english, russian, "United Nations", "в ООН"), 0);
        assert_eq!(found(english, russian, "United Nations", "в Лиге Наций"), 1);
    }
}

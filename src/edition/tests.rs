//! What the state of a unit, its waivers and its places follow from.

use crate::catalog::parse::parse;
use crate::catalog::quote::Quote;
use crate::catalog::text::literal_text;
use crate::diagnostic::{Diagnostic, Place, Source};
use crate::edition::{Edition, Form, State, Unit, Wanted, Work};
use crate::locale::Locale;
use crate::names::{SegmentId, Slug};
use crate::release::inline::Text;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The edition of a release whose French catalog is `text`; the English of its only segment, `a`, is given.
pub(crate) fn edition(form: Form, english: &str, text: Option<&str>) -> Edition {
    let path = "locales/fr/releases/talks.ftl";
    let catalog = text.map(|text| parse(Source::new(path, text)).0);
    let id = SegmentId::new("a").unwrap();
    let message = catalog.as_ref().and_then(|catalog| catalog.message(&id)).cloned();
    let quote = match (&catalog, &message) {
        (Some(catalog), Some(message)) => Quote::of(catalog, message, "en"),
        _ => Quote::default(),
    };
    let value = message.as_ref().and_then(|message| message.value.as_ref());
    let unit = Unit {
        form,
        wanted: Arc::new(Wanted {
            id,
            is_term: false,
            english: english.to_owned().into(),
            equivalents: vec!["The talks started.".to_owned()],
            note: None,
            place: Source::new("releases/talks.md", english).place(0..0),
        }),
        quote,
        text: value.and_then(literal_text).map(Text::from),
        message: message.map(Arc::new),
        terms: Vec::new(),
        problems: Vec::new(),
    };
    Edition {
        work: Work::Release(Slug::new("talks").unwrap()),
        locale: Locale::new("fr").unwrap(),
        units: vec![unit],
        obsolete: Vec::new(),
        catalog,
        told: Vec::new(),
        source: "en".to_owned(),
        counterparts: BTreeMap::new(),
    }
}

#[test]
fn only_what_was_made_from_the_english_of_today_is_fresh() {
    use Form::{Fluent, Markdown};
    use State::{Draft, Fresh, Missing, Stale, Unverified};
    let cases = [
        (Markdown, None, Missing, false),
        (Markdown, Some(""), Missing, false),
        (Markdown, Some("# en: Talks began.\na = { \"\" }\n"), Missing, false),
        (Markdown, Some("# en: Talks began.\na = { \" \" }\n"), Missing, false),
        (
            Markdown,
            Some("# DRAFT from b\n# en: Talks began.\na = x\n"),
            Draft,
            false,
        ),
        (Markdown, Some("a = x\n"), Unverified, false),
        (Markdown, Some("# en: Talks began.\na = x\n"), Fresh, false),
        (Markdown, Some("# en: Talks  began.\na = x\n"), Fresh, false),
        (Markdown, Some("# en: Talks ended.\na = x\n"), Stale, false),
        (Markdown, Some("# en: The talks started.\na = x\n"), Fresh, true),
        (Fluent, Some("# en: Talks  began.\na = x\n"), Fresh, false),
        (Fluent, Some("# en: Talks ended.\na = x\n"), Stale, false),
        (Fluent, Some("# en: The talks started.\na = x\n"), Fresh, true),
    ];
    for (form, catalog, state, is_by_declaration) in cases {
        let edition = edition(form, "Talks began.", catalog);
        let unit = &edition.units[0];
        assert_eq!(unit.state(), state, "{catalog:?}");
        assert_eq!(unit.is_fresh_by_declaration(), is_by_declaration, "{catalog:?}");
    }
    let words = [Fresh, Stale, Draft, Unverified, Missing].map(State::as_str);
    assert_eq!(words, ["fresh", "stale", "draft", "unverified", "missing"]);
}

#[test]
fn a_note_waives_the_rules_it_names_and_no_others() {
    let text = "# pressroom: allow link — another page\n# pressroom: allow markup\n# pressroom: allow date, of old\n\
        # pressroom: allow length: short\n# pressroom: allow same–so\n# allow number\n# see pressroom: allow email\na = x\n";
    let edition = edition(Form::Markdown, "x", Some(text));
    let unit = &edition.units[0];
    let waived: Vec<(&str, &str)> = unit.waivers().map(|(name, span)| (name, &text[span])).collect();
    let names: Vec<&str> = waived.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, ["link", "markup", "date", "length", "same"]);
    assert_eq!(waived[1].1, "# pressroom: allow markup\n");
    assert!(names.iter().all(|name| unit.waives(name)));
    assert!(["number", "email", "lin", ""].iter().all(|name| !unit.waives(name)));
}

#[test]
fn a_work_has_a_name_and_a_path() {
    let locale = Locale::new("fr").unwrap();
    for (work, name, path) in [
        (Work::Site, "site", "locales/fr/site.ftl"),
        (Work::Glossary, "glossary", "locales/fr/glossary.ftl"),
        (
            Work::Release(Slug::new("talks").unwrap()),
            "talks",
            "locales/fr/releases/talks.ftl",
        ),
    ] {
        assert_eq!((work.name(), work.path(&locale).as_str()), (name, path));
    }
    assert_eq!(
        edition(Form::Markdown, "x", None).path(),
        "locales/fr/releases/talks.ftl"
    );
}

#[test]
fn an_error_makes_the_whole_file_untrusted_and_a_warning_does_not() {
    let mut edition = edition(Form::Markdown, "x", None);
    assert!(!edition.is_broken());
    edition.told.push(Diagnostic::warning("syntax", "odd"));
    assert!(!edition.is_broken());
    edition.told.push(Diagnostic::error("syntax", "wrong"));
    assert!(edition.is_broken());
}

#[test]
fn a_translation_is_found_where_it_stands_or_would_stand() {
    let at = |place: Place| (place.path, place.line, place.column);
    let file = || "locales/fr/releases/talks.ftl".to_owned();
    for (text, place, value) in [
        (Some("# en: x\na = y\n"), (2, 1), (2, 5)),
        (Some("a =\n    .b = y\n"), (1, 1), (1, 1)),
        (Some("b = y\n"), (2, 1), (2, 1)),
        (None, (1, 1), (1, 1)),
    ] {
        let edition = edition(Form::Markdown, "x", text);
        let unit = &edition.units[0];
        assert_eq!(at(edition.place(unit)), (file(), place.0, place.1), "{text:?}");
        assert_eq!(at(edition.value_place(unit)), (file(), value.0, value.1), "{text:?}");
    }
}

#[test]
fn the_english_that_a_message_quotes() {
    for (text, quoted) in [("# en: Talks ended.\na = y\n", "Talks ended."), ("a = y\n", "")] {
        let edition = edition(Form::Markdown, "Talks began.", Some(text));
        let message = edition.units[0].message.as_ref().unwrap();
        assert_eq!(edition.quoted(message), quoted);
    }
}

#[test]
fn an_address_may_be_the_counterpart_and_the_longest_beginning_wins() {
    let english = "See [a](https://a.example/en/news).";
    for (target, is_same) in [
        ("https://a.example/en/news", true),
        ("https://a.example/fr/nouvelles", true),
        ("https://a.example/fr/news", false),
        ("https://b.example/en/news", false),
        ("https://c.example", false),
    ] {
        let text = format!("a = Voir [a]({target}).\n");
        let mut edition = edition(Form::Markdown, english, Some(&text));
        for (there, here) in [
            ("https://a.example/en/", "https://a.example/fr/"),
            ("https://a.example/en/news", "https://a.example/fr/nouvelles"),
            ("https://a.example/", "https://b.example/"),
            ("https://z.example/", "https://c.example"),
        ] {
            edition.counterparts.insert(there.to_owned(), here.to_owned());
        }
        let found = edition.structure(&edition.units[0]).unwrap();
        assert_eq!(found.is_empty(), is_same, "{target}: {found:?}");
    }
    let edition = edition(Form::Markdown, english, Some("a = { \"\" }\n"));
    assert!(edition.structure(&edition.units[0]).is_err());
}

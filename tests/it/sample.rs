//! The newsroom that lives in this repository: what a newcomer sees first has to be right in every language.

use crate::support::Newsroom;
use pressroom::catalog::parse::parse;
use pressroom::catalog::quote::{Quote, english_of};
use pressroom::catalog::resolve::resolve;
use pressroom::catalog::terms::Terms;
use pressroom::catalog::text::literal_text;
use pressroom::catalog::{Catalog, Message};
use pressroom::diagnostic::Source;
use pressroom::facts::compare::compare;
use pressroom::facts::extract;
use pressroom::locale::Locale;
use pressroom::locale::format::Day;
use pressroom::names::Slug;
use pressroom::release::{inline, structure};
use pressroom::render::strings::{Args, SiteFile, Strings};

const LOCALES: [&str; 6] = ["en", "fr", "es", "ru", "zh", "ar"];
const RELEASE: &str = "releases/2018/eu-un-counter-terrorism-dialogue";

fn read(path: &str) -> String {
    std::fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn strings(tag: &str) -> Strings {
    let site = |tag: &str| SiteFile {
        path: format!("locales/{tag}/site.ftl"),
        text: read(&format!("locales/{tag}/site.ftl")),
        ..SiteFile::default()
    };
    let formatting = if tag == "en" { "en-GB" } else { tag };
    let (locale, formatting) = (Locale::new(tag).unwrap(), Locale::new(formatting).unwrap());
    let (strings, diagnostics) = Strings::new(locale, formatting, &site(tag), &site("en"));
    assert_eq!(diagnostics, [], "{tag}");
    strings
}

#[test]
fn every_locale_has_every_string() {
    for tag in LOCALES {
        assert_eq!(strings(tag).missing(), Vec::<&str>::new(), "{tag}");
    }
}

#[test]
fn every_language_has_its_own_dateline() {
    let expected = [
        ("en", "BRUSSELS", "Brussels", "Office", "BRUSSELS, 25 May (Office) — "),
        (
            "fr",
            "BRUXELLES",
            "Bruxelles",
            "Bureau",
            "BRUXELLES, 25 mai (Bureau) — ",
        ),
        (
            "es",
            "BRUSELAS",
            "Bruselas",
            "Oficina",
            "BRUSELAS, 25 de mayo (Oficina) — ",
        ),
        (
            "ru",
            "БРЮССЕЛЬ",
            "Брюссель",
            "Управление",
            "БРЮССЕЛЬ, 25 мая (Управление)\u{a0}— ",
        ),
        ("zh", "布鲁塞尔", "布鲁塞尔", "办公室", "布鲁塞尔，5月25日（办公室）——"),
        ("ar", "بروكسل", "بروكسل", "المكتب", "بروكسل، 25 أيار/مايو (المكتب) — "),
    ];
    for (tag, capitals, place, issuer, line) in expected {
        let args = Args::none()
            .day(Day::new(2018, 5, 25).unwrap())
            .text("PLACE", capitals)
            .text("place", place)
            .text("issuer", issuer);
        assert_eq!(strings(tag).get("dateline", &args).unwrap(), line);
    }
}

#[test]
fn dates_are_written_as_the_united_nations_write_them() {
    let expected = [
        ("en", "25 May 2018", "12:00 (UTC+2), 25 May 2018"),
        ("fr", "25 mai 2018", "25 mai 2018 à 12:00 (UTC+2)"),
        ("es", "25 de mayo de 2018", "25 de mayo de 2018, 12:00 (UTC+2)"),
        ("ru", "25 мая 2018\u{a0}года", "12:00 (UTC+2) 25 мая 2018\u{a0}года"),
        ("zh", "2018年5月25日", "2018年5月25日12:00（UTC+2）"),
        ("ar", "25 أيار/مايو 2018", "25 أيار/مايو 2018، الساعة 12:00 (UTC+2)"),
    ];
    for (tag, day, moment) in expected {
        let args = Args::none()
            .day(Day::new(2018, 5, 25).unwrap())
            .text("time", "12:00")
            .text("zone", "UTC+2");
        assert_eq!(strings(tag).get("date-long", &args).unwrap(), day);
        assert_eq!(strings(tag).get("date-time", &args).unwrap(), moment);
    }
    let july = Args::none().day(Day::new(2018, 7, 1).unwrap());
    assert_eq!(strings("fr").get("date-long", &july).unwrap(), "1er juillet 2018");
    let ar = strings("ar");
    assert_eq!(ar.get("date-long", &july).unwrap(), "1 تموز/يوليه 2018");
}

#[test]
fn a_number_of_releases_takes_the_form_of_its_language() {
    let expected: [(&str, usize, &str); 14] = [
        ("en", 1, "1 press release"),
        ("fr", 0, "0 communiqué de presse"),
        ("fr", 1_000_000, "1\u{202f}000\u{202f}000 de communiqués de presse"),
        ("es", 2, "2 comunicados de prensa"),
        ("ru", 1, "1 пресс-релиз"),
        ("ru", 2, "2 пресс-релиза"),
        ("ru", 11, "11 пресс-релизов"),
        ("ru", 21, "21 пресс-релиз"),
        ("zh", 3, "3篇新闻稿"),
        ("ar", 0, "لا توجد بيانات صحفية"),
        ("ar", 2, "بيانان صحفيان"),
        ("ar", 3, "3 بيانات صحفية"),
        ("ar", 11, "11 بيانا صحفيا"),
        ("ar", 100, "100 بيان صحفي"),
    ];
    for (tag, count, text) in expected {
        let args = Args::none().count("count", count);
        assert_eq!(strings(tag).get("releases-count", &args).unwrap(), text);
    }
}

#[test]
fn the_source_catalog_says_what_the_release_says() {
    let path = format!("{RELEASE}.md");
    let slug = Slug::new(RELEASE.strip_prefix("releases/").unwrap()).unwrap();
    let (release, diagnostics) = pressroom::release::parse(Source::new(&path, read(&path)), slug);
    assert_eq!(diagnostics, []);
    let catalog = catalog("en", RELEASE);
    let written = catalog.messages().map(|message| literal_text(message.value.as_ref()?));
    let read = release
        .document
        .segments
        .iter()
        .map(|segment| Some(segment.text.clone()));
    assert_eq!(written.collect::<Vec<_>>(), read.collect::<Vec<_>>());
}

#[test]
fn every_file_reads_and_has_the_messages_of_the_source_in_its_order() {
    for name in [RELEASE, "glossary", "site"] {
        let ids = |tag: &str| catalog(tag, name).messages().map(Message::key).collect::<Vec<_>>();
        for tag in LOCALES {
            assert_eq!(ids(tag), ids("en"), "{tag} {name}");
        }
    }
}

#[test]
fn every_translation_was_made_from_the_present_english() {
    for name in [RELEASE, "glossary", "site"] {
        let english = catalog("en", name);
        for tag in &LOCALES[1..] {
            let translated = catalog(tag, name);
            for (source, message) in english.messages().zip(translated.messages()) {
                let made_from = Quote::of(&translated, message, "en").made_from;
                assert_eq!(made_from, Some(english_of(&english, source)), "{tag} {name}");
            }
        }
    }
}

#[test]
fn every_translation_keeps_the_facts_and_the_structure_of_its_english() {
    let mut found = Vec::new();
    let english = catalog("en", RELEASE);
    for tag in &LOCALES[1..] {
        let locale = Locale::new(tag).unwrap();
        let (glossary, translated) = (catalog(tag, "glossary"), catalog(tag, RELEASE));
        let terms = Terms::from_catalogs(&[&glossary]);
        for (source, message) in english.messages().zip(translated.messages()) {
            let source = literal_text(source.value.as_ref().unwrap()).unwrap();
            let resolved = resolve(message.value.as_ref().unwrap(), &terms);
            assert_eq!(resolved.problems, [], "{tag} {}", message.key());
            let [there, here] = [&source, &resolved.text].map(|text| inline::parse(text).unwrap());
            for difference in structure::compare(&there, &here) {
                found.push(format!("{tag} {}: {difference:?}", message.key()));
            }
            let facts = extract(&source, &Locale::new("en").unwrap());
            for mismatch in compare(&facts, &extract(&resolved.text, &locale)) {
                found.push(format!("{tag} {}: {}", message.key(), mismatch.message));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_program_finds_nothing_to_say_about_it_and_publishes_all_of_it() {
    let newsroom = newsroom();
    let before = newsroom.tree("");
    newsroom.run(&["extract", "--check"]).done();
    newsroom.run(&["check", "--fail-on", "warning"]).done();
    assert_eq!(newsroom.tree(""), before);
    newsroom.run(&["build"]).done();
    let slug = RELEASE.strip_prefix("releases/").unwrap();
    for tag in LOCALES {
        for ending in ["html", "txt"] {
            assert!(
                newsroom.read(&format!("public/{tag}/{slug}.{ending}")).is_some(),
                "{tag} {ending}"
            );
        }
    }
}

#[test]
fn one_corrected_date_makes_one_sentence_stale_in_every_locale_and_no_other() {
    let newsroom = newsroom();
    let path = format!("{RELEASE}.md");
    let corrected = read(&path).replace("in Brussels on 25 May,", "in Brussels on 26 May,");
    newsroom.write(&path, &corrected);
    newsroom.run(&["extract"]).done();
    let report = newsroom.run(&["check", "--format", "json"]).ended(1).stdout;
    let report: serde_json::Value = serde_json::from_str(&report).unwrap();
    let findings = report["findings"].as_array().unwrap().iter();
    // The dates now differ, too; that is told as well, of the same sentence.
    let stale: Vec<_> = findings
        .filter(|f| f["rule"] != "date" || f["id"] != "meeting-took-place-brussels")
        .map(|f| (f["rule"].as_str(), f["locale"].as_str(), f["id"].as_str()))
        .collect();
    let expected =
        ["ar", "es", "fr", "ru", "zh"].map(|tag| (Some("stale"), Some(tag), Some("meeting-took-place-brussels")));
    assert_eq!(stale, expected);
}

/// A copy of the newsroom, without what else the repository holds.
pub(crate) fn newsroom() -> Newsroom {
    let newsroom = Newsroom::empty();
    newsroom.write("pressroom.toml", &read("pressroom.toml"));
    for folder in ["releases", "locales"] {
        for (path, content) in Newsroom::copy_of(folder).tree("") {
            newsroom.write(&format!("{folder}/{path}"), &String::from_utf8(content).unwrap());
        }
    }
    newsroom
}

fn catalog(tag: &str, name: &str) -> Catalog {
    let path = format!("locales/{tag}/{name}.ftl");
    let (catalog, diagnostics) = parse(Source::new(&path, read(&path)));
    assert_eq!(diagnostics, [], "{path}");
    catalog
}

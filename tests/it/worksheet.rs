//! The sample newsroom's files are up to date: bringing them up to date again changes no byte of them.

use pressroom::catalog::parse::parse;
use pressroom::catalog::quote::english_of;
use pressroom::catalog::source::SourceCatalog;
use pressroom::catalog::{Catalog, guard};
use pressroom::worksheet::{Rules, Wanted, update};
use std::path::Path;

fn read(path: &str) -> Catalog {
    let bytes = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
    let (catalog, diagnostics) = parse(guard::decode(path, &bytes).unwrap().0);
    assert_eq!(diagnostics, [], "{path}");
    catalog
}

fn hand_written(english: &Catalog) -> Vec<Wanted> {
    let wanted = |message: &pressroom::catalog::Message| Wanted {
        id: message.id.clone(),
        is_term: message.is_term,
        english: english_of(english, message),
        note: None,
        minor: Vec::new(),
        draft: None,
    };
    english.messages().map(wanted).collect()
}

fn generated(english: &Catalog) -> Vec<Wanted> {
    let (source, diagnostics) = SourceCatalog::read(english);
    assert_eq!(diagnostics, []);
    let wanted = |entry: pressroom::catalog::source::SourceEntry| Wanted {
        id: entry.id,
        is_term: false,
        english: entry.text,
        note: entry.note,
        minor: entry.minor.into_iter().map(|minor| minor.text).collect(),
        draft: None,
    };
    source.entries.into_iter().map(wanted).collect()
}

#[test]
fn the_sample_is_up_to_date() {
    for file in [
        "site.ftl",
        "glossary.ftl",
        "releases/2018/eu-un-counter-terrorism-dialogue.ftl",
    ] {
        let english = read(&format!("locales/en/{file}"));
        let (wanted, rules) = match file.starts_with("releases/") {
            true => (generated(&english), Rules::PROSE),
            false => (hand_written(&english), Rules::FLUENT),
        };
        for locale in ["ar", "es", "fr", "ru", "zh"] {
            let path = format!("locales/{locale}/{file}");
            let catalog = read(&path);
            let update = update(Some(&catalog), &wanted, &path, "en", rules).unwrap();
            assert_eq!(update.changes, [], "{path}");
            assert_eq!(update.text, catalog.source.text(), "{path}");
        }
    }
}

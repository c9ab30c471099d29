//! A locale's file that anybody wrote, brought up to date with any English: every translation and every note of a person is still there,
//! and doing it again changes nothing. What the source catalog takes in, it gives back.

use crate::properties::input::Input;
use pressroom::catalog::parse::parse;
use pressroom::catalog::quote::writable;
use pressroom::catalog::source::{How, Minor, Origin, SourceCatalog, SourceEntry};
use pressroom::catalog::{Catalog, Message};
use pressroom::diagnostic::Source;
use pressroom::names::{SegmentId, Slug};
use pressroom::worksheet::{Prefill, Rules, Wanted, update};

/// Input: the locale's file, then English texts; which message each is the English of, and what else is said of it.
pub(crate) fn holds(data: &[u8]) {
    let mut input = Input::new(data);
    let (file, texts) = (input.text(), input.texts());
    let (catalog, told) = parse(Source::new("fr.ftl", file.as_str()));
    let rules = if input.below(2) == 0 {
        Rules::PROSE
    } else {
        Rules::FLUENT
    };
    let wanted = wanted(&catalog, &texts, &mut input);
    let updated = update(Some(&catalog), &wanted, "fr.ftl", "en", rules);
    if let Some(first) = told.first() {
        let refused = updated.expect_err("a file with a fault is not brought up to date");
        assert_eq!(refused.message, first.message);
        return;
    }
    let updated = updated.unwrap_or_else(|told| panic!("{told:?}\n{file:?}\n{wanted:?}"));
    let now = read(&updated.text);
    for message in catalog.messages().filter(|message| !message.is_stub()) {
        let same = now.messages().find(|other| other.key() == message.key());
        let same = same.map(|same| body(&now, same));
        assert_eq!(same, Some(body(&catalog, message)), "{file:?}\n{:?}", updated.text);
    }
    for wanted in &wanted {
        let has = now
            .messages()
            .any(|message| message.id == wanted.id && message.is_term == wanted.is_term);
        assert!(has, "`{}` is missing from {:?}", wanted.id, updated.text);
    }
    let again = update(Some(&now), &wanted, "fr.ftl", "en", rules).expect("it was just written");
    assert_eq!(
        again.text, updated.text,
        "updating twice is not updating once\n{file:?}\n{wanted:?}"
    );
    assert_eq!(again.changes, [], "{:?}", updated.text);
    assert_comes_back(&texts, &mut input);
}

/// An English for each text, of a message of the file or a new one, each id once.
fn wanted(catalog: &Catalog, texts: &[String], input: &mut Input<'_>) -> Vec<Wanted> {
    let known: Vec<&Message> = catalog.messages().collect();
    let mut wanted: Vec<Wanted> = Vec::new();
    for (n, text) in texts.iter().enumerate() {
        let at = input.below(known.len() + 1);
        let (id, is_term) = match known.get(at) {
            Some(message) => (message.id.clone(), message.is_term),
            None => (SegmentId::new(&format!("new-{n}")).expect("it is an id"), false),
        };
        if wanted.iter().any(|other| other.id == id && other.is_term == is_term) {
            continue;
        }
        let also = input.below(16);
        let other = || texts[(n + 1) % texts.len()].clone();
        wanted.push(Wanted {
            id,
            is_term,
            english: text.clone(),
            note: (also & 1 != 0).then(other),
            minor: if also & 2 != 0 { vec![other()] } else { Vec::new() },
            draft: (also & 12 == 12).then(|| Prefill {
                text: other(),
                origin: format!("memory, from {}", other()),
            }),
        });
    }
    wanted
}

/// A source catalog with these texts, written and read.
fn assert_comes_back(texts: &[String], input: &mut Input<'_>) {
    let slug = Slug::new("2026/a").expect("it is a slug");
    let entries = texts.iter().enumerate().map(|(n, text)| {
        let also = input.below(8);
        SourceEntry {
            id: SegmentId::new(&format!("id-{n}")).expect("it is an id"),
            kind: "paragraph".to_owned(),
            note: (also & 1 != 0)
                .then(|| writable(text))
                .filter(|note| !note.starts_with(' ')),
            minor: if also & 2 != 0 {
                vec![Minor {
                    reason: "spelling".to_owned(),
                    text: writable(text),
                }]
            } else {
                Vec::new()
            },
            origin: (also & 4 != 0).then(|| Origin {
                how: [How::Moved, How::Split, How::Copy, How::Like][n % 4],
                release: slug.clone(),
                id: SegmentId::new("other").expect("it is an id"),
            }),
            text: text.clone(),
        }
    });
    let source = SourceCatalog {
        renamed_from: None,
        entries: entries.collect(),
    };
    let file = source.write(&slug);
    for file in [file.replace('\n', "\r\n"), file] {
        let (read, told) = SourceCatalog::read(&read(&file));
        assert_eq!((read, told), (source.clone(), Vec::new()), "{file:?}");
    }
}

fn read(text: &str) -> Catalog {
    let (catalog, told) = parse(Source::new("fr.ftl", text));
    assert_eq!(told, [], "{text:?}");
    catalog
}

fn body<'c>(catalog: &'c Catalog, message: &Message) -> &'c str {
    catalog
        .slice(message.id_span.start..message.span.end)
        .trim_end_matches(['\n', '\r', ' '])
}

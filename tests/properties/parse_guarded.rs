//! Whatever bytes stand in a file: it is read without a panic, nothing of it is dropped, and every fault has a place in it.

use crate::properties::input::Input;
use pressroom::catalog::parse::{MAX_TOLD, parse};
use pressroom::catalog::quote::Quote;
use pressroom::catalog::resolve::resolve;
use pressroom::catalog::source::SourceCatalog;
use pressroom::catalog::terms::Terms;
use pressroom::catalog::{Catalog, Entry, guard, merge};
use pressroom::diagnostic::{Diagnostic, Source};
use pressroom::locale::Locale;
use pressroom::names::Slug;
use pressroom::newsroom::config::Config;
use pressroom::newsroom::text;
use pressroom::release::canonical::same;
use pressroom::release::{self, Node, inline, structure};
use pressroom::report::{Format, Summary, render};
use pressroom::{align, facts};

/// Input: the bytes of a file; what kind of file it is. Merging takes three parts, comparing two.
pub(crate) fn holds(data: &[u8]) {
    let mut input = Input::new(data);
    let (bytes, second, third) = (input.bytes(), input.bytes(), input.bytes());
    match input.below(6) {
        0 => catalog(bytes),
        1 => markdown(bytes),
        2 => markdown(&[b"+++\n", bytes, b"\n+++\n\nText.\n"].concat()),
        3 => config(bytes),
        4 => texts(&String::from_utf8_lossy(bytes), &String::from_utf8_lossy(second)),
        _ => merged([bytes, second, third].map(|bytes| String::from_utf8_lossy(bytes).into_owned())),
    }
}

fn catalog(bytes: &[u8]) {
    let source = match guard::decode("a.ftl", bytes) {
        Ok((source, had_mark)) => {
            assert_eq!(guard::bytes(source.text(), had_mark), bytes);
            source
        }
        Err(told) => return assert_told(&[told], None),
    };
    let (catalog, told) = parse(source.clone());
    assert_told(&told, Some(&source));
    assert!(told.len() <= MAX_TOLD + 1);
    let has_junk = catalog.entries.iter().any(|entry| matches!(entry, Entry::Junk(_)));
    assert!(!has_junk || !told.is_empty(), "junk is told");
    assert_nothing_is_dropped(&catalog);
    let (_, told) = SourceCatalog::read(&catalog);
    assert_told(&told, Some(&source));
    let terms = Terms::from_catalogs(&[&catalog]);
    for message in catalog.messages() {
        Quote::of(&catalog, message, "en");
        for value in message
            .value
            .iter()
            .chain(message.attributes.iter().map(|attribute| &attribute.value))
        {
            let problems: Vec<Diagnostic> = resolve(value, &terms)
                .problems
                .iter()
                .map(|one| one.diagnostic(&source))
                .collect();
            assert_told(&problems, Some(&source));
        }
    }
}

/// Between the entries of a file there is nothing but white space.
fn assert_nothing_is_dropped(catalog: &Catalog) {
    let text = catalog.source.text();
    let mut at = 0;
    for span in catalog.entries.iter().map(Entry::span) {
        assert!(span.start >= at && span.end >= span.start, "{span:?} in {text:?}");
        assert!(
            text[at..span.start].trim().is_empty(),
            "{:?} is dropped from {text:?}",
            &text[at..span.start]
        );
        at = span.end;
    }
    assert!(
        text[at..].trim().is_empty(),
        "{:?} is dropped from {text:?}",
        &text[at..]
    );
}

fn markdown(bytes: &[u8]) {
    let source = match text("releases/a.md", bytes.to_vec()) {
        Ok(source) => source,
        Err(told) => return assert_told(&[told], None),
    };
    let slug = Slug::new("a").expect("it is a slug");
    let (release, told) = release::parse(source.clone(), slug);
    assert_told(&told, Some(&source));
    let mut open = Vec::new();
    for node in &release.document.nodes {
        match node {
            Node::Open(block) => open.push(block),
            Node::Close(block) => assert_eq!(open.pop(), Some(block)),
            Node::Segment(index) => assert!(*index < release.document.segments.len()),
            _ => {}
        }
    }
    assert!(open.is_empty(), "{open:?} is never closed");
    for segment in &release.document.segments {
        assert!(source.text().get(segment.span.clone()).is_some(), "{segment:?}");
    }
}

fn config(bytes: &[u8]) {
    let source = match text("pressroom.toml", bytes.to_vec()) {
        Ok(source) => source,
        Err(told) => return assert_told(&[told], None),
    };
    if let Err(told) = Config::parse(source.clone()) {
        assert_told(&[told], Some(&source));
    }
}

/// Everything that reads an English text and its translation.
fn texts(english: &str, translation: &str) {
    let parsed = [english, translation].map(inline::parse);
    for (text, parsed) in [english, translation].iter().zip(&parsed) {
        if let Err(wrong) = parsed {
            assert!(
                wrong.at.is_none_or(|at| text.is_char_boundary(at)),
                "{wrong:?} in {text:?}"
            );
        }
    }
    if let [Ok(english), Ok(translation)] = &parsed {
        structure::compare(english, translation);
    }
    assert!(same(english, english), "{english:?}");
    assert_eq!(same(english, translation), same(translation, english));
    align::change::classify(english, translation).describe();
    for (tag, text) in [("en", english), ("ar", translation), ("zh", translation)] {
        let locale = Locale::new(tag).expect("it is a locale");
        for fact in facts::extract(text, &locale) {
            assert!(text.get(fact.span.clone()).is_some(), "{fact:?} in {text:?}");
        }
    }
}

fn merged([base, ours, theirs]: [String; 3]) {
    merge::side_by_side(&ours, &theirs);
    if base == ours || base == theirs || ours == theirs {
        return;
    }
    if let Ok(merged) = merge::merge(&base, &ours, &theirs) {
        let (_, told) = parse(Source::new("a.ftl", merged.as_str()));
        assert_eq!(told, [], "{base:?}\n{ours:?}\n{theirs:?}\n{merged:?}");
    }
}

/// Every fault says what to do, stands in its file, and can be shown.
fn assert_told(told: &[Diagnostic], source: Option<&Source>) {
    for one in told {
        assert!(!one.message.is_empty() && one.code != "internal", "{one:?}");
        assert!(one.help.as_ref().is_some_and(|help| !help.is_empty()), "{one:?}");
        let (Some(source), Some(place)) = (source, &one.place) else {
            continue;
        };
        assert_eq!(place.path, source.path());
        let line = source.text().split('\n').nth(place.line - 1);
        assert!(
            line.is_some_and(|line| place.column <= line.chars().count() + 1),
            "{one:?}"
        );
    }
    render(Format::Human, told, &Summary::of(told, Vec::new()));
}

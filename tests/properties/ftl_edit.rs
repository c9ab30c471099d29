//! An edit of a Fluent file changes what it is about and not one byte of anything else.

use crate::properties::input::Input;
use pressroom::catalog::edit::{self, Edit};
use pressroom::catalog::parse::parse;
use pressroom::catalog::quote::writable;
use pressroom::catalog::text::literal_text;
use pressroom::catalog::{Catalog, Entry, Message};
use pressroom::diagnostic::Source;

/// An entry as it is put in.
const NEW: &str = "# q\nnew-entry = x\n";

/// Input: a file, a text; which edit, and of what.
pub(crate) fn holds(data: &[u8]) {
    let mut input = Input::new(data);
    let (file, text) = (input.text(), input.text());
    let (catalog, told) = parse(Source::new("a.ftl", file.as_str()));
    if let Some(first) = told.first() {
        let refused = edit::apply(&catalog, &[]).expect_err("a file with a fault is not edited");
        assert_eq!(
            (&refused.message, &refused.place),
            (&first.message, &first.place),
            "{file:?}"
        );
        return;
    }
    assert_eq!(applied(&catalog, &[]), file, "no edit changes nothing");
    if catalog.entries.is_empty() || file.contains("new-entry") {
        return;
    }
    let entries = catalog.entries.len();
    let (one, other) = (input.below(entries), input.below(entries));
    match input.below(8) {
        0 | 1 => value(&catalog, one, &text),
        2 => comment(&catalog, one, &text),
        3 => inserted(&catalog, edit::insert_after(&catalog, one, NEW)),
        4 => inserted(&catalog, edit::insert_before(&catalog, one, NEW)),
        5 => inserted(&catalog, edit::append(&catalog, NEW)),
        6 => {
            let done = read(&catalog, &applied(&catalog, &[edit::remove(&catalog, one)]));
            assert_eq!(done.entries.len(), entries - 1, "{file:?}");
            assert_kept(&catalog, &[one], &done);
        }
        _ if one == other => {}
        _ => moved(&catalog, one, other),
    }
}

fn value(catalog: &Catalog, at: usize, text: &str) {
    let Entry::Message(message) = &catalog.entries[at] else {
        return;
    };
    let done = read(
        catalog,
        &applied(catalog, &[edit::replace_value(catalog, message, text)]),
    );
    let now = same_key(&done, message);
    assert_eq!(now.value.as_ref().and_then(literal_text).as_deref(), Some(text));
    let attributes = |catalog: &Catalog, message: &Message| -> Vec<String> {
        let spans = message
            .attributes
            .iter()
            .map(|attribute| attribute.id_span.start..attribute.value.span.end);
        spans.map(|span| catalog.slice(span).to_owned()).collect()
    };
    assert_eq!(attributes(&done, now), attributes(catalog, message));
    let above =
        |catalog: &Catalog, message: &Message| catalog.slice(message.span.start..message.id_span.end).to_owned();
    assert_eq!(above(&done, now), above(catalog, message));
    assert_eq!(done.entries.len(), catalog.entries.len());
    assert_kept(catalog, &[at], &done);
}

fn comment(catalog: &Catalog, at: usize, text: &str) {
    let Entry::Message(message) = &catalog.entries[at] else {
        return;
    };
    let lines: Vec<String> = writable(text)
        .split('\n')
        .map(|line| line.trim_end().to_owned())
        .collect();
    let done = read(catalog, &applied(catalog, &[edit::replace_comment(message, &lines)]));
    let now = same_key(&done, message);
    let said: Vec<&str> = now.comment.iter().map(|line| line.text.as_str()).collect();
    assert_eq!(said, lines);
    let body = |catalog: &Catalog, message: &Message| catalog.slice(message.id_span.start..message.span.end).to_owned();
    assert_eq!(body(&done, now), body(catalog, message));
    assert_kept(catalog, &[at], &done);
}

fn inserted(catalog: &Catalog, edit: Edit) {
    let done = read(catalog, &applied(catalog, &[edit]));
    assert_eq!(done.entries.len(), catalog.entries.len() + 1);
    let new = done.messages().find(|message| message.id.as_str() == "new-entry");
    assert_eq!(new.map(|message| message.comment.len()), Some(1));
    assert_kept(catalog, &[], &done);
}

fn moved(catalog: &Catalog, from: usize, after: usize) {
    let done = read(catalog, &applied(catalog, &edit::move_after(catalog, from, after)));
    assert_eq!(done.entries.len(), catalog.entries.len());
    assert_kept(catalog, &[from], &done);
    let order = |catalog: &Catalog, at: usize| content(catalog, &catalog.entries[at]).replace("\r\n", "\n");
    let place = (0..done.entries.len()).filter(|at| order(&done, *at) == order(catalog, after));
    let follows = |at: usize| at + 1 < done.entries.len() && order(&done, at + 1) == order(catalog, from);
    assert!(
        place.into_iter().any(follows),
        "it does not stand behind the other:\n{}",
        done.source.text()
    );
}

fn applied(catalog: &Catalog, edits: &[Edit]) -> String {
    let applied = edit::apply(catalog, edits);
    applied.unwrap_or_else(|told| panic!("{told:?}\n{edits:?}\n{:?}", catalog.source.text()))
}

fn read(before: &Catalog, text: &str) -> Catalog {
    let (catalog, told) = parse(Source::new("a.ftl", text));
    assert_eq!(told, [], "{:?}\n{text:?}", before.source.text());
    catalog
}

fn same_key<'c>(catalog: &'c Catalog, message: &Message) -> &'c Message {
    let found = catalog.messages().find(|other| other.key() == message.key());
    found.unwrap_or_else(|| panic!("`{}` is gone from {:?}", message.key(), catalog.source.text()))
}

/// Every entry but these is in the new file, byte for byte and in the old order.
fn assert_kept(old: &Catalog, touched: &[usize], new: &Catalog) {
    let mut found = new.entries.iter().map(|entry| content(new, entry));
    for (at, entry) in old.entries.iter().enumerate() {
        let bytes = content(old, entry);
        assert!(
            touched.contains(&at) || found.any(|other| other == bytes),
            "lost or moved: {bytes:?}\nbefore {:?}\nafter  {:?}",
            old.source.text(),
            new.source.text()
        );
    }
}

fn content<'c>(catalog: &'c Catalog, entry: &Entry) -> &'c str {
    catalog.slice(entry.span()).trim_end_matches(['\r', '\n', ' '])
}

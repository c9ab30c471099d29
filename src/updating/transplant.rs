//! A message that moves from one catalog to another, with all that people wrote round it.

use crate::catalog::parse::parse;
use crate::catalog::quote::{self, persons_lines};
use crate::catalog::text::encode;
use crate::catalog::{Catalog, Entry, Message};
use crate::diagnostic::Source;
use crate::edition::{Edition, Unit};
use crate::names::SegmentId;
use crate::worksheet;
use std::collections::BTreeSet;
use std::ops::Range;

/// A message on its way.
pub struct Transplant {
    /// The id under which it is wanted.
    id: SegmentId,
    /// The message as it is to stand there, with its comment and line ends.
    text: String,
    /// Where it stood: path and id; nothing if it is a copy.
    from: Option<(String, SegmentId)>,
}

impl Transplant {
    /// A message of `catalog`, as the translation of `unit`; `tag` is the source locale's.
    pub fn moved(catalog: &Catalog, message: &Message, unit: &Unit, tag: &str) -> Transplant {
        let head = &catalog.source.text()[whole(catalog, message, tag).start..message.id_span.start];
        // A blank line would cut what speaks against the translation off from it.
        let before: String = head
            .lines()
            .filter(|line| !line.is_empty())
            .map(|line| format!("{line}\n"))
            .collect();
        let after = catalog.slice(message.id_span.end..message.span.end);
        let text = format!("{before}{}{after}", unit.wanted.id).replace("\r\n", "\n");
        let from = Some((catalog.source.path().to_owned(), message.id.clone()));
        Transplant {
            id: unit.wanted.id.clone(),
            text,
            from,
        }
    }

    /// A translation made elsewhere from the same English; `tag` is the source locale's.
    pub fn copied(unit: &Unit, tag: &str, text: &str) -> Transplant {
        let mut lines: String = quote::fresh_lines(tag, &unit.wanted.english)
            .iter()
            .map(|line| format!("# {line}\n"))
            .collect();
        lines.push_str(&format!("{} ={}\n", unit.wanted.id, encode(text)));
        Transplant {
            id: unit.wanted.id.clone(),
            text: lines,
            from: None,
        }
    }

    /// Where it stood.
    pub fn leaves(&self) -> Option<&(String, SegmentId)> {
        self.from.as_ref()
    }
}

/// The edition's catalog with the messages in it, in place of their stubs; nothing if there is no catalog and nothing to plant.
pub fn plant(edition: &Edition, transplants: &[Transplant]) -> Option<Catalog> {
    if transplants.is_empty() {
        return edition.catalog.clone();
    }
    let path = edition.path();
    let header = worksheet::header(&edition.source);
    let (old, eol) = edition.catalog.as_ref().map_or((header.as_str(), "\n"), |catalog| {
        (catalog.source.text(), catalog.line_end())
    });
    let mut cuts: Vec<(Range<usize>, String)> = Vec::new();
    let mut added = String::new();
    for transplant in transplants {
        if let Some((_, id)) = transplant.from.as_ref().filter(|(from, _)| *from == path) {
            let leaving = edition.obsolete.iter().find(|message| &message.id == id);
            let catalog = edition.catalog.as_ref();
            let cut = leaving
                .zip(catalog)
                .map(|(message, catalog)| whole(catalog, message, &edition.source));
            cuts.extend(cut.map(|span| (span, String::new())));
        }
        let stub = edition
            .units
            .iter()
            .find(|unit| unit.wanted.id == transplant.id)
            .and_then(|unit| unit.message.as_ref());
        match stub {
            Some(stub) => {
                let notes: String = persons_lines(stub, &edition.source)
                    .map(|line| format!("# {}\n", line.text))
                    .collect();
                cuts.push((stub.span.clone(), notes + &transplant.text));
            }
            None if added.is_empty() && edition.catalog.is_none() => added.push_str(&transplant.text),
            None => added.push_str(&format!("\n{}", transplant.text)),
        }
    }
    cuts.sort_by_key(|(span, _)| span.start);
    let mut text = String::new();
    let mut at = 0;
    for (span, new) in cuts {
        text.push_str(old.get(at..span.start).unwrap_or_default());
        text.push_str(&new.replace('\n', eol));
        at = span.end;
    }
    text.push_str(old.get(at..).unwrap_or_default());
    if !text.is_empty() && !text.ends_with('\n') {
        text.push_str(eol);
    }
    text.push_str(&added.replace('\n', eol));
    Some(parse(Source::new(path, text)).0)
}

/// The message with all that stands above it, also what a blank line cut off but speaks against the translation: without that, a stale
/// translation could look fresh elsewhere.
fn whole(catalog: &Catalog, message: &Message, tag: &str) -> Range<usize> {
    let above = quote::cut_off(catalog, message, tag);
    above.first().map_or(message.span.start, |comment| comment.span.start)..message.span.end
}

/// The text of a catalog without these messages; empty if nothing of a person is left in it.
pub fn without(catalog: &Catalog, ids: &BTreeSet<SegmentId>, tag: &str) -> String {
    let kept = cut(catalog, tag, |message| !message.is_term && ids.contains(&message.id));
    let (rest, _) = parse(Source::new(catalog.source.path(), kept.as_str()));
    let holds_more = rest.entries.iter().any(|entry| match entry {
        Entry::Message(message) => !message.is_stub() || persons_lines(message, tag).next().is_some(),
        Entry::Comment(comment) => worksheet::is_persons(comment, tag),
        Entry::Junk(_) => true,
    });
    if holds_more { kept } else { String::new() }
}

/// The text of a catalog without the messages that are `gone`, and without the blank lines that parted them from the next.
pub fn cut(catalog: &Catalog, tag: &str, gone: impl Fn(&Message) -> bool) -> String {
    let text = catalog.source.text();
    let mut kept = String::new();
    let mut at = 0;
    for message in catalog.messages().filter(|message| gone(message)) {
        let span = whole(catalog, message, tag);
        kept.push_str(text.get(at..span.start).unwrap_or_default());
        at = span.end;
        while text
            .get(at..)
            .is_some_and(|rest| rest.starts_with("\n") || rest.starts_with("\r\n"))
        {
            at += if text[at..].starts_with('\r') { 2 } else { 1 };
        }
    }
    kept.push_str(text.get(at..).unwrap_or_default());
    kept
}

//! Brings a locale's file up to date with its English, without losing a byte that a person wrote: the heart of `update`.
//!
//! What the file shows of the English is rewritten only when it would otherwise say something else than before: a quote that differs
//! cosmetically from the present English stays as it is, and so does the wording of an advice line. Updating twice is the same
//! as updating once, and a file that is up to date keeps its bytes.

mod head;
mod pieces;
mod plan;

pub mod accept;

use crate::catalog::parse::parse;
use crate::catalog::{Catalog, Comment, Entry, Message, edit, guard};
use crate::diagnostic::{Diagnostic, Source};
use crate::edition;
use crate::names::SegmentId;
use pieces::Sheet;
use std::collections::BTreeMap;

/// The heading above what is no longer needed.
pub const OBSOLETE: &str = "Obsolete";

/// A message that the file should have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Its id.
    pub id: SegmentId,
    /// Whether it is a term.
    pub is_term: bool,
    /// The present English: the segment's text, or for a hand-written file [`crate::catalog::quote::english_of`] it.
    pub english: String,
    /// What the editor tells translators about it; shown in the file as long as there is work to do.
    pub note: Option<String>,
    /// Earlier English wordings that are declared equivalent.
    pub minor: Vec<String>,
    /// What to prefill if nobody has translated it yet.
    pub draft: Option<Prefill>,
}

impl Wanted {
    /// A segment as its file shows it, with nothing to prefill.
    pub fn of(segment: &edition::Wanted) -> Wanted {
        Wanted {
            id: segment.id.clone(),
            is_term: segment.is_term,
            english: segment.english.to_string(),
            note: segment.note.clone(),
            minor: segment.equivalents.clone(),
            draft: None,
        }
    }
}

/// A translation found elsewhere, to be checked by a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prefill {
    /// The translation, as text.
    pub text: String,
    /// Where it comes from, e.g. `memory 92 %, from <release>#<id>`.
    pub origin: String,
}

/// How two English wordings of this file are compared.
#[derive(Debug, Clone, Copy)]
pub struct Rules {
    /// Whether a translation of the one is a translation of the other.
    pub same: fn(&str, &str) -> bool,
    /// What changed from the first to the second, in a few words.
    pub reason: fn(&str, &str) -> Option<String>,
}

impl Rules {
    /// For the segments of a release: inline Markdown.
    pub const PROSE: Rules = Rules {
        same: crate::release::canonical::same,
        reason: |was, now| Some(crate::align::change::classify(was, now).describe()),
    };
    /// For hand-written Fluent messages: only white space does not matter.
    pub const FLUENT: Rules = Rules {
        same: |one, other| one.split_whitespace().eq(other.split_whitespace()),
        reason: |_, _| None,
    };
}

/// A file brought up to date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Update {
    /// The whole text, without a byte order mark.
    pub text: String,
    /// What is different: first the lines above the messages, then what was moved or added.
    pub changes: Vec<Change>,
}

/// One difference, for telling the user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The id, with the `-` of a term.
    pub key: String,
    /// What happened to the message.
    pub what: What,
}

/// What can happen to a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// A stub for it was written.
    Added,
    /// It was prefilled with a draft.
    Drafted,
    /// Its English has changed since it was translated.
    Stale,
    /// Nothing says what it was made from; the present English is shown.
    Unverified,
    /// It is good for the present English, after it was stale or the marks of that were deleted.
    Fresh,
    /// The English shown above an untranslated message, or a note of the editor, was renewed.
    Refreshed,
    /// It stands elsewhere, as in the source.
    Moved,
    /// Its English is gone; it was moved to the end.
    Obsolete,
    /// Its English is back; it was moved back.
    Restored,
    /// It was an untranslated stub whose English is gone.
    Removed,
}

/// Brings the file up to date: `existing`, or a new one at `path` if there is none; `tag` is the source locale's, `wanted` the messages
/// in the order of the source.
///
/// # Errors
/// A file that has any fault of syntax is refused with the first of them. So is an update that would lose something; that would be
/// a bug of this program.
pub fn update(
    existing: Option<&Catalog>,
    wanted: &[Wanted],
    path: &str,
    tag: &str,
    rules: Rules,
) -> Result<Update, Diagnostic> {
    let empty;
    let catalog = match existing {
        Some(catalog) => catalog,
        None => {
            empty = Catalog {
                source: Source::new(path, ""),
                entries: Vec::new(),
            };
            &empty
        }
    };
    if let Some(fault) = edit::fault(catalog) {
        return Err(fault);
    }
    let (mut update, mut new) = once(catalog, wanted, tag, rules)?;
    // Lines of ours that stood alone can come to stand above a message that was added; what they say of it is said at once, not next time.
    for _ in 0..ROUNDS {
        let Some(catalog) = new else { break };
        let (next, after) = once(&catalog, wanted, tag, rules)?;
        new = after;
        update.text = next.text;
        update.changes.extend(next.changes);
    }
    Ok(update)
}

/// How often a file that changed is gone over at most.
const ROUNDS: usize = 4;

/// One round, and the file read again if it changed.
fn once(
    catalog: &Catalog,
    wanted: &[Wanted],
    tag: &str,
    rules: Rules,
) -> Result<(Update, Option<Catalog>), Diagnostic> {
    let mut changes = Vec::new();
    let mut sheet = Sheet::cut(catalog, tag);
    if sheet.pieces.is_empty() && !wanted.is_empty() {
        sheet.pieces.push(pieces::header(tag));
    }
    head::renew(&mut sheet, wanted, tag, rules, &mut changes);
    plan::order(&mut sheet, wanted, tag, &mut changes);
    let text = sheet.join();
    let new = match text == catalog.source.text() {
        true => None,
        false => Some(verify(catalog, &text, tag)?),
    };
    Ok((Update { text, changes }, new))
}

/// Reads the new text and makes sure that everything of a person is still in it.
fn verify(old: &Catalog, text: &str, tag: &str) -> Result<Catalog, Diagnostic> {
    if text.len() > guard::MAX_FILE {
        let message = format!(
            "the file would have {} bytes; {} is the limit",
            text.len(),
            guard::MAX_FILE
        );
        return Err(Diagnostic::error("syntax", message)
            .at(old.source.place(0..0))
            .with_help("split the release into several; the file was not written"));
    }
    let (new, diagnostics) = parse(Source::new(old.source.path(), text));
    let lost = |what: String| {
        Diagnostic::error("internal", format!("updating the file would lose {what}"))
            .at(old.source.place(0..0))
            .with_help("report this as a bug of pressroom; the file was not written")
    };
    if let Some(fault) = diagnostics.into_iter().next() {
        return Err(lost("its form".to_owned()).with_note(fault.message));
    }
    let values: BTreeMap<String, &str> = new.messages().map(|m| (m.key(), body(&new, m))).collect();
    for message in old.messages().filter(|message| !message.is_stub()) {
        if values.get(&message.key()) != Some(&body(old, message)) {
            return Err(lost(format!("the translation of `{}`", message.key())));
        }
    }
    let kept = notes(&new, tag);
    match notes(old, tag)
        .into_iter()
        .find(|(note, count)| kept.get(note).is_none_or(|kept| kept < count))
    {
        Some((note, _)) => Err(lost(format!("the comment `{note}`"))),
        None => Ok(new),
    }
}

/// What stands at the head of a new file, with a blank line behind it; `tag` is the source locale's.
pub fn header(tag: &str) -> String {
    pieces::header(tag).text + "\n"
}

/// Whether a comment that stands alone holds a line of a person: one that this program does not write.
pub fn is_persons(comment: &Comment, tag: &str) -> bool {
    let ours = pieces::header(tag).text;
    let is_ours = |line: &str| ours.lines().any(|known| known.trim_start_matches("### ") == line);
    let is_reserved = |line: &str| crate::catalog::quote::reserved(line, tag).is_some();
    !edit::is_heading(comment, OBSOLETE)
        && comment
            .lines
            .iter()
            .any(|line| !line.text.trim().is_empty() && !is_ours(&line.text) && !is_reserved(&line.text))
}

/// A message from its id to the end, without the line end.
fn body<'c>(catalog: &'c Catalog, message: &Message) -> &'c str {
    catalog
        .slice(message.id_span.start..message.span.end)
        .trim_end_matches(['\n', '\r', ' '])
}

/// Every comment line that is a person's, and how often it stands in the file.
fn notes<'c>(catalog: &'c Catalog, tag: &str) -> BTreeMap<&'c str, usize> {
    let mut notes = BTreeMap::new();
    for entry in &catalog.entries {
        let lines = match entry {
            Entry::Message(message) => &message.comment,
            Entry::Comment(comment) if !edit::is_heading(comment, OBSOLETE) => &comment.lines,
            _ => continue,
        };
        for line in lines
            .iter()
            .filter(|line| crate::catalog::quote::reserved(&line.text, tag).is_none())
        {
            *notes.entry(line.text.as_str()).or_insert(0) += 1;
        }
    }
    notes
}

/// The key of a message: terms and messages have ids of their own.
type Key<'k> = (bool, &'k SegmentId);

fn key(message: &Message) -> Key<'_> {
    (message.is_term, &message.id)
}

#[cfg(test)]
mod tests;

//! Reads a Fluent file into a [`Catalog`] that knows where everything stands.
//!
//! The work is done by the parser of `fluent-syntax`, which is generic over the slices it cuts: `convert` hands it one that remembers
//! its offset. Placeables and patterns have no slice of their own; their ends are found from what they hold.

mod convert;

use crate::catalog::guard;
use crate::catalog::{Catalog, Entry, explain};
use crate::diagnostic::{Diagnostic, Source};
use crate::names::SegmentId;
use convert::{Draft, read};
use fluent_syntax::parser::ParserError;
use std::collections::BTreeMap;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// How many faults of one file are told one by one; the rest is only counted.
pub const MAX_TOLD: usize = 100;

/// Reads the file. What cannot be read is kept as [`Entry::Junk`] and explained, with code `syntax` and a place; so are two
/// entries with one id, of which both are kept.
///
/// Never panics, and needs little stack on any input. A catalog for which there are diagnostics must not be written to.
pub fn parse(source: Source) -> (Catalog, Vec<Diagnostic>) {
    let refused = guard::scan(&source);
    let mut safe = blank_out(source.text(), &refused);
    if safe.ends_with('#')
        && safe
            .rsplit('\n')
            .next()
            .is_some_and(|line| line.bytes().all(|b| b == b'#'))
    {
        // the parser drops an empty comment line at the very end of a file
        safe.push('\n');
    }
    let (mut drafts, errors) = match catch_unwind(AssertUnwindSafe(|| read(&safe))) {
        Ok(read) => read,
        Err(_) => return (all_junk(source.clone()), vec![parser_panic(&source)]),
    };
    let errors = cut_junk(&mut drafts, errors, source.text(), &refused);
    spoil_cut_messages(&mut drafts, source.text(), &errors);
    let long_ids: Vec<Range<usize>> = drafts.iter().filter_map(Draft::bad_id).collect();
    let mut entries: Vec<Entry> = drafts.into_iter().map(Draft::entry).collect();
    entries.extend(refused.iter().map(|r| Entry::Junk(r.range.clone())));
    entries.sort_by_key(|entry| entry.span().start);
    clamp_last(&mut entries, source.text().len());
    let twice = duplicates(&entries);
    let mut faults: Vec<Fault<'_>> = errors.iter().map(Fault::Junk).collect();
    faults.extend(refused.iter().map(Fault::Refused));
    faults.extend(long_ids.into_iter().map(Fault::LongId));
    faults.extend(twice.into_iter().map(|(id, first)| Fault::Twice(id, first)));
    let diagnostics = tell(&source, faults);
    (Catalog { source, entries }, diagnostics)
}

/// Something wrong with the file, before it is put into words.
enum Fault<'a> {
    Junk(&'a ParserError),
    Refused(&'a guard::Refused),
    LongId(Range<usize>),
    /// A second entry with one id: its id, and the first entry's
    Twice(Range<usize>, Range<usize>),
}

impl Fault<'_> {
    fn position(&self) -> usize {
        match self {
            Fault::Junk(error) => error.slice.as_ref().unwrap_or(&error.pos).start,
            Fault::Refused(refused) => refused.position(),
            Fault::LongId(id) | Fault::Twice(id, _) => id.start,
        }
    }

    fn diagnostic(&self, source: &Source) -> Diagnostic {
        match self {
            Fault::Junk(error) => explain::junk(source, error),
            Fault::Refused(refused) => refused.diagnostic(source),
            Fault::LongId(id) => explain::long_id(source, id.clone()),
            Fault::Twice(id, first) => explain::twice(source, id.clone(), first.clone()),
        }
    }
}

fn tell(source: &Source, mut faults: Vec<Fault<'_>>) -> Vec<Diagnostic> {
    faults.sort_by_key(Fault::position);
    let mut told: Vec<Diagnostic> = faults
        .iter()
        .take(MAX_TOLD)
        .map(|fault| fault.diagnostic(source))
        .collect();
    if let Some(next) = faults.get(MAX_TOLD) {
        let more = faults.len() - MAX_TOLD;
        let rest = Diagnostic::error(guard::SYNTAX, format!("the file has {more} more faults"));
        let at = source.place(next.position()..next.position());
        told.push(rest.at(at).with_help("mend the first ones and look again"));
    }
    told
}

/// Takes back the line end that was added to the parser's copy.
fn clamp_last(entries: &mut [Entry], length: usize) {
    if let Some(Entry::Comment(comment)) = entries.last_mut() {
        comment.span.end = comment.span.end.min(length);
        if let Some(line) = comment.lines.last_mut() {
            line.span.end = line.span.end.min(length);
        }
    }
}

/// The text with the refused lines turned into spaces, so that every offset stays.
fn blank_out(text: &str, refused: &[guard::Refused]) -> String {
    let mut safe = String::with_capacity(text.len());
    let mut at = 0;
    for refusal in refused {
        safe.push_str(text.get(at..refusal.range.start).unwrap_or(""));
        let lines = text.get(refusal.range.clone()).unwrap_or("");
        safe.extend(lines.bytes().map(|b| if b == b'\n' { '\n' } else { ' ' }));
        at = refusal.range.end;
    }
    safe.push_str(text.get(at..).unwrap_or(""));
    safe
}

/// Takes the refused lines out of junk: to the parser they were blank, and blank lines belong to the junk round them. What was wrong is
/// told of the first piece that is left.
fn cut_junk(
    entries: &mut Vec<Draft>,
    errors: Vec<ParserError>,
    text: &str,
    refused: &[guard::Refused],
) -> Vec<ParserError> {
    let pieces = |range: &Range<usize>| pieces(range, text, refused);
    let cut = |entry| match entry {
        Draft::Ready(Entry::Junk(range)) => {
            let junk = |piece| Draft::Ready(Entry::Junk(piece));
            pieces(&range).into_iter().map(junk).collect()
        }
        other => vec![other],
    };
    *entries = std::mem::take(entries).into_iter().flat_map(cut).collect();
    let cut = |error: ParserError| {
        let slice = pieces(error.slice.as_ref().unwrap_or(&error.pos)).into_iter().next()?;
        Some(ParserError {
            slice: Some(slice),
            ..error
        })
    };
    errors.into_iter().filter_map(cut).collect()
}

/// What of `range` is neither refused nor blank.
fn pieces(range: &Range<usize>, text: &str, refused: &[guard::Refused]) -> Vec<Range<usize>> {
    let first = refused.partition_point(|one| one.range.end <= range.start);
    let within = refused
        .get(first..)
        .unwrap_or_default()
        .iter()
        .map(|one| one.range.clone());
    let mut pieces = Vec::new();
    let mut at = range.start;
    for gap in within.chain(std::iter::once(text.len()..text.len())) {
        let piece = at..gap.start.min(range.end);
        if !text.get(piece.clone()).unwrap_or("").trim().is_empty() {
            pieces.push(piece);
        }
        at = at.max(gap.end);
        if at >= range.end {
            break;
        }
    }
    pieces
}

fn all_junk(source: Source) -> Catalog {
    let entries = vec![Entry::Junk(0..source.text().len())];
    Catalog { source, entries }
}

fn parser_panic(source: &Source) -> Diagnostic {
    Diagnostic::error(guard::SYNTAX, "the file makes the Fluent parser fail")
        .at(source.place(0..0))
        .with_help("undo the last change of the file, and report the file as a bug of pressroom")
}

/// A message directly above junk that looks like its continuation was cut short by the parser: it is junk as well, so that
/// half a translation never passes for a whole one.
fn spoil_cut_messages(entries: &mut Vec<Draft>, text: &str, errors: &[ParserError]) {
    let mut kept: Vec<Draft> = Vec::with_capacity(entries.len());
    for entry in entries.drain(..) {
        let (Draft::Ready(Entry::Junk(junk)), Some(Draft::Ready(Entry::Message(message)))) = (&entry, kept.last())
        else {
            kept.push(entry);
            continue;
        };
        let content = text.get(junk.clone()).unwrap_or("");
        let adjacent = message.span.end == junk.start;
        let error = errors.binary_search_by_key(&junk.start, |e| {
            e.slice.as_ref().map_or(e.pos.start, |slice| slice.start)
        });
        let error = error.ok().and_then(|n| errors.get(n));
        let continues = content.bytes().next().is_some_and(|b| !guard::starts_entry(b));
        if continues || (adjacent && error.is_some_and(explain::is_prose)) {
            let start = message.span.start;
            let end = junk.end;
            kept.pop();
            kept.push(Draft::Ready(Entry::Junk(start..end)));
        } else {
            kept.push(entry);
        }
    }
    *entries = kept;
}

/// The id of every entry whose id an earlier entry has, and that one's.
fn duplicates(entries: &[Entry]) -> Vec<(Range<usize>, Range<usize>)> {
    let mut seen: BTreeMap<(bool, &SegmentId), &Range<usize>> = BTreeMap::new();
    let mut found = Vec::new();
    for entry in entries {
        let Entry::Message(message) = entry else { continue };
        let key = (message.is_term, &message.id);
        match seen.get(&key) {
            Some(first) => found.push((message.id_span.clone(), (*first).clone())),
            None => {
                seen.insert(key, &message.id_span);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests;

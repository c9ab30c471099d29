//! Changes of a file that touch nothing but what they are about: byte ranges are replaced, and the result is read again.

use crate::catalog::parse::parse;
use crate::catalog::text::encode;
use crate::catalog::{Catalog, Comment, Entry, Message};
use crate::diagnostic::{Diagnostic, Source};
use std::collections::BTreeMap;
use std::ops::Range;

/// Bytes of a file, and what to put in their place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The bytes of the catalog's text; empty to insert.
    pub range: Range<usize>,
    /// The new text. Its line ends are LF; the file's own are written.
    pub text: String,
}

/// The first fault of a file that must not be written to: junk, or two entries with one id. The same as the first diagnostic of
/// [`parse`].
pub fn fault(catalog: &Catalog) -> Option<Diagnostic> {
    let mut keys = std::collections::BTreeSet::new();
    let twice = catalog
        .messages()
        .any(|message| !keys.insert((message.is_term, &message.id)));
    let junk = catalog.entries.iter().any(|entry| matches!(entry, Entry::Junk(_)));
    if !twice && !junk {
        return None;
    }
    let (_, diagnostics) = parse(catalog.source.clone());
    diagnostics
        .into_iter()
        .next()
        .map(|fault| fault.with_note("the file was not written"))
}

/// The text of the file after all the edits, which must not overlap. Edits at one place take effect in their order.
///
/// # Errors
/// A file with a [`fault`] is refused. So are edits that overlap, that leave something unreadable, or that change an entry
/// which they do not touch, with code `internal`.
pub fn apply(catalog: &Catalog, edits: &[Edit]) -> Result<String, Diagnostic> {
    if let Some(fault) = fault(catalog) {
        return Err(fault);
    }
    let mut sorted: Vec<&Edit> = edits.iter().collect();
    sorted.sort_by_key(|edit| (edit.range.start, edit.range.end));
    let mut text = String::with_capacity(catalog.source.text().len());
    let mut at = 0;
    for edit in &sorted {
        let (Some(kept), true) = (
            catalog.source.text().get(at..edit.range.start),
            edit.range.start <= edit.range.end,
        ) else {
            return Err(internal(catalog, "the edits of this file overlap"));
        };
        text.push_str(kept);
        text.push_str(&edit.text.replace('\n', catalog.line_end()));
        at = edit.range.end;
    }
    let Some(rest) = catalog.source.text().get(at..) else {
        return Err(internal(catalog, "an edit lies outside of this file"));
    };
    text.push_str(rest);
    verify(catalog, &sorted, &text)?;
    Ok(text)
}

/// Makes `text` the value of the message; attributes stay.
pub fn replace_value(catalog: &Catalog, message: &Message, text: &str) -> Edit {
    let after_id = catalog.slice(message.id_span.end..message.span.end);
    let start = message.id_span.end + after_id.find('=').map_or(0, |equals| equals + 1);
    let end = message.value.as_ref().map_or(start, |value| value.span.end);
    Edit {
        range: start..end,
        text: encode(text),
    }
}

/// Makes `lines` (without their `# `) the comment above the message.
pub fn replace_comment(message: &Message, lines: &[String]) -> Edit {
    let text = lines
        .iter()
        .map(|line| format!("# {line}").trim_end().to_owned() + "\n")
        .collect();
    Edit {
        range: message.span.start..message.id_span.start,
        text,
    }
}

/// Puts `entry` (whole lines, the last one with its line end) behind the entry with this index, a blank line between them.
pub fn insert_after(catalog: &Catalog, index: usize, entry: &str) -> Edit {
    let Some(before) = catalog.entries.get(index).map(Entry::span) else {
        return append(catalog, entry);
    };
    let ended = catalog.slice(before.clone()).ends_with('\n');
    let separator = if ended { "\n" } else { "\n\n" };
    let dense = catalog
        .entries
        .get(index + 1)
        .is_some_and(|next| next.span().start == before.end);
    let blank = if dense { "\n" } else { "" };
    Edit {
        range: before.end..before.end,
        text: format!("{separator}{entry}{blank}"),
    }
}

/// Puts `entry` before the entry with this index, a blank line between them.
pub fn insert_before(catalog: &Catalog, index: usize, entry: &str) -> Edit {
    let Some(after) = catalog.entries.get(index).map(Entry::span) else {
        return append(catalog, entry);
    };
    let previous = index.checked_sub(1).and_then(|n| catalog.entries.get(n));
    let dense = previous.is_some_and(|previous| previous.span().end == after.start);
    let blank = if dense { "\n" } else { "" };
    Edit {
        range: after.start..after.start,
        text: format!("{blank}{entry}\n"),
    }
}

/// Puts `entry` at the end of the file, after a blank line.
pub fn append(catalog: &Catalog, entry: &str) -> Edit {
    let end = catalog.source.text().len();
    if catalog.entries.is_empty() {
        return Edit {
            range: end..end,
            text: entry.to_owned(),
        };
    }
    let trimmed = catalog.source.text().trim_end_matches([' ', '\r', '\n']).len();
    Edit {
        range: trimmed..end,
        text: format!("\n\n{entry}"),
    }
}

/// Takes the entry with this index out, with the blank lines behind it.
pub fn remove(catalog: &Catalog, index: usize) -> Edit {
    let text = catalog.source.text();
    let Some(entry) = catalog.entries.get(index).map(Entry::span) else {
        return Edit {
            range: 0..0,
            text: String::new(),
        };
    };
    let previous = index.checked_sub(1).and_then(|n| catalog.entries.get(n));
    let range = match (catalog.entries.get(index + 1), previous) {
        (Some(next), _) => entry.start..next.span().start,
        (None, Some(previous)) => previous.span().end..text.len(),
        (None, None) => entry.start..text.len(),
    };
    // a comment that stood alone must not fall on the next message
    let touches = previous.is_some_and(|p| matches!(p, Entry::Comment(_)) && p.span().end == range.start);
    let blank = if touches && range.end < text.len() { "\n" } else { "" };
    Edit {
        range,
        text: blank.to_owned(),
    }
}

/// Moves the entry `from` behind the entry `after`, which must be another one.
pub fn move_after(catalog: &Catalog, from: usize, after: usize) -> [Edit; 2] {
    let entry = catalog
        .entries
        .get(from)
        .map(|entry| catalog.slice(entry.span()))
        .unwrap_or("");
    let entry = format!("{}\n", entry.trim_end_matches(['\r', '\n'])).replace("\r\n", "\n");
    [remove(catalog, from), insert_after(catalog, after, &entry)]
}

/// Puts a group comment and entries (as for [`insert_after`]) at the end of the file.
pub fn append_group(catalog: &Catalog, heading: &str, entries: &[String]) -> Edit {
    append(catalog, &format!("## {heading}\n\n{}", entries.join("\n")))
}

fn internal(catalog: &Catalog, message: &str) -> Diagnostic {
    Diagnostic::error("internal", message)
        .at(catalog.source.place(0..0))
        .with_help("report this as a bug of pressroom; the file was not written")
}

/// Reads the new text; whatever no edit touched must be in it, byte for byte.
fn verify(old: &Catalog, edits: &[&Edit], text: &str) -> Result<(), Diagnostic> {
    let (new, diagnostics) = parse(Source::new(old.source.path(), text));
    if let Some(fault) = diagnostics.first() {
        return Err(internal(old, "the file would be unreadable after the edit").with_note(fault.message.as_str()));
    }
    let mut kept: BTreeMap<&str, usize> = BTreeMap::new();
    for entry in &new.entries {
        *kept.entry(content(&new, entry)).or_insert(0) += 1;
    }
    for entry in old.entries.iter().filter(|entry| !is_touched(&entry.span(), edits)) {
        match kept.get_mut(content(old, entry)) {
            Some(count) if *count > 0 => *count -= 1,
            _ => return Err(internal(old, "the edit would change what it is not about")),
        }
    }
    Ok(())
}

fn content<'c>(catalog: &'c Catalog, entry: &Entry) -> &'c str {
    catalog.slice(entry.span()).trim_end_matches(['\r', '\n', ' '])
}

/// Whether an edit is about the entry: it overlaps it, or puts something directly above it, without a blank line.
fn is_touched(span: &Range<usize>, edits: &[&Edit]) -> bool {
    let first = edits.partition_point(|edit| edit.range.end < span.start);
    let mut near = edits
        .get(first..)
        .unwrap_or_default()
        .iter()
        .take_while(|edit| edit.range.start < span.end);
    near.any(|edit| {
        let directly_above = edit.range.is_empty() && !edit.text.is_empty() && !edit.text.ends_with("\n\n");
        edit.range.end > span.start || directly_above
    })
}

/// Whether the comment is a heading with this text.
pub fn is_heading(comment: &Comment, text: &str) -> bool {
    matches!(comment.lines.as_slice(), [line] if comment.level == 2 && line.text.trim() == text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Catalog {
        let (catalog, diagnostics) = parse(Source::new("a.ftl", text));
        assert_eq!(diagnostics, [], "{text:?}");
        catalog
    }

    fn message(catalog: &Catalog, n: usize) -> &Message {
        catalog.messages().nth(n).unwrap()
    }

    #[test]
    fn a_comment_that_stood_alone_does_not_fall_on_the_next_message() {
        for (text, left) in [
            ("## G\na = x\n\nb = y\n", "## G\n\nb = y\n"),
            ("## G\na = x\n", "## G\n"),
            ("c = z\na = x\n\nb = y\n", "c = z\nb = y\n"),
        ] {
            let catalog = read(text);
            assert_eq!(apply(&catalog, &[remove(&catalog, 1)]).unwrap(), left);
        }
    }

    #[test]
    fn an_edit_touches_what_it_overlaps_or_stands_directly_above() {
        for (range, text, is_touched_by_it) in [
            (5..5, "b = y\n\n", false),
            (5..5, "# c\n", true),
            (5..5, "", false),
            (3..5, "b = y\n", false),
            (4..6, "", true),
            (9..12, "", true),
            (10..12, "x", false),
            (12..12, "x", false),
        ] {
            let edit = Edit {
                range: range.clone(),
                text: text.to_owned(),
            };
            assert_eq!(is_touched(&(5..10), &[&edit]), is_touched_by_it, "{range:?} {text:?}");
        }
    }

    #[test]
    fn of_two_that_are_alike_both_must_stay() {
        let old = read("# x\n\n# x\n\na = 1\n");
        assert!(verify(&old, &[], old.source.text()).is_ok());
        assert!(verify(&old, &[], "# x\n\na = 1\n").is_err());
    }

    #[test]
    fn one_edit_changes_one_thing() {
        let catalog = read("# q\r\na =\r\n    x\r\n    .t = y\r\n\r\nb = z");
        let value = replace_value(&catalog, message(&catalog, 0), "one\n[two]");
        let comment = replace_comment(message(&catalog, 1), &["en: Z".to_owned()]);
        let done = apply(&catalog, &[comment, value]).unwrap();
        assert_eq!(
            done,
            "# q\r\na = one\r\n    { \"[\" }two]\r\n    .t = y\r\n\r\n# en: Z\r\nb = z"
        );
        let only_attributes = read("a =\n    .t = y\n");
        let edit = replace_value(&only_attributes, message(&only_attributes, 0), "x");
        assert_eq!(apply(&only_attributes, &[edit]).unwrap(), "a = x\n    .t = y\n");
    }

    #[test]
    fn entries_are_inserted_moved_and_removed() {
        let catalog = read("a = 1\n\n\nb = 2\nc = 3");
        let apply_to = |edits: &[Edit]| apply(&catalog, edits).unwrap();
        assert_eq!(
            apply_to(&[insert_after(&catalog, 2, "d = 4\n")]),
            "a = 1\n\n\nb = 2\nc = 3\n\nd = 4\n"
        );
        assert_eq!(
            apply_to(&[insert_before(&catalog, 0, "d = 4\n")]),
            "d = 4\n\na = 1\n\n\nb = 2\nc = 3"
        );
        assert_eq!(
            apply_to(&[insert_before(&catalog, 1, "d = 4\n")]),
            "a = 1\n\n\nd = 4\n\nb = 2\nc = 3"
        );
        assert_eq!(
            apply_to(&[insert_before(&catalog, 2, "d = 4\n")]),
            "a = 1\n\n\nb = 2\n\nd = 4\n\nc = 3"
        );
        assert_eq!(apply_to(&[remove(&catalog, 0)]), "b = 2\nc = 3");
        assert_eq!(apply_to(&[remove(&catalog, 2)]), "a = 1\n\n\nb = 2\n");
        assert_eq!(apply_to(&move_after(&catalog, 2, 0)), "a = 1\n\nc = 3\n\n\nb = 2\n");
        assert_eq!(
            apply_to(&[append_group(&catalog, "Obsolete", &["d = 4\n".to_owned()])]),
            "a = 1\n\n\nb = 2\nc = 3\n\n## Obsolete\n\nd = 4\n"
        );
    }

    #[test]
    fn what_would_do_harm_is_refused() {
        let catalog = read("# alone\n\na = 1\nb = 2\n");
        let edit = |range, text: &str| Edit {
            range,
            text: text.to_owned(),
        };
        assert_eq!(
            apply(&catalog, &[edit(8..9, "")]).unwrap_err().message,
            "the edit would change what it is not about"
        );
        assert_eq!(
            apply(&catalog, &[edit(0..9, ""), edit(8..10, "")]).unwrap_err().message,
            "the edits of this file overlap"
        );
        assert_eq!(apply(&catalog, &[edit(99..99, "x")]).unwrap_err().code, "internal");
        assert_eq!(
            apply(&catalog, &[edit(9..9, "x\n")]).unwrap_err().message,
            "the file would be unreadable after the edit"
        );
        let (faulty, _) = parse(Source::new("a.ftl", "a = 1\na = 2\n"));
        assert_eq!(apply(&faulty, &[]).unwrap_err().code, "syntax");
    }
}

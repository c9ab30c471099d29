//! A text parsed alone as the one paragraph of a document, whatever its lines begin with.

#[cfg(test)]
mod tests;

use crate::release::inline::builder::Builder;
use crate::release::inline::{Inline, InlineError};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::collections::BTreeSet;

/// White space in Unicode but not in CommonMark's block structure: put before a line, it keeps the line from opening a block, and
/// emphasis beside it behaves as at the start of a line. The first that the text does not contain is taken; all are three bytes long.
const PADS: [char; 14] = [
    '\u{1680}', '\u{2000}', '\u{2001}', '\u{2002}', '\u{2003}', '\u{2004}', '\u{2005}', '\u{2006}', '\u{2008}',
    '\u{2009}', '\u{200A}', '\u{205F}', '\u{2028}', '\u{2029}',
];

/// See [`crate::release::inline::parse`].
pub(crate) fn parse(text: &str) -> Result<Vec<Inline>, InlineError> {
    if is_plain(text) {
        return Ok(vec![Inline::Text(text.to_owned())]);
    }
    read(text)
}

/// Whether a text holds nothing that Markdown could read as anything but text: most sentences do not, and need no parser.
pub(crate) fn is_plain(text: &str) -> bool {
    let is_markup = |byte: u8| byte < b' ' || matches!(byte, b'\\' | b'&' | b'<' | b'*' | b'_' | b'[' | b'~' | b'`');
    // Looking at every byte is faster than stopping at the first: it is done many at once.
    let holds_markup = text.bytes().fold(false, |found, byte| found | is_markup(byte));
    !text.is_empty() && !text.starts_with(' ') && !text.ends_with(' ') && !holds_markup
}

fn read(text: &str) -> Result<Vec<Inline>, InlineError> {
    let padded = Padded::new(text);
    let options = Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
    let mut walk = Walk {
        padded: &padded,
        paragraphs: 0,
        builder: Builder::default(),
    };
    for (event, range) in Parser::new_ext(&padded.text, options).into_offset_iter() {
        if range.start >= padded.body_end {
            break;
        }
        walk.step(&event, range.start)?;
    }
    if walk.paragraphs == 0 {
        return Err(InlineError {
            what: "the text is empty".to_owned(),
            at: None,
            mend: "write the text".to_owned(),
        });
    }
    Ok(walk.builder.out)
}

struct Walk<'a> {
    padded: &'a Padded,
    paragraphs: usize,
    builder: Builder,
}

impl Walk<'_> {
    fn step(&mut self, event: &Event<'_>, at: usize) -> Result<(), InlineError> {
        match event {
            Event::Start(Tag::Paragraph) => {
                self.paragraphs += 1;
                if self.paragraphs > 1 {
                    return Err(several_paragraphs(self.padded.original(at)));
                }
            }
            Event::End(TagEnd::Paragraph) => {}
            event => {
                if !self.builder.push(event, &|text| self.padded.strip(text)) {
                    return Err(opens_a_block(self.padded.original(at)));
                }
            }
        }
        Ok(())
    }
}

fn several_paragraphs(at: usize) -> InlineError {
    InlineError {
        what: "a blank line splits the text into two paragraphs".to_owned(),
        at: Some(at),
        mend: "remove the blank line; for a line break that stays, end the line with `\\`".to_owned(),
    }
}

fn opens_a_block(at: usize) -> InlineError {
    InlineError {
        what: "the text is more than one paragraph".to_owned(),
        at: Some(at),
        mend: "write the text on one line".to_owned(),
    }
}

/// The text as it is given to the Markdown parser, and the way back to the bytes of the original.
struct Padded {
    text: String,
    /// Where the text proper ends; after it stand definitions for the footnotes it refers to.
    body_end: usize,
    /// The pad that was used.
    pad: char,
    /// For each point where the two texts drift apart: the byte in `text` from which on the original is `original - padded` further.
    drift: Vec<(usize, isize)>,
}

impl Padded {
    fn new(original: &str) -> Padded {
        let pad = PADS.into_iter().find(|pad| !original.contains(*pad)).unwrap_or(PADS[0]);
        let mut padded = Padded {
            text: String::with_capacity(original.len() + 16),
            body_end: 0,
            pad,
            drift: Vec::new(),
        };
        let trimmed = original.trim_start_matches([' ', '\t']);
        let mut at = original.len() - trimmed.len();
        for (number, line) in trimmed.split_inclusive(['\n', '\r']).enumerate() {
            padded.push_line(line, at, number == 0);
            at += line.len();
        }
        padded.body_end = padded.text.len();
        padded.define_footnotes();
        padded
    }

    fn push_line(&mut self, line: &str, at: usize, first: bool) {
        let content = line.trim_start_matches([' ', '\t']);
        self.text.push_str(&line[..line.len() - content.len()]);
        if !content.trim().is_empty() && (first || could_open_a_block(content)) {
            self.text.push(self.pad);
        }
        self.note_drift(at + line.len() - content.len());
        let mut done = at + line.len() - content.len();
        for piece in content.split_inclusive('\0') {
            self.text.push_str(piece.strip_suffix('\0').unwrap_or(piece));
            done += piece.len();
            if piece.ends_with('\0') {
                self.text.push('\u{FFFD}');
                self.note_drift(done);
            }
        }
    }

    fn note_drift(&mut self, original: usize) {
        let drift = original as isize - self.text.len() as isize;
        if self.drift.last().is_none_or(|(_, last)| *last != drift) {
            self.drift.push((self.text.len(), drift));
        }
    }

    /// Where the byte `at` of the padded text lies in the original.
    fn original(&self, at: usize) -> usize {
        let before = self.drift.partition_point(|(from, _)| *from <= at);
        let drift = before.checked_sub(1).map_or(0, |last| self.drift[last].1);
        at.saturating_add_signed(drift)
    }

    /// A reference counts as a footnote only where the label is defined, so every label of the text gets a definition.
    fn define_footnotes(&mut self) {
        let labels: BTreeSet<&str> = self
            .text
            .match_indices("[^")
            .filter_map(|(at, _)| {
                let rest = &self.text[at + 2..];
                rest.find([']', '\n', '\r', '[']).map(|end| &rest[..end])
            })
            .filter(|label| !label.trim().is_empty())
            .collect();
        let definitions: String = labels.into_iter().map(|label| format!("\n\n[^{label}]: x")).collect();
        self.text.push_str(&definitions);
    }

    fn strip(&self, text: &str) -> String {
        text.replace(self.pad, "")
    }
}

/// Whether a line with this content (no white space before it) could interrupt a paragraph or turn it into something else.
fn could_open_a_block(content: &str) -> bool {
    let mut chars = content.chars();
    match chars.next() {
        Some('#' | '>' | '-' | '+' | '*' | '=' | '`' | '~' | '_' | '[' | '0'..='9') => true,
        // An HTML block; `<https://…>` may be the target of a link begun on the line before and must stay untouched.
        Some('<') => {
            let name: String = chars
                .clone()
                .take_while(|c| c.is_ascii_alphanumeric() || *c == '-')
                .collect();
            !chars.as_str()[name.len()..].starts_with([':', '@', '.', '+'])
        }
        _ => false,
    }
}

//! A file cut into pieces that can be put in another order: each entry with the blank lines behind it.

use crate::catalog::parts::{Part, join};
use crate::catalog::quote;
use crate::catalog::{Catalog, Comment, Entry, Message, edit};

/// A file in pieces.
pub(super) struct Sheet<'c> {
    pub(super) catalog: &'c Catalog,
    /// White space before the first entry.
    lead: &'c str,
    pub(super) pieces: Vec<Piece<'c>>,
    /// How many pieces the old file had.
    old: usize,
    pub(super) eol: &'static str,
}

/// An entry, as it will be written.
pub(super) struct Piece<'c> {
    /// The entry, up to its line end.
    pub(super) text: String,
    /// The white space behind it.
    gap: &'c str,
    /// Which piece of the old file it was.
    pub(super) origin: Option<usize>,
    pub(super) what: Content<'c>,
}

pub(super) enum Content<'c> {
    /// A message of the old file, with the comments above it that blank lines cut off from its quote.
    Message(&'c Message, Vec<&'c Comment>),
    /// `## Obsolete`
    ObsoleteHeading,
    /// Any other comment of its own.
    Comment,
    /// A new message.
    New,
}

impl<'c> Sheet<'c> {
    pub(super) fn cut(catalog: &'c Catalog, tag: &str) -> Sheet<'c> {
        let text = catalog.source.text();
        let starts = catalog
            .entries
            .iter()
            .map(|entry| entry.span().start)
            .skip(1)
            .chain([text.len()]);
        let mut pieces: Vec<Piece<'c>> = Vec::with_capacity(catalog.entries.len());
        for (entry, next) in catalog.entries.iter().zip(starts) {
            let span = entry.span();
            let mut piece = Piece {
                text: catalog.slice(span.clone()).to_owned(),
                gap: catalog.slice(span.end..next),
                origin: None,
                what: Content::Comment,
            };
            match entry {
                Entry::Message(message) => {
                    let cut_off = quote::cut_off(catalog, message, tag);
                    let above = pieces.drain(pieces.len().saturating_sub(cut_off.len())..);
                    let above: String = above.map(|above| above.text + above.gap).collect();
                    piece.text.insert_str(0, &above);
                    piece.what = Content::Message(message, cut_off);
                }
                Entry::Comment(comment) if edit::is_heading(comment, super::OBSOLETE) => {
                    piece.what = Content::ObsoleteHeading
                }
                _ => {}
            }
            pieces.push(piece);
        }
        for (n, piece) in pieces.iter_mut().enumerate() {
            piece.origin = Some(n);
        }
        let first = catalog.entries.first().map_or(0, |entry| entry.span().start);
        Sheet {
            catalog,
            lead: catalog.slice(0..first),
            old: pieces.len(),
            pieces,
            eol: catalog.line_end(),
        }
    }

    /// The file as it will be written.
    pub(super) fn join(&self) -> String {
        let part = |piece: &'_ Piece<'c>| Part {
            text: piece.text.clone(),
            gap: piece.gap,
            origin: piece.origin,
        };
        let parts: Vec<Part<'_>> = self.pieces.iter().map(part).collect();
        join(self.lead, &parts, self.old, self.eol)
    }
}

impl Piece<'_> {
    /// A piece that was not in the old file.
    pub(super) fn new(text: String, what: Content<'static>) -> Piece<'static> {
        Piece {
            text,
            gap: "",
            origin: None,
            what,
        }
    }
}

/// What stands at the head of a new file.
pub(super) fn header(tag: &str) -> Piece<'static> {
    let text = format!(
        "### Above each message stands its English, `# {tag}: …`; please leave it there.\n\
         ### To translate a message, replace {{ \"\" }} with your text, on the same line.\n"
    );
    Piece::new(text, Content::Comment)
}

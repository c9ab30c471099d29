//! What should stand above each message, and whether what stands there will do.

use super::pieces::{Content, Sheet};
use super::{Change, Key, Rules, Wanted, What};
use crate::catalog::quote::{self, Quote, Reserved, reserved};
use crate::catalog::text::encode;
use crate::catalog::{Catalog, Comment, CommentLine, Message};
use std::collections::BTreeMap;

/// Renews the lines above every wanted message of the sheet, and prefills stubs.
pub(super) fn renew(sheet: &mut Sheet<'_>, wanted: &[Wanted], tag: &str, rules: Rules, changes: &mut Vec<Change>) {
    let by_key: BTreeMap<Key<'_>, &Wanted> = wanted.iter().map(|w| ((w.is_term, &w.id), w)).collect();
    let (catalog, eol) = (sheet.catalog, sheet.eol);
    for piece in &mut sheet.pieces {
        let Content::Message(message, above) = &piece.what else {
            continue;
        };
        let Some(wanted) = by_key.get(&super::key(message)) else {
            continue;
        };
        let case = Case {
            catalog,
            message,
            above,
            wanted,
            tag,
            rules,
        };
        if let Some((text, what)) = case.renewed(eol) {
            piece.text = text;
            changes.push(Change {
                key: message.key(),
                what,
            });
        }
    }
}

/// The lines above a message that nobody has translated, and the message itself.
pub(super) fn stub(wanted: &Wanted, tag: &str, eol: &str) -> (String, What) {
    let (lines, value, what) = stub_parts(wanted, tag);
    let dash = if wanted.is_term { "-" } else { "" };
    let comment: String = lines.iter().map(|line| comment_line(line, eol)).collect();
    (
        format!("{comment}{dash}{} ={}{eol}", wanted.id, value.replace('\n', eol)),
        what,
    )
}

fn stub_parts(wanted: &Wanted, tag: &str) -> (Vec<String>, String, What) {
    let mut lines = Vec::new();
    let (value, what) = match wanted.draft.as_ref().filter(|draft| !draft.text.is_empty()) {
        Some(draft) => {
            lines.push(quote::draft_line(&draft.origin));
            (encode(&draft.text), What::Drafted)
        }
        None => (encode(""), What::Added),
    };
    lines.extend(note_of(wanted, tag));
    lines.extend(quote::fresh_lines(tag, &wanted.english));
    (lines, value, what)
}

fn note_of(wanted: &Wanted, tag: &str) -> Vec<String> {
    wanted
        .note
        .as_ref()
        .map_or_else(Vec::new, |note| quote::note_lines(tag, note))
}

pub(super) fn comment_line(line: &str, eol: &str) -> String {
    format!("# {line}{eol}")
}

/// A message of the file and what is wanted of it.
pub(super) struct Case<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) message: &'a Message,
    pub(super) above: &'a [&'a Comment],
    pub(super) wanted: &'a Wanted,
    pub(super) tag: &'a str,
    pub(super) rules: Rules,
}

impl Case<'_> {
    /// The message with its lines renewed, if they must be.
    fn renewed(&self, eol: &str) -> Option<(String, What)> {
        if self.message.is_stub() {
            return self.renewed_stub(eol);
        }
        let (lines, what) = self.lines();
        (!self.will_do(&lines)).then(|| (self.with_lines(&lines, self.rest(), eol), what))
    }

    fn renewed_stub(&self, eol: &str) -> Option<(String, What)> {
        let (lines, value, what) = stub_parts(self.wanted, self.tag);
        if what == What::Drafted {
            let key = self.catalog.slice(self.message.id_span.clone());
            let rest = format!("{key} ={}{eol}", value.replace('\n', eol));
            return Some((self.with_lines(&lines, &rest, eol), what));
        }
        (!self.will_do(&lines)).then(|| (self.with_lines(&lines, self.rest(), eol), What::Refreshed))
    }

    /// What should stand above a translated message.
    fn lines(&self) -> (Vec<String>, What) {
        let quote = Quote::of(self.catalog, self.message, self.tag);
        let english = quote::writable(&self.wanted.english);
        let mut lines = self.reserved_lines(Reserved::Draft);
        lines.truncate(1);
        let note = note_of(self.wanted, self.tag);
        let what = match &quote.made_from {
            Some(from) if self.good_for(from) => {
                lines.extend(self.reserved_lines(Reserved::Note));
                lines.extend(quote::fresh_lines(self.tag, from));
                What::Fresh
            }
            Some(from) => {
                lines.extend(note);
                let reason = (self.rules.reason)(from, &english);
                lines.extend(quote::stale_lines(self.tag, reason.as_deref(), from, &english));
                What::Stale
            }
            None => {
                lines.extend(note);
                lines.extend(quote::unverified_lines(self.tag, &english));
                What::Unverified
            }
        };
        (lines, what)
    }

    /// Whether a translation made from this English is good for the present one.
    pub(super) fn good_for(&self, from: &str) -> bool {
        let minor = self.wanted.minor.iter().map(String::as_str);
        std::iter::once(self.wanted.english.as_str())
            .chain(minor)
            .any(|english| (self.rules.same)(from, &quote::writable(english)))
    }

    /// Whether the lines that stand directly above the message say the same as `lines`.
    fn will_do(&self, lines: &[String]) -> bool {
        let said = |lines: &mut dyn Iterator<Item = &str>| {
            let mut said: BTreeMap<Reserved, String> = BTreeMap::new();
            for (kind, text) in lines.filter_map(|line| reserved(line, self.tag)) {
                let joined = said.entry(kind).or_default();
                joined.push_str(text);
                joined.push('\n');
            }
            said
        };
        let stands = said(&mut self.message.comment.iter().map(|line| line.text.as_str()));
        let should = said(&mut lines.iter().map(String::as_str));
        let pairs = stands.iter().zip(&should);
        stands.len() == should.len() && pairs.into_iter().all(|(a, b)| a.0 == b.0 && self.alike(*a.0, a.1, b.1))
    }

    fn alike(&self, kind: Reserved, stands: &str, should: &str) -> bool {
        match kind {
            Reserved::Draft => true,
            // the advice differs: with nothing to compare there is only one line to delete
            Reserved::Stale => stands.starts_with(quote::NOTHING_SAYS) == should.starts_with(quote::NOTHING_SAYS),
            Reserved::Was | Reserved::Note => stands.trim_end() == should.trim_end(),
            Reserved::Now | Reserved::Plain => {
                stands.trim_end() == should.trim_end() || (self.rules.same)(stands.trim_end(), should.trim_end())
            }
        }
    }

    /// The lines of one kind that stand above the message, as they are.
    pub(super) fn reserved_lines(&self, kind: Reserved) -> Vec<String> {
        let lines = self
            .above
            .iter()
            .flat_map(|comment| &comment.lines)
            .chain(&self.message.comment);
        let found = lines.filter(|line| reserved(&line.text, self.tag).is_some_and(|(k, _)| k == kind));
        found.map(|line| line.text.clone()).collect()
    }

    /// From the id on.
    pub(super) fn rest(&self) -> &str {
        self.catalog.slice(self.message.id_span.start..self.message.span.end)
    }

    /// The message with `lines` in the place of its reserved lines; `rest` is what stands below them.
    pub(super) fn with_lines(&self, lines: &[String], rest: &str, eol: &str) -> String {
        let new: String = lines.iter().map(|line| comment_line(line, eol)).collect();
        let ends = self.above.iter().skip(1).map(|next| next.span.start);
        let ends = ends.chain([self.message.span.start]);
        let above: String = self
            .above
            .iter()
            .zip(ends)
            .map(|(comment, end)| self.cut_off(comment, end))
            .collect();
        let is_reserved = |line: &&CommentLine| reserved(&line.text, self.tag).is_some();
        let comment = &self.message.comment;
        let first = comment
            .iter()
            .position(|line| is_reserved(&line))
            .unwrap_or(comment.len());
        let kept = |lines: &[CommentLine]| -> String {
            let kept = lines.iter().filter(|line| !is_reserved(line));
            kept.map(|line| self.catalog.slice(line.span.clone())).collect()
        };
        let (before, after) = comment.split_at(first);
        format!("{above}{}{new}{}{rest}", kept(before), kept(after))
    }

    /// What remains of a comment that a blank line cut off, with the white space behind it up to `end`: a person's lines.
    fn cut_off(&self, comment: &Comment, end: usize) -> String {
        let kept = comment
            .lines
            .iter()
            .filter(|line| reserved(&line.text, self.tag).is_none());
        let kept: String = kept.map(|line| self.catalog.slice(line.span.clone())).collect();
        if kept.is_empty() {
            return kept;
        }
        kept + self.catalog.slice(comment.span.end..end)
    }
}

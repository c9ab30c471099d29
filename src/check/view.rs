//! A translation beside its English, as the rules look at them.

use super::Spotted;
use crate::check::glossary::Glossary;
use crate::check::number;
use crate::diagnostic::{Diagnostic, Place};
use crate::edition::{Edition, State, Unit, Work};
use crate::facts::compare::Mismatch;
use crate::release::inline::{self, Inline};
use crate::release::structure::Aspect;
use std::ops::Range;

/// A translation beside its English, both readable as inline Markdown.
pub struct View<'a> {
    /// The edition.
    pub edition: &'a Edition,
    /// The segment.
    pub unit: &'a Unit,
    /// The English that the translation must agree with, as Markdown: that of today; for a stale translation the one it was made
    /// from, because what has changed since is what `stale` says.
    pub english: &'a str,
    /// The translation as Markdown, its references resolved.
    pub text: &'a str,
    /// The English, read.
    pub english_inlines: Vec<Inline>,
    /// The translation, read.
    pub inlines: Vec<Inline>,
    /// The terms of the locale.
    pub glossary: &'a Glossary,
    /// The facts on which the two do not agree; several rules look at them.
    pub mismatches: Vec<Mismatch>,
}

impl<'a> View<'a> {
    /// The view of a unit of a release, where it has a translation that can be read.
    pub fn new(edition: &'a Edition, unit: &'a Unit, glossary: &'a Glossary) -> Option<View<'a>> {
        let (Work::Release(_), Some(text)) = (&edition.work, &unit.text) else {
            return None;
        };
        if text.trim().is_empty() || !unit.problems.is_empty() {
            return None;
        }
        let stale = unit.state() == State::Stale;
        let english = unit
            .quote
            .made_from
            .as_deref()
            .filter(|_| stale)
            .unwrap_or(&unit.wanted.english);
        let english_inlines = inline::parse(english).ok()?;
        let inlines = inline::parse(text).ok()?;
        let mismatches = number::mismatches(english, text, &edition.locale);
        Some(View {
            edition,
            unit,
            english,
            text,
            english_inlines,
            inlines,
            glossary,
            mismatches,
        })
    }

    /// How the structure differs from that of the English, in one aspect.
    pub fn differences(&self, aspect: Aspect) -> Vec<Spotted> {
        let found = self.edition.structure(self.unit).unwrap_or_default();
        let found = found.into_iter().filter(|difference| difference.aspect == aspect);
        found
            .map(|difference| Spotted {
                span: 0..0,
                message: difference.message,
                help: difference.help,
                english: None,
                fix: None,
            })
            .collect()
    }

    /// A finding at what was spotted.
    pub fn finding(&self, rule: &'static str, spot: Spotted) -> Diagnostic {
        let mut english = self.unit.wanted.place.clone();
        if let (Some(span), Some(excerpt)) = (&spot.english, &english.excerpt)
            && let Some(part) = self.english.get(span.clone()).filter(|part| !part.is_empty())
            && let Some(at) = excerpt.line.find(part)
        {
            let excerpt = crate::diagnostic::Excerpt {
                line: excerpt.line.clone(),
                span: at..at + part.len(),
            };
            english.column += excerpt.line[..at].chars().count();
            english.excerpt = Some(excerpt);
        }
        Diagnostic::error(rule, spot.message)
            .at(self.place(spot.span))
            .with_related("the English", english)
            .with_help(spot.help)
    }

    /// Where a part of the translation's text stands in its file. Escapes and references make the text differ from the file; then
    /// the part is looked for by its letters, and at worst the whole value is meant.
    pub fn place(&self, span: Range<usize>) -> Place {
        let value = self.unit.message.as_ref().and_then(|message| message.value.as_ref());
        let (Some(catalog), Some(value)) = (&self.edition.catalog, value) else {
            return self.edition.place(self.unit);
        };
        let raw = catalog.source.text().get(value.span.clone()).unwrap_or_default();
        let start = value.span.start;
        if span.is_empty() {
            return catalog.source.place(value.span.clone());
        }
        if raw == self.text {
            return catalog.source.place(start + span.start..start + span.end);
        }
        match self.text.get(span).and_then(|part| Some((raw.find(part)?, part.len()))) {
            Some((at, length)) => catalog.source.place(start + at..start + at + length),
            None => catalog.source.place(value.span.clone()),
        }
    }
}

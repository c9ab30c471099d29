//! A translation beside its English, as the rules look at them.

use super::Spotted;
use crate::check::glossary::Glossary;
use crate::check::side::{EnglishSides, Side};
use crate::diagnostic::{Diagnostic, Place};
use crate::edition::{Edition, State, Unit, Work};
use crate::facts::compare::{Mismatch, compare};
use crate::release::structure::Aspect;
use std::ops::Range;
use std::rc::Rc;

/// A translation beside its English, both readable as inline Markdown.
pub struct View<'a> {
    /// The edition.
    pub edition: &'a Edition,
    /// The segment.
    pub unit: &'a Unit,
    /// The English that the translation must agree with: that of today; for a stale translation the one it was made
    /// from, because what has changed since is what `stale` says.
    pub english: Rc<Side>,
    /// The translation, its references resolved.
    pub translation: Side,
    /// The terms of the locale.
    pub glossary: &'a Glossary,
    /// The facts on which the two do not agree; several rules look at them.
    pub mismatches: Vec<Mismatch>,
}

impl<'a> View<'a> {
    /// The view of a unit of a release, where it has a translation that can be read.
    pub fn new(
        edition: &'a Edition,
        unit: &'a Unit,
        glossary: &'a Glossary,
        sources: &EnglishSides,
    ) -> Option<View<'a>> {
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
        let english = sources.of(english)?;
        let translation = Side::new(text, &edition.locale)?;
        let mismatches = compare(&english.facts, &translation.facts);
        Some(View {
            edition,
            unit,
            english,
            translation,
            glossary,
            mismatches,
        })
    }

    /// How the structure differs from that of the English, in one aspect.
    pub fn differences(&self, aspect: Aspect) -> Vec<Spotted> {
        let found = match self.unit.state() {
            // The translation may have been made from another English than that of today.
            State::Stale => self.edition.structure(self.unit).unwrap_or_default(),
            _ => self
                .edition
                .differences(&self.english.inlines, &self.translation.inlines),
        };
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
            && let Some(part) = self.english.text.get(span.clone()).filter(|part| !part.is_empty())
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
        if raw == self.translation.text {
            return catalog.source.place(start + span.start..start + span.end);
        }
        match self
            .translation
            .text
            .get(span)
            .and_then(|part| Some((raw.find(part)?, part.len())))
        {
            Some((at, length)) => catalog.source.place(start + at..start + at + length),
            None => catalog.source.place(value.span.clone()),
        }
    }
}

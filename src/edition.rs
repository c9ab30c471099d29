//! A release in one locale: every segment beside its translation; [`Unit::state`] alone decides what is fresh.

use crate::catalog::quote::Quote;
use crate::catalog::{Catalog, Message};
use crate::diagnostic::{Diagnostic, Place, Severity, Source};
use crate::locale::Locale;
use crate::names::{SegmentId, Slug};
use crate::release::canonical::same;
use crate::release::inline::{self, Inline, InlineError, Text};
use crate::release::structure::{self, Difference};
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

/// What a note begins with that waives a rule for one message.
const WAIVER: &str = "pressroom: allow ";

/// What is translated: a release, or one of the catalogs that belong to the whole newsroom.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Work {
    /// The strings of the pages, `site.ftl`.
    Site,
    /// The terms, `glossary.ftl`.
    Glossary,
    /// A release.
    Release(Slug),
}

impl Work {
    /// The name under which people know it: the slug, `site` or `glossary`.
    pub fn name(&self) -> &str {
        match self {
            Work::Site => "site",
            Work::Glossary => "glossary",
            Work::Release(slug) => slug.as_str(),
        }
    }

    /// The path of its catalog in `locale`, from the root of the newsroom.
    pub fn path(&self, locale: &Locale) -> String {
        match self {
            Work::Site => format!("locales/{locale}/site.ftl"),
            Work::Glossary => format!("locales/{locale}/glossary.ftl"),
            Work::Release(slug) => format!("locales/{locale}/releases/{slug}.ftl"),
        }
    }
}

/// How a translation stands to the English of today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Made from the present English.
    Fresh,
    /// Made from another English text.
    Stale,
    /// Prefilled; no person has confirmed it.
    Draft,
    /// Translated, but nothing says from what.
    Unverified,
    /// No translation.
    Missing,
}

impl State {
    /// The word for it in messages and reports.
    pub fn as_str(self) -> &'static str {
        match self {
            State::Fresh => "fresh",
            State::Stale => "stale",
            State::Draft => "draft",
            State::Unverified => "unverified",
            State::Missing => "missing",
        }
    }
}

/// What is to be translated: a segment with its id, in the words of today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// The id.
    pub id: SegmentId,
    /// Whether it is a term (`-id`) of the glossary.
    pub is_term: bool,
    /// The English of today.
    pub english: Text,
    /// Earlier English texts that an editor declared equivalent.
    pub equivalents: Vec<String>,
    /// What the editor tells translators about it.
    pub note: Option<String>,
    /// Where the English stands.
    pub place: Place,
}

/// What a unit's texts are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Inline Markdown: a segment of a release.
    Markdown,
    /// Fluent as it stands in the file: a message of the newsroom's own catalogs.
    Fluent,
}

/// One segment in one locale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// What its texts are written in.
    pub form: Form,
    /// What is to be translated.
    pub wanted: Arc<Wanted>,
    /// The message of the locale's catalog, a stub included.
    pub message: Option<Arc<Message>>,
    /// What stands in its comment about the English it was made from.
    pub quote: Quote,
    /// The translation, its references followed; none if there is none.
    pub text: Option<Text>,
    /// The terms it refers to, by name.
    pub terms: Vec<String>,
    /// What is wrong with its references; such a translation is never published.
    pub problems: Vec<Diagnostic>,
}

impl Unit {
    /// How the translation stands to the English of today.
    ///
    /// This is the one place that decides it: fresh is only what says which English it was made from, where that English and the
    /// present one have the same canonical form, or an editor declared the earlier one equivalent.
    pub fn state(&self) -> State {
        let Some(text) = &self.text else { return State::Missing };
        if text.trim().is_empty() {
            return State::Missing;
        }
        if self.quote.draft {
            return State::Draft;
        }
        match &self.quote.made_from {
            None => State::Unverified,
            Some(made_from) if self.says(made_from) => State::Fresh,
            Some(_) => State::Stale,
        }
    }

    /// Whether it is fresh only because an editor declared a change of the English harmless.
    pub fn is_fresh_by_declaration(&self) -> bool {
        let made_from = self.quote.made_from.as_deref();
        self.state() == State::Fresh && made_from.is_some_and(|made_from| !self.is_same(made_from))
    }

    /// Whether a note above the message keeps `rule` from speaking about it.
    pub fn waives(&self, rule: &str) -> bool {
        self.waivers().any(|(name, _)| name == rule)
    }

    /// The rules that notes `# pressroom: allow RULE — reason` above the message waive, and where the notes stand in the file.
    pub fn waivers(&self) -> impl Iterator<Item = (&str, Range<usize>)> {
        let lines = self.message.iter().flat_map(|message| &message.comment);
        lines.filter_map(|line| {
            let rest = line.text.trim_start().strip_prefix(WAIVER)?;
            let name = rest
                .split(|c: char| c.is_whitespace() || matches!(c, '—' | '–' | ',' | ':'))
                .next()?;
            Some((name, line.span.clone()))
        })
    }

    /// Whether `text` says what the English says now.
    fn says(&self, text: &str) -> bool {
        self.is_same(text) || self.wanted.equivalents.iter().any(|earlier| same(earlier, text))
    }

    /// Whether `text` is the English of today but for what no translation depends on.
    fn is_same(&self, text: &str) -> bool {
        match self.form {
            Form::Markdown => same(text, &self.wanted.english),
            Form::Fluent => text.split_whitespace().eq(self.wanted.english.split_whitespace()),
        }
    }
}

/// A release, or a catalog of the newsroom, in one locale.
#[derive(Debug, Clone)]
pub struct Edition {
    /// What it is an edition of.
    pub work: Work,
    /// The locale.
    pub locale: Locale,
    /// Every segment, in the order of the source.
    pub units: Vec<Unit>,
    /// Messages whose segment is gone.
    pub obsolete: Vec<Arc<Message>>,
    /// The locale's catalog as read, if there is one.
    pub catalog: Option<Catalog>,
    /// What is wrong with the file; where there is an error, nothing in it is trusted or changed.
    pub told: Vec<Diagnostic>,
    /// The tag of the source locale, which the quotes begin with.
    pub source: String,
    /// Addresses that have a counterpart in this locale: what they begin with there, and here.
    pub counterparts: BTreeMap<String, String>,
}

impl Edition {
    /// The path of the locale's catalog.
    pub fn path(&self) -> String {
        self.work.path(&self.locale)
    }

    /// Whether the locale's file has a mistake that makes all of it untrusted.
    pub fn is_broken(&self) -> bool {
        self.told.iter().any(|told| told.severity == Severity::Error)
    }

    /// The English that a message was made from, as its quote says; empty if it does not say.
    pub fn quoted(&self, message: &Message) -> String {
        self.catalog
            .as_ref()
            .and_then(|catalog| Quote::of(catalog, message, &self.source).made_from)
            .unwrap_or_default()
    }

    /// Where the value of a unit's translation stands.
    pub fn value_place(&self, unit: &Unit) -> Place {
        let value = unit.message.as_ref().and_then(|message| message.value.as_ref());
        match (&self.catalog, value) {
            (Some(catalog), Some(value)) => catalog.source.place(value.span.clone()),
            _ => self.place(unit),
        }
    }

    /// How the markup of a unit's translation differs from that of its English; an address may be the one declared as its counterpart.
    ///
    /// # Errors
    /// What keeps the translation from being read as a run of inline Markdown.
    pub fn structure(&self, unit: &Unit) -> Result<Vec<Difference>, InlineError> {
        let none = Text::default();
        let (english, translation) = (&unit.wanted.english, unit.text.as_ref().unwrap_or(&none));
        if inline::is_bare_text(english) && inline::is_bare_text(translation) {
            return Ok(Vec::new());
        }
        let Ok(english) = english.inlines() else {
            return Ok(Vec::new());
        };
        let translation = translation.inlines().map_err(Clone::clone)?;
        Ok(self.differences(english, translation))
    }

    /// How the inline structure of a translation differs from that of its English.
    pub(crate) fn differences(&self, english: &[Inline], translation: &[Inline]) -> Vec<Difference> {
        if self.counterparts.is_empty() {
            return structure::compare(english, translation);
        }
        let mut english = english.to_vec();
        let targets: Vec<&str> = inline::targets(translation).collect();
        for target in inline::targets_mut(&mut english) {
            let here = self.counterpart(target).filter(|here| targets.contains(&here.as_str()));
            if let Some(here) = here {
                *target = here;
            }
        }
        structure::compare(&english, translation)
    }

    /// What an address of the English is in this locale, if the newsroom declared it; the longest beginning wins.
    fn counterpart(&self, target: &str) -> Option<String> {
        let fits = self
            .counterparts
            .iter()
            .filter(|(there, _)| target.starts_with(there.as_str()));
        let (there, here) = fits.max_by_key(|(there, _)| there.len())?;
        Some(format!("{here}{}", &target[there.len()..]))
    }

    /// Where the translation of `unit` stands, or would have to stand.
    pub fn place(&self, unit: &Unit) -> Place {
        match (&self.catalog, &unit.message) {
            (Some(catalog), Some(message)) => catalog.source.place(message.id_span.clone()),
            (Some(catalog), None) => catalog
                .source
                .place(catalog.source.text().len()..catalog.source.text().len()),
            _ => Source::new(self.path(), "").place(0..0),
        }
    }
}

#[cfg(test)]
pub(crate) mod tests;

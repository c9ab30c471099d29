//! What lists, feeds and the map of the site show of an edition: small enough to be kept from one build to the next.

use crate::locale::Locale;
use crate::names::Slug;
use crate::render::{EditionInput, edition, html};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What lists show of an edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The headline (HTML).
    pub(crate) title: String,
    /// The headline as text.
    pub(crate) title_text: String,
    /// The abstract (HTML).
    pub(crate) summary: Option<String>,
    /// The abstract as text.
    pub(crate) summary_text: Option<String>,
    /// Who issued it, as text.
    pub(crate) issuer: Option<String>,
    /// Its symbol.
    pub(crate) symbol: Option<String>,
    /// Its day.
    pub(crate) date: Option<Date>,
    /// When it was published.
    pub(crate) published: Option<Timestamp>,
    /// When it last changed for readers.
    pub(crate) updated: Option<Timestamp>,
    /// Whether it was withdrawn.
    pub(crate) withdrawn: bool,
}

/// A release in lists: its editions, in the order of the language switcher.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// Which release.
    pub slug: Slug,
    /// The locales in which it is published, and what lists show there.
    pub editions: Vec<(Locale, Entry)>,
}

/// One edition in lists.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Line<'c> {
    pub(crate) card: &'c Card,
    pub(crate) locale: &'c Locale,
    pub(crate) entry: &'c Entry,
}

impl Entry {
    /// What lists show of an edition.
    pub fn of(input: &EditionInput) -> Entry {
        let title = edition::field(input, input.front.title);
        let summary = edition::summary(input);
        let phrase = |copy| html::phrase(copy, &input.locale);
        Entry {
            title: title.map_or(String::new(), phrase),
            title_text: title.map_or(String::new(), edition::words),
            summary: summary.map(phrase),
            summary_text: summary.map(edition::words),
            issuer: edition::field(input, input.front.issuer).map(edition::words),
            symbol: input.front.symbol.clone(),
            date: input.front.date,
            published: edition::published(input),
            updated: edition::updated(input),
            withdrawn: input.front.withdrawn.is_some(),
        }
    }
}

impl Card {
    /// The editions.
    pub(crate) fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        self.editions.iter().map(|(locale, entry)| Line {
            card: self,
            locale,
            entry,
        })
    }
}

impl Line<'_> {
    /// Where its page stands.
    pub(crate) fn path(&self) -> String {
        format!("{}/{}.html", self.locale, self.card.slug)
    }
}

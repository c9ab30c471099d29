//! What lists, feeds and the map of the site show of an edition: small enough to be kept from one build to the next.

use crate::locale::Locale;
use crate::names::Slug;
use crate::render::{Copy, EditionInput, edition, html};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What lists show of an edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The headline.
    pub(crate) title: Phrase,
    /// The abstract.
    pub(crate) summary: Option<Phrase>,
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
    /// When it was withdrawn.
    pub(crate) withdrawn: Option<Date>,
}

/// A phrase as text and as HTML. Most have no markup: then the one is the other, and is kept once.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Phrase {
    pub(crate) text: String,
    html: Option<String>,
}

impl Phrase {
    fn of(copy: &Copy, locale: &Locale) -> Phrase {
        let text = edition::words(copy);
        let html = html::phrase(copy, locale);
        let html = (html != text).then_some(html);
        Phrase { text, html }
    }

    pub(crate) fn html(&self) -> &str {
        self.html.as_deref().unwrap_or(&self.text)
    }
}

/// A release in lists: its editions, in the order of the language switcher.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Card<'c> {
    /// Which release.
    pub slug: &'c Slug,
    /// The locales in which it is published, and what lists show there.
    pub editions: &'c [(Locale, Entry)],
}

/// One edition in lists.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Line<'c> {
    pub(crate) card: Card<'c>,
    pub(crate) locale: &'c Locale,
    pub(crate) entry: &'c Entry,
}

impl Entry {
    /// What lists show of an edition.
    pub fn of(input: &EditionInput) -> Entry {
        let phrase = |copy| Phrase::of(copy, &input.locale);
        let title = edition::field(input, input.front.title).map(phrase);
        Entry {
            title: title.unwrap_or_default(),
            summary: edition::summary(input).map(phrase),
            issuer: edition::field(input, input.front.issuer).map(edition::words),
            symbol: input.front.symbol.clone(),
            date: input.front.date,
            published: edition::published(input),
            updated: edition::updated(input),
            withdrawn: input.front.withdrawn.as_ref().map(|withdrawal| withdrawal.date),
        }
    }
}

impl<'c> Card<'c> {
    /// The editions.
    pub(crate) fn lines(self) -> impl Iterator<Item = Line<'c>> {
        self.editions.iter().map(move |(locale, entry)| Line {
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

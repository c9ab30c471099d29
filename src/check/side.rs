//! One of the two texts that the rules hold against each other, and what they read in it, each thing once.

use crate::check::prose::Prose;
use crate::facts::fold::Folded;
use crate::facts::{self, Fact};
use crate::locale::Locale;
use crate::release::inline::{Inline, Text};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// A text as the rules see it.
#[derive(Debug)]
pub struct Side {
    /// The text, inline Markdown.
    pub text: String,
    /// Its structure.
    pub inlines: Vec<Inline>,
    /// Its characters as typography sees them.
    pub prose: Prose,
    /// Its letters as words are looked for in them.
    pub folded: Folded,
    /// What it states.
    pub facts: Vec<Fact>,
}

impl Side {
    /// What is read in `text`, in the language of `locale`; nothing if it is no run of inline Markdown.
    pub fn new(text: &Text, locale: &Locale) -> Option<Side> {
        let inlines = text.inlines().ok()?.to_vec();
        let read = facts::read(text, locale);
        Some(Side {
            text: text.to_string(),
            inlines,
            prose: Prose::new(text, &read.opaque),
            folded: read.folded,
            facts: read.facts,
        })
    }
}

/// The English texts of a release. Each is read once for all locales.
#[derive(Debug)]
pub struct EnglishSides {
    english: Locale,
    read: RefCell<BTreeMap<String, Option<Rc<Side>>>>,
}

impl Default for EnglishSides {
    fn default() -> EnglishSides {
        EnglishSides {
            // English is read as such even where the source has another English tag.
            english: Locale::english(),
            read: RefCell::default(),
        }
    }
}

impl EnglishSides {
    /// What is read in an English text.
    pub fn of(&self, text: &str) -> Option<Rc<Side>> {
        if let Some(known) = self.read.borrow().get(text) {
            return known.clone();
        }
        let side = Side::new(&Text::from(text.to_owned()), &self.english).map(Rc::new);
        self.read.borrow_mut().insert(text.to_owned(), side.clone());
        side
    }
}

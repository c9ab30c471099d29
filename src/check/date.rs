//! `date`: a date, weekday or time of the English is not in the translation, or the translation has another.
//!
//! Dates are compared by value: 25 May 2018 = 25 mai 2018 = 2018年5月25日 = ٢٥ أيار/مايو ٢٠١٨, and so are lists and ranges of days.
//! Times too: 5:30 p.m. = 17 h 30 = 下午5时30分. A weekday that the English names must be named.
//! The morning of the English must not become an afternoon or evening, nor the first half or quarter of a year another one.
//!
//! Why: a wrong day sends people to a closed door, and nobody sees it in a text that reads well.
//!
//! Example: `on Thursday, 7 June` — `le mardi 7 juin`.
//!
//! Mend it: write the date of the English.
//!
//! Waive it with a note above the message: `# pressroom: allow date — the feast is known by its name`.

use crate::check::number::{mismatches, spotted};
use crate::check::view::View;
use crate::check::{Rule, Scope, Spotted, manual};
use crate::diagnostic::Severity;
use crate::facts::compare::{Mismatch, What};
use crate::locale::Locale;

/// The rule.
pub const RULE: Rule = Rule {
    name: "date",
    level: Severity::Error,
    manual: || manual::of(include_str!("date.rs")),
    scope: Scope::Translation(look),
};

fn look(view: &View<'_>) -> Vec<Spotted> {
    agree(&view.mismatches)
}

/// The dates and times on which the two texts do not agree.
pub fn check(english: &str, translation: &str, locale: &Locale) -> Vec<Spotted> {
    agree(&mismatches(english, translation, locale))
}

fn agree(all: &[Mismatch]) -> Vec<Spotted> {
    let found = all.iter().filter(|m| m.what == What::Date);
    found
        .map(|mismatch| spotted(mismatch, "write the date of the English"))
        .collect()
}

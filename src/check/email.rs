//! `email`: an e-mail address of the English is not in the translation, or the translation has another.
//!
//! Every address must be there letter by letter; upper and lower case do not count.
//!
//! Why: mail to a misspelt address is lost, or read by somebody else.
//!
//! Example: `press@example.org` — `presse@example.org`.
//!
//! Mend it: copy the address of the English. Where an office has one in the reader's language, waive the rule.
//!
//! Waive it with a note above the message: `# pressroom: allow email — the French desk has its own address`.

use crate::check::number::{mismatches, spotted};
use crate::check::view::View;
use crate::check::{Rule, Scope, Spotted, manual};
use crate::diagnostic::Severity;
use crate::facts::compare::{Mismatch, What};
use crate::locale::Locale;

/// The rule.
pub const RULE: Rule = Rule {
    name: "email",
    level: Severity::Error,
    manual: || manual::of(include_str!("email.rs")),
    scope: Scope::Translation(look),
};

fn look(view: &View<'_>) -> Vec<Spotted> {
    agree(&view.mismatches)
}

/// The e-mail addresses on which the two texts do not agree.
pub fn check(english: &str, translation: &str, locale: &Locale) -> Vec<Spotted> {
    agree(&mismatches(english, translation, locale))
}

fn agree(all: &[Mismatch]) -> Vec<Spotted> {
    let found = all.iter().filter(|m| m.what == What::Email);
    found
        .map(|mismatch| spotted(mismatch, "write the address of the English"))
        .collect()
}

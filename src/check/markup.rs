//! `markup`: the inline Markdown of a translation is not that of the English.
//!
//! Emphasis, code, footnote references, images and links must be the same in number; their order is free. Raw HTML is never allowed. A translation is
//! one run of text: a blank line, a heading or a list cannot stand in it.
//!
//! Why: a lost footnote reference or a word in bold that should not be changes what the page says; and a translation must never be able to change the page
//! around it.
//!
//! Mend it: as the finding says. Waive it with a note above the message: `# pressroom: allow markup — the emphasis has no counterpart`.

use super::{Rule, Scope, manual};
use crate::diagnostic::{Diagnostic, Severity};
use crate::edition::{Edition, Unit, Work};
use crate::release::structure::Aspect;

/// The rule.
pub const RULE: Rule = Rule {
    name: "markup",
    level: Severity::Error,
    manual: || manual::of(include_str!("markup.rs")),
    scope: Scope::State(look),
};

fn look(edition: &Edition, unit: &Unit) -> Option<Diagnostic> {
    let is_read = matches!(edition.work, Work::Release(_)) && unit.problems.is_empty();
    if !is_read || unit.text.as_deref().is_none_or(|text| text.trim().is_empty()) {
        return None;
    }
    let (message, help) = match edition.structure(unit) {
        Err(error) => (error.what, error.mend),
        Ok(differences) => {
            let found = differences
                .into_iter()
                .find(|difference| difference.aspect == Aspect::Markup)?;
            (found.message, found.help)
        }
    };
    let finding = Diagnostic::error("markup", message).at(edition.value_place(unit));
    Some(
        finding
            .with_related("the English", unit.wanted.place.clone())
            .with_help(help),
    )
}

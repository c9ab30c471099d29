//! `markup`: the inline Markdown of a translation is not that of the English.
//!
//! Emphasis, code, footnote references, images and links must be the same in number; their order is free. Raw HTML is never allowed. A translation is
//! one run of text: a blank line, a heading or a list cannot stand in it.
//!
//! Why: a lost footnote reference or a word in bold that should not be changes what the page says; and a translation must never be able to change the page
//! around it.
//!
//! Mend it: as the finding says. Waive it with a note above the message: `# pressroom: allow markup — the emphasis has no counterpart`.

use super::{Rule, Scope, Spotted, manual};
use crate::check::view::View;
use crate::diagnostic::Severity;
use crate::release::structure::Aspect;

/// The rule.
pub const RULE: Rule = Rule {
    name: "markup",
    level: Severity::Error,
    manual: || manual::of(include_str!("markup.rs")),
    scope: Scope::Translation(look),
};

fn look(view: &View<'_>) -> Vec<Spotted> {
    view.differences(Aspect::Markup)
}

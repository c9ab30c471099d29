//! `draft`: a translation was filled in by the program and no person has confirmed it.
//!
//! `pressroom update` offers what the repository already translated, and what a split or merged paragraph used to say, under a line that
//! begins with `# DRAFT`. A draft is not published.
//!
//! ```ftl
//! # DRAFT (memory 92 %, from 2018/05/eu-un#background): check the translation, then delete this line.
//! # en: The Office was established in June 2017.
//! office-established-june-2017 = Le Bureau a été créé en juin 2017.
//! ```
//!
//! Mend it: check the translation, mend it where needed, and delete the `DRAFT` line.

use super::{Rule, Scope, manual};
use crate::diagnostic::{Diagnostic, Severity};
use crate::edition::{Edition, State, Unit};

/// The rule.
pub const RULE: Rule = Rule {
    name: "draft",
    level: Severity::Error,
    manual: || manual::of(include_str!("draft.rs")),
    scope: Scope::State(look),
};

fn look(edition: &Edition, unit: &Unit) -> Option<Diagnostic> {
    if unit.state() != State::Draft {
        return None;
    }
    Some(
        Diagnostic::error(
            "draft",
            format!("`{}` is a draft that nobody has confirmed", unit.wanted.id),
        )
        .at(edition.place(unit))
        .with_related("the English", unit.wanted.place.clone())
        .with_help("check the translation, then delete its `DRAFT` line"),
    )
}

//! `missing`: a segment has no translation.
//!
//! The message is absent from the locale's file, or its value is still the stub `{ "" }`.
//!
//! Why: a page with holes, or with English where the reader expects their own language, must not be published by accident.
//!
//! ```ftl
//! # en: The dialogue takes place every year.
//! dialogue-takes-place-every = { "" }
//! ```
//!
//! Mend it: put the translation in place of `{ "" }`. `pressroom update LOCALE` writes the stubs that are not there yet,
//! `pressroom todo LOCALE` lists them all. Where less is asked of a locale, set its `tier` in `pressroom.toml`.

use super::{Rule, Scope, manual};
use crate::diagnostic::{Diagnostic, Severity};
use crate::edition::{Edition, State, Unit};

/// The rule.
pub const RULE: Rule = Rule {
    name: "missing",
    level: Severity::Error,
    manual: || manual::of(include_str!("missing.rs")),
    scope: Scope::State(look),
};

fn look(edition: &Edition, unit: &Unit) -> Option<Diagnostic> {
    if unit.state() != State::Missing {
        return None;
    }
    let finding = Diagnostic::error("missing", format!("`{}` has no translation", unit.wanted.id))
        .at(edition.place(unit))
        .with_related("the English", unit.wanted.place.clone());
    Some(match unit.message {
        Some(_) => finding.with_help("write the translation in place of `{ \"\" }`"),
        None => finding.with_help(format!(
            "run `pressroom update {}`, then translate the stub it writes",
            edition.locale
        )),
    })
}

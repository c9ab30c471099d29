//! `unverified`: nothing says which English a translation was made from.
//!
//! There is no `# en:` line above the translation, so nobody can know whether it is up to date. It is treated like a stale one, never the
//! other way round: losing a line can only make a translation less trusted.
//!
//! Mend it: compare the translation with the English, then run `pressroom accept LOCALE RELEASE#ID`, which writes the quote.

use super::{Rule, Scope, manual};
use crate::diagnostic::{Diagnostic, Severity};
use crate::edition::{Edition, State, Unit};

/// The rule.
pub const RULE: Rule = Rule {
    name: "unverified",
    level: Severity::Error,
    manual: || manual::of(include_str!("unverified.rs")),
    scope: Scope::State(look),
};

fn look(edition: &Edition, unit: &Unit) -> Option<Diagnostic> {
    if unit.state() != State::Unverified {
        return None;
    }
    let id = &unit.wanted.id;
    Some(
        Diagnostic::error("unverified", format!("nothing says which English `{id}` was made from"))
            .at(edition.place(unit))
            .with_related("the English now", unit.wanted.place.clone())
            .with_help(format!(
                "compare the two, then run `pressroom accept {} {}#{id}`",
                edition.locale,
                edition.work.name()
            )),
    )
}

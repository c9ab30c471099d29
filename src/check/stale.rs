//! `stale`: the English has changed since the translation was made.
//!
//! The quote above a translation (`# en:` or `# en was:`) says which English it was made from; that English and the present one differ in
//! more than white space, the style of quotes and dashes, or the spelling of Markdown.
//!
//! Why: a reader of the translation would be told what no longer holds. This is what the program exists for.
//!
//! ```ftl
//! # STALE (number 25 → 26): revise the translation, then delete this line and the next.
//! # en was: Their meeting took place in Brussels on 25 May.
//! # en now: Their meeting took place in Brussels on 26 May.
//! meeting-took-place-brussels = Leur réunion s’est tenue à Bruxelles le 25 mai.
//! ```
//!
//! Mend it: revise the translation and delete the lines `STALE` and `en was`, or run `pressroom accept LOCALE RELEASE#ID` when the
//! translation already says what the English says now. An editor whose change alters nothing for translators says so once for all
//! locales with `pressroom extract --minor "reason"`.

use super::{Rule, Scope, manual};
use crate::diagnostic::{Diagnostic, Severity};
use crate::edition::{Edition, State, Unit};

/// The rule.
pub const RULE: Rule = Rule {
    name: "stale",
    level: Severity::Error,
    manual: || manual::of(include_str!("stale.rs")),
    scope: Scope::State(look),
};

fn look(edition: &Edition, unit: &Unit) -> Option<Diagnostic> {
    if unit.state() != State::Stale {
        return None;
    }
    let was = unit.quote.made_from.as_deref().unwrap_or_default();
    let change = crate::align::change::classify(was, &unit.wanted.english);
    let id = &unit.wanted.id;
    Some(
        Diagnostic::error(
            "stale",
            format!("`{id}` was made from another English text ({})", change.describe()),
        )
        .at(edition.place(unit))
        .with_related("the English now", unit.wanted.place.clone())
        .with_note(format!("the English was: {was}"))
        .with_help(format!(
            "revise it, then run `pressroom accept {} {}#{id}`",
            edition.locale,
            edition.work.name()
        )),
    )
}

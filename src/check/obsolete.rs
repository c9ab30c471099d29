//! `obsolete`: a translation whose segment is gone.
//!
//! Its English was removed from the release. The translation is kept under `## Obsolete` at the end of the file and comes back by itself when its
//! English returns.
//!
//! Mend it: nothing needs to be done. `pressroom prune LOCALE` removes obsolete translations when you are sure.

use super::{Rule, Scope, manual};
use crate::diagnostic::{Diagnostic, Severity, Subject};
use crate::edition::Edition;

/// The rule.
pub const RULE: Rule = Rule {
    name: "obsolete",
    level: Severity::Warning,
    manual: || manual::of(include_str!("obsolete.rs")),
    scope: Scope::Edition(look),
};

fn look(edition: &Edition) -> Vec<Diagnostic> {
    let Some(catalog) = &edition.catalog else {
        return Vec::new();
    };
    let tell = |message: &crate::catalog::Message| {
        Diagnostic::warning("obsolete", format!("the segment of `{}` is gone", message.id))
            .at(catalog.source.place(message.id_span.clone()))
            .about(Subject {
                locale: Some(edition.locale.to_string()),
                release: Some(edition.work.name().to_owned()),
                id: Some(message.id.to_string()),
            })
            .with_help(format!(
                "leave it, or remove it with `pressroom prune {}`",
                edition.locale
            ))
    };
    edition.obsolete.iter().map(AsRef::as_ref).map(tell).collect()
}

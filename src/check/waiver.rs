//! Waivers: a note line `# pressroom: allow RULE — reason` above a message keeps one rule from speaking about it.

use super::{names, rule, subject};
use crate::diagnostic::{Diagnostic, suggestion};
use crate::edition::{Edition, Unit};

/// An error for every waiver that names no rule; a misspelt waiver must not be taken for one that works.
pub fn unknown(edition: &Edition, unit: &Unit) -> Vec<Diagnostic> {
    let bad = unit.waivers().filter(|(name, _)| rule(name).is_none());
    bad.filter_map(|(name, span)| {
        let place = edition.catalog.as_ref()?.source.place(span);
        let error = Diagnostic::error("syntax", format!("`{name}` is not a rule"))
            .at(place)
            .about(subject(edition, unit));
        Some(error.with_help(suggestion(name, &names())))
    })
    .collect()
}

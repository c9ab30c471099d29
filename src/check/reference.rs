//! `reference`: a translation refers to something that does not exist or is not allowed.
//!
//! A translation of a release may use the terms of its locale's glossary, `{ -unoct }` or `{ -unoct(case: "genitive") }`, and text in
//! quotes, `{ "{" }`. Variables, functions, other messages and selections belong to `site.ftl`; there a translation uses the variables that the
//! English uses, all of them and no other, and gives every plural form of its language.
//!
//! Why: what a reference stands for is published with the translation; one that cannot be resolved leaves a hole, and one that the English did not
//! offer could put anything there.
//!
//! Example: `pages = { $cuont } pages`, where the English has `{ $count } pages`.
//!
//! Mend it: correct the name (the finding offers the nearest), add the term to `locales/LOCALE/glossary.ftl`, or write the text itself.
//!
//! Waive it with a note above the message: `# pressroom: allow reference — this language does not say the number`. A translation of a release
//! whose references cannot be resolved is not published all the same.

use super::{Rule, Scope, manual, strings};
use crate::diagnostic::{Diagnostic, Severity};
use crate::edition::{Edition, Form, Unit};

/// The rule.
pub const RULE: Rule = Rule {
    name: "reference",
    level: Severity::Error,
    manual: || manual::of(include_str!("reference.rs")),
    scope: Scope::State(look),
};

fn look(edition: &Edition, unit: &Unit) -> Option<Diagnostic> {
    if unit.form == Form::Fluent {
        return strings::problem(edition, unit);
    }
    let problem = unit.problems.first()?.clone();
    let place = problem.place.clone().unwrap_or_else(|| edition.place(unit));
    Some(problem.at(place))
}

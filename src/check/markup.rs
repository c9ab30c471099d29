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

#[cfg(test)]
mod tests {
    use super::look;
    use crate::diagnostic::Diagnostic;
    use crate::edition::tests::edition;
    use crate::edition::{Form, Work};

    #[test]
    fn only_a_text_of_a_release_whose_references_are_right_is_compared() {
        let told = |text: &str, work: Option<Work>, problem: Option<Diagnostic>| {
            let mut edition = edition(Form::Markdown, "*a*", Some(text));
            edition.work = work.unwrap_or(edition.work);
            let mut unit = edition.units[0].clone();
            unit.problems.extend(problem);
            look(&edition, &unit).map(|found| found.message)
        };
        let lost = "has no parts emphasised where the English has one";
        assert_eq!(told("a = b\n", None, None).as_deref(), Some(lost));
        assert_eq!(told("a = *b*\n", None, None), None);
        assert_eq!(told("a = { \" \" }\n", None, None), None);
        assert_eq!(told("a = b\n", Some(Work::Site), None), None);
        let problem = Diagnostic::error("reference", "there is no term `-x`");
        assert_eq!(told("a = b\n", None, Some(problem)), None);
    }
}

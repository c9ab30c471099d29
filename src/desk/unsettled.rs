//! Terms that are not fit to be published: what uses one of them is not fit either.

use super::Own;
use super::files::read_catalog;
use super::laying::{Reading, edition, wanted};
use crate::diagnostic::Diagnostic;
use crate::edition::{Edition, State, Unit, Work};
use crate::locale::Locale;
use crate::newsroom::Newsroom;
use std::collections::BTreeMap;

/// Terms that are not fit to be published, by name, with their state.
pub(super) type Unsettled = BTreeMap<String, State>;

/// The terms of a locale whose English changed since they were translated, or that nobody confirmed; and those that use one of them.
pub(super) fn unsettled(newsroom: &Newsroom, own: &[Own], locale: &Locale) -> Result<Unsettled, Diagnostic> {
    let mut found = Unsettled::new();
    for own in own.iter().filter(|own| own.work == Work::Glossary) {
        let (catalog, told) = read_catalog(newsroom, &own.work.path(locale))?;
        let reading = Reading {
            source: newsroom.source_locale().tag(),
            terms: None,
            counterparts: BTreeMap::new(),
        };
        let glossary = edition(
            own.work.clone(),
            locale.clone(),
            &wanted(&own.catalog),
            catalog,
            told,
            &reading,
        );
        let terms: Vec<&Unit> = glossary
            .units
            .iter()
            .filter(|unit| unit.wanted.is_term && unit.message.is_some())
            .collect();
        loop {
            let before = found.len();
            for unit in &terms {
                let uses = |name: &String| mentions(unit.text.as_deref().unwrap_or_default(), name);
                let inherited = found.iter().find(|(name, _)| uses(name)).map(|(_, state)| *state);
                let state = Some(unit.state()).filter(|state| *state != State::Fresh).or(inherited);
                if let Some(state) = state {
                    found.entry(unit.wanted.id.to_string()).or_insert(state);
                }
            }
            if found.len() == before {
                break;
            }
        }
    }
    Ok(found)
}

/// Whether a Fluent text refers to the term of this name.
fn mentions(text: &str, name: &str) -> bool {
    let continues = |rest: &str| rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    let mut rest = text;
    while let Some((_, after)) = rest.split_once('{') {
        rest = after;
        let reference = after
            .trim_start()
            .strip_prefix('-')
            .and_then(|after| after.strip_prefix(name));
        if reference.is_some_and(|after| !continues(after)) {
            return true;
        }
    }
    false
}

/// A translation is not better than the terms in it: what uses one that is not fresh has a problem, and is not published.
pub(super) fn distrust(edition: &mut Edition, unsettled: &Unsettled) {
    let glossary = Work::Glossary.path(&edition.locale);
    let mut problems: Vec<(usize, Diagnostic)> = Vec::new();
    for (at, unit) in edition.units.iter().enumerate() {
        for (name, state) in unit.terms.iter().filter_map(|name| unsettled.get_key_value(name)) {
            let error = Diagnostic::error(
                "reference",
                format!("the term `-{name}` in the translation is {}", state.as_str()),
            );
            let help = format!(
                "bring `-{name}` up to date in {glossary}, then run `pressroom accept {} glossary#{name}`",
                edition.locale
            );
            problems.push((at, error.at(edition.value_place(unit)).with_help(help)));
        }
    }
    for (at, problem) in problems {
        edition.units[at].problems.push(problem);
    }
}

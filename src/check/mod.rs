//! Everything that must not be published: one file a rule, whose doc comment is the manual that `explain` prints.

pub mod bidi;
pub mod date;
pub mod deception;
pub mod draft;
pub mod duplicate_translation;
pub mod email;
pub mod front_matter;
pub mod glossary;
pub mod invisible;
pub mod length;
pub mod levels;
pub mod link;
pub mod manual;
pub mod markup;
pub mod mend;
pub mod missing;
pub mod number;
pub mod obsolete;
pub mod prose;
pub mod punctuation;
pub mod reference;
pub mod same;
pub mod side;
pub mod spacing;
pub mod stale;
pub mod strings;
pub mod syntax;
pub mod template;
pub mod unextracted;
pub mod unverified;
pub mod view;
pub mod waiver;

#[cfg(test)]
mod tests;

use crate::diagnostic::{Diagnostic, Severity, Subject};
use crate::edition::{Edition, Unit};
use glossary::Glossaries;
use levels::Levels;
use side::EnglishSides;
use view::View;

/// A rule of `check`.
pub struct Rule {
    /// Its name: the code of its findings.
    pub name: &'static str,
    /// Its level where the newsroom says nothing else.
    pub level: Severity,
    /// Its manual in Markdown.
    pub manual: fn() -> String,
    /// How it is run.
    pub scope: Scope,
}

/// What a rule looks at.
pub enum Scope {
    /// Nothing: its findings are made where files are read.
    Reading,
    /// One segment in one locale, whatever its state.
    State(fn(&Edition, &Unit) -> Option<Diagnostic>),
    /// One translation beside its English, where there is a translation that could be read.
    Translation(fn(&View<'_>) -> Vec<Spotted>),
    /// One edition.
    Edition(fn(&Edition) -> Vec<Diagnostic>),
    /// All editions of one locale together.
    Locale(fn(&[&Edition]) -> Vec<Diagnostic>),
}

/// What a rule found in a translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spotted {
    /// The part of the translation's text that is meant, in bytes; empty for the whole.
    pub span: std::ops::Range<usize>,
    /// What is wrong: one clause, lower case, no full stop.
    pub message: String,
    /// What to do: imperative.
    pub help: String,
    /// The part of the English that it is held against, in bytes; empty for the whole.
    pub english: Option<std::ops::Range<usize>>,
    /// What to write in the place of `span`, where the mend is mechanical.
    pub fix: Option<String>,
}

/// All rules, in the order of the manual.
pub const RULES: &[Rule] = &[
    missing::RULE,
    stale::RULE,
    unverified::RULE,
    draft::RULE,
    syntax::RULE,
    unextracted::RULE,
    reference::RULE,
    markup::RULE,
    link::RULE,
    number::RULE,
    date::RULE,
    email::RULE,
    bidi::RULE,
    invisible::RULE,
    template::RULE,
    front_matter::RULE,
    glossary::RULE,
    same::RULE,
    punctuation::RULE,
    spacing::RULE,
    length::RULE,
    duplicate_translation::RULE,
    obsolete::RULE,
];

/// The rule with this name.
pub fn rule(name: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.name == name)
}

/// The names of all rules.
pub fn names() -> Vec<&'static str> {
    RULES.iter().map(|rule| rule.name).collect()
}

/// What the rules find in one edition, with the levels and waivers of the newsroom applied; what reading its file told is not among it.
///
/// The glossaries are those of [`glossary::Glossaries::new`]; a locale without one has no terms to look for. What is read in the English
/// goes to `sources`, for the other locales of the release.
pub fn edition(edition: &Edition, levels: &Levels, glossaries: &Glossaries, sources: &EnglishSides) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let rules: Vec<(&Rule, Severity)> = RULES
        .iter()
        .filter_map(|rule| Some((rule, levels.of(rule, edition)?)))
        .collect();
    for unit in &edition.units {
        let view = View::new(edition, unit, glossaries.of(&edition.locale), sources);
        for (rule, severity) in &rules {
            let spotted = match (&rule.scope, &view) {
                (Scope::State(look), _) => look(edition, unit).into_iter().collect(),
                (Scope::Translation(look), Some(view)) => look(view)
                    .into_iter()
                    .map(|spot| view.finding(rule.name, spot))
                    .collect(),
                _ => Vec::new(),
            };
            found.extend(
                spotted
                    .into_iter()
                    .filter(|_| !unit.waives(rule.name))
                    .map(|finding| at_level(finding, *severity, edition, unit)),
            );
        }
        found.extend(waiver::unknown(edition, unit));
    }
    for (rule, severity) in &rules {
        if let Scope::Edition(look) = rule.scope {
            found.extend(look(edition).into_iter().map(|finding| Diagnostic {
                severity: *severity,
                ..finding
            }));
        }
    }
    found
}

/// What the rules find only where all editions of a locale are seen together.
pub fn across(editions: &[Edition], levels: &Levels) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let locales: std::collections::BTreeSet<_> = editions.iter().map(|edition| &edition.locale).collect();
    for locale in locales {
        let own: Vec<&Edition> = editions.iter().filter(|edition| &edition.locale == locale).collect();
        for rule in RULES {
            if let (Scope::Locale(look), Some(severity)) = (&rule.scope, levels.in_locale(rule, locale)) {
                found.extend(look(&own).into_iter().map(|finding| Diagnostic { severity, ..finding }));
            }
        }
    }
    found
}

fn at_level(finding: Diagnostic, severity: Severity, edition: &Edition, unit: &Unit) -> Diagnostic {
    Diagnostic {
        severity,
        subject: subject(edition, unit),
        ..finding
    }
}

/// What a finding about a unit is about.
pub fn subject(edition: &Edition, unit: &Unit) -> Subject {
    Subject {
        locale: Some(edition.locale.to_string()),
        release: Some(edition.work.name().to_owned()),
        id: Some(unit.wanted.id.to_string()),
    }
}

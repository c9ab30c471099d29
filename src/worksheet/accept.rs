//! A person's word that translations say what the English says: the marks of stale, unverified and draft are taken off.

use super::head::Case;
use super::pieces::{Content, Sheet};
use super::{Key, Rules, Wanted};
use crate::catalog::quote::{self, Quote, Reserved};
use crate::catalog::{Catalog, edit};
use crate::diagnostic::Diagnostic;
use std::collections::BTreeMap;

/// A file after `accept`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// The whole text, without a byte order mark.
    pub text: String,
    /// What became of each chosen message, in the order in which they were chosen; keys have the `-` of a term.
    pub outcomes: Vec<(String, Outcome)>,
}

/// What became of a message that was to be accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// It is fresh now.
    Accepted,
    /// It was fresh before; nothing was changed.
    AlreadyFresh,
    /// It was accepted for the English that the file shows, but the English has changed again since then.
    Behind,
    /// There is no translation to accept.
    Missing,
}

/// Accepts the chosen translations of the file: for the English that the file shows above each as the present one, and where it shows
/// none, for `Wanted::english`.
///
/// # Errors
/// As [`super::update`].
pub fn accept(catalog: &Catalog, chosen: &[Wanted], tag: &str, rules: Rules) -> Result<Accepted, Diagnostic> {
    if let Some(fault) = edit::fault(catalog) {
        return Err(fault);
    }
    let by_key: BTreeMap<Key<'_>, &Wanted> = chosen.iter().map(|w| ((w.is_term, &w.id), w)).collect();
    let mut found: BTreeMap<Key<'_>, Outcome> = BTreeMap::new();
    let mut sheet = Sheet::cut(catalog, tag);
    for piece in &mut sheet.pieces {
        let Content::Message(message, above) = &piece.what else {
            continue;
        };
        let Some(wanted) = by_key.get(&super::key(message)) else {
            continue;
        };
        let case = Case {
            catalog,
            message,
            above,
            wanted,
            tag,
            rules,
        };
        let (text, outcome) = accepted(&case, sheet.eol);
        found.insert(super::key(message), outcome);
        piece.text = text.unwrap_or(std::mem::take(&mut piece.text));
    }
    let outcome = |wanted: &Wanted| {
        let dash = if wanted.is_term { "-" } else { "" };
        let found = found.get(&(wanted.is_term, &wanted.id)).copied();
        (format!("{dash}{}", wanted.id), found.unwrap_or(Outcome::Missing))
    };
    let outcomes = chosen.iter().map(outcome).collect();
    let text = sheet.join();
    super::verify(catalog, &text, tag)?;
    Ok(Accepted { text, outcomes })
}

fn accepted(case: &Case<'_>, eol: &str) -> (Option<String>, Outcome) {
    if case.message.is_stub() {
        return (None, Outcome::Missing);
    }
    let quote = Quote::of(case.catalog, case.message, case.tag);
    let good = quote.made_from.as_ref().is_some_and(|from| case.good_for(from));
    let marked = [Reserved::Stale, Reserved::Was, Reserved::Now, Reserved::Draft];
    let is_marked = marked.iter().any(|kind| !case.reserved_lines(*kind).is_empty());
    if good && !is_marked {
        return (None, Outcome::AlreadyFresh);
    }
    let seen = if is_marked { quote.shown } else { None };
    let english = seen.unwrap_or_else(|| quote::writable(&case.wanted.english));
    let mut lines = case.reserved_lines(Reserved::Note);
    lines.extend(quote::fresh_lines(case.tag, &english));
    let outcome = if case.good_for(&english) {
        Outcome::Accepted
    } else {
        Outcome::Behind
    };
    (Some(case.with_lines(&lines, case.rest(), eol)), outcome)
}

//! The terms of a glossary, by name.

use crate::catalog::{Catalog, Pattern};
use std::collections::BTreeMap;

/// The terms (`-name = …`) that translations may refer to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Terms {
    terms: BTreeMap<String, Term>,
}

/// The terms of a locale without a glossary.
static NONE: Terms = Terms { terms: BTreeMap::new() };

/// A term: its value and its attributes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// What a reference to it stands for.
    pub value: Pattern,
    /// What a selection can look at, such as a grammatical gender.
    pub attributes: BTreeMap<String, Pattern>,
}

impl Terms {
    /// No terms.
    pub fn none() -> &'static Terms {
        &NONE
    }

    /// The terms of the catalogs; where two define one name, the first counts.
    pub fn from_catalogs(catalogs: &[&Catalog]) -> Terms {
        let mut terms = BTreeMap::new();
        for message in catalogs.iter().flat_map(|catalog| catalog.messages()) {
            if let (true, Some(value)) = (message.is_term, &message.value) {
                let attributes = message
                    .attributes
                    .iter()
                    .map(|a| (a.id.clone(), a.value.clone()))
                    .collect();
                let term = Term {
                    value: value.clone(),
                    attributes,
                };
                terms.entry(message.id.as_str().to_owned()).or_insert(term);
            }
        }
        Terms { terms }
    }

    /// The term with this name (without the `-`).
    pub fn get(&self, name: &str) -> Option<&Term> {
        self.terms.get(name)
    }

    /// The term with this name (without the `-`), and the name as the glossary holds it.
    pub(crate) fn get_key_value(&self, name: &str) -> Option<(&str, &Term)> {
        self.terms.get_key_value(name).map(|(name, term)| (name.as_str(), term))
    }

    /// The names in order, without the `-`.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.terms.keys().map(String::as_str)
    }

    /// The name that `name` is most probably a slip of.
    pub fn nearest(&self, name: &str) -> Option<&str> {
        let limit = (name.len() / 3).max(1);
        let near = self.names().map(|known| (distance(name, known), known));
        near.filter(|(distance, _)| *distance <= limit)
            .min()
            .map(|(_, known)| known)
    }
}

/// How many bytes must be inserted, removed or replaced to make `b` of `a` (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let b = b.as_bytes();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (n, x) in a.bytes().enumerate() {
        let mut left = n + 1;
        let mut corner = n;
        row[0] = left;
        for (y, above) in b.iter().zip(row.iter_mut().skip(1)) {
            let cost = (corner + usize::from(x != *y)).min(*above + 1).min(left + 1);
            corner = *above;
            *above = cost;
            left = cost;
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances() {
        for (a, b, expected) in [
            ("", "", 0),
            ("", "abc", 3),
            ("unoct", "unict", 1),
            ("kitten", "sitting", 3),
            ("ab", "ba", 2),
        ] {
            assert_eq!(distance(a, b), expected);
            assert_eq!(distance(b, a), expected);
        }
    }
}

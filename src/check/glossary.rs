//! `glossary`: a term of the glossary stands in the English, and its translation does not stand in the translation.
//!
//! The English glossary (`locales/en/glossary.ftl`) names the terms, the glossary of the locale says how each is translated:
//!
//! ```ftl
//! -general-assembly = Генеральная Ассамблея
//!     .forms = Генеральной Ассамблеи | Генеральной Ассамблее | Генеральную Ассамблею
//!     .stem = Генеральн Ассамбле
//!     .forbidden = Генассамблея
//! ```
//!
//! A term is found in its value (all variants of it), in one of its `.forms`, by its `.stem` (the beginnings of its words, in order),
//! or through a reference `{ -general-assembly }`. Where a term declares neither forms nor stem, its words are compared by their
//! beginnings, so that endings of inflected languages are no noise. Of terms inside one another the longest counts.
//! A wording in `.forbidden` (of the locale or the English glossary of that term) must not stand in the translation.
//!
//! Why: an organisation has one name in each language, and readers search for it.
//!
//! Mend it: write the term as the glossary has it, or refer to it; if the text is right, add the form to `.forms`.
//!
//! Waive it with a note above the message: `# pressroom: allow glossary — the quotation uses the old name`.

use crate::catalog::terms::Terms;
use crate::catalog::{Element, Expression, Pattern};
use crate::check::view::View;
use crate::check::{Rule, Scope, Spotted, manual};
use crate::diagnostic::Severity;
use crate::facts::fold::{Folded, is_ideograph};
use crate::locale::Locale;
use std::collections::BTreeMap;
use std::ops::Range;

/// The rule.
pub const RULE: Rule = Rule {
    name: "glossary",
    level: Severity::Warning,
    manual: || manual::of(include_str!("glossary.rs")),
    scope: Scope::Translation(look),
};

fn look(view: &View<'_>) -> Vec<Spotted> {
    view.glossary.look(&view.english.folded, &view.translation.folded)
}

/// The terms of a newsroom in one locale, ready to be looked for.
#[derive(Debug, Clone, Default)]
pub struct Glossary {
    entries: Vec<Entry>,
}

/// The glossaries of a newsroom.
#[derive(Debug, Clone, Default)]
pub struct Glossaries {
    locales: BTreeMap<Locale, Glossary>,
    none: Glossary,
}

impl Glossaries {
    /// The glossary of every locale, beside the English one.
    pub fn new(english: &Terms, locales: &BTreeMap<Locale, Terms>) -> Glossaries {
        let locales = locales
            .iter()
            .map(|(locale, terms)| (locale.clone(), Glossary::new(english, terms)));
        Glossaries {
            locales: locales.collect(),
            none: Glossary::default(),
        }
    }

    /// The glossary of `locale`; an empty one if it has none.
    pub fn of(&self, locale: &Locale) -> &Glossary {
        self.locales.get(locale).unwrap_or(&self.none)
    }
}

/// A term in two languages; all texts folded.
#[derive(Debug, Clone)]
struct Entry {
    name: String,
    english: Vec<String>,
    shown: String,
    forms: Vec<String>,
    stems: Vec<Vec<String>>,
    declared: bool,
    forbidden: Vec<(String, String)>,
}

impl Glossary {
    /// The terms that both glossaries have, the longest English first.
    pub fn new(english: &Terms, locale: &Terms) -> Glossary {
        let mut entries: Vec<Entry> = english
            .names()
            .filter_map(|name| entry(name, english, locale))
            .collect();
        let length = |entry: &Entry| entry.english.iter().map(String::len).max().unwrap_or(0);
        entries.sort_by_key(|entry| (std::cmp::Reverse(length(entry)), entry.name.clone()));
        Glossary { entries }
    }

    /// The terms of `english` that `translation` does not have, and the wordings in it that a term forbids.
    pub fn check(&self, english: &str, translation: &str) -> Vec<Spotted> {
        self.look(&Folded::new(english), &Folded::new(translation))
    }

    fn look(&self, source: &Folded, target: &Folded) -> Vec<Spotted> {
        let mut taken: Vec<Range<usize>> = Vec::new();
        let mut found = Vec::new();
        for entry in &self.entries {
            let places: Vec<_> = entry
                .english
                .iter()
                .flat_map(|term| places(&source.text, term, Edge::English))
                .collect();
            let free: Vec<_> = places
                .into_iter()
                .filter(|p| !taken.iter().any(|t| t.start < p.end && p.start < t.end))
                .collect();
            let Some(first) = free.first() else { continue };
            if !entry.stands_in(&target.text) {
                found.push(missing(entry, source.original(first)));
            }
            taken.extend(free);
        }
        found.extend(self.forbidden(target));
        found
    }

    fn forbidden(&self, target: &Folded) -> Vec<Spotted> {
        let all = self
            .entries
            .iter()
            .flat_map(|entry| entry.forbidden.iter().map(move |words| (entry, words)));
        let hits = all.flat_map(|(entry, (folded, shown))| {
            let hits = places(&target.text, folded, Edge::Loose);
            hits.into_iter().map(move |at| (entry, shown, at))
        });
        let spots = hits.map(|(entry, shown, at)| Spotted {
            span: target.original(&at),
            message: format!("`{shown}` is not to be used for `-{}`", entry.name),
            help: format!("write `{}`", entry.shown),
            english: None,
            fix: None,
        });
        spots.collect()
    }
}

fn missing(entry: &Entry, english: Range<usize>) -> Spotted {
    Spotted {
        span: 0..0,
        message: format!("the term `-{}`, `{}`, is missing", entry.name, entry.shown),
        help: format!(
            "write `{}` or `{{ -{} }}`; if the text is right, add its form to `.forms` of the term",
            entry.shown, entry.name
        ),
        english: Some(english),
        fix: None,
    }
}

fn entry(name: &str, english: &Terms, locale: &Terms) -> Option<Entry> {
    let (source, target) = (english.get(name)?, locale.get(name)?);
    let list = |attribute: Option<&Pattern>| -> Vec<String> {
        let texts = attribute.map(texts).unwrap_or_default();
        texts
            .iter()
            .flat_map(|text| text.split('|'))
            .map(|t| t.trim().to_owned())
            .filter(|t| !t.is_empty())
            .collect()
    };
    let fold = |text: &String| {
        Folded::new(text)
            .text
            .replace(['\u{A0}', '\u{202F}'], " ")
            .trim()
            .to_owned()
    };
    let values = texts(&target.value);
    let shown = values.first()?.trim().to_owned();
    let forms = list(target.attributes.get("forms"));
    let stems = list(target.attributes.get("stem"));
    let declared = !forms.is_empty() || !stems.is_empty();
    let bad = list(target.attributes.get("forbidden"));
    let english: Vec<String> = texts(&source.value)
        .iter()
        .chain(&list(source.attributes.get("forms")))
        .map(fold)
        .filter(|t| !t.is_empty())
        .collect();
    let words = |text: &String| fold(text).split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    (!shown.is_empty() && !english.is_empty()).then(|| Entry {
        name: name.to_owned(),
        english,
        shown,
        forms: values
            .iter()
            .chain(&forms)
            .map(fold)
            .filter(|t| !t.is_empty())
            .collect(),
        stems: if declared {
            stems.iter().map(words).collect()
        } else {
            values.iter().map(|v| beginnings(&words(v))).collect()
        },
        declared,
        forbidden: bad.iter().map(|text| (fold(text), text.clone())).collect(),
    })
}

impl Entry {
    /// Whether the (folded) translation has the term in any of its forms.
    fn stands_in(&self, text: &str) -> bool {
        let text = text.replace(['\u{A0}', '\u{202F}'], " ");
        let form = self.forms.iter().any(|form| text.contains(form.as_str()));
        // A gap of three words lets adjectives and particles in between; undeclared terms get the same chance.
        form || self
            .stems
            .iter()
            .any(|stems| in_order(&text, stems, if self.declared { 2 } else { 3 }))
    }
}

/// The beginning of each word that its endings leave alone: three fifths of it, at least three letters.
fn beginnings(words: &[String]) -> Vec<String> {
    let cut = |word: &String| {
        let (article, bare) = word.strip_prefix("ال").map_or(("", word.as_str()), |rest| ("ال", rest));
        let length = bare.chars().count();
        let whole = length <= 3 || bare.chars().any(is_ideograph);
        let keep = if whole { length } else { (length * 3).div_ceil(5).max(3) };
        article.chars().chain(bare.chars().take(keep)).collect()
    };
    words.iter().map(cut).collect()
}

/// Whether words that begin with these stems follow each other, with at most `gap` others between two.
fn in_order(text: &str, stems: &[String], gap: usize) -> bool {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || "«»\"“”()[]*_,.;:!?،؛؟".contains(c))
        .filter(|w| !w.is_empty())
        .collect();
    let begins = |word: &str, stem: &str| {
        let bare = word.split_once('\'').map_or(word, |(_, rest)| rest);
        [word, bare].iter().any(|w| w.starts_with(stem))
            || ARABIC_PREFIXES.iter().any(|p| {
                word.strip_prefix(p)
                    .is_some_and(|w| w.starts_with(stem.strip_prefix("ال").unwrap_or(stem)))
            })
    };
    (0..words.len()).any(|start| {
        let mut at = start;
        stems.iter().enumerate().all(|(n, stem)| {
            let reach = if n == 0 { 1 } else { gap + 1 };
            let hit = words
                .iter()
                .enumerate()
                .skip(at)
                .take(reach)
                .find(|(_, word)| begins(word, stem));
            hit.map(|(found, _)| at = found + 1).is_some()
        })
    })
}

/// The particles that Arabic writes together with the next word.
const ARABIC_PREFIXES: [&str; 15] = [
    "وبال", "وكال", "ولل", "فلل", "وال", "بال", "كال", "فال", "لل", "ال", "و", "ب", "ل", "ك", "ف",
];

/// How a term must be bounded.
#[derive(Clone, Copy)]
enum Edge {
    /// By no letter before it, and none behind but a plural or possessive `s`.
    English,
    /// By no letter before it, where its script writes words apart.
    Loose,
}

/// Where `term` stands in `text`, both folded.
fn places(text: &str, term: &str, edge: Edge) -> Vec<Range<usize>> {
    let found = text.match_indices(term).map(|(at, _)| at..at + term.len());
    let bounded = |at: &Range<usize>| {
        let before = text.get(..at.start).and_then(|t| t.chars().next_back());
        let rest = text.get(at.end..).unwrap_or("");
        let rest = if matches!(edge, Edge::English) {
            rest.strip_prefix("'s")
                .or_else(|| rest.strip_prefix('s'))
                .unwrap_or(rest)
        } else {
            ""
        };
        let letter = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && !is_ideograph(c));
        !letter(before) && !letter(rest.chars().next())
    };
    found.filter(bounded).collect()
}

/// The texts that a pattern can have: its literal text, with each variant of a selection in turn.
fn texts(pattern: &Pattern) -> Vec<String> {
    let mut texts = vec![String::new()];
    for element in &pattern.elements {
        let parts = match element {
            Element::Text(text) => vec![text.clone()],
            Element::Placeable(expression) => expression_texts(expression),
        };
        texts = texts
            .iter()
            .flat_map(|head| parts.iter().map(move |part| format!("{head}{part}")))
            .take(64)
            .collect();
    }
    texts
}

fn expression_texts(expression: &Expression) -> Vec<String> {
    match expression {
        Expression::StringLiteral(text) => vec![text.clone()],
        Expression::NumberLiteral(text) => vec![text.clone()],
        Expression::Select { variants, .. } => {
            let (default, others): (Vec<_>, Vec<_>) = variants.iter().partition(|v| v.default);
            default
                .into_iter()
                .chain(others)
                .flat_map(|v| texts(&v.value))
                .take(64)
                .collect()
        }
        Expression::Nested(inner) => expression_texts(inner),
        _ => vec![String::new()],
    }
}

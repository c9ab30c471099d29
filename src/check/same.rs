//! `same`: a translation is the English, unchanged.
//!
//! Numbers, addresses, symbols and names stay as they are in every language and are not meant: a text with no word in it, words in
//! capitals (`INTERPOL`), and two or more capitalised words in a row that are no common English words (`Jürgen Stock`).
//! In languages of the Latin script, single words that English shares with them (`Information`, `Contact`) are not meant either.
//!
//! Why: a text that was copied to be translated later is counted as done and read as English.
//!
//! Mend it: translate it. Where the words are the same in both languages, waive the rule.
//!
//! Waive it with a note above the message: `# pressroom: allow same — the name of the band`.

use crate::check::prose::{GAP, Prose};
use crate::check::view::View;
use crate::check::{Rule, Scope, Spotted, manual};
use crate::diagnostic::Severity;
use crate::locale::Locale;
use crate::release::canonical::canonical;

/// The rule.
pub const RULE: Rule = Rule {
    name: "same",
    level: Severity::Warning,
    manual: || manual::of(include_str!("same.rs")),
    scope: Scope::Translation(look),
};

fn look(view: &View<'_>) -> Vec<Spotted> {
    check(&view.english.text, &view.translation.text, &view.edition.locale)
}

/// The whole translation, if it is the English.
pub fn check(english: &str, translation: &str, locale: &Locale) -> Vec<Spotted> {
    if !is_the_same(english, translation) || locale.language() == "en" || may_stay(translation, locale) {
        return Vec::new();
    }
    vec![Spotted {
        span: 0..translation.len(),
        message: "is the English, unchanged".to_owned(),
        help: "translate it".to_owned(),
        english: None,
        fix: None,
    }]
}

/// Whether two texts are one but for what nobody reads; most differ in their first letters.
fn is_the_same(english: &str, translation: &str) -> bool {
    english == translation || letters(english).eq(letters(translation)) && canonical(english) == canonical(translation)
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).take(200)
}

/// English words that are written with a capital in headings and names of offices; a text with one of them is no person's name.
const COMMON: [&str; 62] = [
    "a",
    "about",
    "academy",
    "action",
    "agency",
    "agenda",
    "all",
    "an",
    "and",
    "annual",
    "assembly",
    "associated",
    "background",
    "board",
    "briefing",
    "centre",
    "center",
    "children",
    "climate",
    "commission",
    "committee",
    "conference",
    "contact",
    "council",
    "court",
    "development",
    "director",
    "discussion",
    "education",
    "fact",
    "for",
    "fund",
    "general",
    "global",
    "health",
    "high",
    "human",
    "in",
    "international",
    "key",
    "media",
    "meeting",
    "mission",
    "nations",
    "new",
    "note",
    "of",
    "office",
    "on",
    "press",
    "programme",
    "release",
    "report",
    "rights",
    "security",
    "sheet",
    "statement",
    "states",
    "summary",
    "the",
    "to",
    "world",
];
/// Endings that English has from the Latin and shares with French and Spanish.
const SHARED: [&str; 14] = [
    "tion", "tions", "sion", "sions", "ence", "ences", "ance", "ances", "age", "ages", "able", "ible", "al", "or",
];

/// Whether a text can be right in another language without a change.
fn may_stay(text: &str, locale: &Locale) -> bool {
    let prose: String = Prose::of(text).marks.iter().map(|m| m.c).collect();
    let words: Vec<&str> = prose
        .split(|c: char| c.is_whitespace() || c == GAP || "/,;:.()&–—|".contains(c))
        .map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|w| w.chars().any(char::is_alphabetic))
        .collect();
    let code = |w: &str| w.chars().any(|c| c.is_ascii_digit()) || !w.chars().any(char::is_lowercase);
    let plain: Vec<&str> = words.iter().copied().filter(|w| !code(w)).collect();
    if plain.is_empty() {
        return true;
    }
    let lower = |w: &str| w.to_lowercase();
    let common = plain.iter().any(|w| COMMON.contains(&lower(w).as_str()));
    let particle = |w: &&str| {
        matches!(
            *w,
            "de" | "da"
                | "del"
                | "der"
                | "den"
                | "van"
                | "von"
                | "bin"
                | "al"
                | "el"
                | "la"
                | "le"
                | "y"
                | "e"
                | "di"
                | "dos"
        )
    };
    let name = plain.iter().all(|w| w.starts_with(char::is_uppercase) || particle(w)) && !common;
    if words.len() >= 2 && name {
        return true;
    }
    plain.len() == 1 && plain.iter().all(|word| is_shared(&lower(word), locale))
}

/// Whether a word can be the same in English and the language of the locale.
fn is_shared(word: &str, locale: &Locale) -> bool {
    const WORDS: [&str; 18] = [
        "audio",
        "contact",
        "contacts",
        "date",
        "dates",
        "documents",
        "email",
        "menu",
        "message",
        "messages",
        "notes",
        "participants",
        "plan",
        "points",
        "source",
        "sources",
        "video",
        "web",
    ];
    let latin = matches!(locale.language(), "fr" | "es" | "pt" | "it" | "ca" | "ro" | "de" | "nl");
    latin && (WORDS.contains(&word) || SHARED.iter().any(|end| word.ends_with(end)))
}

//! `length`: a translation is much shorter or longer than its English.
//!
//! Languages differ: Chinese needs about a third of the characters of English, French a sixth more. The rule speaks only where a
//! translation of a sentence or more has less than two fifths, or more than two and a half times, of what is usual.
//!
//! Why: a translation that stops in the middle, or holds two segments, reads well and says the wrong thing.
//!
//! Mend it: complete the translation, or take out what belongs elsewhere.
//!
//! Waive it with a note above the message: `# pressroom: allow length — the title of the office is short in Chinese`.

use crate::check::prose::Prose;
use crate::check::view::View;
use crate::check::{Rule, Scope, Spotted, manual};
use crate::diagnostic::Severity;
use crate::locale::Locale;

/// The rule.
pub const RULE: Rule = Rule {
    name: "length",
    level: Severity::Warning,
    manual: || manual::of(include_str!("length.rs")),
    scope: Scope::Translation(look),
};

fn look(view: &View<'_>) -> Vec<Spotted> {
    held_against(
        &view.english.prose,
        &view.translation.prose,
        view.translation.text.len(),
        &view.edition.locale,
    )
}

/// English texts with fewer characters than this say nothing about the length of a translation.
const SHORTEST: usize = 50;

/// Characters of a translation for a hundred of English, as press releases of the six languages of the United Nations have them.
fn usual(locale: &Locale) -> usize {
    match locale.language() {
        "zh" | "ja" => 34,
        "ko" => 50,
        "ar" | "he" | "fa" | "ur" => 88,
        "fr" | "es" | "pt" | "it" | "de" => 118,
        "ru" | "uk" => 108,
        _ => 105,
    }
}

/// The whole translation, if its length is out of all proportion.
pub fn check(english: &str, translation: &str, locale: &Locale) -> Vec<Spotted> {
    held_against(&Prose::of(english), &Prose::of(translation), translation.len(), locale)
}

fn held_against(english: &Prose, translation: &Prose, len: usize, locale: &Locale) -> Vec<Spotted> {
    let count = |prose: &Prose| prose.marks.iter().filter(|m| !m.c.is_whitespace()).count();
    let (source, length) = (count(english), count(translation));
    let expected = source * usual(locale) / 100;
    let short = length * 5 < expected * 2;
    let long = length * 2 > expected * 5;
    if source < SHORTEST || !(short || long) {
        return Vec::new();
    }
    let message = format!("has {length} characters; about {expected} are usual for an English text of {source}");
    let help = if short {
        "see whether a part is missing"
    } else {
        "see whether it holds more than the English"
    };
    vec![Spotted {
        span: 0..len,
        message,
        help: help.to_owned(),
        english: None,
        fix: None,
    }]
}

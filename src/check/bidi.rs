//! `bidi`: a control character turns the direction of the text, or is not closed.
//!
//! LRM, RLM and ALM are free: Arabic and Hebrew need them. Isolates (U+2066 to U+2068) are right if each is closed by U+2069 in
//! the same text. Embeddings and overrides (U+202A to U+202E) are never needed in prose and always refused.
//!
//! Why: an override can make a reader see another amount, address or file name than the one that stands there, and an isolate that
//! is not closed turns what follows it.
//!
//! Example: `txt.\u{202E}fdp.exe` is read as `txt.exe.pdf`.
//!
//! Mend it: delete the character, or close the isolate. `pressroom check --fix` deletes what is never right.
//!
//! Waive it with a note above the message: `# pressroom: allow bidi — the text shows such a character on purpose`.

use crate::check::view::View;
use crate::check::{Rule, Scope, Spotted, manual};
use crate::diagnostic::Severity;
use crate::locale::Locale;

/// The rule.
pub const RULE: Rule = Rule {
    name: "bidi",
    level: Severity::Error,
    manual: || manual::of(include_str!("bidi.rs")),
    scope: Scope::Translation(look),
};

fn look(view: &View<'_>) -> Vec<Spotted> {
    check(&view.english.text, &view.translation.text, &view.edition.locale)
}

/// The controls of direction that are wrong in `translation`.
pub fn check(_english: &str, translation: &str, _locale: &Locale) -> Vec<Spotted> {
    let mut found = Vec::new();
    let mut open = Vec::new();
    for (at, c) in translation.char_indices() {
        match c {
            '\u{202A}'..='\u{202E}' => {
                found.push(spot(at, c, "turns the direction of the text", "delete it", Some("")))
            }
            '\u{2066}'..='\u{2068}' => open.push((at, c)),
            '\u{2069}' if open.pop().is_none() => {
                found.push(spot(
                    at,
                    c,
                    "closes an isolate that was not opened",
                    "delete it",
                    Some(""),
                ));
            }
            // A line end closes all isolates (UAX #9, P1), so they do not reach into the next line.
            '\n' => found.extend(unclosed(&mut open)),
            _ => {}
        }
    }
    found.extend(unclosed(&mut open));
    found.sort_by_key(|spotted| spotted.span.start);
    found
}

fn unclosed(open: &mut Vec<(usize, char)>) -> Vec<Spotted> {
    let spots = open.drain(..).map(|(at, c)| {
        spot(
            at,
            c,
            "opens an isolate that is not closed",
            "write U+2069 where it ends, or delete it",
            None,
        )
    });
    spots.collect()
}

fn spot(at: usize, c: char, what: &str, help: &str, fix: Option<&str>) -> Spotted {
    Spotted {
        span: at..at + c.len_utf8(),
        message: format!("U+{:04X} {what}", c as u32),
        help: help.to_owned(),
        english: None,
        fix: fix.map(str::to_owned),
    }
}

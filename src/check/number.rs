//! `number`: a number of the English is not in the translation, or the translation has one that the English has not.
//!
//! Numbers are compared by value: 12.5 = 12,5 = ١٢٫٥, `$5.2 billion` = `5,2 milliards de dollars` = `52亿美元`. A number of the
//! English may be spelled out in the translation, and one that the English spells out may be digits; `XXI` is 21; 2/3 is two thirds.
//! A count that the English spells out, from three on, must be there too. Where both spell a number, it must be the same: `two thirds` is not
//! `un tiers`. One, two, ordinals, names (`Four Seasons`) and figures of speech (`the four corners of the world`) may be left out.
//! Shares keep their percent sign, sums their currency, and a figure below zero stays below it: `−12 °C` is `12 degrés au-dessous de zéro`,
//! and a change of −2 per cent may be told as a fall. Days do not become weeks, nor milligrams micrograms, kilometres miles or °C °F; metric
//! units may be converted where nothing is rounded: 1,500 metres are `1,5 km`, 500 MW are `50万千瓦`. Telephone numbers must have the same
//! digits, document symbols (`S/RES/2396`) the same letters and digits.
//!
//! Why: figures are what is quoted. A swapped digit is the error that spelling checkers and proofreaders miss.
//!
//! Example: `Prices rose by 12.5 per cent.` — `Les prix ont augmenté de 21,5 %.`
//!
//! Mend it: write the number of the English. Where the language says it in another way, waive the rule.
//!
//! Waive it with a note above the message: `# pressroom: allow number — the idiom has no number in Chinese`.

use crate::check::view::View;
use crate::check::{Rule, Scope, Spotted, manual};
use crate::diagnostic::Severity;
use crate::facts::compare::{Mismatch, What, compare};
use crate::facts::extract;
use crate::locale::Locale;

/// The rule.
pub const RULE: Rule = Rule {
    name: "number",
    level: Severity::Error,
    manual: || manual::of(include_str!("number.rs")),
    scope: Scope::Translation(look),
};

fn look(view: &View<'_>) -> Vec<Spotted> {
    agree(&view.mismatches)
}

/// The numbers on which the two texts do not agree.
pub fn check(english: &str, translation: &str, locale: &Locale) -> Vec<Spotted> {
    agree(&mismatches(english, translation, locale))
}

fn agree(all: &[Mismatch]) -> Vec<Spotted> {
    let found = all
        .iter()
        .filter(|m| matches!(m.what, What::Number | What::Phone | What::Symbol));
    found
        .map(|mismatch| spotted(mismatch, "write the number of the English"))
        .collect()
}

/// All facts on which the two texts do not agree.
pub fn mismatches(english: &str, translation: &str, locale: &Locale) -> Vec<Mismatch> {
    compare(&extract(english, &Locale::english()), &extract(translation, locale))
}

/// A mismatch as what was spotted, with the usual way round the rule in its help.
pub(crate) fn spotted(mismatch: &Mismatch, help: &str) -> Spotted {
    let help = if mismatch.english.is_none() {
        "delete it, or write it in the English too"
    } else {
        help
    };
    Spotted {
        span: mismatch.translation.clone().unwrap_or(0..0),
        message: mismatch.message.clone(),
        help: help.to_owned(),
        english: mismatch.english.clone(),
        fix: None,
    }
}

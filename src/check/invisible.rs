//! `invisible`: a character that nobody can see, or a word made of letters of two scripts that look alike.
//!
//! Control characters, zero-width spaces, soft hyphens, fillers, invisible operators and tag characters are refused. The joiners
//! ZWJ and ZWNJ are right beside letters of the scripts that need them (Arabic, Persian, the Indic scripts) and in emoji; a
//! zero-width space is right in Thai, Khmer, Lao and Burmese. What the English has, the translation may have.
//! A word is refused if it mixes Latin with Cyrillic or Greek letters of the same shape.
//!
//! Why: search, spelling, screen readers and comparison see another word than the reader does, and an address with a Cyrillic `а` leads elsewhere.
//!
//! Example: `жyрналисты` is written with a Latin `y`.
//!
//! Mend it: delete the character, or type the word anew. `pressroom check --fix` deletes what cannot be seen.
//!
//! Waive it with a note above the message: `# pressroom: allow invisible — the brand is spelled so`.

use crate::check::view::View;
use crate::check::{Rule, Scope, Spotted, manual};
use crate::diagnostic::Severity;
use crate::facts::fold::{is_ideograph, is_letter};
use crate::locale::Locale;
use icu_properties::CodePointMapData;
use icu_properties::props::Script;
use std::ops::RangeInclusive;

/// The rule.
pub const RULE: Rule = Rule {
    name: "invisible",
    level: Severity::Error,
    manual: || manual::of(include_str!("invisible.rs")),
    scope: Scope::Translation(look),
};

fn look(view: &View<'_>) -> Vec<Spotted> {
    check(&view.english.text, &view.translation.text, &view.edition.locale)
}

/// The characters of `translation` that cannot be seen, and the words that are not what they seem.
pub fn check(english: &str, translation: &str, locale: &Locale) -> Vec<Spotted> {
    let mut found = Vec::new();
    let mut before = None;
    let mut chars = translation.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = || chars.clone().next().map(|(_, after)| after);
        if !is_seen(c) && is_hidden(c, before, after(), locale) && !english.contains(c) {
            let message = format!("U+{:04X}{} cannot be seen", c as u32, name_of(c));
            found.push(spot(at..at + c.len_utf8(), message, "delete it", Some("")));
        }
        before = Some(c);
    }
    found.extend(mixed_words(english, translation));
    found
}

fn spot(span: std::ops::Range<usize>, message: String, help: &str, fix: Option<&str>) -> Spotted {
    Spotted {
        span,
        message,
        help: help.to_owned(),
        english: None,
        fix: fix.map(str::to_owned),
    }
}

fn name_of(c: char) -> &'static str {
    match c {
        '\u{AD}' => " (soft hyphen)",
        '\u{200B}' => " (zero-width space)",
        '\u{200C}' => " (zero-width non-joiner)",
        '\u{200D}' => " (zero-width joiner)",
        '\u{2060}' => " (word joiner)",
        '\u{FEFF}' => " (byte order mark)",
        '\u{E0000}'..='\u{E007F}' => " (tag character)",
        _ => "",
    }
}

/// Whether `c` is one of the characters of which most texts are made: each can be seen, whatever stands beside it.
fn is_seen(c: char) -> bool {
    matches!(c, ' '..='~' | 'À'..='ſ' | 'А'..='я' | 'ء'..='ي' | '、'..='〠' | '一'..='\u{9FFF}')
}

/// Whether `c` cannot be seen and has no business between its neighbours.
fn is_hidden(c: char, before: Option<char>, after: Option<char>, locale: &Locale) -> bool {
    match c {
        '\n' => false,
        '\u{200B}' => !matches!(locale.language(), "th" | "km" | "lo" | "my" | "bo" | "dz"),
        '\u{200C}' | '\u{200D}' => ![before, after].into_iter().flatten().any(|c| joins(c) || is_emoji(c)),
        '\u{E0020}'..='\u{E007F}' => {
            !before.is_some_and(|b| b == '\u{1F3F4}' || ('\u{E0020}'..='\u{E007E}').contains(&b))
        }
        '\u{AD}'
        | '\u{34F}'
        | '\u{115F}'
        | '\u{1160}'
        | '\u{17B4}'
        | '\u{17B5}'
        | '\u{180B}'..='\u{180E}'
        | '\u{2060}'..='\u{2065}'
        | '\u{206A}'..='\u{206F}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{3164}'
        | '\u{FEFF}'
        | '\u{FFA0}'
        | '\u{FFF9}'..='\u{FFFB}'
        | '\u{1D173}'..='\u{1D17A}'
        | '\u{E0000}'..='\u{E001F}' => true,
        '\u{FE00}'..='\u{FE0E}' | '\u{E0100}'..='\u{E01EF}' => !before.is_some_and(|b| is_ideograph(b) || is_emoji(b)),
        '\u{FE0F}' => {
            !before.is_some_and(|b| is_emoji(b) || b.is_ascii_digit() || matches!(b, '#' | '*' | '©' | '®' | '™'))
        }
        c => c.is_control(),
    }
}

/// Whether the letters of the script join or stack, so that ZWJ and ZWNJ mean something beside `c`.
fn joins(c: char) -> bool {
    const SCRIPTS: [Script; 18] = [
        Script::Arabic,
        Script::Syriac,
        Script::Nko,
        Script::Mongolian,
        Script::Devanagari,
        Script::Bengali,
        Script::Gurmukhi,
        Script::Gujarati,
        Script::Oriya,
        Script::Tamil,
        Script::Telugu,
        Script::Kannada,
        Script::Malayalam,
        Script::Sinhala,
        Script::Khmer,
        Script::Myanmar,
        Script::Tibetan,
        Script::Adlam,
    ];
    SCRIPTS.contains(&script(c))
}

fn is_emoji(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}' | '\u{3030}' | '\u{303D}' | '\u{FE0F}' | '\u{200D}')
}

fn script(c: char) -> Script {
    CodePointMapData::<Script>::new().get(c)
}

/// Cyrillic and Greek letters that look like Latin ones (from the confusables of Unicode UTS #39).
const LOOKALIKES: &str = "АВЕЅІЈКМНОРСТУХЬавеѕіјкмногрстухѡԁһӏԛԝѵЁёҮүΑΒΕΖΗΙΚΜΝΟΡΤΥΧανοριυχκτγϲ";

/// Words in which letters of one script stand for those of another.
fn mixed_words(english: &str, text: &str) -> Vec<Spotted> {
    let mut found = Vec::new();
    let mut start = 0;
    let ends = text
        .char_indices()
        .filter(|(_, c)| !is_letter(*c))
        .map(|(at, c)| (at, at + c.len_utf8()));
    for (end, next) in ends.chain([(text.len(), text.len())]) {
        let word = text.get(start..end).unwrap_or("");
        if is_mixed(word) && !english.contains(word) {
            let message = format!("`{word}` is written with letters of two scripts that look alike");
            found.push(spot(start..end, message, "type the word anew in one script", None));
        }
        start = next;
    }
    found
}

/// The letters of which most words are made, by script: Latin, Cyrillic, Arabic, Chinese.
const LETTERS: [&[RangeInclusive<char>]; 4] = [
    &['A'..='Z', 'a'..='z', 'À'..='Ö', 'Ø'..='ö', 'ø'..='ſ'],
    &['Ѐ'..='ҁ'],
    &['ؠ'..='ي'],
    &['一'..='\u{9FFF}'],
];

/// Whether a word is plainly written in one script; where it is not, the tables of Unicode tell.
fn is_of_one_script(word: &str) -> bool {
    let is_in = |letters: &[RangeInclusive<char>], c: char| letters.iter().any(|range| range.contains(&c));
    let Some(first) = word.chars().next() else { return true };
    let own = LETTERS.iter().find(|letters| is_in(letters, first));
    own.is_some_and(|letters| word.chars().all(|c| is_in(letters, c)))
}

fn is_mixed(word: &str) -> bool {
    if is_of_one_script(word) {
        return false;
    }
    let count = |of: Script| word.chars().filter(|c| script(*c) == of).count();
    let (latin, cyrillic, greek) = (count(Script::Latin), count(Script::Cyrillic), count(Script::Greek));
    let others = cyrillic + greek;
    // `Δt`, `µm`: a foreign letter that looks like no letter of the other script deceives nobody.
    let all = |of: &[Script], letters: &str| {
        word.chars()
            .filter(|c| of.contains(&script(*c)))
            .all(|c| letters.contains(c))
    };
    let latin_forms = cyrillic > 0 && all(&[Script::Latin], "aceopxyijsABCEHIKMOPTXYSJ");
    latin > 0 && others > 0 && (latin_forms || all(&[Script::Cyrillic, Script::Greek], LOOKALIKES))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_counts_as_seen_is_never_hidden() {
        let locale = Locale::new("en").unwrap();
        let hidden =
            |c: &char| is_hidden(*c, None, None, &locale) || is_hidden(*c, Some('a'), Some('\u{200D}'), &locale);
        assert_eq!(('\0'..=char::MAX).filter(|c| is_seen(*c)).find(hidden), None);
    }

    #[test]
    fn the_letters_of_a_script_look_like_those_of_no_other() {
        for letters in LETTERS {
            let scripts = [Script::Latin, Script::Cyrillic, Script::Greek];
            let all = letters.iter().cloned().flatten();
            let found = all.fold([false; 3], |found, c| {
                std::array::from_fn(|n| found[n] || script(c) == scripts[n])
            });
            assert!(found.iter().filter(|one| **one).count() <= 1, "{letters:?}: {found:?}");
        }
    }
}

//! The name of a new segment, made from its words when it first appears.

use crate::align::change::is_function_word;
use crate::names::SegmentId;
use crate::release::Kind;
use crate::release::canonical::canonical;
use unicode_normalization::UnicodeNormalization;

/// So many words make a name.
const WORDS: usize = 4;
/// So many if they are short.
const MOST_WORDS: usize = 6;
/// A name shorter than this takes another word.
const SHORT: usize = 24;
/// A longer word is cut.
const LONGEST_WORD: usize = 20;

/// An id for a new segment: the first significant words of its text in ASCII; the name of a front-matter field.
///
/// Where the words alone would say little (fewer than two, or a number first) the kind stands before them; where there are
/// none, the kind and the beginning of the text's fingerprint. An id that is `taken` in its catalog gets a number.
/// The same text gives the same name in every branch, and texts that begin with different words give different ones.
pub fn name(text: &str, kind: &Kind, taken: &dyn Fn(&str) -> bool) -> SegmentId {
    let base = match kind {
        Kind::Field(field) => joined(&[field.as_str()]),
        _ => from_words(text, kind),
    };
    let id = free(base, taken);
    SegmentId::new(&id).unwrap_or_else(|| fallback(taken))
}

fn from_words(text: &str, kind: &Kind) -> String {
    let canonical = canonical(text);
    let words = canonical
        .words()
        .into_iter()
        .filter(|word| !word.contains("://") && !word.contains('@'));
    // `May` with a capital is a month far more often than a verb.
    let words = words.map(|word| (word == "May" || !is_function_word(&word.to_lowercase()), ascii(word)));
    let words = words.filter(|(_, word)| !word.is_empty()).collect::<Vec<_>>();
    let some_telling = words.iter().any(|(telling, _)| *telling);
    let telling = words
        .iter()
        .filter(|(telling, _)| *telling || !some_telling)
        .map(|(_, word)| word);
    let mut name = String::new();
    let mut count = 0;
    for word in telling {
        if count >= MOST_WORDS || (count >= WORDS && name.len() >= SHORT) {
            break;
        }
        if count > 0 {
            name.push('-');
        }
        name.push_str(word);
        count += 1;
    }
    match count {
        0 => {
            let print: String = canonical.fingerprint().chars().take(6).collect();
            format!("{}-{print}", prefix(kind))
        }
        1 => format!("{}-{name}", prefix(kind)),
        _ if !name.starts_with(|c: char| c.is_ascii_alphabetic()) => format!("{}-{name}", prefix(kind)),
        _ => name,
    }
}

/// The first of `base`, `base-2`, `base-3` … that is free, found in few steps even where thousands are taken.
fn free(base: String, taken: &dyn Fn(&str) -> bool) -> String {
    if !taken(&base) {
        return base;
    }
    let numbered = |number: usize| format!("{base}-{number}");
    let (mut used, mut unused) = (1, 2);
    while taken(&numbered(unused)) {
        (used, unused) = (unused, unused * 2);
    }
    while unused - used > 1 {
        let middle = used + (unused - used) / 2;
        if taken(&numbered(middle)) {
            used = middle;
        } else {
            unused = middle;
        }
    }
    numbered(unused)
}

/// A name of which it is known that it is an identifier.
fn fallback(taken: &dyn Fn(&str) -> bool) -> SegmentId {
    let mut name = free("segment".to_owned(), taken);
    loop {
        match SegmentId::new(&name) {
            Some(id) => return id,
            None => name.truncate(1),
        }
    }
}

/// The kind in a word.
fn prefix(kind: &Kind) -> &'static str {
    match kind {
        Kind::Field(_) => "field",
        Kind::Heading(_) => "heading",
        Kind::Paragraph => "paragraph",
        Kind::Item => "item",
        Kind::Cell(_) => "cell",
        Kind::Caption => "figure",
        Kind::Term => "term",
        Kind::Definition => "definition",
        Kind::Footnote => "footnote",
        Kind::Code => "code",
    }
}

/// Words joined with hyphens; what is no letter or digit parts words.
fn joined(words: &[&str]) -> String {
    let parts = words
        .iter()
        .flat_map(|word| word.split(|c: char| !c.is_ascii_alphanumeric()));
    let name = parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    if name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        name
    } else {
        format!("field-{name}")
    }
}

/// A word in lower-case ASCII: accents are dropped, a possessive `'s` too, and all that is no letter or digit.
fn ascii(word: &str) -> String {
    let word = word.strip_suffix("'s").unwrap_or(word);
    let mut plain = String::new();
    for c in word.nfkd().flat_map(char::to_lowercase) {
        match c {
            'ß' => plain.push_str("ss"),
            'æ' => plain.push_str("ae"),
            'œ' => plain.push_str("oe"),
            'ø' => plain.push('o'),
            'ł' => plain.push('l'),
            'đ' | 'ð' => plain.push('d'),
            'þ' => plain.push_str("th"),
            'ı' => plain.push('i'),
            c if c.is_ascii_alphanumeric() => plain.push(c),
            _ => {}
        }
    }
    plain.truncate(LONGEST_WORD);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::release::CellPlace;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    const FREE: &dyn Fn(&str) -> bool = &|_| false;

    #[test]
    fn names_are_made_from_significant_words() {
        for (text, kind, id) in [
            (
                "Their meeting took place in Brussels on 25 May.",
                Kind::Paragraph,
                "meeting-took-place-brussels",
            ),
            (
                "The dialogue takes place every year.",
                Kind::Paragraph,
                "dialogue-takes-place-every",
            ),
            ("The EU and the UN met", Kind::Heading(2), "eu-un-met"),
            ("Background", Kind::Heading(2), "heading-background"),
            ("12", Kind::Cell(CellPlace::Continues), "cell-12"),
            ("25 May 2018", Kind::Item, "item-25-may-2018"),
            ("It is what it is.", Kind::Paragraph, "it-is-what-it-is"),
            (
                "Mr. Côté’s *visit* to [Kraków](https://x.org/a)",
                Kind::Paragraph,
                "mr-cote-visit-krakow",
            ),
            (
                "Straße Bjørn Łódź Đorđe Þór",
                Kind::Paragraph,
                "strasse-bjorn-lodz-dorde",
            ),
            (
                "Æsir Œuvre Ísafjörður ılıca Þór",
                Kind::Paragraph,
                "aesir-oeuvre-isafjordur-ilica",
            ),
            ("![The flag of Chad](flag.png)", Kind::Caption, "flag-chad"),
            ("see <https://un.org/en>", Kind::Item, "item-see"),
            ("The title", Kind::Field("contact-role".to_owned()), "contact-role"),
        ] {
            assert_eq!(name(text, &kind, FREE).as_str(), id, "{text}");
        }
        assert!(
            name("新闻稿", &Kind::Paragraph, FREE)
                .as_str()
                .starts_with("paragraph-")
        );
    }

    #[test]
    fn the_kind_stands_before_a_single_word() {
        for (kind, word) in [
            (Kind::Heading(1), "heading"),
            (Kind::Paragraph, "paragraph"),
            (Kind::Item, "item"),
            (Kind::Cell(CellPlace::StartsRow), "cell"),
            (Kind::Caption, "figure"),
            (Kind::Term, "term"),
            (Kind::Definition, "definition"),
            (Kind::Footnote, "footnote"),
            (Kind::Code, "code"),
        ] {
            assert_eq!(name("Sources", &kind, FREE).as_str(), format!("{word}-sources"));
        }
    }

    #[test]
    fn a_name_has_four_words_or_six_short_ones() {
        for (text, id) in [
            ("Ants beat cats daily east", "ants-beat-cats-daily-east"),
            ("Ants beat cats daily east from Goa, hence", "ants-beat-cats-daily-east"),
            ("Ox ate hay, cow ate rye, pig ate pie", "ox-ate-hay-cow-ate-rye"),
            ("Internationalization", "paragraph-internationalization"),
            ("Counterrevolutionaries march", "counterrevolutionari-march"),
        ] {
            assert_eq!(name(text, &Kind::Paragraph, FREE).as_str(), id, "{text}");
        }
    }

    #[test]
    fn a_taken_name_gets_the_next_number() {
        let mut taken = BTreeSet::new();
        for number in 1..=40 {
            let id = name("Yes", &Kind::Cell(CellPlace::Continues), &|id| taken.contains(id));
            let wanted = if number == 1 {
                "cell-yes".to_owned()
            } else {
                format!("cell-yes-{number}")
            };
            assert_eq!(id.as_str(), wanted);
            taken.insert(wanted);
        }
    }

    proptest! {
        #[test]
        fn any_text_has_a_name(text in "\\PC{0,200}") {
            let id = name(&text, &Kind::Paragraph, FREE);
            prop_assert!(id.as_str().len() <= 120);
            let other = name(&text, &Kind::Paragraph, &|taken| taken == id.as_str());
            prop_assert_ne!(id, other);
        }
    }
}

//! Whether two different spellings are one word.

use crate::align::change::lexicon;
use crate::align::change::tokens::{Sort, Token};

/// The letters of a text without the spaces and hyphens between words; numbers and the like stay apart.
pub(crate) fn joined(tokens: &[Token]) -> String {
    let mut text = String::new();
    for token in tokens {
        if matches!(token.sort, Sort::Word | Sort::Name) {
            text.push_str(&token.key);
        } else {
            text.push('|');
            text.push_str(&token.key);
            text.push('|');
        }
    }
    text
}

/// Whether two lower-case words are one word in British and American spelling, or one is a slip of the other.
///
/// Without a dictionary this errs on the side of "another word": no inflection, no changed first letter, no exchanged letter,
/// and none of the pairs of words that are known to be taken for each other.
pub(crate) fn same_word(one: &str, other: &str) -> bool {
    if lexicon::are_confusable(one, other) || lexicon::are_contraries(one, other) {
        return false;
    }
    american(one) == american(other) || is_slip(one, other)
}

/// The word in American spelling, roughly; both sides of a comparison go through the same mill.
fn american(word: &str) -> String {
    let mut word = word.replace("isation", "ization").replace("ising", "izing");
    for (british, american) in [
        ("ise", "ize"),
        ("ised", "ized"),
        ("ises", "izes"),
        ("yse", "yze"),
        ("ysed", "yzed"),
        ("our", "or"),
        ("ours", "ors"),
        ("oured", "ored"),
        ("tre", "ter"),
        ("tres", "ters"),
        ("ogue", "og"),
        ("ogues", "ogs"),
        ("ence", "ense"),
        ("ences", "enses"),
        ("lling", "ling"),
        ("lled", "led"),
        ("gramme", "gram"),
        ("grammes", "grams"),
        ("ement", "ment"),
    ] {
        if let Some(head) = word.strip_suffix(british).filter(|head| head.len() >= 3) {
            word = format!("{head}{american}");
            break;
        }
    }
    word
}

/// Two neighbouring letters changed places, or one letter inside is missing.
fn is_slip(one: &str, other: &str) -> bool {
    let (one, other) = (one.chars().collect::<Vec<_>>(), other.chars().collect::<Vec<_>>());
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    let head = short.iter().zip(&long).take_while(|(a, b)| a == b).count();
    let tail = short
        .iter()
        .rev()
        .zip(long.iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    match long.len() - short.len() {
        0 => {
            let swapped = head + tail + 2 == long.len()
                && short.get(head) == long.get(head + 1)
                && short.get(head + 1) == long.get(head);
            swapped && head >= 1 && tail >= 1 && long.len() >= 5
        }
        1 => head + tail >= short.len() && head >= 1 && tail >= 1 && head < short.len() && long.len() >= 6,
        _ => false,
    }
}

//! The English words whose coming and going says more than that of others.

/// The months, in order.
pub(crate) const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The days of the week.
pub(crate) const DAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// Words whose full stop does not end a sentence.
pub(crate) const ABBREVIATIONS: [&str; 18] = [
    "mr", "mrs", "ms", "dr", "st", "prof", "sen", "gen", "col", "lt", "no", "art", "vs", "cf", "eg", "ie", "jr", "rev",
];

/// Words that deny, exclude, or say how binding or likely something is.
const POLARITY: &[&str] = &[
    "not",
    "no",
    "never",
    "none",
    "neither",
    "nor",
    "nothing",
    "nobody",
    "nowhere",
    "without",
    "except",
    "unless",
    "hardly",
    "barely",
    "may",
    "might",
    "must",
    "shall",
    "should",
    "can",
    "could",
    "will",
    "would",
    "ought",
    "cannot",
    "only",
    "excluding",
    "lest",
    "despite",
];

/// Words that carry little of what a text is about (also dropped from ids).
const FUNCTION: &[&str] = &[
    "a", "about", "above", "after", "again", "against", "all", "also", "am", "an", "and", "any", "are", "as", "at",
    "be", "because", "been", "before", "being", "below", "between", "both", "but", "by", "can", "could", "did", "do",
    "does", "during", "each", "for", "from", "further", "had", "has", "have", "having", "he", "her", "here", "hers",
    "him", "his", "how", "i", "if", "in", "into", "is", "it", "its", "may", "me", "might", "more", "most", "must",
    "my", "no", "nor", "not", "of", "off", "on", "once", "only", "or", "other", "our", "out", "over", "own", "same",
    "shall", "she", "should", "so", "some", "such", "than", "that", "the", "their", "them", "then", "there", "these",
    "they", "this", "those", "through", "to", "too", "under", "until", "up", "upon", "us", "very", "was", "we", "were",
    "what", "when", "where", "which", "while", "who", "whom", "whose", "why", "will", "with", "within", "without",
    "would", "yet", "you", "your", "yours",
];

/// Beginnings that turn a word into its contrary.
const CONTRARY: [&str; 7] = ["un", "in", "im", "il", "ir", "dis", "non"];

/// Words that only look like a contrary of another.
const NO_CONTRARY: &[&str] = &[
    "inform", "income", "input", "import", "impart", "impress", "improve", "inside", "intake", "invoice", "indeed",
    "impose", "display", "discover", "dispose", "invest", "intent", "intend", "inland", "indoor", "impact", "unto",
    "increase", "instill",
];

/// Words that a slip of the finger turns into each other, so that such a change is no mere spelling.
const CONFUSABLE: &[[&str; 2]] = &[
    ["county", "country"],
    ["causal", "casual"],
    ["adapt", "adopt"],
    ["affect", "effect"],
    ["desert", "dessert"],
    ["loose", "lose"],
    ["angel", "angle"],
    ["trail", "trial"],
    ["statue", "statute"],
    ["marital", "martial"],
    ["dairy", "diary"],
    ["quiet", "quite"],
    ["united", "untied"],
    ["nuclear", "unclear"],
    ["persecute", "prosecute"],
    ["moral", "morale"],
    ["principal", "principle"],
    ["complement", "compliment"],
    ["stationary", "stationery"],
    ["council", "counsel"],
    ["eminent", "imminent"],
    ["emigrate", "immigrate"],
    ["insure", "ensure"],
    ["breath", "breathe"],
    ["reality", "realty"],
    ["contact", "contract"],
    ["thorough", "through"],
    ["explicit", "implicit"],
    ["though", "through"],
    ["bought", "brought"],
    ["bother", "brother"],
    ["fiend", "friend"],
    ["proper", "prosper"],
    ["faction", "fraction"],
    ["addition", "addiction"],
    ["perform", "preform"],
    ["salve", "slave"],
    ["sacred", "scared"],
    ["silver", "sliver"],
    ["board", "broad"],
    ["field", "filed"],
    ["fired", "fried"],
    ["tired", "tried"],
    ["hoped", "hopped"],
    ["planed", "planned"],
    ["signing", "singing"],
    ["public", "pubic"],
    ["exist", "exit"],
];

/// Whether a word denies, excludes or qualifies.
pub(crate) fn is_polarity(lower: &str) -> bool {
    POLARITY.contains(&lower)
}

/// Whether a word carries little of what a text is about.
pub(crate) fn is_function_word(lower: &str) -> bool {
    FUNCTION.binary_search(&lower).is_ok()
}

/// Whether one word is the other with a prefix that denies it.
pub(crate) fn are_contraries(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() < other.len() {
        (one, other)
    } else {
        (other, one)
    };
    short.len() >= 4
        && !NO_CONTRARY.contains(&long)
        && CONTRARY.iter().any(|prefix| long.strip_prefix(prefix) == Some(short))
}

/// Whether two different words are known to be taken for each other.
pub(crate) fn are_confusable(one: &str, other: &str) -> bool {
    CONFUSABLE
        .iter()
        .any(|pair| *pair == [one, other] || *pair == [other, one])
}

/// The two words of a contraction.
pub(crate) fn contraction(lower: &str) -> Option<[&str; 2]> {
    match lower {
        "can't" | "cannot" => return Some(["can", "not"]),
        "won't" => return Some(["will", "not"]),
        "shan't" => return Some(["shall", "not"]),
        "let's" | "it's" | "that's" | "there's" | "here's" | "what's" | "who's" | "he's" | "she's" => {
            let (head, _) = lower.split_once('\'')?;
            return Some([head, if head == "let" { "us" } else { "is" }]);
        }
        _ => {}
    }
    let (head, tail) = lower.split_once('\'')?;
    match tail {
        "t" => head.strip_suffix('n').map(|verb| [verb, "not"]),
        "re" => Some([head, "are"]),
        "ve" => Some([head, "have"]),
        "ll" => Some([head, "will"]),
        "m" => Some([head, "am"]),
        _ => None,
    }
}

/// What a currency or percent sign, code or word stands for.
pub(crate) fn currency(lower: &str) -> Option<&'static str> {
    Some(match lower {
        "$" | "dollar" | "dollars" => "$",
        "usd" => "usd",
        "€" | "euro" | "euros" | "eur" => "€",
        "£" | "pounds" | "gbp" => "£",
        "¥" | "yen" | "jpy" => "¥",
        "chf" => "chf",
        "%" | "percent" => "%",
        "‰" => "‰",
        _ => return None,
    })
}

/// The power of ten behind a number, as it is written in a key.
pub(crate) fn scale(lower: &str) -> Option<&'static str> {
    Some(match lower {
        "hundred" => "e2",
        "thousand" => "e3",
        "million" => "e6",
        "billion" | "bn" => "e9",
        "trillion" => "e12",
        _ => return None,
    })
}

/// The value of a number that is spelled out. `one` is left out: it is a pronoun more often.
pub(crate) fn number_word(lower: &str) -> Option<&'static str> {
    Some(match lower {
        "two" => "2",
        "three" => "3",
        "four" => "4",
        "five" => "5",
        "six" => "6",
        "seven" => "7",
        "eight" => "8",
        "nine" => "9",
        "ten" => "10",
        "eleven" => "11",
        "twelve" | "dozen" => "12",
        "thirteen" => "13",
        "fourteen" => "14",
        "fifteen" => "15",
        "sixteen" => "16",
        "seventeen" => "17",
        "eighteen" => "18",
        "nineteen" => "19",
        "twenty" => "20",
        "thirty" => "30",
        "forty" => "40",
        "fifty" => "50",
        "sixty" => "60",
        "seventy" => "70",
        "eighty" => "80",
        "ninety" => "90",
        "hundred" | "hundreds" => "100",
        "thousand" | "thousands" => "1000",
        "million" | "millions" => "1000000",
        "billion" | "billions" => "1000000000",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_function_words_can_be_searched() {
        assert!(FUNCTION.is_sorted());
    }
}

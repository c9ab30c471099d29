//! What kind of change lies between two wordings of a segment, with the evidence in words.

mod evidence;
mod lexicon;
mod spelling;
mod tokens;

#[cfg(test)]
mod cases;

use crate::release::canonical::{Canonical, canonical};
use evidence::{Bag, Pairs};
pub(crate) use lexicon::is_function_word;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use tokens::{Sort, Token, tokens};

/// What lies between two wordings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its kind, the most serious one that applies.
    pub kind: Kind,
    /// What changed, in words: `number 25 → 26`, `“not” inserted`, `link https://a → https://b`. Empty if nothing can be
    /// told apart.
    pub evidence: String,
}

/// The kinds of change; ordered, the most serious last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// White space, wrapping, typographic style: no translation becomes stale. The only such kind.
    Cosmetic,
    /// Emphasis, code, a title or footnote mark added or removed; the words are the same.
    Markup,
    /// Punctuation, letter case, hyphenation, a spelling.
    Minor,
    /// Other words.
    Wording,
    /// Less than half of the words are left.
    Rewritten,
    /// A negation or modal verb was gained, lost or exchanged.
    Negation,
    /// A number, date, time, amount, link target, address, symbol or proper name changed.
    Facts,
}

impl Kind {
    /// The word used in catalogs, reports and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Cosmetic => "cosmetic",
            Kind::Markup => "markup",
            Kind::Minor => "minor",
            Kind::Wording => "wording",
            Kind::Rewritten => "rewritten",
            Kind::Negation => "negation",
            Kind::Facts => "facts",
        }
    }
}

impl Change {
    /// The kind and its evidence, as a comment line shows them: `number 25 → 26`, `minor: punctuation`.
    pub fn describe(&self) -> String {
        match (self.kind, self.evidence.as_str()) {
            (kind, "") => kind.as_str().to_owned(),
            (Kind::Facts | Kind::Negation, evidence) => evidence.to_owned(),
            (kind, evidence) => format!("{}: {evidence}", kind.as_str()),
        }
    }
}

/// The kind of change from `old` to `new`, two message texts (inline Markdown).
pub fn classify(old: &str, new: &str) -> Change {
    let (before, after) = (canonical(old), canonical(new));
    if before == after {
        return change(Kind::Cosmetic, evidence::cosmetic(old, new));
    }
    let links = evidence::targets(old, new);
    if before.plain() == after.plain() {
        return match links.describe() {
            links if links.is_empty() => change(Kind::Markup, evidence::markup(old, new)),
            links => change(Kind::Facts, links),
        };
    }
    let (was, is) = (tokens(before.plain()), tokens(after.plain()));
    let facts = facts(&was, &is).and(links);
    if !facts.is_empty() {
        return change(Kind::Facts, facts.describe());
    }
    let polarity = polarity(&was, &is);
    if !polarity.is_empty() {
        return change(Kind::Negation, polarity.describe());
    }
    minor(&before, &after, &was, &is).unwrap_or_else(|| wording(&was, &is))
}

fn change(kind: Kind, evidence: String) -> Change {
    Change { kind, evidence }
}

/// The facts that are in one text only, or stand in another order between the same words.
fn facts(was: &[Token], is: &[Token]) -> Pairs {
    let mut pairs = Pairs::default();
    for sort in [
        Sort::Date,
        Sort::Time,
        Sort::Amount,
        Sort::Number,
        Sort::Day,
        Sort::Address,
        Sort::Symbol,
    ] {
        let keys = |tokens: &[Token]| {
            Bag::of(
                tokens
                    .iter()
                    .filter(|t| t.sort == sort)
                    .map(|t| (t.key.clone(), t.text.clone())),
            )
        };
        pairs.add(sort.noun(), keys(was), keys(is));
    }
    pairs.match_across_nouns();
    let (before, after) = names(was, is);
    pairs.add("", before, after);
    if pairs.is_empty() { swapped(was, is) } else { pairs }
}

/// The words that are a name in either text; one that is written small in the other text is there all the same.
fn names(was: &[Token], is: &[Token]) -> (Bag, Bag) {
    let stem = |token: &Token| token.key.strip_suffix("'s").unwrap_or(&token.key).to_owned();
    let mut named = was
        .iter()
        .chain(is)
        .filter(|t| t.sort == Sort::Name)
        .map(stem)
        .collect::<Vec<_>>();
    named.sort();
    named.dedup();
    let spoken = |tokens: &[Token]| {
        let words = tokens.iter().filter(|t| matches!(t.sort, Sort::Name | Sort::Word));
        Bag::of(
            words
                .map(|token| (stem(token), token.text.clone()))
                .filter(|(key, _)| named.binary_search(key).is_ok()),
        )
    };
    (spoken(was), spoken(is))
}

/// Facts that changed places while every word stayed: `from 5 to 10` → `from 10 to 5`.
fn swapped(was: &[Token], is: &[Token]) -> Pairs {
    let mut pairs = Pairs::default();
    let sorted = |tokens: &[Token]| {
        let mut keys = tokens.iter().map(|t| t.key.clone()).collect::<Vec<_>>();
        keys.sort();
        keys
    };
    let both_facts = |old: &Token, new: &Token| old.sort != Sort::Word && new.sort != Sort::Word;
    let same_words = was.len() == is.len()
        && was
            .iter()
            .zip(is)
            .all(|(old, new)| old.key == new.key || both_facts(old, new))
        && sorted(was) == sorted(is);
    if same_words {
        for (old, new) in was.iter().zip(is).filter(|(old, new)| old.key != new.key) {
            pairs.replaced(old.sort.noun(), &old.text, &new.text);
        }
    }
    pairs
}

/// Negations and modal verbs that are in one text only, and words that became their contrary.
fn polarity(was: &[Token], is: &[Token]) -> Pairs {
    let words = |tokens: &[Token], test: fn(&str) -> bool| {
        let words = tokens.iter().filter(|t| matches!(t.sort, Sort::Name | Sort::Word));
        Bag::of(
            words
                .map(|t| (t.key.clone(), t.key.clone()))
                .filter(|(key, _)| test(key)),
        )
    };
    let mut pairs = Pairs::default();
    pairs.add("", words(was, lexicon::is_polarity), words(is, lexicon::is_polarity));
    let (mut before, mut after) = (words(was, |_| true), words(is, |_| true));
    before.cancel(&mut after);
    for old in before.texts() {
        if let Some(new) = after.texts().find(|new| lexicon::are_contraries(old, new)) {
            pairs.replaced("", old, new);
        }
    }
    pairs
}

/// Only punctuation, letter case, hyphenation, a contraction, the form of a number, or the spelling of one word.
fn minor(before: &Canonical, after: &Canonical, was: &[Token], is: &[Token]) -> Option<Change> {
    let same_texts = was.len() == is.len() && was.iter().zip(is).all(|(old, new)| old.text == new.text);
    if same_texts {
        let signs = evidence::punctuation(before.plain(), after.plain());
        return Some(change(Kind::Minor, signs));
    }
    let differ = || was.iter().zip(is).filter(|(old, new)| old.text != new.text);
    if was.len() == is.len() && was.iter().zip(is).all(|(old, new)| old.key == new.key) {
        let mut pairs = Pairs::default();
        differ().for_each(|(old, new)| pairs.replaced("", &old.text, &new.text));
        return Some(change(Kind::Minor, pairs.describe()));
    }
    if spelling::joined(was) == spelling::joined(is) {
        let (old, new) = evidence::difference(was, is);
        return Some(change(Kind::Minor, format!("hyphenation “{old}” → “{new}”")));
    }
    let mut slips = was.iter().zip(is).filter(|(old, new)| old.key != new.key);
    let (old, new) = slips.next().filter(|_| was.len() == is.len())?;
    let once = slips.all(|(other, then)| other.key == old.key && then.key == new.key);
    let spelled = once && old.sort == Sort::Word && new.sort == Sort::Word && spelling::same_word(&old.key, &new.key);
    spelled.then(|| change(Kind::Minor, format!("spelling “{}” → “{}”", old.text, new.text)))
}

/// Other words: how many are left decides whether it is the same sentence.
fn wording(was: &[Token], is: &[Token]) -> Change {
    let keys = |tokens: &[Token]| tokens.iter().map(|t| t.key.clone()).collect::<Vec<_>>();
    let (old, new) = (keys(was), keys(is));
    let steps = capture_diff_slices(Algorithm::Myers, &old, &new);
    let equal = |step: &DiffOp| if let DiffOp::Equal { len, .. } = step { *len } else { 0 };
    let kept: usize = steps.iter().map(equal).sum();
    let (mut bag, mut other) = (
        Bag::of(old.iter().map(|k| (k.clone(), k.clone()))),
        Bag::of(new.iter().map(|k| (k.clone(), k.clone()))),
    );
    bag.cancel(&mut other);
    if bag.is_empty() && other.is_empty() {
        return change(Kind::Wording, "the order of the words".to_owned());
    }
    if kept * 4 < old.len() + new.len() {
        return change(Kind::Rewritten, format!("{kept} of {} words kept", old.len()));
    }
    change(Kind::Wording, evidence::steps(&steps, was, is).describe())
}

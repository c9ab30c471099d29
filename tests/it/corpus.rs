//! Sentence pairs as newsrooms write them, right ones and ones with a planted fault: how many faults the rules find, and whom they accuse.

use pressroom::check::{self, Spotted};
use pressroom::locale::Locale;
use pressroom::release::inline;
use pressroom::release::structure::{self, Aspect};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

const LOCALES: [&str; 5] = ["ar", "es", "fr", "ru", "zh"];

/// The sentence pairs of a locale: those of the folder that `PRESSROOM_PAIRS` names, else the corpus.
fn table(tag: &str) -> String {
    let folder = std::env::var_os("PRESSROOM_PAIRS").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus"),
        PathBuf::from,
    );
    let path = folder.join(format!("{tag}.tsv"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The rules whose findings fail a run.
const ERRORS: [&str; 7] = ["number", "date", "email", "link", "markup", "bidi", "invisible"];

/// A fault that two rules may both tell: an address with a foreign letter, a mailbox that is also a link, code that is read as prose.
const BOTH: [(&str, &str); 3] = [("link", "invisible"), ("email", "link"), ("markup", "number")];

struct Pair {
    locale: Locale,
    expected: Option<String>,
    english: String,
    translation: String,
}

#[derive(Default)]
struct Tally {
    planted: usize,
    found: usize,
    told: usize,
    right: usize,
}

impl Tally {
    fn precision(&self) -> f64 {
        if self.told == 0 {
            1.0
        } else {
            self.right as f64 / self.told as f64
        }
    }

    fn recall(&self) -> f64 {
        if self.planted == 0 {
            1.0
        } else {
            self.found as f64 / self.planted as f64
        }
    }
}

fn pairs() -> Vec<Pair> {
    LOCALES.iter().flat_map(|tag| pairs_in(tag, &table(tag))).collect()
}

fn pairs_in(tag: &str, text: &str) -> Vec<Pair> {
    let rows = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    rows.map(|line| {
        let columns: Vec<&str> = line.split('\t').collect();
        let [expected, english, translation] = columns.as_slice() else {
            panic!("{tag}: {line}")
        };
        Pair {
            locale: Locale::new(tag).unwrap(),
            expected: Some(*expected).filter(|e| *e != "-").map(str::to_owned),
            english: (*english).to_owned(),
            translation: unescape(translation),
        }
    })
    .collect()
}

fn unescape(text: &str) -> String {
    let text = text.replace('⍽', "\u{A0}").replace('␣', "\u{202F}");
    let mut out = String::new();
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once("\\u{") {
        let (code, tail) = after.split_once('}').unwrap();
        out.push_str(before);
        out.push(char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap());
        rest = tail;
    }
    out + rest
}

/// What every rule finds in a pair.
fn findings(pair: &Pair) -> BTreeMap<&'static str, Vec<Spotted>> {
    let (english, translation, locale) = (pair.english.as_str(), pair.translation.as_str(), &pair.locale);
    let (ours, theirs) = (inline::parse(english).unwrap(), inline::parse(translation).unwrap());
    let mut link = check::deception::check(&ours, &theirs, translation);
    let mut markup = Vec::new();
    for difference in structure::compare(&inline::linkify(ours), &inline::linkify(theirs)) {
        let list = match difference.aspect {
            Aspect::Link => &mut link,
            Aspect::Markup => &mut markup,
        };
        list.push(Spotted {
            span: 0..0,
            message: difference.message,
            help: difference.help,
            english: None,
            fix: None,
        });
    }
    let all = [
        ("number", check::number::check(english, translation, locale)),
        ("date", check::date::check(english, translation, locale)),
        ("email", check::email::check(english, translation, locale)),
        ("link", link),
        ("markup", markup),
        ("bidi", check::bidi::check(english, translation, locale)),
        ("invisible", check::invisible::check(english, translation, locale)),
        ("punctuation", check::punctuation::check(english, translation, locale)),
        ("spacing", check::spacing::check(english, translation, locale)),
        ("same", check::same::check(english, translation, locale)),
        ("length", check::length::check(english, translation, locale)),
    ];
    all.into_iter().filter(|(_, found)| !found.is_empty()).collect()
}

#[test]
fn faults_are_found_and_right_translations_are_not_accused() {
    let pairs = pairs();
    let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
    let mut wrong = String::new();
    for pair in &pairs {
        let found = findings(pair);
        let expected = pair.expected.as_deref();
        if let Some(rule) = expected {
            let name = *found.keys().find(|name| **name == rule).unwrap_or(&"");
            let tally = tallies.entry(leak(rule)).or_default();
            tally.planted += 1;
            tally.found += usize::from(!name.is_empty());
            if name.is_empty() {
                writeln!(
                    wrong,
                    "not found: {rule} {}: {}\n    {}",
                    pair.locale, pair.translation, pair.english
                )
                .unwrap();
            }
        }
        for (rule, spots) in &found {
            let right = expected.is_some_and(|e| e == *rule || BOTH.contains(&(e, rule)));
            let tally = tallies.entry(rule).or_default();
            tally.told += 1;
            tally.right += usize::from(right);
            if !right {
                let messages: Vec<_> = spots.iter().map(|s| s.message.as_str()).collect();
                writeln!(
                    wrong,
                    "accused: {rule} {}: {}\n    {}\n    {messages:?}",
                    pair.locale, pair.translation, pair.english
                )
                .unwrap();
            }
        }
    }
    let mut table = format!(
        "{:<14}{:>8}{:>8}{:>8}{:>11}{:>8}\n",
        "rule", "planted", "found", "told", "precision", "recall"
    );
    for (rule, tally) in &tallies {
        let (precision, recall) = (tally.precision(), tally.recall());
        writeln!(
            table,
            "{rule:<14}{:>8}{:>8}{:>8}{precision:>11.3}{recall:>8.3}",
            tally.planted, tally.found, tally.told
        )
        .unwrap();
    }
    let right = pairs.iter().filter(|pair| pair.expected.is_none()).count();
    let report = format!(
        "{} pairs, {right} right, {} with a fault\n{table}\n{wrong}",
        pairs.len(),
        pairs.len() - right
    );
    // Shown with `cargo test corpus -- --nocapture`.
    #[expect(clippy::print_stdout, reason = "the table is what the test is run for")]
    {
        println!("{report}");
    }
    assert!(
        std::env::var_os("PRESSROOM_PAIRS").is_some() || pairs.len() >= 400,
        "{report}"
    );
    for (rule, tally) in &tallies {
        assert!(tally.recall() >= 0.97, "recall of {rule}\n{report}");
        assert!(
            !ERRORS.contains(rule) || tally.precision() >= 0.99,
            "precision of {rule}\n{report}"
        );
        assert!(tally.precision() >= 0.95, "precision of {rule}\n{report}");
    }
}

/// Every digit of every right translation, made another digit in turn, must be noticed by some rule of facts.
#[test]
fn another_digit_is_noticed_wherever_it_stands() {
    let (mut planted, mut missed) = (0, Vec::new());
    for pair in pairs().into_iter().filter(|pair| pair.expected.is_none()) {
        for (at, c) in pair.translation.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
            let other = char::from_digit((c.to_digit(10).unwrap() + 3) % 10, 10).unwrap();
            let mut translation = pair.translation.clone();
            translation.replace_range(at..at + 1, &other.to_string());
            planted += 1;
            let found = check::number::mismatches(&pair.english, &translation, &pair.locale);
            let same_links = found.is_empty() && {
                let links = |text: &str| inline::linkify(inline::parse(text).unwrap());
                structure::compare(&links(&pair.english), &links(&translation)).is_empty()
            };
            if same_links {
                missed.push(format!("{}: {translation}\n    {}", pair.locale, pair.english));
            }
        }
    }
    let recall = 1.0 - missed.len() as f64 / planted as f64;
    assert!(recall >= 0.97, "recall {recall:.3} of {planted}\n{}", missed.join("\n"));
}

/// The rules of the corpus are a handful of words that live as long as the test.
fn leak(rule: &str) -> &'static str {
    let known = [
        "number",
        "date",
        "email",
        "link",
        "markup",
        "bidi",
        "invisible",
        "punctuation",
        "spacing",
        "same",
        "length",
    ];
    known
        .into_iter()
        .find(|name| *name == rule)
        .unwrap_or_else(|| panic!("`{rule}` is not a rule"))
}

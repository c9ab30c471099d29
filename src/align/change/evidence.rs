//! The evidence of a change, put into words.

use crate::align::change::tokens::Token;
use crate::release::inline::{self, Inline, Span};
use similar::{DiffOp, DiffTag};
use std::fmt::Write;

/// How many pairs are told one by one.
const TOLD: usize = 3;
/// How many characters of a quoted run of words are shown.
const SHOWN: usize = 60;

/// Things with a key to compare and a text to show, in the order of the text.
#[derive(Debug, Default)]
pub(crate) struct Bag(Vec<(String, String)>);

impl Bag {
    pub(crate) fn of(things: impl Iterator<Item = (String, String)>) -> Bag {
        Bag(things.collect())
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(_, text)| text.as_str())
    }

    /// Takes out of both bags what is in both, each as often as it is in the other.
    pub(crate) fn cancel(&mut self, other: &mut Bag) {
        let mut counts = std::collections::BTreeMap::new();
        for (key, _) in &self.0 {
            counts.entry(key.clone()).or_insert((0usize, 0usize)).0 += 1;
        }
        for (key, _) in &other.0 {
            counts.entry(key.clone()).or_insert((0, 0)).1 += 1;
        }
        let shared = counts
            .into_iter()
            .map(|(key, (a, b))| (key, a.min(b)))
            .collect::<std::collections::BTreeMap<_, _>>();
        for bag in [&mut self.0, &mut other.0] {
            let mut left = shared.clone();
            bag.retain(|(key, _)| match left.get_mut(key) {
                Some(count) if *count > 0 => {
                    *count -= 1;
                    false
                }
                _ => true,
            });
        }
    }
}

/// Old things beside the new ones that stand in their place.
#[derive(Debug, Default)]
pub(crate) struct Pairs(Vec<Pair>);

#[derive(Debug)]
struct Pair {
    noun: &'static str,
    old: Option<String>,
    new: Option<String>,
}

impl Pairs {
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds what is in one bag only, paired in order.
    pub(crate) fn add(&mut self, noun: &'static str, mut was: Bag, mut is: Bag) {
        was.cancel(&mut is);
        let (mut old, mut new) = (was.0.into_iter(), is.0.into_iter());
        loop {
            let (old, new) = (old.next().map(|(_, text)| text), new.next().map(|(_, text)| text));
            if old.is_none() && new.is_none() {
                return;
            }
            self.0.push(Pair { noun, old, new });
        }
    }

    pub(crate) fn replaced(&mut self, noun: &'static str, old: &str, new: &str) {
        self.0.push(Pair {
            noun,
            old: Some(old.to_owned()),
            new: Some(new.to_owned()),
        });
    }

    pub(crate) fn and(mut self, other: Pairs) -> Pairs {
        self.0.extend(other.0);
        self
    }

    /// A number that became an amount or a date is one change, not two.
    pub(crate) fn match_across_nouns(&mut self) {
        while let Some(gone) = self.0.iter().position(|p| p.new.is_none()) {
            let Some(come) = self.0.iter().position(|p| p.old.is_none()) else {
                return;
            };
            let text = self.0.get_mut(come).and_then(|p| p.new.take());
            if let Some(pair) = self.0.get_mut(gone) {
                pair.new = text;
            }
            self.0.remove(come);
        }
    }

    /// The pairs in words, the first few one by one.
    pub(crate) fn describe(&self) -> String {
        let mut text = String::new();
        for (place, pair) in self.0.iter().take(TOLD).enumerate() {
            if place > 0 {
                text.push_str(", ");
            }
            pair.describe(&mut text);
        }
        if self.0.len() > TOLD {
            let _ = write!(text, " and {} more", self.0.len() - TOLD);
        }
        text
    }
}

impl Pair {
    fn describe(&self, text: &mut String) {
        let quoted = |thing: &str| {
            if self.noun.is_empty() {
                format!("“{}”", shortened(thing))
            } else {
                thing.to_owned()
            }
        };
        if !self.noun.is_empty() {
            text.push_str(self.noun);
            text.push(' ');
        }
        let _ = match (&self.old, &self.new) {
            (Some(old), Some(new)) => write!(text, "{} → {}", quoted(old), quoted(new)),
            (Some(old), None) => write!(text, "{} removed", quoted(old)),
            (None, Some(new)) => write!(text, "{} inserted", quoted(new)),
            (None, None) => Ok(()),
        };
    }
}

/// A long text with its middle left out.
fn shortened(text: &str) -> String {
    let count = text.chars().count();
    if count <= SHOWN {
        return text.to_owned();
    }
    let head: String = text.chars().take(SHOWN / 2).collect();
    let tail: String = text.chars().skip(count - SHOWN / 2 + 1).collect();
    format!("{head}…{tail}")
}

/// What a cosmetic change changed.
pub(crate) fn cosmetic(old: &str, new: &str) -> String {
    let text = match (old == new, old.split_whitespace().eq(new.split_whitespace())) {
        (true, _) => "",
        (_, true) => "white space",
        _ => "typography",
    };
    text.to_owned()
}

/// The targets of links and images that are in one text only.
pub(crate) fn targets(old: &str, new: &str) -> Pairs {
    let mut pairs = Pairs::default();
    for (noun, test) in [("link", link as fn(&Span) -> Option<&str>), ("image", image)] {
        pairs.add(noun, spans(old, test), spans(new, test));
    }
    pairs
}

fn link(span: &Span) -> Option<&str> {
    if let Span::Link(target) = span {
        Some(&target.url)
    } else {
        None
    }
}

fn image(span: &Span) -> Option<&str> {
    if let Span::Image(target) = span {
        Some(&target.url)
    } else {
        None
    }
}

fn spans(text: &str, test: fn(&Span) -> Option<&str>) -> Bag {
    let events = inline::parse(text).unwrap_or_default();
    let mut found = Vec::new();
    for event in &events {
        if let Inline::Open(span) = event
            && let Some(thing) = test(span)
        {
            found.push((thing.to_owned(), thing.to_owned()));
        }
    }
    Bag(found)
}

/// What differs between two texts with the same words: marks added or removed, each kind told once.
pub(crate) fn markup(old: &str, new: &str) -> String {
    let (was, is) = (marks(old), marks(new));
    let mut told = Vec::new();
    for name in [
        "emphasis",
        "strong",
        "strikethrough",
        "code",
        "link",
        "image",
        "title",
        "footnote",
        "line break",
        "HTML",
    ] {
        let of = |marks: &[(&str, String)]| {
            marks
                .iter()
                .filter(|(n, _)| *n == name)
                .map(|(_, t)| t.clone())
                .collect::<Vec<_>>()
        };
        let (was, is) = (of(&was), of(&is));
        match was.len().cmp(&is.len()) {
            std::cmp::Ordering::Less => told.push(format!("{name} added")),
            std::cmp::Ordering::Greater => told.push(format!("{name} removed")),
            std::cmp::Ordering::Equal if was != is => told.push(format!("{name} changed")),
            std::cmp::Ordering::Equal => {}
        }
    }
    if told.is_empty() {
        told.push("marks moved".to_owned());
    }
    told.join(", ")
}

fn marks(text: &str) -> Vec<(&'static str, String)> {
    let mut marks = Vec::new();
    for event in inline::parse(text).unwrap_or_default() {
        match event {
            Inline::Code(code) => marks.push(("code", code)),
            Inline::FootnoteRef(label) => marks.push(("footnote", label)),
            Inline::Html(html) if !html.starts_with("<!--") => marks.push(("HTML", html)),
            Inline::HardBreak => marks.push(("line break", String::new())),
            Inline::Open(span) => {
                let title = match &span {
                    Span::Link(target) | Span::Image(target) => target.title.clone(),
                    _ => String::new(),
                };
                marks.push((name(&span), String::new()));
                if !title.is_empty() {
                    marks.push(("title", title));
                }
            }
            _ => {}
        }
    }
    marks
}

fn name(span: &Span) -> &'static str {
    match span {
        Span::Emphasis => "emphasis",
        Span::Strong => "strong",
        Span::Strikethrough => "strikethrough",
        Span::Link(_) => "link",
        Span::Image(_) => "image",
    }
}

/// The signs that are in one text only, where the words are the same.
pub(crate) fn punctuation(old: &str, new: &str) -> String {
    let signs = |text: &str| {
        let signs = text.chars().filter(|c| !c.is_alphanumeric() && !c.is_whitespace());
        Bag::of(
            signs
                .map(|c| (c.to_string(), c.to_string()))
                .collect::<Vec<_>>()
                .into_iter(),
        )
    };
    let mut pairs = Pairs::default();
    pairs.add("", signs(old), signs(new));
    format!("punctuation {}", pairs.describe()).trim_end().to_owned()
}

/// The stretch between the first and the last token in which two texts differ.
pub(crate) fn difference(was: &[Token], is: &[Token]) -> (String, String) {
    let head = was.iter().zip(is).take_while(|(a, b)| a.key == b.key).count();
    let shorter = was.len().min(is.len()) - head;
    let tail = was
        .iter()
        .rev()
        .zip(is.iter().rev())
        .take(shorter)
        .take_while(|(a, b)| a.key == b.key)
        .count();
    let text = |tokens: &[Token]| words(tokens, head, tokens.len() - tail - head);
    (shortened(&text(was)), shortened(&text(is)))
}

/// The steps of a word diff as pairs.
pub(crate) fn steps(steps: &[DiffOp], was: &[Token], is: &[Token]) -> Pairs {
    let mut pairs = Pairs::default();
    for step in steps.iter().filter(|step| step.tag() != DiffTag::Equal) {
        let (old, new) = (step.old_range(), step.new_range());
        let text = |tokens, range: std::ops::Range<usize>| {
            (!range.is_empty()).then(|| words(tokens, range.start, range.len()))
        };
        pairs.0.push(Pair {
            noun: "",
            old: text(was, old),
            new: text(is, new),
        });
    }
    pairs
}

fn words(tokens: &[Token], from: usize, count: usize) -> String {
    let words = tokens.iter().skip(from).take(count).map(|t| t.text.as_str());
    words.collect::<Vec<_>>().join(" ")
}

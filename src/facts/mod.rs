//! Facts of a plain text by value, whatever the script, the digits and the wording: numbers, dates, times, addresses.

pub mod address;
pub mod calendar;
mod chinese;
pub mod compare;
mod date;
pub mod decimal;
mod east_asian;
pub mod fold;
mod lexicon;
pub mod measure;
mod number;
mod period;
mod roman;
mod said;
mod scan;
mod sign;
mod sum;
mod time;
mod unit;
mod weekday;
pub mod words;

#[cfg(test)]
mod readings;
#[cfg(test)]
mod tests;

use crate::facts::decimal::Decimal;
pub use crate::facts::sign::Sign;
use crate::locale::Locale;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, LazyLock, Mutex};

/// A fact that a text states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Its value.
    pub value: Value,
    /// The other values that the same writing can have (`05/06/2018`, `2–3 million`).
    pub also: Vec<Value>,
    /// What is counted, if it is a share or money.
    pub unit: Option<Unit>,
    /// What it measures, if it is a number.
    pub measure: Option<measure::Measure>,
    /// Whether it is below zero, if it is a number.
    pub sign: Sign,
    /// How it is written.
    pub written: Written,
    /// The bytes of the text it stands in.
    pub span: Range<usize>,
    /// What stands there.
    pub surface: String,
}

/// The value of a fact, the same in every language.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// A number with its scale word worked in: `5.2 billion` is 5,200,000,000.
    Number(Decimal),
    /// A part of a whole: `two thirds`.
    Fraction(u64, u64),
    /// A day, a month, a weekday, or what is said of them.
    Date(Date),
    /// A time of day, in minutes after midnight.
    Time(u16),
    /// A half of the day that has no time with it: `Sunday evening`.
    Half(Half),
    /// A half or quarter of a year or month, and how many of them there are: `the second quarter` is 2 of 4.
    Period(u8, u8),
    /// An e-mail address, in lower case.
    Email(String),
    /// An address on the web, as written but for its scheme, `www.` and a `/` at its end.
    Url(String),
    /// A telephone number: its digits, with `+` if it begins so.
    Phone(String),
    /// The symbol of a document: `S/RES/2396`.
    Symbol(String),
}

/// A half of the day, as far as languages agree on it: noon and the night belong to neither.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Half {
    /// Between the night and noon.
    Morning,
    /// From noon to the evening.
    Afternoon,
}

/// What is said of a day; at least one part is there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// The year.
    pub year: Option<u16>,
    /// 1 to 12.
    pub month: Option<u8>,
    /// 1 to 31.
    pub day: Option<u8>,
    /// 1 (Monday) to 7.
    pub weekday: Option<u8>,
}

/// What a number counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Hundredths, or percentage points.
    Percent,
    /// Money, by the family of the currency (`dollar`, `euro`).
    Money(&'static str),
}

/// How a fact is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// With digits, or as an address: the other language has to say it too.
    Digits,
    /// As a name of a month or day.
    Name,
    /// Spelled out as a count (`seven people`): the other language has to say it too.
    Count,
    /// Spelled out in a name or a compound, as an ordinal or a part, or in Roman numerals: explains a fact of the other language, and asks
    /// for none; but another number in words is held against it.
    Words,
    /// By a word or phrase that only suggests a figure (`dozens`, `around the clock`, `semestre`) or has one and means none
    /// (`the four corners of the world`): explains, and no more.
    Loose,
}

/// Whether `inner` lies in `outer`.
fn encloses(outer: &Range<usize>, inner: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

impl Fact {
    /// What stands at `span` of `original`; of what it counts, measures or is below, nothing is known yet.
    fn new(original: &str, span: Range<usize>, value: Value, written: Written) -> Fact {
        Fact {
            value,
            also: Vec::new(),
            unit: None,
            measure: None,
            sign: Sign::None,
            written,
            surface: original.get(span.clone()).unwrap_or_default().to_owned(),
            span,
        }
    }

    /// Its value and the others that it can have.
    pub fn readings(&self) -> impl Iterator<Item = &Value> {
        std::iter::once(&self.value).chain(&self.also)
    }
}

/// What is known of a locale when facts are read: names learned from CLDR, and the words of its language.
#[derive(Debug)]
pub struct Reader {
    words: words::Words,
    calendar: calendar::Calendar,
    lexicon: lexicon::Lexicon,
}

/// Readers are costly to learn and never change: each is made once. The same locale always gives the same reader.
static READERS: LazyLock<Mutex<BTreeMap<String, Arc<Reader>>>> = LazyLock::new(Mutex::default);

impl Reader {
    /// The reader of a locale.
    pub fn of(locale: &Locale) -> Arc<Reader> {
        let mut readers = READERS.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let reader = readers.entry(locale.tag().to_owned()).or_insert_with(|| {
            Arc::new(Reader {
                words: words::Words::of(locale.language()),
                calendar: calendar::learn(locale),
                lexicon: lexicon::Lexicon::default(),
            })
        });
        Arc::clone(reader)
    }
}

/// The facts that `text`, inline Markdown in the language of `locale`, states, in the order in which they stand.
///
/// Link targets, code spans, footnote labels and Fluent placeables are no prose: of them only the targets are facts.
pub fn extract(text: &str, locale: &Locale) -> Vec<Fact> {
    read(text, locale).facts
}

/// What was read in a text.
#[derive(Debug)]
pub struct Reading {
    /// Its facts, as of [`extract`].
    pub facts: Vec<Fact>,
    /// The text in the form in which they were looked for.
    pub folded: fold::Folded,
    /// The parts that are no prose, as of [`opaque`].
    pub opaque: Vec<Range<usize>>,
}

/// As [`extract`], with what was needed on the way.
pub fn read(text: &str, locale: &Locale) -> Reading {
    let reader = Reader::of(locale);
    scan::Scan::new(text, &reader).read_all()
}

/// The parts of `text`, inline Markdown, that are no prose, in order: addresses, link targets, code, footnote labels, placeables.
pub fn opaque(text: &str) -> Vec<Range<usize>> {
    let folded = fold::Folded::new(text);
    let (_, masks) = address::find(text, &folded);
    masks.iter().map(|mask| folded.original(mask)).collect()
}

/// Whether a text alone looks like the name of a host, with or without a path: `un.org/en`.
pub fn looks_like_host(text: &str) -> bool {
    opaque(text)
        .first()
        .is_some_and(|mask| mask.start == 0 && mask.end == text.len())
}

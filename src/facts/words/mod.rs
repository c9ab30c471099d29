//! What a language adds to the digits: spelled-out numbers, and the little words round dates, times and amounts.

pub mod ar;
pub mod en;
pub mod es;
pub mod fr;
pub mod ru;
pub mod zh;

use crate::facts::fold::Folded;
use crate::facts::measure;
use std::collections::HashMap;

/// The part that a word plays in a spelled-out number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Atom {
    /// Is added to what stands before it: `three`, `fifteen`, `sixty`, `doscientos`.
    Add(u64),
    /// The same for an ordinal, which ends a number and is never multiplied: `third`.
    Ordinal(u64),
    /// Multiplies what stands before it: `hundred`, `million`.
    Times(u64),
    /// Multiplies, but the number before it is also meant for itself: `two decades`, `a dozen`.
    Soft(u64),
    /// The part of a whole: `half` is 2, `quarter` is 4.
    Part(u64),
    /// Half as much again: `полтора`.
    OneAndHalf,
    /// Stands between the words of one number: `and`.
    Join,
}

/// The words of one language.
#[derive(Debug)]
pub struct Language {
    /// Lines of a code and words: `3` added, `#3` ordinal, `*1000` multiplies, `~12` soft, `/2` part, `%` one and a half, `+` joiner.
    pub numbers: &'static str,
    /// Numbers inside longer or inflected words that a table cannot hold.
    pub derive: fn(&str) -> Option<Atom>,
    /// The beginnings of words that multiply: `doubl`, `triplic`, `удво`.
    pub multiples: &'static [(&'static str, u64)],
    /// Between the members of a list or range of numbers or days.
    pub between: &'static [&'static str],
    /// Between day, month and year: `of`, `de`.
    pub of: &'static [&'static str],
    /// Marks of percentages, as the text that follows the number.
    pub percent: &'static [&'static str],
    /// After a time of the morning.
    pub am: &'static [&'static str],
    /// After (or in Chinese before) a time of the afternoon or evening.
    pub pm: &'static [&'static str],
    /// Twelve o'clock in the day.
    pub noon: &'static [&'static str],
    /// Twelve o'clock in the night.
    pub midnight: &'static [&'static str],
    /// After the hours of a time: `h`, `heures`.
    pub hours: &'static [&'static str],
    /// The half of the day before noon, as it stands beside a day.
    pub morning: &'static [&'static str],
    /// The half of the day behind noon.
    pub afternoon: &'static [&'static str],
    /// Halves and quarters of a year (how their names begin, in English, Arabic and Chinese how they are), and how many there are of them.
    pub periods: &'static [(&'static str, u8)],
    /// Behind a number, what it measures: a line of words for each unit, behind its name. `*` stands for any ending, `_` for what parts two
    /// words.
    pub measures: &'static str,
    /// Before a number below zero.
    pub minus: &'static [&'static str],
    /// Behind a number below zero and what it counts, folded: `12 degrees below zero`.
    pub below_zero: &'static [&'static str],
    /// How other words begin that can say that a number is below zero, folded.
    pub negative: &'static [&'static str],
    /// How words begin that speak of a fall or a loss, folded: a change below zero can be told so.
    pub falling: &'static [&'static str],
    /// Figures of speech: the numbers in them mean none (`the four corners of the world`).
    pub figurative: &'static [&'static str],
    /// Phrases that stand for numbers: `around the clock` for 24 (and 7).
    pub idioms: &'static [(&'static str, &'static [u64])],
}

impl Language {
    /// The words that tell a half of the day, noon or midnight.
    pub fn words_of_times(&self) -> impl Iterator<Item = &'static str> {
        let halves = [self.am, self.pm, self.morning, self.afternoon];
        halves.into_iter().chain([self.noon, self.midnight]).flatten().copied()
    }
}

/// The table of a language, ready to be looked up.
#[derive(Debug, Clone)]
pub struct Words {
    /// The words.
    pub language: &'static Language,
    /// The language's subtag.
    pub code: String,
    /// What is measured with each word.
    pub measures: Vec<measure::Name>,
    table: Table,
}

/// The parts that known words play in a number, by the folded word.
type Table = HashMap<String, Vec<Atom>>;

/// A language of which only the digits are understood.
static UNKNOWN: Language = Language {
    numbers: "",
    derive: no_number,
    multiples: &[],
    between: &[],
    of: &["de", "of"],
    percent: &["%"],
    am: &[],
    pm: &[],
    noon: &[],
    midnight: &[],
    hours: &["h"],
    morning: &[],
    afternoon: &[],
    periods: &[],
    measures: "",
    minus: &[],
    below_zero: &[],
    negative: &[],
    falling: &[],
    figurative: &[],
    idioms: &[],
};

impl Words {
    /// The words of the language with this subtag; empty for a language that is not known.
    pub fn of(code: &str) -> Words {
        let language = match code {
            "ar" => &ar::LANGUAGE,
            "en" => &en::LANGUAGE,
            "es" => &es::LANGUAGE,
            "fr" => &fr::LANGUAGE,
            "ru" => &ru::LANGUAGE,
            "zh" => &zh::LANGUAGE,
            _ => &UNKNOWN,
        };
        let mut table = Table::new();
        for line in language.numbers.lines() {
            let mut parts = line.split_whitespace();
            let Some(atom) = parts.next().and_then(atom_of_code) else {
                continue;
            };
            for word in parts {
                table.entry(Folded::new(word).text).or_default().push(atom);
            }
        }
        Words {
            language,
            code: code.to_owned(),
            measures: measure::names(language.measures),
            table,
        }
    }

    /// The parts that `word` (folded) can play in a number, the likeliest first; joined words give several atoms in a row.
    pub fn atoms(&self, word: &str) -> Vec<Atom> {
        if let Some(atoms) = self.table.get(word) {
            return atoms.first().copied().into_iter().collect();
        }
        if self.code == "ar" {
            return ar::atoms(word, &self.table);
        }
        let multiple = || {
            let found = self.language.multiples.iter().find(|(stem, _)| word.starts_with(stem));
            found.map(|(_, times)| Atom::Add(*times))
        };
        (self.language.derive)(word).or_else(multiple).into_iter().collect()
    }

    /// Whether `word` can also name a part of a whole (`third`, `cuarto`, `خمس`): its denominator.
    pub fn part(&self, word: &str) -> Option<u64> {
        let bare = || {
            ar::bare(word)
                .find_map(|word| self.table.get(word))
                .filter(|_| self.code == "ar")
        };
        let atoms = self.table.get(word).or_else(bare)?;
        atoms.iter().find_map(|atom| match atom {
            Atom::Part(n) => Some(*n),
            _ => None,
        })
    }
}

/// For languages without numbers inside longer words.
pub fn no_number(_: &str) -> Option<Atom> {
    None
}

fn atom_of_code(code: &str) -> Option<Atom> {
    let number = |prefix: char| code.strip_prefix(prefix).and_then(|rest| rest.parse().ok());
    if code == "+" {
        return Some(Atom::Join);
    }
    if code == "%" {
        return Some(Atom::OneAndHalf);
    }
    number('#')
        .map(Atom::Ordinal)
        .or_else(|| number('*').map(Atom::Times))
        .or_else(|| number('~').map(Atom::Soft))
        .or_else(|| number('/').map(Atom::Part))
        .or_else(|| code.parse().ok().map(Atom::Add))
}

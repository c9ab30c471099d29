//! The arithmetic of spelled-out numbers: `two hundred and five thousand`, `soixante et onze`, `خمسة وعشرون`, `5 mil millones`.

use crate::facts::Value;
use crate::facts::decimal::Decimal;
use crate::facts::words::Atom;

/// A piece of a number.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Piece {
    /// Digits.
    Value(Decimal),
    /// A word.
    Word(Atom),
}

/// How a piece was taken.
#[derive(PartialEq, Eq)]
enum Taken {
    Yes,
    Last,
    No,
}

/// A number as far as it has been read.
#[derive(Default)]
struct Sum<'l> {
    language: &'l str,
    total: Option<Decimal>,
    group: Option<Decimal>,
    /// What is added next must be smaller.
    floor: u64,
    scale: Option<u64>,
    /// Whether the last piece multiplied.
    scaled: bool,
    /// Whether it began with digits.
    in_digits: bool,
    /// `half` before what it is half of.
    part: Option<u64>,
    /// Whether the last piece was an ordinal: no cardinal follows, and nothing is multiplied by it but centenaries.
    ordinal: bool,
    also: Vec<Value>,
}

/// The values that the first pieces make together, and how many pieces that are.
pub(crate) fn evaluate(pieces: &[Piece], language: &str) -> (Vec<Value>, usize) {
    if pieces.is_empty() {
        return (Vec::new(), 0);
    }
    let mut sum = Sum {
        language,
        in_digits: matches!(pieces.first(), Some(Piece::Value(_))),
        ..Sum::default()
    };
    let mut used = 0;
    let mut joined = false;
    for (n, piece) in pieces.iter().enumerate() {
        let taken = match piece {
            Piece::Word(Atom::Join) if used > 0 => {
                joined = true;
                continue;
            }
            Piece::Word(Atom::Join) => Taken::No,
            Piece::Value(value) => sum.value(*value),
            Piece::Word(Atom::Add(1))
                if matches!(pieces.get(n + 1), Some(Piece::Word(Atom::Part(_)))) && (joined || used == 0) =>
            {
                continue;
            }
            // `thirty thousand one hundred`: the one belongs to a smaller scale, unlike that of `103 million a year`.
            Piece::Word(Atom::Add(1)) if sum.goes_on(pieces.get(n + 1)) => sum.add(1, true),
            Piece::Word(atom) => sum.word(*atom, joined),
        };
        if taken == Taken::No {
            break;
        }
        used = n + 1;
        joined = false;
        if taken == Taken::Last {
            break;
        }
    }
    (sum.values(), used)
}

impl Sum<'_> {
    fn value(&mut self, value: Decimal) -> Taken {
        let fits = self.group.is_none()
            && self
                .scale
                .is_none_or(|scale| value.to_whole().is_some_and(|v| v < scale));
        if !fits {
            return Taken::No;
        }
        self.group = Some(value);
        self.floor = 0;
        self.scaled = false;
        Taken::Yes
    }

    fn word(&mut self, atom: Atom, joined: bool) -> Taken {
        // `septuagésimo segundo`, `الخامس والعشرين`, `quinto centenario`
        let follows =
            matches!(atom, Atom::Ordinal(_) | Atom::Soft(_)) || self.language == "ar" && matches!(atom, Atom::Add(_));
        if self.ordinal && !follows {
            return Taken::No;
        }
        match atom {
            Atom::Add(value) => self.add(value, joined),
            Atom::Ordinal(value) => self.ordinal(value, joined),
            Atom::Times(scale) => self.times(scale),
            Atom::Soft(scale) => self.soft(scale),
            Atom::Part(part) => self.part(part, joined),
            Atom::OneAndHalf => self.value(Decimal::new(15, -1)),
            Atom::Join => Taken::No,
        }
    }

    /// Whether a number in words goes on with `next`, a scale smaller than the last.
    fn goes_on(&self, next: Option<&Piece>) -> bool {
        let smaller = matches!((next, self.scale), (Some(Piece::Word(Atom::Times(next))), Some(last)) if *next < last);
        smaller && !self.in_digits && !self.ordinal
    }

    fn add(&mut self, value: u64, joined: bool) -> Taken {
        if self.part.is_some() {
            return if value == 1 { Taken::Yes } else { Taken::No };
        }
        // `103 million a year`, `61.2 billion twelve months earlier`
        let apart = self.scaled && !joined;
        if apart && (self.in_digits || self.language == "en" && value == 1) {
            return Taken::No;
        }
        let Some(group) = self.group else {
            if self.scale.is_some_and(|scale| value >= scale) {
                return Taken::No;
            }
            self.group = Some(Decimal::whole(value));
            self.floor = floor_of(value, self.language);
            self.scaled = false;
            return Taken::Yes;
        };
        let Some(whole) = group.to_whole() else {
            return Taken::No;
        };
        let unit = whole % 100;
        let arabic = self.language == "ar" && (1..=9).contains(&unit) && self.floor > 0;
        let tens = arabic && joined && (20..=90).contains(&value) && value.is_multiple_of(10);
        let teen = arabic && !joined && value == 10;
        if self.language == "fr" && unit == 4 && value == 20 && !joined {
            self.group = Some(Decimal::whole(whole + 76));
            self.floor = 20;
        } else if (value > 0 && value < self.floor) || tens || teen {
            self.group = Some(Decimal::whole(whole + value));
            self.floor = if tens || teen {
                1
            } else {
                floor_of(value, self.language)
            };
        } else {
            return Taken::No;
        }
        Taken::Yes
    }

    fn ordinal(&mut self, value: u64, joined: bool) -> Taken {
        let alone = self.group.is_none() && self.total.is_none();
        // In ثلاثين ثانية it is a second; behind a ten a number goes on with و.
        let behind_a_ten = self.group.and_then(Decimal::to_whole).is_some_and(|group| group >= 20);
        if self.language == "ar" && !joined && behind_a_ten {
            return Taken::No;
        }
        if self.add(value, joined) == Taken::Yes {
            if alone && value > 2 {
                self.also.push(Value::Fraction(1, value));
            }
            self.ordinal = true;
            return Taken::Yes;
        }
        match self.group.and_then(Decimal::to_whole) {
            Some(count) if !joined && value > 1 && self.floor > 0 => {
                self.also.push(Value::Fraction(count, value));
                // `a third party`
                self.also
                    .extend((count == 1).then_some(Value::Number(Decimal::whole(value))));
                Taken::Last
            }
            _ => Taken::No,
        }
    }

    fn times(&mut self, scale: u64) -> Taken {
        let factor = Decimal::whole(scale);
        if let Some(part) = self.part.take() {
            self.total = Some(Decimal::whole(scale / part));
            self.also.push(Value::Fraction(1, part));
            return Taken::Last;
        }
        let smaller = self.scale.is_none_or(|last| scale < last);
        match (self.group, self.total) {
            (Some(group), _) if scale == 100 && smaller => {
                let Some(product) = group.times(factor) else {
                    return Taken::No;
                };
                self.group = Some(product);
                self.floor = 100;
                return Taken::Yes;
            }
            (Some(group), total) if smaller => {
                self.total = group
                    .times(factor)
                    .and_then(|p| p.plus(total.unwrap_or(Decimal::whole(0))));
                self.group = None;
            }
            (None, Some(total)) if self.scaled && !smaller => self.total = total.times(factor),
            (None, _) if scale == 100 && smaller => {
                self.group = Some(factor);
                self.floor = 100;
                self.scaled = false;
                return Taken::Yes;
            }
            (None, None) => self.total = Some(factor),
            _ => return Taken::No,
        }
        self.scale = Some(scale);
        self.scaled = true;
        Taken::Yes
    }

    fn soft(&mut self, scale: u64) -> Taken {
        let factor = Decimal::whole(scale);
        if let Some(part) = self.part.take() {
            self.total = Some(Decimal::whole(scale / part));
        } else if let Some(value) = self.sum() {
            self.also.push(Value::Number(value));
            self.total = value.times(factor);
            self.group = None;
        } else {
            self.total = Some(factor);
        }
        Taken::Last
    }

    fn part(&mut self, part: u64, joined: bool) -> Taken {
        let fraction = match part {
            2 => Decimal::new(5, -1),
            4 => Decimal::new(25, -2),
            _ => Decimal::whole(0),
        };
        match (self.group, self.total, self.scale) {
            (Some(group), _, _) if joined && (part == 2 || part == 4) => {
                self.also.push(Value::Number(group));
                self.group = group.plus(fraction);
                Taken::Yes
            }
            (None, Some(total), Some(scale)) if joined => {
                self.total = fraction.times(Decimal::whole(scale)).and_then(|more| total.plus(more));
                Taken::Last
            }
            (Some(group), None, _) if !joined => match group.to_whole() {
                Some(count) => {
                    self.also.push(Value::Fraction(count, part));
                    Taken::Last
                }
                None => Taken::No,
            },
            (None, None, _) if self.part.is_none() => {
                self.part = Some(part);
                Taken::Yes
            }
            _ => Taken::No,
        }
    }

    fn sum(&self) -> Option<Decimal> {
        match (self.total, self.group) {
            (Some(total), Some(group)) => total.plus(group),
            (total, group) => total.or(group),
        }
    }

    fn values(self) -> Vec<Value> {
        let part = self.part.map(|part| Value::Fraction(1, part));
        let mut values: Vec<Value> = self.sum().map(Value::Number).into_iter().chain(part).collect();
        values.extend(self.also);
        values
    }
}

/// What may be added behind `value` must be smaller than this: tens take units, hundreds take tens.
fn floor_of(value: u64, language: &str) -> u64 {
    match value {
        60 | 80 if language == "fr" => 20,
        10 if language == "fr" => 10,
        20..=90 if value.is_multiple_of(10) => 10,
        100..=900 if value.is_multiple_of(100) => 100,
        1000.. if value.is_multiple_of(1000) => 1000,
        _ => 1,
    }
}

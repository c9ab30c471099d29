//! The walk over a text: at each place the first kind of fact that can be read there is taken.

use crate::facts::fold::{Folded, Kind, Token, is_ideograph, is_letter};
use crate::facts::lexicon::Roles;
use crate::facts::words::Atom;
use crate::facts::{
    Date, Fact, Half, Reader, Reading, Value, Written, address, date, encloses, measure, number, period, roman, sign,
    time, unit, weekday,
};
use std::cell::OnceCell;
use std::ops::Range;

/// A text being read.
pub(crate) struct Scan<'a> {
    /// The original.
    pub(crate) original: &'a str,
    /// Its folded form.
    pub(crate) folded: Folded,
    /// Its tokens.
    pub(crate) tokens: Vec<Token>,
    /// What is known of the language.
    pub(crate) reader: &'a Reader,
    /// Whether the text says anywhere that it speaks of an afternoon or evening.
    pub(crate) afternoon: bool,
    /// Whether it speaks of a morning.
    pub(crate) morning: bool,
    /// What each token can be or begin.
    roles: Vec<Roles>,
    /// What each token that was asked about is as a part of a number.
    atoms: Vec<OnceCell<Vec<Atom>>>,
    addresses: Vec<Fact>,
    /// The parts of the folded text that are no prose.
    masks: Vec<Range<usize>>,
}

/// [`str::starts_with`] for the many words that nearly never stand there: the first byte that differs ends it, without a call.
fn begins_with(text: &str, word: &str) -> bool {
    text.len() >= word.len() && text.bytes().zip(word.bytes()).all(|(a, b)| a == b)
}

/// What each of the tokens can be or begin.
fn roles(folded: &Folded, tokens: &[Token], reader: &Reader) -> Vec<Roles> {
    let text = |token: &Token| folded.text.get(token.at.clone()).unwrap_or("");
    let words = tokens.iter().filter(|token| token.kind == Kind::Word);
    let mut known = reader.lexicon.look_up(reader, words.map(text)).into_iter();
    let role = |token: &Token| match token.kind {
        Kind::Word if token.upper && text(token).starts_with(roman::LETTERS) => {
            known.next().unwrap_or_default() | Roles::FACT
        }
        Kind::Word => known.next().unwrap_or_default(),
        Kind::Digits => Roles::FACT | Roles::IDIOM,
        Kind::Mark if text(token).starts_with(number::VULGAR) => Roles::FACT,
        Kind::Mark | Kind::Space | Kind::Opaque => Roles::default(),
    };
    tokens.iter().map(role).collect()
}

/// What was read at a place, and the token behind it.
pub(crate) type Read = (Vec<Fact>, usize);

impl<'a> Scan<'a> {
    pub(crate) fn new(original: &'a str, reader: &'a Reader) -> Scan<'a> {
        Scan::with_roles(original, reader, roles)
    }

    /// As [`Scan::new`], with what the tokens can be as `roles` says.
    pub(crate) fn with_roles(
        original: &'a str,
        reader: &'a Reader,
        roles: impl Fn(&Folded, &[Token], &Reader) -> Vec<Roles>,
    ) -> Scan<'a> {
        let folded = Folded::new(original);
        let (addresses, masks) = address::find(original, &folded);
        let tokens = folded.tokens(&masks);
        let atoms = std::iter::repeat_with(OnceCell::new).take(tokens.len()).collect();
        let roles = roles(&folded, &tokens, reader);
        let mut scan = Scan {
            original,
            folded,
            tokens,
            roles,
            reader,
            afternoon: false,
            morning: false,
            atoms,
            addresses,
            masks,
        };
        for at in 0..scan.tokens.len() {
            if scan.may_be(at, Roles::TIME) {
                scan.morning |= scan.phrase(at, reader.words.language.am).is_some();
                scan.afternoon |= scan.phrase(at, reader.words.language.pm).is_some();
            }
        }
        scan
    }

    pub(crate) fn read_all(mut self) -> Reading {
        let facts = self.facts();
        let opaque = self.masks.iter().map(|mask| self.folded.original(mask)).collect();
        Reading {
            facts,
            folded: self.folded,
            opaque,
        }
    }

    fn facts(&mut self) -> Vec<Fact> {
        let mut facts = std::mem::take(&mut self.addresses);
        let mut at = 0;
        while at < self.tokens.len() {
            match self.read(at, &facts) {
                Some((found, next)) => {
                    facts.extend(found);
                    at = next.max(at + 1);
                }
                None => at += 1,
            }
        }
        // Phrases are looked for where a number was read as well: `half an hour`.
        facts.sort_by_key(|fact| (fact.span.start, fact.span.end));
        unit::link_ranges(self, &mut facts);
        time::link_ranges(self, &mut facts);
        for at in 0..self.tokens.len() {
            facts.extend(self.idioms(at));
            facts.extend(self.half_of_day(at));
            facts.extend(period::period(self, at));
            facts.extend(number::and_a_half(self, at));
        }
        self.take_figures_lightly(&mut facts);
        sign::find(self, &mut facts);
        measure::find(self, &mut facts);
        facts.sort_by_key(|fact| (fact.span.start, fact.span.end));
        facts
    }

    fn read(&self, at: usize, before: &[Fact]) -> Option<Read> {
        self.may_be(at, Roles::FACT).then_some(())?;
        time::read(self, at)
            .or_else(|| date::read(self, at, before))
            .or_else(|| weekday::weekday(self, at).map(|found| self.with_number(found, at)))
            .or_else(|| number::read(self, at))
    }

    /// Arabic weekdays are number words as well (`الاثنين`, Monday or two).
    fn with_number(&self, (mut facts, end): Read, at: usize) -> Read {
        let words = number::read(self, at).filter(|_| self.reader.words.code == "ar");
        facts.extend(words.map(|(found, _)| found).unwrap_or_default());
        (facts, end)
    }

    /// Phrases that stand for numbers; they are read as words too, so they take no place.
    fn idioms(&self, at: usize) -> Option<Fact> {
        self.may_be(at, Roles::IDIOM).then_some(())?;
        let inside = at > 0 && self.kind(at - 1) == Some(Kind::Word) && self.char(at).is_some_and(|c| !is_ideograph(c));
        let (phrase, values) = self
            .reader
            .words
            .language
            .idioms
            .iter()
            .filter(|(phrase, _)| !inside && self.rest(at).starts_with(phrase))
            .max_by_key(|(phrase, _)| phrase.len())?;
        let start = self.tokens.get(at)?.at.start;
        let values = values
            .iter()
            .map(|v| Value::Number(crate::facts::decimal::Decimal::whole(*v)));
        self.fact(start..start + phrase.len(), values.collect(), Written::Loose)
    }

    /// A half of the day.
    fn half_of_day(&self, at: usize) -> Option<Fact> {
        self.may_be(at, Roles::TIME).then_some(())?;
        let language = self.reader.words.language;
        let (half, end) = match self.phrase(at, language.morning) {
            Some(end) => (Half::Morning, end),
            None => (Half::Afternoon, self.phrase(at, language.afternoon)?),
        };
        self.fact(self.range(at, end), vec![Value::Half(half)], Written::Loose)
    }

    /// Whether the token can have one of these roles.
    pub(crate) fn may_be(&self, at: usize, roles: Roles) -> bool {
        self.roles.get(at).is_some_and(|own| own.allow(roles))
    }

    /// Numbers inside a figure of speech mean no number.
    fn take_figures_lightly(&self, facts: &mut [Fact]) {
        let phrases = self.reader.words.language.figurative.iter();
        let places = phrases.flat_map(|phrase| self.folded.text.match_indices(phrase));
        for (start, phrase) in places {
            let span = self.folded.original(&(start..start + phrase.len()));
            let inside = |fact: &&mut Fact| encloses(&span, &fact.span);
            for fact in facts.iter_mut().filter(inside) {
                fact.written = Written::Loose;
            }
        }
    }

    /// A fact with the first value and the rest as its other readings.
    pub(crate) fn fact(&self, at: Range<usize>, values: Vec<Value>, written: Written) -> Option<Fact> {
        let mut values = values.into_iter();
        let value = values.next()?;
        let span = self.folded.original(&at);
        let mut also: Vec<Value> = Vec::new();
        for other in values {
            if other != value && !also.contains(&other) {
                also.push(other);
            }
        }
        Some(Fact {
            also,
            ..Fact::new(self.original, span, value, written)
        })
    }

    /// The bytes of the folded text from token `from` to before token `to`.
    pub(crate) fn range(&self, from: usize, to: usize) -> Range<usize> {
        let start = self.tokens.get(from).map_or(self.folded.text.len(), |t| t.at.start);
        let end = to
            .checked_sub(1)
            .and_then(|n| self.tokens.get(n))
            .map_or(start, |t| t.at.end);
        start..end.max(start)
    }

    pub(crate) fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|t| t.kind)
    }

    /// The folded text of a token, empty behind the last.
    pub(crate) fn text(&self, at: usize) -> &str {
        self.tokens
            .get(at)
            .and_then(|t| self.folded.text.get(t.at.clone()))
            .unwrap_or("")
    }

    /// The first character of a token.
    pub(crate) fn char(&self, at: usize) -> Option<char> {
        self.text(at).chars().next()
    }

    /// The digits of a token, if it is digits.
    pub(crate) fn digits(&self, at: usize) -> Option<&str> {
        (self.kind(at)? == Kind::Digits).then(|| self.text(at))
    }

    /// The word of a token, if it is one.
    pub(crate) fn word(&self, at: usize) -> Option<&str> {
        (self.kind(at)? == Kind::Word).then(|| self.text(at))
    }

    /// Whether the token is this one character.
    pub(crate) fn is(&self, at: usize, c: char) -> bool {
        self.char(at) == Some(c) && self.text(at).len() == c.len_utf8()
    }

    /// What the word at a token is as a part of a number: nothing, if it is none or no word.
    pub(crate) fn atoms(&self, at: usize) -> &[Atom] {
        let known = self.atoms.get(at).filter(|_| self.may_be(at, Roles::NUMBER));
        let Some(known) = known else { return &[] };
        known.get_or_init(|| {
            self.word(at)
                .map(|word| self.reader.words.atoms(word))
                .unwrap_or_default()
        })
    }

    /// The folded text from a token on.
    pub(crate) fn rest(&self, at: usize) -> &str {
        self.tokens
            .get(at)
            .and_then(|t| self.folded.text.get(t.at.start..))
            .unwrap_or("")
    }

    /// `at`, or the token behind it if it is white space.
    pub(crate) fn skip_space(&self, at: usize) -> usize {
        if self.kind(at) == Some(Kind::Space) { at + 1 } else { at }
    }

    /// The token before `at`, white space between them passed over.
    pub(crate) fn before(&self, at: usize) -> Option<usize> {
        let near = at.checked_sub(1)?;
        if self.kind(near) == Some(Kind::Space) {
            near.checked_sub(1)
        } else {
            Some(near)
        }
    }

    /// The token behind the longest of the phrases that stands at `at` and ends there as a word.
    pub(crate) fn phrase(&self, at: usize, phrases: &[&str]) -> Option<usize> {
        let rest = self.rest(at);
        let ends = |phrase: &&&str| {
            let last = phrase.chars().next_back();
            let next = rest.get(phrase.len()..).and_then(|r| r.chars().next());
            let letter = |c: Option<char>| c.is_some_and(|c| is_letter(c) && !is_ideograph(c));
            !(letter(last) && letter(next))
        };
        let found = phrases.iter().filter(|p| begins_with(rest, p)).filter(ends);
        found.max_by_key(|p| p.len()).map(|p| self.behind(at, p.len()))
    }

    /// The token behind the first of the stems that begins at `at`; the word may go on.
    pub(crate) fn stem(&self, at: usize, stems: &[&str]) -> Option<usize> {
        let rest = self.rest(at);
        stems
            .iter()
            .filter(|p| begins_with(rest, p))
            .map(|p| self.behind(at, p.len()))
            .max()
    }

    /// Whether a percent sign begins at `at`, in signs or in words.
    pub(crate) fn is_percent(&self, at: usize) -> bool {
        self.stem(at, self.reader.words.language.percent).is_some()
    }

    /// The first token that begins at or behind a byte of the original.
    pub(crate) fn behind_original(&self, at: usize) -> usize {
        self.tokens
            .partition_point(|token| self.folded.original(&token.at).start < at)
    }

    /// The first token that begins at least `len` bytes behind the start of token `at`.
    fn behind(&self, at: usize, len: usize) -> usize {
        let end = self.range(at, at).start + len;
        self.tokens.partition_point(|t| t.at.start < end)
    }

    /// A date fact.
    pub(crate) fn date(&self, from: usize, to: usize, dates: &[Date], written: Written) -> Option<Fact> {
        let values = dates.iter().map(|d| Value::Date(*d)).collect();
        self.fact(self.range(from, to), values, written)
    }
}

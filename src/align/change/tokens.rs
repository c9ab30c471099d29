//! What a sentence states: its words, and the dates, times, amounts, numbers, addresses, symbols and names among them.

use crate::align::change::lexicon;
use crate::release::canonical::word_spans;

/// What sort of token it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sort {
    Date,
    Time,
    Amount,
    Number,
    Day,
    Address,
    Symbol,
    Name,
    Word,
}

impl Sort {
    /// The noun that stands before the token in evidence; names and words are quoted instead.
    pub(crate) fn noun(self) -> &'static str {
        match self {
            Sort::Date => "date",
            Sort::Time => "time",
            Sort::Amount => "amount",
            Sort::Number => "number",
            Sort::Day => "day",
            Sort::Address => "address",
            Sort::Symbol => "symbol",
            Sort::Name | Sort::Word => "",
        }
    }
}

/// One token of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) sort: Sort,
    /// As written.
    pub(crate) text: String,
    /// What is compared: the value of a number, date, time or amount; the lower-case word otherwise.
    pub(crate) key: String,
}

/// The tokens of a text without Markdown ([`crate::release::canonical::Canonical::plain`]).
pub(crate) fn tokens(plain: &str) -> Vec<Token> {
    let reader = Reader::new(plain);
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < reader.lexemes.len() {
        let (count, found) = reader.fact(at).unwrap_or_else(|| (1, reader.word(at)));
        tokens.extend(found);
        at += count;
    }
    tokens
}

struct Lexeme<'a> {
    word: &'a str,
    lower: String,
    /// What stands between the lexeme before and this one.
    gap: &'a str,
    start: usize,
    end: usize,
}

/// Looks at one place of the text after the other and says what stands there.
struct Reader<'a> {
    plain: &'a str,
    lexemes: Vec<Lexeme<'a>>,
    /// Most words are capitalised, so a capital says nothing.
    title_case: bool,
}

type Found = Option<(usize, Vec<Token>)>;

impl<'a> Reader<'a> {
    fn new(plain: &'a str) -> Reader<'a> {
        let mut end = 0;
        let mut lexemes = Vec::new();
        for span in word_spans(plain) {
            let word = plain.get(span.clone()).unwrap_or_default();
            let gap = plain.get(end..span.start).unwrap_or_default();
            end = span.end;
            lexemes.push(Lexeme {
                word,
                lower: word.to_lowercase(),
                gap,
                start: span.start,
                end: span.end,
            });
        }
        let title_case = is_title_case(&lexemes);
        Reader {
            plain,
            lexemes,
            title_case,
        }
    }

    fn lower(&self, at: usize) -> &str {
        self.lexemes.get(at).map_or("", |l| l.lower.as_str())
    }

    fn gap(&self, at: usize) -> &str {
        self.lexemes.get(at).map_or("\n", |l| l.gap)
    }

    fn one(&self, sort: Sort, at: usize, count: usize, key: String) -> Found {
        let mut start = self.lexemes.get(at)?.start;
        let mut end = self.lexemes.get(at + count - 1)?.end;
        // The minus sign and the last point of `p.m.` stand outside of the lexemes.
        if self.is_negative(at) {
            start -= 1;
        }
        if sort == Sort::Time && self.gap(at + count - 1) == "." && self.plain.get(end..)?.starts_with('.') {
            end += 1;
        }
        let text = self.plain.get(start..end)?.to_owned();
        Some((count, vec![Token { sort, text, key }]))
    }

    /// Whether the number at `at` has a minus sign.
    fn is_negative(&self, at: usize) -> bool {
        let gap = self.gap(at);
        let free = gap.trim_end_matches('-').ends_with([' ', '(']) || (at == 0 && gap == "-");
        let number = self.lower(at).starts_with(|c: char| c.is_ascii_digit());
        number && gap.ends_with('-') && free
    }

    /// The fact that begins at `at`, and how many lexemes it takes.
    fn fact(&self, at: usize) -> Found {
        self.address(at)
            .or_else(|| self.symbol(at))
            .or_else(|| self.date(at))
            .or_else(|| self.time(at))
            .or_else(|| self.amount(at))
            .or_else(|| self.number(at))
    }

    fn address(&self, at: usize) -> Found {
        let word = self.lexemes.get(at)?.word;
        let is_address = word.starts_with("http://") || word.starts_with("https://") || word.contains('@');
        is_address.then(|| self.one(Sort::Address, at, 1, word.to_owned()))?
    }

    /// `A/RES/72/165`, `S/2018/404`, `G7`, `COVID-19`, `1990s`: letters and digits in one piece.
    fn symbol(&self, at: usize) -> Found {
        let first = self.lexemes.get(at)?;
        if ordinal(&first.lower).is_some() {
            return None;
        }
        let mut count = 1;
        let capital = first.word.starts_with(|c: char| c.is_uppercase());
        while capital && matches!(self.gap(at + count), "/" | "-") {
            count += 1;
        }
        let all = |test: fn(char) -> bool| self.lexemes.iter().skip(at).take(count).any(|l| l.word.contains(test));
        let slashed = self.plain.get(first.start..self.lexemes.get(at + count - 1)?.end)?;
        if all(|c| c.is_ascii_digit()) && all(char::is_alphabetic) {
            return self.one(Sort::Symbol, at, count, slashed.to_owned());
        }
        None
    }

    /// The day of a month: `25`, `25th`.
    fn day(&self, at: usize) -> Option<u32> {
        let lower = self.lower(at);
        let day = lower.parse().ok().or_else(|| ordinal(lower))?;
        (1..=31).contains(&day).then_some(day)
    }

    fn month(&self, at: usize) -> Option<usize> {
        let lexeme = self.lexemes.get(at)?;
        let capital = lexeme.word.starts_with(|c: char| c.is_uppercase());
        let name = lexeme.lower.as_str();
        capital.then(|| {
            lexicon::MONTHS
                .iter()
                .position(|m| *m == name || (name.len() == 3 && m.starts_with(name)))
        })?
    }

    fn year(&self, at: usize) -> Option<u32> {
        let lower = self.lower(at);
        let near = matches!(self.gap(at), " " | ", ");
        (near && lower.len() == 4)
            .then(|| lower.parse().ok())?
            .filter(|y| (1000..3000).contains(y))
    }

    fn date(&self, at: usize) -> Found {
        if let Some(found) = self.iso_date(at) {
            return Some(found);
        }
        // 25 May 2018; 25–26 May
        if let Some(day) = self.day(at) {
            let last = (self.gap(at + 1) == "-").then(|| self.day(at + 1)).flatten();
            let mut next = at + 1 + usize::from(last.is_some());
            next += usize::from(self.lower(next) == "of");
            let month = (self.gap(next) == " ").then(|| self.month(next)).flatten()?;
            return self.date_with_year(at, next + 1, (month, Some(day), last));
        }
        let month = self.month(at)?;
        // May 25, 2018; May 25–26
        if self.gap(at + 1) == " "
            && let Some(day) = self.day(at + 1)
        {
            let last = (self.gap(at + 2) == "-").then(|| self.day(at + 2)).flatten();
            let next = at + 2 + usize::from(last.is_some());
            return self.date_with_year(at, next, (month, Some(day), last));
        }
        if self.year(at + 1).is_some() || !self.starts_sentence(at) {
            return self.date_with_year(at, at + 1, (month, None, None));
        }
        None
    }

    fn date_with_year(&self, at: usize, next: usize, date: (usize, Option<u32>, Option<u32>)) -> Found {
        let (month, day, last) = date;
        let year = self.year(next);
        let count = next - at + usize::from(year.is_some());
        let part = |n: Option<u32>| n.map(|n| n.to_string()).unwrap_or_default();
        let key = format!("{}-{}-{}-{}", part(year), month + 1, part(day), part(last));
        self.one(Sort::Date, at, count, key)
    }

    /// `2018-05-25`
    fn iso_date(&self, at: usize) -> Found {
        let number = |at: usize, length: usize| -> Option<u32> {
            let lower = self.lower(at);
            (lower.len() == length).then(|| lower.parse().ok())?
        };
        let (year, month, day) = (number(at, 4)?, number(at + 1, 2)?, number(at + 2, 2)?);
        let joined = self.gap(at + 1) == "-" && self.gap(at + 2) == "-";
        (joined && month <= 12 && day <= 31).then(|| self.one(Sort::Date, at, 3, format!("{year}-{month}-{day}-")))?
    }

    /// `5:30 p.m.`, `17:30`, `5 pm`
    fn time(&self, at: usize) -> Found {
        let lower = self.lower(at);
        let (hour, minute) = lower.split_once([':', '.']).unwrap_or((lower, ""));
        let hours: u32 = hour.parse().ok().filter(|h| *h < 24)?;
        let minutes: u32 = if minute.is_empty() {
            0
        } else {
            minute.parse().ok().filter(|m| *m < 60)?
        };
        let half = match (self.lower(at + 1), self.gap(at + 2), self.lower(at + 2)) {
            ("am", ..) => Some((1, 0)),
            ("pm", ..) => Some((1, 12)),
            ("a", ".", "m") => Some((2, 0)),
            ("p", ".", "m") => Some((2, 12)),
            _ => None,
        };
        let half = half.filter(|_| matches!(self.gap(at + 1), " " | ""));
        if half.is_none() && !lower.contains(':') {
            return None;
        }
        let (more, shift) = half.unwrap_or((0, 0));
        let hours = if half.is_some() { hours % 12 + shift } else { hours };
        self.one(Sort::Time, at, 1 + more, (hours * 60 + minutes).to_string())
    }

    /// `$5 million`, `USD 500`, `5 euros`, `5 %`, `5 per cent`
    fn amount(&self, at: usize) -> Found {
        let close = |at: usize| matches!(self.gap(at), "" | " ");
        if let Some(currency) = lexicon::currency(self.lower(at))
            && close(at + 1)
            && let Some((count, value)) = self.value(at + 1)
        {
            return self.one(Sort::Amount, at, count + 1, format!("{currency} {value}"));
        }
        let (count, value) = self.value(at)?;
        let unit = at + count;
        if !close(unit) {
            return None;
        }
        if self.lower(unit) == "per" && self.lower(unit + 1) == "cent" {
            return self.one(Sort::Amount, at, count + 2, format!("% {value}"));
        }
        let unit = lexicon::currency(self.lower(unit))?;
        self.one(Sort::Amount, at, count + 1, format!("{unit} {value}"))
    }

    fn number(&self, at: usize) -> Found {
        if let Some((count, value)) = self.value(at) {
            return self.one(Sort::Number, at, count, value);
        }
        let value = ordinal(self.lower(at))?;
        self.one(Sort::Number, at, 1, format!("{value}."))
    }

    /// The value of the number at `at` and how many lexemes it takes: digits in groups, a sign, a scale behind it.
    fn value(&self, at: usize) -> Option<(usize, String)> {
        let lower = self.lower(at);
        if let Some(value) = lexicon::number_word(lower) {
            return Some((1, value.to_owned()));
        }
        if !lower.starts_with(|c: char| c.is_ascii_digit()) || lower.contains(char::is_alphabetic) {
            return None;
        }
        let mut digits = ungrouped(lower);
        let mut count = 1;
        let three = |text: &str| text.len() == 3 && text.bytes().all(|b| b.is_ascii_digit());
        while digits.len() <= 3 * count && self.gap(at + count) == " " && three(self.lower(at + count)) {
            digits.push_str(self.lower(at + count));
            count += 1;
        }
        if self.is_negative(at) {
            digits.insert(0, '-');
        }
        if let Some(scale) =
            lexicon::scale(self.lower(at + count)).filter(|_| matches!(self.gap(at + count), " " | "" | "-"))
        {
            digits.push_str(scale);
            count += 1;
        }
        Some((count, digits))
    }

    /// A word, a name or a day of the week; a contraction is two words.
    fn word(&self, at: usize) -> Vec<Token> {
        let Some(lexeme) = self.lexemes.get(at) else {
            return Vec::new();
        };
        let sort = if lexicon::DAYS.contains(&lexeme.lower.as_str()) && lexeme.word.starts_with(char::is_uppercase) {
            Sort::Day
        } else if self.is_name(at) {
            Sort::Name
        } else {
            Sort::Word
        };
        let token = |key: &str| Token {
            sort,
            text: lexeme.word.to_owned(),
            key: key.to_owned(),
        };
        match lexicon::contraction(&lexeme.lower) {
            Some(words) => words.map(token).to_vec(),
            None => vec![token(&lexeme.lower)],
        }
    }

    fn is_name(&self, at: usize) -> bool {
        let Some(lexeme) = self.lexemes.get(at) else {
            return false;
        };
        let capital = |word: &str| word.starts_with(char::is_uppercase);
        let inner = lexeme.word.chars().skip(1).any(char::is_uppercase);
        let shouted = self.plain.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
        if inner && !shouted && lexeme.word.chars().count() > 1 {
            return true;
        }
        if !capital(lexeme.word) || self.title_case || shouted || lexicon::is_function_word(&lexeme.lower) {
            return false;
        }
        let next_is_name = || {
            self.gap(at + 1) == " "
                && self
                    .lexemes
                    .get(at + 1)
                    .is_some_and(|next| capital(next.word) && !lexicon::is_function_word(&next.lower))
        };
        !self.starts_sentence(at) || next_is_name()
    }

    /// Whether a capital at `at` would stand there for any word.
    fn starts_sentence(&self, at: usize) -> bool {
        let gap = self.gap(at);
        if at == 0 || gap.contains(['!', '?', ':']) {
            return true;
        }
        let before = self.lower(at - 1);
        let ends = gap.contains('.') && !lexicon::ABBREVIATIONS.contains(&before) && before.chars().count() > 1;
        ends || (gap.contains('"') && gap.contains([',', '.']))
    }
}

/// Three words in four, and at least three, are capitalised where grammar does not ask for it.
fn is_title_case(lexemes: &[Lexeme<'_>]) -> bool {
    let long = lexemes
        .iter()
        .filter(|l| !lexicon::is_function_word(&l.lower) && l.word.chars().all(char::is_alphabetic));
    let (mut all, mut capitals) = (0, 0);
    for lexeme in long {
        all += 1;
        capitals += usize::from(lexeme.word.starts_with(char::is_uppercase));
    }
    all >= 3 && capitals * 4 >= all * 3
}

/// `1st`, `25th`
fn ordinal(lower: &str) -> Option<u32> {
    let digits = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|end| lower.strip_suffix(end))?;
    digits.parse().ok()
}

/// The digits of a number without the commas that group them.
fn ungrouped(text: &str) -> String {
    let mut parts = text.split(',');
    let head = parts.next().unwrap_or_default();
    let grouped = head.len() <= 3 && parts.all(|part| part.split('.').next().is_some_and(|p| p.len() == 3));
    if grouped {
        text.replace(',', "")
    } else {
        text.to_owned()
    }
}

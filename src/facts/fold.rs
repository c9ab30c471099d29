//! A text as facts are looked for in it: one form for each letter and digit, cut into tokens that know their place.

use std::ops::Range;
use unicode_normalization::char::compose;

/// A folded text and, for each byte of it, the bytes of the original that it stands for.
#[derive(Debug, Clone, Default)]
pub struct Folded {
    /// Lower case, ASCII digits and punctuation for their full-width and other-script forms, no marks that only
    /// vocalise, stretch or direct Arabic, composed letters.
    pub text: String,
    origins: Vec<Origin>,
}

/// What a byte of the folded text was made from.
#[derive(Debug, Clone, Copy)]
struct Origin {
    /// The first byte of the original that it stands for.
    start: u32,
    /// The byte behind the last.
    end: u32,
    /// Whether an upper-case letter stands there.
    upper: bool,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// ASCII digits.
    Digits,
    /// Letters; an ideograph is a word of its own.
    Word,
    /// White space.
    Space,
    /// Any other character.
    Mark,
    /// A part that is no prose (an address, code, a placeable).
    Opaque,
}

/// A piece of a folded text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// Its bytes in the folded text.
    pub at: Range<usize>,
    /// Whether it begins with an upper-case letter in the original.
    pub upper: bool,
}

/// The first combining mark: nothing below it joins what stands before it.
const FIRST_MARK: char = '\u{300}';

/// The zero of each set of decimal digits that newsrooms meet (Unicode general category Nd).
const ZEROS: [u32; 13] = [
    0x30, 0x660, 0x6F0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xBE6, 0xC66, 0xCE6, 0xE50, 0x2080, 0xFF10,
];

impl Folded {
    /// Folds `text`.
    pub fn new(text: &str) -> Folded {
        let mut folded = Folded {
            text: String::with_capacity(text.len()),
            origins: Vec::with_capacity(text.len()),
        };
        let mut at = 0;
        while let Some(first) = text[at..].chars().next() {
            let plain = if first.is_ascii() { ascii_run(&text[at..]) } else { 0 };
            if plain > 0 {
                folded.push_ascii(&text[at..at + plain], at);
                at += plain;
                continue;
            }
            let (start, mut c) = (at, first);
            at += first.len_utf8();
            while let Some(mark) = text[at..].chars().next().filter(|mark| may_join(*mark)) {
                let Some(whole) = compose(c, mark) else { break };
                c = whole;
                at += mark.len_utf8();
            }
            match fold_char(c) {
                Some(to) => folded.push(to, is_upper(c), start..at),
                None => folded.stretch(at),
            }
        }
        folded
    }

    /// The bytes of the original that `at`, bytes of the folded text, stands for.
    pub fn original(&self, at: &Range<usize>) -> Range<usize> {
        let start = self.origins.get(at.start).map_or(0, |origin| origin.start as usize);
        let end = at.end.checked_sub(1).and_then(|n| self.origins.get(n));
        start..end.map_or(start, |origin| origin.end as usize).max(start)
    }

    /// The tokens; what lies in `opaque` (sorted, disjoint, in bytes of the folded text) is one token each.
    pub fn tokens(&self, opaque: &[Range<usize>]) -> Vec<Token> {
        // A word and the space behind it have more than four bytes in most languages.
        let mut tokens = Vec::with_capacity(self.text.len() / 4);
        let mut at = 0;
        let mut masks = opaque.iter().peekable();
        while let Some(c) = self.text.get(at..).and_then(|rest| rest.chars().next()) {
            while masks.peek().is_some_and(|mask| mask.end <= at) {
                masks.next();
            }
            let (kind, end) = match masks.peek() {
                Some(mask) if mask.start <= at => (Kind::Opaque, mask.end),
                next => {
                    let limit = next.map_or(self.text.len(), |mask| mask.start);
                    (kind_of(c), self.run_end(at, c, limit))
                }
            };
            tokens.push(self.token(kind, at..end));
            at = end;
        }
        tokens
    }

    fn token(&self, kind: Kind, at: Range<usize>) -> Token {
        let upper = self.origins.get(at.start).is_some_and(|first| first.upper);
        Token { kind, at, upper }
    }

    fn run_end(&self, at: usize, first: char, limit: usize) -> usize {
        let kind = kind_of(first);
        let alone = kind == Kind::Mark || is_ideograph(first);
        let rest = self.text.get(at..limit).unwrap_or("");
        rest.char_indices()
            .skip(1)
            .find(|(_, c)| alone || kind_of(*c) != kind || is_ideograph(*c))
            .map_or(limit, |(n, _)| at + n)
    }

    fn push_ascii(&mut self, run: &str, at: usize) {
        let done = self.text.len();
        self.text.push_str(run);
        if let Some(own) = self.text.get_mut(done..) {
            own.make_ascii_lowercase();
        }
        let origin = |(n, byte): (usize, u8)| Origin {
            start: offset(at + n),
            end: offset(at + n + 1),
            upper: byte.is_ascii_uppercase(),
        };
        self.origins.extend(run.bytes().enumerate().map(origin));
    }

    fn push(&mut self, c: char, upper: bool, from: Range<usize>) {
        self.text.push(c);
        let origin = Origin {
            start: offset(from.start),
            end: offset(from.end),
            upper,
        };
        self.origins.resize(self.text.len(), origin);
    }

    /// A mark that was left out belongs to the character before it.
    fn stretch(&mut self, end: usize) {
        let Some(last) = self.origins.last().map(|origin| origin.end) else {
            return;
        };
        for origin in self.origins.iter_mut().rev().take_while(|origin| origin.end == last) {
            origin.end = offset(end);
        }
    }
}

/// How many bytes of ASCII `text` begins with that no mark behind them joins.
fn ascii_run(text: &str) -> usize {
    let end = text.bytes().position(|byte| !byte.is_ascii()).unwrap_or(text.len());
    let joined = text[end..].chars().next().is_some_and(may_join);
    end - usize::from(joined && end > 0)
}

/// Whether `c` can be composed with what stands before it: the letters of the scripts that newsrooms write most cannot.
fn may_join(c: char) -> bool {
    let is_never =
        matches!(c, '\u{400}'..='\u{482}' | '\u{620}'..='\u{64A}' | '\u{2000}'..='\u{206F}' | '\u{3400}'..='\u{9FFF}');
    c >= FIRST_MARK && !is_never
}

/// As [`char::is_uppercase`].
fn is_upper(c: char) -> bool {
    match c {
        '\u{400}'..='\u{42F}' => true,
        '\u{430}'..='\u{45F}' | '\u{600}'..='\u{6FF}' | '\u{2000}'..='\u{206F}' | '\u{3000}'..='\u{9FFF}' => false,
        _ => c.is_uppercase(),
    }
}

/// A place in a text; no text that is read has four gigabytes.
fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Whether `c` is an ideograph, which is a word of its own.
pub fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3007}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{20000}'..='\u{3134F}')
}

/// Whether the program must not see `c` when it looks for facts: marks that only direct, join or hide.
pub fn is_unseen(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206F}' | '\u{FEFF}')
}

/// Whether `c` is a letter, as [`char::is_alphabetic`] says: nearly all that newsrooms write lie in a few ranges, and the table of the
/// rest is slow to look into.
pub fn is_letter(c: char) -> bool {
    match c {
        _ if c.is_ascii() => c.is_ascii_alphabetic(),
        '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{2C1}' => true,
        '\u{400}'..='\u{481}' | '\u{620}'..='\u{657}' | '\u{4E00}'..='\u{9FFF}' => true,
        '\u{2000}'..='\u{206F}' | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '\u{FF00}'..='\u{FF20}' => false,
        _ => c.is_alphabetic(),
    }
}

fn kind_of(c: char) -> Kind {
    if is_letter(c) || c == '\u{3007}' {
        Kind::Word
    } else if c.is_ascii_digit() {
        Kind::Digits
    } else if c.is_whitespace() {
        Kind::Space
    } else {
        Kind::Mark
    }
}

fn fold_char(c: char) -> Option<char> {
    match c {
        _ if c.is_ascii() => return Some(c.to_ascii_lowercase()),
        '\u{430}'..='\u{44F}' | '\u{627}' | '\u{628}' | '\u{62A}'..='\u{63A}' | '\u{641}'..='\u{648}' | '\u{64A}' => {
            return Some(c);
        }
        '\u{3041}'..='\u{9FFF}' => return Some(c),
        _ => {}
    }
    if let Some(zero) = ZEROS.iter().find(|zero| (**zero..**zero + 10).contains(&(c as u32))) {
        return char::from_digit(c as u32 - zero, 10);
    }
    Some(match c {
        '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}' => return None,
        _ if is_unseen(c) => return None,
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0)?.to_ascii_lowercase(),
        '\u{A0}' | '\u{2009}' | '\u{202F}' | '\u{3000}' => ' ',
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ی' => 'ي',
        'ک' => 'ك',
        'ة' => 'ه',
        'ё' | 'Ё' => 'е',
        '’' | 'ʼ' | '‘' => '\'',
        '‐' | '‑' => '-',
        '‒' | '―' | '−' | '﹣' => '–',
        '٪' => '%',
        // Scripts without case need no table.
        '\u{600}'..='\u{6FF}' | '\u{3000}'..='\u{9FFF}' => c,
        _ => c.to_lowercase().next().unwrap_or(c),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_and_letters_of_all_scripts_have_one_form_and_keep_their_place() {
        let text = "٢٥ أيّار ２０１８ e\u{301}té";
        let folded = Folded::new(text);
        assert_eq!(folded.text, "25 ايار 2018 été");
        let tokens = folded.tokens(&[]);
        let shown: Vec<_> = tokens.iter().map(|t| &text[folded.original(&t.at)]).collect();
        assert_eq!(shown, ["٢٥", " ", "أيّار", " ", "２０１８", " ", "e\u{301}té"]);
    }

    #[test]
    fn what_only_directs_joins_or_hides_is_left_out() {
        let unseen = ('\0'..=char::MAX).filter(|c| is_unseen(*c));
        for c in unseen {
            let text = format!("1{c}2");
            let folded = Folded::new(&text);
            assert_eq!(folded.text, "12", "{c:?}");
            assert_eq!(folded.original(&(0..1)), 0..text.len() - 1, "{c:?}");
        }
    }

    #[test]
    fn a_digit_of_any_script_is_the_digit() {
        let zeros = ['0', '٠', '۰', '०', '০', '੦', '૦', '௦', '౦', '೦', '๐', '₀', '０'];
        for zero in zeros {
            let digits = (0..10)
                .filter_map(|n| char::from_u32(zero as u32 + n))
                .collect::<String>();
            assert_eq!(Folded::new(&digits).text, "0123456789");
        }
        assert_eq!(Folded::new("Ａｚ！～　é").text, "az!~ é");
        assert_eq!(Folded::new("5\u{A0}p.\u{202F}m.\u{2009}x").text, "5 p. m. x");
    }

    #[test]
    fn a_letter_is_what_unicode_calls_alphabetic() {
        let other = |c: &char| is_letter(*c) != c.is_alphabetic();
        assert_eq!(('\0'..=char::MAX).find(other), None);
    }

    #[test]
    fn what_joins_nothing_is_the_end_of_no_composed_character() {
        for c in '\0'..=char::MAX {
            let mut parts = Vec::new();
            unicode_normalization::char::decompose_canonical(c, |part| parts.push(part));
            assert!(parts.iter().skip(1).all(|part| may_join(*part)), "{c:?}");
        }
    }

    #[test]
    fn upper_case_is_what_unicode_calls_so() {
        let other = |c: &char| is_upper(*c) != c.is_uppercase();
        assert_eq!(('\0'..=char::MAX).find(other), None);
    }

    #[test]
    fn what_has_no_case_is_not_lowered() {
        let lowered = |c: &char| c.to_lowercase().next() != Some(*c);
        assert_eq!(('\u{600}'..='\u{6FF}').find(lowered), None);
        assert_eq!(('\u{3000}'..='\u{9FFF}').find(lowered), None);
    }

    #[test]
    fn an_ideograph_is_a_word_of_its_own() {
        let folded = Folded::new("第5次会议");
        assert_eq!(folded.tokens(&[]).len(), 5);
    }
}

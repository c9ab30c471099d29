//! The one function that normalises English: two texts whose canonical forms are equal say the same to every translator.

use crate::release::inline::{self, Inline, Span, Target};
use sha2::{Digest, Sha256};
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

/// A segment's text without the accidents of how it was typed.
///
/// Two texts with equal [`form`](Canonical::form)s differ cosmetically at most: white space and wrapping, the style of
/// quotes, dashes and ellipses in running text, emphasis markers, escapes and entities, invisible characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Canonical {
    form: String,
    plain: String,
}

/// The marks that stand in a canonical form for Markdown. They are Unicode noncharacters, which no text may hold
/// (Unicode 16, 23.7); one that a text holds nevertheless is replaced on the way in.
pub mod mark {
    /// Around code, text that is never folded.
    pub const CODE: char = '\u{FDD0}';
    /// `*emphasis*` begins.
    pub const EMPHASIS: char = '\u{FDD1}';
    /// `**strong**` begins.
    pub const STRONG: char = '\u{FDD2}';
    /// `~~struck out~~` begins.
    pub const STRIKETHROUGH: char = '\u{FDD3}';
    /// A link begins.
    pub const LINK: char = '\u{FDD4}';
    /// An image begins.
    pub const IMAGE: char = '\u{FDD5}';
    /// The target of a link or image follows, up to [`END`] or [`TITLE`].
    pub const TARGET: char = '\u{FDD6}';
    /// The title of a link or image follows, up to [`END`].
    pub const TITLE: char = '\u{FDD7}';
    /// Any of them ends.
    pub const END: char = '\u{FDD8}';
    /// A line end that stays.
    pub const BREAK: char = '\u{FDD9}';
    /// Around the label of a footnote reference.
    pub const FOOTNOTE: char = '\u{FDDA}';
    /// Around raw HTML.
    pub const HTML: char = '\u{FDDB}';
}

impl Canonical {
    /// The whole: what is read, and a mark for everything that is not text. Only for comparing.
    pub fn form(&self) -> &str {
        &self.form
    }

    /// Only what is read: no marks, no link targets.
    pub fn plain(&self) -> &str {
        &self.plain
    }

    /// The words, numbers, addresses and currency or comparison signs of what is read, in order and as written.
    pub fn words(&self) -> Vec<&str> {
        words(&self.plain)
    }

    /// Sixteen hexadecimal digits that stay the same for the same form on every machine and in every version
    /// (the first 64 bits of its SHA-256).
    pub fn fingerprint(&self) -> String {
        let digest = Sha256::digest(self.form.as_bytes());
        digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
    }
}

/// The canonical form of a segment's text. Text that is no sound inline Markdown is taken as it stands, with its white
/// space folded.
pub fn canonical(text: &str) -> Canonical {
    if is_canonical_already(text) {
        return Canonical {
            form: text.to_owned(),
            plain: text.to_owned(),
        };
    }
    match inline::parse(text) {
        Ok(events) => canonical_of(&events),
        Err(_) => {
            let folded = text.split_whitespace().collect::<Vec<_>>().join(" ");
            Canonical {
                form: folded.clone(),
                plain: folded,
            }
        }
    }
}

/// Whether two texts differ cosmetically at most. A translation made from the one is fresh for the other.
pub fn same(one: &str, other: &str) -> bool {
    one == other || canonical(one) == canonical(other)
}

/// Plain words with plain punctuation: nothing in them is Markdown or would be folded.
fn is_canonical_already(text: &str) -> bool {
    let plain = |b: u8| {
        b.is_ascii_alphanumeric()
            || matches!(
                b,
                b' ' | b',' | b'.' | b';' | b':' | b'\'' | b'"' | b'%' | b'?' | b'/' | b'-'
            )
    };
    let bytes = text.as_bytes();
    let doubled = |pair: &[u8]| matches!(pair, b"  " | b"--");
    bytes.iter().all(|b| plain(*b)) && !bytes.windows(2).any(doubled) && !text.starts_with(' ') && !text.ends_with(' ')
}

/// One step of the text on its way to the canonical form.
enum Piece {
    /// A character of running text.
    Running(char),
    /// What is read but never folded: code.
    Verbatim(String),
    /// What is not read.
    Mark(String),
}

fn canonical_of(events: &[Inline]) -> Canonical {
    let pieces = pieces(events);
    let mut writer = Writer::default();
    let mut at = 0;
    while let Some(piece) = pieces.get(at) {
        at += 1;
        match piece {
            Piece::Mark(text) => writer.mark(text),
            Piece::Verbatim(text) => writer.verbatim(text),
            Piece::Running(c) if is_dash(*c) => at = writer.dashes(&pieces, at - 1),
            Piece::Running(c) => writer.running(*c),
        }
    }
    writer.finish()
}

fn pieces(events: &[Inline]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut open: Vec<&Span> = Vec::new();
    let mut text = String::new();
    for event in events {
        if let Inline::Text(more) = event {
            text.push_str(more);
            continue;
        }
        run(&mut pieces, &mut text);
        match event {
            Inline::Text(_) => {}
            Inline::SoftBreak => pieces.push(Piece::Running(' ')),
            Inline::HardBreak => pieces.push(Piece::Mark(mark::BREAK.into())),
            Inline::Code(code) => pieces.push(Piece::Verbatim(code.clone())),
            Inline::FootnoteRef(label) => pieces.push(Piece::Mark(between(mark::FOOTNOTE, label))),
            Inline::Html(html) if html.starts_with("<!--") => {}
            Inline::Html(html) => pieces.push(Piece::Mark(between(mark::HTML, html))),
            Inline::Open(span) => {
                open.push(span);
                pieces.push(Piece::Mark(opening(span).into()));
            }
            Inline::Close(_) => pieces.push(Piece::Mark(open.pop().map(closing).unwrap_or_default())),
        }
    }
    run(&mut pieces, &mut text);
    pieces
}

/// Moves the text collected so far to the pieces, folded character by character.
fn run(pieces: &mut Vec<Piece>, text: &mut String) {
    for c in text.nfc() {
        match fold(c) {
            Folded::Same => pieces.push(Piece::Running(c)),
            Folded::To(text) => pieces.extend(text.chars().map(Piece::Running)),
        }
    }
    text.clear();
}

fn between(mark: char, text: &str) -> String {
    format!("{mark}{}{mark}", without_marks(text))
}

fn without_marks(text: &str) -> String {
    text.chars().map(|c| if is_mark(c) { '\u{FFFD}' } else { c }).collect()
}

fn is_mark(c: char) -> bool {
    ('\u{FDD0}'..='\u{FDEF}').contains(&c)
}

fn opening(span: &Span) -> char {
    match span {
        Span::Emphasis => mark::EMPHASIS,
        Span::Strong => mark::STRONG,
        Span::Strikethrough => mark::STRIKETHROUGH,
        Span::Link(_) => mark::LINK,
        Span::Image(_) => mark::IMAGE,
    }
}

fn closing(span: &Span) -> String {
    let (Span::Link(Target { url, title }) | Span::Image(Target { url, title })) = span else {
        return mark::END.into();
    };
    let mut text = format!("{}{}", mark::TARGET, without_marks(url));
    if !title.is_empty() {
        let words = canonical_of(&[Inline::Text(title.clone())]);
        text.push(mark::TITLE);
        text.push_str(&words.plain);
    }
    text.push(mark::END);
    text
}

enum Folded {
    Same,
    To(&'static str),
}

/// What one character of running text stands for, where its neighbours do not matter.
fn fold(c: char) -> Folded {
    match c {
        '\u{2018}' | '\u{2019}' | '\u{201A}' | '\u{201B}' | '\u{2032}' | '\u{02BC}' => Folded::To("'"),
        '\u{201C}' | '\u{201D}' | '\u{201E}' | '\u{201F}' | '\u{2033}' => Folded::To("\""),
        '\u{2026}' => Folded::To("..."),
        // Soft hyphen, zero-width space, direction marks, word joiner, byte order mark: nothing is seen of them.
        '\u{AD}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2060}' | '\u{FEFF}' => Folded::To(""),
        c if is_mark(c) => Folded::To("\u{FFFD}"),
        c if c.is_whitespace() => Folded::To(" "),
        _ => Folded::Same,
    }
}

/// Hyphens, dashes and the minus sign.
fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

fn is_long_dash(c: char) -> bool {
    matches!(c, '\u{2014}' | '\u{2015}')
}

#[derive(Default)]
struct Writer {
    form: String,
    plain: String,
}

impl Writer {
    /// A character of running text; white space that follows white space is dropped.
    fn running(&mut self, c: char) {
        if c == ' ' && (self.plain.is_empty() || self.plain.ends_with(' ')) {
            return;
        }
        self.form.push(c);
        self.plain.push(c);
    }

    /// What is not read; a line end that stays reads as a space.
    fn mark(&mut self, text: &str) {
        self.form.push_str(text);
        if text.starts_with(mark::BREAK) && !self.plain.ends_with(' ') {
            self.plain.push(' ');
        }
    }

    fn verbatim(&mut self, code: &str) {
        self.form.push_str(&between(mark::CODE, code));
        self.plain.push_str(code);
    }

    /// A run of dashes that begins at `at`; returns where the text goes on.
    ///
    /// Between words a long dash (`—`, `--`, `---`) is the same with and without spaces, and the same as a spaced short one.
    /// A short dash without spaces is a hyphen, a minus or a range, and so is any between two digits. Two hyphens before
    /// a word (` --flag`) and longer rows of them are no dashes and stay.
    fn dashes(&mut self, pieces: &[Piece], at: usize) -> usize {
        let run = pieces
            .iter()
            .skip(at)
            .map_while(|piece| match piece {
                Piece::Running(c) if is_dash(*c) => Some(*c),
                _ => None,
            })
            .collect::<Vec<_>>();
        let behind = at + run.len();
        let before = self.plain.chars().next_back().unwrap_or(' ');
        let after = next_read(pieces, behind).unwrap_or(' ');
        let numbers = before.is_ascii_digit() && after.is_ascii_digit();
        let even = (before == ' ') == (after == ' ');
        match run.as_slice() {
            [c] if is_long_dash(*c) && !numbers => self.spaced_dash(),
            [_] => self.running('-'),
            ['-', '-'] if numbers => self.running('-'),
            ['-', '-'] | ['-', '-', '-'] if even && !numbers => self.spaced_dash(),
            _ => run.iter().for_each(|c| self.running(*c)),
        }
        behind
    }

    fn spaced_dash(&mut self) {
        self.running(' ');
        self.running('-');
        self.running(' ');
    }

    fn finish(self) -> Canonical {
        Canonical {
            form: self.form.trim().to_owned(),
            plain: self.plain.trim().to_owned(),
        }
    }
}

/// The next character that is read.
fn next_read(pieces: &[Piece], from: usize) -> Option<char> {
    pieces.iter().skip(from).find_map(|piece| match piece {
        Piece::Running(c) => Some(*c),
        Piece::Verbatim(text) => Some(text.chars().next().unwrap_or(' ')),
        Piece::Mark(text) if text.starts_with(mark::BREAK) => Some(' '),
        Piece::Mark(_) => None,
    })
}

/// Cuts text into tokens: addresses of pages and of people, numbers with their inner points and commas, words with their
/// inner apostrophes, and the signs that carry meaning. Other punctuation and white space is left out.
pub fn words(text: &str) -> Vec<&str> {
    word_spans(text).into_iter().filter_map(|span| text.get(span)).collect()
}

/// Where the tokens of [`words`] stand in `text`, in bytes.
pub fn word_spans(text: &str) -> Vec<Range<usize>> {
    let mut spans = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..)
        && let Some(c) = rest.chars().next()
    {
        let length = token(rest, c);
        if length == 0 {
            at += c.len_utf8();
            continue;
        }
        spans.push(at..at + length);
        at += length;
    }
    spans
}

/// The length in bytes of the token that `text` begins with; 0 if it begins with none.
fn token(text: &str, first: char) -> usize {
    if text.starts_with("http://") || text.starts_with("https://") {
        let end = text.find(char::is_whitespace).unwrap_or(text.len());
        let url = text.get(..end).unwrap_or_default();
        return url
            .trim_end_matches(['.', ',', ';', ':', ')', ']', '"', '\'', '>'])
            .len();
    }
    if matches!(
        first,
        '$' | '€' | '£' | '¥' | '%' | '‰' | '°' | '&' | '=' | '+' | '<' | '>' | '§' | '±' | '×' | '÷'
    ) {
        return first.len_utf8();
    }
    if !is_word(first) {
        return 0;
    }
    let end = text
        .find(|c| !is_word(c) && !matches!(c, '.' | '+' | '-' | '@' | '\'' | ',' | ':' | '/'))
        .unwrap_or(text.len());
    let reach = text.get(..end).unwrap_or_default();
    address(reach).unwrap_or_else(|| word(reach, first))
}

/// The length of an e-mail address at the start of `text`.
fn address(text: &str) -> Option<usize> {
    let at = text.find('@')?;
    let (name, rest) = text.split_at(at);
    let host = rest.get(1..)?;
    let end = host
        .find(|c: char| !is_word(c) && c != '.' && c != '-')
        .unwrap_or(host.len());
    let host = host.get(..end)?.trim_end_matches(['.', '-']);
    let sound = name.chars().all(|c| is_word(c) || matches!(c, '.' | '+' | '-')) && host.contains('.');
    sound.then_some(at + 1 + host.len())
}

/// The length of the number or word at the start of `text`: inner points, commas, colons and slashes belong to it between
/// digits, inner apostrophes between letters.
fn word(text: &str, first: char) -> usize {
    let mut end = first.len_utf8();
    let mut last = first;
    let mut chars = text.char_indices().skip(1).peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map(|(_, next)| *next);
        let joins = match c {
            '.' | ',' | ':' | '/' => last.is_numeric() && after.is_some_and(char::is_numeric),
            '\'' => is_word(last) && after.is_some_and(char::is_alphabetic),
            _ => is_word(c),
        };
        if !joins {
            break;
        }
        end = at + c.len_utf8();
        last = c;
    }
    end
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || unicode_normalization::char::is_combining_mark(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_differs_cosmetically_is_the_same() {
        for (one, other) in [
            ("A talk.", "A  talk."),
            ("A talk\nin Brussels.", "A talk in Brussels."),
            (" A talk ", "A talk"),
            ("*Geneva*", "_Geneva_"),
            ("**Geneva**", "__Geneva__"),
            ("the EU’s “aim”", "the EU's \"aim\""),
            ("‘so-called’", "'so-called'"),
            ("talks — and more", "talks – and more"),
            ("talks — and more", "talks -- and more"),
            ("talks---and more", "talks—and more"),
            ("talks—and more", "talks — and more"),
            ("**2027** — The next", "**2027** -- The next"),
            ("—", "--"),
            ("2010–2015", "2010-2015"),
            ("2010--2015", "2010–2015"),
            ("at −5 °C", "at -5 °C"),
            ("and so on…", "and so on..."),
            ("10\u{a0}000 people", "10 000 people"),
            ("25\u{202f}May", "25 May"),
            ("caf\u{e9}", "cafe\u{301}"),
            ("AT&amp;T", "AT&T"),
            ("1 &lt; 2", "1 < 2"),
            ("1\\. January", "1. January"),
            ("peace\u{200b}keeping", "peacekeeping"),
            ("co\u{ad}operation", "cooperation"),
            ("<https://un.org>", "[https://un.org](https://un.org)"),
            ("[UN](https://un.org 'The UN')", "[UN](<https://un.org> \"The UN\")"),
            ("`` a ``", "`a`"),
            ("a <!-- note --> b", "a b"),
        ] {
            assert!(
                same(one, other),
                "{one:?} and {other:?}: {:?} {:?}",
                canonical(one),
                canonical(other)
            );
        }
    }

    #[test]
    fn what_means_something_else_is_not_the_same() {
        for (one, other) in [
            ("a talk", "a talk."),
            ("A talk", "a talk"),
            ("a *talk*", "a talk"),
            ("a *talk*", "a **talk**"),
            ("a `talk`", "a talk"),
            ("`a--b`", "`a—b`"),
            ("`“a”`", "`\"a\"`"),
            ("`a  b`", "`a b`"),
            ("[a](https://x.org)", "[a](https://y.org)"),
            ("[a](https://x.org/a–b)", "[a](https://x.org/a-b)"),
            ("[a](x \"t\")", "[a](x)"),
            ("![a](x.png)", "[a](x.png)"),
            ("a man-eating shark", "a man—eating shark"),
            ("re-sign", "resign"),
            ("pass --flag", "pass -flag"),
            ("pass --flag", "pass — flag"),
            ("5-3", "5 - 3"),
            ("a\\\nb", "a b"),
            ("a ----", "a --"),
            ("10,5", "10.5"),
            ("1000", "1,000"),
            ("100 000", "100000"),
            ("'a'", "\"a\""),
            ("a[^1]", "a[^2]"),
            ("a <b>c</b>", "a c"),
        ] {
            assert!(!same(one, other), "{one:?} and {other:?}: {:?}", canonical(one));
        }
    }

    #[test]
    fn what_is_read_has_no_marks() {
        let text = canonical("The *EU* — see [the\nsite](https://x.org \"T\") and `a--b`\\\n<br>more[^1].");
        assert_eq!(text.plain(), "The EU - see the site and a--b more.");
    }

    #[test]
    fn text_is_cut_into_tokens() {
        assert_eq!(
            words("On 25.5.2018, 1,200.50 $ (5:30 p.m.) don't e-mail a.b@un.org or https://un.org/a?b=c. AT&T ½"),
            [
                "On",
                "25.5.2018",
                "1,200.50",
                "$",
                "5:30",
                "p",
                "m",
                "don't",
                "e",
                "mail",
                "a.b@un.org",
                "or",
                "https://un.org/a?b=c",
                "AT",
                "&",
                "T",
                "½"
            ]
        );
    }

    #[test]
    fn fingerprints_never_change() {
        // printf 'A talk.' | sha256sum
        assert_eq!(canonical("A  talk.").fingerprint(), "a6717c0254885dbb");
    }

    proptest! {
        #[test]
        fn the_short_way_agrees_with_the_long_way(text in "[a-c ,.;:'\"%?/0-9-]{1,12}") {
            let parsed = inline::parse(&text).map(|events| canonical_of(&events));
            if is_canonical_already(&text) && let Ok(parsed) = parsed {
                prop_assert_eq!(parsed, canonical(&text));
            }
        }

        #[test]
        fn any_text_has_a_canonical_form_without_stray_white_space(text in "\\PC{0,40}") {
            let form = canonical(&text);
            prop_assert!(!form.plain().starts_with(' ') && !form.plain().ends_with(' '));
        }
    }
}

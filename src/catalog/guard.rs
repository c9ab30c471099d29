//! What a Fluent file must pass before its parser sees it: its encoding, its size, its nesting, its escapes, no merge conflict.
//!
//! The parser of `fluent-syntax` 0.12 overflows the stack on deep nesting, takes quadratic time for named arguments, panics on some
//! escapes and takes a `*` without a variant for one. A file is scanned here first, entry by entry; what would be dangerous becomes junk
//! with an explanation and never reaches the parser.

use crate::catalog::conflict;
use crate::diagnostic::{Diagnostic, Place, Source};
use std::ops::Range;

/// The greatest size of a catalog, in bytes.
pub const MAX_FILE: usize = 4 * 1024 * 1024;
/// The greatest size of one entry of a catalog, in bytes.
pub const MAX_ENTRY: usize = 64 * 1024;
/// How deep braces and parentheses may be nested.
pub const MAX_NESTING: usize = 32;
/// How many named arguments a call may have.
pub const MAX_ARGUMENTS: usize = 64;

/// The code of every diagnostic of this file.
pub(crate) const SYNTAX: &str = "syntax";

/// A part of a file that must not be parsed, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// Whole lines of the file.
    pub range: Range<usize>,
    pub(super) message: String,
    pub(super) at: Range<usize>,
    pub(super) help: &'static str,
}

impl Refused {
    /// What to tell the user.
    pub fn diagnostic(&self, source: &Source) -> Diagnostic {
        let error = Diagnostic::error(SYNTAX, self.message.as_str());
        error.at(source.place(self.at.clone())).with_help(self.help)
    }

    /// The byte of the file where the trouble is.
    pub fn position(&self) -> usize {
        self.at.start
    }
}

/// The text of a file read from disk, without its byte order mark, and whether it had one; or why it cannot be text.
///
/// Line ends stay as they are. The mark is left out because Fluent has no place for it; [`bytes`] puts it back.
pub fn decode(path: &str, bytes: &[u8]) -> Result<(Source, bool), Diagnostic> {
    let (body, had_mark) = match bytes.strip_prefix(b"\xEF\xBB\xBF") {
        Some(body) => (body, true),
        None => (bytes, false),
    };
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") || looks_like_utf16(bytes) {
        let error = Diagnostic::error(SYNTAX, "the file is encoded in UTF-16").at(start_of(path));
        return Err(error.with_help("save the file in the encoding UTF-8"));
    }
    match std::str::from_utf8(body) {
        Ok(text) => Ok((Source::new(path, text), had_mark)),
        Err(error) => Err(not_utf8(path, body, error.valid_up_to())),
    }
}

/// The bytes to write for `text`, with the byte order mark that the file had when it was read.
pub fn bytes(text: &str, had_mark: bool) -> Vec<u8> {
    let mark: &[u8] = if had_mark { b"\xEF\xBB\xBF" } else { b"" };
    [mark, text.as_bytes()].concat()
}

/// The parts of `source` that must not be parsed, in order and without overlap.
pub fn scan(source: &Source) -> Vec<Refused> {
    let text = source.text();
    if text.len() > MAX_FILE {
        let message = format!("the file is larger than {} MiB", MAX_FILE >> 20);
        return vec![Refused {
            range: 0..text.len(),
            message,
            at: 0..0,
            help: "divide it into several files",
        }];
    }
    let mut refused = conflict::find(text);
    let conflicted: Vec<Range<usize>> = refused.iter().map(|r| r.range.clone()).collect();
    for chunk in chunks(text) {
        let nearest = conflicted.partition_point(|conflict| conflict.end <= chunk.start);
        if conflicted
            .get(nearest)
            .is_some_and(|conflict| conflict.start < chunk.end)
        {
            continue;
        }
        if let Some(Trouble {
            message,
            range: at,
            help,
        }) = scan_entry(text, &chunk)
        {
            refused.push(Refused {
                range: chunk,
                message,
                at,
                help,
            });
        }
    }
    // A comment or a blank line cannot be told from the next one there: nothing of such a file is sure.
    if let Some(at) = between(text, &refused) {
        let Trouble { message, range, help } = alone(at);
        return vec![Refused {
            range: 0..text.len(),
            message,
            at: range,
            help,
        }];
    }
    refused.sort_by_key(|r| r.range.start);
    refused
}

/// A carriage return alone in a comment or a blank line, outside of what is refused anyway.
fn between(text: &str, refused: &[Refused]) -> Option<usize> {
    lone_return(text.as_bytes(), &(0..text.len()))?;
    let chunks = chunks(text);
    let known: Vec<&Range<usize>> = chunks.iter().chain(refused.iter().map(|one| &one.range)).collect();
    let is_read = |line: &Range<usize>| {
        let shown = text.get(line.clone()).unwrap_or_default();
        let overlaps = |known: &&Range<usize>| known.start < line.end && line.start < known.end;
        (shown.starts_with('#') || shown.trim().is_empty()) && !known.iter().any(overlaps)
    };
    lines(text)
        .filter(is_read)
        .find_map(|line| lone_return(text.as_bytes(), &line))
}

fn alone(at: usize) -> Trouble {
    Trouble {
        message: "a line ends with a carriage return alone".to_owned(),
        range: at..at + 1,
        help: "save the file with the line ends LF or CRLF",
    }
}

/// Whether an entry can begin with this byte at the start of a line.
pub(crate) fn starts_entry(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte == b'-' || byte == b'#'
}

/// The lines of `text` as byte ranges with their line ends.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        start..at
    })
}

struct Trouble {
    message: String,
    range: Range<usize>,
    help: &'static str,
}

fn start_of(path: &str) -> Place {
    Source::new(path, "").place(0..0)
}

/// UTF-16 without a mark: text in which every second byte of the beginning is zero.
fn looks_like_utf16(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(64)).unwrap_or_default();
    let zeros = |parity: usize| head.iter().skip(parity).step_by(2).filter(|b| **b == 0).count();
    head.len() >= 8 && zeros(0).max(zeros(1)) > head.len() / 4
}

fn not_utf8(path: &str, body: &[u8], at: usize) -> Diagnostic {
    let shown = Source::new(path, String::from_utf8_lossy(body).into_owned());
    let before = String::from_utf8_lossy(body.get(..at).unwrap_or_default()).len();
    Diagnostic::error(SYNTAX, format!("byte {at} of the file is not UTF-8"))
        .at(shown.place(before..before))
        .with_help("save the file in the encoding UTF-8")
}

/// The entries that are not comments, each from its first line to the line before the next entry.
fn chunks(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut chunks: Vec<Range<usize>> = Vec::new();
    let mut open = false;
    for start in line_starts(bytes) {
        let Some(first) = bytes.get(start).filter(|first| starts_entry(**first)) else {
            continue;
        };
        if let (true, Some(chunk)) = (open, chunks.last_mut()) {
            chunk.end = start;
        }
        open = *first != b'#';
        if open {
            chunks.push(start..bytes.len());
        }
    }
    chunks
}

/// Where the lines of a text begin; the last begins at the end where the text ends with a line end.
pub(super) fn line_starts(bytes: &[u8]) -> impl Iterator<Item = usize> + '_ {
    std::iter::once(0).chain(memchr::memchr_iter(b'\n', bytes).map(|at| at + 1))
}

/// What a scan of an entry is inside of.
enum Frame {
    /// `{`, at this byte
    Brace(usize),
    /// `(`, and the named arguments seen
    Call(usize),
    /// the variants of a select whose `{` is at this byte
    Variants(usize),
}

/// Follows the entry as the parser would, as long as it is valid; the first dangerous or hopeless thing ends the scan.
fn scan_entry(text: &str, chunk: &Range<usize>) -> Option<Trouble> {
    let bytes = text.as_bytes();
    if chunk.len() > MAX_ENTRY {
        return Some(Trouble {
            message: format!("the message is longer than {} KiB", MAX_ENTRY >> 10),
            range: chunk.start..chunk.start,
            help: "divide the text in the release into several paragraphs",
        });
    }
    if let Some(at) = lone_return(bytes, chunk) {
        return Some(alone(at));
    }
    let mut frames: Vec<Frame> = Vec::new();
    // In front of the first brace nothing can be wrong.
    let mut at = chunk.start + text.get(chunk.clone())?.find('{')?;
    while at < chunk.end {
        match step(bytes, at, &mut frames) {
            Step::On(next) => at = next,
            Step::Stop => return None,
            Step::Trouble(trouble) => return Some(trouble),
        }
        if frames.len() > MAX_NESTING {
            return Some(Trouble {
                message: format!("braces are nested more than {MAX_NESTING} deep"),
                range: at - 1..at,
                help: "write the text without nested placeables",
            });
        }
    }
    unclosed(&frames)
}

/// A carriage return that no line feed follows: `fluent-syntax` loses it, and other implementations read it differently.
fn lone_return(bytes: &[u8], range: &Range<usize>) -> Option<usize> {
    if !bytes.get(range.clone())?.contains(&b'\r') {
        return None;
    }
    range
        .clone()
        .find(|at| bytes.get(*at) == Some(&b'\r') && bytes.get(at + 1) != Some(&b'\n'))
}

fn unclosed(frames: &[Frame]) -> Option<Trouble> {
    let opened = frames.iter().find_map(|frame| match frame {
        Frame::Brace(at) | Frame::Variants(at) => Some(*at),
        Frame::Call(_) => None,
    })?;
    Some(Trouble {
        message: "a brace is opened here and never closed".to_owned(),
        range: opened..opened + 1,
        help: "add the missing `}`; a brace that is meant as text is written `{ \"{\" }`",
    })
}

enum Step {
    On(usize),
    Stop,
    Trouble(Trouble),
}

fn step(bytes: &[u8], at: usize, frames: &mut Vec<Frame>) -> Step {
    let byte = bytes.get(at).copied().unwrap_or(b' ');
    match (frames.last_mut(), byte) {
        (Some(Frame::Brace(_) | Frame::Call(_)), b'"') => return literal(bytes, at),
        (_, b'{') => frames.push(Frame::Brace(at)),
        (None, _) => {}
        (Some(Frame::Brace(_) | Frame::Variants(_)), b'}') => {
            frames.pop();
        }
        (Some(Frame::Variants(_)), b'*') if begins_line(bytes, at) && bytes.get(at + 1) != Some(&b'[') => {
            return Step::Trouble(Trouble {
                message: "no variant follows the `*`".to_owned(),
                range: at..at + 1,
                help: "write the variant for everything else as `*[other] …`",
            });
        }
        (Some(Frame::Variants(_)), _) => {}
        (Some(Frame::Brace(opened)), b'-') if bytes.get(at + 1) == Some(&b'>') => {
            let opened = *opened;
            frames.pop();
            frames.push(Frame::Variants(opened));
            return Step::On(at + 2);
        }
        (Some(_), b'(') => frames.push(Frame::Call(0)),
        (Some(Frame::Call(_)), b')') => {
            frames.pop();
        }
        (Some(Frame::Call(named)), b':') => {
            *named += 1;
            if *named > MAX_ARGUMENTS {
                return Step::Trouble(Trouble {
                    message: format!("a call has more than {MAX_ARGUMENTS} named arguments"),
                    range: at..at + 1,
                    help: "remove the arguments that are not needed",
                });
            }
        }
        (Some(Frame::Call(_)), b'}') => return Step::Stop,
        (Some(_), _) => {}
    }
    Step::On(at + 1)
}

/// Whether only spaces stand before this byte in its line.
fn begins_line(bytes: &[u8], at: usize) -> bool {
    let before = bytes.get(..at).unwrap_or_default().iter().rev();
    before
        .copied()
        .find(|byte| *byte != b' ')
        .is_none_or(|byte| byte == b'\n')
}

/// Steps over the string literal whose opening quotation mark is at `at`.
fn literal(bytes: &[u8], at: usize) -> Step {
    let mut next = at + 1;
    loop {
        match bytes.get(next) {
            None | Some(b'\n') => return Step::Stop,
            Some(b'"') => return Step::On(next + 1),
            Some(b'\\') => match escape(bytes, next) {
                Ok(end) => next = end,
                Err(trouble) => return Step::Trouble(trouble),
            },
            Some(_) => next += 1,
        }
    }
}

fn escape(bytes: &[u8], at: usize) -> Result<usize, Trouble> {
    let digits = match bytes.get(at + 1) {
        Some(b'"' | b'\\') => return Ok(at + 2),
        Some(b'u') => 4,
        Some(b'U') => 6,
        _ => {
            return Err(Trouble {
                message: "a backslash in a quoted text begins an unknown escape".to_owned(),
                range: at..at + 1,
                help: "write a backslash as `\\\\`; known escapes are `\\\\`, `\\\"`, `\\u` with 4 and `\\U` with 6 hexadecimal digits",
            });
        }
    };
    let hex = bytes
        .get(at + 2..at + 2 + digits)
        .and_then(|hex| std::str::from_utf8(hex).ok());
    let plain = hex.filter(|hex| hex.bytes().all(|b| b.is_ascii_hexdigit()));
    match plain
        .and_then(|hex| u32::from_str_radix(hex, 16).ok())
        .and_then(char::from_u32)
    {
        Some(_) => Ok(at + 2 + digits),
        None => Err(Trouble {
            message: "an escape in a quoted text names no character".to_owned(),
            range: at..at + 2,
            help: "write `\\u` with 4 or `\\U` with 6 hexadecimal digits, or the character itself",
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(text: &str) -> Vec<(usize, usize, String)> {
        let source = Source::new("fr.ftl", text);
        scan(&source)
            .into_iter()
            .map(|r| {
                let diagnostic = r.diagnostic(&source);
                let place = diagnostic.place.unwrap();
                (place.line, place.column, diagnostic.message)
            })
            .collect()
    }

    #[test]
    fn a_zero_byte_or_two_do_not_make_a_text_utf_16() {
        for length in [8, 9, 63, 64, 65] {
            let mut text = vec![b'a'; length];
            (text[1], text[3]) = (0, 0);
            assert!(decode("fr.ftl", &text).is_ok(), "{length}");
            let wide: Vec<u8> = text.iter().flat_map(|byte| [*byte, 0]).collect();
            assert!(decode("fr.ftl", &wide).is_err(), "{length}");
        }
        assert!(decode("fr.ftl", b"a\0b\0c\0").is_ok());
    }

    #[test]
    fn what_breaks_the_parser_is_refused_at_its_place() {
        let deep = format!("a = {}", "{".repeat(33));
        let calls = format!("b = 1\na = {{ {}", "F(".repeat(40));
        let named: String = (0..70).map(|n| format!("a{n}: 1, ")).collect();
        let table = [
            (
                "a = {\"\\u\u{30C}",
                1,
                7,
                "an escape in a quoted text names no character",
            ),
            (
                "a = { \"\\u12\" }",
                1,
                8,
                "an escape in a quoted text names no character",
            ),
            (
                "a = { \"\\UD800FF\" }",
                1,
                8,
                "an escape in a quoted text names no character",
            ),
            (
                "a = { \"\\{\" }",
                1,
                8,
                "a backslash in a quoted text begins an unknown escape",
            ),
            (&deep, 1, 37, "braces are nested more than 32 deep"),
            (&calls, 2, 70, "braces are nested more than 32 deep"),
            (
                &format!("a = {{ F({named}) }}"),
                1,
                514,
                "a call has more than 64 named arguments",
            ),
            ("a = x {\nb = y\n", 1, 7, "a brace is opened here and never closed"),
        ];
        for (text, line, column, message) in table {
            assert_eq!(messages(text), [(line, column, message.to_owned())], "{text}");
        }
    }

    #[test]
    fn an_entry_may_be_as_long_as_the_limit() {
        let of = |length: usize| format!("a = {}\n", "x".repeat(length - "a = \n".len()));
        assert_eq!(messages(&of(MAX_ENTRY)), []);
        assert_eq!(messages(&of(MAX_ENTRY + 1)).len(), 1);
    }

    #[test]
    fn what_is_told_of_a_conflict_is_not_told_of_its_lines() {
        let text = "<<<<<<< a\n# x\ry\n=======\n# z\n>>>>>>> b\nm = 1\n";
        let conflict = "the file holds an unresolved merge conflict".to_owned();
        assert_eq!(messages(text), [(1, 1, conflict)]);
        let alone = "a line ends with a carriage return alone".to_owned();
        assert_eq!(messages("m = 1\n# x\ry\n"), [(2, 4, alone)]);
    }

    #[test]
    fn ordinary_files_pass() {
        assert_eq!(messages("c = { $n ->\n [one] a * b\n*[other] c *d\n}\n"), []);
        let text = "# { \"\\u\n## {{{\na = \"\\u\" (((( ::: -> {-x(case: \"g\")}\n b = }\nc = { $n ->\n [one] say \"x\n*[other] \\u {\"}\"}\n}\n";
        assert_eq!(messages(text), []);
    }

    #[test]
    fn strings_cannot_hide_the_depth() {
        let text = format!("a = {{ {}", "F(\"}})\", ".repeat(40));
        assert_eq!(messages(&text).len(), 1);
    }

    #[test]
    fn encodings_are_named() {
        let (source, mark) = decode("a.ftl", b"\xEF\xBB\xBFa = b\r\n").unwrap();
        assert_eq!((source.text(), mark), ("a = b\r\n", true));
        assert_eq!(bytes(source.text(), mark), b"\xEF\xBB\xBFa = b\r\n");
        for utf16 in [&b"\xFF\xFEa\0"[..], b"\xFE\xFF\0a", b"a\0b\0 \0=\0 \0c\0"] {
            assert_eq!(
                decode("a.ftl", utf16).unwrap_err().message,
                "the file is encoded in UTF-16"
            );
        }
        let error = decode("a.ftl", b"a = b\nc = \xE9t\xE9\n").unwrap_err();
        assert_eq!(error.message, "byte 10 of the file is not UTF-8");
        let place = error.place.unwrap();
        assert_eq!((place.line, place.column), (2, 5));
    }
}

//! The one shape for everything the user is told: findings of a check and failures of a command alike.

use std::ops::Range;
use std::sync::OnceLock;

/// How serious a diagnostic is; ordered, the worst last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing, never a reason to fail.
    Note,
    /// Worth mending; fails a run only on request.
    Warning,
    /// Must be mended.
    Error,
}

impl Severity {
    /// The word used in configuration, in reports and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// One thing to tell the user: what is wrong, where, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule or the kind of failure, e.g. `stale`, `syntax`, `io`.
    pub code: &'static str,
    /// How serious it is.
    pub severity: Severity,
    /// One clause, lower case, no full stop, names in backticks: what is.
    pub message: String,
    /// Where it is, if it is in a file.
    pub place: Option<Place>,
    /// Other places that belong to it, each with a word on why (`the English`, `first defined here`).
    pub related: Vec<Related>,
    /// Facts that help to understand it.
    pub notes: Vec<String>,
    /// Imperative: the exact command or edit that mends it.
    pub help: Option<String>,
    /// What it is about, for reports and for comparing two runs.
    pub subject: Subject,
}

/// What a diagnostic is about, in the words of the newsroom; any part may be unknown.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct Subject {
    /// The locale tag.
    pub locale: Option<String>,
    /// The slug of the release.
    pub release: Option<String>,
    /// The id of the segment or message.
    pub id: Option<String>,
}

/// A second place that belongs to a diagnostic.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Related {
    /// Why it is shown, e.g. `the English`.
    pub label: String,
    /// Where it is.
    pub place: Place,
}

/// A position in a file of the newsroom.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Place {
    /// Path from the root of the newsroom, with `/` between the parts.
    pub path: String,
    /// Line, counted from 1.
    pub line: usize,
    /// Column in characters (Unicode scalar values), counted from 1.
    pub column: usize,
    /// The line itself with the part meant, to be shown to people.
    pub excerpt: Option<Excerpt>,
}

/// One line of a file and the part of it that is meant.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Excerpt {
    /// The line, without its end; long lines are cut round the part meant.
    pub line: String,
    /// The part meant, in bytes of `line`.
    pub span: Range<usize>,
}

impl Diagnostic {
    /// An error with nothing but a code and a message; the `with_…` methods and the fields add the rest.
    pub fn error(code: &'static str, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(code, Severity::Error, message)
    }

    /// A warning with nothing but a code and a message.
    pub fn warning(code: &'static str, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(code, Severity::Warning, message)
    }

    /// A diagnostic with nothing but a code, a severity and a message.
    pub fn new(code: &'static str, severity: Severity, message: impl Into<String>) -> Diagnostic {
        Diagnostic {
            code,
            severity,
            message: message.into(),
            place: None,
            related: Vec::new(),
            notes: Vec::new(),
            help: None,
            subject: Subject::default(),
        }
    }

    /// The same, at `place`.
    pub fn at(mut self, place: Place) -> Diagnostic {
        self.place = Some(place);
        self
    }

    /// The same, with a second place.
    pub fn with_related(mut self, label: impl Into<String>, place: Place) -> Diagnostic {
        self.related.push(Related {
            label: label.into(),
            place,
        });
        self
    }

    /// The same, with one more fact.
    pub fn with_note(mut self, note: impl Into<String>) -> Diagnostic {
        self.notes.push(note.into());
        self
    }

    /// The same, with what to do.
    pub fn with_help(mut self, help: impl Into<String>) -> Diagnostic {
        self.help = Some(help.into());
        self
    }

    /// The same, about `subject`.
    pub fn about(mut self, subject: Subject) -> Diagnostic {
        self.subject = subject;
        self
    }
}

/// A file's text with its name, able to say where a byte range of it lies.
#[derive(Debug, Clone)]
pub struct Source {
    path: String,
    text: String,
    /// Made when somebody first asks for a place: most files have nothing to tell.
    index: OnceLock<Index>,
}

/// What places in a text are found with.
#[derive(Debug, Clone)]
struct Index {
    line_starts: Vec<usize>,
    /// How many characters begin before every [`STRIDE`]th byte, so that a column in a long line costs no more than one in a short line.
    counted: Vec<usize>,
}

/// How many bytes lie between two places whose characters were counted.
const STRIDE: usize = 1024;

/// How many characters of a line an excerpt shows at most on either side of the part meant.
const EXCERPT_REACH: usize = 60;

/// How many characters of the part meant an excerpt shows at most.
const EXCERPT_LENGTH: usize = 200;

impl Index {
    fn of(text: &str) -> Index {
        let line_starts = std::iter::once(0)
            .chain(text.match_indices('\n').map(|(at, _)| at + 1))
            .collect();
        let mut counted = vec![0];
        for part in text.as_bytes().chunks(STRIDE) {
            counted.push(counted.last().unwrap_or(&0) + characters(part));
        }
        Index { line_starts, counted }
    }
}

impl PartialEq for Source {
    fn eq(&self, other: &Source) -> bool {
        self.path == other.path && self.text == other.text
    }
}

impl Eq for Source {}

impl Source {
    /// Takes the text of the file at `path` (from the root of the newsroom, `/` between the parts).
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Source {
        Source {
            path: path.into(),
            text: text.into(),
            index: OnceLock::new(),
        }
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::of(&self.text))
    }

    /// How many characters begin before the byte `at`.
    fn characters_before(&self, at: usize) -> usize {
        let step = at / STRIDE;
        let rest = self.text.as_bytes().get(step * STRIDE..at).unwrap_or_default();
        self.index().counted.get(step).unwrap_or(&0) + characters(rest)
    }

    /// How many characters begin in these bytes.
    fn characters_in(&self, range: Range<usize>) -> usize {
        match self.text.as_bytes().get(range.clone()) {
            Some(bytes) if bytes.len() < STRIDE => characters(bytes),
            _ => self.characters_before(range.end) - self.characters_before(range.start),
        }
    }

    /// The path from the root of the newsroom.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The line that holds the byte `at`, counted from 1.
    pub fn line(&self, at: usize) -> usize {
        self.index().line_starts.partition_point(|start| *start <= at).max(1)
    }

    /// Where the byte range lies; a range beyond the text is taken to its end, one inside a character to its start.
    pub fn place(&self, range: Range<usize>) -> Place {
        let start = floor_boundary(&self.text, range.start);
        let line = self.line(start);
        let line_start = self.index().line_starts[line - 1];
        let line_end = self
            .index()
            .line_starts
            .get(line)
            .map_or(self.text.len(), |next| next - 1);
        let content = self.text[line_start..line_end].trim_end_matches('\r');
        let from = start.min(line_start + content.len()) - line_start;
        let to = floor_boundary(&self.text, range.end)
            .saturating_sub(line_start)
            .clamp(from, content.len());
        Place {
            path: self.path.clone(),
            line,
            column: self.characters_in(line_start..line_start + from) + 1,
            excerpt: Some(cut(content, from..to)),
        }
    }
}

impl Diagnostic {
    /// What `toml` says about a file, with its place and, for a name it does not know, the nearest one it does.
    pub fn from_toml(code: &'static str, source: &Source, error: &toml::de::Error) -> Diagnostic {
        let message = error.message().lines().next().unwrap_or_default();
        let found = Diagnostic::error(code, clause(message)).at(source.place(error.span().unwrap_or(0..0)));
        match unknown_name(message) {
            Some((name, known)) => found.with_help(suggestion(name, &known)),
            None => found.with_help("mend the TOML at this place (https://toml.io/en/v1.0.0)"),
        }
    }
}

/// `message` as one clause in lower case.
fn clause(message: &str) -> String {
    let mut letters = message.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// The unknown name in a message of serde (`unknown field` or `unknown variant`), and the names it would have known.
fn unknown_name(message: &str) -> Option<(&str, Vec<&str>)> {
    let rest = message
        .strip_prefix("unknown field `")
        .or_else(|| message.strip_prefix("unknown variant `"))?;
    let (name, rest) = rest.split_once('`')?;
    Some((name, rest.split('`').skip(1).step_by(2).collect()))
}

/// What to write instead of `name`: the nearest of the `known` names, or all of them.
pub fn suggestion(name: &str, known: &[&str]) -> String {
    match nearest(name, known) {
        Some(best) => format!("did you mean `{best}`?"),
        None => format!(
            "write one of {}",
            known.iter().map(|k| format!("`{k}`")).collect::<Vec<_>>().join(", ")
        ),
    }
}

/// The name among `known` that `name` was most likely meant to be, if any is near enough.
pub fn nearest<'a>(name: &str, known: &[&'a str]) -> Option<&'a str> {
    let near = similar::get_close_matches(name.to_lowercase().as_str(), known, 1, 0.6);
    near.first().copied()
}

/// How many characters begin among these bytes; they are counted in small sums, because the processor can add many of those at once.
fn characters(bytes: &[u8]) -> usize {
    let sum = |part: &[u8]| part.iter().map(|byte| u8::from(is_first(*byte))).sum::<u8>();
    bytes.chunks(128).map(|part| usize::from(sum(part))).sum()
}

/// Whether a byte is the first of a character in UTF-8.
fn is_first(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

/// The greatest character boundary of `text` that is not after `at`.
fn floor_boundary(text: &str, at: usize) -> usize {
    text.floor_char_boundary(at.min(text.len()))
}

/// `line` with `span`, cut on either side where it is very long; of a very long part meant, its beginning is shown.
fn cut(line: &str, span: Range<usize>) -> Excerpt {
    let head = line[..span.start]
        .char_indices()
        .rev()
        .nth(EXCERPT_REACH - 1)
        .map_or(0, |(at, _)| at);
    let meant = line[span.clone()].char_indices().nth(EXCERPT_LENGTH);
    let end = meant.map_or(span.end, |(at, _)| span.start + at);
    let tail = match meant {
        Some(_) => end,
        None => line[end..]
            .char_indices()
            .nth(EXCERPT_REACH)
            .map_or(line.len(), |(at, _)| end + at),
    };
    let (before, after) = (
        if head > 0 { "…" } else { "" },
        if tail < line.len() { "…" } else { "" },
    );
    let shift = before.len();
    Excerpt {
        line: format!("{before}{}{after}", &line[head..tail]),
        span: span.start - head + shift..end - head + shift,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_far_into_a_line_is_counted_as_one_near_its_begin() {
        let line = "é字a".repeat(900);
        let source = Source::new("a.ftl", format!("x\n{line}\n{line}\r\n"));
        for line in [2, 3] {
            let start = source.index().line_starts[line - 1];
            for (n, (at, _)) in "é字a".repeat(900).char_indices().enumerate() {
                let place = source.place(start + at..start + at + 1);
                assert_eq!((place.line, place.column), (line, n + 1));
            }
        }
    }

    #[test]
    fn a_place_counts_characters_from_one() {
        let source = Source::new("a.ftl", "é = 1\r\nrésumé = Ключ\n");
        let at = source.text().find("Ключ").unwrap();
        let place = source.place(at..at + "Ключ".len());
        assert_eq!((place.line, place.column), (2, 10));
        let excerpt = place.excerpt.unwrap();
        assert_eq!(&excerpt.line[excerpt.span], "Ключ");
    }

    #[test]
    fn a_place_outside_the_text_is_its_end() {
        let source = Source::new("a.ftl", "ab\r\n");
        assert_eq!((source.place(99..120).line, source.place(99..120).column), (2, 1));
        assert_eq!((source.place(3..4).line, source.place(3..4).column), (1, 3));
    }

    #[test]
    fn a_long_line_is_cut_round_the_part_meant() {
        let text = format!("{}HERE{}", "д".repeat(500), "x".repeat(500));
        let source = Source::new("a.ftl", text.as_str());
        let at = text.find("HERE").unwrap();
        let excerpt = source.place(at..at + 4).excerpt.unwrap();
        assert_eq!(&excerpt.line[excerpt.span.clone()], "HERE");
        assert!(excerpt.line.chars().count() < 140, "{}", excerpt.line);
        let whole = source.place(0..text.len()).excerpt.unwrap();
        assert!(
            whole.line.chars().count() < 210 && whole.line.ends_with('…'),
            "{}",
            whole.line
        );
        assert!(whole.line[whole.span].chars().all(|c| c == 'д'));
    }
}

//! What went wrong where the parser gave up, in the words of a translator, with the mend.

use crate::catalog::guard;
use crate::diagnostic::{Diagnostic, Source, Subject};
use fluent_syntax::parser::{ErrorKind, ParserError};
use std::ops::Range;

/// Explains a piece of junk.
pub(crate) fn junk(source: &Source, error: &ParserError) -> Diagnostic {
    let text = source.text();
    let junk = error.slice.clone().unwrap_or(error.pos.clone());
    let content = text.get(junk.clone()).unwrap_or("");
    let explained = at_start(content).or_else(|| inside(text, content, error));
    let Explained { message, offset, help } = explained.unwrap_or_else(|| plain(error));
    let at = match offset {
        Some(offset) => junk.start + offset,
        None => error.pos.start.min(text.len()),
    };
    let at = visible(text, at, &junk);
    let end = text
        .get(at..)
        .and_then(|rest| rest.chars().next())
        .map_or(at, |c| at + c.len_utf8());
    Diagnostic::error(guard::SYNTAX, message)
        .at(source.place(at..end))
        .with_help(help)
}

/// Explains an id that is no Fluent identifier of this program.
pub(crate) fn long_id(source: &Source, id: Range<usize>) -> Diagnostic {
    Diagnostic::error(guard::SYNTAX, "an identifier is longer than 120 characters")
        .at(source.place(id))
        .with_help("give the message the id that it has in the source catalog")
}

/// Explains the second entry with one id.
pub(crate) fn twice(source: &Source, id: Range<usize>, first: Range<usize>) -> Diagnostic {
    let key = source.text().get(id.clone()).unwrap_or("").to_owned();
    let subject = Subject {
        id: Some(key.clone()),
        ..Subject::default()
    };
    Diagnostic::error(guard::SYNTAX, format!("`{key}` is defined twice in this file"))
        .at(source.place(id))
        .with_related("first defined here", source.place(first))
        .with_help("keep the right one of the two and delete the other")
        .about(subject)
}

/// Whether the junk reads like words, not like a message: an identifier that no `=` follows.
pub(crate) fn is_prose(error: &ParserError) -> bool {
    matches!(error.kind, ErrorKind::ExpectedToken('='))
}

struct Explained {
    message: String,
    /// From the start of the junk; where the parser stopped if not said.
    offset: Option<usize>,
    help: String,
}

fn explained(message: impl Into<String>, offset: Option<usize>, help: impl Into<String>) -> Option<Explained> {
    Some(Explained {
        message: message.into(),
        offset,
        help: help.into(),
    })
}

/// What can be told from how the junk begins.
fn at_start(content: &str) -> Option<Explained> {
    let trimmed = content.trim_start_matches([' ', '\t', '\r', '\n']);
    let indent = content.len() - trimmed.len();
    let first = trimmed.chars().next()?;
    let line_indent = content.get(..indent).and_then(|i| i.rsplit('\n').next()).unwrap_or("");
    match first {
        '[' | '*' | '.' | '}' => explained(
            format!("a line that goes on with a translation begins with `{first}`"),
            Some(indent),
            format!("join it with the line above, or write the character as `{{ \"{first}\" }}`"),
        ),
        '#' if !line_indent.is_empty() => {
            explained("a comment is indented", Some(indent), "remove the space before `#`")
        }
        '#' => explained(
            "a comment has no space after `#`",
            Some(indent + (trimmed.len() - trimmed.trim_start_matches('#').len())),
            "write a space after `#`",
        ),
        '\u{FEFF}' => explained(
            "an invisible byte order mark stands here",
            Some(indent),
            "delete the character U+FEFF",
        ),
        _ if line_indent.contains('\t') => explained(
            "a line is indented with a tab",
            Some(indent - line_indent.len()),
            "indent it with four spaces, or join it with the line above",
        ),
        _ if !line_indent.is_empty() => explained(
            "this indented line belongs to no message",
            Some(indent),
            "join it with the translation that it belongs to, or remove the spaces before an id",
        ),
        _ if !guard::starts_entry(u8::try_from(first).unwrap_or(b' ')) => explained(
            "this line is neither a message nor a comment",
            Some(indent),
            "join it with the line above if it goes on with a translation, or begin it with four spaces",
        ),
        _ => None,
    }
}

/// What can be told from where the parser stopped.
fn inside(text: &str, content: &str, error: &ParserError) -> Option<Explained> {
    let found = text.get(error.pos.start..).and_then(|rest| rest.chars().next());
    let literal_brace = "a brace that is meant as text is written `{ \"{\" }`";
    match &error.kind {
        ErrorKind::ExpectedToken('=') => not_a_message(content, found),
        ErrorKind::ExpectedMessageField { entry_id } => no_value(entry_id, content),
        ErrorKind::ExpectedTermField { entry_id } => no_value(&format!("-{entry_id}"), content),
        ErrorKind::MissingValue => explained(
            "a variant or attribute has no value",
            None,
            "write its text, or `{ \"\" }` for none",
        ),
        ErrorKind::UnbalancedClosingBrace => explained(
            "a brace is closed that was never opened",
            None,
            "delete it; a brace that is meant as text is written `{ \"}\" }`",
        ),
        ErrorKind::ExpectedInlineExpression if found.is_some_and(|c| "“”„«»‘’‚＂「」".contains(c)) => {
            explained(
                "a quoted text in braces has typographic quotation marks",
                None,
                "use straight quotation marks inside braces: `{ \"…\" }`",
            )
        }
        ErrorKind::ExpectedInlineExpression => {
            explained("nothing that Fluent knows stands in these braces", None, literal_brace)
        }
        ErrorKind::ExpectedToken('}') => explained(
            "the braces hold more than one thing, or are not closed",
            None,
            format!("close them with `}}` before this; {literal_brace}"),
        ),
        ErrorKind::UnterminatedStringLiteral | ErrorKind::ExpectedToken('"') => {
            explained("a quoted text has no end on its line", None, "add the closing `\"`")
        }
        ErrorKind::MissingDefaultVariant => explained(
            "a selection has no default",
            None,
            "mark one variant with `*`, as in `*[other]`",
        ),
        _ => None,
    }
}

fn no_value(id: &str, content: &str) -> Option<Explained> {
    explained(
        format!("`{id}` has no translation after `=`"),
        content.find('='),
        "write the translation after `=` on the same line, or `{ \"\" }` as long as there is none",
    )
}

fn not_a_message(content: &str, found: Option<char>) -> Option<Explained> {
    if found.is_some_and(|c| c == '\u{FF1D}' || c == ':') {
        return explained(
            "the id is not followed by `=`",
            None,
            "write `=` between the id and the translation",
        );
    }
    let line = content.lines().next().unwrap_or("");
    if line.contains('=') {
        return explained(
            "the id holds a character that is not allowed",
            None,
            "take the id as it stands in the source catalog: letters a–z, digits, `-` and `_`",
        );
    }
    explained(
        "this line is neither a message nor a comment",
        Some(0),
        "join it with the line above if it goes on with a translation, or begin it with four spaces",
    )
}

fn plain(error: &ParserError) -> Explained {
    let mut message = error.kind.to_string().replace('"', "`");
    if let Some(first) = message.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    Explained {
        message: format!("this message is not valid Fluent: {message}"),
        offset: None,
        help: "compare it with the message in the source catalog; a brace that is meant as text is written `{ \"{\" }`"
            .to_owned(),
    }
}

/// A place that can be shown: not behind the junk, not on the white space at its end.
fn visible(text: &str, at: usize, junk: &Range<usize>) -> usize {
    let content = text.get(junk.clone()).unwrap_or("").trim_end();
    at.min(junk.start + content.len()).max(junk.start)
}

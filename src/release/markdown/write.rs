//! Inline content written as Markdown, where the bytes of the document cannot be taken over.

use crate::release::inline::{Inline, Span};

/// What follows the content of a link or image: `](url "title")`.
pub(crate) fn link_tail(url: &str, title: &str) -> String {
    let mut out = String::from("](");
    destination(&mut out, url);
    if !title.is_empty() {
        out.push_str(" \"");
        escaped(&mut out, title, |c| matches!(c, '"' | '\\' | '`' | '<'));
        out.push('"');
    }
    out.push(')');
    out
}

/// With which sign emphasis directly beside or inside emphasis is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Nested {
    /// With `_`, which ends at words only.
    Underscore,
    /// With `*`, which may join the other.
    Star,
}

/// The inlines as Markdown on one line; it may say something else, because not everything can be said.
pub(crate) fn inlines(inlines: &[Inline], nested: Nested) -> String {
    let mut out = String::new();
    let mut marks: Vec<&str> = Vec::new();
    let mut at = 0;
    while let Some(inline) = inlines.get(at) {
        if let Some(address) = autolink(inlines.get(at..at + 3)) {
            out.push_str(&format!("<{address}>"));
            at += 3;
            continue;
        }
        at += 1;
        match inline {
            Inline::Text(text) => {
                escaped(&mut out, text, |c| {
                    matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '~')
                });
                if text.ends_with('!') && matches!(inlines.get(at), Some(Inline::Open(Span::Link(_)))) {
                    out.truncate(out.len() - 1);
                    out.push_str("\\!");
                }
            }
            Inline::Code(text) => code(&mut out, text),
            Inline::SoftBreak => out.push(' '),
            Inline::HardBreak => out.push_str("\\\n"),
            Inline::FootnoteRef(label) => out.push_str(&format!("[^{label}]")),
            Inline::Html(html) => out.push_str(&html.replace(['\n', '\r'], " ")),
            Inline::Open(span) => open(&mut out, span, &mut marks, nested),
            Inline::Close(span) => close(&mut out, span, &mut marks),
        }
    }
    out
}

/// The address of a link that shows nothing else and needs no escapes.
fn autolink(steps: Option<&[Inline]>) -> Option<&str> {
    let [Inline::Open(Span::Link(target)), Inline::Text(text), Inline::Close(_)] = steps? else {
        return None;
    };
    let is_plain = !text.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>'));
    let has_scheme = text.starts_with("https://") || text.starts_with("http://");
    let is_own = (has_scheme && target.url == *text) || target.url.strip_prefix("mailto:") == Some(text);
    (is_plain && is_own && target.title.is_empty()).then_some(text)
}

fn open(out: &mut String, span: &Span, marks: &mut Vec<&str>, nested: Nested) {
    let is_beside = out.strip_suffix('*').is_some_and(|rest| !is_escaped(rest));
    let is_inside = marks.last().is_some_and(|mark| mark.starts_with('*'));
    let sign_taken = nested == Nested::Underscore && (is_beside || is_inside);
    let mark = match span {
        Span::Emphasis if sign_taken => "_",
        Span::Emphasis => "*",
        Span::Strong if sign_taken => "__",
        Span::Strong => "**",
        Span::Strikethrough => "~~",
        Span::Link(_) => "[",
        Span::Image(_) => "![",
    };
    out.push_str(mark);
    marks.push(mark);
}

/// Whether a backslash at the end of `text` makes the next character plain.
fn is_escaped(text: &str) -> bool {
    let backslashes = text.len() - text.trim_end_matches('\\').len();
    backslashes % 2 == 1
}

fn close(out: &mut String, span: &Span, marks: &mut Vec<&str>) {
    let mark = marks.pop().unwrap_or_default();
    match span {
        Span::Link(target) | Span::Image(target) => out.push_str(&link_tail(&target.url, &target.title)),
        _ => out.push_str(mark),
    }
}

fn code(out: &mut String, text: &str) {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let is_blank = text.trim_matches(' ').is_empty();
    let needs_room =
        !is_blank && (text.starts_with('`') || text.ends_with('`') || (text.starts_with(' ') && text.ends_with(' ')));
    let room = if needs_room { " " } else { "" };
    out.push_str(&format!(
        "{fence}{room}{}{room}{fence}",
        text.replace(['\n', '\r'], " ")
    ));
}

fn destination(out: &mut String, url: &str) {
    let in_angles = url.is_empty()
        || url.starts_with('<')
        || url.contains(|c: char| c.is_ascii_whitespace() || c.is_ascii_control());
    if in_angles {
        out.push('<');
        escaped(out, url, |c| matches!(c, '<' | '>' | '\\' | '`'));
        out.push('>');
    } else {
        let balanced = is_balanced(url);
        escaped(out, url, |c| {
            matches!(c, '<' | '>' | '\\' | '`') || (!balanced && matches!(c, '(' | ')'))
        });
    }
}

/// Whether brackets may stand in a bare destination: each has its partner, and not deeper than any implementation reads (CommonMark 0.31, §6.3, asks for three).
fn is_balanced(url: &str) -> bool {
    let mut depth = 0usize;
    for c in url.chars() {
        match c {
            '(' => depth += 1,
            ')' if depth == 0 => return false,
            ')' => depth -= 1,
            _ => {}
        }
        if depth > 16 {
            return false;
        }
    }
    depth == 0
}

/// Appends `text` with a backslash before every character that `needs` one, what looks like an entity made harmless, and
/// white space that would be read as layout as an entity.
fn escaped(out: &mut String, text: &str, needs: impl Fn(char) -> bool) {
    for (at, c) in text.char_indices() {
        match c {
            '&' if looks_like_an_entity(&text[at + 1..]) => out.push_str("&amp;"),
            '\n' => out.push_str("&#10;"),
            '\r' => out.push_str("&#13;"),
            '\t' => out.push_str("&#9;"),
            '\u{B}' => out.push_str("&#11;"),
            '\u{C}' => out.push_str("&#12;"),
            c => {
                if needs(c) {
                    out.push('\\');
                }
                out.push(c);
            }
        }
    }
}

fn looks_like_an_entity(rest: &str) -> bool {
    let name = rest.strip_prefix('#').unwrap_or(rest);
    let length = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
    length > 0 && name[length..].starts_with(';')
}

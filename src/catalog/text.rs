//! The codec between a text and a Fluent value: `parse(write(text)) == text` for every text.
//!
//! Everyday text stands as it is. Only what Fluent, an editor or git would change or misread goes into a string literal
//! `{ "…" }`: braces, white space at the ends of lines, a `[`, `*` or `.` that begins a continuation line, control characters.
//! The result survives a change of the line ends to CRLF and an editor that strips the ends of lines.

use crate::catalog::{Element, Expression, Pattern};

/// How many placeables a value has at most: `fluent-bundle` stops at 100 in one call.
pub const MAX_PLACEABLES: usize = 90;

/// What begins a continuation line.
const NEXT_LINE: &str = "\n    ";

/// What stands after `id =` so that the value is `text`, with the space before it and without the line end.
///
/// One line for every line of `text`; line ends are LF. No text gives an empty literal, `{ "" }`.
pub fn encode(text: &str) -> String {
    if is_plain_line(text) {
        return format!(" {text}");
    }
    let careful = encode_with(text, escape_runs);
    if placeables(&careful) <= MAX_PLACEABLES {
        return careful;
    }
    let coarse = encode_with(text, escape_once);
    if placeables(&coarse) <= MAX_PLACEABLES {
        return coarse;
    }
    format!(" {}", literal(text))
}

/// Whether a text is one line that stands as it is.
fn is_plain_line(text: &str) -> bool {
    let ends_plainly = text.chars().next_back().is_some_and(|last| !is_strippable(last));
    ends_plainly && !text.starts_with(' ') && !text.contains(is_hazard)
}

/// The text of a value that consists of text and literals alone; nothing if anything in it must be resolved.
pub fn literal_text(pattern: &Pattern) -> Option<String> {
    let mut text = String::new();
    for element in &pattern.elements {
        match element {
            Element::Text(part) => text.push_str(part),
            Element::Placeable(expression) => text.push_str(literal_of(expression)?),
        }
    }
    Some(text)
}

fn literal_of(expression: &Expression) -> Option<&str> {
    match expression {
        Expression::StringLiteral(text) | Expression::NumberLiteral(text) => Some(text),
        Expression::Nested(inner) => literal_of(inner),
        _ => None,
    }
}

/// One line of a text, cut into what is white space before it, what must be escaped because of where it stands, and the rest.
struct Line<'t> {
    /// Leading spaces that may stay as they are.
    indent: &'t str,
    /// Leading characters that must go into a literal.
    head: &'t str,
    /// What may hold braces and control characters.
    body: &'t str,
    /// White space at the end, which editors remove.
    tail: &'t str,
}

type Escape = fn(&Line<'_>) -> String;

fn encode_with(text: &str, escape: Escape) -> String {
    let lines: Vec<&str> = text.split('\n').collect();
    let last = lines.len() - 1;
    let anchored = lines.iter().skip(1).any(|line| begins_plainly(line));
    let mut value = String::with_capacity(text.len() + 8);
    for (n, line) in lines.iter().enumerate() {
        value.push_str(match n {
            0 => " ",
            _ if line.is_empty() && n < last => "\n",
            _ => NEXT_LINE,
        });
        if line.is_empty() && (n == 0 || n == last) {
            value.push_str("{ \"\" }");
        } else if n == 0 {
            value.push_str(&escape(&first_line(line)));
        } else {
            value.push_str(&escape(&further_line(line, anchored)));
        }
    }
    value
}

/// Whether a continuation line begins with a character that can stand there and that is no space: it holds the common indent.
fn begins_plainly(line: &str) -> bool {
    let first = split_tail(line).0.chars().next();
    first.is_some_and(|c| c != ' ' && !begins_structure(c) && !is_hazard(c))
}

fn begins_structure(c: char) -> bool {
    matches!(c, '.' | '*' | '[')
}

fn first_line(line: &str) -> Line<'_> {
    let (rest, tail) = split_tail(line);
    let body = rest.trim_start_matches(' ');
    let head = &rest[..rest.len() - body.len()];
    Line {
        indent: "",
        head,
        body,
        tail,
    }
}

fn further_line(line: &str, anchored: bool) -> Line<'_> {
    let (rest, tail) = split_tail(line);
    let unindented = rest.trim_start_matches(' ');
    let spaces = &rest[..rest.len() - unindented.len()];
    let first = unindented.chars().next();
    let plain = first.is_some_and(|c| !begins_structure(c) && !is_hazard(c));
    if plain && (spaces.is_empty() || anchored) {
        return Line {
            indent: spaces,
            head: "",
            body: unindented,
            tail,
        };
    }
    let structure = first.filter(|c| begins_structure(*c)).map_or(0, char::len_utf8);
    let (head, body) = rest.split_at(spaces.len() + structure);
    Line {
        indent: "",
        head,
        body,
        tail,
    }
}

/// The line and the white space at its end.
fn split_tail(line: &str) -> (&str, &str) {
    line.split_at(line.trim_end_matches(is_strippable).len())
}

/// What an editor may take for white space at the end of a line.
fn is_strippable(c: char) -> bool {
    c.is_whitespace() || c == '\u{FEFF}'
}

/// What cannot stand in a value as it is: braces, and characters that Fluent, editors or other tools change.
fn is_hazard(c: char) -> bool {
    matches!(c, '{' | '}') || is_invisible_control(c)
}

fn is_invisible_control(c: char) -> bool {
    (c.is_control() && c != '\t') || matches!(c, '\u{2028}' | '\u{2029}' | '\u{FEFF}')
}

/// The line with a literal for every run of characters that need one.
fn escape_runs(line: &Line<'_>) -> String {
    if line.head.is_empty() && line.tail.is_empty() && !line.body.contains(is_hazard) {
        return [line.indent, line.body].concat();
    }
    let mut written = line.indent.to_owned();
    let mut run = line.head.to_owned();
    for c in line.body.chars() {
        if is_hazard(c) {
            run.push(c);
            continue;
        }
        flush(&mut written, &mut run);
        written.push(c);
    }
    run.push_str(line.tail);
    flush(&mut written, &mut run);
    written
}

fn flush(written: &mut String, run: &mut String) {
    if !run.is_empty() {
        written.push_str(&literal(run));
        run.clear();
    }
}

/// The line with one literal from the first character that needs one to the last.
fn escape_once(line: &Line<'_>) -> String {
    let start = if line.head.is_empty() {
        line.body.find(is_hazard).unwrap_or(line.body.len())
    } else {
        0
    };
    let end = match line.body.char_indices().rfind(|(_, c)| is_hazard(*c)) {
        _ if !line.tail.is_empty() => line.body.len(),
        Some((at, c)) => at + c.len_utf8(),
        None => start,
    };
    let (before, rest) = line.body.split_at(start);
    let (inside, after) = rest.split_at(end - start);
    let inside = format!("{}{inside}{}", line.head, line.tail);
    let inside = if inside.is_empty() { inside } else { literal(&inside) };
    format!("{}{before}{inside}{after}", line.indent)
}

/// A string literal in its placeable.
fn literal(text: &str) -> String {
    let mut written = String::from("{ \"");
    for c in text.chars() {
        match c {
            '"' | '\\' => written.extend(['\\', c]),
            c if is_invisible_control(c) || c == '\t' => written.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => written.push(c),
        }
    }
    written.push_str("\" }");
    written
}

fn placeables(value: &str) -> usize {
    value.matches("{ \"").count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::parse::parse;
    use crate::diagnostic::Source;

    fn read_back(file: &str) -> Vec<(String, Option<String>)> {
        let (catalog, diagnostics) = parse(Source::new("a.ftl", file));
        assert_eq!(diagnostics, [], "{file}");
        let text = |m: &crate::catalog::Message| m.value.as_ref().and_then(literal_text);
        catalog.messages().map(|m| (m.id.to_string(), text(m))).collect()
    }

    fn stripped(file: &str) -> String {
        let lines: Vec<&str> = file
            .split('\n')
            .map(|line| line.trim_end_matches(is_strippable))
            .collect();
        lines.join("\n").trim_end().to_owned()
    }

    fn survives(text: &str) {
        let file = format!("a = x\nb ={}\nc = y\n\nd ={}\n", encode(text), encode(text));
        let some = |s: &str| Some(s.to_owned());
        let expected: Vec<(String, Option<String>)> = [("a", "x"), ("b", text), ("c", "y"), ("d", text)]
            .map(|(id, t)| (id.to_owned(), some(t)))
            .into();
        for variant in [file.clone(), file.replace('\n', "\r\n"), stripped(&file)] {
            assert_eq!(read_back(&variant), expected, "{variant:?}");
        }
        assert!(placeables(&encode(text)) <= MAX_PLACEABLES);
    }

    #[test]
    fn everyday_text_needs_no_escape() {
        for text in [
            "Le texte « intégral » de l’accord : 12,5 %.",
            "**Bruxelles, le 25 mai 2018** – [Le texte](https://un.org/a?b=c#d)",
            "قال السيد فورونكوف: \"نعم\" (25 أيار/مايو)",
            "　联合国反恐怖主义办公室。",
            "a = b, -c, # d, $e, \\*f\\*, `g`, \"h\", .i, *j*",
            "*[first]* word",
            ".hidden",
            "- item",
        ] {
            assert_eq!(encode(text), format!(" {text}"));
            survives(text);
        }
        assert_eq!(encode("first\\\nsecond\n\nthird"), " first\\\n    second\n\n    third");
        assert_eq!(encode("if x\n    y\nend"), " if x\n        y\n    end");
    }

    #[test]
    fn a_literal_in_more_braces_is_a_literal() {
        assert_eq!(
            read_back("a = x{ { \"y\" } }"),
            [("a".to_owned(), Some("xy".to_owned()))]
        );
    }

    #[test]
    fn hazards_go_into_literals() {
        let table = [
            ("", " { \"\" }"),
            ("a {b}", " a { \"{\" }b{ \"}\" }"),
            ("{{}}", " { \"{{}}\" }"),
            (" a ", " { \" \" }a{ \" \" }"),
            ("  a", " { \"  \" }a"),
            ("a\n[b](c)", " a\n    { \"[\" }b](c)"),
            ("a\n", " a\n    { \"\" }"),
            ("\na", " { \"\" }\n    a"),
            ("a\n  b", " a\n    { \"  \" }b"),
            ("a\r\nb", " a{ \"\\u000D\" }\n    b"),
            ("a\u{2028}b\0", " a{ \"\\u2028\" }b{ \"\\u0000\" }"),
            ("a\t", " a{ \"\\u0009\" }"),
        ];
        for (text, written) in table {
            assert_eq!(encode(text), written);
            survives(text);
        }
    }

    #[test]
    fn many_hazards_stay_within_the_limit_of_placeables() {
        survives(&"a{b".repeat(200));
        survives(&"{a}\n".repeat(200));
        survives(&("a{b".repeat(200) + "c \t"));
        survives(&"{ \\ \" }\u{85}\n [x".repeat(70));
    }
}

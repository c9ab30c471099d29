//! Untrusted text made fit for a terminal and a log: what cannot be seen, or could command the reader, is spelled out.

use std::borrow::Cow;

/// `text` with every character that hides, reorders or commands written as `\u{…}`, so that it stays on one line and is
/// nothing but text.
///
/// Spelled out are the C0 and C1 controls and DEL (a terminal obeys them), the line separators, the bidi controls of UAX #9,
/// the invisible characters that have no use in running text, and noncharacters (XML forbids them). The joiners U+200C and
/// U+200D stay: scripts need them. Two forms that build logs obey are broken as well: `::` at the beginning, which opens a
/// workflow command of GitHub Actions, and `##[`, `##vso[` and their like, which open one anywhere in a line.
pub fn visible(text: &str) -> Cow<'_, str> {
    let commands = command_marks(text);
    if commands.is_empty() && !text.chars().any(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    let mut commands = commands.iter().peekable();
    for (at, c) in text.char_indices() {
        if commands.next_if_eq(&&at).is_some() || is_hidden(c) {
            push_escape(&mut out, c);
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// A serialised JSON document with the characters that [`visible`] spells out and JSON allows raw written as `\uXXXX`: the
/// value that a reader gets is the same, and no terminal obeys it on the way.
pub fn visible_json(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    let commands = command_marks(json);
    let mut commands = commands.iter().peekable();
    for (at, c) in json.char_indices() {
        // Marks of number stand in strings only; so do hidden characters, but for the line feeds of the layout.
        if commands.next_if_eq(&&at).is_none() && (c == '\n' || !is_hidden(c)) {
            out.push(c);
            continue;
        }
        for unit in c.encode_utf16(&mut [0; 2]) {
            out.push_str(&format!("\\u{unit:04x}"));
        }
    }
    out
}

/// Whether a reader cannot see `c`, or it changes how the text round it is shown.
pub fn is_hidden(c: char) -> bool {
    c.is_control() || is_bidi_control(c) || is_invisible(c) || (u32::from(c) & 0xFFFE) == 0xFFFE
}

/// The twelve characters of the property `Bidi_Control` (UAX #9).
fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Characters without a shape and without a use in running text: soft hyphen, zero-width space, invisible operators, line
/// separators, byte order mark, interlinear marks, tags.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{180E}' | '\u{200B}' | '\u{2028}' | '\u{2029}' | '\u{2060}'..='\u{2065}' | '\u{206A}'..='\u{206F}'
            | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}'
    )
}

/// Where a character must be spelled out because a build log would take what follows for a command.
fn command_marks(text: &str) -> Vec<usize> {
    let mut marks = Vec::new();
    let start = text.len() - text.trim_start().len();
    if text[start..].starts_with("::") {
        marks.push(start);
    }
    for (bracket, _) in text.match_indices('[') {
        let head = text[..bracket].trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let hashes = head.len() - head.trim_end_matches('#').len();
        // The last mark may stay: one alone opens nothing.
        marks.extend(head.len() - hashes..head.len().saturating_sub(1).max(head.len() - hashes));
    }
    marks
}

fn push_escape(out: &mut String, c: char) {
    out.extend(c.escape_unicode());
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ordinary_text_of_any_script_is_left_alone() {
        for text in [
            "",
            "a : b",
            "## Heading [1]",
            "« 12,5 % »",
            "بروكسل، 25 أيار/مايو",
            "नमस्‌ते",
            "می‌خواهم",
            "联合国",
            "a::b",
            "### Heading ## [x](y) #[z]",
        ] {
            assert_eq!(visible(text), text);
            assert!(matches!(visible(text), Cow::Borrowed(_)));
        }
    }

    #[test]
    fn what_hides_or_commands_is_spelled_out() {
        for (text, shown) in [
            ("\u{1b}[31m", "\\u{1b}[31m"),
            ("a\nb\r\tc", "a\\u{a}b\\u{d}\\u{9}c"),
            ("\u{9b}1m\u{7f}", "\\u{9b}1m\\u{7f}"),
            ("\u{202e}txt.exe\u{2069}", "\\u{202e}txt.exe\\u{2069}"),
            ("\u{feff}\u{200b}\u{e0041}", "\\u{feff}\\u{200b}\\u{e0041}"),
            ("::error::x", "\\u{3a}:error::x"),
            ("  ::stop-commands::x", "  \\u{3a}:stop-commands::x"),
            ("x ##[add-mask]e", "x \\u{23}#[add-mask]e"),
            ("##vso[task.complete]", "\\u{23}#vso[task.complete]"),
            ("###[error]", "\\u{23}\\u{23}#[error]"),
        ] {
            assert_eq!(visible(text), shown);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(256))]

        #[test]
        fn shown_text_is_one_line_without_a_hidden_character_or_a_command(
            text in "([#:v\\[\\]a ]|\\PC|[\\x00-\\x1f\\x7f-\\x9f]|[\u{200b}-\u{200f}\u{2028}-\u{202e}\u{2060}-\u{206f}]){0,40}",
        ) {
            let shown = visible(&text);
            prop_assert!(!shown.chars().any(is_hidden), "{shown:?}");
            prop_assert!(!shown.trim_start().starts_with("::"), "{shown:?}");
            prop_assert!(!shown.contains("##[") && !shown.contains("##vso["), "{shown:?}");
            prop_assert_eq!(visible(&shown), shown.as_ref(), "once is enough");
        }

        #[test]
        fn escaped_json_means_the_same(text in "(\\PC|[\\x00-\\x1f\\x7f-\\x9f]|[\u{200b}-\u{200f}\u{2028}-\u{202e}\u{e0001}]){0,40}") {
            let json = visible_json(&serde_json::to_string(&text).unwrap());
            prop_assert!(!json.chars().any(is_hidden), "{json:?}");
            prop_assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
        }
    }
}

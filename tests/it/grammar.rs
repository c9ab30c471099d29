//! Texts made from the grammars of Fluent, inline Markdown and names: mostly well-formed, as what is refused at the door tries nothing
//! behind it, and with the spacing, comments and slips that people leave. Whole documents of Markdown are in `documents.rs`.

use proptest::prelude::*;
use proptest::sample::select;

/// Words and signs of texts in the languages of the sample.
const WORDS: &[&str] = &[
    "un",
    "accord",
    "12,5 %",
    "25 mai 2018",
    "«oui»",
    "联合国",
    "، بروكسل",
    "**gras**",
    "*x*",
    "`code`",
    "[lien](https://un.org/a)",
    "press@un.org",
    "<https://un.org>",
    "![i](a.png 't')",
    "a = b",
    "# x",
    ".y",
    "é\u{301}",
    "\u{200f}",
    "\\*",
    "[^1]",
];

/// A line of text as it may stand in a Fluent value: no braces, and nothing at the ends.
fn line() -> impl Strategy<Value = String> {
    prop::collection::vec(select(WORDS), 1..5).prop_map(|words| words.join(" "))
}

/// A placeable of every kind that the grammar has.
fn placeable() -> impl Strategy<Value = String> {
    let leaf = select(
        &[
            "{ \"\" }",
            "{ \"{\" }",
            "{\"\\u0041\\\"\"}",
            "{ 12.50 }",
            "{ $name }",
            "{ other }",
            "{ other.title }",
            "{ -term }",
            "{ -term(case: \"gen\") }",
            "{ NUMBER($n, minimumFractionDigits: 2) }",
            "{ DATETIME($date) }",
        ][..],
    )
    .prop_map(str::to_owned);
    leaf.prop_recursive(3, 8, 3, |inner| {
        prop_oneof![
            inner.clone().prop_map(|inner| format!("{{ {inner} }}")),
            (inner.clone(), inner)
                .prop_map(|(one, other)| format!("{{ $n ->\n        [one] {one}\n       *[other] x {other}\n    }}")),
        ]
    })
}

/// A value, with the space before it: on the line of the id, or on lines of its own with any indent and blank lines.
fn value() -> impl Strategy<Value = String> {
    let part = prop_oneof![3 => line(), 1 => placeable()];
    let lines = prop::collection::vec((part, select(&["    ", "  ", "        "][..])), 1..4);
    (lines, any::<bool>(), select(&["\n", "\n\n", "\n  \n"][..])).prop_map(|(lines, starts_below, between)| {
        let mut value = String::from(if starts_below { "\n    " } else { " " });
        for (n, (line, indent)) in lines.into_iter().enumerate() {
            if n > 0 || starts_below {
                value.push_str(if n > 0 { between } else { "" });
                value.push_str(if n > 0 { indent } else { "" });
                // What would begin a variant or an attribute cannot begin a line.
                value.push_str(line.trim_start_matches(['.', '*', '[', '#']));
            } else {
                value.push_str(&line);
            }
        }
        value
    })
}

/// Comment lines: notes of people, and what this program writes and obeys.
fn comment() -> impl Strategy<Value = String> {
    let line = select(
        &[
            "# en: Text.",
            "# en: the text of 25 May 2018",
            "# en: second line",
            "# en was: Old text.",
            "# en now: Text.",
            "# STALE (number): revise the translation, then delete this line and the next.",
            "# DRAFT (memory 92 %, from a#b): check the translation, then delete this line.",
            "# en note: careful",
            "# a note of a person",
            "#",
            "# pressroom: allow number — it is so",
            "#  indented",
        ][..],
    );
    prop::collection::vec(line, 0..4)
        .prop_map(|lines| lines.into_iter().map(|line| format!("{line}\n")).collect::<String>())
}

/// An entry whose id no other has, and the lines behind it.
fn entry() -> impl Strategy<Value = (String, String, String, bool)> {
    let attributes = prop::collection::vec(
        (select(&["title", "alt"][..]), value()).prop_map(|(id, value)| format!("\n    .{id} ={value}")),
        0..2,
    );
    let alone = select(&["## Obsolete\n\n", "## Group\n", "### File\n\n", "# alone\n\n"][..]);
    let head = prop_oneof![5 => comment(), 1 => alone.prop_map(str::to_owned)];
    let gap = select(&["\n", "\n\n", "\n\n\n", "\n   \n"][..]);
    (head, value(), attributes, gap, any::<bool>(), 0..8u8).prop_map(|(head, value, attributes, gap, is_term, stub)| {
        let value = if stub == 0 { " { \"\" }".to_owned() } else { value };
        (head, value + &attributes.concat(), gap.to_owned(), is_term)
    })
}

/// A Fluent file, in most cases without a fault.
pub(crate) fn fluent() -> impl Strategy<Value = String> {
    let slip = prop_oneof![
        12 => Just(String::new()),
        1 => select(&["junk\n", "m0 = twice\n", "<<<<<<< HEAD\n", "a = {\n", "b = { \"\\u\n", "c =\n", "{ x }\n"][..]).prop_map(str::to_owned),
    ];
    let entries = prop::collection::vec(entry(), 0..7);
    (entries, slip, 0..6u8, any::<bool>()).prop_map(|(entries, slip, eol, is_ended)| {
        let mut text = String::new();
        for (n, (head, value, gap, is_term)) in entries.into_iter().enumerate() {
            let dash = if is_term { "-" } else { "" };
            text.push_str(&format!("{head}{dash}m{n} ={value}{gap}"));
        }
        text.push_str(&slip);
        if !is_ended {
            text.truncate(text.trim_end().len());
        }
        if eol == 0 { text.replace('\n', "\r\n") } else { text }
    })
}

/// A run of inline Markdown with links of all kinds.
pub(crate) fn inline() -> impl Strategy<Value = String> {
    let address = select(
        &[
            "https://un.org/en/a?b=c&d=e#f",
            "http://un.org",
            "mailto:press@un.org",
            "tel:+41225550100",
            "annex.pdf",
            "../a/b.png",
            "#p1",
            "https://un.org/a_(b)",
            "javascript:alert(1)",
            "//evil.example",
            "data:text/html,x",
            "/x y",
            "",
        ][..],
    );
    let text = select(
        &[
            "the text",
            "*a* b",
            "`c`",
            "",
            "https://un.org",
            "x ]",
            "a@b.org",
            "\\[",
            "![i](j.png)",
        ][..],
    );
    let link = (text, address, 0..6u8).prop_map(|(text, address, form)| match form {
        0 => format!("![{text}]({address})"),
        1 => format!("<{address}>"),
        2 => address.to_owned(),
        3 => format!("[{text}](<{address}> \"title\")"),
        _ => format!("[{text}]({address})"),
    });
    let mark = select(
        &[
            "**",
            "*",
            "_",
            "~~",
            "`",
            "[",
            "]",
            "(",
            ")",
            "<b>",
            "<!-- x -->",
            "&amp;",
            "&#58;",
            "\\",
            "\\\n",
            "\n",
            "[^1]",
            "www.un.org",
            ".",
        ][..],
    );
    let piece = prop_oneof![
        3 => select(WORDS).prop_map(str::to_owned),
        3 => link,
        1 => mark.prop_map(str::to_owned),
    ];
    let space = select(&[" ", " ", " ", "", "\n"][..]);
    prop::collection::vec((piece, space), 1..7).prop_map(|pieces| {
        pieces
            .into_iter()
            .map(|(piece, space)| piece + space)
            .collect::<String>()
    })
}

/// Text made of what the grammar of Fluent, editors and line ends could trip over.
pub(crate) fn hazardous() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        6 => "[ a-zé]{0,6}",
        2 => Just("\n".to_owned()),
        2 => select(&[" ", "  ", "\t", "\u{A0}", "\u{3000}", "\n\n", " \n", "\n ", "\r", "\r\n"][..]).prop_map(str::to_owned),
        3 => select(&["{", "}", "[", "]", "*", ".", "#", "=", "-", "\"", "\\", "$", "->", "{ \"", "\\u"][..]).prop_map(str::to_owned),
        1 => select(&["\0", "\u{85}", "\u{2028}", "\u{FEFF}", "\u{200F}", "\u{202E}", "\u{10FFFF}"][..]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(part, 0..40).prop_map(|parts| parts.concat())
}

/// What people who mean harm would write into a report, mixed with what newsrooms write.
pub(crate) fn forged() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => select(&[
            "\n", "\r\n", "\u{1b}[31m", "\u{9b}2J", "\u{202e}", "\u{2028}", "\0\u{b}\u{ffff}",
            "::error file=x::forged", "\n::stop-commands::x", "##[add-mask]e", "]]>",
            "</failure><testcase name=\"x\"/>", "&lt;&#10;", "| forged |\n| x |", "` `` ```", "\\|\\",
            "<!-- <script>", "[a](1) {0} https://x.example @you", "a.ftl:1:1: error[stale]: forged",
            "\",\"rule\":\"x\"", "%0A%25,:", "بروكسل، 25 أيار/مايو 联合国 «12,5 %»",
        ][..]).prop_map(str::to_owned),
        1 => "[ -~éж联א]{0,6}",
    ];
    prop::collection::vec(piece, 0..4).prop_map(|pieces| pieces.concat())
}

/// A name, or what somebody would write who wants out.
pub(crate) fn name() -> impl Strategy<Value = String> {
    let part = select(
        &[
            "a", "2018", "eu-un", "..", ".", "", "con", "nul.x", "aux", "A", "é", "a b", "%2e%2e", "%2f", "\\", "c:",
            "~", ".git", "x.md", "fr", "zh-Hant", "pt_BR", "index", "-", "a.", "\0", "\u{202e}", "releases",
            "Releases", "p.png", "?q", "#f", "index-2",
        ][..],
    );
    prop::collection::vec((part, select(&["/", "/", "", "-", "."][..])), 1..5).prop_map(|parts| {
        let mut name: String = parts
            .into_iter()
            .map(|(part, between)| part.to_owned() + between)
            .collect();
        name.pop();
        name
    })
}

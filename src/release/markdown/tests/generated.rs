//! The invariant on generated documents.

use crate::release::markdown::tests::oracle::assert_same;
use proptest::prelude::*;

/// Pieces of inline Markdown, whole and broken.
const PIECES: &[&str] = &[
    "word",
    " ",
    " ",
    "\n",
    "\n",
    "  \n",
    "\\\n",
    "*",
    "**",
    "_",
    "__",
    "~~",
    "`",
    "``",
    "[",
    "]",
    "(",
    ")",
    "](u)",
    "](<a b> 't')",
    "![",
    "[r]",
    "[t][r]",
    "[r][]",
    "[^1]",
    "[^2]",
    "<",
    ">",
    "<https://un.org>",
    "<a@b.org>",
    "&amp;",
    "&#10;",
    "&",
    "\\",
    "\\*",
    "\\[",
    "\\|",
    "|",
    "!",
    "#",
    "1.",
    "-",
    "+",
    ":",
    "=",
    "é",
    "中文",
    "\u{a0}",
    "\t",
    "{#id}",
    "<b>",
    "<!-- c -->",
    "\0",
    "\"",
    "'",
    "“",
    ".",
    "2018",
];

/// The beginnings of lines, which open and continue blocks.
const PREFIXES: &[&str] = &[
    "",
    "",
    "",
    "",
    "> ",
    "> > ",
    ">",
    "- ",
    "* ",
    "  ",
    "    ",
    "1. ",
    "   ",
    "12) ",
    "# ",
    "## ",
    "- [ ] ",
    "- [x] ",
    "> [!NOTE]\n> ",
    "| ",
    ": ",
    "[^1]: ",
    "[r]: /u 't'\n",
    "```\n",
    "---\n",
    "|a|b|\n|-|-|\n|",
    "\n",
    "\n",
    "\n",
    "\n> ",
    "\n- ",
    "\n  ",
    "\n    ",
    "\t",
];

fn inline_soup() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 1..14).prop_map(|pieces| pieces.concat())
}

fn soup() -> impl Strategy<Value = String> {
    let line = (
        prop::collection::vec(prop::sample::select(PREFIXES), 0..3),
        inline_soup(),
    );
    prop::collection::vec(line, 1..10).prop_map(|lines| {
        let lines: Vec<String> = lines
            .into_iter()
            .map(|(prefix, text)| prefix.concat() + &text)
            .collect();
        lines.join("\n") + "\n\n[^2]: note\n[r]: /ref\n"
    })
}

/// A well-formed document: blocks within blocks, every further line with the prefixes of its containers.
fn nested() -> impl Strategy<Value = String> {
    let text = prop::collection::vec(
        prop::sample::select(
            &[
                "plain words",
                "*emphasis\nover lines*",
                "**strong**",
                "`code\nspan`",
                "[link\ntext](/u \"t\")",
                "[r]",
                "![i][r]",
                "hard\\\nbreak",
                "x  \ny",
                "note[^n]",
                "\\# no heading",
                "a & b &copy;",
                "~~old~~",
                "<https://un.org>",
                "中文。",
                "2018",
                "a | b",
            ][..],
        ),
        1..6,
    )
    .prop_map(|pieces| pieces.join(" "));
    let leaf = prop_oneof![
        6 => text.clone(),
        1 => text.clone().prop_map(|text| format!("## {}", text.replace("  \n", " ").replace("\\\n", " ").replace('\n', " "))),
        1 => text.clone().prop_map(|text| format!("{text}\n===")),
        1 => Just("```text\ncode *x*\n\nmore\n```".to_owned()),
        1 => Just("| a \\| b | `c` |\n|---|:-:|\n| *d* | 1 |\n| [r] |".to_owned()),
        1 => Just("***".to_owned()),
        1 => Just("Term\n: definition\n  over lines".to_owned()),
    ];
    let block = leaf.prop_recursive(4, 40, 4, |inner| {
        let blocks = prop::collection::vec(inner, 1..4);
        prop_oneof![
            blocks
                .clone()
                .prop_map(|blocks| indented(&blocks.join("\n\n"), "> ", "> ")),
            blocks
                .clone()
                .prop_map(|blocks| indented(&blocks.join("\n\n"), "> [!TIP]\n> ", "> ")),
            blocks.clone().prop_map(|blocks| items(&blocks, "\n", "- ")),
            blocks.clone().prop_map(|blocks| items(&blocks, "\n\n", "7. ")),
            blocks.prop_map(|blocks| items(&blocks, "\n", "- [x] ")),
        ]
    });
    prop::collection::vec(block, 1..5)
        .prop_map(|blocks| blocks.join("\n\n") + "\n\n[r]: /ref 'title'\n\n[^n]: The note\n    goes *on*.\n")
}

fn indented(text: &str, first: &str, next: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    format!("{first}{}", lines.join(&format!("\n{next}")))
}

fn items(blocks: &[String], between: &str, marker: &str) -> String {
    let indent = " ".repeat(marker.len().min(3));
    let indent = if marker.starts_with('-') { "  " } else { &indent };
    let items: Vec<String> = blocks.iter().map(|block| indented(block, marker, indent)).collect();
    items.join(between)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_soup_is_read_as_the_parser_reads_it(body in soup()) {
        assert_same(&body);
    }

    #[test]
    fn any_nested_document_is_read_as_the_parser_reads_it(body in nested()) {
        assert_same(&body);
        assert_same(&body.replace('\n', "\r\n"));
    }

    #[test]
    fn any_text_at_all_is_read(body in "\\PC{0,80}|[\\x00-\\x7F]{0,80}") {
        assert_same(&body);
    }
}

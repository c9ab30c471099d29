//! Documents that are hard to read, and generated ones: see `properties/md_segment.rs` for what must hold of them.

use crate::properties::holds;
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

pub(crate) fn soup() -> impl Strategy<Value = String> {
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
pub(crate) fn nested() -> impl Strategy<Value = String> {
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

fn assert_same(body: &str) {
    holds("md_segment", body.as_bytes());
}

const TORTURE: &str = include_str!("documents.md");

#[test]
fn a_document_of_every_construct_is_read_as_the_parser_reads_it() {
    assert_same(TORTURE);
    assert_same(&TORTURE.replace('\n', "\r\n"));
    let quoted: String = TORTURE.lines().map(|line| format!("> {line}\n")).collect();
    assert_same(&quoted);
    let item: String = TORTURE.lines().map(|line| format!("   {line}\n")).collect();
    assert_same(&format!("1. start\n\n{item}"));
}

#[test]
fn hard_cases_are_read_as_the_parser_reads_them() {
    for body in HARD {
        assert_same(body);
        assert_same(&format!("{body}\n\n{body}"));
        let quoted: String = body.lines().map(|line| format!("> {line}\n")).collect();
        assert_same(&quoted);
        let item: String = body.lines().map(|line| format!("  {line}\n")).collect();
        assert_same(&format!("- x\n\n{item}\n- y"));
    }
}

const HARD: &[&str] = &[
    "[*x*  \n](u)",
    "[*x*  \n](u) and [**b** *x*  \n  ](v) more",
    "[\n*[r]*  \n](u)\n\n[^2]: note\n[r]: /ref",
    "a\nb",
    "a  \nb",
    "a\\\nb",
    "a\\\\\nb",
    "`a\nb`",
    "`a  \nb`",
    "*a\nb*",
    "[a\nb](u)",
    "[a](\nu\n'title\nmore')",
    "\\# x",
    "\\\\# x",
    "\\*a\\*",
    "a\\",
    "&amp; &copy; &#35; &nbsp;x",
    "&#32;a&#32;",
    "&#10;a",
    "a&#10;&#10;b",
    "[x]\n\n[x]: /u 'a \"b\" `c'",
    "[x][] [y][x] ![x] ![z][x]\n\n[x]: <a b> 't'",
    "[a]\n\n[a]: <>",
    "[a](<>)",
    "[a]()",
    "[a]\n\n[a]: a(b",
    "[a]\n\n[a]: a`b`c",
    "[*a* `b` ![c][x]][x]\n\n[x]: /u_v_w",
    "[a\\]][x]\n\n[x]: u",
    "[a ][x]\n\n[x]: u",
    "[\na\n][x]\n\n[x]: u",
    "![a\nb][x]\n\n[x]: u",
    "[x] [^1] [^2]\n\n[^1]: f",
    "[^1]\n\n[^1]: a\n\n    b\n\n    - c\n[^2]: d\ne",
    "\\[^1]\n\n[^1]: f",
    "![^1]\n\n[^1]: f",
    "[^a]: only\n",
    "a | b\n--|:-:\n`x \\| y` | z \\| *w*\n\\\\| | [l](u\\|v)",
    "| a |\n|---|\n| <b>x</b> |\n| |\n| 1 |",
    "| a | b |\n|---|---|\n| [x] | [x]: y |\n\n[x]: /p|q",
    "# a #\n## *b* {#c}\n### d {.e}\n# f {#g\nH {#i}\n===",
    "a\\\nb\n---",
    "T\n: d\n: e\n\n  f\n\nU\nV\n:   g\n    h",
    "- [ ] a\n- [x] b\n\n  c\n- [X] d\n  - [ ] e",
    "1. a\n\n   b\n2. c\n\n3) d",
    "- a\n- b\n\n- c",
    "- a\n  b\n    c\n- > d\n  > e\n> f",
    "> > a\n> b\nc",
    "> - a\n>   b\n> c",
    "> [!NOTE]\n> a\n> b\n\n> [!TIP]\n>\n> c",
    "> [!NOTE] x\n> a",
    "```rust\na\n```\n\n    b\n\n~~~ translate\nc\n\nd\n~~~\n``` text translate\n```",
    "***\n---\n_ _ _",
    "<https://un.org> <a@b.org> www.un.org",
    "![a](b)\n\n- ![c](d 'e')\n\n[![f](g)](h)\n\n![i](j) k",
    "~~a~~ ~b~ *_c_* **d*e*f** ***g*** __h__",
    "a <!-- b --> c\n\n<!-- d -->\n# e <!-- f -->",
    "*a **b* c**",
    "**a*b**c*",
    "`` ` `` ` `` ` `` ` ` `",
    "[a](b \"c\") [d](e 'f\"g') [h](i (j))",
    "2. May\n\n2018. x",
    "Ms. X\nsaid: “y”",
    "a\u{a0}\nb",
    "\u{1680}a\n\u{2000}b",
    "a\tb\n\tc",
    "[a]: b\nc",
    "[x]: /u\n\"t\n[x]",
    "a\n[x]: b",
    "<b>a</b>\n<i>c\nd</i>",
    "x<br>y <a\nhref='b'>",
    "a\0b `c`",
    "é\\\nü *ñ*\nß",
    "中文\n换行 **粗**体",
    "\u{202b}x\u{202c}\ny",
    "[a](javascript:b)",
    "![](x)",
    "![](x 'title')",
    "[](u)",
    "[a][b] [c]\n\n[c]: d",
    "[ẞ]\n\n[SS]: /u",
    "[a]\n\n[a]: /u&amp;copy;",
    "[a](u&copy;v \"&amp;quot;\")",
    "http://a.b/c_d_e_f",
    "a **b\nc** d _e\n f_ g",
    "-\n- a\n-\n  b",
    "1.\n   a",
    "- a\n\n      code\n- b",
    "# \n\n##\n# #",
    "a  \n  b  \n\tc",
    "|a|\n|-|\n|`b\\|c`|\n|\\|d|\n|e\\\\|f|",
    "> a\n>\n> b\nlazy `c\nd` e",
    "> *a\nb* [c\nd](e\nf)",
];

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

//! The invariant: read block by block and segment by segment, a document says what it says read as a whole.

mod generated;
mod oracle;

use crate::diagnostic::{Diagnostic, Source};
use crate::names::Slug;
use crate::release::{Document, Node, parse};
use oracle::assert_same;

fn read(body: &str) -> (Document, Vec<Diagnostic>) {
    let text = format!("+++\ntitle = \"x\"\ndate = 2018-05-25\n+++\n{body}");
    let (release, diagnostics) = parse(Source::new("releases/x.md", text), Slug::new("x").unwrap());
    let document = release.document;
    for segment in &document.segments {
        assert!(release.source.text().get(segment.span.clone()).is_some(), "{segment:?}");
        assert!(!segment.text.is_empty());
    }
    (document, diagnostics)
}

/// `kind: text` of each segment of the body.
fn segments(body: &str) -> Vec<String> {
    let (document, _) = read(body);
    let body = document.segments.iter().skip(1);
    body.map(|segment| format!("{:?}: {}", segment.kind, segment.text))
        .collect()
}

fn messages(body: &str) -> Vec<String> {
    read(body).1.into_iter().map(|diagnostic| diagnostic.message).collect()
}

const TORTURE: &str = include_str!("torture.md");

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

#[test]
fn segments_are_cut_by_block_and_say_what_they_are() {
    let cases: &[(&str, &[&str])] = &[
        (
            "# A *b* {#c}\n\nd\ne  \nf",
            &["Heading(1): A *b*", "Paragraph: d e\\\nf"],
        ),
        ("- a\n  b\n\n  > c\n  > d", &["Item: a b", "Paragraph: c d"]),
        (
            "|a|b|\n|-|-|\n|c \\| d|2|",
            &[
                "Cell(StartsTable): a",
                "Cell(Continues): b",
                "Cell(StartsRow): c | d",
                "Cell(Continues): 2",
            ],
        ),
        ("T\n: d", &["Term: T", "Definition: d"]),
        (
            "x[^1]\n\n[^1]: y\n\n    - z",
            &["Paragraph: x[^1]", "Footnote: y", "Item: z"],
        ),
        ("![a](b 'c')", &["Caption: ![a](b 'c')"]),
        (
            "[t][r], [r]\n\n[r]: <u v> (w)",
            &["Paragraph: [t](<u v> \"w\"), [r](<u v> \"w\")"],
        ),
        ("``` translate\na\n\nb\n```", &["Code: a\n\nb"]),
        (
            "2017\n\n* * *\n\n—\n\na@b.org\n\n<https://un.org>\n\nwww.un.org.\n\n`x`\n\n[b](c)",
            &[
                "Paragraph: 2017",
                "Paragraph: a@b.org",
                "Paragraph: <https://un.org>",
                "Paragraph: www.un.org.",
                "Paragraph: `x`",
                "Paragraph: [b](c)",
            ],
        ),
        ("a <!-- b --> c[^x] _d_", &["Paragraph: a c\\[^x] _d_"]),
    ];
    for (body, expected) in cases {
        assert_eq!(segments(body), *expected, "{body}");
    }
}

#[test]
fn a_span_is_the_very_bytes_of_the_run() {
    let body = "\n> \\# *a*\n> b\n\n- [ ] c `d`\n\n| e |\n|---|\n";
    let text = format!("+++\ntitle = \"x\"\ndate = 2018-05-25\n+++\n{body}");
    let (release, _) = parse(Source::new("releases/x.md", text), Slug::new("x").unwrap());
    let bytes = release
        .document
        .segments
        .iter()
        .map(|segment| &release.source.text()[segment.span.clone()]);
    assert_eq!(bytes.collect::<Vec<_>>(), ["\"x\"", "\\# *a*\n> b", "c `d`", "e"]);
}

#[test]
fn comments_speak_to_translators_and_to_the_program() {
    let body = "<!-- note: one -->\n<!-- note: two -->\na\n\n<!-- other -->\nb <!-- note: inside -->\n\n\
        <!-- translate: no -->\n- c\n\n  d\n\ne\n\n<!-- translate: off -->\nf\n\n> g\n\n<!-- translate: on -->\nh\n\n\
        <!-- translate: no -->\n``` translate\ni\n```\n";
    let (document, diagnostics) = read(body);
    assert_eq!(diagnostics, []);
    let seen: Vec<(&str, Option<&str>)> = document
        .segments
        .iter()
        .skip(1)
        .map(|s| (s.text.as_str(), s.note.as_deref()))
        .collect();
    assert_eq!(
        seen,
        [("a", Some("one two")), ("b", Some("inside")), ("e", None), ("h", None)]
    );
}

#[test]
fn what_a_release_cannot_say_is_named_with_its_place() {
    let cases = [
        ("<div>\nx\n</div>", "6:1 raw HTML is not published"),
        ("a <b>c</b>", "6:3 raw HTML is not published"),
        (
            "<!-- a --> b",
            "6:1 text that follows a comment on the same line is not published",
        ),
        ("[a](javascript:b)", "6:1 links to `javascript:b`, which is not allowed"),
        ("a ![b](data:c)", "6:3 links to `data:c`, which is not allowed"),
        ("# a {#x}\n# b {#x}", "7:1 the id `x` is given to two headings"),
        ("# a {#x .c}", "6:1 a heading can be given an id and nothing else"),
        ("a[^x]", "6:2 the footnote `^x` is not defined"),
        ("a [b][c]", "6:3 the link reference `c` is not defined"),
        ("<!-- note: a -->", "6:1 the note does not stand before a text"),
        (
            "<!-- notes: a -->",
            "6:1 the comment seems to be meant for pressroom, but is not understood",
        ),
    ];
    for (body, expected) in cases {
        let (_, diagnostics) = read(&format!("\n{body}\n"));
        let found: Vec<String> = diagnostics
            .iter()
            .map(|found| {
                assert!(found.help.is_some() && matches!(found.code, "markup" | "link"));
                let place = found.place.as_ref().unwrap();
                format!("{}:{} {}", place.line, place.column, found.message)
            })
            .collect();
        assert!(found.contains(&expected.to_owned()), "{body}: {found:?}");
    }
    assert_eq!(messages("[sic] and \\[^x], `[^y]`"), Vec::<String>::new());
}

/// What is repeated without end.
const HOSTILE: &[&str] = &[
    ">",
    "> ",
    "- ",
    "  - ",
    "1. ",
    "[",
    "]",
    "![",
    "[^1]",
    "[^1]: ",
    "[a]: b\n",
    "*a ",
    "**",
    "_a",
    "`",
    "``a",
    "<b>",
    "<!--",
    "<!-- a -->\n",
    "<!-- note: a -->\n",
    "|",
    "|a",
    "a|b\n-|-\n",
    "a\n: b\n",
    "\\",
    "\\\n",
    "&amp;",
    "#",
    "# a {#b}\n",
    "a\n\n",
    "\0",
    "\r",
    "[a](javascript:b) ",
    "<a@b.org>",
    "~~a",
    "{",
    "[a](b",
    "a\n===\n",
    "```\n",
    "> [!NOTE]\n",
    "- [ ] ",
    "\u{1680}",
    "\t",
];

#[test]
fn hostile_documents_are_read_in_passing() {
    for piece in HOSTILE {
        let body = piece.repeat(20_000 / piece.len());
        let (document, diagnostics) = read(&body);
        assert!(diagnostics.len() <= 201, "{piece:?}: {}", diagnostics.len());
        let opened = document
            .nodes
            .iter()
            .filter(|node| matches!(node, Node::Open(_)))
            .count();
        let closed = document
            .nodes
            .iter()
            .filter(|node| matches!(node, Node::Close(_)))
            .count();
        assert_eq!(opened, closed, "{piece:?}");
    }
    let deep = ">".repeat(1_000_000);
    assert_eq!(read(&deep).0.segments.len(), 1);
    let deep = "> ".repeat(100_000) + "a";
    assert_eq!(read(&deep).0.segments.len(), 2);
    let wide = format!(
        "|a|
|-|
{}",
        "|b|
"
        .repeat(5_000)
    );
    assert_eq!(read(&wide).0.segments.len(), 5_002);
}

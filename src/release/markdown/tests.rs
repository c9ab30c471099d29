//! The invariant: read block by block and segment by segment, a document says what it says read as a whole.

use crate::diagnostic::{Diagnostic, Source};
use crate::names::Slug;
use crate::release::{Document, Node, parse};

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

#[test]
fn segments_are_cut_by_block_and_say_what_they_are() {
    let cases: &[(&str, &[&str])] = &[
        (
            "# A *b* {#c}\n\nd\ne  \nf",
            &["Heading(1): A *b*", "Paragraph: d e\\\nf"],
        ),
        ("- a\n  b\n\n  > c\n  > d", &["Item: a b", "Paragraph: c d"]),
        // A star that is text does not take the sign of the emphasis beside it: `_` would not end within a word.
        ("[^1]***`[^2]`b*c", &["Paragraph: \\[^1\\]\\*\\**`[^2]`b*c"]),
        // What looks like a footnote and is none, in the text of a link.
        ("**d*z*[[^d]](y)*", &["Paragraph: **d*z*[\\[^d\\]](y)*"]),
        // Emphasis in emphasis that ends within a word.
        ("`[^1]`*[^1]*d*e*", &["Paragraph: `[^1]`*\\[^1\\]*d*e*"]),
        // Form feeds and vertical tabs: white space at the end of a line, but not at the end of a heading.
        (
            "# a\u{C}\n\n*b*\u{B}\nc\u{B}\u{C}\nd\u{C}",
            &["Heading(1): a&#12;", "Paragraph: *b* c\\\nd"],
        ),
        ("b\n\u{C}\u{C}\n\u{C}", &["Paragraph: b"]),
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

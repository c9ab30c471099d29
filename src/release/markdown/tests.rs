//! The invariant: read block by block and segment by segment, a document says what it says read as a whole.

use crate::diagnostic::{Diagnostic, Source};
use crate::names::Slug;
use crate::release::inline::{self, Inline, Span};
use crate::release::markdown::run::normal;
use crate::release::markdown::{comments, options};
use crate::release::{Alert, Alignment, Block, Document, Kind, Node, parse};
use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, Event, LinkType, Parser, Tag, TagEnd};

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

/// What a document says, step by step, as our walk tells it.
fn ours(document: &Document) -> Vec<String> {
    let mut out = Vec::new();
    for node in &document.nodes {
        match node {
            Node::Open(block) => out.push(format!("<{}>", block_name(block))),
            Node::Close(block) => out.push(format!("</{}>", block_name(block))),
            Node::Task(ticked) => out.push(format!("task {ticked}")),
            Node::Rule => out.push("rule".to_owned()),
            Node::Code { text, .. } => out.push(format!("code block {text:?}")),
            Node::Verbatim(inlines) => out.push(inline_tokens(inlines)),
            Node::Segment(index) => {
                let segment = &document.segments[*index];
                if segment.kind == Kind::Code {
                    out.push(format!("code block {:?}", segment.text.clone() + "\n"));
                } else {
                    let inlines = inline::parse(&segment.text).unwrap_or_else(|error| panic!("{segment:?}: {error:?}"));
                    out.push(inline_tokens(&inlines));
                }
            }
        }
    }
    out.retain(|token| !token.is_empty());
    out
}

fn block_name(block: &Block) -> String {
    match block {
        Block::List { start, .. } => format!("list {start:?}"),
        Block::Table(columns) => format!("table {columns:?}"),
        Block::Alert(alert) => format!("alert {alert:?}"),
        Block::Footnote(label) => format!("footnote {label}"),
        Block::Heading { level, anchor } => format!("h{level} {anchor:?}"),
        other => format!("{other:?}"),
    }
}

fn inline_tokens(inlines: &[Inline]) -> String {
    let kept: Vec<Inline> = inlines
        .iter()
        .filter(|inline| !matches!(inline, Inline::Html(html) if comments::content(html).is_some()))
        .cloned()
        .collect();
    let normal = normal(&kept);
    if normal.is_empty() {
        String::new()
    } else {
        format!("{normal:?}")
    }
}

/// The same from the parser's own events, without any of our code for runs, blocks or texts.
fn theirs(body: &str) -> Vec<String> {
    let (mut out, mut inlines, mut code, mut ends, mut spans) =
        (Vec::new(), Vec::new(), None::<String>, Vec::new(), Vec::new());
    for event in Parser::new_ext(body, options()) {
        if let (Some(code), Event::Text(text)) = (&mut code, &event) {
            code.push_str(text);
            continue;
        }
        if push_inline(&event, &mut inlines, &mut spans) {
            continue;
        }
        out.push(inline_tokens(&std::mem::take(&mut inlines)));
        match event {
            Event::Start(Tag::CodeBlock(_)) => code = Some(String::new()),
            Event::End(TagEnd::CodeBlock) => out.push(format!("code block {:?}", code.take().unwrap())),
            Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) | Event::Html(_) => {}
            Event::Start(tag) => {
                ends.push(tag_name(&tag));
                out.push(format!("<{}>", tag_name(&tag)));
            }
            Event::End(_) => out.push(format!("</{}>", ends.pop().unwrap())),
            Event::Rule => out.push("rule".to_owned()),
            Event::TaskListMarker(ticked) => out.push(format!("task {ticked}")),
            other => panic!("{other:?}"),
        }
    }
    out.retain(|token| !token.is_empty());
    out
}

fn push_inline(event: &Event<'_>, out: &mut Vec<Inline>, spans: &mut Vec<Span>) -> bool {
    let target = |kind: &LinkType, url: &str, title: &str| inline::Target {
        url: if *kind == LinkType::Email {
            format!("mailto:{url}")
        } else {
            url.to_owned()
        },
        title: title.to_owned(),
    };
    let inline = match event {
        Event::Text(text) => Inline::Text(text.replace('\0', "\u{FFFD}")),
        Event::Code(text) => Inline::Code(text.to_string()),
        Event::SoftBreak => Inline::SoftBreak,
        Event::HardBreak => Inline::HardBreak,
        Event::FootnoteReference(label) => Inline::FootnoteRef(label.to_string()),
        Event::InlineHtml(html) => Inline::Html(html.to_string()),
        Event::Start(tag) => {
            spans.push(match tag {
                Tag::Emphasis => Span::Emphasis,
                Tag::Strong => Span::Strong,
                Tag::Strikethrough => Span::Strikethrough,
                Tag::Link {
                    link_type,
                    dest_url,
                    title,
                    ..
                } => Span::Link(target(link_type, dest_url, title)),
                Tag::Image {
                    link_type,
                    dest_url,
                    title,
                    ..
                } => Span::Image(target(link_type, dest_url, title)),
                _ => return false,
            });
            Inline::Open(spans.last().unwrap().clone())
        }
        Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image) => {
            Inline::Close(spans.pop().unwrap())
        }
        _ => return false,
    };
    out.push(inline);
    true
}

fn tag_name(tag: &Tag<'_>) -> String {
    let columns = |columns: &[pulldown_cmark::Alignment]| -> Vec<Alignment> {
        columns
            .iter()
            .map(|column| match column {
                pulldown_cmark::Alignment::None => Alignment::None,
                pulldown_cmark::Alignment::Left => Alignment::Start,
                pulldown_cmark::Alignment::Center => Alignment::Center,
                pulldown_cmark::Alignment::Right => Alignment::End,
            })
            .collect()
    };
    match tag {
        Tag::Paragraph => "Paragraph".to_owned(),
        Tag::Heading { level, id, .. } => format!("{level} {:?}", id.as_ref().map(ToString::to_string)),
        Tag::BlockQuote(None) => "Quote".to_owned(),
        Tag::BlockQuote(Some(kind)) => format!(
            "alert {:?}",
            match kind {
                BlockQuoteKind::Note => Alert::Note,
                BlockQuoteKind::Tip => Alert::Tip,
                BlockQuoteKind::Important => Alert::Important,
                BlockQuoteKind::Warning => Alert::Warning,
                BlockQuoteKind::Caution => Alert::Caution,
            }
        ),
        Tag::List(start) => format!("list {start:?}"),
        Tag::FootnoteDefinition(label) => format!("footnote {label}"),
        Tag::DefinitionListTitle => "DefinitionTitle".to_owned(),
        Tag::DefinitionListDefinition => "DefinitionDetails".to_owned(),
        Tag::Table(alignments) => format!("table {:?}", columns(alignments)),
        Tag::CodeBlock(CodeBlockKind::Indented) => unreachable!(),
        other => format!("{other:?}"),
    }
}

fn assert_same(body: &str) {
    let (document, _) = read(body);
    pretty(&ours(&document), &theirs(body), body);
}

fn pretty(ours: &[String], theirs: &[String], body: &str) {
    if let Some(at) = (0..ours.len().max(theirs.len())).find(|at| ours.get(*at) != theirs.get(*at)) {
        panic!(
            "step {at} of\n{body}\n  ours:   {:?}\n  theirs: {:?}",
            ours.get(at),
            theirs.get(at)
        );
    }
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
            &["Paragraph: 2017", "Paragraph: [b](c)"],
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

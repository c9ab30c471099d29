//! Texts read alone, friendly and hostile.

use crate::release::inline::one_paragraph::{PADS, is_plain, read};
use crate::release::inline::{Inline, Span, linkify, parse, plain_text, targets};
use proptest::prelude::*;

#[test]
fn nothing_at_the_start_of_a_line_opens_a_block() {
    for opener in [
        "# x",
        "1. May 2018",
        "- x",
        "* Note",
        "+ x",
        "> x",
        "```",
        "~~~ x",
        "<div>x",
        "<!-- x",
        "[x]: u",
        "[^x]: u",
        "***",
        "---",
        "===",
        "    x",
        "\tx",
        "| a | b |",
        ": x",
        "+++",
        "2018-05-25",
        "1) x",
        "[ ] x",
        "_ _ _",
        "$$",
    ] {
        for text in [opener.to_owned(), format!("one\\\n{opener}"), format!("one\n{opener}")] {
            let inlines = parse(&text).unwrap_or_else(|error| panic!("{text:?}: {error:?}"));
            let read = plain_text(&inlines) + &format!("{inlines:?}");
            for word in opener.split(|c: char| !c.is_alphanumeric()) {
                assert!(read.contains(word), "{text:?} lost {word:?}: {inlines:?}");
            }
        }
    }
}

#[test]
fn what_is_no_paragraph_is_refused_with_its_place() {
    for empty in ["", " ", "\n", "\t \n\n", "\r", "\r\n"] {
        assert_eq!(parse(empty).unwrap_err().at, None, "{empty:?}");
    }
    let cases = [
        ("one\n\ntwo", 5),
        ("a\0b\r\rtwo", 5),
        ("- é\n  \n# two", 8),
        (" x\r\n\r\n y", 7),
    ];
    for (text, at) in cases {
        let found = parse(text).unwrap_err().at.unwrap();
        assert_eq!(found, at, "{text:?}");
    }
}

#[test]
fn nul_and_carriage_returns_are_safe() {
    assert_eq!(plain_text(&parse("a\0b").unwrap()), "a\u{FFFD}b");
    assert_eq!(plain_text(&parse("a\rb").unwrap()), "a b");
    assert_eq!(plain_text(&parse("a\\\r\nb").unwrap()), "a\nb");
}

#[test]
fn a_pad_character_of_the_text_stays() {
    let all: String = PADS.iter().filter(|c| **c != '\u{2029}').collect();
    let text = format!("a{all}b\n- c");
    assert_eq!(plain_text(&parse(&text).unwrap()), format!("a{all}b - c"));
}

#[test]
fn footnote_references_need_no_definition() {
    let inlines = parse("See[^1] and ![^note two] [^1], not [^] or \\[^2].").unwrap();
    let labels: Vec<_> = inlines
        .iter()
        .filter_map(|inline| match inline {
            Inline::FootnoteRef(label) => Some(label.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(labels, ["1", "note two", "1"]);
}

#[test]
fn an_e_mail_autolink_names_its_scheme() {
    let inlines = parse("<a@b.org>").unwrap();
    assert!(matches!(&inlines[0], Inline::Open(Span::Link(target)) if target.url == "mailto:a@b.org"));
}

#[test]
fn a_link_begun_on_the_line_before_stays_a_link() {
    for text in [
        "[x](\n<https://a.org>)",
        "[x](https://a.org\n\"title\")",
        "[x\n1. y](\nhttps://a.org)",
    ] {
        let inlines = parse(text).unwrap();
        assert!(
            matches!(&inlines[0], Inline::Open(Span::Link(target)) if target.url == "https://a.org"),
            "{text:?}: {inlines:?}"
        );
    }
}

/// Translations that try to be more than a text.
const HOSTILE: &[&str] = &[
    "# x",
    "## x ##",
    "x\n===",
    "x\n---",
    "- x",
    "* x",
    "+ x",
    "1. x",
    "1) x",
    "> x",
    "> [!NOTE]\n> x",
    "---",
    "***",
    "```\nx\n```",
    "~~~",
    "    x",
    "\tx",
    "<div>x</div>",
    "<script>x</script>",
    "<!-- x",
    "<!-- x -->",
    "<?php x ?>",
    "<!DOCTYPE x>",
    "<![CDATA[x]]>",
    "<style>x</style>",
    "| x | y |\n|---|---|\n| z | w |",
    "x | y\n--|--",
    "x\n: y",
    "[x]: https://evil.example",
    "[^1]: x",
    "x\n[^1]: y",
    "{#id}",
    "x {#id .c onclick=y}",
    "- [ ] x",
    "+++\nx = 1\n+++",
    "---\nx: 1\n---",
    "x\n# y",
    "x\n> y",
    "x\n- y",
    "x\n1. y",
    "x\n```\ny",
    "x\n<div>",
    "x\n***",
    "x\\\n# y",
    "x  \n- y",
    "x\n\ty",
    "x\r# y",
    "x\r\n> y",
    "\u{feff}# x",
    "\u{a0}# x",
    "\u{2028}# x",
    "\u{0}# x",
    "\u{c}# x",
    "\u{1680}# x",
];

#[test]
fn no_hostile_translation_is_more_than_a_run_of_text() {
    for text in HOSTILE {
        let inlines = parse(text).unwrap_or_else(|error| panic!("{text:?}: {error:?}"));
        assert_sound(&inlines, text);
        assert!(!inlines.is_empty(), "{text:?}");
    }
    assert_eq!(HOSTILE.len(), 54);
}

/// Spans are nested, adjacent text is one, nothing is empty and no pad is left that the text did not hold.
fn assert_sound(inlines: &[Inline], text: &str) {
    let mut open = Vec::new();
    for (at, inline) in inlines.iter().enumerate() {
        match inline {
            Inline::Open(span) => open.push(span),
            Inline::Close(span) => assert_eq!(open.pop(), Some(span), "{text:?}"),
            Inline::Text(read) => {
                assert!(!read.is_empty(), "{text:?}");
                assert!(!matches!(inlines.get(at + 1), Some(Inline::Text(_))), "{text:?}");
                assert!(
                    !read.contains(|c| PADS.contains(&c) && !text.contains(c) && !text.contains('&')),
                    "{text:?}"
                );
            }
            _ => {}
        }
    }
    assert!(open.is_empty(), "{text:?}");
}

/// Whether there is text after a blank line that follows text.
fn has_blank_line(text: &str) -> bool {
    let lines: Vec<&str> = text.split('\n').map(str::trim_ascii).collect();
    let first = lines.iter().position(|line| !line.is_empty());
    let last = lines.iter().rposition(|line| !line.is_empty());
    first
        .zip(last)
        .is_some_and(|(first, last)| lines[first..last].iter().any(|line| line.is_empty()))
}

#[test]
fn a_link_does_not_make_half_an_address_beside_it_look_whole() {
    for text in [
        "@a.b@a.bwww.www.@a.b",
        "[a *b*@c.de f](https://g.hi)",
        "a@b.cd![www.x.org](y.png)",
    ] {
        let linked = linkify(parse(text).unwrap());
        assert_sound(&linked, text);
        assert_eq!(linkify(linked.clone()), linked, "{text}");
    }
}

#[test]
fn bare_addresses_are_linked_beside_links_and_images_but_not_in_them() {
    for (text, expected) in [
        ("![www.a.example](i) www.b.example", &["i", "https://www.b.example"][..]),
        ("[a ](/x)www.b.example", &["/x", "https://www.b.example"]),
        ("a [b](/x) c www.c.example", &["/x", "https://www.c.example"]),
        ("[www.a.example](/x)", &["/x"]),
    ] {
        let linked = linkify(parse(text).unwrap());
        assert_eq!(targets(&linked).collect::<Vec<_>>(), expected, "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    /// What is taken for plain text without the parser is what the parser makes of it.
    #[test]
    fn plain_text_is_what_the_parser_says(text in "(\\PC|[ -~]|[#>+=|:;$^{}()!@.0-9-]|[\u{2000}-\u{2029}\u{85}\u{a0}\u{1680}\u{feff}]| ){1,24}") {
        if is_plain(&text) {
            prop_assert_eq!(Ok(vec![Inline::Text(text.clone())]), read(&text));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_text_without_a_blank_line_is_one_run(
        text in "([-#>*+=~_`|:.!<\\[\\]()\\\\\"'&;{}^0-9a\\n \té。]|https://|www\\.|@a\\.b|</?b>|<!--|\\[\\^1\\]|&#10;){0,40}"
    ) {
        match parse(&text) {
            Ok(inlines) => {
                assert_sound(&inlines, &text);
                prop_assert!(!has_blank_line(&text));
                let linked = linkify(inlines.clone());
                prop_assert_eq!(plain_text(&linked), plain_text(&inlines));
                prop_assert_eq!(linkify(linked.clone()), linked);
            }
            Err(error) => {
                prop_assert!(has_blank_line(&text) || text.trim_ascii().is_empty(), "{:?}", error);
                prop_assert!(error.at.is_none_or(|at| text.is_char_boundary(at) && at < text.len()));
            }
        }
    }

    #[test]
    fn any_characters_at_all_are_read(text in any::<String>()) {
        if let Ok(inlines) = parse(&text) {
            assert_sound(&linkify(inlines), &text);
        }
    }
}

//! Tables of texts in, lines out.

use super::*;
use crate::release::inline::{self, Text};
use crate::release::{Alignment, Kind};
use crate::render::strings::SiteFile;

fn strings(tag: &str) -> Strings {
    let locale = Locale::new(tag).unwrap();
    let nothing = SiteFile::default();
    Strings::new(locale.clone(), locale, &nothing, &nothing).0
}

fn run(tag: &str, markdown: &str) -> Piece {
    Piece::Run(Run {
        inlines: inline::linkify(Text::from(markdown.to_owned()).inlines_or_plain()),
        locale: Locale::new(tag).unwrap(),
        mark: Mark::None,
        opens_text: false,
        kind: Some(Kind::Paragraph),
    })
}

fn held(block: Block, pieces: Vec<Piece>) -> Piece {
    Piece::Block(Box::new(Held {
        block,
        anchor: None,
        number: None,
        pieces,
    }))
}

fn text(tag: &str, pieces: Vec<Piece>) -> String {
    let made = Body {
        pieces,
        notes: Vec::new(),
        numbers: BTreeMap::new(),
        sizes: Default::default(),
    };
    plain(&body(&made, &strings(tag), None).unwrap().text)
}

fn paragraph_of(tag: &str, markdown: &str) -> String {
    text(tag, vec![held(Block::Paragraph, vec![run(tag, markdown)])])
}

#[test]
fn links_stand_behind_their_text_unless_they_are_their_text() {
    let table = [
        ("[the site](https://un.org/a)", "the site <https://un.org/a>"),
        ("[un.org](https://un.org/)", "un.org"),
        ("<press@example.org>", "press@example.org"),
        ("[write](mailto:press@example.org)", "write <press@example.org>"),
        ("[here](#words)", "here"),
        ("[x](javascript:alert)", "x"),
        ("see www.un.org/x, or not", "see www.un.org/x, or not"),
        ("*a* **b** `c` ~~d~~", "a b c ~~d~~"),
        ("a\\\nb", "a\nb"),
        ("a <br>, c<!-- d -->", "a <br>, c"),
        ("![A flag](https://x.org/f.png)", "[Picture: A flag]"),
    ];
    for (markdown, expected) in table {
        assert_eq!(paragraph_of("en", markdown), expected, "{markdown}");
    }
    assert_eq!(
        paragraph_of("zh", "[办公室](https://x.org)于"),
        "办公室 <https://x.org> 于"
    );
}

#[test]
fn right_to_left_text_is_one_line_a_paragraph() {
    let long = "كلمة ".repeat(60);
    assert_eq!(paragraph_of("ar", long.trim()).lines().count(), 1);
    let english = "words that nobody has translated yet ".repeat(6);
    assert!(paragraph_of("ar", english.trim()).lines().count() > 2);
}

fn table(tag: &str, rows: &[&[&str]]) -> String {
    let cell = |text: &&str| match *text {
        "" => held(Block::TableCell, Vec::new()),
        text => held(Block::TableCell, vec![run(tag, text)]),
    };
    let row = |(index, cells): (usize, &&[&str])| {
        let block = if index == 0 { Block::TableHead } else { Block::TableRow };
        held(block, cells.iter().map(cell).collect())
    };
    let alignments = vec![Alignment::None, Alignment::End];
    let rows = rows.iter().enumerate().map(row).collect();
    text(tag, vec![held(Block::Table(alignments), rows)])
}

#[test]
fn a_table_stands_in_columns_of_display_width() {
    let got = table("zh", &[&["城市", "数"], &["布鲁塞尔", "12"], &["x", "7"], &["y", ""]]);
    assert_eq!(got, "城市      数\n--------  --\n布鲁塞尔  12\nx          7\ny");
}

#[test]
fn a_table_that_is_too_wide_is_told_row_by_row() {
    let long = "a long text about a harbour ".repeat(4);
    let got = table("en", &[&["Name", "What"], &["Seven Winds", long.trim()], &["", "b"]]);
    assert!(got.starts_with("Name: Seven Winds\nWhat: a long text"), "{got}");
    assert!(got.ends_with("\n\nWhat: b"), "{got}");
    assert!(got.lines().all(|line| width(line) <= COLUMNS), "{got}");
    assert!(table("ar", &[&["أ", "ب"], &["ج", "د"]]).starts_with("أ: ج\nب: د"));
}

#[test]
fn lists_hang_and_quotes_are_marked() {
    let item = |text: &str| held(Block::Item, vec![run("en", text)]);
    let list = |start, items: Vec<Piece>| held(Block::List { start, tight: true }, items);
    let long = "word ".repeat(20);
    let got = text("en", vec![list(Some(9), vec![item("a"), item(long.trim())])]);
    let lines: Vec<&str> = got.lines().collect();
    assert_eq!((lines[0], lines[1].starts_with("10. word")), (" 9. a", true));
    assert!(lines[2].starts_with("    word"));
    let inner = held(Block::Quote, vec![held(Block::Paragraph, vec![run("en", "b")])]);
    let quote = held(Block::Quote, vec![held(Block::Paragraph, vec![run("en", "a")]), inner]);
    assert_eq!(text("en", vec![quote]), "> a\n>\n>> b");
}

#[test]
fn a_flowed_text_can_be_joined_again() {
    let long = "word ".repeat(40);
    let lines = paragraph(long.trim(), COLUMNS, &Locale::new("en").unwrap());
    let flowed = finish(&plain(&lines), Flow::Flowed, LineEnd::Lf);
    assert_eq!(flowed.replace(" \n", " ").trim_end(), long.trim());
    assert!(finish("From here\n", Flow::Flowed, LineEnd::Crlf).starts_with(" From here\r\n"));
    assert_eq!(finish("a \nb", Flow::Fixed, LineEnd::Lf), "a\nb\n");
    assert_eq!(finish("a\tb\n\tc", Flow::Flowed, LineEnd::Lf), "a b\n  c\n");
    assert_eq!(untabbed("a\tbcde\t\tf"), "a   bcde        f");
}

//! What a Fluent file is read as, and what is said of a broken one.

use super::*;
use crate::catalog::text::literal_text;
use crate::catalog::{Element, Expression, Message};

fn read_text(text: &str) -> (Catalog, Vec<Diagnostic>) {
    parse(Source::new("fr.ftl", text))
}

fn clean(text: &str) -> Catalog {
    let (catalog, diagnostics) = read_text(text);
    assert_eq!(diagnostics, [], "{text}");
    catalog
}

/// `line:column message` of every diagnostic.
fn told(text: &str) -> Vec<String> {
    let (_, diagnostics) = read_text(text);
    let line = |d: Diagnostic| {
        let place = d.place.unwrap();
        assert!(d.help.is_some(), "{}", d.message);
        assert_eq!(d.code, "syntax");
        format!("{}:{} {}", place.line, place.column, d.message)
    };
    diagnostics.into_iter().map(line).collect()
}

const FULL: &str = "\
### Resource

## Group

# A note
# en: One

# en: Two
# a note
two = Deux { -term(case: \"genitive\", n: 2) } fin
    suite
    .title = Titre { $x }
-term = { $case ->
    [genitive] du terme
   *[nominative] le { \"\\u0074\" }erme
}
empty =
    { \"\" }
call = {F(1,a:2) }{ { -t.a ->
 *[x] { msg.attr }
  } }
";

#[test]
fn every_span_is_exact() {
    for text in [FULL.to_owned(), FULL.replace('\n', "\r\n")] {
        let catalog = clean(&text);
        let end = catalog.line_end();
        let shown: Vec<&str> = catalog.entries.iter().map(|e| catalog.slice(e.span())).collect();
        assert_eq!(shown.len(), 7);
        assert_eq!(shown[2], format!("# A note{end}# en: One{end}"));
        assert_eq!(shown.concat().replace(end, ""), text.replace(end, ""));
        let messages: Vec<&Message> = catalog.messages().collect();
        let ids: Vec<&str> = messages.iter().map(|m| catalog.slice(m.id_span.clone())).collect();
        assert_eq!(ids, ["two", "-term", "empty", "call"]);
        let value = |n: usize| {
            catalog
                .slice(messages[n].value.as_ref().unwrap().span.clone())
                .replace("\r\n", "\n")
        };
        assert_eq!(value(0), "Deux { -term(case: \"genitive\", n: 2) } fin\n    suite");
        assert!(value(1).starts_with("{ $case ->\n") && value(1).ends_with("erme\n}"));
        assert_eq!(value(2), "{ \"\" }");
        assert_eq!(value(3), "{F(1,a:2) }{ { -t.a ->\n *[x] { msg.attr }\n  } }");
        assert_eq!(catalog.slice(messages[0].attributes[0].id_span.clone()), "title");
        assert_eq!(
            catalog.slice(messages[0].attributes[0].value.span.clone()),
            "Titre { $x }"
        );
        let comment: Vec<&str> = messages[0].comment.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(comment, ["en: Two", "a note"]);
    }
}

#[test]
fn references_know_where_they_stand() {
    let catalog = clean(FULL);
    let mut found = Vec::new();
    for message in catalog.messages() {
        for element in &message.value.as_ref().unwrap().elements {
            if let Element::Placeable(Expression::TermReference { span, .. } | Expression::Function { span, .. }) =
                element
            {
                found.push(catalog.slice(span.clone()));
            }
        }
    }
    assert_eq!(found, ["-term(case: \"genitive\", n: 2)", "F(1,a:2)"]);
}

#[test]
fn text_is_read_by_the_rules_of_fluent() {
    let catalog = clean("a =\n      one\n        two\n\n      three\nb = { \"\\U01F600\\\\\\\"\" }\n");
    let texts: Vec<String> = catalog
        .messages()
        .map(|m| literal_text(m.value.as_ref().unwrap()).unwrap())
        .collect();
    assert_eq!(texts, ["one\n  two\n\nthree", "\u{1F600}\\\""]);
}

/// A broken file, and what is said of it.
const TROUBLE: &[(&str, &str)] = &[
    (
        "a = x\n    [link](u) y\nb = z\n",
        "2:5 a line that goes on with a translation begins with `[`",
    ),
    (
        "a = x\n    **bold**\n",
        "2:5 a line that goes on with a translation begins with `*`",
    ),
    (
        "a = x\n\n    .\n",
        "3:5 a line that goes on with a translation begins with `.`",
    ),
    (
        "a = x\nsuite du texte\n",
        "2:1 this line is neither a message nor a comment",
    ),
    ("a = x\nتتمة\n", "2:1 this line is neither a message nor a comment"),
    ("a = { $n ->\n *}\nb = x\n", "2:2 no variant follows the `*`"),
    (
        "a = { $n ->\n    [one] x\n   *[other] y\n*\n}\n",
        "4:1 no variant follows the `*`",
    ),
    ("a =\nb = x\n", "1:3 `a` has no translation after `=`"),
    ("-a =\n", "1:4 `-a` has no translation after `=`"),
    ("a = x } y\n", "1:7 a brace is closed that was never opened"),
    ("a = x { y\nb = x\n", "1:7 a brace is opened here and never closed"),
    (
        "a = x { y z }\n",
        "1:11 the braces hold more than one thing, or are not closed",
    ),
    ("a = x {} y\n", "1:8 nothing that Fluent knows stands in these braces"),
    (
        "a = { “x” }\n",
        "1:7 a quoted text in braces has typographic quotation marks",
    ),
    ("#note\na = x\n", "1:2 a comment has no space after `#`"),
    ("a = x\n\n#note\nb = x\n", "3:2 a comment has no space after `#`"),
    ("b = x\n\na =\nc = x\n", "3:3 `a` has no translation after `=`"),
    ("\ta = x\n", "1:1 a line is indented with a tab"),
    ("a = x\n\tb\n", "2:1 a line is indented with a tab"),
    ("  a = x\n", "1:3 this indented line belongs to no message"),
    ("été = x\n", "1:1 this line is neither a message nor a comment"),
    ("aé = x\n", "1:2 the id holds a character that is not allowed"),
    ("a : x\n", "1:3 the id is not followed by `=`"),
    ("a = { $x ->\n  [one] y\n}\n", "3:1 a selection has no default"),
    ("\u{FEFF}a = x\n", "1:1 an invisible byte order mark stands here"),
    ("a = x\rb = y\r", "1:6 a line ends with a carriage return alone"),
    (
        "# one\r# two\n\na = x\n",
        "1:6 a line ends with a carriage return alone",
    ),
    ("### one\n\r", "2:1 a line ends with a carriage return alone"),
    (
        "a = { lower(1) }\n",
        "1:15 this message is not valid Fluent: callee is not allowed here",
    ),
];

#[test]
fn trouble_is_explained_where_it_is() {
    for (text, expected) in TROUBLE {
        assert_eq!(told(text), [*expected], "{text:?}");
        let crlf = text.replace('\n', "\r\n");
        assert_eq!(told(&crlf), [*expected], "{crlf:?}");
    }
}

#[test]
fn a_message_cut_short_is_not_taken_for_whole() {
    for text in [
        "a = x\n    [y]\nb = z\n",
        "a = x\nsuite\nb = z\n",
        "# en: q\na = x\n\n\n  *y\nb = z\n",
    ] {
        let (catalog, _) = read_text(text);
        let ids: Vec<&str> = catalog.messages().map(|m| m.id.as_str()).collect();
        assert_eq!(ids, ["b"], "{text}");
        let junk = catalog.entries.iter().find(|e| matches!(e, Entry::Junk(_))).unwrap();
        assert_eq!(junk.span().start, 0);
    }
    let (catalog, _) = read_text("a = x\n\nc : d\nb = z\n");
    assert_eq!(catalog.messages().count(), 2);
}

#[test]
fn two_entries_with_one_id_are_both_kept_and_told() {
    let text = "a = x\n-a = y\na = z\n";
    assert_eq!(told(text), ["3:1 `a` is defined twice in this file"]);
    let (catalog, diagnostics) = read_text(text);
    assert_eq!(catalog.messages().count(), 3);
    assert_eq!(diagnostics[0].related[0].place.line, 1);
}

#[test]
fn a_conflict_hides_what_it_holds_and_nothing_else() {
    let text = "x = 1\n<<<<<<< HEAD\na = 1\n=======\na = 2\n>>>>>>> b\ny = 2\n";
    assert_eq!(told(text), ["2:1 the file holds an unresolved merge conflict"]);
    let (catalog, _) = read_text(text);
    let ids: Vec<&str> = catalog.messages().map(|m| m.id.as_str()).collect();
    assert_eq!(ids, ["x", "y"]);
}

#[test]
fn what_the_parser_reads_past_a_conflict_is_not_dropped() {
    let text = "b = { -t(a: \"x\", c:\n>>>>>>> b\", d:\nC e\nf = g\n";
    let (catalog, told) = read_text(text);
    let shown: Vec<&str> = catalog
        .entries
        .iter()
        .map(|entry| catalog.slice(entry.span()))
        .collect();
    assert_eq!(
        shown,
        ["b = { -t(a: \"x\", c:\n", ">>>>>>> b\", d:\n", "C e\n", "f = g\n"]
    );
    assert_eq!(told.len(), 2);
}

#[test]
fn hostile_files_are_read_on_a_small_stack() {
    let deep = |unit: &str| format!("ok = 1\na = {}\nb = 2\n", unit.repeat(20_000));
    let texts = [
        deep("{"),
        deep("{ F("),
        deep("{ -t("),
        deep("{ $x ->\n *[a] "),
        "a={\"\\u\u{30C}".to_owned(),
        "{".repeat(5 << 20),
    ];
    for text in texts {
        let (catalog, diagnostics) = read_text(&text);
        assert!(!diagnostics.is_empty());
        assert!(catalog.entries.iter().any(|e| matches!(e, Entry::Junk(_))));
    }
}

proptest::proptest! {
    /// Whatever the file: no panic, entries in order without overlap, and every byte that is not white space in one of them.
    #[test]
    fn nothing_is_dropped(text in proptest::collection::vec(proptest::sample::select(vec![
        "a", "b = ", "\n", "\r\n", "\r", " ", "    ", "{", "}", "\"", "\\u", "12", "$x", "->", "*[o]", "[a]", "(", ")", ":", ",", "#", "# ", "## c",
        "-t", ".x = ", "é", "\t", "<<<<<<< x\n", "=======\n", ">>>>>>> y\n", "\u{FEFF}", "=", "{ $n ->\n *[x] y\n }",
    ]), 0..60)) {
        let text = text.concat();
        let (catalog, diagnostics) = read_text(&text);
        let mut at = 0;
        for entry in &catalog.entries {
            let span = entry.span();
            proptest::prop_assert!(span.start >= at && span.end <= text.len());
            proptest::prop_assert!(text[at..span.start].trim().is_empty(), "{:?} between entries", &text[at..span.start]);
            at = span.end;
        }
        proptest::prop_assert!(text[at..].trim().is_empty());
        let junk = catalog.entries.iter().any(|e| matches!(e, Entry::Junk(_)));
        proptest::prop_assert!(!junk || !diagnostics.is_empty());
    }
}

#[test]
fn what_is_wrong_is_told_from_top_to_bottom_whatever_it_is() {
    let long = "a".repeat(300);
    let text = format!("= b\n\nc = 1\nc = 2\n\n{long} = 3\n\n0 = d\n\nf = 4\n\n= e\n");
    let lines: Vec<String> = told(&text)
        .iter()
        .map(|line| line.split(':').next().unwrap().to_owned())
        .collect();
    assert_eq!(lines, ["1", "4", "6", "8", "12"]);
}

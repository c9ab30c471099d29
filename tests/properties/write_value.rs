//! Any text, written as a Fluent value, is read back as the same text.

use crate::properties::input::Input;
use pressroom::catalog::parse::parse;
use pressroom::catalog::resolve::resolve;
use pressroom::catalog::terms::Terms;
use pressroom::catalog::text::{MAX_PLACEABLES, encode, literal_text};
use pressroom::catalog::{Catalog, Element, Pattern};
use pressroom::diagnostic::Source;

/// Input: the text. It must be read back also from a file with other line ends, and from one that an editor stripped of white space at
/// the ends of lines; and it must resolve to itself.
pub(crate) fn holds(data: &[u8]) {
    let text = Input::new(data).text();
    let value = encode(&text);
    let file = format!("a = x\nb ={value}\nc = y\n\nd ={value}\n");
    for variant in [file.clone(), file.replace('\n', "\r\n"), stripped(&file)] {
        let (catalog, told) = parse(Source::new("a.ftl", variant.as_str()));
        assert_eq!(told, [], "{variant:?}");
        let read: Vec<(&str, Option<String>)> = catalog
            .messages()
            .map(|message| (message.id.as_str(), message.value.as_ref().and_then(literal_text)))
            .collect();
        let expected = [("a", "x"), ("b", &text), ("c", "y"), ("d", &text)];
        assert_eq!(
            read,
            expected.map(|(id, text)| (id, Some(text.to_owned()))),
            "{variant:?}"
        );
        let written = pattern(&catalog, "b");
        let placeables = |element: &&Element| matches!(element, Element::Placeable(_));
        assert!(
            written.elements.iter().filter(placeables).count() <= MAX_PLACEABLES,
            "{variant:?}"
        );
        let resolved = resolve(written, &Terms::default());
        assert_eq!(
            (resolved.text.as_str(), resolved.problems.len()),
            (text.as_str(), 0),
            "{variant:?}"
        );
    }
}

fn pattern<'c>(catalog: &'c Catalog, id: &str) -> &'c Pattern {
    let message = catalog.messages().find(|message| message.id.as_str() == id);
    message
        .and_then(|message| message.value.as_ref())
        .expect("it was written with a value")
}

/// The file as an editor leaves it that takes white space from the ends of lines, and blank lines from the end.
fn stripped(file: &str) -> String {
    let strippable = |c: char| c.is_whitespace() || c == '\u{FEFF}';
    let lines: Vec<&str> = file.split('\n').map(|line| line.trim_end_matches(strippable)).collect();
    lines.join("\n").trim_end().to_owned()
}

//! Texts whose edits are known: the alignment must tell them, and nothing else.

use crate::align::tests::{map, new, old};
use crate::align::{Hints, Origin, align};
use proptest::prelude::*;

/// Paragraph `number`: twelve words, of which no other paragraph has more than the little ones.
fn words(number: usize) -> Vec<String> {
    let rare = |at: usize| format!("rare{number}x{at}");
    let mut words = (0..9).map(rare).collect::<Vec<_>>();
    for (at, little) in [(1, "the"), (4, "of"), (7, "and")] {
        words.insert(at, little.to_owned());
    }
    words
}

/// What an editor does with one paragraph.
#[derive(Debug, Clone)]
enum Edit {
    Keep,
    Reword(usize),
    Shorten,
    Lengthen,
    Delete,
    InsertBefore,
    SplitEvenly,
    SplitOffTheBeginning,
    MakeItem,
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        3 => Just(Edit::Keep),
        2 => (0..12usize).prop_map(Edit::Reword),
        1 => Just(Edit::Shorten),
        1 => Just(Edit::Lengthen),
        1 => Just(Edit::Delete),
        1 => Just(Edit::InsertBefore),
        1 => Just(Edit::SplitEvenly),
        1 => Just(Edit::SplitOffTheBeginning),
        1 => Just(Edit::MakeItem),
    ]
}

/// The paragraphs after the edit of paragraph `number`, and what became of them, as `map` says it.
fn edited(number: usize, edit: &Edit) -> Vec<(String, String)> {
    let text = words(number);
    let changed = format!("{number}~");
    let part = format!("-/{number}");
    match edit {
        Edit::Keep => vec![(text.join(" "), number.to_string())],
        Edit::Reword(at) => {
            let mut text = text;
            text[*at] = format!("other{number}");
            vec![(text.join(" "), changed)]
        }
        Edit::Shorten => vec![(text[..8].join(" "), changed)],
        Edit::Lengthen => vec![(
            format!("{} more{number} came{number} then{number}", text.join(" ")),
            changed,
        )],
        Edit::Delete => Vec::new(),
        Edit::InsertBefore => vec![
            (words(number + 1_000).join(" "), "-".to_owned()),
            (text.join(" "), number.to_string()),
        ],
        Edit::SplitEvenly => vec![(text[..7].join(" "), changed), (text[7..].join(" "), part)],
        Edit::SplitOffTheBeginning => vec![(text[..4].join(" "), part), (text[4..].join(" "), changed)],
        Edit::MakeItem => vec![(format!("- {}", text.join(" ")), number.to_string())],
    }
}

fn document(paragraphs: impl IntoIterator<Item = String>) -> String {
    paragraphs.into_iter().map(|text| format!("a: {text}\n")).collect()
}

fn originals(count: usize) -> Vec<String> {
    (0..count).map(|number| words(number).join(" ")).collect()
}

/// The likeness of each new segment that was an old one.
fn likenesses(before: &str, after: &str) -> Vec<u8> {
    let alignment = align(&old(before), &new(after), &Hints::default());
    let likeness = |origin: &Origin| match origin {
        Origin::Kept { likeness, .. } => Some(*likeness),
        Origin::New { .. } => None,
    };
    alignment.origins.iter().filter_map(likeness).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn scattered_edits_are_told_as_they_were(edits in prop::collection::vec(edit(), 1..14)) {
        let before = document(originals(edits.len()));
        let told = edits.iter().enumerate().flat_map(|(number, edit)| edited(number, edit)).collect::<Vec<_>>();
        let after = document(told.iter().map(|(text, _)| text.clone()));
        let alignment = align(&old(&before), &new(&after), &Hints::default());
        let wanted = told.iter().map(|(_, origin)| origin.as_str()).collect::<Vec<_>>().join(" ");
        prop_assert_eq!(map(&alignment), wanted);
        let deleted = edits.iter().enumerate().filter(|(_, edit)| matches!(edit, Edit::Delete)).map(|(number, _)| number);
        prop_assert_eq!(alignment.gone.iter().map(|gone| gone.old).collect::<Vec<_>>(), deleted.collect::<Vec<_>>());
        prop_assert!(alignment.gone.iter().all(|gone| gone.merged_into.is_none()));
    }

    #[test]
    fn one_paragraph_that_moves_is_the_one_that_moved(count in 4..12usize, reworded in any::<bool>(), away in any::<bool>()) {
        let before = document(originals(count));
        let mut rest = originals(count);
        let mut moved = rest.remove(0);
        if reworded {
            moved = moved.replace("rare0x3", "another");
        }
        let release = if away { "b" } else { "a" };
        let after = format!("{}{release}: {moved}\n", document(rest));
        let sign = format!("{}{}", if reworded { "~" } else { "" }, if away { "^" } else { ">" });
        let wanted = (1..count).map(|number| number.to_string()).chain([format!("0{sign}")]).collect::<Vec<_>>().join(" ");
        prop_assert_eq!(map(&align(&old(&before), &new(&after), &Hints::default())), wanted);
    }

    #[test]
    fn joined_paragraphs_are_the_longer_one_and_hold_the_other(at in 0..6usize, longer_first in any::<bool>()) {
        let mut before = originals(7);
        let (longer, shorter) = if longer_first { (at, at + 1) } else { (at + 1, at) };
        before[shorter] = words(shorter)[..7].join(" ");
        let mut after = before.clone();
        let second = after.remove(at + 1);
        after[at] = format!("{} {second}", after[at]);
        let alignment = align(&old(&document(before)), &new(&document(after)), &Hints::default());
        let origin = |place: usize| match place.cmp(&at) {
            std::cmp::Ordering::Less => place.to_string(),
            std::cmp::Ordering::Equal => format!("{longer}~"),
            std::cmp::Ordering::Greater => (place + 1).to_string(),
        };
        prop_assert_eq!(map(&alignment), (0..6).map(origin).collect::<Vec<_>>().join(" "));
        let gone = alignment.gone.iter().map(|gone| (gone.old, gone.merged_into)).collect::<Vec<_>>();
        prop_assert_eq!(gone, [(shorter, Some(at))]);
    }
}

#[test]
fn the_more_of_a_text_stays_the_more_alike_it_is() {
    let before = document(originals(3));
    let reworded = |count: usize| {
        let mut text = words(1);
        text.iter_mut().rev().take(count).for_each(|word| word.insert(0, 'z'));
        let mut after = originals(3);
        after[1] = text.join(" ");
        likenesses(&before, &document(after))
    };
    assert_eq!(reworded(0), [100, 100, 100]);
    let middle = (1..=6).map(|count| reworded(count)[1]).collect::<Vec<_>>();
    assert!(middle.is_sorted_by(|more, less| more > less), "{middle:?}");
    // Of twelve words eleven are left: about that part of the text, whatever the words weigh.
    assert!((85..=97).contains(&middle[0]), "{middle:?}");
    assert!((40..=65).contains(&middle[5]), "{middle:?}");
}

/// Paragraphs that share no rare word, by their numbers, in release `slug`.
fn given(slug: &str, numbers: impl IntoIterator<Item = usize>) -> String {
    let text = |number: usize| format!("{slug}: {}\n", words(number).join(" "));
    numbers.into_iter().map(text).collect()
}

fn told(before: &str, after: &str) -> String {
    map(&align(&old(before), &new(after), &Hints::default()))
}

#[test]
fn of_equal_texts_that_of_the_same_release_moved() {
    let before = format!(
        "{}a: Contact us.\nb: Contact us.\n{}",
        given("a", [0]),
        given("b", [1, 2])
    );
    let after = format!("{}{}b: Contact us.\n", given("a", [0]), given("b", [1, 2]));
    assert_eq!(told(&before, &after), "0 3 4 2>");
}

#[test]
fn of_equal_texts_that_of_the_same_kind_moved() {
    let before = format!("a: # Background\n{}a: Background\n", given("a", [1, 2]));
    let after = format!("a: Background\n{}", given("a", [1, 2]));
    assert_eq!(told(&before, &after), "3> 1 2");
}

#[test]
fn of_equal_texts_that_with_the_same_neighbour_moved() {
    let block = |number: usize| format!("{}a: Yes, indeed.\n", given("a", [number]));
    let before = format!("{}{}{}", block(0), block(1), given("a", 2..6));
    let after = format!("{}{}{}", given("a", 2..6), block(0), block(1));
    assert_eq!(told(&before, &after), "4 5 6 7 0> 1> 2> 3>");
}

#[test]
fn of_equal_texts_that_under_the_same_heading_moved() {
    let part = |heading: &str, number: usize| {
        let (above, below) = (given("a", [number]), given("a", [number + 1]));
        format!("a: # {heading}\n{above}a: Yes, indeed.\n{below}")
    };
    let before = format!("{}{}{}", part("North", 10), part("South", 20), given("a", 0..4));
    let after = format!("{}{}{}", given("a", 0..4), part("North", 30), part("South", 40));
    assert_eq!(told(&before, &after), "8 9 10 11 0> - 2> - 4> - 6> -");
}

#[test]
fn of_equal_texts_the_nearest_in_its_release_moved() {
    // Another release stands before, so that places in the release are not places in the list.
    let (first, other) = (given("a", 50..56), given("a", (50..55).chain([57])));
    let same = "b: Yes, indeed.\n";
    let around = |one: usize, two: usize| format!("{}{same}{}", given("b", [one]), given("b", [two]));
    let (many, few) = (format!("{}{}", around(10, 11), around(12, 13)), around(20, 21));
    let kept = given("b", 0..4);
    let later = told(&format!("{first}{many}{kept}"), &format!("{other}{kept}{few}"));
    assert_eq!(later, "0 1 2 3 4 - 12 13 14 15 - 10> -");
    let earlier = told(&format!("{first}{kept}{many}"), &format!("{other}{few}{kept}"));
    assert_eq!(earlier, "0 1 2 3 4 - - 11> - 6 7 8 9");
}

#[test]
fn a_release_goes_on_as_the_one_that_has_most_of_its_text() {
    let renamed = |before: &str, after: &str| {
        let alignment = align(&old(before), &new(after), &Hints::default());
        let pairs = alignment
            .renamed
            .iter()
            .map(|renamed| format!("{} {}", renamed.from, renamed.to));
        (map(&alignment), pairs.collect::<Vec<_>>().join(", "))
    };
    let two = format!("{}{}", given("a", 0..3), given("c", 3..6));
    assert_eq!(
        renamed(&two, &given("b", [0, 4, 5])),
        ("0^ 4 5".to_owned(), "c b".to_owned())
    );
    // A quarter of its text is enough, a sixth is not.
    let quarter = renamed(&given("a", 0..4), &given("b", [0, 11, 12, 13]));
    assert_eq!(quarter, ("0 - - -".to_owned(), "a b".to_owned()));
    let sixth = renamed(&given("a", 0..6), &given("b", [0, 11, 12, 13, 14, 15]));
    assert_eq!(sixth, ("0^ - - - - -".to_owned(), String::new()));
    // One long paragraph is most of the text, though six short ones stand beside it.
    let short = |slug: &str, word: &str| (0..6).map(|at| format!("{slug}: {word}{at}\n")).collect::<String>();
    let before = format!("{}{}", given("a", [0]), short("a", "was"));
    let after = format!("{}{}", given("b", [0]), short("b", "is"));
    assert_eq!(renamed(&before, &after).1, "a b");
}

#[test]
fn a_row_is_followed_when_it_moves_and_is_edited() {
    let row = |name: &str, number: usize| format!("a: |{name}|{}\n", words(number).join(" "));
    let head = "a: ||Office|What it does\n";
    let before = [head, &row("Vienna", 1), &row("Geneva", 2), &row("Nairobi", 3)].concat();
    let edited = row("Geneva", 2).replace("rare2x5", "other");
    let after = [head, &row("Nairobi", 3), &edited, &row("Vienna", 1)].concat();
    let origins = told(&before, &after);
    let places = origins.split(' ').map(|origin| origin.trim_end_matches('>'));
    assert_eq!(places.collect::<Vec<_>>(), ["0", "1", "6", "7", "4", "5~", "2", "3"]);
}

#[test]
fn a_table_is_known_by_its_cells_wherever_it_stands() {
    let table = |rows: [&str; 3]| format!("a: ||Name|Place\na: |{}\na: |{}\na: |{}\n", rows[0], rows[1], rows[2]);
    let one = table(["Ann|Rome", "Bob|Oslo", "Cid|Lima"]);
    let other = table(["Dan|Cairo", "Eve|Delhi", "Fay|Quito"]);
    let before = format!("{one}{}{other}", given("a", [1]));
    let after = format!("{other}{}{one}", given("a", [1]));
    let origins = told(&before, &after);
    let places = origins.split(' ').map(|origin| origin.trim_end_matches('>').to_owned());
    let wanted = (9..17)
        .chain([8])
        .chain(0..8)
        .map(|old| old.to_string())
        .collect::<Vec<_>>();
    assert_eq!(places.collect::<Vec<_>>(), wanted);
}

#[test]
fn a_column_that_goes_takes_only_its_own_cells() {
    let wide = "a: ||Country|Capital|Share\na: |Austria|Vienna|12\na: |Belgium|Brussels|12\na: |Chad|N'Djamena|7";
    let narrow = "a: ||Country|Share\na: |Austria|12\na: |Belgium|13\na: |Chad|7";
    assert_eq!(told(wide, narrow), "0 2 3 5 6 8~ 9 11");
}

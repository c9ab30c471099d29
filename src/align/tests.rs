//! What must hold of every alignment.

use crate::align::{Alignment, Derivation, Hints, New, Old, Origin, Place, Wording, align};
use crate::names::{SegmentId, Slug};
use crate::release::{CellPlace, Kind};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// `slug: kind text` per line; `#` heading, `-` item, `!name` field, `|` cells of a row (`||` starts a table), else paragraph.
fn segments(text: &str) -> Vec<(Slug, Kind, String)> {
    let mut found = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (slug, rest) = line.split_once(": ").unwrap();
        let slug = Slug::new(slug).unwrap();
        if let Some(row) = rest.strip_prefix('|') {
            let (starts, row) = match row.strip_prefix('|') {
                Some(row) => (CellPlace::StartsTable, row),
                None => (CellPlace::StartsRow, row),
            };
            for (at, cell) in row.split('|').enumerate() {
                let place = if at == 0 { starts } else { CellPlace::Continues };
                found.push((slug.clone(), Kind::Cell(place), cell.trim().to_owned()));
            }
            continue;
        }
        let (kind, text) = match rest.split_once(' ') {
            Some(("#", text)) => (Kind::Heading(1), text),
            Some(("-", text)) => (Kind::Item, text),
            Some((field, text)) if field.starts_with('!') => (Kind::Field(field[1..].to_owned()), text),
            _ => (Kind::Paragraph, rest),
        };
        found.push((slug, kind, text.to_owned()));
    }
    found
}

pub(super) fn old(text: &str) -> Vec<Old> {
    let segments = segments(text).into_iter().enumerate();
    let old = segments.map(|(at, (release, kind, text))| Old {
        release,
        id: SegmentId::new(&format!("s{at}")).unwrap(),
        kind,
        text,
    });
    old.collect()
}

pub(super) fn new(text: &str) -> Vec<New> {
    let segments = segments(text).into_iter();
    segments
        .map(|(release, kind, text)| New { release, kind, text })
        .collect()
}

/// The old index of every new segment, `-` for a new one with what it derives from.
pub(super) fn map(alignment: &Alignment) -> String {
    let word = |origin: &Origin| match origin {
        Origin::Kept {
            old, wording, place, ..
        } => {
            let wording = if *wording == Wording::Reworded { "~" } else { "" };
            let place = match place {
                Place::Here => "",
                Place::Moved => ">",
                Place::OtherRelease => "^",
            };
            format!("{old}{wording}{place}")
        }
        Origin::New { derived: None } => "-".to_owned(),
        Origin::New { derived: Some(from) } => {
            let how = match from.how {
                Derivation::Copy => "=",
                Derivation::Split => "/",
                Derivation::Like => "~",
            };
            format!("-{how}{}", from.old)
        }
    };
    alignment.origins.iter().map(word).collect::<Vec<_>>().join(" ")
}

pub(super) fn aligned(before: &str, after: &str) -> String {
    map(&align(&old(before), &new(after), &Hints::default()))
}

const MEETING: &str = "
    a: # The dialogue takes place in Brussels
    a: The ninth dialogue on counter-terrorism took place at the residence of the delegation.
    a: Both sides discussed the situation in the Sahel and the return of foreign fighters.
    a: - Prevention of violent extremism in prisons and among the young
    a: - Protection of public spaces against simple means of attack
    a: The next dialogue will be held in New York in the spring of next year.
";

#[test]
fn what_did_not_change_is_kept() {
    assert_eq!(aligned(MEETING, MEETING), "0 1 2 3 4 5");
    assert_eq!(
        aligned(MEETING, &MEETING.replace("the Sahel", "the  Sahel")),
        "0 1 2 3 4 5"
    );
}

#[test]
fn a_reworded_segment_keeps_its_id() {
    let after = MEETING.replace("New York in the spring", "Geneva in the autumn");
    assert_eq!(aligned(MEETING, &after), "0 1 2 3 4 5~");
}

#[test]
fn an_inserted_segment_is_new_and_a_deleted_one_is_gone() {
    let after = MEETING.replace(
        "    a: - Prot",
        "    a: - Sanctions against the financing of armed groups\n    a: - Prot",
    );
    assert_eq!(aligned(MEETING, &after), "0 1 2 3 - 4 5");
    assert_eq!(aligned(&after, MEETING), "0 1 2 3 5 6");
    let alignment = align(&old(&after), &new(MEETING), &Hints::default());
    assert_eq!(alignment.gone.iter().map(|g| g.old).collect::<Vec<_>>(), [4]);
}

#[test]
fn a_segment_moves_within_its_release_and_to_another() {
    let lines = MEETING.lines().collect::<Vec<_>>();
    let mut moved = lines.clone();
    moved.swap(2, 6);
    assert_eq!(aligned(MEETING, &moved.join("\n")), "0 5> 2 3 4 1>");
    let away = MEETING.replace("a: The next", "b: The next");
    assert_eq!(aligned(MEETING, &away), "0 1 2 3 4 5^");
}

#[test]
fn a_copy_is_new_and_says_what_it_copies() {
    let twice = format!("{MEETING}    b: The next dialogue will be held in New York in the spring of next year.");
    assert_eq!(aligned(MEETING, &twice), "0 1 2 3 4 5 -=5");
}

#[test]
fn the_larger_piece_of_a_split_segment_keeps_the_id() {
    let before = "a: # Talks\na: The ministers met on Monday to discuss the budget of the coming year, its risks and its chances. \
        They will report to the parliament in the autumn.";
    let after = "a: # Talks\na: The ministers met on Monday to discuss the budget of the coming year, its risks and its chances.\n\
        a: They will report to the parliament in the autumn.";
    assert_eq!(aligned(before, after), "0 1~ -/1");
    let alignment = align(&old(after), &new(before), &Hints::default());
    assert_eq!(map(&alignment), "0 1~");
    assert_eq!(alignment.gone[0].merged_into, Some(1));
}

#[test]
fn what_follows_a_pattern_is_not_the_same_for_that() {
    let before = "a: # Participants\na: - Ms. Leila Fontaine, Head of Unit, the Office on Drugs and Crime\n\
        a: - Mr. Omar Weber, Senior Adviser, the Office for Legal Affairs\na: - Dr. Isla Rahman, Commissioner, the Children's Fund\na: # Next";
    let after = "a: # Participants\na: - Ms. Leila Fontaine, Head of Unit, the Office on Drugs and Crime\n\
        a: - Ms. Ana Petrova, Permanent Representative, the Office on Drugs and Crime\na: - Dr. Isla Rahman, Commissioner, the Children's Fund\na: # Next";
    let origin = aligned(before, after);
    assert!(origin.starts_with("0 1 -") && origin.ends_with("3 4"), "{origin}");
}

/// A session with something between its first and its last sentence.
fn session(between: &str) -> String {
    let opened = "a: # Budget\na: The session opened on Monday in Geneva with a minute of silence.\n";
    format!("{opened}{between}a: The chair thanked the interpreters and closed the meeting.\n")
}

const POSTPONED: &str =
    "a: The Committee decided to postpone the discussion of the programme budget until its session in March.\n";

#[test]
fn in_the_place_of_a_segment_less_likeness_is_enough_than_elsewhere() {
    for text in [
        "a: Members put off the discussion of the programme budget.\n",
        "a: The programme budget was not discussed; it is an item of the March session.\n",
        "a: A decision on the programme budget is expected in March at the earliest.\n",
    ] {
        assert_eq!(aligned(&session(POSTPONED), &session(text)), "0 1 2~ 3", "{text}");
        assert_eq!(
            aligned(&session(POSTPONED), &format!("{text}{}", session(""))),
            "- 0 1 3",
            "{text}"
        );
    }
    let other = "a: The rivers of the north are frozen over from November on.\n";
    assert_eq!(aligned(&session(POSTPONED), &session(other)), "0 1 - 3");
}

#[test]
fn in_a_gap_each_segment_finds_its_own() {
    let asked = "a: Speakers from the floor asked when the translation would be ready.\n";
    let wait = "a: Discussion of the budget will wait until March, the Committee decided.\n";
    let when = "a: When will the translation be there, speakers wanted to know.\n";
    let before = session(&format!("{POSTPONED}{asked}"));
    assert_eq!(aligned(&before, &session(&format!("{wait}{when}"))), "0 1 2~ 3~ 4");
    assert_eq!(aligned(&before, &session(&format!("{when}{wait}"))), "0 1 3~ 2~> 4");
    assert_eq!(aligned(&before, &session(when)), "0 1 3~ 4");
    // At the ends of a release only one neighbour says where they stand.
    let (open, close) = (
        "a: # Budget\na: The session opened in Geneva.\n",
        "a: The meeting was closed.\n",
    );
    assert_eq!(
        aligned(&format!("{open}{POSTPONED}"), &format!("{open}{wait}")),
        "0 1 2~"
    );
    assert_eq!(
        aligned(&format!("{POSTPONED}{close}"), &format!("{wait}{close}")),
        "0~ 1"
    );
}

/// A word that no other numbers make.
fn word(one: usize, other: usize) -> String {
    let letter = |n: usize| char::from(b"bcdfghklmnprstvz"[n % 16]);
    let number = one * 16 + other;
    let vowels = ["a", "e", "i", "o", "u"];
    let digits = [number, number / 16, number / 256, number / 4096];
    digits
        .iter()
        .map(|n| format!("{}{}", letter(*n), vowels[n % 16 % 5]))
        .collect()
}

#[test]
fn in_a_gap_too_large_for_every_comparison_each_segment_finds_its_own() {
    let all = |line: &dyn Fn([String; 3]) -> String| {
        let lines = (0..70).map(|n| line([1, 2, 3].map(|k| word(n, k))));
        format!(
            "a: # All\n{}a: The list was closed at noon on the last day.\n",
            lines.collect::<String>()
        )
    };
    let before =
        all(&|[a, b, c]| format!("a: The delegation of {a} stressed the {b} of {c} and asked for a report.\n"));
    let after = all(&|[a, b, c]| format!("a: A report on the {b} of {c} was wanted by {a}, which stressed it.\n"));
    let expected = (1..=70).map(|n| format!("{n}~")).collect::<Vec<_>>().join(" ");
    assert_eq!(aligned(&before, &after), format!("0 {expected} 71"));
}

#[test]
fn what_was_reworded_and_moved_is_found_wherever_it_went() {
    let away = "b: # Other\nb: A text about the weather in the mountains.\n\
        b: Discussion of the programme budget will wait until March, the Committee decided.\n";
    let after = format!("{}{away}", session(""));
    assert_eq!(aligned(&session(POSTPONED), &after), "0 1 3 - - 2~^");
}

#[test]
fn what_is_left_of_a_segment_is_found_in_its_place() {
    let before =
        "a: # Team\na: Must be trained in the design of services. Duties include:\na: - Planning of the work\n";
    let after = "a: # Team\na: Duties include:\na: - Planning of the work\n";
    assert_eq!(aligned(before, after), "0 1~ 2");
    assert_eq!(aligned(after, before), "0 1~ 2");
}

#[test]
fn of_merged_segments_the_larger_gives_its_id() {
    let before = "a: # Minutes\na: The board met in Rome.\n\
        a: It heard the report of the treasurer on the accounts of the past year and approved it.\na: # End";
    let after = "a: # Minutes\na: The board met in Rome. It heard the report of the treasurer on the accounts of the past year and \
        approved it.\na: # End";
    assert_eq!(aligned(before, after), "0 2~ 3");
}

#[test]
fn of_equal_neighbours_the_first_keeps_the_id() {
    let before = "a: # Notes\na: For background only.\na: # End";
    let after = "a: # Notes\na: For background only.\na: For background only.\na: # End";
    assert_eq!(aligned(before, after), "0 1 -=1 2");
}

#[test]
fn a_renamed_release_is_followed() {
    let alignment = align(&old(MEETING), &new(&MEETING.replace("a: ", "b: ")), &Hints::default());
    assert_eq!(map(&alignment), "0 1 2 3 4 5");
    assert_eq!(
        (alignment.renamed[0].from.as_str(), alignment.renamed[0].to.as_str()),
        ("a", "b")
    );
}

#[test]
fn fields_keep_their_ids_whatever_they_say() {
    let before = "a: !title The dialogue\na: !contact-name Ann Lee\na: !contact-name Bo Ek\na: Some text.";
    let after = "a: !contact-name Ann Lee\na: !contact-name Ole Berg\na: !title Something else entirely\na: Some text.";
    assert_eq!(aligned(before, after), "1 2~ 0~> 3");
}

#[test]
fn rows_and_columns_of_tables_are_followed() {
    let before = "a: ||Country|Share\na: |Austria|12\na: |Belgium|12\na: |Chad|7";
    let sorted = "a: ||Country|Share\na: |Chad|7\na: |Austria|12\na: |Belgium|13";
    assert_eq!(aligned(before, sorted), "0 1 6> 7> 2 3 4 5~");
    let wider = "a: ||Country|Capital|Share\na: |Austria|Vienna|12\na: |Belgium|Brussels|12\na: |Chad|N'Djamena|7";
    assert_eq!(aligned(before, wider), "0 - 1 2 - 3 4 - 5 6 - 7");
    let longer = "a: ||Country|Share\na: |Austria|12\na: |Bulgaria|12\na: |Belgium|12\na: |Chad|7";
    assert_eq!(aligned(before, longer), "0 1 2 3 - -=3 4 5 6 7");
}

#[test]
fn an_editor_can_force_and_forbid() {
    let (before, after) = (
        old("a: One thing.\na: Two things here."),
        new("a: Quite another matter.\na: Two things here."),
    );
    let hints = |paired: &[(usize, usize)], unpaired: &[(usize, usize)]| Hints {
        paired: paired.to_vec(),
        unpaired: unpaired.to_vec(),
    };
    assert_eq!(map(&align(&before, &after, &hints(&[], &[]))), "- 1");
    assert_eq!(map(&align(&before, &after, &hints(&[(0, 0)], &[]))), "0~ 1");
    assert_eq!(map(&align(&before, &after, &hints(&[], &[(1, 1)]))), "- -=1");
    assert_eq!(map(&align(&before, &after, &hints(&[(1, 0)], &[]))), "1~ -=1");
}

/// Paragraphs of a small vocabulary, so that likeness and repetition are common.
fn paragraphs() -> impl Strategy<Value = Vec<String>> {
    let word = prop::sample::select(vec![
        "talks", "budget", "vote", "treaty", "border", "the", "of", "and", "new", "Paris", "report", "trade", "army",
    ]);
    let paragraph = prop::collection::vec(word, 1..12).prop_map(|words| words.join(" "));
    prop::collection::vec(paragraph, 0..12)
}

fn document(paragraphs: &[String]) -> String {
    paragraphs.iter().map(|p| format!("a: {p}\n")).collect()
}

proptest! {
    #[test]
    fn equal_input_keeps_everything_in_place(before in paragraphs()) {
        let text = document(&before);
        let alignment = align(&old(&text), &new(&text), &Hints::default());
        prop_assert_eq!(map(&alignment), (0..before.len()).map(|at| at.to_string()).collect::<Vec<_>>().join(" "));
        prop_assert!(alignment.gone.is_empty());
    }

    #[test]
    fn a_permutation_keeps_every_id(before in paragraphs(), seed in any::<u64>()) {
        let mut after = before.clone();
        let mut state = seed;
        for at in (1..after.len()).rev() {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            after.swap(at, (state >> 33) as usize % (at + 1));
        }
        let alignment = align(&old(&document(&before)), &new(&document(&after)), &Hints::default());
        for (place, origin) in alignment.origins.iter().enumerate() {
            let Origin::Kept { old, .. } = origin else { panic!("{origin:?}") };
            prop_assert_eq!(&before[*old], &after[place]);
        }
    }

    #[test]
    fn segments_shuffled_among_releases_with_a_word_of_each_changed_keep_their_ids(
        order in Just((0..24).collect::<Vec<usize>>()).prop_shuffle(),
        changed in 0..10usize,
        releases in 1..4usize,
    ) {
        let text = |n: usize, changed: usize| {
            let words = (0..10).map(|k| if k == changed { "instead".to_owned() } else { word(n, k) });
            words.collect::<Vec<_>>().join(" ")
        };
        let document = |order: &[usize], changed: usize| {
            let line = |(at, n): (usize, &usize)| format!("r{}: {}.\n", at * releases / 24, text(*n, changed));
            order.iter().enumerate().map(line).collect::<String>()
        };
        let before = document(&(0..24).collect::<Vec<_>>(), 10);
        let after = align(&old(&before), &new(&document(&order, changed)), &Hints::default());
        let kept = after.origins.iter().map(|origin| match origin {
            Origin::Kept { old, .. } => Some(*old),
            Origin::New { .. } => None,
        });
        prop_assert_eq!(kept.collect::<Vec<_>>(), order.iter().copied().map(Some).collect::<Vec<_>>());
    }

    #[test]
    fn every_old_segment_goes_to_one_place(before in paragraphs(), after in paragraphs()) {
        let alignment = align(&old(&document(&before)), &new(&document(&after)), &Hints::default());
        let mut seen = BTreeSet::new();
        for origin in &alignment.origins {
            if let Origin::Kept { old, .. } = origin {
                prop_assert!(seen.insert(*old));
            }
        }
        for gone in &alignment.gone {
            prop_assert!(seen.insert(gone.old));
        }
        prop_assert_eq!(seen.len(), before.len());
        let again = align(&old(&document(&before)), &new(&document(&after)), &Hints::default());
        prop_assert_eq!(alignment, again);
    }
}

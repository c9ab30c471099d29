//! The work grows with the text, not with its square.

use crate::align::files::Plan;
use crate::align::{Hints, New, Old, matched};
use crate::names::{SegmentId, Slug};
use crate::release::{CellPlace, Kind};

/// A repeatable stream of numbers (Knuth's MMIX constants).
struct Stream(u64);

impl Stream {
    fn next(&mut self, below: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6364136223846793005)
            .wrapping_add(1442695040888963407);
        (self.0 >> 33) as usize % below
    }

    /// A sentence from a vocabulary in which most words are rare and some stand everywhere.
    fn sentence(&mut self, words: usize) -> String {
        let word = |stream: &mut Stream| match stream.next(3) {
            0 => ["the", "of", "to", "and", "in"][stream.next(5)].to_owned(),
            1 => format!("common{}", stream.next(50)),
            _ => format!("rare{}", stream.next(40_000)),
        };
        (0..words).map(|_| word(self)).collect::<Vec<_>>().join(" ")
    }
}

/// How many words were compared to align the two lists, per word of them.
fn effort(before: &[(Kind, String)], after: &[(Kind, String)]) -> f64 {
    let release = Slug::new("a").unwrap();
    let id = SegmentId::new("s").unwrap();
    let old = before.iter().map(|(kind, text)| Old {
        release: release.clone(),
        id: id.clone(),
        kind: kind.clone(),
        text: text.clone(),
    });
    let old = old.collect::<Vec<_>>();
    let new = after.iter().map(|(kind, text)| New {
        release: release.clone(),
        kind: kind.clone(),
        text: text.clone(),
    });
    let new = new.collect::<Vec<_>>();
    let hints = Hints::default();
    let work = matched(&old, &new, &hints, &Plan::of(&old, &new, &hints));
    let words: usize = before
        .iter()
        .chain(after)
        .map(|(_, text)| text.split(' ').count())
        .sum();
    work.similarity.compared() as f64 / words as f64
}

/// Old and new segments.
type Sides = (Vec<(Kind, String)>, Vec<(Kind, String)>);

/// Twice and four times the text may not cost more per word than a little above what the text itself costs.
fn grows_with_the_text(pair: fn(usize) -> Sides) {
    let efforts = [150, 300, 600, 1_200].map(|size| {
        let (before, after) = pair(size);
        effort(&before, &after)
    });
    let worst = efforts.iter().copied().fold(0.0, f64::max);
    assert!(worst <= 1_500.0, "{efforts:?}");
    assert!(efforts[3] <= efforts[1] * 1.25 + 20.0, "{efforts:?}");
}

fn paragraphs(size: usize, stream: &mut Stream) -> Vec<(Kind, String)> {
    (0..size).map(|_| (Kind::Paragraph, stream.sentence(12))).collect()
}

#[test]
fn scattered_edits() {
    grows_with_the_text(|size| {
        let mut stream = Stream(1);
        let before = paragraphs(size, &mut stream);
        let mut after = before.clone();
        for (_, text) in after.iter_mut().step_by(5) {
            text.push_str(" indeed");
        }
        (before, after)
    });
}

#[test]
fn everything_reworded() {
    grows_with_the_text(|size| {
        let mut stream = Stream(2);
        let before = paragraphs(size, &mut stream);
        let after = before
            .iter()
            .map(|(kind, text)| (kind.clone(), format!("Now {text}")))
            .collect();
        (before, after)
    });
}

#[test]
fn everything_replaced() {
    grows_with_the_text(|size| {
        let mut stream = Stream(3);
        (paragraphs(size, &mut stream), paragraphs(size, &mut stream))
    });
}

#[test]
fn everything_moved_and_reworded() {
    grows_with_the_text(|size| {
        let mut stream = Stream(4);
        let before = paragraphs(size, &mut stream);
        let mut after = before
            .iter()
            .map(|(kind, text)| (kind.clone(), format!("{text} now")))
            .collect::<Vec<_>>();
        for at in (1..after.len()).rev() {
            let other = stream.next(at + 1);
            after.swap(at, other);
        }
        (before, after)
    });
}

#[test]
fn a_pattern_repeated() {
    grows_with_the_text(|size| {
        let item = |at: usize| {
            (
                Kind::Item,
                format!("Item {at} of the agenda of the meeting on the budget"),
            )
        };
        let before = (0..size).map(item).collect();
        (before, (size..2 * size).map(item).collect())
    });
}

#[test]
fn one_text_repeated() {
    grows_with_the_text(|size| {
        let before = vec![(Kind::Paragraph, "The same every time".to_owned()); size];
        (
            before,
            vec![(Kind::Paragraph, "The same every time".to_owned()); size + 7],
        )
    });
}

#[test]
fn a_long_table_edited() {
    grows_with_the_text(|size| {
        let mut stream = Stream(5);
        let row = |at: usize, stream: &mut Stream| {
            let start = if at == 0 {
                CellPlace::StartsTable
            } else {
                CellPlace::StartsRow
            };
            [
                (Kind::Cell(start), stream.sentence(2)),
                (Kind::Cell(CellPlace::Continues), "yes".to_owned()),
                (Kind::Cell(CellPlace::Continues), stream.sentence(4)),
            ]
        };
        let before = (0..size / 3).flat_map(|at| row(at, &mut stream)).collect::<Vec<_>>();
        let mut after = before.clone();
        after
            .iter_mut()
            .skip(2)
            .step_by(3)
            .for_each(|(_, text)| text.push_str(" more"));
        (before, after)
    });
}

#[test]
fn a_long_stretch_without_anchors_is_still_followed() {
    let mut stream = Stream(6);
    let release = Slug::new("a").unwrap();
    let texts = (0..300).map(|_| stream.sentence(12)).collect::<Vec<_>>();
    let old = texts.iter().map(|text| Old {
        release: release.clone(),
        id: SegmentId::new("s").unwrap(),
        kind: Kind::Paragraph,
        text: text.clone(),
    });
    let new = texts
        .iter()
        .enumerate()
        .filter(|(at, _)| at % 7 != 0)
        .map(|(_, text)| New {
            release: release.clone(),
            kind: Kind::Paragraph,
            text: format!("Now {text}"),
        });
    let alignment = crate::align::align(&old.collect::<Vec<_>>(), &new.collect::<Vec<_>>(), &Hints::default());
    let kept = alignment.origins.iter().map(|origin| match origin {
        crate::align::Origin::Kept { old, .. } => Some(*old),
        crate::align::Origin::New { .. } => None,
    });
    assert_eq!(
        kept.collect::<Vec<_>>(),
        (0..300).filter(|at| at % 7 != 0).map(Some).collect::<Vec<_>>()
    );
    assert_eq!(alignment.gone.len(), 43);
}

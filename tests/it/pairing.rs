//! Invented edits of newsrooms whose outcome is known, by the thousand: how often the alignment follows every kind of edit.
//!
//! The texts are English sentences of the corpus, so that they share words as those of a press office do. The edits are drawn by a seed. What
//! became of each segment is known from the edit, not from the alignment. The figures that are held here are exact: a change of the alignment that
//! moves one of them is to be looked at, and if it is better, the new figure is written down.

use crate::chance::Chance;
use pressroom::align::{Alignment, Derivation, Hints, New, Old, Origin, align};
use pressroom::names::{SegmentId, Slug};
use pressroom::release::{CellPlace, Kind};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A segment, the old segment that it is, and by which edit.
#[derive(Clone)]
struct Segment {
    kind: Kind,
    text: String,
    origin: Option<usize>,
    edit: &'static str,
}

/// Releases by name.
type Newsroom = Vec<(String, Vec<Segment>)>;

/// English sentences of the corpus, each once, and their words.
struct Stock {
    sentences: Vec<String>,
    words: Vec<String>,
}

impl Stock {
    fn read() -> Stock {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
        let mut sentences = BTreeSet::new();
        for tag in ["ar", "es", "fr", "ru", "zh"] {
            let text = std::fs::read_to_string(folder.join(format!("{tag}.tsv"))).unwrap();
            let rows = text.lines().filter(|line| !line.starts_with('#'));
            // Of each file the beginning: new pairs come to stand behind it.
            let english = rows.take(200).filter_map(|line| line.split('\t').nth(1));
            sentences.extend(english.filter(|text| text.len() > 30).map(str::to_owned));
        }
        let sentences: Vec<String> = sentences.into_iter().collect();
        let words: BTreeSet<&str> = sentences.iter().flat_map(|text| text.split(' ')).collect();
        let words = words.into_iter().map(str::to_owned).collect();
        Stock { sentences, words }
    }

    fn sentence(&self, chance: &mut Chance) -> String {
        self.sentences[chance.below(self.sentences.len())].clone()
    }

    fn word(&self, chance: &mut Chance) -> String {
        self.words[chance.below(self.words.len())].clone()
    }

    /// One of many that say the same of other things, as in a list of projects.
    fn pattern(&self, chance: &mut Chance) -> String {
        let place = chance.of(&["Chad", "Kenya", "Mali", "Niger", "Tunisia", "Yemen"]);
        let what = chance.of(&[
            "training of border police",
            "support to courts",
            "protection of public places",
        ]);
        format!(
            "{what} in {place}, {} projects, {} million dollars",
            2 + chance.below(8),
            1 + chance.below(30)
        )
    }

    fn text(&self, kind: &Kind, chance: &mut Chance) -> String {
        match kind {
            Kind::Cell(_) if chance.percent(30) => self.pattern(chance),
            Kind::Heading(_) | Kind::Cell(_) => {
                let sentence = self.sentence(chance);
                let most = if matches!(kind, Kind::Heading(_)) { 7 } else { 3 };
                let words: Vec<&str> = sentence.split(' ').take(1 + chance.below(most)).collect();
                words.join(" ")
            }
            Kind::Paragraph if chance.percent(10) => chance
                .of(&[
                    "Notes to editors follow.",
                    "For more information, write to the press office.",
                    "The text is available in six languages.",
                ])
                .to_owned(),
            Kind::Item if chance.percent(40) => self.pattern(chance),
            Kind::Item => self.sentence(chance),
            _ => {
                let sentences: Vec<String> = (0..1 + chance.below(3)).map(|_| self.sentence(chance)).collect();
                sentences.join(" ")
            }
        }
    }

    /// The text with so many of its words replaced by others, in their places.
    fn reworded(&self, text: &str, count: usize, chance: &mut Chance) -> String {
        let mut words: Vec<String> = text.split(' ').map(str::to_owned).collect();
        for _ in 0..count.max(1) {
            let at = chance.below(words.len());
            words[at] = self.word(chance);
        }
        words.join(" ")
    }

    /// A release of twelve to thirty segments, tables among them; `count` is the number of segments before it.
    fn release(&self, count: usize, chance: &mut Chance) -> Vec<Segment> {
        let mut kinds = vec![Kind::Field("title".to_owned())];
        for _ in 0..12 + chance.below(12) {
            match chance.below(12) {
                0 | 1 => kinds.push(Kind::Heading(2)),
                2..=4 => kinds.push(Kind::Item),
                5 if chance.percent(40) => {
                    let columns = 2 + chance.below(3);
                    for cell in 0..columns * (2 + chance.below(4)) {
                        kinds.push(Kind::Cell(match (cell, cell % columns) {
                            (0, _) => CellPlace::StartsTable,
                            (_, 0) => CellPlace::StartsRow,
                            _ => CellPlace::Continues,
                        }));
                    }
                }
                _ => kinds.push(Kind::Paragraph),
            }
        }
        let segment = |(at, kind): (usize, Kind)| Segment {
            text: self.text(&kind, chance),
            kind,
            origin: Some(count + at),
            edit: "kept",
        };
        kinds.into_iter().enumerate().map(segment).collect()
    }
}

/// Whether this is a cell of a table that has begun before it.
fn continues_a_table(segment: &Segment) -> bool {
    matches!(segment.kind, Kind::Cell(CellPlace::StartsRow | CellPlace::Continues))
}

/// One newsroom before and after the edits.
struct Drill<'s> {
    stock: &'s Stock,
    chance: Chance,
    old: Vec<Old>,
    releases: Newsroom,
    /// The old segments that went into another.
    merged: Vec<usize>,
    /// The old segments that no longer are.
    deleted: Vec<usize>,
}

impl<'s> Drill<'s> {
    fn new(stock: &'s Stock, seed: u64) -> Drill<'s> {
        let mut chance = Chance::from_seed(seed);
        let (mut releases, mut old) = (Newsroom::new(), Vec::new());
        for name in ["first", "second", "third"] {
            let segments = stock.release(old.len(), &mut chance);
            for segment in &segments {
                old.push(Old {
                    release: Slug::new(name).unwrap(),
                    id: SegmentId::new(&format!("s{}", old.len())).unwrap(),
                    kind: segment.kind.clone(),
                    text: segment.text.clone(),
                });
            }
            releases.push((name.to_owned(), segments));
        }
        let (merged, deleted) = (Vec::new(), Vec::new());
        Drill {
            stock,
            chance,
            old,
            releases,
            merged,
            deleted,
        }
    }

    fn edit(&mut self) {
        for at in 0..self.releases.len() {
            // One release in three stays as it is; in the others every fourth segment is edited, or nearly all.
            if self.chance.percent(33) {
                continue;
            }
            let share = *[10, 25, 25, 70].get(self.chance.below(4)).unwrap();
            self.tables(at, share);
            let segments = std::mem::take(&mut self.releases[at].1);
            let mut out = Vec::new();
            let mut moved = Vec::new();
            let mut rest = segments.into_iter().peekable();
            while let Some(segment) = rest.next() {
                let is_text = matches!(segment.kind, Kind::Paragraph | Kind::Item | Kind::Heading(_));
                if !is_text || !self.chance.percent(share) {
                    out.push(segment);
                    continue;
                }
                let next = rest.next_if(|next| next.kind == segment.kind && self.chance.percent(20));
                if let Some(next) = next {
                    out.push(self.merge(&segment, &next));
                } else {
                    self.one(segment, &mut out, &mut moved);
                }
            }
            self.releases[at].1 = out;
            for mut segment in moved {
                let mut to = at;
                if self.chance.percent(25) {
                    to = self.chance.below(self.releases.len());
                    segment.edit = "moved away";
                }
                let out = &mut self.releases[to].1;
                // A table is not parted.
                let places: Vec<usize> = (1..=out.len())
                    .filter(|at| !out.get(*at).is_some_and(continues_a_table))
                    .collect();
                out.insert(places[self.chance.below(places.len())], segment);
            }
        }
        if self.chance.percent(40) {
            self.move_section();
        }
        if self.chance.percent(15) {
            let (name, segments) = &mut self.releases[2];
            *name = "fourth".to_owned();
            for segment in segments.iter_mut().filter(|segment| segment.edit == "kept") {
                segment.edit = "renamed";
            }
        }
    }

    /// Some segments in a row go elsewhere, in their release or another; no table is parted.
    fn move_section(&mut self) {
        let is_cell = |segment: &Segment| matches!(segment.kind, Kind::Cell(_));
        let (from, to) = (self.chance.below(3), self.chance.below(3));
        let segments = &mut self.releases[from].1;
        let start = 1 + self.chance.below(segments.len() - 1);
        let end = segments.len().min(start + 2 + self.chance.below(4));
        if segments[start..end].iter().any(is_cell) {
            return;
        }
        let mut section: Vec<Segment> = segments.drain(start..end).collect();
        for segment in section.iter_mut().filter(|segment| segment.edit == "kept") {
            segment.edit = "in a section that moved";
        }
        let segments = &mut self.releases[to].1;
        let place = 1 + self.chance.below(segments.len());
        if segments.get(place).is_none_or(|next| !is_cell(next)) {
            segments.splice(place..place, section);
        } else {
            segments.extend(section);
        }
    }

    /// One edit of one segment.
    fn one(&mut self, segment: Segment, out: &mut Vec<Segment>, moved: &mut Vec<Segment>) {
        let words = segment.text.split(' ').count();
        let with = |text: String, edit: &'static str| Segment {
            text,
            edit,
            ..segment.clone()
        };
        match self.chance.below(14) {
            0 | 1 => out.push(with(
                self.stock.reworded(&segment.text, words / 8, &mut self.chance),
                "reworded",
            )),
            2 => out.push(with(
                self.stock.reworded(&segment.text, words * 3 / 4, &mut self.chance),
                "rewritten",
            )),
            3 => {
                let left: Vec<&str> = segment.text.split(' ').take(words * 2 / 3).collect();
                out.push(with(left.join(" "), "shortened"));
            }
            4 => out.push(with(
                format!("{} {}", segment.text, self.stock.sentence(&mut self.chance)),
                "lengthened",
            )),
            5 => moved.push(with(segment.text.clone(), "moved")),
            6 => moved.push(with(
                self.stock.reworded(&segment.text, words / 6, &mut self.chance),
                "moved and reworded",
            )),
            7 => self.split(&segment, out),
            8 => {
                let text = self.stock.text(&segment.kind, &mut self.chance);
                out.push(Segment {
                    origin: None,
                    ..with(text, "inserted")
                });
                out.push(segment);
            }
            9 => {
                moved.push(Segment {
                    origin: None,
                    ..with(segment.text.clone(), "copied")
                });
                out.push(segment);
            }
            10 => {
                // Another segment that says nearly the same of something else.
                let text = self.stock.reworded(&segment.text, words / 4, &mut self.chance);
                let new = Segment {
                    origin: None,
                    ..with(text, "varied")
                };
                if self.chance.percent(50) {
                    out.extend([new, segment]);
                } else {
                    out.extend([segment, new]);
                }
            }
            11 | 12 => self.deleted.extend(segment.origin),
            _ => {
                let kind = if segment.kind == Kind::Item {
                    Kind::Paragraph
                } else {
                    Kind::Item
                };
                out.push(Segment {
                    kind,
                    ..with(segment.text.clone(), "kind changed")
                });
            }
        }
    }

    /// Of the two parts of a text, a third and the rest, the longer is the segment.
    fn split(&mut self, segment: &Segment, out: &mut Vec<Segment>) {
        let words: Vec<&str> = segment.text.split(' ').collect();
        let third = (words.len() / 3).max(1);
        let first_is_longer = self.chance.percent(50);
        let at = if first_is_longer { words.len() - third } else { third };
        for (text, is_it) in [(&words[..at], first_is_longer), (&words[at..], !first_is_longer)] {
            let origin = segment.origin.filter(|_| is_it);
            out.push(Segment {
                kind: segment.kind.clone(),
                text: text.join(" "),
                origin,
                edit: "split",
            });
        }
    }

    /// Of two texts that become one the longer is the segment.
    fn merge(&mut self, one: &Segment, two: &Segment) -> Segment {
        let (longer, shorter) = if one.text.len() >= two.text.len() {
            (one, two)
        } else {
            (two, one)
        };
        self.merged.extend(shorter.origin);
        let text = format!("{} {}", one.text, two.text);
        Segment {
            text,
            edit: "merged",
            ..longer.clone()
        }
    }

    /// Rows that come, go or change places, and cells that change.
    fn tables(&mut self, at: usize, share: usize) {
        let segments = std::mem::take(&mut self.releases[at].1);
        let mut out: Vec<Segment> = Vec::new();
        let mut rest = segments.into_iter().peekable();
        while let Some(segment) = rest.next() {
            if segment.kind != Kind::Cell(CellPlace::StartsTable) {
                out.push(segment);
                continue;
            }
            let mut rows = vec![vec![segment]];
            while let Some(cell) = rest.next_if(continues_a_table) {
                match cell.kind {
                    Kind::Cell(CellPlace::Continues) => rows.last_mut().unwrap().push(cell),
                    _ => rows.push(vec![cell]),
                }
            }
            self.rows(&mut rows, share);
            out.extend(rows.into_iter().flatten());
        }
        self.releases[at].1 = out;
    }

    fn rows(&mut self, rows: &mut Vec<Vec<Segment>>, share: usize) {
        if self.chance.percent(share) {
            let new = |cell: &Segment| Segment {
                text: self.stock.text(&cell.kind, &mut self.chance),
                kind: if cell.kind == Kind::Cell(CellPlace::StartsTable) {
                    Kind::Cell(CellPlace::StartsRow)
                } else {
                    cell.kind.clone()
                },
                origin: None,
                edit: "row",
            };
            let row = rows[0].iter().map(new).collect();
            let place = 1 + self.chance.below(rows.len());
            rows.insert(place, row);
        }
        if rows.len() > 2 && self.chance.percent(share) {
            let gone = rows.remove(1 + self.chance.below(rows.len() - 1));
            self.deleted.extend(gone.iter().filter_map(|cell| cell.origin));
        }
        if rows.len() > 3 && self.chance.percent(share) {
            let mut row = rows.remove(1);
            row.iter_mut()
                .filter(|cell| cell.origin.is_some())
                .for_each(|cell| cell.edit = "row moved");
            rows.push(row);
        }
        for cell in rows.iter_mut().flatten().filter(|cell| cell.origin.is_some()) {
            if self.chance.percent(share / 3) {
                cell.text = self.stock.text(&cell.kind, &mut self.chance);
                cell.edit = "cell";
            }
        }
    }

    fn new_list(&self) -> Vec<New> {
        let releases = self.releases.iter();
        let list = releases.flat_map(|(name, segments)| {
            segments.iter().map(|segment| New {
                release: Slug::new(name).unwrap(),
                kind: segment.kind.clone(),
                text: segment.text.clone(),
            })
        });
        list.collect()
    }
}

/// Of the segments that each kind of edit touched, how many are told as they are; how many are told to be another segment; to be new, though they are
/// old; to be old, though they are new; and how alike the texts of those that were kept are, in percent, added up.
const TOLD: [(&str, [usize; 5]); 20] = [
    ("cell", [147, 3, 36, 0, 2303]),
    ("copied", [87, 0, 0, 12, 0]),
    ("deleted", [449, 14, 0, 0, 0]),
    ("in a section that moved", [159, 2, 3, 0, 16100]),
    ("inserted", [152, 0, 0, 5, 0]),
    ("kept", [11045, 7, 7, 0, 1105132]),
    ("kind changed", [107, 0, 0, 0, 10700]),
    ("lengthened", [144, 0, 8, 0, 10044]),
    ("merged", [161, 3, 0, 0, 12819]),
    ("moved", [116, 1, 0, 0, 11700]),
    ("moved and reworded", [117, 1, 11, 0, 9913]),
    ("moved away", [92, 0, 2, 1, 5349]),
    ("renamed", [593, 0, 0, 0, 59300]),
    ("reworded", [264, 0, 8, 0, 22692]),
    ("rewritten", [88, 0, 54, 0, 4136]),
    ("row", [199, 0, 0, 12, 0]),
    ("row moved", [86, 0, 0, 0, 8600]),
    ("shortened", [130, 1, 5, 0, 9826]),
    ("split", [265, 0, 8, 9, 10874]),
    ("varied", [125, 0, 0, 3, 0]),
];

/// What new segments are said to come from, by their edit: in what way, how often, and how alike they are, in percent, added up.
const DERIVED: [(&str, &str, usize, usize); 17] = [
    ("cell", "copy", 2, 200),
    ("copied", "copy", 87, 8700),
    ("in a section that moved", "copy", 3, 300),
    ("inserted", "copy", 8, 800),
    ("inserted", "like", 15, 1093),
    ("inserted", "split", 10, 950),
    ("kept", "copy", 7, 700),
    ("lengthened", "split", 1, 79),
    ("moved and reworded", "like", 4, 283),
    ("moved away", "copy", 35, 3500),
    ("moved away", "like", 2, 156),
    ("reworded", "like", 1, 74),
    ("row", "copy", 20, 2000),
    ("split", "copy", 3, 300),
    ("split", "like", 1, 63),
    ("split", "split", 71, 6745),
    ("varied", "like", 116, 8894),
];

/// Of the segments that went into another, how many are only said to be gone, and how many to be in the other.
const MERGED: [usize; 2] = [34, 130];

#[test]
fn every_kind_of_edit_is_followed_as_often_as_before() {
    let stock = Stock::read();
    let mut tallies: BTreeMap<&str, [usize; 5]> = BTreeMap::new();
    let (mut derived, mut merged) = (BTreeMap::new(), [0, 0]);
    for seed in 0..200 {
        let mut drill = Drill::new(&stock, seed);
        drill.edit();
        let new = drill.new_list();
        let alignment = align(&drill.old, &new, &Hints::default());
        let segments = drill.releases.iter().flat_map(|(_, segments)| segments);
        for (segment, origin) in segments.zip(&alignment.origins) {
            count(tallies.entry(segment.edit).or_default(), segment, origin);
            if let Origin::New { derived: Some(from) } = origin {
                let [count, sum]: &mut [usize; 2] = derived.entry((segment.edit, name(from.how))).or_default();
                (*count, *sum) = (*count + 1, *sum + usize::from(from.likeness));
            }
        }
        count_gone(&drill, &alignment, tallies.entry("deleted").or_default(), &mut merged);
    }
    let told: Vec<(&str, [usize; 5])> = tallies.into_iter().collect();
    let derived: Vec<(&str, &str, usize, usize)> = derived
        .into_iter()
        .map(|((edit, how), [count, sum])| (edit, how, count, sum))
        .collect();
    assert_eq!((told, derived, merged), (TOLD.to_vec(), DERIVED.to_vec(), MERGED));
}

fn name(how: Derivation) -> &'static str {
    match how {
        Derivation::Copy => "copy",
        Derivation::Split => "split",
        Derivation::Like => "like",
    }
}

fn count([right, wrong, missed, invented, sum]: &mut [usize; 5], segment: &Segment, origin: &Origin) {
    match (segment.origin, origin) {
        (Some(was), Origin::Kept { old, likeness, .. }) => {
            *sum += usize::from(*likeness);
            if was == *old {
                *right += 1;
            } else {
                *wrong += 1;
            }
        }
        (None, Origin::New { .. }) => *right += 1,
        (Some(_), Origin::New { .. }) => *missed += 1,
        (None, Origin::Kept { .. }) => *invented += 1,
    }
}

/// Whether what was deleted is gone; and how much of what was merged is said to be gone, and how much to be in another.
fn count_gone(drill: &Drill<'_>, alignment: &Alignment, deleted: &mut [usize; 5], merged: &mut [usize; 2]) {
    let gone: BTreeMap<usize, Option<usize>> = alignment.gone.iter().map(|gone| (gone.old, gone.merged_into)).collect();
    for old in &drill.deleted {
        deleted[usize::from(!gone.contains_key(old))] += 1;
    }
    for old in &drill.merged {
        merged[usize::from(gone.get(old).is_some_and(Option::is_some))] += 1;
    }
}

//! Which segment of the edited releases is which of the old ones, and what kind of change lies between them.
//!
//! The way, from the sure to the likely: releases whose segments are all as they were need no work. In the others equal
//! texts are anchors, first in order, then moved. Between anchors the free segments are paired in order by likeness,
//! tables by columns and rows, and what is left by the rare words it shares, anywhere. What stays free is new or gone;
//! for the new it is said what it resembles. Every step is near-linear in the number of segments and depends on nothing
//! but its input.

mod block;
pub mod change;
mod derive;
mod elsewhere;
mod exact;
mod fields;
mod files;
mod gaps;
pub mod ids;
mod lcs;
mod matching;
mod pieces;
mod rivals;
mod sequence;
mod similarity;
pub mod story;
mod tables;

#[cfg(test)]
mod edits;
#[cfg(test)]
mod growth;
#[cfg(test)]
mod tests;

use crate::names::{SegmentId, Slug};
use crate::release::Kind;

/// A segment as the committed source catalog has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Old {
    /// The release it belongs to.
    pub release: Slug,
    /// Its id.
    pub id: SegmentId,
    /// Its kind.
    pub kind: Kind,
    /// Its message text.
    pub text: String,
}

/// A segment as the edited Markdown has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct New {
    /// The release it stands in.
    pub release: Slug,
    /// Its kind.
    pub kind: Kind,
    /// Its message text.
    pub text: String,
}

/// What an editor knows better; pairs of an index into the old and an index into the new segments.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hints {
    /// These are the same segment.
    pub paired: Vec<(usize, usize)>,
    /// These are not.
    pub unpaired: Vec<(usize, usize)>,
}

/// Where every new segment comes from and what became of the old ones. Indices count the segments as they were given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Alignment {
    /// For every new segment, in the order given. An old segment is kept at most once.
    pub origins: Vec<Origin>,
    /// The old segments that continue nowhere, in the order given.
    pub gone: Vec<Gone>,
    /// The releases that go on under another name, sorted.
    pub renamed: Vec<Renamed>,
}

/// Where a new segment comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// It is this old segment and keeps its id.
    Kept {
        /// The old segment.
        old: usize,
        /// Whether its text changed.
        wording: Wording,
        /// Whether it stands where it stood.
        place: Place,
        /// How alike the texts are, in percent; 100 if they are canonically equal.
        likeness: u8,
    },
    /// It is new.
    New {
        /// The old segment whose translation would help to translate it.
        derived: Option<Derived>,
    },
}

/// Whether the text of a kept segment changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Wording {
    /// Canonically equal: every translation stays fresh.
    Same,
    /// Changed; [`change::classify`] says how.
    Reworded,
}

/// Where a kept segment stands now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// In the same order as its neighbours.
    Here,
    /// Elsewhere in its release.
    Moved,
    /// In another release.
    OtherRelease,
}

/// What a new segment resembles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Derived {
    /// The old segment.
    pub old: usize,
    /// In what way.
    pub how: Derivation,
    /// How alike the texts are, or which part of the new text stood in the old one, in percent.
    pub likeness: u8,
}

/// The ways in which a new segment can come from an old one without being it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Derivation {
    /// Its text is canonically that of a segment that lives on.
    Copy,
    /// It was a part of the segment.
    Split,
    /// Its text is like that of the segment.
    Like,
}

/// An old segment that continues nowhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gone {
    /// The old segment.
    pub old: usize,
    /// The new segment that its text was merged into.
    pub merged_into: Option<usize>,
}

/// A release that goes on under another name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Renamed {
    /// Its old name.
    pub from: Slug,
    /// Its new name.
    pub to: Slug,
}

/// Aligns the segments of a whole newsroom. Both lists hold the segments of a release in the order of its text; the
/// releases may come in any order.
pub fn align(old: &[Old], new: &[New], hints: &Hints) -> Alignment {
    let plan = files::Plan::of(old, new, hints);
    let work = matched(old, new, hints, &plan);
    derive::finish(work, plan, old, new)
}

/// The pairs, from the sure to the likely.
fn matched(old: &[Old], new: &[New], hints: &Hints, plan: &files::Plan) -> matching::Work {
    let mut work = matching::Work::of(old, new, plan);
    work.apply(hints);
    exact::in_order(&mut work);
    exact::moved_for_sure(&mut work);
    fields::pair(&mut work);
    gaps::pair(&mut work);
    tables::pair(&mut work);
    exact::moved(&mut work);
    elsewhere::pair(&mut work);
    gaps::pair(&mut work);
    elsewhere::pair(&mut work);
    pieces::settle(&mut work);
    work
}

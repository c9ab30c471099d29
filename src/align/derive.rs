//! The outcome: where every new segment comes from, what the new ones resemble, what is gone.

use crate::align::elsewhere::Index;
use crate::align::files::Plan;
use crate::align::matching::{Work, stands_alone};
use crate::align::sequence;
use crate::align::similarity::Similarity;
use crate::align::{Alignment, Derivation, Derived, Gone, New, Old, Origin, Place, Wording};
use std::collections::{BTreeSet, HashMap};

/// The likeness, or the part of a text that stood in the other, from which on the one helps to translate the other.
const HELPS: f64 = 0.60;
/// So many candidates are looked at for a block.
const CANDIDATES: usize = 6;
/// A text with fewer words is not said to be a part of another.
const PIECE: usize = 4;
/// A text with fewer words is not said to be merged into another.
const MERGED: usize = 5;

/// Puts the outcome together.
pub(crate) fn finish(work: Work, plan: Plan, old: &[Old], new: &[New]) -> Alignment {
    let mut origins = vec![Origin::New { derived: None }; new.len()];
    let mut gone = vec![None; old.len()];
    let mut set = |at: usize, origin: Origin| origins.get_mut(at).into_iter().for_each(|o| *o = origin.clone());
    for (old, new) in &plan.unchanged {
        let (wording, place) = (Wording::Same, Place::Here);
        let old = *old;
        let likeness = 100;
        set(
            *new,
            Origin::Kept {
                old,
                wording,
                place,
                likeness,
            },
        );
    }
    let here = in_place(&work);
    let copies = copies(&work, &plan, old, new);
    let derived = derived(&work);
    for (at, block) in work.new.blocks.iter().enumerate() {
        let origin = kept(&work, at, here.contains(&at)).unwrap_or_else(|| Origin::New {
            derived: derived.get(&at).or_else(|| copies.get(&at)).copied(),
        });
        set(block.input, origin);
    }
    for lost in gone_segments(&work) {
        gone.get_mut(lost.old).into_iter().for_each(|g| *g = Some(lost));
    }
    Alignment {
        origins,
        gone: gone.into_iter().flatten().collect(),
        renamed: plan.renamed,
    }
}

fn kept(work: &Work, new: usize, in_order: bool) -> Option<Origin> {
    let old = work.old_of(new)?;
    let (before, after) = (work.old_block(old)?, work.new_block(new)?);
    let place = match (work.same_release(old, new), in_order) {
        (false, _) => Place::OtherRelease,
        (true, true) => Place::Here,
        (true, false) => Place::Moved,
    };
    let same = before.text == after.text;
    Some(Origin::Kept {
        old: before.input,
        wording: if same { Wording::Same } else { Wording::Reworded },
        place,
        likeness: if same { 100 } else { percent(work.likeness(new)).min(99) },
    })
}

fn gone_segments(work: &Work) -> Vec<Gone> {
    let all = (0..work.new.blocks.len()).filter(|new| work.new_block(*new).is_some_and(stands_alone));
    let index = Index::of(&work.new, &all.collect::<Vec<_>>());
    let lost = (0..work.old.blocks.len()).filter(|old| work.is_free_old(*old));
    let gone = lost.filter_map(|old| {
        Some(Gone {
            old: work.old_block(old)?.input,
            merged_into: merged_into(work, &index, old),
        })
    });
    gone.collect()
}

fn percent(share: f64) -> u8 {
    (share.clamp(0.0, 1.0) * 100.0).round() as u8
}

/// The new blocks that stand in the same order as before within their release.
fn in_place(work: &Work) -> BTreeSet<usize> {
    let mut here = BTreeSet::new();
    for file in &work.new.files {
        let kept = file.clone().filter_map(|new| Some((new, work.old_of(new)?, 1.0)));
        let kept = kept
            .filter(|(new, old, _)| work.same_release(*old, *new))
            .collect::<Vec<_>>();
        here.extend(sequence::increasing(&kept).into_iter().map(|(new, _)| new));
    }
    here
}

/// What the new blocks that are nobody's continuation resemble.
fn derived(work: &Work) -> HashMap<usize, Derived> {
    let free = (0..work.new.blocks.len())
        .filter(|new| work.is_free_new(*new))
        .collect::<Vec<_>>();
    let mut found = HashMap::new();
    if free.is_empty() {
        return found;
    }
    let mut by_text: HashMap<u32, usize> = HashMap::new();
    for block in work.old.blocks.iter().rev() {
        by_text.insert(block.text, block.input);
    }
    let all = (0..work.old.blocks.len()).filter(|old| work.old_block(*old).is_some_and(stands_alone));
    let index = Index::of(&work.old, &all.collect::<Vec<_>>());
    for new in free {
        let Some(block) = work.new_block(new) else { continue };
        let derived = match by_text.get(&block.text) {
            Some(old) => Some(copy_of(*old)),
            None if stands_alone(block) && block.words.len() >= 3 => resembling(work, &index, new),
            None => None,
        };
        found.extend(derived.map(|derived| (new, derived)));
    }
    found
}

/// The new blocks whose text stands as it is in a release that did not change.
fn copies(work: &Work, plan: &Plan, old: &[Old], new: &[New]) -> HashMap<usize, Derived> {
    let mut wanted: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, block) in work
        .new
        .blocks
        .iter()
        .enumerate()
        .filter(|(at, _)| work.is_free_new(*at))
    {
        if let Some(segment) = new.get(block.input) {
            wanted.entry(&segment.text).or_default().push(at);
        }
    }
    let mut found = HashMap::new();
    for (at, _) in plan.unchanged.iter().filter(|_| !wanted.is_empty()) {
        let text = old.get(*at).map_or("", |segment| segment.text.as_str());
        for new in wanted.get(text).into_iter().flatten() {
            found.entry(*new).or_insert(copy_of(*at));
        }
    }
    found
}

fn copy_of(old: usize) -> Derived {
    Derived {
        old,
        how: Derivation::Copy,
        likeness: 100,
    }
}

fn resembling(work: &Work, index: &Index, new: usize) -> Option<Derived> {
    let after = work.new_block(new)?;
    let mut best: Option<(f64, Derived)> = None;
    for old in index.candidates(work, Some(after), CANDIDATES) {
        let before = work.old_block(old)?;
        let parts = work.similarity.parts(&work.old, old, &work.new, new);
        let whole = Similarity::symmetric(before, after, &parts);
        let piece = if after.words.len() >= PIECE {
            0.95 * parts.of_new
        } else {
            0.0
        };
        let likeness = whole.max(piece);
        if likeness >= HELPS && best.is_none_or(|(other, _)| likeness > other) {
            let how = if piece > whole {
                Derivation::Split
            } else {
                Derivation::Like
            };
            let derived = Derived {
                old: before.input,
                how,
                likeness: percent(likeness).min(99),
            };
            best = Some((likeness, derived));
        }
    }
    best.map(|(_, derived)| derived)
}

/// The new segment that holds most of a lost one's text.
fn merged_into(work: &Work, index: &Index, old: usize) -> Option<usize> {
    let before = work
        .old_block(old)
        .filter(|b| stands_alone(b) && b.words.len() >= MERGED)?;
    let mut best: Option<(f64, usize)> = None;
    for new in index.candidates(work, Some(before), CANDIDATES) {
        let part = work.similarity.parts(&work.old, old, &work.new, new).of_old;
        if part >= HELPS && best.is_none_or(|(other, _)| part > other) {
            best = Some((part, new));
        }
    }
    best.and_then(|(_, new)| work.new_block(new)).map(|block| block.input)
}

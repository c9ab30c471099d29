//! Which piece keeps the id when a block was split or blocks were merged: the largest.

use crate::align::matching::{Work, stands_alone};

/// The part of a piece that must stand in the whole.
const PIECE: f64 = 0.6;
/// The pieces together are no longer than the whole by more than this.
const ROOM: f64 = 1.2;

/// Gives the id to the larger of two neighbouring pieces where the smaller one has it, and to the first of equal
/// neighbours where a later one has it.
pub(crate) fn settle(work: &mut Work) {
    for new in 0..work.new.blocks.len() {
        let Some(old) = work.old_of(new) else { continue };
        if !work.old_block(old).is_some_and(stands_alone) {
            continue;
        }
        if work.likeness(new) < 1.0 {
            merged(work, old, new);
        }
        split_or_copied(work, old, new);
    }
}

/// A free neighbour of the old block that is a larger part of the new one takes its place.
fn merged(work: &mut Work, old: usize, new: usize) {
    let beside = [work.old.before(old), work.old.after(old)];
    for other in beside
        .into_iter()
        .flatten()
        .filter(|other| work.is_free_old(*other))
        .collect::<Vec<_>>()
    {
        let size = |old: usize| work.old_block(old).map_or(0, |b| b.size);
        let whole = work.new_block(new).map_or(0, |b| b.size);
        let part = |old: usize| work.similarity.parts(&work.old, old, &work.new, new).of_old;
        let are_pieces = part(old) >= PIECE && part(other) >= PIECE && fit(size(old), size(other), whole);
        if are_pieces && size(other) > size(old) && work.comparable(other, new) {
            exchange(work, (old, new), (other, new));
            return;
        }
    }
}

/// A free neighbour of the new block that is a larger part of the old one takes its place; of equal ones the first.
fn split_or_copied(work: &mut Work, old: usize, new: usize) {
    let (before, after) = (work.new.before(new), work.new.after(new));
    for other in [before, after]
        .into_iter()
        .flatten()
        .filter(|other| work.is_free_new(*other))
        .collect::<Vec<_>>()
    {
        let (Some(this), Some(that)) = (work.new_block(new), work.new_block(other)) else {
            continue;
        };
        let copied = this.text == that.text && this.kind == that.kind && Some(other) == before;
        let part = |new: usize| work.similarity.parts(&work.old, old, &work.new, new).of_new;
        let whole = work.old_block(old).map_or(0, |b| b.size);
        let are_pieces = work.likeness(new) < 1.0 && part(new) >= PIECE && part(other) >= PIECE;
        let larger = are_pieces && fit(this.size, that.size, whole) && that.size > this.size;
        if (copied || larger) && work.comparable(old, other) {
            exchange(work, (old, new), (old, other));
            return;
        }
    }
}

/// Whether two pieces and nothing more make the whole.
fn fit(one: usize, other: usize, whole: usize) -> bool {
    ((one + other) as f64) <= whole as f64 * ROOM
}

fn exchange(work: &mut Work, from: (usize, usize), to: (usize, usize)) {
    let likeness = if work.likeness(from.1) < 1.0 {
        work.score(to.0, to.1)
    } else {
        1.0
    };
    let before = work.likeness(from.1);
    work.part(from.1);
    if !work.pair(to.0, to.1, likeness) {
        work.pair(from.0, from.1, before);
    }
}

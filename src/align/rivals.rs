//! How much more alike two blocks are than either is to anything else.
//!
//! Blocks that follow one pattern (the items of a list, the names of participants) are fairly alike without being the
//! same. An edited block is more like its former self than like any other; so the lead over the best rival, free or not,
//! says more about a pair than its likeness alone.

use crate::align::block::{Block, Side};
use crate::align::elsewhere::Index;
use crate::align::matching::{Work, stands_alone};
use crate::release::Kind;

/// So many rivals are looked at on each side.
const RIVALS: usize = 6;

/// By how much the shared weight must fall behind the order.
const PATTERN: f64 = 0.07;
/// From which part of the one in the other on it is a piece of it.
const PIECE: f64 = 0.6;

/// Where to find the rivals: the rare words of all blocks, paired or not.
pub(crate) struct Rivals {
    old: Index,
    new: Index,
}

impl Rivals {
    pub(crate) fn of(old: &Side, new: &Side) -> Rivals {
        let index = |side: &Side| {
            let all = side.blocks.iter().enumerate().filter(|(_, block)| stands_alone(block));
            Index::of(side, &all.map(|(at, _)| at).collect::<Vec<_>>())
        };
        Rivals {
            old: index(old),
            new: index(new),
        }
    }
}

/// The likeness of a pair less that of the best rival of either side.
pub(crate) fn lead(work: &Work, old: usize, new: usize) -> f64 {
    let mut best: f64 = 0.0;
    let beside = |at: usize| [at.checked_sub(1), at.checked_add(1)].into_iter().flatten();
    let others = work.rivals.old.candidates(work, work.new_block(new), RIVALS);
    for other in others.into_iter().chain(beside(old)).filter(|other| *other != old) {
        if work.comparable(other, new) {
            best = best.max(work.score(other, new));
        }
    }
    let others = work.rivals.new.candidates(work, work.old_block(old), RIVALS);
    for other in others.into_iter().chain(beside(new)).filter(|other| *other != new) {
        if work.comparable(old, other) {
            best = best.max(work.score(old, other));
        }
    }
    work.score(old, new) - best
}

/// Whether two list items, which follow patterns by nature, share no more than the pattern: the order of the common words
/// stayed (`by … of the … in the`) and the rare words went, so that the weight that is shared falls behind the order.
pub(crate) fn share_only_a_pattern(work: &Work, old: usize, new: usize) -> bool {
    let is_item = |block: Option<&Block>| block.is_some_and(|block| block.kind == Kind::Item);
    if !is_item(work.old_block(old)) || !is_item(work.new_block(new)) {
        return false;
    }
    let parts = work.similarity.parts(&work.old, old, &work.new, new);
    parts.dice < parts.order - PATTERN && parts.of_old.max(parts.of_new) < PIECE
}

/// Whether the words of the one stand in the other, all of them and side by side: what is left when a sentence or an
/// address is taken away.
pub(crate) fn contains(work: &Work, old: usize, new: usize) -> bool {
    let (Some(old), Some(new)) = (work.old_block(old), work.new_block(new)) else {
        return false;
    };
    let (short, long) = if old.words.len() < new.words.len() {
        (&old.words, &new.words)
    } else {
        (&new.words, &old.words)
    };
    !short.is_empty() && long.windows(short.len()).any(|part| part == short.as_slice())
}

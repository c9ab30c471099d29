//! Free blocks between two neighbours that are paired: matched in order by likeness.

use crate::align::block::Family;
use crate::align::matching::{Work, stands_alone};
use crate::align::sequence;
use crate::release::Kind;

/// The likeness needed between two anchors.
pub(crate) const BETWEEN: f64 = 0.41;
/// The likeness needed where exactly one old faces one new block of the same kind.
const ALONE: f64 = 0.33;
/// The same for list items, which are alike by nature.
const ALONE_ITEM: f64 = 0.36;
/// What is needed more where only one side is anchored.
const HALF: f64 = 0.08;
/// What any pair is worth above its likeness, so that two fair pairs are better than one good one.
const PAIR: f64 = 0.15;
/// Up to this product of lengths every old block of a gap is compared with every new one.
const EVERY: usize = 4_096;

/// The gaps of all releases: those anchored on both sides first.
pub(crate) fn pair(work: &mut Work) {
    let mut jobs = Vec::new();
    for file in 0..work.new.files.len() {
        jobs.extend(gaps(work, file));
    }
    jobs.sort_by_key(|gap| (!gap.closed, gap.new.first().copied()));
    for gap in jobs {
        pair_gap(work, &gap);
    }
}

/// Free new blocks in a row, and the free old ones beside the old block of a neighbour.
struct Gap {
    old: Vec<usize>,
    new: Vec<usize>,
    /// Both neighbours lead to the same old blocks.
    closed: bool,
}

fn gaps(work: &Work, file: usize) -> Vec<Gap> {
    let mut gaps = Vec::new();
    let blocks = work.new.files.get(file).cloned().unwrap_or_default();
    let old_file = work.mate(file).and_then(|f| work.old.files.get(f)).cloned();
    let mut at = blocks.start;
    while at < blocks.end {
        if !work.is_free_new(at) {
            at += 1;
            continue;
        }
        let end = (at..blocks.end)
            .find(|new| !work.is_free_new(*new))
            .unwrap_or(blocks.end);
        let after_left = match at.checked_sub(1).filter(|left| *left >= blocks.start) {
            Some(left) => work.old_of(left).and_then(|old| work.old.after(old)),
            None => old_file
                .as_ref()
                .map(|f| f.start)
                .filter(|_| old_file.as_ref().is_some_and(|f| !f.is_empty())),
        };
        let before_right = if end < blocks.end {
            work.old_of(end).and_then(|old| work.old.before(old))
        } else {
            old_file
                .as_ref()
                .and_then(|f| f.end.checked_sub(1).filter(|last| *last >= f.start))
        };
        let left = after_left.map(|old| free_after(work, old)).unwrap_or_default();
        let right = before_right.map(|old| free_before(work, old)).unwrap_or_default();
        let closed = left == right;
        for old in if closed { vec![left] } else { vec![left, right] } {
            if !old.is_empty() {
                gaps.push(Gap {
                    old,
                    new: (at..end).collect(),
                    closed,
                });
            }
        }
        at = end;
    }
    gaps
}

fn free_after(work: &Work, from: usize) -> Vec<usize> {
    let run = std::iter::successors(Some(from), |old| work.old.after(*old));
    run.take_while(|old| work.is_free_old(*old)).collect()
}

fn free_before(work: &Work, from: usize) -> Vec<usize> {
    let run = std::iter::successors(Some(from), |old| work.old.before(*old));
    let mut run = run.take_while(|old| work.is_free_old(*old)).collect::<Vec<_>>();
    run.reverse();
    run
}

fn pair_gap(work: &mut Work, gap: &Gap) {
    let old = gap
        .old
        .iter()
        .copied()
        .filter(|o| work.is_free_old(*o) && work.old_block(*o).is_some_and(stands_alone));
    let old = old.collect::<Vec<_>>();
    let new = gap
        .new
        .iter()
        .copied()
        .filter(|n| work.is_free_new(*n) && work.new_block(*n).is_some_and(stands_alone));
    let new = new.collect::<Vec<_>>();
    let threshold = match (old.as_slice(), new.as_slice()) {
        ([], _) | (_, []) => return,
        _ if !gap.closed => BETWEEN + HALF,
        ([o], [n]) if family(work.old_block(*o)) == family(work.new_block(*n)) => {
            if work.new_block(*n).is_some_and(|b| b.kind == Kind::Item) {
                ALONE_ITEM
            } else {
                ALONE
            }
        }
        _ => BETWEEN,
    };
    pair_in_order(work, &old, &new, threshold);
}

fn family(block: Option<&crate::align::block::Block>) -> Option<Family> {
    block.map(|block| block.family)
}

/// Pairs blocks in order so that the sum of their likeness is greatest; every pair reaches the threshold.
pub(crate) fn pair_in_order(work: &mut Work, old: &[usize], new: &[usize], threshold: f64) {
    let mut pairs = Vec::new();
    let mut consider = |work: &Work, i: usize, j: usize| {
        if let (Some(o), Some(n)) = (old.get(i), new.get(j))
            && work.comparable(*o, *n)
            && !work.is_forbidden(*o, *n)
        {
            let likeness = work.score(*o, *n);
            if likeness >= threshold {
                pairs.push((i, j, likeness - threshold + PAIR));
            }
        }
    };
    if old.len() * new.len() <= EVERY {
        for i in 0..old.len() {
            (0..new.len()).for_each(|j| consider(work, i, j));
        }
    } else {
        for (i, j) in crate::align::elsewhere::candidates_between(work, old, new) {
            consider(work, i, j);
        }
    }
    for (i, j) in sequence::increasing(&pairs) {
        if let (Some(o), Some(n)) = (old.get(i), new.get(j)) {
            let likeness = work.score(*o, *n);
            work.pair(*o, *n, likeness);
        }
    }
}

//! Free blocks between two neighbours that are paired: matched in order by likeness.

use crate::align::block::Family;
use crate::align::matching::{Work, stands_alone};
use crate::align::{rivals, sequence};

/// What is asked of a pair, by how it is anchored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anchors {
    /// Exactly one old block faces one new block between two pairs.
    Alone,
    /// There are others in the same gap.
    Both,
    /// Only one end of the gap is a pair.
    One,
}

/// From this likeness on no lead over rivals is asked for.
const SURE: f64 = 0.6;
/// From this likeness on a pair must not be behind its rivals.
const FAIR: f64 = 0.5;
/// Below, it must lead by so much.
const LEAD: f64 = 0.1;
/// So much where only one end is anchored.
const LEAD_HALF: f64 = 0.2;

/// Blocks without a word in common are the same only if their letters are alike to this degree: a spelling.
const SPELLING: f64 = 0.75;

impl Anchors {
    /// The least likeness, for pairs that no other comes near.
    fn least(self) -> f64 {
        match self {
            Anchors::Alone => 0.3,
            Anchors::Both => 0.36,
            Anchors::One => 0.42,
        }
    }

    /// Whether a pair is good enough.
    fn accept(self, work: &Work, old: usize, new: usize, likeness: f64) -> bool {
        if likeness >= SURE || (self == Anchors::Alone && rivals::contains(work, old, new)) {
            return true;
        }
        let parts = work.similarity.parts(&work.old, old, &work.new, new);
        if likeness < self.least() || (parts.mass == 0.0 && parts.letters < SPELLING) {
            return false;
        }
        if rivals::share_only_a_pattern(work, old, new) {
            return false;
        }
        let lead = rivals::lead(work, old, new);
        match self {
            Anchors::One => lead >= LEAD_HALF,
            _ if likeness >= FAIR => lead >= 0.0,
            _ => lead >= LEAD,
        }
    }
}

/// The likeness from which on a pair is worth more than its least worth.
const WORTH: f64 = 0.41;
/// What the poorest accepted pair is worth.
const LEAST_WORTH: f64 = 0.05;
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
    let anchors = match (old.as_slice(), new.as_slice()) {
        ([], _) | (_, []) => return,
        _ if !gap.closed => Anchors::One,
        ([o], [n]) if family(work.old_block(*o)) == family(work.new_block(*n)) => Anchors::Alone,
        _ => Anchors::Both,
    };
    pair_in_order(work, &old, &new, anchors);
}

fn family(block: Option<&crate::align::block::Block>) -> Option<Family> {
    block.map(|block| block.family)
}

/// Pairs blocks in order so that the sum of their likeness is greatest; every pair must be good
/// enough for how the gap is anchored.
pub(crate) fn pair_in_order(work: &mut Work, old: &[usize], new: &[usize], anchors: Anchors) {
    let mut pairs = Vec::new();
    let mut consider = |work: &Work, i: usize, j: usize| {
        if let (Some(o), Some(n)) = (old.get(i), new.get(j))
            && work.comparable(*o, *n)
            && !work.is_forbidden(*o, *n)
        {
            let likeness = work.score(*o, *n);
            if anchors.accept(work, *o, *n, likeness) {
                pairs.push((i, j, (likeness - WORTH + PAIR).max(LEAST_WORTH)));
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

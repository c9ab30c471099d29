//! Equal texts: anchors in order first, then what moved.

use crate::align::block::{Block, Family};
use crate::align::matching::{Work, stands_alone};
use crate::align::sequence;
use std::collections::BTreeMap;

/// From how many words on a text that stands once on both sides cannot be there twice by chance.
const DISTINCTIVE: usize = 4;
/// Of a text that stands more often than this on both sides, copies are paired in order instead of by their neighbours.
const REPEATED: usize = 64;

/// Pairs equal blocks that are in the same order in both versions of a release.
pub(crate) fn in_order(work: &mut Work) {
    for file in 0..work.new.files.len() {
        let (Some(after), Some(before)) = (
            work.new.files.get(file),
            work.mate(file).and_then(|f| work.old.files.get(f)),
        ) else {
            continue;
        };
        let (before, after) = (before.clone(), after.clone());
        let free_old = before.filter(|old| work.is_free_old(*old)).collect::<Vec<_>>();
        let free_new = after.filter(|new| work.is_free_new(*new)).collect::<Vec<_>>();
        let key = |block: Option<&Block>| block.map_or(u64::MAX, |b| u64::from(b.text) << 3 | b.family as u64);
        let one = free_old.iter().map(|old| key(work.old_block(*old))).collect::<Vec<_>>();
        let other = free_new.iter().map(|new| key(work.new_block(*new))).collect::<Vec<_>>();
        for (i, j) in sequence::common(&one, &other) {
            if let (Some(old), Some(new)) = (free_old.get(i), free_new.get(j)) {
                work.pair(*old, *new, 1.0);
            }
        }
    }
}

/// Pairs equal blocks that are surely the same: those within a release, and anywhere those that stand once on both sides.
/// Equal words are better evidence than any likeness, so this comes before it is asked for.
pub(crate) fn moved_for_sure(work: &mut Work) {
    for (_, (old, new)) in free_by_text(work, |block| block.words.len() >= DISTINCTIVE) {
        if let ([old], [new]) = (old.as_slice(), new.as_slice())
            && family(work.old_block(*old)) == family(work.new_block(*new))
        {
            work.pair(*old, *new, 1.0);
        }
    }
    let within = |work: &Work, old: usize, new: usize| {
        let both = (work.old_block(old), work.new_block(new));
        work.same_release(old, new) && both.0.is_some_and(stands_alone) && both.1.is_some_and(stands_alone)
    };
    pair_moved(work, within);
}

/// Pairs the other equal blocks: those first that agree in release, kind, neighbours and headings above, the nearest first.
pub(crate) fn moved(work: &mut Work) {
    pair_moved(work, |_, _, _| true);
}

fn pair_moved(work: &mut Work, wanted: fn(&Work, usize, usize) -> bool) {
    for (_, (old, new)) in free_by_text(work, |_| true) {
        let mut pairs = Vec::new();
        if old.len() * new.len() <= REPEATED * REPEATED {
            for (o, n) in old.iter().flat_map(|o| new.iter().map(move |n| (*o, *n))) {
                pairs.push((strangeness(work, o, n), o, n));
            }
            pairs.sort_unstable();
        } else {
            pairs.extend(old.iter().zip(&new).map(|(o, n)| (Default::default(), *o, *n)));
        }
        for (_, old, new) in pairs {
            if wanted(work, old, new) {
                work.pair(old, new, 1.0);
            }
        }
    }
}

fn family(block: Option<&Block>) -> Option<Family> {
    block.map(|block| block.family)
}

/// The free blocks of both sides by their text, where both sides have some.
fn free_by_text(work: &Work, wanted: fn(&Block) -> bool) -> BTreeMap<u32, (Vec<usize>, Vec<usize>)> {
    let mut texts: BTreeMap<u32, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for (old, block) in work
        .old
        .blocks
        .iter()
        .enumerate()
        .filter(|(_, b)| wanted(b) && !b.plain.is_empty())
    {
        if work.is_free_old(old) {
            texts.entry(block.text).or_default().0.push(old);
        }
    }
    for (new, block) in work.new.blocks.iter().enumerate().filter(|(_, b)| wanted(b)) {
        if work.is_free_new(new)
            && let Some(places) = texts.get_mut(&block.text)
        {
            places.1.push(new);
        }
    }
    texts.retain(|_, (_, new)| !new.is_empty());
    texts
}

/// What speaks against two equal blocks being the same, the weightiest reason first.
fn strangeness(work: &Work, old: usize, new: usize) -> (bool, bool, usize, bool, usize) {
    let (Some(before), Some(after)) = (work.old_block(old), work.new_block(new)) else {
        return (true, true, 0, true, 0);
    };
    let start = |files: &[std::ops::Range<usize>], file: usize| files.get(file).map_or(0, |f| f.start);
    let from = old - start(&work.old.files, before.file);
    let to = new - start(&work.new.files, after.file);
    (
        !work.same_release(old, new),
        before.kind != after.kind,
        2 - work.agreeing(old, new),
        before.path != after.path,
        from.abs_diff(to),
    )
}

//! Blocks that moved and were edited: found by the rare words they share, anywhere.

use crate::align::block::{Block, Side};
use crate::align::matching::{Work, stands_alone};
use crate::align::rivals;
use std::collections::HashMap;

/// What is asked of a pair, in the same release or in another.
struct Demand {
    /// From this likeness on no lead over rivals is asked for.
    clear: f64,
    /// From this likeness on a small lead is enough.
    fair: f64,
    /// From this likeness on a great lead is enough.
    least: f64,
    /// The great lead.
    ahead: f64,
}

const SAME_RELEASE: Demand = Demand {
    clear: 0.65,
    fair: 0.57,
    least: 0.42,
    ahead: 0.2,
};
const OTHER_RELEASE: Demand = Demand {
    clear: 0.70,
    fair: 0.63,
    least: 0.48,
    ahead: 0.3,
};
/// The small lead.
const SOME: f64 = 0.06;
/// The weight of the words that must be shared (nats).
const MASS: f64 = 9.0;
/// The same for a pair in the same release that leads all rivals by far.
const SMALL_MASS: f64 = 6.0;
/// The lead over the other candidates without which an agreeing neighbour is wanted.
const LEAD: f64 = 0.04;
/// What an agreeing neighbour is worth.
const NEIGHBOUR: f64 = 0.02;
/// What the same headings above are worth.
const PATH: f64 = 0.03;
/// So many candidates are looked at for a block.
const CANDIDATES: usize = 10;
/// A word that stands in more free blocks than this is not rare.
const RARE: usize = 40;

/// Pairs the free blocks that are alike beyond chance, the most alike first.
pub(crate) fn pair(work: &mut Work) {
    let old =
        (0..work.old.blocks.len()).filter(|o| work.is_free_old(*o) && work.old_block(*o).is_some_and(stands_alone));
    let old = old.collect::<Vec<_>>();
    let new =
        (0..work.new.blocks.len()).filter(|n| work.is_free_new(*n) && work.new_block(*n).is_some_and(stands_alone));
    let new = new.collect::<Vec<_>>();
    let index = Index::of(&work.old, &old);
    let mut pairs = Vec::new();
    for n in new {
        pairs.extend(partners(work, &index, n));
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.2, a.1).cmp(&(b.2, b.1))));
    for (likeness, old, new) in pairs {
        work.pair(old, new, likeness);
    }
}

/// An old block that a new one may be.
struct Partner {
    old: usize,
    likeness: f64,
    mass: f64,
    same_release: bool,
    agreeing: usize,
}

/// The old blocks that a new one may be, with their likeness.
fn partners(work: &Work, index: &Index, new: usize) -> Vec<(f64, usize, usize)> {
    let candidates = index.candidates(work, work.new_block(new), CANDIDATES);
    let comparable = candidates.into_iter().filter(|old| work.comparable(*old, new));
    let found = comparable.map(|old| partner(work, old, new)).collect::<Vec<_>>();
    let mut pairs = Vec::new();
    for (at, partner) in found
        .iter()
        .enumerate()
        .filter(|(_, partner)| partner.is_good(work, new))
    {
        let others = found.iter().enumerate().filter(|(other, _)| *other != at);
        let runner_up = others.map(|(_, other)| other.likeness).fold(0.0, f64::max);
        let likeness = partner.likeness;
        let doubtful = likeness - runner_up < LEAD && partner.agreeing == 0 && likeness < 0.85;
        pairs.push((likeness - if doubtful { 0.02 } else { 0.0 }, partner.old, new));
    }
    pairs
}

fn partner(work: &Work, old: usize, new: usize) -> Partner {
    let agreeing = work.agreeing(old, new);
    let path = |block: Option<&Block>| block.map(|b| b.path).filter(|path| *path != 0);
    let path = path(work.old_block(old)).is_some_and(|p| path(work.new_block(new)) == Some(p));
    Partner {
        old,
        likeness: work.score(old, new) + NEIGHBOUR * agreeing as f64 + if path { PATH } else { 0.0 },
        mass: work.similarity.parts(&work.old, old, &work.new, new).mass,
        same_release: work.same_release(old, new),
        agreeing,
    }
}

impl Partner {
    /// Whether the likeness is beyond chance: great, or much greater than that of any rival.
    fn is_good(&self, work: &Work, new: usize) -> bool {
        let demand = if self.same_release {
            &SAME_RELEASE
        } else {
            &OTHER_RELEASE
        };
        let ease = (1.0 - (self.likeness - 0.6) / 0.2).clamp(0.2, 1.0);
        let mass = MASS * if self.same_release { ease } else { 1.0 };
        let weighty = self.mass >= mass || self.agreeing > 0;
        let light = self.same_release && self.mass >= SMALL_MASS;
        if self.likeness < demand.least || !(weighty || light) {
            return false;
        }
        if weighty && self.likeness >= demand.clear {
            return true;
        }
        if rivals::share_only_a_pattern(work, self.old, new) {
            return false;
        }
        let lead = rivals::lead(work, self.old, new);
        let fair = weighty && self.likeness >= demand.fair && (lead >= SOME || self.agreeing > 0);
        fair || lead >= demand.ahead
    }
}

/// Where the words of some blocks of a side stand.
pub(crate) struct Index {
    places: HashMap<u32, Vec<usize>>,
}

impl Index {
    pub(crate) fn of(side: &Side, blocks: &[usize]) -> Index {
        let mut places: HashMap<u32, Vec<usize>> = HashMap::new();
        for at in blocks {
            for word in side.blocks.get(*at).map(|b| b.words.as_slice()).unwrap_or_default() {
                let list = places.entry(*word).or_default();
                if list.last() != Some(at) && list.len() <= RARE {
                    list.push(*at);
                }
            }
        }
        Index { places }
    }

    /// The blocks that share the most weight of rare words with this one, the best first.
    pub(crate) fn candidates(&self, work: &Work, block: Option<&Block>, count: usize) -> Vec<usize> {
        let mut words = block.map(|b| b.words.clone()).unwrap_or_default();
        words.sort_unstable();
        words.dedup();
        let mut weights: HashMap<usize, f64> = HashMap::new();
        let mut met = Vec::new();
        for word in words {
            let places = self.places.get(&word).filter(|places| places.len() <= RARE);
            for old in places.into_iter().flatten() {
                let weight = weights.entry(*old).or_insert_with(|| {
                    met.push(*old);
                    0.0
                });
                *weight += work.similarity.weight(word);
            }
        }
        let weight = |old: &usize| weights.get(old).copied().unwrap_or(0.0);
        met.sort_by(|a, b| weight(b).total_cmp(&weight(a)).then(a.cmp(b)));
        met.truncate(count);
        met
    }
}

/// For a gap too large to compare all with all: the pairs (places in the two lists) that share rare words, sorted.
pub(crate) fn candidates_between(work: &Work, old: &[usize], new: &[usize]) -> Vec<(usize, usize)> {
    let index = Index::of(&work.old, old);
    let rank: HashMap<usize, usize> = old.iter().enumerate().map(|(i, o)| (*o, i)).collect();
    let mut pairs = Vec::new();
    for (j, n) in new.iter().enumerate() {
        let candidates = index.candidates(work, work.new_block(*n), CANDIDATES);
        pairs.extend(candidates.iter().filter_map(|old| Some((*rank.get(old)?, j))));
    }
    pairs.sort_unstable();
    pairs
}

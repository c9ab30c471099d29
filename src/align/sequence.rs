//! What two sequences have in common, in order.

use std::collections::{HashMap, HashSet};

/// Up to this product of lengths a stretch without unique items is solved exactly.
const EXACT: usize = 65_536;
/// How far ahead a longer stretch is searched for the next equal item.
const AHEAD: usize = 64;
/// How often a stretch is cut at items that are unique in it.
const DEPTH: usize = 24;

/// Pairs of places with equal items, increasing on both sides: anchored at items that stand once on both sides
/// (patience diff), exact in the short stretches between them.
pub(crate) fn common(one: &[u64], other: &[u64]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let mut stretches = vec![(0, one.len(), 0, other.len(), 0)];
    while let Some((mut a, mut a_end, mut b, mut b_end, depth)) = stretches.pop() {
        while a < a_end && b < b_end && one.get(a) == other.get(b) {
            pairs.push((a, b));
            (a, b) = (a + 1, b + 1);
        }
        while a < a_end && b < b_end && one.get(a_end - 1) == other.get(b_end - 1) {
            (a_end, b_end) = (a_end - 1, b_end - 1);
            pairs.push((a_end, b_end));
        }
        let (left, right) = (
            one.get(a..a_end).unwrap_or_default(),
            other.get(b..b_end).unwrap_or_default(),
        );
        if left.is_empty() || right.is_empty() {
            continue;
        }
        let anchors = if depth < DEPTH {
            anchors(left, right)
        } else {
            Vec::new()
        };
        if anchors.is_empty() {
            pairs.extend(without_anchors(left, right).into_iter().map(|(i, j)| (a + i, b + j)));
            continue;
        }
        let (mut from, mut to) = (a, b);
        for (i, j) in anchors {
            pairs.push((a + i, b + j));
            stretches.push((from, a + i, to, b + j, depth + 1));
            (from, to) = (a + i + 1, b + j + 1);
        }
        stretches.push((from, a_end, to, b_end, depth + 1));
    }
    pairs.sort_unstable();
    pairs
}

/// The longest increasing chain of items that stand once on both sides.
fn anchors(one: &[u64], other: &[u64]) -> Vec<(usize, usize)> {
    let once = |items: &[u64]| {
        let mut places: HashMap<u64, Option<usize>> = HashMap::new();
        for (at, item) in items.iter().enumerate() {
            places
                .entry(*item)
                .and_modify(|place| *place = None)
                .or_insert(Some(at));
        }
        places
    };
    let (left, right) = (once(one), once(other));
    let place = |places: &HashMap<u64, Option<usize>>, item: &u64| places.get(item).copied().flatten();
    let pairs = one
        .iter()
        .filter_map(|item| Some((place(&left, item)?, place(&right, item)?)));
    increasing(&pairs.map(|(i, j)| (i, j, 1.0)).collect::<Vec<_>>())
}

/// The heaviest chain of pairs that increases on both sides. `pairs` is sorted by its first place; weights are positive.
pub(crate) fn increasing(pairs: &[(usize, usize, f64)]) -> Vec<(usize, usize)> {
    let size = pairs.iter().map(|(_, j, _)| j + 1).max().unwrap_or(0);
    let mut best = Best::new(size);
    let mut weights = Vec::with_capacity(pairs.len());
    let mut previous = Vec::with_capacity(pairs.len());
    let mut at = 0;
    while let Some((row, ..)) = pairs.get(at) {
        let end = at + pairs.iter().skip(at).take_while(|(i, ..)| i == row).count();
        // Pairs of one row must not follow each other: ask for all of them before entering any.
        for (_, j, weight) in pairs.get(at..end).unwrap_or_default() {
            let (before, pair) = best.below(*j);
            weights.push(before + weight);
            previous.push(pair);
        }
        for (place, (_, j, _)) in pairs.iter().enumerate().take(end).skip(at) {
            best.enter(*j, weights.get(place).copied().unwrap_or(0.0), place);
        }
        at = end;
    }
    let mut chain = Vec::new();
    let mut last = best.below(size).1;
    while let Some((i, j, _)) = last.and_then(|place| pairs.get(place)) {
        chain.push((*i, *j));
        last = last.and_then(|place| previous.get(place).copied().flatten());
    }
    chain.reverse();
    chain
}

/// The heaviest chain that ends below a place: a Fenwick tree of maxima.
struct Best(Vec<(f64, Option<usize>)>);

impl Best {
    fn new(size: usize) -> Best {
        Best(vec![(0.0, None); size + 1])
    }

    /// The heaviest chain that ends at a place smaller than `place`.
    fn below(&self, place: usize) -> (f64, Option<usize>) {
        let mut best = (0.0, None);
        let mut at = place;
        while at > 0 {
            if let Some(entry) = self.0.get(at).filter(|entry| entry.0 > best.0) {
                best = *entry;
            }
            at &= at - 1;
        }
        best
    }

    fn enter(&mut self, place: usize, weight: f64, pair: usize) {
        let mut at = place + 1;
        while let Some(entry) = self.0.get_mut(at) {
            if weight > entry.0 {
                *entry = (weight, Some(pair));
            }
            at += at & at.wrapping_neg();
        }
    }
}

/// Equal items where none is unique on both sides.
fn without_anchors(one: &[u64], other: &[u64]) -> Vec<(usize, usize)> {
    let (left, right) = (one.iter().collect::<HashSet<_>>(), other.iter().collect::<HashSet<_>>());
    let places = |items: &[u64], there: &HashSet<&u64>| {
        let places = items.iter().enumerate().filter(|(_, item)| there.contains(item));
        places.map(|(at, item)| (at, *item)).collect::<Vec<_>>()
    };
    let (one, other) = (places(one, &right), places(other, &left));
    if one.len() * other.len() <= EXACT {
        by_table(&one, &other)
    } else {
        by_looking_ahead(&one, &other)
    }
}

fn by_table(one: &[(usize, u64)], other: &[(usize, u64)]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for (at, item) in one {
        let equal = other.iter().filter(|(_, candidate)| candidate == item);
        pairs.extend(equal.map(|(to, _)| (*at, *to, 1.0)));
    }
    increasing(&pairs)
}

fn by_looking_ahead(one: &[(usize, u64)], other: &[(usize, u64)]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let mut from = 0;
    for (at, item) in one {
        let ahead = other.iter().enumerate().skip(from).take(AHEAD);
        if let Some((place, (to, _))) = ahead.into_iter().find(|(_, (_, candidate))| candidate == item) {
            pairs.push((*at, *to));
            from = place + 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn is_chain(pairs: &[(usize, usize)]) -> bool {
        pairs.windows(2).all(|w| w[0].0 < w[1].0 && w[0].1 < w[1].1)
    }

    #[test]
    fn long_stretches_of_repetition_are_solved_too() {
        let one = (0..4_000).map(|at| at % 7).collect::<Vec<_>>();
        let other = (0..4_000).map(|at| at % 11).collect::<Vec<_>>();
        let pairs = common(&one, &other);
        assert!(is_chain(&pairs) && pairs.len() > 1_000, "{}", pairs.len());
    }

    proptest! {
        #[test]
        fn pairs_are_equal_and_in_order(one in prop::collection::vec(0u64..9, 0..60), other in prop::collection::vec(0u64..9, 0..60)) {
            let pairs = common(&one, &other);
            prop_assert!(is_chain(&pairs));
            prop_assert!(pairs.iter().all(|(i, j)| one[*i] == other[*j]));
            if one == other {
                prop_assert_eq!(pairs.len(), one.len());
            }
        }

        #[test]
        fn what_is_left_of_a_sequence_is_found_in_it(one in prop::collection::vec((0u64..9, any::<bool>()), 0..60)) {
            let other = one.iter().filter(|(_, left)| *left).map(|(item, _)| *item).collect::<Vec<_>>();
            let one = one.into_iter().map(|(item, _)| item).collect::<Vec<_>>();
            prop_assert_eq!(common(&one, &other).len(), other.len());
            prop_assert_eq!(common(&other, &one).len(), other.len());
        }

        #[test]
        fn the_chain_is_the_heaviest(pairs in prop::collection::btree_map((0usize..7, 0usize..7), 1u8..9, 0..12)) {
            let pairs = pairs.into_iter().map(|((i, j), w)| (i, j, f64::from(w))).collect::<Vec<_>>();
            let weight = |chain: &[(usize, usize)]| -> f64 {
                chain.iter().map(|c| pairs.iter().find(|p| (p.0, p.1) == *c).unwrap().2).sum()
            };
            let mut best: f64 = 0.0;
            for subset in 0..1u32 << pairs.len() {
                let chain = pairs.iter().enumerate().filter(|(at, _)| subset >> at & 1 == 1);
                let chain = chain.map(|(_, p)| (p.0, p.1)).collect::<Vec<_>>();
                if is_chain(&chain) {
                    best = best.max(weight(&chain));
                }
            }
            prop_assert_eq!(weight(&increasing(&pairs)), best);
        }
    }
}

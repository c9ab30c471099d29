//! The length of the longest common subsequence of two short sequences, 64 steps at a time
//! (Hyyrö, "Bit-parallel LCS-length computation revisited", 2004).

use std::collections::HashMap;
use std::hash::Hash;

/// `2 · LCS / (length + length)`: 1 for equal sequences, 0 for sequences with nothing in common.
pub(crate) fn ratio<T: Copy + Eq + Hash>(one: &[T], other: &[T]) -> f64 {
    let total = one.len() + other.len();
    if total == 0 {
        1.0
    } else {
        2.0 * length(one, other) as f64 / total as f64
    }
}

/// The length of the longest common subsequence.
pub(crate) fn length<T: Copy + Eq + Hash>(one: &[T], other: &[T]) -> usize {
    let head = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (one, other) = (
        one.get(head..).unwrap_or_default(),
        other.get(head..).unwrap_or_default(),
    );
    let tail = one
        .iter()
        .rev()
        .zip(other.iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let one = one.get(..one.len() - tail).unwrap_or_default();
    let other = other.get(..other.len() - tail).unwrap_or_default();
    if one.is_empty() || other.is_empty() {
        return head + tail;
    }
    let size = one.len().div_ceil(64);
    let mut masks: HashMap<T, Vec<u64>> = HashMap::new();
    for (at, item) in one.iter().enumerate() {
        let mask = masks.entry(*item).or_insert_with(|| vec![0; size]);
        mask.get_mut(at / 64)
            .into_iter()
            .for_each(|word| *word |= 1 << (at % 64));
    }
    let mut row = vec![u64::MAX; size];
    for item in other {
        let Some(mask) = masks.get(item) else { continue };
        let mut carry = false;
        for (word, mask) in row.iter_mut().zip(mask) {
            let both = *word & mask;
            let (sum, over) = word.overflowing_add(both);
            let (sum, more) = sum.overflowing_add(u64::from(carry));
            carry = over || more;
            *word = sum | (*word & !mask);
        }
    }
    let spare = size * 64 - one.len();
    let zeros: u32 = row.iter().map(|word| word.count_zeros()).sum();
    // The spare bits above the sequence never meet a mask; carries may clear some of them, so count only the others.
    let masked = row.last().map_or(0, |word| {
        if spare == 0 {
            0
        } else {
            spare - (word >> (64 - spare)).count_ones() as usize
        }
    });
    head + tail + zeros as usize - masked
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn by_table(one: &[u8], other: &[u8]) -> usize {
        let mut row = vec![0; other.len() + 1];
        for a in one {
            let mut diagonal = 0;
            for (at, b) in other.iter().enumerate() {
                let above = row[at + 1];
                row[at + 1] = if a == b { diagonal + 1 } else { above.max(row[at]) };
                diagonal = above;
            }
        }
        row[other.len()]
    }

    #[test]
    fn the_ratio_is_the_part_of_both_that_is_common() {
        assert_eq!(ratio::<u8>(&[], &[]), 1.0);
        assert_eq!(ratio(&[1, 2], &[3]), 0.0);
        // Two of two and two of four items: four of six.
        assert_eq!(ratio(&[1, 2], &[5, 1, 6, 2]), 4.0 / 6.0);
    }

    proptest! {
        #[test]
        fn the_length_is_that_of_the_textbook(one in prop::collection::vec(0u8..6, 0..150), other in prop::collection::vec(0u8..6, 0..150)) {
            prop_assert_eq!(length(&one, &other), by_table(&one, &other));
        }
    }
}

//! The work in progress: both sides, and which old block is which new one so far.

use crate::align::block::{Block, Family, Given, Numbers, Side, side};
use crate::align::files::Plan;
use crate::align::rivals::Rivals;
use crate::align::similarity::Similarity;
use crate::align::{Hints, New, Old};
use std::collections::{BTreeMap, BTreeSet};

/// Both sides and the pairs found so far. Blocks are named by their index in `Side::blocks`.
pub(crate) struct Work {
    pub(crate) old: Side,
    pub(crate) new: Side,
    pub(crate) similarity: Similarity,
    pub(crate) rivals: Rivals,
    /// For every new release, the old one it goes on from.
    mate: Vec<Option<usize>>,
    new_of: Vec<Option<usize>>,
    old_of: Vec<Option<usize>>,
    /// The likeness with which each new block was paired.
    likeness: Vec<f64>,
    fixed: BTreeSet<usize>,
    forbidden: BTreeSet<(usize, usize)>,
}

impl Work {
    pub(crate) fn of(old: &[Old], new: &[New], plan: &Plan) -> Work {
        let mut numbers = Numbers::default();
        let before = plan.old.iter().map(|file| {
            let given = |at: &usize| {
                let segment = old.get(*at)?;
                let (kind, text) = (&segment.kind, segment.text.as_str());
                Some(Given { input: *at, kind, text })
            };
            file.iter().filter_map(given).collect()
        });
        let before = side(before, &mut numbers);
        let after = plan.new.iter().map(|file| {
            let given = |at: &usize| {
                let segment = new.get(*at)?;
                let (kind, text) = (&segment.kind, segment.text.as_str());
                Some(Given { input: *at, kind, text })
            };
            file.iter().filter_map(given).collect()
        });
        let after = side(after, &mut numbers);
        Work {
            similarity: Similarity::of(&before, &after, &numbers),
            rivals: Rivals::of(&before, &after),
            mate: plan.mate.clone(),
            new_of: vec![None; before.blocks.len()],
            old_of: vec![None; after.blocks.len()],
            likeness: vec![0.0; after.blocks.len()],
            fixed: BTreeSet::new(),
            forbidden: BTreeSet::new(),
            old: before,
            new: after,
        }
    }

    /// Does what the editor said: forced pairs stand, forbidden ones never come about.
    pub(crate) fn apply(&mut self, hints: &Hints) {
        if hints.paired.is_empty() && hints.unpaired.is_empty() {
            return;
        }
        let places = |side: &Side| -> BTreeMap<usize, usize> {
            let blocks = side.blocks.iter().enumerate();
            blocks.map(|(at, block)| (block.input, at)).collect()
        };
        let (before, after) = (places(&self.old), places(&self.new));
        for (old, new) in &hints.unpaired {
            if let (Some(old), Some(new)) = (before.get(old).copied(), after.get(new).copied()) {
                self.forbidden.insert((old, new));
            }
        }
        for (old, new) in &hints.paired {
            if let (Some(old), Some(new)) = (before.get(old).copied(), after.get(new).copied())
                && self.is_free_old(old)
                && self.is_free_new(new)
            {
                let likeness = self.similarity.likeness(&self.old, old, &self.new, new);
                self.pair(old, new, likeness);
                self.fixed.insert(new);
            }
        }
    }

    pub(crate) fn old_block(&self, old: usize) -> Option<&Block> {
        self.old.blocks.get(old)
    }

    pub(crate) fn new_block(&self, new: usize) -> Option<&Block> {
        self.new.blocks.get(new)
    }

    /// The old block that a new one continues.
    pub(crate) fn old_of(&self, new: usize) -> Option<usize> {
        self.old_of.get(new).copied().flatten()
    }

    /// The new block that an old one lives on in.
    pub(crate) fn new_of(&self, old: usize) -> Option<usize> {
        self.new_of.get(old).copied().flatten()
    }

    pub(crate) fn likeness(&self, new: usize) -> f64 {
        self.likeness.get(new).copied().unwrap_or(0.0)
    }

    pub(crate) fn is_free_old(&self, old: usize) -> bool {
        self.new_of.get(old) == Some(&None)
    }

    pub(crate) fn is_free_new(&self, new: usize) -> bool {
        self.old_of.get(new) == Some(&None)
    }

    /// Pairs two free blocks, unless the editor said they are not the same.
    pub(crate) fn pair(&mut self, old: usize, new: usize, likeness: f64) -> bool {
        let allowed = self.is_free_old(old) && self.is_free_new(new) && !self.forbidden.contains(&(old, new));
        if allowed {
            self.new_of.get_mut(old).into_iter().for_each(|n| *n = Some(new));
            self.old_of.get_mut(new).into_iter().for_each(|o| *o = Some(old));
            self.likeness.get_mut(new).into_iter().for_each(|l| *l = likeness);
        }
        allowed
    }

    /// Takes a pair apart, unless the editor asked for it.
    pub(crate) fn part(&mut self, new: usize) {
        if self.fixed.contains(&new) {
            return;
        }
        if let Some(old) = self.old_of.get_mut(new).and_then(Option::take) {
            self.new_of.get_mut(old).into_iter().for_each(|n| *n = None);
        }
    }

    pub(crate) fn is_forbidden(&self, old: usize, new: usize) -> bool {
        self.forbidden.contains(&(old, new))
    }

    /// The old release that a new one goes on from.
    pub(crate) fn mate(&self, new_file: usize) -> Option<usize> {
        self.mate.get(new_file).copied().flatten()
    }

    /// Whether both stand in the same release, renamed or not.
    pub(crate) fn same_release(&self, old: usize, new: usize) -> bool {
        match (self.old_block(old), self.new_block(new)) {
            (Some(old), Some(new)) => self.mate(new.file) == Some(old.file),
            _ => false,
        }
    }

    /// How many of the two neighbours of an old and a new block are paired with each other.
    pub(crate) fn agreeing(&self, old: usize, new: usize) -> usize {
        let agree = |old: Option<usize>, new: Option<usize>| {
            usize::from(new.is_some() && old.and_then(|old| self.new_of(old)) == new)
        };
        agree(self.old.before(old), self.new.before(new)) + agree(self.old.after(old), self.new.after(new))
    }

    /// How alike an old and a new block are, 0 to 1.
    pub(crate) fn score(&self, old: usize, new: usize) -> f64 {
        self.similarity.likeness(&self.old, old, &self.new, new)
    }

    /// Whether the old block's kind can have become the new one's, and both can be paired by likeness.
    pub(crate) fn comparable(&self, old: usize, new: usize) -> bool {
        let runs = |family: Family| matches!(family, Family::Heading | Family::Text);
        match (self.old_block(old), self.new_block(new)) {
            (Some(old), Some(new)) => old.family == new.family || (runs(old.family) && runs(new.family)),
            _ => false,
        }
    }
}

/// Blocks that are paired one by one by likeness; cells and fields have ways of their own.
pub(crate) fn stands_alone(block: &Block) -> bool {
    matches!(block.family, Family::Heading | Family::Text | Family::Code)
}

//! Front-matter fields: the name says which is which, whatever the text.

use crate::align::block::Family;
use crate::align::matching::Work;
use crate::release::Kind;
use std::collections::BTreeMap;

/// Pairs the fields of each release by name; where a name stands more than once and as often as before, in order.
pub(crate) fn pair(work: &mut Work) {
    for file in 0..work.new.files.len() {
        let mut names: BTreeMap<String, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
        let old = work
            .mate(file)
            .and_then(|f| work.old.files.get(f))
            .cloned()
            .unwrap_or_default();
        let new = work.new.files.get(file).cloned().unwrap_or_default();
        for at in old.filter(|at| work.is_free_old(*at)) {
            if let Some(name) = name(work.old_block(at)) {
                names.entry(name).or_default().0.push(at);
            }
        }
        for at in new.filter(|at| work.is_free_new(*at)) {
            if let Some(name) = name(work.new_block(at)) {
                names.entry(name).or_default().1.push(at);
            }
        }
        for (old, new) in names.into_values() {
            pair_named(work, &old, &new);
        }
    }
}

fn name(block: Option<&crate::align::block::Block>) -> Option<String> {
    match block {
        Some(block) if block.family == Family::Field => match &block.kind {
            Kind::Field(name) => Some(name.clone()),
            _ => None,
        },
        _ => None,
    }
}

fn pair_named(work: &mut Work, old: &[usize], new: &[usize]) {
    if old.len() != new.len() {
        crate::align::gaps::pair_in_order(work, old, new, crate::align::gaps::Anchors::Both);
        return;
    }
    for (old, new) in old.iter().zip(new) {
        let likeness = work.score(*old, *new).max(0.0);
        work.pair(*old, *new, likeness);
    }
}

//! Which release is which: by name, and by shared text where a name is new.

use crate::align::{Hints, New, Old, Renamed};
use crate::names::Slug;
use crate::release::canonical;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The share of text in equal segments from which on a release with a new name is an old one renamed.
const RENAMED: f64 = 0.2;
/// A text that stands in more releases than this says nothing about which is which.
const COMMON: usize = 16;

/// The releases, sorted by name, and which of them need aligning.
pub(crate) struct Plan {
    /// The releases whose segments are all as they were: pairs of indices, in order.
    pub(crate) unchanged: Vec<(usize, usize)>,
    /// The old releases to align: their segments in order.
    pub(crate) old: Vec<Vec<usize>>,
    /// The new releases to align: their segments in order.
    pub(crate) new: Vec<Vec<usize>>,
    /// For every new release to align, the old one (an index into `old`) that it goes on from.
    pub(crate) mate: Vec<Option<usize>>,
    /// The releases that go on under another name.
    pub(crate) renamed: Vec<Renamed>,
}

impl Plan {
    pub(crate) fn of(old: &[Old], new: &[New], hints: &Hints) -> Plan {
        let old_files = group(old.iter().map(|segment| &segment.release));
        let mut new_files = group(new.iter().map(|segment| &segment.release));
        let hinted = hinted_releases(old, new, hints);
        let mut plan = Plan {
            unchanged: Vec::new(),
            old: Vec::new(),
            new: Vec::new(),
            mate: Vec::new(),
            renamed: Vec::new(),
        };
        let mut lost = Vec::new();
        for (slug, before) in old_files {
            let Some(after) = new_files.remove(slug) else {
                lost.push((slug, plan.old.len()));
                plan.old.push(before);
                continue;
            };
            if !hinted.contains(slug) && is_unchanged(old, new, &before, &after) {
                plan.unchanged.extend(before.into_iter().zip(after));
                continue;
            }
            plan.mate.push(Some(plan.old.len()));
            plan.old.push(before);
            plan.new.push(after);
        }
        let come = new_files.into_iter().map(|(slug, after)| {
            plan.new.push(after);
            plan.mate.push(None);
            (slug, plan.new.len() - 1)
        });
        let come = come.collect::<Vec<_>>();
        plan.find_renamed(old, new, &lost, &come);
        plan
    }

    /// Pairs lost with new releases, those with the most text in common first.
    fn find_renamed(&mut self, old: &[Old], new: &[New], lost: &[(&Slug, usize)], come: &[(&Slug, usize)]) {
        let mut places: HashMap<String, Vec<usize>> = HashMap::new();
        let mut sizes = vec![0usize; lost.len()];
        for (rank, (_, file)) in lost.iter().enumerate() {
            for segment in self.old.get(*file).into_iter().flatten().filter_map(|at| old.get(*at)) {
                let form = canonical::canonical(&segment.text);
                if let Some(size) = sizes.get_mut(rank) {
                    *size += weight(form.plain());
                }
                places.entry(form.form().to_owned()).or_default().push(rank);
            }
        }
        let mut candidates = Vec::new();
        for (place, (_, file)) in come.iter().enumerate() {
            let segments = self.new.get(*file).into_iter().flatten().filter_map(|at| new.get(*at));
            candidates.extend(
                shares(segments, &places, &sizes)
                    .into_iter()
                    .map(|(share, rank)| (share, rank, place)),
            );
        }
        candidates.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        let (mut used, mut placed) = (vec![false; lost.len()], vec![false; come.len()]);
        for (_, rank, place) in candidates.into_iter().filter(|(share, ..)| *share >= RENAMED) {
            let (Some(from), Some(to)) = (lost.get(rank), come.get(place)) else {
                continue;
            };
            if used.get(rank) == Some(&false) && placed.get(place) == Some(&false) {
                used.get_mut(rank).into_iter().for_each(|u| *u = true);
                placed.get_mut(place).into_iter().for_each(|p| *p = true);
                self.mate.get_mut(to.1).into_iter().for_each(|m| *m = Some(from.1));
                let (from, to) = (from.0.clone(), to.0.clone());
                self.renamed.push(Renamed { from, to });
            }
        }
        self.renamed.sort();
    }
}

/// The share of its text that a new release has in common with each lost one.
fn shares<'a>(
    segments: impl Iterator<Item = &'a New>,
    places: &HashMap<String, Vec<usize>>,
    sizes: &[usize],
) -> Vec<(f64, usize)> {
    let mut common: BTreeMap<usize, usize> = BTreeMap::new();
    let mut taken: HashMap<(usize, String), usize> = HashMap::new();
    let mut size = 0;
    for segment in segments {
        let form = canonical::canonical(&segment.text);
        let words = weight(form.plain());
        size += words;
        let mut ranks = places.get(form.form()).cloned().unwrap_or_default();
        let standing = ranks.clone();
        ranks.dedup();
        if ranks.len() > COMMON {
            continue;
        }
        for rank in ranks {
            let times = standing.iter().filter(|r| **r == rank).count();
            let count = taken.entry((rank, form.form().to_owned())).or_default();
            if *count < times {
                *count += 1;
                *common.entry(rank).or_default() += words;
            }
        }
    }
    let share =
        |rank: usize, words: usize| words as f64 / size.max(sizes.get(rank).copied().unwrap_or(0)).max(1) as f64;
    common
        .into_iter()
        .map(|(rank, words)| (share(rank, words), rank))
        .collect()
}

fn weight(plain: &str) -> usize {
    canonical::words(plain).len()
}

/// The releases in the order of their names, each with its segments in order. Segments mostly come release by release,
/// so a name is looked up once for a run of them.
fn group<'a>(releases: impl Iterator<Item = &'a Slug>) -> BTreeMap<&'a Slug, Vec<usize>> {
    let mut runs: Vec<(&Slug, Vec<usize>)> = Vec::new();
    for (at, release) in releases.enumerate() {
        match runs.last_mut() {
            Some((last, segments)) if *last == release => segments.push(at),
            _ => runs.push((release, vec![at])),
        }
    }
    let mut files: BTreeMap<&Slug, Vec<usize>> = BTreeMap::new();
    for (release, segments) in runs {
        files.entry(release).or_default().extend(segments);
    }
    files
}

fn hinted_releases<'a>(old: &'a [Old], new: &'a [New], hints: &Hints) -> BTreeSet<&'a Slug> {
    let pairs = || hints.paired.iter().chain(&hints.unpaired);
    let before = pairs()
        .filter_map(|(at, _)| old.get(*at))
        .map(|segment| &segment.release);
    let after = pairs()
        .filter_map(|(_, at)| new.get(*at))
        .map(|segment| &segment.release);
    before.chain(after).collect()
}

/// Whether a release has the same segments in the same order, up to cosmetic changes.
fn is_unchanged(old: &[Old], new: &[New], before: &[usize], after: &[usize]) -> bool {
    let same = |(before, after): (&usize, &usize)| match (old.get(*before), new.get(*after)) {
        (Some(before), Some(after)) => before.kind == after.kind && canonical::same(&before.text, &after.text),
        _ => false,
    };
    before.len() == after.len() && before.iter().zip(after).all(same)
}

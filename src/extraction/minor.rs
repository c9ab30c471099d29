//! Earlier wordings that an editor declares equivalent: once, on the side of the source, for all locales.

use crate::align::change::{self, classify};
use crate::align::{Origin, Wording};
use crate::catalog::quote::writable;
use crate::catalog::source::Minor;
use crate::extraction::{Extraction, count_by_release};
use crate::names::{SegmentId, Slug};
use crate::release::canonical::same;

/// Declares the earlier wording of every reworded segment equivalent whose kind of change `harmless` accepts.
///
/// Returns the segments that it refused, each with its release, id and change.
pub fn declare_minor(
    extraction: &mut Extraction,
    reason: &str,
    harmless: impl Fn(change::Kind) -> bool,
) -> Vec<(Slug, SegmentId, change::Change)> {
    let mut refused = Vec::new();
    let mut at = 0;
    let counts: Vec<(Slug, usize)> = count_by_release(&extraction.new);
    for (slug, count) in counts {
        let Ok(index) = extraction.releases.binary_search_by(|one| one.release.slug.cmp(&slug)) else {
            continue;
        };
        let one = &mut extraction.releases[index];
        for (entry, origin) in one
            .catalog
            .entries
            .iter_mut()
            .zip(&extraction.alignment.origins[at..at + count])
        {
            let Origin::Kept {
                old,
                wording: Wording::Reworded,
                ..
            } = origin
            else {
                continue;
            };
            let before = &extraction.old[*old];
            let change = classify(&before.text, &entry.text);
            if harmless(change.kind) {
                let earlier = one
                    .committed
                    .iter()
                    .flat_map(|own| &own.catalog.entries)
                    .find(|own| own.id == before.id);
                entry.minor = earlier.map(|own| own.minor.clone()).unwrap_or_default();
                entry.minor.push(Minor {
                    reason: reason.to_owned(),
                    text: before.text.clone(),
                });
            } else {
                refused.push((slug.clone(), entry.id.clone(), change));
            }
        }
        at += count;
    }
    refused
}

/// Declares `wording` equivalent to what a segment says now; whether it was not declared before. Nothing happens if there is no such segment.
pub fn declare(extraction: &mut Extraction, slug: &Slug, id: &SegmentId, reason: &str, wording: &str) -> bool {
    let Some(declared) = minors(extraction, slug, id) else {
        return false;
    };
    if declared.iter().any(|earlier| same(&earlier.text, wording)) {
        return false;
    }
    declared.push(Minor {
        reason: reason.to_owned(),
        text: writable(wording),
    });
    true
}

/// Takes back everything that was declared equivalent to a segment, and returns it.
pub fn take_back(extraction: &mut Extraction, slug: &Slug, id: &SegmentId) -> Vec<Minor> {
    minors(extraction, slug, id).map(std::mem::take).unwrap_or_default()
}

fn minors<'e>(extraction: &'e mut Extraction, slug: &Slug, id: &SegmentId) -> Option<&'e mut Vec<Minor>> {
    let at = extraction
        .releases
        .binary_search_by(|one| one.release.slug.cmp(slug))
        .ok()?;
    let entries = &mut extraction.releases.get_mut(at)?.catalog.entries;
    entries
        .iter_mut()
        .find(|entry| &entry.id == id)
        .map(|entry| &mut entry.minor)
}

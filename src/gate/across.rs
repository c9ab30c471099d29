//! What is found only where all releases of a locale are seen together: only those are read again whose wordings are at odds with others.

use super::Order;
use super::kept::Kept;
use crate::check;
use crate::desk::Desk;
use crate::edition::Edition;
use crate::ledger;
use crate::locale::Locale;
use crate::names::Slug;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// The wordings of a release in each locale that it is meant for: a digest of each English text and one of its translation.
pub type Wordings = Vec<(Locale, Vec<(u64, u64)>)>;

impl ledger::Result for Wordings {}

/// What the rules find across the releases with these wordings, those that were read `now` and those that are known from `earlier`.
pub(super) fn look(
    desk: &Desk<'_>,
    order: &Order<'_>,
    now: &BTreeMap<Slug, Wordings>,
    earlier: &BTreeMap<Slug, Wordings>,
) -> Vec<Kept> {
    let spared = earlier
        .iter()
        .filter(|(slug, _)| desk.spared.contains(slug) && order.wants(slug.as_str()));
    let all: Vec<(&Slug, &Wordings)> = now.iter().chain(spared).collect();
    let mut found = Vec::new();
    for locale in order.locales {
        let own = |wordings: &Wordings| {
            wordings
                .iter()
                .find(|(own, _)| own == locale)
                .map(|(_, rows)| rows.clone())
        };
        let rows = all.iter().filter_map(|(slug, wordings)| Some((*slug, own(wordings)?)));
        let rows = rows.flat_map(|(slug, rows)| rows.into_iter().map(move |row| (slug, row)));
        let needed = at_odds(rows);
        let visited = desk.visit_again(|slug| needed.contains(slug), |one| desk.edition(one, locale));
        let editions: Vec<Edition> = visited.seen;
        let is_own = |slug: &str| Slug::new(slug).is_ok_and(|slug| order.owns(&slug));
        let odd = check::across(&editions, order.levels).into_iter();
        let odd = odd.filter(|finding| finding.subject.release.as_deref().is_some_and(is_own));
        found.extend(odd.map(|finding| Kept::of(&finding)));
    }
    found
}

/// The releases that hold an English text which is translated in more than one way.
fn at_odds<'s>(wordings: impl Iterator<Item = (&'s Slug, (u64, u64))>) -> BTreeSet<&'s Slug> {
    let mut rows: Vec<(u64, u64, &Slug)> = wordings.map(|(slug, (english, text))| (english, text, slug)).collect();
    rows.par_sort_unstable();
    let groups = rows.chunk_by(|a, b| a.0 == b.0);
    let odd = groups.filter(|group| group.first().map(|row| row.1) != group.last().map(|row| row.1));
    odd.flatten().map(|row| row.2).collect()
}

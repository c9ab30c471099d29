//! Visits to many releases: looked at one by one, as many at once as there are processors, and let go.

use super::files::read_committed;
use super::{Desk, changed_meanwhile};
use crate::diagnostic::Diagnostic;
use crate::extraction::{self, Extracted};
use crate::names::Slug;
use crate::release::Release;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Somebody who is told, from any thread, how many of how many releases were visited.
pub type Watch<'w> = dyn Fn(usize, usize) + Sync + 'w;

/// What a visit to many releases brought.
#[derive(Debug)]
pub struct Visited<T> {
    /// What was seen, in the order of the slugs.
    pub seen: Vec<T>,
    /// What is wrong with releases that could not be visited.
    pub told: Vec<Diagnostic>,
    /// Which these are.
    pub unread: BTreeSet<Slug>,
}

impl<'a> Desk<'a> {
    /// The same desk, with somebody told how far every visit is.
    pub fn watched(mut self, watch: &'a Watch<'a>) -> Desk<'a> {
        self.watch = Some(watch);
        self
    }

    /// Looks at the releases for which `wanted` holds, many at once; each is let go before the next is read, unless it is kept anyway. The
    /// first visit reads them: where a release is settled, `look` must not ask for what is in others.
    pub fn visit<T: Send>(
        &self,
        wanted: impl Fn(&Slug) -> bool + Sync,
        look: impl Fn(&Extracted) -> T + Sync,
    ) -> Visited<T> {
        let count = Count::of(self.slugs.iter().filter(|slug| wanted(slug)).count(), self.watch);
        let mut slugs: Vec<&Slug> = Vec::new();
        let mut seen = Vec::new();
        if self.read.get().is_none() {
            let look = |release: Release, own| {
                wanted(&release.slug).then(|| count.one(look(&extraction::settled(release, own))))
            };
            let (read, looked) = self.read_releases(look);
            self.read.get_or_init(|| read);
            seen = looked;
        } else {
            slugs.extend(&self.read().settled);
        }
        slugs.extend(self.kept());
        slugs.retain(|slug| wanted(slug));
        let mut visited = visit_each(slugs, |slug| self.seen(slug, |one| count.one(look(one))));
        visited.seen.extend(seen);
        visited.sorted()
    }

    /// The same for any release, also for those that the desk spared.
    pub fn visit_again<T: Send>(
        &self,
        wanted: impl Fn(&Slug) -> bool + Sync,
        look: impl Fn(&Extracted) -> T + Sync,
    ) -> Visited<T> {
        let slugs: Vec<&Slug> = self.sound().filter(|slug| wanted(slug)).collect();
        let count = Count::of(slugs.len(), self.watch);
        visit_each(slugs, |slug| self.seen(slug, |one| count.one(look(one)))).sorted()
    }

    /// Looks at the English of the segments of all releases. That of a release which the desk did not keep is read in its source catalog: there it
    /// stands word for word, or the release would have been kept.
    pub fn visit_english<T: Send>(&self, look: impl Fn(&Slug, &[&str]) -> T + Sync) -> Visited<T> {
        let slugs: Vec<&Slug> = self.sound().collect();
        let count = Count::of(slugs.len(), self.watch);
        let visit = |slug: &Slug| {
            if let Some(one) = self.extraction().release(slug) {
                let texts: Vec<&str> = one.wanted().iter().map(|wanted| &*wanted.english).collect();
                return Ok(count.one(look(slug, &texts)));
            }
            let own = read_committed(self.newsroom, &self.catalog_path(slug))?;
            if !own.told.is_empty() {
                return Err(changed_meanwhile(slug));
            }
            let texts: Vec<&str> = own.catalog.entries.iter().map(|entry| entry.text.as_str()).collect();
            Ok(count.one(look(slug, &texts)))
        };
        visit_each(slugs, visit).sorted()
    }

    /// The releases that can be visited: kept, let go or spared.
    fn sound(&self) -> impl Iterator<Item = &Slug> {
        self.kept().chain(&self.read().settled).chain(&self.spared)
    }

    /// The releases that are kept.
    fn kept(&self) -> impl Iterator<Item = &Slug> {
        self.extraction().releases.iter().map(|one| &one.release.slug)
    }

    fn seen<T>(&self, slug: &Slug, look: impl FnOnce(&Extracted) -> T) -> Result<T, Diagnostic> {
        match self.extraction().release(slug) {
            Some(one) => Ok(look(one)),
            None => self.settled(slug).map(|one| look(&one)),
        }
    }

    /// Looks at one release; nothing if there is none, or none that can be read.
    pub fn look_at<T>(&self, slug: &Slug, look: impl FnOnce(&Extracted) -> T) -> Option<T> {
        match self.extraction().release(slug) {
            Some(one) => Some(look(one)),
            None if self.read().settled.contains(slug) || self.spared.contains(slug) => {
                self.settled(slug).ok().map(|one| look(&one))
            }
            None => None,
        }
    }
}

/// Visits releases, as many at once as there are processors.
fn visit_each<T: Send>(slugs: Vec<&Slug>, visit: impl Fn(&Slug) -> Result<T, Diagnostic> + Sync) -> Visited<(Slug, T)> {
    let mut visited = Visited {
        seen: Vec::new(),
        told: Vec::new(),
        unread: BTreeSet::new(),
    };
    let seen = slugs.into_par_iter().map(|slug| (slug.clone(), visit(slug)));
    for (slug, seen) in seen.collect::<Vec<_>>() {
        match seen {
            Ok(seen) => visited.seen.push((slug, seen)),
            Err(error) => {
                visited.told.push(error);
                visited.unread.insert(slug);
            }
        }
    }
    visited
}

/// Who is told how many of how many were visited.
struct Count<'w> {
    done: AtomicUsize,
    of: usize,
    watch: Option<&'w Watch<'w>>,
}

impl<'w> Count<'w> {
    fn of(of: usize, watch: Option<&'w Watch<'w>>) -> Count<'w> {
        Count {
            done: AtomicUsize::new(0),
            of,
            watch,
        }
    }

    /// Counts one more, of which `seen` was seen.
    fn one<T>(&self, seen: T) -> T {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        self.watch.inspect(|watch| watch(done, self.of));
        seen
    }
}

impl<T> Visited<(Slug, T)> {
    /// What was seen, in the order of the slugs.
    fn sorted(mut self) -> Visited<T> {
        self.seen.sort_by(|(one, _), (other, _)| one.cmp(other));
        Visited {
            seen: self.seen.into_iter().map(|(_, seen)| seen).collect(),
            told: self.told,
            unread: self.unread,
        }
    }
}

//! A check of a newsroom: release by release, every edition let go before the next is read.

use super::glossary::Glossaries;
use super::kept::{Card, Kept, Traces, traces};
use super::levels::Levels;
use super::{across, one};
use crate::desk::Desk;
use crate::diagnostic::Diagnostic;
use crate::edition::Edition;
use crate::extraction::Extracted;
use crate::locale::Locale;
use crate::names::Slug;
use globset::GlobSet;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// What a check is about.
pub struct Order<'a> {
    /// The locales.
    pub locales: &'a [Locale],
    /// Only the works whose name matches; all if it is none.
    pub works: Option<&'a GlobSet>,
    /// How serious each rule is.
    pub levels: &'a Levels,
}

/// What is known of releases that the desk spared.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// Their findings.
    pub cards: BTreeMap<Slug, Card>,
    /// Their wordings; not needed where it is known what `across` finds.
    pub traces: BTreeMap<Slug, Traces>,
    /// What is found where all editions are seen together.
    pub across: Option<Vec<Kept>>,
}

/// What a check found.
#[derive(Debug, Clone, Default)]
pub struct Survey {
    /// The findings: what reading the files told, and what the rules say.
    pub findings: Vec<Diagnostic>,
    /// The editions that were looked at: tag and name.
    pub editions: Vec<(String, String)>,
    /// The cards and wordings of releases that were read now and whose files told nothing.
    pub found: BTreeMap<Slug, (Card, Traces)>,
    /// What was found where all editions are seen together.
    pub across: Vec<Diagnostic>,
}

/// What is in the cards of an edition.
struct Looked {
    locale: Locale,
    told: Vec<Diagnostic>,
    findings: Vec<Diagnostic>,
    traces: Vec<(u64, u64)>,
}

/// Runs the rules over everything that is ordered. Of the releases that the desk spared, what is `known` is taken.
///
/// # Errors
/// A diagnostic (code `io`) if releases that must be looked at again cannot be listed.
pub fn survey(desk: &Desk<'_>, order: &Order<'_>, known: &Known) -> Result<Survey, Diagnostic> {
    let glossaries = Glossaries::new(&desk.own_terms(), &desk.terms);
    let releases: Vec<&Extracted> = desk.releases(order.works).collect();
    let read: BTreeMap<&Slug, Vec<Looked>> = releases
        .par_iter()
        .map(|release| (&release.release.slug, looked(desk, release, order, &glossaries)))
        .collect();
    let mut survey = Survey::default();
    for locale in order.locales {
        survey.in_locale(desk, order, locale, &glossaries, (&read, known));
    }
    let sound = releases
        .iter()
        .filter(|one| one.told.is_empty() && one.is_current())
        .map(|one| &one.release.slug);
    for slug in sound {
        let editions = read.get(slug).map(Vec::as_slice).unwrap_or_default();
        if editions.iter().all(|looked| looked.told.is_empty()) {
            let card = editions.iter().map(Looked::card).collect();
            let traces = editions
                .iter()
                .map(|looked| (looked.locale.to_string(), looked.traces.clone()));
            survey.found.insert(slug.clone(), (card, traces.collect()));
        }
    }
    survey.across = match &known.across {
        Some(kept) => kept.iter().filter_map(Kept::finding).collect(),
        _ => together(desk, order, &read, known)?,
    };
    survey.findings.extend(survey.across.iter().cloned());
    Ok(survey)
}

impl Survey {
    fn in_locale(
        &mut self,
        desk: &Desk<'_>,
        order: &Order<'_>,
        locale: &Locale,
        glossaries: &Glossaries,
        (read, known): (&BTreeMap<&Slug, Vec<Looked>>, &Known),
    ) {
        let is_meant = |name: &str| order.works.is_none_or(|set| set.is_match(name));
        for edition in desk.own_editions(locale) {
            if is_meant(edition.work.name()) {
                self.findings.extend(edition.told.iter().cloned());
                self.findings.extend(one(&edition, order.levels, glossaries));
                self.editions.push((locale.to_string(), edition.work.name().to_owned()));
            }
        }
        let mut of_releases: BTreeMap<&Slug, Vec<Diagnostic>> = BTreeMap::new();
        for (slug, editions) in read {
            for looked in editions.iter().filter(|looked| &looked.locale == locale) {
                let all = looked.told.iter().chain(&looked.findings);
                of_releases.insert(slug, all.cloned().collect());
            }
        }
        let cards = known.cards.iter().filter(|(slug, _)| desk.spared.contains(slug));
        for (slug, card) in cards.filter(|(slug, _)| is_meant(slug.as_str())) {
            if let Some((_, kept)) = card.iter().find(|(tag, _)| tag == locale.tag()) {
                of_releases.insert(slug, kept.iter().filter_map(Kept::finding).collect());
            }
        }
        for (slug, findings) in of_releases {
            self.findings.extend(findings);
            self.editions.push((locale.to_string(), slug.to_string()));
        }
    }
}

impl Looked {
    fn card(&self) -> (String, Vec<Kept>) {
        (self.locale.to_string(), self.findings.iter().map(Kept::of).collect())
    }
}

/// What the rules find in a release in each locale.
fn looked(desk: &Desk<'_>, release: &Extracted, order: &Order<'_>, glossaries: &Glossaries) -> Vec<Looked> {
    let meant = order
        .locales
        .iter()
        .filter(|locale| release.release.front.is_for(locale));
    let look = |locale: &Locale| {
        let edition = desk.edition(release, locale);
        Looked {
            locale: locale.clone(),
            findings: one(&edition, order.levels, glossaries),
            traces: traces(&edition),
            told: edition.told,
        }
    };
    meant.map(look).collect()
}

/// What is found where all editions of a locale are seen together: only those are read again whose wordings are at odds with others.
fn together(
    desk: &Desk<'_>,
    order: &Order<'_>,
    read: &BTreeMap<&Slug, Vec<Looked>>,
    known: &Known,
) -> Result<Vec<Diagnostic>, Diagnostic> {
    let is_meant = |slug: &&Slug| order.works.is_none_or(|set| set.is_match(slug.as_str()));
    let mut odd: BTreeMap<&Locale, BTreeSet<&Slug>> = BTreeMap::new();
    for locale in order.locales {
        let now = read.iter().flat_map(|(slug, editions)| {
            let own = editions.iter().filter(|looked| &looked.locale == locale);
            own.flat_map(|looked| &looked.traces).map(|trace| (*slug, *trace))
        });
        let spared = known
            .traces
            .iter()
            .filter(|(slug, _)| desk.spared.contains(slug) && is_meant(slug));
        let earlier = spared.flat_map(|(slug, traces)| {
            let own = traces.iter().filter(|(tag, _)| tag == locale.tag());
            own.flat_map(|(_, traces)| traces).map(move |trace| (slug, *trace))
        });
        odd.insert(locale, at_odds(now.chain(earlier)));
    }
    let needed: BTreeSet<&Slug> = odd.values().flatten().copied().collect();
    let again = match needed.iter().any(|slug| desk.spared.contains(slug)) {
        true => Some(Desk::open_without(desk.newsroom, |slug| !needed.contains(slug))?),
        false => None,
    };
    let desk = again.as_ref().unwrap_or(desk);
    let mut found = Vec::new();
    for (locale, slugs) in &odd {
        let releases: Vec<&Extracted> = slugs.iter().filter_map(|slug| desk.extraction.release(slug)).collect();
        let editions: Vec<Edition> = releases.par_iter().map(|one| desk.edition(one, locale)).collect();
        found.extend(across(&editions, order.levels));
    }
    Ok(found)
}

/// The releases that hold an English text which is translated in more than one way.
fn at_odds<'s>(traces: impl Iterator<Item = (&'s Slug, (u64, u64))>) -> BTreeSet<&'s Slug> {
    let mut rows: Vec<(u64, u64, &Slug)> = traces.map(|(slug, (english, text))| (english, text, slug)).collect();
    rows.par_sort_unstable();
    let groups = rows.chunk_by(|a, b| a.0 == b.0);
    let odd = groups.filter(|group| group.first().map(|row| row.1) != group.last().map(|row| row.1));
    odd.flatten().map(|row| row.2).collect()
}

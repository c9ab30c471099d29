//! The gate: everything that must not be published, from the files, the rules and the templates together; release by release, every
//! edition let go before the next is read.

pub mod across;
pub mod kept;
pub mod known;
pub mod mend;

use crate::check::glossary::Glossaries;
use crate::check::levels::Levels;
use crate::check::side::EnglishSides;
use crate::check::{self, duplicate_translation};
use crate::desk::{Desk, Visited};
use crate::diagnostic::{Diagnostic, Severity};
use crate::edition::Edition;
use crate::extraction::Extracted;
use crate::locale::Locale;
use crate::names::{Shard, Slug};
use crate::press::Press;
use across::Wordings;
use globset::GlobSet;
use kept::{Card, Earlier, Kept};
use std::collections::{BTreeMap, BTreeSet};

/// What a check is about.
#[derive(Clone, Copy)]
pub struct Order<'a> {
    /// How serious each rule is.
    pub levels: &'a Levels,
    /// The locales.
    pub locales: &'a [Locale],
    /// Only the works whose name matches; all if it is none.
    pub works: Option<&'a GlobSet>,
    /// Only the releases of this part; what belongs to no release belongs to the first.
    pub shard: Option<Shard>,
}

/// What a check looked at, and what it found there.
#[derive(Debug, Default)]
pub struct Looked {
    /// The editions: locale and name of the work.
    pub editions: Vec<(Locale, String)>,
    /// The findings, in no particular order.
    pub findings: Vec<Diagnostic>,
    /// What can be kept of the releases that were looked at.
    pub cards: BTreeMap<Slug, Card>,
    /// The wordings of these.
    pub wordings: BTreeMap<Slug, Wordings>,
    /// What was found where all releases are seen together.
    pub across: Vec<Kept>,
}

impl Order<'_> {
    /// Whether everything is looked at.
    pub fn is_whole(&self, desk: &Desk<'_>) -> bool {
        self.works.is_none() && self.shard.is_none() && self.locales.len() == desk.locales.len()
    }

    fn wants(&self, name: &str) -> bool {
        self.works.is_none_or(|set| set.is_match(name))
    }

    fn owns(&self, slug: &Slug) -> bool {
        self.shard.is_none_or(|shard| shard.holds(slug))
    }

    fn owns_the_rest(&self) -> bool {
        self.shard.is_none_or(|shard| shard.is_first())
    }

    /// Whether a finding about a file of the source is this part's to tell.
    fn tells(&self, told: &Diagnostic) -> bool {
        let slug = told.subject.release.as_deref().and_then(|slug| Slug::new(slug).ok());
        slug.map_or(self.owns_the_rest(), |slug| self.owns(&slug))
    }
}

/// Looks at a newsroom: at its files, at the editions of these releases in these locales with every rule, and at what the templates
/// make of them. Of the releases that the desk spared, what was found `earlier` is taken.
pub fn look(desk: &Desk<'_>, order: &Order<'_>, earlier: &Earlier) -> Looked {
    let mut looked = Looked::default();
    let mut told_of_pages = Vec::new();
    let press = press(desk, &mut told_of_pages);
    let glossaries = glossaries(desk);
    if order.owns_the_rest() {
        looked.own(desk, order, &glossaries);
    }
    let look = |release: &Extracted| one(desk, press.as_ref(), order, &glossaries, release);
    let Visited {
        mut seen, told: unread, ..
    } = desk.visit(|slug| order.wants(slug.as_str()), look);
    let mut told = desk.told();
    told.extend(desk.extraction().unextracted());
    told.extend(told_of_pages);
    told.retain(|told| order.tells(told));
    told.extend(unread);
    looked
        .findings
        .extend(told.into_iter().filter_map(|told| order.levels.applied(told)));
    let spared = earlier.cards.iter().filter(|(slug, _)| desk.spared.contains(slug));
    let mut all: BTreeMap<&Slug, Rows> = spared
        .filter(|(slug, _)| order.wants(slug.as_str()) && order.owns(slug))
        .map(|(slug, card)| (slug, card.findings()))
        .collect();
    let mut settled = Vec::new();
    for (slug, one) in &mut seen {
        looked.wordings.insert(slug.clone(), std::mem::take(&mut one.wordings));
        if let Some(rows) = one.rows.take() {
            if one.is_settled {
                settled.push((slug.clone(), Card::of(&rows, std::mem::take(&mut one.files))));
            }
            all.insert(slug, rows);
        }
    }
    for (slug, rows) in all {
        looked.add(slug, rows, desk, order);
    }
    looked.cards.extend(settled);
    looked.across = match &earlier.across {
        Some(known) => known.clone(),
        None => across::look(desk, order, &looked.wordings, &earlier.wordings),
    };
    looked.findings.extend(looked.across.iter().filter_map(Kept::finding));
    looked.findings = once(std::mem::take(&mut looked.findings));
    looked
}

/// The presses, if they would run, with what is wrong with what all pages share.
fn press<'d>(desk: &'d Desk<'d>, told: &mut Vec<Diagnostic>) -> Option<Press<'d>> {
    let mut of_pages = Vec::new();
    let press = Press::new(desk, &mut of_pages);
    of_pages.extend(press.iter().flat_map(|press| press.proof_of_lists(&[])));
    let is_unread = |told: &Diagnostic| press.is_none() && told.code == "io";
    told.extend(of_pages.into_iter().filter(|told| is_of_pages(told) || is_unread(told)));
    press
}

/// The terms of a newsroom, as the rules look for them.
pub fn glossaries(desk: &Desk<'_>) -> Glossaries {
    Glossaries::new(&desk.own_terms(), &desk.terms)
}

/// What was found in each locale of a release.
type Rows = Vec<(Locale, Vec<Diagnostic>)>;

/// What was seen of one release.
struct One {
    /// What was found; nothing of a release that only lends its wordings.
    rows: Option<Rows>,
    wordings: Wordings,
    /// The files beside its texts that were looked for.
    files: Vec<String>,
    /// Whether nothing is to be told about its files, so that this may be kept.
    is_settled: bool,
}

/// Looks at one release in each locale.
fn one(
    desk: &Desk<'_>,
    press: Option<&Press<'_>>,
    order: &Order<'_>,
    glossaries: &Glossaries,
    release: &Extracted,
) -> (Slug, One) {
    let slug = release.release.slug.clone();
    let editions = order.locales.iter().map(|locale| desk.edition(release, locale));
    let editions: Vec<Edition> = editions.collect();
    let meant = || {
        editions
            .iter()
            .filter(|edition| release.release.front.is_for(&edition.locale))
    };
    let mut known = BTreeMap::new();
    let wordings = meant().map(|edition| {
        (
            edition.locale.clone(),
            duplicate_translation::wordings(edition, &mut known),
        )
    });
    let mut one = One {
        rows: None,
        wordings: wordings.collect(),
        files: Vec::new(),
        is_settled: false,
    };
    if order.owns(&slug) {
        let sources = EnglishSides::default();
        let found = |edition: &Edition| {
            (
                edition.locale.clone(),
                found(edition, order.levels, glossaries, &sources),
            )
        };
        let mut rows: Rows = meant().map(found).collect();
        let proof = press.map(|press| proof(desk, press, order, release, &editions));
        let (told, files) = proof.unwrap_or_default();
        let told = told.into_iter().filter_map(|told| order.levels.applied(told));
        rows.push((desk.newsroom.source_locale().clone(), told.collect()));
        one.files = files;
        one.rows = Some(rows);
        one.is_settled = release.is_settled() && editions.iter().all(|edition| edition.told.is_empty());
    }
    (slug, one)
}

/// What is to be told about the file of an edition, and what the rules find in it.
fn found(edition: &Edition, levels: &Levels, glossaries: &Glossaries, sources: &EnglishSides) -> Vec<Diagnostic> {
    let told = edition.told.iter().filter_map(|told| levels.applied(told.clone()));
    told.chain(check::edition(edition, levels, glossaries, sources))
        .collect()
}

/// What keeps the pages of a release from being made, in the locales that are looked at; that of the source is nobody's who asks for some
/// locales only. What is published is decided over all locales all the same.
fn proof(
    desk: &Desk<'_>,
    press: &Press<'_>,
    order: &Order<'_>,
    release: &Extracted,
    editions: &[Edition],
) -> (Vec<Diagnostic>, Vec<String>) {
    let (mut told, files) = match order.locales.len() == desk.locales.len() {
        true => press.proof(release, editions, |_| true),
        false => {
            let all: Vec<Edition> = desk
                .locales
                .iter()
                .map(|locale| desk.edition(release, locale))
                .collect();
            press.proof(release, &all, |locale| order.locales.contains(locale))
        }
    };
    told.retain(is_of_pages);
    (told, files)
}

impl Looked {
    /// Looks at the newsroom's own catalogs.
    fn own(&mut self, desk: &Desk<'_>, order: &Order<'_>, glossaries: &Glossaries) {
        let sources = EnglishSides::default();
        for locale in order.locales {
            for edition in desk.own_editions(locale) {
                if order.wants(edition.work.name()) {
                    self.findings
                        .extend(found(&edition, order.levels, glossaries, &sources));
                    self.editions.push((locale.clone(), edition.work.name().to_owned()));
                }
            }
        }
    }

    /// Adds what was found in a release in the locales that are looked at.
    fn add(&mut self, slug: &Slug, rows: Rows, desk: &Desk<'_>, order: &Order<'_>) {
        for (locale, found) in rows {
            if &locale == desk.newsroom.source_locale() {
                self.findings.extend(found);
            } else if order.locales.contains(&locale) {
                self.findings.extend(found);
                self.editions.push((locale, slug.to_string()));
            }
        }
    }
}

/// Whether something told is about templates and files of pages; what else a build tells is told elsewhere.
fn is_of_pages(told: &Diagnostic) -> bool {
    matches!(told.code, "template" | "link") && told.severity == Severity::Error
}

/// One mistake in a template is told by every page that uses it, and one file that cannot be read by all who need it; it is a finding once.
fn once(mut findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut seen = BTreeSet::new();
    findings.retain(|finding| match &finding.place {
        None if finding.code == "io" => seen.insert((String::new(), 0, 0, finding.message.clone())),
        Some(place) if finding.code == "template" => {
            seen.insert((place.path.clone(), place.line, place.column, finding.message.clone()))
        }
        _ => true,
    });
    findings
}

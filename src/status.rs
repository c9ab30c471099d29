//! How far every locale is, in segments and in words of the source.

use crate::desk::{Desk, Visited};
use crate::diagnostic::Diagnostic;
use crate::edition::{Edition, State};
use crate::extraction::Extracted;
use crate::ledger;
use crate::locale::Locale;
use crate::names::Slug;
use globset::GlobSet;
use serde::Serialize;
use std::collections::BTreeMap;

/// How many segments, or words of the source, are in each state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// All that is to be translated.
    pub total: usize,
    /// Translated from the present English.
    pub fresh: usize,
    /// Translated from another English.
    pub stale: usize,
    /// Filled in, not confirmed.
    pub draft: usize,
    /// Translated, nobody knows from what.
    pub unverified: usize,
    /// Not translated.
    pub missing: usize,
    /// Translations whose segment is gone; not part of the total.
    pub obsolete: usize,
}

/// How far something is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Progress {
    /// In segments.
    pub segments: Counts,
    /// In words of the source.
    pub words: Counts,
}

/// How far one locale is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LocaleStatus {
    /// Its tag.
    pub locale: String,
    /// All of it together.
    #[serde(flatten)]
    pub progress: Progress,
    /// Segments kept fresh because an editor declared a change of the English harmless.
    pub equivalent: usize,
    /// Every release, and the catalogs of the newsroom itself.
    pub releases: Vec<ReleaseStatus>,
}

/// How far one release is in one locale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReleaseStatus {
    /// The slug; `site` and `glossary` for the newsroom's own catalogs.
    pub release: String,
    /// How far it is.
    #[serde(flatten)]
    pub progress: Progress,
    /// Segments kept fresh because an editor declared a change of the English harmless.
    pub equivalent: usize,
}

/// What is kept of a release for later runs: tag, segments, words, and segments fresh by declaration, for each locale it is meant for.
pub type Card = Vec<(String, [usize; 7], [usize; 7], usize)>;

impl ledger::Result for Card {}

/// How far a newsroom is.
#[derive(Debug, Clone, Default)]
pub struct Survey {
    /// The locales asked for, in the order asked for.
    pub locales: Vec<LocaleStatus>,
    /// What is wrong with files of the locales.
    pub told: Vec<Diagnostic>,
    /// The cards of releases that were read now and about which there is nothing to tell.
    pub found: BTreeMap<Slug, Card>,
}

/// How far the works that `works` matches are in these locales. Of the releases that the desk spared, what is `known` is taken.
pub fn survey(desk: &Desk<'_>, known: &BTreeMap<Slug, Card>, locales: &[Locale], works: Option<&GlobSet>) -> Survey {
    let is_meant = |name: &str| works.is_none_or(|set| set.is_match(name));
    let look = |one: &Extracted| (one.release.slug.clone(), one.is_settled(), looked(desk, one, locales));
    let Visited { seen, told, .. } = desk.visit(|slug| is_meant(slug.as_str()), look);
    let mut survey = Survey {
        told,
        ..Survey::default()
    };
    let is_taken = |slug: &Slug| desk.spared.contains(slug) && is_meant(slug.as_str());
    let taken: Vec<(&Slug, &Card)> = known.iter().filter(|(slug, _)| is_taken(slug)).collect();
    for locale in locales {
        let own = desk
            .own_editions(locale)
            .into_iter()
            .filter(|own| is_meant(own.work.name()));
        let mut rows: Vec<ReleaseStatus> = Vec::new();
        for edition in own {
            let lengths: Vec<usize> = edition.units.iter().map(|unit| words(&unit.wanted.english)).collect();
            rows.push(of_edition(&edition, &lengths));
            survey.told.extend(edition.told);
        }
        let mut of_releases: Vec<(&Slug, ReleaseStatus)> = Vec::new();
        for (slug, _, editions) in &seen {
            for looked in editions.iter().filter(|looked| &looked.locale == locale) {
                survey.told.extend(looked.told.iter().cloned());
                of_releases.push((slug, looked.status.clone()));
            }
        }
        for (slug, card) in &taken {
            of_releases.extend(from_card(slug, card, locale).map(|status| (*slug, status)));
        }
        of_releases.sort_by_key(|(slug, _)| *slug);
        rows.extend(of_releases.into_iter().map(|(_, status)| status));
        survey.locales.push(of_locale(locale, rows));
    }
    for (slug, is_settled, editions) in seen {
        if is_settled && editions.iter().all(|looked| looked.told.is_empty()) {
            survey.found.insert(slug, editions.iter().map(to_card).collect());
        }
    }
    survey
}

/// An edition that was looked at, without its texts.
struct Looked {
    locale: Locale,
    status: ReleaseStatus,
    told: Vec<Diagnostic>,
}

/// How far a release is in these locales; every edition is let go before the next is read.
fn looked(desk: &Desk<'_>, release: &Extracted, locales: &[Locale]) -> Vec<Looked> {
    let meant = locales.iter().filter(|locale| release.release.front.is_for(locale));
    let lengths: Vec<usize> = release.wanted().iter().map(|wanted| words(&wanted.english)).collect();
    let look = |locale: &Locale| {
        let edition = desk.edition(release, locale);
        Looked {
            locale: locale.clone(),
            status: of_edition(&edition, &lengths),
            told: edition.told,
        }
    };
    meant.map(look).collect()
}

fn to_card(looked: &Looked) -> (String, [usize; 7], [usize; 7], usize) {
    let Progress { segments, words } = &looked.status.progress;
    (
        looked.locale.to_string(),
        segments.to_array(),
        words.to_array(),
        looked.status.equivalent,
    )
}

fn from_card(slug: &Slug, card: &Card, locale: &Locale) -> Option<ReleaseStatus> {
    let (_, segments, words, equivalent) = card.iter().find(|(tag, ..)| tag == locale.tag())?;
    Some(ReleaseStatus {
        release: slug.to_string(),
        progress: Progress {
            segments: Counts::from_array(*segments),
            words: Counts::from_array(*words),
        },
        equivalent: *equivalent,
    })
}

/// How far one locale is whose releases are so far.
pub fn of_locale(locale: &Locale, releases: Vec<ReleaseStatus>) -> LocaleStatus {
    let mut progress = Progress::default();
    for release in &releases {
        progress.segments.add(&release.progress.segments);
        progress.words.add(&release.progress.words);
    }
    LocaleStatus {
        locale: locale.to_string(),
        progress,
        equivalent: releases.iter().map(|release| release.equivalent).sum(),
        releases,
    }
}

/// How far one edition is whose units have so many words of English each.
fn of_edition(edition: &Edition, lengths: &[usize]) -> ReleaseStatus {
    let mut progress = Progress::default();
    let mut equivalent = 0;
    for (unit, length) in edition.units.iter().zip(lengths) {
        let state = if edition.is_broken() {
            State::Missing
        } else {
            unit.state()
        };
        progress.segments.count(state, 1);
        progress.words.count(state, *length);
        equivalent += usize::from(state == State::Fresh && unit.is_fresh_by_declaration());
    }
    progress.segments.obsolete = edition.obsolete.len();
    progress.words.obsolete = edition
        .obsolete
        .iter()
        .map(|message| words(&edition.quoted(message)))
        .sum();
    ReleaseStatus {
        release: edition.work.name().to_owned(),
        progress,
        equivalent,
    }
}

/// How many words of the source a text has: what stands between white space and holds a letter or digit.
pub fn words(text: &str) -> usize {
    text.split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .count()
}

impl Counts {
    fn to_array(self) -> [usize; 7] {
        [
            self.total,
            self.fresh,
            self.stale,
            self.draft,
            self.unverified,
            self.missing,
            self.obsolete,
        ]
    }

    fn from_array([total, fresh, stale, draft, unverified, missing, obsolete]: [usize; 7]) -> Counts {
        Counts {
            total,
            fresh,
            stale,
            draft,
            unverified,
            missing,
            obsolete,
        }
    }

    fn count(&mut self, state: State, amount: usize) {
        self.total += amount;
        *match state {
            State::Fresh => &mut self.fresh,
            State::Stale => &mut self.stale,
            State::Draft => &mut self.draft,
            State::Unverified => &mut self.unverified,
            State::Missing => &mut self.missing,
        } += amount;
    }

    fn add(&mut self, other: &Counts) {
        self.total += other.total;
        self.fresh += other.fresh;
        self.stale += other.stale;
        self.draft += other.draft;
        self.unverified += other.unverified;
        self.missing += other.missing;
        self.obsolete += other.obsolete;
    }

    /// The share of what is fresh, in whole per cent, rounded down so that only what is complete shows 100; nothing is complete.
    pub fn percent_fresh(&self) -> usize {
        (self.fresh * 100).checked_div(self.total).unwrap_or(100)
    }
}

/// What `status --format json` says.
#[derive(Serialize)]
struct Report<'a> {
    /// The version of the shape.
    schema: u32,
    source: &'a str,
    locales: &'a [LocaleStatus],
}

/// The report of `status --format json`: `{"schema":1,"source":…,"locales":[…]}`; written as it is, because a tree of values of a large
/// newsroom would be many times its size.
pub fn json(source: &str, locales: &[LocaleStatus]) -> String {
    let report = Report {
        schema: 1,
        source,
        locales,
    };
    let written = serde_json::to_string_pretty(&report);
    written.unwrap_or_else(|error| unreachable!("names and numbers can be written: {error}")) + "\n"
}

/// The report as an HTML page of its own, for people without a terminal.
pub fn html(source: &str, locales: &[LocaleStatus]) -> String {
    let mut rows = String::new();
    for locale in locales {
        rows.push_str(&html_row(&locale.locale, "all", &locale.progress));
        for release in &locale.releases {
            rows.push_str(&html_row(&locale.locale, &release.release, &release.progress));
        }
    }
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
         <title>Translation status</title>\n<style>\n:root {{ color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }}\n\
         body {{ margin: 2rem auto; max-width: 70rem; padding: 0 1rem; }}\ntable {{ border-collapse: collapse; width: 100%; }}\n\
         th, td {{ border-bottom: 1px solid #8884; padding: .3rem .6rem; text-align: start; }}\ntd:nth-child(n+3), th:nth-child(n+3) \
         {{ text-align: end; font-variant-numeric: tabular-nums; }}\n</style>\n</head>\n<body>\n<main>\n<h1>Translation status</h1>\n\
         <p>Translated from {}. Segments; the last column counts English words.</p>\n<table>\n<thead><tr><th scope=\"col\">Locale</th>\
         <th scope=\"col\">Release</th><th scope=\"col\">Total</th><th scope=\"col\">Fresh</th><th scope=\"col\">Stale</th><th scope=\"col\">Draft</th>\
         <th scope=\"col\">Unverified</th><th scope=\"col\">Missing</th><th scope=\"col\">Words to do</th></tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n\
         </main>\n</body>\n</html>\n",
        escape(source)
    )
}

fn html_row(locale: &str, release: &str, progress: &Progress) -> String {
    let segments = &progress.segments;
    let cells = [
        segments.total,
        segments.fresh,
        segments.stale,
        segments.draft,
        segments.unverified,
        segments.missing,
        progress.words.total - progress.words.fresh,
    ];
    let cells: String = cells.iter().map(|count| format!("<td>{count}</td>")).collect();
    format!(
        "<tr><th scope=\"row\">{}</th><td>{}</td>{cells}</tr>\n",
        escape(locale),
        escape(release)
    )
}

/// `text` for HTML; names of locales and releases have no quotes in them.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

//! How far every locale is, in segments and in words of the source.

use crate::edition::{Edition, State};
use crate::locale::Locale;
use serde::Serialize;

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

/// How far these editions of one locale are.
pub fn of_locale(locale: &Locale, editions: &[&Edition]) -> LocaleStatus {
    let releases: Vec<ReleaseStatus> = editions.iter().map(|edition| of_edition(edition)).collect();
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

/// How far one edition is.
pub fn of_edition(edition: &Edition) -> ReleaseStatus {
    let mut progress = Progress::default();
    let mut equivalent = 0;
    for unit in &edition.units {
        let state = if edition.is_broken() {
            State::Missing
        } else {
            unit.state()
        };
        progress.segments.count(state, 1);
        progress.words.count(state, words(&unit.wanted.english));
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

/// The report of `status --format json`: `{"schema":1,"source":…,"locales":[…]}`.
pub fn json(source: &str, locales: &[LocaleStatus]) -> String {
    let report = serde_json::json!({ "schema": 1, "source": source, "locales": locales });
    format!("{report:#}\n")
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

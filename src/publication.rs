//! What is published: for every edition, whether it goes out, and for every segment, which text stands there.

use crate::edition::{Edition, State, Unit};
use crate::locale::Locale;
use crate::names::Slug;
use crate::newsroom::config::{Config, OnMissing, OnStale};
use crate::release::Release;
use crate::release::front::{MissingPolicy, StalePolicy};
use crate::release::structure::Difference;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// What becomes of an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// It is published with these texts, one for each segment.
    Publish(Vec<Choice>),
    /// It is not published.
    Withhold(Reason),
}

/// Which text stands for a segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// The translation, made from the present English.
    Translation,
    /// The translation, made from an earlier English; the page says so.
    Stale,
    /// The source text; the page says so.
    Source,
}

/// Why an edition is not published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reason {
    /// The release is a draft.
    Draft,
    /// Its front matter cannot be read, so nobody knows whether it may leave.
    Unreadable,
    /// It is under embargo until the time given.
    Embargo(Timestamp),
    /// It shows or links to files that cannot be published.
    Files,
    /// The release is not meant for this locale.
    OtherLocales,
    /// The file of the locale has mistakes that make it untrusted.
    Broken,
    /// Segments are not fit to be published.
    Incomplete(Gaps),
    /// The strings of the pages, `site.ftl`, are not fit to be published in its locale.
    Strings(Gaps),
    /// These locales must be complete first, and are not.
    Waits(Vec<Locale>),
}

/// How many segments are not fit to be published, by cause.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gaps {
    /// No translation.
    pub missing: usize,
    /// Made from another English.
    pub stale: usize,
    /// Not confirmed by a person.
    pub draft: usize,
    /// Nobody knows what they were made from.
    pub unverified: usize,
    /// Their references or markup are not those of the English.
    pub faulty: usize,
}

impl fmt::Display for Gaps {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = [
            (self.missing, "missing"),
            (self.stale, "stale"),
            (self.draft, "draft"),
            (self.unverified, "unverified"),
            (self.faulty, "faulty"),
        ];
        let said: Vec<String> = parts
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, word)| format!("{count} {word}"))
            .collect();
        f.write_str(&said.join(", "))
    }
}

impl Reason {
    /// Whether nothing of the release may leave in any language: it is a draft, under embargo, or cannot be read,
    /// or files of it are missing.
    pub fn is_of_release(&self) -> bool {
        matches!(
            self,
            Reason::Draft | Reason::Unreadable | Reason::Embargo(_) | Reason::Files
        )
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Reason::Draft => f.write_str("it is a draft"),
            Reason::Unreadable => f.write_str("the release has errors"),
            Reason::Embargo(until) => write!(f, "it is under embargo until {until}"),
            Reason::Files => f.write_str("files that it shows or links to cannot be published"),
            Reason::OtherLocales => f.write_str("the release is not meant for this locale"),
            Reason::Broken => f.write_str("its catalog has errors"),
            Reason::Incomplete(gaps) => write!(f, "{gaps}"),
            Reason::Strings(gaps) => write!(f, "strings of its site.ftl: {gaps}"),
            Reason::Waits(locales) => {
                let tags: Vec<&str> = locales.iter().map(Locale::tag).collect();
                write!(f, "it waits for {}", tags.join(", "))
            }
        }
    }
}

/// When a build takes place, and what it may show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The present time.
    pub now: Timestamp,
    /// Whether releases under embargo are shown all the same, as for a preview.
    pub embargoed: bool,
}

/// How a moment stands to the embargo of a release: all that makes a page of one moment differ from a page of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Phase {
    /// There is no embargo, or it is over.
    Open,
    /// Nothing may leave yet.
    Held,
    /// Nothing may leave yet, but it is shown all the same.
    Previewed,
}

impl Moment {
    /// How this moment stands to an embargo.
    pub fn phase(&self, embargo: Option<Timestamp>) -> Phase {
        match (embargo.is_some_and(|until| self.now < until), self.embargoed) {
            (false, _) => Phase::Open,
            (true, false) => Phase::Held,
            (true, true) => Phase::Previewed,
        }
    }
}

/// What becomes of a release: in the source locale, and in every locale for which there is an edition.
///
/// `readable` says whether the release itself has no errors.
pub fn decide(
    release: &Release,
    editions: &[Edition],
    config: &Config,
    moment: Moment,
    readable: bool,
) -> BTreeMap<Locale, Decision> {
    let source = config.source_locale.0.clone();
    let held = held(release, moment, readable);
    let mut decisions = BTreeMap::from([(
        source,
        Decision::Publish(vec![Choice::Source; release.document.segments.len()]),
    )]);
    for edition in editions {
        decisions.insert(edition.locale.clone(), of_edition(release, edition, config));
    }
    for (locale, decision) in &mut decisions {
        if let Some(reason) = &held {
            *decision = Decision::Withhold(reason.clone());
        } else if !release.front.is_for(locale) {
            *decision = Decision::Withhold(Reason::OtherLocales);
        }
    }
    together(release, &mut decisions, config);
    decisions
}

/// Why nothing of a release may leave, if so.
fn held(release: &Release, moment: Moment, readable: bool) -> Option<Reason> {
    if !readable {
        return Some(Reason::Unreadable);
    }
    if release.front.draft {
        return Some(Reason::Draft);
    }
    let until = release.front.embargo.as_ref()?.value.instant;
    (moment.phase(Some(until)) == Phase::Held).then_some(Reason::Embargo(until))
}

/// What becomes of one edition, looked at alone.
fn of_edition(release: &Release, edition: &Edition, config: &Config) -> Decision {
    if edition.is_broken() {
        return Decision::Withhold(Reason::Broken);
    }
    // A withdrawn release leaves a notice in every language, however far its translation had come.
    let (on_missing, on_stale) = match release.front.withdrawn {
        Some(_) => (OnMissing::Fallback, OnStale::Publish),
        None => policy(release, &edition.locale, config),
    };
    let mut gaps = Gaps::default();
    let choices = edition
        .units
        .iter()
        .map(|unit| choice(edition, unit, on_missing, on_stale, &mut gaps))
        .collect();
    if gaps == Gaps::default() {
        Decision::Publish(choices)
    } else {
        Decision::Withhold(Reason::Incomplete(gaps))
    }
}

/// Which text stands for a unit; what is not fit under this policy is counted.
fn choice(edition: &Edition, unit: &Unit, on_missing: OnMissing, on_stale: OnStale, gaps: &mut Gaps) -> Choice {
    let state = unit.state();
    let faulty = state != State::Missing && is_faulty(edition, unit);
    let gap = match state {
        State::Fresh if !faulty => return Choice::Translation,
        State::Stale if !faulty && on_stale == OnStale::Publish => return Choice::Stale,
        State::Stale if !faulty && on_stale == OnStale::Fallback => return Choice::Source,
        State::Stale if !faulty => {
            gaps.stale += 1;
            return Choice::Source;
        }
        State::Missing => &mut gaps.missing,
        State::Draft => &mut gaps.draft,
        State::Unverified => &mut gaps.unverified,
        State::Fresh | State::Stale => &mut gaps.faulty,
    };
    if on_missing == OnMissing::Withhold {
        *gap += 1;
    }
    Choice::Source
}

/// Whether a translation's references cannot be resolved, or its markup is not that of the English: it could break or attack the page.
pub fn is_faulty(edition: &Edition, unit: &Unit) -> bool {
    if unit.text.is_none() {
        return false;
    }
    let differs = |differences: Vec<Difference>| differences.iter().any(|one| !unit.waives(one.aspect.code()));
    !unit.problems.is_empty() || edition.structure(unit).map_or(true, differs)
}

/// What the newsroom, the locale and the release say about missing and stale segments; the release has the last word.
fn policy(release: &Release, locale: &Locale, config: &Config) -> (OnMissing, OnStale) {
    let slug = release.slug.as_str();
    let group = config
        .releases
        .iter()
        .rev()
        .filter(|entry| entry.matcher.is_match(slug));
    let groups: Vec<_> = group.map(|entry| entry.policy).collect();
    let own = config.locales.get(locale);
    let missing = release.front.missing.map(|own| match own {
        MissingPolicy::Withhold => OnMissing::Withhold,
        MissingPolicy::Fallback => OnMissing::Fallback,
    });
    let stale = release.front.stale.map(|own| match own {
        StalePolicy::Withhold => OnStale::Withhold,
        StalePolicy::Publish => OnStale::Publish,
        StalePolicy::Fallback => OnStale::Fallback,
    });
    let missing = missing
        .or_else(|| groups.iter().find_map(|policy| policy.missing))
        .or(own.and_then(|own| own.missing))
        .or(config.policy.missing);
    let stale = stale
        .or_else(|| groups.iter().find_map(|policy| policy.stale))
        .or(own.and_then(|own| own.stale))
        .or(config.policy.stale);
    (
        missing.unwrap_or(OnMissing::Withhold),
        stale.unwrap_or(OnStale::Withhold),
    )
}

/// Holds back every edition of a simultaneous release until all required locales can be published without a gap.
fn together(release: &Release, decisions: &mut BTreeMap<Locale, Decision>, config: &Config) {
    let (required, simultaneous) = required(release, config);
    if !simultaneous {
        return;
    }
    let source = &config.source_locale.0;
    let whole = |locale: &Locale| match decisions.get(locale) {
        Some(Decision::Publish(choices)) => {
            locale == source || choices.iter().all(|choice| *choice == Choice::Translation)
        }
        _ => false,
    };
    let required = if required.is_empty() {
        decisions.keys().cloned().collect()
    } else {
        required
    };
    let late: Vec<Locale> = required.into_iter().filter(|locale| !whole(locale)).collect();
    if late.is_empty() {
        return;
    }
    for decision in decisions
        .values_mut()
        .filter(|decision| matches!(decision, Decision::Publish(_)))
    {
        *decision = Decision::Withhold(Reason::Waits(late.clone()));
    }
}

/// The locales a release requires, and whether all of them are published together.
fn required(release: &Release, config: &Config) -> (Vec<Locale>, bool) {
    let groups: Vec<_> = config
        .releases
        .iter()
        .rev()
        .filter(|entry| entry.matcher.is_match(release.slug.as_str()))
        .collect();
    let own: Vec<Locale> = release.front.required.iter().map(|named| named.value.clone()).collect();
    let required = if own.is_empty() {
        groups
            .iter()
            .find_map(|entry| entry.required.clone())
            .unwrap_or_default()
    } else {
        own
    };
    let simultaneous =
        release.front.simultaneous || groups.iter().find_map(|entry| entry.simultaneous).unwrap_or(false);
    (required, simultaneous)
}

/// The slug and locale of an edition and what becomes of it, for a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withheld {
    /// Which release.
    pub slug: Slug,
    /// In which locale.
    pub locale: Locale,
    /// Why it is not published.
    pub reason: Reason,
}

//! The presses: what is decided and how it looks come together, and the whole output tree is there as values.

pub mod enclosures;

use crate::desk::Desk;
use crate::diagnostic::{Diagnostic, Severity};
use crate::edition::{Edition, State, Unit, Work};
use crate::extraction::Extracted;
use crate::locale::Locale;
use crate::newsroom::config::{Config, OnMissing};
use crate::newsroom::outputs::Output;
use crate::publication::{self, Choice, Decision, Gaps, Moment, Reason, Withheld};
use crate::release::inline;
use crate::render::strings::{SiteFile, Strings};
use crate::render::{self, Copy, EditionInput, Flow, LineEnd, Mark, Options, Site, SiteInput};
use enclosures::Enclosing;
use globset::GlobSet;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The output tree, and what is not in it.
#[derive(Debug, Default)]
pub struct Pressed {
    /// The files.
    pub outputs: Vec<Output>,
    /// The editions that are published: slug and locale.
    pub published: Vec<(String, Locale)>,
    /// The editions that are not.
    pub withheld: Vec<Withheld>,
    /// The folders in which the files of these releases lie; what lies there and is not among the files is of an earlier build.
    pub folders: Vec<String>,
    /// What is wrong with files that were needed.
    pub told: Vec<Diagnostic>,
}

/// What a build is about.
#[derive(Debug, Clone, Copy)]
pub struct Order<'a> {
    /// Only these locales; all, and what lists the releases (indexes, feeds, sitemap), if none is named.
    pub locales: Option<&'a [Locale]>,
    /// Only the releases whose slug matches; all, and what lists them, if it is none.
    pub works: Option<&'a GlobSet>,
    /// When it takes place.
    pub moment: Moment,
    /// Whether a page with all languages side by side is made of every release, for the meeting that signs it off.
    pub concordance: bool,
    /// What becomes of the files that the releases show or link to.
    pub enclosing: Enclosing,
}

impl Order<'_> {
    /// Whether only a part of the tree is made.
    pub fn is_part(&self) -> bool {
        self.locales.is_some() || self.works.is_some()
    }

    fn wants(&self, locale: &Locale) -> bool {
        self.locales.is_none_or(|only| only.contains(locale))
    }
}

/// Makes the output tree, or the part of it that is ordered. What is published is decided over all locales all the same.
pub fn run(desk: &Desk<'_>, order: &Order<'_>) -> Pressed {
    let mut pressed = Pressed::default();
    let (input, gaps) = site(desk, &desk.locales, &mut pressed);
    let site = match Site::new(input) {
        Ok(site) => site,
        Err(told) => {
            pressed.told.extend(told);
            return pressed;
        }
    };
    let releases: Vec<&Extracted> = desk.releases(order.works).collect();
    let per_release: Vec<(Vec<EditionInput>, Pressed)> = releases
        .par_iter()
        .map(|release| one(desk, release, &gaps, &site, order))
        .collect();
    let mut editions = Vec::new();
    for (inputs, part) in per_release {
        editions.extend(inputs);
        pressed.append(part);
    }
    if !order.is_part() {
        match render::site(&site, &editions) {
            Ok(outputs) => pressed.outputs.extend(outputs),
            Err(told) => pressed.told.extend(told),
        }
    }
    pressed.outputs.sort_by(|a, b| a.path.cmp(&b.path));
    pressed
}

impl Pressed {
    /// Whether something is so wrong that the tree must not be put in place of an earlier one.
    pub fn is_unfit(&self) -> bool {
        self.told
            .iter()
            .any(|told| told.severity == Severity::Error && told.code == "template")
    }

    /// Where the pages of withheld editions would lie, and may lie from an earlier build, and the folders of the releases' files.
    pub fn withheld_paths(&self) -> Vec<String> {
        let paths = |one: &Withheld| ["html", "txt", "json"].map(|ext| format!("{}/{}.{ext}", one.locale, one.slug));
        let held = self.withheld.iter().filter(|one| one.reason.is_of_release());
        let concordances = held.map(|one| render::concordance_path(&one.slug));
        let concordances: BTreeSet<String> = concordances.collect();
        let folders = self.folders.iter().cloned();
        self.withheld
            .iter()
            .flat_map(paths)
            .chain(concordances)
            .chain(folders)
            .collect()
    }

    fn append(&mut self, other: Pressed) {
        self.outputs.extend(other.outputs);
        self.published.extend(other.published);
        self.withheld.extend(other.withheld);
        self.folders.extend(other.folders);
        self.told.extend(other.told);
    }
}

/// The editions of one release that are published, and their pages.
fn one(
    desk: &Desk<'_>,
    release: &Extracted,
    gaps: &BTreeMap<Locale, Gaps>,
    site: &Site,
    order: &Order<'_>,
) -> (Vec<EditionInput>, Pressed) {
    let mut pressed = Pressed::default();
    let editions: Vec<Edition> = desk
        .locales
        .iter()
        .map(|locale| desk.edition(release, locale))
        .collect();
    for edition in &editions {
        pressed.told.extend(edition.told.clone());
    }
    let config = &desk.newsroom.config;
    let readable = release.is_readable();
    let mut decisions = publication::decide(&release.release, &editions, config, order.moment, readable);
    for (locale, gaps) in gaps {
        if let Some(decision @ Decision::Publish(_)) = decisions.get_mut(locale) {
            *decision = Decision::Withhold(Reason::Strings(*gaps));
        }
    }
    let mut inputs = inputs(release, &editions, decisions, config, &mut pressed);
    let embargo = release.release.front.embargo.as_ref();
    let under_embargo = embargo.is_some_and(|embargo| order.moment.now < embargo.value.instant);
    inputs.iter_mut().for_each(|input| input.under_embargo = under_embargo);
    enclose(desk, release, &mut inputs, order, &mut pressed);
    // The page for the sign-off meeting shows every language however far it is, but nothing of a release that may not leave yet.
    let may_leave = !pressed.withheld.iter().any(|withheld| withheld.reason.is_of_release());
    if order.concordance && may_leave {
        match render::concordance(site, &all(release, &editions, config)) {
            Ok(output) => pressed.outputs.extend(output),
            Err(told) => pressed.told.extend(told),
        }
    }
    for input in inputs.iter().filter(|input| order.wants(&input.locale)) {
        match render::edition(site, input) {
            Ok(outputs) => pressed.outputs.extend(outputs),
            Err(told) => pressed.told.extend(told),
        }
        pressed.published.push((input.slug.to_string(), input.locale.clone()));
    }
    (inputs, pressed)
}

/// Adds the files that the editions show or link to; where one cannot be published, nothing of the release is.
fn enclose(
    desk: &Desk<'_>,
    release: &Extracted,
    inputs: &mut Vec<EditionInput>,
    order: &Order<'_>,
    pressed: &mut Pressed,
) {
    let enclosures = enclosures::of(desk.newsroom, &release.release, inputs, order.enclosing);
    pressed.folders.push(enclosures::folder(&release.release.slug));
    if enclosures.told.is_empty() {
        pressed.outputs.extend(enclosures.outputs);
        let files = Arc::new(enclosures.by_url);
        inputs.iter_mut().for_each(|input| input.files = Arc::clone(&files));
        return;
    }
    pressed.told.extend(enclosures.told);
    pressed.withheld.extend(inputs.drain(..).map(|input| Withheld {
        slug: input.slug,
        locale: input.locale,
        reason: Reason::Files,
    }));
}

/// What the renderers are given for the editions that are published.
fn inputs(
    release: &Extracted,
    editions: &[Edition],
    decisions: BTreeMap<Locale, Decision>,
    config: &Config,
    pressed: &mut Pressed,
) -> Vec<EditionInput> {
    let slug = &release.release.slug;
    let source = &config.source_locale.0;
    let mut published = Vec::new();
    for (locale, decision) in decisions {
        match decision {
            Decision::Publish(choices) => published.push((locale, choices)),
            Decision::Withhold(reason) => pressed.withheld.push(Withheld {
                slug: slug.clone(),
                locale,
                reason,
            }),
        }
    }
    make(release, editions, published, source)
}

/// What the renderers are given for all editions, those that are not published included.
fn all(release: &Extracted, editions: &[Edition], config: &Config) -> Vec<EditionInput> {
    let source = &config.source_locale.0;
    let choice = |unit: &Unit| match unit.state() {
        State::Fresh => Choice::Translation,
        State::Missing => Choice::Source,
        State::Stale | State::Draft | State::Unverified => Choice::Stale,
    };
    let own = vec![Choice::Source; release.release.document.segments.len()];
    let others = editions
        .iter()
        .map(|edition| (edition.locale.clone(), edition.units.iter().map(choice).collect()));
    make(
        release,
        editions,
        std::iter::once((source.clone(), own)).chain(others).collect(),
        source,
    )
}

/// The editions with these texts.
fn make(
    release: &Extracted,
    editions: &[Edition],
    chosen: Vec<(Locale, Vec<Choice>)>,
    source: &Locale,
) -> Vec<EditionInput> {
    let document = Arc::new(release.release.document.clone());
    let front = Arc::new(release.release.front.clone());
    let published_in: Vec<Locale> = chosen.iter().map(|(locale, _)| locale.clone()).collect();
    let one = |(locale, choices): (Locale, Vec<Choice>)| {
        let edition = editions.iter().find(|edition| edition.locale == locale);
        EditionInput {
            slug: release.release.slug.clone(),
            copies: copies(release, edition, &choices, source),
            front: Arc::clone(&front),
            document: Arc::clone(&document),
            published_in: published_in.clone(),
            under_embargo: false,
            files: Arc::default(),
            locale,
        }
    };
    chosen.into_iter().map(one).collect()
}

/// The text that stands for each segment.
fn copies(release: &Extracted, edition: Option<&Edition>, choices: &[Choice], source: &Locale) -> Vec<Copy> {
    let english = |index: usize, mark: Mark| Copy {
        inlines: read(&release.release.document.segments[index].text),
        locale: source.clone(),
        mark,
    };
    let copy = |(index, choice): (usize, &Choice)| {
        let Some(edition) = edition else {
            return english(index, Mark::None);
        };
        let text = edition.units.get(index).and_then(|unit| unit.text.as_deref());
        match (choice, text) {
            (Choice::Translation, Some(text)) => Copy {
                inlines: read(text),
                locale: edition.locale.clone(),
                mark: Mark::None,
            },
            (Choice::Stale, Some(text)) => Copy {
                inlines: read(text),
                locale: edition.locale.clone(),
                mark: Mark::Stale,
            },
            _ => english(index, Mark::Fallback),
        }
    };
    choices.iter().enumerate().map(copy).collect()
}

/// A text as inline Markdown; what cannot be read that way stands as plain text.
fn read(text: &str) -> Vec<inline::Inline> {
    inline::parse(text).unwrap_or_else(|_| vec![inline::Inline::Text(text.to_owned())])
}

/// What all pages share, and in which locales its strings are not fit to be published.
fn site(desk: &Desk<'_>, locales: &[Locale], pressed: &mut Pressed) -> (SiteInput, BTreeMap<Locale, Gaps>) {
    let config = &desk.newsroom.config;
    let source = config.source_locale.0.clone();
    let english = SiteFile {
        path: Work::Site.path(&source),
        text: desk.own_text(&Work::Site),
        ..SiteFile::default()
    };
    let mut strings = BTreeMap::new();
    let mut gaps = BTreeMap::new();
    let mut add = |locale: &Locale, file: &SiteFile, pressed: &mut Pressed| {
        let (made, told) = Strings::new(locale.clone(), config.format_of(locale), file, &english);
        pressed.told.extend(told);
        strings.insert(locale.clone(), made);
    };
    add(&source, &english, pressed);
    for locale in locales {
        let (file, open) = strings_of(desk, locale);
        add(locale, &file, pressed);
        let falls_back = config
            .locales
            .get(locale)
            .and_then(|own| own.missing)
            .or(config.policy.missing)
            == Some(OnMissing::Fallback);
        if open != Gaps::default() && !falls_back {
            gaps.insert(locale.clone(), open);
        }
    }
    let templates = match desk.templates() {
        Ok(templates) => templates,
        Err(told) => {
            pressed.told.push(told);
            BTreeMap::new()
        }
    };
    (
        SiteInput {
            source,
            base_url: config.base_url.clone(),
            strings,
            options: options(config),
            templates,
        },
        gaps,
    )
}

/// The `site.ftl` of a locale without what is not fresh, and how much that is.
fn strings_of(desk: &Desk<'_>, locale: &Locale) -> (SiteFile, Gaps) {
    let mut gaps = Gaps::default();
    let mut file = SiteFile {
        path: Work::Site.path(locale),
        ..SiteFile::default()
    };
    for edition in desk
        .own_editions(locale)
        .into_iter()
        .filter(|edition| edition.work == Work::Site)
    {
        file.text = edition
            .catalog
            .as_ref()
            .map(|catalog| catalog.source.text().to_owned())
            .unwrap_or_default();
        for unit in &edition.units {
            match unit.state() {
                State::Fresh => continue,
                State::Stale => gaps.stale += 1,
                State::Draft => gaps.draft += 1,
                State::Unverified => gaps.unverified += 1,
                State::Missing => gaps.missing += 1,
            }
            file.withheld.insert(unit.wanted.id.to_string());
        }
    }
    (file, gaps)
}

fn options(config: &Config) -> Options {
    Options {
        page_size: config.page_size,
        line_end: if config.build.crlf { LineEnd::Crlf } else { LineEnd::Lf },
        flow: if config.build.flowed { Flow::Flowed } else { Flow::Fixed },
        ninjs: config.build.ninjs,
    }
}

//! The presses: what is decided and how it looks come together, release by release; every output goes away as soon as it is made.

pub mod enclosures;
mod inputs;
pub mod printed;
mod site;

use crate::desk::{Desk, Visited};
use crate::diagnostic::{Diagnostic, Severity};
use crate::edition::Edition;
use crate::extraction::Extracted;
use crate::locale::Locale;
use crate::names::{Shard, Slug};
use crate::newsroom::outputs::{Nowhere, Output, Sink, Written};
use crate::publication::{self, Decision, Gaps, Moment, Phase, Reason, Withheld};
use crate::render::entry::{Card, Entry};
use crate::render::{self, EditionInput, Site};
use enclosures::Enclosing;
use globset::GlobSet;
use printed::{Earlier, Listed, Printed};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What a build is about.
#[derive(Debug, Clone, Copy)]
pub struct Order<'a> {
    /// Only these locales; all, and what lists the releases (indexes, feeds, sitemap), if none is named.
    pub locales: Option<&'a [Locale]>,
    /// Only the releases whose slug matches; all, and what lists them, if it is none.
    pub works: Option<&'a GlobSet>,
    /// Only the releases of this part; what lists them is made when all parts are there.
    pub shard: Option<Shard>,
    /// When it takes place.
    pub moment: Moment,
    /// Whether a page with all languages side by side is made of every release, for the meeting that signs it off.
    pub concordance: bool,
}

impl Order<'_> {
    /// Whether only a part of the tree is made.
    pub fn is_part(&self) -> bool {
        self.locales.is_some() || self.works.is_some() || self.shard.is_some()
    }

    /// Whether a locale is meant.
    pub fn wants(&self, locale: &Locale) -> bool {
        self.locales.is_none_or(|only| only.contains(locale))
    }

    /// Whether a release is meant.
    pub fn wants_release(&self, slug: &Slug) -> bool {
        self.works.is_none_or(|set| set.is_match(slug.as_str())) && self.shard.is_none_or(|shard| shard.holds(slug))
    }
}

/// What came of a build; the outputs themselves went into its sink.
#[derive(Debug, Default)]
pub struct Pressed {
    /// The editions that are published: slug and locale.
    pub published: Vec<(Slug, Locale)>,
    /// The editions that are not.
    pub withheld: Vec<Withheld>,
    /// The folders in which the files of these releases lie; what lies there and is not among the files is of an earlier build.
    pub folders: Vec<String>,
    /// How many outputs there are.
    pub files: usize,
    /// What is wrong with files that were needed, and with outputs that could not be made.
    pub told: Vec<Diagnostic>,
    /// The releases of which a file could not be read, or changed while the run lasted.
    pub unread: BTreeSet<Slug>,
    /// What can be kept of the releases that were looked at.
    pub printed: BTreeMap<Slug, Printed>,
    /// What can be kept of the outputs around them.
    pub listed: Listed,
    /// Whether the presses could not run: nothing was made.
    pub stood_still: bool,
}

impl Pressed {
    /// Whether something is so wrong that the tree must not be put in place of an earlier one.
    pub fn is_unfit(&self) -> bool {
        let unfit = |told: &Diagnostic| told.severity == Severity::Error && matches!(told.code, "template" | "output");
        self.stood_still || self.told.iter().any(unfit)
    }

    /// Where the pages of withheld editions would lie, and may lie from an earlier build, and the folders of the releases' files.
    pub fn withheld_paths(&self) -> Vec<String> {
        let paths = |one: &Withheld| ["html", "txt", "json"].map(|ext| format!("{}/{}.{ext}", one.locale, one.slug));
        let held = self.withheld.iter().filter(|one| one.reason.is_of_release());
        let concordances = held.map(|one| render::concordance_path(&one.slug));
        let concordances: BTreeSet<String> = concordances.collect();
        let pages = self.withheld.iter().flat_map(paths).chain(concordances);
        pages.chain(self.folders.iter().cloned()).collect()
    }

    fn add(&mut self, slug: &Slug, printed: &Printed) {
        let published = printed
            .published
            .iter()
            .map(|(locale, _)| (slug.clone(), locale.clone()));
        self.published.extend(published);
        let withheld = printed.withheld.iter().map(|(locale, reason)| Withheld {
            slug: slug.clone(),
            locale: locale.clone(),
            reason: reason.clone(),
        });
        self.withheld.extend(withheld);
        self.folders.push(enclosures::folder(slug));
        self.files += printed.outputs.len();
    }
}

/// Makes the output tree, or the part of it that is ordered. What is published is decided over all locales all the same. What was made
/// `earlier` of releases that the desk spared, and is still there, is not made again.
pub fn run(desk: &Desk<'_>, order: &Order<'_>, earlier: &Earlier, sink: &dyn Sink) -> Pressed {
    let mut pressed = Pressed::default();
    let Some(press) = Press::new(desk, &mut pressed.told) else {
        pressed.stood_still = true;
        return pressed;
    };
    let Visited { seen, told, unread } =
        desk.visit(|slug| order.wants_release(slug), |one| press.release(one, order, sink));
    pressed.told.extend(told);
    pressed.unread = unread;
    let mut all: BTreeMap<&Slug, &Printed> = earlier
        .releases
        .iter()
        .filter(|(slug, _)| desk.spared.contains(slug) && order.wants_release(slug))
        .collect();
    all.extend(seen.iter().map(|(slug, made)| (slug, &made.printed)));
    for (slug, printed) in &all {
        pressed.add(slug, printed);
    }
    if !order.is_part() {
        let cards: Vec<Card<'_>> = all.iter().map(|(slug, printed)| printed.card(slug)).collect();
        press.around(&cards, earlier, sink, &mut pressed);
    } else if order.shard.is_none() {
        // A page that somebody wants to look at alone needs it.
        pressed.files += 1;
        let put = sink.put(render::style_sheet(&press.site)).map_err(output_error);
        pressed.told.extend(put.err());
    }
    for (slug, made) in seen {
        if made.is_unread {
            pressed.unread.insert(slug.clone());
        }
        if made.told.is_empty() && made.is_settled {
            pressed.printed.insert(slug, made.printed);
        }
        pressed.told.extend(made.told);
    }
    pressed
}

/// The presses of one newsroom, ready to run.
pub struct Press<'d> {
    desk: &'d Desk<'d>,
    site: Site,
    /// The locales in which the strings of the pages are not fit to be published.
    gaps: BTreeMap<Locale, Gaps>,
}

/// What was made of one release.
struct Made {
    printed: Printed,
    told: Vec<Diagnostic>,
    /// Whether nothing is to be told about it or extracted from it, so that it may be kept.
    is_settled: bool,
    /// Whether a catalog of it is there but could not be read: its pages would go for a fault of the disk.
    is_unread: bool,
}

impl<'d> Press<'d> {
    /// The presses; none if a template is not well-formed, or what all pages share is there but cannot be read: pages without it would look
    /// finished. What is wrong is told.
    pub fn new(desk: &'d Desk<'d>, told: &mut Vec<Diagnostic>) -> Option<Press<'d>> {
        let (input, gaps) = match site::site(desk, told) {
            Ok(site) => site,
            Err(error) => {
                told.push(error);
                return None;
            }
        };
        match Site::new(input) {
            Ok(site) => Some(Press { desk, site, gaps }),
            Err(wrong) => {
                told.extend(wrong);
                None
            }
        }
    }

    /// Makes the outputs of one release.
    fn release(&self, release: &Extracted, order: &Order<'_>, sink: &dyn Sink) -> (Slug, Made) {
        let locales = self.desk.locales.iter();
        let editions: Vec<Edition> = locales.map(|locale| self.desk.edition(release, locale)).collect();
        let mut told: Vec<Diagnostic> = editions
            .iter()
            .flat_map(|edition| edition.told.iter().cloned())
            .collect();
        let is_unread = told.iter().any(|told| told.code == "io");
        let (mut inputs, mut printed) = self.decide(release, &editions, order.moment);
        let (enclosed, mut wrong) = self.enclose(release, &mut inputs, &mut printed, Enclosing::Publish);
        let mut put = |output: Output| match sink.put(output) {
            Ok(written) => printed.outputs.push(written),
            Err(error) => told.push(output_error(error)),
        };
        enclosed.into_iter().for_each(&mut put);
        // The page for the sign-off meeting shows every language however far it is, but nothing of a release that may not leave yet.
        let may_leave = !printed.withheld.iter().any(|(_, reason)| reason.is_of_release());
        if order.concordance && may_leave {
            let all = inputs::all(release, &editions, &self.site_source());
            match render::concordance(&self.site, &all) {
                Ok(output) => output.into_iter().for_each(&mut put),
                Err(told) => wrong.extend(told),
            }
        }
        for input in inputs.iter().filter(|input| order.wants(&input.locale)) {
            match render::edition(&self.site, input) {
                Ok(outputs) => outputs.into_iter().for_each(&mut put),
                Err(told) => wrong.extend(told),
            }
        }
        printed.published.retain(|(locale, _)| order.wants(locale));
        told.extend(wrong);
        let is_settled = release.is_settled();
        (
            release.release.slug.clone(),
            Made {
                printed,
                told,
                is_settled,
                is_unread,
            },
        )
    }

    /// What is published of a release, and what is kept of that.
    fn decide(&self, release: &Extracted, editions: &[Edition], moment: Moment) -> (Vec<EditionInput>, Printed) {
        let config = &self.desk.newsroom.config;
        let mut decisions = publication::decide(&release.release, editions, config, moment, release.is_readable());
        for (locale, gaps) in &self.gaps {
            if let Some(decision @ Decision::Publish(_)) = decisions.get_mut(locale) {
                *decision = Decision::Withhold(Reason::Strings(*gaps));
            }
        }
        let mut chosen = Vec::new();
        let mut withheld = Vec::new();
        for (locale, decision) in decisions {
            match decision {
                Decision::Publish(choices) => chosen.push((locale, choices)),
                Decision::Withhold(reason) => withheld.push((locale, reason)),
            }
        }
        // The languages stand on every page in one order: the source first.
        let source = self.site_source();
        chosen.sort_by_key(|(locale, _)| *locale != source);
        let mut inputs = inputs::make(release, editions, chosen, &source);
        let embargo = release
            .release
            .front
            .embargo
            .as_ref()
            .map(|embargo| embargo.value.instant);
        let phase = moment.phase(embargo);
        let under_embargo = phase != Phase::Open;
        inputs.iter_mut().for_each(|input| input.under_embargo = under_embargo);
        let printed = Printed {
            embargo,
            phase,
            published: inputs
                .iter()
                .map(|input| (input.locale.clone(), Entry::of(input)))
                .collect(),
            withheld,
            files: Vec::new(),
            outputs: Vec::new(),
        };
        (inputs, printed)
    }

    /// The files that the editions show or link to; where one cannot be published, nothing of the release is, and it is told why.
    fn enclose(
        &self,
        release: &Extracted,
        inputs: &mut Vec<EditionInput>,
        printed: &mut Printed,
        enclosing: Enclosing,
    ) -> (Vec<Output>, Vec<Diagnostic>) {
        let enclosures = enclosures::of(self.desk.newsroom, &release.release, inputs, enclosing);
        printed.files = enclosures.files;
        if enclosures.told.is_empty() {
            let files = Arc::new(enclosures.by_url);
            inputs.iter_mut().for_each(|input| input.files = Arc::clone(&files));
            return (enclosures.outputs, Vec::new());
        }
        let withheld = inputs.drain(..).map(|input| (input.locale, Reason::Files));
        printed.withheld.extend(withheld);
        printed.published.clear();
        (Vec::new(), enclosures.told)
    }

    fn site_source(&self) -> Locale {
        self.desk.newsroom.source_locale().clone()
    }

    /// Makes what stands around the editions, but for what shows what it showed.
    fn around(&self, cards: &[Card<'_>], earlier: &Earlier, sink: &dyn Sink, pressed: &mut Pressed) {
        let plan = render::around(&self.site, cards);
        let make = |planned: &render::site::Planned<'_>| {
            let known = earlier.listed.get(&planned.path);
            let known = known.filter(|(key, _)| planned.key == Some(*key));
            let known = known.map(|(_, digest)| Written {
                path: planned.path.clone(),
                digest: *digest,
            });
            let written = match known.filter(|written| sink.holds(std::slice::from_ref(written))) {
                Some(written) => written,
                None => sink
                    .put(render::planned(&self.site, &plan, planned)?)
                    .map_err(output_error)?,
            };
            Ok(planned.key.map(|key| (planned.path.clone(), (key, written.digest))))
        };
        for made in plan.pages.par_iter().map(make).collect::<Vec<Result<_, Diagnostic>>>() {
            match made {
                Ok(kept) => pressed.listed.extend(kept),
                Err(error) => pressed.told.push(error),
            }
        }
        pressed.files += plan.pages.len();
    }

    /// What keeps the pages of a release in these locales from being made, be it a template or a file that is missing: they are made as a
    /// build would make them, under embargo or not, each with lists that show it alone, and thrown away. And the files that were looked for.
    pub fn proof(
        &self,
        release: &Extracted,
        editions: &[Edition],
        wants: impl Fn(&Locale) -> bool,
    ) -> (Vec<Diagnostic>, Vec<String>) {
        let moment = Moment {
            now: jiff::Timestamp::UNIX_EPOCH,
            embargoed: true,
        };
        let (mut inputs, mut printed) = self.decide(release, editions, moment);
        let (_, mut told) = self.enclose(release, &mut inputs, &mut printed, Enclosing::Look);
        for input in inputs.iter().filter(|input| wants(&input.locale)) {
            told.extend(render::edition(&self.site, input).err().into_iter().flatten());
        }
        if told.is_empty() {
            told.extend(self.proof_of_lists(&[printed.card(&release.release.slug)]));
        }
        (told, printed.files)
    }

    /// What keeps lists that show these releases from being made.
    pub fn proof_of_lists(&self, cards: &[Card<'_>]) -> Vec<Diagnostic> {
        let mut pressed = Pressed::default();
        self.around(cards, &Earlier::default(), &Nowhere, &mut pressed);
        pressed.told
    }
}

/// A failure of the disk while outputs are made.
fn output_error(error: Diagnostic) -> Diagnostic {
    Diagnostic {
        code: "output",
        ..error
    }
}

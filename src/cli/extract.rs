//! `pressroom extract`: the source catalogs catch up with the English.

use super::{Context, Outcome, select};
use pressroom::align::change::Kind;
use pressroom::align::story::{self, Mark};
use pressroom::desk::Desk;
use pressroom::diagnostic::Diagnostic;
use pressroom::edition::State;
use pressroom::extraction::{self, Extraction, Pairings, minor};
use pressroom::names::{SegmentId, Slug};
use pressroom::newsroom::write::Change;
use pressroom::report::visible::visible;
use pressroom::updating::loss::Loss;
use std::collections::BTreeMap;

/// What `pressroom extract` is told.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Only these releases [default: all]
    #[arg(value_name = "RELEASE")]
    releases: Vec<String>,
    /// Write nothing; end with 1 if something would be written
    #[arg(long, conflicts_with = "dry_run")]
    check: bool,
    /// Write nothing; show which segment of yesterday is which of today
    #[arg(long)]
    dry_run: bool,
    /// Declare that the changes alter nothing for translators, and why; refused where facts or a negation changed
    #[arg(long, value_name = "REASON")]
    minor: Option<String>,
    /// With `--minor`: declare changes of these kinds only
    #[arg(long, value_name = "KIND", value_delimiter = ',', requires = "minor")]
    kinds: Vec<Harmless>,
    /// With `--minor`: declare changes of facts and negations harmless as well
    #[arg(long, requires = "minor", conflicts_with = "kinds")]
    force: bool,
    /// Say that the segment beginning on this line of the release is this id, e.g. `2018/dialogue#meeting-brussels=14`
    #[arg(long, value_name = "RELEASE#ID=LINE", value_parser = pair)]
    pair: Vec<(Slug, SegmentId, usize)>,
    /// Say that this id is none of the segments of today, e.g. `2018/dialogue#meeting-brussels`
    #[arg(long, value_name = "RELEASE#ID", value_parser = retire)]
    retire: Vec<(Slug, SegmentId)>,
}

/// Kinds of change that can be declared harmless in bulk.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Harmless {
    /// Punctuation, letter case, a spelling
    Minor,
    /// Emphasis or code added or removed
    Markup,
    /// Other words
    Wording,
}

/// Brings the source catalogs up to date.
pub(crate) fn run(arguments: Arguments, context: &mut Context) -> Result<Outcome, Diagnostic> {
    let writes = !arguments.check && !arguments.dry_run;
    let newsroom = if writes {
        context.newsroom_to_write()?
    } else {
        context.newsroom()?
    };
    let pairings = Pairings {
        paired: arguments.pair.clone(),
        retired: arguments.retire.clone(),
    };
    let mut desk = Desk::open_with(&newsroom, pairings)?;
    let works = select::works(&desk, &arguments.releases)?;
    let segments = if arguments.dry_run { segments(&desk) } else { 0 };
    let refused = context.tell_all(&desk.told());
    if let Some(reason) = &arguments.minor {
        declare(desk.extraction_mut(), reason, &arguments, context)?;
    }
    let plan = desk.extraction().plan(works.as_ref());
    if arguments.dry_run {
        tell_story(&desk, segments, context);
        return Ok(if refused { Outcome::Refused } else { Outcome::Done });
    }
    if arguments.check {
        for change in &plan {
            context.console.line(&format!("{} is behind", visible(&change.path)));
        }
        return Ok(match (refused, plan.is_empty()) {
            (true, _) => Outcome::Refused,
            (false, false) => Outcome::Findings,
            (false, true) => Outcome::Done,
        });
    }
    newsroom.write(&plan)?;
    tell_written(&plan, context);
    tell_stale(&desk, context);
    Ok(if refused { Outcome::Refused } else { Outcome::Done })
}

/// Declares earlier wordings equivalent, or says why it cannot.
fn declare(
    extraction: &mut Extraction,
    reason: &str,
    arguments: &Arguments,
    context: &mut Context,
) -> Result<(), Diagnostic> {
    if reason.trim().is_empty() {
        return Err(Diagnostic::error("usage", "the reason is empty")
            .with_help("say why nothing changes for translators, e.g. `--minor \"typo\"`"));
    }
    let harmless = |kind: Kind| match kind {
        _ if arguments.force => true,
        Kind::Facts | Kind::Negation => false,
        _ if arguments.kinds.is_empty() => true,
        Kind::Minor => arguments.kinds.contains(&Harmless::Minor),
        Kind::Markup => arguments.kinds.contains(&Harmless::Markup),
        Kind::Wording | Kind::Rewritten => arguments.kinds.contains(&Harmless::Wording),
        Kind::Cosmetic => true,
    };
    for (slug, id, change) in minor::declare_minor(extraction, reason.trim(), harmless) {
        context.console.say(&format!(
            "not declared harmless: {slug}#{id} ({})",
            visible(&change.describe())
        ));
    }
    Ok(())
}

/// How many segments all releases have.
fn segments(desk: &Desk<'_>) -> usize {
    let visited = desk.visit(|_| true, |one| one.catalog.entries.len());
    visited.seen.iter().sum()
}

/// Shows every segment that is not simply what it was, of so many.
fn tell_story(desk: &Desk<'_>, segments: usize, context: &mut Context) {
    let extraction = desk.extraction();
    let lines = story::story(
        &extraction.old,
        &extraction.new,
        &extraction.ids(),
        &extraction.alignment,
    );
    let kept = lines.iter().filter(|line| line.mark == Mark::Kept).count();
    let mut last = None;
    for line in lines.iter().filter(|line| line.mark != Mark::Kept) {
        if last.as_ref() != Some(&&line.release) {
            context.console.line(line.release.as_str());
            last = Some(&line.release);
        }
        context.console.line(&format!("  {}", visible(&line.to_string())));
    }
    for renamed in &extraction.alignment.renamed {
        context.console.line(&format!("{} was {}", renamed.to, renamed.from));
    }
    // What is kept on the desk was aligned, or equals its catalog; all the others equal theirs.
    let quiet = segments - extraction.new.len();
    context.console.line(&format!("= {} segments kept", kept + quiet));
}

fn tell_written(plan: &[Change], context: &mut Context) {
    for change in plan {
        let verb = match (&change.read, &change.write) {
            (None, _) => "new",
            (_, None) => "removed",
            _ => "updated",
        };
        context.console.line(&format!("{verb} {}", change.path));
    }
    if plan.is_empty() {
        context.console.say("the source catalogs are up to date");
    }
}

/// Says whose translations are stale now and what it costs, in words.
fn tell_stale(desk: &Desk<'_>, context: &mut Context) {
    let changed: BTreeMap<Slug, usize> = extraction::count_by_release(&desk.extraction().new)
        .into_iter()
        .collect();
    for locale in &desk.locales {
        let mut segments = 0;
        let mut words = 0;
        let mut loss = Loss::default();
        for one in desk
            .releases(None)
            .filter(|one| changed.contains_key(&one.release.slug))
        {
            let edition = desk.edition(one, locale);
            loss.good += edition.units.iter().filter(|unit| unit.text.is_some()).count() + edition.obsolete.len();
            loss.lost += edition.obsolete.len();
            for unit in edition.units.iter().filter(|unit| unit.state() == State::Stale) {
                segments += 1;
                words += pressroom::status::words(&unit.wanted.english);
            }
        }
        loss.lost += segments;
        if loss.is_mass() {
            let warning = Diagnostic::warning(
                "mass-change",
                format!(
                    "{} of {} translations of `{locale}` in these releases are stale or obsolete now",
                    loss.lost, loss.good
                ),
            );
            context
                .console
                .tell(&warning.with_help("look whether this is meant; `pressroom undo` takes the extraction back"));
        }
        if segments > 0 {
            context.console.say(&format!(
                "{locale}: {segments} stale, {words} English words; the translators run `pressroom update {locale}`"
            ));
        }
    }
}

fn pair(text: &str) -> Result<(Slug, SegmentId, usize), String> {
    let (place, line) = text
        .rsplit_once('=')
        .ok_or("write it like `2018/dialogue#meeting-brussels=14`")?;
    let (slug, id) = retire(place)?;
    Ok((slug, id, line.parse().map_err(|_| "the line is not a number")?))
}

fn retire(text: &str) -> Result<(Slug, SegmentId), String> {
    let (slug, id) = text
        .split_once('#')
        .ok_or("write it like `2018/dialogue#meeting-brussels`")?;
    Ok((Slug::new(slug)?, SegmentId::new(id).ok_or("the id is not one")?))
}

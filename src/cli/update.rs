//! `pressroom update`: the files of locales catch up with the English.

use super::progress::Progress;
use super::{Context, Outcome, select};
use pressroom::desk::Desk;
use pressroom::diagnostic::Diagnostic;
use pressroom::ledger::Ledger;
use pressroom::locale::Locale;
use pressroom::names::Slug;
use pressroom::newsroom::Newsroom;
use pressroom::newsroom::cache::Cache;
use pressroom::newsroom::write::Change;
use pressroom::report::visible::visible;
use pressroom::updating::{self, Card, Updated, Updating};
use pressroom::worksheet::What;
use std::collections::{BTreeMap, BTreeSet};

/// What `pressroom update` is told.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The locales, e.g. `fr ar`; a new one may be named [default: all that have a folder]
    #[arg(value_name = "LOCALE")]
    locales: Vec<String>,
    /// Only releases whose name matches, e.g. `2018/**`; `site` and `glossary` name the newsroom's own catalogs
    #[arg(short, long = "release", value_name = "GLOB")]
    releases: Vec<String>,
    /// Write nothing; end with 1 if something would be written
    #[arg(long, conflicts_with = "dry_run")]
    check: bool,
    /// Write nothing; show what would be written
    #[arg(long)]
    dry_run: bool,
    /// Go on even if more than a fifth of a locale's good translations would become stale or obsolete at once
    #[arg(long)]
    allow_mass_change: bool,
}

/// The name in the cache of what was asked for, in a newsroom just as it is, when there was nothing to do and nothing to tell.
const QUIET: &str = "update-quiet";

/// Brings the source catalogs and then the files of the locales up to date, in one plan.
pub(crate) fn run(arguments: Arguments, context: &mut Context) -> Result<Outcome, Diagnostic> {
    let newsroom = if arguments.check || arguments.dry_run {
        context.newsroom()?
    } else {
        context.newsroom_to_write()?
    };
    let cache = context.cache(&newsroom);
    let ledger = Ledger::open(&newsroom, &cache);
    let asked = format!("{:?} {:?}", arguments.locales, arguments.releases);
    let mut quiet: BTreeSet<String> = ledger.known_of_all(&cache, QUIET).unwrap_or_default();
    if quiet.contains(&asked) {
        return Ok(tell_plan(&[], false, arguments.check, context));
    }
    let (outcome, is_quiet) = bring(&arguments, &newsroom, (&ledger, &cache), context)?;
    if is_quiet && quiet.insert(asked) {
        ledger.keep_of_all(&cache, QUIET, &quiet);
    }
    Ok(outcome)
}

/// The same where it is not known what would come of it; also whether there was nothing to do and nothing to tell.
fn bring(
    arguments: &Arguments,
    newsroom: &Newsroom,
    (ledger, cache): (&Ledger<'_>, &Cache),
    context: &mut Context,
) -> Result<(Outcome, bool), Diagnostic> {
    let known: BTreeMap<Slug, Card> = ledger.known(cache, "update");
    let wanted = match arguments.locales.as_slice() {
        [] => newsroom.locales()?.0.iter().map(Locale::to_string).collect(),
        named => named.to_vec(),
    };
    let covers = |card: &Card| wanted.iter().all(|tag| card.contains_key(tag));
    let progress = Progress::new("looking");
    let watch = |done, of| progress.tell(done, of);
    let desk = Desk::open_sparing(newsroom, &|slug| known.get(slug).is_some_and(covers))?.watched(&watch);
    let works = select::works(&desk, &arguments.releases)?;
    let named = arguments
        .locales
        .iter()
        .map(|tag| select::any_locale(&desk, tag))
        .collect::<Result<Vec<_>, _>>()?;
    let locales = if named.is_empty() { desk.locales.clone() } else { named };
    let Updated { locales: all, found } = updating::locales(&desk, &known, &locales, works.as_ref());
    progress.clear();
    let told = desk.told();
    let mut refused = context.tell_all(&told);
    let mut is_quiet = told.is_empty();
    ledger.keep(cache, "update", &known, &found);
    let mut plan: Vec<Change> = desk.extraction().plan(works.as_ref());
    let mut changed = Vec::new();
    for (locale, mut updating) in locales.iter().zip(all) {
        refused |= context.tell_all(&updating.told);
        is_quiet &= updating.told.is_empty();
        if updating.loss.is_mass() && !arguments.allow_mass_change {
            context.console.tell(&mass_change(locale, &updating));
            refused = true;
            continue;
        }
        plan.append(&mut updating.plan);
        changed.push((locale, updating));
    }
    if !arguments.check && !arguments.dry_run {
        newsroom.write(&plan)?;
    }
    for (locale, updating) in &changed {
        tell(locale, updating, arguments.dry_run, context);
    }
    let outcome = tell_plan(&plan, refused, arguments.check, context);
    Ok((outcome, is_quiet && !refused && plan.is_empty()))
}

/// Says that there is nothing to do or, where that is asked for, what is behind; and how the run ends.
fn tell_plan(plan: &[Change], refused: bool, check: bool, context: &mut Context) -> Outcome {
    if plan.is_empty() {
        context.console.say("everything is up to date");
    } else if check {
        for change in plan {
            context.console.line(&format!("{} is behind", visible(&change.path)));
        }
    }
    match (refused, check && !plan.is_empty()) {
        (true, _) => Outcome::Refused,
        (false, true) => Outcome::Findings,
        (false, false) => Outcome::Done,
    }
}

/// What is told instead of writing what may be a mistake.
fn mass_change(locale: &Locale, updating: &Updating) -> Diagnostic {
    let updating::loss::Loss { good, lost } = updating.loss;
    Diagnostic::error("mass-change", format!("{lost} of {good} good translations of `{locale}` would become stale or obsolete at once"))
        .with_note("a wrong branch, a renamed folder or a changed source locale looks like this; no file of this locale was written")
        .with_help("look at `pressroom extract --dry-run`; if this is meant, run `pressroom update --allow-mass-change`")
}

/// Says in a line what became of a locale; in detail, what becomes of every message.
fn tell(locale: &Locale, updating: &Updating, detailed: bool, context: &mut Context) {
    let mut counts: BTreeMap<What, usize> = BTreeMap::new();
    for (path, update) in &updating.updates {
        if detailed {
            context.console.line(path);
        }
        for change in &update.changes {
            *counts.entry(change.what).or_default() += 1;
            if detailed {
                context.console.line(&format!("  {} {}", word(change.what), change.key));
            }
        }
    }
    let said: Vec<String> = counts
        .iter()
        .map(|(what, count)| format!("{count} {}", word(*what)))
        .collect();
    if !updating.updates.is_empty() {
        let files = updating.updates.len();
        let files = if files == 1 {
            "1 file".to_owned()
        } else {
            format!("{files} files")
        };
        let said = if said.is_empty() {
            "renewed".to_owned()
        } else {
            said.join(", ")
        };
        context.console.line(&format!("{locale}: {files}: {said}"));
    }
}

fn word(what: What) -> &'static str {
    match what {
        What::Added => "added",
        What::Drafted => "drafted",
        What::Stale => "stale",
        What::Unverified => "unverified",
        What::Fresh => "fresh again",
        What::Refreshed => "renewed",
        What::Moved => "moved",
        What::Obsolete => "obsolete",
        What::Restored => "restored",
        What::Removed => "removed",
    }
}

//! `pressroom accept`: a person's word that translations say what the English says.

use super::{Context, Outcome, select};
use pressroom::desk::Desk;
use pressroom::diagnostic::Diagnostic;
use pressroom::edition::{Edition, State, Unit, Work};
use pressroom::newsroom::write::Change;
use pressroom::publication::is_faulty;
use pressroom::worksheet::accept::{self, Outcome as Became};
use pressroom::worksheet::{Rules, Wanted};

/// What `pressroom accept` is told.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The locale, e.g. `fr`
    locale: String,
    /// What to accept, e.g. `2018/dialogue#meeting-brussels`, or a whole release
    #[arg(value_name = "RELEASE[#ID]", required_unless_present = "all")]
    targets: Vec<String>,
    /// Accept everything of the locale
    #[arg(long, conflicts_with = "targets")]
    all: bool,
    /// Write nothing; show what would be accepted
    #[arg(long)]
    dry_run: bool,
}

/// Takes the marks of stale, unverified and draft off the chosen translations; what is missing or broken is refused.
pub(crate) fn run(arguments: Arguments, context: &mut Context) -> Result<Outcome, Diagnostic> {
    let newsroom = if arguments.dry_run {
        context.newsroom()?
    } else {
        context.newsroom_to_write()?
    };
    let desk = Desk::open_lean(&newsroom)?;
    let locale = select::any_locale(&desk, &arguments.locale)?;
    let targets = select::targets(&desk, &arguments.targets)?;
    let open = |unit: &Unit| !matches!(unit.state(), State::Fresh | State::Missing);
    let kept = |edition: &Edition| !targets.is_empty() || !edition.told.is_empty() || edition.units.iter().any(open);
    let visited = desk.editions(&locale, |name| select::chosen_name(&targets, name), kept);
    let editions = visited.seen;
    known(&targets, &editions)?;
    // What cannot be read of a release is not accepted; who asks for everything must hear it.
    let mut refused = arguments.all && context.tell_all(&desk.told());
    refused |= context.tell_all(&visited.told);
    let mut plan = Vec::new();
    let mut accepted = 0;
    for edition in &editions {
        refused |= context.tell_all(&edition.told);
        let open = |unit: &&Unit| {
            unit.state() != State::Fresh && select::chosen(&targets, &edition.work, unit.wanted.id.as_str())
        };
        let chosen: Vec<&Unit> = edition.units.iter().filter(open).collect();
        if edition.is_broken() || chosen.is_empty() {
            continue;
        }
        let (good, bad): (Vec<&Unit>, Vec<&Unit>) = chosen
            .into_iter()
            .partition(|unit| unit.state() != State::Missing && !is_unfit(edition, unit));
        for unit in bad {
            refused |= !arguments.all || unit.state() != State::Missing;
            tell_refused(edition, unit, &arguments, context);
        }
        accepted += take(edition, &good, &mut plan, &desk, context)?;
    }
    if !arguments.dry_run {
        newsroom.write(&plan)?;
    }
    let verb = if arguments.dry_run { "would accept" } else { "accepted" };
    context.console.line(&format!("{verb} {accepted} in {locale}"));
    Ok(if refused { Outcome::Refused } else { Outcome::Done })
}

/// Whether a translation could not be published even if it were fresh.
fn is_unfit(edition: &Edition, unit: &Unit) -> bool {
    matches!(edition.work, Work::Release(_)) && is_faulty(edition, unit)
}

fn tell_refused(edition: &Edition, unit: &Unit, arguments: &Arguments, context: &mut Context) {
    let id = &unit.wanted.id;
    if unit.state() == State::Missing {
        if !arguments.all {
            let error =
                Diagnostic::error("missing", format!("`{id}` has no translation to accept")).at(edition.place(unit));
            context.console.tell(&error.with_help("translate it first"));
        }
        return;
    }
    let error = Diagnostic::error(
        "markup",
        format!("`{id}` cannot be accepted: its links, markup or references are not those of the English"),
    );
    context.console.tell(&error.at(edition.place(unit)).with_help(format!(
        "run `pressroom check --locale {}` and mend what it finds",
        edition.locale
    )));
}

/// Accepts these units of an edition; how many were not accepted before.
fn take(
    edition: &Edition,
    units: &[&Unit],
    plan: &mut Vec<Change>,
    desk: &Desk<'_>,
    context: &mut Context,
) -> Result<usize, Diagnostic> {
    let Some(catalog) = edition.catalog.as_ref().filter(|_| !units.is_empty()) else {
        return Ok(0);
    };
    let chosen: Vec<Wanted> = units.iter().map(|unit| Wanted::of(&unit.wanted)).collect();
    let rules = if matches!(edition.work, Work::Release(_)) {
        Rules::PROSE
    } else {
        Rules::FLUENT
    };
    let done = accept::accept(catalog, &chosen, &edition.source, rules)?;
    let mut accepted = 0;
    for (key, outcome) in &done.outcomes {
        match outcome {
            Became::Accepted => {
                accepted += 1;
                context.console.say(&format!("{}#{key}", edition.work.name()));
            }
            Became::Behind => {
                let message = format!(
                    "{}#{key}: the English has changed again since the file was updated; run `pressroom update {}` and look once more",
                    edition.work.name(),
                    edition.locale
                );
                context.console.say(&message);
            }
            Became::AlreadyFresh | Became::Missing => {}
        }
    }
    plan.push(desk.change(&edition.path(), Some(catalog.source.text()), Some(&done.text))?);
    Ok(accepted)
}

/// Every id that was named exists.
fn known(targets: &[select::Target], editions: &[Edition]) -> Result<(), Diagnostic> {
    for target in targets {
        let Some(id) = &target.id else { continue };
        let Some(edition) = editions.iter().find(|edition| edition.work == target.work) else {
            continue;
        };
        let ids: Vec<&str> = edition.units.iter().map(|unit| unit.wanted.id.as_str()).collect();
        if !ids.contains(&id.as_str()) {
            let error = Diagnostic::error(
                "usage",
                format!("`{}` has no segment `{}`", target.work.name(), id.escape_debug()),
            );
            return Err(error.with_help(pressroom::diagnostic::suggestion(id, &ids)));
        }
    }
    Ok(())
}

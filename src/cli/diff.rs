//! `pressroom diff`: what the English said when a translation was made, and what it says now.

use super::{Context, Outcome, select, words};
use pressroom::align::change::classify;
use pressroom::desk::Desk;
use pressroom::diagnostic::Diagnostic;
use pressroom::edition::{Edition, State, Unit};
use pressroom::report::visible::visible;

/// What `pressroom diff` is told.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The locale, e.g. `fr`
    locale: String,
    /// Only these, e.g. `2018/dialogue` or `2018/dialogue#meeting-brussels` [default: all]
    #[arg(value_name = "RELEASE[#ID]")]
    targets: Vec<String>,
}

/// Shows the change for every stale translation among the targets.
pub(crate) fn run(arguments: Arguments, context: &mut Context) -> Result<Outcome, Diagnostic> {
    let newsroom = context.newsroom()?;
    let desk = Desk::open_lean(&newsroom)?;
    let locale = select::any_locale(&desk, &arguments.locale)?;
    let targets = select::targets(&desk, &arguments.targets)?;
    let mut shown = 0;
    let is_stale = |unit: &Unit| unit.state() == State::Stale;
    let kept = |edition: &Edition| !edition.told.is_empty() || edition.units.iter().any(is_stale);
    let visited = desk.editions(&locale, |name| select::chosen_name(&targets, name), kept);
    let mut refused = context.tell_all(&desk.told());
    refused |= context.tell_all(&visited.told);
    for edition in &visited.seen {
        refused |= context.tell_all(&edition.told);
        for unit in edition
            .units
            .iter()
            .filter(|unit| select::chosen(&targets, &edition.work, unit.wanted.id.as_str()))
        {
            let (State::Stale, Some(was)) = (unit.state(), &unit.quote.made_from) else {
                continue;
            };
            let change = classify(was, &unit.wanted.english);
            context.console.line(&format!(
                "{}#{}  {}",
                edition.work.name(),
                unit.wanted.id,
                visible(&change.describe())
            ));
            context.console.line(&format!(
                "  {}",
                words::diff(was, &unit.wanted.english, context.console.color)
            ));
            context
                .console
                .line(&format!("  = {}", visible(unit.text.as_deref().unwrap_or_default())));
            context.console.line("");
            shown += 1;
        }
    }
    if shown == 0 {
        context.console.say("nothing here is stale");
    }
    Ok(if refused { Outcome::Refused } else { Outcome::Done })
}

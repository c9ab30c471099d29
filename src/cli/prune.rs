//! `pressroom prune`: translations whose English is gone are removed for good, because somebody asked for it.

use super::{Context, Outcome, select};
use pressroom::desk::Desk;
use pressroom::diagnostic::Diagnostic;
use pressroom::report::visible::visible;
use pressroom::updating::prune;

/// What `pressroom prune` is told.
#[derive(clap::Args)]
#[command(
    after_help = "Nothing else in pressroom removes a translation. `pressroom undo` brings back what the last run removed."
)]
pub(crate) struct Arguments {
    /// The locale, e.g. `fr`
    locale: String,
    /// Only releases whose name matches, e.g. `2018/**`; those that are gone as well
    #[arg(short, long = "release", value_name = "GLOB")]
    releases: Vec<String>,
    /// Write nothing; show what would be removed
    #[arg(long)]
    dry_run: bool,
}

/// Removes what is obsolete, and lists it.
pub(crate) fn run(arguments: Arguments, context: &mut Context) -> Result<Outcome, Diagnostic> {
    let newsroom = if arguments.dry_run {
        context.newsroom()?
    } else {
        context.newsroom_to_write()?
    };
    let desk = Desk::open_lean(&newsroom)?;
    let locale = select::any_locale(&desk, &arguments.locale)?;
    let works = select::patterns(&arguments.releases)?;
    let pruning = prune::locale(&desk, &locale, works.as_ref());
    let mut refused = context.tell_all(&desk.told());
    let pruning = pruning?;
    refused |= context.tell_all(&pruning.told);
    if !arguments.dry_run {
        newsroom.write(&pruning.plan)?;
    }
    for (path, keys) in &pruning.gone {
        for key in keys {
            context.console.line(&format!("{}#{key}", visible(path)));
        }
    }
    let verb = if arguments.dry_run { "would remove" } else { "removed" };
    let messages: usize = pruning.gone.iter().map(|(_, keys)| keys.len()).sum();
    context
        .console
        .say(&format!("{verb} {messages} messages from {} files", pruning.gone.len()));
    Ok(if refused { Outcome::Refused } else { Outcome::Done })
}

//! `pressroom undo`: the files become what they were before the last command that wrote.

use super::{Context, Outcome};
use pressroom::diagnostic::Diagnostic;
use pressroom::report::visible::visible;

/// What `pressroom undo` is told.
#[derive(clap::Args)]
#[command(
    after_help = "Files that were changed since are never touched. Undoing twice brings back what was undone. Pages are not undone: build again."
)]
pub(crate) struct Arguments {
    /// Undo the rest even if some of the files were changed since
    #[arg(long)]
    skip_changed: bool,
    /// Write nothing; show what would be undone
    #[arg(long)]
    dry_run: bool,
}

/// Puts back what the last run that wrote replaced.
pub(crate) fn run(arguments: Arguments, context: &mut Context) -> Result<Outcome, Diagnostic> {
    let newsroom = if arguments.dry_run {
        context.newsroom()?
    } else {
        context.newsroom_to_write()?
    };
    let Some(undo) = newsroom.undo()? else {
        context.console.say("there is nothing to undo");
        return Ok(Outcome::Done);
    };
    for path in &undo.changed {
        let error = Diagnostic::error("changed", format!("`{}` was changed since", visible(path)));
        context.console.tell(&error.with_help(
            "take that change back by hand or with git, or run `pressroom undo --skip-changed` to undo the rest",
        ));
    }
    if !undo.changed.is_empty() && !arguments.skip_changed {
        return Ok(Outcome::Refused);
    }
    for change in &undo.plan {
        let verb = match (&change.read, &change.write) {
            (None, _) => "brought back",
            (_, None) => "removed",
            _ => "restored",
        };
        context.console.line(&format!("{verb} {}", visible(&change.path)));
    }
    if !arguments.dry_run {
        newsroom.write(&undo.plan)?;
    }
    Ok(Outcome::Done)
}

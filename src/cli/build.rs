//! `pressroom build`: pages, text, indexes and feeds.

use super::{Context, Outcome, clock, select};
use jiff::Timestamp;
use pressroom::desk::Desk;
use pressroom::diagnostic::{Diagnostic, Severity};
use pressroom::newsroom::outputs::{Extent, Published};
use pressroom::press::enclosures::Enclosing;
use pressroom::press::{self, Order, Pressed};
use pressroom::publication::{Moment, Reason, Withheld};
use pressroom::report::visible::visible;
use std::path::{Path, PathBuf};

/// What `pressroom build` is told.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The output folder [default: `out` in pressroom.toml, or public]
    #[arg(short, long, value_name = "DIR")]
    out: Option<PathBuf>,
    #[command(flatten)]
    selection: select::Selection,
    /// Build releases under embargo as well, for a preview that stays inside
    #[arg(long)]
    include_embargoed: bool,
    /// Take this as the present time
    #[arg(long, value_name = "TIME", value_parser = clock::parse)]
    now: Option<Timestamp>,
    /// Make a page with all languages side by side of every release as well, for the meeting that signs it off
    #[arg(long)]
    concordance: bool,
    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

/// Builds the output tree and says what was published, what was withheld, and why.
pub(crate) fn run(arguments: Arguments, context: &mut Context) -> Result<Outcome, Diagnostic> {
    let newsroom = context.newsroom()?;
    let desk = Desk::open(&newsroom)?;
    let works = select::works(&desk, &arguments.selection.releases)?;
    let locales = select::locales(&desk, &arguments.selection.locales)?;
    let order = Order {
        locales: (!arguments.selection.locales.is_empty()).then_some(&locales),
        works: works.as_ref(),
        moment: Moment {
            now: clock::now(arguments.now)?,
            embargoed: arguments.include_embargoed,
        },
        concordance: arguments.concordance || newsroom.config.build.concordance,
        enclosing: Enclosing::Publish,
    };
    let pressed = press::run(&desk, &order);
    let mut refused = context.tell_all(&desk.told);
    refused |= context.tell_all(&pressed.told);
    if pressed.is_unfit() {
        let error = Diagnostic::error("template", "the pages cannot be made; the output folder is as it was");
        return Err(error.with_help("mend what is told above, then build again"));
    }
    let out = match &arguments.out {
        // A folder named on the command line is meant from where the command was given.
        Some(out) => std::path::absolute(out)
            .map_err(|error| Diagnostic::error("io", error.to_string()).with_help("name another folder"))?,
        None => PathBuf::from(&newsroom.config.out),
    };
    let extent = if order.is_part() {
        Extent::Part(pressed.withheld_paths())
    } else {
        Extent::Whole
    };
    let done = if arguments.dry_run {
        None
    } else {
        Some(newsroom.publish(&out, &pressed.outputs, extent)?)
    };
    tell_withheld(&pressed, context);
    tell_done(&pressed, done.as_ref(), &arguments.out.unwrap_or(out), context);
    Ok(if refused { Outcome::Refused } else { Outcome::Done })
}

fn tell_withheld(pressed: &Pressed, context: &mut Context) {
    for withheld in pressed
        .withheld
        .iter()
        .filter(|withheld| withheld.reason != Reason::OtherLocales)
    {
        context.console.say(&format!(
            "withheld {}/{}: {}",
            withheld.locale, withheld.slug, withheld.reason
        ));
    }
    let gaps = |one: &Withheld| matches!(one.reason, Reason::Incomplete(_) | Reason::Strings(_) | Reason::Broken);
    if pressed.withheld.iter().any(gaps) {
        context.console.say("`pressroom check` tells the places and the mends.");
    }
}

fn tell_done(pressed: &Pressed, done: Option<&Published>, out: &Path, context: &mut Context) {
    for (slug, locale) in &pressed.published {
        context.console.whisper(&format!("published {locale}/{slug}"));
    }
    let editions = pressed.published.len();
    let summary = match done {
        None => format!(
            "would publish {editions} editions in {} files in {}",
            pressed.outputs.len(),
            out.display()
        ),
        Some(done) => {
            for path in &done.left {
                context.console.say(&format!(
                    "left {path}: it no longer belongs here, but somebody changed it"
                ));
            }
            let removed = if done.removed.is_empty() {
                String::new()
            } else {
                format!(", {} removed", done.removed.len())
            };
            format!(
                "published {editions} editions in {}: {} files written, {} unchanged{removed}",
                out.display(),
                done.written,
                done.unchanged
            )
        }
    };
    context.console.line(&visible(&summary));
    let worst = pressed.told.iter().map(|told| told.severity).max();
    if worst == Some(Severity::Error) {
        context
            .console
            .say("Some files could not be read; what is told above was not published.");
    }
}

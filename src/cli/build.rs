//! `pressroom build`: pages, text, indexes and feeds.

use super::progress::Progress;
use super::{Context, Outcome, clock, select};
use jiff::Timestamp;
use pressroom::desk::Desk;
use pressroom::diagnostic::{Diagnostic, Severity};
use pressroom::ledger::Ledger;
use pressroom::names::{Shard, Slug};
use pressroom::newsroom::Newsroom;
use pressroom::newsroom::cache::Cache;
use pressroom::newsroom::outputs::parts::Parts;
use pressroom::newsroom::outputs::{Extent, Nowhere, Published, Sink};
use pressroom::press::printed::Earlier;
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
    /// How lines of the text output end [default: lf, or crlf if `crlf` is set in pressroom.toml]
    #[arg(long, value_name = "EOL")]
    eol: Option<Eol>,
    /// Make a page with all languages side by side of every release as well, for the meeting that signs it off
    #[arg(long)]
    concordance: bool,
    /// Build only the I-th of N parts of the releases, so that N machines share the work; `--finish` puts the parts together
    #[arg(long, value_name = "I/N", value_parser = Shard::parse, conflicts_with_all = ["locales", "releases", "finish", "dry_run"])]
    shard: Option<Shard>,
    /// Complete a folder that all parts of a `--shard` build were put into: only what lists the releases is made
    #[arg(long, conflicts_with_all = ["locales", "releases", "dry_run"])]
    finish: bool,
    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

/// How lines end.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Eol {
    /// Line feed
    Lf,
    /// Carriage return and line feed, as mail has it
    Crlf,
}

/// Builds the output tree and says what was published, what was withheld, and why.
pub(crate) fn run(arguments: Arguments, context: &mut Context) -> Result<Outcome, Diagnostic> {
    let newsroom = newsroom(&arguments, context)?;
    let out = out(&newsroom, &arguments)?;
    if arguments.finish && is_finished(&newsroom, &out, context)? {
        return Ok(Outcome::Done);
    }
    let cache = context.cache(&newsroom);
    let place = (!arguments.dry_run).then(|| newsroom.place(&out)).transpose()?;
    let (tree, kept) = rayon::join(
        || place.map(|place| place.tree(&cache)).transpose(),
        || Keeping::open(&newsroom, &cache, &arguments, &out),
    );
    let (tree, (keeping, earlier)) = (tree?, kept?);
    let sink: &dyn Sink = tree.as_ref().map_or(&Nowhere, |tree| tree as &dyn Sink);
    let moment = moment(&arguments)?;
    let concordance = arguments.concordance || newsroom.config.build.concordance;
    let earlier = earlier.standing(moment, sink);
    let progress = Progress::new("building");
    let watch = |done, of| progress.tell(done, of);
    let desk = Desk::open_sparing(&newsroom, &|slug| earlier.releases.contains_key(slug))?.watched(&watch);
    let works = select::works(&desk, &arguments.selection.releases)?;
    let locales = select::with_source(&desk, &arguments.selection.locales)?;
    let order = Order {
        locales: (!arguments.selection.locales.is_empty()).then_some(&locales),
        works: works.as_ref(),
        shard: arguments.shard,
        moment,
        concordance,
    };
    let pressed = press::run(&desk, &order, &earlier, sink);
    progress.clear();
    let mut refused = context.tell_all(&desk.told());
    refused |= context.tell_all(&pressed.told);
    if pressed.is_unfit() {
        let error = Diagnostic::error("template", "the pages cannot be made; the output folder is as it was");
        return Err(error.with_help("mend what is told above, then build again"));
    }
    all_read(&desk, &order, &pressed)?;
    let extent = if order.is_part() {
        Extent::Part(pressed.withheld_paths())
    } else {
        Extent::Whole
    };
    let done = tree.map(|tree| tree.finish(&extent)).transpose()?;
    // Where something could not be read, the parts are still needed: to put them together again when it can.
    if done.is_some() && !(refused && arguments.finish) {
        keeping.keep(&earlier, &pressed)?;
    }
    tell_withheld(&pressed, &order, context);
    tell_done(&pressed, done.as_ref(), &arguments.out.unwrap_or(out), context);
    Ok(if refused { Outcome::Refused } else { Outcome::Done })
}

/// When the build takes place.
fn moment(arguments: &Arguments) -> Result<Moment, Diagnostic> {
    Ok(Moment {
        now: clock::now(arguments.now)?,
        embargoed: arguments.include_embargoed,
    })
}

/// Whether an interrupted run had put the parts together already; what it left of them is removed.
fn is_finished(newsroom: &Newsroom, out: &Path, context: &mut Context) -> Result<bool, Diagnostic> {
    let parts = Parts::of(&newsroom.root().join(out), &super::program()?)?;
    let is_finished = parts.is_finished()?;
    if is_finished {
        parts.clear()?;
        context
            .console
            .line("the parts were put together already, by a run that was interrupted");
    }
    Ok(is_finished)
}

/// The output folder.
fn out(newsroom: &Newsroom, arguments: &Arguments) -> Result<PathBuf, Diagnostic> {
    match &arguments.out {
        // A folder named on the command line is meant from where the command was given.
        Some(out) => std::path::absolute(out)
            .map_err(|error| Diagnostic::error("io", error.to_string()).with_help("name another folder")),
        None => Ok(PathBuf::from(&newsroom.config.out)),
    }
}

/// What this build may take from earlier ones, and leaves to later ones.
struct Keeping<'a> {
    ledger: Ledger<'a>,
    stock: Stock,
    /// The name of the results of releases.
    name: String,
}

/// Where results come from and go to.
enum Stock {
    /// From the cache and back.
    Cache(Cache),
    /// Only into the output folder, for the build that puts the parts together.
    Part(Parts, Shard),
    /// From the output folder.
    Parts(Parts),
    /// Nowhere: a part that somebody chose says nothing of the whole.
    Nothing,
}

impl<'a> Keeping<'a> {
    /// Looks at the files of the newsroom; and what is kept of those that did not change.
    fn open(
        newsroom: &'a Newsroom,
        cache: &Cache,
        arguments: &Arguments,
        out: &Path,
    ) -> Result<(Keeping<'a>, Earlier), Diagnostic> {
        let parts = || Parts::of(&newsroom.root().join(out), &super::program()?);
        let name = name(arguments);
        let mut earlier = Earlier::default();
        let (ledger, stock) = match (arguments.shard, arguments.finish) {
            (Some(shard), _) => (Ledger::read(newsroom, cache), Stock::Part(parts()?, shard)),
            (None, true) => {
                let (ledger, parts) = (Ledger::read(newsroom, cache), parts()?);
                earlier.releases = ledger.current(parts.take(&name)?);
                (ledger, Stock::Parts(parts))
            }
            (None, false) if arguments.selection.is_all() => {
                let (ledger, releases) = Ledger::open_knowing(newsroom, cache, &name);
                let listed = ledger.known_of_shared(cache, "lists").unwrap_or_default();
                earlier = Earlier { releases, listed };
                (ledger, Stock::Cache(cache.clone()))
            }
            (None, false) => (Ledger::open(newsroom, &Cache::none()), Stock::Nothing),
        };
        Ok((Keeping { ledger, stock, name }, earlier))
    }

    fn keep(&self, earlier: &Earlier, pressed: &Pressed) -> Result<(), Diagnostic> {
        match &self.stock {
            Stock::Cache(cache) => {
                self.ledger.keep(cache, &self.name, &earlier.releases, &pressed.printed);
                if earlier.listed != pressed.listed {
                    self.ledger.keep_of_shared(cache, "lists", &pressed.listed);
                }
                Ok(())
            }
            Stock::Part(parts, shard) => {
                let rows = self.ledger.rows(&earlier.releases, &pressed.printed);
                parts.leave(*shard, &self.name, &rows)
            }
            Stock::Parts(parts) => parts.clear(),
            Stock::Nothing => Ok(()),
        }
    }
}

/// The name of the results of releases: the same release leaves other files where the command line asks for them.
fn name(arguments: &Arguments) -> String {
    let concordance = if arguments.concordance { "-concordance" } else { "" };
    let eol = match arguments.eol {
        None => "",
        Some(Eol::Lf) => "-lf",
        Some(Eol::Crlf) => "-crlf",
    };
    format!("build{concordance}{eol}")
}

/// The newsroom, with what the command line asks for in the place of what it decided.
fn newsroom(arguments: &Arguments, context: &Context) -> Result<Newsroom, Diagnostic> {
    let mut newsroom = context.newsroom()?;
    if let Some(eol) = arguments.eol {
        newsroom.config.build.crlf = eol == Eol::Crlf;
    }
    Ok(newsroom)
}

/// Refuses to build without a release that is there but could not be read: its pages would go, and every list would lose it.
fn all_read(desk: &Desk<'_>, order: &Order<'_>, pressed: &Pressed) -> Result<(), Diagnostic> {
    let mut unread = desk.unread().iter().chain(&pressed.unread);
    let Some(slug) = unread.find(|slug: &&Slug| order.wants_release(slug)) else {
        return Ok(());
    };
    let message = format!("the release `{slug}` cannot be read; the output folder is as it was");
    Err(Diagnostic::error("io", message)
        .with_help("mend what is told above, or name the releases to build, e.g. `--release '2018/**'`"))
}

fn tell_withheld(pressed: &Pressed, order: &Order<'_>, context: &mut Context) {
    let is_news = |withheld: &&Withheld| withheld.reason != Reason::OtherLocales && order.wants(&withheld.locale);
    for withheld in pressed.withheld.iter().filter(is_news) {
        context.console.say(&format!(
            "withheld {}/{}: {}",
            withheld.locale, withheld.slug, withheld.reason
        ));
    }
    let gaps = |one: &Withheld| matches!(one.reason, Reason::Incomplete(_) | Reason::Strings(_) | Reason::Broken);
    if pressed.withheld.iter().filter(is_news).any(gaps) {
        context.console.say("`pressroom check` tells the places and the mends.");
    }
}

fn tell_done(pressed: &Pressed, done: Option<&Published>, out: &Path, context: &mut Context) {
    for (slug, locale) in &pressed.published {
        context.console.whisper(&format!("published {locale}/{slug}"));
    }
    let editions = match pressed.published.len() {
        1 => "1 edition".to_owned(),
        count => format!("{count} editions"),
    };
    let summary = match done {
        None => format!(
            "would publish {editions} in {} files in {}",
            pressed.files,
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
                "published {editions} in {}: {} files written, {} unchanged{removed}",
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

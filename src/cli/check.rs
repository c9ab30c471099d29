//! `pressroom check`: everything that must not be published.

use super::progress::Progress;
use super::{Context, Outcome, base, select};
use pressroom::check::levels::Levels;
use pressroom::desk::Desk;
use pressroom::diagnostic::{Diagnostic, Severity};
use pressroom::edition::Edition;
use pressroom::extraction::Extracted;
use pressroom::gate::kept::Earlier;
use pressroom::gate::known::Known;
use pressroom::gate::{self, Looked};
use pressroom::ledger::Ledger;
use pressroom::locale::Locale;
use pressroom::names::Shard;
use pressroom::newsroom::cache::Cache;
use pressroom::newsroom::{self, Newsroom};
use pressroom::report::{self, Checked, Summary};
use std::io::Write;
use std::path::{Path, PathBuf};

/// What `pressroom check` is told.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    selection: select::Selection,
    /// Fail only on what this branch adds to REV, e.g. `origin/main`; findings that stood where it left REV are known
    #[arg(long, value_name = "REV")]
    since: Option<String>,
    /// Fail only on what comes on top of the findings in this file
    #[arg(long, value_name = "FILE", conflicts_with = "since")]
    baseline: Option<PathBuf>,
    /// Write the findings of today to this file, for `--baseline`, and end
    #[arg(long, value_name = "FILE", conflicts_with_all = ["since", "baseline", "fix"])]
    write_baseline: Option<PathBuf>,
    /// Mend what is mechanical (`punctuation`, `spacing`) in the files of the locales, then check
    #[arg(long)]
    fix: bool,
    /// Check only the I-th of N parts of the releases, so that N machines share the work
    #[arg(long, value_name = "I/N", value_parser = Shard::parse, conflicts_with_all = ["releases", "write_baseline", "fix"])]
    shard: Option<Shard>,
    /// How to show the findings [default: human, or github inside GitHub Actions]
    #[arg(long, value_name = "FORMAT", value_parser = format)]
    format: Option<report::Format>,
    /// Write the findings to this file instead of standard output (`-`)
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Write one more report, e.g. `sarif=report.sarif`; can be given several times
    #[arg(long, value_name = "FORMAT=FILE", value_parser = extra)]
    report: Vec<(report::Format, PathBuf)>,
    /// Fail on findings of this level or above [default: error, or `fail-on` in pressroom.toml]
    #[arg(long, value_name = "LEVEL")]
    fail_on: Option<Least>,
    /// End with 0 whatever is found
    #[arg(long)]
    exit_zero: bool,
}

/// The levels of `--fail-on`.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Least {
    /// Errors, warnings and notes
    Note,
    /// Errors and warnings
    Warning,
    /// Errors only
    Error,
}

/// Runs the rules over the chosen part of the newsroom.
pub(crate) fn run(arguments: Arguments, context: &mut Context) -> Result<Outcome, Diagnostic> {
    let newsroom = if arguments.fix {
        context.newsroom_to_write()?
    } else {
        context.newsroom()?
    };
    let levels = Levels::new(&newsroom.config)?;
    let unmended = arguments.fix && mend(&newsroom, &levels, &arguments, context)?;
    let Looked { editions, findings, .. } = look(&newsroom, &levels, &arguments, context)?;
    let refused = unmended || findings.iter().any(is_unread);
    if let Some(file) = &arguments.write_baseline {
        return write_baseline(file, &findings, context);
    }
    let all = findings.len();
    let findings = match known(&newsroom, &levels, &arguments)? {
        Some(known) => {
            let (new, gone) = known.new_among(findings);
            if gone > 0 && arguments.baseline.is_some() {
                context
                    .console
                    .say("Some findings of the baseline are gone; `--write-baseline` takes them out of the file.");
            }
            new
        }
        None => findings,
    };
    let summary = Summary {
        known: all - findings.len(),
        prefix: newsroom.way_from_repository(),
        ..summary(&findings, &editions, &arguments, &newsroom.config)
    };
    show(&findings, &summary, &arguments, context)?;
    let fails = findings.iter().any(|finding| summary.fails(finding.severity));
    Ok(match (refused, fails && !arguments.exit_zero) {
        (true, _) => Outcome::Refused,
        (false, true) => Outcome::Findings,
        (false, false) => Outcome::Done,
    })
}

/// Whether a finding says that something could not be looked at.
fn is_unread(finding: &Diagnostic) -> bool {
    matches!(finding.code, "io" | "changed")
}

/// Writes down the findings of today, if everything could be read: a baseline of the rest would lack what it has to forgive, or forgive for
/// ever that a file could not be read today.
fn write_baseline(file: &Path, findings: &[Diagnostic], context: &mut Context) -> Result<Outcome, Diagnostic> {
    if let Some(unread) = findings.iter().find(|finding| is_unread(finding)) {
        return Err(unread.clone().with_note("the baseline is as it was"));
    }
    context.save(file, &Known::of(findings).write())?;
    context
        .console
        .say(&format!("wrote {} findings to {}", findings.len(), file.display()));
    Ok(Outcome::Done)
}

/// Looks at what was chosen, at what changed since the last run only where all of it was.
fn look(
    newsroom: &Newsroom,
    levels: &Levels,
    arguments: &Arguments,
    context: &mut Context,
) -> Result<Looked, Diagnostic> {
    let progress = Progress::new("checking");
    let watch = |done, of| progress.tell(done, of);
    let cache = match arguments.shard {
        Some(_) => Cache::none(),
        None => context.cache(newsroom),
    };
    let (ledger, cards) = Ledger::open_knowing(newsroom, &cache, "check");
    let mut earlier = Earlier {
        cards,
        ..Earlier::default()
    };
    if arguments.selection.is_all() {
        earlier.across = ledger.known_of_all(&cache, "across");
    }
    if earlier.across.is_none() && !earlier.cards.is_empty() {
        earlier.wordings = ledger.known(&cache, "wordings");
        earlier.cards.retain(|slug, _| earlier.wordings.contains_key(slug));
    }
    let desk = Desk::open_sparing(newsroom, &|slug| earlier.cards.contains_key(slug))?.watched(&watch);
    let works = select::works(&desk, &arguments.selection.releases)?;
    let locales = select::locales(&desk, &arguments.selection.locales)?;
    let order = gate::Order {
        levels,
        locales: &locales,
        works: works.as_ref(),
        shard: arguments.shard,
    };
    let looked = gate::look(&desk, &order, &earlier);
    if order.is_whole(&desk) {
        if earlier.across.as_ref() != Some(&looked.across) {
            ledger.keep(&cache, "wordings", &earlier.wordings, &looked.wordings);
            ledger.keep_of_all(&cache, "across", &looked.across);
        }
        ledger.keep(&cache, "check", &earlier.cards, &looked.cards);
    }
    Ok(looked)
}

/// Writes the reports where they were asked for, and the summary of a step of GitHub Actions.
fn show(
    findings: &[Diagnostic],
    summary: &Summary,
    arguments: &Arguments,
    context: &mut Context,
) -> Result<(), Diagnostic> {
    let format = arguments.format.unwrap_or_else(default_format);
    let plain = |format| report::render(format, findings, summary);
    match &arguments.output {
        Some(file) if file != Path::new("-") => context.save(file, &plain(format))?,
        _ if context.console.color => context
            .console
            .print(&report::render_in_colour(format, findings, summary)),
        _ => context.console.print(&plain(format)),
    }
    for (format, file) in &arguments.report {
        if file == Path::new("-") {
            context.console.print(&plain(*format));
        } else {
            context.save(file, &plain(*format))?;
        }
    }
    match std::env::var_os("GITHUB_STEP_SUMMARY") {
        Some(file) if format == report::Format::Github && !file.is_empty() => {
            append(Path::new(&file), &plain(report::Format::Markdown))
        }
        _ => Ok(()),
    }
}

/// Adds to the summary of a step, which earlier commands of the step may have begun.
fn append(file: &Path, text: &str) -> Result<(), Diagnostic> {
    let opened = std::fs::OpenOptions::new().create(true).append(true).open(file);
    opened
        .and_then(|mut file| file.write_all(text.as_bytes()))
        .map_err(|error| {
            let error = Diagnostic::error(
                "io",
                format!("the step summary `{}` cannot be written: {error}", file.display()),
            );
            error.with_help("unset GITHUB_STEP_SUMMARY, or name a file that can be written")
        })
}

/// The findings that are known already, if the user wants them left out.
fn known(here: &Newsroom, levels: &Levels, arguments: &Arguments) -> Result<Option<Known>, Diagnostic> {
    if let Some(file) = &arguments.baseline {
        let shown = file.display().to_string();
        let bytes = std::fs::read(file).map_err(|error| {
            Diagnostic::error("io", format!("the baseline `{shown}` cannot be read: {error}"))
                .with_help(format!("run `pressroom check --write-baseline {shown}` to begin one"))
        })?;
        return Known::read(&newsroom::text(&shown, bytes)?).map(Some);
    }
    let Some(revision) = &arguments.since else {
        return Ok(None);
    };
    let base = base::newsroom(here, revision)?;
    let desk = Desk::open_lean(&base.newsroom)?;
    let named = &arguments.selection.locales;
    let is_meant = |locale: &&Locale| named.is_empty() || named.iter().any(|tag| tag == locale.tag());
    let locales: Vec<Locale> = desk.locales.iter().filter(is_meant).cloned().collect();
    let order = gate::Order {
        levels,
        locales: &locales,
        // Releases are not chosen here: one that is new on this branch would match none.
        works: None,
        shard: arguments.shard,
    };
    let looked = gate::look(&desk, &order, &Earlier::default());
    Ok(Some(Known::of(&looked.findings)))
}

/// Writes the mends of the chosen editions, and says what they are; whether something could not be read and so not be mended.
fn mend(
    newsroom: &Newsroom,
    levels: &Levels,
    arguments: &Arguments,
    context: &mut Context,
) -> Result<bool, Diagnostic> {
    let desk = Desk::open_lean(newsroom)?;
    let works = select::works(&desk, &arguments.selection.releases)?;
    let locales = select::locales(&desk, &arguments.selection.locales)?;
    let glossaries = gate::glossaries(&desk);
    let mend = |edition: &Edition| {
        let unread = edition.told.iter().filter(|told| told.code == "io").cloned();
        (
            gate::mend::edition(&desk, edition, levels, &glossaries),
            unread.collect(),
        )
    };
    let is_meant = |name: &str| works.as_ref().is_none_or(|set| set.is_match(name));
    let own = locales.iter().flat_map(|locale| desk.own_editions(locale));
    let own = own.filter(|edition| is_meant(edition.work.name()));
    let mut mends: Vec<(_, Vec<Diagnostic>)> = own.map(|edition| mend(&edition)).collect();
    let in_release = |one: &Extracted| {
        let meant = locales.iter().filter(|locale| one.release.front.is_for(locale));
        meant.map(|locale| mend(&desk.edition(one, locale))).collect::<Vec<_>>()
    };
    let visited = desk.visit(|slug| is_meant(slug.as_str()), in_release);
    mends.extend(visited.seen.into_iter().flatten());
    let mut plan = Vec::new();
    // What is wrong for good is told by the check that follows; a disk that failed once is not.
    let mut unread: Vec<Diagnostic> = desk.told().iter().filter(|told| told.code == "io").cloned().collect();
    unread.extend(visited.told);
    for (mended, of_edition) in mends {
        unread.extend(of_edition);
        let Some((change, mended)) = mended? else { continue };
        for one in mended {
            context
                .console
                .say(&format!("mended {}#{}: {}", change.path, one.id, one.what.join("; ")));
        }
        plan.push(change);
    }
    newsroom.write(&plan)?;
    Ok(context.tell_all(&unread))
}

fn summary(
    findings: &[Diagnostic],
    editions: &[(Locale, String)],
    arguments: &Arguments,
    config: &newsroom::config::Config,
) -> Summary {
    let checked = |(locale, release): &(Locale, String)| Checked {
        locale: locale.to_string(),
        release: release.clone(),
    };
    let least = arguments.fail_on.map(|least| match least {
        Least::Note => Severity::Note,
        Least::Warning => Severity::Warning,
        Least::Error => Severity::Error,
    });
    Summary {
        fail_on: least.or(config.check.fail_on).or(Some(Severity::Error)),
        ..Summary::of(findings, editions.iter().map(checked).collect())
    }
}

/// The annotations of GitHub Actions where they are shown, and what people read everywhere else.
fn default_format() -> report::Format {
    match std::env::var("GITHUB_ACTIONS") {
        Ok(value) if value == "true" => report::Format::Github,
        _ => report::Format::Human,
    }
}

fn format(name: &str) -> Result<report::Format, String> {
    let all: Vec<&str> = report::Format::ALL.iter().map(|format| format.as_str()).collect();
    report::Format::from_name(name).ok_or_else(|| format!("it is one of {}", all.join(", ")))
}

fn extra(text: &str) -> Result<(report::Format, PathBuf), String> {
    let (name, file) = text.split_once('=').ok_or("write it like `sarif=report.sarif`")?;
    Ok((format(name)?, PathBuf::from(file)))
}

//! `pressroom check`: everything that must not be published.

use super::{Context, Outcome, select};
use pressroom::check::kept::{Card, Kept, Traces};
use pressroom::check::levels::Levels;
use pressroom::check::survey::{self, Known, Order, Survey};
use pressroom::desk::Desk;
use pressroom::diagnostic::{Diagnostic, Severity};
use pressroom::ledger::Ledger;
use pressroom::names::Slug;
use pressroom::report::{self, Checked, Summary};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// What `pressroom check` is told.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    selection: select::Selection,
    /// How to show the findings [default: human, or github inside GitHub Actions]
    #[arg(long, value_name = "FORMAT", value_parser = format)]
    format: Option<report::Format>,
    /// Write the findings to this file instead of standard output
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
    let newsroom = context.newsroom()?;
    let levels = Levels::new(&newsroom.config)?;
    let cache = context.cache(&newsroom);
    let ledger = Ledger::open(&newsroom, &cache);
    let known = known(&ledger, &arguments.selection);
    let desk = Desk::open_without(&newsroom, |slug| known.cards.contains_key(slug))?;
    let works = select::works(&desk, &arguments.selection.releases)?;
    let locales = select::locales(&desk, &arguments.selection.locales)?;
    let order = Order { locales: &locales, works: works.as_ref(), levels: &levels };
    let survey = survey::survey(&desk, &order, &known)?;
    if arguments.selection.is_all() {
        keep(&ledger, &known, &survey);
    }
    let mut findings = desk.told.clone();
    findings.extend(desk.extraction.unextracted());
    findings.extend(survey.findings);
    let summary = Summary {
        prefix: newsroom.way_from_repository(),
        ..summary(&findings, survey.editions, &arguments, &newsroom.config)
    };
    let format = arguments.format.unwrap_or_else(default_format);
    let plain = |format| report::render(format, &findings, &summary);
    match &arguments.output {
        Some(file) => context.save(file, &plain(format))?,
        None if context.console.color => context.console.print(&report::render_in_colour(format, &findings, &summary)),
        None => context.console.print(&plain(format)),
    }
    for (format, file) in &arguments.report {
        context.save(file, &plain(*format))?;
    }
    let fails = findings.iter().any(|finding| summary.fails(finding.severity));
    Ok(if fails && !arguments.exit_zero { Outcome::Findings } else { Outcome::Done })
}

/// What earlier runs found out. What is found across all releases is known only for all of them together; otherwise their wordings are needed.
fn known(ledger: &Ledger<'_>, selection: &select::Selection) -> Known {
    let mut known = Known { cards: ledger.known("check"), ..Known::default() };
    if selection.is_all() {
        known.across = ledger.known_of_all("across");
    }
    if known.across.is_none() && !known.cards.is_empty() {
        known.traces = ledger.known("wordings");
        known.cards.retain(|slug, _| known.traces.contains_key(slug));
    }
    known
}

/// Keeps what this run found out.
fn keep(ledger: &Ledger<'_>, known: &Known, survey: &Survey) {
    let cards: BTreeMap<Slug, Card> = survey.found.iter().map(|(slug, (card, _))| (slug.clone(), card.clone())).collect();
    let traces: BTreeMap<Slug, Traces> = survey.found.iter().map(|(slug, (_, traces))| (slug.clone(), traces.clone())).collect();
    ledger.keep("check", &known.cards, &cards);
    if known.across.is_none() {
        ledger.keep("wordings", &known.traces, &traces);
        ledger.keep_of_all("across", &survey.across.iter().map(Kept::of).collect::<Vec<_>>());
    }
}

fn summary(findings: &[Diagnostic], editions: Vec<(String, String)>, arguments: &Arguments, config: &pressroom::newsroom::config::Config) -> Summary {
    let checked = |(locale, release)| Checked { locale, release };
    let least = arguments.fail_on.map(|least| match least {
        Least::Note => Severity::Note,
        Least::Warning => Severity::Warning,
        Least::Error => Severity::Error,
    });
    Summary { fail_on: least.or(config.check.fail_on).or(Some(Severity::Error)), ..Summary::of(findings, editions.into_iter().map(checked).collect()) }
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

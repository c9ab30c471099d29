//! `pressroom status`: how far every locale is.

use super::{Context, Outcome, progress, select};
use comfy_table::{CellAlignment, Table, presets};
use pressroom::desk::Desk;
use pressroom::diagnostic::Diagnostic;
use pressroom::ledger::Ledger;
use pressroom::status::{self, LocaleStatus, Progress, Survey};

/// What `pressroom status` is told.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    selection: select::Selection,
    /// How to show it
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    format: Format,
    /// Show every release, complete ones as well
    #[arg(long)]
    all: bool,
}

/// The forms of a status report.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// A table for people
    Table,
    /// One JSON document with `"schema": 1`
    Json,
    /// A Markdown table
    Markdown,
    /// An HTML page
    Html,
}

/// Shows how far the chosen locales are.
pub(crate) fn run(arguments: Arguments, context: &mut Context) -> Result<Outcome, Diagnostic> {
    let newsroom = context.newsroom()?;
    let cache = context.cache(&newsroom);
    let (ledger, known) = Ledger::open_knowing(&newsroom, &cache, "status");
    let progress = progress::Progress::new("looking");
    let watch = |done, of| progress.tell(done, of);
    let desk = Desk::open_sparing(&newsroom, &|slug| known.contains_key(slug))?.watched(&watch);
    let works = select::works(&desk, &arguments.selection.releases)?;
    let chosen = select::locales(&desk, &arguments.selection.locales)?;
    let Survey { locales, told, found } = status::survey(&desk, &known, &chosen, works.as_ref());
    let mut refused = context.tell_all(&desk.told());
    refused |= context.tell_all(&told);
    if arguments.selection.is_all() {
        ledger.keep(&cache, "status", &known, &found);
    }
    let source = newsroom.source_locale().tag();
    let text = match arguments.format {
        Format::Table => table(&locales, arguments.all, presets::NOTHING),
        Format::Markdown => table(&locales, arguments.all, presets::ASCII_MARKDOWN),
        Format::Json => status::json(source, &locales),
        Format::Html => status::html(source, &locales),
    };
    context.console.print(&text);
    if !desk.extraction().is_current() {
        context.console.say("The source catalogs are behind the releases; these figures are for the releases as they are. Run `pressroom extract` to catch up.");
    }
    Ok(if refused { Outcome::Refused } else { Outcome::Done })
}

fn table(locales: &[LocaleStatus], all: bool, preset: comfy_table::TableStyle) -> String {
    // Few newsrooms declare changes harmless; the others need no column for it.
    let declared = locales.iter().any(|locale| locale.equivalent > 0);
    let mut header = vec![
        "locale",
        "fresh",
        "stale",
        "draft",
        "unverified",
        "missing",
        "obsolete",
        "words to do",
        "release",
    ];
    if declared {
        header.insert(2, "of them declared");
    }
    let numbers = header.len() - 2;
    let mut table = Table::new();
    table.load_style(preset);
    table.set_header(header);
    for locale in locales {
        table.add_row(row(
            &locale.locale,
            &locale.progress,
            declared.then_some(locale.equivalent),
            "all",
        ));
        let open =
            |release: &&status::ReleaseStatus| all || release.progress.segments.fresh < release.progress.segments.total;
        for release in locale.releases.iter().filter(open) {
            table.add_row(row(
                "",
                &release.progress,
                declared.then_some(release.equivalent),
                &release.release,
            ));
        }
    }
    for column in table.column_iter_mut().skip(1).take(numbers) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    let lines = table.to_string();
    lines.lines().map(|line| format!("{}\n", line.trim_end())).collect()
}

fn row(locale: &str, progress: &Progress, declared: Option<usize>, release: &str) -> Vec<String> {
    let number = |count: usize| {
        if count == 0 {
            "–".to_owned()
        } else {
            count.to_string()
        }
    };
    let (segments, words) = (&progress.segments, &progress.words);
    let mut row = vec![
        locale.to_owned(),
        format!(
            "{} of {} ({} %)",
            segments.fresh,
            segments.total,
            segments.percent_fresh()
        ),
    ];
    row.extend(declared.map(number));
    row.extend([
        number(segments.stale),
        number(segments.draft),
        number(segments.unverified),
        number(segments.missing),
        number(segments.obsolete),
        number(words.total - words.fresh),
        release.to_owned(),
    ]);
    row
}

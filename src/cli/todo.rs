//! `pressroom todo`: what a translator has to do, in order.

use super::{Context, Outcome, select, words};
use pressroom::align::change::{self, classify};
use pressroom::desk::Desk;
use pressroom::diagnostic::Diagnostic;
use pressroom::edition::{Edition, State, Unit};
use pressroom::report::visible::visible;
use serde_json::{Value, json};

/// What `pressroom todo` is told.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The locale, e.g. `fr`
    locale: String,
    /// Only releases whose name matches, e.g. `2018/**`
    #[arg(short, long = "release", value_name = "GLOB")]
    releases: Vec<String>,
    /// How to show it
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
}

/// The forms of a list of work.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// For people
    Text,
    /// One JSON document with `"schema": 1`
    Json,
}

/// A segment that needs work.
struct Item<'a> {
    edition: &'a Edition,
    unit: &'a Unit,
    state: State,
    change: Option<change::Change>,
}

/// Lists what is not fresh, release by release, in the order of the source.
pub(crate) fn run(arguments: Arguments, context: &mut Context) -> Result<Outcome, Diagnostic> {
    let newsroom = context.newsroom()?;
    let desk = Desk::open_lean(&newsroom)?;
    let works = select::works(&desk, &arguments.releases)?;
    let locale = select::any_locale(&desk, &arguments.locale)?;
    let is_open = |unit: &Unit| unit.state() != State::Fresh;
    let kept = |edition: &Edition| !edition.told.is_empty() || edition.units.iter().any(is_open);
    let meant = |name: &str| works.as_ref().is_none_or(|set| set.is_match(name));
    let visited = desk.editions(&locale, meant, kept);
    let editions = visited.seen;
    let mut refused = context.tell_all(&desk.told());
    refused |= context.tell_all(&visited.told);
    for edition in &editions {
        refused |= context.tell_all(&edition.told);
    }
    let items: Vec<Item<'_>> = editions
        .iter()
        .filter(|edition| !edition.is_broken())
        .flat_map(items)
        .collect();
    match arguments.format {
        Format::Text => list(&items, context),
        Format::Json => {
            let found: Vec<Value> = items.iter().map(object).collect();
            context.console.line(&format!(
                "{:#}",
                json!({ "schema": 1, "locale": locale.tag(), "todo": found })
            ));
        }
    }
    Ok(if refused { Outcome::Refused } else { Outcome::Done })
}

fn items(edition: &Edition) -> impl Iterator<Item = Item<'_>> {
    edition.units.iter().filter_map(move |unit| {
        let state = unit.state();
        let was = unit.quote.made_from.as_deref().filter(|_| state == State::Stale);
        let change = was.map(|was| classify(was, &unit.wanted.english));
        (state != State::Fresh).then_some(Item {
            edition,
            unit,
            state,
            change,
        })
    })
}

fn list(items: &[Item<'_>], context: &mut Context) {
    let color = context.console.color;
    let mut last = "";
    for item in items {
        if item.edition.work.name() != last {
            last = item.edition.work.name();
            context.console.line(&format!("{last}  ({})", item.edition.path()));
            context.console.line("");
        }
        let place = item.edition.place(item.unit);
        let why = item
            .change
            .as_ref()
            .map(|change| format!(": {}", visible(&change.describe())))
            .unwrap_or_default();
        context.console.line(&format!(
            "  {} {}{why}  (line {})",
            item.state.as_str(),
            item.unit.wanted.id,
            place.line
        ));
        let english = match (&item.change, &item.unit.quote.made_from) {
            (Some(_), Some(was)) => words::diff(was, &item.unit.wanted.english, color),
            _ => visible(&item.unit.wanted.english).into_owned(),
        };
        context.console.line(&format!("    {english}"));
        if let Some(text) = item.unit.text.as_deref().filter(|_| item.state != State::Missing) {
            context.console.line(&format!("    = {}", visible(text)));
        }
        context.console.line("");
    }
    let words: usize = items
        .iter()
        .map(|item| pressroom::status::words(&item.unit.wanted.english))
        .sum();
    let summary = match items.len() {
        0 => "nothing to do".to_owned(),
        1 => format!("1 segment to do, {words} English words"),
        count => format!("{count} segments to do, {words} English words"),
    };
    context.console.line(&summary);
}

fn object(item: &Item<'_>) -> Value {
    let place = item.edition.place(item.unit);
    json!({
        "release": item.edition.work.name(),
        "id": item.unit.wanted.id.as_str(),
        "state": item.state.as_str(),
        "change": item.change.as_ref().map(|change| json!({ "kind": change.kind.as_str(), "evidence": change.evidence })),
        "english": &*item.unit.wanted.english,
        "was": item.unit.quote.made_from,
        "translation": item.unit.text.as_deref(),
        "path": place.path,
        "line": place.line,
        "column": place.column,
    })
}

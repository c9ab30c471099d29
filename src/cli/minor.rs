//! `pressroom minor`: an editor's word, after the extraction, that a change of the English alters nothing for translators.

use super::{Context, Outcome, select, words};
use pressroom::align::change::{Change, Kind, classify};
use pressroom::desk::Desk;
use pressroom::diagnostic::{Diagnostic, suggestion};
use pressroom::edition::{State, Work};
use pressroom::extraction::{Extracted, minor};
use pressroom::names::{SegmentId, Slug};
use pressroom::release::canonical::same;
use pressroom::report::visible::visible;

/// What `pressroom minor` is told.
#[derive(clap::Args)]
#[command(
    after_help = "The earlier wordings are those that translations of this segment still show above them (`en was:`, `en:`). \
    They are written into the source catalog; no file of a locale is touched. `pressroom status` counts the segments that are fresh by such a word."
)]
pub(crate) struct Arguments {
    /// The segment, e.g. `2018/dialogue#meeting-brussels`
    #[arg(value_name = "RELEASE#ID")]
    segment: String,
    /// Why nothing changes for translators, e.g. `--reason "a comma"`
    #[arg(long, value_name = "TEXT", required_unless_present = "undo")]
    reason: Option<String>,
    /// Declare changes of facts and negations harmless as well
    #[arg(long)]
    force: bool,
    /// Take back everything that was declared about this segment
    #[arg(long, conflicts_with_all = ["reason", "force"])]
    undo: bool,
}

/// An earlier wording, the locales whose translations were made from it, and what changed since.
struct Wording {
    text: String,
    locales: Vec<String>,
    change: Change,
}

/// Declares the earlier wordings of a segment equivalent, or takes that back.
pub(crate) fn run(arguments: Arguments, context: &mut Context) -> Result<Outcome, Diagnostic> {
    let newsroom = context.newsroom_to_write()?;
    let mut desk = Desk::open_lean(&newsroom)?;
    context.tell_all(&desk.told());
    let (slug, id) = segment(&mut desk, &arguments.segment)?;
    let one = desk.extraction().release(&slug).filter(|one| one.is_readable());
    let Some(one) = one else {
        let error = Diagnostic::error("usage", format!("`{slug}` has errors, so nothing is written about it"));
        return Err(error.with_help("mend them, then run the command again"));
    };
    let refused = match arguments.reason.as_deref().map(str::trim) {
        Some("") => {
            let error = Diagnostic::error("usage", "the reason is empty");
            return Err(error.with_help("say why nothing changes for translators, e.g. `--reason \"a comma\"`"));
        }
        Some(reason) => {
            let wordings = wordings(&desk, one, &id);
            declare(&mut desk, (&slug, &id), wordings, reason, arguments.force, context)
        }
        None => {
            take_back(&mut desk, &slug, &id, context);
            false
        }
    };
    let only = select::works(&desk, &[slug.to_string()])?;
    newsroom.write(&desk.extraction().plan(only.as_ref()))?;
    Ok(if refused { Outcome::Refused } else { Outcome::Done })
}

/// The segment that was named; its release is kept on the desk.
fn segment(desk: &mut Desk<'_>, named: &str) -> Result<(Slug, SegmentId), Diagnostic> {
    let targets = select::targets(desk, &[named.to_owned()])?;
    let Some(select::Target {
        work: Work::Release(slug),
        id: Some(id),
    }) = targets.into_iter().next()
    else {
        let error = Diagnostic::error(
            "usage",
            format!("`{}` names no segment of a release", named.escape_debug()),
        );
        return Err(error.with_help("write it like `2018/dialogue#meeting-brussels`"));
    };
    desk.keep(&slug)?;
    let entries = desk
        .extraction()
        .release(&slug)
        .map(|one| one.catalog.entries.as_slice())
        .unwrap_or_default();
    match entries.iter().find(|entry| entry.id.as_str() == id) {
        Some(entry) => Ok((slug, entry.id.clone())),
        None => {
            let ids: Vec<&str> = entries.iter().map(|entry| entry.id.as_str()).collect();
            let error = Diagnostic::error("usage", format!("`{slug}` has no segment `{}`", id.escape_debug()));
            Err(error.with_help(suggestion(&id, &ids)))
        }
    }
}

/// The earlier wordings from which stale translations of a segment were made.
fn wordings(desk: &Desk<'_>, one: &Extracted, id: &SegmentId) -> Vec<Wording> {
    let mut wordings: Vec<Wording> = Vec::new();
    for locale in desk.locales.iter().filter(|locale| one.release.front.is_for(locale)) {
        let edition = desk.edition(one, locale);
        let stale = |unit: &&pressroom::edition::Unit| &unit.wanted.id == id && unit.state() == State::Stale;
        let Some(unit) = edition.units.iter().find(stale).filter(|_| !edition.is_broken()) else {
            continue;
        };
        let Some(was) = &unit.quote.made_from else { continue };
        match wordings.iter_mut().find(|known| same(&known.text, was)) {
            Some(known) => known.locales.push(locale.to_string()),
            None => wordings.push(Wording {
                text: was.clone(),
                locales: vec![locale.to_string()],
                change: classify(was, &unit.wanted.english),
            }),
        }
    }
    wordings
}

/// Declares what is harmless; whether anything was refused.
fn declare(
    desk: &mut Desk<'_>,
    (slug, id): (&Slug, &SegmentId),
    wordings: Vec<Wording>,
    reason: &str,
    force: bool,
    context: &mut Context,
) -> bool {
    if wordings.is_empty() {
        context.console.say(&format!(
            "nothing to declare: no translation of {slug}#{id} was made from another English"
        ));
    }
    let mut refused = false;
    for Wording { text, locales, change } in wordings {
        let locales = locales.join(", ");
        let is_harmless = force || !matches!(change.kind, Kind::Facts | Kind::Negation);
        if is_harmless && minor::declare(desk.extraction_mut(), slug, id, reason, &text) {
            context.console.line(&format!(
                "{slug}#{id}: fresh again in {locales} ({})",
                visible(&change.describe())
            ));
        } else if !is_harmless {
            refused = true;
            let error = Diagnostic::error(
                "minor",
                format!(
                    "the change for {locales} is not harmless: {}",
                    visible(&change.describe())
                ),
            );
            context.console.tell(
                &error.with_help(
                    "let the translators revise it; only if it truly changes nothing for them, add `--force`",
                ),
            );
        } else {
            continue;
        }
        if let Some(entry) = desk.extraction().release(slug).and_then(|one| one.catalog.get(id)) {
            context
                .console
                .line(&format!("  {}", words::diff(&text, &entry.text, context.console.color)));
        }
    }
    refused
}

fn take_back(desk: &mut Desk<'_>, slug: &Slug, id: &SegmentId, context: &mut Context) {
    let back = minor::take_back(desk.extraction_mut(), slug, id);
    for earlier in &back {
        context.console.line(&format!(
            "{slug}#{id}: no longer equivalent ({}): {}",
            visible(&earlier.reason),
            visible(&earlier.text)
        ));
    }
    if back.is_empty() {
        context.console.say(&format!("nothing was declared about {slug}#{id}"));
    }
}

//! `check --fix`: the mends that are mechanical, written into the files of locales, and not a byte beside them.

use crate::catalog::edit::{self, Edit};
use crate::catalog::text;
use crate::check::glossary::{Glossaries, Glossary};
use crate::check::levels::Levels;
use crate::check::mend::mend;
use crate::check::side::EnglishSides;
use crate::check::view::View;
use crate::check::{RULES, Scope, Spotted};
use crate::desk::Desk;
use crate::diagnostic::Diagnostic;
use crate::edition::{Edition, Unit, Work};
use crate::newsroom::write::Change;

/// How often a text is gone over: a mend may make room for the next one.
const ROUNDS: usize = 8;

/// What was mended in one message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mended {
    /// The id of the message.
    pub id: String,
    /// What was wrong, in order.
    pub what: Vec<String>,
}

/// The mends of one file, and what is to be written; nothing if there is nothing to mend, or if the file has a mistake that
/// makes all of it untrusted.
///
/// A value is only mended where it stands in the file exactly as it reads: on one line, without references and escapes. Text that an error
/// or a `draft` note keeps from being published is mended like any other; its state stays what it was.
///
/// # Errors
/// A diagnostic (code `internal`) if the mended file would not read back; one as of [`Desk::change`] if the file is not what was read any more.
pub fn edition(
    desk: &Desk<'_>,
    edition: &Edition,
    levels: &Levels,
    glossaries: &Glossaries,
) -> Result<Option<(Change, Vec<Mended>)>, Diagnostic> {
    let (Work::Release(_), Some(catalog), false) = (&edition.work, &edition.catalog, edition.is_broken()) else {
        return Ok(None);
    };
    let mender = Mender {
        edition,
        levels,
        glossary: glossaries.of(&edition.locale),
        sources: EnglishSides::default(),
    };
    let mut edits = Vec::new();
    let mut mended = Vec::new();
    for unit in &edition.units {
        if let Some((edit, what)) = mender.message(unit) {
            edits.push(edit);
            mended.push(Mended {
                id: unit.wanted.id.to_string(),
                what,
            });
        }
    }
    if edits.is_empty() {
        return Ok(None);
    }
    let text = edit::apply(catalog, &edits)?;
    let change = desk.change(&edition.path(), Some(catalog.source.text()), Some(&text))?;
    Ok(Some((change, mended)))
}

/// What the mends of one file have in common.
struct Mender<'a> {
    edition: &'a Edition,
    levels: &'a Levels,
    glossary: &'a Glossary,
    sources: EnglishSides,
}

impl Mender<'_> {
    /// The mend of one message, and what was wrong.
    fn message(&self, unit: &Unit) -> Option<(Edit, Vec<String>)> {
        let catalog = self.edition.catalog.as_ref()?;
        let span = unit.message.as_ref()?.value.as_ref()?.span.clone();
        let before = unit.text.as_ref()?.to_string();
        if catalog.slice(span.clone()) != before || before.contains('\n') {
            return None;
        }
        let mut now = before.clone();
        let mut what = Vec::new();
        for _ in 0..ROUNDS {
            let spotted = self.mechanical(unit, &now);
            let next = mend(&now, &spotted);
            if next == now {
                break;
            }
            what.extend(spotted.into_iter().map(|spot| spot.message));
            now = next;
        }
        let is_safe = now != before && text::encode(&now).trim_start() == now && self.keeps(unit, &now);
        is_safe.then_some((Edit { range: span, text: now }, what))
    }

    /// What the rules that are on, and not waived, would mend in `text`.
    fn mechanical(&self, unit: &Unit, text: &str) -> Vec<Spotted> {
        let unit = with_text(unit, text);
        let Some(view) = self.view(&unit) else {
            return Vec::new();
        };
        let mut spotted = Vec::new();
        for rule in RULES
            .iter()
            .filter(|rule| self.levels.of(rule, self.edition).is_some() && !unit.waives(rule.name))
        {
            if let Scope::Translation(look) = rule.scope {
                spotted.extend(look(&view).into_iter().filter(|spot| spot.fix.is_some()));
            }
        }
        spotted
    }

    /// Whether `text` has the markup and the facts that the text of the unit has.
    fn keeps(&self, unit: &Unit, text: &str) -> bool {
        let after = with_text(unit, text);
        match (self.view(unit), self.view(&after)) {
            (Some(was), Some(is)) => {
                self.edition.structure(unit) == self.edition.structure(&after)
                    && was.mismatches.len() == is.mismatches.len()
            }
            _ => false,
        }
    }

    fn view<'a>(&'a self, unit: &'a Unit) -> Option<View<'a>> {
        View::new(self.edition, unit, self.glossary, &self.sources)
    }
}

fn with_text(unit: &Unit, text: &str) -> Unit {
    Unit {
        text: Some(text.to_owned().into()),
        ..unit.clone()
    }
}

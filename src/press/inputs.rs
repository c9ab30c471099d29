//! What the renderers are given: for every edition, the text that stands for each segment.

use crate::edition::{Edition, State, Unit};
use crate::extraction::Extracted;
use crate::locale::Locale;
use crate::publication::Choice;
use crate::render::{Copy, EditionInput, Mark};
use std::sync::Arc;

/// What the renderers are given for all editions, those that are not published included.
pub(super) fn all(release: &Extracted, editions: &[Edition], source: &Locale) -> Vec<EditionInput> {
    let choice = |unit: &Unit| match unit.state() {
        State::Fresh => Choice::Translation,
        State::Missing => Choice::Source,
        State::Stale | State::Draft | State::Unverified => Choice::Stale,
    };
    let own = vec![Choice::Source; release.release.document.segments.len()];
    let others = editions
        .iter()
        .map(|edition| (edition.locale.clone(), edition.units.iter().map(choice).collect()));
    make(
        release,
        editions,
        std::iter::once((source.clone(), own)).chain(others).collect(),
        source,
    )
}

/// The editions with these texts.
pub(super) fn make(
    release: &Extracted,
    editions: &[Edition],
    chosen: Vec<(Locale, Vec<Choice>)>,
    source: &Locale,
) -> Vec<EditionInput> {
    let document = Arc::new(release.release.document.clone());
    let front = Arc::new(release.release.front.clone());
    let published_in: Vec<Locale> = chosen.iter().map(|(locale, _)| locale.clone()).collect();
    let one = |(locale, choices): (Locale, Vec<Choice>)| {
        let edition = editions.iter().find(|edition| edition.locale == locale);
        EditionInput {
            slug: release.release.slug.clone(),
            copies: copies(release, edition, &choices, source),
            front: Arc::clone(&front),
            document: Arc::clone(&document),
            published_in: published_in.clone(),
            under_embargo: false,
            files: Arc::default(),
            locale,
        }
    };
    chosen.into_iter().map(one).collect()
}

/// The text that stands for each segment.
fn copies(release: &Extracted, edition: Option<&Edition>, choices: &[Choice], source: &Locale) -> Vec<Copy> {
    let own = release.wanted();
    let english = |index: usize, mark: Mark| Copy {
        inlines: own[index].english.inlines_or_plain(),
        locale: source.clone(),
        mark,
    };
    let copy = |(index, choice): (usize, &Choice)| {
        let Some(edition) = edition else {
            return english(index, Mark::None);
        };
        let text = edition.units.get(index).and_then(|unit| unit.text.as_ref());
        match (choice, text) {
            (Choice::Translation, Some(text)) => Copy {
                inlines: text.inlines_or_plain(),
                locale: edition.locale.clone(),
                mark: Mark::None,
            },
            (Choice::Stale, Some(text)) => Copy {
                inlines: text.inlines_or_plain(),
                locale: edition.locale.clone(),
                mark: Mark::Stale,
            },
            _ => english(index, Mark::Fallback),
        }
    };
    choices.iter().enumerate().map(copy).collect()
}

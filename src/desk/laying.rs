//! An edition laid out: what is wanted, beside what a locale's catalog has.

use crate::catalog::quote::{Quote, english_of};
use crate::catalog::resolve::resolve;
use crate::catalog::terms::Terms;
use crate::catalog::{Catalog, Message};
use crate::diagnostic::Diagnostic;
use crate::edition::{Edition, Form, Unit, Wanted, Work};
use crate::locale::Locale;
use crate::names::SegmentId;
use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// What is needed to read a locale's catalog.
pub(super) struct Reading<'a> {
    pub(super) source: &'a str,
    /// The terms that translations may use; none for catalogs whose values are Fluent and not text.
    pub(super) terms: Option<&'a Terms>,
    /// Addresses that have a counterpart in the locale.
    pub(super) counterparts: BTreeMap<String, String>,
}

/// What is wanted, beside what the locale's catalog has.
pub(super) fn edition(
    work: Work,
    locale: Locale,
    wanted: &[Arc<Wanted>],
    catalog: Option<Catalog>,
    told: Vec<Diagnostic>,
    reading: &Reading<'_>,
) -> Edition {
    let mut messages: HashMap<(bool, &SegmentId), &Arc<Message>> = HashMap::new();
    let mut order = Vec::new();
    for message in catalog.iter().flat_map(Catalog::shared_messages) {
        let key = (message.is_term, &message.id);
        if let Entry::Vacant(free) = messages.entry(key) {
            free.insert(message);
            order.push(key);
        }
    }
    let units = wanted.iter().map(|wanted| {
        let message = messages.remove(&(wanted.is_term, &wanted.id)).cloned();
        unit(Arc::clone(wanted), message, catalog.as_ref(), reading)
    });
    let units = units.collect();
    let obsolete = order
        .iter()
        .filter_map(|key| messages.remove(key).cloned())
        .filter(|message| !message.is_stub())
        .collect();
    Edition {
        work,
        locale,
        units,
        obsolete,
        catalog,
        told,
        source: reading.source.to_owned(),
        counterparts: reading.counterparts.clone(),
    }
}

fn unit(wanted: Arc<Wanted>, message: Option<Arc<Message>>, catalog: Option<&Catalog>, reading: &Reading<'_>) -> Unit {
    let quote = catalog
        .zip(message.as_ref())
        .map(|(catalog, message)| Quote::of(catalog, message, reading.source));
    let quote = quote.unwrap_or_default();
    let form = if reading.terms.is_some() {
        Form::Markdown
    } else {
        Form::Fluent
    };
    let mut unit = Unit {
        form,
        wanted,
        quote,
        text: None,
        terms: Vec::new(),
        problems: Vec::new(),
        message: None,
    };
    let Some(message) = message else { return unit };
    match (reading.terms, &message.value, catalog) {
        _ if message.is_stub() => {}
        (Some(terms), Some(value), Some(catalog)) => {
            let resolved = resolve(value, terms);
            unit.problems = resolved
                .problems
                .iter()
                .map(|problem| problem.diagnostic(&catalog.source))
                .collect();
            unit.text = Some(resolved.text.into());
            unit.terms = resolved.terms;
        }
        (None, _, Some(catalog)) => unit.text = Some(english_of(catalog, &message).into()),
        _ => {}
    }
    unit.message = Some(message);
    unit
}

/// What has to be translated of a hand-written catalog: every message and term, its value as it stands in the file.
pub(super) fn wanted(catalog: &Catalog) -> Vec<Arc<Wanted>> {
    let one = |message: &Message| Wanted {
        id: message.id.clone(),
        is_term: message.is_term,
        english: english_of(catalog, message).into(),
        equivalents: Vec::new(),
        note: None,
        place: catalog.source.place(message.id_span.clone()),
    };
    catalog.messages().map(one).map(Arc::new).collect()
}

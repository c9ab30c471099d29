//! The strings of the pages and the terms, as `reference` looks at them: their values are Fluent, with variables and plural forms.

use crate::catalog::parse::parse;
use crate::catalog::{Element, Expression, Message, Pattern, Variant};
use crate::diagnostic::{Diagnostic, Source, nearest};
use crate::edition::{Edition, Unit};
use crate::locale::Locale;
use crate::locale::format::{PluralKind, plural};
use std::collections::BTreeSet;
use std::ops::Range;

/// The variables that a message about a day is given; any of them may stand for the others.
const OF_A_DAY: [&str; 6] = ["date", "day", "month", "year", "day-number", "month-number"];
/// The functions that a page offers.
const FUNCTIONS: [&str; 4] = ["DATE", "NUMBER", "PLURAL", "UPPER"];
/// The greatest count whose plural form must be given (nothing is never counted on a page); larger ones have forms of their own only in millions.
const GREATEST: u32 = 1000;

/// What a message refers to, in order, and where.
#[derive(Default)]
struct References {
    /// In lower case: `$PLACE` is `$place` in capitals.
    variables: Vec<(String, Range<usize>)>,
    /// Those whose value is shown, and not only asked which form to take.
    shown: BTreeSet<String>,
    functions: Vec<(String, Range<usize>)>,
    messages: Vec<(String, Range<usize>)>,
    terms: Vec<(String, Range<usize>)>,
    /// The plural forms that a selection by `PLURAL` gives, and where it stands.
    plurals: Vec<(Vec<String>, Range<usize>)>,
}

/// Something wrong: one clause, the place, what to do.
type Wrong = (String, Range<usize>, String);

/// The first thing that is wrong with the references of a string or a term, held against its English.
pub fn problem(edition: &Edition, unit: &Unit) -> Option<Diagnostic> {
    let message = unit.message.as_ref().filter(|message| !message.is_stub())?;
    let source = &edition.catalog.as_ref()?.source;
    let here = of(message);
    let english = english(unit)?;
    let whole = message.value.as_ref().map_or(&message.id_span, |value| &value.span);
    // The variables of a term are the language's own: cases, say.
    let variables = || match unit.wanted.is_term {
        true => None,
        false => foreign(&here, &english).or_else(|| dropped(&here, &english, whole)),
    };
    let (what, span, help) = variables()
        .or_else(|| function(&here))
        .or_else(|| unknown(edition, &here))
        .or_else(|| form(&here, &edition.locale))?;
    let error = Diagnostic::error("reference", what).at(source.place(span));
    Some(
        error
            .with_related("the English", unit.wanted.place.clone())
            .with_help(help),
    )
}

/// A variable that the English has not.
fn foreign(here: &References, english: &References) -> Option<Wrong> {
    let given: Vec<&str> = english.variables.iter().map(|(name, _)| name.as_str()).collect();
    let day = given.iter().any(|name| is_day(name));
    let known = |name: &str| given.contains(&name) || (day && is_day(name));
    let (name, span) = here.variables.iter().find(|(name, _)| !known(name))?;
    let what = format!("the English has no variable `${name}`");
    Some((what, span.clone(), offer(name, &given, "$")))
}

/// A variable that the English shows and the translation does not use; any part of a day may stand for the others.
fn dropped(here: &References, english: &References, whole: &Range<usize>) -> Option<Wrong> {
    let day = here.variables.iter().any(|(name, _)| is_day(name));
    let used = |name: &str| here.variables.iter().any(|(used, _)| used == name) || (day && is_day(name));
    let name = english.shown.iter().find(|name| !used(name))?;
    let what = format!("the variable `${name}` of the English is not in the translation");
    Some((
        what,
        whole.clone(),
        format!("write `{{ ${name} }}` where its value belongs"),
    ))
}

/// A function that does not exist.
fn function(here: &References) -> Option<Wrong> {
    let (name, span) = here
        .functions
        .iter()
        .find(|(name, _)| !FUNCTIONS.contains(&name.as_str()))?;
    let help = "there are `DATE`, `NUMBER`, `PLURAL` and `UPPER`".to_owned();
    Some((format!("there is no function `{name}`"), span.clone(), help))
}

/// A plural form that the language has and the translation has not. A heading that only asks whether there is one or more is not
/// counted with, and may have fewer.
fn form(here: &References, locale: &Locale) -> Option<Wrong> {
    let counted = here.plurals.iter().filter(|_| !here.shown.is_empty());
    let (form, span) = counted
        .filter_map(|(keys, span)| Some((lacking(keys, locale)?, span)))
        .next()?;
    let help = format!("add a line `[{form}] …`: the language has such a form");
    Some((format!("the plural form `{form}` is missing"), span.clone(), help))
}

fn is_day(name: &str) -> bool {
    OF_A_DAY.contains(&name)
}

/// A message or term that does not exist, or a term that leads back to itself.
fn unknown(edition: &Edition, here: &References) -> Option<Wrong> {
    let catalog = edition.catalog.as_ref()?;
    let own = |is_term: bool| catalog.messages().filter(move |message| message.is_term == is_term);
    let wanted = edition.units.iter().filter(|unit| !unit.wanted.is_term);
    let mut messages: Vec<&str> = wanted.map(|unit| unit.wanted.id.as_str()).collect();
    messages.extend(own(false).map(|message| message.id.as_str()));
    let terms: Vec<&str> = own(true).map(|message| message.id.as_str()).collect();
    for (known, names, mark, kind) in [
        (&messages, &here.messages, "", "string"),
        (&terms, &here.terms, "-", "term"),
    ] {
        if let Some((name, span)) = names.iter().find(|(name, _)| !known.contains(&name.as_str())) {
            let what = format!("there is no {kind} `{mark}{name}` in this file");
            return Some((what, span.clone(), offer(name, known, mark)));
        }
    }
    let circle = here.terms.iter().find(|(name, _)| returns(catalog, name))?;
    let what = format!("the term `-{}` refers to itself", circle.0);
    Some((
        what,
        circle.1.clone(),
        "write its text in one of the terms of the circle".to_owned(),
    ))
}

/// Whether the references of a term lead back to it.
fn returns(catalog: &crate::catalog::Catalog, name: &str) -> bool {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut open = vec![name.to_owned()];
    while let Some(next) = open.pop() {
        let terms = catalog
            .messages()
            .filter(|message| message.is_term && message.id.as_str() == next);
        for (name, _) in terms.flat_map(|message| of(message).terms) {
            if seen.insert(name.clone()) {
                open.push(name);
            }
        }
    }
    seen.contains(name)
}

fn offer(name: &str, known: &[&str], mark: &str) -> String {
    match nearest(name, known) {
        Some(best) => format!("did you mean `{mark}{best}`?"),
        None => "write what the English writes there, or the text itself".to_owned(),
    }
}

/// A plural form that some count has in the language, and that is not among the keys.
fn lacking(keys: &[String], locale: &Locale) -> Option<&'static str> {
    let mut found = (1..=GREATEST).map(|count| (count, plural(&count.into(), PluralKind::Cardinal, locale)));
    let lacks = |(count, form): &(u32, &'static str)| {
        *form != "other" && !keys.iter().any(|key| key == form || *key == count.to_string())
    };
    found.find(lacks).map(|(_, form)| form)
}

/// What the English of a unit refers to; its text is that of a quote, one line each.
fn english(unit: &Unit) -> Option<References> {
    let mark = if unit.wanted.is_term { "-" } else { "" };
    let text = format!(
        "{mark}{} = {}\n",
        unit.wanted.id,
        unit.wanted.english.replace('\n', "\n    ")
    );
    let (catalog, _) = parse(Source::new("", text));
    catalog.messages().next().map(of)
}

fn of(message: &Message) -> References {
    let mut found = References::default();
    for pattern in message
        .value
        .iter()
        .chain(message.attributes.iter().map(|attribute| &attribute.value))
    {
        in_pattern(pattern, &mut found);
    }
    found
}

fn in_pattern(pattern: &Pattern, found: &mut References) {
    for element in &pattern.elements {
        if let Element::Placeable(expression) = element {
            in_expression(expression, found);
        }
    }
}

fn in_expression(expression: &Expression, found: &mut References) {
    match expression {
        Expression::StringLiteral(_) | Expression::NumberLiteral(_) => {}
        Expression::Variable { name, span } => {
            found.variables.push((name.to_lowercase(), span.clone()));
            found.shown.insert(name.to_lowercase());
        }
        Expression::MessageReference { id, span, .. } => found.messages.push((id.clone(), span.clone())),
        Expression::TermReference { id, span, .. } => found.terms.push((id.clone(), span.clone())),
        Expression::Function {
            name,
            positional,
            named,
            span,
        } => {
            found.functions.push((name.clone(), span.clone()));
            let named = named.iter().map(|(_, value)| value);
            positional
                .iter()
                .chain(named)
                .for_each(|argument| in_expression(argument, found));
        }
        Expression::Select { selector, variants } => {
            let shown = found.shown.clone();
            in_expression(selector, found);
            found.shown = shown;
            found.plurals.extend(forms(selector, variants));
            variants.iter().for_each(|variant| in_pattern(&variant.value, found));
        }
        Expression::Nested(inner) => in_expression(inner, found),
    }
}

/// The forms that a selection by `PLURAL($count)` gives; ordinal numbers have others.
fn forms(selector: &Expression, variants: &[Variant]) -> Option<(Vec<String>, Range<usize>)> {
    match selector {
        Expression::Function { name, named, span, .. } if name == "PLURAL" && named.is_empty() => Some((
            variants.iter().map(|variant| variant.key.clone()).collect(),
            span.clone(),
        )),
        _ => None,
    }
}

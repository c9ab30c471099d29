//! What must be known of a `site.ftl` before the resolver sees it: the resolver stops, and can even panic, at 100 placeables.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use std::collections::{BTreeMap, BTreeSet};

/// How many placeables a message may have; the resolver's own limit is 100 in one call, references included.
const MOST_PLACEABLES: usize = 90;

/// The names of the plural categories, which only `PLURAL` answers rightly.
const CATEGORIES: [&str; 5] = ["zero", "one", "two", "few", "many"];

/// What a file holds.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// The messages, in no order that matters.
    pub(super) ids: BTreeSet<String>,
    /// Messages whose value is the empty text `{ "" }`: stubs of the worksheet.
    pub(super) empty: BTreeSet<String>,
    /// Messages that must not reach the resolver, with the reason.
    pub(super) unusable: BTreeMap<String, String>,
}

/// Reads the file as far as it can be read.
pub(super) fn inspect(text: &str) -> Found {
    let mut found = Found::default();
    let resource = match fluent_syntax::parser::parse(text) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let Some(value) = &message.value else { continue };
        let id = message.id.name.to_owned();
        if is_empty(value) {
            found.empty.insert(id.clone());
        }
        if placeables(value) > MOST_PLACEABLES {
            let reason = format!("it has more than {MOST_PLACEABLES} placeables");
            found.unusable.insert(id.clone(), reason);
        } else if let Some(variable) = bare_plural(value) {
            let reason = format!("plural forms of `${variable}` need `PLURAL(${variable})`");
            found.unusable.insert(id.clone(), reason);
        }
        found.ids.insert(id);
    }
    found
}

/// The text with the ids in `hidden` renamed, so that nothing can refer to them and the next file's messages stand in.
pub(super) fn hide(text: &str, hidden: &BTreeSet<&str>) -> String {
    if hidden.is_empty() {
        return text.to_owned();
    }
    let is_hidden = |line: &str| {
        let id = line.split([' ', '=']).next().unwrap_or_default();
        hidden.contains(id) && line[id.len()..].trim_start_matches(' ').starts_with('=')
    };
    let mut out = String::with_capacity(text.len() + hidden.len() * PREFIX.len());
    for line in text.split_inclusive('\n') {
        if is_hidden(line) {
            out.push_str(PREFIX);
        }
        out.push_str(line);
    }
    out
}

/// Stands before a hidden id; an id as long as that would be cut off nowhere, and nobody writes one like it by accident.
const PREFIX: &str = "put-aside--";

fn is_empty(pattern: &Pattern<&str>) -> bool {
    pattern.elements.iter().all(|element| match element {
        PatternElement::TextElement { value } => value.is_empty(),
        PatternElement::Placeable { expression } => matches!(
            expression,
            Expression::Inline(InlineExpression::StringLiteral { value }) if value.is_empty()
        ),
    })
}

fn placeables(pattern: &Pattern<&str>) -> usize {
    let each = |element: &PatternElement<&str>| match element {
        PatternElement::TextElement { .. } => 0,
        PatternElement::Placeable { expression } => 1 + in_expression(expression),
    };
    pattern.elements.iter().map(each).sum()
}

fn in_expression(expression: &Expression<&str>) -> usize {
    match expression {
        Expression::Inline(inline) => in_inline(inline),
        Expression::Select { selector, variants } => {
            in_inline(selector) + variants.iter().map(|variant| placeables(&variant.value)).sum::<usize>()
        }
    }
}

fn in_inline(inline: &InlineExpression<&str>) -> usize {
    match inline {
        InlineExpression::Placeable { expression } => 1 + in_expression(expression),
        _ => 0,
    }
}

/// The first variable whose plural category is asked for without `PLURAL`.
fn bare_plural<'a>(pattern: &Pattern<&'a str>) -> Option<&'a str> {
    pattern.elements.iter().find_map(|element| match element {
        PatternElement::Placeable {
            expression: Expression::Select { selector, variants },
        } => {
            let category = variants
                .iter()
                .any(|variant| matches!(variant.key, VariantKey::Identifier { name } if CATEGORIES.contains(&name)));
            match selector {
                InlineExpression::VariableReference { id } if category => Some(id.name),
                _ => variants.iter().find_map(|variant| bare_plural(&variant.value)),
            }
        }
        _ => None,
    })
}

//! `DATE`, `NUMBER`, `PLURAL` and `UPPER`: what a message may ask of the language, answered by CLDR.
//!
//! The built-in `NUMBER` of the Fluent crate is not used: it knows no locale, and its plural rules are wrong for Arabic and others.

use crate::locale::Locale;
use crate::locale::format::{self, Day, MAX_FRACTION, NumberStyle, Numbers, PluralKind};
use fixed_decimal::Decimal;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::cell::RefCell;
use std::sync::Arc;

thread_local! {
    /// Why functions called on this thread since the last [`take_failures`] could not answer. The resolver prints a failed call
    /// as `{NAME()}` and reports nothing, and a select swallows it altogether; so the functions keep the reason themselves.
    static FAILURES: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// What failed on this thread since this was last asked.
pub(super) fn take_failures() -> Vec<String> {
    FAILURES.with(RefCell::take)
}

/// Gives the bundle its functions, which format as `locale` does.
pub(super) fn add(bundle: &mut FluentBundle<FluentResource>, locale: &Locale, numbers: &Arc<Numbers>) {
    type Function = fn(&[FluentValue], &FluentArgs, &Locale, &Numbers) -> Result<String, String>;
    let functions: [(&str, Function); 4] = [("DATE", date), ("NUMBER", number), ("PLURAL", plural), ("UPPER", upper)];
    for (name, function) in functions {
        let (locale, numbers) = (locale.clone(), Arc::clone(numbers));
        // A bundle refuses a function only if it has one of that name already; this one is new.
        let _ = bundle.add_function(name, move |positional, named| {
            match function(positional, named, &locale, &numbers) {
                Ok(text) => FluentValue::from(text),
                Err(reason) => {
                    FAILURES.with(|failures| failures.borrow_mut().push(format!("`{name}` {reason}")));
                    FluentValue::Error
                }
            }
        });
    }
}

/// `DATE($date, style: "long")`; the styles are `long`, `month-day`, `month` and `iso`.
fn date(positional: &[FluentValue], named: &FluentArgs, locale: &Locale, _: &Numbers) -> Result<String, String> {
    let Some(FluentValue::String(text)) = positional.first() else {
        return Err("needs a date".to_owned());
    };
    let day = Day::from_iso(text).ok_or_else(|| format!("cannot read `{text}` as a date"))?;
    match text_option(named, "style").as_deref().unwrap_or("long") {
        "long" => Ok(format::long_date(day, locale)),
        "month-day" => Ok(format::month_and_day(day, locale)),
        "month" => Ok(format::month_name(day, locale)),
        "iso" => Ok(day.to_string()),
        other => Err(format!(
            "has no style `{other}`; there are `long`, `month-day`, `month` and `iso`"
        )),
    }
}

/// `NUMBER($count, minimumFractionDigits: 0, maximumFractionDigits: 20, useGrouping: "true")`.
fn number(positional: &[FluentValue], named: &FluentArgs, _: &Locale, numbers: &Numbers) -> Result<String, String> {
    let style = NumberStyle {
        minimum_fraction: digits_option(named, "minimumFractionDigits")?.unwrap_or(0),
        maximum_fraction: digits_option(named, "maximumFractionDigits")?,
        ungrouped: text_option(named, "useGrouping").as_deref() == Some("false"),
    };
    Ok(numbers.number(&decimal(positional)?, style))
}

/// `PLURAL($count)` or `PLURAL($count, type: "ordinal")`: the plural category, for a select.
fn plural(positional: &[FluentValue], named: &FluentArgs, locale: &Locale, _: &Numbers) -> Result<String, String> {
    let kind = match text_option(named, "type").as_deref().unwrap_or("cardinal") {
        "cardinal" => PluralKind::Cardinal,
        "ordinal" => PluralKind::Ordinal,
        other => return Err(format!("has no type `{other}`; there are `cardinal` and `ordinal`")),
    };
    Ok(format::plural(&decimal(positional)?, kind, locale).to_owned())
}

/// `UPPER($place)`: the text in capitals.
fn upper(positional: &[FluentValue], _: &FluentArgs, locale: &Locale, _: &Numbers) -> Result<String, String> {
    match positional.first() {
        Some(FluentValue::String(text)) => Ok(format::upper_case(text, locale)),
        _ => Err("needs a text".to_owned()),
    }
}

/// The first argument as an exact decimal.
fn decimal(positional: &[FluentValue]) -> Result<Decimal, String> {
    let text = match positional.first() {
        // The formatting of a number literal keeps its zeros (`1.0` is not `1` to a plural rule), but also whatever number of
        // them somebody asked for; more than a line of digits is no number for people.
        Some(FluentValue::Number(number)) if number.options.minimum_fraction_digits.unwrap_or(0) <= 40 => {
            number.as_string().into_owned()
        }
        Some(FluentValue::String(text)) if text.len() <= 60 => text.to_string(),
        _ => return Err("needs a number".to_owned()),
    };
    text.parse().map_err(|_| format!("cannot read `{text}` as a number"))
}

fn text_option(named: &FluentArgs, name: &str) -> Option<String> {
    match named.get(name) {
        Some(FluentValue::String(text)) => Some(text.to_string()),
        _ => None,
    }
}

fn digits_option(named: &FluentArgs, name: &str) -> Result<Option<u8>, String> {
    match named.get(name) {
        None => Ok(None),
        Some(FluentValue::Number(number)) if (0.0..=f64::from(MAX_FRACTION)).contains(&number.value) => {
            // In range and, after `trunc`, whole: the text of such a number is its digits.
            Ok(number.value.trunc().to_string().parse().ok())
        }
        Some(_) => Err(format!("takes 0 to {MAX_FRACTION} as `{name}`")),
    }
}

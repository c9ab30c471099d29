//! Templates: the built-in ones and those of the newsroom, and what to say when one of them is wrong.

use crate::diagnostic::{Diagnostic, Source};
use crate::locale::Locale;
use crate::render::escape;
use crate::render::html::language_of;
use crate::render::strings::{Args, Strings};
use crate::render::text;
use crate::render::wrap::COLUMNS;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Kwargs, Value, ValueKind};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior, escape_formatter};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The built-in templates, the very files that stand in `templates/` of this repository.
pub const BUILT_IN: [(&str, &str); 15] = [
    ("404.html", include_str!("../../templates/404.html")),
    ("base.html", include_str!("../../templates/base.html")),
    ("concordance.html", include_str!("../../templates/concordance.html")),
    ("contacts.html", include_str!("../../templates/contacts.html")),
    ("corrections.html", include_str!("../../templates/corrections.html")),
    ("footer.html", include_str!("../../templates/footer.html")),
    ("head.html", include_str!("../../templates/head.html")),
    ("header.html", include_str!("../../templates/header.html")),
    ("index.html", include_str!("../../templates/index.html")),
    ("languages.html", include_str!("../../templates/languages.html")),
    ("notices.html", include_str!("../../templates/notices.html")),
    ("page.html", include_str!("../../templates/page.html")),
    ("page.txt", include_str!("../../templates/page.txt")),
    ("press.css", include_str!("../../templates/press.css")),
    ("switcher.html", include_str!("../../templates/switcher.html")),
];

/// How many steps a template may take; far more than any page needs, and an end to one that never ends.
const FUEL: u64 = 5_000_000;

/// Templates ready to be filled in.
pub(crate) struct Templates {
    environment: Environment<'static>,
    css: String,
}

/// A diagnostic on its way through the template engine.
#[derive(Debug)]
struct Carried(Diagnostic);

impl std::fmt::Display for Carried {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.message)
    }
}

impl std::error::Error for Carried {}

impl Templates {
    /// The built-in templates with those of the newsroom in their place. A built-in one that was replaced can still be had as
    /// `default/NAME`.
    ///
    /// # Errors
    /// Each template that is not well-formed.
    pub(crate) fn new(
        own: &BTreeMap<String, String>,
        strings: Arc<BTreeMap<Locale, Strings>>,
    ) -> Result<Templates, Vec<Diagnostic>> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_auto_escape_callback(|name| match name.rsplit('.').next() {
            Some("html" | "xml") => AutoEscape::Html,
            _ => AutoEscape::None,
        });
        let syntax = SyntaxConfig::builder()
            .trim_blocks(true)
            .lstrip_blocks(true)
            .keep_trailing_newline(true)
            .build();
        // The delimiters are the usual ones, which are always accepted.
        environment.set_syntax(syntax.unwrap_or_default());
        environment.set_formatter(write_value);
        environment.set_fuel(Some(FUEL));
        environment.set_debug(true);
        add_functions(&mut environment, strings);
        let mut diagnostics = Vec::new();
        let built_in = BUILT_IN.iter().flat_map(|(name, text)| {
            let replaced = own.contains_key(*name);
            let named = (!replaced).then(|| ((*name).to_owned(), (*text).to_owned()));
            named
                .into_iter()
                .chain([(format!("default/{name}"), (*text).to_owned())])
        });
        let all = built_in.chain(own.iter().map(|(name, text)| (name.clone(), text.clone())));
        for (name, text) in all.filter(|(name, _)| !name.ends_with(".css")) {
            if let Err(error) = environment.add_template_owned(name, text) {
                diagnostics.push(explain(&error, &Value::UNDEFINED));
            }
        }
        let default_css = BUILT_IN.iter().find(|(name, _)| *name == "press.css");
        let css = own.get("press.css").cloned();
        let css = css.unwrap_or_else(|| default_css.map_or(String::new(), |(_, text)| (*text).to_owned()));
        match diagnostics.is_empty() {
            true => Ok(Templates { environment, css }),
            false => Err(diagnostics),
        }
    }

    /// The style sheet.
    pub(crate) fn css(&self) -> &str {
        &self.css
    }

    /// The template `name` filled in with `context`.
    ///
    /// # Errors
    /// What is wrong with it, and where.
    pub(crate) fn fill(&self, name: &str, context: &Value) -> Result<String, Diagnostic> {
        let filled = self
            .environment
            .get_template(name)
            .and_then(|template| template.render(context.clone()));
        filled.map_err(|error| explain(&error, context))
    }
}

/// Writes a value into a page: HTML as it is, everything else as text.
fn write_value(out: &mut Output, state: &mut State, value: &Value) -> Result<(), Error> {
    if value.is_undefined() || value.is_safe() || !matches!(state.auto_escape(), AutoEscape::Html) {
        return escape_formatter(out, state, value);
    }
    // Our own escaping rather than the engine's, which also escapes `/` and so makes every address unreadable.
    out.write_str(&escape::attribute(&value.to_string()))
        .map_err(Error::from)
}

/// `t(id, …)`, `lang_of(id)`, `has(id)`, and the filters `wrap` and `underline` of plain text.
fn add_functions(environment: &mut Environment<'static>, strings: Arc<BTreeMap<Locale, Strings>>) {
    let all = strings.clone();
    environment.add_function("t", move |state: &State, id: &str, values: Kwargs| {
        let lang: Option<String> = values.get("lang")?;
        let strings = strings_for(state, &all, lang.as_deref())?;
        strings.get(id, &args(&values)?).map_err(carry)
    });
    let all = strings.clone();
    // The attributes of an element that says `t(id)`, where another language stands in for a string that the locale does not have.
    environment.add_function("lang_of", move |state: &State, id: &str, values: Kwargs| {
        let lang: Option<String> = values.get("lang")?;
        let strings = strings_for(state, &all, lang.as_deref())?;
        Ok::<Value, Error>(Value::from_safe_string(language_of(id, strings)))
    });
    let all = strings.clone();
    environment.add_function("has", move |state: &State, id: &str| {
        Ok::<bool, Error>(strings_for(state, &all, None)?.has(id))
    });
    let all = strings.clone();
    environment.add_filter("wrap", move |state: &State, text: &str| {
        let locale = strings_for(state, &all, None)?.locale();
        Ok::<String, Error>(text::plain(&text::paragraph(text, COLUMNS, locale)))
    });
    environment.add_filter("underline", move |state: &State, text: &str, sign: &str| {
        let locale = strings_for(state, &strings, None)?.locale();
        let sign = sign.chars().next().unwrap_or('-');
        Ok::<String, Error>(text::plain(&text::heading(text, sign, COLUMNS, locale)))
    });
}

/// The strings of `lang`, or of the page that is being written.
fn strings_for<'a>(
    state: &State,
    all: &'a BTreeMap<Locale, Strings>,
    lang: Option<&str>,
) -> Result<&'a Strings, Error> {
    let lang = match lang {
        Some(lang) => lang.to_owned(),
        None => {
            let page = state.lookup("page").unwrap_or_default();
            let lang = page.get_attr("lang")?;
            lang.as_str().unwrap_or_default().to_owned()
        }
    };
    let found = all.iter().find(|(locale, _)| locale.tag() == lang);
    found.map(|(_, strings)| strings).ok_or_else(|| {
        let message = format!("the site has no language `{lang}`");
        Error::new(ErrorKind::InvalidOperation, message)
    })
}

/// The values of a string out of the keyword arguments of `t`.
fn args(values: &Kwargs) -> Result<Args, Error> {
    let mut args = Args::none();
    for name in values.args() {
        let value: Value = values.get(name)?;
        args = match (name, value.kind()) {
            ("lang", _) => args,
            ("date", ValueKind::Map) => {
                let iso = value.get_attr("iso")?;
                with_day(args, iso.as_str().unwrap_or_default())?
            }
            ("date", ValueKind::String) => with_day(args, value.as_str().unwrap_or_default())?,
            (name, ValueKind::Number) => args.number(name, f64::try_from(value)?),
            (name, ValueKind::String) => args.text(name, value.as_str().unwrap_or_default()),
            (name, kind) => {
                let message = format!("`{name}` of `t` must be a text or a number, not a {kind}");
                return Err(Error::new(ErrorKind::InvalidOperation, message));
            }
        };
    }
    Ok(args)
}

fn with_day(args: Args, iso: &str) -> Result<Args, Error> {
    let day = crate::locale::format::Day::from_iso(iso);
    let day = day.ok_or_else(|| Error::new(ErrorKind::InvalidOperation, format!("`{iso}` is not a date")))?;
    Ok(args.day(day))
}

fn carry(diagnostic: Diagnostic) -> Error {
    let kind = ErrorKind::InvalidOperation;
    Error::new(kind, diagnostic.message.clone()).with_source(Carried(diagnostic))
}

/// What is wrong with a template: the file, the line, the expression, and what could stand there.
fn explain(error: &Error, context: &Value) -> Diagnostic {
    let innermost = innermost(error);
    let carried = std::error::Error::source(innermost).and_then(|source| source.downcast_ref::<Carried>());
    let name = innermost.name().or(error.name()).unwrap_or("page.html");
    let source = innermost.template_source().unwrap_or_default();
    let source = Source::new(format!("templates/{name}"), source);
    let range = innermost.range();
    let expression = range
        .clone()
        .and_then(|range| source.text().get(range))
        .unwrap_or_default()
        .trim()
        .to_owned();
    let mut diagnostic = match carried {
        Some(Carried(diagnostic)) => diagnostic.clone(),
        None => {
            let detail = innermost.detail().map_or(String::new(), |detail| format!(": {detail}"));
            let what = match expression.as_str() {
                "" => format!("the template `{name}` cannot be used"),
                expression => format!("`{expression}` in the template `{name}` cannot be used"),
            };
            Diagnostic::error("template", format!("{what}: {}{detail}", innermost.kind())).with_help(mend(
                innermost,
                &expression,
                context,
            ))
        }
    };
    let at = range.or_else(|| line_range(&source, innermost.line()));
    diagnostic.place = at.map(|range| source.place(range)).or(diagnostic.place);
    if innermost.kind() == ErrorKind::UndefinedError {
        diagnostic = diagnostic.with_note(format!("there is {}", available(&expression, context)));
    }
    diagnostic
}

/// The error at the bottom of a chain of includes.
fn innermost(error: &Error) -> &Error {
    let mut current = error;
    while let Some(source) = std::error::Error::source(current).and_then(|source| source.downcast_ref::<Error>()) {
        current = source;
    }
    current
}

/// The bytes of a line, counted from 1.
fn line_range(source: &Source, line: Option<usize>) -> Option<std::ops::Range<usize>> {
    let index = line?.checked_sub(1)?;
    let start: usize = source.text().split_inclusive('\n').take(index).map(str::len).sum();
    let length = source.text().get(start..)?.lines().next().map_or(0, str::len);
    Some(start..start + length)
}

fn mend(error: &Error, expression: &str, context: &Value) -> String {
    if error.kind() == ErrorKind::UndefinedError {
        let (known, missing) = walk(expression, context);
        let names = names(&known);
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        return match similar::get_close_matches(missing.as_str(), &names, 1, 0.6).first() {
            Some(near) => format!("write `{near}` instead of `{missing}`"),
            None => "use one of the names that there are, or take the expression out".to_owned(),
        };
    }
    match error.kind() {
        ErrorKind::TemplateNotFound => "include a template that exists: one of your own, or a built-in one".to_owned(),
        ErrorKind::UnknownFunction => "use `t` or `has`, or a function of MiniJinja".to_owned(),
        ErrorKind::UnknownFilter => "use `wrap` or `underline`, or a filter of MiniJinja".to_owned(),
        ErrorKind::OutOfFuel => "shorten the loops of the template".to_owned(),
        _ => "mend the template, or delete it to have the built-in one back".to_owned(),
    }
}

/// What could stand where the undefined name stands.
fn available(expression: &str, context: &Value) -> String {
    let (known, _) = walk(expression, context);
    let names: Vec<String> = names(&known).iter().map(|name| format!("`{name}`")).collect();
    names.join(", ")
}

/// Follows `a.b.c` as far as it is defined: the last value there is, and the first name that it does not have.
fn walk(expression: &str, context: &Value) -> (Value, String) {
    let mut value = context.clone();
    let path = expression.trim_start_matches(|c: char| !c.is_alphabetic() && c != '_');
    let end = path.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '.'));
    for name in path[..end.unwrap_or(path.len())].split('.') {
        match value.get_attr(name) {
            Ok(next) if !next.is_undefined() => value = next,
            _ => return (value, name.to_owned()),
        }
    }
    (context.clone(), path.to_owned())
}

fn names(value: &Value) -> Vec<String> {
    let keys = value.try_iter().map(|keys| keys.map(|key| key.to_string()).collect());
    keys.unwrap_or_default()
}

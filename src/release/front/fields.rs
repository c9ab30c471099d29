//! A table of the front matter, read field by field, so that one wrong field does not hide the others.

use crate::locale::Locale;
use crate::release::Located;
use crate::release::problems::Problems;
use jiff::civil::Date;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use toml::value::Datetime;

/// The code of every diagnostic about front matter.
pub(crate) const CODE: &str = "front-matter";

/// The TOML of a front matter.
#[derive(Clone, Copy)]
pub(crate) struct Toml {
    /// Where it begins in the file.
    pub(crate) base: usize,
    /// Whether it was read without an error; if not, a field that is missing or of the wrong type is only a consequence.
    pub(crate) is_whole: bool,
}

/// A table and what is needed to speak about its fields.
pub(crate) struct Fields<'t, 'p, 's> {
    table: &'t DeTable<'t>,
    /// The file the table stands in.
    pub(crate) toml: Toml,
    /// What stands where the table begins in the file, for what is missing.
    pub(crate) at: Range<usize>,
    pub(crate) problems: &'p mut Problems<'s>,
}

impl<'t, 'p, 's> Fields<'t, 'p, 's> {
    /// The table, after a complaint about every field that is not in `known`.
    pub(crate) fn new(
        table: &'t DeTable<'t>,
        known: &[&str],
        toml: Toml,
        at: Range<usize>,
        problems: &'p mut Problems<'s>,
    ) -> Fields<'t, 'p, 's> {
        for key in table.keys().filter(|key| !known.contains(&key.get_ref().as_ref())) {
            let name = key.get_ref().as_ref();
            let help = match similar::get_close_matches(name, known, 1, 0.6).first() {
                Some(close) => format!("did you mean `{close}`?"),
                None => format!("remove it; the fields are {}", known.join(", ")),
            };
            problems.error(
                CODE,
                shift(key.span(), toml.base),
                format!("unknown field `{name}`"),
                &help,
            );
        }
        Fields {
            table,
            toml,
            at,
            problems,
        }
    }

    /// A string.
    pub(crate) fn string(&mut self, name: &str) -> Option<Located<String>> {
        let value = self.table.get(name)?;
        let span = shift(value.span(), self.toml.base);
        let text = value.get_ref().as_str().map(str::to_owned);
        if text.is_none() {
            self.wrong_type(name, value, "a string", &format!("write `{name} = \"…\"`"));
        }
        text.map(|value| Located { value, span })
    }

    /// `true` or `false`.
    pub(crate) fn boolean(&mut self, name: &str) -> Option<bool> {
        let value = self.table.get(name)?;
        let found = value.get_ref().as_bool();
        if found.is_none() {
            let help = format!("write `{name} = true` or `{name} = false`, without quotes");
            self.wrong_type(name, value, "true or false", &help);
        }
        found
    }

    /// A local date, e.g. `2018-05-25`.
    pub(crate) fn date(&mut self, name: &str) -> Option<Located<Date>> {
        let value = self.table.get(name)?;
        let span = shift(value.span(), self.toml.base);
        let found = value
            .get_ref()
            .as_datetime()
            .filter(|datetime| datetime.time.is_none() && datetime.offset.is_none())
            .and_then(civil_date);
        if found.is_none() {
            let help = format!("write the day alone, without quotes: `{name} = 2018-05-25`");
            self.wrong_type(name, value, "a date", &help);
        }
        found.map(|value| Located { value, span })
    }

    /// Any TOML date or time, with its bytes in the file.
    pub(crate) fn datetime(&mut self, name: &str, help: &str) -> Option<Located<Datetime>> {
        let value = self.table.get(name)?;
        let span = shift(value.span(), self.toml.base);
        let found = value.get_ref().as_datetime().copied();
        if found.is_none() {
            self.wrong_type(name, value, "a date and time", help);
        }
        found.map(|value| Located { value, span })
    }

    /// A list of locale tags, each once; wrong ones are left out.
    pub(crate) fn locales(&mut self, name: &str) -> Option<Vec<Located<Locale>>> {
        let value = self.table.get(name)?;
        let Some(array) = value.get_ref().as_array() else {
            let help = format!("write `{name} = [\"fr\", \"ar\"]`");
            self.wrong_type(name, value, "a list of locales", &help);
            return None;
        };
        let mut locales: Vec<Located<Locale>> = Vec::new();
        for item in array.iter() {
            let span = shift(item.span(), self.toml.base);
            let parsed = match item.get_ref().as_str() {
                Some(tag) => Locale::new(tag),
                None => Err(format!("`{name}` holds {}", described(item.get_ref()))),
            };
            match parsed {
                Ok(value) if locales.iter().any(|seen| seen.value == value) => {
                    let message = format!("`{value}` is listed twice in `{name}`");
                    self.problems.error(CODE, span, message, "remove one of them");
                }
                Ok(value) => locales.push(Located { value, span }),
                Err(message) => {
                    let help = "write language tags in canonical form, e.g. \"fr\", \"zh-Hant\", \"pt-BR\"";
                    self.problems.error(CODE, span, message, help);
                }
            }
        }
        Some(locales)
    }

    /// One of a few words.
    pub(crate) fn word<T: Copy>(&mut self, name: &str, words: &[(&str, T)]) -> Option<T> {
        let given = self.string(name)?;
        let found = words.iter().find(|(word, _)| *word == given.value);
        if found.is_none() {
            let choice: Vec<String> = words.iter().map(|(word, _)| format!("\"{word}\"")).collect();
            let message = format!("`{}` is not a value of `{name}`", given.value.escape_debug());
            let help = format!("write one of {}", choice.join(", "));
            self.problems.error(CODE, given.span, message, &help);
        }
        found.map(|(_, value)| *value)
    }

    /// The tables of `[[name]]`, each with its bytes in the file.
    pub(crate) fn tables(&mut self, name: &str) -> Vec<(&'t DeTable<'t>, Range<usize>)> {
        let Some(value) = self.table.get(name) else {
            return Vec::new();
        };
        let items = value.get_ref().as_array().map(|array| array.iter().collect::<Vec<_>>());
        let tables: Option<Vec<_>> =
            items.and_then(|items| items.into_iter().map(|item| self.as_table(item)).collect());
        tables.unwrap_or_else(|| {
            let help = format!("begin each one with a line `[[{name}]]`");
            self.wrong_type(name, value, "a list of tables", &help);
            Vec::new()
        })
    }

    /// The table of `[name]`, with its bytes in the file.
    pub(crate) fn table(&mut self, name: &str) -> Option<(&'t DeTable<'t>, Range<usize>)> {
        let value = self.table.get(name)?;
        let table = self.as_table(value);
        if table.is_none() {
            self.wrong_type(
                name,
                value,
                "a table",
                &format!("write a line `[{name}]` and its fields below it"),
            );
        }
        table
    }

    /// Whether the field is there, whatever its value.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.table.contains_key(name)
    }

    /// A complaint that a field is not there.
    pub(crate) fn missing(&mut self, message: &str, help: &str) {
        if self.toml.is_whole {
            self.problems.error(CODE, self.at.clone(), message.to_owned(), help);
        }
    }

    fn as_table(&self, value: &'t Spanned<DeValue<'t>>) -> Option<(&'t DeTable<'t>, Range<usize>)> {
        let table = value.get_ref().as_table()?;
        Some((table, shift(value.span(), self.toml.base)))
    }

    fn wrong_type(&mut self, name: &str, value: &Spanned<DeValue<'_>>, wanted: &str, help: &str) {
        if !self.toml.is_whole {
            return;
        }
        let message = format!("`{name}` must be {wanted}, not {}", described(value.get_ref()));
        self.problems
            .error(CODE, shift(value.span(), self.toml.base), message, help);
    }
}

/// The day of a TOML date.
pub(crate) fn civil_date(datetime: &Datetime) -> Option<Date> {
    let date = datetime.date?;
    Date::new(
        i16::try_from(date.year).ok()?,
        i8::try_from(date.month).ok()?,
        i8::try_from(date.day).ok()?,
    )
    .ok()
}

fn described(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(datetime) if datetime.date.is_none() => "a time",
        DeValue::Datetime(datetime) if datetime.time.is_none() => "a date",
        DeValue::Datetime(_) => "a date and time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

fn shift(span: Range<usize>, base: usize) -> Range<usize> {
    span.start + base..span.end + base
}

//! The words of the pages themselves, out of `site.ftl`: the locale's own, then the source locale's, then the built-in English.

mod functions;
mod guard;

use crate::diagnostic::{Diagnostic, Subject};
use crate::locale::Locale;
use crate::locale::format::{self, Day, Numbers};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::PatternElement;
use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, OnceLock};

/// The strings that pages ask for when no newsroom says otherwise; the English of this repository's own newsroom.
pub const BUILT_IN: &str = include_str!("../../locales/en/site.ftl");

/// The strings of one locale, ready to be asked for.
pub struct Strings {
    locale: Locale,
    formatting: Locale,
    /// The numbers and the names of the months of `formatting`; to ask CLDR for each costs more than the rest of a date.
    numbers: Arc<Numbers>,
    months: OnceLock<[String; 12]>,
    path: String,
    bundle: FluentBundle<FluentResource>,
    /// Which messages come from the locale's own file.
    own: BTreeSet<String>,
    /// Which others come from the file of the source locale, and what that locale is.
    sourced: BTreeSet<String>,
    source: Locale,
    /// The language of the built-in messages.
    english: Locale,
    /// Every message there is, own or not.
    known: BTreeSet<String>,
}

/// One `site.ftl`.
#[derive(Debug, Clone, Default)]
pub struct SiteFile {
    /// Path from the root of the newsroom.
    pub path: String,
    /// Its text; checked with the limits of `catalog` before it comes here.
    pub text: String,
    /// Messages that must not be used (drafts, say); what is used in their stead is the next file's.
    pub withheld: BTreeSet<String>,
}

/// The values that a message is given.
#[derive(Debug, Clone, Default)]
pub struct Args(BTreeMap<String, Arg>);

/// One value.
#[derive(Debug, Clone)]
enum Arg {
    Text(String),
    Number(f64),
    Day(Day),
}

impl Args {
    /// No values.
    pub fn none() -> Args {
        Args::default()
    }

    /// With a text under `name`.
    pub fn text(mut self, name: &str, value: impl Into<String>) -> Args {
        self.0.insert(name.to_owned(), Arg::Text(value.into()));
        self
    }

    /// With a number under `name`.
    pub fn number(mut self, name: &str, value: f64) -> Args {
        self.0.insert(name.to_owned(), Arg::Number(value));
        self
    }

    /// With a count under `name`.
    pub fn count(self, name: &str, value: usize) -> Args {
        self.number(name, u32::try_from(value).map_or(f64::from(u32::MAX), f64::from))
    }

    /// With a day: `$date` for `DATE`, and its parts `$day`, `$month`, `$year` in the locale's digits; `$day-number` and
    /// `$month-number` choose between forms, as in `1er juin`.
    pub fn day(mut self, value: Day) -> Args {
        self.0.insert("date".to_owned(), Arg::Day(value));
        self
    }
}

impl Strings {
    /// The strings of `locale`, formatted as `formatting` is; `own` is its `site.ftl`, `source` that of the source locale, which is taken
    /// to be English ([`Strings::with_source`]).
    ///
    /// The diagnostics name messages that cannot be used and what is used instead. Syntax errors are not among them: `catalog`
    /// reports those, and the messages around them are kept.
    pub fn new(locale: Locale, formatting: Locale, own: &SiteFile, source: &SiteFile) -> (Strings, Vec<Diagnostic>) {
        let built_in = SiteFile {
            path: "locales/en/site.ftl".to_owned(),
            text: BUILT_IN.to_owned(),
            withheld: BTreeSet::new(),
        };
        let mut bundle = FluentBundle::new_concurrent(vec![locale.langid()]);
        bundle.set_use_isolating(false);
        let numbers = Arc::new(Numbers::of(&formatting));
        functions::add(&mut bundle, &formatting, &numbers);
        let mut strings = Strings {
            locale,
            numbers,
            months: OnceLock::new(),
            formatting,
            path: own.path.clone(),
            bundle,
            own: BTreeSet::new(),
            sourced: BTreeSet::new(),
            source: Locale::english(),
            english: Locale::english(),
            known: BTreeSet::new(),
        };
        let mut diagnostics = Vec::new();
        strings.own = strings.add(own, &mut diagnostics);
        strings.sourced = strings.add(source, &mut Vec::new());
        strings.add(&built_in, &mut Vec::new());
        (strings, diagnostics)
    }

    /// The same, where the source locale is `source`.
    pub fn with_source(self, source: Locale) -> Strings {
        Strings { source, ..self }
    }

    /// The locale whose strings these are.
    pub fn locale(&self) -> &Locale {
        &self.locale
    }

    /// The locale whose dates and numbers these strings use.
    pub fn formatting(&self) -> &Locale {
        &self.formatting
    }

    /// A whole number with no grouping, in the digits of the locale: a day, a year, the number of a page.
    pub fn plain_number(&self, value: usize) -> String {
        self.numbers.plain(value.try_into().unwrap_or(u64::MAX))
    }

    /// The name of the month of `day` as it stands alone.
    fn month(&self, day: Day) -> &str {
        let months = self.months.get_or_init(|| {
            let first = |month: usize| Day::new(2000, u8::try_from(month + 1).unwrap_or(1), 1);
            std::array::from_fn(|month| {
                first(month).map_or(String::new(), |day| format::month_name(day, &self.formatting))
            })
        });
        months[usize::from(day.month()) - 1].as_str()
    }

    /// The messages that the locale's own file does not give, by id, in alphabetical order.
    pub fn missing(&self) -> Vec<&str> {
        self.known.difference(&self.own).map(String::as_str).collect()
    }

    /// Whether any file gives the message.
    pub fn has(&self, id: &str) -> bool {
        self.known.contains(id)
    }

    /// Whether the locale's own file gives the message.
    pub fn is_own(&self, id: &str) -> bool {
        self.own.contains(id)
    }

    /// The language of the message: that of the locale, or of what stands in for it.
    pub fn language_of(&self, id: &str) -> &Locale {
        if self.own.contains(id) {
            &self.locale
        } else if self.sourced.contains(id) {
            &self.source
        } else {
            &self.english
        }
    }

    /// The message with its values.
    ///
    /// # Errors
    /// A diagnostic (code `template`) if there is no such message, or if it asks for something it is not given.
    pub fn get(&self, id: &str, args: &Args) -> Result<String, Diagnostic> {
        let pattern = self.bundle.get_message(id).and_then(|message| message.value());
        let Some(pattern) = pattern.filter(|_| self.known.contains(id)) else {
            return Err(self.unknown(id));
        };
        if let [PatternElement::TextElement { value }] = pattern.elements.as_slice() {
            return Ok((*value).to_owned());
        }
        let args = self.fluent_args(args);
        let mut errors = Vec::new();
        functions::take_failures();
        let format = AssertUnwindSafe(|| {
            self.bundle
                .format_pattern(pattern, Some(&args), &mut errors)
                .into_owned()
        });
        let text = catch_unwind(format).map_err(|_| self.broken(id, "it is too deep or too long"))?;
        let reason = functions::take_failures()
            .into_iter()
            .chain(errors.iter().map(explain))
            .next();
        match reason {
            Some(reason) => Err(self.broken(id, &reason)),
            None => Ok(text),
        }
    }

    /// Adds what `file` has and the files before it do not; tells the messages that came from it.
    fn add(&mut self, file: &SiteFile, diagnostics: &mut Vec<Diagnostic>) -> BTreeSet<String> {
        let parse = |text: String| {
            FluentResource::try_new(text).unwrap_or_else(|(resource, _junk_is_reported_by_catalog)| resource)
        };
        let Ok(found) = catch_unwind(|| guard::inspect(&file.text)) else {
            return BTreeSet::new();
        };
        let hidden: BTreeSet<&str> = found
            .unusable
            .keys()
            .map(String::as_str)
            .chain(file.withheld.iter().map(String::as_str))
            .chain(found.empty.iter().map(String::as_str))
            .collect();
        for (id, reason) in &found.unusable {
            diagnostics.push(self.broken(id, reason));
        }
        let text = guard::hide(&file.text, &hidden);
        let Ok(resource) = catch_unwind(|| parse(text)) else {
            return BTreeSet::new();
        };
        // The first file that has a message wins; that later ones have it too is the very idea, not an error.
        let _ = self.bundle.add_resource(resource);
        let ids: BTreeSet<String> = found
            .ids
            .into_iter()
            .filter(|id| !hidden.contains(id.as_str()))
            .collect();
        self.known.extend(ids.iter().cloned());
        ids
    }

    fn fluent_args(&self, args: &Args) -> FluentArgs<'static> {
        let mut out = FluentArgs::new();
        for (name, arg) in &args.0 {
            match arg {
                Arg::Text(text) => out.set(name.clone(), text.clone()),
                Arg::Number(number) => out.set(name.clone(), *number),
                Arg::Day(day) => {
                    out.set(name.clone(), day.to_string());
                    out.set("day", self.plain_number(day.day().into()));
                    out.set("day-number", FluentValue::from(day.day()));
                    out.set("month", self.month(*day).to_owned());
                    out.set("month-number", FluentValue::from(day.month()));
                    out.set("year", self.plain_number(day.year().try_into().unwrap_or(0)));
                }
            }
        }
        out
    }

    fn subject(&self, id: &str) -> Subject {
        Subject {
            locale: Some(self.locale.to_string()),
            release: None,
            id: Some(id.to_owned()),
        }
    }

    fn unknown(&self, id: &str) -> Diagnostic {
        let known: Vec<&str> = self.known.iter().map(String::as_str).collect();
        let near = similar::get_close_matches(id, &known, 1, 0.6);
        let help = match near.first() {
            Some(near) => format!("write `{near}`, or add `{id} = …` to `site.ftl` of the source locale"),
            None => format!("add `{id} = …` to `site.ftl` of the source locale"),
        };
        Diagnostic::error("template", format!("no `site.ftl` has the string `{id}`"))
            .with_help(help)
            .about(self.subject(id))
    }

    fn broken(&self, id: &str, reason: &str) -> Diagnostic {
        let message = format!("the string `{id}` of `{}` cannot be used: {reason}", self.locale);
        Diagnostic::error("template", message)
            .with_help(format!("compare `{id}` in `{}` with the English", self.path))
            .about(self.subject(id))
    }
}

/// What the resolver objects to, as a clause.
fn explain(error: &fluent_bundle::FluentError) -> String {
    use fluent_bundle::FluentError;
    use fluent_bundle::resolver::ResolverError;
    use fluent_bundle::resolver::errors::ReferenceKind;
    match error {
        FluentError::ResolverError(ResolverError::Reference(ReferenceKind::Variable { id })) => {
            format!("there is no value `${id}` here")
        }
        FluentError::ResolverError(ResolverError::Reference(ReferenceKind::Function { id })) => {
            format!("there is no function `{id}`; there are `DATE`, `NUMBER`, `PLURAL` and `UPPER`")
        }
        FluentError::ResolverError(ResolverError::Reference(ReferenceKind::Message { id, .. })) => {
            format!("there is no message `{id}`")
        }
        FluentError::ResolverError(ResolverError::Reference(ReferenceKind::Term { id, .. })) => {
            format!("there is no term `-{id}`")
        }
        FluentError::ResolverError(ResolverError::Cyclic) => "it refers to itself".to_owned(),
        FluentError::ResolverError(ResolverError::TooManyPlaceables) => "it has too many placeables".to_owned(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(text: &str) -> SiteFile {
        SiteFile {
            path: "locales/x/site.ftl".into(),
            text: text.into(),
            withheld: BTreeSet::new(),
        }
    }

    fn strings(tag: &str, own: &str) -> Strings {
        let locale = Locale::new(tag).unwrap();
        let (strings, diagnostics) = Strings::new(locale.clone(), locale, &file(own), &SiteFile::default());
        assert_eq!(diagnostics, []);
        strings
    }

    #[test]
    fn months_are_those_of_cldr() {
        for tag in ["ar", "ar-EG", "en", "es", "fa", "fr", "hi", "ru", "zh", "my"] {
            let locale = Locale::new(tag).unwrap();
            let (strings, _) = Strings::new(
                locale.clone(),
                locale.clone(),
                &SiteFile::default(),
                &SiteFile::default(),
            );
            for day in (1..=12).map(|month| Day::new(2018, month, 25).unwrap()) {
                assert_eq!(strings.month(day), format::month_name(day, &locale), "{tag}");
            }
        }
    }

    fn may() -> Args {
        Args::none().day(Day::new(2018, 5, 25).unwrap())
    }

    #[test]
    fn what_a_locale_lacks_comes_from_the_source_and_is_told() {
        let fr = strings("fr", "plain-text = Texte brut\nnewer = { \"\" }\n");
        assert_eq!(fr.get("plain-text", &Args::none()).unwrap(), "Texte brut");
        assert_eq!(fr.get("newer", &Args::none()).unwrap(), "Newer");
        assert!(fr.missing().contains(&"newer") && !fr.missing().contains(&"plain-text"));
    }

    #[test]
    fn what_is_withheld_is_not_used() {
        let mut own = file("newer = Brouillon\n");
        own.withheld.insert("newer".to_owned());
        let fr = Locale::new("fr").unwrap();
        own.text.push_str("older = Plus ancien\n");
        let source = file("newer = From the source\n");
        let (strings, _) = Strings::new(fr.clone(), fr, &own, &source);
        let strings = strings.with_source(Locale::new("en-GB").unwrap());
        assert_eq!(strings.get("newer", &Args::none()).unwrap(), "From the source");
        let languages = ["older", "newer", "pages"].map(|id| strings.language_of(id).tag());
        assert_eq!(languages, ["fr", "en-GB", "en"]);
    }

    #[test]
    fn a_locale_writes_its_dates_as_it_likes() {
        let ar = strings(
            "ar",
            "date-long = { $day } { month-name } { $year }\nmonth-name = { $month-number ->\n    [5] أيار/مايو\n   *[other] { $month }\n}\n",
        );
        assert_eq!(ar.get("date-long", &may()).unwrap(), "25 أيار/مايو 2018");
        assert_eq!(ar.get("date-month-day", &may()).unwrap(), "25 مايو");
        assert_eq!(strings("zh", "").get("date-long", &may()).unwrap(), "2018年5月25日");
    }

    #[test]
    fn plurals_are_those_of_cldr() {
        let own = "n = { PLURAL($count) ->\n [few] few\n [many] many\n *[other] other\n}\no = { PLURAL($count, type: \"ordinal\") ->\n [two] nd\n *[other] th\n}\n";
        let ar = strings("ar", own);
        assert_eq!(ar.get("n", &Args::none().count("count", 103)).unwrap(), "few");
        assert_eq!(ar.get("n", &Args::none().count("count", 111)).unwrap(), "many");
        assert_eq!(
            strings("en", own).get("o", &Args::none().count("count", 22)).unwrap(),
            "nd"
        );
    }

    #[test]
    fn numbers_are_written_as_in_the_locale_and_guarded() {
        let own = "n = { NUMBER($count, minimumFractionDigits: 2) }\nplain = { NUMBER($count, useGrouping: \"false\") }\nbomb = { NUMBER($count, minimumFractionDigits: 4000000000) }\n";
        let args = Args::none().count("count", 12345);
        assert_eq!(strings("fr", own).get("n", &args).unwrap(), "12\u{202f}345,00");
        assert_eq!(strings("en", own).get("plain", &args).unwrap(), "12345");
        assert!(
            strings("en", own)
                .get("bomb", &args)
                .unwrap_err()
                .message
                .contains("0 to 20")
        );
    }

    #[test]
    fn errors_are_never_swallowed() {
        let own = "a = { $nothing }\nb = { b }\nc = { DATE(\"tomorrow\") }\nd = { PLURAL(\"x\") ->\n *[other] y\n}\ne = { NOSUCH() }\nf = { -none }\n";
        let en = strings("en", own);
        for id in ["a", "b", "c", "d", "e", "f"] {
            let error = en.get(id, &Args::none()).unwrap_err();
            assert_eq!(error.code, "template");
            assert_eq!(error.subject.id.as_deref(), Some(id));
        }
        let error = en.get("plane-text", &Args::none()).unwrap_err();
        assert!(error.help.unwrap().contains("`plain-text`"));
    }

    #[test]
    fn messages_that_would_break_the_resolver_are_put_aside() {
        let many = "{ \"x\" }".repeat(91);
        let own = format!(
            "newer = {many}\nolder = {{ $count ->\n    [one] a\n   *[other] b\n}}\npages = {{ $month-number ->\n    [1] a\n   *[other] b\n}}\n"
        );
        let ar = Locale::new("ar").unwrap();
        let (strings, diagnostics) = Strings::new(ar.clone(), ar, &file(&own), &SiteFile::default());
        assert_eq!(diagnostics.len(), 2, "{diagnostics:?}");
        assert_eq!(strings.get("newer", &Args::none()).unwrap(), "Newer");
        assert_eq!(strings.get("older", &Args::none()).unwrap(), "Older");
        assert_eq!(strings.get("pages", &may()).unwrap(), "b");
    }

    #[test]
    fn every_built_in_string_can_be_asked_for() {
        let en = strings("en-GB", BUILT_IN);
        assert_eq!(en.missing(), Vec::<&str>::new());
        let args = may()
            .count("count", 2)
            .count("number", 2)
            .count("page", 1)
            .count("pages", 2)
            .text("PLACE", "BRUSSELS")
            .text("place", "Brussels")
            .text("issuer", "Office of Counter-Terrorism")
            .text("time", "12:00")
            .text("zone", "UTC+2")
            .text("moment", "now")
            .text("label", "Email")
            .text("value", "press@example.org")
            .text("text", "A flag");
        for id in en.known.iter() {
            let text = en.get(id, &args).unwrap();
            assert!(!text.is_empty(), "{id}");
        }
        assert_eq!(
            en.get("dateline", &args).unwrap(),
            "BRUSSELS, 25 May (Office of Counter-Terrorism) — "
        );
    }
}

//! The front matter of a release: TOML between `+++` lines.

mod fence;
mod fields;
#[cfg(test)]
mod tests;
mod values;

use crate::locale::Locale;
use crate::release::problems::Problems;
use crate::release::{Kind, Located, Segment, inline};
use fence::split;
use fields::{CODE, Fields, Toml};
use jiff::civil::{Date, DateTime};
use std::ops::Range;
use toml::de::DeTable;
use values::{checked, embargo, is_email, is_phone, is_web_address, one_line};

/// What the front matter of a release says. Texts that are translated stand in the release's document;
/// here are their places in `Document::segments`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FrontMatter {
    /// The bytes of the file, both `+++` lines included; empty if there is no front matter.
    pub span: Range<usize>,
    /// The headline (`title`): the segment. It is missing only if the release has an error.
    pub title: Option<usize>,
    /// The abstract (`summary`): the segment.
    pub summary: Option<usize>,
    /// Where it was written, for the dateline (`place`): the segment.
    pub place: Option<usize>,
    /// The body that issues it (`issuer`): the segment.
    pub issuer: Option<usize>,
    /// The day of publication (`date`). It is missing only if the release has an error.
    pub date: Option<Date>,
    /// The document symbol, the same in all languages (`symbol`).
    pub symbol: Option<String>,
    /// Whom to ask (`[[contacts]]`).
    pub contacts: Vec<Contact>,
    /// What was corrected after publication (`[[corrections]]`), in the order written.
    pub corrections: Vec<Correction>,
    /// That it no longer stands (`[withdrawn]`).
    pub withdrawn: Option<Withdrawal>,
    /// Before when nothing of it may leave (`embargo`).
    pub embargo: Option<Located<Embargo>>,
    /// Whether it is not yet to be published (`draft`).
    pub draft: bool,
    /// The only locales in which it is published (`locales`); nothing: all of the newsroom.
    pub locales: Option<Vec<Located<Locale>>>,
    /// The locales that must be complete before any is published (`required`).
    pub required: Vec<Located<Locale>>,
    /// Whether all locales are published together or none (`simultaneous`).
    pub simultaneous: bool,
    /// Whether it is a speech to be checked against delivery (`check-against-delivery`).
    pub check_against_delivery: bool,
    /// What to do where a translation is missing (`missing`), if not as the newsroom says.
    pub missing: Option<MissingPolicy>,
    /// What to do where a translation is stale (`stale`), if not as the newsroom says.
    pub stale: Option<StalePolicy>,
    /// Whether the end of the text is marked (`end-mark`, true by default).
    pub end_mark: bool,
    /// Whether the text begins with a dateline (`dateline`, true by default where `place` is set).
    pub dateline: bool,
}

impl FrontMatter {
    /// Whether the release is meant for `locale`; whether it is published there, its translations decide.
    pub fn is_for(&self, locale: &Locale) -> bool {
        self.locales
            .as_ref()
            .is_none_or(|only| only.iter().any(|named| named.value == *locale))
    }
}

/// Somebody to ask.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contact {
    /// What they are (`role`): the segment.
    pub role: Option<usize>,
    /// Their name (`name`): the segment, because scripts differ.
    pub name: Option<usize>,
    /// E-mail address, without `mailto:`.
    pub email: Option<String>,
    /// Telephone number as it is to be printed.
    pub phone: Option<String>,
    /// Web address.
    pub url: Option<String>,
}

/// A correction after publication.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The day it was made.
    pub date: Date,
    /// What was corrected (`note`): the segment.
    pub note: usize,
    /// The locales it concerns; nothing: all.
    pub locales: Option<Vec<Located<Locale>>>,
}

/// That a release no longer stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawal {
    /// The day it was withdrawn.
    pub date: Date,
    /// Why (`note`): the segment.
    pub note: Option<usize>,
}

/// The moment before which nothing of a release may leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Embargo {
    /// The moment.
    pub instant: jiff::Timestamp,
    /// Day and time as written.
    pub local: DateTime,
    /// Minutes east of UTC as written.
    pub offset_minutes: i16,
}

/// What to do with an edition in which a translation is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MissingPolicy {
    /// Do not publish the edition.
    Withhold,
    /// Show the English of that block, marked as English.
    Fallback,
}

/// What to do with an edition in which a translation is stale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StalePolicy {
    /// Do not publish the edition.
    Withhold,
    /// Publish the translation as it is.
    Publish,
    /// Show the English of that block, marked as English.
    Fallback,
}

/// The most bytes of front matter that are read.
pub const FRONT_LIMIT: usize = 64 * 1024;

const KNOWN: [&str; 19] = [
    "title",
    "summary",
    "date",
    "place",
    "issuer",
    "symbol",
    "contacts",
    "embargo",
    "corrections",
    "draft",
    "locales",
    "required",
    "simultaneous",
    "withdrawn",
    "check-against-delivery",
    "missing",
    "stale",
    "end-mark",
    "dateline",
];

/// The front matter of `text`, its segments, and the byte at which the body begins.
pub(crate) fn read(text: &str, problems: &mut Problems<'_>) -> (FrontMatter, Vec<Segment>, usize) {
    let mut segments = Vec::new();
    let defaults = FrontMatter {
        end_mark: true,
        ..FrontMatter::default()
    };
    let parts = match split(text) {
        Ok(parts) => parts,
        Err(missing) => {
            problems.error(CODE, missing.at, missing.message.to_owned(), missing.help);
            return (defaults, segments, missing.body);
        }
    };
    let mut front = FrontMatter {
        span: parts.whole.clone(),
        ..defaults
    };
    let toml = &text[parts.toml.clone()];
    if toml.len() > FRONT_LIMIT {
        let message = format!(
            "the front matter is {} bytes long; {FRONT_LIMIT} is the limit",
            toml.len()
        );
        problems.error(
            CODE,
            parts.whole.start..parts.whole.start + 3,
            message,
            "move text to the body",
        );
        return (front, segments, parts.whole.end);
    }
    let (table, errors) = DeTable::parse_recoverable(toml);
    for error in &errors {
        let at = error.span().unwrap_or(0..0);
        let at = at.start + parts.toml.start..at.end + parts.toml.start;
        let help = "mend the TOML; texts stand in double quotes, days stand without: `date = 2018-05-25`";
        problems.error(CODE, at, error.message().to_owned(), help);
    }
    let at = parts.whole.start..parts.whole.start + 3;
    let toml = Toml {
        base: parts.toml.start,
        is_whole: errors.is_empty(),
    };
    let mut fields = Fields::new(table.get_ref(), &KNOWN, toml, at, problems);
    read_texts(&mut front, &mut fields, &mut segments);
    read_contacts(&mut front, &mut fields, &mut segments);
    read_history(&mut front, &mut fields, &mut segments);
    read_publication(&mut front, &mut fields);
    (front, segments, parts.whole.end)
}

/// The title, summary, place, issuer, symbol and date.
fn read_texts(front: &mut FrontMatter, fields: &mut Fields<'_, '_, '_>, segments: &mut Vec<Segment>) {
    front.title = text(fields, "title", "title", segments);
    front.summary = text(fields, "summary", "summary", segments);
    front.place = text(fields, "place", "place", segments);
    front.issuer = text(fields, "issuer", "issuer", segments);
    front.symbol = plain(fields, "symbol").map(|symbol| symbol.value);
    front.date = fields.date("date").map(|date| date.value);
    if !fields.has("title") {
        fields.missing("the release has no title", "write `title = \"…\"` in the front matter");
    }
    if !fields.has("date") {
        fields.missing(
            "the release has no date",
            "write `date = 2018-05-25` in the front matter",
        );
    }
}

fn read_contacts(front: &mut FrontMatter, fields: &mut Fields<'_, '_, '_>, segments: &mut Vec<Segment>) {
    for (table, at) in fields.tables("contacts") {
        let known = ["role", "name", "email", "phone", "url"];
        let mut fields = Fields::new(table, &known, fields.toml, at, fields.problems);
        let contact = Contact {
            role: text(&mut fields, "role", "contact-role", segments),
            name: text(&mut fields, "name", "contact-name", segments),
            email: checked(&mut fields, "email", is_email, "an e-mail address", "press@example.org"),
            phone: checked(&mut fields, "phone", is_phone, "a telephone number", "+32 2 584 11 11"),
            url: checked(
                &mut fields,
                "url",
                is_web_address,
                "a web address",
                "https://example.org",
            ),
        };
        if contact == Contact::default() {
            fields.missing(
                "the contact is empty",
                "give it a name, an e-mail address or a telephone number",
            );
        } else {
            front.contacts.push(contact);
        }
    }
}

/// The corrections and the withdrawal.
fn read_history(front: &mut FrontMatter, fields: &mut Fields<'_, '_, '_>, segments: &mut Vec<Segment>) {
    for (table, at) in fields.tables("corrections") {
        let mut fields = Fields::new(table, &["date", "note", "locales"], fields.toml, at, fields.problems);
        let date = fields.date("date");
        let note = text(&mut fields, "note", "correction", segments);
        let locales = fields.locales("locales");
        require(&mut fields, &["date", "note"], "the correction");
        if let (Some(date), Some(note)) = (date, note) {
            if front.date.is_some_and(|published| date.value < published) {
                let message = "the correction is older than the release".to_owned();
                let help = "mend the year, month or day of one of them";
                fields.problems.error(CODE, date.span, message, help);
            }
            front.corrections.push(Correction {
                date: date.value,
                note,
                locales,
            });
        }
    }
    if let Some((table, at)) = fields.table("withdrawn") {
        let mut fields = Fields::new(table, &["date", "note"], fields.toml, at, fields.problems);
        let date = fields.date("date");
        let note = text(&mut fields, "note", "withdrawn", segments);
        require(&mut fields, &["date"], "the withdrawal");
        front.withdrawn = date.map(|date| Withdrawal { date: date.value, note });
    }
}

/// What governs whether, when and how it is published.
fn read_publication(front: &mut FrontMatter, fields: &mut Fields<'_, '_, '_>) {
    front.embargo = embargo(fields);
    front.draft = fields.boolean("draft").unwrap_or(false);
    front.locales = fields.locales("locales");
    front.required = fields.locales("required").unwrap_or_default();
    front.simultaneous = fields.boolean("simultaneous").unwrap_or(false);
    front.check_against_delivery = fields.boolean("check-against-delivery").unwrap_or(false);
    let missing = [
        ("withhold", MissingPolicy::Withhold),
        ("fallback", MissingPolicy::Fallback),
    ];
    front.missing = fields.word("missing", &missing);
    let stale = [
        ("withhold", StalePolicy::Withhold),
        ("publish", StalePolicy::Publish),
        ("fallback", StalePolicy::Fallback),
    ];
    front.stale = fields.word("stale", &stale);
    front.end_mark = fields.boolean("end-mark").unwrap_or(true);
    let dateline = fields.boolean("dateline");
    if dateline == Some(true) && !fields.has("place") {
        fields.missing(
            "a dateline needs a place",
            "write `place = \"…\"`, or remove `dateline = true`",
        );
    }
    front.dateline = dateline.unwrap_or(front.place.is_some());
    let listed = front.locales.as_deref().unwrap_or_default();
    for required in &front.required {
        if front.locales.is_some() && !listed.iter().any(|locale| locale.value == required.value) {
            let message = format!("`{}` is required, but not among the `locales`", required.value);
            let help = "add it to `locales`, or remove it from `required`";
            fields.problems.error(CODE, required.span.clone(), message, help);
        }
    }
}

/// Makes the field a segment of that kind and says which.
fn text(fields: &mut Fields<'_, '_, '_>, name: &str, kind: &str, segments: &mut Vec<Segment>) -> Option<usize> {
    let given = plain(fields, name)?;
    let text = one_line(&given.value);
    if let Err(error) = inline::parse(given.value.trim()) {
        let message = format!("`{name}`: {}", error.what);
        fields.problems.error(CODE, given.span.clone(), message, &error.mend);
    }
    segments.push(Segment {
        kind: Kind::Field(kind.to_owned()),
        text,
        span: given.span,
        note: None,
    });
    Some(segments.len() - 1)
}

/// A string that is not empty.
fn plain(fields: &mut Fields<'_, '_, '_>, name: &str) -> Option<Located<String>> {
    let given = fields.string(name)?;
    if given.value.trim().is_empty() {
        let help = format!("write the text, or remove the line `{name} = …`");
        let message = format!("`{name}` is empty");
        fields.problems.error(CODE, given.span, message, &help);
        return None;
    }
    Some(given)
}

fn require(fields: &mut Fields<'_, '_, '_>, names: &[&str], what: &str) {
    for name in names {
        if !fields.has(name) {
            fields.missing(&format!("{what} has no {name}"), &format!("write `{name} = …` in it"));
        }
    }
}

//! The front matter of a release: TOML between `+++` lines.

mod fields;

use crate::locale::Locale;
use crate::release::problems::Problems;
use crate::release::{Kind, Located, Segment, inline, structure};
use fields::{CODE, Fields, Toml, civil_date};
use jiff::civil::{Date, DateTime, Time};
use std::ops::Range;
use toml::de::DeTable;
use toml::value::{Datetime, Offset};

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

fn embargo(fields: &mut Fields<'_, '_, '_>) -> Option<Located<Embargo>> {
    let help = "write day, time and offset from UTC, without quotes: `embargo = 2018-05-25T12:00:00+02:00`";
    let given = fields.datetime("embargo", help)?;
    let problem = match (given.value.date, given.value.time, given.value.offset) {
        (Some(_), Some(_), Some(_)) => "`embargo` is not a moment that exists",
        (Some(_), Some(_), None) => "`embargo` does not say its offset from UTC, so the moment is not known",
        _ => "`embargo` is not a date and time",
    };
    let value = moment(&given.value);
    if value.is_none() {
        fields
            .problems
            .error(CODE, given.span.clone(), problem.to_owned(), help);
    }
    value.map(|value| Located {
        value,
        span: given.span,
    })
}

/// The moment of a TOML offset date-time.
fn moment(written: &Datetime) -> Option<Embargo> {
    let time = written.time?;
    let part = |n: u8| i8::try_from(n).ok();
    let clock = Time::new(
        part(time.hour)?,
        part(time.minute)?,
        part(time.second.unwrap_or(0).min(59))?,
        i32::try_from(time.nanosecond.unwrap_or(0)).ok()?,
    );
    let local = civil_date(written)?.to_datetime(clock.ok()?);
    let offset_minutes = match written.offset? {
        Offset::Z => 0,
        Offset::Custom { minutes } => minutes,
    };
    let offset = jiff::tz::Offset::from_seconds(i32::from(offset_minutes) * 60).ok()?;
    Some(Embargo {
        instant: offset.to_timestamp(local).ok()?,
        local,
        offset_minutes,
    })
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

/// A string of a certain form; one that does not have it is left out, so that it is not printed.
fn checked(
    fields: &mut Fields<'_, '_, '_>,
    name: &str,
    is_good: fn(&str) -> bool,
    what: &str,
    example: &str,
) -> Option<String> {
    let given = plain(fields, name)?;
    if is_good(&given.value) {
        return Some(given.value);
    }
    let message = format!("`{}` is not {what}", given.value.escape_debug());
    fields.problems.error(
        CODE,
        given.span,
        message,
        &format!("write it like `{name} = \"{example}\"`"),
    );
    None
}

fn require(fields: &mut Fields<'_, '_, '_>, names: &[&str], what: &str) {
    for name in names {
        if !fields.has(name) {
            fields.missing(&format!("{what} has no {name}"), &format!("write `{name} = …` in it"));
        }
    }
}

fn is_email(text: &str) -> bool {
    let plain = |c: char| !c.is_whitespace() && !c.is_control() && !matches!(c, '<' | '>' | '"' | ',' | ':' | '@');
    text.split_once('@').is_some_and(|(local, domain)| {
        !local.is_empty() && domain.contains('.') && format!("{local}{domain}").chars().all(plain)
    })
}

fn is_phone(text: &str) -> bool {
    let allowed = |c: char| {
        c.is_ascii_digit() || matches!(c, ' ' | '\u{A0}' | '\u{202F}' | '+' | '-' | '(' | ')' | '.' | '/' | '‑')
    };
    let (number, extension) = text.split_once("ext").unwrap_or((text, ""));
    number.chars().all(allowed) && extension.chars().all(allowed) && number.chars().any(|c| c.is_ascii_digit())
}

fn is_web_address(text: &str) -> bool {
    let has_scheme = ["https://", "http://"].iter().any(|scheme| {
        text.get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    });
    has_scheme && !text.contains(char::is_whitespace) && structure::allowed_url(text)
}

/// The text on one line: line ends become spaces unless a backslash makes them stay, white space round lines goes.
fn one_line(text: &str) -> String {
    let mut out = String::new();
    for line in text.trim().lines().filter(|line| !line.trim().is_empty()) {
        let backslashes = out.len() - out.trim_end_matches('\\').len();
        if !out.is_empty() {
            out.push(if backslashes % 2 == 1 { '\n' } else { ' ' });
        }
        out.push_str(line.trim());
    }
    out
}

/// Where the parts of a file with front matter lie.
struct Parts {
    /// From the first `+++` to the line after the second.
    whole: Range<usize>,
    /// Between them.
    toml: Range<usize>,
}

/// That there is no front matter.
struct Missing {
    message: &'static str,
    help: &'static str,
    at: Range<usize>,
    /// Where the body begins all the same.
    body: usize,
}

fn split(text: &str) -> Result<Parts, Missing> {
    let start = if text.starts_with('\u{FEFF}') {
        '\u{FEFF}'.len_utf8()
    } else {
        0
    };
    let mut at = start;
    let mut opened = None;
    for line in text[start..].split_inclusive('\n') {
        let is_fence = line.trim_end() == "+++";
        match opened {
            None if is_fence => opened = Some(at + line.len()),
            None => return Err(no_front_matter(text, start)),
            Some(toml) if is_fence => {
                return Ok(Parts {
                    whole: start..at + line.len(),
                    toml: toml..at,
                });
            }
            Some(_) => {}
        }
        at += line.len();
    }
    Err(match opened {
        None => no_front_matter(text, start),
        Some(toml) => Missing {
            message: "the front matter is not closed",
            help: "write a line `+++` after its last field",
            at: start..start + 3,
            body: text[toml..].find("\n\n").map_or(text.len(), |blank| toml + blank + 2),
        },
    })
}

fn no_front_matter(text: &str, start: usize) -> Missing {
    let first = text[start..].lines().next().unwrap_or_default();
    Missing {
        message: "the release has no front matter",
        help: if first.trim_end() == "---" {
            "front matter is TOML between `+++` lines, not YAML between `---` lines: write `+++`, `title = \"…\"`, `date = 2018-05-25`, `+++`"
        } else {
            "begin the file with a line `+++`, then `title = \"…\"`, `date = 2018-05-25` and another line `+++`"
        },
        at: start..start + first.len(),
        body: start,
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::{Diagnostic, Source};
    use crate::names::Slug;
    use crate::release::front::{MissingPolicy, StalePolicy};
    use crate::release::{Kind, Release, parse};

    fn read(text: &str) -> (Release, Vec<Diagnostic>) {
        parse(Source::new("releases/x.md", text), Slug::new("x").unwrap())
    }

    /// `line:column message` of each diagnostic.
    fn complaints(text: &str) -> Vec<String> {
        read(text).1.iter().map(complaint).collect()
    }

    fn complaint(diagnostic: &Diagnostic) -> String {
        assert_eq!(diagnostic.code, "front-matter");
        assert!(diagnostic.help.as_ref().is_some_and(|help| !help.is_empty()));
        let place = diagnostic.place.as_ref().unwrap();
        format!("{}:{} {}", place.line, place.column, diagnostic.message)
    }

    const WHOLE: &str = r#"+++
title = "EU and UN *deepen* ties"
summary = """
One sentence
over two lines."""
date = 2018-05-25
place = "Brussels"
issuer = "Office"
symbol = "PA/26"
embargo = 2018-05-25T12:00:00+02:00
locales = ["fr", "ar", "zh-Hant"]
required = ["ar"]
simultaneous = true
missing = "fallback"
stale = "publish"
end-mark = false
check-against-delivery = true

[[contacts]]
role = "Spokesperson"
name = "A. Person"
email = "a@un.org"
phone = "+32 2 584 11 11"
url = "https://un.org/press"

[[contacts]]
email = "b@un.org"

[[corrections]]
date = 2018-05-26
note = "The date was wrong."
locales = ["fr"]

[withdrawn]
date = 2018-06-01
note = "Superseded."
+++
"#;

    #[test]
    fn every_field_is_read() {
        let (release, diagnostics) = read(WHOLE);
        assert_eq!(diagnostics, []);
        let front = &release.front;
        let text = |index: Option<usize>| release.document.segments[index.unwrap()].text.as_str();
        assert_eq!(text(front.title), "EU and UN *deepen* ties");
        assert_eq!(text(front.summary), "One sentence over two lines.");
        assert_eq!(text(front.contacts[0].role), "Spokesperson");
        assert_eq!(text(Some(front.corrections[0].note)), "The date was wrong.");
        assert_eq!(text(front.withdrawn.as_ref().unwrap().note), "Superseded.");
        assert_eq!(front.contacts[1].email.as_deref(), Some("b@un.org"));
        assert_eq!(front.date.unwrap().to_string(), "2018-05-25");
        let embargo = front.embargo.as_ref().unwrap().value;
        assert_eq!(embargo.instant.to_string(), "2018-05-25T10:00:00Z");
        assert_eq!(
            (embargo.local.to_string().as_str(), embargo.offset_minutes),
            ("2018-05-25T12:00:00", 120)
        );
        assert_eq!(
            (front.missing, front.stale),
            (Some(MissingPolicy::Fallback), Some(StalePolicy::Publish))
        );
        assert!(front.dateline && !front.end_mark && front.simultaneous && front.check_against_delivery);
        assert_eq!(front.span, 0..WHOLE.len());
        let kinds: Vec<&Kind> = release.document.segments.iter().map(|segment| &segment.kind).collect();
        let names = [
            "title",
            "summary",
            "place",
            "issuer",
            "contact-role",
            "contact-name",
            "correction",
            "withdrawn",
        ];
        assert_eq!(
            kinds,
            names
                .map(|name| Kind::Field(name.to_owned()))
                .iter()
                .collect::<Vec<_>>()
        );
        for segment in &release.document.segments {
            assert!(WHOLE[segment.span.clone()].starts_with('"'), "{segment:?}");
        }
    }

    #[test]
    fn every_mistake_is_named_with_its_place_and_does_not_hide_the_next() {
        let text = "+++\ntitel = \"x\"\ndate = \"2018-05-25\"\nplace = 7\nembargo = 2018-05-25T12:00:00\nlocales = [\"FR\", \"ar\", \"ar\", 1]\nrequired = [\"fr\"]\nstale = \"keep\"\n[[contacts]]\nemail = \"a b@c\"\nphone = \"x\"\nurl = \"javascript:x\"\n[[corrections]]\ndate = 2018-05-25\n+++\n";
        let expected = [
            "1:1 the release has no title",
            "2:1 unknown field `titel`",
            "3:8 `date` must be a date, not a string",
            "4:9 `place` must be a string, not a number",
            "5:11 `embargo` does not say its offset from UTC, so the moment is not known",
            "6:12 `FR` is spelled `fr` in canonical form",
            "6:24 `ar` is listed twice in `locales`",
            "6:30 `locales` holds a number",
            "7:13 `fr` is required, but not among the `locales`",
            "8:9 `keep` is not a value of `stale`",
            "9:1 the contact is empty",
            "10:9 `a b@c` is not an e-mail address",
            "11:9 `x` is not a telephone number",
            "12:7 `javascript:x` is not a web address",
            "13:1 the correction has no note",
        ];
        assert_eq!(complaints(text), expected);
        let (_, diagnostics) = read(text);
        let help = diagnostics[1].help.as_deref();
        assert_eq!(help, Some("did you mean `title`?"));
    }

    #[test]
    fn front_matter_that_is_not_there_is_an_error() {
        let cases = [
            ("", "1:1 the release has no front matter"),
            ("# Title\n", "1:1 the release has no front matter"),
            ("---\ntitle: x\n---\n", "1:1 the release has no front matter"),
            ("+++\ntitle = \"x\"\n\nText.\n", "1:1 the front matter is not closed"),
            ("+++\n+++", "1:1 the release has no date"),
            ("+++\ntitle = \" \"\ndate = 2018-05-25\n+++\n", "2:9 `title` is empty"),
            ("+++\ntitle = x\ndate = 2018-05-25\n+++\n", "2:9 "),
            (
                "+++\ntitle = \"a\\n\\nb\"\ndate = 2018-02-20\n+++\n",
                "2:9 `title`: a blank line",
            ),
            ("+++\ntitle = \"a\"\ndate = 2018-02-30\n+++\n", "3:8 invalid date"),
        ];
        for (text, expected) in cases {
            let found = complaints(text);
            assert!(
                found.iter().any(|message| message.starts_with(expected)),
                "{text:?}: {found:?}"
            );
        }
    }

    #[test]
    fn bom_crlf_and_spaces_after_the_fences_do_no_harm() {
        let (release, diagnostics) =
            read("\u{FEFF}+++ \r\ntitle = \"x\"\r\ndate = 2018-05-25\r\n+++\t\r\n\r\nText.\r\n");
        assert_eq!(diagnostics, []);
        assert_eq!(release.front.span.start, 3);
        assert_eq!(&release.source.text()[release.front.span.end..], "\r\nText.\r\n");
    }

    #[test]
    fn oversized_front_matter_is_refused() {
        let text = format!("+++\ntitle = \"{}\"\n+++\n", "x".repeat(70_000));
        assert!(complaints(&text)[0].contains("65536 is the limit"));
        let text = "x".repeat(super::super::SIZE_LIMIT + 1);
        assert!(complaints(&text)[0].contains("1048576 is the limit"));
    }
}

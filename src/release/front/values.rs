//! Values of front-matter fields that must have a certain form.

use crate::release::front::fields::{CODE, Fields, civil_date};
use crate::release::front::{Embargo, plain};
use crate::release::{Located, structure};
use jiff::civil::Time;
use toml::value::{Datetime, Offset};

/// The embargo, which must say its offset from UTC.
pub(crate) fn embargo(fields: &mut Fields<'_, '_, '_>) -> Option<Located<Embargo>> {
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

/// A string of a certain form; one that does not have it is left out, so that it is not printed.
pub(crate) fn checked(
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

/// Whether it has the form of an e-mail address.
pub(crate) fn is_email(text: &str) -> bool {
    let plain = |c: char| !c.is_whitespace() && !c.is_control() && !matches!(c, '<' | '>' | '"' | ',' | ':' | '@');
    text.split_once('@').is_some_and(|(local, domain)| {
        !local.is_empty() && domain.contains('.') && format!("{local}{domain}").chars().all(plain)
    })
}

/// Whether it has the form of a telephone number.
pub(crate) fn is_phone(text: &str) -> bool {
    let allowed = |c: char| {
        c.is_ascii_digit() || matches!(c, ' ' | '\u{A0}' | '\u{202F}' | '+' | '-' | '(' | ')' | '.' | '/' | '‑')
    };
    let (number, extension) = text.split_once("ext").unwrap_or((text, ""));
    number.chars().all(allowed) && extension.chars().all(allowed) && number.chars().any(|c| c.is_ascii_digit())
}

/// Whether it is a full web address.
pub(crate) fn is_web_address(text: &str) -> bool {
    let has_scheme = ["https://", "http://"].iter().any(|scheme| {
        text.get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    });
    has_scheme && !text.contains(char::is_whitespace) && structure::allowed_url(text)
}

/// The text on one line: line ends become spaces unless a backslash makes them stay, white space round lines goes.
pub(crate) fn one_line(text: &str) -> String {
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

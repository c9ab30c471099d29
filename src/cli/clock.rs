//! What time it is: said by `--now`, by `SOURCE_DATE_EPOCH`, or by the system, in this order.

use jiff::Timestamp;
use pressroom::diagnostic::Diagnostic;
use std::time::SystemTime;

/// The present time.
///
/// # Errors
/// A diagnostic (code `usage`) if `SOURCE_DATE_EPOCH` (reproducible-builds.org, "SOURCE_DATE_EPOCH") is no number of seconds.
pub(crate) fn now(said: Option<Timestamp>) -> Result<Timestamp, Diagnostic> {
    if let Some(time) = said {
        return Ok(time);
    }
    match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(text) => text
            .parse()
            .ok()
            .and_then(|seconds| Timestamp::from_second(seconds).ok())
            .ok_or_else(|| {
                Diagnostic::error(
                    "usage",
                    format!(
                        "`SOURCE_DATE_EPOCH` is `{}`, not a number of seconds",
                        text.escape_debug()
                    ),
                )
                .with_help("set it to the seconds since 1970-01-01T00:00:00Z, or unset it")
            }),
        Err(_) => Timestamp::try_from(SystemTime::now()).map_err(|error| {
            Diagnostic::error("io", format!("the system's clock cannot be read: {error}"))
                .with_help("set the clock, or use `--now`")
        }),
    }
}

/// Reads the value of `--now`.
///
/// # Errors
/// One clause that says what it should look like.
pub(crate) fn parse(text: &str) -> Result<Timestamp, String> {
    text.parse()
        .map_err(|_| "not a time with an offset, like 2018-05-25T12:00:00+02:00 or 2018-05-25T10:00:00Z".to_owned())
}

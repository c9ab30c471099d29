//! `pressroom new`: a release begins.

use super::{Context, Outcome, clock};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use pressroom::diagnostic::Diagnostic;
use pressroom::names::Slug;
use pressroom::newsroom::write::Change;
use std::fmt::Write as _;
use unicode_normalization::UnicodeNormalization;

/// What `pressroom new` is told.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The title of the release, in the source language
    title: String,
    /// Where the release is kept below `releases`, without `.md` [default: the year and the words of the title]
    #[arg(long)]
    slug: Option<String>,
    /// The day of the release [default: today, in UTC]
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<jiff::civil::Date>,
    /// The place it is dated from
    #[arg(long)]
    place: Option<String>,
    /// The office that issues it
    #[arg(long)]
    issuer: Option<String>,
    /// Take this as the present time
    #[arg(long, value_name = "TIME", value_parser = clock::parse)]
    now: Option<Timestamp>,
}

/// The longest name made from a title, in characters.
const LONGEST_NAME: usize = 60;

/// Writes `releases/<slug>.md` unless there is one.
pub(crate) fn run(arguments: Arguments, context: &mut Context) -> Result<Outcome, Diagnostic> {
    let newsroom = context.newsroom_to_write()?;
    let date = match arguments.date {
        Some(date) => date,
        None => TimeZone::UTC.to_datetime(clock::now(arguments.now)?).date(),
    };
    if arguments.title.trim().is_empty() {
        return Err(Diagnostic::error("usage", "the title is empty")
            .with_help("give the release a title: `pressroom new \"Title\"`"));
    }
    let name = arguments
        .slug
        .clone()
        .unwrap_or_else(|| format!("{}/{}", date.year(), name_of(&arguments.title)));
    let slug = Slug::new(&name).map_err(|why| {
        Diagnostic::error("usage", format!("`{name}` cannot name a release: {why}"))
            .with_help("choose the name with `--slug`, e.g. `--slug 2018/eu-un-dialogue`")
    })?;
    let path = format!("releases/{slug}.md");
    if newsroom.read(&path)?.is_some() {
        return Err(Diagnostic::error("usage", format!("`{path}` exists already"))
            .with_help("choose another name with `--slug`"));
    }
    let text = skeleton(&arguments, date);
    newsroom.write(&[Change {
        path: path.clone(),
        read: None,
        write: Some(text.into_bytes()),
    }])?;
    context.console.line(&path);
    context
        .console
        .say("Write the release below its front matter, then run `pressroom update` to hand it to the translators.");
    Ok(Outcome::Done)
}

/// The words of a title as a file name: ASCII letters and digits with hyphens between them.
fn name_of(title: &str) -> String {
    let plain: String = title
        .nfkd()
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c))
        .collect();
    let words = plain
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty());
    let mut name = String::new();
    for word in words {
        if !name.is_empty() && name.len() + 1 + word.len() > LONGEST_NAME {
            break;
        }
        if !name.is_empty() {
            name.push('-');
        }
        name.push_str(&word.to_ascii_lowercase());
    }
    name.truncate(LONGEST_NAME);
    if name.is_empty() { "release".to_owned() } else { name }
}

fn skeleton(arguments: &Arguments, date: jiff::civil::Date) -> String {
    let quoted = |text: &str| toml::Value::String(text.trim().to_owned()).to_string();
    let mut text = format!(
        "+++\ntitle = {}\n# summary = \"\"\ndate = {date}\n",
        quoted(&arguments.title)
    );
    let optional = [("place", &arguments.place), ("issuer", &arguments.issuer)];
    for (field, value) in optional {
        // A line that the editor may want stands there, ready to be filled in.
        let _ = match value {
            Some(value) => writeln!(text, "{field} = {}", quoted(value)),
            None => writeln!(text, "# {field} = \"\""),
        };
    }
    text.push_str("# symbol = \"\"\n# embargo = ");
    let _ = writeln!(text, "{date}T12:00:00Z");
    text.push_str("\n# [[contacts]]\n# role = \"Press office\"\n# email = \"press@example.org\"\n+++\n\n");
    text
}

#[cfg(test)]
mod tests {
    use super::name_of;

    #[test]
    fn a_title_becomes_a_name_that_every_system_can_keep() {
        assert_eq!(
            name_of("EU & UN: “First” Dialogue – in Genève"),
            "eu-un-first-dialogue-in-geneve"
        );
        assert_eq!(name_of("联合国"), "release");
        assert!(name_of(&"long words ".repeat(30)).len() <= 60);
    }
}

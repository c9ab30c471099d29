//! Where the front matter of a file begins and ends.

use std::ops::Range;

/// Where the parts of a file with front matter lie.
pub(crate) struct Parts {
    /// From the first `+++` to the line after the second.
    pub(crate) whole: Range<usize>,
    /// Between them.
    pub(crate) toml: Range<usize>,
}

/// That there is no front matter.
pub(crate) struct Missing {
    /// What is wrong.
    pub(crate) message: &'static str,
    /// What to do about it.
    pub(crate) help: &'static str,
    /// Where to say so.
    pub(crate) at: Range<usize>,
    /// Where the body begins all the same.
    pub(crate) body: usize,
}

/// Finds the `+++` lines.
pub(crate) fn split(text: &str) -> Result<Parts, Missing> {
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

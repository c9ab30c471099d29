//! What an editor tells the program and the translators in HTML comments.

/// What a comment says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Comment {
    /// `note: …`: something that translators should know about the next segment.
    Note(String),
    /// `translate: no`: the next block is not translated.
    No,
    /// `translate: off`: nothing is translated from here on …
    Off,
    /// `translate: on`: … up to here.
    On,
    /// Meant for the program, but not understood: what is close to it.
    Misspelt(&'static str),
    /// Of no concern to the program.
    Other,
}

/// What stands between `<!--` and `-->`, if `html` is one comment and nothing else.
pub(crate) fn content(html: &str) -> Option<&str> {
    let (comment, rest) = first(html)?;
    rest.trim().is_empty().then_some(comment)
}

/// The content of the comment with which `html` begins, and what follows it.
pub(crate) fn first(html: &str) -> Option<(&str, &str)> {
    html.trim_start().strip_prefix("<!--")?.split_once("-->")
}

/// Understands the content of a comment.
pub(crate) fn understand(content: &str) -> Comment {
    let content = content.trim();
    let Some((key, value)) = content.split_once(':') else {
        return Comment::Other;
    };
    let (key, value) = (key.trim().to_ascii_lowercase(), value.trim());
    match (key.as_str(), value.to_ascii_lowercase().as_str()) {
        ("note", "") => Comment::Misspelt("note: …"),
        ("note", _) => Comment::Note(value.split_whitespace().collect::<Vec<_>>().join(" ")),
        ("translate", "no") => Comment::No,
        ("translate", "off") => Comment::Off,
        ("translate", "on") => Comment::On,
        ("translate", _) => Comment::Misspelt("translate: no` (the next block), `translate: off` or `translate: on"),
        (key, _) => match similar::get_close_matches(key, &["note", "translate"], 1, 0.8).first() {
            Some(&"note") => Comment::Misspelt("note: …"),
            Some(_) => Comment::Misspelt("translate: no"),
            None => Comment::Other,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::{Comment, content, understand};

    #[test]
    fn comments_are_understood() {
        let cases = [
            (
                "<!-- note: the  name\nof a ship -->",
                Comment::Note("the name of a ship".to_owned()),
            ),
            ("<!--translate:no-->", Comment::No),
            ("<!-- Translate: OFF -->", Comment::Off),
            ("<!-- translate: on -->\n", Comment::On),
            ("<!-- translat: no -->", Comment::Misspelt("translate: no")),
            ("<!-- notes: x -->", Comment::Misspelt("note: …")),
            ("<!-- TODO: ask -->", Comment::Other),
            ("<!-- more -->", Comment::Other),
        ];
        for (html, expected) in cases {
            assert_eq!(understand(content(html).unwrap()), expected, "{html}");
        }
        for html in ["<!-- a", "<!-- a --> b", "<b>", "<!-- a --><!-- b -->"] {
            assert_eq!(content(html), None, "{html}");
        }
    }
}

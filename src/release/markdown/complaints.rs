//! What a release cannot say in Markdown, and what its author probably did not mean.

use crate::release::inline::Inline;
use crate::release::markdown::run::{Finished, Run};
use crate::release::markdown::{MARKUP, Walk};
use crate::release::problems::Problems;
use crate::release::structure::allowed_url;
use pulldown_cmark::LinkType;
use std::ops::Range;

impl Walk<'_, '_, '_> {
    pub(crate) fn check_heading(&mut self, id: Option<&str>, has_more: bool, at: &Range<usize>) {
        let at = at.start + self.base..at.end + self.base;
        if has_more {
            let message = "a heading can be given an id and nothing else".to_owned();
            self.problems
                .warning(MARKUP, at.clone(), message, "write `{#id}` alone in the braces");
        }
        let Some(id) = id else { return };
        if !self.anchors.insert(id.to_owned()) {
            let message = format!("the id `{}` is given to two headings", id.escape_debug());
            self.problems.error(MARKUP, at, message, "give one of them another id");
        }
    }

    pub(crate) fn complain_of_text(&mut self, finished: &Finished) {
        if !finished.is_faithful {
            let at = finished.span.start + self.base..finished.span.end + self.base;
            let message = "the text means something else outside its document".to_owned();
            let help = "write its markup more simply; put spaces round comments and outside emphasis";
            self.problems.error(MARKUP, at, message, help);
        }
        for reference in &finished.undefined {
            let is_in_text =
                |inline: &Inline| matches!(inline, Inline::Text(text) if text.contains(reference.as_str()));
            let bytes = self.body.get(finished.span.clone()).unwrap_or_default();
            // In code it is an example.
            if let Some(at) = bytes
                .find(reference.as_str())
                .filter(|_| finished.inlines.iter().any(is_in_text))
            {
                let at = self.base + finished.span.start + at;
                let label = reference.trim_matches(['[', ']']).escape_debug();
                let help = format!("write the footnote, `[{label}]: …`, or `\\[{label}]` if it is none");
                let message = format!("the footnote `{label}` is not defined");
                self.problems.warning(MARKUP, at..at + reference.len(), message, &help);
            }
        }
    }

    pub(crate) fn complain_of_run(&mut self, run: &Run) {
        for at in &run.html {
            let at = at.start + self.base..at.end + self.base;
            self.problems
                .error(MARKUP, at, "raw HTML is not published".to_owned(), RAW_HTML_HELP);
        }
        for (at, url) in &run.targets {
            if !allowed_url(url) {
                let at = at.start + self.base..at.end + self.base;
                let message = format!("links to `{}`, which is not allowed", url.escape_debug());
                let help = "link to an http, https, mailto or tel address, or to a place on the site";
                self.problems.error("link", at, message, help);
            }
        }
    }
}

/// What to write instead of raw HTML.
pub(crate) const RAW_HTML_HELP: &str = "write it in Markdown (`*emphasis*`, `**strong**`, `[text](url)`, `\\` at a line end for a line break), or write `\\<` for the sign itself";

/// References that look as if a definition had been forgotten. `[sic]` alone is everyday text.
pub(crate) fn complain_of_undefined(
    undefined: Vec<(Range<usize>, LinkType, String)>,
    base: usize,
    problems: &mut Problems<'_>,
) {
    for (at, link_type, label) in undefined {
        let at = at.start + base..at.end + base;
        let label = label.escape_debug();
        if matches!(link_type, LinkType::Reference | LinkType::Collapsed) {
            let help = format!("write its target, `[{label}]: https://…`");
            problems.warning(
                MARKUP,
                at,
                format!("the link reference `{label}` is not defined"),
                &help,
            );
        }
    }
}

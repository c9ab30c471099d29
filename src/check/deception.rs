//! Links that show one address and go to another, which the rule `link` tells.

use crate::check::Spotted;
use crate::facts::address::canonical_url;
use crate::release::inline::{Inline, Span};

/// The links of `translation` whose text is an address that is not where they go, unless the English has the same.
pub fn check(english: &[Inline], translation: &[Inline], text: &str) -> Vec<Spotted> {
    let known = shown(english);
    let is_new = |label: &str| known.iter().all(|(known, _)| known != label);
    let false_ones = shown(translation)
        .into_iter()
        .filter(|pair| !known.contains(pair) && (deceives(pair) || is_new(&pair.0) && names_another_page(pair)));
    let spots = false_ones.map(|(label, target)| {
        let start = text.find(&label);
        Spotted {
            span: start.map_or(0..0, |start| start..start + label.len()),
            message: format!("shows `{label}` but goes to `{target}`"),
            help: "let the text of the link name the place it goes to".to_owned(),
            english: None,
            fix: None,
        }
    });
    spots.collect()
}

/// The text and target of every link.
fn shown(inlines: &[Inline]) -> Vec<(String, String)> {
    let mut open: Vec<(String, String)> = Vec::new();
    let mut links = Vec::new();
    for inline in inlines {
        match inline {
            Inline::Open(Span::Link(target)) => open.push((String::new(), target.url.clone())),
            Inline::Close(Span::Link(_)) => links.extend(open.pop()),
            Inline::Text(text) | Inline::Code(text) => open.iter_mut().for_each(|(label, _)| label.push_str(text)),
            _ => {}
        }
    }
    links
}

/// Whether a text that is an address with a path names another page than the target; it may stop short of it at a `/`, `?` or `#`.
fn names_another_page((label, target): &(String, String)) -> bool {
    let label = label.trim();
    let (host, path) = without_scheme(label).split_once('/').unwrap_or((label, ""));
    if path.is_empty() || label.contains(char::is_whitespace) || !crate::facts::looks_like_host(host) {
        return false;
    }
    let (shown, goes) = (canonical_url(label), canonical_url(target));
    let rest = goes.strip_prefix(shown.trim_end_matches('/'));
    !rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#']))
}

fn without_scheme(label: &str) -> &str {
    label.split_once("://").map_or(label, |(_, rest)| rest)
}

/// Whether a text that looks like an address names another host or mailbox than the target.
fn deceives((label, target): &(String, String)) -> bool {
    let label = label.trim();
    let (shown, goes) = (
        label.strip_prefix("mailto:").unwrap_or(label),
        target.strip_prefix("mailto:"),
    );
    if shown.contains(char::is_whitespace) || !shown.contains('.') {
        return false;
    }
    if shown.contains('@') && !shown.contains('/') {
        return goes.is_some_and(|goes| !goes.split('?').next().unwrap_or("").eq_ignore_ascii_case(shown));
    }
    let looks = shown.contains("://") || shown.starts_with("www.") || crate::facts::looks_like_host(shown);
    let host = |url: &str| {
        canonical_url(url)
            .split(['/', '?', '#'])
            .next()
            .unwrap_or("")
            .to_owned()
    };
    looks && host(shown) != host(target)
}

#[cfg(test)]
mod tests {
    use super::{check, deceives};
    use crate::release::inline;

    #[test]
    fn a_text_that_names_a_place_must_name_the_one_it_leads_to() {
        for (label, target, is_false) in [
            ("https://a.example/x", "https://a.example/y?z#n", false),
            ("https://a.example", "http://www.a.example:443", true),
            ("https://a.example?b", "https://A.EXAMPLE#c", false),
            ("https://a.example", "https://b.example/https://a.example", true),
            ("https://a.example/", "/a", true),
            ("www.a.example", "https://a.example/fr", false),
            ("www.a.example", "https://b.example", true),
            ("a.example", "https://b.example/a.example", true),
            ("http://10.0.0.1", "https://b.example", true),
            ("ftp://a.example/x", "https://b.example", true),
            ("http://10.0.0.1", "http://10.0.0.1/x", false),
            ("www.1.x", "https://b.example", true),
            (" a.example ", "https://a.example", false),
            ("the site a.example", "https://b.example", false),
            ("1.5", "https://b.example", false),
            ("localhost", "https://b.example", false),
            ("desk@a.example", "mailto:DESK@a.example?subject=x", false),
            ("desk@a.example", "mailto:other@a.example?cc=desk@a.example", true),
            ("mailto:desk@a.example", "mailto:desk@a.example", false),
            ("mailto:desk@a.example", "mailto:desk@b.example", true),
            ("https://desk@a.example/", "https://b.example/", true),
        ] {
            let pair = (label.to_owned(), target.to_owned());
            assert_eq!(deceives(&pair), is_false, "{label} → {target}");
        }
    }

    #[test]
    fn a_false_link_is_shown_where_it_stands() {
        let text = "Voir [www.*a*.example `x`](/x), [`a.example`](https://b.example) et www.c.example.";
        let english = inline::parse("See www.c.example.").unwrap();
        let found = check(&english, &inline::parse(text).unwrap(), text);
        let shown: Vec<(&str, &str)> = found
            .iter()
            .map(|spotted| (&text[spotted.span.clone()], spotted.message.as_str()))
            .collect();
        assert_eq!(
            shown,
            [("a.example", "shows `a.example` but goes to `https://b.example`")]
        );
        // Where markup parts the address it is told without a place.
        let text = "[a.ex*ample*](https://b.example)";
        let found = check(&english, &inline::parse(text).unwrap(), text);
        assert_eq!((found.len(), found[0].span.clone()), (1, 0..0));
    }
}

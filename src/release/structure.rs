//! What a translation may not change: where links go, what is code, which footnotes are called.

/// The schemes that a link may have; a link without a scheme stays on the site.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// Whether a link may go there: `http`, `https`, `mailto`, `tel`, a place on the same site or page.
///
/// `url` is what Markdown makes of the destination (entities resolved, [`crate::release::inline::Target::url`]). Everything a browser
/// would read as another scheme or another host is refused: control characters and outer white space, which it drops; backslashes,
/// which it takes for slashes; `//host` (WHATWG URL, §4.4).
pub fn allowed_url(url: &str) -> bool {
    let is_hidden = |c: char| {
        c.is_control()
            || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
    };
    if url.contains(|c| is_hidden(c) || c == '\\') || url.trim() != url {
        return false;
    }
    let head = url.find([':', '/', '?', '#']).map_or(url, |end| &url[..end]);
    let rest = &url[head.len()..];
    match rest.strip_prefix(':') {
        Some(after) => {
            let known = SCHEMES.iter().find(|scheme| scheme.eq_ignore_ascii_case(head));
            known.is_some_and(|scheme| {
                if scheme.starts_with("http") {
                    has_host(after)
                } else {
                    !after.is_empty()
                }
            })
        }
        // `&colon;` and `&#58;` must not become a colon in a sink that resolves entities once too often.
        None => !rest.starts_with("//") && !(head.contains('&') && url.contains(';')),
    }
}

fn has_host(after_colon: &str) -> bool {
    after_colon
        .strip_prefix("//")
        .is_some_and(|host| !host.is_empty() && !host.starts_with(['/', '?', '#', ':', '@']))
}

#[cfg(test)]
mod tests {
    use super::allowed_url;

    #[test]
    fn only_harmless_destinations_are_allowed() {
        for good in [
            "https://un.org",
            "HTTP://un.org/a?b=c&d;#e",
            "mailto:a@b.org",
            "tel:+3225841111",
            "a.html",
            "/a",
            "../a",
            "#x",
            "?q",
            "",
            "./a:b",
            "a b",
            "https://un.org/a:b",
            "https://президент.рф/",
        ] {
            assert!(allowed_url(good), "{good:?} was refused");
        }
        for bad in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " javascript:x",
            "java\tscript:x",
            "\u{1}javascript:x",
            "java\nscript:x",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "//evil.example",
            "/\\evil",
            "\\\\evil",
            "https:\\\\evil",
            "https:evil.example",
            "https:///evil",
            "https://",
            "http://@evil",
            "mailto:",
            "tel:",
            ":x",
            "javascript&colon;x",
            "j&#97;vascript:x",
            "x:",
            "view-source:https://un.org",
            "https://un.org/\u{202E}gro",
            "\u{FEFF}javascript:x",
            "blob:x",
            "1:x",
            "https://un.org ",
            "java\u{200B}script:x",
        ] {
            assert!(!allowed_url(bad), "{bad:?} was allowed");
        }
    }
}

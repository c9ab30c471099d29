//! What keeps a text from being anything but text: escaping for HTML and XML, and the addresses that a page may link to.

use std::borrow::Cow;
use std::fmt::Write;

/// The schemes that a link may have; what has none is an address on the same site.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// The text without what no document may hold: control characters (but tab and line feed) and noncharacters become U+FFFD
/// (HTML Standard, "preprocessing the input stream"; XML 1.0, production `Char`), line ends become line feeds.
pub(crate) fn clean(text: &str) -> String {
    cleaned(text).into_owned()
}

/// The same, without a copy of what is clean already.
fn cleaned(text: &str) -> Cow<'_, str> {
    if text.bytes().fold(true, |clean, byte| clean & is_surely_allowed(byte)) || text.chars().all(is_allowed) {
        return Cow::Borrowed(text);
    }
    let unified = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept = |c| if is_allowed(c) { c } else { char::REPLACEMENT_CHARACTER };
    Cow::Owned(unified.chars().map(kept).collect())
}

/// The text as the content of an HTML or XML element.
pub(crate) fn text(text: &str) -> String {
    escape(text, false)
}

/// The text as an attribute value between double quotes.
pub(crate) fn attribute(text: &str) -> String {
    escape(text, true)
}

/// JSON that can stand in a `script` element: no `<` in it can begin a tag or a comment (HTML Standard, "restrictions for
/// contents of script elements"), and the two line separators that JavaScript once did not allow are escaped as well.
pub(crate) fn json(json: &str) -> String {
    json.replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
}

/// The address if a page may link to it, with everything percent-encoded that has no place in an address (RFC 3986).
///
/// Allowed are `http`, `https`, `mailto` and `tel`, relative addresses and fragments; an address that names a host but no scheme
/// (`//host`) is not, because it reads like a path.
pub(crate) fn link(url: &str) -> Option<String> {
    // Browsers drop these before they look for a scheme (URL Standard, "basic URL parser"), so must we.
    let bare: String = url
        .trim_matches(|c: char| c <= ' ')
        .chars()
        .filter(|c| !matches!(c, '\t' | '\n' | '\r'))
        .collect();
    if bare.chars().any(|c| !is_allowed(c)) {
        return None;
    }
    let lowered = bare.replace('\\', "/");
    if lowered.starts_with("//") {
        return None;
    }
    let before_path = lowered.split(['/', '?', '#']).next().unwrap_or_default();
    if let Some((scheme, _)) = before_path.split_once(':') {
        let known = SCHEMES.iter().any(|allowed| scheme.eq_ignore_ascii_case(allowed));
        let named = matches!(scheme.to_ascii_lowercase().as_str(), "mailto" | "tel");
        if !known || !(named || bare[scheme.len()..].starts_with("://")) {
            return None;
        }
    }
    Some(percent_encode(&bare))
}

fn is_allowed(c: char) -> bool {
    // Nearly all letters there are lie between the C1 controls and the first noncharacter.
    if matches!(c, ' '..='~' | '\u{a0}'..='\u{fdcf}') {
        return true;
    }
    let code = u32::from(c);
    let control = (c < ' ' && c != '\t' && c != '\n') || (0x7f..=0x9f).contains(&code);
    let noncharacter = (0xfdd0..=0xfdef).contains(&code) || code & 0xfffe == 0xfffe;
    !control && !noncharacter
}

/// Whether a byte is a part of an allowed character, whatever stands beside it: printable ASCII, a tab, a line feed, a part of a
/// character between U+0100 and U+EFFF. (C1 controls begin with C2 in UTF-8, noncharacters with EF or F0 to F4.)
fn is_surely_allowed(byte: u8) -> bool {
    matches!(byte, b'\t' | b'\n' | b' '..=b'~' | 0x80..=0xc1 | 0xc3..=0xee)
}

fn escape(text: &str, quotes: bool) -> String {
    let text = cleaned(text);
    let is_special = |byte: u8| matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\n');
    if !text.bytes().fold(false, |found, byte| found | is_special(byte)) {
        return text.into_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    // What is escaped is ASCII, so that a byte of it is never a part of another character.
    for (at, byte) in text.bytes().enumerate() {
        let escaped = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' if quotes => "&quot;",
            b'\n' if quotes => "&#10;",
            _ => continue,
        };
        out.push_str(&text[done..at]);
        out.push_str(escaped);
        done = at + 1;
    }
    out.push_str(&text[done..]);
    out
}

/// Keeps what RFC 3986 allows in an address, and encodes the rest; `%` stays, unless no two hexadecimal digits follow.
fn percent_encode(url: &str) -> String {
    let bytes = url.as_bytes();
    let mut out = String::with_capacity(url.len());
    for (at, byte) in bytes.iter().enumerate() {
        let kept = match byte {
            b'%' => bytes
                .get(at + 1..at + 3)
                .is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit)),
            b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}' | b'[' | b']' | b' ' => false,
            other => other.is_ascii_graphic(),
        };
        if kept {
            out.push(char::from(*byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_harmless_addresses_are_links() {
        let harmless = [
            "https://www.un.org/a?b=c&d#e",
            "HTTP://EXAMPLE.ORG",
            "mailto:press@example.org",
            "tel:+1-212-555-0142",
            "../2018/other.html",
            "#p4",
            "a/b:c",
            "?q=javascript:x",
        ];
        for url in harmless {
            assert_eq!(link(url).as_deref(), Some(url));
        }
        let harmful = [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " javascript:alert(1)",
            "java\nscript:alert(1)",
            "java\tscript:alert(1)",
            "\u{1}javascript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "//evil.example/x",
            "\\\\evil.example",
            "/\\evil.example",
            "https:evil",
            "file:///etc/passwd",
            "blob:x",
            "java\0script:x",
            "javascript://%0aalert(1)",
            "ftp://example.org",
            "https:/example.org",
            "http:",
            ":x",
            "a\u{7f}b",
            "a\u{fffe}",
            "\u{9f}",
        ];
        for url in harmful {
            assert_eq!(link(url), None, "{url:?}");
        }
    }

    #[test]
    fn what_has_no_place_in_an_address_is_encoded() {
        assert_eq!(
            link("https://x.org/a b/é\"<>%zz%20").as_deref(),
            Some("https://x.org/a%20b/%C3%A9%22%3C%3E%25zz%20")
        );
        for (url, encoded) in [
            ("%", "%25"),
            ("a%2", "a%252"),
            ("a%2g", "a%252g"),
            ("a%g2", "a%25g2"),
            ("a%aF%", "a%aF%25"),
            (" \u{1f}a\u{1f} ", "a"),
            ("a\t/\r\nb", "a/b"),
            ("a\\^`{|}[]'()*!~", "a%5C%5E%60%7B%7C%7D%5B%5D'()*!~"),
            ("", ""),
        ] {
            assert_eq!(link(url).as_deref(), Some(encoded), "{url:?}");
        }
    }

    #[test]
    fn no_document_holds_a_control_character_or_a_noncharacter() {
        for allowed in [
            '\t',
            '\n',
            ' ',
            '~',
            '\u{a0}',
            '\u{d7ff}',
            '\u{e000}',
            '\u{fdcf}',
            '\u{fdf0}',
            '\u{feff}',
            '\u{fffd}',
            '\u{10000}',
            '\u{1fffd}',
            '\u{2f800}',
            '\u{10fffd}',
        ] {
            assert!(is_allowed(allowed), "{allowed:?}");
            assert_eq!(clean(&format!("a{allowed}b")), format!("a{allowed}b"));
        }
        for refused in [
            '\0',
            '\u{8}',
            '\u{b}',
            '\u{c}',
            '\u{1f}',
            '\u{7f}',
            '\u{80}',
            '\u{9f}',
            '\u{fdd0}',
            '\u{fdef}',
            '\u{fffe}',
            '\u{ffff}',
            '\u{1fffe}',
            '\u{8ffff}',
            '\u{10fffe}',
            '\u{10ffff}',
        ] {
            assert!(!is_allowed(refused), "{refused:?}");
            assert_eq!(clean(&format!("a{refused}b")), "a\u{fffd}b");
        }
        assert_eq!(clean("a\rb\r\nc\n\rd"), "a\nb\nc\n\nd");
    }

    #[test]
    fn no_text_can_leave_its_place() {
        assert_eq!(
            text("<a b=\"c\">&\0\u{1b}\r\n"),
            "&lt;a b=\"c\"&gt;&amp;\u{fffd}\u{fffd}\n"
        );
        assert_eq!(attribute("\"'<\n"), "&quot;'&lt;&#10;");
        assert_eq!(json("a<b>&\u{2028}\u{2029}c"), "a\\u003cb\\u003e\\u0026\\u2028\\u2029c");
        assert!(!json(&serde_json::json!("</script><!--").to_string()).contains('<'));
    }
}

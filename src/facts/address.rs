//! Addresses and whatever else is no prose: URLs, e-mail addresses, telephone numbers, document symbols, code, placeables.

use crate::facts::fold::Folded;
use crate::facts::{Fact, Value, Written};
use std::ops::Range;

/// The addresses of a text, and the ranges of the folded text (sorted, disjoint) in which no other fact is looked for.
pub(crate) fn find(original: &str, folded: &Folded) -> (Vec<Fact>, Vec<Range<usize>>) {
    let mut found = Vec::new();
    let mut masks = Vec::new();
    let mut at = 0;
    let mut before = None;
    let may_have_names = may_have_names(folded.text.as_bytes());
    while let Some(rest) = folded.text.get(at..) {
        let Some(c) = rest.chars().next() else { break };
        let starts = before.is_none_or(|before| !is_address_char(before));
        before = Some(c);
        let is_no_name = c.is_ascii_alphabetic() && !may_have_names;
        if !can_begin(c) || is_no_name || (!starts && c.is_ascii_alphanumeric()) {
            at += c.len_utf8();
            continue;
        }
        let link = link_target(rest);
        let hit = skipped(rest)
            .or(link)
            .map(|len| (len, link.and_then(|len| target_value(rest, len, folded, at, original))))
            .or_else(|| {
                let source = original.get(folded.original(&(at..folded.text.len())))?;
                starts.then(|| address(rest, source)).flatten()
            });
        match hit {
            Some((len, value)) if len > 0 => {
                let span = folded.original(&(at..at + len));
                found.extend(value.map(|value| Fact::new(original, span, value, Written::Digits)));
                masks.push(at..at + len);
                at += len;
                before = folded.text.get(..at).and_then(|text| text.chars().next_back());
            }
            _ => at += c.len_utf8(),
        }
    }
    (found, masks)
}

/// Whether an address that begins with a letter can stand in the text: each has an `@`, a `/`, or a full stop within. All bytes are looked at,
/// because that is done many at once.
fn may_have_names(text: &[u8]) -> bool {
    let is_within = |pair: (&u8, &u8)| (*pair.0 == b'.') & (*pair.1 > b' ');
    let pairs = text.iter().zip(text.get(1..).unwrap_or_default());
    let dotted = pairs.fold(false, |found, pair| found | is_within(pair));
    text.iter()
        .fold(dotted, |found, byte| found | matches!(byte, b'@' | b'/'))
}

/// Whether anything that is looked for here can begin with this character: an address with a letter, a digit or what its first part may
/// hold, a target, a label, code or a placeable with its bracket.
fn can_begin(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '`' | '[' | ']' | '{' | '(' | '+' | '.' | '_' | '%' | '-')
}

/// The length of a code span, a footnote label or a placeable that begins here.
fn skipped(rest: &str) -> Option<usize> {
    if let Some(inner) = rest.strip_prefix('`') {
        return inner.find('`').map(|n| n + 2);
    }
    if let Some(inner) = rest.strip_prefix("[^") {
        return inner.find(']').map(|n| n + 3);
    }
    rest.strip_prefix('{').and_then(|inner| inner.find('}')).map(|n| n + 2)
}

/// The length of `](target)`, with the brackets.
fn link_target(rest: &str) -> Option<usize> {
    let inner = rest.strip_prefix("](")?;
    let mut depth = 0_usize;
    // No address is longer; a bound keeps a text full of open brackets cheap.
    for (at, c) in inner.char_indices().take(1024) {
        match c {
            '(' => depth += 1,
            ')' if depth == 0 => return Some(at + 3),
            ')' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// The address that a link goes to.
fn target_value(rest: &str, len: usize, folded: &Folded, at: usize, original: &str) -> Option<Value> {
    let inner = rest.get(2..len - 1)?.trim().trim_start_matches('<');
    if let Some((_, value)) = email(inner).filter(|_| inner.starts_with("mailto:")) {
        return Some(value);
    }
    let source = original.get(folded.original(&(at + 2..at + len - 1)))?;
    let target = source.trim().trim_start_matches('<').split([' ', '>', '"']).next()?;
    (!target.is_empty()).then(|| Value::Url(canonical_url(target)))
}

/// The length and value of the address that `rest` begins with; `source` is the same place of the original.
fn address(rest: &str, source: &str) -> Option<(usize, Option<Value>)> {
    email(rest)
        .or_else(|| url(rest, source))
        .or_else(|| symbol(source))
        .or_else(|| phone(rest))
        .map(|(len, value)| (len, Some(value)))
}

fn is_address_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '@' | '/')
}

/// The length of the beginning of `text` whose characters satisfy `keep`.
fn run(text: &str, keep: impl Fn(char) -> bool) -> usize {
    text.find(|c| !keep(c)).unwrap_or(text.len())
}

fn email(rest: &str) -> Option<(usize, Value)> {
    let scheme = if rest.starts_with("mailto:") { 7 } else { 0 };
    let body = rest.get(scheme..)?;
    let local = run(body, |c| {
        c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-')
    });
    let host = body.get(local..)?.strip_prefix('@')?;
    let end = run(host, |c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'));
    let host = host.get(..end)?.trim_end_matches(['.', '-']);
    (local > 0 && host.contains('.')).then_some(())?;
    let len = scheme + local + 1 + host.len();
    Some((len, Value::Email(body.get(..local + 1 + host.len())?.to_owned())))
}

/// The last labels that make a bare name (`un.org/en`) a web address in prose.
const TOP_LEVEL: [&str; 44] = [
    "org", "int", "com", "net", "eu", "edu", "gov", "info", "tv", "media", "news", "example", "fr", "es", "ru", "cn",
    "ch", "uk", "be", "de", "it", "nl", "at", "ca", "us", "au", "jp", "br", "mx", "ar", "za", "ke", "ma", "eg", "jo",
    "lb", "ae", "qa", "sa", "in", "io", "pt", "se", "no",
];

fn url(rest: &str, source: &str) -> Option<(usize, Value)> {
    let scheme = ["https://", "http://", "ftp://"]
        .iter()
        .find(|s| rest.starts_with(**s))
        .map_or(0, |s| s.len());
    // No address begins with a bracket, and none is longer than servers take: hostile texts stay cheap.
    if !rest.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    let rest = rest.get(..rest.floor_char_boundary(2048)).unwrap_or(rest);
    let in_host = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-');
    // Without a scheme nothing but ASCII is taken, so that its name ends there at the latest.
    if scheme == 0 && !rest.get(..run(rest, |c| c.is_ascii() && in_host(c)))?.contains('.') {
        return None;
    }
    let allowed = |c: char| {
        c.is_ascii_alphanumeric()
            || "-._~:/?#[]@!$&'()*+,;=%".contains(c)
            || (scheme > 0 && c.is_alphabetic() && !crate::facts::fold::is_ideograph(c))
    };
    let mut text = rest.get(..run(rest, allowed))?;
    text = trim_prose(text);
    let host_end = run(text.get(scheme..)?, in_host);
    let host = text.get(scheme..scheme + host_end)?;
    if scheme == 0 {
        let last = host.rsplit('.').next()?;
        let dotted = host.contains('.') && host.split('.').all(|label| !label.is_empty());
        // `p.m.in`, `Dr.No`: a bare name has lower-case labels of some length.
        let lower = source
            .get(..host.len())
            .is_some_and(|s| s == host || host.starts_with("www."));
        let bare = dotted
            && lower
            && TOP_LEVEL.contains(&last)
            && host.split('.').any(|l| l.len() > 2)
            && !host.starts_with(|c: char| c.is_ascii_digit());
        (bare || (host.starts_with("www.") && host.len() > 6)).then_some(())?;
    }
    let written = source.get(..text.len()).unwrap_or(text);
    Some((text.len(), Value::Url(canonical_url(written))))
}

/// An address without the punctuation of the sentence, and without the bracket of a Markdown link that encloses it.
fn trim_prose(text: &str) -> &str {
    // A Markdown link: what stands behind `](` is another address.
    let mut text = text.find("](").and_then(|n| text.get(..n)).unwrap_or(text);
    loop {
        let close = text.ends_with(')') && text.matches(')').count() > text.matches('(').count();
        let open = text.ends_with(']') && text.matches(']').count() > text.matches('[').count();
        if !(close || open || text.ends_with(['.', ',', ';', ':', '!', '?', '\'', '*', '_', '[', '('])) {
            return text;
        }
        text = text.get(..text.len() - 1).unwrap_or("");
    }
}

/// An address as it is compared: no scheme of the web, no `www.`, host in lower case, no `/` at its end.
pub fn canonical_url(url: &str) -> String {
    let bare = url.split_once("://").map_or(url, |(_, rest)| rest);
    let (host, path) = bare.split_at(run(bare, |c| !matches!(c, '/' | '?' | '#')));
    let host = host.to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host).to_owned();
    format!("{host}{}", path.strip_suffix('/').unwrap_or(path))
}

/// The organs whose documents press offices cite, and what may follow (United Nations Editorial Manual, document symbols).
const ORGANS: [&str; 22] = [
    "A", "S", "E", "ST", "SG", "GA", "SC", "HRI", "CD", "TD", "DP", "CCPR", "CRC", "CAT", "CEDAW", "CERD", "CRPD",
    "FCCC", "UNEP", "ECE", "PA", "CTC",
];

fn symbol(source: &str) -> Option<(usize, Value)> {
    source.starts_with(|c: char| c.is_ascii_uppercase()).then_some(())?;
    let len = run(source, |c| {
        c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, '/' | '.' | '-')
    });
    // `Add.1`, `Corr.2`, `Rev.3`, `Res.` follow with small letters.
    let mut len = len;
    for part in ["Add.", "Corr.", "Rev.", "Amend."] {
        if source
            .get(..len)
            .is_some_and(|s| s.ends_with('/') || s.ends_with(part.get(..1).unwrap_or("/")))
        {
            let start = source.get(..len)?.rfind('/')? + 1;
            if let Some(tail) = source.get(start..).and_then(|t| t.strip_prefix(part)) {
                len = start + part.len() + run(tail, |c| c.is_ascii_digit());
            }
        }
    }
    let text = source.get(..len)?.trim_end_matches(['.', '-', '/']);
    let (organ, rest) = text.split_once('/')?;
    let next = rest.split('/').next()?;
    let number = next.chars().all(|c| c.is_ascii_digit() || c == '-');
    let series = [
        "RES", "PV.", "CN.", "C.", "AC.", "CONF.", "SR.", "L.", "INF", "PRST", "SM", "DEC", "HRC", "ES-", "S-", "GC",
        "BUR",
    ]
    .iter()
    .any(|s| next.starts_with(s));
    // `TD/B/70/6`, `WHO/A/77/4`: a body of one letter with its session and number.
    let body = next.len() == 1 && rest.matches('/').count() >= 2;
    let digit = rest.contains(|c: char| c.is_ascii_digit());
    (ORGANS.contains(&organ) && (number || series || body) && digit)
        .then(|| (text.len(), Value::Symbol(text.to_owned())))
}

fn phone(rest: &str) -> Option<(usize, Value)> {
    let international = rest.starts_with('+');
    let keep =
        |c: char| c.is_ascii_digit() || matches!(c, ' ' | '\u{A0}' | '\u{202F}' | '-' | '.' | '(' | ')' | '+' | '–');
    (international || rest.starts_with(|c: char| c.is_ascii_digit() || c == '(')).then_some(())?;
    let end = rest.char_indices().take(40).find(|(_, c)| !keep(*c)).map(|(at, _)| at);
    let end = end.unwrap_or_else(|| rest.char_indices().nth(40).map_or(rest.len(), |(at, _)| at));
    let text = rest.get(..end)?.trim_end_matches(|c: char| !c.is_ascii_digit());
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let groups: Vec<usize> = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|g| !g.is_empty())
        .map(str::len)
        .collect();
    let american = matches!(groups.as_slice(), [3, 3, 4] | [1, 3, 3, 4]) && text.contains(['-', '.', '(']);
    let plausible = (international && (7..=15).contains(&digits.len())) || american;
    let value = if international { format!("+{digits}") } else { digits };
    plausible.then_some((text.len(), Value::Phone(value)))
}

//! Where the markers of an unresolved merge stand in a file, and which messages they spoil.

use crate::catalog::guard::{Refused, line_starts, lines, starts_entry};
use std::ops::Range;

/// The regions of unresolved merges; what an unfinished merge says about a message is not to be trusted.
pub(super) fn find(text: &str) -> Vec<Refused> {
    let bytes = text.as_bytes();
    if !line_starts(bytes).filter_map(|start| bytes.get(start)).any(is_sign) {
        return Vec::new();
    }
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut open: Option<Range<usize>> = None;
    for line in lines(text) {
        let content = text.get(line.clone()).unwrap_or("");
        match (marker(content), &mut open) {
            (Some('<'), None) => open = Some(line),
            (Some('>'), Some(region)) => {
                region.end = line.end;
                found.extend(open.take());
            }
            (Some(_), None) => found.push(line),
            (_, Some(region)) => region.end = line.end,
            (None, None) => {}
        }
    }
    found.extend(open);
    let mut refused: Vec<Refused> = Vec::new();
    for region in found {
        let floor = refused.last().map_or(0, |last| last.range.end);
        if region.start >= floor {
            refused.push(conflict(text, &region, floor));
        }
    }
    refused
}

/// Whether a conflict marker line is made of this sign.
fn is_sign(byte: &u8) -> bool {
    matches!(byte, b'<' | b'=' | b'>' | b'|')
}

/// The character of a conflict marker line, as git writes them.
fn marker(line: &str) -> Option<char> {
    let first = line.as_bytes().first().filter(|byte| is_sign(byte))?;
    let first = char::from(*first);
    let line = line.trim_end_matches(['\n', '\r']);
    let rest = line.trim_start_matches(first);
    let bare = rest.is_empty() || rest.starts_with(' ');
    (line.len() - rest.len() == 7 && bare && (first != '=' || rest.is_empty())).then_some(first)
}

fn conflict(text: &str, region: &Range<usize>, floor: usize) -> Refused {
    let at = region.start;
    let marker_end = text.get(at..).and_then(|t| t.find('\n')).map_or(text.len(), |n| at + n);
    Refused {
        range: widen(text, region, floor),
        message: "the file holds an unresolved merge conflict".to_owned(),
        at: at..marker_end,
        help: "keep one of the two versions, or write one that joins them, and delete the marker lines (`<<<<<<<`, `=======`, `>>>>>>>`)",
    }
}

/// The region with the message that it cuts in two, if it does: continuation lines belong to what stands before them.
fn widen(text: &str, region: &Range<usize>, floor: usize) -> Range<usize> {
    let inside = text.get(region.clone()).unwrap_or("");
    let mut after_marker = false;
    let mut cuts = false;
    for line in inside.split_inclusive('\n') {
        let is_marker = marker(line).is_some();
        cuts |= after_marker && !is_marker && goes_on(line);
        after_marker = is_marker;
    }
    let start = if cuts {
        entry_before(text, region.start, floor)
    } else {
        region.start
    };
    let rest = text.get(region.end..).unwrap_or("");
    let tail = rest
        .split_inclusive('\n')
        .take_while(|line| !line.bytes().next().is_some_and(starts_entry));
    let tail: usize = tail.map(str::len).sum();
    start..region.end + tail
}

/// Whether the line can only be understood with what stands before it.
fn goes_on(line: &str) -> bool {
    !line.trim().is_empty() && !line.bytes().next().is_some_and(starts_entry)
}

/// Where the last entry line before `at` begins, not before `floor`; `at` if there is none.
fn entry_before(text: &str, at: usize, floor: usize) -> usize {
    let before = text.get(floor..at).unwrap_or("");
    let mut end = before.len();
    while end > 0 {
        let start = before
            .get(..end - 1)
            .and_then(|head| head.rfind('\n'))
            .map_or(0, |n| n + 1);
        if before.as_bytes().get(start).copied().is_some_and(starts_entry) {
            return floor + start;
        }
        end = start;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_conflict_is_one_finding_and_takes_the_message_that_it_cuts() {
        let text = "x = 1\n<<<<<<< HEAD\na = 1\n=======\na = 2\n>>>>>>> b\ny = 2\n";
        let found = find(text);
        assert_eq!(found.len(), 1);
        assert_eq!(
            &text[found[0].range.clone()],
            "<<<<<<< HEAD\na = 1\n=======\na = 2\n>>>>>>> b\n"
        );
        assert_eq!(&text[found[0].at.clone()], "<<<<<<< HEAD");
        let cut = "x =\n    1\n<<<<<<< HEAD\n    2\n=======\n    3\n>>>>>>> b\n    4\ny = 2\n";
        let found = find(cut);
        assert_eq!(&cut[found[0].range.clone()], &cut[..cut.len() - "y = 2\n".len()]);
    }

    #[test]
    fn a_marker_is_seven_signs_and_a_name() {
        for line in ["<<<<<<< HEAD", ">>>>>>> b", "=======", "|||||||", "<<<<<<<\r\n"] {
            assert_eq!(marker(line), line.chars().next(), "{line}");
        }
        for line in [
            "<",
            "< a",
            "<<<<<<<a",
            "<<<<<<<< a",
            "======= a",
            "========",
            "a <<<<<<< b",
            "",
        ] {
            assert_eq!(marker(line), None, "{line}");
        }
    }
}

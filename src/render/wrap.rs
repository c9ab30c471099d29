//! Lines for plain text: broken where the Unicode line breaking algorithm (UAX #14) allows it, measured by display width.

use crate::locale::Locale;
use crate::render::honorific::Titles;
use icu_segmenter::LineSegmenter;
use icu_segmenter::options::LineBreakOptions;
use std::ops::Range;
use unicode_width::UnicodeWidthStr;

/// How many columns a line of text output has; the convention of mail and wire (RFC 2646 and its successors recommend it).
pub(crate) const COLUMNS: usize = 72;

/// The display width of a text in columns: 2 for East Asian wide characters, 0 for marks and controls.
pub(crate) fn width(text: &str) -> usize {
    let is_printable = |byte: u8| byte.wrapping_sub(b' ') < 0x7f - b' ';
    if text.bytes().fold(true, |plain, byte| plain & is_printable(byte)) {
        return text.len();
    }
    UnicodeWidthStr::width(text)
}

/// The lines of `text`, none wider than `columns` unless it holds something that cannot be broken, such as an address.
///
/// A line feed in the text ends a line. Spaces at a break are dropped. Addresses are never broken; compound words are broken at a
/// hyphen only if they are wider than a line; an honorific stays with its name.
pub(crate) fn wrap(text: &str, columns: usize, locale: &Locale) -> Vec<String> {
    text.split('\n').flat_map(|line| fill(line, columns, locale)).collect()
}

/// The text in one line per line of its own, for scripts whose readers' programs must break the lines themselves: each line of a
/// right-to-left text is laid out alone, and one that begins with a Latin word or a number would run the wrong way (UAX #9, P2).
pub(crate) fn unwrapped(text: &str) -> Vec<String> {
    text.split('\n').map(|line| line.trim().to_owned()).collect()
}

/// Where a line may end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Break {
    /// The byte at which the next line would begin.
    at: usize,
    /// The width of everything before it.
    width: usize,
    /// The same without the white space that would end the line.
    trimmed: usize,
}

fn fill(text: &str, columns: usize, locale: &Locale) -> Vec<String> {
    let text = text.trim();
    // No character is wider than its UTF-8 form is long.
    if text.len() <= columns {
        return vec![text.to_owned()];
    }
    let unbroken = Unbroken::of(text, locale);
    let breaks = breaks(text);
    let mut ahead = breaks.as_slice();
    let mut lines = Vec::new();
    let (mut start, mut before) = (0, 0);
    while start < text.len() {
        let end = line_end(before + columns, ahead, &unbroken);
        let (at, width) = end.map_or((text.len(), 0), |end| (ahead[end].at, ahead[end].width));
        lines.push(text[start..at].trim().to_owned());
        (start, before) = (at, width);
        ahead = end.map_or(&[], |end| &ahead[end + 1..]);
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// Which of the breaks ends a line that reaches to the column `reach`: the last that fits, of a compound only if there is no other; if none fits,
/// the first there is.
fn line_end(reach: usize, ahead: &[Break], unbroken: &Unbroken) -> Option<usize> {
    let fitting = ahead.partition_point(|b| b.trimmed <= reach);
    let may_end = |n: &usize| !unbroken.holds(ahead[*n].at);
    let mut within_word = None;
    for n in (0..fitting).rev().filter(may_end) {
        if !unbroken.is_within_word(ahead[n].at) {
            return Some(n);
        }
        within_word = within_word.or(Some(n));
    }
    within_word.or_else(|| (fitting..ahead.len()).find(may_end))
}

/// What of a text is not parted though the algorithm would.
struct Unbroken<'t> {
    text: &'t str,
    titles: &'static Titles,
    addresses: Vec<Range<usize>>,
}

impl<'t> Unbroken<'t> {
    fn of(text: &'t str, locale: &Locale) -> Unbroken<'t> {
        let (titles, addresses) = (Titles::of(locale), addresses(text));
        Unbroken {
            text,
            titles,
            addresses,
        }
    }

    /// Whether an address or an honorific would be parted at `at`.
    fn holds(&self, at: usize) -> bool {
        let next = self.addresses.partition_point(|span| span.end <= at);
        let in_address = self.addresses.get(next).is_some_and(|span| span.start < at);
        in_address || (at < self.text.len() && self.titles.end(self.text[..at].trim_end_matches(' ')))
    }

    /// Whether a compound would be parted at `at`.
    fn is_within_word(&self, at: usize) -> bool {
        at < self.text.len() && self.text[..at].ends_with(['-', '/', '\u{2010}'])
    }
}

/// The places where the algorithm lets a line end, the end of the text among them.
fn breaks(text: &str) -> Vec<Break> {
    let mut found = Vec::with_capacity(text.len() / 6);
    let (mut last, mut behind) = (0, 0);
    opportunities(text, |at, known| {
        let (trimmed, width) = known.unwrap_or_else(|| {
            let piece = &text[last..at];
            let word = piece.trim_end();
            let trimmed = width(word);
            (trimmed, trimmed + width(&piece[word.len()..]))
        });
        let (trimmed, width) = (behind + trimmed, behind + width);
        found.push(Break { at, width, trimmed });
        (last, behind) = (at, width);
    });
    found
}

/// The width of what stands before a place where a line may end, from the one before it, without the space at its end and with it, where that is
/// known without looking at every character.
type Columns = Option<(usize, usize)>;

/// Tells `found` every place, in order, where UAX #14 lets a line of `text` end, the end of the text last.
///
/// A space between two words is such a place (LB18), and no rule looks across it: what stands between two of them is broken by itself,
/// and a word of nothing but letters and digits, a comma or full stop with them, is not broken at all (LB13, LB23, LB25, LB28, LB29).
fn opportunities(text: &str, mut found: impl FnMut(usize, Columns)) {
    // What has been read since the last such space: where it begins, how many characters, whether they are one word, and whether the last is of one.
    let (mut start, mut columns, mut is_word, mut in_word) = (0, 0, true, false);
    let mut at = 0;
    while at < text.len() {
        let rest = &text.as_bytes()[at..];
        let run = rest.iter().position(|byte| !ASCII_OF_WORD[usize::from(*byte)]);
        let run = run.unwrap_or(rest.len());
        (at, columns, in_word) = (at + run, columns + run, in_word || run > 0);
        let letters = cyrillic(&text.as_bytes()[at..]);
        if letters > 0 {
            (at, columns, in_word) = (at + 2 * letters, columns + letters, true);
            continue;
        }
        let Some(c) = text[at..].chars().next() else { break };
        at += c.len_utf8();
        columns += 1;
        if c != ' ' {
            in_word = is_of_word(c);
            is_word &= in_word;
        } else if in_word && text[at..].starts_with(is_plain) {
            match is_word {
                true => found(at, Some((columns - 1, columns))),
                false => inner(&text[start..at], |end, columns| found(start + end, columns)),
            }
            (start, columns, is_word, in_word) = (at, 0, true, false);
        } else {
            (is_word, in_word) = (false, false);
        }
    }
    match is_word && start < text.len() {
        true => found(text.len(), Some((columns, columns))),
        false => inner(&text[start..], |end, columns| found(start + end, columns)),
    }
}

/// The same within a piece that has other characters. Between two ideographs a line may end (LB31), with a comma or full stop behind the first,
/// and no rule looks across.
fn inner(text: &str, mut found: impl FnMut(usize, Columns)) {
    let segmenter = LineSegmenter::new_for_non_complex_scripts(LineBreakOptions::default());
    let (mut start, mut piece) = (0, Piece::Empty);
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        piece = piece.with(c);
        let next = chars.peek().map(|(_, next)| *next);
        if next.is_some_and(|next| !(is_ideograph(next) && matches!(piece, Piece::Ideographs(_)))) {
            continue;
        }
        let end = at + c.len_utf8();
        let width = match piece {
            Piece::Ideographs(count) => Some((2 * count, 2 * count)),
            Piece::Empty | Piece::Other => None,
        };
        if width.is_none() {
            let inner = segmenter.segment_str(&text[start..end]).map(|inner| start + inner);
            inner
                .filter(|at| start < *at && *at < end)
                .for_each(|at| found(at, None));
        }
        found(end, width);
        (start, piece) = (end, Piece::Empty);
    }
}

/// What stands between two places where a line may end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Piece {
    Empty,
    /// An ideograph with marks, so many characters.
    Ideographs(usize),
    /// What only the algorithm can break.
    Other,
}

impl Piece {
    /// The piece with one more character.
    fn with(self, c: char) -> Piece {
        match self {
            Piece::Empty if is_ideograph(c) => Piece::Ideographs(1),
            Piece::Ideographs(count) if matches!(c, '，' | '。' | '、') => Piece::Ideographs(count + 1),
            _ => Piece::Other,
        }
    }
}

/// Whether this is an ideograph of class ID, two columns wide.
fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}')
}

/// Whether a word goes on with this.
const fn is_of_word(c: char) -> bool {
    is_plain(c) || matches!(c, ',' | '.')
}

/// The same of ASCII, by the byte.
const ASCII_OF_WORD: [bool; 256] = {
    let mut of_word = [false; 256];
    let mut byte = 0u8;
    while byte < 128 {
        of_word[byte as usize] = is_of_word(byte as char);
        byte += 1;
    }
    of_word
};

/// How many Cyrillic letters of those that [`is_plain`] knows, with a lead byte of their own, stand at the beginning.
fn cyrillic(bytes: &[u8]) -> usize {
    let letters = bytes
        .chunks_exact(2)
        .take_while(|letter| matches!(letter[0], 0xD0 | 0xD1));
    letters.count()
}

/// Whether this is a digit of class NU, or a letter of class AL that no rule of UAX #14 treats apart, of the alphabets of Latin and
/// Cyrillic; each is one column wide.
const fn is_plain(c: char) -> bool {
    matches!(c, 'a'..='z' | 'A'..='Z' | '0'..='9' | 'à'..='ö' | 'ø'..='ÿ' | 'À'..='Ö' | 'Ø'..='Þ' | 'ā'..='ſ' | 'Ѐ'..='ҁ')
}

/// The spans of web and e-mail addresses, with the ASCII punctuation that touches them.
fn addresses(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let signs = memchr::memchr2_iter(b'@', b':', bytes).chain(memchr::memmem::find_iter(bytes, "www."));
    let mut signs: Vec<usize> = signs.collect();
    signs.sort_unstable();
    let mut spans: Vec<Range<usize>> = Vec::new();
    let mut behind = 0;
    for sign in signs {
        if sign < behind {
            continue;
        }
        let is_outside = |byte: &u8| !byte.is_ascii_graphic();
        let start = bytes[..sign].iter().rposition(is_outside).map_or(0, |at| at + 1);
        let end = bytes[sign..]
            .iter()
            .position(is_outside)
            .map_or(bytes.len(), |length| sign + length);
        if is_address(&text[start..end]) {
            spans.push(start..end);
        }
        behind = end;
    }
    spans
}

fn is_address(run: &str) -> bool {
    let mail = run
        .split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
    run.contains("://") || run.contains("www.") || mail || run.contains("mailto:") || run.contains("tel:")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn lines(tag: &str, text: &str, columns: usize) -> Vec<String> {
        wrap(text, columns, &Locale::new(tag).unwrap())
    }

    #[test]
    fn words_stay_whole_and_lines_within_the_width() {
        let text = "The Dialogue initiated a new spirit of practical collaboration between them.";
        for columns in 12..60 {
            let got = lines("en", text, columns);
            assert!(got.iter().all(|line| width(line) <= columns.max(13)), "{got:?}");
            assert_eq!(got.join(" "), text);
        }
    }

    #[test]
    fn the_pieces_of_a_line_are_as_wide_as_the_line() {
        let text = "Le « Dialogue » — 第一次对话在布鲁塞尔举行。 انطلق الحوار لأول مرة 👩‍👩‍👧 e\u{301}te\u{301} in   2018.";
        let passed =
            "Mr. Smith and Mme Dupont, M. Blanc, wrote to press-office@example.org or 张伟 about https://un.org/a-b/c.";
        for text in [text, passed] {
            for one in breaks(text) {
                let line = &text[..one.at];
                assert_eq!(
                    (one.width, one.trimmed),
                    (width(line), width(line.trim_end())),
                    "{line}"
                );
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4000))]

        #[test]
        fn a_line_may_end_where_the_algorithm_says_and_nowhere_else(
            text in "([a-zA-ZéßŒžЖяё]{1,3}|[ -/:-@0-9«»’“”„…—–\u{a0}\u{202f}\u{ad}\u{200b}\u{200d}\u{2060}\u{301}\u{feff}№€%字话举。，、（あش١א👩🇫ー가ก]| ){0,24}"
        ) {
            let segmenter = LineSegmenter::new_for_non_complex_scripts(LineBreakOptions::default());
            let whole: Vec<usize> = segmenter.segment_str(&text).filter(|at| *at > 0).collect();
            let mut got = Vec::new();
            opportunities(&text, |at, _| got.push(at));
            prop_assert_eq!(got, whole);
        }
    }

    #[test]
    fn every_plain_character_is_one_column_wide_and_breaks_like_any_other() {
        let segmenter = LineSegmenter::new_for_non_complex_scripts(LineBreakOptions::default());
        for c in ('\0'..'\u{3000}').filter(|c| is_plain(*c)) {
            let text = format!("a{c}a {c} {c}");
            let parted: Vec<&str> = segmenter
                .segment_str(&text)
                .collect::<Vec<_>>()
                .windows(2)
                .map(|at| &text[at[0]..at[1]])
                .collect();
            assert_eq!(parted, [format!("a{c}a "), format!("{c} "), c.to_string()]);
            assert!(c.is_alphanumeric() && width(&c.to_string()) == 1, "{c}");
        }
    }

    #[test]
    fn a_line_may_end_between_any_two_ideographs() {
        let segmenter = LineSegmenter::new_for_non_complex_scripts(LineBreakOptions::default());
        for c in ('\0'..=char::MAX).filter(|c| is_ideograph(*c)) {
            let text = format!("{c}{c}，{c}");
            let parted: Vec<usize> = segmenter.segment_str(&text).collect();
            let (one, two) = (c.len_utf8(), 2 * c.len_utf8() + '，'.len_utf8());
            assert_eq!(parted, [0, one, two, two + one], "{c}");
            assert_eq!(width(&text), 8, "{c}");
        }
    }

    #[test]
    fn addresses_and_compounds_are_kept() {
        let text = "Write to press-office@example.org or see https://www.un.org/counter-terrorism/en?a=b-c for more.";
        let got = lines("en", text, 20);
        assert!(
            got.contains(&"https://www.un.org/counter-terrorism/en?a=b-c".to_owned()),
            "{got:?}"
        );
        assert!(
            got.iter().any(|line| line.contains("press-office@example.org")),
            "{got:?}"
        );
        assert_eq!(
            lines("en", "the counter-terrorism work", 14),
            ["the", "counter-", "terrorism work"]
        );
        assert_eq!(
            lines("en", "all counter-terrorism work", 22),
            ["all counter-terrorism", "work"]
        );
    }

    #[test]
    fn wide_characters_count_twice() {
        let got = lines("zh", "第一次欧洲联盟与联合国反恐怖主义领导人对话在布鲁塞尔举行。", 20);
        assert!(got.iter().all(|line| width(line) <= 20), "{got:?}");
        assert!(got.iter().skip(1).all(|line| !line.starts_with('。')), "{got:?}");
    }

    #[test]
    fn an_honorific_stays_with_its_name() {
        assert_eq!(lines("en", "They met Mr. Voronkov", 14), ["They met", "Mr. Voronkov"]);
        assert_eq!(lines("ru", "встреча г-на Воронкова", 14), ["встреча", "г-на Воронкова"]);
    }

    #[test]
    fn a_hard_break_ends_a_line() {
        assert_eq!(lines("en", "a b\nc", 72), ["a b", "c"]);
        assert_eq!(unwrapped("a b\n c"), ["a b", "c"]);
    }
}

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
    /// Whether a compound is broken there, which is done only if there is no other way.
    within_word: bool,
}

fn fill(text: &str, columns: usize, locale: &Locale) -> Vec<String> {
    let text = text.trim();
    // No character is wider than its UTF-8 form is long.
    if text.len() <= columns {
        return vec![text.to_owned()];
    }
    let breaks = breaks(text, locale);
    let mut lines = Vec::new();
    let (mut start, mut before) = (0, 0);
    while start < text.len() {
        let end = line_end(start, before, columns, &breaks);
        let (at, width) = end.map_or((text.len(), 0), |end| (end.at, end.width));
        lines.push(text[start..at].trim().to_owned());
        (start, before) = (at, width);
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// Where the line that begins at `start`, behind so many columns, ends: at the last break that fits; if none does, at the first there is.
fn line_end(start: usize, before: usize, columns: usize, breaks: &[Break]) -> Option<Break> {
    let ahead = breaks[breaks.partition_point(|b| b.at <= start)..].iter();
    let mut best: [Option<Break>; 2] = [None, None];
    let mut first = [None, None];
    for candidate in ahead {
        let kind = usize::from(candidate.within_word);
        if candidate.trimmed <= before + columns {
            best[kind] = Some(*candidate);
        } else {
            first[kind] = first[kind].or(Some(*candidate));
            if first[0].is_some() {
                break;
            }
        }
    }
    best[0].or(best[1]).or(first[1]).or(first[0])
}

/// The places where a line may end, the end of the text among them.
fn breaks(text: &str, locale: &Locale) -> Vec<Break> {
    let titles = Titles::of(locale);
    let addresses = addresses(text);
    let mut found: Vec<Break> = Vec::new();
    let mut address = addresses.iter().peekable();
    let (mut last, mut behind) = (0, 0);
    opportunities(text, |at, kind| {
        while address.next_if(|span| span.end <= at).is_some() {}
        let inside = address.peek().is_some_and(|span| span.start < at && at < span.end);
        if inside || (at < text.len() && titles.end(text[..at].trim_end_matches(' '))) {
            return;
        }
        let piece = &text[last..at];
        // A break that was passed over belongs to what stands behind it.
        let own = if last == at - kind.len { kind.width } else { None };
        let (trimmed, all) = own.unwrap_or_else(|| {
            let word = piece.trim_end();
            let trimmed = width(word);
            (trimmed, trimmed + width(&piece[word.len()..]))
        });
        found.push(Break {
            at,
            width: behind + all,
            trimmed: behind + trimmed,
            within_word: at < text.len() && piece.ends_with(['-', '/', '\u{2010}']),
        });
        (last, behind) = (at, behind + all);
    });
    found
}

/// What stands before a place where a line may end, from the one before it.
#[derive(Debug, Clone, Copy)]
struct Before {
    /// How many bytes it has.
    len: usize,
    /// Its width without the space behind it, and with it, where that is known without looking at every character.
    width: Option<(usize, usize)>,
}

/// Tells `found` every place, in order, where UAX #14 lets a line of `text` end, the end of the text last.
///
/// A space between two words is such a place (LB18), and no rule looks across it: what stands between two of them is broken by itself,
/// and a word of nothing but letters and digits, a comma or full stop with them, is not broken at all (LB13, LB23, LB25, LB28, LB29).
fn opportunities(text: &str, mut found: impl FnMut(usize, Before)) {
    let (mut start, mut end, mut is_word) = (0, 0, true);
    for chunk in text.split_inclusive(' ') {
        end += chunk.len();
        let word = chunk.strip_suffix(' ').unwrap_or(chunk);
        let columns = columns_of_word(word);
        is_word &= columns.is_some();
        let is_gap = word.len() < chunk.len() && word.ends_with(is_of_word) && text[end..].starts_with(is_plain);
        if !is_gap && end < text.len() {
            is_word = false;
            continue;
        }
        let piece = &text[start..end];
        let len = piece.len();
        match columns.filter(|_| is_word) {
            Some(columns) => {
                let all = columns + chunk.len() - word.len();
                let width = Some((columns, all));
                found(end, Before { len, width });
            }
            None => inner(piece, |at, before| found(start + at, before)),
        }
        (start, is_word) = (end, true);
    }
}

/// How many columns a word of nothing but letters, digits, commas and full stops has.
fn columns_of_word(word: &str) -> Option<usize> {
    if word
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b',' | b'.'))
    {
        return Some(word.len());
    }
    let mut columns = 0;
    let is_word = word.chars().inspect(|_| columns += 1).all(is_of_word);
    is_word.then_some(columns)
}

/// The same within a piece that has other characters. Between two ideographs a line may end (LB31), with a comma or full stop behind the first,
/// and no rule looks across.
fn inner(text: &str, mut found: impl FnMut(usize, Before)) {
    let segmenter = LineSegmenter::new_for_non_complex_scripts(LineBreakOptions::default());
    let (mut start, mut last, mut piece) = (0, 0, Piece::Empty);
    let mut tell = |at: usize, width| {
        found(at, Before { len: at - last, width });
        last = at;
    };
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
                .for_each(|at| tell(at, None));
        }
        tell(end, width);
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
fn is_of_word(c: char) -> bool {
    is_plain(c) || matches!(c, ',' | '.')
}

/// Whether this is a digit of class NU, or a letter of class AL that no rule of UAX #14 treats apart, of the alphabets of Latin and
/// Cyrillic; each is one column wide.
fn is_plain(c: char) -> bool {
    matches!(c, 'a'..='z' | 'A'..='Z' | '0'..='9' | 'à'..='ö' | 'ø'..='ÿ' | 'À'..='Ö' | 'Ø'..='Þ' | 'ā'..='ſ' | 'Ѐ'..='ҁ')
}

/// The spans of web and e-mail addresses, with the ASCII punctuation that touches them.
fn addresses(text: &str) -> Vec<Range<usize>> {
    let mut spans = Vec::new();
    if !text.contains(['@', ':']) && !text.contains("www.") {
        return spans;
    }
    let mut start = None;
    let ends = text.char_indices().chain(std::iter::once((text.len(), ' ')));
    for (at, c) in ends {
        let goes_on = c.is_ascii_graphic();
        match start {
            None if goes_on => start = Some(at),
            Some(from) if !goes_on => {
                if is_address(&text[from..at]) {
                    spans.push(from..at);
                }
                start = None;
            }
            _ => {}
        }
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
        for (tag, text) in [("zh", text), ("ar", text), ("en", text), ("en", passed), ("fr", passed)] {
            for one in breaks(text, &Locale::new(tag).unwrap()) {
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

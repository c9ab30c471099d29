//! The difference of two texts, word by word, in a form that reads well in a terminal and in scripts without spaces.

use anstyle::{AnsiColor, Style};
use icu_segmenter::WordSegmenter;
use icu_segmenter::options::WordBreakInvariantOptions;
use pressroom::report::visible::visible;
use similar::{ChangeTag, TextDiff};

const GONE: Style = AnsiColor::Red.on_default().strikethrough();
const COME: Style = AnsiColor::Green.on_default().underline();

/// `old` and `new` as one text: what went in `[-…-]`, what came in `{+…+}`, or in colours.
pub(crate) fn diff(old: &str, new: &str, color: bool) -> String {
    let (before, after) = (tokens(old), tokens(new));
    let diff = TextDiff::from_slices(&before, &after);
    let mut runs: Vec<(ChangeTag, String)> = Vec::new();
    for change in diff.iter_all_changes() {
        let text = change.value();
        match runs.last_mut() {
            Some((tag, run)) if *tag == change.tag() => run.push_str(text),
            _ => runs.push((change.tag(), text.to_owned())),
        }
    }
    gather(runs).iter().map(|(tag, run)| shown(*tag, run, color)).collect()
}

/// Joins changes that only white space separates: `[-a-] [-b-]{+c+} {+d+}` reads better as `[-a b-]{+c d+}`.
fn gather(runs: Vec<(ChangeTag, String)>) -> Vec<(ChangeTag, String)> {
    let mut out: Vec<(ChangeTag, String)> = Vec::new();
    let (mut gone, mut come) = (String::new(), String::new());
    let mut runs = runs.into_iter().peekable();
    while let Some((tag, run)) = runs.next() {
        let changed = !gone.is_empty() || !come.is_empty();
        match tag {
            ChangeTag::Delete => gone.push_str(&run),
            ChangeTag::Insert => come.push_str(&run),
            ChangeTag::Equal if changed && run.trim().is_empty() && runs.peek().is_some() => {
                gone.push_str(&run);
                come.push_str(&run);
            }
            ChangeTag::Equal => {
                flush(&mut out, &mut gone, &mut come);
                out.push((tag, run));
            }
        }
    }
    flush(&mut out, &mut gone, &mut come);
    out
}

fn flush(out: &mut Vec<(ChangeTag, String)>, gone: &mut String, come: &mut String) {
    for (tag, run) in [(ChangeTag::Delete, gone), (ChangeTag::Insert, come)] {
        let run = std::mem::take(run);
        if !run.is_empty() {
            out.push((tag, run));
        }
    }
}

fn shown(tag: ChangeTag, run: &str, color: bool) -> String {
    let run = visible(run);
    match (tag, color) {
        (ChangeTag::Equal, _) => run.into_owned(),
        (ChangeTag::Delete, true) => format!("{GONE}{run}{GONE:#}"),
        (ChangeTag::Insert, true) => format!("{COME}{run}{COME:#}"),
        (ChangeTag::Delete, false) => format!("[-{run}-]"),
        (ChangeTag::Insert, false) => format!("{{+{run}+}}"),
    }
}

/// The words of a text and what stands between them (UAX #29; dictionary words for Chinese, Japanese and Thai).
fn tokens(text: &str) -> Vec<&str> {
    let segmenter = WordSegmenter::new_auto(WordBreakInvariantOptions::default());
    let breaks: Vec<usize> = segmenter.segment_str(text).collect();
    breaks
        .windows(2)
        .filter_map(|pair| text.get(pair[0]..pair[1]))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::diff;

    #[test]
    fn words_are_compared_not_letters() {
        assert_eq!(
            diff("on 25 May in Brussels", "on 26 May in Brussels", false),
            "on [-25-]{+26+} May in Brussels"
        );
        assert_eq!(diff("a b c", "a c", false).replace(' ', ""), "a[-b-]c");
        assert_eq!(diff("第一次对话", "第二次对话", false), "[-第一次-]{+第二次+}对话");
    }

    #[test]
    fn neighbouring_changes_are_one() {
        assert_eq!(
            diff("the old long text", "the new short text", false),
            "the [-old long-]{+new short+} text"
        );
    }

    #[test]
    fn no_control_character_passes() {
        assert!(!diff("a", "a \u{1b}[31m", false).contains('\u{1b}'));
    }
}

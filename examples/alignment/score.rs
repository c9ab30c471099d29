//! The measures: how many identities and translations were kept, and how many were wrong.

use crate::pairs::{Outcome, Pair, Truth};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// The line above [`Score::line`].
pub(crate) const HEAD: &str =
    "set     blocks  carry%   chgd%     id%  wrong%  newWr%  fFresh  fStal%  cosSt%  effort  hints%";

/// What reading a translation costs, as a share of writing it anew.
const READING: f64 = 0.2;
/// What a changed word costs.
const CHANGE: f64 = 0.5;
/// What a wrong translation costs: it is read and then written anew.
const WRONG: f64 = 1.15;

/// The counts of a set of pairs.
#[derive(Default)]
pub(crate) struct Score {
    counts: Counts,
    kinds: BTreeMap<String, Counts>,
}

/// What a block that is no segment means.
#[derive(Clone, Copy)]
pub(crate) enum Lost<'a> {
    /// Its translation was lost.
    Counts,
    /// It has none, nor has a block that continues one that was none of these segments.
    IsNotJudged(&'a BTreeSet<usize>),
}

#[derive(Default)]
struct Counts {
    blocks: u32,
    carried: u32,
    wrong: u32,
    continued: u32,
    kept: u32,
    kept_id: u32,
    changed: u32,
    changed_kept: u32,
    new: u32,
    new_wrong: u32,
    false_fresh: u32,
    still: u32,
    false_stale: u32,
    cosmetic: u32,
    cosmetic_stale: u32,
    hinted: u32,
    hint_right: u32,
    effort: f64,
    ideal: f64,
}

impl Score {
    /// Counts the blocks of a pair.
    pub(crate) fn add(&mut self, pair: &Pair, outcomes: &[Option<Outcome>], lost: Lost<'_>) {
        for truth in &pair.truth {
            let outcome = outcomes.get(truth.new).copied().flatten();
            if let Lost::IsNotJudged(translated) = lost
                && (outcome.is_none() || truth.old.is_some_and(|old| !translated.contains(&old)))
            {
                continue;
            }
            let Some(judged) = judge(pair, truth, outcome) else {
                continue;
            };
            judged.count(truth, &mut self.counts);
            judged.count(truth, self.kinds.entry(truth.edit.clone()).or_default());
        }
    }

    /// The measures in one line.
    pub(crate) fn line(&self, name: &str) -> String {
        let c = &self.counts;
        format!(
            "{name:<6} {:7} {:7.2} {:7.2} {:7.2} {:7.2} {:7.2} {:7} {:7.2} {:7.1} {:7.3} {:7.1}",
            c.blocks,
            percent(c.kept, c.continued),
            percent(c.changed_kept, c.changed),
            percent(c.kept_id, c.continued),
            percent(c.wrong, c.carried),
            percent(c.new_wrong, c.new),
            c.false_fresh,
            percent(c.false_stale, c.still),
            percent(c.cosmetic_stale, c.cosmetic),
            if c.ideal > 0.0 { c.effort / c.ideal } else { 0.0 },
            percent(c.hint_right, c.hinted),
        )
    }

    /// A line for each kind of edit, the most frequent first.
    pub(crate) fn kinds(&self) -> String {
        let mut kinds = self.kinds.iter().collect::<Vec<_>>();
        kinds.sort_by(|a, b| b.1.blocks.cmp(&a.1.blocks).then(a.0.cmp(b.0)));
        let mut text =
            "edit                  blocks  carry%     id%  wrong  newWr  fFresh  fStale  effort\n".to_owned();
        for (name, c) in kinds {
            let effort = if c.ideal > 0.0 { c.effort / c.ideal } else { 0.0 };
            let _ = writeln!(
                text,
                "{name:<21} {:6} {:7.1} {:7.1} {:6} {:6} {:7} {:7} {effort:7.2}",
                c.blocks,
                percent(c.kept, c.continued),
                percent(c.kept_id, c.continued),
                c.wrong,
                c.new_wrong,
                c.false_fresh,
                c.false_stale,
            );
        }
        text
    }
}

fn percent(part: u32, whole: u32) -> f64 {
    if whole == 0 {
        f64::NAN
    } else {
        100.0 * f64::from(part) / f64::from(whole)
    }
}

/// One block, judged.
struct Judged {
    carried: bool,
    right: bool,
    same_id: bool,
    fresh: bool,
    false_fresh: bool,
    /// Whether what it derives from matters, and was said.
    hint: Option<bool>,
    effort: f64,
    ideal: f64,
}

fn judge(pair: &Pair, truth: &Truth, outcome: Option<Outcome>) -> Option<Judged> {
    let block = pair.new.blocks.get(truth.new)?;
    if truth.disputed || !block.is_prose() || !has_words(&block.text) {
        return None;
    }
    let outcome = outcome.unwrap_or(Outcome {
        old: None,
        fresh: false,
        hint: None,
    });
    let old_text = |old: usize| pair.old.blocks.get(old).map_or(String::new(), |b| folded(&b.text));
    let text = folded(&block.text);
    let is_true = |old: usize| {
        let like = |other: &usize| old == *other || old_text(old) == old_text(*other);
        truth.old.iter().any(like) || truth.alternatives.iter().any(like)
    };
    let right = outcome.old.is_some_and(|old| is_true(old) || old_text(old) == text);
    let wrong = outcome.old.is_some() && !right;
    let fresh = outcome.old.is_some() && outcome.fresh;
    let other_text = outcome.old.is_some_and(|old| old_text(old) != text);
    let other_typed = outcome.old.is_some_and(|old| typed(&old_text(old)) != typed(&text));
    let edited = matches!(truth.severity.as_str(), "minor" | "major") && other_text;
    let false_fresh = fresh && if wrong { other_typed } else { edited };
    let hinted = outcome.hint.is_some_and(is_true);
    let derives = (truth.relation == "part" && truth.old.is_none()) || truth.relation == "copy";
    let words = tokens(&text);
    let work = |old: Option<usize>| {
        old.map_or(words.len().max(1) as f64, |old| {
            revision(&tokens(&old_text(old)), &words)
        })
    };
    let effort = match outcome.old {
        _ if wrong => WRONG * words.len().max(1) as f64,
        _ if fresh => 0.0,
        Some(old) => work(Some(old)),
        None => work(outcome.hint.filter(|_| hinted)),
    };
    let best = truth.old.or_else(|| truth.alternatives.first().copied());
    let unchanged = truth.old.is_some() && matches!(truth.severity.as_str(), "none" | "cosmetic");
    let copied = truth.old.is_none() && best.is_some_and(|old| old_text(old) == text);
    Some(Judged {
        carried: outcome.old.is_some(),
        right,
        same_id: outcome.old.is_some() && outcome.old == truth.old,
        fresh,
        false_fresh,
        hint: derives.then_some(hinted || right),
        effort,
        ideal: if unchanged || copied { 0.0 } else { work(best) },
    })
}

impl Judged {
    fn count(&self, truth: &Truth, counts: &mut Counts) {
        let wrong = self.carried && !self.right;
        let continued = truth.old.is_some() && !truth.optional;
        let changed = continued && truth.severity != "none";
        let still = truth.old.is_some() && matches!(truth.severity.as_str(), "none" | "cosmetic");
        let cosmetic = still && truth.severity == "cosmetic";
        counts.blocks += 1;
        counts.carried += u32::from(self.carried);
        counts.wrong += u32::from(wrong);
        counts.continued += u32::from(continued);
        counts.kept += u32::from(continued && self.right);
        counts.kept_id += u32::from(continued && self.same_id);
        counts.changed += u32::from(changed);
        counts.changed_kept += u32::from(changed && self.right);
        counts.new += u32::from(truth.old.is_none());
        counts.new_wrong += u32::from(truth.old.is_none() && wrong);
        counts.false_fresh += u32::from(self.false_fresh);
        counts.still += u32::from(still);
        counts.false_stale += u32::from(still && !self.fresh);
        counts.cosmetic += u32::from(cosmetic);
        counts.cosmetic_stale += u32::from(cosmetic && !self.fresh);
        counts.hinted += u32::from(self.hint.is_some());
        counts.hint_right += u32::from(self.hint == Some(true));
        counts.effort += self.effort;
        counts.ideal += self.ideal;
    }
}

/// What it costs to revise the translation of one text for another, in words.
fn revision(old: &[String], new: &[String]) -> f64 {
    let whole = new.len().max(1) as f64;
    let changed = old.len() + new.len() - 2 * common(old, new);
    whole.min(READING * whole + CHANGE * changed as f64 + 0.5)
}

/// The length of the longest common subsequence.
fn common(one: &[String], other: &[String]) -> usize {
    let mut row = vec![0; other.len() + 1];
    for a in one {
        let mut diagonal = 0;
        let mut left = 0;
        for (b, cell) in other.iter().zip(row.iter_mut().skip(1)) {
            let above = *cell;
            *cell = if a == b { diagonal + 1 } else { above.max(left) };
            (diagonal, left) = (above, *cell);
        }
    }
    row.last().copied().unwrap_or(0)
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn tokens(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '_');
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Whether a block has a letter or digit outside of tags and link targets.
fn has_words(text: &str) -> bool {
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let skipped = match c {
            '<' => rest.find('>'),
            ']' if rest.starts_with("](") => rest.find(')'),
            c if c.is_alphanumeric() || c == '_' => return true,
            _ => None,
        };
        rest = rest
            .get(skipped.map_or(c.len_utf8(), |at| at + 1)..)
            .unwrap_or_default();
    }
    false
}

/// A text without the style of its quotes, dashes, ellipses, spaces and reference labels: what a wrong translation that is
/// called fresh is compared by.
fn typed(text: &str) -> String {
    let mut typed = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let mut length = c.len_utf8();
        match c {
            '\u{2018}'..='\u{201B}' | '\u{2032}' | '\u{2BC}' => typed.push('\''),
            '\u{201C}'..='\u{201F}' | '\u{2033}' => typed.push('"'),
            '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' if typed.ends_with('-') => {}
            '\u{2010}'..='\u{2015}' | '\u{2212}' => typed.push('-'),
            '\u{2026}' => typed.push_str("..."),
            '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}' => {}
            ']' if rest.starts_with("][") => {
                typed.push_str("][");
                length = rest.get(2..).and_then(|r| r.find(']')).map_or(2, |at| at + 2);
            }
            c if c.is_whitespace() => typed.push(' '),
            c => typed.push(c),
        }
        rest = rest.get(length..).unwrap_or_default();
    }
    typed
}

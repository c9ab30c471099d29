//! Measures the alignment on labelled pairs of documents.
//!
//! ```text
//! gzip -dc public.jsonl.gz | cargo run --release --example alignment
//! gzip -dc public.jsonl.gz | cargo run --release --example alignment -- --predictions > predictions.jsonl
//! ```
//!
//! Reads one pair a line from standard input: the Markdown of the old and new files, their blocks, and for every new
//! block the true old one (`pairs.rs` says which fields). Both sides go through the real extraction: Markdown to
//! segments, segments aligned, and a segment is fresh if it is canonically what it was. The table shows all pairs, then
//! the even and the odd lines, so that what was learnt from the one half can be judged on the other; then each kind of
//! edit. `--predictions` prints the outcome block by block instead, `--blocks` takes the given blocks as segments instead
//! of reading the Markdown. What holds no letter or digit (a footnote mark, a dash) is no segment
//! and is not judged; `--strict` counts it as lost. `--unmapped` prints the blocks of the new side that no segment is and the segments that are no block. Nothing depends on anything but the input.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a benchmark is a program of its own: it reads standard input and prints"
)]

mod pairs;
mod score;

use pairs::{Outcome, Pair};
use pressroom::align::{Hints, New, Old, Origin, Wording, align};
use pressroom::names::SegmentId;
use score::{Lost, Score};
use std::collections::BTreeSet;
use std::io::BufRead;

/// How the sides are cut into segments.
#[derive(Clone, Copy)]
enum Cut {
    /// By reading the Markdown.
    Markdown,
    /// As the blocks are given.
    Blocks,
}

fn main() {
    let arguments = std::env::args().skip(1).collect::<Vec<_>>();
    let asked = |option: &str| arguments.iter().any(|argument| argument == option);
    let cut = if asked("--blocks") { Cut::Blocks } else { Cut::Markdown };
    let (mut all, mut even, mut odd) = (Score::default(), Score::default(), Score::default());
    for (number, line) in std::io::stdin().lock().lines().enumerate() {
        let pair = match line.map_err(|e| e.to_string()).and_then(|line| Pair::read(&line)) {
            Ok(pair) => pair,
            Err(error) => {
                eprintln!("line {}: {error}", number + 1);
                continue;
            }
        };
        if asked("--unmapped") {
            print!("{}", pair.unmapped());
            continue;
        }
        let (outcomes, translated) = outcomes(&pair, cut);
        if asked("--predictions") {
            println!("{}", pair.prediction(&outcomes));
            continue;
        }
        let lost = if asked("--strict") {
            Lost::Counts
        } else {
            Lost::IsNotJudged(&translated)
        };
        all.add(&pair, &outcomes, lost);
        if number % 2 == 0 { &mut even } else { &mut odd }.add(&pair, &outcomes, lost);
    }
    if !asked("--predictions") && !asked("--unmapped") {
        println!("{}", score::HEAD);
        println!("{}\n{}\n{}\n", all.line("all"), even.line("even"), odd.line("odd"));
        print!("{}", all.kinds());
    }
}

/// What became of every block of the new side that is a segment, and which blocks of the old side were segments.
fn outcomes(pair: &Pair, cut: Cut) -> (Vec<Option<Outcome>>, BTreeSet<usize>) {
    let (before, after) = match cut {
        Cut::Markdown => (pair.old.read(), pair.new.read()),
        Cut::Blocks => (pair.old.given(), pair.new.given()),
    };
    let id = SegmentId::new("segment").unwrap_or_else(|| unreachable!("an identifier"));
    let old = before.iter().map(|cut| Old {
        release: cut.release.clone(),
        id: id.clone(),
        kind: cut.kind.clone(),
        text: cut.text.clone(),
    });
    let old = old.collect::<Vec<_>>();
    let new = after.iter().map(|cut| New {
        release: cut.release.clone(),
        kind: cut.kind.clone(),
        text: cut.text.clone(),
    });
    let new = new.collect::<Vec<_>>();
    let alignment = align(&old, &new, &Hints::default());
    let mut outcomes = vec![None; pair.new.blocks.len()];
    let block = |old: usize| before.get(old).and_then(|cut| cut.block);
    for (cut, origin) in after.iter().zip(&alignment.origins) {
        let outcome = match origin {
            Origin::Kept { old, wording, .. } => Outcome {
                old: block(*old),
                fresh: *wording == Wording::Same,
                hint: None,
            },
            Origin::New { derived } => Outcome {
                old: None,
                fresh: false,
                hint: derived.and_then(|derived| block(derived.old)),
            },
        };
        if let Some(place) = cut.block.and_then(|at| outcomes.get_mut(at)) {
            *place = Some(outcome);
        }
    }
    (outcomes, before.iter().filter_map(|cut| cut.block).collect())
}

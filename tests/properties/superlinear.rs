//! Twice as much of anything takes about twice as long: no input makes a reader slow out of proportion.

use crate::properties::input::Input;
use pressroom::catalog::parse::parse;
use pressroom::catalog::resolve::resolve;
use pressroom::catalog::terms::Terms;
use pressroom::catalog::text::encode;
use pressroom::diagnostic::Source;
use pressroom::facts;
use pressroom::locale::Locale;
use pressroom::names::Slug;
use pressroom::release::canonical::same;
use pressroom::release::{self, inline, structure};
use std::hint::black_box;
use std::time::Duration;

/// How many bytes the smaller of the two texts has.
const SIZE: usize = 16 * 1024;

/// What takes less is not measured: the clock is too coarse for it, and nobody waits for it.
const UNNOTICED: Duration = Duration::from_millis(40);

/// The most that twice as much may take, in tenths: 2 would be linear; sorting, and caches of the processor that no longer hold all,
/// cost a little more.
const MOST: u32 = 28;

/// How often the ratio must be too high: a machine that does other things at the same time is slow now and then.
const TIMES: usize = 4;

/// Input: what stands before, the text that is repeated, what stands behind; which reader.
pub(crate) fn holds(data: &[u8]) {
    let mut input = Input::new(data);
    let (before, again, after) = (input.text(), input.text(), input.text());
    if again.is_empty() {
        return;
    }
    let reader = *input.of(&READERS);
    let count = (SIZE / again.len()).max(2);
    let text = |times: usize| format!("{before}{}{after}", again.repeat(count * times));
    let (once, twice) = (text(1), text(2));
    let too_long = |took: &(Duration, Duration)| took.1 > UNNOTICED && took.1 * 10 > took.0 * MOST;
    let mut worst = None;
    for _ in 0..TIMES {
        let took = (measured(reader, &once), measured(reader, &twice));
        if !too_long(&took) {
            return;
        }
        worst = worst.max(Some(took));
    }
    panic!("{again:?}, once and twice: {worst:?}");
}

/// How long the processor works on a text.
fn measured(reader: fn(&str), text: &str) -> Duration {
    let begin = processor_time();
    reader(text);
    processor_time().saturating_sub(begin)
}

/// The time that the processor has worked for this thread. Other work on the machine does not count.
#[cfg(target_os = "linux")]
fn processor_time() -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = told.split(' ').next().and_then(|number| number.parse().ok());
    Duration::from_nanos(nanoseconds.unwrap_or_default())
}

/// Elsewhere nothing is measured.
#[cfg(not(target_os = "linux"))]
fn processor_time() -> Duration {
    Duration::ZERO
}

/// Everything that reads what people write. What describes a change compares words, which costs more until it reaches its bound; it is not
/// among them.
const READERS: [fn(&str); 8] = [
    |text| drop(black_box(parse(Source::new("a.ftl", text)))),
    |text| {
        let (catalog, _) = parse(Source::new("a.ftl", text));
        let terms = Terms::from_catalogs(&[&catalog]);
        let values = catalog.messages().filter_map(|message| message.value.as_ref());
        values.for_each(|value| drop(black_box(resolve(value, &terms))));
    },
    |text| {
        let text = format!("+++\ntitle = \"x\"\ndate = 2026-01-02\n+++\n\n{text}");
        drop(black_box(release::parse(
            Source::new("a.md", text),
            Slug::new("a").expect("it is a slug"),
        )));
    },
    |text| {
        let text = format!("+++\n{text}\n+++\n\nText.\n");
        drop(black_box(release::parse(
            Source::new("a.md", text),
            Slug::new("a").expect("it is a slug"),
        )));
    },
    |text| {
        if let Ok(inlines) = inline::parse(text) {
            black_box(structure::compare(&inlines, &inlines[..inlines.len() / 2]));
        }
    },
    |text| drop(black_box(encode(text))),
    |text| {
        drop(black_box(facts::extract(
            text,
            &Locale::new("en").expect("it is a locale"),
        )))
    },
    |text| {
        black_box(same(text, &text.to_uppercase()));
    },
];

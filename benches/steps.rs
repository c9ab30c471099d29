//! What the steps of the program cost, each alone: `cargo bench`. The numbers behind a name are segments of one release; a step that takes four
//! times as long for four times as many grows with its work and not faster.

use divan::{Bencher, black_box, counter::ItemsCount};
use pressroom::catalog;
use pressroom::catalog::source::SourceCatalog;
use pressroom::check;
use pressroom::check::glossary::Glossaries;
use pressroom::check::levels::Levels;
use pressroom::check::side::EnglishSides;
use pressroom::desk::Desk;
use pressroom::diagnostic::Source;
use pressroom::extraction::{Committed, Extraction, Pairings, extract};
use pressroom::facts;
use pressroom::locale::Locale;
use pressroom::names::Slug;
use pressroom::newsroom::Newsroom;
use pressroom::newsroom::outputs::Nowhere;
use pressroom::press::printed::Earlier;
use pressroom::press::{self, Order};
use pressroom::publication::Moment;
use pressroom::release::{self, Release};
use pressroom::worksheet::{self, Rules, Wanted, What};
use std::collections::BTreeMap;
use std::path::Path;

const SEGMENTS: [usize; 4] = [25, 100, 400, 1600];

fn main() {
    divan::main();
}

#[divan::bench(args = SEGMENTS)]
fn read_a_release(bencher: Bencher, segments: usize) {
    let text = english(segments, |_| false);
    let bencher = bencher.counter(ItemsCount::new(segments));
    bencher.bench(|| read(black_box(&text)));
}

#[divan::bench(args = SEGMENTS)]
fn read_a_catalog(bencher: Bencher, segments: usize) {
    let file = translated(segments);
    let bencher = bencher.counter(ItemsCount::new(segments));
    bencher.bench(|| catalog::parse::parse(source(black_box(&file))));
}

/// Every tenth paragraph is another.
#[divan::bench(args = SEGMENTS)]
fn extract_an_edited_release(bencher: Bencher, segments: usize) {
    let before = extracted(&english(segments, |_| false), None);
    let after = english(segments, |n| n % 10 == 0);
    let bencher = bencher.counter(ItemsCount::new(segments));
    bencher
        .with_inputs(|| committed(&before))
        .bench_values(|own| extracted(black_box(&after), Some(own)));
}

/// Every tenth translation becomes stale.
#[divan::bench(args = SEGMENTS)]
fn update_a_worksheet(bencher: Bencher, segments: usize) {
    let (file, _) = catalog::parse::parse(source(&translated(segments)));
    let before = extracted(&english(segments, |_| false), None);
    let after = extracted(&english(segments, |n| n % 10 == 0), Some(committed(&before)));
    let wanted = wanted(&after);
    let update = worksheet::update(Some(&file), &wanted, "a.ftl", "en", Rules::PROSE).expect("it is sound");
    let stale = update.changes.iter().filter(|change| change.what == What::Stale);
    assert_eq!(stale.count(), segments.div_ceil(10));
    let bencher = bencher.counter(ItemsCount::new(segments));
    bencher.bench(|| worksheet::update(Some(black_box(&file)), &wanted, "a.ftl", "en", Rules::PROSE));
}

/// The texts of the sample.
#[divan::bench(args = ["ar", "en", "es", "fr", "ru", "zh"])]
fn read_facts(bencher: Bencher, tag: &str) {
    let newsroom = sample();
    let desk = Desk::open(&newsroom).expect("the sample is sound");
    let locale = Locale::new(tag).expect("it is a locale");
    let texts: Vec<String> = match tag == newsroom.source_locale().tag() {
        true => desk
            .releases(None)
            .flat_map(|one| one.release.document.segments.iter().map(|s| s.text.clone()))
            .collect(),
        false => {
            let editions = desk.editions(&locale, |_| true, |_| true).seen;
            editions
                .iter()
                .flat_map(|edition| {
                    edition
                        .units
                        .iter()
                        .filter_map(|unit| Some(unit.text.as_ref()?.to_string()))
                })
                .collect()
        }
    };
    let bencher = bencher.counter(ItemsCount::new(texts.len()));
    bencher.bench(|| {
        texts
            .iter()
            .map(|text| facts::read(black_box(text), &locale).facts.len())
            .sum::<usize>()
    });
}

/// Every rule over every edition of the sample.
#[divan::bench]
fn check_the_sample(bencher: Bencher) {
    let newsroom = sample();
    let desk = Desk::open(&newsroom).expect("the sample is sound");
    let levels = Levels::new(&newsroom.config).expect("the sample is sound");
    let glossaries: Glossaries = pressroom::gate::glossaries(&desk);
    let editions: Vec<_> = desk
        .locales
        .iter()
        .flat_map(|locale| desk.editions(locale, |_| true, |_| true).seen)
        .collect();
    let bencher = bencher.counter(ItemsCount::new(editions.len()));
    bencher.bench(|| {
        let sources = EnglishSides::default();
        let found = editions
            .iter()
            .map(|edition| check::edition(black_box(edition), &levels, &glossaries, &sources).len());
        found.sum::<usize>()
    });
}

/// Every output of the sample, made and thrown away.
#[divan::bench]
fn print_the_sample(bencher: Bencher) {
    let newsroom = sample();
    let desk = Desk::open(&newsroom).expect("the sample is sound");
    let order = Order {
        locales: None,
        works: None,
        shard: None,
        moment: Moment {
            now: jiff::Timestamp::UNIX_EPOCH,
            embargoed: true,
        },
        concordance: true,
    };
    let made = press::run(&desk, &order, &Earlier::default(), &Nowhere).files;
    let bencher = bencher.counter(ItemsCount::new(made));
    bencher.bench(|| press::run(black_box(&desk), &order, &Earlier::default(), &Nowhere));
}

fn sample() -> Newsroom {
    Newsroom::open(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the repository is a newsroom")
}

/// A release of so many paragraphs, of which some are edited.
fn english(segments: usize, is_edited: impl Fn(usize) -> bool) -> String {
    let mut text = "+++\ntitle = \"A title\"\ndate = 2026-01-02\n+++\n".to_owned();
    for n in 0..segments {
        let verb = if is_edited(n) { "endorsed" } else { "adopted" };
        let day = n % 28 + 1;
        text.push_str(&format!(
            "\nOn {day} May 2018 the committee of group {n} *{verb}* the report of its {n} members, [as planned](https://un.example/{n}).\n"
        ));
    }
    text
}

fn source(text: &str) -> Source {
    Source::new("a.ftl", text)
}

fn slug() -> Slug {
    Slug::new("2026/a").expect("it is a slug")
}

fn read(text: &str) -> Release {
    release::parse(Source::new("releases/2026/a.md", text), slug()).0
}

fn extracted(text: &str, own: Option<Committed>) -> Extraction {
    let own: BTreeMap<Slug, Committed> = own.into_iter().map(|own| (slug(), own)).collect();
    extract("en", vec![(read(text), Vec::new())], own, &Pairings::default())
}

/// The source catalog as an extraction would leave it on the disk.
fn committed(extraction: &Extraction) -> Committed {
    let text = extraction.releases[0].text();
    let (file, _) = catalog::parse::parse(source(&text));
    let (catalog, told) = SourceCatalog::read(&file);
    Committed {
        catalog,
        source: source(&text),
        bytes: text.into_bytes(),
        told,
    }
}

fn wanted(extraction: &Extraction) -> Vec<Wanted> {
    extraction.releases[0]
        .wanted()
        .iter()
        .map(|wanted| Wanted::of(wanted))
        .collect()
}

/// The file of a locale in which a person has translated every segment.
fn translated(segments: usize) -> String {
    let extraction = extracted(&english(segments, |_| false), None);
    let mut wanted = wanted(&extraction);
    for one in &mut wanted {
        one.draft = Some(worksheet::Prefill {
            text: one.english.to_uppercase(),
            origin: String::new(),
        });
    }
    let drafted = worksheet::update(None, &wanted, "a.ftl", "en", Rules::PROSE).expect("it is sound");
    let confirmed = drafted.text.lines().filter(|line| !line.starts_with("# DRAFT"));
    confirmed.flat_map(|line| [line, "\n"]).collect()
}

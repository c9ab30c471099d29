//! Every property of `properties/` but `superlinear`, tried on inputs made from the grammars and on the seeds of the fuzzing targets. How long
//! something takes is no test that a busy machine could pass; `fuzz/` and the part `growth` of the torture harness measure it.

use crate::documents;
use crate::grammar::{fluent, forged, hazardous, inline, name};
use crate::properties::input::SEPARATOR;
use crate::properties::{ALL, holds};
use proptest::prelude::*;
use std::path::Path;

/// An input of these parts.
fn input(parts: &[String], decisions: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for part in parts {
        bytes.extend(part.as_bytes());
        bytes.extend(SEPARATOR.as_bytes());
    }
    bytes.extend(decisions);
    bytes
}

fn decisions(most: usize) -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(any::<u8>(), 0..most)
}

/// So many cases; `PRESSROOM_TRIALS=100` tries a hundred times as many.
fn cases(count: u32) -> ProptestConfig {
    let times = std::env::var("PRESSROOM_TRIALS").map_or(1, |times| times.parse().unwrap());
    ProptestConfig {
        cases: count * times,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn ftl_edit(file in fluent(), text in hazardous(), decisions in decisions(6)) {
        holds("ftl_edit", &input(&[file, text], &decisions));
    }

    #[test]
    fn parity(english in inline(), translation in prop::option::of(inline()), decisions in decisions(6)) {
        let parts: Vec<String> = std::iter::once(english).chain(translation).collect();
        holds("parity", &input(&parts, &decisions));
    }

    #[test]
    fn write_value(text in hazardous()) {
        holds("write_value", &input(&[text], &[]));
    }

    #[test]
    fn worksheet(file in fluent(), texts in prop::collection::vec(prop_oneof![inline(), hazardous()], 0..5), decisions in decisions(16)) {
        let parts: Vec<String> = std::iter::once(file).chain(texts).collect();
        holds("worksheet", &input(&parts, &decisions));
    }

    #[test]
    fn paths(one in name(), other in name()) {
        holds("paths", &input(&[one, other], &[]));
    }

    #[test]
    fn parse_guarded(
        parts in prop::collection::vec(prop_oneof![fluent(), documents::soup(), inline(), hazardous()], 3),
        kind in any::<u8>(),
    ) {
        holds("parse_guarded", &input(&parts, &[kind]));
    }
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn sync_model(blocks in prop::collection::vec(prop_oneof![inline(), documents::nested()], 2..7), decisions in decisions(24)) {
        holds("sync_model", &input(&blocks, &decisions));
    }

    #[test]
    fn annotations(texts in prop::collection::vec(forged(), 1..9), decisions in decisions(255)) {
        holds("annotations", &input(&texts, &decisions));
    }

    #[test]
    fn cache(bytes in prop::collection::vec(any::<u8>(), 0..64), decisions in decisions(4)) {
        let bytes = [&bytes[..], SEPARATOR.as_bytes(), &decisions].concat();
        holds("cache", &bytes);
    }
}

proptest! {
    #![proptest_config(cases(16))]

    #[test]
    fn render_safe(
        body in prop_oneof![documents::nested(), documents::soup(), inline()],
        texts in prop::collection::vec(prop_oneof![inline(), forged()], 1..5),
        decisions in decisions(8),
    ) {
        let parts: Vec<String> = std::iter::once(body).chain(texts).collect();
        let decisions = [&[0], &decisions[..]].concat();
        holds("render_safe", &input(&parts, &decisions));
    }
}

/// The seeds, and with them every input that once made a target fail.
#[test]
fn every_seed_holds() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds");
    let Ok(targets) = std::fs::read_dir(&folder) else {
        // The published package has no fuzzing targets.
        return;
    };
    let mut seen = Vec::new();
    for target in targets {
        let target = target.unwrap();
        let name = target.file_name().into_string().unwrap();
        for seed in std::fs::read_dir(target.path())
            .unwrap()
            .filter(|_| name != "superlinear")
        {
            holds(&name, &std::fs::read(seed.unwrap().path()).unwrap());
        }
        seen.push(name);
    }
    seen.sort();
    let mut known = ALL.map(|(name, _)| name);
    known.sort();
    assert_eq!(seen, known, "every target has seeds");
}

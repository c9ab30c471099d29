//! Changes as a press office makes them, each with its kind as a person would judge it.

use crate::align::change::{Kind, classify};
use Kind::{Cosmetic, Facts, Markup, Minor, Negation, Rewritten, Wording};
use proptest::prelude::*;

/// Old, new, kind, evidence.
const CASES: &[(&str, &str, Kind, &str)] = &[
    // Cosmetic: nothing that a reader of another language could notice.
    ("The talks began.", "The talks began.", Cosmetic, ""),
    ("The talks began.", "The  talks\nbegan.", Cosmetic, "white space"),
    ("The EU’s role", "The EU's role", Cosmetic, "typography"),
    ("talks — and more", "talks -- and more", Cosmetic, "typography"),
    ("the _final_ text", "the *final* text", Cosmetic, "typography"),
    ("Q&amp;A", "Q&A", Cosmetic, "typography"),
    ("wait…", "wait...", Cosmetic, "typography"),
    // Markup: the same words.
    ("the final text", "the *final* text", Markup, "emphasis added"),
    ("the *final* text", "the final text", Markup, "emphasis removed"),
    (
        "the *final* text",
        "the **final** text",
        Markup,
        "emphasis removed, strong added",
    ),
    ("use `git`", "use git", Markup, "code removed"),
    ("as agreed[^1]", "as agreed[^2]", Markup, "footnote changed"),
    ("as agreed", "as agreed[^1]", Markup, "footnote added"),
    ("one\\\ntwo", "one two", Markup, "line break removed"),
    ("*one* two", "one *two*", Markup, "marks moved"),
    // Facts: links.
    (
        "[UN](https://a.org)",
        "[UN](https://b.org)",
        Facts,
        "link https://a.org → https://b.org",
    ),
    (
        "the UN",
        "the [UN](https://a.org)",
        Facts,
        "link https://a.org inserted",
    ),
    ("the [UN](https://a.org)", "the UN", Facts, "link https://a.org removed"),
    ("![Flag](a.png)", "![Flag](b.png)", Facts, "image a.png → b.png"),
    // Facts: dates, days and times.
    ("held on 25 May", "held on 26 May", Facts, "date 25 May → 26 May"),
    (
        "held on 25 May 2018",
        "held on 25 May 2019",
        Facts,
        "date 25 May 2018 → 25 May 2019",
    ),
    (
        "held on May 25, 2018",
        "held on June 25, 2018",
        Facts,
        "date May 25, 2018 → June 25, 2018",
    ),
    ("on 2018-05-25", "on 2018-05-26", Facts, "date 2018-05-25 → 2018-05-26"),
    ("on 25–26 May", "on 25–27 May", Facts, "date 25-26 May → 25-27 May"),
    ("in May", "in June", Facts, "date May → June"),
    ("on Monday", "on Tuesday", Facts, "day Monday → Tuesday"),
    ("at 5:30 p.m.", "at 6:30 p.m.", Facts, "time 5:30 p.m. → 6:30 p.m."),
    ("at 17:30", "at 17:45", Facts, "time 17:30 → 17:45"),
    (
        "held on 25 May 2018",
        "held on May 25, 2018",
        Minor,
        "“25 May 2018” → “May 25, 2018”",
    ),
    ("at 5:30 p.m. today", "at 17:30 today", Minor, "“5:30 p.m.” → “17:30”"),
    // Facts: numbers and amounts.
    ("25 people", "26 people", Facts, "number 25 → 26"),
    ("1,200 people", "12,000 people", Facts, "number 1,200 → 12,000"),
    ("1,200 people", "1200 people", Minor, "“1,200” → “1200”"),
    ("10.5 points", "10.6 points", Facts, "number 10.5 → 10.6"),
    ("five experts", "six experts", Facts, "number five → six"),
    ("five experts", "5 experts", Minor, "“five” → “5”"),
    ("a fall of 5 %", "a fall of 6 %", Facts, "amount 5 % → 6 %"),
    ("5 per cent", "5%", Minor, "“5 per cent” → “5%”"),
    ("5 people", "5 % people", Facts, "number 5 → 5 %"),
    ("$5 million", "$6 million", Facts, "amount $5 million → $6 million"),
    ("$5 million", "€5 million", Facts, "amount $5 million → €5 million"),
    ("$5 million", "$5 billion", Facts, "amount $5 million → $5 billion"),
    ("5 million people", "5 people", Facts, "number 5 million → 5"),
    ("the 3rd session", "the 4th session", Facts, "number 3rd → 4th"),
    ("at -5 degrees", "at 5 degrees", Facts, "number -5 → 5"),
    ("from 5 to 10", "from 10 to 5", Facts, "number 5 → 10, number 10 → 5"),
    ("They met 3 times.", "They met.", Facts, "number 3 removed"),
    ("in the 1990s", "in the 1980s", Facts, "symbol 1990s → 1980s"),
    // Facts: addresses and symbols.
    (
        "write to a@un.org",
        "write to b@un.org",
        Facts,
        "address a@un.org → b@un.org",
    ),
    (
        "resolution A/RES/72/165",
        "resolution A/RES/72/166",
        Facts,
        "symbol A/RES/72/165 → A/RES/72/166",
    ),
    (
        "the COVID-19 crisis",
        "the COVID-20 crisis",
        Facts,
        "symbol COVID-19 → COVID-20",
    ),
    // Facts: names.
    (
        "The speech by Mr. Voronkov",
        "The speech by Mr. Guterres",
        Facts,
        "“Voronkov” → “Guterres”",
    ),
    (
        "talks in Brussels today",
        "talks in Geneva today",
        Facts,
        "“Brussels” → “Geneva”",
    ),
    (
        "Vladimir Voronkov spoke.",
        "Peter Voronkov spoke.",
        Facts,
        "“Vladimir” → “Peter”",
    ),
    ("the EU and UNOCT met", "the EU met", Facts, "“UNOCT” removed"),
    (
        "all of Germany beat France",
        "all of France beat Germany",
        Facts,
        "“Germany” → “France”, “France” → “Germany”",
    ),
    (
        "said Voronkov yesterday",
        "Voronkov said yesterday",
        Wording,
        "the order of the words",
    ),
    (
        "the speech by Voronkov",
        "the speech by Voronkov's",
        Wording,
        "“Voronkov” → “Voronkov's”",
    ),
    // Sentence-initial capitals are not names, nor are those of a headline.
    (
        "Talks began. Everyone left.",
        "Talks began. People left.",
        Wording,
        "“Everyone” → “People”",
    ),
    (
        "Dialogue Takes Place In Brussels",
        "Meeting Takes Place In Brussels",
        Wording,
        "“Dialogue” → “Meeting”",
    ),
    (
        "Dialogue Takes Place At EU House",
        "Dialogue Takes Place At UN House",
        Facts,
        "“EU” → “UN”",
    ),
    // Negation and modals.
    (
        "The text is final.",
        "The text is not final.",
        Negation,
        "“not” inserted",
    ),
    (
        "The text is not final.",
        "The text is final.",
        Negation,
        "“not” removed",
    ),
    ("States may act.", "States must act.", Negation, "“may” → “must”"),
    (
        "States shall act.",
        "States should act.",
        Negation,
        "“shall” → “should”",
    ),
    ("It is legal.", "It is illegal.", Negation, "“legal” → “illegal”"),
    (
        "They were able to act.",
        "They were unable to act.",
        Negation,
        "“able” → “unable”",
    ),
    (
        "with an agreement",
        "without an agreement",
        Negation,
        "“without” inserted",
    ),
    ("all states", "all states except one", Negation, "“except” inserted"),
    ("They do act.", "They don't act.", Negation, "“not” inserted"),
    ("a member state", "a non-member state", Wording, "“non” inserted"),
    ("They will meet.", "They met.", Negation, "“will” removed"),
    ("not able", "notable", Negation, "“not” removed"),
    // Minor.
    (
        "The talks, began.",
        "The talks began.",
        Minor,
        "punctuation “,” removed",
    ),
    (
        "It ended; all left.",
        "It ended. all left.",
        Minor,
        "punctuation “;” → “.”",
    ),
    (
        "the european union",
        "the European union",
        Minor,
        "“european” → “European”",
    ),
    (
        "counter-terrorism work",
        "counterterrorism work",
        Minor,
        "hyphenation “counter terrorism” → “counterterrorism”",
    ),
    (
        "the organisation met",
        "the organization met",
        Minor,
        "spelling “organisation” → “organization”",
    ),
    (
        "a new programme",
        "a new program",
        Minor,
        "spelling “programme” → “program”",
    ),
    ("to derve it", "to derive it", Minor, "spelling “derve” → “derive”"),
    (
        "to recieve it",
        "to receive it",
        Minor,
        "spelling “recieve” → “receive”",
    ),
    (
        "They do not act.",
        "They don't act.",
        Minor,
        "“do” → “don't”, “not” → “don't”",
    ),
    // Another word, though only a letter differs.
    (
        "the county office",
        "the country office",
        Wording,
        "“county” → “country”",
    ),
    ("the expert spoke", "the experts spoke", Wording, "“expert” → “experts”"),
    (
        "the spokesman said",
        "the spokesmen said",
        Wording,
        "“spokesman” → “spokesmen”",
    ),
    // Wording.
    (
        "The meeting was held in the city hall.",
        "The meeting was convened in the city hall.",
        Wording,
        "“held” → “convened”",
    ),
    (
        "The meeting was held.",
        "The meeting was held in peace.",
        Wording,
        "“in peace” inserted",
    ),
    (
        "The long meeting was held.",
        "The meeting was held.",
        Wording,
        "“long” removed",
    ),
    // Rewritten.
    (
        "The meeting was held in the town.",
        "Our experts discussed many other things.",
        Rewritten,
        "0 of 7 words kept",
    ),
    ("Background", "Next steps", Rewritten, "0 of 1 words kept"),
];

#[test]
fn changes_are_judged_as_a_person_would() {
    let mut wrong = String::new();
    for (old, new, kind, evidence) in CASES {
        let found = classify(old, new);
        if found.kind != *kind || found.evidence != *evidence {
            wrong.push_str(&format!("{old:?} -> {new:?}: {found:?}, not {kind:?} {evidence:?}\n"));
        }
    }
    assert!(CASES.len() >= 80);
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn the_most_serious_kind_is_the_greatest() {
    assert!([Cosmetic, Markup, Minor, Wording, Rewritten, Negation, Facts].is_sorted());
}

proptest! {
    #[test]
    fn only_equal_canonical_forms_are_cosmetic(old in "[a-cA-C0-2 ,.*`_\\-–—’'\\[\\]()]{0,14}", new in "[a-cA-C0-2 ,.*`_\\-–—’'\\[\\]()]{0,14}") {
        let cosmetic = classify(&old, &new).kind == Cosmetic;
        prop_assert_eq!(cosmetic, crate::release::canonical::same(&old, &new));
    }

    #[test]
    fn a_changed_number_is_always_a_change_of_facts(a in 0u32..100_000, b in 0u32..100_000) {
        prop_assume!(a != b);
        let change = classify(&format!("They counted {a} people."), &format!("They counted {b} people."));
        prop_assert_eq!(change.kind, Facts);
    }
}

#[test]
fn a_change_is_described_by_its_kind_and_what_changed() {
    for (old, new, described) in [
        ("The talks began.", "The talks began.", "cosmetic"),
        ("the final text", "the *final* text", "markup: emphasis added"),
        ("25 people came.", "26 people came.", "number 25 → 26"),
    ] {
        assert_eq!(classify(old, new).describe(), described);
    }
}

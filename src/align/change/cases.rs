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

/// The rest of what is told apart: old, new, kind, evidence.
const MORE: &[(&str, &str, Kind, &str)] = &[
    // Times: noon is 12 p.m., midnight 12 a.m.
    ("at 5.30 pm sharp", "at 6.30 pm sharp", Facts, "time 5.30 pm → 6.30 pm"),
    ("at 5 a.m. sharp", "at 5 p.m. sharp", Facts, "time 5 a.m. → 5 p.m."),
    ("at 12 p.m. sharp", "at 12:00 sharp", Minor, "“12 p.m.” → “12:00”"),
    ("at 12 a.m. sharp", "at 0:00 sharp", Minor, "“12 a.m.” → “0:00”"),
    ("at 11:59 pm", "at 23:59", Minor, "“11:59 pm” → “23:59”"),
    // Dates in other orders.
    ("on 25 May", "on 25th of May", Minor, "“25 May” → “25th of May”"),
    ("on May 25–26", "on May 25–27", Facts, "date May 25-26 → May 25-27"),
    (
        "on 25–26 May 2018",
        "on May 25–26, 2018",
        Minor,
        "“25-26 May 2018” → “May 25-26, 2018”",
    ),
    ("on 2018-05-25", "on 25 May 2018", Minor, "“2018-05-25” → “25 May 2018”"),
    ("in May 2018", "in May 2019", Facts, "date May 2018 → May 2019"),
    ("on 25 Dec", "on 25 December", Minor, "“25 Dec” → “25 December”"),
    ("May I ask?", "Might I ask?", Negation, "“may” → “might”"),
    ("the 31 points", "the 32 points", Facts, "number 31 → 32"),
    // Amounts, in front and behind; groups of digits in two ways.
    ("USD 500 each", "USD 600 each", Facts, "amount USD 500 → USD 600"),
    ("5 euros each", "6 euros each", Facts, "amount 5 euros → 6 euros"),
    ("5 euros each", "€5 each", Minor, "“5 euros” → “€5”"),
    ("£5 each", "¥5 each", Facts, "amount £5 → ¥5"),
    ("CHF 5 each", "€5 each", Facts, "amount CHF 5 → €5"),
    ("5 ‰ of all", "5 % of all", Facts, "amount 5 ‰ → 5 %"),
    ("1 200 people", "1,200 people", Minor, "“1 200” → “1,200”"),
    (
        "1 200 300 people",
        "1,200,300 people",
        Minor,
        "“1 200 300” → “1,200,300”",
    ),
    (
        "5 thousand people",
        "5 million people",
        Facts,
        "number 5 thousand → 5 million",
    ),
    ("5 billion people", "5 bn people", Minor, "“5 billion” → “5 bn”"),
    (
        "the 1st and 2nd rounds",
        "the 1st and 3rd rounds",
        Facts,
        "number 2nd → 3rd",
    ),
    ("a fall (-5) there", "a fall (5) there", Facts, "number -5 → 5"),
    ("-5 degrees", "5 degrees", Facts, "number -5 → 5"),
    ("5 and 5 people", "5 people", Facts, "number 5 removed"),
    // What is told one by one, and how many more there are.
    (
        "1 2 3 parts",
        "4 5 6 parts",
        Facts,
        "number 1 → 4, number 2 → 5, number 3 → 6",
    ),
    (
        "1 of 2 and 3 of 4 parts",
        "5 of 6 and 7 of 8 parts",
        Facts,
        "number 1 → 5, number 2 → 6, number 3 → 7 and 1 more",
    ),
    // Symbols and names.
    ("the G7 met", "the G8 met", Facts, "symbol G7 → G8"),
    ("a pre-2018 law", "a pre-2019 law", Facts, "number 2018 → 2019"),
    ("the iPhone sold well", "the iPad sold well", Facts, "“iPhone” → “iPad”"),
    (
        "The speech by J. Voronkov",
        "The speech by J. Guterres",
        Facts,
        "“Voronkov” → “Guterres”",
    ),
    (
        "a speech by Mr. Voronkov there",
        "a speech by Mr. Guterres there",
        Facts,
        "“Voronkov” → “Guterres”",
    ),
    ("THE TALKS BEGAN", "THE TALKS ENDED", Wording, "“BEGAN” → “ENDED”"),
    (
        "It began! Everyone left.",
        "It began! People left.",
        Wording,
        "“Everyone” → “People”",
    ),
    (
        "It is true: Everyone left.",
        "It is true: People left.",
        Wording,
        "“Everyone” → “People”",
    ),
    (
        "He said, \"Everyone left.\"",
        "He said, \"People left.\"",
        Wording,
        "“Everyone” → “People”",
    ),
    (
        "\"Brussels\" was said",
        "\"Geneva\" was said",
        Wording,
        "“Brussels” → “Geneva”",
    ),
    // One spelling wherever it stands; two are other words.
    (
        "the programme of the programme",
        "the program of the program",
        Minor,
        "spelling “programme” → “program”",
    ),
    (
        "the programme of the centre",
        "the program of the center",
        Wording,
        "“programme” → “program”, “centre” → “center”",
    ),
    // Markup that no word shows.
    (
        "[UN](https://a.org)",
        "[UN](https://a.org \"The UN\")",
        Markup,
        "title added",
    ),
    ("![Flag](a.png)", "Flag", Facts, "image a.png removed"),
    ("one ~~two~~", "one two", Markup, "strikethrough removed"),
    ("one\\\ntwo *three*", "one\\\ntwo three", Markup, "emphasis removed"),
];

#[test]
fn the_rarer_changes_are_judged_as_well() {
    let mut wrong = String::new();
    for (old, new, kind, evidence) in MORE {
        let found = classify(old, new);
        if found.kind != *kind || found.evidence != *evidence {
            wrong.push_str(&format!("{old:?} -> {new:?}: {found:?}, not {kind:?} {evidence:?}\n"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn a_contraction_is_its_words() {
    for (short, long) in [
        ("can't", "can not"),
        ("cannot", "can not"),
        ("won't", "will not"),
        ("shan't", "shall not"),
        ("don't", "do not"),
        ("isn't", "is not"),
        ("let's", "let us"),
        ("it's", "it is"),
        ("that's", "that is"),
        ("there's", "there is"),
        ("here's", "here is"),
        ("what's", "what is"),
        ("who's", "who is"),
        ("he's", "he is"),
        ("she's", "she is"),
        ("we're", "we are"),
        ("we've", "we have"),
        ("we'll", "we will"),
        ("I'm", "I am"),
    ] {
        let change = classify(&format!("They said {short} so"), &format!("They said {long} so"));
        assert_eq!(change.kind, Minor, "{short}: {change:?}");
    }
}

#[test]
fn a_number_in_words_is_the_number() {
    let small = [
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ];
    let tens = ["thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let large = [
        ("hundred", 100u64),
        ("thousand", 1_000),
        ("million", 1_000_000),
        ("billion", 1_000_000_000),
    ];
    let small = small.into_iter().zip(2u64..);
    let tens = tens.into_iter().zip((30u64..100).step_by(10));
    for (word, number) in small.chain(tens).chain(large) {
        let to = |text: String| classify(&format!("They saw {word} people"), &format!("They saw {text} people")).kind;
        assert_eq!(
            (to(number.to_string()), to((number + 1).to_string())),
            (Minor, Facts),
            "{word}"
        );
    }
}

#[test]
fn british_and_american_spellings_are_one_word_and_others_are_not() {
    for (british, american) in [
        ("realise", "realize"),
        ("realised", "realized"),
        ("realises", "realizes"),
        ("realising", "realizing"),
        ("organisations", "organizations"),
        ("analyse", "analyze"),
        ("analysed", "analyzed"),
        ("labour", "labor"),
        ("labours", "labors"),
        ("laboured", "labored"),
        ("centre", "center"),
        ("centres", "centers"),
        ("dialogue", "dialog"),
        ("dialogues", "dialogs"),
        ("defence", "defense"),
        ("defences", "defenses"),
        ("travelling", "traveling"),
        ("travelled", "traveled"),
        ("programmes", "programs"),
        ("judgement", "judgment"),
        // Slips: neighbours changed places, a letter is missing.
        ("wierd", "weird"),
        ("goverment", "government"),
    ] {
        let of = |word: &str| format!("they saw the {word} there");
        assert_eq!(classify(&of(british), &of(american)).kind, Minor, "{british}");
        assert_eq!(classify(&of(american), &of(british)).kind, Minor, "{british}");
    }
    for (one, other) in [
        ("house", "horse"),
        ("form", "from"),
        ("talks", "stalks"),
        ("talk", "talks"),
        ("planet", "plants"),
        ("rates", "trades"),
        ("bread", "beard"),
    ] {
        let of = |word: &str| format!("they saw the {word} there");
        assert_eq!(classify(&of(one), &of(other)).kind, Wording, "{one}");
    }
}

#[test]
fn a_long_run_of_words_is_shown_by_its_ends() {
    // Twelve times `word ` and `end` are 63 letters: 60 are shown, the middle is left out.
    let before = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen";
    let words = ["word"; 12].join(" ");
    let long = classify(before, &format!("{before} {words} end")).evidence;
    let shown = long.trim_start_matches('“').trim_end_matches("” inserted");
    assert_eq!(shown.chars().count(), 60);
    let (head, tail) = shown.split_once('…').unwrap();
    let whole = format!("{words} end");
    assert!(whole.starts_with(head) && whole.ends_with(tail), "{shown}");
    assert!(head.chars().count().abs_diff(tail.chars().count()) <= 1, "{shown}");
}

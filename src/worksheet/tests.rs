//! A locale file before and after, with its English: what an update writes, keeps and takes back.

use super::accept::{Outcome, accept};
use super::*;
use proptest::prelude::*;

fn wanted(list: &[(&str, &str)]) -> Vec<Wanted> {
    let one = |(id, english): &(&str, &str)| Wanted {
        id: SegmentId::new(id).unwrap(),
        is_term: false,
        english: (*english).to_owned(),
        note: None,
        minor: vec![],
        draft: None,
    };
    list.iter().map(one).collect()
}

fn read(text: &str) -> Catalog {
    let (catalog, diagnostics) = parse(Source::new("locales/fr/x.ftl", text));
    assert_eq!(diagnostics, [], "{text}");
    catalog
}

fn updated_with(text: &str, wanted: &[Wanted]) -> String {
    let catalog = read(text);
    let update_of = |catalog: &Catalog| update(Some(catalog), wanted, "locales/fr/x.ftl", "en", Rules::PROSE).unwrap();
    let once = update_of(&catalog);
    assert_eq!(once.changes.is_empty(), once.text == text, "{:?}", once.changes);
    let twice = update_of(&read(&once.text));
    assert_eq!(twice.text, once.text, "not idempotent");
    once.text
}

fn updated(text: &str, list: &[(&str, &str)]) -> String {
    updated_with(text, &wanted(list))
}

const UP_TO_DATE: &str = "\
### Titre

# en: One
one = Un

# a note
# en: Two, **bold**
two = Deux
";

#[test]
fn a_note_that_a_blank_line_cut_off_from_its_stub_stays() {
    let note = "# en was: Old\n# ask the press officer\n\n# en: Two\ntwo = { \"\" }\n";
    let after = updated(&format!("# en: One\none = Un\n\n{note}"), &[("one", "One")]);
    assert!(after.ends_with(&format!("## Obsolete\n\n{note}")), "{after}");
    let ours = note.replace("# ask the press officer\n", "");
    let after = updated(&format!("# en: One\none = Un\n\n{ours}"), &[("one", "One")]);
    assert_eq!(after.trim_end(), "# en: One\none = Un");
    // A comment without a word is a person's as well, for who knows what it parts.
    let empty = note.replace("ask the press officer", "");
    let after = updated(&format!("# en: One\none = Un\n\n{empty}"), &[("one", "One")]);
    assert!(after.ends_with(&format!("## Obsolete\n\n{empty}")), "{after}");
}

#[test]
fn what_was_added_at_the_end_and_goes_again_leaves_no_blank_line() {
    let list = [("one", "One"), ("two", "Two, **bold**")];
    for text in [UP_TO_DATE, UP_TO_DATE.trim_end()] {
        let added = updated(text, &[list[0], list[1], ("three", "Three")]);
        assert!(added.ends_with("three = { \"\" }\n"), "{added}");
        assert_eq!(updated(&added, &list).trim_end_matches('\n'), UP_TO_DATE.trim_end());
        assert!(!updated(&added, &list).ends_with("\n\n"));
    }
}

#[test]
fn of_two_headings_one_is_kept() {
    let text = "## Obsolete\n\na = { \"\" }\n## Obsolete\n\nb = { \"\" }\n";
    let of = |catalog: &Catalog| update(Some(catalog), &[], "locales/fr/x.ftl", "en", Rules::PROSE).unwrap();
    assert_eq!(of(&read(text)).text, "");
    let kept = of(&read(&text.replace("{ \"\" }", "x"))).text;
    assert_eq!(kept.matches("## Obsolete").count(), 1, "{kept}");
    assert_eq!(of(&read(&kept)).text, kept);
}

#[test]
fn a_file_that_is_up_to_date_keeps_its_bytes() {
    let list = [("one", "One"), ("two", "Two,   *bold*".replace('*', "__").as_str())].map(|(a, b)| (a, b.to_owned()));
    let list: Vec<(&str, &str)> = list.iter().map(|(a, b)| (*a, b.as_str())).collect();
    for text in [
        UP_TO_DATE.to_owned(),
        UP_TO_DATE.replace('\n', "\r\n"),
        UP_TO_DATE.trim_end().to_owned(),
        format!("\n\n{UP_TO_DATE}\n \n"),
    ] {
        assert_eq!(updated(&text, &list), text);
    }
}

#[test]
fn a_new_file_has_a_stub_for_every_segment() {
    let new = update(
        None,
        &wanted(&[("one", "One"), ("two", "Two\\\nlines")]),
        "locales/fr/x.ftl",
        "en",
        Rules::PROSE,
    )
    .unwrap();
    assert_eq!(
        new.text,
        "### Above each message stands its English, `# en: …`; please leave it there.\n\
         ### To translate a message, replace { \"\" } with your text, on the same line.\n\n\
         # en: One\none = { \"\" }\n\n# en: Two\\\n# en: lines\ntwo = { \"\" }\n"
    );
    assert_eq!(updated(&new.text, &[("one", "One"), ("two", "Two\\\nlines")]), new.text);
    assert_eq!(
        updated("", &[("one", "One")]),
        updated("\n", &[("one", "One")]).trim_start()
    );
}

#[test]
fn a_change_of_the_english_is_shown_and_goes_away_again() {
    let fresh = "# en: It is on 25 May.\na = C’est le 25 mai.\n";
    let stale = updated(fresh, &[("a", "It is on 26 May.")]);
    assert_eq!(
        stale,
        "# STALE (number 25 → 26): revise the translation, then delete this line and the next.\n\
         # en was: It is on 25 May.\n# en now: It is on 26 May.\na = C’est le 25 mai.\n"
            .replace(
                "number 25 → 26",
                &crate::align::change::classify("It is on 25 May.", "It is on 26 May.").describe()
            )
    );
    let later = updated(&stale, &[("a", "It is on 27 June.")]);
    assert!(
        later.contains("# en was: It is on 25 May.\n# en now: It is on 27 June.\n"),
        "{later}"
    );
    assert_eq!(
        updated(&later, &[("a", "It is on 25 May.")]),
        fresh,
        "the English returned"
    );
    let revised = "# en now: It is on 26 May.\na = C’est le 26 mai.\n";
    assert_eq!(
        updated(revised, &[("a", "It is on 26 May.")]),
        revised.replace("en now", "en")
    );
    let half = stale.replacen("# en was: It is on 25 May.\n", "", 1);
    assert!(updated(&half, &[("a", "It is on 26 May.")]).starts_with("# STALE (nothing says"));
    let other_half: String = stale.lines().skip(1).map(|line| format!("{line}\n")).collect();
    assert_eq!(updated(&other_half, &[("a", "It is on 26 May.")]), stale);
}

#[test]
fn a_wording_declared_equivalent_leaves_the_file_alone() {
    let text = "# en: One.\na = Un.\n";
    let mut list = wanted(&[("a", "One!")]);
    list[0].minor.push("One.".to_owned());
    assert_eq!(updated_with(text, &list), text);
}

#[test]
fn an_unverified_translation_shows_the_english_and_stays_unverified() {
    let shown = updated("# note\na = Un\n", &[("a", "One")]);
    assert_eq!(
        shown,
        "# note\n# STALE (nothing says which English this was made from): check the translation, then delete this line.\n\
         # en now: One\na = Un\n"
    );
    let confirmed: String = shown
        .lines()
        .filter(|line| !line.starts_with("# STALE"))
        .map(|line| format!("{line}\n"))
        .collect();
    assert_eq!(updated(&confirmed, &[("a", "One")]), "# note\n# en: One\na = Un\n");
}

#[test]
fn a_quote_cut_off_by_a_blank_line_is_joined_again() {
    let text = "# note\n# STALE (x): revise\n# en was: A\n\n# en now: B\na = x\n";
    let joined = updated(text, &[("a", "B")]);
    assert!(
        joined.starts_with("# note\n\n# STALE (") && joined.contains("# en was: A\n# en now: B\na = x\n"),
        "{joined}"
    );
}

#[test]
fn stubs_are_refreshed_and_filled() {
    assert_eq!(
        updated("# en: One\na = { \"\" }\n", &[("a", "Two")]),
        "# en: Two\na = { \"\" }\n"
    );
    let mut list = wanted(&[("a", "Two")]);
    list[0].draft = Some(Prefill {
        text: "Deux".to_owned(),
        origin: "memory 100 %, from x#b".to_owned(),
    });
    list[0].note = Some("a number".to_owned());
    let filled = updated_with("# mine\n# en: One\na = { \"\" }\n", &list);
    assert_eq!(
        filled,
        "# mine\n# DRAFT (memory 100 %, from x#b): check the translation, then delete this line.\n# en note: a number\n# en: Two\na = Deux\n"
    );
    list[0].draft = None;
    list[0].english = "Two.".to_owned();
    let stale = updated_with(&filled, &list);
    assert!(
        stale.contains("# DRAFT (memory") && stale.contains("# en was: Two\n# en now: Two.\na = Deux"),
        "{stale}"
    );
}

#[test]
fn messages_follow_the_order_of_the_source_and_comments_stay() {
    let text = "### R\n\n## G\n\n# en: A\na = a\n\n\n# en: B\n# of b\nb = b\n## H\n# en: C\nc = c\n\n# alone\n\n# en: D\nd = d";
    let list = [
        ("new1", "N1"),
        ("c", "C"),
        ("a", "A"),
        ("new2", "N2"),
        ("b", "B"),
        ("d", "D"),
        ("new3", "N3"),
    ];
    assert_eq!(
        updated(text, &list),
        "### R\n\n## G\n\n# en: N1\nnew1 = { \"\" }\n\n# en: C\nc = c\n\n# en: A\na = a\n\n\n# en: N2\nnew2 = { \"\" }\n\n\
         # en: B\n# of b\nb = b\n## H\n\n# alone\n\n# en: D\nd = d\n\n# en: N3\nnew3 = { \"\" }\n"
    );
}

#[test]
fn what_is_gone_moves_to_the_end_and_comes_back() {
    let text = "# en: A\na = a\n\n# en: B\nb = b\n\n# en: S\ns = { \"\" }\n\n# asked\n# en: T\nt = { \"\" }\n\n# en: C\nc = c\n";
    let gone = updated(text, &[("a", "A"), ("c", "C")]);
    assert_eq!(
        gone,
        "# en: A\na = a\n\n# en: C\nc = c\n\n## Obsolete\n\n# en: B\nb = b\n\n# asked\n# en: T\nt = { \"\" }\n"
    );
    let back = updated(&gone, &[("a", "A"), ("b", "B"), ("t", "T"), ("c", "C")]);
    assert_eq!(
        back,
        "# en: A\na = a\n\n# en: B\nb = b\n\n# asked\n# en: T\nt = { \"\" }\n\n# en: C\nc = c\n"
    );
    let changed = updated(&gone, &[("a", "A"), ("b", "Other"), ("c", "C")]);
    assert!(changed.contains("# en was: B\n# en now: Other\nb = b\n"), "{changed}");
}

#[test]
fn a_faulty_file_is_refused() {
    for text in [
        "a = x\n    [y\n",
        "a = x\na = y\n",
        "<<<<<<< x\na = x\n=======\n>>>>>>> y\n",
    ] {
        let (catalog, _) = parse(Source::new("x.ftl", text));
        let refused = update(Some(&catalog), &wanted(&[("a", "A")]), "x.ftl", "en", Rules::PROSE).unwrap_err();
        assert_eq!(refused.code, "syntax");
    }
}

#[test]
fn accepting_takes_the_marks_off() {
    let text = "# STALE (x): revise\n# en was: A\n# en now: B\na = a\n\nb = b\n\n# DRAFT (x): check\n# en: C\nc = c\n\n\
                # en: D\nd = { \"\" }\n\n# en: E\ne = e\n\n# STALE: x\n# en was: F\n# en now: G\nf = f\n\n# en: I\ni = i\n";
    let list = wanted(&[
        ("a", "B"),
        ("b", "BB"),
        ("c", "C"),
        ("d", "D"),
        ("e", "E"),
        ("f", "H"),
        ("g", "G"),
        ("i", "J"),
    ]);
    let done = accept(&read(text), &list, "en", Rules::PROSE).unwrap();
    assert_eq!(
        done.text,
        "# en: B\na = a\n\n# en: BB\nb = b\n\n# en: C\nc = c\n\n# en: D\nd = { \"\" }\n\n# en: E\ne = e\n\n# en: G\nf = f\n\n# en: J\ni = i\n"
    );
    use Outcome::{Accepted, AlreadyFresh, Behind, Missing};
    let outcomes: Vec<Outcome> = done.outcomes.into_iter().map(|(_, outcome)| outcome).collect();
    assert_eq!(
        outcomes,
        [
            Accepted,
            Accepted,
            Accepted,
            Missing,
            AlreadyFresh,
            Behind,
            Missing,
            Accepted
        ]
    );
}

#[test]
fn hand_written_files_are_quoted_line_by_line() {
    let english = read(
        "-un = United Nations\n    .short = UN\nitems = { $n ->\n    [one] One item\n   *[other] { $n } items\n}\n",
    );
    let list: Vec<Wanted> = english
        .messages()
        .map(|m| Wanted {
            id: m.id.clone(),
            is_term: m.is_term,
            english: crate::catalog::quote::english_of(&english, m),
            note: None,
            minor: vec![],
            draft: None,
        })
        .collect();
    let new = update(None, &list, "locales/fr/site.ftl", "en", Rules::FLUENT).unwrap();
    let body = "# en: United Nations\n# en: .short = UN\n-un = { \"\" }\n\n\
                # en: { $n ->\n# en: [one] One item\n# en: *[other] { $n } items\n# en: }\nitems = { \"\" }\n";
    assert!(new.text.ends_with(body), "{}", new.text);
    let again = update(
        Some(&read(&new.text)),
        &list,
        "locales/fr/site.ftl",
        "en",
        Rules::FLUENT,
    )
    .unwrap();
    assert_eq!((again.text, again.changes), (new.text, vec![]));
}

#[test]
fn lines_that_blank_lines_part_are_all_heard_at_once() {
    let file = "# STALE: y\n\n# en was: E0\n# mine\n\n\n# en now: E9\n# en was: E1\n\n# en: E2\na = x\n";
    let text = updated_with(file, &wanted(&[("a", "E2")]));
    assert_eq!(
        text,
        "# mine\n\n\n# STALE (nothing says which English this was made from): check the translation, then delete this line.\n# en now: E2\na = x\n"
    );
    assert_eq!(updated_with(&text, &wanted(&[("a", "E2")])), text);
}

/// The worksheet of a person: messages with and without quotes, notes, group comments, odd spacing.
fn sheet() -> impl Strategy<Value = String> {
    let head = prop::sample::select(vec![
        "",
        "# en: E1\n",
        "# en: E2\n",
        "# note\n",
        "# note\n# en: E1\n# more\n",
        "# STALE (x): y\n# en was: E1\n# en now: E2\n",
        "# en was: E1\n# en now: E2\n",
        "# STALE: y\n# en now: E2\n",
        "# en now: E1\n",
        "# DRAFT (x): y\n# en: E1\n",
        "# en: E1\\\n# en: E2\n",
        "# en was: E2\n\n# en now: E1\n",
        "# en was: E2\n\n# STALE: y\n# more\n\n# en was: E1\n\n",
        "# en: E1\n\n",
        "## Group\n",
        "# alone\n\n",
        "### R\n\n# en: E1\n",
    ]);
    let value = prop::sample::select(vec!["{ \"\" }", "un", "un\n    deux", "\n    un\n    deux", "{ -t }  "]);
    let gap = prop::sample::select(vec!["", "\n", "\n\n", "  \n"]);
    let ids = Just((0..6).collect::<Vec<usize>>()).prop_shuffle();
    let entries = prop::collection::vec((head, value, gap), 0..6);
    let tail = prop::sample::select(vec![
        "",
        "## Obsolete\n\n# en: E1\nold = vieux\n",
        "## Obsolete\n\n# en: E1\nm7 = sept",
        "# end",
    ]);
    (ids, entries, tail, any::<bool>()).prop_map(|(ids, entries, tail, crlf)| {
        let entries = entries
            .iter()
            .zip(ids)
            .map(|((head, value, gap), id)| format!("{head}m{id} = {value}\n{gap}"));
        let text = entries.collect::<String>() + tail;
        if crlf { text.replace('\n', "\r\n") } else { text }
    })
}

fn source() -> impl Strategy<Value = Vec<(usize, &'static str)>> {
    let ids = Just((0..8).collect::<Vec<usize>>()).prop_shuffle();
    let english = prop::sample::select(vec!["E1", "E2", "E3", "E1\\\nE2"]);
    (ids, prop::collection::vec(english, 0..8)).prop_map(|(ids, english)| ids.into_iter().zip(english).collect())
}

fn listed(source: &[(usize, &str)]) -> Vec<Wanted> {
    let ids: Vec<String> = source.iter().map(|(id, _)| format!("m{id}")).collect();
    let list: Vec<(&str, &str)> = ids
        .iter()
        .zip(source)
        .map(|(id, (_, english))| (id.as_str(), *english))
        .collect();
    wanted(&list)
}

fn state(catalog: &Catalog, message: &Message) -> (Option<String>, bool) {
    let quote = crate::catalog::quote::Quote::of(catalog, message, "en");
    (quote.made_from, quote.draft)
}

proptest! {
    /// Whatever the file and the source: nothing of a person is lost, nothing changes what a translation was made from, the order is the
    /// source's, and a second run changes nothing.
    #[test]
    fn updating_loses_nothing(text in sheet(), first in source(), second in source()) {
        let mut text = text;
        for list in [listed(&first), listed(&second)] {
            let before = read(&text);
            let after_text = updated_with(&text, &list);
            let after = read(&after_text);
            let crlf = after_text.matches('\r').count();
            prop_assert_eq!(crlf, if text.contains('\r') { after_text.matches('\n').count() } else { 0 });
            for old in before.messages().filter(|old| !old.is_stub()) {
                let new = after.messages().find(|new| new.key() == old.key());
                prop_assert!(new.is_some_and(|new| state(&after, new) == state(&before, old)), "{} in\n{}\n->\n{}", old.key(), text, after_text);
            }
            let order: Vec<String> = after.messages().map(|m| m.key()).collect();
            let wanted: Vec<String> = list.iter().map(|w| w.id.to_string()).collect();
            prop_assert_eq!(order.get(..wanted.len()), Some(wanted.as_slice()));
            text = after_text;
        }
    }
}

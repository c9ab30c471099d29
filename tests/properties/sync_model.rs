//! Whatever editors do to a release, no translation vanishes, none looks fresh that was made from other words, and what is taken back
//! brings the files back.
//!
//! The model knows which texts translators wrote and what each was made from. Everything happens in memory, in one release and one
//! locale; `it/histories.rs` lives through whole newsrooms on the disk.

use crate::properties::input::Input;
use pressroom::catalog::parse::parse;
use pressroom::catalog::quote::Quote;
use pressroom::catalog::source::SourceCatalog;
use pressroom::catalog::text::literal_text;
use pressroom::catalog::{Catalog, Entry, Message};
use pressroom::diagnostic::Source;
use pressroom::extraction::{self, Committed, Extracted, Pairings};
use pressroom::names::{SegmentId, Slug};
use pressroom::release::canonical::same;
use pressroom::release::{self};
use pressroom::worksheet::{self, Rules, Wanted};
use std::collections::BTreeMap;

/// How many acts a history has at most.
const ACTS: usize = 24;

struct Model {
    /// The release: blocks of Markdown.
    blocks: Vec<String>,
    /// The source catalog and the locale's, as they are committed.
    source: Option<String>,
    locale: Option<String>,
    /// What translators wrote and nobody replaced, and the English it was made from.
    written: BTreeMap<String, String>,
    count: usize,
}

/// Input: blocks of Markdown, each a part; then one or two decisions an act.
pub(crate) fn holds(data: &[u8]) {
    let mut input = Input::new(data);
    let pool: Vec<String> = input.texts();
    let mut model = Model {
        blocks: pool.iter().take(6).cloned().collect(),
        source: None,
        locale: None,
        written: BTreeMap::new(),
        count: 0,
    };
    if !model.update() {
        return;
    }
    for _ in 0..ACTS {
        if !input.goes_on() {
            break;
        }
        match input.below(16) {
            0..=2 => model.translate(&mut input),
            3 => model.revert(&pool, &mut input),
            act => {
                let before = model.blocks.clone();
                edit(&mut model.blocks, act, &pool, &mut input);
                if !model.update() {
                    // A release with an error in it is not extracted from; the editor takes the change back.
                    model.blocks = before;
                }
            }
        }
    }
}

/// One act of an editor.
fn edit(blocks: &mut Vec<String>, act: usize, pool: &[String], input: &mut Input<'_>) {
    let at = input.below(blocks.len());
    if blocks.is_empty() || act == 4 {
        return blocks.insert(at, input.of(pool).clone());
    }
    match act {
        5 => drop(blocks.remove(at)),
        6 | 7 => {
            let block = blocks.remove(at);
            blocks.insert(input.below(blocks.len() + 1), block);
        }
        8 if at + 1 < blocks.len() => {
            let second = blocks.remove(at + 1);
            blocks[at] = format!("{} {second}", blocks[at]);
        }
        9 => {
            if let Some((first, second)) = blocks[at].split_once(". ") {
                let (first, second) = (format!("{first}."), second.to_owned());
                blocks.splice(at..=at, [first, second]);
            }
        }
        10 => blocks.push(blocks[at].clone()),
        11 => blocks[at] = blocks[at].replacen(' ', "\n", 1),
        12 => blocks[at] = blocks[at].replacen("not ", "", 1),
        13 => blocks[at] = blocks[at].replacen(char::is_numeric, "7", 1),
        14 => blocks[at] = blocks[at].replacen("the", "no", 1),
        _ => {
            blocks[at] = format!(
                "{} {}",
                blocks[at],
                input.of(&["again", "*now*", "26 May", "{", "[x](y)"])
            )
        }
    }
}

impl Model {
    /// The release with its ids; none if it cannot be extracted from.
    fn extract(&self) -> Option<Extracted> {
        let text = format!(
            "+++\ntitle = \"A title\"\ndate = 2026-01-02\n+++\n\n{}\n",
            self.blocks.join("\n\n")
        );
        let slug = Slug::new("a").expect("it is a slug");
        let (release, told) = release::parse(Source::new("releases/a.md", text), slug.clone());
        let committed = self.source.iter().map(|text| (slug.clone(), committed(text)));
        let extraction = extraction::extract("en", vec![(release, told)], committed.collect(), &Pairings::default());
        extraction.releases.into_iter().next().filter(Extracted::is_readable)
    }

    /// Extracts and updates, and asks whether all is well; false if the release cannot be extracted from.
    fn update(&mut self) -> bool {
        let Some(extracted) = self.extract() else { return false };
        let source = extracted.text();
        let again = committed(&source).catalog;
        assert_eq!(
            again, extracted.catalog,
            "the source catalog is not read as it was written:\n{source}"
        );
        let wanted: Vec<Wanted> = extracted.wanted().iter().map(|wanted| Wanted::of(wanted)).collect();
        let locale = updated(self.locale.as_deref(), &wanted);
        assert_eq!(
            updated(Some(&locale), &wanted),
            locale,
            "updating twice is not updating once"
        );
        (self.source, self.locale) = (Some(source), Some(locale));
        self.nothing_is_lost();
        let catalog = self.catalog();
        wanted.iter().for_each(|wanted| self.is_honest(&catalog, wanted));
        true
    }

    fn catalog(&self) -> Catalog {
        let (catalog, told) = parse(Source::new("fr.ftl", self.locale.clone().unwrap_or_default()));
        assert_eq!(told, []);
        catalog
    }

    fn nothing_is_lost(&self) {
        let catalog = self.catalog();
        let texts: Vec<String> = catalog.messages().filter_map(text_of).collect();
        for text in self.written.keys() {
            assert!(texts.contains(text), "`{text}` is lost:\n{}", catalog.source.text());
        }
    }

    /// What looks fresh was made from the English of today.
    fn is_honest(&self, catalog: &Catalog, wanted: &Wanted) {
        let Some(message) = catalog.message(&wanted.id).filter(|message| !message.is_stub()) else {
            return;
        };
        let quote = Quote::of(catalog, message, "en");
        let looks_fresh = !quote.draft && quote.made_from.is_some_and(|from| same(&from, &wanted.english));
        let made = text_of(message).and_then(|text| self.written.get(&text).cloned());
        assert!(
            !looks_fresh || made.as_ref().is_some_and(|made| same(made, &wanted.english)),
            "looks fresh: {message:?}\nwas made from {made:?}\nnow {:?}",
            wanted.english
        );
    }

    /// A translator writes what is wanted, over what stands there, and deletes what the advice says.
    fn translate(&mut self, input: &mut Input<'_>) {
        let Some(extracted) = self.extract() else { return };
        let catalog = self.catalog();
        let mut text = catalog.source.text().to_owned();
        for wanted in extracted.wanted() {
            let Some(message) = catalog
                .message(&wanted.id)
                .filter(|_| input.below(3) > 0 || !input.goes_on())
            else {
                continue;
            };
            let quote = Quote::of(&catalog, message, "en");
            if !message.is_stub() && quote.made_from.is_some_and(|from| same(&from, &wanted.english)) {
                continue;
            }
            if let Some(old) = text_of(message) {
                self.written.remove(&old);
            }
            self.count += 1;
            let new = format!("Traduction {} pour {}", self.count, wanted.id);
            let stays = |line: &&str| !["# STALE", "# en was"].iter().any(|start| line.starts_with(start));
            let above = catalog.slice(message.span.start..message.id_span.start);
            let above: String = above.lines().filter(stays).map(|line| format!("{line}\n")).collect();
            text = text.replace(
                catalog.slice(message.span.clone()),
                &format!("{above}{} = {new}\n", wanted.id),
            );
            self.written.insert(new, wanted.english.to_string());
        }
        self.locale = Some(text);
        assert!(self.update(), "nothing of the release changed");
    }

    /// An editor changes something and takes it back: the files are what they were.
    fn revert(&mut self, pool: &[String], input: &mut Input<'_>) {
        let (blocks, source, locale) = (self.blocks.clone(), self.source.clone(), self.catalog());
        let act = *input.of(&[4, 13, 14, 15]);
        edit(&mut self.blocks, act, pool, input);
        let is_extracted = self.update();
        let between = ids(&self.source);
        self.blocks = blocks;
        assert!(self.update() || !is_extracted);
        assert_eq!(ids(&self.source), ids(&source), "after a revert");
        let called_back = |id: &SegmentId| between.contains(id) && !ids(&source).contains(id);
        assert_reverted(&locale, &self.catalog(), called_back);
    }
}

fn ids(source: &Option<String>) -> Vec<SegmentId> {
    let entries = source.iter().flat_map(|text| committed(text).catalog.entries);
    entries.map(|entry| entry.id).collect()
}

/// The file but for runs of spaces: a quote that differs in no more from the English stays as it stands.
fn single_spaced(catalog: &Catalog) -> String {
    let lines = catalog.source.text().lines();
    let words = lines.map(|line| {
        line.split(' ')
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    });
    words.collect::<Vec<_>>().join("\n")
}

/// The locale's file is what it was, but for runs of spaces. A message that was obsolete and that the edit called back by its id, with another English, stands
/// last of the obsolete ones now and may say how that English differed; what it was made from it says as before.
fn assert_reverted(before: &Catalog, after: &Catalog, called_back: impl Fn(&SegmentId) -> bool) {
    let is_called_back = |entry: &Entry| matches!(entry, Entry::Message(message) if called_back(&message.id));
    if !before.entries.iter().any(is_called_back) {
        return assert_eq!(single_spaced(after), single_spaced(before), "after a revert");
    }
    let others = |catalog: &Catalog| -> Vec<String> {
        let entries = catalog.entries.iter().filter(|entry| !is_called_back(entry));
        entries
            .map(|entry| catalog.slice(entry.span()).trim_end().to_owned())
            .collect()
    };
    assert_eq!(others(after), others(before), "after a revert");
    let made_from = |catalog: &Catalog| -> BTreeMap<String, (Option<String>, Option<String>)> {
        let messages = catalog.messages().filter(|message| called_back(&message.id));
        let said = |message: &Message| (text_of(message), Quote::of(catalog, message, "en").made_from);
        messages.map(|message| (message.key(), said(message))).collect()
    };
    assert_eq!(made_from(after), made_from(before), "after a revert");
}

fn updated(text: Option<&str>, wanted: &[Wanted]) -> String {
    let catalog = text.map(|text| {
        let (catalog, told) = parse(Source::new("fr.ftl", text));
        assert_eq!(told, [], "{text}");
        catalog
    });
    let updated = worksheet::update(catalog.as_ref(), wanted, "fr.ftl", "en", Rules::PROSE);
    updated.unwrap_or_else(|told| panic!("{told:?}\n{text:?}")).text
}

fn text_of(message: &Message) -> Option<String> {
    message.value.as_ref().and_then(literal_text)
}

fn committed(text: &str) -> Committed {
    let source = Source::new("en.ftl", text);
    let (catalog, mut told) = parse(source.clone());
    let (catalog, more) = SourceCatalog::read(&catalog);
    told.extend(more);
    assert_eq!(told, [], "{text}");
    Committed {
        catalog,
        source,
        bytes: text.as_bytes().to_vec(),
        told,
    }
}

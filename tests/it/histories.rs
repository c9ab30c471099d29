//! Random histories of a newsroom, with a model that knows what every translation was made from.
//!
//! Editors write, reword, move, split, join and delete; translators translate what they find, in the file, as they would by hand. After
//! every update the model asks: is every text that a person wrote still in some file? Is only that fresh which was made from the English
//! of today? Does updating once more change nothing?

use crate::chance::Chance;
use crate::support::Newsroom as Folder;
use pressroom::catalog::merge;
use pressroom::desk::Desk;
use pressroom::edition::{Edition, State, Unit};
use pressroom::locale::Locale;
use pressroom::newsroom::Newsroom;
use pressroom::release::canonical::same;
use pressroom::updating;
use std::collections::BTreeMap;

/// How many histories are lived through on every run of the tests; `PRESSROOM_HISTORIES=200` lives through two hundred.
const HISTORIES: u64 = 40;

/// A release as its editor sees it: blocks of Markdown.
type Blocks = Vec<String>;

/// A newsroom with its model.
struct History {
    seed: u64,
    chance: Chance,
    folder: Folder,
    releases: BTreeMap<String, Blocks>,
    /// Deleted releases, which may come back.
    bin: Vec<(String, Blocks)>,
    /// Every text that a translator wrote and nobody replaced, and the English it was made from.
    written: BTreeMap<String, String>,
    count: usize,
    log: Vec<String>,
}

impl History {
    fn new(seed: u64) -> History {
        let mut chance = Chance::from_seed(seed);
        let folder = Folder::empty();
        let exact = if chance.percent(25) { "fresh" } else { "draft" };
        folder.write("pressroom.toml", &format!("[memory]\nexact = \"{exact}\"\n"));
        std::fs::create_dir_all(folder.root().join("locales/fr")).unwrap();
        let mut history = History {
            seed,
            chance,
            folder,
            releases: BTreeMap::new(),
            bin: Vec::new(),
            written: BTreeMap::new(),
            count: 0,
            log: Vec::new(),
        };
        for name in ["a", "2026/b"] {
            let blocks = (0..5).map(|_| history.block()).collect();
            history.releases.insert(name.to_owned(), blocks);
        }
        history
    }

    fn block(&mut self) -> String {
        self.count += 1;
        let sentence = self.chance.sentence(self.count);
        match self.chance.below(12) {
            0 => "## Background".to_owned(),
            1 => format!("## {}", sentence.trim_end_matches('.')),
            2 => format!("- {sentence}\n- {}", self.chance.sentence(self.count + 1000)),
            3 | 4 => format!("{sentence} {}", self.chance.sentence(self.count + 2000)),
            5 => "About us: we publish what the press needs, in six languages.".to_owned(),
            6 => format!("```\n{}\n  [{}]\n```", sentence.to_lowercase(), self.count),
            _ => sentence,
        }
    }

    /// Writes the releases as they are.
    fn save(&self) {
        let folder = self.folder.root().join("releases");
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        for (slug, blocks) in &self.releases {
            let text = format!(
                "+++\ntitle = \"Release {slug}\"\ndate = 2026-05-25\n+++\n\n{}\n",
                blocks.join("\n\n")
            );
            self.folder.write(&format!("releases/{slug}.md"), &text);
        }
    }

    /// One act of an editor.
    #[expect(
        clippy::too_many_lines,
        reason = "one arm for each of the acts: to part them would hide which there are"
    )]
    fn edit(&mut self) {
        let slugs: Vec<String> = self.releases.keys().cloned().collect();
        if slugs.is_empty() {
            let block = self.block();
            self.releases.insert("new".to_owned(), vec![block]);
            return;
        }
        let slug = self
            .chance
            .of(&slugs.iter().map(String::as_str).collect::<Vec<_>>())
            .to_owned();
        let act = self.chance.below(16);
        self.log.push(format!("edit {act} in {slug}"));
        if act >= 13 {
            return self.edit_files(act, slug);
        }
        let mut blocks = self.releases.remove(&slug).unwrap();
        let at = self.chance.below(blocks.len());
        let end = blocks.len();
        match act {
            0 | 1 => {
                let block = self.block();
                blocks.insert(self.chance.below(end + 1), block);
            }
            2 if end > 1 => drop(blocks.remove(at)),
            3 if end > 1 => {
                let block = blocks.remove(at);
                blocks.insert(self.chance.below(end), block);
            }
            4 if end > 1 => {
                let block = blocks.remove(at);
                if let Some(other) = self.releases.values_mut().next() {
                    other.push(block)
                } else {
                    blocks.push(block)
                }
            }
            5 => {
                if let Some((first, second)) = blocks
                    .get(at)
                    .and_then(|block| block.split_once(". "))
                    .filter(|_| !blocks[at].starts_with(['-', '`']))
                {
                    let (first, second) = (format!("{first}."), second.to_owned());
                    blocks.splice(at..=at, [first, second]);
                }
            }
            6 if at + 1 < end
                && !blocks[at].starts_with(['#', '-', '`'])
                && !blocks[at + 1].starts_with(['#', '-', '`']) =>
            {
                let second = blocks.remove(at + 1);
                blocks[at] = format!("{} {second}", blocks[at]);
            }
            7 if end > 0 => blocks[at] = blocks[at].replacen("May", "June", 1),
            8 if end > 0 => blocks[at] = blocks[at].replacen("June", "May", 1),
            9 if end > 0 => blocks[at] = blocks[at].replacen(" on ", ", as planned, on ", 1),
            10 if end > 0 && !blocks[at].starts_with('`') => {
                blocks[at] = blocks[at]
                    .replacen(" the ", "\nthe ", 1)
                    .replacen("**joint**", "__joint__", 1)
            }
            11 if end > 0 => {
                let copy = blocks[at].clone();
                blocks.push(copy);
            }
            12 if end > 0 => {
                blocks[at] = blocks[at]
                    .replacen("did not accept", "accepted", 1)
                    .replacen("may ", "must ", 1)
            }
            _ => {}
        }
        self.releases.insert(slug, blocks);
    }

    /// An act of an editor about a whole release.
    fn edit_files(&mut self, act: usize, slug: String) {
        match act {
            13 => {
                let blocks = self.releases.remove(&slug).unwrap();
                self.count += 1;
                self.releases.insert(format!("renamed/r{}", self.count), blocks);
            }
            14 if self.releases.len() > 1 => {
                let blocks = self.releases.remove(&slug).unwrap();
                self.bin.push((slug, blocks));
            }
            _ => {
                if let Some((slug, blocks)) = self.bin.pop() {
                    self.releases.entry(slug).or_insert(blocks);
                }
            }
        }
    }

    /// Extracts, as an editor does who leaves the locales alone.
    fn extract(&self) {
        let newsroom = Newsroom::open(&self.folder.root()).unwrap();
        let desk = Desk::open(&newsroom).unwrap();
        newsroom.write(&desk.extraction().plan(None)).unwrap();
    }

    /// Updates the locale, and asks the three questions.
    fn update(&mut self) {
        let newsroom = Newsroom::open(&self.folder.root()).unwrap();
        let fr = Locale::new("fr").unwrap();
        let bring = || {
            let desk = Desk::open(&newsroom).unwrap();
            let mut plan = desk.extraction().plan(None);
            let mut updating = updating::locale(&desk, &fr, None);
            assert_eq!(
                (&desk.told(), &updating.told),
                (&Vec::new(), &Vec::new()),
                "{}",
                self.told()
            );
            plan.append(&mut updating.plan);
            newsroom.write(&plan).unwrap();
            plan
        };
        bring();
        let once = self.folder.tree("locales/fr");
        self.nothing_is_lost();
        let again: Vec<String> = bring().into_iter().map(|change| change.path).collect();
        let shown = |tree: BTreeMap<String, Vec<u8>>| -> String {
            let files = tree
                .into_iter()
                .filter(|(path, _)| again.iter().any(|changed| changed.ends_with(path)));
            files
                .map(|(path, bytes)| format!("--- {path}\n{}", String::from_utf8_lossy(&bytes)))
                .collect()
        };
        let (once, twice) = (shown(once), shown(self.folder.tree("locales/fr")));
        assert_eq!(once, twice, "{} updating twice is not updating once", self.told());
        let desk = Desk::open(&newsroom).unwrap();
        for edition in desk.editions(&fr, |_| true, |_| true).seen {
            edition.units.iter().for_each(|unit| self.is_honest(&edition, unit));
        }
    }

    fn nothing_is_lost(&self) {
        let all: String = self
            .folder
            .tree("locales/fr")
            .into_values()
            .map(|bytes| String::from_utf8(bytes).unwrap())
            .collect();
        for text in self.written.keys() {
            assert!(
                all.contains(&format!("= {text}\n")),
                "{} `{text}` is lost\n{all}",
                self.told()
            );
        }
    }

    /// A fresh translation was made from the English of today, as the translator remembers it.
    fn is_honest(&self, edition: &Edition, unit: &Unit) {
        if unit.state() != State::Fresh {
            return;
        }
        let from = unit.quote.made_from.as_deref().unwrap();
        let now = &unit.wanted.english;
        assert!(
            same(from, now),
            "{} {}: the quote is not the English\n{from}\n{now}",
            self.told(),
            edition.path()
        );
        let made = unit.text.as_deref().and_then(|text| self.written.get(text));
        assert!(
            made.is_some_and(|made| same(made, now)),
            "{} {}: looks fresh: {:?}\nwas made from {made:?}\nnow {now:?}",
            self.told(),
            edition.path(),
            unit.text
        );
    }

    /// Translates some of what is not fresh, in the file, by hand: the text is replaced, the advice and what it says to delete are deleted.
    fn translate(&mut self, share: usize) {
        let newsroom = Newsroom::open(&self.folder.root()).unwrap();
        let desk = Desk::open(&newsroom).unwrap();
        let mut replaced: Vec<String> = Vec::new();
        for edition in desk.editions(&Locale::new("fr").unwrap(), |_| true, |_| true).seen {
            let Some(catalog) = &edition.catalog else { continue };
            let mut text = catalog.source.text().to_owned();
            let open = |unit: &&Unit| unit.state() != State::Fresh && unit.message.is_some();
            for unit in edition.units.iter().filter(open) {
                if !self.chance.percent(share) {
                    continue;
                }
                let message = unit.message.as_ref().unwrap();
                let old = catalog.slice(message.span.clone());
                self.count += 1;
                let new = format!("Traduction {} pour {}", self.count, unit.wanted.id);
                let advice = |line: &&str| {
                    !["# STALE", "# DRAFT", "# en was"]
                        .iter()
                        .any(|start| line.starts_with(start))
                };
                let head: Vec<&str> = catalog
                    .slice(message.span.start..message.id_span.start)
                    .lines()
                    .filter(advice)
                    .collect();
                let note = if self.chance.percent(20) {
                    format!("# note {}\n", self.count)
                } else {
                    String::new()
                };
                let head = head.iter().map(|line| format!("{line}\n")).collect::<String>();
                text = text.replace(old, &format!("{note}{head}{} = {new}\n", unit.wanted.id));
                replaced.extend(unit.text.as_ref().map(ToString::to_string));
                self.log.push(format!("{new}: {}", unit.wanted.english));
                self.written.insert(new, unit.wanted.english.to_string());
            }
            self.folder.write(&edition.path(), &text);
        }
        self.replaced(&replaced);
    }

    /// Translators wrote over these texts: what stands nowhere any more need not be kept.
    fn replaced(&mut self, texts: &[String]) {
        let all: String = self
            .folder
            .tree("locales/fr")
            .into_values()
            .map(|bytes| String::from_utf8(bytes).unwrap())
            .collect();
        for text in texts.iter().filter(|text| !all.contains(&format!("= {text}\n"))) {
            self.written.remove(text);
        }
    }

    fn told(&self) -> String {
        format!("seed {}\n{}\n", self.seed, self.log.join("\n"))
    }

    /// A second branch from here: both edit blocks of their own, one translates; then both are merged as git does with the driver.
    fn branch(&mut self) {
        let Some((slug, base)) = self
            .releases
            .iter()
            .find(|(_, blocks)| blocks.len() > 3)
            .map(|(slug, blocks)| (slug.clone(), blocks.clone()))
        else {
            return;
        };
        self.log.push(format!("branches of {slug}"));
        let path = format!("locales/en/releases/{slug}.ftl");
        let ancestor = self.folder.read(&path).unwrap_or_default();
        let (ours, theirs) = (self.block(), self.block());
        let mut version = |head: Option<&String>, tail: Option<&String>| {
            let blocks: Blocks = head.into_iter().chain(&base).chain(tail).cloned().collect();
            self.releases.insert(slug.clone(), blocks);
            self.save();
            self.extract();
            let catalog = self.folder.read(&path).unwrap();
            self.folder.write(&path, &ancestor);
            catalog
        };
        let one = version(Some(&ours), None);
        let other = version(None, Some(&theirs));
        let merged = merge::merge(&ancestor, &one, &other).expect("source catalogs merge");
        self.folder.write(&path, &merged);
        self.releases
            .insert(slug, std::iter::once(ours).chain(base).chain([theirs]).collect());
        self.save();
    }

    /// Rewords some blocks, extracts, updates, and takes it back: the files are what they were.
    fn revert(&mut self) {
        let (before, files) = (self.releases.clone(), self.folder.tree("locales"));
        for blocks in self.releases.values_mut() {
            for block in blocks.iter_mut().filter(|block| !block.starts_with('#')) {
                *block = block.replacen("May", "December", 1);
            }
        }
        self.log.push("reword and revert".to_owned());
        self.save();
        self.update();
        self.releases = before;
        self.save();
        self.update();
        for (path, bytes) in self.folder.tree("locales") {
            let (was, is) = (
                files.get(&path).map(|bytes| String::from_utf8_lossy(bytes)),
                String::from_utf8_lossy(&bytes),
            );
            assert_eq!(
                was.as_deref(),
                Some(is.as_ref()),
                "{} {path} after a revert",
                self.told()
            );
        }
    }

    fn live(mut self) {
        self.save();
        self.update();
        self.translate(70);
        self.update();
        for _ in 0..4 {
            for _ in 0..1 + self.chance.below(4) {
                self.edit();
            }
            self.save();
            if self.chance.percent(40) {
                self.extract();
                self.nothing_is_lost();
                continue;
            }
            if self.chance.percent(20) {
                self.branch();
            }
            self.update();
            self.translate(60);
            self.update();
        }
        self.update();
        self.revert();
    }
}

#[test]
fn histories_lose_nothing_and_make_nothing_look_fresh() {
    let count = std::env::var("PRESSROOM_HISTORIES").map_or(HISTORIES, |count| count.parse().unwrap());
    let seeds: Vec<u64> = match std::env::var("PRESSROOM_SEED") {
        Ok(seed) => vec![seed.parse().unwrap()],
        Err(_) => (1..=count).collect(),
    };
    let failed: Vec<u64> = seeds
        .into_iter()
        .filter(|seed| std::panic::catch_unwind(|| History::new(*seed).live()).is_err())
        .collect();
    assert!(
        failed.is_empty(),
        "histories that went wrong: {failed:?}; run one alone with PRESSROOM_SEED"
    );
}

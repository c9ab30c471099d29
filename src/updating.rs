//! What an update would do: the files of a locale with their stubs, quotes, drafts and order as they should be today.

pub mod loss;
pub mod prune;
pub mod transplant;

use crate::catalog::Catalog;
use crate::catalog::parse::parse;
use crate::catalog::source::{How, SourceEntry};
use crate::catalog::terms::Terms;
use crate::desk::Desk;
use crate::diagnostic::{Diagnostic, Source};
use crate::edition::{Edition, State, Unit, Work};
use crate::extraction::Extracted;
use crate::locale::Locale;
use crate::memory::Memory;
use crate::names::{SegmentId, Slug};
use crate::newsroom::config::Exact;
use crate::newsroom::write::Change;
use crate::release::inline;
use crate::release::verbatim::is_translatable;
use crate::worksheet::{self, Prefill, Rules, Update};
use globset::GlobSet;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use transplant::Transplant;

/// What an update of one locale would do.
#[derive(Debug, Default)]
pub struct Updating {
    /// The files to write.
    pub plan: Vec<Change>,
    /// What happens in each file, by its path.
    pub updates: Vec<(String, Update)>,
    /// What is wrong with files; those are left as they are.
    pub told: Vec<Diagnostic>,
    /// How many good translations would stop being good.
    pub loss: loss::Loss,
}

/// Everything of one locale, read.
struct Table<'d> {
    desk: &'d Desk<'d>,
    editions: Vec<Edition>,
    /// Catalogs of the locale whose release is gone.
    stray: BTreeMap<Slug, Catalog>,
    memory: Memory,
}

/// Brings the files of `locale` up to date for everything that `works` matches.
pub fn locale(desk: &Desk<'_>, locale: &Locale, works: Option<&GlobSet>) -> Updating {
    let editions = desk.editions(locale, None);
    let mut updating = Updating::default();
    let stray = stray(desk, locale, &mut updating.told);
    let is_open = editions
        .iter()
        .any(|edition| edition.units.iter().any(|unit| unit.state() == State::Missing));
    let none = Terms::default();
    let terms = desk.terms.get(locale).unwrap_or(&none);
    let memory = if is_open {
        Memory::of(&editions, &stray, terms)
    } else {
        Memory::default()
    };
    let table = Table {
        desk,
        editions,
        stray,
        memory,
    };
    let meant: Vec<&Edition> = table
        .editions
        .iter()
        .filter(|edition| works.is_none_or(|set| set.is_match(edition.work.name())))
        .collect();
    let drafts: Vec<Draft<'_>> = meant.par_iter().map(|edition| table.draft(edition)).collect();
    let mut leaving = Leaving::new();
    for (path, id) in drafts.iter().flat_map(Draft::taken) {
        leaving.entry(path).or_default().insert(id);
    }
    let mut sheets: Vec<_> = drafts.par_iter().map(|draft| draft.sheet(&leaving)).collect();
    leave_alone(&drafts, &mut sheets, &mut leaving);
    for (draft, sheet) in drafts.iter().zip(sheets) {
        match sheet {
            Ok(Some(update)) => updating.updates.push((draft.edition.path(), update)),
            Ok(None) => {}
            Err(mut told) => updating.told.append(&mut told),
        }
    }
    let done: BTreeSet<String> = drafts.iter().map(|draft| draft.edition.path()).collect();
    table.take_out(&mut updating, &leaving, &done);
    plan(&table, &mut updating);
    updating.loss = loss::of(&table.editions, &updating.updates);
    updating
}

/// What others take over from each file, by its path.
type Leaving = BTreeMap<String, BTreeSet<SegmentId>>;

/// A file brought up to date, nothing if it is none of our business, or what is wrong with it.
type Sheet = Result<Option<Update>, Vec<Diagnostic>>;

/// A file whose messages went to one that cannot be written is left alone, so that they are not lost; and so on.
fn leave_alone(drafts: &[Draft<'_>], sheets: &mut [Sheet], leaving: &mut Leaving) {
    loop {
        let stuck = drafts
            .iter()
            .zip(sheets.iter())
            .filter(|(_, sheet)| !matches!(sheet, Ok(Some(_))));
        let kept: BTreeSet<String> = stuck
            .flat_map(|(draft, _)| draft.taken())
            .map(|(path, _)| path)
            .collect();
        let before = leaving.len();
        leaving.retain(|path, _| !kept.contains(path));
        if leaving.len() == before {
            return;
        }
        for (draft, sheet) in drafts.iter().zip(sheets.iter_mut()) {
            if kept.contains(&draft.edition.path()) && sheet.is_ok() {
                *sheet = Ok(None);
            }
        }
    }
}

/// What is to be done in one file.
struct Draft<'t> {
    edition: &'t Edition,
    wanted: Vec<worksheet::Wanted>,
    transplants: Vec<Transplant>,
    rules: Rules,
    /// Whether its release has errors, so that nobody knows what is wanted.
    waits: bool,
}

impl Draft<'_> {
    /// What it takes over from other files: path and id.
    fn taken(&self) -> impl Iterator<Item = (String, SegmentId)> {
        let path = self.edition.path();
        let from = self.transplants.iter().filter_map(Transplant::leaves);
        from.filter(move |(from, _)| *from != path).cloned()
    }

    /// The file with what comes to it and without what leaves it, brought up to date.
    fn sheet(&self, leaving: &Leaving) -> Sheet {
        let edition = self.edition;
        if edition.is_broken() {
            return Err(edition.told.clone());
        }
        if self.waits {
            return Ok(None);
        }
        let path = edition.path();
        let mut existing = transplant::plant(edition, &self.transplants);
        if let (Some(catalog), Some(ids)) = (&existing, leaving.get(&path)) {
            let text = transplant::cut(catalog, &edition.source, |message| {
                !message.is_term && ids.contains(&message.id)
            });
            existing = Some(parse(Source::new(path.as_str(), text)).0);
        }
        worksheet::update(existing.as_ref(), &self.wanted, &path, &edition.source, self.rules)
            .map(Some)
            .map_err(|error| vec![error])
    }
}

/// What was found for a segment without a translation.
enum Found {
    /// A whole message that belongs here.
    Message(Transplant),
    /// A translation to be checked.
    Draft(Prefill),
    /// Nothing.
    Nothing,
}

impl Table<'_> {
    fn draft<'t>(&self, edition: &'t Edition) -> Draft<'t> {
        let release = match &edition.work {
            Work::Release(slug) => self.desk.extraction.release(slug),
            Work::Site | Work::Glossary => None,
        };
        // What is wrong with the release was told where it was read; its translations wait.
        let waits = release.is_some_and(|release| !release.is_readable());
        let (wanted, transplants) = match edition.is_broken() || waits {
            true => (Vec::new(), Vec::new()),
            false => self.wishes(edition, release),
        };
        let rules = if release.is_some() { Rules::PROSE } else { Rules::FLUENT };
        Draft {
            edition,
            wanted,
            transplants,
            rules,
            waits,
        }
    }

    /// What the file should have, and the messages that come to it from elsewhere.
    fn wishes(&self, edition: &Edition, release: Option<&Extracted>) -> (Vec<worksheet::Wanted>, Vec<Transplant>) {
        let mut transplants = Vec::new();
        let mut wanted = Vec::new();
        for (index, unit) in edition.units.iter().enumerate() {
            let found = match release.and_then(|release| release.catalog.entries.get(index)) {
                Some(entry) if unit.state() == State::Missing => self.find(edition, release, entry, unit),
                _ => Found::Nothing,
            };
            let draft = match found {
                Found::Draft(prefill) => Some(prefill),
                Found::Message(transplant) => {
                    transplants.push(transplant);
                    None
                }
                Found::Nothing => None,
            };
            wanted.push(wish(unit, draft));
        }
        (wanted, transplants)
    }

    /// What the repository has for a segment without a translation, the surest first: its own translation under another name, the same
    /// English elsewhere, the segment it was made from, English like it.
    fn find(&self, edition: &Edition, release: Option<&Extracted>, entry: &SourceEntry, unit: &Unit) -> Found {
        if let Some(own) = self.own(edition, release, entry, unit) {
            return Found::Message(own);
        }
        // What is code or an address alone has no words: it is the same in every language, and nobody has to copy it.
        let english = &unit.wanted.english;
        if inline::parse(english).is_ok_and(|inlines| !is_translatable(&inlines)) {
            return Found::Message(Transplant::copied(unit, &edition.source, english));
        }
        let memory = &self.desk.newsroom.config.memory;
        if let Some(same) = self.memory.exact(&unit.wanted.english) {
            return match memory.exact {
                Exact::Fresh if same.is_sure => Found::Message(Transplant::copied(unit, &edition.source, &same.text)),
                Exact::Fresh | Exact::Draft => Found::Draft(Prefill {
                    text: same.text.clone(),
                    origin: format!("memory 100 %, from {}", same.place),
                }),
            };
        }
        if let Some(origin) = entry.origin.as_ref().filter(|origin| origin.how != How::Moved)
            && let Some(text) = self.text_of(&origin.release, &origin.id)
        {
            return Found::Draft(Prefill {
                text,
                origin: format!("{} from {}#{}", origin.how.as_str(), origin.release, origin.id),
            });
        }
        match self
            .memory
            .near(&unit.wanted.english, memory.near.max(1))
            .filter(|_| memory.near > 0)
        {
            Some((percent, like)) => Found::Draft(Prefill {
                text: like.text.clone(),
                origin: format!("memory {percent} %, from {}", like.place),
            }),
            None => Found::Nothing,
        }
    }

    /// The segment's own translation where it stood before: obsolete in the same file with the same English, or in the file of the
    /// release that the segment came from.
    fn own(
        &self,
        edition: &Edition,
        release: Option<&Extracted>,
        entry: &SourceEntry,
        unit: &Unit,
    ) -> Option<Transplant> {
        let catalog = edition.catalog.as_ref();
        let rules = Rules::PROSE;
        let back = edition
            .obsolete
            .iter()
            .find(|message| (rules.same)(&edition.quoted(message), &unit.wanted.english));
        if let (Some(message), Some(catalog)) = (back, catalog) {
            return Some(Transplant::moved(catalog, message, unit, &edition.source));
        }
        let moved = entry
            .origin
            .as_ref()
            .filter(|origin| origin.how == How::Moved)
            .map(|origin| (&origin.release, &origin.id));
        let renamed = release?.catalog.renamed_from.as_ref().map(|old| (old, &entry.id));
        moved.into_iter().chain(renamed).find_map(|(slug, id)| {
            let catalog = self.catalog_of(slug)?;
            let message = catalog.message(id).filter(|message| !message.is_stub())?;
            let still_wanted = self
                .desk
                .extraction
                .release(slug)
                .is_some_and(|one| !one.is_readable() || one.catalog.get(id).is_some());
            (!still_wanted).then(|| Transplant::moved(catalog, message, unit, &edition.source))
        })
    }

    /// The edition of a release; the editions of releases are sorted by slug and come last.
    fn edition_of(&self, slug: &Slug) -> Option<&Edition> {
        let own = self
            .editions
            .iter()
            .take_while(|edition| !matches!(edition.work, Work::Release(_)))
            .count();
        let releases = self.editions.get(own..)?;
        let at = releases
            .binary_search_by(|edition| edition.work.name().cmp(slug.as_str()))
            .ok()?;
        releases.get(at)
    }

    fn catalog_of(&self, slug: &Slug) -> Option<&Catalog> {
        match self.edition_of(slug) {
            Some(edition) if edition.is_broken() => None,
            Some(edition) => edition.catalog.as_ref(),
            None => self.stray.get(slug),
        }
    }

    /// The translation of another segment, whatever its state; it may still lie under the earlier name of its release.
    fn text_of(&self, slug: &Slug, id: &SegmentId) -> Option<String> {
        let is_text = |text: &String| !text.trim().is_empty();
        let unit = self
            .edition_of(slug)
            .and_then(|edition| edition.units.iter().find(|unit| &unit.wanted.id == id));
        if let Some(text) = unit.and_then(|unit| unit.text.clone()).filter(is_text) {
            return Some(text);
        }
        let release = self.desk.extraction.release(slug);
        let renamed = release.and_then(|release| release.catalog.renamed_from.as_ref());
        std::iter::once(slug).chain(renamed).find_map(|slug| {
            let message = self.catalog_of(slug)?.message(id)?;
            let text = message.value.as_ref().and_then(crate::catalog::text::literal_text);
            text.filter(is_text)
        })
    }

    /// Takes what others took over out of the files that are not brought up to date themselves.
    fn take_out(&self, updating: &mut Updating, leaving: &Leaving, done: &BTreeSet<String>) {
        for (path, ids) in leaving.iter().filter(|(path, _)| !done.contains(*path)) {
            let Some(catalog) = self.all_catalogs().find(|catalog| catalog.source.path() == path) else {
                continue;
            };
            let text = transplant::without(catalog, ids, self.desk.newsroom.source_locale().tag());
            updating.updates.push((
                path.clone(),
                Update {
                    text,
                    changes: Vec::new(),
                },
            ));
        }
    }

    fn all_catalogs(&self) -> impl Iterator<Item = &Catalog> {
        self.editions
            .iter()
            .filter_map(|edition| edition.catalog.as_ref())
            .chain(self.stray.values())
    }
}

fn wish(unit: &Unit, draft: Option<Prefill>) -> worksheet::Wanted {
    worksheet::Wanted {
        id: unit.wanted.id.clone(),
        is_term: unit.wanted.is_term,
        english: unit.wanted.english.clone(),
        note: unit.wanted.note.clone(),
        minor: unit.wanted.equivalents.clone(),
        draft,
    }
}

/// The catalogs of a locale whose release is gone; one that could not be read is not.
fn stray(desk: &Desk<'_>, locale: &Locale, told: &mut Vec<Diagnostic>) -> BTreeMap<Slug, Catalog> {
    let folder = format!("locales/{locale}/releases");
    let paths = match desk.newsroom.files(&folder, "ftl") {
        Ok(paths) => paths,
        Err(error) => {
            told.push(error);
            return BTreeMap::new();
        }
    };
    let name = |path: &str| {
        Slug::new(
            path.strip_prefix(&folder)?
                .trim_start_matches('/')
                .trim_end_matches(".ftl"),
        )
        .ok()
    };
    let strays = paths
        .iter()
        .filter_map(|path| Some((name(path)?, path)))
        .filter(|(slug, _)| desk.extraction.release(slug).is_none() && !desk.unread.contains(slug));
    let read = strays.filter_map(|(slug, path)| match desk.catalog(path) {
        (Some(catalog), problems) if problems.is_empty() => Some((slug, catalog)),
        (_, problems) => {
            told.extend(problems);
            None
        }
    });
    read.collect()
}

/// Turns the updates into changes of files, byte for byte against what is there now; updates that change nothing are dropped. A file that
/// is no longer what was read spoils them all: what it was to take over would be gone from the others.
fn plan(table: &Table<'_>, updating: &mut Updating) {
    let catalogs = table.all_catalogs().map(|catalog| &catalog.source);
    let texts: BTreeMap<&str, &str> = catalogs.map(|source| (source.path(), source.text())).collect();
    for (path, update) in std::mem::take(&mut updating.updates) {
        let text = Some(update.text.as_str()).filter(|text| !text.is_empty());
        match table.desk.change(&path, texts.get(path.as_str()).copied(), text) {
            Ok(change) if change.read == change.write => {}
            Ok(change) => {
                updating.plan.push(change);
                updating.updates.push((path, update));
            }
            Err(error) => {
                updating.told.push(error);
                updating.plan.clear();
                updating.updates.clear();
                return;
            }
        }
    }
    updating.plan.sort_by(|one, other| one.path.cmp(&other.path));
}

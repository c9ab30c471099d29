//! What an extraction would do: every release aligned with its committed source catalog, so that every segment keeps its id.

pub mod minor;
mod size;

use crate::align::{self, Alignment, Derivation, Hints, New, Old, Origin, Place, Wording, ids};
use crate::catalog::source::{self, How, SourceCatalog, SourceEntry};
use crate::diagnostic::{Diagnostic, Severity, Source, Subject};
use crate::edition::Wanted;
use crate::names::{SegmentId, Slug};
use crate::newsroom::write::Change;
use crate::release::{CellPlace, Kind, Release};
use globset::GlobSet;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

/// A release with the ids of its segments.
#[derive(Debug, Clone)]
pub struct Extracted {
    /// The release.
    pub release: Release,
    /// What is wrong with it or with its source catalog.
    pub told: Vec<Diagnostic>,
    /// Its source catalog as it has to be; one entry for each segment, in order.
    pub catalog: SourceCatalog,
    /// Its source catalog as it is committed, if there is one.
    pub committed: Option<Committed>,
    /// Its segments as they are to be translated, once somebody has asked.
    wanted: OnceLock<Vec<Arc<Wanted>>>,
    /// Whether it was found settled when it was read, and is only looked at.
    was_settled: bool,
}

/// A source catalog as it is committed.
#[derive(Debug, Clone)]
pub struct Committed {
    /// What it says.
    pub catalog: SourceCatalog,
    /// Its text.
    pub source: Source,
    /// The file byte for byte.
    pub bytes: Vec<u8>,
    /// What is wrong with it; a catalog with an error is not written to.
    pub told: Vec<Diagnostic>,
}

/// All releases with their ids.
#[derive(Debug, Clone, Default)]
pub struct Extraction {
    /// The tag of the source locale.
    pub source: String,
    /// The releases, sorted by slug.
    pub releases: Vec<Extracted>,
    /// Source catalogs whose release is gone.
    pub orphans: BTreeMap<Slug, Committed>,
    /// The segments of yesterday in the releases that changed.
    pub old: Vec<Old>,
    /// The segments of today in the releases that changed.
    pub new: Vec<New>,
    /// How the two belong together.
    pub alignment: Alignment,
}

/// What an editor says about single segments on the command line.
#[derive(Debug, Clone, Default)]
pub struct Pairings {
    /// This id of this release is the segment that begins on this line of the release's file.
    pub paired: Vec<(Slug, SegmentId, usize)>,
    /// This id of this release is none of the segments of today.
    pub retired: Vec<(Slug, SegmentId)>,
}

impl Committed {
    /// Whether it has no errors.
    pub fn is_sound(&self) -> bool {
        self.told.iter().all(|told| told.severity != Severity::Error)
    }
}

impl Extracted {
    /// Whether the release itself can be read without errors.
    pub fn is_readable(&self) -> bool {
        self.told.iter().all(|told| told.severity != Severity::Error)
    }

    /// The path of the release.
    pub fn path(&self) -> String {
        format!("releases/{}.md", self.release.slug)
    }

    /// The text of the source catalog as it has to be.
    pub fn text(&self) -> String {
        self.catalog.write(&self.release.slug)
    }

    /// Whether the committed source catalog is what it has to be.
    pub fn is_current(&self) -> bool {
        self.committed
            .as_ref()
            .is_some_and(|committed| committed.source.text() == self.text())
    }

    /// Whether nothing is to be told about it or extracted from it.
    pub fn is_settled(&self) -> bool {
        self.was_settled || self.told.is_empty() && self.is_current()
    }

    /// The segments as they are to be translated.
    pub fn wanted(&self) -> &[Arc<Wanted>] {
        self.wanted.get_or_init(|| self.lay_out())
    }

    fn lay_out(&self) -> Vec<Arc<Wanted>> {
        let segments = self.release.document.segments.iter().zip(&self.catalog.entries);
        let wanted = segments.map(|(segment, entry)| Wanted {
            id: entry.id.clone(),
            is_term: false,
            english: entry.text.clone().into(),
            equivalents: entry.minor.iter().map(|earlier| earlier.text.clone()).collect(),
            note: entry.note.clone(),
            place: self.release.source.place(segment.span.clone()),
        });
        wanted.map(Arc::new).collect()
    }
}

impl Extraction {
    /// Whether every committed source catalog is what it has to be.
    pub fn is_current(&self) -> bool {
        self.orphans.is_empty() && self.releases.iter().all(Extracted::is_current)
    }

    /// A finding (rule `unextracted`) for every release whose source catalog is behind, and every source catalog without a release.
    pub fn unextracted(&self) -> Vec<Diagnostic> {
        let behind = self.releases.iter().filter(|one| !one.is_current());
        let mut found: Vec<Diagnostic> = behind
            .map(|one| {
                unextracted(
                    one.release.source.place(0..0),
                    &one.release.slug,
                    "the source catalog is behind the release",
                )
            })
            .collect();
        for (slug, orphan) in &self.orphans {
            found.push(unextracted(
                orphan.source.place(0..0),
                slug,
                "the release of this source catalog is gone",
            ));
        }
        found
    }

    /// The ids of the segments of today in the releases that changed, in the order of `new`.
    pub fn ids(&self) -> Vec<SegmentId> {
        let of = |slug: &Slug| {
            self.release(slug)
                .into_iter()
                .flat_map(|one| &one.catalog.entries)
                .map(|entry| entry.id.clone())
        };
        count_by_release(&self.new)
            .iter()
            .flat_map(|(slug, _)| of(slug))
            .collect()
    }

    /// What has to be written so that the source catalogs of the releases that `works` matches are up to date. Catalogs and releases with
    /// errors are left alone; catalogs without a release go once another release has taken over, or when all releases are meant.
    pub fn plan(&self, works: Option<&GlobSet>) -> Vec<Change> {
        let meant = |slug: &Slug| works.is_none_or(|set| set.is_match(slug.as_str()));
        let sound = |one: &&Extracted| one.is_readable() && one.committed.as_ref().is_none_or(Committed::is_sound);
        let behind = self
            .releases
            .iter()
            .filter(|one| meant(&one.release.slug) && !one.is_current())
            .filter(sound);
        let path = |slug: &Slug| format!("locales/{}/releases/{slug}.ftl", self.source);
        let mut plan: Vec<Change> = behind
            .map(|one| Change {
                path: path(&one.release.slug),
                read: one.committed.as_ref().map(|committed| committed.bytes.clone()),
                write: Some(one.text().into_bytes()),
            })
            .collect();
        let orphans = self
            .orphans
            .iter()
            .filter(|(slug, orphan)| meant(slug) && orphan.is_sound());
        plan.extend(orphans.map(|(slug, orphan)| Change {
            path: path(slug),
            read: Some(orphan.bytes.clone()),
            write: None,
        }));
        plan
    }

    /// The release that a slug names.
    pub fn release(&self, slug: &Slug) -> Option<&Extracted> {
        let at = self.releases.binary_search_by(|one| one.release.slug.cmp(slug)).ok()?;
        self.releases.get(at)
    }
}

fn unextracted(place: crate::diagnostic::Place, slug: &Slug, message: &str) -> Diagnostic {
    let subject = Subject {
        release: Some(slug.to_string()),
        ..Subject::default()
    };
    Diagnostic::error("unextracted", message)
        .at(place)
        .about(subject)
        .with_help("run `pressroom extract` and commit what it writes")
}

/// Gives every segment of every release its id. `source` is the tag of the source locale; `releases` and what was told while they were read, sorted by slug.
pub fn extract(
    source: &str,
    releases: Vec<(Release, Vec<Diagnostic>)>,
    mut committed: BTreeMap<Slug, Committed>,
    pairings: &Pairings,
) -> Extraction {
    let mut current = Vec::new();
    let mut behind = Vec::new();
    for (release, told) in releases {
        let own = committed.remove(&release.slug);
        match own {
            Some(own) if is_unchanged(&release, &own.catalog) => current.push(unchanged(release, told, own)),
            own => behind.push((release, told, own)),
        }
    }
    let mut extraction = Extraction {
        source: source.to_owned(),
        releases: current,
        orphans: committed,
        ..Extraction::default()
    };
    if !behind.is_empty() {
        align_all(&mut extraction, behind, pairings);
    }
    extraction.releases.sort_by(|a, b| a.release.slug.cmp(&b.release.slug));
    extraction
}

/// Whether a release has exactly the segments of its committed catalog, so that there is nothing to extract, and nothing is to be told
/// about the catalog.
pub fn is_settled(release: &Release, own: &Committed) -> bool {
    let segments = &release.document.segments;
    let same_notes = || {
        segments
            .iter()
            .map(|segment| &segment.note)
            .eq(own.catalog.entries.iter().map(|entry| &entry.note))
    };
    own.told.is_empty()
        && is_unchanged(release, &own.catalog)
        && same_notes()
        && own.source.text() == own.catalog.write(&release.slug)
}

/// A release that has exactly the segments of its committed catalog.
pub fn unchanged(release: Release, told: Vec<Diagnostic>, own: Committed) -> Extracted {
    Extracted {
        was_settled: false,
        told: joined(told, &own.told),
        catalog: renoted(&release, own.catalog.clone()),
        committed: Some(own),
        release,
        wanted: OnceLock::new(),
    }
}

/// The same of one that [`is_settled`], to be looked at and not changed.
pub fn settled(release: Release, own: Committed) -> Extracted {
    Extracted {
        was_settled: true,
        ..unchanged(release, Vec::new(), own)
    }
}

fn joined(mut told: Vec<Diagnostic>, more: &[Diagnostic]) -> Vec<Diagnostic> {
    told.extend_from_slice(more);
    told
}

/// Whether a release has exactly the segments of its catalog.
fn is_unchanged(release: &Release, catalog: &SourceCatalog) -> bool {
    let segments = &release.document.segments;
    segments.len() == catalog.entries.len()
        && segments
            .iter()
            .zip(&catalog.entries)
            .all(|(segment, entry)| segment.text == entry.text && word(&segment.kind) == entry.kind)
}

/// The catalog with the notes to translators that the release has now.
fn renoted(release: &Release, mut catalog: SourceCatalog) -> SourceCatalog {
    for (segment, entry) in release.document.segments.iter().zip(&mut catalog.entries) {
        entry.note.clone_from(&segment.note);
    }
    catalog
}

type Behind = (Release, Vec<Diagnostic>, Option<Committed>);

/// Aligns the releases that changed with their catalogs and with those whose release is gone.
fn align_all(extraction: &mut Extraction, behind: Vec<Behind>, pairings: &Pairings) {
    let (old, entries) = yesterday(&behind, &extraction.orphans);
    let new = today(&behind);
    let hints = hints(pairings, &old, &behind);
    let alignment = align::align(&old, &new, &hints);
    let renamed: BTreeMap<Slug, Slug> = alignment
        .renamed
        .iter()
        .map(|renamed| (renamed.to.clone(), renamed.from.clone()))
        .collect();
    let mut origins = alignment.origins.iter();
    for (release, told, own) in behind {
        let origins: Vec<&Origin> = origins.by_ref().take(release.document.segments.len()).collect();
        let catalog = identified(
            &release,
            &origins,
            &old,
            &entries,
            own.as_ref(),
            renamed.get(&release.slug),
        );
        let mut told = own.as_ref().map_or(told.clone(), |own| joined(told, &own.told));
        told.extend(size::too_long(&release, &catalog));
        extraction.releases.push(Extracted {
            release,
            told,
            catalog,
            committed: own,
            wanted: OnceLock::new(),
            was_settled: false,
        });
    }
    (extraction.old, extraction.new, extraction.alignment) = (old, new, alignment);
}

/// The segments that the source catalogs of these releases, and those without a release, hold; and their entries.
fn yesterday(behind: &[Behind], orphans: &BTreeMap<Slug, Committed>) -> (Vec<Old>, Vec<SourceEntry>) {
    let catalogs = behind
        .iter()
        .filter_map(|(release, _, own)| Some((&release.slug, own.as_ref()?)));
    let catalogs: BTreeMap<&Slug, &Committed> = catalogs.chain(orphans).collect();
    let mut entries = Vec::new();
    let mut old = Vec::new();
    for (slug, committed) in catalogs {
        for entry in &committed.catalog.entries {
            old.push(Old {
                release: slug.clone(),
                id: entry.id.clone(),
                kind: kind(&entry.kind),
                text: entry.text.clone(),
            });
            entries.push(entry.clone());
        }
    }
    (old, entries)
}

/// The segments of these releases.
fn today(behind: &[Behind]) -> Vec<New> {
    let segments = behind
        .iter()
        .flat_map(|(release, _, _)| release.document.segments.iter().map(|segment| (&release.slug, segment)));
    segments
        .map(|(slug, segment)| New {
            release: slug.clone(),
            kind: segment.kind.clone(),
            text: segment.text.clone(),
        })
        .collect()
}

/// The source catalog of a release whose segments come from these origins.
fn identified(
    release: &Release,
    origins: &[&Origin],
    old: &[Old],
    entries: &[SourceEntry],
    own: Option<&Committed>,
    renamed: Option<&Slug>,
) -> SourceCatalog {
    let home = renamed.unwrap_or(&release.slug);
    let mut taken: BTreeSet<String> = own
        .iter()
        .flat_map(|own| &own.catalog.entries)
        .map(|entry| entry.id.to_string())
        .collect();
    let mut given: Vec<Option<SegmentId>> = Vec::new();
    for origin in origins {
        // What stays in its release keeps its id first; what comes from elsewhere keeps it if it is free.
        let id = match origin {
            Origin::Kept { old: from, .. } if &old[*from].release == home => Some(old[*from].id.clone()),
            _ => None,
        };
        taken.extend(id.iter().map(SegmentId::to_string));
        given.push(id);
    }
    let mut catalog = SourceCatalog {
        renamed_from: renamed
            .cloned()
            .or_else(|| own.and_then(|own| own.catalog.renamed_from.clone())),
        ..SourceCatalog::default()
    };
    for ((segment, origin), given) in release.document.segments.iter().zip(origins).zip(given) {
        let id = given.unwrap_or_else(|| new_id(origin, segment, old, &taken));
        taken.insert(id.to_string());
        let mut entry = SourceEntry {
            id,
            kind: word(&segment.kind),
            note: segment.note.clone(),
            text: segment.text.clone(),
            minor: Vec::new(),
            origin: None,
        };
        inherit(&mut entry, origin, old, entries, home);
        catalog.entries.push(entry);
    }
    catalog
}

fn new_id(origin: &Origin, segment: &crate::release::Segment, old: &[Old], taken: &BTreeSet<String>) -> SegmentId {
    match origin {
        Origin::Kept { old: from, .. } if !taken.contains(old[*from].id.as_str()) => old[*from].id.clone(),
        _ => ids::name(&segment.text, &segment.kind, &|id| taken.contains(id)),
    }
}

/// What an entry takes over from the segment it comes from: declared equivalents while they hold, and where to look for a translation.
fn inherit(entry: &mut SourceEntry, origin: &Origin, old: &[Old], entries: &[SourceEntry], home: &Slug) {
    let (from, how) = match origin {
        Origin::Kept {
            old: from,
            wording,
            place,
            ..
        } => {
            let before = &entries[*from];
            entry.origin.clone_from(&before.origin);
            if *wording == Wording::Same {
                entry.minor.clone_from(&before.minor);
            }
            if *place != Place::OtherRelease && before.id == entry.id {
                return;
            }
            (*from, How::Moved)
        }
        Origin::New { derived: Some(derived) } => (derived.old, how(derived.how)),
        Origin::New { derived: None } => return,
    };
    if how == How::Moved && &old[from].release == home && old[from].id == entry.id {
        return;
    }
    entry.origin = Some(source::Origin {
        how,
        release: old[from].release.clone(),
        id: old[from].id.clone(),
    });
}

fn how(derivation: Derivation) -> How {
    match derivation {
        Derivation::Copy => How::Copy,
        Derivation::Split => How::Split,
        Derivation::Like => How::Like,
    }
}

/// The editor's pairings as indices into the two lists.
fn hints(pairings: &Pairings, old: &[Old], behind: &[Behind]) -> Hints {
    let find = |slug: &Slug, id: &SegmentId| old.iter().position(|one| &one.release == slug && &one.id == id);
    let mut hints = Hints::default();
    let mut places = Vec::new();
    for (release, _, _) in behind {
        places.extend(
            release
                .document
                .segments
                .iter()
                .map(|segment| (&release.slug, release.source.line(segment.span.start))),
        );
    }
    for (slug, id, line) in &pairings.paired {
        let new = places.iter().position(|(release, at)| *release == slug && at == line);
        hints.paired.extend(find(slug, id).zip(new));
    }
    for (slug, id) in &pairings.retired {
        let Some(old) = find(slug, id) else { continue };
        hints.unpaired.extend((0..places.len()).map(|new| (old, new)));
    }
    hints
}

/// The releases of a list of segments, in its order, and how many segments each has.
pub fn count_by_release(new: &[New]) -> Vec<(Slug, usize)> {
    let mut counts: Vec<(Slug, usize)> = Vec::new();
    for segment in new {
        match counts.last_mut() {
            Some((slug, count)) if slug == &segment.release => *count += 1,
            _ => counts.push((segment.release.clone(), 1)),
        }
    }
    counts
}

/// The words that stand for a kind in a source catalog.
pub fn word(kind: &Kind) -> String {
    match kind {
        Kind::Field(name) => format!("field {name}"),
        Kind::Heading(level) => format!("heading {level}"),
        Kind::Paragraph => "paragraph".to_owned(),
        Kind::Item => "item".to_owned(),
        Kind::Cell(CellPlace::StartsTable) => "table".to_owned(),
        Kind::Cell(CellPlace::StartsRow) => "row".to_owned(),
        Kind::Cell(CellPlace::Continues) => "cell".to_owned(),
        Kind::Caption => "caption".to_owned(),
        Kind::Term => "term".to_owned(),
        Kind::Definition => "definition".to_owned(),
        Kind::Footnote => "footnote".to_owned(),
        Kind::Code => "code".to_owned(),
    }
}

/// The kind that these words stand for; what is unknown is a paragraph.
pub fn kind(word: &str) -> Kind {
    match word.split_once(' ') {
        Some(("field", name)) => Kind::Field(name.to_owned()),
        Some(("heading", level)) => Kind::Heading(level.parse().unwrap_or(2)),
        _ => match word {
            "item" => Kind::Item,
            "table" => Kind::Cell(CellPlace::StartsTable),
            "row" => Kind::Cell(CellPlace::StartsRow),
            "cell" => Kind::Cell(CellPlace::Continues),
            "caption" => Kind::Caption,
            "term" => Kind::Term,
            "definition" => Kind::Definition,
            "footnote" => Kind::Footnote,
            "code" => Kind::Code,
            _ => Kind::Paragraph,
        },
    }
}

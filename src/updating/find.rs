//! Where a translation for a segment without one may come from.

use super::Wishes;
use super::survey::Seen;
use super::transplant::Transplant;
use crate::catalog::source::{How, SourceEntry};
use crate::catalog::{Catalog, Message};
use crate::desk::Desk;
use crate::diagnostic::Diagnostic;
use crate::edition::{Edition, State, Unit};
use crate::extraction::Extracted;
use crate::locale::Locale;
use crate::memory::{Memory, Remembered};
use crate::names::{SegmentId, Slug};
use crate::newsroom::config::Exact;
use crate::publication::is_faulty;
use crate::release::canonical::{self, Canonical, canonical};
use crate::release::inline;
use crate::release::verbatim::is_translatable;
use crate::worksheet::Prefill;
use std::cell::OnceCell;
use std::collections::BTreeMap;

/// What was found for a segment without a translation.
pub(super) enum Found {
    /// A whole message that belongs here.
    Message(Transplant),
    /// A translation to be checked.
    Draft(Prefill),
    /// Nothing.
    Nothing,
}

/// Where it is looked for; files are read when something in them may be wanted.
pub(super) struct Finder<'t> {
    pub(super) desk: &'t Desk<'t>,
    pub(super) locale: &'t Locale,
    /// Catalogs of the locale whose release is gone.
    pub(super) stray: &'t BTreeMap<Slug, Catalog>,
    /// What each file of the locale was when it was first seen.
    pub(super) seen: &'t Seen<'t>,
    pub(super) memory: Memory<'t>,
}

/// The obsolete messages of a file, by the English they were made from, the first of each; looked through when one is first wanted.
#[derive(Default)]
struct Former<'e>(OnceCell<BTreeMap<Canonical, &'e Message>>);

impl<'e> Former<'e> {
    fn of(&self, edition: &'e Edition, english: &str) -> Option<&'e Message> {
        let all = self.0.get_or_init(|| {
            let mut all = BTreeMap::new();
            for message in &edition.obsolete {
                all.entry(canonical(&edition.quoted(message))).or_insert(&**message);
            }
            all
        });
        all.get(&canonical(english)).copied()
    }
}

/// A translation of other English, and where it stands.
struct Known {
    place: String,
    text: String,
    is_sure: bool,
}

impl Finder<'_> {
    /// What is found for each segment of a file without a translation.
    ///
    /// # Errors
    /// As of [`Desk::change`] if a file from which a message is to be taken is not what was first seen.
    pub(super) fn wishes(&self, edition: &Edition, release: &Extracted) -> Result<Wishes, Diagnostic> {
        let mut wishes = Wishes {
            path: edition.path(),
            ..Wishes::default()
        };
        let former = Former::default();
        for (number, unit) in edition.units.iter().enumerate() {
            let entry = release
                .catalog
                .entries
                .get(number)
                .filter(|_| unit.state() == State::Missing);
            let Some(entry) = entry else { continue };
            match self.find((edition, &former), release, entry, unit)? {
                Found::Draft(prefill) => drop(wishes.drafts.insert(number, prefill)),
                Found::Message(transplant) => wishes.transplants.push(transplant),
                Found::Nothing => {}
            }
        }
        Ok(wishes)
    }

    /// What the repository has for a segment without a translation, the surest first: its own translation under another name, the same
    /// English elsewhere, the segment it was made from, English like it.
    fn find<'e>(
        &self,
        (edition, former): (&'e Edition, &Former<'e>),
        release: &Extracted,
        entry: &SourceEntry,
        unit: &Unit,
    ) -> Result<Found, Diagnostic> {
        if let Some(own) = self.own((edition, former), release, entry, unit)? {
            return Ok(Found::Message(own));
        }
        // What is code or an address alone has no words: it is the same in every language, and nobody has to copy it.
        let english = &unit.wanted.english;
        if inline::parse(english).is_ok_and(|inlines| !is_translatable(&inlines)) {
            return Ok(Found::Message(Transplant::copied(unit, &edition.source, english)));
        }
        let memory = &self.desk.newsroom.config.memory;
        if let Some(same) = self
            .memory
            .exact(english)
            .find_map(|one| self.known(one, Some(english)))
        {
            return Ok(match memory.exact {
                Exact::Fresh if same.is_sure => Found::Message(Transplant::copied(unit, &edition.source, &same.text)),
                Exact::Fresh | Exact::Draft => Found::Draft(Prefill {
                    text: same.text,
                    origin: format!("memory 100 %, from {}", same.place),
                }),
            });
        }
        if let Some(origin) = entry.origin.as_ref().filter(|origin| origin.how != How::Moved)
            && let Some(text) = self.text_of(&origin.release, &origin.id)
        {
            return Ok(Found::Draft(Prefill {
                text,
                origin: format!("{} from {}#{}", origin.how.as_str(), origin.release, origin.id),
            }));
        }
        if memory.near.get() == 0 {
            return Ok(Found::Nothing);
        }
        let near = self.memory.near(english, memory.near.get());
        let like = near
            .into_iter()
            .find_map(|(percent, one)| Some((percent, self.known(one, None)?)));
        Ok(like.map_or(Found::Nothing, |(percent, like)| {
            Found::Draft(Prefill {
                text: like.text,
                origin: format!("memory {percent} %, from {}", like.place),
            })
        }))
    }

    /// A remembered translation, unless its markup is not that of its English, or its English is no longer the `same`.
    fn known(&self, one: Remembered<'_>, same: Option<&str>) -> Option<Known> {
        let (slug, number) = match one {
            Remembered::Fresh(slug, number) => (slug, usize::try_from(number).ok()?),
            Remembered::Older(older) => {
                return Some(Known {
                    place: older.place.clone(),
                    text: older.text.clone(),
                    is_sure: older.is_sure,
                });
            }
        };
        self.edition_of(slug, |_, edition| {
            let unit = edition.units.get(number)?;
            let is_same = same.is_none_or(|english| canonical::same(&unit.wanted.english, english));
            let is_good = is_same && unit.state() == State::Fresh && !is_faulty(edition, unit);
            is_good.then(|| Known {
                place: format!("{slug}#{}", unit.wanted.id),
                text: unit.text.as_deref().unwrap_or_default().to_owned(),
                is_sure: true,
            })
        })?
    }

    /// The segment's own translation where it stood before: obsolete in the same file with the same English, or in the file of the
    /// release that the segment came from.
    fn own<'e>(
        &self,
        (edition, former): (&'e Edition, &Former<'e>),
        release: &Extracted,
        entry: &SourceEntry,
        unit: &Unit,
    ) -> Result<Option<Transplant>, Diagnostic> {
        let back = former.of(edition, &unit.wanted.english);
        if let (Some(message), Some(catalog)) = (back, &edition.catalog) {
            return Ok(Some(Transplant::moved(catalog, message, unit, &edition.source)));
        }
        let moved = entry
            .origin
            .as_ref()
            .filter(|origin| origin.how == How::Moved)
            .map(|origin| (&origin.release, &origin.id));
        let renamed = release.catalog.renamed_from.as_ref().map(|old| (old, &entry.id));
        for (slug, id) in moved.into_iter().chain(renamed) {
            if let Some(transplant) = self.moved(slug, id, unit, &edition.source)? {
                return Ok(Some(transplant));
            }
        }
        Ok(None)
    }

    /// The translation of a segment that is no longer wanted where it stands.
    fn moved(&self, slug: &Slug, id: &SegmentId, unit: &Unit, tag: &str) -> Result<Option<Transplant>, Diagnostic> {
        if !self.desk.has(slug) {
            return Ok(self.stray.get(slug).and_then(|catalog| taken(catalog, id, unit, tag)));
        }
        let found = self.edition_of(slug, |release, edition| {
            let still_wanted = !release.is_readable() || release.catalog.get(id).is_some();
            let catalog = edition
                .catalog
                .as_ref()
                .filter(|_| !still_wanted && !edition.is_broken());
            let Some(transplant) = catalog.and_then(|catalog| taken(catalog, id, unit, tag)) else {
                return Ok(None);
            };
            self.seen.is_still(edition)?;
            Ok(Some(transplant))
        });
        found.unwrap_or(Ok(None))
    }

    /// Looks at a release that can be read, in this locale.
    fn edition_of<T>(&self, slug: &Slug, look: impl FnOnce(&Extracted, &Edition) -> T) -> Option<T> {
        self.desk.look_at(slug, |release| {
            let is_for = release.release.front.is_for(self.locale);
            is_for.then(|| look(release, &self.desk.edition(release, self.locale)))
        })?
    }

    /// The translation of another segment, whatever its state; it may still lie under the earlier name of its release.
    fn text_of(&self, slug: &Slug, id: &SegmentId) -> Option<String> {
        let is_text = |text: &String| !text.trim().is_empty();
        let literal = |catalog: &Catalog| {
            let text = catalog
                .message(id)?
                .value
                .as_ref()
                .and_then(crate::catalog::text::literal_text);
            text.filter(is_text)
        };
        let now = self.edition_of(slug, |release, edition| {
            let unit = edition.units.iter().find(|unit| &unit.wanted.id == id);
            let text = unit
                .and_then(|unit| Some(unit.text.as_ref()?.to_string()))
                .filter(is_text);
            let catalog = edition.catalog.as_ref().filter(|_| !edition.is_broken());
            let text = text.or_else(|| catalog.and_then(literal));
            (text, release.catalog.renamed_from.clone())
        });
        let (text, renamed) = now.unwrap_or((None, None));
        let stray = || self.stray.get(slug).and_then(literal);
        let before = || {
            let old = renamed.as_ref()?;
            let stray = self.stray.get(old).and_then(literal);
            stray.or_else(|| self.edition_of(old, |_, edition| edition.catalog.as_ref().and_then(literal))?)
        };
        text.or_else(stray).or_else(before)
    }
}

fn taken(catalog: &Catalog, id: &SegmentId, unit: &Unit, tag: &str) -> Option<Transplant> {
    let message = catalog.message(id).filter(|message| !message.is_stub())?;
    Some(Transplant::moved(catalog, message, unit, tag))
}

//! Two versions of a file merged message by message, for git: a message with the comment above it is one unit.
//!
//! Line by line, git would join a quote of the one side with a translation of the other, and so make a stale text look fresh.

use crate::catalog::parse::parse;
use crate::catalog::parts::{Part, join};
use crate::catalog::source::SourceCatalog;
use crate::catalog::{Catalog, Entry};
use crate::diagnostic::Source;
use std::collections::BTreeMap;

/// Why there is no clean merge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unmerged {
    /// Both sides changed these messages, in different ways.
    Conflicts {
        /// The merged file with conflict markers round the two versions of each of them.
        text: String,
        /// Their ids, with the `-` of a term; comments that stand alone are shown by their text.
        keys: Vec<String>,
    },
    /// One of the three files has a fault of syntax, so that nobody can say where its messages begin and end.
    Unreadable,
}

/// Merges what happened from `base` to `ours` and from `base` to `theirs`, all three without a byte order mark.
///
/// The order is that of the side that changed it, or of ours; what only the other side has stands behind the same neighbour as there.
/// Source catalogs never conflict: they are a register that the next extraction brings in line with the merged release.
///
/// # Errors
/// [`Unmerged`], with the file to be written in the case of conflicts.
pub fn merge(base: &str, ours: &str, theirs: &str) -> Result<String, Unmerged> {
    if ours == theirs || theirs == base {
        return Ok(ours.to_owned());
    }
    if ours == base {
        return Ok(theirs.to_owned());
    }
    let eol = line_end(base, ours, theirs);
    let files = [base, ours, theirs].map(|text| read(&text.replace("\r\n", "\n")));
    let [Some(base), Some(ours), Some(theirs)] = files else {
        return Err(Unmerged::Unreadable);
    };
    let [ours_generated, theirs_generated] = [&ours, &theirs].map(SourceCatalog::is_generated);
    let [base, ours, theirs] = [&base, &ours, &theirs].map(Side::of);
    let (skeleton, other) = if ours.kept_order_of(&base) {
        (&theirs, &ours)
    } else {
        (&ours, &theirs)
    };
    let mut merged = Merged {
        base: &base,
        ours: &ours,
        theirs: &theirs,
        are_generated: ours_generated && theirs_generated,
        conflicts: Vec::new(),
    };
    let parts = merged.parts(skeleton, other);
    let text = join(skeleton.lead, &parts, skeleton.units.len(), "\n").replace('\n', eol);
    match merged.conflicts {
        keys if keys.is_empty() && read(&text).is_some() => Ok(text),
        keys if keys.is_empty() => Err(Unmerged::Unreadable),
        keys => Err(Unmerged::Conflicts { text, keys }),
    }
}

/// The two versions of a file that cannot be merged, with conflict markers round all that differs: from the first line that differs to the
/// last one. Nothing is joined line by line, since that could put a quote of the one side above a translation of the other.
pub fn side_by_side(ours: &str, theirs: &str) -> String {
    let (one, other): (Vec<&str>, Vec<&str>) = (
        ours.split_inclusive('\n').collect(),
        theirs.split_inclusive('\n').collect(),
    );
    let head = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let (one, other, first) = (&one[head..], &other[head..], &one[..head]);
    let tail = one
        .iter()
        .rev()
        .zip(other.iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let (mine, last) = one.split_at(one.len() - tail);
    let (yours, _) = other.split_at(other.len() - tail);
    let whole = |lines: &[&str]| match lines.concat() {
        text if text.is_empty() || text.ends_with('\n') => text,
        text => text + "\n",
    };
    let (mine, yours) = (whole(mine), whole(yours));
    format!(
        "{}<<<<<<< ours\n{mine}=======\n{yours}>>>>>>> theirs\n{}",
        first.concat(),
        last.concat()
    )
}

/// The line end of the side that changed it.
fn line_end(base: &str, ours: &str, theirs: &str) -> &'static str {
    let crlf = |text: &str| text.split_once('\n').is_some_and(|(line, _)| line.ends_with('\r'));
    let side = if crlf(ours) == crlf(base) { theirs } else { ours };
    if crlf(side) { "\r\n" } else { "\n" }
}

fn read(text: &str) -> Option<Catalog> {
    let (catalog, diagnostics) = parse(Source::new("", text));
    diagnostics.is_empty().then_some(catalog)
}

/// What an entry is called in all three files: a message by its id, a comment that stands alone by its text and number.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Name<'t> {
    Message(&'t str),
    Comment(&'t str, usize),
}

struct Unit<'t> {
    name: Name<'t>,
    /// Without its line end.
    text: &'t str,
    gap: &'t str,
}

struct Side<'t> {
    lead: &'t str,
    units: Vec<Unit<'t>>,
    by_name: BTreeMap<Name<'t>, &'t str>,
}

impl<'t> Side<'t> {
    fn of(catalog: &'t Catalog) -> Side<'t> {
        let end = catalog.source.text().len();
        let starts: Vec<usize> = catalog
            .entries
            .iter()
            .map(|entry| entry.span().start)
            .chain([end])
            .collect();
        let mut comments: BTreeMap<&str, usize> = BTreeMap::new();
        let mut units = Vec::with_capacity(catalog.entries.len());
        for (entry, next) in catalog.entries.iter().zip(starts.iter().skip(1)) {
            let span = entry.span();
            let text = catalog.slice(span.clone()).trim_end_matches('\n');
            let name = match entry {
                Entry::Message(message) => Name::Message(catalog.slice(message.id_span.clone())),
                Entry::Comment(_) | Entry::Junk(_) => {
                    let number = comments.entry(text).or_insert(0);
                    *number += 1;
                    Name::Comment(text, *number)
                }
            };
            units.push(Unit {
                name,
                text,
                gap: catalog.slice(span.end..*next),
            });
        }
        let by_name = units.iter().map(|unit| (unit.name.clone(), unit.text)).collect();
        let lead = catalog.slice(0..starts.first().copied().unwrap_or(0));
        Side { lead, units, by_name }
    }

    fn text(&self, name: &Name<'t>) -> Option<&'t str> {
        self.by_name.get(name).copied()
    }

    /// Whether what both have stands in the same order.
    fn kept_order_of(&self, base: &Side<'t>) -> bool {
        let mine = self.units.iter().filter(|unit| base.by_name.contains_key(&unit.name));
        let theirs = base.units.iter().filter(|unit| self.by_name.contains_key(&unit.name));
        mine.map(|unit| &unit.name).eq(theirs.map(|unit| &unit.name))
    }
}

struct Merged<'s, 't> {
    base: &'s Side<'t>,
    ours: &'s Side<'t>,
    theirs: &'s Side<'t>,
    /// Whether the sides are source catalogs, which the next extraction writes anew from the merged release.
    are_generated: bool,
    conflicts: Vec<String>,
}

impl<'t> Merged<'_, 't> {
    /// The parts of `skeleton` in its order, and what only `other` has, each behind its neighbour there.
    fn parts(&mut self, skeleton: &Side<'t>, other: &Side<'t>) -> Vec<Part<'t>> {
        let mut behind: BTreeMap<Option<&Name<'t>>, Vec<&Unit<'t>>> = BTreeMap::new();
        let mut neighbour = None;
        for unit in &other.units {
            if skeleton.by_name.contains_key(&unit.name) {
                neighbour = Some(&unit.name);
            } else {
                behind.entry(neighbour).or_default().push(unit);
            }
        }
        let mut parts = Vec::new();
        self.add_new(behind.get(&None), &mut parts);
        for (n, unit) in skeleton.units.iter().enumerate() {
            if let Some(text) = self.unit(&unit.name) {
                parts.push(Part {
                    text,
                    gap: unit.gap,
                    origin: Some(n),
                });
            }
            self.add_new(behind.get(&Some(&unit.name)), &mut parts);
        }
        parts
    }

    fn add_new(&mut self, units: Option<&Vec<&Unit<'t>>>, parts: &mut Vec<Part<'t>>) {
        for unit in units.into_iter().flatten() {
            if let Some(text) = self.unit(&unit.name) {
                parts.push(Part {
                    text,
                    gap: "",
                    origin: None,
                });
            }
        }
    }

    /// The entry as it is after both sides' changes, with its line end; nothing if it was removed.
    fn unit(&mut self, name: &Name<'t>) -> Option<String> {
        let (base, ours, theirs) = (self.base.text(name), self.ours.text(name), self.theirs.text(name));
        let chosen = if ours == theirs || theirs == base {
            ours
        } else if ours == base {
            theirs
        } else if self.are_generated {
            return registered(ours, theirs);
        } else {
            let (Name::Message(shown) | Name::Comment(shown, _)) = name;
            self.conflicts.push((*shown).to_owned());
            let side = |text: Option<&str>| text.map_or_else(String::new, |text| format!("{text}\n"));
            return Some(format!(
                "<<<<<<< ours\n{}=======\n{}>>>>>>> theirs\n",
                side(ours),
                side(theirs)
            ));
        };
        chosen.map(|text| format!("{text}\n"))
    }
}

/// A segment of which both sides changed what the source catalog says. Its text comes from the release, so that nothing of it is lost here;
/// what has to stay is the id, and what editors declared about the same English.
fn registered(ours: Option<&str>, theirs: Option<&str>) -> Option<String> {
    let entry = |text: &str| {
        let (catalog, _) = parse(Source::new("", format!("{text}\n")));
        SourceCatalog::read(&catalog).0.entries.into_iter().next()
    };
    match (ours.and_then(entry), theirs.and_then(entry)) {
        (Some(mut mine), Some(yours)) if mine.text == yours.text => {
            for minor in yours.minor {
                if mine.minor.iter().all(|known| known.text != minor.text) {
                    mine.minor.push(minor);
                }
            }
            mine.origin = mine.origin.or(yours.origin);
            Some(mine.write())
        }
        _ => ours.or(theirs).map(|text| format!("{text}\n")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    const BASE: &str = "### R\n\n# en: A\na = a\n\n# en: B\nb = b\n\n# en: C\nc = c\n";

    #[test]
    fn what_only_one_side_changed_is_taken_even_if_it_cannot_be_read() {
        let (bad, worse) = ("= x\n", "} y\n");
        for (base, ours, theirs, merged) in [
            (bad, BASE, bad, BASE),
            (BASE, bad, bad, bad),
            (bad, bad, BASE, BASE),
            (BASE, BASE, bad, bad),
        ] {
            assert_eq!(merge(base, ours, theirs).unwrap(), merged);
        }
        assert!(matches!(merge(BASE, bad, worse), Err(Unmerged::Unreadable)));
    }

    #[test]
    fn changes_of_different_messages_are_joined() {
        let ours = BASE
            .replace("a = a", "a = aa")
            .replace("# en: C\n", "# en: C\n# ours\nnew = x\n\n# en: C\n");
        let theirs = BASE
            .replace("# en: B\nb = b\n\n", "")
            .replace("c = c\n", "c = c\n\nd = d\n");
        assert_eq!(
            merge(BASE, &ours, &theirs).unwrap(),
            "### R\n\n# en: A\na = aa\n\n# en: C\n# ours\nnew = x\n\n# en: C\nc = c\n\nd = d\n"
        );
        let crlf = theirs.replace('\n', "\r\n");
        assert_eq!(
            merge(BASE, &ours, &crlf).unwrap(),
            merge(BASE, &ours, &theirs).unwrap().replace('\n', "\r\n")
        );
    }

    #[test]
    fn neighbouring_changes_do_not_conflict_and_a_quote_stays_with_its_translation() {
        let ours = BASE.replace("# en: A\na = a", "# STALE: x\n# en was: A\n# en now: AA\na = a");
        let theirs = BASE.replace("# en: B\nb = b", "# en: B\nb = bb");
        let merged = merge(BASE, &ours, &theirs).unwrap();
        assert!(merged.contains("# en now: AA\na = a\n\n# en: B\nb = bb\n"), "{merged}");
        let theirs = BASE.replace("a = a", "a = other");
        let Err(Unmerged::Conflicts { text, keys }) = merge(BASE, &ours, &theirs) else {
            panic!("merged")
        };
        assert_eq!(keys, ["a"]);
        assert!(text.contains(
            "<<<<<<< ours\n# STALE: x\n# en was: A\n# en now: AA\na = a\n=======\n# en: A\na = other\n>>>>>>> theirs\n\n# en: B"
        ));
        let (_, diagnostics) = parse(Source::new("x", text));
        assert_eq!(diagnostics.len(), 1);
    }

    #[test]
    fn removing_what_the_other_side_changed_is_a_conflict() {
        let ours = BASE.replace("# en: B\nb = b\n\n", "");
        let theirs = BASE.replace("b = b", "b = bb");
        let Err(Unmerged::Conflicts { text, .. }) = merge(BASE, &ours, &theirs) else {
            panic!("merged")
        };
        assert!(
            text.contains("<<<<<<< ours\n=======\n# en: B\nb = bb\n>>>>>>> theirs\n"),
            "{text}"
        );
    }

    #[test]
    fn the_side_that_moved_something_gives_the_order() {
        let moved = "### R\n\n# en: B\nb = b\n\n# en: C\nc = c\n\n## Obsolete\n\n# en: A\na = a\n";
        let ours = BASE.replace("c = c\n", "c = cc\n\nd = d\n");
        let expected = "### R\n\n# en: B\nb = b\n\n# en: C\nc = cc\n\nd = d\n\n## Obsolete\n\n# en: A\na = a\n";
        assert_eq!(merge(BASE, &ours, moved).unwrap(), expected);
        assert_eq!(merge(BASE, moved, &ours).unwrap(), expected);
    }

    #[test]
    fn source_catalogs_never_conflict_and_keep_every_id_and_declaration() {
        let head = "### Generated by `pressroom extract` from releases/a.md: edit the release, not this file.\n";
        let base = format!("{head}\n# paragraph\na = A\n\n# paragraph\nb = B\n");
        let ours = base
            .replace("# paragraph\na = A", "# paragraph\n# minor (comma): A\na = A,")
            .replace("b = B", "b = Ours");
        let theirs = base
            .replace("# paragraph\na = A", "# paragraph\n# minor (spelling): a\na = A,")
            .replace("b = B", "b = Theirs");
        let merged = merge(&base, &ours, &theirs).unwrap();
        assert!(
            merged.contains("# minor (comma): A\n# minor (spelling): a\na = A,\n\n# paragraph\nb = Ours\n"),
            "{merged}"
        );
        let gone = base.replace("\n# paragraph\nb = B\n", "");
        assert!(merge(&base, &gone, &theirs).unwrap().contains("b = Theirs\n"));
        assert_eq!(
            merge("", &ours, &theirs).unwrap().matches("\na = ").count(),
            1,
            "a release added twice"
        );
    }

    #[test]
    fn a_faulty_side_is_shown_beside_the_other() {
        assert_eq!(merge(BASE, "a = {\n", "b = b\n"), Err(Unmerged::Unreadable));
        assert_eq!(
            side_by_side("x = 1\na = {\ny = 2\n", "x = 1\nb = b\nc = c\ny = 2\n"),
            "x = 1\n<<<<<<< ours\na = {\n=======\nb = b\nc = c\n>>>>>>> theirs\ny = 2\n"
        );
        assert_eq!(side_by_side("a", "b"), "<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs\n");
    }

    /// A version of a file of at most six messages, each absent or in one of three forms, in some order.
    fn version() -> impl Strategy<Value = String> {
        let order = Just((0..6).collect::<Vec<usize>>()).prop_shuffle();
        (order, prop::collection::vec(0..4, 6), any::<bool>()).prop_map(|(order, forms, sorted)| {
            let mut order = order;
            if sorted {
                order.sort_unstable();
            }
            let message = |id: usize| match forms[id] {
                0 => String::new(),
                form => format!("# en: E{form}\nm{id} = t{form}\n\n"),
            };
            order.into_iter().map(message).collect::<String>() + "# end\n"
        })
    }

    proptest! {
        /// Every message of the result is the one that three-way merging calls for, and no message is lost.
        #[test]
        fn each_message_is_merged_by_itself(base in version(), ours in version(), theirs in version()) {
            let texts = |text: &str| -> BTreeMap<String, String> {
                let catalog = read(text).unwrap();
                catalog.messages().map(|m| (m.key(), catalog.slice(m.span.clone()).to_owned())).collect()
            };
            let (b, o, t) = (texts(&base), texts(&ours), texts(&theirs));
            let keys: BTreeSet<&String> = b.keys().chain(o.keys()).chain(t.keys()).collect();
            let conflicting = |key: &&&String| o.get(**key) != t.get(**key) && o.get(**key) != b.get(**key) && t.get(**key) != b.get(**key);
            let conflicts: Vec<String> = keys.iter().filter(conflicting).map(|key| (*key).clone()).collect();
            match merge(&base, &ours, &theirs) {
                Ok(merged) => {
                    prop_assert!(conflicts.is_empty());
                    let merged = texts(&merged);
                    for key in keys {
                        let expected = if o.get(key) == b.get(key) { t.get(key) } else { o.get(key) };
                        prop_assert_eq!(merged.get(key), expected);
                    }
                }
                Err(Unmerged::Conflicts { mut keys, .. }) => {
                    keys.sort();
                    prop_assert_eq!(keys, conflicts);
                }
                Err(Unmerged::Unreadable) => prop_assert!(false, "unreadable"),
            }
            prop_assert_eq!(merge(&base, &ours, &base), Ok(ours.clone()));
            prop_assert_eq!(merge(&base, &base, &theirs), Ok(theirs));
        }
    }
}

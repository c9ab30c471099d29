//! Where each message should stand: in the order of the source, and what is no longer needed at the end.

use super::head;
use super::pieces::{Content, Piece, Sheet};
use super::{Change, Key, OBSOLETE, Wanted, What, key};
use crate::catalog::quote::reserved;
use crate::catalog::{Comment, Message};
use std::collections::BTreeMap;

/// Puts the pieces in order: as few messages as possible are moved, comments that stand alone stay where they are.
pub(super) fn order(sheet: &mut Sheet<'_>, wanted: &[Wanted], tag: &str, changes: &mut Vec<Change>) {
    let mut ranks: BTreeMap<Key<'_>, usize> = BTreeMap::new();
    for (rank, wanted) in wanted.iter().enumerate() {
        ranks.entry((wanted.is_term, &wanted.id)).or_insert(rank);
    }
    let (main, loose, tail) = (Vec::new(), BTreeMap::new(), Vec::new());
    let mut sorter = Sorter {
        ranks,
        tag,
        changes,
        main,
        loose,
        tail,
        heading: None,
    };
    sorter.sort(std::mem::take(&mut sheet.pieces));
    sorter.loosen();
    sorter.add_stubs(wanted, sheet.eol);
    sheet.pieces = sorter.finish(sheet.eol);
}

struct Sorter<'s, 'c, 'w> {
    ranks: BTreeMap<Key<'w>, usize>,
    tag: &'s str,
    changes: &'s mut Vec<Change>,
    /// What stays where it is, with the rank of a wanted message.
    main: Vec<(Option<usize>, Piece<'c>)>,
    /// What has to be put in its place, by rank.
    loose: BTreeMap<usize, Piece<'c>>,
    /// What stands under the heading `Obsolete`.
    tail: Vec<Piece<'c>>,
    heading: Option<Piece<'c>>,
}

impl<'c> Sorter<'_, 'c, '_> {
    /// Divides the pieces into those above and those below the heading, by what is wanted.
    fn sort(&mut self, pieces: Vec<Piece<'c>>) {
        let heading = pieces
            .iter()
            .rposition(|piece| matches!(piece.what, Content::ObsoleteHeading));
        let mut below = Vec::new();
        for (n, piece) in pieces.into_iter().enumerate() {
            let is_below = heading.is_some_and(|heading| n > heading);
            if Some(n) == heading {
                self.heading = Some(piece);
                continue;
            }
            // A merge can leave a second heading; the next update would take it for the only one.
            if matches!(piece.what, Content::ObsoleteHeading) {
                continue;
            }
            let Content::Message(message, above) = &piece.what else {
                if is_below {
                    below.push(piece)
                } else {
                    self.main.push((None, piece))
                }
                continue;
            };
            match self.ranks.get(&key(message)).copied() {
                Some(rank) if is_below => {
                    self.changes.push(Change {
                        key: message.key(),
                        what: What::Restored,
                    });
                    self.loose.insert(rank, piece);
                }
                Some(rank) => self.main.push((Some(rank), piece)),
                None if message.is_stub() && !has_note(message, above, self.tag) => {
                    self.changes.push(Change {
                        key: message.key(),
                        what: What::Removed,
                    });
                }
                None if is_below => below.push(piece),
                None => {
                    self.changes.push(Change {
                        key: message.key(),
                        what: What::Obsolete,
                    });
                    self.tail.push(piece);
                }
            }
        }
        // what was obsolete before stands before what has become so
        below.append(&mut self.tail);
        self.tail = below;
    }

    /// Takes out the fewest messages without which the rest is in the order of the source.
    fn loosen(&mut self) {
        let ranks: Vec<usize> = self.main.iter().filter_map(|(rank, _)| *rank).collect();
        let stays = longest_increasing(&ranks);
        let mut seen = 0;
        for (rank, piece) in std::mem::take(&mut self.main) {
            let Some(rank) = rank else {
                self.main.push((None, piece));
                continue;
            };
            seen += 1;
            if stays.get(seen - 1).copied().unwrap_or(true) {
                self.main.push((Some(rank), piece));
                continue;
            }
            if let Content::Message(message, _) = piece.what {
                self.changes.push(Change {
                    key: message.key(),
                    what: What::Moved,
                });
            }
            self.loose.insert(rank, piece);
        }
    }

    fn add_stubs(&mut self, wanted: &[Wanted], eol: &str) {
        let mut present: Vec<bool> = vec![false; wanted.len()];
        let ranks = self
            .main
            .iter()
            .filter_map(|(rank, _)| *rank)
            .chain(self.loose.keys().copied());
        for rank in ranks {
            if let Some(slot) = present.get_mut(rank) {
                *slot = true;
            }
        }
        for (rank, wanted) in wanted.iter().enumerate() {
            let first = self.ranks.get(&(wanted.is_term, &wanted.id)) == Some(&rank);
            if !first || present.get(rank).copied().unwrap_or(false) {
                continue;
            }
            let (text, what) = head::stub(wanted, self.tag, eol);
            let dash = if wanted.is_term { "-" } else { "" };
            self.changes.push(Change {
                key: format!("{dash}{}", wanted.id),
                what,
            });
            self.loose.insert(rank, Piece::new(text, Content::New));
        }
    }

    /// Every loose piece behind the message that precedes it in the source; then what is obsolete.
    fn finish(self, eol: &str) -> Vec<Piece<'c>> {
        let mut done: Vec<Piece<'c>> = Vec::new();
        let mut loose = self.loose.into_iter().peekable();
        let mut ahead = self
            .main
            .iter()
            .filter_map(|(rank, _)| *rank)
            .collect::<Vec<_>>()
            .into_iter()
            .peekable();
        for (rank, piece) in self.main {
            if rank.is_none() {
                done.push(piece);
                continue;
            }
            // only before the first message: what precedes any other was put behind its predecessor
            if let Some(rank) = ahead.next() {
                done.extend(std::iter::from_fn(|| loose.next_if(|(loose, _)| *loose < rank)).map(|(_, piece)| piece));
            }
            done.push(piece);
            let next = ahead.peek().copied().unwrap_or(usize::MAX);
            done.extend(std::iter::from_fn(|| loose.next_if(|(loose, _)| *loose < next)).map(|(_, piece)| piece));
        }
        done.extend(loose.map(|(_, piece)| piece));
        let obsolete = self.tail.iter().any(|piece| matches!(piece.what, Content::Message(..)));
        match self.heading {
            Some(heading) if obsolete || !self.tail.is_empty() => done.push(heading),
            None if obsolete => done.push(Piece::new(format!("## {OBSOLETE}{eol}"), Content::ObsoleteHeading)),
            _ => {}
        }
        done.extend(self.tail);
        done
    }
}

/// Whether a person wrote anything above the message, be it cut off from it by a blank line.
fn has_note(message: &Message, above: &[&Comment], tag: &str) -> bool {
    let cut_off = above.iter().flat_map(|comment| &comment.lines);
    let mut lines = cut_off.chain(&message.comment);
    lines.any(|line| reserved(&line.text, tag).is_none())
}

/// For each number, whether it belongs to a longest increasing subsequence (patience sorting, in n log n).
fn longest_increasing(numbers: &[usize]) -> Vec<bool> {
    let mut tops: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(numbers.len());
    for (n, number) in numbers.iter().enumerate() {
        let pile = tops.partition_point(|top| numbers[*top] < *number);
        before.push(pile.checked_sub(1).map(|left| tops[left]));
        match tops.get_mut(pile) {
            Some(top) => *top = n,
            None => tops.push(n),
        }
    }
    let mut chosen = vec![false; numbers.len()];
    let mut at = tops.last().copied();
    while let Some(n) = at {
        chosen[n] = true;
        at = before[n];
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::longest_increasing;

    #[test]
    fn as_few_as_possible_are_moved() {
        assert!(longest_increasing(&[]).is_empty());
        assert_eq!(longest_increasing(&[0, 1, 2]), [true, true, true]);
        assert_eq!(longest_increasing(&[2, 0, 1]), [false, true, true]);
        assert_eq!(longest_increasing(&[1, 2, 0]), [true, true, false]);
        assert_eq!(
            longest_increasing(&[3, 0, 4, 1, 5])
                .iter()
                .filter(|stays| **stays)
                .count(),
            3
        );
    }
}

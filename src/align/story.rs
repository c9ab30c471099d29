//! An alignment as a list that a person can read before anything is written.

use crate::align::change::classify;
use crate::align::{Alignment, Derivation, New, Old, Origin, Place, Wording};
use crate::names::{SegmentId, Slug};
use std::fmt;

/// What became of one segment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What happened, as one sign.
    pub mark: Mark,
    /// The release the segment stands in now; for one that is gone, stood in.
    pub release: Slug,
    /// Its id.
    pub id: SegmentId,
    /// What happened, in words; empty where the mark says all.
    pub words: String,
}

/// What can happen to a segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    /// `=`: kept as it is.
    Kept,
    /// `~`: reworded where it stands.
    Reworded,
    /// `>`: moved, perhaps reworded as well.
    Moved,
    /// `/`: new, split off from another segment.
    Split,
    /// `+`: new.
    New,
    /// `&`: gone, merged into another segment.
    Merged,
    /// `-`: gone.
    Gone,
}

impl Mark {
    /// The sign that stands at the start of the line.
    pub fn as_char(self) -> char {
        match self {
            Mark::Kept => '=',
            Mark::Reworded => '~',
            Mark::Moved => '>',
            Mark::Split => '/',
            Mark::New => '+',
            Mark::Merged => '&',
            Mark::Gone => '-',
        }
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.mark.as_char(), self.id)?;
        if self.words.is_empty() {
            Ok(())
        } else {
            write!(f, "  {}", self.words)
        }
    }
}

/// A line for every new segment in the order given, then one for every old segment that is gone.
/// `ids` are the ids of the new segments, kept or newly made, in the same order.
pub fn story(old: &[Old], new: &[New], ids: &[SegmentId], alignment: &Alignment) -> Vec<Line> {
    let mut lines = Vec::with_capacity(new.len());
    for ((new, id), origin) in new.iter().zip(ids).zip(&alignment.origins) {
        let (mark, words) = told(old, new, origin);
        lines.push(Line {
            mark,
            release: new.release.clone(),
            id: id.clone(),
            words,
        });
    }
    for gone in &alignment.gone {
        let Some(segment) = old.get(gone.old) else { continue };
        let (mark, words) = match gone.merged_into.and_then(|new| ids.get(new)) {
            Some(id) => (Mark::Merged, format!("merged into {id}")),
            None => (Mark::Gone, String::new()),
        };
        lines.push(Line {
            mark,
            release: segment.release.clone(),
            id: segment.id.clone(),
            words,
        });
    }
    lines
}

fn told(old: &[Old], new: &New, origin: &Origin) -> (Mark, String) {
    match origin {
        Origin::Kept {
            old: at,
            wording,
            place,
            ..
        } => match old.get(*at) {
            Some(before) => kept(before, new, *wording, *place),
            None => (Mark::Kept, String::new()),
        },
        Origin::New { derived: None } => (Mark::New, String::new()),
        Origin::New { derived: Some(from) } => {
            let source = old
                .get(from.old)
                .map_or(String::new(), |segment| named(segment, &new.release));
            match from.how {
                Derivation::Copy => (Mark::New, format!("copy of {source}")),
                Derivation::Split => (Mark::Split, format!("split from {source}")),
                Derivation::Like => (Mark::New, format!("{} % like {source}", from.likeness)),
            }
        }
    }
}

fn kept(before: &Old, new: &New, wording: Wording, place: Place) -> (Mark, String) {
    let reworded = match wording {
        Wording::Same => String::new(),
        Wording::Reworded => {
            let change = classify(&before.text, &new.text);
            let space = if change.evidence.is_empty() { "" } else { ": " };
            format!("reworded ({}{space}{})", change.kind.as_str(), change.evidence)
        }
    };
    let moved = match place {
        Place::Here => String::new(),
        Place::Moved => "moved".to_owned(),
        Place::OtherRelease => format!("moved from {}", before.release),
    };
    match (moved.is_empty(), reworded.is_empty()) {
        (true, true) => (Mark::Kept, String::new()),
        (true, false) => (Mark::Reworded, reworded),
        (false, true) => (Mark::Moved, moved),
        (false, false) => (Mark::Moved, format!("{moved}, {reworded}")),
    }
}

/// The id of an old segment, with its release if that is another one.
fn named(segment: &Old, here: &Slug) -> String {
    if segment.release == *here {
        segment.id.to_string()
    } else {
        format!("{}#{}", segment.release, segment.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::{Hints, align};
    use crate::release::Kind;

    const OLD: [(&str, &str); 4] = [
        (
            "talks-began",
            "The talks began in Brussels on 24 May in the presence of both chairs.",
        ),
        (
            "experts-agreed",
            "The experts agreed on a list of measures for the coming year.",
        ),
        (
            "ministers-met",
            "Ministers met to discuss the budget of next year, its risks and its chances. They report to the house in autumn.",
        ),
        ("nobody-came", "Nobody else had been invited to the closing ceremony."),
    ];

    const NEW: [(&str, &str); 5] = [
        (
            "experts-agreed",
            "The experts agreed on a list of measures for the coming year.",
        ),
        (
            "talks-began",
            "The talks began in Brussels on 25 May in the presence of both chairs.",
        ),
        (
            "ministers-met",
            "Ministers met to discuss the budget of next year, its risks and its chances.",
        ),
        ("report-house", "They report to the house in autumn."),
        ("sandwiches-served", "Sandwiches were served."),
    ];

    const TOLD: &str = "\
        = experts-agreed\n\
        > talks-began  moved, reworded (facts: date 24 May → 25 May)\n\
        ~ ministers-met  reworded (wording: “They report to the house in autumn” removed)\n\
        / report-house  split from ministers-met\n\
        + sandwiches-served\n\
        - nobody-came\n";

    #[test]
    fn an_alignment_reads_as_a_list() {
        let release = Slug::new("a").unwrap();
        let old = OLD.map(|(id, text)| Old {
            release: release.clone(),
            id: SegmentId::new(id).unwrap(),
            kind: Kind::Paragraph,
            text: text.to_owned(),
        });
        let new = NEW.map(|(_, text)| New {
            release: release.clone(),
            kind: Kind::Paragraph,
            text: text.to_owned(),
        });
        let ids = NEW.map(|(id, _)| SegmentId::new(id).unwrap());
        let lines = story(&old, &new, &ids, &align(&old, &new, &Hints::default()));
        assert_eq!(lines.iter().map(|line| format!("{line}\n")).collect::<String>(), TOLD);
    }

    #[test]
    fn what_comes_from_another_release_says_from_which() {
        let segment = |release: &str, id: &str, text: &str| Old {
            release: Slug::new(release).unwrap(),
            id: SegmentId::new(id).unwrap(),
            kind: Kind::Paragraph,
            text: text.to_owned(),
        };
        let text = NEW[0].1;
        let old = [
            segment("a", "experts-agreed", text),
            segment("b", "talks-began", NEW[1].1),
        ];
        let new = [("a", text), ("b", text), ("a", NEW[1].1)].map(|(release, text)| New {
            release: Slug::new(release).unwrap(),
            kind: Kind::Paragraph,
            text: text.to_owned(),
        });
        let ids = ["experts-agreed", "experts-agreed-2", "talks-began"].map(|id| SegmentId::new(id).unwrap());
        let lines = story(&old, &new, &ids, &align(&old, &new, &Hints::default()));
        let told = lines.iter().map(ToString::to_string).collect::<Vec<_>>();
        let wanted = [
            "= experts-agreed",
            "+ experts-agreed-2  copy of a#experts-agreed",
            "> talks-began  moved from b",
        ];
        assert_eq!(told, wanted);
    }
}

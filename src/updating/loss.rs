//! A guard against a run that makes much of a locale worthless at once, which is a mistake far more often than it is meant.

use crate::worksheet::{Update, What};

/// How many translations may always stop being good in one run.
const ALWAYS: usize = 20;

/// How many translations of a locale are good before a run, and how many of these it would mark stale, unverified or obsolete.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Loss {
    /// The translations that the files show as good.
    pub good: usize,
    /// Those among them that would not be any more.
    pub lost: usize,
}

impl Loss {
    /// What these updates of a locale would make of its translations, of which so many `are_good` for the English of today.
    pub(super) fn of(are_good: usize, updates: &[(String, Update)]) -> Loss {
        let is_lost = |what: What| matches!(what, What::Stale | What::Unverified | What::Obsolete);
        let changes = updates.iter().flat_map(|(_, update)| &update.changes);
        let lost = changes.filter(|change| is_lost(change.what)).count();
        Loss {
            good: are_good + lost,
            lost,
        }
    }

    /// Whether more than a fifth would be lost, and more than a few.
    pub fn is_mass(self) -> bool {
        self.lost > ALWAYS && self.lost * 5 > self.good
    }
}

#[cfg(test)]
mod tests {
    use super::Loss;

    #[test]
    fn a_fifth_is_much_unless_it_is_few() {
        for (good, lost, mass) in [
            (0, 0, false),
            (20, 20, false),
            (105, 21, false),
            (104, 21, true),
            (1000, 200, false),
            (1000, 201, true),
        ] {
            assert_eq!(Loss { good, lost }.is_mass(), mass, "{lost} of {good}");
        }
    }
}

//! Chance that is the same on every machine: a seed gives a history, a failing seed can be run again.
#![allow(dead_code, reason = "a stock that tests draw on")]

/// A source of numbers (xorshift64*, by S. Vigna).
pub(crate) struct Chance(u64);

impl Chance {
    /// The source that this seed gives.
    pub(crate) fn from_seed(seed: u64) -> Chance {
        Chance(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// A number below `end`; 0 if `end` is 0.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        (self.next() >> 33) as usize % end.max(1)
    }

    /// One of these.
    pub(crate) fn of<'t, T: ?Sized>(&mut self, choices: &[&'t T]) -> &'t T {
        choices[self.below(choices.len())]
    }

    /// True in this many of a hundred cases.
    pub(crate) fn percent(&mut self, share: usize) -> bool {
        self.below(100) < share
    }

    /// A sentence such as a press office writes; `n` makes it like no other.
    pub(crate) fn sentence(&mut self, n: usize) -> String {
        let who = self.of(&[
            "The Committee",
            "A delegation",
            "The Office",
            "The Under-Secretary-General",
            "Member States",
            "Both sides",
        ]);
        let did = self.of(&[
            "reviewed",
            "welcomed",
            "discussed",
            "adopted",
            "did not accept",
            "may extend",
            "will fund",
        ]);
        let what = self.of(&[
            "the strategy on borders",
            "a plan for training",
            "the **joint** report",
            "its [programme](https://un.org/p)",
            "new rules",
            "the annual budget",
            "*all* measures",
        ]);
        let place = self.of(&[
            "in Brussels",
            "in New York",
            "at Headquarters",
            "in Geneva",
            "in Nairobi",
            "online",
        ]);
        format!("{who} {did} {what} {place} on {} May, item {n}.", 1 + self.below(28))
    }
}

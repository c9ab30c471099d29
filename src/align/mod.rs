//! Which segment of the edited releases is which of the old ones, and what kind of change lies between them.

pub mod change;

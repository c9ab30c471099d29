//! `syntax`: a catalog is not sound Fluent.
//!
//! Part of the file cannot be read, an id stands twice, a merge left its conflict markers, or the file is not UTF-8.
//!
//! Why: Fluent's own readers skip what they cannot read and go on, so a translation would vanish, or be cut short, without a word. A file
//! with such a finding is never written to.
//!
//! ```ftl
//! greeting = First line
//!     [a link](https://example.org) begins this line
//! ```
//!
//! Mend it: as the finding says. The usual cause is a line that begins with `[`, `*`, `.` or `}`: join it with the line above. This
//! rule cannot be waived.

use super::{Rule, Scope, manual};
use crate::diagnostic::Severity;

/// The rule.
pub const RULE: Rule = Rule {
    name: "syntax",
    level: Severity::Error,
    manual: || manual::of(include_str!("syntax.rs")),
    scope: Scope::Reading,
};

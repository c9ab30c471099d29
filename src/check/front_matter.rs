//! `front-matter`: the front matter of a release is missing, incomplete or cannot be read.
//!
//! Every release begins with TOML between two lines `+++`. `title` and `date` are required.
//!
//! ```toml
//! +++
//! title = "First Leadership Dialogue on Counter-Terrorism"
//! date = 2018-05-25
//! place = "Brussels"
//! +++
//! ```
//!
//! Mend it: as the finding says. An unknown field is an error, so that a misspelt `embargo` cannot be taken for none.

use super::{Rule, Scope, manual};
use crate::diagnostic::Severity;

/// The rule.
pub const RULE: Rule = Rule {
    name: "front-matter",
    level: Severity::Error,
    manual: || manual::of(include_str!("front_matter.rs")),
    scope: Scope::Reading,
};

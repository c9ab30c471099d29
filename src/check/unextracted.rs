//! `unextracted`: the source catalog is behind the Markdown.
//!
//! `locales/en/releases/…ftl` is generated from the releases; somebody edited a release and did not run `pressroom extract`, or edited the
//! catalog by hand.
//!
//! Why: the catalog is the registry of ids and what other tools read. (Everything `pressroom` itself shows is computed from the Markdown and is right all the same.)
//!
//! Mend it: run `pressroom extract` and commit what it writes.

use super::{Rule, Scope, manual};
use crate::diagnostic::Severity;

/// The rule.
pub const RULE: Rule = Rule {
    name: "unextracted",
    level: Severity::Error,
    manual: || manual::of(include_str!("unextracted.rs")),
    scope: Scope::Reading,
};

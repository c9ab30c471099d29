//! `template`: a template, or a string it uses, cannot be read or rendered.
//!
//! A file in `templates/` has a mistake, uses a name that does not exist, or a string of `site.ftl` fails while it is filled in.
//!
//! Mend it: at the line the finding names; it lists what can be used there. To have the built-in template back, remove the file of that name.

use super::{Rule, Scope, manual};
use crate::diagnostic::Severity;

/// The rule.
pub const RULE: Rule = Rule {
    name: "template",
    level: Severity::Error,
    manual: || manual::of(include_str!("template.rs")),
    scope: Scope::Reading,
};

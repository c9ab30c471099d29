//! `link`: a link of a translation does not go where that of the English goes.
//!
//! Every link and image of the English must be there with the same target, and no other. Only `http`, `https`, `mailto` and `tel` addresses, paths and `#anchors`
//! are allowed. A link whose text is itself an address must go to that address.
//!
//! A relative address in a release means a file beside it below `releases/`; that file must be there.
//!
//! Why: a link is what a reader acts on. A changed target is the easiest attack on a page, and the hardest to see.
//!
//! Mend it: restore the target. Where a site has a counterpart in the reader's language, declare it once in `pressroom.toml`:
//!
//! ```toml
//! [locales.fr.links]
//! "https://www.un.org/en/" = "https://www.un.org/fr/"
//! ```
//!
//! Waive it with a note above the message: `# pressroom: allow link — the French page has another address`.

use super::{Rule, Scope, Spotted, manual};
use crate::check::deception;
use crate::check::view::View;
use crate::diagnostic::Severity;
use crate::release::structure::Aspect;

/// The rule.
pub const RULE: Rule = Rule {
    name: "link",
    level: Severity::Error,
    manual: || manual::of(include_str!("link.rs")),
    scope: Scope::Translation(look),
};

fn look(view: &View<'_>) -> Vec<Spotted> {
    let mut found = view.differences(Aspect::Link);
    found.extend(deception::check(
        &view.english.inlines,
        &view.translation.inlines,
        &view.translation.text,
    ));
    found
}

//! `pressroom explain`: the manual of a rule, or the list of rules.

use super::{Context, Outcome};
use pressroom::check;
use pressroom::diagnostic::{Diagnostic, suggestion};

/// What `pressroom explain` is told.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The rule to explain; without it, all rules are listed
    rule: Option<String>,
}

/// Prints the manual of the rule, or one line for every rule.
pub(crate) fn run(arguments: Arguments, context: &mut Context) -> Result<Outcome, Diagnostic> {
    match arguments.rule {
        Some(name) => {
            let Some(rule) = check::rule(&name) else {
                let error = Diagnostic::error("usage", format!("`{}` is not a rule", name.escape_debug()));
                return Err(error.with_help(suggestion(&name, &check::names())));
            };
            context.console.print(&(rule.manual)());
        }
        None => {
            let width = check::names().iter().map(|name| name.len()).max().unwrap_or(0);
            for rule in check::RULES {
                let manual = (rule.manual)();
                let first = manual.lines().next().unwrap_or_default();
                let says = first.split_once(": ").map_or(first, |(_, says)| says);
                context
                    .console
                    .line(&format!("{:width$}  {:7}  {says}", rule.name, rule.level.as_str()));
            }
        }
    }
    Ok(Outcome::Done)
}

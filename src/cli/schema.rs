//! `pressroom schema`: the shape of what programs read and write, as JSON Schema (draft 2020-12).

use super::{Context, Outcome};
use pressroom::diagnostic::{Diagnostic, suggestion};

/// What `pressroom schema` is told.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The schema to print: check, status or config; without it, all are listed
    name: Option<String>,
}

/// A schema that can be asked for.
struct Schema {
    name: &'static str,
    about: &'static str,
    text: &'static str,
}

/// Kept by hand; `tests/it/schemas.rs` holds each to what the program writes and reads.
const SCHEMAS: [Schema; 3] = [
    Schema {
        name: "check",
        about: "what `pressroom check --format json` prints",
        text: include_str!("schema/check.json"),
    },
    Schema {
        name: "status",
        about: "what `pressroom status --format json` prints",
        text: include_str!("schema/status.json"),
    },
    Schema {
        name: "config",
        about: "what may stand in pressroom.toml",
        text: include_str!("schema/config.json"),
    },
];

/// Prints the schema, or one line for every schema.
pub(crate) fn run(arguments: Arguments, context: &mut Context) -> Result<Outcome, Diagnostic> {
    let Some(name) = arguments.name else {
        for schema in SCHEMAS {
            context.console.line(&format!("{:6}  {}", schema.name, schema.about));
        }
        return Ok(Outcome::Done);
    };
    let Some(schema) = SCHEMAS.iter().find(|schema| schema.name == name) else {
        let error = Diagnostic::error("usage", format!("`{}` is not a schema", name.escape_debug()));
        return Err(error.with_help(suggestion(&name, &SCHEMAS.map(|schema| schema.name))));
    };
    context.console.print(schema.text);
    Ok(Outcome::Done)
}

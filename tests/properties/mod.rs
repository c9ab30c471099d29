//! What must hold of any input whatever, one module a property: the fuzzing targets in `fuzz/` look for inputs of which it does not,
//! and `it/properties.rs` tries inputs made from the grammars.
//!
//! A property is a function that panics where it does not hold. It sees the library through its public doors only.
#![allow(dead_code, reason = "the fuzzing targets and the tests each use a part")]

mod annotations;
mod cache;
mod ftl_edit;
pub(crate) mod input;
mod md_segment;
pub(crate) mod page;
mod parity;
mod parse_guarded;
mod paths;
mod render_safe;
mod superlinear;
mod sync_model;
mod worksheet;
mod write_value;

/// A property, of an input as [`input`] has it.
pub(crate) type Property = fn(&[u8]);

/// All properties by the names of their fuzzing targets, the most important first.
pub(crate) const ALL: [(&str, Property); 12] = [
    ("ftl_edit", ftl_edit::holds),
    ("sync_model", sync_model::holds),
    ("render_safe", render_safe::holds),
    ("parity", parity::holds),
    ("write_value", write_value::holds),
    ("parse_guarded", parse_guarded::holds),
    ("md_segment", md_segment::holds),
    ("worksheet", worksheet::holds),
    ("annotations", annotations::holds),
    ("paths", paths::holds),
    ("superlinear", superlinear::holds),
    ("cache", cache::holds),
];

/// Panics unless the property of this name holds of the input.
pub(crate) fn holds(name: &str, input: &[u8]) {
    let found = ALL.iter().find(|(known, _)| *known == name);
    let (_, property) = found.expect("it is the name of a property");
    property(input);
}

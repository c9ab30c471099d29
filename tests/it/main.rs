//! The integration tests: one binary, one module a subject.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop at once")]
#![expect(
    clippy::disallowed_methods,
    clippy::too_many_lines,
    reason = "tests make newsrooms on the disk, run the program, say what they could not try, and tell a story from top to bottom"
)]

mod approved;
mod beginning;
mod cases;
mod chance;
mod corpus;
mod damage;
mod documents;
mod enclosures;
mod floors;
mod gate;
mod grammar;
mod histories;
mod hostile;
mod merges;
mod pages;
mod pairing;
#[path = "../properties/mod.rs"]
mod properties;
mod readings;
mod rules;
mod sample;
mod schemas;
mod speed;
mod support;
mod threats;
mod trials;
mod wire;
mod worksheet;
mod writing;

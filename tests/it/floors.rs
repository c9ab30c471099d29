//! The plan of the house: imports go down only, no room knows of a room above it, and every file says what it is.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The rooms from the top floor to the ground. The ones of a group stand side by side and know nothing of each other.
const FLOORS: [&[&str]; 22] = [
    &["main", "cli"],
    &["report"],
    &["gate"],
    &["check"],
    &["status"],
    &["press"],
    &["updating"],
    &["desk"],
    &["extraction"],
    &["render"],
    &["exchange"],
    &["worksheet"],
    &["memory"],
    &["align"],
    &["publication"],
    &["edition"],
    &["ledger"],
    &["newsroom"],
    &["release", "catalog", "facts"],
    &["locale"],
    &["names"],
    &["diagnostic"],
];

/// A file of the program: its path from `src/` and its text.
type File = (String, String);

fn files() -> Vec<File> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    let mut folders = vec![src.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let name = path.strip_prefix(&src).unwrap().to_string_lossy().replace('\\', "/");
                files.push((name, std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    files.sort();
    files
}

/// The floor of a room, counted from the top.
fn floor(room: &str) -> Option<usize> {
    FLOORS.iter().position(|rooms| rooms.contains(&room))
}

/// The room that a file belongs to.
fn room(path: &str) -> &str {
    let first = path.split('/').next().unwrap_or(path);
    first.strip_suffix(".rs").unwrap_or(first)
}

/// The rooms that a file names after `crate::` and, in the program, after `pressroom::`; comments do not count.
fn rooms_named((path, text): &File) -> BTreeSet<String> {
    let markers: &[&str] = if floor(room(path)) == Some(0) {
        &["crate::", "pressroom::"]
    } else {
        &["crate::"]
    };
    let mut named = BTreeSet::new();
    for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
        let line = line.split(" // ").next().unwrap_or_default();
        for marker in markers {
            for (at, _) in line.match_indices(marker) {
                let before = line[..at].chars().next_back();
                if before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | ':' | '/' | '$')) {
                    continue;
                }
                named.extend(first_names(&line[at + marker.len()..]));
            }
        }
    }
    named
}

/// The name a path begins with, or the names of a group `{a, b::c}` on the same line.
fn first_names(path: &str) -> Vec<String> {
    let name = |text: &str| -> String {
        text.trim()
            .chars()
            .take_while(|c| c.is_alphanumeric() || *c == '_')
            .collect()
    };
    let Some(group) = path.strip_prefix('{') else {
        return vec![name(path)];
    };
    let mut depth = 0;
    let mut parts = vec![String::new()];
    for c in group.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        match parts.last_mut() {
            _ if depth < 0 => break,
            _ if c == ',' && depth == 0 => parts.push(String::new()),
            Some(part) => part.push(c),
            None => {}
        }
    }
    parts
        .iter()
        .map(|part| name(part))
        .filter(|name| !name.is_empty())
        .collect()
}

/// What is wrong with the imports of a set of files, one line each.
fn wrong_imports(files: &[File]) -> Vec<String> {
    let mut wrong = Vec::new();
    for file @ (path, _) in files.iter().filter(|(path, _)| path != "lib.rs") {
        let from = room(path);
        let Some(from_floor) = floor(from) else {
            wrong.push(format!("{path}: the room `{from}` is not in the plan"));
            continue;
        };
        for to in rooms_named(file).iter().filter(|to| *to != from) {
            match floor(to) {
                Some(to_floor) if to_floor > from_floor => {}
                Some(to_floor) if to_floor == 0 && from_floor == 0 => {}
                Some(_) => wrong.push(format!("{path}: `{from}` must not know of `{to}`")),
                None => wrong.push(format!("{path}: `{to}` is no room of the plan")),
            }
        }
    }
    wrong
}

#[test]
fn imports_go_down_only() {
    let wrong = wrong_imports(&files());
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_wrong_import_is_seen() {
    let file = |path: &str, text: &str| vec![(path.to_owned(), text.to_owned())];
    for (path, text) in [
        ("names.rs", "use crate::locale::Locale;"),
        ("catalog/mod.rs", "fn f() { crate::release::cut() }"),
        ("release/mod.rs", "use crate::{names::Slug, align};"),
        ("edition.rs", "pub use crate::{status::{a, b}, names};"),
        ("check/mod.rs", "use crate::helpers::x;"),
        ("util.rs", ""),
        ("newsroom/mod.rs", "use crate::cli;"),
    ] {
        assert_eq!(wrong_imports(&file(path, text)).len(), 1, "{path}: {text}");
    }
    for (path, text) in [
        ("cli/mod.rs", "use pressroom::report; use crate::main;"),
        (
            "report/mod.rs",
            "use crate::report::visible; // crate::cli is above\n//! crate::cli",
        ),
        ("release/mod.rs", "use crate::{diagnostic::{Diagnostic, Place}, names};"),
        ("lib.rs", "pub mod anything;"),
    ] {
        assert_eq!(wrong_imports(&file(path, text)), [""; 0], "{path}: {text}");
    }
}

#[test]
fn the_rooms_stand_in_no_circle() {
    let mut knows: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in files().iter().filter(|(path, _)| path != "lib.rs" && path != "main.rs") {
        let from = room(&file.0).to_owned();
        let others = rooms_named(file).into_iter().filter(|to| *to != from);
        knows.entry(from.clone()).or_default().extend(others);
    }
    // Rooms that know only rooms already taken away cannot be in a circle; what is left is one.
    while let Some(free) = knows
        .iter()
        .find(|(_, of)| of.iter().all(|to| !knows.contains_key(to)))
        .map(|(room, _)| room.clone())
    {
        knows.remove(&free);
    }
    assert!(knows.is_empty(), "a circle among {:?}", knows.keys());
}

#[test]
fn every_file_begins_by_saying_what_it_is() {
    let silent: Vec<String> = files()
        .into_iter()
        .filter(|(_, text)| !text.starts_with("//! "))
        .map(|(path, _)| path)
        .collect();
    assert_eq!(silent, [""; 0]);
}

#[test]
fn only_tests_import_everything_of_the_room_around_them() {
    let sweeping: Vec<String> = files()
        .into_iter()
        .filter(|(path, text)| {
            let program = text.split("#[cfg(test)]").next().unwrap_or_default();
            !path.ends_with("tests.rs") && program.contains("use super::*")
        })
        .map(|(path, _)| path)
        .collect();
    assert_eq!(sweeping, [""; 0]);
}

//! Which mutant is alive in this run, and which places a run came through; added to a program that mutants were woven into.
#![allow(missing_docs)]

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicBool, Ordering};

static ALIVE: LazyLock<u32> = LazyLock::new(|| {
    let number = std::env::var("PRESSROOM_MUTANT").ok();
    number.and_then(|number| number.parse().ok()).unwrap_or(0)
});

static TRACE: LazyLock<Option<File>> = LazyLock::new(|| {
    let path = std::env::var_os("PRESSROOM_MUTANT_TRACE")?;
    OpenOptions::new().append(true).create(true).open(path).ok()
});

static SEEN: [AtomicBool; 16384] = [const { AtomicBool::new(false) }; 16384];

/// The number of the mutant that is alive; `site` is the first mutant of the place that asks.
#[inline]
pub fn alive(site: u32) -> u32 {
    if let Some(mut file) = TRACE.as_ref()
        && !SEEN[site as usize].swap(true, Ordering::Relaxed)
    {
        let _ = file.write_all(format!("{site}\n").as_bytes());
    }
    *ALIVE
}

//! How far a long run is, on a terminal only.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::sync::Once;
use std::time::{Duration, Instant};

/// How long a run lasts before it says how far it is: a shorter one needs no words.
const PATIENCE: Duration = Duration::from_millis(700);

/// A line on the terminal that is gone with the value; nothing where standard error is no terminal.
pub(crate) struct Progress {
    bar: ProgressBar,
    begin: Instant,
    shown: Once,
}

impl Progress {
    /// Nothing yet of what is done to releases, e.g. `building`.
    pub(crate) fn new(what: &'static str) -> Progress {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden()).with_message(what);
        if let Ok(style) = ProgressStyle::with_template("{msg}: {pos} of {len} releases, {elapsed}") {
            bar.set_style(style);
        }
        Progress {
            bar,
            begin: Instant::now(),
            shown: Once::new(),
        }
    }

    /// So many of so many are done.
    pub(crate) fn tell(&self, done: usize, of: usize) {
        if self.begin.elapsed() > PATIENCE {
            self.shown
                .call_once(|| self.bar.set_draw_target(ProgressDrawTarget::stderr()));
            self.bar.set_length(of as u64);
            self.bar.set_position(done as u64);
        }
    }

    /// The line is gone, so that something else can be said.
    pub(crate) fn clear(&self) {
        self.bar.finish_and_clear();
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.clear();
    }
}

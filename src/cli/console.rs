//! The terminal: results on standard output, messages on standard error, and no control character of a file on either.

use super::When;
use anstream::AutoStream;
use pressroom::diagnostic::Diagnostic;
use pressroom::report::human;
use pressroom::report::visible::visible;
use std::io::{self, BufWriter, Write};

/// Where a command writes.
pub(crate) struct Console {
    out: Box<dyn Write>,
    /// Whether results carry colours.
    pub(crate) color: bool,
    err_color: bool,
    quiet: bool,
    verbose: bool,
    failed: Option<io::ErrorKind>,
}

impl Console {
    /// A console on the standard streams.
    pub(crate) fn new(when: When, quiet: bool, verbose: bool) -> Console {
        let (out, err) = (io::stdout(), io::stderr());
        let wants = |choice: anstream::ColorChoice| match when {
            When::Auto => choice != anstream::ColorChoice::Never,
            When::Always => true,
            When::Never => false,
        };
        let color = wants(AutoStream::choice(&out));
        let err_color = wants(AutoStream::choice(&err));
        Console {
            out: Box::new(BufWriter::new(out)),
            color,
            err_color,
            quiet,
            verbose,
            failed: None,
        }
    }

    /// Writes a result as it is.
    pub(crate) fn print(&mut self, text: &str) {
        if self.failed.is_none()
            && let Err(error) = self.out.write_all(text.as_bytes())
        {
            self.failed = Some(error.kind());
        }
    }

    /// Writes a line of a result.
    pub(crate) fn line(&mut self, text: &str) {
        self.print(text);
        self.print("\n");
    }

    /// Says what was done, unless asked to be quiet.
    pub(crate) fn say(&mut self, text: &str) {
        if !self.quiet {
            self.message(&tame(text));
        }
    }

    /// Says what only somebody who asked for more wants to know.
    pub(crate) fn whisper(&mut self, text: &str) {
        if self.verbose {
            self.message(&tame(text));
        }
    }

    /// Tells what is wrong, whether asked to be quiet or not.
    pub(crate) fn tell(&mut self, diagnostic: &Diagnostic) {
        let text = if self.err_color {
            human::one_coloured(diagnostic)
        } else {
            human::one(diagnostic)
        };
        self.message(text.trim_end());
    }

    fn message(&mut self, text: &str) {
        let _ = self.out.flush();
        // Nobody is left to hear that standard error is closed.
        let _ = writeln!(io::stderr().lock(), "{text}");
    }

    /// Ends the output: the exit code, which is 2 if results could not be written. A reader that stopped reading is no failure.
    pub(crate) fn close(mut self, code: u8) -> u8 {
        let last = self.out.flush().err().map(|error| error.kind());
        match self.failed.or(last) {
            None | Some(io::ErrorKind::BrokenPipe) => code,
            Some(kind) => {
                let _ = writeln!(
                    io::stderr().lock(),
                    "error[io]: the results could not be written: {kind}"
                );
                2
            }
        }
    }
}

/// A message of several lines, with nothing in it that a terminal obeys: names of files and folders may hold anything.
fn tame(text: &str) -> String {
    text.split('\n').map(visible).collect::<Vec<_>>().join("\n")
}

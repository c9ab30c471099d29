//! What stands for the content of a file where contents are compared.

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::fmt;
use std::io::{self, BufWriter};

/// The first 128 bits of a SHA-256 (FIPS 180-4); shown as 32 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Digest([u8; 16]);

impl Digest {
    /// How many digits it is shown as.
    pub const DIGITS: usize = 32;

    fn beginning(whole: &[u8]) -> Digest {
        let mut digest = Digest::default();
        digest.0.iter_mut().zip(whole).for_each(|(to, byte)| *to = *byte);
        digest
    }

    /// Its bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// The digest that is shown as `digits`.
    pub fn parse(digits: &str) -> Option<Digest> {
        let is_shown = digits.len() == Digest::DIGITS && digits.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        let value = u128::from_str_radix(digits, 16).ok().filter(|_| is_shown)?;
        Some(Digest(value.to_be_bytes()))
    }
}

/// The digest of `bytes`.
pub fn digest(bytes: &[u8]) -> Digest {
    Digest::beginning(&Sha256::digest(bytes))
}

/// The digest of a value: of the same value the same, of another one another. None if it has no such form.
pub fn digest_of<T: Serialize>(value: &T) -> Option<Digest> {
    let mut form = BufWriter::new(Digesting::of(io::sink()));
    postcard::to_io(value, &mut form).ok()?;
    Some(form.into_inner().ok()?.finish())
}

/// Digests what goes through it.
pub struct Digesting<W> {
    to: W,
    so_far: Sha256,
}

impl<W: io::Write> Digesting<W> {
    /// Passes on to `to`.
    pub fn of(to: W) -> Digesting<W> {
        Digesting {
            to,
            so_far: Sha256::new(),
        }
    }

    /// The digest of all that went through.
    pub fn finish(self) -> Digest {
        Digest::beginning(&self.so_far.finalize())
    }
}

impl<W: io::Write> io::Write for Digesting<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = self.to.write(bytes)?;
        self.so_far.update(bytes.get(..taken).unwrap_or_default());
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // With a precision, `{:.12}`, only so many digits.
        f.pad(&format!("{:032x}", u128::from_be_bytes(self.0)))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::{Digest, digest};

    #[test]
    fn it_is_the_beginning_of_the_sha_256_and_read_as_it_is_shown() {
        // FIPS 180-4, the digest of the empty message; the second begins with a zero.
        assert_eq!(digest(b"").to_string(), "e3b0c44298fc1c149afbf4c8996fb924");
        let short = (0_u32..)
            .map(|n| digest(&n.to_be_bytes()))
            .find(|d| d.to_string().starts_with("00"));
        for one in [digest(b""), short.unwrap()] {
            assert_eq!(one.to_string().len(), Digest::DIGITS);
            assert_eq!(Digest::parse(&one.to_string()), Some(one));
        }
        for wrong in [
            "",
            "e3b0",
            "E3B0C44298FC1C149AFBF4C8996FB924",
            "+3b0c44298fc1c149afbf4c8996fb924",
        ] {
            assert_eq!(Digest::parse(wrong), None, "{wrong}");
        }
    }
}

//! A language tag and what the program must know of its language: direction, plurals, dates, numbers, lists.

pub mod format;

use icu_locale::{Direction as IcuDirection, LocaleDirectionality};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A locale: a BCP 47 language tag in canonical form, e.g. `fr`, `zh-Hant`, `pt-BR`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Locale(String);

/// The direction in which a locale's script is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The value of the HTML `dir` attribute.
    pub fn as_str(self) -> &'static str {
        match self {
            Direction::Ltr => "ltr",
            Direction::Rtl => "rtl",
        }
    }
}

impl TryFrom<String> for Locale {
    type Error = String;

    fn try_from(tag: String) -> Result<Locale, String> {
        Locale::new(&tag)
    }
}

impl From<Locale> for String {
    fn from(locale: Locale) -> String {
        locale.0
    }
}

impl Locale {
    /// The locale of a canonical tag, or one clause that says what is wrong with `tag`.
    ///
    /// Only tags that [`unic_langid`] and ICU both read are taken (language, script, region, variants; no extensions), and only
    /// in their canonical spelling, because the tag is also a folder name.
    pub fn new(tag: &str) -> Result<Locale, String> {
        if crate::names::is_reserved_on_windows(tag) {
            return Err(format!("`{tag}` is a name that Windows reserves"));
        }
        let parsed: icu_locale::Locale = tag
            .parse()
            .map_err(|_| format!("`{tag}` is not a language tag (BCP 47)"))?;
        let canonical = parsed.to_string();
        if canonical != tag {
            return Err(format!("`{tag}` is spelled `{canonical}` in canonical form"));
        }
        if parsed.id.language.is_unknown() || tag.parse::<unic_langid::LanguageIdentifier>().is_err() {
            return Err(format!("`{tag}` does not name a language this program can use"));
        }
        Ok(Locale(canonical))
    }

    /// English: what the built-in strings are written in, and the source locale unless a newsroom says otherwise.
    pub fn english() -> Locale {
        Locale("en".to_owned())
    }

    /// The tag in canonical form.
    pub fn tag(&self) -> &str {
        &self.0
    }

    /// The primary language subtag, e.g. `zh` of `zh-Hant`.
    pub fn language(&self) -> &str {
        self.0.split('-').next().unwrap_or(&self.0)
    }

    /// The direction of the script in which the locale is usually written (CLDR likely subtags and script metadata, through ICU4X).
    pub fn direction(&self) -> Direction {
        match LocaleDirectionality::new_extended().get(&self.icu().id) {
            Some(IcuDirection::RightToLeft) => Direction::Rtl,
            _ => Direction::Ltr,
        }
    }

    /// The tag as ICU4X wants it.
    pub fn icu(&self) -> icu_locale::Locale {
        self.0.parse().unwrap_or(icu_locale::Locale::UNKNOWN)
    }

    /// The tag as the Fluent crates want it.
    pub fn langid(&self) -> unic_langid::LanguageIdentifier {
        self.0.parse().unwrap_or_default()
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_canonical_tags_are_locales() {
        for bad in [
            "",
            "FR",
            "en_US",
            "zh-hant",
            "und",
            "con",
            "nul",
            "../x",
            "e",
            "ar-u-nu-latn",
            "x-pseudo",
            "fr\0",
        ] {
            assert!(Locale::new(bad).is_err(), "{bad:?} was accepted");
        }
        for good in ["ar", "zh", "zh-Hant", "pt-BR", "sr-Latn-RS"] {
            assert_eq!(Locale::new(good).unwrap().tag(), good);
        }
    }

    #[test]
    fn direction_follows_the_script() {
        let rtl = ["ar", "fa", "he", "ur", "az-Arab", "ku-Arab"];
        let ltr = ["en", "fr", "zh", "ru", "es", "az", "ks-Deva"];
        assert!(
            rtl.iter()
                .all(|tag| Locale::new(tag).unwrap().direction() == Direction::Rtl)
        );
        assert!(
            ltr.iter()
                .all(|tag| Locale::new(tag).unwrap().direction() == Direction::Ltr)
        );
    }
}

//! `pressroom.toml`: what a newsroom decides for itself; everything has a default.

use crate::diagnostic::{Diagnostic, Severity, Source};
use crate::locale::Locale;
use globset::{Glob, GlobMatcher};
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

/// The name of the configuration file, in the root of the newsroom.
pub const FILE: &str = "pressroom.toml";

/// The decisions of a newsroom.
#[derive(Debug, Clone, Default)]
pub struct Config {
    /// The file it was read from, for pointing at its parts.
    pub source: Option<Source>,
    /// The locale the releases are written in, and how its dates and numbers are formatted.
    pub source_locale: Language,
    /// Where the output will be published, without a `/` at the end; needed for absolute links.
    pub base_url: Option<String>,
    /// The output folder, from the root of the newsroom.
    pub out: String,
    /// How many releases an index page lists.
    pub page_size: usize,
    /// What else the build writes.
    pub build: Build,
    /// What becomes of an edition that is not complete, where nothing more particular is said.
    pub policy: Policy,
    /// Tags for formatting dates and numbers, by locale (`en` is formatted as `en-GB`, say).
    pub formats: BTreeMap<Locale, Locale>,
    /// How each locale differs.
    pub locales: BTreeMap<Locale, PerLocale>,
    /// How groups of releases differ; later entries win.
    pub releases: Vec<PerRelease>,
    /// What `check` demands.
    pub check: Check,
    /// What the memory of earlier translations may do.
    pub memory: Memory,
}

/// The source locale; `en` unless the newsroom says otherwise.
#[derive(Debug, Clone)]
pub struct Language(pub Locale);

/// What the build writes besides pages and text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Build {
    /// IPTC ninjs 3.1 JSON beside every page.
    pub ninjs: bool,
    /// A concordance page per release, all languages side by side.
    pub concordance: bool,
    /// Carriage return and line feed at the end of every line of the text output.
    pub crlf: bool,
    /// RFC 3676 `format=flowed` in the text output.
    pub flowed: bool,
}

/// What becomes of missing and stale segments.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Policy {
    /// Where a translation is missing, a draft, or nobody knows what it was made from.
    pub missing: Option<OnMissing>,
    /// Where the English has moved on.
    pub stale: Option<OnStale>,
}

/// What becomes of an edition with missing segments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OnMissing {
    /// The edition is not published.
    Withhold,
    /// The source text stands in, marked as such.
    Fallback,
}

/// What becomes of an edition with stale segments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OnStale {
    /// The edition is not published.
    Withhold,
    /// The stale translation is published under a notice that says so.
    Publish,
    /// The source text stands in, marked as such.
    Fallback,
}

/// How much is asked of a locale.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tier {
    /// Findings keep their level.
    #[default]
    Required,
    /// Gaps (`missing`, `stale`, `unverified`, `draft`) are warnings.
    Expected,
    /// Gaps are notes.
    BestEffort,
}

/// The level of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// The rule is not run.
    Off,
    /// Findings are notes.
    Note,
    /// Findings are warnings.
    Warning,
    /// Findings are errors.
    Error,
}

impl Level {
    /// The severity of a finding at this level; none for a rule that is off.
    pub fn severity(self) -> Option<Severity> {
        match self {
            Level::Off => None,
            Level::Note => Some(Severity::Note),
            Level::Warning => Some(Severity::Warning),
            Level::Error => Some(Severity::Error),
        }
    }
}

/// Levels by rule; the names keep their place in the file until `check`, which knows the rules, has looked at them.
pub type Levels = BTreeMap<Spanned<String>, Level>;

/// How one locale differs.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct PerLocale {
    /// How much is asked of it.
    pub tier: Option<Tier>,
    /// What becomes of missing segments.
    pub missing: Option<OnMissing>,
    /// What becomes of stale segments.
    pub stale: Option<OnStale>,
    /// The tag whose dates and numbers it uses.
    pub format: Option<String>,
    /// Levels of rules in this locale.
    pub levels: Levels,
    /// Hosts and paths of the source that have a counterpart in this locale, longest prefix first: `"https://example.org/en/" = "https://example.org/fr/"`.
    pub links: BTreeMap<String, String>,
}

/// How the releases whose slug matches a pattern differ.
#[derive(Debug, Clone)]
pub struct PerRelease {
    /// A glob over slugs, e.g. `2018/**`.
    pub pattern: String,
    /// The same, ready to match.
    pub matcher: GlobMatcher,
    /// What becomes of missing and stale segments.
    pub policy: Policy,
    /// Locales without which no edition is published when `simultaneous` is set.
    pub required: Option<Vec<Locale>>,
    /// Whether no edition is published before all required ones are fresh.
    pub simultaneous: Option<bool>,
    /// Levels of rules in these releases.
    pub levels: Levels,
}

/// What `check` demands.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Check {
    /// The least severity that fails a run.
    pub fail_on: Option<Severity>,
    /// Levels of rules.
    pub levels: Levels,
}

/// What the memory of earlier translations may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Memory {
    /// What becomes of a new segment whose English is translated and fresh elsewhere.
    pub exact: Exact,
    /// The least likeness at which an earlier translation is offered as a draft; 0 offers none.
    pub near: Percent,
}

/// A share in whole per cent, from 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "u8")]
pub struct Percent(u8);

impl Percent {
    /// The number.
    pub fn get(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Percent {
    type Error = String;

    fn try_from(share: u8) -> Result<Percent, String> {
        match share {
            0..=100 => Ok(Percent(share)),
            _ => Err(format!("{share} is no share: write 0 to 100")),
        }
    }
}

/// What becomes of an exact match from the repository.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Exact {
    /// It is offered as a draft.
    #[default]
    Draft,
    /// It is taken over as fresh.
    Fresh,
}

impl Default for Memory {
    fn default() -> Memory {
        Memory {
            exact: Exact::Draft,
            near: Percent(75),
        }
    }
}

impl Default for Language {
    fn default() -> Language {
        Language(Locale::english())
    }
}

impl Config {
    /// The configuration of a newsroom without a `pressroom.toml`.
    pub fn standard() -> Config {
        Config {
            out: "public".to_owned(),
            page_size: 20,
            ..Config::default()
        }
    }

    /// Reads `pressroom.toml`.
    ///
    /// # Errors
    /// One diagnostic (code `config`) that names the first thing that cannot be read, its place, and the mend.
    pub fn parse(source: Source) -> Result<Config, Diagnostic> {
        let file: File =
            toml::from_str(source.text()).map_err(|error| Diagnostic::from_toml("config", &source, &error))?;
        let mut config = file.settle(&source)?;
        config.source = Some(source);
        Ok(config)
    }

    /// The tag whose dates and numbers `locale` uses.
    pub fn format_of(&self, locale: &Locale) -> Locale {
        self.formats.get(locale).unwrap_or(locale).clone()
    }
}

/// The file as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    source_locale: Option<Spanned<String>>,
    base_url: Option<Spanned<String>>,
    out: Option<Spanned<String>>,
    page_size: Option<Spanned<usize>>,
    format: Option<Spanned<String>>,
    #[serde(default)]
    build: Build,
    #[serde(default)]
    policy: Policy,
    #[serde(default)]
    locales: BTreeMap<Spanned<String>, PerLocale>,
    #[serde(default)]
    releases: Vec<ReleaseEntry>,
    #[serde(default)]
    check: Check,
    #[serde(default)]
    memory: Memory,
}

/// An entry of `[[releases]]`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct ReleaseEntry {
    pattern: Spanned<String>,
    missing: Option<OnMissing>,
    stale: Option<OnStale>,
    required: Option<Vec<Spanned<String>>>,
    simultaneous: Option<bool>,
    #[serde(default)]
    levels: Levels,
}

impl File {
    fn settle(self, source: &Source) -> Result<Config, Diagnostic> {
        let mut config = Config::standard();
        if let Some(tag) = &self.source_locale {
            config.source_locale = Language(locale(source, tag)?);
        }
        if let Some(tag) = &self.format {
            config
                .formats
                .insert(config.source_locale.0.clone(), locale(source, tag)?);
        }
        config.base_url = self.base_url.map(|url| base_url(source, &url)).transpose()?;
        if let Some(out) = self.out {
            config.out = folder(source, &out)?;
        }
        if let Some(size) = self.page_size {
            if *size.get_ref() == 0 {
                return Err(refuse(
                    source,
                    &size,
                    "`page-size` is 0",
                    "write how many releases an index page lists, e.g. 20",
                ));
            }
            config.page_size = size.into_inner();
        }
        for (tag, entry) in self.locales {
            let name = locale(source, &tag)?;
            if let Some(format) = &entry.format {
                let named = Spanned::new(tag.span(), format.clone());
                config.formats.insert(name.clone(), locale(source, &named)?);
            }
            config.locales.insert(name, entry);
        }
        config.releases = self
            .releases
            .into_iter()
            .map(|entry| entry.settle(source))
            .collect::<Result<_, _>>()?;
        Ok(Config {
            build: self.build,
            policy: self.policy,
            check: self.check,
            memory: self.memory,
            ..config
        })
    }
}

impl ReleaseEntry {
    fn settle(self, source: &Source) -> Result<PerRelease, Diagnostic> {
        let glob = Glob::new(self.pattern.get_ref()).map_err(|error| {
            let message = format!("`{}` is not a pattern: {}", self.pattern.get_ref(), error.kind());
            refuse(
                source,
                &self.pattern,
                message,
                "write a glob over slugs, e.g. `2018/**`",
            )
        })?;
        let required = self
            .required
            .map(|tags| tags.iter().map(|tag| locale(source, tag)).collect())
            .transpose()?;
        Ok(PerRelease {
            pattern: self.pattern.into_inner(),
            matcher: glob.compile_matcher(),
            policy: Policy {
                missing: self.missing,
                stale: self.stale,
            },
            required,
            simultaneous: self.simultaneous,
            levels: self.levels,
        })
    }
}

fn refuse<T>(source: &Source, at: &Spanned<T>, message: impl Into<String>, help: &str) -> Diagnostic {
    Diagnostic::error("config", message)
        .at(source.place(at.span()))
        .with_help(help)
}

fn locale(source: &Source, tag: &Spanned<String>) -> Result<Locale, Diagnostic> {
    Locale::new(tag.get_ref()).map_err(|why| {
        refuse(
            source,
            tag,
            why,
            "write a BCP 47 language tag in canonical form, e.g. `fr`, `pt-BR`, `zh-Hant`",
        )
    })
}

fn base_url(source: &Source, url: &Spanned<String>) -> Result<String, Diagnostic> {
    let text = url.get_ref();
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let sound = rest.is_some_and(|rest| {
        !rest.is_empty()
            && !rest.starts_with('/')
            && text
                .chars()
                .all(|c| c.is_ascii_graphic() && !matches!(c, '"' | '<' | '>' | '?' | '#'))
    });
    if !sound {
        return Err(refuse(
            source,
            url,
            format!("`{text}` is not the address of a site"),
            "write it like `https://press.example.org`",
        ));
    }
    Ok(text.trim_end_matches('/').to_owned())
}

/// A folder below the root that holds none of the newsroom's own folders.
fn folder(source: &Source, path: &Spanned<String>) -> Result<String, Diagnostic> {
    let text = path.get_ref().trim_end_matches('/');
    // `Releases` is `releases` wherever the file system does not mind the case.
    let first = text.split('/').next().unwrap_or_default().to_lowercase();
    let inside = !text.is_empty()
        && text
            .split('/')
            .all(|part| !part.is_empty() && part != "." && part != "..")
        && !text.contains(['\\', ':', '\0']);
    if !inside || ["releases", "locales", "templates", ".git", ".pressroom"].contains(&first.as_str()) {
        let help = "write a folder of its own below the root of the newsroom, e.g. `public`";
        return Err(refuse(
            source,
            path,
            format!("`{}` cannot be the output folder", path.get_ref()),
            help,
        ));
    }
    Ok(text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Config, Diagnostic> {
        Config::parse(Source::new(FILE, text))
    }

    #[test]
    fn an_empty_file_is_the_standard() {
        let config = parse("").unwrap();
        assert_eq!(
            (config.out.as_str(), config.page_size, config.source_locale.0.tag()),
            ("public", 20, "en")
        );
        assert_eq!(
            config.memory,
            Memory {
                exact: Exact::Draft,
                near: Percent(75)
            }
        );
    }

    #[test]
    fn what_cannot_be_read_is_named_with_its_place_and_a_mend() {
        let cases = [
            ("bse-url = \"https://a.org\"", 1, "`base-url`"),
            ("base-url = \"ftp://a.org\"", 1, "https://press"),
            ("out = \"../x\"", 1, "`public`"),
            ("out = \"locales/fr\"", 1, "`public`"),
            ("out = \"Releases\"", 1, "`public`"),
            ("page-size = 0", 1, "20"),
            ("[policy]\nmissing = \"fallbak\"", 2, "`fallback`"),
            ("\n[locales.FR]\ntier = \"required\"", 2, "canonical"),
            ("[[releases]]\npattern = \"[\"", 2, "glob"),
        ];
        for (text, line, mend) in cases {
            let error = parse(text).unwrap_err();
            assert_eq!(error.place.as_ref().map(|p| p.line), Some(line), "{text}: {error:?}");
            assert!(
                error.help.as_deref().is_some_and(|help| help.contains(mend)),
                "{text}: {error:?}"
            );
        }
    }

    #[test]
    fn a_full_file_is_read() {
        let config = parse(
            "source-locale = 'en'\nbase-url = 'https://press.example.org/'\nformat = 'en-GB'\n[policy]\nmissing = 'fallback'\n[locales.fr]\n\
             tier = 'expected'\nlevels = { punctuation = 'error' }\n[[releases]]\npattern = '2018/**'\nrequired = ['fr', 'ar']\nsimultaneous = true\n",
        )
        .unwrap();
        assert_eq!(config.base_url.as_deref(), Some("https://press.example.org"));
        assert_eq!(config.format_of(&Locale::new("en").unwrap()).tag(), "en-GB");
        assert!(config.releases[0].matcher.is_match("2018/a/b"));
        assert_eq!(config.policy.missing, Some(OnMissing::Fallback));
    }
}

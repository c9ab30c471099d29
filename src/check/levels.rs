//! How serious each rule is: its own level, then what the newsroom says for all, for a locale, for some releases.

use super::{Rule, names, rule};
use crate::diagnostic::{Diagnostic, Severity, suggestion};
use crate::edition::{Edition, Work};
use crate::locale::Locale;
use crate::newsroom::config::{self, Config, Tier};

/// Rules that say a translation is not there yet; how serious they are depends on the tier of the locale.
pub const GAPS: [&str; 4] = ["missing", "stale", "unverified", "draft"];

/// The levels of a newsroom, every name in them known to be a rule.
#[derive(Debug, Clone)]
pub struct Levels {
    config: Config,
}

impl Levels {
    /// The levels that the configuration sets.
    ///
    /// # Errors
    /// A diagnostic (code `config`) that names the first rule the program does not know.
    pub fn new(config: &Config) -> Result<Levels, Diagnostic> {
        let sets = [&config.check.levels].into_iter();
        let sets = sets.chain(config.locales.values().map(|entry| &entry.levels));
        let sets = sets.chain(config.releases.iter().map(|entry| &entry.levels));
        for name in sets.flat_map(|set| set.keys()) {
            if rule(name.get_ref()).is_none() {
                let error = Diagnostic::error("config", format!("`{}` is not a rule of `check`", name.get_ref()));
                let place = config.source.as_ref().map(|source| source.place(name.span()));
                return Err(Diagnostic {
                    place,
                    ..error.with_help(suggestion(name.get_ref(), &names()))
                });
            }
        }
        Ok(Levels { config: config.clone() })
    }

    /// The severity of what `rule` finds in an edition; none if it is off.
    pub fn of(&self, rule: &Rule, edition: &Edition) -> Option<Severity> {
        let in_releases = match &edition.work {
            Work::Release(slug) => self
                .config
                .releases
                .iter()
                .rev()
                .filter(|entry| entry.matcher.is_match(slug.as_str()))
                .find_map(|entry| level(&entry.levels, rule.name)),
            Work::Site | Work::Glossary => None,
        };
        match in_releases {
            Some(level) => level.severity(),
            None => self.in_locale(rule, &edition.locale),
        }
    }

    /// The severity of what `rule` finds in a locale as a whole; none if it is off.
    pub fn in_locale(&self, rule: &Rule, locale: &Locale) -> Option<Severity> {
        let entry = self.config.locales.get(locale);
        let said = entry
            .and_then(|entry| level(&entry.levels, rule.name))
            .or_else(|| level(&self.config.check.levels, rule.name));
        match (said, entry.and_then(|entry| entry.tier).unwrap_or_default()) {
            (Some(level), _) => level.severity(),
            (None, Tier::Expected) if GAPS.contains(&rule.name) => Some(Severity::Warning),
            (None, Tier::BestEffort) if GAPS.contains(&rule.name) => Some(Severity::Note),
            (None, _) => Some(rule.level),
        }
    }
}

fn level(set: &config::Levels, name: &str) -> Option<config::Level> {
    set.iter()
        .find(|(key, _)| key.get_ref() == name)
        .map(|(_, level)| *level)
}

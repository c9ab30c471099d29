//! How serious each rule is: its own level, then what the newsroom says for all, for a locale, for some releases.

use super::{Rule, Scope, names, rule};
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

    /// What reading the files told, at the level that the newsroom gives its rule; none if that is off.
    ///
    /// Only a rule whose findings are made where files are read is meant; the others are given their level where they are run.
    pub fn applied(&self, told: Diagnostic) -> Option<Diagnostic> {
        let Some(Rule {
            name,
            scope: Scope::Reading,
            ..
        }) = rule(told.code)
        else {
            return Some(told);
        };
        let locale = told.subject.locale.as_ref().and_then(|tag| Locale::new(tag).ok());
        let release = told.subject.release.as_deref();
        let said = release
            .and_then(|slug| self.in_releases(name, slug))
            .or_else(|| level(&self.config.locales.get(&locale?)?.levels, name))
            .or_else(|| level(&self.config.check.levels, name));
        match said {
            Some(level) => level.severity().map(|severity| Diagnostic { severity, ..told }),
            None => Some(told),
        }
    }

    /// What the newsroom says of a rule in a release; later entries win.
    fn in_releases(&self, name: &str, slug: &str) -> Option<config::Level> {
        let entries = self.config.releases.iter().rev();
        entries
            .filter(|entry| entry.matcher.is_match(slug))
            .find_map(|entry| level(&entry.levels, name))
    }

    /// The severity of what `rule` finds in an edition; none if it is off.
    pub fn of(&self, rule: &Rule, edition: &Edition) -> Option<Severity> {
        let in_releases = match &edition.work {
            Work::Release(slug) => self.in_releases(rule.name, slug.as_str()),
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

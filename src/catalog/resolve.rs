//! The text of a translation: literals and references to terms are put in, nothing else is allowed.
//!
//! A resolver of our own, because the one of `fluent-bundle` stops at 100 placeables, can panic on a translator's file and does not
//! know where in the file an error is. In what both accept they agree.

use crate::catalog::terms::Terms;
use crate::catalog::{Element, Expression, Pattern, Variant};
use crate::diagnostic::{Diagnostic, Source};
use std::ops::Range;

/// The greatest length of a resolved text, in bytes.
pub const MAX_TEXT: usize = 1024 * 1024;
/// How many placeables one text may take, those of its terms included.
const MAX_STEPS: usize = 20_000;
/// How deep terms may refer to terms.
const MAX_DEPTH: usize = 16;

/// A text and what was wrong with it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Resolved {
    /// The text; what could not be resolved stands in it as `{-name}`, `{$name}` and the like.
    pub text: String,
    /// What could not be resolved, in order.
    pub problems: Vec<Problem>,
    /// The terms that the text itself refers to, without the `-`, in order.
    pub terms: Vec<String>,
}

/// Something that a translation must not hold, or that does not exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// One clause.
    pub message: String,
    /// The bytes of the translation's file that are meant.
    pub span: Range<usize>,
    /// What to do.
    pub help: String,
}

impl Problem {
    /// The problem as an error of the rule `reference`, in the file of the translation.
    pub fn diagnostic(&self, source: &Source) -> Diagnostic {
        let error = Diagnostic::error("reference", self.message.as_str());
        error.at(source.place(self.span.clone())).with_help(self.help.as_str())
    }
}

/// Resolves the value of a message of a release.
pub fn resolve(pattern: &Pattern, terms: &Terms) -> Resolved {
    let mut run = Run {
        terms,
        resolved: Resolved::default(),
        open: Vec::new(),
        steps: 0,
        over: false,
    };
    run.pattern(
        pattern,
        &Scope {
            arguments: &[],
            outer: None,
            whole: &pattern.span,
        },
    );
    run.resolved
}

/// Where the resolver is: inside which call, and what the translation's own reference to blame is.
struct Scope<'p> {
    arguments: &'p [(String, Expression)],
    /// The reference in the translation that led here, if it is a term that is being resolved.
    outer: Option<&'p Range<usize>>,
    whole: &'p Range<usize>,
}

struct Run<'t> {
    terms: &'t Terms,
    resolved: Resolved,
    /// The terms that are being resolved, outermost first.
    open: Vec<&'t str>,
    steps: usize,
    over: bool,
}

impl<'t> Run<'t> {
    fn pattern(&mut self, pattern: &Pattern, scope: &Scope<'_>) {
        for element in &pattern.elements {
            match element {
                Element::Text(text) => self.push(text, scope),
                Element::Placeable(expression) => self.placeable(expression, scope),
            }
        }
    }

    fn push(&mut self, text: &str, scope: &Scope<'_>) {
        if self.over {
            return;
        }
        if self.resolved.text.len() + text.len() > MAX_TEXT {
            self.stop("the text is longer than 1 MiB when its terms are put in", scope);
            return;
        }
        self.resolved.text.push_str(text);
    }

    fn placeable(&mut self, expression: &Expression, scope: &Scope<'_>) {
        self.steps += 1;
        if self.steps > MAX_STEPS && !self.over {
            self.stop("the text takes too many references to resolve", scope);
        }
        if self.over {
            return;
        }
        match expression {
            Expression::StringLiteral(text) | Expression::NumberLiteral(text) => self.push(text, scope),
            Expression::Nested(inner) => self.placeable(inner, scope),
            Expression::TermReference {
                id, arguments, span, ..
            } => self.term(id, arguments, span, scope),
            Expression::Variable { name, span } => self.variable(name, span, scope),
            Expression::MessageReference { id, span, .. } => {
                let help = format!("write the text itself, or a term of the glossary such as `{{ -{id} }}`");
                self.refuse(
                    format!("a reference to the message `{id}` is not allowed here"),
                    span,
                    help,
                    scope,
                );
                self.push(&format!("{{{id}}}"), scope);
            }
            Expression::Function { name, span, .. } => {
                let help = "write the text itself; numbers and dates of a release are translated as text".to_owned();
                self.refuse(
                    format!("a call of the function `{name}` is not allowed here"),
                    span,
                    help,
                    scope,
                );
                self.push(&format!("{{{name}()}}"), scope);
            }
            Expression::Select { selector, variants } => self.select(selector, variants, scope),
        }
    }

    fn variable(&mut self, name: &str, span: &Range<usize>, scope: &Scope<'_>) {
        let given = scope.arguments.iter().find(|(argument, _)| argument == name);
        if let (Some(_), Some((_, Expression::StringLiteral(text) | Expression::NumberLiteral(text)))) =
            (scope.outer, given)
        {
            self.push(text, scope);
            return;
        }
        match scope.outer {
            None => {
                let help = "write the text itself; only site.ftl and terms have variables".to_owned();
                self.refuse(format!("the variable `${name}` is not allowed here"), span, help, scope);
            }
            Some(_) => {
                let term = self.open.last().copied().unwrap_or_default();
                let help = format!("give it in the reference: `{{ -{term}({name}: \"…\") }}`");
                self.refuse(
                    format!("the term `-{term}` needs `${name}`, which is not given"),
                    span,
                    help,
                    scope,
                );
            }
        }
        self.push(&format!("{{${name}}}"), scope);
    }

    fn term(&mut self, id: &str, arguments: &[(String, Expression)], span: &Range<usize>, scope: &Scope<'_>) {
        if scope.outer.is_none() {
            self.resolved.terms.push(id.to_owned());
        }
        let terms = self.terms;
        let Some((name, term)) = terms.get_key_value(id) else {
            let help = match self.terms.nearest(id) {
                Some(near) => {
                    format!("did you mean `-{near}`? Otherwise add `-{id} = …` to the glossary of this locale")
                }
                None => format!("add `-{id} = …` to the glossary of this locale, or write the text itself"),
            };
            self.refuse(format!("there is no term `-{id}`"), span, help, scope);
            self.push(&format!("{{-{id}}}"), scope);
            return;
        };
        let cyclic = self.open.contains(&name);
        if cyclic || self.open.len() >= MAX_DEPTH {
            let what = if cyclic {
                "refers to itself"
            } else {
                "refers to too long a chain of terms"
            };
            let help = format!("mend `-{id}` in the glossary of this locale");
            self.refuse(format!("the term `-{id}` {what}"), span, help, scope);
            self.push(&format!("{{-{id}}}"), scope);
            return;
        }
        self.open.push(name);
        let outer = scope.outer.unwrap_or(span);
        self.pattern(
            &term.value,
            &Scope {
                arguments,
                outer: Some(outer),
                whole: scope.whole,
            },
        );
        self.open.pop();
    }

    fn select(&mut self, selector: &Expression, variants: &[Variant], scope: &Scope<'_>) {
        if scope.outer.is_none() {
            let span = span_of(selector).unwrap_or(scope.whole).clone();
            let help = "write the text itself; only site.ftl and terms can select".to_owned();
            self.refuse("a selection is not allowed here".to_owned(), &span, help, scope);
        }
        let key = self.key(selector, scope);
        let chosen = key.and_then(|key| variants.iter().find(|variant| same_key(&variant.key, &key)));
        let default = || variants.iter().find(|variant| variant.default);
        if let Some(variant) = chosen.or_else(default) {
            self.pattern(&variant.value, scope);
        }
    }

    /// What a selector comes to; nothing if it is not known, so that the default is taken.
    fn key(&mut self, selector: &Expression, scope: &Scope<'_>) -> Option<String> {
        match selector {
            Expression::StringLiteral(text) | Expression::NumberLiteral(text) => Some(text.clone()),
            Expression::Variable { name, .. } => {
                let given = scope.arguments.iter().find(|(argument, _)| argument == name)?;
                match &given.1 {
                    Expression::StringLiteral(text) | Expression::NumberLiteral(text) => Some(text.clone()),
                    _ => None,
                }
            }
            Expression::TermReference {
                id,
                attribute: Some(attribute),
                span,
                ..
            } => {
                let terms = self.terms;
                let found = terms.get(id).and_then(|term| term.attributes.get(attribute));
                let Some(pattern) = found else {
                    let help = format!("add `.{attribute} = …` to the term `-{id}` in the glossary of this locale");
                    self.refuse(format!("there is no attribute `-{id}.{attribute}`"), span, help, scope);
                    return None;
                };
                crate::catalog::text::literal_text(pattern)
            }
            Expression::Nested(inner) => self.key(inner, scope),
            _ => None,
        }
    }

    fn refuse(&mut self, message: String, span: &Range<usize>, help: String, scope: &Scope<'_>) {
        let span = scope.outer.unwrap_or(span).clone();
        self.resolved.problems.push(Problem { message, span, help });
    }

    fn stop(&mut self, message: &str, scope: &Scope<'_>) {
        self.over = true;
        let help = "write the text with fewer terms, or mend the terms in the glossary".to_owned();
        self.refuse(message.to_owned(), scope.whole, help, scope);
    }
}

fn span_of(expression: &Expression) -> Option<&Range<usize>> {
    match expression {
        Expression::Variable { span, .. }
        | Expression::MessageReference { span, .. }
        | Expression::TermReference { span, .. }
        | Expression::Function { span, .. } => Some(span),
        Expression::Nested(inner) => span_of(inner),
        Expression::Select { selector, .. } => span_of(selector),
        Expression::StringLiteral(_) | Expression::NumberLiteral(_) => None,
    }
}

/// Whether a variant's key is the one looked for: the same word, or the same number.
fn same_key(key: &str, wanted: &str) -> bool {
    let number = |text: &str| text.parse::<f64>().ok();
    key == wanted || matches!((number(key), number(wanted)), (Some(a), Some(b)) if a == b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;
    use crate::catalog::parse::parse;

    const GLOSSARY: &str = "\
-un = Nations Unies
-unoct = { $case ->
    [genitive] du Bureau
   *[nominative] le Bureau
} { -un }
    .gender = masculine
-role = { -unoct.gender ->
    [masculine] chargé
   *[other] chargée
} { $of }
-loop = { -pool }
-pool = { -loop }
-a = {-b}{-b}{-b}{-b}{-b}{-b}{-b}{-b}
-b = {-c}{-c}{-c}{-c}{-c}{-c}{-c}{-c}
-c = {-d}{-d}{-d}{-d}{-d}{-d}{-d}{-d}
-d = {-e}{-e}{-e}{-e}{-e}{-e}{-e}{-e}
-e = {-f}{-f}{-f}{-f}{-f}{-f}{-f}{-f}
-f = { \"\" }
";

    fn read(text: &str) -> Catalog {
        let (catalog, diagnostics) = parse(Source::new("a.ftl", text));
        assert_eq!(diagnostics, [], "{text}");
        catalog
    }

    fn resolved(value: &str) -> (String, Vec<(String, String)>) {
        let glossary = read(GLOSSARY);
        let catalog = read(&format!("m = {value}\n"));
        let message = catalog.messages().next().unwrap();
        let resolved = resolve(message.value.as_ref().unwrap(), &Terms::from_catalogs(&[&glossary]));
        let problem = |p: &Problem| (p.message.clone(), catalog.slice(p.span.clone()).to_owned());
        (resolved.text, resolved.problems.iter().map(problem).collect())
    }

    #[test]
    fn literals_and_terms_are_put_in() {
        let table = [
            ("a { \"{\" }{ 1.50 }{ { \"x\" } }", "a {1.50x"),
            ("{ -unoct }", "le Bureau Nations Unies"),
            ("{ -unoct(case: \"genitive\") }", "du Bureau Nations Unies"),
            ("{ -unoct(case: \"dative\") }", "le Bureau Nations Unies"),
            ("{ -role(of: \"x\") }, { -role(of: 2) }", "chargé x, chargé 2"),
        ];
        for (value, text) in table {
            assert_eq!(resolved(value), (text.to_owned(), vec![]), "{value}");
        }
        let many = "{ \"x\" }".repeat(500);
        assert_eq!(resolved(&many).0, "x".repeat(500));
    }

    #[test]
    fn everything_else_is_refused_at_its_place() {
        let table = [
            ("a { -unict }", "a {-unict}", "there is no term `-unict`", "-unict"),
            ("a { $n }", "a {$n}", "the variable `$n` is not allowed here", "$n"),
            (
                "a { msg.b }",
                "a {msg}",
                "a reference to the message `msg` is not allowed here",
                "msg.b",
            ),
            (
                "a { NUMBER(1) }",
                "a {NUMBER()}",
                "a call of the function `NUMBER` is not allowed here",
                "NUMBER(1)",
            ),
            ("{ $n ->\n *[a] x\n }", "x", "a selection is not allowed here", "$n"),
            ("{ -loop }", "{-loop}", "the term `-loop` refers to itself", "-loop"),
            (
                "{ -role }",
                "chargé {$of}",
                "the term `-role` needs `$of`, which is not given",
                "-role",
            ),
        ];
        for (value, text, message, at) in table {
            assert_eq!(
                resolved(value),
                (text.to_owned(), vec![(message.to_owned(), at.to_owned())]),
                "{value}"
            );
        }
    }

    #[test]
    fn a_slip_in_the_name_of_a_term_is_recognised() {
        let glossary = read(GLOSSARY);
        let terms = Terms::from_catalogs(&[&glossary]);
        assert_eq!(terms.nearest("unict"), Some("unoct"));
        assert_eq!(terms.nearest("something-else"), None);
    }

    #[test]
    fn a_bomb_is_stopped() {
        let (text, problems) = resolved("{ -a }");
        assert_eq!(text, "");
        assert_eq!(problems.len(), 1);
    }
}

//! From the syntax tree of `fluent-syntax` to the types of [`crate::catalog`], with the place of everything.

use crate::catalog::{Attribute, Comment, CommentLine, Element, Entry, Expression, Message, Pattern, Variant};
use crate::names::SegmentId;
use fluent_syntax::ast;
use fluent_syntax::parser::{self, ParserError};
use std::ops::Range;
use std::sync::Arc;

/// A slice of the file that knows where it stands.
#[derive(Clone, Copy)]
pub(super) struct Slice<'s> {
    file: &'s str,
    start: usize,
    end: usize,
}

impl AsRef<str> for Slice<'_> {
    fn as_ref(&self) -> &str {
        self.file.get(self.start..self.end).unwrap_or("")
    }
}

impl PartialEq for Slice<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.as_ref() == other.as_ref()
    }
}

impl<'s> parser::Slice<'s> for Slice<'s> {
    fn slice(&self, range: Range<usize>) -> Self {
        Slice {
            file: self.file,
            start: self.start + range.start,
            end: self.start + range.end,
        }
    }

    fn trim(&mut self) {
        self.end = self.start + self.as_ref().trim_end_matches([' ', '\r', '\n']).len();
    }
}

impl Slice<'_> {
    fn range(&self) -> Range<usize> {
        self.start..self.end
    }
}

/// An entry, or one whose id turned out to be none.
pub(super) enum Draft {
    Ready(Entry),
    BadId { span: Range<usize>, id: Range<usize> },
}

impl Draft {
    pub(super) fn bad_id(&self) -> Option<Range<usize>> {
        match self {
            Draft::BadId { id, .. } => Some(id.clone()),
            Draft::Ready(_) => None,
        }
    }

    pub(super) fn entry(self) -> Entry {
        match self {
            Draft::Ready(entry) => entry,
            Draft::BadId { span, .. } => Entry::Junk(span),
        }
    }
}

pub(super) fn read(safe: &str) -> (Vec<Draft>, Vec<ParserError>) {
    let whole = Slice {
        file: safe,
        start: 0,
        end: safe.len(),
    };
    let (resource, errors) = match parser::parse(whole) {
        Ok(resource) => (resource, Vec::new()),
        Err(partial) => partial,
    };
    let entries = resource
        .body
        .into_iter()
        .filter_map(|entry| convert(safe, entry))
        .collect();
    (entries, errors)
}

/// The entry as it is kept; nothing for a comment without a line.
fn convert(file: &str, entry: ast::Entry<Slice<'_>>) -> Option<Draft> {
    let ready = match entry {
        ast::Entry::Message(m) => return Some(message(file, m.id, false, m.comment, m.value, m.attributes)),
        ast::Entry::Term(t) => return Some(message(file, t.id, true, t.comment, Some(t.value), t.attributes)),
        ast::Entry::Comment(comment) => Entry::Comment(standing_comment(file, &comment, 1)?),
        ast::Entry::GroupComment(comment) => Entry::Comment(standing_comment(file, &comment, 2)?),
        ast::Entry::ResourceComment(comment) => Entry::Comment(standing_comment(file, &comment, 3)?),
        ast::Entry::Junk { content } => Entry::Junk(content.range()),
    };
    Some(Draft::Ready(ready))
}

fn standing_comment(file: &str, comment: &ast::Comment<Slice<'_>>, level: u8) -> Option<Comment> {
    let lines = comment_lines(file, comment);
    let span = lines.first()?.span.start..lines.last()?.span.end;
    Some(Comment { level, span, lines })
}

fn comment_lines(file: &str, comment: &ast::Comment<Slice<'_>>) -> Vec<CommentLine> {
    let line = |content: &Slice<'_>| {
        let start = line_start(file, content.start);
        let end = line_end(file, content.end);
        // an empty line's slice may sit behind its `\r`
        CommentLine {
            span: start..end,
            text: content.as_ref().trim_end_matches('\r').to_owned(),
        }
    };
    comment.content.iter().map(line).collect()
}

fn line_start(file: &str, at: usize) -> usize {
    file.get(..at).and_then(|head| head.rfind('\n')).map_or(0, |n| n + 1)
}

/// Behind the line end of the line that holds `at`.
fn line_end(file: &str, at: usize) -> usize {
    file.get(at..)
        .and_then(|tail| tail.find('\n'))
        .map_or(file.len(), |n| at + n + 1)
}

fn message(
    file: &str,
    id: ast::Identifier<Slice<'_>>,
    is_term: bool,
    comment: Option<ast::Comment<Slice<'_>>>,
    value: Option<ast::Pattern<Slice<'_>>>,
    attributes: Vec<ast::Attribute<Slice<'_>>>,
) -> Draft {
    let id_span = id.name.start - usize::from(is_term)..id.name.end;
    let comment = comment.map_or_else(Vec::new, |comment| comment_lines(file, &comment));
    let value = value.map(|value| pattern(file, value));
    let attribute = |a: ast::Attribute<Slice<'_>>| Attribute {
        id: a.id.name.as_ref().to_owned(),
        id_span: a.id.name.range(),
        value: pattern(file, a.value),
    };
    let attributes: Vec<Attribute> = attributes.into_iter().map(attribute).collect();
    let last = attributes
        .last()
        .map(|a| a.value.span.end)
        .or(value.as_ref().map(|v| v.span.end));
    let start = comment.first().map_or(id_span.start, |line| line.span.start);
    let span = start..line_end(file, last.unwrap_or(id_span.end));
    match SegmentId::new(id.name.as_ref()) {
        Some(id) => Draft::Ready(Entry::Message(Arc::new(Message {
            id,
            is_term,
            span,
            id_span,
            comment,
            value,
            attributes,
        }))),
        None => Draft::BadId { span, id: id_span },
    }
}

fn pattern(file: &str, pattern: ast::Pattern<Slice<'_>>) -> Pattern {
    let mut span: Option<Range<usize>> = None;
    let mut elements: Vec<Element> = Vec::new();
    for element in pattern.elements {
        let part = match element {
            ast::PatternElement::TextElement { value } => {
                match elements.last_mut() {
                    Some(Element::Text(text)) => text.push_str(value.as_ref()),
                    _ => elements.push(Element::Text(value.as_ref().to_owned())),
                }
                value.range()
            }
            ast::PatternElement::Placeable { expression } => {
                let (expression, inner) = expression_of(file, expression);
                elements.push(Element::Placeable(expression));
                braces_round(file, inner)
            }
        };
        span = Some(span.map_or(part.start, |s| s.start)..part.end);
    }
    Pattern {
        span: span.unwrap_or(0..0),
        elements,
    }
}

/// The range of the braces round an expression, blanks between them included.
fn braces_round(file: &str, inner: Range<usize>) -> Range<usize> {
    let before = file
        .get(..inner.start)
        .unwrap_or("")
        .trim_end_matches([' ', '\r', '\n']);
    let after = skip_blank(file, inner.end);
    before.len().saturating_sub(1)..(after + 1).min(file.len())
}

fn skip_blank(file: &str, at: usize) -> usize {
    let rest = file.get(at..).unwrap_or("");
    at + (rest.len() - rest.trim_start_matches([' ', '\r', '\n']).len())
}

fn expression_of(file: &str, expression: ast::Expression<Slice<'_>>) -> (Expression, Range<usize>) {
    match expression {
        ast::Expression::Inline(inline) => inline_of(file, inline),
        ast::Expression::Select { selector, variants } => {
            let (selector, span) = inline_of(file, selector);
            let variants: Vec<Variant> = variants.into_iter().map(|v| variant(file, v)).collect();
            let end = variants.last().map_or(span.end, |v| v.value.span.end);
            (
                Expression::Select {
                    selector: Box::new(selector),
                    variants,
                },
                span.start..end,
            )
        }
    }
}

fn variant(file: &str, variant: ast::Variant<Slice<'_>>) -> Variant {
    let (ast::VariantKey::Identifier { name: key } | ast::VariantKey::NumberLiteral { value: key }) = variant.key;
    Variant {
        key: key.as_ref().to_owned(),
        default: variant.default,
        value: pattern(file, variant.value),
    }
}

fn inline_of(file: &str, inline: ast::InlineExpression<Slice<'_>>) -> (Expression, Range<usize>) {
    use ast::InlineExpression as Inline;
    match inline {
        Inline::StringLiteral { value } => {
            let span = value.start.saturating_sub(1)..value.end + 1;
            (Expression::StringLiteral(unescape(value.as_ref())), span)
        }
        Inline::NumberLiteral { value } => (Expression::NumberLiteral(value.as_ref().to_owned()), value.range()),
        Inline::VariableReference { id } => {
            let span = id.name.start.saturating_sub(1)..id.name.end;
            let name = id.name.as_ref().to_owned();
            located(span, |span| Expression::Variable { name, span })
        }
        Inline::MessageReference { id, attribute } => {
            let (id, attribute, span) = names(&id, attribute.as_ref());
            located(span, |span| Expression::MessageReference { id, attribute, span })
        }
        Inline::TermReference {
            id,
            attribute,
            arguments,
        } => {
            let (id, attribute, name) = names(&id, attribute.as_ref());
            let (_, arguments, end) = call(file, arguments, name.end);
            let span = name.start.saturating_sub(1)..end;
            located(span, |span| Expression::TermReference {
                id,
                attribute,
                arguments,
                span,
            })
        }
        Inline::FunctionReference { id, arguments } => {
            let (positional, named, end) = call(file, Some(arguments), id.name.end);
            let name = id.name.as_ref().to_owned();
            located(id.name.start..end, |span| Expression::Function {
                name,
                positional,
                named,
                span,
            })
        }
        Inline::Placeable { expression } => {
            let (inner, span) = expression_of(file, *expression);
            (Expression::Nested(Box::new(inner)), braces_round(file, span))
        }
    }
}

fn located(span: Range<usize>, build: impl FnOnce(Range<usize>) -> Expression) -> (Expression, Range<usize>) {
    (build(span.clone()), span)
}

/// An identifier and the attribute behind it, as text, and where the two stand.
fn names(
    id: &ast::Identifier<Slice<'_>>,
    attribute: Option<&ast::Identifier<Slice<'_>>>,
) -> (String, Option<String>, Range<usize>) {
    let end = attribute.map_or(id.name.end, |a| a.name.end);
    let attribute = attribute.map(|a| a.name.as_ref().to_owned());
    (id.name.as_ref().to_owned(), attribute, id.name.start..end)
}

type Arguments = (Vec<Expression>, Vec<(String, Expression)>, usize);

/// The arguments of a call whose name ends at `end`, and where its closing parenthesis ends.
fn call(file: &str, arguments: Option<ast::CallArguments<Slice<'_>>>, end: usize) -> Arguments {
    let Some(arguments) = arguments else {
        return (Vec::new(), Vec::new(), end);
    };
    let mut last = skip_blank(file, end) + 1;
    let mut positional = Vec::new();
    for argument in arguments.positional {
        let (expression, span) = inline_of(file, argument);
        positional.push(expression);
        last = span.end;
    }
    let mut named = Vec::new();
    for argument in arguments.named {
        let (expression, span) = inline_of(file, argument.value);
        named.push((argument.name.name.as_ref().to_owned(), expression));
        last = span.end;
    }
    let mut close = skip_blank(file, last);
    if file.as_bytes().get(close) == Some(&b',') {
        close = skip_blank(file, close + 1);
    }
    (positional, named, (close + 1).min(file.len()))
}

/// A string literal as it is read; the guard has seen to it that every escape is one.
fn unescape(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some((before, after)) = rest.split_once('\\') {
        text.push_str(before);
        let length = match after.as_bytes().first() {
            Some(b'u') => 5,
            Some(b'U') => 7,
            _ => after.chars().next().map_or(0, char::len_utf8),
        };
        let (escape, tail) = after.split_at_checked(length).unwrap_or((after, ""));
        match escape.strip_prefix(['u', 'U']) {
            Some(hex) => text.push(
                u32::from_str_radix(hex, 16)
                    .ok()
                    .and_then(char::from_u32)
                    .unwrap_or('\u{FFFD}'),
            ),
            None => text.push_str(escape),
        }
        rest = tail;
    }
    text.push_str(rest);
    text
}

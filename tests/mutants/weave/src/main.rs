//! Weaves mutants into a program, so that one build holds all of them and the environment says which is alive.
//!
//! `weave LIST FROM TO LEFT_OUT` reads the mutants of `cargo mutants --list --json` from LIST, the files they are in below FROM, and writes
//! those files below TO, without the mutants whose numbers (counted from 1) stand in LEFT_OUT. It prints the numbers it could not weave.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

/// Bytes of a file.
type Bytes = (usize, usize);

#[derive(Debug, Clone)]
struct Mutant {
    number: u32,
    genre: String,
    replacement: String,
}

enum Form {
    /// Two operands and what stands between them.
    Binary { left: Bytes, right: Bytes, sign: String },
    /// What a sign stands before.
    Unary { sign: String, inner: Bytes },
    /// The guard of an arm.
    Guard,
    /// The beginning of a function.
    Function,
    /// The end of the pattern of an arm without a guard.
    Pattern,
}

/// A place of the program and what may stand there instead.
struct Site {
    bytes: Bytes,
    form: Form,
    mutants: Vec<Mutant>,
}

struct Weaver<'s> {
    text: &'s str,
    /// Where each line begins.
    lines: Vec<usize>,
    by_start: BTreeMap<usize, Vec<Mutant>>,
    woven: BTreeSet<u32>,
    sites: Vec<Site>,
}

impl Weaver<'_> {
    /// The byte at a line, counted from 1, and a column, counted from 0 in characters.
    fn at(&self, line: usize, column: usize) -> usize {
        let start = self.lines[line - 1];
        let mut characters = self.text[start..].char_indices();
        characters.nth(column).map_or(self.text.len(), |(at, _)| start + at)
    }

    fn bytes(&self, span: proc_macro2::Span) -> Bytes {
        let (start, end) = (span.start(), span.end());
        (self.at(start.line, start.column), self.at(end.line, end.column))
    }

    fn take(&mut self, start: usize, genre: &str) -> Vec<Mutant> {
        let there = self.by_start.get(&start).into_iter().flatten();
        let found: Vec<Mutant> = there.filter(|mutant| mutant.genre == genre).cloned().collect();
        self.woven.extend(found.iter().map(|mutant| mutant.number));
        found
    }

    fn add(&mut self, bytes: Bytes, form: Form, mutants: Vec<Mutant>) {
        if !mutants.is_empty() {
            self.sites.push(Site { bytes, form, mutants });
        }
    }

    fn function(&mut self, block: &syn::Block) {
        let open = self.bytes(block.brace_token.span.open());
        let first = block.stmts.first();
        let first = first.map_or(open.1, |statement| self.bytes(statement.span()).0);
        let starts: Vec<usize> = self.by_start.range(open.0..=first).map(|(start, _)| *start).collect();
        let mutants = starts.into_iter().flat_map(|start| self.take(start, "FnValue")).collect();
        self.add((open.1, open.1), Form::Function, mutants);
    }

    /// The program from one byte to another; `but` is the site that is being written.
    fn emit(&self, bytes: Bytes, but: Option<usize>) -> String {
        let mut out = String::new();
        let mut at = bytes.0;
        for (index, site) in self.sites.iter().enumerate() {
            if Some(index) == but || site.bytes.0 < at || site.bytes.1 > bytes.1 {
                continue;
            }
            out.push_str(&self.text[at..site.bytes.0]);
            out.push_str(&self.site(index, site));
            at = site.bytes.1;
        }
        out + &self.text[at..bytes.1]
    }

    fn site(&self, index: usize, site: &Site) -> String {
        let first = site.mutants[0].number;
        if matches!(site.form, Form::Pattern) {
            return format!(" if crate::mutants::alive({first}) != {first} ");
        }
        let inner = |bytes: Bytes| self.emit(bytes, Some(index));
        let as_written = match &site.form {
            Form::Function => String::new(),
            Form::Unary { sign, inner: operand } => format!("{sign}{}", inner(*operand)),
            Form::Binary { left, right, sign } => format!("{} {sign} {}", inner(*left), inner(*right)),
            Form::Guard | Form::Pattern => inner(site.bytes),
        };
        let mut arms = String::new();
        for Mutant { number, replacement, .. } in &site.mutants {
            let text = |bytes: &Bytes| &self.text[bytes.0..bytes.1];
            let mutated = match &site.form {
                Form::Function => format!("return {replacement};"),
                Form::Unary { inner, .. } => text(inner).to_owned(),
                Form::Binary { left, right, .. } => format!("{} {replacement} {}", text(left), text(right)),
                Form::Guard | Form::Pattern => replacement.clone(),
            };
            arms.push_str(&format!("{number} => {{/*M{number}*/{mutated}/*E{number}*/}} "));
        }
        let choice = format!("match crate::mutants::alive({first}) {{ {arms}_ => {{ {as_written} }} }}");
        match site.form {
            Form::Function => format!(" {choice} "),
            _ => format!("({choice})"),
        }
    }
}

/// Whether an expression is a chain with a `let`, which cannot be put into parentheses.
fn has_let(expression: &syn::Expr) -> bool {
    match expression {
        syn::Expr::Let(_) => true,
        syn::Expr::Binary(binary) => has_let(&binary.left) || has_let(&binary.right),
        _ => false,
    }
}

impl<'a> Visit<'a> for Weaver<'_> {
    fn visit_item_fn(&mut self, function: &'a syn::ItemFn) {
        self.function(&function.block);
        visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'a syn::ImplItemFn) {
        self.function(&function.block);
        visit::visit_impl_item_fn(self, function);
    }

    fn visit_trait_item_fn(&mut self, function: &'a syn::TraitItemFn) {
        if let Some(block) = &function.default {
            self.function(block);
        }
        visit::visit_trait_item_fn(self, function);
    }

    fn visit_expr_binary(&mut self, binary: &'a syn::ExprBinary) {
        let sign = self.bytes(binary.op.span());
        if !has_let(&binary.left) && !has_let(&binary.right) {
            let mutants = self.take(sign.0, "BinaryOperator");
            let (left, right) = (self.bytes(binary.left.span()), self.bytes(binary.right.span()));
            let sign = self.text[sign.0..sign.1].to_owned();
            self.add((left.0, right.1), Form::Binary { left, right, sign }, mutants);
        }
        visit::visit_expr_binary(self, binary);
    }

    fn visit_expr_unary(&mut self, unary: &'a syn::ExprUnary) {
        let sign = self.bytes(unary.op.span());
        let mutants = self.take(sign.0, "UnaryOperator");
        let inner = self.bytes(unary.expr.span());
        let (start, sign) = (sign.0, self.text[sign.0..sign.1].to_owned());
        self.add((start, inner.1), Form::Unary { sign, inner }, mutants);
        visit::visit_expr_unary(self, unary);
    }

    fn visit_arm(&mut self, arm: &'a syn::Arm) {
        let mut whole = self.take(self.bytes(arm.span()).0, "MatchArm");
        match &arm.guard {
            None => {
                let end = self.bytes(arm.pat.span()).1;
                self.add((end, end), Form::Pattern, whole);
            }
            Some((_, guard)) => {
                let bytes = self.bytes(guard.span());
                let mut mutants = self.take(bytes.0, "MatchArmGuard");
                whole.iter_mut().for_each(|mutant| mutant.replacement = "false".to_owned());
                mutants.append(&mut whole);
                self.add(bytes, Form::Guard, mutants);
            }
        }
        visit::visit_arm(self, arm);
    }
}

fn woven(text: &str, mutants: &[(u32, &Value)], left_out: &BTreeSet<u32>) -> Result<(String, BTreeSet<u32>), Box<dyn Error>> {
    let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1));
    let mut weaver = Weaver {
        text,
        lines: lines.collect(),
        by_start: BTreeMap::new(),
        woven: BTreeSet::new(),
        sites: Vec::new(),
    };
    for (number, mutant) in mutants.iter().filter(|(number, _)| !left_out.contains(number)) {
        let field = |name: &str| mutant["span"]["start"][name].as_u64().unwrap_or(1) as usize;
        let word = |name: &str| mutant[name].as_str().unwrap_or_default().to_owned();
        let start = weaver.at(field("line"), field("column") - 1);
        weaver.by_start.entry(start).or_default().push(Mutant {
            number: *number,
            genre: word("genre"),
            replacement: word("replacement"),
        });
    }
    weaver.visit_file(&syn::parse_file(text)?);
    // The outer before the inner; where they are alike, in the order they were come upon.
    weaver.sites.sort_by_key(|site| (site.bytes.0, std::cmp::Reverse(site.bytes.1)));
    Ok((weaver.emit((0, text.len()), None), weaver.woven))
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, list, from, to, left_out] = arguments.as_slice() else {
        return Err("weave LIST FROM TO LEFT_OUT".into());
    };
    let all: Vec<Value> = serde_json::from_str(&fs::read_to_string(list)?)?;
    let left_out = fs::read_to_string(left_out).unwrap_or_default();
    let left_out: BTreeSet<u32> = left_out.split_whitespace().map(str::parse).collect::<Result<_, _>>()?;
    let mut files: BTreeMap<&str, Vec<(u32, &Value)>> = BTreeMap::new();
    for (number, mutant) in (1..).zip(&all) {
        let file = mutant["file"].as_str().ok_or("a mutant without a file")?;
        files.entry(file).or_default().push((number, mutant));
    }
    for (file, mutants) in files {
        let text = fs::read_to_string(format!("{from}/{file}"))?;
        let (text, woven) = woven(&text, &mutants, &left_out)?;
        fs::write(format!("{to}/{file}"), text)?;
        let not_woven = mutants.iter().map(|(number, _)| number);
        for number in not_woven.filter(|number| !woven.contains(number) && !left_out.contains(number)) {
            println!("{number}");
        }
    }
    Ok(())
}

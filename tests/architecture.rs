//! The rules of the house, held over the sources in `src`. Each rule is a function of one source
//! text, so that each is shown to fail below.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// From the outside in: a module may name only modules further down.
const ORDER: [&str; 29] = [
    "wasm",
    "lib",
    "export",
    "story",
    "library",
    "pair",
    "comparison",
    "relation",
    "summary",
    "left_out",
    "facts",
    "coverage",
    "alignment",
    "passages",
    "diff",
    "chain",
    "runs",
    "words",
    "values",
    "index",
    "quotations",
    "options",
    "meaning",
    "document",
    "lexicon",
    "language",
    "sorting",
    "offsets",
    "span",
];

/// A file longer than this is read no more; DESIGN says 150 to 500 lines, tests beside the code included.
const MOST_LINES: usize = 600;

/// One file of `src`.
struct Source {
    /// Relative to `src`, with `/`.
    path: String,
    text: String,
}

impl Source {
    fn new(path: &str, text: &str) -> Self {
        Self {
            path: path.to_owned(),
            text: text.to_owned(),
        }
    }

    /// The top-level module that the file belongs to: `document` for `document/tokens.rs`.
    fn module(&self) -> &str {
        let first = self.path.split('/').next().unwrap_or_default();
        first.strip_suffix(".rs").unwrap_or(first)
    }

    /// Whether `super::` names the root of the crate here.
    fn is_top_level(&self) -> bool {
        !self.path.contains('/') || self.path.ends_with("/mod.rs")
    }

    /// What is shipped: without comments and without the tests at the end.
    fn product(&self) -> String {
        if self.path.ends_with("tests.rs") {
            return String::new();
        }
        let shipped = match self.text.find("#[cfg(test)]\nmod ") {
            Some(tests) => &self.text[..tests],
            None => &self.text,
        };
        let code = shipped.lines().map(|line| match line.find("//") {
            Some(comment) => &line[..comment],
            None => line,
        });
        code.collect::<Vec<_>>().join("\n")
    }
}

/// Whether `name` stands in `code` and is not part of a longer identifier.
fn names(code: &str, name: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    let open_end = !name.ends_with(part);
    code.match_indices(name).any(|(at, _)| {
        !code[..at].ends_with(part) && (open_end || !code[at + name.len()..].starts_with(part))
    })
}

/// The first part of each path behind `root` in `code`: `a` and `B` for `crate::{a::X, B}`.
fn first_parts(code: &str, root: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices(root) {
        if code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':') {
            continue;
        }
        let rest = &code[at + root.len()..];
        match rest.strip_prefix('{') {
            Some(list) => found.extend(list_parts(list)),
            None => found.push(identifier(rest)),
        }
    }
    found
}

/// The first identifiers of the entries of a `{…}` list whose opening brace is behind us.
fn list_parts(list: &str) -> Vec<String> {
    let (mut depth, mut parts, mut entry) = (0, Vec::new(), String::new());
    for c in list.chars() {
        match c {
            '}' if depth == 0 => break,
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => parts.push(std::mem::take(&mut entry)),
            _ if depth == 0 => entry.push(c),
            _ => {}
        }
    }
    parts.push(entry);
    let named = parts.iter().map(|part| identifier(part.trim()));
    named.filter(|part| !part.is_empty()).collect()
}

fn identifier(code: &str) -> String {
    code.chars()
        .take_while(|c| c.is_alphanumeric() || *c == '_')
        .collect()
}

fn only_wasm_names_javascript(source: &Source) -> Vec<String> {
    let code = source.product();
    let crates = [
        "js_sys",
        "web_sys",
        "wasm_bindgen",
        "serde_wasm_bindgen",
        "tsify",
        "serde",
    ];
    let found = crates.iter().filter(|name| names(&code, name));
    found
        .filter(|_| source.module() != "wasm")
        .map(|name| format!("names {name}: only wasm.rs knows JavaScript, move it there"))
        .collect()
}

fn only_diff_names_similar(source: &Source) -> Vec<String> {
    let code = source.product();
    let uses = code.contains("similar::") || code.contains("use similar");
    if uses && source.module() != "diff" {
        return vec!["names similar: only diff.rs does, ask it for the edits".to_owned()];
    }
    Vec::new()
}

fn same_input_same_output(source: &Source) -> Vec<String> {
    let code = source.product();
    let barred = [
        ("std::time", "a limit is a count of work, never a time"),
        ("Instant", "a limit is a count of work, never a time"),
        ("SystemTime", "the engine knows no clock"),
        (
            "std::fs",
            "the engine opens no file; take the text as an argument",
        ),
        ("std::io", "the engine reads and writes nothing"),
        ("std::net", "nothing leaves the reader's machine"),
        (
            "std::thread",
            "the engine runs on one thread; the page has a worker",
        ),
        ("std::env", "take an option, not the environment"),
        ("std::process", "the engine starts and ends no process"),
        ("rand::", "the same input gives the same output"),
        ("println!", "return it, or report it through the boundary"),
        ("eprintln!", "return it, or report it through the boundary"),
        ("print!", "return it, or report it through the boundary"),
        ("eprint!", "return it, or report it through the boundary"),
        ("dbg!", "return it, or report it through the boundary"),
    ];
    barred
        .iter()
        .filter(|(name, _)| names(&code, name))
        .map(|(name, instead)| format!("names {name}: {instead}"))
        .collect()
}

fn no_result_depends_on_hash_order(source: &Source) -> Vec<String> {
    let code = source.product();
    let std_names = ["RandomState", "DefaultHasher"];
    let by_path = ["collections::HashMap", "collections::HashSet"];
    let imports = code.match_indices("collections::{").any(|(at, _)| {
        let list = list_parts(&code[at + "collections::{".len()..]);
        list.iter()
            .any(|name| name == "HashMap" || name == "HashSet")
    });
    let found = imports
        || std_names.iter().any(|name| names(&code, name))
        || by_path.iter().any(|path| names(&code, path));
    if found {
        return vec![
            "uses the hash order of std, which differs from run to run: take \
             rustc_hash::FxHashMap, a BTreeMap or a sorted Vec"
                .to_owned(),
        ];
    }
    Vec::new()
}

fn dependencies_point_one_way(source: &Source) -> Vec<String> {
    let rank = |module: &str| ORDER.iter().position(|name| *name == module);
    let Some(own) = rank(source.module()) else {
        return vec![format!(
            "{} is not in ORDER of tests/architecture.rs: put it where it belongs there, and in \
             ARCHITECTURE.md",
            source.module()
        )];
    };
    let code = source.product();
    let mut named = first_parts(&code, "crate::");
    if source.is_top_level() && source.module() != "lib" {
        named.extend(first_parts(&code, "super::"));
    }
    named.sort();
    named.dedup();
    let wrong = named.into_iter().filter(|name| match rank(name) {
        Some(other) => other < own,
        // `Options` says what counts as equal, so every module needs it; the rest of the front
        // door is for those outside.
        None => own > 1 && name != "Options",
    });
    wrong
        .map(|name| {
            format!(
                "names crate::{name}: it may name only {:?}",
                &ORDER[own + 1..]
            )
        })
        .collect()
}

/// The files of one folder that import each other, directly or through others of it, as sentences.
fn circles(sources: &[Source]) -> Vec<String> {
    let folder = |path: &str| {
        path.rsplit_once('/')
            .map_or("", |(folder, _)| folder)
            .to_owned()
    };
    let named = |source: &Source| -> Vec<usize> {
        let parts = first_parts(&source.product(), "super::");
        let paths = parts
            .iter()
            .map(|part| format!("{}/{part}.rs", folder(&source.path)));
        let found = paths.filter_map(|path| sources.iter().position(|other| other.path == path));
        found.collect()
    };
    let siblings: Vec<Vec<usize>> = sources
        .iter()
        .map(|source| {
            if source.path.contains('/') {
                named(source)
            } else {
                Vec::new()
            }
        })
        .collect();
    let reached = |from: usize| -> Vec<usize> {
        let (mut reached, mut next) = (Vec::new(), siblings[from].clone());
        while let Some(at) = next.pop() {
            if !reached.contains(&at) {
                reached.push(at);
                next.extend(&siblings[at]);
            }
        }
        reached
    };
    let in_circle = (0..sources.len()).filter(|&at| reached(at).contains(&at));
    in_circle
        .map(|at| {
            let back = siblings[at]
                .iter()
                .filter(|&&other| reached(other).contains(&at));
            let back: Vec<&str> = back.map(|&other| sources[other].path.as_str()).collect();
            format!(
                "src/{} imports {back:?}, which import it: move what both need",
                sources[at].path
            )
        })
        .collect()
}

/// The types of a file outside functions, by name.
fn types(source: &Source) -> Vec<String> {
    let code = source.product();
    let declared = code.lines().filter(|line| !line.starts_with(' '));
    let declared = declared.filter_map(|line| {
        let line = line.strip_prefix("pub").unwrap_or(line);
        let line = match line.starts_with('(') {
            true => line.split_once(')')?.1,
            false => line,
        };
        let (kind, rest) = line.trim_start().split_once(' ')?;
        matches!(kind, "struct" | "enum" | "trait" | "type").then(|| identifier(rest))
    });
    declared.collect()
}

/// Types of one name in two files. The boundary has those of the engine once more, as JavaScript gets them.
fn namesakes(sources: &[Source]) -> Vec<String> {
    let mut known: Vec<(String, &str)> = Vec::new();
    let mut told = Vec::new();
    for source in sources.iter().filter(|source| source.module() != "wasm") {
        for name in types(source) {
            match known.iter().find(|(other, _)| *other == name) {
                Some((_, path)) => told.push(format!(
                    "src/{} and src/{path} both have a type {name}: name them apart",
                    source.path
                )),
                None => known.push((name, &source.path)),
            }
        }
    }
    told
}

fn no_long_files(source: &Source) -> Vec<String> {
    let lines = source.text.lines().count();
    if lines > MOST_LINES {
        return vec![format!(
            "has {lines} lines, more than {MOST_LINES}: make a folder of it"
        )];
    }
    Vec::new()
}

fn collect(folder: &Path, root: &Path, into: &mut Vec<Source>) -> io::Result<()> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<_>>()?;
    paths.sort();
    for path in paths {
        if path.is_dir() {
            collect(&path, root, into)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let name = path.strip_prefix(root).map_err(io::Error::other)?;
            let name = name.to_string_lossy().replace('\\', "/");
            into.push(Source::new(&name, &fs::read_to_string(&path)?));
        }
    }
    Ok(())
}

/// Every file of `src`.
fn all() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources = Vec::new();
    collect(&root, &root, &mut sources).expect("src can be read");
    assert!(sources.len() >= 9, "src was not found whole");
    sources
}

/// Holds a rule over every file of `src`.
fn hold(rule: fn(&Source) -> Vec<String>) {
    let sources = all();
    let told: Vec<String> = sources
        .iter()
        .flat_map(|source| {
            let told = rule(source).into_iter();
            told.map(|what| format!("src/{} {what}", source.path))
        })
        .collect();
    assert!(told.is_empty(), "\n{}\n", told.join("\n"));
}

#[test]
fn sources_name_javascript_in_one_file() {
    hold(only_wasm_names_javascript);
}

#[test]
fn sources_name_similar_in_one_module() {
    hold(only_diff_names_similar);
}

#[test]
fn sources_have_no_clock_file_thread_or_chance() {
    hold(same_input_same_output);
}

#[test]
fn sources_have_no_random_hash_order() {
    hold(no_result_depends_on_hash_order);
}

#[test]
fn sources_depend_one_way() {
    hold(dependencies_point_one_way);
}

#[test]
fn files_of_a_folder_do_not_import_each_other() {
    let told = circles(&all());
    assert!(told.is_empty(), "\n{}\n", told.join("\n"));
}

#[test]
fn types_have_names_of_their_own() {
    let told = namesakes(&all());
    assert!(told.is_empty(), "\n{}\n", told.join("\n"));
}

#[test]
fn types_of_one_name_are_found() {
    let sources = [
        Source::new(
            "room/a.rs",
            "pub(super) struct Pair<'a> {\n    type Item = u32;\n}",
        ),
        Source::new("room/b.rs", "pub enum Pair {}\npub(crate) type Item = u32;"),
        Source::new("room/c.rs", "trait Pair: Copy {}\npub struct Other(u32);"),
        Source::new("room/e.rs", "pub(crate) struct Other(u32);"),
        Source::new("wasm/types.rs", "pub struct Pair {}"),
        Source::new(
            "room/d.rs",
            "// struct Pair;\nfn f() {\n    struct Pair;\n}",
        ),
    ];
    assert_eq!(namesakes(&sources).len(), 3);
}

#[test]
fn circles_of_imports_are_found() {
    let file = |path: &str, code: &str| Source::new(path, code);
    let circle = [
        file("room/a.rs", "use super::b::B;"),
        file("room/b.rs", "use super::{Front, c::C};"),
        file("room/c.rs", "fn f(a: &super::a::A) {}"),
        file("room/d.rs", "use super::a::A;"),
        file("other/a.rs", "use super::b::B;"),
        file("other/b.rs", "// use super::a::A;"),
    ];
    assert_eq!(circles(&circle).len(), 3);
    assert_eq!(circles(&circle[3..]), Vec::<String>::new());
}

#[test]
fn sources_are_short() {
    hold(no_long_files);
}

/// `(rule, path, code)`: the rule complains of the code, and not of it in a comment or a test.
type Breach = (fn(&Source) -> Vec<String>, &'static str, &'static str);

const BREACHES: [Breach; 16] = [
    (only_wasm_names_javascript, "runs.rs", "use js_sys::Array;"),
    (
        only_wasm_names_javascript,
        "document/keys.rs",
        "use serde::Serialize;",
    ),
    (
        only_diff_names_similar,
        "alignment.rs",
        "use similar::DiffOp;",
    ),
    (
        only_diff_names_similar,
        "runs.rs",
        "let x = similar::capture_diff_slices(a, b);",
    ),
    (
        same_input_same_output,
        "runs.rs",
        "let now = std::time::Instant::now();",
    ),
    (
        same_input_same_output,
        "runs.rs",
        "std::thread::spawn(work);",
    ),
    (
        same_input_same_output,
        "facts.rs",
        "let x = rand::random();",
    ),
    (
        same_input_same_output,
        "summary.rs",
        "println!(\"{words}\");",
    ),
    (
        same_input_same_output,
        "wasm.rs",
        "let x = std::env::var(\"X\");",
    ),
    (
        no_result_depends_on_hash_order,
        "runs.rs",
        "use std::collections::HashMap;",
    ),
    (
        no_result_depends_on_hash_order,
        "runs.rs",
        "use std::collections::{BTreeMap, HashSet};",
    ),
    (
        dependencies_point_one_way,
        "span.rs",
        "use crate::document::Document;",
    ),
    (
        dependencies_point_one_way,
        "runs.rs",
        "use crate::{Options, passages::{Passage, Grade}};",
    ),
    (
        dependencies_point_one_way,
        "document/tokens.rs",
        "fn f(r: &crate::runs::Run) {}",
    ),
    (
        dependencies_point_one_way,
        "runs.rs",
        "use super::Comparison;",
    ),
    (dependencies_point_one_way, "helpers.rs", "fn f() {}"),
];

#[test]
fn rules_find_what_they_bar() {
    for (rule, path, code) in BREACHES {
        assert!(!rule(&Source::new(path, code)).is_empty(), "{path}: {code}");
    }
    let long = "fn f() {}\n".repeat(MOST_LINES + 1);
    assert!(!no_long_files(&Source::new("runs.rs", &long)).is_empty());
}

#[test]
fn rules_pass_over_comments_and_tests() {
    for (rule, path, code) in BREACHES.iter().filter(|(_, path, _)| *path != "helpers.rs") {
        let comment = Source::new(path, &format!("// {code}\n"));
        let test = Source::new(path, &format!("#[cfg(test)]\nmod tests {{\n{code}\n}}\n"));
        assert!(rule(&comment).is_empty(), "in a comment: {code}");
        assert!(rule(&test).is_empty(), "in a test: {code}");
    }
}

#[test]
fn rules_let_pass_what_is_right() {
    let right: [Breach; 8] = [
        (only_wasm_names_javascript, "wasm.rs", "use js_sys::Array;"),
        (
            only_diff_names_similar,
            "diff/mod.rs",
            "use similar::DiffOp;",
        ),
        (
            only_diff_names_similar,
            "passages.rs",
            "let dissimilar = similarity(a, b);",
        ),
        (
            same_input_same_output,
            "passages.rs",
            "let operand = brand(blueprint);",
        ),
        (
            no_result_depends_on_hash_order,
            "runs.rs",
            "use rustc_hash::FxHashMap;",
        ),
        (
            dependencies_point_one_way,
            "runs.rs",
            "use crate::{Options, document::Document, span::Sides};",
        ),
        (
            dependencies_point_one_way,
            "document/keys.rs",
            "use super::tokens::Token;",
        ),
        (
            dependencies_point_one_way,
            "wasm.rs",
            "use crate::{Phase, alignment, span::{self, Side}};",
        ),
    ];
    for (rule, path, code) in right {
        assert_eq!(
            rule(&Source::new(path, code)),
            Vec::<String>::new(),
            "{path}: {code}"
        );
    }
}

/// `wire.js` makes the most frequent objects from literals and reads offsets, spans and names without a look at their
/// tags. A literal must have the fields of its struct in Rust, in order, each read as what it is.
#[test]
fn literals_of_the_wire_are_structs() -> io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/wasm");
    let (types, reader) = (
        fs::read_to_string(root.join("types.rs"))?,
        fs::read_to_string(root.join("wire.js"))?,
    );
    let literals = literals(&reader);
    assert!(literals.len() >= 8, "the literals were found: {literals:?}");
    for (name, literal) in literals {
        assert_eq!(stale(&types, name, &literal), None, "{name}");
    }
    Ok(())
}

/// What is wrong with a literal of a struct.
fn stale(types: &str, name: &str, literal: &[(&str, &str)]) -> Option<String> {
    let fields = fields(types, name);
    let names = |fields: &[(&str, &str)]| -> Vec<String> {
        fields.iter().map(|(name, _)| camel_case(name)).collect()
    };
    if names(&fields) != names(literal) {
        return Some(format!("the struct has {fields:?}"));
    }
    let is_name = |of: &str| of == "Role" || types.contains(&format!(" {of} of "));
    let misread = fields
        .iter()
        .zip(literal)
        .find(|((_, of), (_, how))| match *how {
            "whole" => !["u32", "usize"].contains(of),
            "spanInside" => *of != "Span",
            "name" => !is_name(of),
            how => how != "next",
        });
    misread.map(|(field, (_, how))| format!("{field:?} is read as {how}"))
}

/// `byMeaning` of `by_meaning`.
fn camel_case(name: &str) -> String {
    let mut words = name.split('_');
    let mut written = words.next().unwrap_or_default().to_owned();
    for word in words {
        written.push_str(&word[..1].to_ascii_uppercase());
        written.push_str(&word[1..]);
    }
    written
}

/// The fields of a struct with their types; none if there is no such struct.
fn fields<'b>(types: &'b str, name: &str) -> Vec<(&'b str, &'b str)> {
    let heads = [
        format!("struct {name} {{\n"),
        format!("struct {name}<T> {{\n"),
    ];
    let rest = heads.iter().find_map(|head| types.split_once(head));
    let body = rest.and_then(|(_, rest)| rest.split_once("\n}"));
    let field = |line: &'b str| {
        let (before, of) = line.split_once(": ").filter(|_| !line.contains("//"))?;
        let name = before.split_whitespace().last()?;
        let is_name = name.chars().all(|c| c.is_ascii_lowercase() || c == '_');
        is_name.then_some((name, of.trim_end_matches(',')))
    };
    let lines = body.map_or("", |(body, _)| body).lines();
    lines.filter_map(field).collect()
}

/// The literals of `wire.js` by the structs they are of: each field and the function that reads it.
fn literals(reader: &str) -> Vec<(&str, Vec<(&str, &str)>)> {
    let block = reader
        .split_once("const literals = {")
        .map(|(_, rest)| rest);
    let block = block.and_then(|rest| rest.split_once("\n  };"));
    let mut found: Vec<(&str, Vec<(&str, &str)>)> = Vec::new();
    for line in block.map_or("", |(block, _)| block).lines() {
        let named = line.trim_start().split_once(": ");
        let head = named.filter(|(name, _)| name.starts_with(|c: char| c.is_ascii_uppercase()));
        if let Some((struct_name, body)) = head {
            found.push((struct_name, calls(body)));
        } else if let Some((_, fields)) = found.last_mut() {
            fields.extend(calls(line));
        }
    }
    found
}

/// The fields in a part of a literal that are read by a call: `left` and `next` in `{ left: next() }`.
fn calls(code: &str) -> Vec<(&str, &str)> {
    let is_name = |text: &str| text.chars().all(|c| c.is_ascii_alphabetic());
    let parts = code.split([',', '{']);
    let fields = parts.filter_map(|part| {
        let (name, rest) = part.split_once(": ")?;
        let (how, _) = rest.split_once("()")?;
        Some((name.trim(), how))
    });
    fields
        .filter(|(name, how)| is_name(name) && is_name(how))
        .collect()
}

#[test]
fn stale_literals_are_found() {
    let types = "names!(\n    Grade of passages::Grade: Edited\n);\n\
                 pub struct Mark {\n    /// Doc: of it.\n    pub(super) at: u32,\n    span: Span,\n    \
                 grade: Grade,\n    in_other: Option<usize>,\n}\n";
    let reader =
        |body: &str| format!("  const literals = {{\n    Mark: () => ({{{body}}}),\n  }};\n");
    let told = |body: &str| {
        let reader = reader(body);
        let literals = literals(&reader);
        assert_eq!(literals.len(), 1, "{body}");
        stale(types, literals[0].0, &literals[0].1)
    };
    let right = " at: whole(), span: spanInside(), grade: name(), inOther: next() ";
    assert_eq!(told(right), None);
    for (part, by) in [
        (", inOther: next()", ""),
        ("inOther: next()", "inOther: whole()"),
        (
            "span: spanInside(), grade: name()",
            "grade: name(), span: spanInside()",
        ),
        ("at: whole()", "at: name()"),
        ("spanInside", "name"),
        ("grade", "degree"),
    ] {
        assert!(told(&right.replace(part, by)).is_some(), "{part} as {by}");
    }
    assert!(stale(types, "Other", &[("at", "whole")]).is_some());
}

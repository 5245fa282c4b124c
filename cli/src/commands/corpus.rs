//! Finds all pairs of a collection that share something, on all cores.

use std::{
    fs::{self, File},
    io::{self, BufRead, BufReader},
    path::{Path, PathBuf},
    process::ExitCode,
};

use serde_json::{Value, json};
use twicetold::{Library, Options, compare, export::Source, passages::Passage};

use super::pairs::json_line;
use crate::{
    Failure,
    arguments::Corpus,
    input,
    ordered::{self, Answer},
};

pub fn run(given: &Corpus) -> Result<ExitCode, Failure> {
    let options = given.equality.options();
    let reading = ordered::progress("{spinner} {human_pos} articles read, {elapsed}", None);
    let mut collection = Collection::new(&options);
    let take = |id: Value, text: String| {
        collection.take(id, text);
        reading.inc(1);
    };
    read(&given.collection, take)?;
    reading.finish_and_clear();
    let Collection { ids, library } = collection;
    let candidates = library.candidates();
    if !candidates.complete {
        input::warn("a limit of work was met, so that pairs may be missing");
    }
    if given.candidates {
        return list(&ids, candidates.pairs());
    }
    let template = "{bar:30} {human_pos} of {human_len} articles, {elapsed}, {eta} left";
    let progress = ordered::progress(template, Some(ids.len() as u64));
    let pair = |(left, right): (usize, usize)| Answer {
        text: related(&library, &ids, (left, right), &options),
        done: true,
        position: left as u64,
    };
    ordered::run(given.threads, candidates.pairs(), pair, &progress)?;
    progress.finish_and_clear();
    Ok(ExitCode::SUCCESS)
}

/// The articles, each by the number of its place, and their ids.
struct Collection {
    ids: Vec<Value>,
    library: Library,
}

impl Collection {
    fn new(options: &Options) -> Self {
        Self {
            ids: Vec::new(),
            library: Library::new(options.clone()),
        }
    }

    fn take(&mut self, id: Value, text: String) {
        self.library.set(&name(self.ids.len()), text, &[]);
        self.ids.push(id);
    }
}

/// A library is in order of its names.
fn name(place: usize) -> String {
    format!("{place:010}")
}

/// The line of a pair; nothing if no passage of it counts.
fn related(
    library: &Library,
    ids: &[Value],
    (left, right): (usize, usize),
    options: &Options,
) -> String {
    let text = |place: usize| library.text(&name(place)).unwrap_or_default();
    let comparison = compare(text(left), text(right), options);
    if !comparison.passages.iter().any(Passage::is_shared) {
        return String::new();
    }
    let found = json_line(&Source::new(&comparison, options));
    format!("{{\"left\":{},\"right\":{},{found}", ids[left], ids[right])
}

/// Writes the ids of pairs alone.
fn list(ids: &[Value], pairs: impl Iterator<Item = (usize, usize)>) -> Result<ExitCode, Failure> {
    let lines = pairs.map(|(left, right)| {
        let pair = json!({ "left": ids[left], "right": ids[right] });
        format!("{pair}\n")
    });
    input::print(lines.collect::<String>().as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

/// Gives all articles of a folder, in order of their paths, or of a file, in order of its lines.
fn read(collection: &Path, mut take: impl FnMut(Value, String)) -> Result<(), Failure> {
    let fails = |error: io::Error| format!("{}: {error}", collection.display());
    if collection == Path::new("-") {
        return read_lines(io::stdin().lock(), take);
    }
    if !fs::metadata(collection).map_err(fails)?.is_dir() {
        let file = File::open(collection).map_err(fails)?;
        return read_lines(BufReader::new(file), take);
    }
    let mut files = Vec::new();
    list_files(collection, &mut files)?;
    // By their parts, so that the order is the same wherever folders are written with another sign.
    files.sort();
    for file in files {
        let text = input::text(&file)?;
        let inside = file.strip_prefix(collection).unwrap_or(&file);
        let parts = inside.iter().map(|part| part.to_string_lossy());
        take(parts.collect::<Vec<_>>().join("/").into(), text);
    }
    Ok(())
}

/// The files of a folder and of the folders in it; those whose names begin with a dot aside. Links are not followed.
fn list_files(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let fails = |error: io::Error| format!("{}: {error}", folder.display());
    for entry in fs::read_dir(folder).map_err(fails)? {
        let entry = entry.map_err(fails)?;
        let kind = entry.file_type().map_err(fails)?;
        if entry.file_name().as_encoded_bytes().starts_with(b".") {
            continue;
        }
        if kind.is_dir() {
            list_files(&entry.path(), files)?;
        } else if kind.is_file() {
            files.push(entry.path());
        }
    }
    Ok(())
}

/// Gives the articles of `{"id", "text"}` lines; an empty line is none.
fn read_lines(lines: impl BufRead, mut take: impl FnMut(Value, String)) -> Result<(), Failure> {
    for (number, line) in (1..).zip(lines.lines()) {
        let fails = |what: &dyn std::fmt::Display| format!("line {number}: {what}");
        let line = line.map_err(|error| fails(&error))?;
        if line.trim().is_empty() {
            continue;
        }
        let mut article: Value = serde_json::from_str(input::unmarked(number, &line))
            .map_err(|error| fails(&format!("no JSON: {error}")))?;
        // A line may be a list or a number, too, which have no fields to take.
        let mut field = |name: &str| article.get_mut(name).map(Value::take).unwrap_or_default();
        let Value::String(text) = field("text") else {
            return Err(fails(&"text must be a text"));
        };
        let id = field("id");
        take(if id.is_null() { number.into() } else { id }, text);
    }
    Ok(())
}

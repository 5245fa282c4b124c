//! Finds all pairs of a collection that share something, on all cores.

use std::{
    collections::HashSet,
    fs::{self, File},
    io::{self, BufRead, BufReader},
    path::{Path, PathBuf},
    process::ExitCode,
};

use indicatif::ProgressBar;
use serde_json::Value;
use twicetold::{Library, Options, Sides, compare, export::Source, passages::Passage};

use super::pairs::json_line;
use crate::{
    COULD_NOT, Failure,
    arguments::Corpus,
    input,
    lines::{self, Fields},
    meaning::Collected,
    ordered::{self, Answer},
    shown,
};

pub fn run(given: &Corpus) -> Result<ExitCode, Failure> {
    if given.candidates && given.meaning.meaning.is_some() {
        return Err("--meaning makes no difference to --candidates: which pairs are compared follows from their words".to_owned());
    }
    let options = given.equality.options();
    let encoder = given.meaning.read()?;
    let collection = read(&given.collection, &options)?;
    let Collection { ids, library, .. } = &collection;
    let ended = match collection.left_out {
        0 => ExitCode::SUCCESS,
        _ => ExitCode::from(COULD_NOT),
    };
    let candidates = library.candidates();
    if !candidates.complete {
        input::warn("a limit of work was met, so that pairs may be missing");
    }
    if given.candidates {
        return list(ids, candidates.pairs()).map(|()| ended);
    }
    let template = "{bar:30} {human_pos} of {human_len} articles, {elapsed}, {eta} left";
    let meaning = Collected::new(encoder, ids.len());
    let progress = ordered::progress(template, Some(ids.len() as u64));
    let pair = |(left, right): (usize, usize)| Answer {
        text: related(&collection, (left, right), &options, &meaning),
        done: true,
        position: left as u64,
    };
    ordered::run(given.threads, candidates.pairs(), pair, &progress)?;
    progress.finish_and_clear();
    Ok(ended)
}

/// Articles that are left out and told each; of more only how many.
const MOST_TOLD: usize = 20;

/// The articles, each by the number of its place, and their ids.
struct Collection {
    /// As JSON.
    ids: Vec<String>,
    /// The same; of texts the words, however they are written.
    known: HashSet<String>,
    library: Library,
    /// How many articles were left out.
    left_out: usize,
    reading: ProgressBar,
}

impl Collection {
    fn new(options: &Options) -> Self {
        Self {
            ids: Vec::new(),
            known: HashSet::new(),
            library: Library::new(options.clone()),
            left_out: 0,
            reading: ordered::progress("{spinner} {human_pos} articles read, {elapsed}", None),
        }
    }

    /// Takes an article, or says why it is left out.
    fn take(&mut self, article: Result<(String, String), Failure>) {
        match article {
            Ok((id, text)) => {
                self.library.set(&name(self.ids.len()), text, &[]);
                self.ids.push(id);
                self.reading.inc(1);
            }
            Err(failure) => {
                self.left_out += 1;
                if self.left_out <= MOST_TOLD {
                    self.warn(&format!("left out: {failure}"));
                }
            }
        }
    }

    /// Tells what no single article says, at the end.
    fn conclude(&self, from: &Path) {
        if let Some(more) = self
            .left_out
            .checked_sub(MOST_TOLD)
            .filter(|more| *more > 0)
        {
            self.warn(&format!("left out: {more} more"));
        }
        match (self.ids.len(), self.left_out) {
            (0, 0) => self.warn(&format!("{}: there is no article in it", shown::path(from))),
            (0, _) => self.warn(&format!(
                "{}: nothing in it is an article: it takes a folder of texts, or a file of {{\"id\", \"text\"}} lines",
                shown::path(from)
            )),
            _ => {}
        }
        self.reading.finish_and_clear();
    }

    fn warn(&self, what: &str) {
        self.reading.suspend(|| input::warn(what));
    }

    /// The id, if no other article has it.
    fn fresh(&mut self, id: String) -> Result<String, Failure> {
        let words = serde_json::from_str::<String>(&id).map(|words| Value::from(words).to_string());
        match self.known.insert(words.unwrap_or_else(|_| id.clone())) {
            true => Ok(id),
            false => Err(format!("an article before it has the id {id}")),
        }
    }
}

/// A library is in order of its names.
fn name(place: usize) -> String {
    format!("{place:010}")
}

/// The line of a pair; nothing if no passage of it counts.
fn related(
    Collection { library, ids, .. }: &Collection,
    (left, right): (usize, usize),
    options: &Options,
    meaning: &Collected,
) -> String {
    let text = |place: usize| library.text(&name(place)).unwrap_or_default();
    let articles = Sides::new((left, text(left)), (right, text(right)));
    let options = &meaning.options(options, articles);
    let comparison = compare(text(left), text(right), options);
    if !comparison.passages.iter().any(Passage::is_shared) {
        return String::new();
    }
    let found = json_line(&Source::new(&comparison, options));
    format!("{{\"left\":{},\"right\":{},{found}", ids[left], ids[right])
}

/// Writes the ids of pairs alone.
fn list(ids: &[String], pairs: impl Iterator<Item = (usize, usize)>) -> Result<(), Failure> {
    let line = |(left, right): (usize, usize)| {
        let (left, right) = (&ids[left], &ids[right]);
        format!("{{\"left\":{left},\"right\":{right}}}\n")
    };
    let lines = pairs.map(line);
    input::print(lines.collect::<String>().as_bytes())
}

/// All articles of a folder, in order of their paths, or of a file, in order of its lines. Fails where none can be read.
fn read(from: &Path, options: &Options) -> Result<Collection, Failure> {
    let fails = |error: io::Error| format!("{}: {error}", shown::path(from));
    let mut collection = Collection::new(options);
    if from == Path::new("-") {
        read_lines(io::stdin().lock(), &mut collection)?;
    } else if fs::metadata(from).map_err(fails)?.is_dir() {
        read_folder(from, &mut collection)?;
    } else {
        let file = File::open(from).map_err(fails)?;
        read_lines(BufReader::new(file), &mut collection)?;
    }
    collection.conclude(from);
    Ok(collection)
}

fn read_folder(folder: &Path, collection: &mut Collection) -> Result<(), Failure> {
    let mut files = Vec::new();
    list_files(folder, &mut files, collection)?;
    // By their parts, so that the order is the same wherever folders are written with another sign.
    files.sort();
    for file in files {
        let inside = file.strip_prefix(folder).unwrap_or(&file);
        let parts = inside.iter().map(|part| part.to_string_lossy());
        let id = parts.collect::<Vec<_>>().join("/");
        let article = input::text(&file).and_then(|text| {
            let fails = |what| format!("{}: {what}", shown::path(&file));
            let id = Value::from(id).to_string();
            Ok((collection.fresh(id).map_err(fails)?, text))
        });
        collection.take(article);
    }
    Ok(())
}

/// The files of a folder and of the folders in it; those whose names begin with a dot aside. Links to files are
/// read; what is none, and a folder in it that cannot be read, is left out and told.
fn list_files(
    folder: &Path,
    files: &mut Vec<PathBuf>,
    collection: &mut Collection,
) -> Result<(), Failure> {
    let fails = |error: io::Error| format!("{}: {error}", shown::path(folder));
    for entry in fs::read_dir(folder).map_err(fails)? {
        let entry = entry.map_err(fails)?;
        let kind = entry.file_type().map_err(fails)?;
        if entry.file_name().as_encoded_bytes().starts_with(b".") {
            continue;
        }
        if kind.is_dir() {
            if let Err(failure) = list_files(&entry.path(), files, collection) {
                collection.take(Err(failure));
            }
        } else if kind.is_file() || fs::metadata(entry.path()).is_ok_and(|file| file.is_file()) {
            files.push(entry.path());
        } else {
            let path = entry.path();
            let path = shown::path(&path);
            collection.take(Err(format!(
                "{path}: neither a file nor a folder nor a link to a file"
            )));
        }
    }
    Ok(())
}

/// The articles of `{"id", "text"}` lines; an empty line is none. Fails where no further line can be read.
fn read_lines(mut from: impl BufRead, collection: &mut Collection) -> Result<(), Failure> {
    for number in 1.. {
        let fails = |what: Failure| format!("line {number}: {what}");
        let line = lines::next(&mut from).map_err(|error| fails(error.to_string()))?;
        let Some(line) = line else { break };
        if line
            .as_ref()
            .is_ok_and(|line| lines::is_empty(number, line))
        {
            continue;
        }
        let article = line.and_then(|line| article(number, &line));
        let article = article.and_then(|(id, text)| Ok((collection.fresh(id)?, text)));
        collection.take(article.map_err(fails));
    }
    Ok(())
}

/// The id and the text of a line.
fn article(number: u64, line: &str) -> Result<(String, String), Failure> {
    let fields = Fields::of(number, line)?;
    let id = fields
        .id()
        .map_or_else(|| number.to_string(), str::to_owned);
    Ok((id, fields.text("text")?))
}

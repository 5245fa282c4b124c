//! Compares two articles, and shows or saves what was found.

use std::{fs, io::IsTerminal, path::Path, process::ExitCode};

use clap::ValueEnum;
use twicetold::{
    Comparison, Options, Sides, compare,
    export::{self, Format, Source},
};

use super::facts::wordless;
use crate::{
    Failure,
    arguments::{Colour, Compare, Form},
    clock,
    input::{self, Article},
    page,
    paint::Painter,
    shown,
};

/// Columns of text where no terminal says how many it has.
const COLUMNS: u16 = 100;

/// What is asked for with an option.
type IsGiven = fn(&Compare) -> bool;

/// Options that mean something to one form alone.
const FOR_ONE_FORM: [(&str, Form, IsGiven); 4] = [
    ("--side-by-side", Form::Text, |given| given.side_by_side),
    ("--width", Form::Text, |given| given.width.is_some()),
    ("--author", Form::Docx, |given| given.author.is_some()),
    ("--page", Form::Html, |given| given.page.is_some()),
];

pub fn run(given: &Compare) -> Result<ExitCode, Failure> {
    check(given)?;
    let mut articles = input::read(&given.articles)?;
    if let Some(file) = &given.about {
        input::describe(&mut articles, file)?;
    }
    let texts = articles.as_ref().map(|article| article.text.as_str());
    let options = given
        .meaning
        .read()?
        .options(&given.equality.options(), &texts);
    let made = given.made.clone().unwrap_or_else(clock::now);
    let written = match name(given.format) {
        None => {
            let page = given.page.as_deref();
            page::with_articles(page, &articles, &options, &made)?.into_bytes()
        }
        Some(name) => {
            let comparison = compare(&articles.left.text, &articles.right.text, &options);
            if let Some(what) = wordless(&comparison) {
                input::warn(what);
            }
            let source = source(given, &articles, &options, &comparison, &made);
            match painter(given) {
                Some(painter) => painted(&painter, given, &source).into_bytes(),
                None => Format::named(name)
                    .map(|format| format.write(&source))
                    .unwrap_or_default(),
            }
        }
    };
    put(given, &written)?;
    Ok(ExitCode::SUCCESS)
}

/// Refuses what goes not together, before anything is read or written.
fn check(given: &Compare) -> Result<(), Failure> {
    let without_effect = FOR_ONE_FORM
        .iter()
        .find(|(_, form, is_given)| *form != given.format && is_given(given));
    if let Some((option, form, _)) = without_effect {
        let form = form.to_possible_value();
        let form = form.as_ref().map_or("", |form| form.get_name());
        return Err(format!("{option} is for --format {form} alone"));
    }
    if given.format == Form::Html && given.meaning.meaning.is_some() {
        return Err(
            "--meaning is for all forms but html: give the page its model file there".to_owned(),
        );
    }
    let Some(output) = given.file() else {
        return Ok(());
    };
    let folder = output.parent().filter(|folder| *folder != Path::new(""));
    if let Some(folder) = folder.filter(|folder| !folder.is_dir()) {
        let (output, folder) = (shown::path(output), shown::path(folder));
        return Err(format!("{output}: there is no folder {folder}"));
    }
    let articles = [&given.articles.left, &given.articles.right];
    let articles = articles.into_iter().filter(|path| *path != Path::new("-"));
    let mut read = articles
        .chain(&given.about)
        .chain(&given.page)
        .chain(&given.meaning.meaning);
    match read.find(|path| input::is_same_file(path, output)) {
        Some(path) => Err(format!(
            "{} would be written over {}, which is read: name another file with -o",
            shown::path(output),
            shown::path(path)
        )),
        None => Ok(()),
    }
}

/// What the engine calls a form; none for the page.
fn name(form: Form) -> Option<&'static str> {
    Some(match form {
        Form::Text => "text",
        Form::Json => "json",
        Form::JsonLine => "json-line",
        Form::Csv => "csv",
        Form::CsvFacts => "csv-facts",
        Form::Docx => "docx",
        Form::Tei => "tei",
        Form::Annotation => "annotation",
        Form::Markdown => "markdown",
        Form::Html => return None,
    })
}

fn source<'a>(
    given: &'a Compare,
    articles: &'a Sides<Article>,
    options: &'a Options,
    comparison: &'a Comparison<'a>,
    made: &'a str,
) -> Source<'a> {
    Source {
        articles: articles.as_ref().map(Article::about),
        made,
        author: given.author.as_deref(),
        language: given.said.language(),
        ..Source::new(comparison, options)
    }
}

/// Whether the reader and the terminal want colours.
fn takes_colours() -> bool {
    let is_refused = std::env::var_os("NO_COLOR").is_some_and(|set| !set.is_empty());
    !is_refused && std::env::var_os("TERM").is_none_or(|kind| kind != "dumb")
}

/// What paints the text: none where it goes as it is, into a file or to another program.
fn painter(given: &Compare) -> Option<Painter> {
    let to_terminal = given.file().is_none() && std::io::stdout().is_terminal();
    let coloured = match given.color {
        Colour::Always => true,
        Colour::Never => false,
        Colour::Auto => to_terminal && takes_colours(),
    };
    let asked = to_terminal || coloured || given.side_by_side || given.width.is_some();
    if given.format != Form::Text || !asked {
        return None;
    }
    let terminal = || terminal_size::terminal_size().filter(|_| to_terminal);
    let columns = given
        .width
        .or_else(|| Some(terminal()?.0.0))
        .unwrap_or(COLUMNS);
    Some(Painter {
        columns: usize::from(columns),
        coloured,
        language: given.said.language(),
    })
}

fn painted(painter: &Painter, given: &Compare, source: &Source<'_>) -> String {
    let tracks = export::tracks(source.comparison);
    let mut written = painter.lines(&export::head(source));
    written.push('\n');
    written += &if given.side_by_side {
        painter.columns(&tracks)
    } else {
        painter.texts(&tracks)
    };
    if !source.comparison.complete {
        written += &format!("{}\n", painter.language.phrase("form-limit", &[]));
    }
    written
}

fn put(given: &Compare, written: &[u8]) -> Result<(), Failure> {
    match given.file() {
        Some(file) => {
            fs::write(file, written).map_err(|error| format!("{}: {error}", shown::path(file)))
        }
        None if given.format == Form::Docx && std::io::stdout().is_terminal() => {
            Err("a DOCX file is nothing to read in a terminal: name a file with -o".to_owned())
        }
        None => input::print(written),
    }
}

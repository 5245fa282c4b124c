//! Who says what in the five articles that the page brings along, read and judged by hand: `tests/statements.txt` has a
//! block for each statement that more than one article has, with the sentence of each article. `~` stands before what
//! says this besides something else.
//!
//! `UPDATE=1 cargo test --test statements` writes it anew. Read the difference before committing it.

use std::{fs, path::Path};

use twicetold::{
    Library, Options,
    library::{PairLinks, Statement},
    passages::Grade,
    span::Sides,
};

/// The articles by their names, in order.
fn articles() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/articles");
    let mut paths: Vec<_> = fs::read_dir(folder)
        .expect("the folder can be read")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    paths.sort();
    let article = |path: &std::path::PathBuf| {
        let name = path.file_stem().expect("a name").to_string_lossy();
        let text = fs::read_to_string(path).expect("an article can be read");
        (name.into_owned(), text)
    };
    paths.iter().map(article).collect()
}

fn library(articles: &[(String, String)]) -> (Library, Vec<PairLinks>) {
    let mut library = Library::new(Options::default());
    for (name, text) in articles {
        library.set(name, text.clone(), &[]);
    }
    let mut pairs = Vec::new();
    for right in 0..articles.len() {
        for left in 0..right {
            let found = library.overlap(&articles[left].0, &articles[right].0, &[]);
            let links = found.expect("both are there").links;
            let articles = Sides::new(left, right);
            pairs.push(PairLinks { articles, links });
        }
    }
    (library, pairs)
}

fn block(articles: &[(String, String)], library: &Library, row: &Statement) -> String {
    let mut out = String::new();
    for cell in &row.cells {
        let (name, text) = &articles[cell.article];
        let span = library.sentences(name).expect("it is there")[cell.sentence];
        let words: Vec<&str> = text[span.range()].split_whitespace().collect();
        let grade = match cell.grade {
            None => "own",
            Some(Grade::Verbatim) => "verbatim",
            Some(Grade::Edited) => "edited",
            Some(_) => "reworded",
        };
        let besides = if cell.also { "~" } else { "" };
        let line = format!(
            "{besides}{} {grade}: {}\n",
            cell.article + 1,
            words.join(" ")
        );
        out.push_str(&line);
    }
    out
}

#[test]
fn statements_of_the_sample_are_as_judged() {
    let articles = articles();
    assert_eq!(articles.len(), 5);
    let (library, pairs) = library(&articles);
    let names: Vec<&str> = articles.iter().map(|(name, _)| name.as_str()).collect();
    let rows = library.statements(&names, &pairs, None);
    let several = rows.iter().filter(|row| row.cells.len() > 1);
    let blocks = several.map(|row| block(&articles, &library, row));
    let found = blocks.collect::<Vec<_>>().join("\n");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/statements.txt");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(path, found).expect("the file can be written");
        return;
    }
    let expected = fs::read_to_string(path).expect("the file can be read");
    assert_eq!(found, expected);
}

/// What holds of every table: each sentence that says something has one row of its own, no row has an article twice, and
/// no order of reading takes a row away.
#[test]
fn each_sentence_has_one_row() {
    let articles = articles();
    let (library, pairs) = library(&articles);
    let names: Vec<&str> = articles.iter().map(|(name, _)| name.as_str()).collect();
    let sorted = |base: Option<usize>| {
        let mut own: Vec<Vec<(usize, usize)>> = Vec::new();
        for row in library.statements(&names, &pairs, base) {
            let articles: Vec<usize> = row.cells.iter().map(|cell| cell.article).collect();
            assert!(articles.is_sorted_by(|a, b| a < b), "{row:?}");
            let own_cell = row.cells.iter().find(|cell| cell.article == row.article);
            assert!(
                own_cell.is_some_and(|cell| cell.sentence == row.sentence && cell.grade.is_none())
            );
            let members = row.cells.iter().filter(|cell| !cell.also);
            own.push(members.map(|cell| (cell.article, cell.sentence)).collect());
        }
        own.sort();
        own
    };
    let all = sorted(None);
    let mut sentences: Vec<_> = all.iter().flatten().collect();
    let count = sentences.len();
    sentences.sort();
    sentences.dedup();
    assert_eq!(sentences.len(), count);
    for base in 0..names.len() {
        assert_eq!(sorted(Some(base)), all, "read along {base}");
    }
}

#[test]
fn facts_of_a_cell_are_those_of_the_comparison() {
    let mut library = Library::new(Options::default());
    library.set(
        "a",
        "Rain fell. Divers raised 12 bronze bells from the old ferry on Monday.".to_owned(),
        &[],
    );
    library.set(
        "b",
        "Divers raised 15 bronze bells from the old ferry on Monday. Snow fell.".to_owned(),
        &[],
    );
    let facts = library.facts("a", "b", &[]).expect("both are there");
    assert_eq!(facts.len(), 1);
    assert_eq!(facts[0].sentences, Sides::new(1, 0));
    assert!(library.facts("a", "gone", &[]).is_none());
}

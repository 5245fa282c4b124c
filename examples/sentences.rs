//! Prints the sentences of a text file, one a line, with the role of their paragraph before them.
//!
//! `cargo run --release --example sentences FILE`

#![allow(clippy::print_stdout, reason = "printing is what it is for")]

use std::{env, error::Error, fs};

use twicetold::{
    Options,
    document::{Document, Vocabulary},
};

fn main() -> Result<(), Box<dyn Error>> {
    let path = env::args().nth(1).ok_or("which file?")?;
    let text = fs::read_to_string(path)?;
    let document = Document::new(&text, &Options::default(), &mut Vocabulary::default());
    for paragraph in &document.paragraphs {
        for sentence in &document.sentences[paragraph.sentences.clone()] {
            let words: Vec<&str> = text[sentence.span.range()].split_whitespace().collect();
            println!("{:?}\t{}", paragraph.role, words.join(" "));
        }
    }
    Ok(())
}

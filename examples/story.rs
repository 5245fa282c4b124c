//! Prints what the comparison of two files means: the paragraph "In short", then the findings.
//!
//!     cargo run --release --example story -- LEFT.txt RIGHT.txt [LANGUAGE]

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "this is a program, and what it prints is its result"
)]

use std::process::ExitCode;

use twicetold::{
    Options, compare,
    story::{Language, tell},
};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (Some(left), Some(right)) = (arguments.first(), arguments.get(1)) else {
        eprintln!("usage: story LEFT.txt RIGHT.txt [LANGUAGE]");
        return ExitCode::from(2);
    };
    let language = match arguments.get(2) {
        None => Some(Language::default()),
        Some(code) => Language::of(code),
    };
    let Some(language) = language else {
        let codes: Vec<&str> = Language::codes().collect();
        eprintln!("LANGUAGE must be one of {}", codes.join(", "));
        return ExitCode::from(2);
    };
    let read =
        |path: &String| std::fs::read_to_string(path).map_err(|error| eprintln!("{path}: {error}"));
    let (Ok(left), Ok(right)) = (read(left), read(right)) else {
        return ExitCode::FAILURE;
    };
    let story = tell(&compare(&left, &right, &Options::default()), language);
    println!("{}", story.paragraph());
    for finding in &story.findings {
        println!("- {}", finding.text);
    }
    ExitCode::SUCCESS
}

//! The command line of Twicetold: files, threads and printing; everything about texts is the engine's.

mod arguments;
mod clock;
mod commands;
mod input;
mod lines;
mod markdown;
mod meaning;
mod ordered;
mod page;
mod paint;
mod pandoc;
mod shown;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};

/// What a program ends with that could not do what it was asked.
const COULD_NOT: u8 = 2;

/// What went wrong, in words for the reader.
type Failure = String;

fn main() -> ExitCode {
    let ended = match arguments().command {
        Command::Compare(given) => commands::compare::run(&given),
        Command::Facts(given) => commands::facts::run(&given),
        Command::Pairs(given) => commands::pairs::run(&given),
        Command::Corpus(given) => commands::corpus::run(&given),
        Command::Generate(given) => commands::generate::run(&given),
    };
    ended.unwrap_or_else(|failure| {
        input::warn(&failure);
        ExitCode::from(COULD_NOT)
    })
}

/// What the program was given. Where that is refused, it is told of the arguments as they may be shown.
fn arguments() -> Arguments {
    Arguments::try_parse().unwrap_or_else(|error| {
        let shown = std::env::args_os().map(|given| shown::escaped(&given.to_string_lossy()));
        let told = Arguments::try_parse_from(shown).err();
        told.unwrap_or(error).exit()
    })
}

//! Compares many pairs, a pair a line, on all cores.

use std::{io, process::ExitCode};

use serde_json::Value;
use twicetold::{
    Options, Sides, compare,
    export::{Format, Source},
};

use crate::{
    COULD_NOT, Failure,
    arguments::Pairs,
    lines::{self, Fields, Line},
    meaning::Encoder,
    ordered::{self, Answer},
};

pub fn run(given: &Pairs) -> Result<ExitCode, Failure> {
    let options = given.equality.options();
    let encoder = given.meaning.read()?;
    let progress = ordered::progress("{spinner} {human_pos} pairs, {per_sec}, {elapsed}", None);
    let work = |(number, line): (u64, Line)| answer(number, line, &options, &encoder);
    let all_pairs = ordered::run(given.threads, Lines::default(), work, &progress)?;
    progress.finish_and_clear();
    Ok(if all_pairs {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(COULD_NOT)
    })
}

/// The lines of standard input with something in them, each with its number from 1. Standard input is held only while one is
/// read: a lock cannot go to another thread.
#[derive(Default)]
struct Lines {
    read: u64,
    has_ended: bool,
}

impl Iterator for Lines {
    type Item = (u64, Line);

    fn next(&mut self) -> Option<Self::Item> {
        while !self.has_ended {
            self.read += 1;
            let line = match lines::next(&mut io::stdin().lock()) {
                Ok(Some(line)) => line,
                Ok(None) => return None,
                Err(error) => {
                    self.has_ended = true;
                    Err(error.to_string())
                }
            };
            let is_empty = |line: &String| lines::is_empty(self.read, line);
            if !line.as_ref().is_ok_and(is_empty) {
                return Some((self.read, line));
            }
        }
        None
    }
}

/// The answer to a line.
fn answer(position: u64, line: Line, options: &Options, encoder: &Encoder) -> Answer {
    let fails = |id: &str, what: &str| {
        let error = Value::from(format!("line {position}: {what}"));
        Answer {
            text: format!("{{\"id\":{id},\"error\":{error}}}\n"),
            done: false,
            position,
        }
    };
    let line = match line {
        Ok(line) => line,
        Err(what) => return fails("null", &what),
    };
    let fields = match Fields::of(position, &line) {
        Ok(fields) => fields,
        Err(what) => return fails("null", &what),
    };
    let id = fields.id().unwrap_or("null");
    let texts = fields
        .text("left")
        .and_then(|left| Ok((left, fields.text("right")?)));
    let (left, right) = match texts {
        Ok(texts) => texts,
        Err(what) => return fails(id, &what),
    };
    let options = encoder.options(options, &Sides::new(left.as_ref(), right.as_ref()));
    let comparison = compare(&left, &right, &options);
    let found = json_line(&Source::new(&comparison, &options));
    Answer {
        text: format!("{{\"id\":{id},{found}"),
        done: true,
        position,
    }
}

/// What was found, as a line of JSON without the brace before its fields.
pub fn json_line(source: &Source<'_>) -> String {
    let found = Format::named("json-line").map(|format| format.write(source));
    let found = String::from_utf8(found.unwrap_or_default()).unwrap_or_default();
    found.strip_prefix('{').unwrap_or(&found).to_owned()
}

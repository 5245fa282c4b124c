//! Compares many pairs, a pair a line, on all cores.

use std::{
    io::{self, BufRead},
    process::ExitCode,
};

use serde_json::{Value, json};
use twicetold::{
    Options, Sides, compare,
    export::{Format, Source},
};

use crate::{
    COULD_NOT, Failure,
    arguments::Pairs,
    input,
    meaning::Encoder,
    ordered::{self, Answer},
};

pub fn run(given: &Pairs) -> Result<ExitCode, Failure> {
    let options = given.equality.options();
    let encoder = given.meaning.read()?;
    let progress = ordered::progress("{spinner} {human_pos} pairs, {per_sec}, {elapsed}", None);
    let lines = Lines.enumerate();
    let work = |(number, line)| answer(number, line, &options, &encoder);
    let all_pairs = ordered::run(given.threads, lines, work, &progress)?;
    progress.finish_and_clear();
    Ok(if all_pairs {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(COULD_NOT)
    })
}

/// The lines of standard input, which is held only while one is read: a lock cannot go to another thread.
struct Lines;

impl Iterator for Lines {
    type Item = io::Result<String>;

    fn next(&mut self) -> Option<Self::Item> {
        io::stdin().lock().lines().next()
    }
}

/// The answer to a line.
fn answer(number: usize, line: io::Result<String>, options: &Options, encoder: &Encoder) -> Answer {
    let position = number as u64 + 1;
    let fails = |id: &Value, what: String| {
        let error = format!("line {position}: {what}");
        Answer {
            text: format!("{}\n", json!({ "id": id, "error": error })),
            done: false,
            position,
        }
    };
    let line = match line {
        Ok(line) => line,
        Err(error) => return fails(&Value::Null, error.to_string()),
    };
    let pair: Value = match serde_json::from_str(input::unmarked(position, &line)) {
        Ok(pair) => pair,
        Err(error) => return fails(&Value::Null, format!("no JSON: {error}")),
    };
    let id = &pair["id"];
    let (Some(left), Some(right)) = (pair["left"].as_str(), pair["right"].as_str()) else {
        return fails(id, "left and right must be texts".to_owned());
    };
    let options = encoder.options(options, &Sides::new(left, right));
    let comparison = compare(left, right, &options);
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

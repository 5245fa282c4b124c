//! Prints the comparison of two files as JSON, for people who study the engine and for profilers.
//!
//!     cargo run --release --example compare -- LEFT.txt RIGHT.txt [MIN_WORDS]
//!
//! Offsets are UTF-8 bytes, half-open; the texts of passages are given beside them.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "this is a program, and what it prints is its result"
)]

use std::process::ExitCode;

use serde_json::{Value, json};
use twicetold::{
    Comparison, Options,
    alignment::Row,
    compare,
    diff::Change,
    passages::{Passage, Region},
    span::{Side, Sides, Span},
};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (Some(left), Some(right)) = (arguments.first(), arguments.get(1)) else {
        eprintln!("usage: compare LEFT.txt RIGHT.txt [MIN_WORDS]");
        return ExitCode::from(2);
    };
    let mut options = Options::default();
    if let Some(words) = arguments.get(2) {
        match words.parse() {
            Ok(number) if Options::MIN_WORDS.contains(&number) => options.min_words = number,
            _ => {
                eprintln!("MIN_WORDS must be a whole number from 2 to 100, not {words}");
                return ExitCode::from(2);
            }
        }
    }
    let read =
        |path: &String| std::fs::read_to_string(path).map_err(|error| eprintln!("{path}: {error}"));
    let (Ok(left), Ok(right)) = (read(left), read(right)) else {
        return ExitCode::FAILURE;
    };
    println!("{:#}", whole(&compare(&left, &right, &options)));
    ExitCode::SUCCESS
}

fn whole(comparison: &Comparison<'_>) -> Value {
    json!({
        "regions": comparison.regions.iter().map(region).collect::<Vec<_>>(),
        "passages": comparison.passages.iter().map(|found| passage(comparison, found)).collect::<Vec<_>>(),
        "rows": comparison.rows.iter().map(|found| row(comparison, found)).collect::<Vec<_>>(),
        "complete": comparison.complete,
    })
}

fn span(span: Span) -> Value {
    json!([span.start, span.end])
}

fn region(region: &Region) -> Value {
    json!({
        "left": span(region.spans.left),
        "right": span(region.spans.right),
        "kind": format!("{:?}", region.kind),
        "strong": region.strong,
        "weight": region.weight,
    })
}

fn passage(comparison: &Comparison<'_>, passage: &Passage) -> Value {
    let text = |side: Side| &comparison.documents.get(side).text[passage.spans.get(side).range()];
    json!({
        "left": span(passage.spans.left),
        "right": span(passage.spans.right),
        "left_text": text(Side::Left),
        "right_text": text(Side::Right),
        "grade": format!("{:?}", passage.grade),
        "substance": format!("{:?}", passage.substance),
        "common": passage.common,
        "moved": passage.moved,
        "quotation": passage.quotation,
        "region": passage.region,
        "primary": passage.primary,
        "changes": passage.changes.iter().map(change).collect::<Vec<_>>(),
    })
}

fn row(comparison: &Comparison<'_>, row: &Row) -> Value {
    let stretch = |side: Side| {
        let sentences = &comparison.documents.get(side).sentences[row.sentences.get(side).clone()];
        let (first, last) = (sentences.first()?, sentences.last()?);
        Some(span(first.span.to(last.span)))
    };
    let Sides { left, right } = Sides::new(Side::Left, Side::Right).map(stretch);
    json!({
        "left": left,
        "right": right,
        "kind": format!("{:?}", row.kind),
        "passages": row.passages,
        "changes": row.changes.iter().map(change).collect::<Vec<_>>(),
    })
}

fn change(change: &Change) -> Value {
    json!({
        "operation": format!("{:?}", change.operation),
        "kind": format!("{:?}", change.kind),
        "left": span(change.spans.left),
        "right": span(change.spans.right),
    })
}

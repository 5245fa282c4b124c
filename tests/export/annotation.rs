//! Web Annotation: every stretch is found again by its quote alone, wherever lines break, and by its place.

use serde_json::Value;
use twicetold::span::Side;

use crate::{Pair, texts};

pub fn holds(pair: &Pair<'_>) {
    let written: Value = serde_json::from_str(&pair.text("annotation")).expect("it is JSON");
    let items = written["first"]["items"].as_array().expect("a list");
    assert_eq!(written["total"], items.len());
    let comparison = &pair.comparison;
    let (passages, facts) = (&comparison.passages, &comparison.facts.differences);
    let spans = passages
        .iter()
        .map(|one| one.spans)
        .chain(facts.iter().map(|one| one.spans));
    assert_eq!(items.len(), passages.len() + facts.len());
    let lines = pair.texts.map(texts::in_one_line);
    for (item, spans) in items.iter().zip(spans) {
        for (at, side) in Side::BOTH.into_iter().enumerate() {
            let selectors = &item["target"][at]["selector"];
            let words = &pair.texts.get(side)[spans.get(side).range()];
            let exact = found(&selectors[0], lines.get(side));
            if !spans.get(side).is_empty() {
                assert_eq!(exact, texts::in_one_line(words), "{:?}", pair.texts);
            }
            assert_eq!(at_place(&selectors[1], pair.texts.get(side)), exact);
        }
    }
}

/// What a quote names in a text; fails if it names nothing, or two places.
fn found<'s>(selector: &'s Value, line: &str) -> &'s str {
    let part = |name: &str| selector[name].as_str().expect("a text");
    let (prefix, exact, suffix) = (part("prefix"), part("exact"), part("suffix"));
    assert_eq!(texts::in_one_line(exact), exact);
    let quote = format!("{prefix}{exact}{suffix}");
    let starts = line.char_indices().map(|(at, _)| at);
    let places = starts.filter(|&at| line[at..].starts_with(&quote)).count();
    assert_eq!(places, 1, "{quote:?} in {line:?}");
    exact
}

/// The words at a place, in code points.
fn at_place(selector: &Value, text: &str) -> String {
    let offset = |name: &str| selector[name].as_u64().expect("a number") as usize;
    let (start, end) = (offset("start"), offset("end"));
    let words: String = text.chars().skip(start).take(end - start).collect();
    texts::in_one_line(&words)
}

#[test]
fn a_place_counts_code_points_and_a_source_is_an_address() {
    let left = "😀 Nine boats waited outside the bar until the morning.";
    let written: Value =
        serde_json::from_str(&Pair::new(left, &left[5..]).text("annotation")).expect("it is JSON");
    let target = &written["first"]["items"][0]["target"];
    assert_eq!(target[0]["selector"][1]["start"], 2);
    assert_eq!(target[0]["source"], "https://example.org/lamp?a=1&b=2");
    assert_eq!(target[1]["source"], "right%20side.txt");
}

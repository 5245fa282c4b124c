//! Tracked changes: accepting all gives the right text, refusing all the left one.

use std::{collections::BTreeMap, time::Instant};

use twicetold::span::{Side, Sides};

use crate::{
    Pair,
    read::{Part, unzip, xml},
    texts,
};

pub fn holds(pair: &Pair<'_>) {
    let parts = document(pair);
    ranges_hold(&parts);
    let expected = pair.paragraphs();
    for side in Side::BOTH {
        let wanted: Vec<String> = expected
            .get(side)
            .iter()
            .map(|one| texts::in_xml(one))
            .collect();
        let read = read(&parts, side, "");
        assert_eq!(read, wanted, "{side:?} of {:?}", pair.texts);
    }
}

fn document(pair: &Pair<'_>) -> Vec<Part> {
    let entries = unzip(&pair.bytes("docx"));
    let text = |name: &str| String::from_utf8(entries[name].clone()).expect("it is UTF-8");
    for name in entries.keys() {
        xml(&text(name));
    }
    xml(&text("word/document.xml"))
}

/// The paragraphs of the document when all changes are accepted (right) or refused (left), with `joint` where two are joined.
fn read(parts: &[Part], side: Side, joint: &str) -> Vec<String> {
    let dropped: &[&str] = match side {
        Side::Left => &["w:ins", "w:moveTo"],
        Side::Right => &["w:del", "w:moveFrom"],
    };
    let (mut paragraphs, mut paragraph, mut open) = (Vec::new(), String::new(), Vec::new());
    let mut ends = true;
    for part in parts {
        match part {
            Part::Begin(name, _) => {
                let in_mark = open.last() == Some(&"w:rPr");
                if in_mark && dropped.contains(&name.as_str()) {
                    ends = false;
                }
                let is_read = !open.iter().any(|name| dropped.contains(name));
                if name == "w:tab" && is_read {
                    paragraph.push('\t');
                }
                open.push(name.as_str());
            }
            Part::Text(text) => {
                let deleted = open.contains(&"w:del");
                let element = if deleted { "w:delText" } else { "w:t" };
                assert_eq!(open.last(), Some(&element), "{text}");
                if !open.iter().any(|name| dropped.contains(name)) {
                    paragraph.push_str(text);
                }
            }
            Part::End(name) => {
                open.pop();
                match name.as_str() {
                    "w:p" if std::mem::replace(&mut ends, true) => {
                        paragraphs.push(texts::in_one_line(&std::mem::take(&mut paragraph)));
                    }
                    "w:p" => paragraph.push_str(joint),
                    _ => {}
                }
            }
        }
    }
    paragraphs.push(texts::in_one_line(&paragraph));
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
}

/// Each change and range has a number of its own, each range ends, and each move has a range on both sides.
fn ranges_hold(parts: &[Part]) {
    let mut seen = BTreeMap::new();
    let mut names: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for part in parts {
        let Part::Begin(name, attributes) = part else {
            continue;
        };
        let Some(id) = attributes.get("w:id") else {
            continue;
        };
        if let Some(start) = name.strip_suffix("End") {
            assert_eq!(
                seen.insert(id, ""),
                Some(start),
                "a range ends that is not open"
            );
            continue;
        }
        assert_eq!(attributes["w:author"], "A. <Reader> & \"Co\"");
        let times = ["2031-05-12T10:00:00Z", "2031-05-12T10:02:00Z"];
        assert!(times.contains(&attributes["w:date"].as_str()));
        let range = name.strip_suffix("Start").unwrap_or("");
        assert_eq!(seen.insert(id, range), None, "a number stands twice");
        if !range.is_empty() {
            names.entry(&attributes["w:name"]).or_default().push(range);
        }
    }
    assert!(
        seen.values().all(|open| open.is_empty()),
        "a range does not end"
    );
    for (name, mut ranges) in names {
        ranges.sort_unstable();
        assert_eq!(ranges, ["w:moveFromRange", "w:moveToRange"], "{name}");
    }
}

/// The names of the elements that hold text, with the text.
fn runs(parts: &[Part]) -> Vec<(String, String)> {
    let (mut open, mut runs) = (Vec::new(), Vec::new());
    for part in parts {
        match part {
            Part::Begin(name, _) => open.push(name.clone()),
            Part::End(_) => drop(open.pop()),
            Part::Text(text) => {
                let change = open.iter().find(|name| {
                    ["w:ins", "w:del", "w:moveFrom", "w:moveTo"].contains(&name.as_str())
                });
                runs.push((change.cloned().unwrap_or_default(), text.clone()));
            }
        }
    }
    runs
}

const MOVED: &str = "Nine boats waited outside the bar until the grey morning came";
const STAYS: &str =
    "The lamp on Gull Rock went out on Monday night. Its keeper rowed ashore for oil at dawn.";
const STAYS_TOO: &str =
    "The harbour board meets on Thursday to speak about the keeper, the oil and the old tower.";

#[test]
fn what_moved_is_a_move_and_its_edits_stand_inside() {
    let left = format!("{MOVED}.\n\n{STAYS}\n\n{STAYS_TOO}");
    let right = format!(
        "{STAYS}\n\n{STAYS_TOO}\n\n{}.",
        MOVED.replace("grey", "cold")
    );
    let runs = runs(&document(&Pair::new(&left, &right)));
    let of = |change: &str| -> Vec<&str> {
        let of = runs.iter().filter(|(name, _)| name == change);
        of.map(|(_, text)| text.trim())
            .filter(|text| !text.is_empty())
            .collect()
    };
    assert_eq!(of("w:moveFrom"), of("w:moveTo"));
    assert_eq!(
        of("w:moveTo"),
        [
            "Nine boats waited outside the bar until the",
            "morning came."
        ]
    );
    assert!(
        of("w:del").contains(&"grey") && of("w:ins").contains(&"cold"),
        "{runs:?}"
    );
}

#[test]
fn words_are_tracked_and_white_space_is_not() {
    let text = format!("{STAYS} {STAYS_TOO} {MOVED}.");
    let left = texts::wrapped(&text, 60).replace(" Gull", "\u{a0} Gull");
    let right = text.replace("Monday", "Tuesday");
    let pair = Pair::new(&left, &right);
    assert_eq!(
        pair.paragraphs().map(|paragraphs| paragraphs.len()),
        Sides::new(1, 1)
    );
    let runs = runs(&document(&pair));
    let changes: Vec<_> = runs.iter().filter(|(name, _)| !name.is_empty()).collect();
    let change = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    assert_eq!(
        changes,
        [&change("w:del", "Monday"), &change("w:ins", "Tuesday")]
    );
}

/// Two seconds are asked for, of an optimised build.
#[test]
#[ignore = "takes long: make test-pandoc"]
fn a_hundred_thousand_words_are_written_in_time() {
    let (mut left, mut right) = (String::new(), String::new());
    for seed in 0.. {
        let (one, two) = texts::versions(seed);
        left += &one;
        right += &two;
        if left.split_whitespace().count() > 100_000 {
            break;
        }
    }
    let options = twicetold::Options::default();
    let comparison = twicetold::compare(&left, &right, &options);
    let source = twicetold::export::Source::new(&comparison, &options);
    let format = twicetold::export::Format::named("docx").expect("there is such a form");
    let start = Instant::now();
    let bytes = format.write(&source).len();
    assert!(bytes > left.len());
    assert!(start.elapsed().as_secs() < 2, "{:?}", start.elapsed());
}

/// pandoc puts a blank where it joins paragraphs: it falls where the text has white space, not before a comma.
#[test]
fn paragraphs_are_joined_where_there_is_white_space() {
    for (left, right) in texts::JOINED {
        for (left, right) in [(left, right), (right, left)] {
            let pair = Pair::new(left, right);
            let parts = document(&pair);
            for side in Side::BOTH {
                let read = read(&parts, side, " ").join("\n");
                assert_eq!(read, pair.paragraphs().get(side).join("\n"), "{side:?}");
            }
        }
    }
}

/// The last insertion of a paragraph and the first of the next, with the kept mark between them, are two.
#[test]
fn insertions_around_a_kept_mark_have_two_times() {
    let added = "It was dark.";
    let left = format!("{STAYS}\n\n{STAYS_TOO}\n\n{MOVED}.");
    let right = format!("{STAYS} {added}\n\nToday {STAYS_TOO} {added}\n\nThen {MOVED}.");
    let parts = document(&Pair::new(&left, &right));
    let (mut times, mut open) = (Vec::new(), Vec::new());
    for part in &parts {
        match part {
            Part::Begin(name, attributes) => {
                if name == "w:ins" && !open.contains(&"w:rPr") {
                    times.push(&attributes["w:date"][14..16]);
                }
                open.push(name.as_str());
            }
            Part::End(_) => drop(open.pop()),
            Part::Text(_) => {}
        }
    }
    assert_eq!(times, ["00", "02", "00", "02"]);
}

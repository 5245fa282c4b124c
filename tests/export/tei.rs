//! TEI: the reading of each witness is its text, and the elements stand where TEI lets them.

use std::collections::BTreeMap;

use twicetold::span::Side;

use crate::{
    Pair,
    read::{Part, xml},
    texts,
};

/// Which elements may stand in which, of those that are written: an excerpt of `tei_all`, by hand.
const INSIDE: [(&str, &[&str]); 16] = [
    ("TEI", &["teiHeader", "text"]),
    ("teiHeader", &["fileDesc", "encodingDesc"]),
    ("fileDesc", &["titleStmt", "publicationStmt", "sourceDesc"]),
    ("titleStmt", &["title"]),
    ("publicationStmt", &["p"]),
    ("sourceDesc", &["listWit"]),
    ("listWit", &["witness"]),
    ("witness", &["bibl"]),
    ("bibl", &["title", "author", "publisher", "date", "ref"]),
    ("encodingDesc", &["variantEncoding"]),
    ("text", &["body"]),
    ("body", &["p", "app"]),
    ("p", &["app", "seg"]),
    ("app", &["rdg"]),
    ("rdg", &["p", "seg", "milestone"]),
    ("seg", &[]),
];

pub fn holds(pair: &Pair<'_>) {
    let parts = xml(&pair.text("tei"));
    structure_holds(&parts);
    let expected = pair.paragraphs();
    for side in Side::BOTH {
        let wanted: Vec<String> = expected
            .get(side)
            .iter()
            .map(|one| texts::in_xml(one))
            .collect();
        assert_eq!(
            reading(&parts, side),
            wanted,
            "{side:?} of {:?}",
            pair.texts
        );
    }
}

fn structure_holds(parts: &[Part]) {
    let mut open: Vec<&str> = Vec::new();
    let (mut ids, mut references, mut paragraphs) = (BTreeMap::new(), Vec::new(), 0);
    for part in parts {
        match part {
            Part::Begin(name, attributes) => {
                if let Some(outer) = open.last() {
                    let allowed = INSIDE.iter().find(|(name, _)| name == outer);
                    let allowed = allowed.map(|(_, inner)| *inner).unwrap_or_default();
                    assert!(allowed.contains(&name.as_str()), "{name} in {outer}");
                }
                paragraphs += usize::from(name == "p" && open.last() == Some(&"body"));
                // A paragraph stands in no paragraph.
                assert!(name != "p" || !open.contains(&"p"));
                if let Some(id) = attributes.get("xml:id") {
                    assert_eq!(ids.insert(id.clone(), ()), None, "{id} stands twice");
                }
                let names = ["wit", "corresp"]
                    .iter()
                    .filter_map(|name| attributes.get(*name));
                references.extend(names.cloned());
                open.push(name);
            }
            Part::End(_) => drop(open.pop()),
            Part::Text(text) => {
                let outer = open.last().copied().unwrap_or_default();
                let mixed = [
                    "p",
                    "rdg",
                    "seg",
                    "title",
                    "author",
                    "publisher",
                    "date",
                    "ref",
                ];
                assert!(
                    mixed.contains(&outer) || text.trim().is_empty(),
                    "{text:?} in {outer}"
                );
            }
        }
    }
    assert!(paragraphs > 0, "a body without a paragraph");
    for reference in references {
        assert!(
            ids.contains_key(&reference[1..]),
            "{reference} names nothing"
        );
    }
}

/// The paragraphs of a witness.
fn reading(parts: &[Part], side: Side) -> Vec<String> {
    let other = if side == Side::Left {
        "#right"
    } else {
        "#left"
    };
    let (mut in_body, mut skipped, mut depth) = (false, None, 0);
    let mut paragraphs = vec![String::new()];
    for part in parts {
        match part {
            Part::Begin(name, attributes) => {
                depth += 1;
                in_body |= name == "body";
                if name == "rdg" && attributes["wit"] == other {
                    skipped = Some(depth);
                }
                if in_body && skipped.is_none() && (name == "p" || name == "milestone") {
                    paragraphs.push(String::new());
                }
            }
            Part::End(_) => {
                if skipped == Some(depth) {
                    skipped = None;
                }
                depth -= 1;
            }
            Part::Text(text) => {
                if let Some(last) = paragraphs
                    .last_mut()
                    .filter(|_| in_body && skipped.is_none())
                {
                    last.push_str(text);
                }
            }
        }
    }
    let paragraphs = paragraphs
        .iter()
        .map(|paragraph| texts::in_one_line(paragraph));
    paragraphs
        .filter(|paragraph| !paragraph.is_empty())
        .collect()
}

#[test]
fn a_paragraph_that_one_witness_has_stands_whole_in_its_reading() {
    let (a, b, c) = (
        "The lamp on Gull Rock went out on Monday.",
        "Nine boats waited outside the bar until morning.",
        "The board of the harbour meets on Thursday.",
    );
    let left = format!("{a}\n\n{b}\n\n{c}");
    let right = format!("{a}\n\n{}", c.replace("Thursday", "Friday"));
    let written = Pair::new(&left, &right).text("tei");
    let body = written
        .split("<body>\n")
        .nth(1)
        .and_then(|rest| rest.split("</body>").next());
    let expected = format!(
        "<p>{a}</p>\n<app><rdg wit=\"#left\"><p>{b}</p></rdg><rdg wit=\"#right\"/></app>\n<p>The board of the harbour meets on \
         <app><rdg wit=\"#left\">Thursday</rdg><rdg wit=\"#right\">Friday</rdg></app>.</p>\n"
    );
    assert_eq!(body, Some(&*expected));
}

/// Pairs of which the documents are held against the schema.
const PAIRS: u64 = 100;

#[test]
#[ignore = "needs xmllint and the schema of TEI: make test-tei"]
fn documents_are_valid_against_tei_all() {
    let schema = std::env::var("TEI_SCHEMA").expect("TEI_SCHEMA names tei_all.rng");
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("tei");
    std::fs::create_dir_all(&folder).expect("a folder");
    let mut paths = Vec::new();
    for seed in 0..PAIRS {
        let (left, right) = texts::versions(seed);
        let path = folder.join(format!("pair-{seed}.xml"));
        std::fs::write(&path, Pair::new(&left, &right).bytes("tei")).expect("it is written");
        paths.push(path);
    }
    let output = std::process::Command::new("xmllint")
        .args(["--noout", "--relaxng", &schema])
        .args(&paths)
        .output()
        .expect("xmllint is installed");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}");
    assert_eq!(told.matches(" validates").count() as u64, PAIRS);
    std::fs::remove_dir_all(&folder).expect("the folder is there");
}

//! Pandoc as the referee of tracked changes: `make test-pandoc`.

use std::{fs, path::Path, process::Command};

use twicetold::span::Side;

use crate::{Pair, texts};

/// Pairs that pandoc is asked about.
const PAIRS: u64 = 200;

#[test]
#[ignore = "asks pandoc: make test-pandoc"]
fn pandoc_accepts_the_right_text_and_refuses_to_the_left_one() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let mut differing = 0;
    let joined = texts::JOINED.map(|(left, right)| (left.to_owned(), right.to_owned()));
    let turned = joined.clone().map(|(left, right)| (right, left));
    let pairs = (0..PAIRS).map(texts::versions).chain(joined).chain(turned);
    for (seed, (left, right)) in pairs.enumerate() {
        let path = folder.join(format!("pair-{seed}.docx"));
        let pair = Pair::new(&left, &right);
        fs::write(&path, pair.bytes("docx")).expect("the file is written");
        let expected = pair.paragraphs();
        for (side, changes) in [(Side::Left, "reject"), (Side::Right, "accept")] {
            let read = read(&path, changes);
            for (read, wanted) in read.iter().zip(expected.get(side)) {
                assert_eq!(read, wanted, "{changes} of pair {seed}");
            }
            assert_eq!(
                read.len(),
                expected.get(side).len(),
                "{changes} of pair {seed}"
            );
        }
        differing += usize::from(expected.left != expected.right);
        fs::remove_file(&path).expect("the file is there");
    }
    assert!(differing > PAIRS as usize / 2, "the pairs differ");
}

/// The paragraphs of a document, as pandoc reads them.
fn read(path: &Path, changes: &str) -> Vec<String> {
    let output = Command::new("pandoc")
        .arg(format!("--track-changes={changes}"))
        .args(["--from=docx", "--to=plain", "--wrap=none"])
        .arg(path)
        .output()
        .expect("pandoc is installed");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let text = String::from_utf8(output.stdout).expect("it is UTF-8");
    let paragraphs = text.split("\n\n").map(texts::in_one_line);
    paragraphs
        .filter(|paragraph| !paragraph.is_empty())
        .collect()
}

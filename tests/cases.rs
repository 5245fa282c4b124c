//! Every folder in `tests/cases` is a specification: `left.txt` and `right.txt` are compared, and
//! `expected.txt` is what a reader should be shown, in the notation of `notation`. `verdicts.txt`, where there is one, is
//! what the reader said of matches, a line each: `no match: left text | right text` or `belongs: left text | right text`,
//! of which the first place in each text is meant. Folders in
//! `known` hold today's wrong answer, and in `wanted.txt` the right one: a test fails as soon as
//! one of them comes out right, so that it can be moved to the others.
//!
//! `UPDATE=1 cargo test --test cases` writes the expected files anew, and the list of folders that the browsers get.
//! Read the difference before committing it.

mod notation;

use std::{
    fs,
    path::{Path, PathBuf},
};

use twicetold::{
    Options, Verdict, VerdictKind,
    span::{Sides, Span},
};

fn folders(of: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(of);
    let mut folders: Vec<PathBuf> = fs::read_dir(root)
        .map(|entries| entries.flatten().map(|entry| entry.path()).collect())
        .unwrap_or_default();
    folders.retain(|folder| folder.join("left.txt").is_file());
    folders.sort();
    folders
}

fn read(folder: &Path, name: &str) -> String {
    let path = folder.join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn verdicts(folder: &Path, texts: &Sides<String>) -> Vec<Verdict> {
    if !folder.join("verdicts.txt").is_file() {
        return Vec::new();
    }
    let find = |text: &str, part: &str| {
        let start = text.find(part.trim());
        let start = start.unwrap_or_else(|| panic!("{}: no text {part}", folder.display()));
        Span::new(start, start + part.trim().len())
    };
    let verdict = |line: &str| {
        let (kind, spans) = line.split_once(": ").expect("a kind of verdict");
        let (left, right) = spans.split_once(" | ").expect("a text on each side");
        Verdict {
            kind: match kind {
                "no match" => VerdictKind::Refused,
                "belongs" => VerdictKind::Pinned,
                other => panic!("{}: no verdict {other}", folder.display()),
            },
            spans: Sides::new(find(&texts.left, left), find(&texts.right, right)),
        }
    };
    read(folder, "verdicts.txt").lines().map(verdict).collect()
}

/// Compares a folder with its expected file; a message if they differ.
fn check(folder: &Path) -> Option<String> {
    let texts = Sides::new(read(folder, "left.txt"), read(folder, "right.txt"));
    let options = Options {
        verdicts: verdicts(folder, &texts),
        ..Options::default()
    };
    let found = notation::write(&texts.left, &texts.right, &options);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(folder.join("expected.txt"), &found).expect("the folder can be written");
        return None;
    }
    let expected = read(folder, "expected.txt");
    (found != expected).then(|| {
        format!(
            "{}\n--- expected\n{expected}\n--- found\n{found}",
            folder.display()
        )
    })
}

#[test]
fn cases_come_out_as_expected() {
    let folders = folders("tests/cases");
    assert!(!folders.is_empty(), "no cases were found");
    let wrong: Vec<String> = folders.iter().filter_map(|folder| check(folder)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn known_mistakes_are_still_made() {
    for folder in folders("tests/cases/known") {
        if let Some(message) = check(&folder) {
            panic!("{message}");
        }
        assert_ne!(
            read(&folder, "expected.txt"),
            read(&folder, "wanted.txt"),
            "{} comes out right now: move it to tests/cases",
            folder.display()
        );
    }
}

/// The list of folders in `tests/boundary/cases.rs` is that of `tests/cases`.
#[test]
fn browsers_get_every_case() {
    const LIST: (&str, &str) = ("= cases! {\n", "};\n");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let names = ["cases", "cases/known"].into_iter().flat_map(|of| {
        let folders = folders(&format!("tests/{of}")).into_iter();
        folders.map(|folder| folder.strip_prefix(root.join("cases")).map(Path::to_owned))
    });
    let lines = names.map(|name| {
        let name = name.expect("a folder of tests/cases");
        format!(
            "    \"{}\"\n",
            name.display().to_string().replace('\\', "/")
        )
    });
    let wanted: String = lines.collect();
    let path = root.join("boundary/cases.rs");
    let source = fs::read_to_string(&path).expect("the list can be read");
    let (head, rest) = source.split_once(LIST.0).expect("a list");
    let (listed, tail) = rest.split_once(LIST.1).expect("a list");
    if std::env::var_os("UPDATE").is_some() {
        let written = [head, LIST.0, &wanted, LIST.1, tail].concat();
        fs::write(&path, written).expect("the list can be written");
        return;
    }
    assert_eq!(
        listed, wanted,
        "write the list anew: UPDATE=1 cargo test --test cases"
    );
}

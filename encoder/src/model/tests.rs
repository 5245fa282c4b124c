use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;
use crate::synthetic::{contents, seal};

/// What the small file holds, made once.
static CONTENTS: LazyLock<Vec<u8>> = LazyLock::new(contents);

fn small() -> Vec<u8> {
    seal(1, &CONTENTS)
}

fn model() -> Model {
    Model::read(small()).unwrap()
}

fn error(file: Vec<u8>) -> Option<FileError> {
    Model::read(file).err()
}

fn cosine(left: &[f32], right: &[f32]) -> f32 {
    left.iter().zip(right).map(|(a, b)| a * b).sum()
}

#[test]
fn a_file_tells_what_it_is() {
    let model = model();
    let about = model.about();
    assert_eq!(
        (about.name.as_str(), about.licence.as_str()),
        ("small", "made up")
    );
    assert_eq!(
        (about.origin.as_str(), about.languages.len()),
        ("nowhere", 2)
    );
    assert_eq!(model.dimensions(), 8);
}

/// The same weights in the package that carries the real ones gave these vectors.
#[test]
fn vectors_are_those_of_the_reference() {
    for (sentence, pieces, wanted) in [
        (
            "the Cat",
            &["▁the", "▁cat"][..],
            [
                -0.107, 0.4956, 0.1821, -0.0478, 0.0112, 0.5678, -0.2837, -0.5518,
            ],
        ),
        (
            " A  dog",
            &["▁a", "▁", "dog"][..],
            [
                -0.4384, 0.1888, 0.2344, 0.3982, -0.3562, 0.2727, 0.4357, -0.4094,
            ],
        ),
        (
            "cat",
            &["▁cat"][..],
            [
                -0.0352, 0.5333, 0.2095, -0.2319, 0.0152, 0.5357, -0.2434, -0.5198,
            ],
        ),
    ] {
        let model = model();
        assert_eq!(model.pieces(sentence), pieces);
        let found = model.embed(sentence);
        let cosine = cosine(&found, &wanted);
        assert!(cosine > 0.9999, "{sentence}: {cosine}, {found:?}");
    }
}

#[test]
fn vectors_have_length_1_or_0() {
    let model = model();
    let long = "the cat ".repeat(2000);
    for sentence in ["the cat", "a dog", "x cat x", &long] {
        let vector = model.embed(sentence);
        assert!((cosine(&vector, &vector) - 1.0).abs() < 1e-5, "{sentence}");
    }
    for nothing in ["", " \t\n", "x", "xyz 123", "\u{2581}"] {
        assert_eq!(model.embed(nothing), [0.0; 8], "{nothing}");
    }
}

#[test]
fn other_files_are_foreign() {
    for file in [
        &b""[..],
        b"x",
        b"%PDF-1.7",
        b"twicetoldmeaninx and more",
        &[0; 100],
    ] {
        assert_eq!(error(file.to_vec()), Some(FileError::Foreign));
    }
}

#[test]
fn newer_files_are_named() {
    let file = seal(2, b"of another form");
    assert_eq!(error(file), Some(FileError::Newer { version: 2 }));
    let message = FileError::Newer { version: 2 }.to_string();
    assert!(
        message.contains("format 2") && message.contains("format 1"),
        "{message}"
    );
}

#[test]
fn every_shorter_file_is_truncated() {
    let file = small();
    for length in 1..file.len() {
        let found = length as u64;
        let expected = if length < 32 { 0 } else { file.len() as u64 };
        let wanted = FileError::Truncated { expected, found };
        assert_eq!(error(file[..length].to_vec()), Some(wanted));
    }
    assert_eq!(error([&file[..], b"x"].concat()), Some(FileError::Damaged));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Any changed byte is seen.
    #[test]
    fn changed_bytes_are_seen(at in 0_usize..100_000, change in 1_u8..) {
        let mut file = small();
        let at = at % file.len();
        file[at] ^= change;
        prop_assert!(error(file).is_some());
    }

    /// Contents that end too early are no model, though the checksum is theirs.
    #[test]
    fn cut_contents_are_inconsistent(at in 0_usize..100_000) {
        let contents = &CONTENTS;
        let found = error(seal(1, &contents[..at % contents.len()]));
        prop_assert!(matches!(found, Some(FileError::Inconsistent(_))), "{found:?}");
    }

    /// Whatever contents say, with a checksum that is theirs: they are refused, or make vectors of length 1 or 0.
    #[test]
    fn changed_contents_never_panic(changes in prop::collection::vec((0_usize..100_000, any::<u8>()), 1..4)) {
        let mut contents = CONTENTS.clone();
        for (at, byte) in changes {
            let at = at % contents.len();
            contents[at] = byte;
        }
        if let Ok(model) = Model::read(seal(1, &contents)) {
            let vector = model.embed("A cat, the dog");
            let length = cosine(&vector, &vector);
            prop_assert!(length == 0.0 || (length - 1.0).abs() < 1e-4, "{}", length);
        }
    }
}

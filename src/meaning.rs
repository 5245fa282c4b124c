//! Vectors of what sentences mean: made elsewhere, by a model that the engine does not know.

use std::sync::Arc;

/// The vectors of all sentences of a text, in the order of [`crate::sentences`].
///
/// Numbers are kept in 8 bits, so that every machine sums up the same.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Vectors {
    dimensions: usize,
    numbers: Arc<[i8]>,
}

/// What 1 is in 8 bits. Of a vector of length 1 no number is greater.
const ONE: f32 = 127.0;

impl Vectors {
    /// Takes vectors of length 1, one behind the other, each of `dimensions` numbers; zeros for a sentence of which nothing
    /// is known. What is left over at the end is left out.
    #[must_use]
    pub fn new(dimensions: usize, numbers: &[f32]) -> Self {
        let whole = numbers.chunks_exact(dimensions.max(1)).flatten();
        // What is no number becomes 0.
        let numbers = whole.map(|number| (number * ONE).round_ties_even() as i8);
        Self {
            dimensions,
            numbers: numbers.collect(),
        }
    }

    /// How many vectors there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.numbers.len() / self.dimensions.max(1)
    }

    /// Whether there is no vector.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.numbers.is_empty()
    }

    /// Numbers of a vector.
    #[must_use]
    pub fn dimensions(&self) -> usize {
        self.dimensions
    }

    /// The vector of a sentence.
    pub(crate) fn get(&self, sentence: usize) -> &[i8] {
        &self.numbers[sentence * self.dimensions..][..self.dimensions]
    }
}

#[cfg(test)]
mod tests {
    use super::Vectors;

    #[test]
    fn vectors_are_cut_at_their_dimensions() {
        let vectors = Vectors::new(2, &[1.0, 0.0, -0.6, 0.8, 0.5]);
        assert_eq!((vectors.len(), vectors.dimensions()), (2, 2));
        assert_eq!(vectors.get(1), [-76, 102]);
        assert!(Vectors::new(3, &[1.0, 0.0]).is_empty());
        assert!(Vectors::new(0, &[]).is_empty());
        assert_eq!(Vectors::new(1, &[f32::NAN]).get(0), [0]);
    }
}

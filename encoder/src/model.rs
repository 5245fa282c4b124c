//! A model file, taken apart, and what it makes of sentences.

use crate::{
    FileError,
    coded::Table,
    file::{self, Cursor},
    network::{Network, Sizes},
    normal::Rules,
    tokenizer,
    vocabulary::Vocabulary,
};

/// The most languages that a file may name: a bound on memory.
const MOST_LANGUAGES: usize = 1000;

/// What a file says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct About {
    /// The model's name.
    pub name: String,
    /// Its licence and whose it is, in a line.
    pub licence: String,
    /// Where its weights come from, in a line.
    pub origin: String,
    /// The languages that it knows, as BCP 47 writes them.
    pub languages: Vec<String>,
}

/// A model that turns sentences into vectors. It takes as much memory as its file, and about 12 MB more.
pub struct Model {
    file: Vec<u8>,
    about: About,
    dimensions: usize,
    rules: Rules,
    vocabulary: Vocabulary,
    embedding: Table,
    network: Network,
}

impl Model {
    /// Checks a model file and takes it apart; linear.
    ///
    /// # Errors
    ///
    /// Bytes that are no model file, or not all of one, or not as they were written, or of a younger format.
    pub fn read(file: Vec<u8>) -> Result<Self, FileError> {
        let mut from = file::open(&file)?;
        // The module is for those who have no encoder of their own.
        from.bytes()?;
        let about = About::read(&mut from)?;
        let sizes = Sizes::read(&mut from)?;
        let rules = Rules::read(&mut from)?;
        let vocabulary = Vocabulary::read(&mut from)?;
        let embedding = Table::read(&mut from, "the embedding")?;
        if embedding.rows() != vocabulary.len() || embedding.columns() != sizes.embedding {
            return Err(FileError::Inconsistent("the embedding"));
        }
        let network = Network::read(&mut from, &sizes)?;
        if from.place() != file.len() {
            return Err(FileError::Inconsistent("its length"));
        }
        let dimensions = sizes.dimensions;
        Ok(Self {
            file,
            about,
            dimensions,
            rules,
            vocabulary,
            embedding,
            network,
        })
    }

    /// What the file says of itself.
    #[must_use]
    pub fn about(&self) -> &About {
        &self.about
    }

    /// Numbers of a vector.
    #[must_use]
    pub fn dimensions(&self) -> usize {
        self.dimensions
    }

    /// The vector of a sentence, of length 1. Zeros if the model knows no part of the sentence. Of a very long one only the
    /// first 512 pieces are read.
    #[must_use]
    pub fn embed(&self, sentence: &str) -> Vec<f32> {
        let pieces = tokenizer::pieces(&self.vocabulary, &self.rules.apply(sentence));
        let unknown = self.vocabulary.unknown;
        let is_known = |&piece: &u32| piece != unknown && !self.vocabulary.is_blank(piece);
        if !pieces.iter().any(is_known) {
            return vec![0.0; self.dimensions];
        }
        let ends = [self.vocabulary.first, self.vocabulary.last];
        let pieces = ends[..1].iter().chain(&pieces).chain(&ends[1..]);
        let rows: Vec<f32> = pieces.flat_map(|&piece| self.row(piece)).collect();
        self.network.vector(&rows)
    }

    /// The pieces of a sentence as texts, without those at its ends.
    #[must_use]
    pub fn pieces(&self, sentence: &str) -> Vec<&str> {
        let pieces = tokenizer::pieces(&self.vocabulary, &self.rules.apply(sentence));
        let texts = pieces.into_iter().map(|piece| self.vocabulary.text(piece));
        texts.collect()
    }

    /// A piece's row of the embedding.
    fn row(&self, piece: u32) -> Vec<f32> {
        let (row, columns) = (piece as usize, self.embedding.columns());
        let block = self.embedding.block_of(row);
        let symbols = self.embedding.decode(&self.file, block);
        let start = (row - self.embedding.rows_of(block).start) * columns;
        let (scale, offset) = self.embedding.worth(row);
        let symbols = symbols[start..start + columns].iter();
        symbols
            .map(|&symbol| f32::from(symbol) * scale + offset)
            .collect()
    }
}

impl About {
    fn read(from: &mut Cursor<'_>) -> Result<Self, FileError> {
        let (name, licence, origin) = (from.text()?, from.text()?, from.text()?);
        let count = from.count(MOST_LANGUAGES)?;
        let languages: Result<_, _> = (0..count).map(|_| from.text()).collect();
        Ok(Self {
            name,
            licence,
            origin,
            languages: languages?,
        })
    }
}

#[cfg(test)]
mod tests;

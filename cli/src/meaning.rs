//! What sentences mean, from the model file that the reader names.

use std::{fs, path::Path, sync::OnceLock};

use clap::Args;
use twicetold::{Options, Sides, meaning::Vectors};
use twicetold_encoder::Model;

use crate::{Failure, shown};

/// The model file.
#[derive(Debug, Args)]
pub struct Given {
    /// A model of meaning, twicetold.meaning: sentences in other words are found too, beside what their words say
    #[arg(long, value_name = "FILE")]
    pub meaning: Option<std::path::PathBuf>,
}

impl Given {
    /// Reads the model, if one is named.
    pub fn read(&self) -> Result<Encoder, Failure> {
        let model = self.meaning.as_deref().map(model).transpose()?;
        Ok(Encoder(model))
    }
}

fn model(path: &Path) -> Result<Model, Failure> {
    let fails = |what: &dyn std::fmt::Display| format!("{}: {what}", shown::path(path));
    let file = fs::read(path).map_err(|error| fails(&error))?;
    Model::read(file).map_err(|error| fails(&error))
}

/// The model; without one nothing has a meaning.
pub struct Encoder(Option<Model>);

impl Encoder {
    /// The options for two texts, with what their sentences mean.
    pub fn options(&self, options: &Options, texts: &Sides<&str>) -> Options {
        let vectors = texts.map(|text| self.vectors(text));
        with(options, vectors.left, vectors.right)
    }

    fn vectors(&self, text: &str) -> Option<Vectors> {
        let model = self.0.as_ref()?;
        let sentences = twicetold::sentences(text).into_iter();
        let numbers: Vec<f32> = sentences
            .flat_map(|sentence| model.embed(&text[sentence.range()]))
            .collect();
        Some(Vectors::new(model.dimensions(), &numbers))
    }
}

fn with(options: &Options, left: Option<Vectors>, right: Option<Vectors>) -> Options {
    Options {
        meaning: left.zip(right).map(|(left, right)| Sides::new(left, right)),
        ..options.clone()
    }
}

/// What the articles of a collection mean: of each it is found out once, when a pair first needs it.
pub struct Collected {
    encoder: Encoder,
    vectors: Vec<OnceLock<Option<Vectors>>>,
}

impl Collected {
    pub fn new(encoder: Encoder, articles: usize) -> Self {
        Self {
            encoder,
            vectors: (0..articles).map(|_| OnceLock::new()).collect(),
        }
    }

    /// The options for two articles, by their places and with their texts.
    pub fn options(&self, options: &Options, articles: Sides<(usize, &str)>) -> Options {
        let vectors = articles.map(|(place, text)| {
            let vectors = self.vectors[place].get_or_init(|| self.encoder.vectors(text));
            vectors.clone()
        });
        with(options, vectors.left, vectors.right)
    }
}

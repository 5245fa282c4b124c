//! Sentences as vectors of their meaning, from a model file.
//!
//! ```text
//! bytes → file → model          text → normal → vocabulary → tokenizer → network → vector
//! ```
//!
//! [`Model::read`] checks a file and takes it apart; [`Model::embed`] turns a sentence into a vector of unit length. The
//! cosine of two sentences is the sum of the products of their vectors. The same file and sentence give the same bits
//! natively and as WebAssembly.
//!
//! ```no_run
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let model = twicetold_encoder::Model::read(std::fs::read("twicetold.meaning")?)?;
//! let [ferry, boat] = ["The ferry is late.", "Das Boot kommt später."].map(|text| model.embed(text));
//! let cosine: f32 = ferry.iter().zip(&boat).map(|(left, right)| left * right).sum();
//! # Ok(())
//! # }
//! ```
//!
//! The network is that of the Universal Sentence Encoder, multilingual, version 3 (Yang et al. 2019,
//! <https://arxiv.org/abs/1907.04307>): pieces of words, three convolutions over them, an average, and a few dense layers.
//! The file's form is described in [`mod@file`].

mod checksum;
mod coded;
mod error;
pub mod file;
mod lanes;
mod layer;
mod model;
mod network;
mod normal;
#[cfg(test)]
mod synthetic;
mod tokenizer;
mod vocabulary;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub use error::FileError;
pub use model::{About, Model};

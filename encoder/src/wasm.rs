//! The boundary to JavaScript: bytes and sentences in, numbers out.

use wasm_bindgen::prelude::*;

use crate::Model;

/// A model, ready for sentences.
#[wasm_bindgen]
pub struct Encoder(Model);

#[wasm_bindgen]
impl Encoder {
    /// Takes a model file. Throws an `Error` whose message tells readers what is wrong with the file.
    #[wasm_bindgen(constructor)]
    pub fn new(file: Vec<u8>) -> Result<Encoder, JsError> {
        Ok(Self(Model::read(file)?))
    }

    /// The vectors of sentences, one behind the other: [`Encoder::dimensions`] numbers each, of length 1, or all zeros for a
    /// sentence that the model knows nothing of. Hand over a few sentences at a time to be able to stop in between.
    pub fn embed(&self, sentences: Vec<String>) -> Vec<f32> {
        let vectors = sentences.iter().map(|sentence| self.0.embed(sentence));
        vectors.collect::<Vec<_>>().concat()
    }

    /// Numbers of a vector.
    #[wasm_bindgen(getter)]
    pub fn dimensions(&self) -> usize {
        self.0.dimensions()
    }

    /// The model's name.
    #[wasm_bindgen(getter)]
    pub fn name(&self) -> String {
        self.0.about().name.clone()
    }

    /// Its licence and whose it is, in a line.
    #[wasm_bindgen(getter)]
    pub fn licence(&self) -> String {
        self.0.about().licence.clone()
    }

    /// Where its weights come from, in a line.
    #[wasm_bindgen(getter)]
    pub fn origin(&self) -> String {
        self.0.about().origin.clone()
    }

    /// The languages that it knows, as BCP 47 writes them.
    #[wasm_bindgen(getter)]
    pub fn languages(&self) -> Vec<String> {
        self.0.about().languages.clone()
    }
}

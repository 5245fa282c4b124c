//! The boundary of the module that a model file carries. Whoever calls it may be older or younger than the file, so it asks for
//! nothing from outside, and takes and gives numbers and bytes alone:
//!
//! 1. `room(bytes)` makes a buffer and gives its address. The caller writes the model file there.
//! 2. `open()` takes the buffer as model file and gives 0, or 1 if the file is none that it can use.
//! 3. `dimensions()` are the numbers of a vector.
//! 4. `room(bytes)` again, for sentences in UTF-8, each ended by a zero byte.
//! 5. `embed()` takes the buffer as sentences and gives the address of their vectors, one behind the other, as `f32`: of length
//!    1, or all zeros for a sentence that the model knows nothing of. They stay until the next call.
//!
//! Hand over a few sentences at a time to be able to stop in between.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;

use crate::Model;

#[derive(Default)]
struct State {
    buffer: Vec<u8>,
    model: Option<Model>,
    vectors: Vec<f32>,
}

thread_local! {
    static STATE: RefCell<State> = RefCell::default();
}

/// A buffer of so many bytes in place of the one before: its address.
#[wasm_bindgen]
pub fn room(bytes: u32) -> u32 {
    STATE.with_borrow_mut(|state| {
        state.buffer = vec![0; bytes as usize];
        state.buffer.as_ptr().addr() as u32
    })
}

/// Takes the buffer as model file: 0, or 1 if it is none that can be used.
#[wasm_bindgen]
pub fn open() -> u32 {
    STATE.with_borrow_mut(|state| {
        let file = std::mem::take(&mut state.buffer);
        state.model = Model::read(file).ok();
        u32::from(state.model.is_none())
    })
}

/// Numbers of a vector; 0 without a model.
#[wasm_bindgen]
pub fn dimensions() -> u32 {
    STATE.with_borrow(|state| state.model.as_ref().map_or(0, Model::dimensions) as u32)
}

/// Takes the buffer as sentences, each ended by a zero byte: the address of their vectors.
#[wasm_bindgen]
pub fn embed() -> u32 {
    STATE.with_borrow_mut(|state| {
        let sentences = std::mem::take(&mut state.buffer);
        let model = state.model.as_ref();
        state.vectors = model.map_or_else(Vec::new, |model| vectors(model, &sentences));
        state.vectors.as_ptr().addr() as u32
    })
}

fn vectors(model: &Model, sentences: &[u8]) -> Vec<f32> {
    let sentences = sentences.split_inclusive(|&byte| byte == 0);
    sentences
        .flat_map(|sentence| {
            let sentence = sentence.strip_suffix(&[0]).unwrap_or(sentence);
            model.embed(&String::from_utf8_lossy(sentence))
        })
        .collect()
}

//! Many articles at once, as JavaScript sees them.

use serde::Serialize;
use tsify::Tsify;
use wasm_bindgen::prelude::*;

use super::{
    options::{read_line_overrides, read_options, read_verdicts},
    wire::by_field,
};
use crate::{library, span};

/// Articles, each by a name, that are compared under the same options. Each is taken apart once, when it
/// comes in. Free it when it is no longer needed.
#[wasm_bindgen]
pub struct Library(library::Library);

#[wasm_bindgen]
impl Library {
    /// A library without articles. `options` are those of `compare`, and so are its errors. Verdicts and line
    /// overrides in them are not used: they belong to pairs and articles.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: JsValue,
    ) -> Result<Library, JsError> {
        Ok(Self(library::Library::new(read_options(
            &options,
            &span::Sides::default(),
        )?)))
    }

    /// Takes an article in, in place of the one of that name if there is one. `lineOverrides` are what the reader
    /// decided about its lines, none when not given. Throws an `Error` that names what is wrong with them.
    pub fn set(
        &mut self,
        name: &str,
        text: String,
        #[wasm_bindgen(unchecked_optional_param_type = "LineOverride[]")] line_overrides: JsValue,
    ) -> Result<(), JsError> {
        let line_overrides = read_line_overrides("lineOverrides", line_overrides)?;
        self.0.set(name, text, &line_overrides);
        Ok(())
    }

    /// Takes an article out; false if there is none of that name.
    pub fn remove(&mut self, name: &str) -> bool {
        self.0.remove(name)
    }

    /// How many words two articles share, both ways: what the summary of `compare` says of their texts. `verdicts` are
    /// what the reader said of the pair, none when not given. Throws an `Error` when there is no article of one of the
    /// names, and one that names what is wrong with the verdicts.
    #[wasm_bindgen(unchecked_return_type = "Overlap")]
    pub fn overlap(
        &self,
        left: &str,
        right: &str,
        #[wasm_bindgen(unchecked_optional_param_type = "Verdict[]")] verdicts: JsValue,
    ) -> Result<JsValue, JsError> {
        let verdicts = self.verdicts(left, right, verdicts)?;
        let found = self
            .0
            .overlap(left, right, &verdicts)
            .ok_or_else(|| self.missing(left, right));
        by_field(&overlap(&found?))
    }

    /// In which other articles the passages of `compare` of two articles stand as well. `verdicts` and errors are those
    /// of `overlap`.
    #[wasm_bindgen(unchecked_return_type = "Elsewhere")]
    pub fn elsewhere(
        &self,
        left: &str,
        right: &str,
        #[wasm_bindgen(unchecked_optional_param_type = "Verdict[]")] verdicts: JsValue,
    ) -> Result<JsValue, JsError> {
        let verdicts = self.verdicts(left, right, verdicts)?;
        let found = self
            .0
            .elsewhere(left, right, &verdicts)
            .ok_or_else(|| self.missing(left, right))?;
        by_field(&elsewhere(&found))
    }

    /// Verdicts on two articles; none when not given.
    fn verdicts(
        &self,
        left: &str,
        right: &str,
        given: JsValue,
    ) -> Result<Vec<crate::Verdict>, JsError> {
        let text = |name: &str| self.0.text(name).ok_or_else(|| self.missing(left, right));
        let texts = span::Sides::new(text(left)?, text(right)?);
        read_verdicts("verdicts", given, &texts)
    }

    fn missing(&self, left: &str, right: &str) -> JsError {
        let name = if self.0.has(left) { right } else { left };
        JsError::new(&format!("there is no article {name}"))
    }
}

/// How many words a text shares with another. Words in boilerplate count nowhere.
#[derive(Tsify, Serialize)]
pub struct Share {
    /// All words.
    words: usize,
    /// Words in verbatim passages.
    verbatim: usize,
    /// Words in edited passages, but in no verbatim one.
    edited: usize,
    /// Words in reworded passages, but in none of the above.
    reworded: usize,
    /// Words in copies of passages, but in none of the above.
    repeated: usize,
}

/// How many words two texts share, both ways.
#[derive(Tsify, Serialize)]
pub struct Overlap {
    left: Share,
    right: Share,
    /// False when a limit of work was met, so that something may be missing.
    complete: bool,
}

fn overlap(of: &library::Overlap) -> Overlap {
    let span::Sides { left, right } = of.shares.map(|share| Share {
        words: share.words,
        verbatim: share.verbatim,
        edited: share.edited,
        reworded: share.reworded,
        repeated: share.repeated,
    });
    Overlap {
        left,
        right,
        complete: of.complete,
    }
}

/// In which other articles the passages of two articles stand as well.
#[derive(Tsify, Serialize)]
pub struct Elsewhere {
    /// For each passage, in the order of `compare`, the names of these articles, in order.
    articles: Vec<Vec<String>>,
    /// False when a limit of work was met, so that something may be missing.
    complete: bool,
}

fn elsewhere(of: &library::Elsewhere<'_>) -> Elsewhere {
    let own = |names: &Vec<&str>| names.iter().map(|&name| name.to_owned()).collect();
    Elsewhere {
        articles: of.articles.iter().map(own).collect(),
        complete: of.complete,
    }
}

//! The boundary to JavaScript: texts and options in, ranges and numbers out, and of texts only the sentences of
//! the story and the bytes of an export.
//!
//! Offsets outside are UTF-16 code units, half-open, converted once for each text. A lone surrogate comes in as U+FFFD,
//! which is one unit as well, so it shifts nothing. Two texts cannot make a comparison fail. A wrong option can, and the
//! message names it. What is absent is null. The TypeScript types are made from the structs in [`types`] and [`options`].

mod convert;
mod export;
mod library;
mod options;
mod timing;
mod types;
mod wire;

use wasm_bindgen::{JsCast, prelude::*};
use web_sys::console;

use crate::{Phase, offsets::OffsetMap, span};
use convert::Converter;
use options::{read_language, read_options, read_text};
use timing::Timing;

pub use export::export_as;
pub use library::Library;

/// Shows a panic in the console before it becomes a trap. After a trap the instance is spent: drop it.
#[wasm_bindgen(start)]
fn start() {
    std::panic::set_hook(Box::new(|info| console::error_1(&info.to_string().into())));
}

/// Compares two texts.
///
/// `options` may be left out, and so may any of its fields. `progress` is called at the start of each phase with the name
/// of the phase and the share of phases done, from 0 to less than 1; what it returns or throws is ignored. Throws an
/// `Error` that names the option if one is unknown, of the wrong type or out of range, and one that names a side that is no
/// text; nothing else makes it throw.
#[wasm_bindgen(unchecked_return_type = "Comparison")]
pub fn compare(
    #[wasm_bindgen(unchecked_param_type = "string")] left: JsValue,
    #[wasm_bindgen(unchecked_param_type = "string")] right: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "(phase: Phase, done: number) => void")]
    progress: JsValue,
) -> Result<JsValue, JsError> {
    let language = read_language(&options);
    let (left, right) = (read_text("left", left)?, read_text("right", right)?);
    let (left, right) = (left.as_str(), right.as_str());
    let options = read_options(&options, &span::Sides::new(left, right))?;
    let mut timing = Timing::new(progress.dyn_into().ok());
    let comparison = crate::compare_watched(left, right, &options, &mut |phase| {
        timing.begin(phase.name())
    });
    timing.begin("Boundary");
    let result = wire::flat(&Converter::new(&comparison).convert(language));
    timing.end();
    result
}

/// The result of [`compare`], made with one call for each field. For tests alone, which hold both ways against each other;
/// JavaScript does not get it.
#[doc(hidden)]
pub fn compare_by_field(left: &str, right: &str, options: &JsValue) -> Result<JsValue, JsError> {
    let language = read_language(options);
    let options = read_options(options, &span::Sides::new(left, right))?;
    let comparison = crate::compare(left, right, &options);
    wire::by_field(&Converter::without_references(&comparison).convert(language))
}

/// Where the sentences of a text stand, in order: those that the vectors of the option `meaning` belong to, page clutter
/// too. They follow from the text alone.
#[wasm_bindgen(unchecked_return_type = "Span[]")]
pub fn sentences(
    #[wasm_bindgen(unchecked_param_type = "string")] text: JsValue,
) -> Result<JsValue, JsError> {
    let text = read_text("text", text)?;
    let offsets = OffsetMap::utf16(&text);
    let spans = crate::sentences(&text).into_iter();
    let spans = spans.map(|span| types::Span::from(offsets.span(span)));
    wire::flat(&spans.collect::<Vec<_>>())
}

/// The first full date that a text names, as `YYYY-MM-DD`; null if it names none that the calendar has.
///
/// `language` is what the text says of itself, as web pages do (`de`, `en-GB`). It may be left out or null; then a
/// date in figures is read only if it can be read in one way.
#[wasm_bindgen(js_name = readDate, unchecked_return_type = "string | null")]
pub fn read_date(
    #[wasm_bindgen(unchecked_param_type = "string")] text: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "string | null")] language: JsValue,
) -> Result<JsValue, JsError> {
    let text = read_text("text", text)?;
    let date = crate::language::read_date(&text, language.as_string().as_deref());
    Ok(date.map_or(JsValue::NULL, JsValue::from))
}

impl Phase {
    fn name(self) -> &'static str {
        match self {
            Self::Documents => "Documents",
            Self::Runs => "Runs",
            Self::Passages => "Passages",
            Self::Alignment => "Alignment",
            Self::Summary => "Summary",
        }
    }
}

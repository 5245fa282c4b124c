//! The boundary to JavaScript: one coarse call, ranges and numbers out, never text.
//!
//! Offsets leave as UTF-16 code units, half-open, converted once for each text. A lone surrogate
//! comes in as U+FFFD, which is one unit as well, so it shifts nothing. Strings cannot make a
//! comparison fail; options can, and the message names the option. TypeScript types are made from
//! the types in [`out`], so that the page cannot drift from the engine.

mod library;
mod out;
mod tape;
mod timing;
mod units;

use js_sys::{Array, Object, Reflect};
use serde::Serialize;
use tsify::Tsify;
use wasm_bindgen::{JsCast, prelude::*};
use web_sys::console;

use crate::{Phase, document, span};
use out::Out;
use timing::Timing;

pub use library::Library;

/// Shows a panic in the console before it becomes a trap. After a trap the instance is spent: drop it.
#[wasm_bindgen(start)]
fn start() {
    std::panic::set_hook(Box::new(|info| console::error_1(&info.to_string().into())));
}

/// Panics. For trying out how a page recovers; it has no other use.
#[wasm_bindgen(js_name = panicOnPurpose)]
pub fn panic_on_purpose() {
    panic!("panic on purpose");
}

/// Compares two texts.
///
/// `options` may be left out, and so may any of its fields. `progress` is called at the start of
/// every phase with the name of the phase and the share of phases done, 0 to 1; what it returns or
/// throws is ignored. Throws an `Error` that names the option when an option is unknown, of the
/// wrong type or out of range; nothing else makes it throw.
#[wasm_bindgen(unchecked_return_type = "Comparison")]
pub fn compare(
    left: &str,
    right: &str,
    #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "(phase: Phase, done: number) => void")]
    progress: JsValue,
) -> Result<JsValue, JsError> {
    let options = read_options(&options, &span::Sides::new(left, right))?;
    let mut timing = Timing::new(progress.dyn_into().ok());
    let comparison = crate::compare_watched(left, right, &options, &mut |phase| {
        timing.begin(phase.name())
    });
    timing.begin("Boundary");
    let result = tape::to_js(&Out::new(&comparison).all());
    timing.end();
    result
}

/// The first full date that a text names, as `YYYY-MM-DD`; null if it names none that the calendar has.
///
/// `language` is what the text says of itself, as web pages do (`de`, `en-GB`). It may be left out or null; then a
/// date in figures is read only if it can be read in one way.
#[wasm_bindgen(js_name = readDate, unchecked_return_type = "string | null")]
pub fn read_date(
    text: &str,
    #[wasm_bindgen(unchecked_optional_param_type = "string | null")] language: JsValue,
) -> JsValue {
    let date = crate::language::read_date(text, language.as_string().as_deref());
    date.map_or(JsValue::NULL, JsValue::from)
}

/// The options of a comparison; each has a default.
#[derive(Tsify, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(
    dead_code,
    reason = "describes the type to TypeScript; read field by field for better messages"
)]
struct Options {
    /// The shortest exact run that is a passage, in words: a whole number from 2 to 100. Default 4.
    #[tsify(optional)]
    min_words: Option<u32>,
    /// Whether `Summit` is `summit`. Default true.
    #[tsify(optional)]
    ignore_case: Option<bool>,
    /// Whether punctuation is left out of the comparison (it is always part of the changes). Default true.
    #[tsify(optional)]
    ignore_punctuation: Option<bool>,
    /// Whether any number is any other number. Default false.
    #[tsify(optional)]
    ignore_numbers: Option<bool>,
    /// Whether `café` is `cafe`. Default false.
    #[tsify(optional)]
    ignore_diacritics: Option<bool>,
    /// Whether lines that belong to the page around an article are left out. Default true.
    #[tsify(optional)]
    skip_boilerplate: Option<bool>,
    /// Whether weak matches, names and stock phrases count as shared. Default false.
    #[tsify(optional)]
    show_weak: Option<bool>,
    /// What the reader said of pairs of stretches. Of two that contradict each other the first holds. Default none.
    #[tsify(optional)]
    verdicts: Option<Vec<Verdict>>,
    /// What a reader decided about lines of each text. Holds whatever is recognised. Default none.
    #[tsify(optional)]
    line_overrides: Option<out::Sides<Vec<LineOverride>>>,
}

/// What the reader says of a pair of stretches: they belong together, or they are no match.
#[derive(Tsify, Serialize)]
struct Verdict {
    left: out::Span,
    right: out::Span,
    kind: VerdictKind,
}

/// What a verdict says.
#[derive(Tsify, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(dead_code, reason = "describes the type to TypeScript")]
enum VerdictKind {
    Pinned,
    Refused,
}

/// A reader's word on a line.
#[derive(Tsify, Serialize)]
struct LineOverride {
    /// The paragraph as it stands in the text; all paragraphs of these words are meant.
    line: String,
    /// Whether it is left out as boilerplate, or is part of the article.
    boilerplate: bool,
}

/// The options, for a pair of texts that spans are spans of.
fn read_options(given: &JsValue, texts: &span::Sides<&str>) -> Result<crate::Options, JsError> {
    let mut options = crate::Options::default();
    if given.is_undefined() || given.is_null() {
        return Ok(options);
    }
    let object: &Object = given
        .dyn_ref()
        .ok_or_else(|| JsError::new("options must be an object"))?;
    for entry in Object::entries(object).iter() {
        let entry: Array = entry.unchecked_into();
        let (name, value) = (entry.get(0).as_string().unwrap_or_default(), entry.get(1));
        if value.is_undefined() {
            continue;
        }
        let flag = match name.as_str() {
            "minWords" => {
                options.min_words = read_whole(&name, &value, crate::Options::MIN_WORDS)?;
                continue;
            }
            "lineOverrides" => {
                options.line_overrides = read_sides_of_line_overrides(&name, &value)?;
                continue;
            }
            "verdicts" => {
                options.verdicts = read_verdicts(&name, value, texts)?;
                continue;
            }
            "showWeak" => &mut options.show_weak,
            "ignoreCase" => &mut options.ignore_case,
            "ignorePunctuation" => &mut options.ignore_punctuation,
            "ignoreNumbers" => &mut options.ignore_numbers,
            "ignoreDiacritics" => &mut options.ignore_diacritics,
            "skipBoilerplate" => &mut options.skip_boilerplate,
            _ => return Err(JsError::new(&format!("there is no option {name}"))),
        };
        *flag = value
            .as_bool()
            .ok_or_else(|| JsError::new(&format!("{name} must be true or false")))?;
    }
    Ok(options)
}

fn read_sides_of_line_overrides(
    name: &str,
    value: &JsValue,
) -> Result<span::Sides<Vec<document::LineOverride>>, JsError> {
    let side = |side: &str| {
        let list = Reflect::get(value, &side.into()).unwrap_or(JsValue::UNDEFINED);
        read_line_overrides(name, list)
    };
    Ok(span::Sides::new(side("left")?, side("right")?))
}

fn read_line_overrides(name: &str, list: JsValue) -> Result<Vec<document::LineOverride>, JsError> {
    let wrong = || JsError::new(&format!("{name} must name lines of left and right"));
    let field = |from: &JsValue, name: &str| Reflect::get(from, &name.into()).map_err(|_| wrong());
    let list: Array = list.dyn_into().map_err(|_| wrong())?;
    let line_override = |one: JsValue| {
        Ok(document::LineOverride {
            line: field(&one, "line")?.as_string().ok_or_else(wrong)?,
            boilerplate: field(&one, "boilerplate")?.as_bool().ok_or_else(wrong)?,
        })
    };
    list.iter().map(line_override).collect()
}

/// Verdicts on a pair of texts.
fn read_verdicts(
    name: &str,
    list: JsValue,
    texts: &span::Sides<&str>,
) -> Result<Vec<crate::Verdict>, JsError> {
    let wrong = || JsError::new(&format!("{name} must name stretches of left and right"));
    let list: Array = list.dyn_into().map_err(|_| wrong())?;
    let verdict = |one: JsValue| {
        let field = |name: &str| Reflect::get(&one, &name.into()).map_err(|_| wrong());
        let span = |name: &str, text: &str| {
            let side = field(name)?;
            let offset = |name: &str| {
                let value = Reflect::get(&side, &name.into()).ok()?.as_f64()?;
                (value.fract() == 0.0 && (0.0..4e9).contains(&value)).then_some(value as u32)
            };
            match (offset("start"), offset("end")) {
                (Some(start), Some(end)) if start <= end => {
                    let bytes = units::to_bytes(text, &[start, end]);
                    Ok(span::Span {
                        start: bytes[0],
                        end: bytes[1],
                    })
                }
                _ => Err(wrong()),
            }
        };
        let kind = match field("kind")?.as_string().as_deref() {
            Some("pinned") => crate::VerdictKind::Pinned,
            Some("refused") => crate::VerdictKind::Refused,
            _ => return Err(wrong()),
        };
        Ok(crate::Verdict {
            spans: span::Sides::new(span("left", texts.left)?, span("right", texts.right)?),
            kind,
        })
    };
    list.iter().map(verdict).collect()
}

fn read_whole(
    name: &str,
    value: &JsValue,
    range: std::ops::RangeInclusive<usize>,
) -> Result<usize, JsError> {
    let (first, last) = (*range.start(), *range.end());
    value
        .as_f64()
        .filter(|number| number.fract() == 0.0 && (first as f64..=last as f64).contains(number))
        .map(|number| number as usize)
        .ok_or_else(|| {
            JsError::new(&format!(
                "{name} must be a whole number from {first} to {last}"
            ))
        })
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

//! What comes in besides texts: options, verdicts and line overrides. They are read value by value, so that a message
//! names the value that is wrong: `verdicts[2].left must be …`.

use std::ops::RangeInclusive;

use js_sys::{Array, Float32Array, Object, Reflect};
use serde::Serialize;
use tsify::Tsify;
use wasm_bindgen::{JsCast, prelude::*};

use super::types;
use crate::{
    document,
    export::{is_address, is_day, time},
    meaning::Vectors,
    offsets::OffsetMap,
    span,
    story::Language,
};

/// The options of a comparison; each has a default.
#[derive(Tsify, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(dead_code, reason = "describes the type to TypeScript")]
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
    /// The language in which the story is told, by its ISO 639 code; English where there is no table of it. Without it
    /// a comparison tells none, and an export tells it in English.
    #[tsify(optional)]
    language: Option<String>,
    /// What the reader decided about lines of each text. Holds whatever is recognised. Default none.
    #[tsify(optional)]
    line_overrides: Option<types::Sides<Vec<LineOverride>>>,
    /// What the sentences of each text mean, from a model: it counts beside the words. Default none.
    #[tsify(optional, type = "Meaning | null")]
    meaning: Option<Meaning>,
}

/// What the sentences of two texts mean: a vector for each sentence that `sentences` gives, in its order.
#[derive(Tsify, Serialize)]
#[allow(dead_code, reason = "describes the type to TypeScript")]
struct Meaning {
    /// Numbers of a vector: a whole number from 1 to 4096.
    dimensions: u32,
    /// The vectors of the left text, one behind the other: each of length 1, or all zeros for a sentence of which nothing
    /// is known.
    #[tsify(type = "Float32Array")]
    left: Vec<f32>,
    /// Those of the right text, likewise.
    #[tsify(type = "Float32Array")]
    right: Vec<f32>,
}

/// What the sentences of an article mean, likewise.
#[derive(Tsify, Serialize)]
#[allow(dead_code, reason = "describes the type to TypeScript")]
struct ArticleMeaning {
    /// Numbers of a vector: a whole number from 1 to 4096.
    dimensions: u32,
    /// The vectors, one behind the other.
    #[tsify(type = "Float32Array")]
    vectors: Vec<f32>,
}

/// What the reader says of a pair of stretches: they belong together, or they are no match.
#[derive(Tsify, Serialize)]
#[allow(dead_code, reason = "describes the type to TypeScript")]
struct Verdict {
    /// A stretch of the left text. Words that are at least partly inside are meant. An offset behind the end of the
    /// text is its end, one inside a surrogate pair the start of the pair.
    left: types::Span,
    /// A stretch of the right text, likewise.
    right: types::Span,
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
#[allow(dead_code, reason = "describes the type to TypeScript")]
struct LineOverride {
    /// The paragraph as it stands in the text; all paragraphs of these words are meant.
    line: String,
    /// Whether it is left out as boilerplate, or is part of the article.
    boilerplate: bool,
}

/// A value that came in, and where it stands: `lineOverrides.left[0].line`.
pub(super) struct Given {
    value: JsValue,
    path: String,
}

impl Given {
    pub(super) fn new(name: &str, value: JsValue) -> Self {
        let path = name.to_owned();
        Self { value, path }
    }

    pub(super) fn is_absent(&self) -> bool {
        self.value.is_undefined() || self.value.is_null()
    }

    /// Undefined if there is no such field.
    pub(super) fn field(&self, name: &str) -> Self {
        Self {
            value: Reflect::get(&self.value, &name.into()).unwrap_or(JsValue::UNDEFINED),
            path: format!("{}.{name}", self.path),
        }
    }

    /// Holds that it is an object with no fields but those that are known. Nothing has none.
    pub(super) fn has_only(&self, known: &[&str]) -> Result<(), JsError> {
        if self.is_absent() {
            return Ok(());
        }
        let object = self.value.dyn_ref::<Object>();
        let object = object.filter(|object| !Array::is_array(object));
        let object = object.ok_or_else(|| self.wrong("an object"))?;
        for entry in Object::entries(object).iter() {
            let entry: Array = entry.unchecked_into();
            let name = entry.get(0).as_string().unwrap_or_default();
            if !entry.get(1).is_undefined() && !known.contains(&name.as_str()) {
                let (path, known) = (&self.path, known.join(", "));
                let told = format!("there is no {path}.{name}: {path} has {known}");
                return Err(JsError::new(&told));
            }
        }
        Ok(())
    }

    fn entries(&self) -> Result<Vec<Self>, JsError> {
        let list: &Array = self.value.dyn_ref().ok_or_else(|| self.wrong("a list"))?;
        let entry = |(at, value)| Self {
            value,
            path: format!("{}[{at}]", self.path),
        };
        Ok(list.iter().enumerate().map(entry).collect())
    }

    fn flag(&self) -> Result<bool, JsError> {
        let flag = self.value.as_bool();
        flag.ok_or_else(|| self.wrong("true or false"))
    }

    fn text(&self) -> Result<String, JsError> {
        let text = self.value.as_string();
        text.ok_or_else(|| self.wrong("a text"))
    }

    /// A text, or none.
    pub(super) fn line(&self) -> Result<Option<String>, JsError> {
        if self.is_absent() {
            return Ok(None);
        }
        self.text().map(Some)
    }

    /// An address on the web, or none.
    pub(super) fn address(&self) -> Result<Option<String>, JsError> {
        let line = self.line()?;
        match line.as_deref().is_none_or(is_address) {
            true => Ok(line),
            false => Err(self.wrong("an address on the web, as https://example.org/article")),
        }
    }

    /// A day of the calendar, or none.
    pub(super) fn day(&self) -> Result<Option<String>, JsError> {
        let line = self.line()?;
        match line.as_deref().is_none_or(is_day) {
            true => Ok(line),
            false => Err(self.wrong("a day of the calendar, as 2031-05-12")),
        }
    }

    /// A time in UTC, or none.
    pub(super) fn time(&self) -> Result<Option<String>, JsError> {
        let line = self.line()?;
        match line.as_deref().is_none_or(|line| time(line).is_ok()) {
            true => Ok(line),
            false => Err(self.wrong("a date and time in UTC, as 2031-05-12T10:00:00Z")),
        }
    }

    fn whole(&self, range: RangeInclusive<usize>) -> Result<usize, JsError> {
        let (first, last) = (*range.start(), *range.end());
        let number = self.value.as_f64().filter(|number| {
            number.fract() == 0.0 && (first as f64..=last as f64).contains(number)
        });
        number
            .map(|number| number as usize)
            .ok_or_else(|| self.wrong(&format!("a whole number from {first} to {last}")))
    }

    /// The vectors of all sentences of a text.
    fn vectors(&self, dimensions: usize, text: &str) -> Result<Vectors, JsError> {
        let numbers: &Float32Array = self
            .value
            .dyn_ref()
            .ok_or_else(|| self.wrong("a Float32Array"))?;
        let numbers = numbers.to_vec();
        let sentences = crate::sentences(text).len();
        if numbers.len() != dimensions * sentences {
            let length = dimensions * sentences;
            return Err(self.wrong(&format!(
                "{length} numbers, {dimensions} for each sentence: it has {}",
                numbers.len()
            )));
        }
        if let Some(at) = numbers.iter().position(|number| !number.is_finite()) {
            return Err(JsError::new(&format!(
                "{}[{at}] must be a finite number",
                self.path
            )));
        }
        Ok(Vectors::new(dimensions, &numbers))
    }

    /// A stretch of a text.
    fn span(&self, offsets: &OffsetMap<'_>) -> Result<span::Span, JsError> {
        let offset = |name: &str| self.field(name).whole(0..=u32::MAX as usize);
        let (start, end) = (offset("start")?, offset("end")?);
        if start > end {
            return Err(self.wrong("a stretch that starts before it ends"));
        }
        Ok(span::Span {
            start: offsets.byte(start as u32),
            end: offsets.byte(end as u32),
        })
    }

    fn wrong(&self, wanted: &str) -> JsError {
        JsError::new(&format!("{} must be {wanted}", self.path))
    }
}

/// The options, for the texts that the spans in them belong to. The defaults if none are given.
pub(super) fn read_options(
    given: &JsValue,
    texts: &span::Sides<&str>,
) -> Result<crate::Options, JsError> {
    let mut options = crate::Options::default();
    if given.is_undefined() || given.is_null() {
        return Ok(options);
    }
    let object: &Object = given
        .dyn_ref()
        .ok_or_else(|| JsError::new("options must be an object"))?;
    for entry in Object::entries(object).iter() {
        let entry: Array = entry.unchecked_into();
        let name = entry.get(0).as_string().unwrap_or_default();
        let given = Given::new(&name, entry.get(1));
        if !given.value.is_undefined() {
            read_option(&mut options, &name, &given, texts)?;
        }
    }
    Ok(options)
}

fn read_option(
    options: &mut crate::Options,
    name: &str,
    given: &Given,
    texts: &span::Sides<&str>,
) -> Result<(), JsError> {
    match name {
        "minWords" => options.min_words = given.whole(crate::Options::MIN_WORDS)?,
        "ignoreCase" => options.ignore_case = given.flag()?,
        "ignorePunctuation" => options.ignore_punctuation = given.flag()?,
        "ignoreNumbers" => options.ignore_numbers = given.flag()?,
        "ignoreDiacritics" => options.ignore_diacritics = given.flag()?,
        "skipBoilerplate" => options.skip_boilerplate = given.flag()?,
        "showWeak" => options.show_weak = given.flag()?,
        "verdicts" => options.verdicts = verdicts(given, texts)?,
        "lineOverrides" => {
            options.line_overrides = span::Sides::new(
                line_overrides(&given.field("left"))?,
                line_overrides(&given.field("right"))?,
            );
        }
        "language" => {
            given.text()?;
        }
        "meaning" => options.meaning = meaning(given, texts)?,
        _ => return Err(JsError::new(&format!("there is no option {name}"))),
    }
    Ok(())
}

/// A text that is given by itself. Throws an `Error` that names it if it is none: JavaScript gives anything.
pub(super) fn read_text(name: &str, given: JsValue) -> Result<String, JsError> {
    Given::new(name, given).text()
}

/// The language that is asked for, which is no matter of what is found; none if none is.
pub(super) fn read_language(given: &JsValue) -> Option<Language> {
    let code = Reflect::get(given, &"language".into()).ok()?.as_string()?;
    Some(Language::of(&code).unwrap_or_default())
}

/// Line overrides of one text; none if not given.
pub(super) fn read_line_overrides(
    name: &str,
    given: JsValue,
) -> Result<Vec<document::LineOverride>, JsError> {
    let given = Given::new(name, given);
    if given.is_absent() {
        return Ok(Vec::new());
    }
    line_overrides(&given)
}

/// The vectors of a text; none if not given.
pub(super) fn read_meaning(
    name: &str,
    given: JsValue,
    text: &str,
) -> Result<Option<Vectors>, JsError> {
    let given = Given::new(name, given);
    if given.is_absent() {
        return Ok(None);
    }
    let dimensions = given.field("dimensions").whole(DIMENSIONS)?;
    given.field("vectors").vectors(dimensions, text).map(Some)
}

/// Numbers that a vector may have. A bound against slips alone.
const DIMENSIONS: RangeInclusive<usize> = 1..=4096;

fn meaning(
    given: &Given,
    texts: &span::Sides<&str>,
) -> Result<Option<span::Sides<Vectors>>, JsError> {
    if given.is_absent() {
        return Ok(None);
    }
    let dimensions = given.field("dimensions").whole(DIMENSIONS)?;
    let left = given.field("left").vectors(dimensions, texts.left)?;
    let right = given.field("right").vectors(dimensions, texts.right)?;
    Ok(Some(span::Sides::new(left, right)))
}

/// Verdicts on a pair of texts; none if not given.
pub(super) fn read_verdicts(
    name: &str,
    given: JsValue,
    texts: &span::Sides<&str>,
) -> Result<Vec<crate::Verdict>, JsError> {
    let given = Given::new(name, given);
    if given.is_absent() {
        return Ok(Vec::new());
    }
    verdicts(&given, texts)
}

fn line_overrides(given: &Given) -> Result<Vec<document::LineOverride>, JsError> {
    let line_override = |one: &Given| {
        Ok(document::LineOverride {
            line: one.field("line").text()?,
            boilerplate: one.field("boilerplate").flag()?,
        })
    };
    given.entries()?.iter().map(line_override).collect()
}

fn verdicts(given: &Given, texts: &span::Sides<&str>) -> Result<Vec<crate::Verdict>, JsError> {
    let offsets = texts.map(OffsetMap::utf16);
    let verdict = |one: &Given| {
        let kind = one.field("kind");
        let kind = match kind.value.as_string().as_deref() {
            Some("pinned") => crate::VerdictKind::Pinned,
            Some("refused") => crate::VerdictKind::Refused,
            _ => return Err(kind.wrong("pinned or refused")),
        };
        let left = one.field("left").span(&offsets.left)?;
        let right = one.field("right").span(&offsets.right)?;
        let spans = span::Sides::new(left, right);
        Ok(crate::Verdict { spans, kind })
    };
    given.entries()?.iter().map(verdict).collect()
}

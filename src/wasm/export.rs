//! Exports: two texts and what is known of them in, the bytes of a file out.

use serde::Serialize;
use tsify::Tsify;
use wasm_bindgen::prelude::*;

use super::options::{Given, read_language, read_options, read_text};
use crate::{export, span::Sides};

/// What is known of an article besides its text.
#[derive(Tsify, Serialize)]
#[allow(dead_code, reason = "describes the type to TypeScript")]
struct ArticleInfo {
    #[tsify(optional, type = "string | null")]
    title: Option<String>,
    /// Who published it.
    #[tsify(optional, type = "string | null")]
    outlet: Option<String>,
    /// Who wrote it.
    #[tsify(optional, type = "string | null")]
    byline: Option<String>,
    /// The day it was published, as `YYYY-MM-DD`.
    #[tsify(optional, type = "string | null")]
    date: Option<String>,
    /// Where it can be read: an address on the web, with `http:` or `https:`.
    #[tsify(optional, type = "string | null")]
    address: Option<String>,
    /// The file it came from, or what stands for it.
    #[tsify(optional, type = "string | null")]
    name: Option<String>,
}

/// What an export says besides what was found. Each field may be left out.
#[derive(Tsify, Serialize)]
#[allow(dead_code, reason = "describes the type to TypeScript")]
struct ExportInfo {
    #[tsify(optional, type = "ArticleInfo | null")]
    left: Option<ArticleInfo>,
    #[tsify(optional, type = "ArticleInfo | null")]
    right: Option<ArticleInfo>,
    /// When it is written: ISO 8601 in UTC, as `new Date().toISOString()` makes it.
    #[tsify(optional, type = "string | null")]
    made: Option<String>,
    /// Whose the tracked changes of a DOCX file are. `Twicetold` if nobody is named.
    #[tsify(optional, type = "string | null")]
    author: Option<String>,
}

/// How the forms are asked for.
#[wasm_bindgen(typescript_custom_section)]
const FORMAT: &str = "export type ExportFormat = 'json' | 'json-line' | 'csv' | 'csv-facts' | 'docx' | 'tei' | 'annotation' | 'text' | 'markdown';";

/// What was read of an article.
#[derive(Default)]
struct Info {
    title: Option<String>,
    outlet: Option<String>,
    byline: Option<String>,
    date: Option<String>,
    address: Option<String>,
    name: Option<String>,
}

/// The fields of an article and of an export.
const OF_ARTICLE: [&str; 6] = ["title", "outlet", "byline", "date", "address", "name"];
const OF_EXPORT: [&str; 4] = ["left", "right", "made", "author"];

impl Info {
    fn read(given: &Given) -> Result<Self, JsError> {
        given.has_only(&OF_ARTICLE)?;
        if given.is_absent() {
            return Ok(Self::default());
        }
        Ok(Self {
            title: given.field("title").line()?,
            outlet: given.field("outlet").line()?,
            byline: given.field("byline").line()?,
            date: given.field("date").day()?,
            address: given.field("address").address()?,
            name: given.field("name").line()?,
        })
    }

    fn article(&self) -> export::Article<'_> {
        export::Article {
            title: self.title.as_deref(),
            outlet: self.outlet.as_deref(),
            byline: self.byline.as_deref(),
            date: self.date.as_deref(),
            address: self.address.as_deref(),
            name: self.name.as_deref().unwrap_or_default(),
        }
    }
}

/// Compares two texts and writes what was found as the bytes of a file.
///
/// The same texts, options and `info` give the same bytes here, on the command line and in the page. `options` are those of
/// `compare`; both they and `info` may be left out. Throws an `Error` that names what is unknown or of the wrong type.
#[wasm_bindgen(js_name = exportAs)]
pub fn export_as(
    #[wasm_bindgen(unchecked_param_type = "ExportFormat")] format: JsValue,
    #[wasm_bindgen(unchecked_param_type = "string")] left: JsValue,
    #[wasm_bindgen(unchecked_param_type = "string")] right: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "ExportInfo")] info: JsValue,
) -> Result<Vec<u8>, JsError> {
    let format = read_text("format", format)?;
    let (left, right) = (read_text("left", left)?, read_text("right", right)?);
    let (left, right) = (left.as_str(), right.as_str());
    let known = export::Format::named(&format);
    let format = known.ok_or_else(|| JsError::new(&format!("there is no format {format}")))?;
    let language = read_language(&options).unwrap_or_default();
    let options = read_options(&options, &Sides::new(left, right))?;
    let info = Given::new("info", info);
    info.has_only(&OF_EXPORT)?;
    let part = |name: &str| match info.is_absent() {
        true => Given::new(name, JsValue::UNDEFINED),
        false => info.field(name),
    };
    let articles = Sides::new(Info::read(&part("left"))?, Info::read(&part("right"))?);
    let (made, author) = (part("made").time()?, part("author").line()?);
    let comparison = crate::compare(left, right, &options);
    let source = export::Source {
        articles: articles.as_ref().map(Info::article),
        made: made.as_deref().unwrap_or_default(),
        author: author.as_deref(),
        language,
        ..export::Source::new(&comparison, &options)
    };
    Ok(format.write(&source))
}

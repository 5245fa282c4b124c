//! Many articles at once, as JavaScript sees them.

use serde::Serialize;
use tsify::Tsify;
use wasm_bindgen::prelude::*;

use super::{
    options::{read_line_overrides, read_meaning, read_options, read_text, read_verdicts},
    types,
    wire::{by_field, flat},
};
use crate::{library, offsets::OffsetMap, passages::Grade, span};

/// Articles, each by a name, that are compared under the same options. Each is taken apart once, when it
/// comes in. Free it when it is no longer needed.
#[wasm_bindgen]
pub struct Library(library::Library);

#[wasm_bindgen]
impl Library {
    /// A library without articles. `options` are those of `compare`, and so are its errors. Verdicts and line
    /// overrides in them are not used: they belong to pairs and articles. So does what sentences mean: see `set`.
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
    /// decided about its lines, `meaning` what its sentences mean; none when not given. Throws an `Error` that names what is
    /// wrong with them.
    pub fn set(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "string")] name: JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] text: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "LineOverride[]")] line_overrides: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "ArticleMeaning")] meaning: JsValue,
    ) -> Result<(), JsError> {
        let (name, text) = (read_text("name", name)?, read_text("text", text)?);
        let line_overrides = read_line_overrides("lineOverrides", line_overrides)?;
        let meaning = read_meaning("meaning", meaning, &text)?;
        self.0.set(&name, text, &line_overrides);
        if let Some(vectors) = meaning {
            self.0.set_meaning(&name, vectors);
        }
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
        #[wasm_bindgen(unchecked_param_type = "string")] left: JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] right: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "Verdict[]")] verdicts: JsValue,
    ) -> Result<JsValue, JsError> {
        let (left, right) = (read_text("left", left)?, read_text("right", right)?);
        let (left, right) = (left.as_str(), right.as_str());
        let verdicts = self.verdicts(left, right, verdicts)?;
        let found = self
            .0
            .overlap(left, right, &verdicts)
            .ok_or_else(|| self.missing(left, right));
        by_field(&overlap(&found?))
    }

    /// Which pairs of the articles of these names can share something, without comparing any: `overlap` of the others finds
    /// little or nothing. Names that are not there have no pairs.
    #[wasm_bindgen(unchecked_return_type = "Candidates")]
    pub fn candidates(&self, names: Vec<String>) -> Result<JsValue, JsError> {
        let candidates = self.0.candidates();
        let mut given = vec![None; candidates.articles];
        for (at, name) in (0_u32..).zip(&names) {
            if let Ok(place) = self.0.place(name) {
                given[place] = Some(at);
            }
        }
        let pairs = candidates
            .pairs()
            .filter_map(|(left, right)| Some([given[left]?, given[right]?]));
        flat(&Candidates {
            pairs: pairs.flatten().collect(),
            complete: candidates.complete,
        })
    }

    /// In which other articles the passages of `compare` of two articles stand as well. `verdicts` and errors are those
    /// of `overlap`.
    #[wasm_bindgen(unchecked_return_type = "Elsewhere")]
    pub fn elsewhere(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] left: JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] right: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "Verdict[]")] verdicts: JsValue,
    ) -> Result<JsValue, JsError> {
        let (left, right) = (read_text("left", left)?, read_text("right", right)?);
        let (left, right) = (left.as_str(), right.as_str());
        let verdicts = self.verdicts(left, right, verdicts)?;
        let found = self
            .0
            .elsewhere(left, right, &verdicts)
            .ok_or_else(|| self.missing(left, right))?;
        by_field(&elsewhere(&found))
    }

    /// Who says what: the sentences of the articles of these names, those that say the same in one row, in reading order
    /// of the article at the place `base`, or of all when it is null. `links` are those of `overlap` of each pair, one
    /// pair after the other: the places of its two articles in `names`, how many links follow, and these.
    #[wasm_bindgen(unchecked_return_type = "Statements")]
    pub fn statements(
        &self,
        names: Vec<String>,
        links: &[u32],
        #[wasm_bindgen(unchecked_param_type = "number | null")] base: JsValue,
    ) -> Result<JsValue, JsError> {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let base = base.as_f64().map(|base| base as usize);
        let rows = self.0.statements(&names, &read_links(links), base);
        let sentences = names.iter().map(|name| self.spans(name));
        flat(&Statements {
            sentences: sentences.collect(),
            rows: rows.iter().map(statement).collect(),
        })
    }

    /// What differs in fact in the sentences of two articles that say the same; quotations that are longer on one side, or
    /// in marks on one side only, aside. `verdicts` and errors are those of `overlap`. It costs a whole comparison.
    #[wasm_bindgen(unchecked_return_type = "SentenceFact[]")]
    pub fn facts(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] left: JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] right: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "Verdict[]")] verdicts: JsValue,
    ) -> Result<JsValue, JsError> {
        let (left, right) = (read_text("left", left)?, read_text("right", right)?);
        let (left, right) = (left.as_str(), right.as_str());
        let verdicts = self.verdicts(left, right, verdicts)?;
        let found = self
            .0
            .facts(left, right, &verdicts)
            .ok_or_else(|| self.missing(left, right))?;
        let text = |name: &str| OffsetMap::utf16(self.0.text(name).unwrap_or_default());
        let offsets = span::Sides::new(text(left), text(right));
        let one = |fact: &crate::SentenceFact| SentenceFact {
            kind: fact.kind.into(),
            left: offsets.left.span(fact.spans.left).into(),
            right: offsets.right.span(fact.spans.right).into(),
            sentences: fact.sentences.into(),
        };
        flat(&found.iter().map(one).collect::<Vec<_>>())
    }

    /// Each quotation of the articles of these names once, with those that have it.
    #[wasm_bindgen(unchecked_return_type = "QuotationRow[]")]
    pub fn quotations(&self, names: Vec<String>) -> Result<JsValue, JsError> {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let text = |name: &&str| OffsetMap::utf16(self.0.text(name).unwrap_or_default());
        let offsets: Vec<OffsetMap<'_>> = names.iter().map(text).collect();
        let cell = |cell: &library::QuotationCell| {
            let offsets = &offsets[cell.article];
            QuotationCell {
                article: cell.article,
                carried: cell.carried.into(),
                span: offsets.span(cell.span).into(),
                speaker: cell.speaker.map(|span| offsets.span(span).into()),
            }
        };
        let row = |row: &library::QuotationRow| QuotationRow {
            article: row.article,
            cells: row.cells.iter().map(cell).collect(),
        };
        let rows = self.0.quotations(&names);
        flat(&rows.iter().map(row).collect::<Vec<_>>())
    }

    /// Where the sentences of an article stand.
    fn spans(&self, name: &str) -> Vec<types::Span> {
        let text = self.0.text(name).unwrap_or_default();
        let offsets = OffsetMap::utf16(text);
        let spans = self.0.sentences(name).unwrap_or_default();
        spans
            .into_iter()
            .map(|span| offsets.span(span).into())
            .collect()
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

/// The pairs of articles that can share something.
#[derive(Tsify, Serialize)]
pub struct Candidates {
    /// The places of both articles among the names, one pair after the other.
    pairs: Vec<u32>,
    /// False when a limit of work was met, so that a pair may be missing.
    complete: bool,
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
    /// The sentences that say the same, 4 numbers for each pair: that of the left and that of the right, counted from 0
    /// over all sentences of its text; 0, 1 or 2 for verbatim, edited or reworded; how alike they are, to 1000. For
    /// `statements`.
    links: Vec<u32>,
    /// False when a limit of work was met, so that something may be missing.
    complete: bool,
}

fn overlap(of: &library::Overlap) -> Overlap {
    let links = of.links.iter().flat_map(|link| {
        let span::Sides { left, right } = link.sentences;
        [left as u32, right as u32, link.grade as u32, link.alike]
    });
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
        links: links.collect(),
        complete: of.complete,
    }
}

/// Who says what.
#[derive(Tsify, Serialize)]
pub struct Statements {
    /// For each article its sentences, in order, those of page clutter too.
    sentences: Vec<Vec<types::Span>>,
    /// In reading order.
    rows: Vec<Statement>,
}

/// A statement: the sentence that the row is named by, and who else says it.
#[derive(Tsify, Serialize)]
pub struct Statement {
    /// The article, by its place.
    article: usize,
    /// An index into its sentences.
    sentence: usize,
    /// In order of the articles; one of them is the sentence above.
    cells: Vec<StatementCell>,
}

/// Where an article says a statement.
#[derive(Tsify, Serialize)]
#[tsify(missing_as_null)]
pub struct StatementCell {
    /// The article, by its place.
    article: usize,
    /// An index into its sentences.
    sentence: usize,
    /// How close the sentence is to that of the article `to`; null for the sentence that the row is named by.
    grade: Option<types::Grade>,
    /// The article it is held against, by its place.
    to: usize,
    /// Whether the sentence has a row of its own, and says this besides.
    also: bool,
}

/// A difference of fact, and the sentences it stands in.
#[derive(Tsify, Serialize)]
pub struct SentenceFact {
    kind: types::FactKind,
    /// The value on the left. Empty where the left does not negate: it marks the place.
    left: types::Span,
    /// The value on the right, likewise.
    right: types::Span,
    /// Counted from 0 over all sentences of each text.
    sentences: types::Sides<usize>,
}

/// A quotation, and the articles that have it.
#[derive(Tsify, Serialize)]
pub struct QuotationRow {
    /// The article with the longest form, by its place.
    article: usize,
    /// In order of the articles.
    cells: Vec<QuotationCell>,
}

/// Where an article has a quotation.
#[derive(Tsify, Serialize)]
#[tsify(missing_as_null)]
pub struct QuotationCell {
    /// The article, by its place.
    article: usize,
    carried: types::Carried,
    /// The words, without the marks.
    span: types::Span,
    /// The speaker as the article names it; null where none stands right beside the quotation.
    speaker: Option<types::Span>,
}

fn statement(of: &library::Statement) -> Statement {
    let cell = |cell: &library::Cell| StatementCell {
        article: cell.article,
        sentence: cell.sentence,
        grade: cell.grade.map(Into::into),
        to: cell.to,
        also: cell.also,
    };
    Statement {
        article: of.article,
        sentence: of.sentence,
        cells: of.cells.iter().map(cell).collect(),
    }
}

/// The links of many pairs, as they are given to `statements`. What is cut off at the end means nothing.
fn read_links(mut given: &[u32]) -> Vec<library::PairLinks> {
    let mut pairs = Vec::new();
    while let [left, right, count, rest @ ..] = given {
        let end = rest.len().min(*count as usize * LINK);
        let (own, behind) = rest.split_at(end);
        pairs.push(library::PairLinks {
            articles: span::Sides::new(*left as usize, *right as usize),
            links: own.chunks_exact(LINK).filter_map(link).collect(),
        });
        given = behind;
    }
    pairs
}

/// Numbers of a link.
const LINK: usize = 4;

fn link(numbers: &[u32]) -> Option<library::SentenceLink> {
    let [left, right, grade, alike] = *numbers else {
        return None;
    };
    let grade = match grade {
        0 => Grade::Verbatim,
        1 => Grade::Edited,
        _ => Grade::Reworded,
    };
    let sentences = span::Sides::new(left as usize, right as usize);
    Some(library::SentenceLink::new(sentences, grade, alike))
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

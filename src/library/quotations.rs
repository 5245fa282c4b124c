//! Quotations across articles: each once, with the articles that carry it whole, cut, altered or without its marks.
//!
//! The longest quotation of a row names it. Another belongs to the row if most words of the shorter one stand in it in
//! order. An article without the quotation reports it if one stretch holds most of its words, by the rule of
//! [`super::syndicated`]. Linear but for pairs of quotations that share [`GRAM`] words.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::{speakers::find_speaker, syndicated::PassageSearch};
use crate::{
    document::{Document, Key, TokenKind},
    quotations::find_quotations,
    sorting,
    span::Span,
};

/// Least words of a quotation; a shorter one is a manner of speaking. As in the facts of a pair.
const STATEMENT: usize = 4;
/// Words in a row, at least, that two quotations have in common if they may be one.
const GRAM: usize = 3;
/// Quotations, at most, that are looked at for a gram: stock phrases are in many. A bound on work.
const MEANINGS: usize = 400;
/// Share of the words of the shorter one that stand in the longer one in order, at least. By eye on news.
const COMMON: f64 = 0.6;
/// Words of a quotation, at most, that are held against those of another. A bound on work.
const WORDS_COMPARED: usize = 400;

/// How an article carries a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Carried {
    /// Word for word, as long as any article has it.
    Whole,
    /// A part of it, word for word.
    Cut,
    /// In other words inside, or with more of them.
    Altered,
    /// Its words, or most of them, without the marks.
    Report,
}

/// Where an article has a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct QuotationCell {
    /// The article, by its place.
    pub article: usize,
    /// How it carries the quotation.
    pub carried: Carried,
    /// The words, without the marks.
    pub span: Span,
    /// The speaker as the article names it, where that stands right beside the quotation.
    pub speaker: Option<Span>,
}

/// A quotation, and the articles that have it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct QuotationRow {
    /// The article with the longest form, by its place.
    pub article: usize,
    /// A cell for each article, in order of the articles.
    pub cells: Vec<QuotationCell>,
}

/// A quotation of an article.
struct ArticleQuotation {
    article: usize,
    /// Tokens, and words of the document.
    tokens: Range<usize>,
    words: Range<usize>,
    keys: Vec<Key>,
}

/// The quotations of articles that are in more than one, and of all others, in order of the articles that have the
/// longest form and of its place there. None stands for an article that is not there.
pub(super) fn gather(documents: &[Option<Document<'_>>]) -> Vec<QuotationRow> {
    let mut quotes: Vec<ArticleQuotation> = Vec::new();
    for (article, document) in documents.iter().enumerate() {
        if let Some(document) = document {
            quotes.extend(quotes_of(article, document));
        }
    }
    let near = near(&quotes);
    let mut order: Vec<usize> = (0..quotes.len()).collect();
    sorting::by_key(&mut order, |&at| {
        (u32::MAX as usize - quotes[at].keys.len()) as u128
    });
    let mut taken = vec![false; quotes.len()];
    let mut rows = Vec::new();
    for own in order {
        if !std::mem::replace(&mut taken[own], true) {
            let cells = cells(documents, &quotes, own, &near[own], &mut taken);
            rows.push((own, cells));
        }
    }
    sorting::by_key(&mut rows, |(own, _)| *own as u128);
    report(documents, &quotes, &mut rows);
    rows.into_iter()
        .map(|(own, mut cells)| {
            sorting::by_key(&mut cells, |cell: &QuotationCell| cell.article as u128);
            QuotationRow {
                article: quotes[own].article,
                cells,
            }
        })
        .collect()
}

/// The quotations of an article that say something, boilerplate aside.
fn quotes_of<'d>(
    article: usize,
    document: &'d Document<'_>,
) -> impl Iterator<Item = ArticleQuotation> + 'd {
    find_quotations(document)
        .into_iter()
        .filter_map(move |tokens| {
            let word = |token: usize| document.words.partition_point(|&at| (at as usize) < token);
            let words = word(tokens.start)..word(tokens.end);
            let kinds = document.words[words.clone()].iter();
            let said =
                kinds.filter(|&&at| document.tokens[at as usize].kind != TokenKind::Punctuation);
            let keys: Vec<Key> = said.map(|&at| document.tokens[at as usize].key).collect();
            (keys.len() >= STATEMENT).then_some(ArticleQuotation {
                article,
                tokens,
                words,
                keys,
            })
        })
}

/// For each quotation those that share a gram with it.
fn near(quotes: &[ArticleQuotation]) -> Vec<Vec<usize>> {
    let mut grams: FxHashMap<&[Key], Vec<usize>> = FxHashMap::default();
    for (at, quote) in quotes.iter().enumerate() {
        for gram in quote.keys.windows(GRAM) {
            let places = grams.entry(gram).or_default();
            if places.last() != Some(&at) && places.len() < MEANINGS {
                places.push(at);
            }
        }
    }
    let near = quotes.iter().enumerate().map(|(at, quote)| {
        let places = quote.keys.windows(GRAM).filter_map(|gram| grams.get(gram));
        let mut near: Vec<usize> = places
            .flatten()
            .copied()
            .filter(|&other| other != at)
            .collect();
        sorting::indices(&mut near);
        near
    });
    near.collect()
}

/// The cells of a row: its own quotation, and of each other article the best of those that belong to it. Takes all that
/// belong to it.
fn cells(
    documents: &[Option<Document<'_>>],
    quotes: &[ArticleQuotation],
    own: usize,
    near: &[usize],
    taken: &mut [bool],
) -> Vec<QuotationCell> {
    let cell = |at: usize, carried: Carried| {
        let quote = &quotes[at];
        let document = documents[quote.article].as_ref()?;
        let tokens = &document.tokens[quote.tokens.clone()];
        Some(QuotationCell {
            article: quote.article,
            carried,
            span: tokens.first()?.span.to(tokens.last()?.span),
            speaker: find_speaker(document, &quote.tokens),
        })
    };
    let mut cells: Vec<QuotationCell> = cell(own, Carried::Whole).into_iter().collect();
    for &at in near {
        if taken[at] {
            continue;
        }
        if let Some(carried) = carried(&quotes[own].keys, &quotes[at].keys) {
            taken[at] = true;
            let article = quotes[at].article;
            // Of several parts of a quotation the first one tells the place.
            if cells.iter().all(|cell| cell.article != article) {
                cells.extend(cell(at, carried));
            }
        }
    }
    cells
}

/// How a quotation carries a longer one; none if it is another one.
fn carried(whole: &[Key], part: &[Key]) -> Option<Carried> {
    if whole == part {
        return Some(Carried::Whole);
    }
    if whole.windows(part.len()).any(|window| window == part) {
        return Some(Carried::Cut);
    }
    let (whole, part) = (
        &whole[..whole.len().min(WORDS_COMPARED)],
        &part[..part.len().min(WORDS_COMPARED)],
    );
    let common = in_order(whole, part);
    (common as f64 >= COMMON * part.len() as f64).then_some(Carried::Altered)
}

/// The length of the longest common subsequence.
fn in_order(one: &[Key], other: &[Key]) -> usize {
    let mut row = vec![0; other.len() + 1];
    for a in one {
        let mut diagonal = 0;
        for (at, b) in other.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if a == b {
                diagonal + 1
            } else {
                above.max(row[at])
            };
            diagonal = above;
        }
    }
    row[other.len()]
}

/// Adds the articles that have the words of a quotation without its marks.
fn report(
    documents: &[Option<Document<'_>>],
    quotes: &[ArticleQuotation],
    rows: &mut [(usize, Vec<QuotationCell>)],
) {
    let texts: Vec<_> = rows
        .iter()
        .enumerate()
        .filter_map(|(row, (own, _))| {
            let quote = &quotes[*own];
            let document = documents[quote.article].as_ref()?;
            Some((row, document, quote.words.clone()))
        })
        .collect();
    let mut search = PassageSearch::of(texts.into_iter());
    for (article, document) in documents.iter().enumerate() {
        let Some(document) = document else { continue };
        for (row, words) in search.places_in(document) {
            let cells = &mut rows[row].1;
            if cells.iter().all(|cell| cell.article != article) {
                cells.push(QuotationCell {
                    article,
                    carried: Carried::Report,
                    span: document.span_of(words),
                    speaker: None,
                });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Library, Options};

    /// The rows of articles as lines: `article carried: words (speaker)`.
    fn rows(texts: &[&str]) -> Vec<String> {
        let mut library = Library::new(Options::default());
        let names: Vec<String> = (0..texts.len()).map(|at| at.to_string()).collect();
        for (name, text) in names.iter().zip(texts) {
            library.set(name, (*text).to_owned(), &[]);
        }
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let line = |row: &QuotationRow| {
            let cells = row.cells.iter().map(|cell| {
                let text = texts[cell.article];
                let speaker = cell
                    .speaker
                    .map(|span| format!(" ({})", &text[span.range()]));
                format!(
                    "{} {:?}{}",
                    cell.article,
                    cell.carried,
                    speaker.unwrap_or_default()
                )
            });
            cells.collect::<Vec<_>>().join(", ")
        };
        library.quotations(&names).iter().map(line).collect()
    }

    #[test]
    fn each_quotation_stands_once_with_all_who_carry_it() {
        let texts = [
            "“Nine boats waited outside the bar until the morning came,” said Ida Lundgren.",
            "“Nine boats waited outside the bar until the morning came,” the keeper said.",
            "She told us of “boats waited outside the bar until” the lamp was lit.",
            "“Nine boats lay outside the bar until the morning came,” Ida Lundgren said.",
            "The keeper saw that nine boats waited outside the bar until the morning came.",
            "Bakers queued for rye. “We have not slept for a week,” one of them said.",
        ];
        assert_eq!(
            rows(&texts),
            [
                "0 Whole (Ida Lundgren), 1 Whole, 2 Cut, 3 Altered (Ida Lundgren), 4 Report",
                "5 Whole"
            ]
        );
    }

    #[test]
    fn short_ones_and_missing_articles_have_no_row() {
        assert!(rows(&["He is a “dear friend” of ours.", ""]).is_empty());
        assert!(rows(&[]).is_empty());
        let library = Library::new(Options::default());
        assert!(library.quotations(&["gone"]).is_empty());
    }
}

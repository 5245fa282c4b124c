//! The whole of both texts as one list, word by word: what both have, what only the left has and what only the right has.
//!
//! Read without what is inserted it is the left text, read without what is deleted the right one, each from its first to
//! its last token. White space inside a paragraph is written as the right has it, and is a difference only where one side
//! has none. Paragraphs end with a break; one that only one side has is deleted or inserted like a word.

use std::borrow::Cow;

use super::moves::{Moved, Moves, free};
use crate::{
    alignment::{Row, RowKind},
    comparison::Comparison,
    document::Document,
    span::{Side, Sides, Span},
};

/// On which side something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// On both.
    Kept,
    /// Only on the left.
    Deleted,
    /// Only on the right.
    Inserted,
}

impl Fate {
    /// The side whose text it is: of what both have the right.
    pub fn side(self) -> Side {
        match self {
            Self::Deleted => Side::Left,
            Self::Kept | Self::Inserted => Side::Right,
        }
    }

    /// Whether a side has it.
    pub fn is_on(self, side: Side) -> bool {
        self == Self::Kept || self.side() == side
    }
}

/// That something stands in another place on the other side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct TrackMove {
    /// Counts the moves from 0, in left order.
    pub number: usize,
    /// The passage it belongs to, as an index into the passages.
    pub passage: usize,
    /// Whether the other side has these words there; else they were deleted or inserted inside what moved.
    pub kept: bool,
}

/// A stretch with one fate inside one paragraph, or the end of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Track {
    /// On which side it stands.
    pub fate: Fate,
    /// Where it stands in the text of [`Fate::side`]; never empty.
    pub span: Span,
    /// Whether it is white space that ends a paragraph.
    pub is_break: bool,
    /// For what moved, where to. None for what is kept in place.
    pub moved: Option<TrackMove>,
}

/// Both texts as one list.
#[derive(Debug)]
#[non_exhaustive]
pub struct Tracks<'t> {
    /// The texts.
    pub texts: Sides<&'t str>,
    /// In the order of both texts; of what stands in one place the left before the right, unless an end of a paragraph so stands
    /// beside white space of the other side. Empty if both texts are.
    pub list: Vec<Track>,
}

impl<'t> Tracks<'t> {
    /// The words of a track on one line, as they are written: a line break inside a paragraph is a blank.
    pub fn words(&self, track: &Track) -> Cow<'t, str> {
        let text = &self.texts.get(track.fate.side())[track.span.range()];
        if text.contains(breaks_line) {
            Cow::Owned(on_one_line(text))
        } else {
            Cow::Borrowed(text)
        }
    }
}

impl Track {
    /// Whether it has the fate of another, and moved with it.
    pub fn goes_with(&self, other: &Self) -> bool {
        let number = |track: &Self| track.moved.map(|moved| moved.number);
        self.fate == other.fate && number(self) == number(other)
    }
}

/// Whether a character of white space ends a line, or a page.
fn breaks_line(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// The text with a blank for each run of white space that ends a line.
fn on_one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(char::is_whitespace) {
        line.push_str(&rest[..at]);
        let after = rest[at..].trim_start();
        let space = &rest[at..rest.len() - after.len()];
        line.push_str(if space.contains(breaks_line) {
            " "
        } else {
            space
        });
        rest = after;
    }
    line.push_str(rest);
    line
}

/// Both texts as one list. Linear but for sorting.
pub fn tracks<'t>(comparison: &Comparison<'t>) -> Tracks<'t> {
    let documents = &comparison.documents;
    let mut writer = TrackWriter {
        documents,
        breaks: documents.as_ref().map(paragraph_starts),
        moves: Moves::new(comparison),
        at: Sides::default(),
        atoms: Sides::default(),
        list: Vec::new(),
    };
    for row in &comparison.rows {
        writer.row(comparison, row);
    }
    writer.region(
        documents
            .as_ref()
            .map(|document| (2 * document.tokens.len()).saturating_sub(1)),
    );
    Tracks {
        texts: documents.as_ref().map(|document| document.text),
        list: writer.list,
    }
}

/// Whether each token begins a paragraph.
fn paragraph_starts(document: &Document<'_>) -> Vec<bool> {
    let mut starts = vec![false; document.tokens.len()];
    for paragraph in &document.paragraphs {
        starts[document.sentences[paragraph.sentences.start].tokens.start] = true;
    }
    starts
}

/// A token or the white space before one.
#[derive(Clone, Copy)]
struct Atom {
    span: Span,
    what: What,
    moved: Option<Moved>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Token,
    Blank,
    Break,
}

/// Writes the list from anchor to anchor. Atoms of a side are counted: token `i` is atom `2 i`, the white space before it
/// atom `2 i - 1`.
struct TrackWriter<'d, 't> {
    documents: &'d Sides<Document<'t>>,
    /// Whether each token begins a paragraph.
    breaks: Sides<Vec<bool>>,
    moves: Moves,
    /// The atoms before these are written.
    at: Sides<usize>,
    /// Room for the atoms of a region.
    atoms: Sides<Vec<Atom>>,
    list: Vec<Track>,
}

impl TrackWriter<'_, '_> {
    /// Writes a row of two sides, and what stands before it.
    fn row(&mut self, comparison: &Comparison<'_>, row: &Row) {
        let documents = self.documents;
        let tokens = |side: Side| {
            let sentences = &documents.get(side).sentences[row.sentences.get(side).clone()];
            Some(sentences.first()?.tokens.start..sentences.last()?.tokens.end)
        };
        let (Some(left), Some(right)) = (tokens(Side::Left), tokens(Side::Right)) else {
            return;
        };
        let start = Sides::new(left.start, right.start);
        if Side::BOTH
            .into_iter()
            .all(|side| !self.moves_on(side, *start.get(side)))
        {
            self.region(start.map(|token| 2 * token));
        }
        // The edits of such a row cannot be read: it is replaced as a whole.
        if row.kind == RowKind::Reworded {
            return;
        }
        let kept = Sides::new((Side::Left, left), (Side::Right, right)).map(|(side, tokens)| {
            let changes = row.changes.iter().map(|change| *change.spans.get(side));
            let apart = row
                .moves
                .iter()
                .filter(|one| one.is_apart(&comparison.passages));
            let apart = apart.filter_map(|one| *one.spans.get(side));
            free(documents.get(side), tokens, changes.chain(apart).collect())
        });
        for (&l, &r) in kept.left.iter().zip(&kept.right) {
            self.anchor(Sides::new(l, r));
        }
    }

    /// Whether a token and the one before it are part of one move.
    fn moves_on(&self, side: Side, token: usize) -> bool {
        let of_token = self.moves.of_token.get(side);
        let number = |token: usize| of_token[token].map(|moved| moved.at);
        token > 0 && number(token).is_some() && number(token) == number(token - 1)
    }

    /// Writes a token that both sides have, and what stands before it. Passes over one that is not the same after all, or
    /// that moved.
    fn anchor(&mut self, tokens: Sides<usize>) {
        let span = |side: Side| self.documents.get(side).tokens[*tokens.get(side)].span;
        let text = |side: Side| &self.documents.get(side).text[span(side).range()];
        let moved = |side: Side| self.moves.of_token.get(side)[*tokens.get(side)].is_some();
        if text(Side::Left) != text(Side::Right) || Side::BOTH.into_iter().any(moved) {
            return;
        }
        let atom = Atom {
            span: span(Side::Right),
            what: What::Token,
            moved: None,
        };
        self.region(tokens.map(|token| 2 * token));
        self.push(Fate::Kept, &atom);
        self.at = tokens.map(|token| 2 * token + 1);
    }

    /// Writes the atoms up to some on each side, which face each other nowhere but as white space at both ends.
    fn region(&mut self, end: Sides<usize>) {
        let mut atoms = std::mem::take(&mut self.atoms);
        for side in Side::BOTH {
            let list = atoms.get_mut(side);
            list.clear();
            for at in *self.at.get(side)..*end.get(side) {
                list.extend(self.atom(side, at));
            }
        }
        self.at = end;
        let (mut left, mut right) = (&atoms.left[..], &atoms.right[..]);
        let (mut first, mut last) = (None, None);
        // White space of one sort before white space of two sorts.
        for faces in [faces_alike, faces] {
            if let ([l, after_l @ ..], [r, after_r @ ..]) = (left, right)
                && first.is_none()
                && faces(l, r)
            {
                first = Some((*l, *r));
                (left, right) = (after_l, after_r);
            }
            if let ([before_l @ .., l], [before_r @ .., r]) = (left, right)
                && last.is_none()
                && faces(l, r)
            {
                last = Some((*l, *r));
                (left, right) = (before_l, before_r);
            }
        }
        self.white_space(first);
        let open = first.is_some() || self.list.is_empty();
        let close = last.is_some() || self.is_end(&end);
        for (fate, atoms) in in_order(left, right, open, close) {
            atoms.iter().for_each(|atom| self.push(fate, atom));
        }
        self.white_space(last);
        self.atoms = atoms;
    }

    /// Whether no atom of either side stands behind.
    fn is_end(&self, end: &Sides<usize>) -> bool {
        let documents = self.documents;
        let all = |side: Side| 2 * documents.get(side).tokens.len();
        Side::BOTH
            .into_iter()
            .all(|side| end.get(side) + 1 >= all(side))
    }

    /// Writes white space that faces white space, if some does.
    fn white_space(&mut self, pair: Option<(Atom, Atom)>) {
        match pair {
            Some((left, right)) if left.what == right.what => self.push(Fate::Kept, &right),
            Some((left, right)) => {
                self.push(Fate::Deleted, &left);
                self.push(Fate::Inserted, &right);
            }
            None => {}
        }
    }

    /// An atom of a side; none for white space where there is none.
    fn atom(&self, side: Side, at: usize) -> Option<Atom> {
        let tokens = &self.documents.get(side).tokens;
        let of_token = self.moves.of_token.get(side);
        if at.is_multiple_of(2) {
            return Some(Atom {
                span: tokens[at / 2].span,
                what: What::Token,
                moved: of_token[at / 2],
            });
        }
        let next = at / 2 + 1;
        let span = Span {
            start: tokens[next - 1].span.end,
            end: tokens[next].span.start,
        };
        let is_break = self.breaks.get(side)[next];
        (!span.is_empty()).then(|| Atom {
            span,
            what: if is_break { What::Break } else { What::Blank },
            // What stands behind a word goes with it.
            moved: of_token[next - 1].filter(|_| self.moves_on(side, next)),
        })
    }

    fn push(&mut self, fate: Fate, atom: &Atom) {
        let moved = atom.moved.map(|Moved { at, kept }| TrackMove {
            number: at as usize,
            passage: self.moves.passages[at as usize],
            kept,
        });
        let track = Track {
            fate,
            span: atom.span,
            is_break: atom.what == What::Break,
            moved,
        };
        match self.list.last_mut() {
            Some(last) if last.goes_on(&track) => last.span.end = track.span.end,
            _ => self.list.push(track),
        }
    }
}

impl Track {
    /// Whether another is more of the same.
    fn goes_on(&self, next: &Self) -> bool {
        self.fate == next.fate
            && self.moved == next.moved
            && !self.is_break
            && !next.is_break
            && self.span.end == next.span.start
    }
}

/// Atoms of both sides that face each other nowhere, the left before the right. But where only one side ends a paragraph, that
/// end stands beside white space of the other, or an end of it, if there is some inside, before (`open`) or behind (`close`):
/// some programs put a blank where they join paragraphs.
fn in_order<'a>(
    left: &'a [Atom],
    right: &'a [Atom],
    open: bool,
    close: bool,
) -> [(Fate, &'a [Atom]); 4] {
    let ends = |atoms: &[Atom]| atoms.iter().any(|atom| atom.what == What::Break);
    let white = |atoms: &[Atom]| {
        let stays = |atom: &Atom| atom.what != What::Token && atom.moved.is_none();
        atoms.iter().position(stays)
    };
    let cuts = match (ends(left), ends(right)) {
        (true, false) if !open => {
            let behind = if close { right.len() } else { 0 };
            Sides::new(0, white(right).unwrap_or(behind))
        }
        (false, true) if !close => {
            let before = if open { 0 } else { left.len() };
            Sides::new(white(left).unwrap_or(before), right.len())
        }
        (true, true) if !open => {
            Sides::new(white(left).unwrap_or(left.len()), white(right).unwrap_or(0))
        }
        _ => Sides::new(left.len(), 0),
    };
    [
        (Fate::Deleted, &left[..cuts.left]),
        (Fate::Inserted, &right[..cuts.right]),
        (Fate::Deleted, &left[cuts.left..]),
        (Fate::Inserted, &right[cuts.right..]),
    ]
}

/// Whether two atoms are white space that stays in its place.
fn faces(left: &Atom, right: &Atom) -> bool {
    let stays = |atom: &Atom| atom.what != What::Token && atom.moved.is_none();
    stays(left) && stays(right)
}

/// The same of one sort.
fn faces_alike(left: &Atom, right: &Atom) -> bool {
    left.what == right.what && faces(left, right)
}

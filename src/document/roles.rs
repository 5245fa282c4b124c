//! What each paragraph is for: title, heading, item, prose. Boilerplate is told apart in `boilerplate`.

use rustc_hash::FxHashMap;

use super::{
    Boilerplate, Document, LineOverride, QuarterWords, Role, boilerplate,
    shape::{LONGEST_TITLE, Shape},
};

/// The greatest length of a heading inside an article: 14 words, by eye on news sites.
const LONGEST_HEADING: QuarterWords = QuarterWords::of_words(14);

/// A line of verse has at most so many bytes: of Latin letters the longest metres have some 60.
const VERSE_BYTES: usize = 80;

/// Lines of the shortest stanza that is told from a heading with a line of text.
const STANZA_LINES: usize = 4;

/// Gives every paragraph its role.
pub(super) fn assign(
    document: &mut Document<'_>,
    skip_boilerplate: bool,
    line_overrides: &[LineOverride],
) {
    let shapes: Vec<Shape> = (0..document.paragraphs.len())
        .map(|paragraph| Shape::of(document, paragraph))
        .collect();
    let recognised = boilerplate::detect_boilerplate(document, &shapes);
    if skip_boilerplate {
        for &(paragraph, kind) in &recognised {
            document.paragraphs[paragraph].role = Role::Boilerplate(kind);
        }
    }
    decide(document, line_overrides);
    // Lines of the page around the article stay prose when they are compared: none is its headline.
    let mut recognised = recognised.into_iter().peekable();
    let own: Vec<usize> = (0..shapes.len())
        .filter(|&at| {
            let around = recognised
                .next_if(|&(paragraph, _)| paragraph == at)
                .is_some();
            !around && !matches!(document.paragraphs[at].role, Role::Boilerplate(_))
        })
        .collect();
    let verse = verse(document, &shapes, &own);
    for (place, &paragraph) in own.iter().enumerate() {
        if verse[place] {
            document.paragraphs[paragraph].role = Role::Prose;
            continue;
        }
        let next = own.get(place + 1).map(|&next| shapes[next]);
        let before = place
            .checked_sub(1)
            .map(|before| &document.paragraphs[own[before]].role);
        document.paragraphs[paragraph].role = role(shapes[paragraph], before, next);
    }
}

/// Which of some paragraphs are lines of verse, and so neither headings nor items: short lines one below the other, of
/// which half end with a mark, but for the first, which may be a heading; and a line that the next one goes on with a
/// small letter.
#[inline(never)]
fn verse(document: &Document<'_>, shapes: &[Shape], own: &[usize]) -> Vec<bool> {
    let span = |at: &usize| document.paragraphs[*at].span;
    let below = |a: &usize, b: &usize| {
        let between = &document.text[span(a).end as usize..span(b).start as usize];
        let breaks = between
            .chars()
            .filter(|c| matches!(c, '\n' | '\u{2028}' | '\u{2029}'));
        breaks.count() == 1 && span(a).len() <= VERSE_BYTES && span(b).len() <= VERSE_BYTES
    };
    let mut verse = Vec::with_capacity(own.len());
    for lines in own.chunk_by(below) {
        let shapes = lines.iter().map(|&at| shapes[at]);
        let ends = shapes.clone().filter(|shape| shape.ends).count();
        let stanza = lines.len() >= STANZA_LINES
            && ends * 2 >= lines.len()
            && !shapes.clone().any(|shape| shape.marked);
        let next = shapes.clone().skip(1).map(Some).chain([None]);
        let lines = shapes.zip(next).enumerate();
        verse.extend(lines.map(|(at, (shape, next))| {
            let continued = !shape.marked && next.is_some_and(|next| next.goes_on);
            stanza && at > 0 || continued && !shape.ends
        }));
    }
    verse
}

/// Lets the reader's line overrides stand over what was recognised. Of two on one line the later holds.
#[inline(never)]
fn decide(document: &mut Document<'_>, line_overrides: &[LineOverride]) {
    if line_overrides.is_empty() {
        return;
    }
    let by_line: FxHashMap<&str, bool> = line_overrides
        .iter()
        .map(|line_override| (line_override.line.trim(), line_override.boilerplate))
        .collect();
    for paragraph in &mut document.paragraphs {
        let line = document.text[paragraph.span.range()].trim();
        let recognised = matches!(paragraph.role, Role::Boilerplate(_));
        match by_line.get(line) {
            Some(true) if !recognised => {
                paragraph.role = Role::Boilerplate(Boilerplate::ExcludedByUser)
            }
            Some(false) if recognised => paragraph.role = Role::Prose,
            _ => {}
        }
    }
}

/// The role of a paragraph of the article, by its shape, the role before it and the shape behind it.
fn role(shape: Shape, before: Option<&Role>, next: Option<Shape>) -> Role {
    if shape.marked {
        return Role::Item;
    }
    let may_head =
        !shape.ends || shape.exclaims && before.is_none() && next.is_some_and(Shape::is_prose);
    if !may_head || shape.length == QuarterWords::default() {
        return Role::Prose;
    }
    let heads = next.is_some_and(|next| !next.marked && (next.stops || next.length > shape.length));
    match before {
        None if next.is_some() && shape.length <= LONGEST_TITLE => Role::Title,
        Some(_) if shape.length > LONGEST_HEADING => Role::Prose,
        Some(_) if heads => Role::Heading,
        Some(_) => Role::Item,
        None => Role::Prose,
    }
}

//! Who says a quotation, where that stands right beside it.
//!
//! Precision before recall: a name is the speaker if it stands next to a verb of saying that stands next to the
//! quotation (`”, said Ida Lundgren`, `”, Ida Lundgren said`, `Ida Lundgren said: “`). A pronoun is none, and neither is
//! a name further away.

use std::ops::Range;

use crate::{
    document::{Document, TokenKind},
    language::{self, Class},
    quotations,
    span::Span,
};

/// Words of the longest name, with its titles.
const NAME_WORDS: usize = 5;

/// The speaker of a quotation, which is given by its tokens without the marks.
pub(super) fn find_speaker(document: &Document<'_>, quote: &Range<usize>) -> Option<Span> {
    behind(document, quote.end).or_else(|| before(document, quote.start))
}

/// Behind the closing mark: the verb, then the name, or the other way round.
fn behind(document: &Document<'_>, end: usize) -> Option<Span> {
    let mut at = end;
    // The closing mark, and a comma before or behind it.
    while at < document.tokens.len() && at < end + 3 && is_mark(document, at) {
        at += 1;
    }
    if at == end || !same_paragraph(document, end.checked_sub(1)?, at) {
        return None;
    }
    if says(document, at) {
        return name_from(document, at + 1).map(|name| span_of(document, &name));
    }
    let name = name_from(document, at)?;
    let verb = says(document, name.end) && !opens_quotation(document, name.end + 1);
    verb.then(|| span_of(document, &name))
}

/// Before the opening mark: the name, the verb, and a colon or comma.
fn before(document: &Document<'_>, start: usize) -> Option<Span> {
    let mut at = start;
    while at > 0 && start - at < 3 && is_mark(document, at - 1) {
        at -= 1;
    }
    let verb = at.checked_sub(1).filter(|&at| says(document, at))?;
    if !same_paragraph(document, verb, start) || at == start {
        return None;
    }
    let mut from = verb;
    while from > 0
        && verb - from < NAME_WORDS
        && is_part(document, from - 1)
        && has_blank(document, from - 1)
    {
        from -= 1;
    }
    is_name(document, from..verb).then(|| span_of(document, &(from..verb)))
}

/// The name that begins at a token.
fn name_from(document: &Document<'_>, start: usize) -> Option<Range<usize>> {
    let mut end = start;
    while end < document.tokens.len() && end - start < NAME_WORDS && is_part(document, end) {
        end += 1;
        if !has_blank(document, end - 1) {
            break;
        }
    }
    is_name(document, start..end).then_some(start..end)
}

/// Whether a run of words with capitals is a name: none of them begins a sentence or names a day, and one is more than a
/// title.
fn is_name(document: &Document<'_>, tokens: Range<usize>) -> bool {
    let is = |at: usize, classes: &[Class]| {
        let word = text(document, at).to_lowercase();
        let mut classes = classes.iter();
        classes.any(|&class| language::is(&word, class, document.languages))
    };
    let other = [
        Class::Common,
        Class::Preposition,
        Class::Weekday,
        Class::Month,
    ];
    tokens.len() < NAME_WORDS
        && !tokens.clone().any(|at| is(at, &other))
        && tokens.into_iter().any(|at| !is(at, &[Class::Title]))
}

/// Whether a token may be part of a name: a word with a capital, or the stop of a short title.
fn is_part(document: &Document<'_>, at: usize) -> bool {
    let token = &document.tokens[at];
    let word = token.kind == TokenKind::Word && language::has_capital(text(document, at));
    word || text(document, at) == "."
        && at > 0
        && language::is(
            &text(document, at - 1).to_lowercase(),
            Class::ShortTitle,
            document.languages,
        )
}

/// Whether a blank, or the stop of a title, stands behind a token.
fn has_blank(document: &Document<'_>, at: usize) -> bool {
    let (Some(token), Some(next)) = (document.tokens.get(at), document.tokens.get(at + 1)) else {
        return false;
    };
    let between = &document.text[token.span.end as usize..next.span.start as usize];
    between == " " || between.is_empty() && text(document, at + 1) == "."
}

fn says(document: &Document<'_>, at: usize) -> bool {
    let is_word = |at: usize| document.tokens[at].kind == TokenKind::Word;
    at < document.tokens.len()
        && is_word(at)
        && language::says(&text(document, at).to_lowercase(), document.languages)
}

/// Whether another quotation begins here, of which the words before may be the speaker's.
fn opens_quotation(document: &Document<'_>, at: usize) -> bool {
    let near = at..document.tokens.len().min(at + 2);
    near.into_iter()
        .any(|at| text(document, at).starts_with(':') || quotations::may_open(document, at))
}

fn is_mark(document: &Document<'_>, at: usize) -> bool {
    document.tokens[at].kind == TokenKind::Punctuation
}

fn same_paragraph(document: &Document<'_>, one: usize, other: usize) -> bool {
    let (Some(a), Some(b)) = (document.tokens.get(one), document.tokens.get(other)) else {
        return false;
    };
    let paragraph = document
        .paragraphs
        .partition_point(|paragraph| paragraph.span.end <= a.span.start);
    let paragraph = document.paragraphs.get(paragraph);
    paragraph.is_some_and(|paragraph| b.span.end <= paragraph.span.end)
}

fn text<'t>(document: &Document<'t>, at: usize) -> &'t str {
    &document.text[document.tokens[at].span.range()]
}

fn span_of(document: &Document<'_>, tokens: &Range<usize>) -> Span {
    let (first, last) = (tokens.start, tokens.end - 1);
    document.tokens[first].span.to(document.tokens[last].span)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, document::Vocabulary, quotations::find_quotations};

    /// The speaker of the first quotation of a text.
    fn speaker(text: &str) -> Option<&str> {
        let document = Document::new(text, &Options::default(), &mut Vocabulary::default());
        let quote = find_quotations(&document).into_iter().next()?;
        find_speaker(&document, &quote).map(|span| &text[span.range()])
    }

    #[test]
    fn the_speaker_stands_beside_the_verb_of_saying() {
        for (text, expected) in [
            (
                "“We waited all night for the boat,” said Ida Lundgren.",
                Some("Ida Lundgren"),
            ),
            (
                "“We waited all night for the boat,” Ida Lundgren said on Monday.",
                Some("Ida Lundgren"),
            ),
            (
                "“We waited all night for the boat,” Mr. Lundgren told the court.",
                Some("Mr. Lundgren"),
            ),
            (
                "Ida Lundgren said: “We waited all night for the boat.”",
                Some("Ida Lundgren"),
            ),
            (
                "On Monday Ida Lundgren said, “We waited all night for the boat.”",
                None,
            ),
            (
                "„Wir warteten die ganze Nacht“, sagte Ida Lundgren.",
                Some("Ida Lundgren"),
            ),
            // A pronoun, a title, nobody, somebody further away, another paragraph, the speaker of the next one.
            ("“We waited all night for the boat,” she said.", None),
            ("“We waited all night for the boat,” the mayor said.", None),
            ("“We waited all night for the boat.” It was late.", None),
            (
                "“We waited all night for the boat,” as Ida Lundgren had often said.",
                None,
            ),
            (
                "“We waited all night for the boat.”\n\nIda Lundgren said no more.",
                None,
            ),
            (
                "“We waited all night for the boat.” Ida Lundgren said: “We did not.”",
                None,
            ),
            ("Nobody spoke.", None),
        ] {
            assert_eq!(speaker(text), expected, "{text}");
        }
    }
}

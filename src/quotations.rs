//! Which tokens stand inside quotation marks.

use std::ops::Range;

use crate::{
    document::{Document, TokenKind},
    language,
};

/// Greatest length of a quotation without a closing mark, in tokens; beyond it the mark was a stray. By eye.
const LONGEST: usize = 400;

/// The quotations of a text, without their marks, as ranges of [`Document::tokens`], in order,
/// disjoint, none empty. A quotation ends at its closing mark or, if it has none, at the end of its
/// paragraph (newspapers open every paragraph of a long quotation and close only the last).
pub fn find_quotations(document: &Document<'_>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for paragraph in &document.paragraphs {
        let sentences = &document.sentences[paragraph.sentences.clone()];
        let (Some(first), Some(last)) = (sentences.first(), sentences.last()) else {
            continue;
        };
        inside(document, first.tokens.start..last.tokens.end, &mut found);
    }
    found
}

fn inside(document: &Document<'_>, tokens: Range<usize>, found: &mut Vec<Range<usize>>) {
    let mut open: Option<(usize, char)> = None;
    for at in tokens.clone() {
        let token = &document.tokens[at];
        if token.kind != TokenKind::Punctuation {
            continue;
        }
        for mark in language::without_entities(&document.text[token.span.range()]).chars() {
            match open {
                Some((start, opening)) if language::closes(opening, mark) => {
                    if start < at {
                        found.push(start..at);
                    }
                    open = None;
                }
                None if language::opens(mark, leads(document, at, &tokens)) => {
                    open = Some((at + 1, mark));
                }
                _ => {}
            }
        }
    }
    if let Some((start, _)) = open
        && start < tokens.end
        && tokens.end - start <= LONGEST
    {
        found.push(start..tokens.end);
    }
}

/// Whether a mark stands right before a word and right behind none.
fn leads(document: &Document<'_>, at: usize, tokens: &Range<usize>) -> bool {
    let all = &document.tokens;
    let is_word = |at: usize| all[at].kind != TokenKind::Punctuation;
    let before = at > tokens.start && all[at - 1].span.end == all[at].span.start && is_word(at - 1);
    let behind =
        at + 1 < tokens.end && all[at].span.end == all[at + 1].span.start && is_word(at + 1);
    behind && !before
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, document::Vocabulary};

    /// What is quoted in a text.
    fn quoted(text: &str) -> Vec<&str> {
        let document = Document::new(text, &Options::default(), &mut Vocabulary::default());
        let span = |at: usize| document.tokens[at].span;
        let found = find_quotations(&document).into_iter();
        found
            .map(|tokens| &text[span(tokens.start).to(span(tokens.end - 1)).range()])
            .collect()
    }

    #[test]
    fn quotations_end_at_their_mark() {
        for (text, expected) in [
            ("“No,” she said and left.", vec!["No,"]),
            ("\"No,\" she said and left.", vec!["No,"]),
            ("„Nein“, sagte sie und ging.", vec!["Nein"]),
            ("«Non», dit-elle.", vec!["Non"]),
            ("»Nein«, sagte sie.", vec!["Nein"]),
            ("「いいえ」と彼女は言った。", vec!["いいえ"]),
            ("‘No,’ she said and left.", vec!["No,"]),
            // Typed in two programs: a straight mark closes a curly one.
            ("“No,\" she said and left.", vec!["No,"]),
            (
                "“No,\" she said. “Not I.\" Then she left.",
                vec!["No,", "Not I."],
            ),
            // No mark that closes: up to the end of the paragraph.
            ("“We stay. We wait.\n\nShe left.", vec!["We stay. We wait."]),
            ("She said nothing.", vec![]),
            ("She said “” and left.", vec![]),
        ] {
            assert_eq!(quoted(text), expected, "{text}");
        }
    }
}

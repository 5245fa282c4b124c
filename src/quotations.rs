//! Which tokens stand inside quotation marks, and where a clause begins.

use std::ops::Range;

use crate::{
    document::{Document, TokenKind},
    language,
};

/// Greatest length of a quotation without a closing mark, in tokens; beyond it the mark was a stray. By eye.
const LONGEST_QUOTATION: usize = 400;

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
    // Asked once, of a paragraph with a straight mark.
    let mut cells = None;
    let mut open: Option<(usize, char)> = None;
    for at in tokens.clone() {
        let token = &document.tokens[at];
        if token.kind != TokenKind::Punctuation {
            continue;
        }
        let written = language::without_entities(&document.text[token.span.range()]);
        for mark in typed(&written).chars() {
            match open {
                Some((start, opening)) if closes(document, at, &tokens, opening, mark) => {
                    if start < at && !is_reading(document, start..at, &tokens) {
                        found.push(start..at);
                    }
                    open = None;
                }
                // The second mark of two that open.
                Some((start, '`')) if mark == '`' && start >= at => open = Some((at + 1, mark)),
                None if mark == '"'
                    && *cells.get_or_insert_with(|| has_quoted_cells(document, &tokens)) => {}
                // Mails begin lines with >>, and wikis lean ''words''.
                None if matches!(&*written, ">>" | "''") => {}
                None if language::opens(mark, leads(document, at, &tokens))
                    && (!is_doubtful(mark, &written) || is_closed(document, at, &tokens, mark)) =>
                {
                    open = Some((at + 1, mark));
                }
                _ => {}
            }
        }
    }
    if let Some((start, mark)) = open
        && start < tokens.end
        && tokens.end - start <= LONGEST_QUOTATION
        && !is_single(mark)
    {
        found.push(start..tokens.end);
    }
}

/// The mark for which two characters are typed: `<<we go>>`, `,,wir gehen''`.
pub(crate) fn typed(written: &str) -> &str {
    match written {
        "<<" => "«",
        ">>" => "»",
        ",," => "„",
        "''" => "”",
        _ => written,
    }
}

/// Whether a mark, as written, has to be closed to open a quotation.
fn is_doubtful(mark: char, written: &str) -> bool {
    is_single(mark) || matches!(written, "<<" | ",,")
}

/// Whether a mark is an apostrophe more often than that it opens a quotation, which then has to be closed.
fn is_single(mark: char) -> bool {
    matches!(mark, '\'' | '’' | '`')
}

/// Whether a mark at a token closes what another opened: a single one only where no word goes on behind it.
fn closes(
    document: &Document<'_>,
    at: usize,
    tokens: &Range<usize>,
    open: char,
    mark: char,
) -> bool {
    language::closes(open, mark) && (!is_single(open) || !joins_word(document, at, tokens))
}

/// Whether a word follows a mark at once. In Korean an ending does.
fn joins_word(document: &Document<'_>, at: usize, tokens: &Range<usize>) -> bool {
    let all = &document.tokens;
    at + 1 < tokens.end
        && all[at].span.end == all[at + 1].span.start
        && all[at + 1].kind != TokenKind::Punctuation
        && !document.text[all[at + 1].span.range()].starts_with(language::is_hangul)
}

/// Whether a quotation of two words at least, opened at a token, is closed.
fn is_closed(document: &Document<'_>, at: usize, tokens: &Range<usize>, open: char) -> bool {
    let close = (at + 1..tokens.end.min(at + LONGEST_QUOTATION)).find(|&end| {
        document.tokens[end].kind == TokenKind::Punctuation
            && typed(&document.text[document.tokens[end].span.range()])
                .chars()
                .any(|mark| closes(document, end, tokens, open, mark))
    });
    let is_word = |at: &usize| document.tokens[*at].kind != TokenKind::Punctuation;
    close.is_some_and(|end| (at + 1..end).filter(is_word).count() > 1)
}

/// Whether straight marks stand around the cells of a table, with nothing but a separator between them.
fn has_quoted_cells(document: &Document<'_>, tokens: &Range<usize>) -> bool {
    let all = &document.tokens;
    let text = &document.text[all[tokens.start].span.to(all[tokens.end - 1].span).range()];
    ["\",\"", "\";\"", "\"\t\""]
        .iter()
        .any(|between| text.contains(between))
}

/// Whether marks hold how the Chinese characters right before them are read: `港町《みなとまち》`.
fn is_reading(document: &Document<'_>, tokens: Range<usize>, all: &Range<usize>) -> bool {
    let span = |at: usize| document.tokens[at].span;
    let text = &document.text[span(tokens.start).to(span(tokens.end - 1)).range()];
    let Some(before) = tokens
        .start
        .checked_sub(2)
        .filter(|before| *before >= all.start)
    else {
        return false;
    };
    let mark = &document.text[span(before + 1).range()];
    let joined = span(before).end == span(before + 1).start;
    let before = &document.text[span(before).range()];
    mark.starts_with('《')
        && joined
        && text.chars().all(language::is_kana)
        && before.chars().all(language::is_han)
}

/// Whether a clause may begin at a token: behind a colon, a dash, an opening mark, a stamp or number at the start of a
/// sentence, whose first token is `start`. A capital tells no name there.
pub(crate) fn opens_clause(document: &Document<'_>, at: usize, start: usize) -> bool {
    let all = &document.tokens;
    let text = |at: usize| &document.text[all[at].span.range()];
    let Some(before) = at.checked_sub(1).filter(|before| *before >= start) else {
        return true;
    };
    let joined = all[before].span.end == all[at].span.start;
    if all[before].kind == TokenKind::Number {
        return !joined && (start..before).all(|at| all[at].kind == TokenKind::Punctuation);
    }
    let opening =
        |c: char| language::opens(c, true) || matches!(c, ':' | '：' | '•' | '·' | '¿' | '¡');
    let ending = |c: char| {
        matches!(
            c,
            '—' | '–' | '-' | ']' | '…' | '.' | '!' | '?' | '|' | '>' | '*'
        )
    };
    // "(b)", which numbers the clause.
    let numbered = |mark: char| mark == ')' && before - start <= 2;
    let mark = text(before).chars().next_back();
    all[before].kind == TokenKind::Punctuation
        && mark.is_some_and(|mark| opening(mark) || (ending(mark) || numbered(mark)) && !joined)
}

/// Whether the mark at a token may open a quotation where it stands.
pub(crate) fn may_open(document: &Document<'_>, at: usize) -> bool {
    let token = &document.tokens[at];
    let mark = document.text[token.span.range()].chars().next_back();
    token.kind == TokenKind::Punctuation
        && mark.is_some_and(|mark| {
            let all = 0..document.tokens.len();
            language::opens(mark, leads(document, at, &all))
        })
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

    #[test]
    fn marks_open_where_they_stand() {
        for (text, mark, expected) in [
            ("She said “we go”.", '“', true),
            ("She said “we go”.", '”', false),
            ("Hon sa ”vi går”.", '”', true),
            ("Sie sagte „wir gehen“.", '„', true),
            ("Sie sagte »wir gehen«.", '»', true),
            ("Elle dit « nous allons ».", '«', true),
            ("Elle dit « nous allons ».", '»', false),
            ("彼女は「行く」と言った。", '「', true),
            ("他说《大河》很好。", '《', true),
            ("The Dockers’ Union met.", '’', false),
            ("She said, we go.", ',', false),
        ] {
            let document = Document::new(text, &Options::default(), &mut Vocabulary::default());
            let place = text.find(mark).unwrap() as u32;
            let at = document
                .tokens
                .iter()
                .position(|token| token.span.start == place);
            assert_eq!(
                may_open(&document, at.unwrap()),
                expected,
                "{mark} in {text}"
            );
        }
    }

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
            ("She said 'not I, dear' and left.", vec!["not I, dear"]),
            ("She said ’inte jag’ and left.", vec!["inte jag"]),
            ("She said ``not I'' and left.", vec!["not I"]),
            ("She said <<not I>> and left.", vec!["not I"]),
            ("She said ,,not I'' and left.", vec!["not I"]),
            ("She said <<not I and left.", vec![]),
            ("She said ,,not I and left.", vec![]),
            (">>She said so.\n>>She left.", vec![]),
            ("She sailed the ''Old Maid'' to Dorn.", vec![]),
            ("The boys' toys of the '90s don't last.", vec![]),
            ("\"pier\",\"12\",\"open\"", vec![]),
            ("港町《みなとまち》の船", vec![]),
            ("本《みなと まち》の船", vec!["みなと まち"]),
            ("She said “” and left.", vec![]),
        ] {
            assert_eq!(quoted(text), expected, "{text}");
        }
    }
}

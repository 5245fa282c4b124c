//! Which marks belong to a passage: a currency sign before its first figure, a per cent sign behind its last, and the other
//! half of each pair of quotation marks or brackets in it, where nothing but marks lies between.

use std::ops::Range;

use crate::{document::Document, language, lexicon, span::Span};

/// Brackets, as pairs.
const BRACKETS: [[char; 2]; 6] = [
    ['(', ')'],
    ['[', ']'],
    ['{', '}'],
    ['（', '）'],
    ['［', '］'],
    ['【', '】'],
];

/// Marks that may stand between the last word of a passage and the mark that closes: `go!”`, `so),”`.
const BETWEEN: [char; 12] = [
    '.', ',', ';', ':', '!', '?', '…', '。', '，', '！', '？', '’',
];

/// Where a range of words stands, with the marks that belong to it. Never empty for a range that is not.
pub fn span_with_marks(document: &Document<'_>, words: Range<usize>) -> Span {
    let paragraph = paragraph_of(document, words.start);
    let mut span = document.span_of(words);
    let text = document.text;
    loop {
        let wider = with_halves(text, with_signs(text, span), paragraph);
        if wider == span {
            return span;
        }
        span = wider;
    }
}

/// The paragraph that a word stands in, as a span.
fn paragraph_of(document: &Document<'_>, word: usize) -> Span {
    let at = document.tokens[document.words[word] as usize].span.start;
    let paragraphs = &document.paragraphs;
    let found = paragraphs.partition_point(|paragraph| paragraph.span.end <= at);
    paragraphs[found].span
}

/// Takes in a currency sign before the first figure, and a per cent or currency sign behind the last.
fn with_signs(text: &str, mut span: Span) -> Span {
    let inside = &text[span.range()];
    let is_figure = |c: char| language::digit(c).is_some();
    if inside.starts_with(is_figure)
        && let Some(sign) = text[..span.start as usize].chars().next_back()
        && lexicon::money_sign(sign.encode_utf8(&mut [0; 4])).is_some()
    {
        span.start -= sign.len_utf8() as u32;
    }
    if inside.ends_with(is_figure) {
        let behind = &text[span.end as usize..];
        let sign = behind.trim_start_matches([' ', '\u{A0}', '\u{202F}']);
        let blanks = behind[..behind.len() - sign.len()].chars().count();
        if blanks <= 1
            && let Some(c) = sign.chars().next()
            && (matches!(c, '%' | '‰' | '٪' | '％')
                || lexicon::money_sign(c.encode_utf8(&mut [0; 4])).is_some())
        {
            span.end = (text.len() - sign.len() + c.len_utf8()) as u32;
        }
    }
    span
}

/// Takes in the other half of a pair of marks of which one stands inside.
fn with_halves(text: &str, mut span: Span, within: Span) -> Span {
    let (opened, closed) = unpaired(&text[span.range()]);
    if let Some(&open) = opened.last() {
        let behind = &text[span.end as usize..(within.end as usize).max(span.end as usize)];
        let mut at = span.end as usize;
        for c in behind.chars() {
            at += c.len_utf8();
            if closes(open, c) {
                span.end = at as u32;
                break;
            }
            if !BETWEEN.contains(&c) {
                break;
            }
        }
    }
    if let Some(&close) = closed.first() {
        let before = &text[(within.start as usize).min(span.start as usize)..span.start as usize];
        if let Some(open) = before.chars().next_back()
            && closes(open, close)
        {
            span.start -= open.len_utf8() as u32;
        }
    }
    span
}

/// The marks of a stretch that open and are not closed, and those that close and were not opened, each in order.
fn unpaired(text: &str) -> (Vec<char>, Vec<char>) {
    let (mut opened, mut closed): (Vec<char>, Vec<char>) = (Vec::new(), Vec::new());
    let mut before = None;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let behind = chars.peek().copied();
        if let Some(&open) = opened.last()
            && closes(open, c)
        {
            opened.pop();
        } else if opens(c, before, behind) {
            opened.push(c);
        } else if is_closing(c) {
            closed.push(c);
        }
        before = Some(c);
    }
    (opened, closed)
}

fn closes(open: char, close: char) -> bool {
    BRACKETS.contains(&[open, close])
        || language::is_quotation_mark(open)
            && language::is_quotation_mark(close)
            && language::closes(open, close)
}

/// Whether a mark opens: a mark that may do both opens before a word and behind none.
fn opens(c: char, before: Option<char>, behind: Option<char>) -> bool {
    let leads =
        behind.is_some_and(char::is_alphanumeric) && !before.is_some_and(char::is_alphanumeric);
    BRACKETS.iter().any(|pair| pair[0] == c)
        || language::is_quotation_mark(c) && language::opens(c, leads) && (leads || c != '"')
}

fn is_closing(c: char) -> bool {
    BRACKETS.iter().any(|pair| pair[1] == c) || language::is_quotation_mark(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, document::Vocabulary};

    /// The stretch of the words from the one with `first` to the one with `last`, with its marks.
    fn taken(text: &str, first: &str, last: &str) -> String {
        let options = Options {
            skip_boilerplate: false,
            ..Options::default()
        };
        let document = Document::new(text, &options, &mut Vocabulary::default());
        let at = |word: &str| {
            let all = 0..document.words.len();
            let mut found = all.filter(|&at| document.word_text(at) == word);
            found.next().expect("the word is there")
        };
        let span = span_with_marks(&document, at(first)..at(last) + 1);
        text[span.range()].to_owned()
    }

    #[test]
    fn marks_stay_with_what_they_enclose() {
        let table = [
            (
                "He cried: “Come back!” Then he left.",
                "He",
                "back",
                "He cried: “Come back!”",
            ),
            (
                "“Come back,” he cried.",
                "Come",
                "cried",
                "“Come back,” he cried",
            ),
            (
                "Take it (or leave it), she said.",
                "Take",
                "leave",
                "Take it (or leave",
            ),
            ("Take it (or leave it), she said.", "Take", "it", "Take it"),
            (
                "Some (all but two) left.",
                "all",
                "left",
                "(all but two) left",
            ),
            ("Some (but two) left.", "but", "left", "(but two) left"),
            (
                "It was \"as good as new\".",
                "It",
                "new",
                "It was \"as good as new\"",
            ),
            (
                "Sie rief: „Komm zurück!“ Und ging.",
                "Sie",
                "zurück",
                "Sie rief: „Komm zurück!“",
            ),
            ("Don’t go (not now).", "Don’t", "now", "Don’t go (not now)"),
            ("One “two three” four.", "two", "three", "two three"),
        ];
        for (text, first, last, wanted) in table {
            assert_eq!(taken(text, first, last), wanted, "{text}");
        }
    }

    #[test]
    fn signs_stay_with_their_figures() {
        let table = [
            ("It cost $84 more.", "84", "more", "$84 more"),
            ("It cost €3.5m more.", "3.5m", "more", "€3.5m more"),
            ("It rose to 12% at once.", "It", "12", "It rose to 12%"),
            ("Es stieg auf 12 % an.", "Es", "12", "Es stieg auf 12 %"),
            ("Es kostet 12 € mehr.", "Es", "12", "Es kostet 12 €"),
            ("It rose to 12 pounds.", "It", "12", "It rose to 12"),
        ];
        for (text, first, last, wanted) in table {
            assert_eq!(taken(text, first, last), wanted, "{text}");
        }
    }
}

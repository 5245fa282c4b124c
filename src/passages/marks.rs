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

/// Words that a passage loses at most so that it does not end on half a pair of marks.
const MOST_LOST: usize = 6;

/// Where a range of words stands, with the marks that belong to it. Never empty for a range that is not.
pub fn span_with_marks(document: &Document<'_>, words: Range<usize>) -> Span {
    let paragraph = paragraph_of(document, words.start);
    with_marks(document.text, document.span_of(words), paragraph).0
}

/// A stretch of a paragraph with the marks that belong to it, and the marks in it of which the other half does not.
fn with_marks(text: &str, mut span: Span, paragraph: Span) -> (Span, Unpaired) {
    loop {
        let signed = with_signs(text, span);
        let unpaired = Unpaired::of(&text[signed.range()]);
        let wider = with_halves(text, signed, &unpaired, paragraph);
        if wider == span {
            return (span, unpaired);
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
fn with_halves(text: &str, mut span: Span, unpaired: &Unpaired, within: Span) -> Span {
    let Unpaired { opened, closed } = unpaired;
    if let Some(&(open, _)) = opened.last() {
        let behind = &text[span.end as usize..(within.end as usize).max(span.end as usize)];
        let mut at = span.end as usize;
        for c in behind.chars() {
            at += c.len_utf8();
            if closes(open, c) {
                span.end = at as u32;
                break;
            }
            if !BETWEEN.contains(&c) && !is_thin_gap(c) {
                break;
            }
        }
    }
    if let Some(&(close, _)) = closed.first() {
        let before = &text[(within.start as usize).min(span.start as usize)..span.start as usize];
        let trimmed = before.strip_suffix(is_thin_gap).unwrap_or(before);
        if let Some(open) = trimmed.chars().next_back()
            && closes(open, close)
        {
            span.start =
                span.start - (before.len() - trimmed.len()) as u32 - open.len_utf8() as u32;
        }
    }
    span
}

/// A mark and where it begins.
type Mark = (char, usize);

/// The marks of a stretch of which the other half is not in it, in order.
struct Unpaired {
    /// Those that open and are not closed.
    opened: Vec<Mark>,
    /// Those that close and were not opened.
    closed: Vec<Mark>,
}

impl Unpaired {
    fn of(text: &str) -> Self {
        let (mut opened, mut closed): (Vec<Mark>, Vec<Mark>) = (Vec::new(), Vec::new());
        let bytes = text.bytes().enumerate();
        let may_be = bytes.filter(|(_, byte)| MAY_BE_PAIRED[usize::from(*byte)]);
        let marks = may_be.filter_map(|(at, _)| Some((at, text[at..].chars().next()?)));
        for (at, c) in marks.filter(|(_, c)| is_paired(*c)) {
            if let Some(&(open, _)) = opened.last()
                && closes(open, c)
            {
                opened.pop();
            } else if opens(c, &text[..at], &text[at + c.len_utf8()..]) {
                opened.push((c, at));
            } else {
                closed.push((c, at));
            }
        }
        Self { opened, closed }
    }
}

/// The larger part of some words on one side of a mark whose other half stands outside, but in the same paragraph; all of them
/// where that part has fewer than `least` words or the other more than [`MOST_LOST`], or no mark is cut from its other half.
pub fn part_between_marks(
    document: &Document<'_>,
    words: Range<usize>,
    least: usize,
) -> Range<usize> {
    let paragraph = paragraph_of(document, words.start);
    let text = document.text;
    let (span, unpaired) = with_marks(text, document.span_of(words.clone()), paragraph);
    let Unpaired { opened, closed } = unpaired;
    let behind = text
        .get(span.end as usize..paragraph.end as usize)
        .unwrap_or("");
    let before = text
        .get(paragraph.start as usize..span.start as usize)
        .unwrap_or("");
    let open = opened
        .last()
        .filter(|(open, _)| behind.contains(|c| closes(*open, c)));
    let close = closed
        .first()
        .filter(|(close, _)| before.contains(|c| closes(c, *close)));
    let Some(&(_, at)) = open.or(close) else {
        return words;
    };
    let at = span.start + at as u32;
    let token = |word: usize| document.tokens[document.words[word] as usize].span;
    let cut = words.start + words.clone().filter(|&word| token(word).start < at).count();
    let (first, second) = (words.start..cut, cut..words.end);
    let (part, lost) = match first.len() > second.len() {
        true => (first, second),
        false => (second, first),
    };
    if lost.len() > MOST_LOST || part.len() < least {
        words
    } else {
        part
    }
}

/// A blank that may stand between a mark and the word that it encloses: `« so »`.
fn is_thin_gap(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}' | '\u{202F}')
}

fn closes(open: char, close: char) -> bool {
    BRACKETS.contains(&[open, close])
        || language::is_quotation_mark(open)
            && language::is_quotation_mark(close)
            && language::closes(open, close)
}

/// Whether a mark opens: a mark that may do both opens before a word and behind none.
fn opens(c: char, before: &str, behind: &str) -> bool {
    let leads =
        behind.starts_with(char::is_alphanumeric) && !before.ends_with(char::is_alphanumeric);
    BRACKETS.iter().any(|pair| pair[0] == c)
        || language::is_quotation_mark(c) && language::opens(c, leads) && (leads || c != '"')
}

/// By byte, whether a character that begins with it may be half of a pair of marks: of ASCII it is then, of others perhaps.
static MAY_BE_PAIRED: [bool; 256] = {
    let (mut table, mut byte) = ([false; 256], 0);
    while byte < 256 {
        table[byte] = matches!(
            byte as u8,
            b'(' | b')' | b'[' | b']' | b'{' | b'}' | b'"' | 0xC2..
        );
        byte += 1;
    }
    table
};

/// Whether a mark is half of a pair: a bracket, a quotation mark.
fn is_paired(c: char) -> bool {
    // Most characters are letters: they are not looked for in the tables.
    c.is_ascii()
        || !c.is_alphanumeric()
            && (BRACKETS.iter().flatten().any(|&bracket| bracket == c)
                || language::is_quotation_mark(c))
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
    fn a_stretch_is_parted_where_it_would_cut_a_pair_of_marks() {
        let options = Options::default();
        let part = |text: &str, words: Range<usize>| {
            let document = Document::new(text, &options, &mut Vocabulary::default());
            part_between_marks(&document, words, 2)
        };
        let text = "“Nobody will ever take this boat from us,” she said to all.";
        assert_eq!(part(text, 0..12), 0..12, "nothing is cut");
        assert_eq!(
            part(text, 4..10),
            4..8,
            "what follows the quotation is no more than it"
        );
        assert_eq!(part(text, 7..12), 8..12, "what follows it is more");
        assert_eq!(part(text, 7..9), 7..9, "too little would be left");
        assert_eq!(
            part("Nobody will take us,” she said.", 0..6),
            0..6,
            "no other half"
        );
        assert_eq!(part("He says (as all know here) no.", 0..4), 2..4);
    }

    /// Six words are lost at most. Of two parts as long the second stays.
    #[test]
    fn a_stretch_does_not_lose_more_than_six_words() {
        let options = Options::default();
        let part = |text: &str, words: Range<usize>| {
            let document = Document::new(text, &options, &mut Vocabulary::default());
            part_between_marks(&document, words, 2)
        };
        let text =
            "one two three four five six seven (eight nine ten eleven twelve more and more) end.";
        assert_eq!(part(text, 1..14), 7..14, "six before the bracket");
        assert_eq!(part(text, 0..14), 0..14, "seven before it, seven behind it");
        assert_eq!(part(text, 0..13), 0..7, "six behind it");
        assert_eq!(part(text, 2..12), 7..12, "five and five");
        assert_eq!(part(text, 6..8), 6..8, "one and one");
        assert_eq!(part(text, 5..9), 7..9, "two and two");
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

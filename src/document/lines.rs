//! Lines to paragraphs. A line is a paragraph of its own, unless the text was wrapped at a fixed
//! width: then the lines that were filled up are joined again.

use std::ops::Range;

use super::scripts::{is_bullet, is_closer, is_stop, is_wide};
use crate::language;

/// The lines of one paragraph.
pub(super) struct LineBlock {
    /// From the start of the first to the end of the last line, in bytes.
    pub(super) range: Range<usize>,
    /// How many there are, at least one.
    pub(super) lines: usize,
}

struct TextLine {
    range: Range<usize>,
    /// Whether a blank line, or the start of the text, stands before.
    opens: bool,
    /// Columns, but for white space at the ends.
    width: usize,
}

/// Columns of the widest line that was wrapped, by hand or by a mailer; wider ones are paragraphs. By eye: PDFs set in
/// one column stay below it as well.
const WIDEST: usize = 120;

/// Lists and verse have narrower lines than most texts that were wrapped: below that it takes a column that is
/// full from top to bottom.
const NARROWEST: usize = 40;

/// Columns of newspapers and telephones have at least so many characters a line.
const NARROWEST_COLUMN: usize = 16;

/// Lines of a column, below which it may be full by chance.
const COLUMN_LINES: usize = 5;

/// The same in Chinese and Japanese, which fill their lines to the last character.
const WIDE_COLUMN_LINES: usize = 3;

/// The paragraphs of a text, in order. Nothing but white space lies between them.
#[inline(never)]
pub(super) fn blocks(text: &str) -> Vec<LineBlock> {
    let lines = lines(text);
    let whole = Wrapping::of(text, &lines);
    let mut blocks: Vec<LineBlock> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let rest = &lines[at + 1..];
        let len = 1 + rest
            .iter()
            .position(|line| line.opens)
            .unwrap_or(rest.len());
        let part = &lines[at..at + len];
        let wrapping = if whole.sure {
            whole
        } else {
            Wrapping::of(text, part)
        };
        wrapping.join(text, part, &mut blocks);
        at += len;
    }
    blocks
}

/// How lines were wrapped, if they were.
#[derive(Clone, Copy)]
struct Wrapping {
    /// Columns of the widest line.
    widest: usize,
    /// Whether most lines are full and many of the next ones begin inside a sentence. A headline
    /// above a paragraph may be full by chance, and a list of headlines nearly so.
    sure: bool,
}

impl Wrapping {
    fn of(text: &str, lines: &[TextLine]) -> Self {
        let widest = lines.iter().map(|line| line.width).max().unwrap_or(0);
        let mut wrapping = Self {
            widest,
            sure: false,
        };
        if !(NARROWEST_COLUMN..=WIDEST).contains(&widest) {
            return wrapping;
        }
        let (mut pairs, mut full, mut inside, mut closed) = (0, 0, 0, 0);
        for pair in lines.windows(2).filter(|pair| !pair[1].opens) {
            pairs += 1;
            closed += usize::from(text[pair[0].range.clone()].trim_end().ends_with(is_mark));
            if wrapping.is_full(text, &pair[0], &pair[1]) {
                full += 1;
                inside += usize::from(!language::has_capital(
                    text[pair[1].range.clone()].trim_start(),
                ));
            }
        }
        wrapping.sure = pairs > 1 && full * 2 > pairs && inside * 4 >= full;
        if widest < NARROWEST {
            let regular = full * 8 >= pairs * 7 && closed * 3 <= pairs;
            wrapping.sure &= regular && is_column(text, lines);
        }
        wrapping
    }

    /// Appends the paragraphs of lines without a blank line between them.
    fn join(self, text: &str, lines: &[TextLine], blocks: &mut Vec<LineBlock>) {
        for (at, line) in lines.iter().enumerate() {
            let goes_on = at > 0 && self.goes_on(text, &lines[at - 1], line);
            match blocks.last_mut().filter(|_| goes_on) {
                Some(block) => {
                    block.range.end = line.range.end;
                    block.lines += 1;
                }
                None => blocks.push(LineBlock {
                    range: line.range.clone(),
                    lines: 1,
                }),
            }
        }
    }

    /// Whether a line belongs to the paragraph of the one before.
    fn goes_on(self, text: &str, before: &TextLine, line: &TextLine) -> bool {
        let [first, second] = [before, line].map(|line| text[line.range.clone()].trim());
        let inside = second.starts_with(char::is_lowercase);
        if inside && is_divided(first) {
            return true;
        }
        let wraps = self.sure || (NARROWEST..=WIDEST).contains(&self.widest);
        if wraps && self.is_full(text, before, line) {
            return self.sure || inside;
        }
        // A sentence with a break in it, as mails and copied tables have.
        inside
            && self.widest <= WIDEST
            && language::has_capital(first)
            && first.split_whitespace().nth(2).is_some()
            && !first.ends_with(ends_line)
            && second.ends_with(is_stop)
            && !is_marker(second)
    }

    /// Whether the next line's first word would not have fitted on this line.
    fn is_full(self, text: &str, line: &TextLine, next: &TextLine) -> bool {
        let [before, start] = [line, next].map(|line| text[line.range.clone()].trim());
        if start.starts_with(is_bullet) || is_marker(start) || are_framed_alike(before, start) {
            return false;
        }
        let end = before.chars().next_back();
        let runs_on = start.starts_with(is_wide) && end.is_some_and(|c| is_wide(c) && !is_mark(c));
        if runs_on && line.width * 5 >= self.widest * 4 {
            // Marks may not begin a line, so that it can be shorter by some.
            return true;
        }
        let first = match start.chars().next() {
            Some(c) if is_wide(c) => 2,
            _ => width(start.split(char::is_whitespace).next().unwrap_or_default()),
        };
        line.width + 1 + first > self.widest
    }
}

/// Whether narrow lines may be those of a column, if they are full: enough of them, with two words or more a line,
/// and the end of a sentence below.
fn is_column(text: &str, lines: &[TextLine]) -> bool {
    let mut all = lines.iter().map(|line| text[line.range.clone()].trim());
    let wide = all.clone().filter(|line| line.starts_with(is_wide)).count();
    let words: usize = all
        .clone()
        .map(|line| line.split_whitespace().count())
        .sum();
    let long = if wide * 2 > lines.len() {
        lines.len() >= WIDE_COLUMN_LINES
    } else {
        lines.len() >= COLUMN_LINES && words >= 2 * lines.len()
    };
    long && all
        .next_back()
        .is_some_and(|line| line.trim_end_matches(is_closer).ends_with(is_stop))
}

/// Whether a line ends inside a word: `coun-`, `coun¬`.
fn is_divided(line: &str) -> bool {
    let mut end = line.chars().rev();
    end.next()
        .is_some_and(|c| matches!(c, '-' | '‐' | '¬' | '\u{AD}'))
        && end.next().is_some_and(char::is_lowercase)
}

/// Marks of which a line that was filled up has few at its end.
fn is_mark(c: char) -> bool {
    is_stop(c) || is_closer(c) || matches!(c, ',' | ';' | ':' | '，' | '；' | '：' | '、')
}

/// All lines that are not blank.
fn lines(text: &str) -> Vec<TextLine> {
    let (mut lines, mut start, mut blank) = (Vec::new(), 0, true);
    while start < text.len() {
        let (end, next) = line_end(text.as_bytes(), start);
        let trimmed = text[start..end].trim();
        if !trimmed.is_empty() {
            lines.push(TextLine {
                range: start..end,
                opens: blank,
                width: width(trimmed),
            });
        }
        blank = trimmed.is_empty();
        start = next;
    }
    lines
}

/// Where a line ends, and where the next one begins: the hard breaks of UAX #14 (LF, CR, CR LF, VT,
/// FF, NEL, LS, PS).
fn line_end(bytes: &[u8], start: usize) -> (usize, usize) {
    let rest = &bytes[start..];
    // Most bytes are letters and blanks.
    let may_break = |&at: &usize| rest[at] < 0x0E || rest[at] >= 0xC2;
    let is_break = |at: usize| match rest[at] {
        b'\n' | 0x0B | 0x0C => Some(1),
        b'\r' => Some(1 + usize::from(rest.get(at + 1) == Some(&b'\n'))),
        0xC2 => (rest.get(at + 1) == Some(&0x85)).then_some(2),
        0xE2 => matches!(rest.get(at + 1..at + 3), Some([0x80, 0xA8 | 0xA9])).then_some(3),
        _ => None,
    };
    (0..rest.len())
        .filter(may_break)
        .find_map(|at| is_break(at).map(|len| (start + at, start + at + len)))
        .unwrap_or((bytes.len(), bytes.len()))
}

fn width(line: &str) -> usize {
    if line.is_ascii() {
        return line.len();
    }
    line.chars().map(|c| 1 + usize::from(is_wide(c))).sum()
}

/// Marks behind which a line may be broken on purpose.
fn ends_line(c: char) -> bool {
    is_stop(c) || matches!(c, ':' | ';' | '"' | '”' | ')')
}

/// Whether two lines begin with the same bracket or sign and end with the same one, as links, tags and rows of tables
/// do.
fn are_framed_alike(line: &str, next: &str) -> bool {
    let is_sign = |c: char| c.is_ascii_punctuation() && !matches!(c, '"' | '\'' | '-' | '.');
    let ends = |text: &str| Some((text.chars().next()?, text.chars().next_back()?));
    let (frame, other) = (ends(line), ends(next));
    frame == other && frame.is_some_and(|(first, last)| is_sign(first) && is_sign(last))
}

/// Whether a line begins as an item of a list does: `- `, `* `, `1. `, `2) `, `(a) `.
fn is_marker(line: &str) -> bool {
    let word = line.split(char::is_whitespace).next().unwrap_or_default();
    let value = word.trim_start_matches('(').trim_end_matches(['.', ')']);
    matches!(word, "-" | "*" | "–" | "—")
        || value.len() < word.len()
            && (value.bytes().all(|byte| byte.is_ascii_digit()) && value.len() <= 3
                || value.len() == 1 && value.bytes().all(|byte| byte.is_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraphs(text: &str) -> Vec<String> {
        blocks(text)
            .into_iter()
            .map(|block| {
                text[block.range]
                    .split_whitespace()
                    .collect::<Vec<_>>()
                    .join(" ")
            })
            .collect()
    }

    /// A text wrapped as mailers and PDFs do: each line takes the words that fit.
    fn wrap(text: &str, width: usize) -> String {
        let mut lines = vec![String::new()];
        for word in text.split(' ') {
            let line = lines.last_mut().expect("there is a line");
            if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > width {
                lines.push(word.to_owned());
            } else {
                line.push_str(if line.is_empty() { "" } else { " " });
                line.push_str(word);
            }
        }
        lines.join("\n")
    }

    const FIRST: &str = "The ferry to the outer islands was late again on Monday, and nobody at the landing could say why. \
        Some of those who waited had been there since dawn.";
    const SECOND: &str = "Repairs to the second boat began a week ago. They will last until the end of the month, the company \
        said, and until then one boat has to do the work of two.";

    #[test]
    fn lines_that_were_wrapped_are_joined() {
        for width in [48, 60, 72, 100] {
            let wrapped = format!("{}\n\n{}", wrap(FIRST, width), wrap(SECOND, width));
            assert_eq!(paragraphs(&wrapped), [FIRST, SECOND], "width {width}");
            assert_eq!(
                paragraphs(&wrapped.replace('\n', "\r\n")),
                [FIRST, SECOND],
                "width {width}, CR LF"
            );
        }
    }

    /// German writes its nouns with capitals: of seven lines five begin with one.
    #[test]
    fn lines_that_mostly_begin_with_capitals_are_joined() {
        let text = "Der Rat von Dorn hat am Montag dem Bau einer Brücke aus Holz und Stein zugestimmt. Die alte \
            Fähre war im Winter nach einem Stoß gegen Eisschollen gesunken, wobei Fahrgäste und Kühe nass wurden. \
            Eine neue Fähre will die Stadt nicht kaufen, weil Brücken länger halten als Boote und Kühe lieber auf \
            Brettern gehen.";
        assert_eq!(paragraphs(&wrap(text, 48)), [text]);
    }

    /// PDFs often have no blank line between paragraphs: the short last line tells.
    #[test]
    fn a_line_that_is_not_full_ends_a_paragraph() {
        assert_eq!(
            paragraphs(&format!("{}\n{}", wrap(FIRST, 70), wrap(SECOND, 70))),
            [FIRST, SECOND]
        );
    }

    #[test]
    fn other_lines_are_paragraphs() {
        let table = [
            ("long lines", format!("{FIRST}\n{SECOND}"), 2),
            ("a list of words", "ferries\nislands and ports\ntimes, fares\n".into(), 3),
            ("a sentence with a break in it", "The ferry to the islands\nwas late again.".into(), 1),
            ("a heading", format!("On the outer islands\n{FIRST}"), 2),
            ("items", "- bread and butter, and whatever else was left of it\n- milk, if the cows were in the mood for giving some\n- eggs".into(), 3),
            ("headlines", "Ferries to the outer islands late again\nCouncil votes on the new landing at Marren\nFour boats are missing".into(), 3),
            (
                "tags",
                "[[Group: ferries of the northern bay]]\n[[Group: boats that were lost at sea]]\n[[Group: harbours]]\n[[Group: all boats of the eastern rivers]]\n".into(),
                4,
            ),
            ("times in brackets", "[00:12] When did you see the old boat? It was in the spring,\n[00:15] before the ice had gone. Who was on board? Only two\n[00:21] men, and both of them were asleep.\n".into(), 1),
            ("line breaks of all kinds", "a\rb\u{2028}c\u{85}d\u{B}e\u{C}f\r\ng".into(), 7),
            ("blank lines", "\n \n\u{3000}\r\n\t\n".into(), 0),
        ];
        for (name, text, expected) in table {
            assert_eq!(
                blocks(&text).len(),
                expected,
                "{name}: {:?}",
                paragraphs(&text)
            );
        }
    }

    #[test]
    fn columns_that_are_full_from_top_to_bottom_are_joined() {
        for width in [18, 24, 36] {
            assert_eq!(paragraphs(&wrap(FIRST, width)), [FIRST], "width {width}");
        }
        let table = [
            (
                "verse",
                "The boat went out at four,\nthe gulls were still asleep,\nand someone closed the door\nthat \
                nobody would keep.\nThe lamp was on the stair.",
                5,
            ),
            (
                "names",
                "ann lee\nbo hill\ncy marsh\ndi orlov\ned lang\nflo quist.",
                6,
            ),
            (
                "four lines",
                "the boat that nobody\nwanted was sold at\nthe landing in may\nfor two boxes of salt.",
                4,
            ),
            (
                "no stop at the end",
                "flour and some water\nsalt from the big box\noil in the small cup\nbread that is still\nsoft inside and warm",
                5,
            ),
            (
                "Chinese",
                "渡轮昨天没有开因为船长生病了所以大\n家都在码头上等了很久也没有人说为什\n么。",
                1,
            ),
            ("Chinese headings", "渡轮昨天没有开\n船长生病了", 2),
        ];
        for (name, text, expected) in table {
            assert_eq!(
                blocks(text).len(),
                expected,
                "{name}: {:?}",
                paragraphs(text)
            );
        }
    }

    #[test]
    fn a_line_that_ends_inside_a_word_goes_on() {
        for (text, expected) in [
            ("It was a coun-\ncil of few, and a long de-\ncision.", 1),
            ("It was a coun¬\ncil.\nLate.", 2),
            ("Anglo-\nIrish", 2),
            ("1990-\nand so", 2),
            ("- one -\n- two", 2),
        ] {
            assert_eq!(blocks(text).len(), expected, "{text}");
        }
    }

    #[test]
    fn wide_characters_take_two_columns() {
        let line = "大桥星期天开放给行人和自行车使用很多人来看它";
        assert_eq!(blocks(&format!("{line}\n{line}\n{line}\n很好")).len(), 1);
    }
}

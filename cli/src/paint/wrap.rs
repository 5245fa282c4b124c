//! Text in lines of so many columns.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::{Look, Part};
use crate::shown::turns;

/// A line, and how many columns it takes.
#[derive(Debug, Default)]
pub(super) struct Line {
    pub parts: Vec<Part>,
    pub columns: usize,
}

impl Line {
    fn push(&mut self, look: Look, text: &str) {
        self.columns += text.width();
        match self.parts.last_mut() {
            Some((last, parts)) if *last == look => parts.push_str(text),
            _ => self.parts.push((look, text.to_owned())),
        }
    }

    /// Whether some of it is written from right to left.
    pub fn has_rtl(&self) -> bool {
        self.parts.iter().any(|(_, text)| text.contains(is_rtl))
    }
}

/// The parts in lines of so many columns, broken at white space and between letters of scripts without it, and inside words
/// that are wider. A line end in a part ends a line.
pub(super) fn wrapped(parts: &[Part], columns: usize) -> Vec<Line> {
    let mut wrap = Wrap {
        columns,
        lines: vec![Line::default()],
        word: Vec::new(),
        space: None,
    };
    for (look, text) in parts {
        for sign in text.graphemes(true) {
            match sign {
                "\n" | "\r\n" => wrap.end_line(),
                sign if sign.chars().all(breaks) => wrap.end_word(*look),
                // As wide as they are read, whatever they are called.
                sign if sign.chars().all(char::is_whitespace) => wrap.sign(*look, " "),
                sign => wrap.sign(*look, &printable(sign)),
            }
        }
    }
    wrap.end_line();
    wrap.lines.pop();
    wrap.lines
}

/// Text as a terminal may be sent it: no command, and nothing that turns the direction of what follows.
pub(super) fn printable(text: &str) -> String {
    let shown = text.chars().filter(|c| !turns(*c));
    shown
        .map(|c| if c.is_control() { '\u{fffd}' } else { c })
        .collect()
}

/// Whether a line may end at a character of white space.
fn breaks(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}')
}

/// Whether a character is of a script that is written from right to left: Hebrew to Arabic Extended, their presentation
/// forms, and the blocks of Plane 1 that Unicode keeps for such scripts.
fn is_rtl(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// Whether a line may be broken before and behind a sign: it is as wide as two, and of no script with blanks.
fn is_apart(sign: &str) -> bool {
    let is_hangul = |c: char| matches!(c, '\u{1100}'..='\u{11ff}' | '\u{ac00}'..='\u{d7ff}');
    sign.width() == 2 && !sign.starts_with(is_hangul)
}

/// Signs that begin no line.
fn stays_behind(sign: &str) -> bool {
    sign.starts_with([
        '、', '。', '，', '．', '：', '；', '！', '？', '」', '』', '）', '】', '〉', '》', '〕',
        '｝', '］', 'ー', '々', '”', '’', '·', '・', '…', '.', ',', ')', ']', '}', '!', '?', ':',
        ';', '-', '+', '~',
    ])
}

/// Signs that end no line.
fn leads_in(sign: &str) -> bool {
    sign.starts_with([
        '「', '『', '（', '【', '〈', '《', '〔', '｛', '［', '“', '‘', '(', '[', '{', '-', '+',
        '~',
    ])
}

struct Wrap {
    columns: usize,
    lines: Vec<Line>,
    /// The word that is open, sign by sign.
    word: Vec<(Look, String)>,
    /// The look of the white space before it.
    space: Option<Look>,
}

impl Wrap {
    fn end_line(&mut self) {
        self.put_word();
        self.space = None;
        self.lines.push(Line::default());
    }

    fn end_word(&mut self, space: Look) {
        self.put_word();
        self.space = Some(space);
    }

    fn sign(&mut self, look: Look, sign: &str) {
        let breaks = self.word.last().is_some_and(|(_, last)| {
            (is_apart(last) || is_apart(sign)) && !leads_in(last) && !stays_behind(sign)
        });
        if breaks {
            self.put_word();
        }
        self.word.push((look, sign.to_owned()));
    }

    fn put_word(&mut self) {
        let word = std::mem::take(&mut self.word);
        let space = self.space.take();
        if word.is_empty() {
            self.space = space;
            return;
        }
        let width: usize = word.iter().map(|(_, sign)| sign.width()).sum();
        let used = self.lines.last().map_or(0, |line| line.columns);
        if used > 0 && used + usize::from(space.is_some()) + width > self.columns {
            self.lines.push(Line::default());
        } else if let (Some(look), Some(line)) = (space, self.lines.last_mut())
            && used > 0
        {
            line.push(look, " ");
        }
        for (look, sign) in word {
            self.put(look, &sign);
        }
    }

    fn put(&mut self, look: Look, sign: &str) {
        let full = |line: &Line| line.columns > 0 && line.columns + sign.width() > self.columns;
        if self.lines.last().is_none_or(full) {
            self.lines.push(Line::default());
        }
        if let Some(line) = self.lines.last_mut() {
            line.push(look, sign);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Look, wrapped};

    fn lines(text: &str, columns: usize) -> Vec<String> {
        let lines = wrapped(&[(Look::Plain, text.to_owned())], columns);
        lines
            .iter()
            .map(|line| line.parts.iter().map(|(_, text)| text.as_str()).collect())
            .collect()
    }

    #[test]
    fn lines_break_at_white_space_and_hold_what_fits() {
        assert_eq!(lines("one two three", 7), ["one two", "three"]);
        assert_eq!(lines("  one\ntwo", 7), ["one", "two"]);
        assert_eq!(lines("abcdefgh ij", 5), ["abcde", "fgh", "ij"]);
        assert_eq!(lines("one 2\u{a0}m two", 6), ["one", "2 m", "two"]);
        assert_eq!(lines("", 5), [""]);
    }

    #[test]
    fn wide_letters_break_anywhere_but_beside_marks() {
        assert_eq!(lines("日本語の記事", 5), ["日本", "語の", "記事"]);
        assert_eq!(lines("Rust 日本語の記事", 9), ["Rust 日本", "語の記事"]);
        assert_eq!(lines("日本語。記事", 6), ["日本", "語。記", "事"]);
        assert_eq!(lines("日本「語」記事", 6), ["日本", "「語」", "記事"]);
        assert_eq!(lines("日本[-語-]記", 6), ["日本", "[-語-]", "記"]);
        // Korean has blanks.
        assert_eq!(lines("등대가 다시", 8), ["등대가", "다시"]);
    }

    #[test]
    fn a_letter_and_its_marks_stay_together() {
        assert_eq!(
            lines("e\u{301}e\u{301}e\u{301}", 2),
            ["e\u{301}e\u{301}", "e\u{301}"]
        );
        let family = "👩\u{200d}👩\u{200d}👧";
        assert_eq!(lines(&format!("{family}{family}"), 3), [family, family]);
        assert_eq!(lines("क्षि", 1).concat(), "क्षि");
    }

    #[test]
    fn a_terminal_is_sent_no_command_of_a_text() {
        assert_eq!(lines("a\u{1b}[2Jb", 20), ["a\u{fffd}[2Jb"]);
        assert_eq!(lines("x\u{1b}[31m\u{9b}y", 20), ["x\u{fffd}[31m\u{fffd}y"]);
        assert_eq!(lines("a\u{202e}b\u{2066}c", 20), ["abc"]);
    }
}

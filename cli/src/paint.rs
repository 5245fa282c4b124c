//! Text for terminals: coloured or marked, and wrapped.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};
use twicetold::{
    export::{Fate, Track, Tracks},
    span::Side,
};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Columns between two columns of text.
const GAP: &str = " │ ";

/// How a stretch looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
    Plain,
    Deleted,
    Inserted,
    /// It stands elsewhere on the other side.
    Moved,
}

impl Look {
    fn style(self) -> Style {
        let colour = |colour: AnsiColor| Style::new().fg_color(Some(colour.into()));
        match self {
            Self::Plain => Style::new(),
            Self::Deleted => colour(AnsiColor::Red).strikethrough(),
            Self::Inserted => colour(AnsiColor::Green).bold(),
            Self::Moved => colour(AnsiColor::Cyan).italic(),
        }
    }
}

/// A part of a line with one look.
type Part = (Look, String);

/// A line, and how many columns it takes.
#[derive(Debug, Default)]
struct Line {
    parts: Vec<Part>,
    columns: usize,
}

impl Line {
    fn push(&mut self, look: Look, text: &str) {
        self.columns += text.width();
        match self.parts.last_mut() {
            Some((last, parts)) if *last == look => parts.push_str(text),
            _ => self.parts.push((look, text.to_owned())),
        }
    }
}

/// Writes text for a terminal of so many columns.
pub struct Painter {
    pub columns: usize,
    /// Whether looks are colours; else they are marks: `[-left-]`, `{+right+}`.
    pub coloured: bool,
}

impl Painter {
    /// Lines as they are, wrapped.
    pub fn lines(&self, text: &str) -> String {
        let mut written = String::new();
        for line in text.lines() {
            self.block(&[(Look::Plain, line.to_owned())], &mut written);
        }
        written
    }

    /// Both texts as one; of paragraphs that are the same only how many.
    pub fn texts(&self, tracks: &Tracks<'_>) -> String {
        let mut written = String::new();
        for paragraph in paragraphs(&tracks.for_reading()) {
            match paragraph {
                Paragraph::Same(count) => self.tell_same(count, &mut written),
                Paragraph::Differs(list) => {
                    self.block(&self.parts(tracks, list, None), &mut written)
                }
            }
            written.push('\n');
        }
        written
    }

    /// Both texts in columns; of paragraphs that are the same only how many.
    pub fn columns(&self, tracks: &Tracks<'_>) -> String {
        let column = self.columns.saturating_sub(GAP.width()).max(2) / 2;
        let mut written = String::new();
        for paragraph in paragraphs(&tracks.list) {
            match paragraph {
                Paragraph::Same(count) => self.tell_same(count, &mut written),
                Paragraph::Differs(list) => {
                    let lines = |side: Side| wrapped(&self.parts(tracks, list, Some(side)), column);
                    self.beside(
                        &lines(Side::Left),
                        &lines(Side::Right),
                        column,
                        &mut written,
                    );
                }
            }
            written.push('\n');
        }
        written
    }

    fn tell_same(&self, count: usize, to: &mut String) {
        let told = match count {
            1 => "(1 paragraph is the same)".to_owned(),
            count => format!("({count} paragraphs are the same)"),
        };
        self.block(&[(Look::Plain, told)], to);
    }

    /// The tracks as parts: of both sides, or of one.
    fn parts(&self, tracks: &Tracks<'_>, list: &[Track], side: Option<Side>) -> Vec<Part> {
        let shown = list
            .iter()
            .filter(|track| side.is_none_or(|side| track.fate.is_on(side)));
        let shown: Vec<Track> = shown.copied().collect();
        let mut parts = Vec::new();
        let in_one_mark =
            |one: &Track, next: &Track| one.goes_with(next) && !one.is_break && !next.is_break;
        for stretch in shown.chunk_by(in_one_mark) {
            let Some(first) = stretch.first() else {
                continue;
            };
            let words = |track: &Track| match (track.is_break, side) {
                (false, _) => tracks.words(track).into_owned(),
                (true, None) => "¶".to_owned(),
                // In columns a line end is seen.
                (true, Some(_)) => String::new(),
            };
            let of_stretch = stretch.iter().map(|track| (self.look(track), words(track)));
            let is_seen = stretch.iter().any(|track| !words(track).trim().is_empty());
            let (open, close) = match first.fate {
                Fate::Deleted if !self.coloured && is_seen => ("[-", "-]"),
                Fate::Inserted if !self.coloured && is_seen => ("{+", "+}"),
                _ => ("", ""),
            };
            parts.push((Look::Plain, open.to_owned()));
            parts.extend(of_stretch);
            parts.push((Look::Plain, close.to_owned()));
            if first.is_break {
                parts.push((Look::Plain, "\n".to_owned()));
            }
        }
        parts
    }

    fn look(&self, track: &Track) -> Look {
        match track.fate {
            _ if !self.coloured => Look::Plain,
            Fate::Kept => Look::Plain,
            _ if track.moved.is_some_and(|moved| moved.kept) => Look::Moved,
            Fate::Deleted => Look::Deleted,
            Fate::Inserted => Look::Inserted,
        }
    }

    fn block(&self, parts: &[Part], to: &mut String) {
        for line in wrapped(parts, self.columns) {
            self.line(&line, to);
            to.push('\n');
        }
    }

    fn beside(&self, left: &[Line], right: &[Line], column: usize, to: &mut String) {
        let none = Line::default();
        for at in 0..left.len().max(right.len()) {
            let (left, right) = (
                left.get(at).unwrap_or(&none),
                right.get(at).unwrap_or(&none),
            );
            self.line(left, to);
            to.extend(std::iter::repeat_n(
                ' ',
                column.saturating_sub(left.columns),
            ));
            to.push_str(if right.parts.is_empty() {
                GAP.trim_end()
            } else {
                GAP
            });
            self.line(right, to);
            to.push('\n');
        }
    }

    fn line(&self, line: &Line, to: &mut String) {
        for (look, text) in &line.parts {
            let style = look.style();
            // Writing into a string cannot fail.
            let _ = match look {
                Look::Plain => write!(to, "{text}"),
                _ => write!(to, "{style}{text}{style:#}"),
            };
        }
    }
}

enum Paragraph<'t> {
    /// So many paragraphs are the same.
    Same(usize),
    Differs(&'t [Track]),
}

/// The paragraphs that both sides end alike.
fn paragraphs(list: &[Track]) -> Vec<Paragraph<'_>> {
    let mut paragraphs = Vec::new();
    for list in list.split(|track| track.is_break && track.fate == Fate::Kept) {
        let same = list.iter().all(|track| track.fate == Fate::Kept);
        match (same, paragraphs.last_mut()) {
            (true, Some(Paragraph::Same(count))) => *count += 1,
            (true, _) => paragraphs.push(Paragraph::Same(1)),
            (false, _) => paragraphs.push(Paragraph::Differs(list)),
        }
    }
    paragraphs
}

/// The parts in lines of so many columns, broken at white space, and inside words that are wider. A line end in a part
/// ends a line.
fn wrapped(parts: &[Part], columns: usize) -> Vec<Line> {
    let mut wrap = Wrap {
        columns,
        lines: vec![Line::default()],
        word: Vec::new(),
        space: None,
    };
    for (look, text) in parts {
        for c in text.chars() {
            match c {
                '\n' => wrap.end_line(),
                c if c.is_whitespace() => wrap.end_word(*look),
                c if c.is_control() => wrap.word.push((*look, '\u{fffd}')),
                c => wrap.word.push((*look, c)),
            }
        }
    }
    wrap.end_line();
    wrap.lines.pop();
    wrap.lines
}

struct Wrap {
    columns: usize,
    lines: Vec<Line>,
    /// The word that is open.
    word: Vec<(Look, char)>,
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

    fn put_word(&mut self) {
        let word = std::mem::take(&mut self.word);
        let space = self.space.take();
        if word.is_empty() {
            self.space = space;
            return;
        }
        let width: usize = word.iter().map(|(_, c)| c.width().unwrap_or(0)).sum();
        let used = self.lines.last().map_or(0, |line| line.columns);
        if used > 0 && used + usize::from(space.is_some()) + width > self.columns {
            self.lines.push(Line::default());
        } else if let (Some(look), Some(line)) = (space, self.lines.last_mut())
            && used > 0
        {
            line.push(look, " ");
        }
        for (look, c) in word {
            self.put(look, c);
        }
    }

    fn put(&mut self, look: Look, c: char) {
        let full =
            |line: &Line| line.columns > 0 && line.columns + c.width().unwrap_or(0) > self.columns;
        if self.lines.last().is_none_or(full) {
            self.lines.push(Line::default());
        }
        if let Some(line) = self.lines.last_mut() {
            line.push(look, c.encode_utf8(&mut [0; 4]));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Look, Painter, wrapped};

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
        assert_eq!(lines("日本語の記事", 5), ["日本", "語の", "記事"]);
        assert_eq!(lines("", 5), [""]);
    }

    #[test]
    fn a_terminal_is_sent_no_command_of_a_text() {
        assert_eq!(lines("a\u{1b}[2Jb", 20), ["a\u{fffd}[2Jb"]);
        let painter = Painter {
            columns: 20,
            coloured: true,
        };
        assert!(
            !painter
                .lines("x\u{1b}[31m\u{9b}y")
                .contains(['\u{1b}', '\u{9b}'])
        );
    }
}

//! Text for terminals: coloured or marked, and wrapped.

mod beside;
mod wrap;

use std::fmt::Write;

use anstyle::{AnsiColor, Style};
use twicetold::{
    export::{Fate, Reading, Track, TrackStretch, Tracks},
    span::Sides,
    story::Language,
};
use unicode_width::UnicodeWidthStr;

use beside::{Block, blocks};
use wrap::{Line, printable, wrapped};

/// Columns between two columns of text.
const GAP: &str = " │ ";

/// Marks after which a line is read from left to right, and around what has a direction of its own.
const LEFT_TO_RIGHT: char = '\u{200e}';
const ISOLATED: [char; 2] = ['\u{2068}', '\u{2069}'];

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

    /// What stands around it where there are no colours.
    fn marks(self) -> [&'static str; 2] {
        match self {
            Self::Plain => ["", ""],
            Self::Deleted => ["[-", "-]"],
            Self::Inserted => ["{+", "+}"],
            Self::Moved => ["[~", "~]"],
        }
    }
}

/// A part of a line with one look.
type Part = (Look, String);

/// Writes text for a terminal of so many columns.
pub struct Painter {
    pub columns: usize,
    /// Whether looks are colours; else they are marks: `[-left-]`, `{+right+}`.
    pub coloured: bool,
    /// What the texts are explained in.
    pub language: Language,
}

impl Painter {
    /// Lines as they are; those that are too long are wrapped.
    pub fn lines(&self, text: &str) -> String {
        let mut written = String::new();
        for line in text.lines() {
            if line.width() > self.columns {
                self.block(&[plain(line)], &mut written);
            } else {
                written += &printable(line);
                written.push('\n');
            }
        }
        written
    }

    /// Both texts as one; of paragraphs that are the same only how many.
    pub fn texts(&self, tracks: &Tracks<'_>) -> String {
        let mut written = String::new();
        let legend = self.legend_of_texts(tracks);
        self.block(&legend, &mut written);
        written.push('\n');
        for part in tracks.for_reading() {
            match part {
                Reading::Same(count) => self.tell_same(count, &mut written),
                Reading::Differs(stretches) => {
                    self.block(&self.as_one(&stretches), &mut written);
                    written.push('\n');
                }
            }
        }
        written.truncate(written.trim_end().len());
        written.push('\n');
        written
    }

    /// Both texts in columns; of paragraphs that are the same only how many.
    pub fn columns(&self, tracks: &Tracks<'_>) -> String {
        let column = self.columns.saturating_sub(GAP.width()).max(2) / 2;
        let ends = ends_of_moves(&tracks.list);
        let mut written = String::new();
        self.block(&self.legend_of_columns(!ends.is_empty()), &mut written);
        written.push('\n');
        for block in blocks(&tracks.list) {
            match block {
                Block::Same(count) => self.tell_same(count, &mut written),
                Block::Differs(places) => {
                    let lines = places.map(|places| {
                        let own = places.iter().map(|&at| tracks.list[at]);
                        let own: Vec<Track> = own.collect();
                        wrapped(&self.of_side(tracks, &own, &ends), column)
                    });
                    self.beside(&lines.left, &lines.right, column, &mut written);
                    written.push('\n');
                }
            }
        }
        written.truncate(written.trim_end().len());
        written.push('\n');
        written
    }

    fn legend_of_texts(&self, tracks: &Tracks<'_>) -> Vec<Part> {
        // Marks say by themselves which end of a move it is.
        let has_moves = self.coloured && tracks.list.iter().any(|track| track.moved.is_some());
        self.legend(
            if has_moves {
                "form-texts-moved"
            } else {
                "form-texts"
            },
            ["form-as-left", "form-as-right"],
        )
    }

    fn legend_of_columns(&self, has_moves: bool) -> Vec<Part> {
        let key = if has_moves {
            "form-columns-moved"
        } else {
            "form-columns"
        };
        self.legend(key, ["form-only-left", "form-only-right"])
    }

    /// A phrase of which the gaps `left`, `right` and `moved` are samples of the looks.
    fn legend(&self, key: &str, of_sides: [&str; 2]) -> Vec<Part> {
        let [left, right] = of_sides;
        let samples = [
            ("left", Look::Deleted, left),
            ("right", Look::Inserted, right),
            ("moved", Look::Moved, "form-moved"),
        ];
        // The place of each is marked with a sign that no phrase has.
        let places = ['\u{1}', '\u{2}', '\u{3}'];
        let gaps: Vec<(&str, String)> = samples
            .iter()
            .zip(places)
            .map(|((gap, ..), place)| (*gap, place.to_string()))
            .collect();
        let mut parts = Vec::new();
        for piece in self.language.phrase(key, &gaps).split_inclusive(places) {
            let place = places.iter().position(|place| piece.ends_with(*place));
            parts.push(plain(piece.trim_end_matches(places)));
            if let Some((_, look, words)) = place.and_then(|at| samples.get(at)) {
                parts.extend(self.marked(*look, &self.language.phrase(words, &[])));
            }
        }
        parts
    }

    fn tell_same(&self, count: usize, to: &mut String) {
        self.block(&[plain(&self.language.counted("form-same", count))], to);
        to.push('\n');
    }

    /// The stretches of a paragraph as parts, as the plain text has them.
    fn as_one(&self, stretches: &[TrackStretch<'_>]) -> Vec<Part> {
        let mut parts = Vec::new();
        for stretch in stretches {
            let [open, close] = match self.coloured {
                true => ["", ""],
                false => look_of(stretch.fate).marks(),
            };
            parts.push(plain(open));
            let own = stretch.parts.iter();
            parts.extend(own.map(|(track, words)| (self.look(track), words.to_string())));
            parts.push(plain(close));
            if let Some(number) = stretch.moved {
                parts.push(plain(&self.end_of_move(number, stretch.fate)));
            }
            if stretch.ends_line {
                parts.push(plain("\n"));
            }
        }
        parts
    }

    /// Which end of which move stands before it; marks tell which end by themselves.
    fn end_of_move(&self, number: usize, fate: Fate) -> String {
        let (before, key) = match (self.coloured, fate) {
            (false, _) => ("", "form-move"),
            (true, Fate::Deleted) => (" ", "form-move-from"),
            (true, _) => (" ", "form-move-to"),
        };
        let number = [("n", (number + 1).to_string())];
        format!("{before}({})", self.language.phrase(key, &number))
    }

    /// Which move stands before it, and where it stands on the other side; with blanks that end no line.
    fn way(&self, number: usize, fate: Fate, ends: &[Sides<usize>]) -> String {
        let end = ends.get(number).copied().unwrap_or_default();
        let is_down = (end.left < end.right) == (fate == Fate::Deleted);
        let mark = if is_down { '↓' } else { '↑' };
        let number = [("n", (number + 1).to_string())];
        let label = format!("({} {mark})", self.language.phrase("form-move", &number));
        format!(" {}", label.replace(' ', "\u{a0}"))
    }

    /// The tracks of one side as parts. What moved has its number and where it stands on the other side; only what changed
    /// inside it is marked as deleted or inserted.
    fn of_side(&self, tracks: &Tracks<'_>, list: &[Track], ends: &[Sides<usize>]) -> Vec<Part> {
        let mut parts = Vec::new();
        let goes_on =
            |one: &Track, next: &Track| one.goes_with(next) && !one.is_break && !next.is_break;
        for stretch in list.chunk_by(goes_on) {
            let Some(first) = stretch.first() else {
                continue;
            };
            let words: String = stretch.iter().map(|track| tracks.words(track)).collect();
            match first.moved {
                // So the end of a paragraph is seen, wherever lines end.
                _ if first.is_break => parts.push(plain("\n\n")),
                _ if words.trim().is_empty() => parts.push(plain(" ")),
                Some(moved) => {
                    parts.extend(self.moved(tracks, stretch));
                    parts.push(plain(&self.way(moved.number, first.fate, ends)));
                }
                None => parts.extend(self.marked(look_of(first.fate), &words)),
            }
        }
        // A blank line follows all the same.
        parts.pop_if(|(_, text)| text == "\n\n");
        parts
    }

    /// What moved, with the edits inside it.
    fn moved(&self, tracks: &Tracks<'_>, stretch: &[Track]) -> Vec<Part> {
        let [open, close] = match self.coloured {
            true => ["", ""],
            false => Look::Moved.marks(),
        };
        let mut parts = vec![plain(open)];
        for track in stretch {
            let words = tracks.words(track);
            match track.moved {
                Some(moved) if !moved.kept && !words.trim().is_empty() => {
                    parts.extend(self.marked(look_of(track.fate), &words));
                }
                _ => parts.push((self.look(track), words.into_owned())),
            }
        }
        parts.push(plain(close));
        parts
    }

    /// Words in a look: a colour, or marks around them.
    fn marked(&self, look: Look, words: &str) -> Vec<Part> {
        let [open, close] = match self.coloured {
            true => ["", ""],
            false => look.marks(),
        };
        let shown = if self.coloured { look } else { Look::Plain };
        // White space at an end is not marked: a line may be broken there.
        let own = words.trim();
        let (before, behind) = words.split_once(own).unwrap_or_default();
        vec![
            plain(&[before, open].concat()),
            (shown, own.to_owned()),
            plain(&[close, behind].concat()),
        ]
    }

    fn look(&self, track: &Track) -> Look {
        match track.moved {
            _ if !self.coloured => Look::Plain,
            Some(moved) if moved.kept => Look::Moved,
            _ => look_of(track.fate),
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
            // A terminal that knows directions would exchange the columns of a line that begins from the right.
            let has_rtl = left.has_rtl() || right.has_rtl();
            if has_rtl {
                to.push(LEFT_TO_RIGHT);
            }
            self.cell(left, has_rtl, to);
            to.extend(std::iter::repeat_n(
                ' ',
                column.saturating_sub(left.columns),
            ));
            to.push_str(if right.parts.is_empty() {
                GAP.trim_end()
            } else {
                GAP
            });
            self.cell(right, has_rtl, to);
            to.push('\n');
        }
    }

    fn cell(&self, line: &Line, is_isolated: bool, to: &mut String) {
        let [open, close] = ISOLATED;
        if is_isolated && !line.parts.is_empty() {
            to.push(open);
            self.line(line, to);
            to.push(close);
        } else {
            self.line(line, to);
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

fn plain(text: &str) -> Part {
    (Look::Plain, text.to_owned())
}

fn look_of(fate: Fate) -> Look {
    match fate {
        Fate::Kept => Look::Plain,
        Fate::Deleted => Look::Deleted,
        Fate::Inserted => Look::Inserted,
    }
}

/// Where each move begins on both sides, as indices into the list.
fn ends_of_moves(list: &[Track]) -> Vec<Sides<usize>> {
    let mut ends: Vec<Sides<usize>> = Vec::new();
    for (at, track) in list.iter().enumerate().rev() {
        if let Some(moved) = track.moved {
            if ends.len() <= moved.number {
                ends.resize(moved.number + 1, Sides::default());
            }
            *ends[moved.number].get_mut(track.fate.side()) = at;
        }
    }
    ends
}

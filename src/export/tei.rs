//! TEI P5: both texts as one, by parallel segmentation. Each place where they differ is an `app` with a reading of each
//! witness, `left` and `right`.
//!
//! The reading of a witness is its text, but for white space inside paragraphs. A paragraph that only one witness has
//! stands whole in its reading; where one divides a paragraph of the other, a `milestone` of unit `paragraph` says so.
//! What moved is a `seg` on both sides; the two name each other.

use super::{
    Article, Source,
    tracks::{Fate, Track, Tracks, tracks},
    xml::{escape, put},
};
use crate::span::Side;

/// The end of a paragraph that the other witness does not end.
const DIVISION: &str = "<milestone unit=\"paragraph\"/>";

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader>
<fileDesc>
<titleStmt><title>"#;

const SOURCES: &str = r#"</title></titleStmt>
<publicationStmt><p>Made by Twicetold from the two witnesses.</p></publicationStmt>
<sourceDesc><listWit>
"#;

const TEXT: &str = r#"</listWit></sourceDesc>
</fileDesc>
<encodingDesc><variantEncoding method="parallel-segmentation" location="internal"/></encodingDesc>
</teiHeader>
<text><body>
"#;

pub(super) fn write(source: &Source<'_>) -> Vec<u8> {
    let tracks = tracks(source.comparison);
    let (left, right) = (&source.articles.left, &source.articles.right);
    let mut written = HEAD.to_owned();
    escape(left.called(), &mut written);
    written.push_str(" | ");
    escape(right.called(), &mut written);
    written.push_str(SOURCES);
    witness("left", left, &mut written);
    witness("right", right, &mut written);
    written.push_str(TEXT);
    TeiWriter::new(&tracks).body(&mut written);
    written.push_str("</body></text>\n</TEI>\n");
    written.into_bytes()
}

fn witness(id: &str, article: &Article<'_>, to: &mut String) {
    put(to, &["<witness xml:id=\"", id, "\"><bibl>"]);
    let elements = [
        ("title", Some(article.called())),
        ("author", article.byline),
        ("publisher", article.outlet),
        ("date", article.date),
        ("ref", article.address),
    ];
    for (name, value) in elements {
        if let Some(value) = value {
            put(to, &["<", name, ">"]);
            escape(value, to);
            put(to, &["</", name, ">"]);
        }
    }
    to.push_str("</bibl></witness>\n");
}

/// Writes the body, place by place.
struct TeiWriter<'t> {
    tracks: &'t Tracks<'t>,
    /// How many parts of each move are written, on each side, so that each has a name of its own.
    parts: Vec<[usize; 2]>,
}

/// Tracks between two that both sides have: first the left, then the right.
struct Differing {
    left: Vec<Track>,
    right: Vec<Track>,
}

impl<'t> TeiWriter<'t> {
    fn new(tracks: &'t Tracks<'t>) -> Self {
        let numbers = tracks.list.iter().filter_map(|track| track.moved);
        let count = numbers.map(|moved| moved.number + 1).max().unwrap_or(0);
        Self {
            tracks,
            parts: vec![[0; 2]; count],
        }
    }

    fn body(&mut self, to: &mut String) {
        let list = &self.tracks.list;
        // A body has to hold a paragraph of its own.
        let whole = list
            .iter()
            .any(|track| track.fate == Fate::Kept && !track.is_break);
        let (mut at, mut open) = (0, false);
        while at < list.len() {
            let track = &list[at];
            if track.fate == Fate::Kept {
                if track.is_break {
                    close(&mut open, to);
                } else {
                    self.open(&mut open, to);
                    escape(&self.tracks.words(track), to);
                }
                at += 1;
                continue;
            }
            let differing = Differing::at(&list[at..]);
            at += differing.left.len() + differing.right.len();
            let ends = list
                .get(at)
                .is_none_or(|next| next.fate == Fate::Kept && next.is_break);
            if whole && differing.is_paragraphs(open, ends) {
                close(&mut open, to);
                self.paragraphs(&differing, to);
            } else {
                self.open(&mut open, to);
                self.readings(&differing, to);
            }
        }
        if list.is_empty() {
            to.push_str("<p/>\n");
        }
        close(&mut open, to);
    }

    fn open(&self, open: &mut bool, to: &mut String) {
        if !std::mem::replace(open, true) {
            to.push_str("<p>");
        }
    }

    /// An `app` inside a paragraph.
    fn readings(&mut self, differing: &Differing, to: &mut String) {
        to.push_str("<app>");
        for (side, tracks) in differing.sides() {
            begin_reading(side, tracks.is_empty(), to);
            for track in tracks {
                if track.is_break {
                    to.push_str(DIVISION);
                } else {
                    self.words(track, to);
                }
            }
            end_reading(tracks.is_empty(), to);
        }
        to.push_str("</app>");
    }

    /// An `app` between paragraphs, whose readings are paragraphs.
    fn paragraphs(&mut self, differing: &Differing, to: &mut String) {
        to.push_str("<app>");
        for (side, tracks) in differing.sides() {
            begin_reading(side, tracks.is_empty(), to);
            for paragraph in tracks.split(|track| track.is_break) {
                if !paragraph.is_empty() {
                    to.push_str("<p>");
                    paragraph.iter().for_each(|track| self.words(track, to));
                    to.push_str("</p>");
                }
            }
            end_reading(tracks.is_empty(), to);
        }
        to.push_str("</app>\n");
    }

    fn words(&mut self, track: &Track, to: &mut String) {
        let words = self.tracks.words(track);
        let Some(moved) = track.moved.filter(|moved| moved.kept) else {
            escape(&words, to);
            return;
        };
        let (here, there) = match track.fate.side() {
            Side::Left => ("left", "right"),
            Side::Right => ("right", "left"),
        };
        let part = &mut self.parts[moved.number][usize::from(here == "right")];
        *part += 1;
        let (number, part) = ((moved.number + 1).to_string(), part.to_string());
        put(to, &["<seg xml:id=\"move", &number, "-", here, "-", &part]);
        put(to, &["\" corresp=\"#move", &number, "-", there, "-1\">"]);
        escape(&words, to);
        to.push_str("</seg>");
    }
}

impl Differing {
    /// The tracks up to the next that both sides have.
    fn at(list: &[Track]) -> Self {
        let differing = list.iter().take_while(|track| track.fate != Fate::Kept);
        let (left, right) = differing.partition(|track| track.fate == Fate::Deleted);
        Self { left, right }
    }

    fn sides(&self) -> [(&'static str, &[Track]); 2] {
        [("#left", &self.left), ("#right", &self.right)]
    }

    /// Whether each side has whole paragraphs here, or nothing. `open` says whether the paragraph before goes on, `ends`
    /// whether one ends behind.
    fn is_paragraphs(&self, open: bool, ends: bool) -> bool {
        let divides = self
            .left
            .iter()
            .chain(&self.right)
            .any(|track| track.is_break);
        let is_break = |track: Option<&Track>| track.is_none_or(|track| track.is_break);
        let all = |end: fn(&[Track]) -> Option<&Track>| {
            is_break(end(&self.left)) && is_break(end(&self.right))
        };
        let begins_and_ends = if open {
            ends && all(<[Track]>::first)
        } else {
            ends || all(<[Track]>::last)
        };
        divides && begins_and_ends
    }
}

fn close(open: &mut bool, to: &mut String) {
    if std::mem::take(open) {
        to.push_str("</p>\n");
    }
}

fn begin_reading(witness: &str, is_empty: bool, to: &mut String) {
    let end = if is_empty { "\"/>" } else { "\">" };
    put(to, &["<rdg wit=\"", witness, end]);
}

fn end_reading(is_empty: bool, to: &mut String) {
    if !is_empty {
        to.push_str("</rdg>");
    }
}

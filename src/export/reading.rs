//! Both texts as one for readers: the paragraphs that differ, in stretches with one fate, and of the others how many there are.

use std::borrow::Cow;

use super::tracks::{Fate, Track, Tracks};

/// What a reader sees between two blank lines.
#[derive(Debug, PartialEq, Eq)]
pub enum Reading<'t> {
    /// So many paragraphs that are the same on both sides; at least one.
    Same(usize),
    /// A paragraph that differs.
    Differs(Vec<TrackStretch<'t>>),
}

/// Tracks with one fate that moved together; at least one.
#[derive(Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct TrackStretch<'t> {
    /// What became of it.
    pub fate: Fate,
    /// The number of the move it is one end of.
    pub moved: Option<usize>,
    /// The tracks, and what is read of each: an end of a paragraph is `¶`, with a line end if more follows.
    pub parts: Vec<(Track, Cow<'t, str>)>,
    /// Whether it ends a paragraph, so that a new line begins behind it.
    pub ends_line: bool,
}

impl<'t> Tracks<'t> {
    /// What a reader sees of both texts as one, in their order; nothing of two empty texts. Linear.
    pub fn for_reading(&self) -> Vec<Reading<'t>> {
        let list = self.read();
        let mut all = Vec::new();
        if list.is_empty() {
            return all;
        }
        for paragraph in list.split(|track| track.is_break && track.fate == Fate::Kept) {
            let is_same = paragraph.iter().all(|track| track.fate == Fate::Kept);
            match (is_same, all.last_mut()) {
                (true, Some(Reading::Same(count))) => *count += 1,
                (true, _) => all.push(Reading::Same(1)),
                (false, _) => all.push(Reading::Differs(self.stretches(paragraph))),
            }
        }
        all
    }

    fn stretches(&self, paragraph: &[Track]) -> Vec<TrackStretch<'t>> {
        let stretches = paragraph.chunk_by(Track::goes_with);
        let stretches = stretches.filter_map(|tracks| {
            let (first, last) = (tracks.first()?, tracks.len() - 1);
            let read = |(at, track): (usize, &Track)| match track.is_break {
                true if at < last => "¶\n".into(),
                true => "¶".into(),
                false => self.words(track),
            };
            let parts = tracks.iter().enumerate();
            Some(TrackStretch {
                fate: first.fate,
                moved: first.moved.map(|moved| moved.number),
                parts: parts.map(|part| (*part.1, read(part))).collect(),
                ends_line: tracks[last].is_break,
            })
        });
        stretches.collect()
    }

    /// The list without white space of one side that faces the end of a paragraph on the other: to a reader that end says
    /// it all.
    fn read(&self) -> Vec<Track> {
        let ends = |at: Option<usize>, fate: Fate| {
            let track = at.and_then(|at| self.list.get(at));
            track.is_some_and(|track| track.is_break && track.fate != fate)
        };
        let is_read = |(at, track): &(usize, &Track)| {
            let blank = !track.is_break && self.words(track).trim().is_empty();
            let faces = ends(at.checked_sub(1), track.fate) || ends(Some(at + 1), track.fate);
            !(blank && faces && track.fate != Fate::Kept)
        };
        let read = self.list.iter().enumerate().filter(is_read);
        read.map(|(_, track)| *track).collect()
    }
}

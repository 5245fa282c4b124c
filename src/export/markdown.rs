//! Markdown with changes after CriticMarkup: `{--deleted--}`, `{++inserted++}`, `{~~old~>new~~}`, `{>>comment<<}`.
//!
//! To accept all changes gives the right text, to refuse all the left one, but for white space. A text in which marks of
//! CriticMarkup stand has a backslash inside each, which Markdown does not show: `{\++`. To read the text again, take one
//! backslash away before each of `+ - ~ = > < \`.

use super::{
    Source,
    tracks::{Fate, Track, Tracks, tracks},
};

/// The marks of CriticMarkup, each of a first sign and the rest.
const MARKS: [&str; 11] = [
    "{++", "++}", "{--", "--}", "{~~", "~~}", "~>", "{==", "==}", "{>>", "<<}",
];

pub(super) fn write(source: &Source<'_>) -> Vec<u8> {
    let tracks = tracks(source.comparison);
    let list = &tracks.list;
    let mut written = String::new();
    let mut at = 0;
    while at < list.len() {
        let track = &list[at];
        match list.get(at + 1) {
            Some(next) if replaces(track, next) => {
                written += &format!("{{~~{}~>{}~~}}", text(&tracks, track), text(&tracks, next));
                at += 2;
            }
            _ => {
                one(&tracks, track, list.get(at + 1), &mut written);
                at += 1;
            }
        }
    }
    written.push('\n');
    written.into_bytes()
}

/// Whether words of the left stand as other words on the right, both in one paragraph and in their place.
fn replaces(track: &Track, next: &Track) -> bool {
    let plain = |track: &Track| !track.is_break && track.moved.is_none();
    let fates = (track.fate, next.fate);
    fates == (Fate::Deleted, Fate::Inserted) && plain(track) && plain(next)
}

fn one(tracks: &Tracks<'_>, track: &Track, next: Option<&Track>, to: &mut String) {
    let text = text(tracks, track);
    match track.fate {
        Fate::Kept => to.push_str(&text),
        Fate::Deleted => *to += &format!("{{--{text}--}}"),
        Fate::Inserted => *to += &format!("{{++{text}++}}"),
    }
    let Some(moved) = track.moved else { return };
    let goes_on = |next: &Track| {
        let number = next.moved.map(|next| next.number);
        next.fate == track.fate && number == Some(moved.number)
    };
    if !next.is_some_and(goes_on) {
        let number = moved.number + 1;
        *to += &match track.fate {
            Fate::Inserted => format!("{{>>move {number}: to here<<}}"),
            _ => format!("{{>>move {number}: from here<<}}"),
        };
    }
}

fn text(tracks: &Tracks<'_>, track: &Track) -> String {
    if track.is_break {
        return "\n\n".to_owned();
    }
    escaped(&tracks.words(track))
}

/// The text with a backslash inside each mark, and before each backslash that would be taken for one of these.
fn escaped(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let rest = &text[at..];
        written.push(c);
        let is_mark = MARKS.iter().any(|mark| rest.starts_with(mark));
        let is_escape = c == '\\' && rest[1..].starts_with(['+', '-', '~', '=', '>', '<', '\\']);
        if is_mark || is_escape {
            written.push('\\');
        }
    }
    written
}

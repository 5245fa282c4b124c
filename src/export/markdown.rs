//! Markdown with changes after CriticMarkup: `{--deleted--}`, `{++inserted++}`, `{~~old~>new~~}`, `{>>comment<<}`.
//!
//! A comment at its head says in short what was found. To accept all changes gives the right text, to refuse all the left
//! one, but for white space. A text in which marks of CriticMarkup stand has a backslash inside each, which Markdown does not
//! show: `{\++`. To read the text again, take one backslash away before each of `+ - ~ = > < \`.

use super::{
    Source,
    tracks::{Fate, Track, Tracks, tracks},
};
use crate::story::Language;

/// The marks of CriticMarkup, each of a first sign and the rest.
const MARKS: [&str; 11] = [
    "{++", "++}", "{--", "--}", "{~~", "~~}", "~>", "{==", "==}", "{>>", "<<}",
];

pub(super) fn write(source: &Source<'_>) -> Vec<u8> {
    let tracks = tracks(source.comparison);
    let in_one_mark =
        |one: &Track, next: &Track| one.goes_with(next) && !one.is_break && !next.is_break;
    let list: Vec<&[Track]> = tracks.list.chunk_by(in_one_mark).collect();
    let mut written = comment(source);
    let mut at = 0;
    while at < list.len() {
        match list[at..] {
            [[one], [next], ..] if replaces(one, next) => {
                let (old, new) = (text(&tracks, &[*one]), text(&tracks, &[*next]));
                written += &format!("{{~~{old}~>{new}~~}}");
                at += 2;
            }
            [stretch, ..] => {
                let next = list.get(at + 1).copied();
                mark(&tracks, stretch, next, source.language, &mut written);
                at += 1;
            }
            [] => {}
        }
    }
    written.push('\n');
    written.into_bytes()
}

fn comment(source: &Source<'_>) -> String {
    let Some(in_short) = source.in_short() else {
        return String::new();
    };
    let said = source
        .language
        .phrase("form-in-short", &[("text", in_short)]);
    format!("{{>>{}<<}}\n\n", escaped(&said))
}

/// Whether words of the left stand as other words on the right, both in one paragraph and in their place.
fn replaces(track: &Track, next: &Track) -> bool {
    let plain = |track: &Track| !track.is_break && track.moved.is_none();
    let fates = (track.fate, next.fate);
    fates == (Fate::Deleted, Fate::Inserted) && plain(track) && plain(next)
}

/// Writes tracks of one fate.
fn mark(
    tracks: &Tracks<'_>,
    stretch: &[Track],
    next: Option<&[Track]>,
    language: Language,
    to: &mut String,
) {
    let Some(first) = stretch.first() else { return };
    let text = text(tracks, stretch);
    match first.fate {
        Fate::Kept => to.push_str(&text),
        Fate::Deleted => *to += &format!("{{--{text}--}}"),
        Fate::Inserted => *to += &format!("{{++{text}++}}"),
    }
    let Some(moved) = first.moved else { return };
    let goes_on = next
        .and_then(<[Track]>::first)
        .is_some_and(|next| first.goes_with(next));
    if !goes_on {
        let end = match first.fate {
            Fate::Inserted => "form-move-to",
            _ => "form-move-from",
        };
        let number = [("n", (moved.number + 1).to_string())];
        *to += &format!("{{>>{}<<}}", language.phrase(end, &number));
    }
}

fn text(tracks: &Tracks<'_>, stretch: &[Track]) -> String {
    if stretch.iter().any(|track| track.is_break) {
        return "\n\n".to_owned();
    }
    // Marks may stand across tracks.
    let words: String = stretch.iter().map(|track| tracks.words(track)).collect();
    escaped(&words)
}

/// The text with a backslash inside each mark, and before each backslash that would be taken for one of these: also before
/// the last, for what follows it may begin with such a sign once changes are accepted or refused.
fn escaped(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let rest = &text[at..];
        written.push(c);
        let is_mark = MARKS.iter().any(|mark| rest.starts_with(mark));
        let escapes =
            |next: &str| next.is_empty() || next.starts_with(['+', '-', '~', '=', '>', '<', '\\']);
        let is_escape = c == '\\' && escapes(&rest[1..]);
        if is_mark || is_escape {
            written.push('\\');
        }
    }
    written
}

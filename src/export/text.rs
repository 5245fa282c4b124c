//! Plain text, for mails and chats: how the two stand to each other, in short what was found, what differs in fact, and the
//! paragraphs that differ, with `[-left-]` and `{+right+}` as `wdiff` writes them.

use super::{
    Article, Source, names,
    tracks::{Fate, Track, Tracks, tracks},
};
use crate::span::{Side, Sides};

pub(super) fn write(source: &Source<'_>) -> Vec<u8> {
    let mut written = head(source);
    written += "\nThe texts, [-as the left has them-] {+as the right has them+}:\n\n";
    texts(&tracks(source.comparison), &mut written);
    if !source.comparison.complete {
        written += "\nA limit of work was met, so that something may be missing.\n";
    }
    written.into_bytes()
}

/// What stands before the texts: the articles, their relation, how much they share, what was found in short, and what differs
/// in fact. A line for each.
pub fn head(source: &Source<'_>) -> String {
    let comparison = source.comparison;
    let shares = Sides::new(Side::Left, Side::Right).map(|side| {
        let (shared, all) = (
            *comparison.relation.shared.get(side),
            comparison.summary.get(side).words,
        );
        let percent = (100 * shared + all / 2).checked_div(all).unwrap_or(0);
        format!("{shared} of {all} words ({percent} %)")
    });
    [
        &format!("Left:   {}\n", title(&source.articles.left)),
        &format!("Right:  {}\n", title(&source.articles.right)),
        &format!("Shared: left {}, right {}\n", shares.left, shares.right),
        &format!("Relation: {}\n", names::relation(comparison.relation.kind)),
        &in_short(source),
        &facts(source),
    ]
    .map(String::as_str)
    .concat()
}

fn in_short(source: &Source<'_>) -> String {
    match source.in_short() {
        Some(paragraph) => format!("\nIn short: {paragraph}\n"),
        None => String::new(),
    }
}

fn title(article: &Article<'_>) -> String {
    let parts = [
        article.byline,
        article.outlet,
        article.date,
        article.address,
    ];
    let mut line = article.called().to_owned();
    for part in parts.into_iter().flatten() {
        line += " · ";
        line += part;
    }
    line
}

fn facts(source: &Source<'_>) -> String {
    let differences = &source.comparison.facts.differences;
    if differences.is_empty() {
        return "\nNo difference of fact was found.\n".to_owned();
    }
    let mut written = "\nDifferences of fact:\n\n".to_owned();
    for (at, fact) in differences.iter().enumerate() {
        let words = Sides::new(Side::Left, Side::Right).map(|side| {
            let words = source.words(side, *fact.spans.get(side)).split_whitespace();
            let words: Vec<&str> = words.collect();
            if words.is_empty() {
                "–".to_owned()
            } else {
                words.join(" ")
            }
        });
        let (kind, detail) = (names::fact(fact.kind), names::detail(fact.detail));
        let number = at + 1;
        written += &format!(
            "{number}. {kind}, {detail}: {} | {}\n",
            words.left, words.right
        );
    }
    written
}

/// The paragraphs that differ; of those that do not their number.
fn texts(tracks: &Tracks<'_>, to: &mut String) {
    let list = tracks.for_reading();
    let mut same = 0;
    for paragraph in list.split(|track| track.is_break && track.fate == Fate::Kept) {
        if paragraph.iter().all(|track| track.fate == Fate::Kept) {
            same += 1;
            continue;
        }
        tell_same(&mut same, to);
        for stretch in paragraph.chunk_by(Track::goes_with) {
            one(tracks, stretch, to);
        }
        to.push_str("\n\n");
    }
    tell_same(&mut same, to);
    let end = to.trim_end().len();
    to.truncate(end);
    to.push('\n');
}

fn tell_same(same: &mut usize, to: &mut String) {
    match std::mem::take(same) {
        0 => {}
        1 => to.push_str("(1 paragraph is the same)\n\n"),
        count => *to += &format!("({count} paragraphs are the same)\n\n"),
    }
}

/// Tracks of one fate.
fn one(tracks: &Tracks<'_>, stretch: &[Track], to: &mut String) {
    let Some(first) = stretch.first() else { return };
    let (open, close) = match first.fate {
        Fate::Kept => ("", ""),
        Fate::Deleted => ("[-", "-]"),
        Fate::Inserted => ("{+", "+}"),
    };
    to.push_str(open);
    for (at, track) in stretch.iter().enumerate() {
        if track.is_break {
            to.push_str(if at + 1 < stretch.len() { "¶\n" } else { "¶" });
        } else {
            to.push_str(&tracks.words(track));
        }
    }
    to.push_str(close);
    if let Some(moved) = first.moved {
        *to += &format!("(move {})", moved.number + 1);
    }
    if stretch.last().is_some_and(|track| track.is_break) {
        to.push('\n');
    }
}

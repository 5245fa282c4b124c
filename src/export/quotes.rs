//! A stretch of a text by its words and so much around it that it stands nowhere else.
//!
//! White space is one blank here, so that a stretch is found again where lines or pages break in other places.

use crate::{sorting, span::Span};

/// Bytes that stand before and behind every stretch, where the text has so many: a few words, as others write. By eye.
const CONTEXT: usize = 32;
/// Bytes of context on each side, at most. A bound on work, and on what is written: where so much stands twice, the place
/// tells which is meant.
const WIDEST: usize = 1024;
/// Bytes of a window: eight fit a number. Most windows of a text stand in few places.
const WINDOW: usize = 8;
/// Places of a window that are looked at. A bound on work: with more the context is widened first.
const PLACES: usize = 64;
/// Bytes by which a context is widened so that it does not cut a word. Longer words are cut.
const WORD: usize = 24;

/// A stretch with its context, as it stands in the text with one blank for any white space.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Quote<'q> {
    pub(super) prefix: &'q str,
    pub(super) exact: &'q str,
    pub(super) suffix: &'q str,
}

/// A text with one blank for any white space, and none at its ends.
pub(super) struct Quotes {
    text: String,
    /// Where white space was shortened: the first byte behind it, before and after. Both ascend.
    shifts: Vec<(u32, u32)>,
    /// Each window and where it stands, in order of windows.
    windows: Vec<(u64, u32)>,
    /// In how many places the window at each byte stands.
    counts: Vec<u32>,
}

impl Quotes {
    /// Prepares a text. n log n.
    pub(super) fn new(original: &str) -> Self {
        let (text, shifts) = in_one_line(original);
        let window = |(at, bytes): (usize, &[u8])| (number(bytes), at as u32);
        let mut windows: Vec<(u64, u32)> = text
            .as_bytes()
            .windows(WINDOW)
            .enumerate()
            .map(window)
            .collect();
        sorting::by_key_copied(&mut windows, |&(window, at)| {
            u128::from(window) << 32 | u128::from(at)
        });
        let mut counts = vec![0; windows.len()];
        for same in windows.chunk_by(|a, b| a.0 == b.0) {
            for &(_, at) in same {
                counts[at as usize] = same.len() as u32;
            }
        }
        Self {
            text,
            shifts,
            windows,
            counts,
        }
    }

    /// The quote of a stretch that begins and ends with a character that is no white space. With its context it stands
    /// nowhere else in the text, unless the widest context does.
    pub(super) fn quote(&self, span: Span) -> Quote<'_> {
        let (start, end) = (self.place(span.start), self.place(span.end));
        let mut context = CONTEXT;
        loop {
            let from = self.widen_left(start.saturating_sub(context));
            let to = self.widen_right((end + context).min(self.text.len()));
            if context >= WIDEST || self.is_unique(from, to) {
                return Quote {
                    prefix: &self.text[from..start],
                    exact: &self.text[start..end],
                    suffix: &self.text[end..to],
                };
            }
            context *= 2;
        }
    }

    /// Where a byte of the original stands.
    fn place(&self, byte: u32) -> usize {
        let behind = self.shifts.partition_point(|&(before, _)| before <= byte);
        let (before, after) = behind.checked_sub(1).map_or((0, 0), |at| self.shifts[at]);
        (byte - before + after) as usize
    }

    /// The start of the word or at least of the character at a place.
    fn widen_left(&self, at: usize) -> usize {
        let text = self.text.as_bytes();
        let least = at.saturating_sub(WORD);
        let is_start = |&at: &usize| at == 0 || text[at - 1] == b' ';
        let word = (least..=at).rev().find(is_start);
        word.unwrap_or_else(|| self.text.floor_char_boundary(at))
    }

    /// The end of the word or at least of the character at a place.
    fn widen_right(&self, at: usize) -> usize {
        let text = self.text.as_bytes();
        let is_end = |&at: &usize| text.get(at).is_none_or(|&byte| byte == b' ');
        let word = (at..=at + WORD).find(is_end);
        word.map_or_else(
            || self.text.ceil_char_boundary(at),
            |end| end.min(text.len()),
        )
    }

    /// Whether a part of the text stands in one place only, as far as it can be told with little work.
    fn is_unique(&self, from: usize, to: usize) -> bool {
        if from == 0 && to == self.text.len() {
            return true;
        }
        let part = &self.text.as_bytes()[from..to];
        let windows = from..(to + 1).saturating_sub(WINDOW);
        let Some(rarest) = windows.min_by_key(|&at| self.counts[at]) else {
            return false;
        };
        if self.counts[rarest] as usize > PLACES {
            return false;
        }
        let places = self.places(number(&self.text.as_bytes()[rarest..rarest + WINDOW]));
        let at = rarest - from;
        let same = |place: &&(u64, u32)| {
            let start = (place.1 as usize).checked_sub(at);
            start.is_some_and(|start| self.text.as_bytes()[start..].starts_with(part))
        };
        places.iter().filter(same).count() == 1
    }

    /// Where a window stands.
    fn places(&self, window: u64) -> &[(u64, u32)] {
        let start = self.windows.partition_point(|&(other, _)| other < window);
        let end = self.windows.partition_point(|&(other, _)| other <= window);
        &self.windows[start..end]
    }
}

/// The bytes of a window as a number.
fn number(window: &[u8]) -> u64 {
    window
        .iter()
        .fold(0, |number, &byte| number << 8 | u64::from(byte))
}

/// The text with one blank for any white space, and where the words behind each stand before and after.
fn in_one_line(original: &str) -> (String, Vec<(u32, u32)>) {
    let mut text = String::with_capacity(original.len());
    let mut shifts = Vec::new();
    for word in original.split_whitespace() {
        let before = word.as_ptr() as usize - original.as_ptr() as usize;
        if !text.is_empty() {
            text.push(' ');
        }
        let shift = before - text.len();
        let last = shifts.last().map_or(0, |&(before, after)| before - after);
        if shift as u32 != last {
            shifts.push((before as u32, text.len() as u32));
        }
        text.push_str(word);
    }
    (text, shifts)
}

#[cfg(test)]
mod tests {
    use super::Quotes;
    use crate::span::Span;

    #[test]
    fn a_quote_is_as_long_as_it_has_to_be() {
        let text = "  one two\n\nthree  four one two three";
        let quotes = Quotes::new(text);
        let quote = quotes.quote(Span::new(6, 9));
        assert_eq!((quote.prefix, quote.exact), ("one ", "two"));
        let long = |count: usize| {
            let words = "same words ".repeat(count);
            format!("{words} the end. {words}")
        };
        let quote_of = |text: &str, start: usize, end: usize| {
            let quotes = Quotes::new(text);
            let quote = quotes.quote(Span::new(start, end));
            format!("{}|{}|{}", quote.prefix, quote.exact, quote.suffix)
        };
        let found = |text: &str, quote: &str| {
            let words: Vec<_> = text.split_whitespace().collect();
            words.join(" ").matches(&quote.replace('|', "")).count()
        };
        let text = long(80);
        let at = text.find("the end").expect("it is there");
        assert!(quote_of(&text, at, at + 7).len() < 100);
        let far = quote_of(&text, 220, 224);
        assert!(far.contains("the end") || far.starts_with("same words same"));
        assert_eq!(found(&text, &far), 1, "{far}");
        // Farther than the widest context from all that stands once.
        let text = long(500);
        let lost = quote_of(&text, 2200, 2204);
        assert!((2048..2200).contains(&lost.len()), "{}", lost.len());
        assert!(found(&text, &lost) > 1);
    }
}

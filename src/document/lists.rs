//! Items of lists in running text: `1) bread 2) milk`, `(a) … (b) …`, `• … • …`.

use super::{TokenKind, scripts::is_bullet, token_view::TokenView};

/// What an item begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marker {
    bullet: Option<char>,
    parenthesis: bool,
    /// How it ends: `.`, `)` or both.
    stop: bool,
    closed: bool,
    value: ItemNumber,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ItemNumber {
    None,
    Number(u32),
    /// A letter, or a Roman number: `i` may be either.
    Letter {
        letter: Option<u32>,
        roman: Option<u32>,
    },
}

/// The marker that begins at a token, and the token behind it.
pub(super) fn marker_at(tokens: TokenView<'_>, at: usize) -> Option<(Marker, usize)> {
    let mut end = at;
    let bullet = Some(tokens.first(end)).filter(|&c| is_bullet(c));
    end += usize::from(bullet.is_some());
    let parenthesis = tokens.str(end) == "(";
    let value_at = end + usize::from(parenthesis);
    let value = value(tokens, value_at);
    let stop = value.is_some() && tokens.str(value_at + 1) == "." && tokens.is_glued(value_at + 1);
    let closing = value_at + 1 + usize::from(stop);
    let closed = value.is_some() && tokens.str(closing) == ")" && tokens.is_glued(closing);
    let ends = closing + usize::from(closed);
    match value {
        Some(value)
            if (stop || closed)
                && !tokens.is_glued(ends)
                && (closed || !parenthesis)
                && may_stop(value, tokens.str(value_at), closed) =>
        {
            let marker = Marker {
                bullet,
                parenthesis,
                stop,
                closed,
                value,
            };
            Some((marker, ends))
        }
        _ => bullet.map(|_| {
            (
                Marker {
                    bullet,
                    parenthesis: false,
                    stop: false,
                    closed: false,
                    value: ItemNumber::None,
                },
                at + 1,
            )
        }),
    }
}

/// The marker that ends at a token and goes on with the list: its first token and what it is.
pub(super) fn next_marker(
    tokens: TokenView<'_>,
    start: usize,
    at: usize,
    list: Option<Marker>,
) -> Option<(usize, Marker)> {
    let list = list?;
    (at.saturating_sub(4)..=at)
        .filter(|&first| first > start && !tokens.is_glued(first))
        .find_map(|first| {
            let (marker, end) = marker_at(tokens, first)?;
            (end == at + 1 && list.goes_on_with(marker)).then_some((first, marker))
        })
}

impl Marker {
    /// Whether it ends with a parenthesis, so that it cannot be taken for a figure and a stop.
    pub(super) fn is_closed(self) -> bool {
        self.closed
    }

    fn goes_on_with(self, next: Self) -> bool {
        let alike = Self {
            value: next.value,
            ..self
        } == next;
        let follows = |a: Option<u32>, b: Option<u32>| a.zip(b).is_some_and(|(a, b)| b == a + 1);
        alike
            && match (self.value, next.value) {
                (ItemNumber::None, ItemNumber::None) => true,
                (ItemNumber::Number(a), ItemNumber::Number(b)) => b == a + 1,
                (
                    ItemNumber::Letter {
                        letter: a,
                        roman: r,
                    },
                    ItemNumber::Letter {
                        letter: b,
                        roman: s,
                    },
                ) => follows(a, b) || follows(r, s),
                _ => false,
            }
    }
}

/// The number or letter at a token. Numbers of more than three digits are years.
fn value(tokens: TokenView<'_>, at: usize) -> Option<ItemNumber> {
    let word = tokens.str(at);
    match tokens.kind(at)? {
        TokenKind::Number if word.len() <= 3 => word.parse().ok().map(ItemNumber::Number),
        TokenKind::Word if word.len() <= 4 => {
            let letter = Some(word)
                .filter(|word| word.len() == 1)
                .and_then(|word| word.chars().next()?.to_digit(36));
            let roman = roman(word);
            (letter.is_some() || roman.is_some()).then_some(ItemNumber::Letter { letter, roman })
        }
        _ => None,
    }
}

/// A capital with only a stop behind it is an initial: `A. Hill`.
fn may_stop(value: ItemNumber, word: &str, closed: bool) -> bool {
    closed || matches!(value, ItemNumber::Number(_)) || word.starts_with(char::is_lowercase)
}

fn roman(word: &str) -> Option<u32> {
    const ROMAN: [&str; 12] = [
        "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii",
    ];
    ROMAN
        .iter()
        .zip(1..)
        .find_map(|(&known, value)| known.eq_ignore_ascii_case(word).then_some(value))
}

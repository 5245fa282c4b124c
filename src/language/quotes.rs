//! Marks around quotations, from the tables of all languages.

use std::sync::OnceLock;

use super::{TABLES, table};

/// Pairs that no table has: straight marks, Hebrew gershayim, reversed guillemets, East Asian titles and other
/// forms of corners, ornaments, what is typed for a low mark.
const OTHERS: [[char; 2]; 17] = [
    ['"', '"'],
    ['״', '״'],
    ['»', '«'],
    ['»', '»'],
    ['›', '‹'],
    ['《', '》'],
    ['＂', '＂'],
    ['„', '"'],
    ['\'', '\''],
    ['`', '\''],
    ['`', '”'],
    ['’', '’'],
    ['｢', '｣'],
    ['〝', '〟'],
    ['〝', '〞'],
    ['❝', '❞'],
    ['﹁', '﹂'],
];

/// Marks that close as often as they open, and open only before a word: Swedish `”so”`, German `»so«`.
const EITHER: [char; 4] = ['”', '’', '»', '\''];

/// All pairs of an opening and a closing mark, sorted.
fn pairs() -> &'static [[char; 2]] {
    static PAIRS: OnceLock<Vec<[char; 2]>> = OnceLock::new();
    PAIRS.get_or_init(|| {
        let mut all = OTHERS.to_vec();
        for quotes in TABLES
            .iter()
            .flatten()
            .filter_map(|table| table::line(table, "quotes"))
        {
            for pair in quotes.split(' ') {
                let mut marks = pair.chars();
                if let (Some(open), Some(close)) = (marks.next(), marks.next()) {
                    all.push([open, close]);
                }
            }
        }
        // Arabic tables name the marks as they are seen, from the right.
        all.retain(|pair| *pair != ['”', '“']);
        all.sort_unstable();
        all.dedup();
        all
    })
}

/// Whether the second mark closes a quotation that the first one opened.
pub(crate) fn closes(open: char, close: char) -> bool {
    pairs().contains(&[open, close]) || (open, close) == ('“', '"')
}

/// Whether a mark stands around quotations of several words. Single ones are apostrophes too.
pub(crate) fn is_quotation_mark(c: char) -> bool {
    !matches!(c, '‘' | '’' | '‚' | '‹' | '›' | '\'' | '`')
        && pairs().iter().any(|pair| pair.contains(&c))
}

/// Whether a mark that is mostly an apostrophe, or a sign of letters, may stand around a quotation.
pub(crate) fn may_quote(c: char) -> bool {
    matches!(
        c,
        '‘' | '’' | '‚' | '‹' | '›' | '\'' | '`' | '\u{5F3}' | '\u{5F4}'
    )
}

/// Whether a mark opens a quotation where none is open. `leads` says whether a word follows it at once and none stands
/// right before it.
pub(crate) fn opens(c: char, leads: bool) -> bool {
    let known = pairs().iter().any(|pair| pair[0] == c);
    known && (leads || !EITHER.contains(&c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_all_languages_close() {
        for (open, close) in [
            "“”", "„“", "„”", "«»", "»«", "””", "»»", "「」", "『』", "‘’", "\"\"", "“\"", "„\"",
        ]
        .map(|pair| (pair.chars().next().unwrap(), pair.chars().last().unwrap()))
        {
            assert!(closes(open, close), "{open}{close}");
        }
        assert!(!closes('“', '»') && !closes('x', 'x'));
        assert!(
            opens('”', true)
                && !opens('”', false)
                && opens('“', false)
                && opens('’', true)
                && !opens('’', false)
        );
    }
}

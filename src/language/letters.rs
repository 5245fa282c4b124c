//! Which languages have the letters of a word, from the tables: beside function words, they tell the language of a sentence.

use std::sync::OnceLock;

use super::{Languages, TABLES, table};

/// Letters that only some languages have, each with these, sorted.
fn letters() -> &'static [(char, Languages)] {
    static LETTERS: OnceLock<Vec<(char, Languages)>> = OnceLock::new();
    LETTERS.get_or_init(|| {
        let mut all: Vec<(char, Languages)> = Vec::new();
        for (at, table) in TABLES.iter().enumerate() {
            let line = table::line(table[0], "letters").unwrap_or_default();
            all.extend(
                line.split(' ')
                    .filter_map(|letter| Some((letter.chars().next()?, Languages::one(at)))),
            );
        }
        all.sort_unstable_by_key(|(letter, languages)| (*letter, languages.0));
        all.dedup_by(|next, one| {
            let same = next.0 == one.0;
            if same {
                one.1 = one.1.and(next.1);
            }
            same
        });
        all
    })
}

/// The languages that have not all the letters of a word; none of them if all its letters are in no table.
pub(super) fn languages_without(word: &str) -> Languages {
    let of = |c: char| {
        let small = c.to_lowercase().next().unwrap_or(c);
        let at = letters().binary_search_by_key(&small, |(letter, _)| *letter);
        at.ok().map(|at| letters()[at].1)
    };
    let found = word.chars().filter(|c| !c.is_ascii()).filter_map(of);
    found
        .reduce(|all, next| Languages(all.0 & next.0))
        .map_or(Languages::NONE, |with| Languages::ALL.without(with))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_tell_languages() {
        for (word, with, without) in [
            ("mill", "en de tr", ""),
            ("λίθος", "en de el", ""),
            ("değirmen", "tr", "de id en"),
            ("kjøre", "da nb", "sv de"),
            ("mühle", "de tr hu", "en fi"),
            ("öğle", "tr", "de hu"),
        ] {
            let found = languages_without(word);
            let of = |code: &str| Languages::of(code).unwrap();
            assert!(
                with.split_whitespace().all(|code| !found.meets(of(code))),
                "{word}"
            );
            assert!(
                without.split_whitespace().all(|code| found.meets(of(code))),
                "{word}"
            );
        }
    }
}

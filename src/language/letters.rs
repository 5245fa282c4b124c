//! Which languages have the letters of a word, from the tables: beside function words, they tell the language of a sentence.

use std::sync::OnceLock;

use super::{Languages, TABLES, table};

/// By letter the languages that have it, of those that only some have.
fn letters() -> &'static [Languages] {
    static LETTERS: OnceLock<Vec<Languages>> = OnceLock::new();
    LETTERS.get_or_init(|| {
        let mut all = vec![Languages::NONE; BEHIND_LETTERS];
        for (at, table) in TABLES.iter().enumerate() {
            let line = table::line(table[0], "letters").unwrap_or_default();
            for letter in line.chars() {
                if let Some(with) = all.get_mut(letter as usize) {
                    *with = with.and(Languages::one(at));
                }
            }
        }
        all
    })
}

/// Behind the letters of Latin scripts, Greek, Cyrillic, Hebrew and Arabic, and of Vietnamese.
const BEHIND_LETTERS: usize = 0x1F00;

/// The languages that have not all the letters of a word; none of them if all its letters are in no table.
#[inline(never)]
pub(super) fn languages_without(word: &str) -> Languages {
    let mut without = Languages::NONE;
    for c in word.chars().filter(|c| !c.is_ascii()) {
        let small = c.to_lowercase().next().unwrap_or(c);
        let with = letters().get(small as usize).copied();
        if let Some(with) = with.filter(|with| *with != Languages::NONE) {
            without = without.and(Languages::ALL.without(with));
        }
    }
    without
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

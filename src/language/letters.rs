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

/// The languages that have all the letters of a word that only some have; none if there are no such letters.
pub(super) fn languages_of(word: &str) -> Languages {
    let of = |c: char| {
        let small = c.to_lowercase().next().unwrap_or(c);
        let at = letters().binary_search_by_key(&small, |(letter, _)| *letter);
        at.ok().map(|at| letters()[at].1)
    };
    let found = word.chars().filter(|c| !c.is_ascii()).filter_map(of);
    found
        .reduce(|all, next| Languages(all.0 & next.0))
        .unwrap_or(Languages::NONE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_tell_languages() {
        let of = |code: &str| Languages::of(code).unwrap();
        assert_eq!(languages_of("mill"), Languages::NONE);
        assert_eq!(languages_of("λίθος"), Languages::NONE);
        assert_eq!(languages_of("Değirmen"), of("tr"));
        assert_eq!(languages_of("kjøre"), of("da").and(of("nb")));
        assert!(languages_of("Mühle").meets(of("de")) && languages_of("Mühle").meets(of("tr")));
        assert!(!languages_of("Öğle").meets(of("de")));
    }
}

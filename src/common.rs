//! Words that are common everywhere in the languages of a text.
//!
//! Two short texts do not tell which words are rare in general: "also" may stand in one sentence of
//! each and look as telling as a name. So the words that any text of a language has are known
//! beforehand. A language without a table works all the same, with weights from the two texts alone.

use crate::language::{self, Class, Languages};

/// The common words of some languages: function words, auxiliaries, the verbs of saying, and what news says of
/// time; about as many as make up half of all words of a text.
#[derive(Clone, Copy, Debug)]
pub struct Common(Languages);

impl Common {
    /// Those of the languages of a text.
    pub fn of(languages: Languages) -> Self {
        Self(languages)
    }

    /// Whether a word is common in one of the languages, whatever its case and apostrophe.
    pub fn has(&self, word: &str) -> bool {
        language::is(word, Class::Common, self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_any_case() {
        let common = Common::of(Languages::ALL);
        assert!(common.has("Don’t") && common.has("DON'T") && common.has("БЫЛО"));
        for word in ["", "harbour", "a long way from all of the lists"] {
            assert!(!common.has(word), "{word}");
        }
        let english = Common::of(Languages::of("en").unwrap());
        assert!(english.has("the") && !english.has("der") && common.has("der"));
    }
}

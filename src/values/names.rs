//! Names, where capitals tell them.

use super::{
    reader::SentenceReader,
    value::{Item, Value},
};
use crate::{
    document::{self, TokenKind},
    language::{self, Class, Classes},
    lexicon, quotations,
};
use unicode_normalization::UnicodeNormalization;

/// What begins a date in a short form.
const SHORT: Classes = Classes::of(&[Class::ShortMonth, Class::ShortWeekday]);

impl SentenceReader<'_, '_> {
    /// Words with a capital, one after the other, over hyphens and "of". A single one that begins a sentence or clause
    /// could be any word.
    pub(super) fn name(&self, at: usize) -> Option<Item> {
        if !self.names || !self.document.has_capital(at) || !self.has_capital(at) {
            return None;
        }
        let nouns = self.habits.capital_nouns;
        let begins = self.first.is_none_or(|first| at <= first)
            || quotations::opens_clause(self.document, at, self.start);
        if begins && is_elided(self.text(at)) {
            return None;
        }
        if nouns && lexicon::is_article(self.text(at), self.languages) {
            return None;
        }
        let mut end = at + 1;
        let mut more = Vec::new();
        while let Some(next) = self.next_of_name(end, 1 + more.len()) {
            more.push(next);
            end = next + 1;
        }
        if more.is_empty() && (begins || nouns && !self.follows_name_word(at)) {
            return None;
        }
        let words = [at].into_iter().chain(more);
        let mut words: Vec<String> = words.map(|at| bare(self.text(at))).collect();
        let title = const { Classes::of(&[Class::Title, Class::ShortTitle]) };
        let is_title = |word: &String| language::is_any(word, title, self.languages);
        if !words.iter().all(is_title) {
            words.retain(|word| !is_title(word));
        } else if self.text(end) == "." {
            // "Mr" is no name. "The Premier" alone names an office.
            return None;
        }
        self.item(at..end, Value::Name(words))
    }

    /// Whether a token is a word with a capital, and no month, weekday or initial, and begins no date: "From Dec. 22".
    fn has_capital(&self, at: usize) -> bool {
        let text = self.text(at);
        at < self.end
            && self.document.tokens[at].kind == TokenKind::Word
            && self.document.has_capital(at)
            && lexicon::month(text, self.languages).is_none()
            && lexicon::weekday(text, self.languages).is_none()
            && text.chars().nth(1).is_some()
            && !self.numbers(at)
            && !(language::is_any(text, SHORT, self.languages) && self.date(at).is_some())
    }

    /// Whether a token is the "No." of a number, or its currency.
    fn numbers(&self, at: usize) -> bool {
        let number = at + 1 + usize::from(self.text(at + 1) == ".");
        let text = self.text(at);
        self.text(number)
            .starts_with(|c| language::digit(c).is_some())
            && (language::is(text, Class::ShortFigure, self.languages)
                || lexicon::money_sign(text).is_some())
    }

    /// The next word of a name of which so many words end before a token.
    fn next_of_name(&self, at: usize, count: usize) -> Option<usize> {
        if self.has_capital(at) {
            return Some(at);
        }
        let joined = |at: usize| at > self.start && self.is_joined(at - 1);
        let is_hyphen = |at: usize| matches!(self.text(at), "-" | "‐" | "־");
        if is_hyphen(at) && joined(at) && joined(at + 1) {
            // Over the small words of a name as well: `Kells-on-Dorn`.
            return [at + 1, at + 3]
                .into_iter()
                .find(|&next| self.has_capital(next) && (next == at + 1 || is_hyphen(next - 1)));
        }
        // A title that is shortened: Mr. Brandt.
        if self.text(at) == "." && joined(at) && self.is_short_title(at - 1) {
            return Some(at + 1).filter(|&next| self.has_capital(next));
        }
        // The letter of a middle name: Ada B. Brandt.
        if self.is_initial(at) && self.text(at + 1) == "." && self.has_capital(at + 2) {
            return Some(at + 2);
        }
        // The apostrophe of many owners: the Dockers' Union.
        if matches!(self.text(at), "'" | "’") && joined(at) && !joined(at + 1) {
            return Some(at + 1).filter(|&next| self.has_capital(next));
        }
        // The Union of Dockers; but Ada Brandt of the Union is two names.
        if count > 1 {
            return None;
        }
        let particle = |at: usize| language::is(self.text(at), Class::Particle, self.languages);
        let behind = (at..at + 2).take_while(|&at| particle(at)).count();
        (behind > 0 && self.has_capital(at + behind)).then_some(at + behind)
    }

    fn is_initial(&self, at: usize) -> bool {
        let mut letters = self.text(at).chars();
        letters.next().is_some_and(char::is_uppercase) && letters.all(|c| c == '.')
    }

    fn is_short_title(&self, at: usize) -> bool {
        let of = |class| language::is(self.text(at), class, self.languages);
        of(Class::ShortTitle) || of(Class::Title)
    }

    /// Whether a word stands before that seldom stands before another noun: `in Dorn`.
    fn follows_name_word(&self, at: usize) -> bool {
        let before = at.checked_sub(1).filter(|before| *before >= self.start);
        before.is_some_and(|before| {
            let text = self.text(before);
            language::is(text, Class::NameBefore, self.languages)
                || language::is(text, Class::Title, self.languages)
        })
    }
}

/// Whether a word is a little one with a capital and one without: `C'est`, `L'école`.
fn is_elided(word: &str) -> bool {
    let parts = word.split_once(language::is_apostrophe);
    parts.is_some_and(|(first, last)| {
        first.chars().count() <= 2 && last.starts_with(char::is_lowercase)
    })
}

/// A word without the ending of a possessive, the stops between letters and the marks and strokes of letters of Europe, in
/// small letters.
pub(super) fn bare(word: &str) -> String {
    // Most words.
    if word.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return word.to_ascii_lowercase();
    }
    let word = word
        .to_lowercase()
        .replace(language::is_apostrophe, "'")
        .replace('.', "");
    let word = word.strip_suffix("'s").unwrap_or(&word);
    if word.is_ascii() {
        return word.to_owned();
    }
    let marks = '\u{300}'..='\u{36F}';
    let mut plain = String::with_capacity(word.len());
    for c in word.nfkd().filter(|c| !marks.contains(c)) {
        document::push_base(&mut plain, c);
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::is_elided;

    #[test]
    fn elided_words_have_a_capital_of_a_letter_or_two_and_no_other() {
        for (word, expected) in [
            ("C’est", true),
            ("L'école", true),
            ("Qu’il", true),
            ("D’Arcy", false),
            ("Abd’al", false),
            ("Cest", false),
        ] {
            assert_eq!(is_elided(word), expected, "{word}");
        }
    }
}

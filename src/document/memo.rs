//! Answers about words as they are written, each asked once.

use super::Document;

/// The answers about the words of one document, by key. Words of one key may be written in two ways: the first is
/// remembered, the others are asked about each time.
#[derive(Clone, Debug)]
pub(crate) struct Memo<T> {
    /// By key the first token with it, and the answer.
    by_key: Vec<Option<(u32, T)>>,
}

impl<T: Copy> Memo<T> {
    /// Nothing is known yet.
    pub(crate) fn new() -> Self {
        Self { by_key: Vec::new() }
    }

    /// The answer about the text of a token, asked for only if it is not known.
    pub(crate) fn of(
        &mut self,
        document: &Document<'_>,
        token: usize,
        answer: impl FnOnce() -> T,
    ) -> T {
        let key = document.tokens[token].key as usize;
        if key >= self.by_key.len() {
            self.by_key.resize((key + 1).next_power_of_two(), None);
        }
        let is_same = |other: usize| {
            let [one, other] = [token, other].map(|at| &document.tokens[at]);
            one.plain && other.plain
                || document.text[one.span.range()] == document.text[other.span.range()]
        };
        match &mut self.by_key[key] {
            Some((first, known)) if is_same(*first as usize) => *known,
            Some(_) => answer(),
            empty => empty.insert((token as u32, answer())).1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, document::Vocabulary};

    #[test]
    fn each_writing_has_its_own_answer() {
        let text = "Ferry ferry Ferry boat ferry";
        let document = Document::new(text, &Options::default(), &mut Vocabulary::default());
        let mut memo = Memo::new();
        let mut asked = Vec::new();
        let answers: Vec<usize> = (0..5)
            .map(|at| {
                memo.of(&document, at, || {
                    asked.push(at);
                    document.tokens[at].span.start as usize
                })
            })
            .collect();
        assert_eq!(answers, [0, 6, 0, 18, 23]);
        assert_eq!(asked, [0, 1, 3, 4]);
    }
}

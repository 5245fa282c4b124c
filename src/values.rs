//! What sentences state: numbers, dates, times of day, names. The one place that reads them: differences of fact are
//! those between values, and an edit of a value is called by what it is.

mod amounts;
mod clocks;
pub(crate) mod figures;
mod names;
mod reader;
mod value;

use std::{
    cell::{OnceCell, RefCell},
    ops::Range,
};

use rustc_hash::FxHashMap;

use crate::{
    document::{Document, Memo},
    language::Languages,
    span::Sides,
};
use reader::Habits;
pub(crate) use value::{AmountUnit, Item, POINTS, Value};

/// What the sentences of a text state, each read when it is first asked about: linear in those that are.
#[derive(Clone, Debug)]
pub(crate) struct Values<'d, 't> {
    document: &'d Document<'t>,
    /// Whether capitals tell names.
    names: bool,
    habits: Habits,
    sentences: Vec<OnceCell<Vec<Item>>>,
    /// Of words, whether they may begin a number or date.
    may_state: RefCell<Memo<bool>>,
}

impl<'d, 't> Values<'d, 't> {
    /// Nothing is read yet. `names` says whether capitals tell names, `languages` in which the words are read.
    pub(crate) fn new(document: &'d Document<'t>, names: bool, languages: Languages) -> Self {
        Self {
            document,
            names,
            habits: Habits::of(languages),
            sentences: vec![OnceCell::new(); document.sentences.len()],
            may_state: RefCell::new(Memo::new()),
        }
    }

    /// Reads all in other languages from now on.
    pub(crate) fn read_in(&mut self, languages: Languages) {
        if languages != self.habits.languages {
            *self = Self::new(self.document, self.names, languages);
        }
    }

    /// What a sentence states, in order, disjoint.
    pub(crate) fn of_sentence(&self, sentence: usize) -> &[Item] {
        self.sentences[sentence].get_or_init(|| {
            let tokens = self.document.sentences[sentence].tokens.clone();
            let mut may_state = self.may_state.borrow_mut();
            reader::read_items(
                self.document,
                tokens,
                self.names,
                self.habits,
                &mut may_state,
            )
        })
    }

    /// Whether a sentence is read as one of these or others: they have the same tokens and are read in one way.
    fn reads_as(&self, sentence: usize, other: &Self, of_other: usize) -> bool {
        let tokens = |values: &Self, sentence: usize| {
            let sentence = &values.document.sentences[sentence];
            let tokens = values.document.tokens[sentence.tokens.clone()].iter();
            let start = sentence.span.start;
            tokens.map(move |token| (token.kind, token.span.start - start, token.span.len()))
        };
        self.names == other.names
            && self.habits.languages == other.habits.languages
            && tokens(self, sentence).eq(tokens(other, of_other))
    }

    /// What is stated where some tokens stand, in order; nothing where there are none.
    pub(crate) fn within(&self, tokens: &Range<usize>) -> impl Iterator<Item = &Item> {
        let sentences = &self.document.sentences;
        let first = sentences.partition_point(|sentence| sentence.tokens.end <= tokens.start);
        let touched = sentences[first..]
            .iter()
            .take_while(|sentence| sentence.tokens.start < tokens.end);
        (first..first + touched.count()).flat_map(|sentence| {
            let items = self.of_sentence(sentence);
            let first = items.partition_point(|item| item.tokens.end <= tokens.start);
            let inside = items[first..].iter();
            inside.take_while(|item| item.tokens.start < tokens.end)
        })
    }
}

/// Lets sentences of two texts state what the first one of the same words does, which alone is read.
#[inline(never)]
pub(crate) fn share(texts: &Sides<(&Values<'_, '_>, Vec<usize>)>) {
    let mut first: FxHashMap<&str, (&Values<'_, '_>, usize)> = FxHashMap::default();
    for (values, sentences) in [&texts.left, &texts.right] {
        for &sentence in sentences {
            let place = &values.document.sentences[sentence];
            let text = &values.document.text[place.span.range()];
            let Some(&(known, read)) = first.get(text) else {
                first.insert(text, (values, sentence));
                continue;
            };
            if !values.reads_as(sentence, known, read) {
                continue;
            }
            let from = known.document.sentences[read].tokens.start;
            let moved = |item: &Item| {
                let tokens = item.tokens.start - from..item.tokens.end - from;
                Item {
                    tokens: place.tokens.start + tokens.start..place.tokens.start + tokens.end,
                    ..item.clone()
                }
            };
            let items = known.of_sentence(read);
            values.sentences[sentence].get_or_init(|| items.iter().map(moved).collect());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, document::Vocabulary};

    #[test]
    fn a_sentence_states_the_same_wherever_it_stands() {
        let mut vocabulary = Vocabulary::default();
        let texts = Sides::new(
            "Ada Brandt sold 12 boats in May 2031. Nobody came. Nobody came.",
            "At least 7 others stayed. Ada Brandt sold 12 boats in May 2031. Ada Brandt sold 12 boats in May 2031.",
        );
        let options = Options::default();
        let documents = texts.map(|text| Document::new(text, &options, &mut vocabulary));
        let [english, german] =
            ["en", "de"].map(|code| Languages::of(code).expect("there is a table"));
        for (names, languages) in [(true, english), (false, english), (true, german)] {
            let left = Values::new(&documents.left, true, english);
            let right = Values::new(&documents.right, names, languages);
            let all = || vec![0, 1, 2];
            share(&Sides::new((&left, all()), (&right, all())));
            for values in [left, right] {
                let alone = Values::new(values.document, values.names, values.habits.languages);
                for sentence in all() {
                    let expected = alone.of_sentence(sentence);
                    assert_eq!(values.of_sentence(sentence), expected, "{sentence}");
                }
            }
        }
    }
}

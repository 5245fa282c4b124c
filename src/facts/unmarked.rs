//! Names in scripts without capitals: told by the title before them, or by the word for a place beside them.

use super::{FactKind, FactSearch, facing};
use crate::{
    diff::{Change, ChangeKind, Edits},
    document::Document,
    language::{self, Class, Classes},
    span::{Side, Sides, Span},
    values::Item,
};

/// Words of the longest name, and characters where words have no spaces between them: Chinese ones, and those of Thai,
/// of which several make a syllable.
const NAME_WORDS: usize = 4;
const CHARACTERS: usize = 12;
const LETTERS: usize = 24;

/// Characters before a name in which its title begins.
const NEAR: usize = 24;

impl FactSearch<'_, '_, '_> {
    /// Names that one edit puts for each other, where capitals do not tell them.
    pub(super) fn unmarked_names(&mut self, edits: &Edits) {
        let documents = self.documents;
        for (at, change) in edits.changes.iter().enumerate() {
            self.unmarked_name(change);
            let next = edits.changes.get(at + 1);
            let together = next.and_then(|next| facing::together(documents, change, next));
            if let Some(change) = together {
                self.unmarked_name(&change);
            }
        }
    }

    fn unmarked_name(&mut self, change: &Change) {
        if matches!(change.kind, ChangeKind::Case | ChangeKind::Punctuation) {
            return;
        }
        let (documents, spans) = (self.documents, change.spans);
        let mut sides = Side::BOTH.iter();
        let names = sides.all(|&side| self.may_be_name(side, *spans.get(side)));
        if names
            && !is_one(documents, &spans)
            && has_witness(documents, change)
            && !self.is_told(&spans)
        {
            self.tell(FactKind::Name, spans);
        }
    }

    /// Whether a stretch is short, begins with no common word, and states nothing else.
    fn may_be_name(&self, side: Side, span: Span) -> bool {
        let document = self.documents.get(side);
        let text = &document.text[span.range()];
        if !text
            .chars()
            .all(|c| !c.is_ascii() && !c.is_lowercase() && !c.is_uppercase() || c == ' ')
        {
            return false;
        }
        let wanted = const { Classes::of(&[Class::Common, Class::Negation]) };
        let items: &[Item] = self.items.get(side);
        let place = |item: &Item| super::span_of(document, &item.tokens);
        let first = items.partition_point(|item| place(item).end <= span.start);
        let states = items
            .get(first)
            .is_some_and(|item| place(item).overlaps(span));
        let spaceless = text.contains(language::is_spaceless);
        let count = if spaceless {
            text.chars().count()
        } else {
            text.split_whitespace().count()
        };
        let most = match spaceless {
            true if text.starts_with(|c| language::characters_of_word(c) == Some(4)) => LETTERS,
            true => CHARACTERS,
            false => NAME_WORDS,
        };
        (1..=most).contains(&count)
            && text.chars().nth(1).is_some()
            && language::starting(text, document.languages, wanted).is_none()
            && !states
    }

    fn is_told(&self, spans: &Sides<Span>) -> bool {
        let mut differences = self.differences.iter();
        differences.any(|fact| {
            fact.spans.left.overlaps(spans.left) && fact.spans.right.overlaps(spans.right)
        })
    }
}

/// Whether two names begin with the same, or differ in few letters: forms of one, or one with a title behind it.
fn is_one(documents: &Sides<Document<'_>>, spans: &Sides<Span>) -> bool {
    let [left, right] = Side::BOTH.map(|side| {
        let text = &documents.get(side).text[spans.get(side).range()];
        // Half of all Arabic names have an article.
        text.strip_prefix("ال").unwrap_or(text)
    });
    let first = |text: &str| text.split(' ').next().unwrap_or_default().to_owned();
    let same = left
        .chars()
        .zip(right.chars())
        .filter(|(a, b)| a == b)
        .count();
    let begins = left.chars().take(2).eq(right.chars().take(2));
    let (one, other) = (first(left), first(right));
    begins || one.starts_with(&other) || other.starts_with(&one) || 2 * same >= left.chars().count()
}

/// Whether a title stands before both, or the word for a place before both, in both, or behind both.
fn has_witness(documents: &Sides<Document<'_>>, change: &Change) -> bool {
    let both = |tells: fn(&Document<'_>, Span) -> bool| {
        let mut sides = Side::BOTH.iter();
        sides.all(|&side| tells(documents.get(side), *change.spans.get(side)))
    };
    both(follows_title) || both(begins_as_place) || both(ends_as_place) || both(stands_before_place)
}

fn follows_title(document: &Document<'_>, span: Span) -> bool {
    let before = document.text[..span.start as usize].trim_end();
    let east_asian = before.ends_with(language::is_east_asian);
    if ends_with(document, before, Class::Title)
        || !east_asian && ends_with(document, before, Class::Place)
    {
        return true;
    }
    // In apposition: the young painter, so and so.
    before.strip_suffix(['،', '、']).is_some_and(|before| {
        let word = before.rfind(' ').map_or("", |at| &before[..at]);
        ends_with(document, word, Class::Title) || ends_with(document, before, Class::Title)
    })
}

fn begins_as_place(document: &Document<'_>, span: Span) -> bool {
    let text = &document.text[span.range()];
    let place = language::starting(text, document.languages, Classes::of(&[Class::Place]));
    !text.starts_with(language::is_east_asian) && place.is_some_and(|(_, len)| len < text.len())
}

fn ends_as_place(document: &Document<'_>, span: Span) -> bool {
    let text = &document.text[span.range()];
    let last = text.char_indices().next_back().map_or(0, |(at, _)| at);
    text.ends_with(language::is_east_asian)
        && language::is(&text[last..], Class::Place, document.languages)
}

fn stands_before_place(document: &Document<'_>, span: Span) -> bool {
    let behind = &document.text[span.end as usize..];
    let wanted = Classes::of(&[Class::Title, Class::Place]);
    behind.starts_with(language::is_east_asian)
        && language::starting(behind, document.languages, wanted).is_some()
}

/// Whether a text ends with a word of a class.
fn ends_with(document: &Document<'_>, text: &str, class: Class) -> bool {
    let text = text.trim_end();
    let mut starts = text.char_indices().rev().take(NEAR).map(|(at, _)| at);
    starts.any(|at| {
        let previous = text[..at].chars().next_back();
        let begins = previous.is_none_or(|c| {
            !language::is_word_char(c) || language::is_spaceless(c) && !language::is_hangul(c)
        });
        let found = language::starting(&text[at..], document.languages, Classes::of(&[class]));
        begins && found.is_some_and(|(_, len)| at + len == text.len())
    })
}

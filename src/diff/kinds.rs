//! What it is that differs in an edit.

use std::{
    cell::{OnceCell, RefCell},
    ops::Range,
};

use super::{ChangeKind, tokens};
use crate::{
    document::{self, Document, Memo, Token, TokenKind},
    language, lexicon, quotations,
    span::{Side, Sides},
    values::{Item, Value, Values},
};

/// Tokens of plain words that may be part of a number or date, and tokens before them in which its figures stand:
/// `5 km`, `6 p.m.` By eye.
const NEAR: usize = 4;

/// Most marks before the first word of a sentence, in tokens: a dash, a bracket, 2 quotation marks. By eye.
const OPENING: usize = 4;

/// What is asked of each word of the edits of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked {
    /// False for most tokens that are no word for a number, day or month.
    is_listed: bool,
    /// False for most that do not negate.
    may_negate: bool,
}

/// Names the difference between two ranges of tokens, not both empty. Of several the weightiest counts.
pub(super) fn kind(
    documents: &Sides<Document<'_>>,
    values: &Sides<Values<'_, '_>>,
    quoted: &Sides<Vec<bool>>,
    asked: &Sides<RefCell<Memo<Asked>>>,
    tokens: &Sides<Range<usize>>,
) -> ChangeKind {
    let stretch = |side: Side| {
        Stretch::new(
            documents.get(side),
            values.get(side),
            quoted.get(side),
            asked.get(side),
            tokens.get(side).clone(),
        )
    };
    let (left, right) = (stretch(Side::Left), stretch(Side::Right));
    if left.identities().eq(right.identities())
        || left.may_begin_as(&right) && left.bare() == right.bare()
    {
        return match (left.currency(), right.currency()) {
            (Some(one), Some(other)) if one != other => ChangeKind::Number,
            _ => surface(&left, &right),
        };
    }
    if same_values(documents, tokens) {
        return ChangeKind::Punctuation;
    }
    if left.negations() != right.negations() {
        return ChangeKind::Negation;
    }
    if left.is_quoted() && right.is_quoted() {
        return ChangeKind::Quotation;
    }
    if left.is_plain() && right.is_plain() {
        return ChangeKind::Word;
    }
    if left.states_as(&right) {
        let in_figures = left.is_in_figures() && right.is_in_figures();
        return if in_figures {
            ChangeKind::Punctuation
        } else {
            ChangeKind::Word
        };
    }
    // A name among many other words is not what such an edit is about.
    let words = left.words().count() + right.words().count();
    let mostly = |left: usize, right: usize| 2 * (left + right) >= words;
    let (l, r) = (left.dates(), right.dates());
    if l != r && mostly(l.len(), r.len()) {
        return ChangeKind::Date;
    }
    let (l, r) = (left.numbers(), right.numbers());
    if l != r && mostly(l.len(), r.len()) {
        return ChangeKind::Number;
    }
    let (l, r) = (left.names(), right.names());
    if l != r && mostly(l.len(), r.len()) {
        return ChangeKind::Name;
    }
    ChangeKind::Word
}

/// Whether the tokens are the same but for the writing of numbers: `8:40` and `08:40`.
fn same_values(documents: &Sides<Document<'_>>, tokens: &Sides<Range<usize>>) -> bool {
    let same = |left: &Token, right: &Token| {
        let (one, other) = (
            &documents.left.text[left.span.range()],
            &documents.right.text[right.span.range()],
        );
        let identity = |token: &Token, text| tokens::identity(token.key, token.kind, text);
        let numbers = left.kind == TokenKind::Number && right.kind == TokenKind::Number;
        // In figures of two scripts as well.
        numbers && identity(left, one) == identity(right, other)
            || language::ascii(one) == language::ascii(other)
    };
    let mut both = tokens.left.clone().zip(tokens.right.clone());
    tokens.left.len() == tokens.right.len()
        && both.all(|(l, r)| same(&documents.left.tokens[l], &documents.right.tokens[r]))
}

/// The kind where the words are the same, and only written otherwise.
fn surface(left: &Stretch<'_, '_>, right: &Stretch<'_, '_>) -> ChangeKind {
    if left.spacing().eq(right.spacing()) && left.small_letters().eq(right.small_letters()) {
        return ChangeKind::Case;
    }
    if left.has_quotation_mark() == right.has_quotation_mark() {
        ChangeKind::Punctuation
    } else {
        ChangeKind::Quotation
    }
}

/// One side of an edit.
struct Stretch<'d, 't> {
    document: &'d Document<'t>,
    /// What the sentences of the text state.
    values: &'d Values<'d, 't>,
    /// Those of them that the tokens are part of, once they are asked for.
    stated: OnceCell<Vec<&'d Item>>,
    tokens: Range<usize>,
    quoted: bool,
    /// For each token of the text whether it stands in a quotation.
    inside: &'d [bool],
    /// What was asked of words of the text.
    asked: &'d RefCell<Memo<Asked>>,
}

impl<'d, 't> Stretch<'d, 't> {
    fn new(
        document: &'d Document<'t>,
        values: &'d Values<'d, 't>,
        quoted: &'d [bool],
        asked: &'d RefCell<Memo<Asked>>,
        range: Range<usize>,
    ) -> Self {
        let inside = |at: usize| quoted.get(at).copied().unwrap_or(false);
        let place = range.start.saturating_sub(usize::from(range.is_empty()));
        Self {
            document,
            values,
            stated: OnceCell::new(),
            tokens: range.clone(),
            // An empty stretch lies in a quotation if what is before or after it does; marks do not.
            quoted: if range.is_empty() {
                inside(place) || inside(range.start)
            } else {
                range.clone().all(inside)
            },
            inside: quoted,
            asked,
        }
    }

    fn is_quoted(&self) -> bool {
        self.quoted
    }

    fn kind(&self, at: usize) -> TokenKind {
        self.document.tokens[at].kind
    }

    fn text(&self, at: usize) -> &'t str {
        &self.document.text[self.document.tokens[at].span.range()]
    }

    fn chars(&self) -> impl Iterator<Item = char> {
        self.tokens.clone().flat_map(|at| self.text(at).chars())
    }

    /// What makes the words the same for the options.
    fn identities(&self) -> impl Iterator<Item = u64> {
        let is_word = |at: &usize| self.kind(*at) != TokenKind::Punctuation;
        let words = self.tokens.clone().filter(is_word);
        words.map(|at| {
            let token = &self.document.tokens[at];
            tokens::identity(token.key, token.kind, self.text(at))
        })
    }

    /// False for most stretches that are not the same however they are written: told by their first letter.
    fn may_begin_as(&self, other: &Self) -> bool {
        let first = |stretch: &Self| {
            let is_word = |at: &usize| stretch.kind(*at) != TokenKind::Punctuation;
            let word = stretch.tokens.clone().find(is_word)?;
            stretch.text(word).bytes().next()
        };
        match (first(self), first(other)) {
            (Some(a), Some(b)) if a.is_ascii_alphabetic() && b.is_ascii_alphabetic() => {
                a.eq_ignore_ascii_case(&b)
            }
            (a, b) => a.is_some() == b.is_some(),
        }
    }

    /// Letters and digits, however they are written.
    fn bare(&self) -> String {
        let tokens = &self.document.tokens[self.tokens.clone()];
        document::bare(self.document.text, tokens)
    }

    /// All that is written, in small letters; the capitals of Turkish are those of any `i`.
    fn small_letters(&self) -> impl Iterator<Item = char> {
        let plain = |c| match c {
            'İ' | 'ı' => 'i',
            c => c,
        };
        self.chars().map(plain).flat_map(char::to_lowercase)
    }

    /// Of each token whether it is written together with the one before.
    fn spacing(&self) -> impl Iterator<Item = bool> {
        self.tokens
            .clone()
            .map(|at| at > self.tokens.start && self.document.goes_on(at))
    }

    /// The sign of money among the tokens: the same figure with another one is another amount.
    fn currency(&self) -> Option<&'static str> {
        self.tokens
            .clone()
            .find_map(|at| lexicon::money_sign(self.text(at)))
    }

    /// Whether a mark at the edge of a quotation is among the tokens.
    fn has_quotation_mark(&self) -> bool {
        let inside = |at: usize| self.inside.get(at).copied().unwrap_or(false);
        self.tokens.clone().any(|at| {
            let edge = !inside(at) && (inside(at + 1) || at > 0 && inside(at - 1));
            let is_mark = |c| language::is_quotation_mark(c) || language::may_quote(c);
            let written = language::without_entities(self.text(at));
            edge && quotations::typed(&written).chars().any(is_mark)
        })
    }

    fn is_word(&self, at: usize) -> bool {
        self.kind(at) != TokenKind::Punctuation
    }

    /// The tokens that are no punctuation.
    fn words(&self) -> impl Iterator<Item = usize> {
        self.tokens.clone().filter(|&at| self.is_word(at))
    }

    /// Whether no token can be a name, or part of a number or a date: what is true of most edits and soon found out.
    fn is_plain(&self) -> bool {
        let plain = |at: usize| match self.kind(at) {
            TokenKind::Punctuation => true,
            TokenKind::Number => false,
            TokenKind::Word => {
                self.text(at).starts_with(|c: char| c.is_ascii_lowercase())
                    && !self.asked(at).is_listed
            }
        };
        let start = self.tokens.start;
        let near = || {
            self.tokens.len() <= NEAR
                && ((start.saturating_sub(NEAR)..start).any(|at| self.is_figure(at))
                    || start
                        .checked_sub(1)
                        .is_some_and(|at| self.asked(at).is_listed))
        };
        self.tokens.clone().all(plain) && (!near() || self.stated().is_empty())
    }

    fn is_figure(&self, at: usize) -> bool {
        let first = self.document.tokens[at].span.start as usize;
        self.kind(at) == TokenKind::Number || self.document.text.as_bytes()[first].is_ascii_digit()
    }

    fn asked(&self, at: usize) -> Asked {
        let ask = || {
            let (word, languages) = (self.text(at), self.document.languages);
            Asked {
                is_listed: lexicon::may_be_listed(word, languages),
                may_negate: lexicon::may_negate(word, languages),
            }
        };
        self.asked.borrow_mut().of(self.document, at, ask)
    }

    /// How many words negate: "does not" and "doesn't" deny the same.
    fn negations(&self) -> usize {
        let languages = self.document.languages;
        let negates = |at: &usize| {
            let (text, place) = (self.document.text, self.document.tokens[*at].span.start);
            let negates =
                || lexicon::negation_at(text, place as usize, self.text(*at), languages).is_some();
            self.asked(*at).may_negate && negates()
        };
        self.tokens.clone().filter(negates).count()
    }

    /// The words that are part of a date or time of day, in small letters.
    fn dates(&self) -> Vec<String> {
        self.small(|&at| self.is_part(at, Value::is_date))
    }

    /// The words that are part of a number, in small letters.
    fn numbers(&self) -> Vec<String> {
        self.small(|&at| {
            // Numbers that state nothing too: that of a clause, of a version.
            self.kind(at) == TokenKind::Number
                || lexicon::is_number_word(self.text(at), self.document.languages)
                || self.is_part(at, Value::is_number)
        })
    }

    /// Whether both are made of numbers and dates, and of the same ones.
    fn states_as(&self, other: &Self) -> bool {
        let stated = |value: &Value| value.is_date() || value.is_number();
        let all_stated = |stretch: &Self| {
            let mut words = stretch.words();
            words.all(|at| stretch.is_part(at, stated))
        };
        all_stated(self)
            && all_stated(other)
            && self.values_in().next().is_some()
            && self.values_in().count() == other.values_in().count()
            && self
                .values_in()
                .zip(other.values_in())
                .all(|(one, other)| one.is_one_with(other))
    }

    /// Whether all its words are figures without letters: 5분 and 5시간 are not one.
    fn is_in_figures(&self) -> bool {
        let plain = |text: &str| {
            text.starts_with(|c| language::digit(c).is_some())
                && !text.contains(char::is_alphabetic)
        };
        self.words().all(|at| plain(self.text(at)))
    }

    /// The values that the tokens are part of.
    fn values_in(&self) -> impl Iterator<Item = &'d Value> {
        self.stated().iter().map(|item| &item.value)
    }

    /// Whether a token is part of a value. What bounds a number is not: "only two" and "just two".
    fn is_part(&self, at: usize, wanted: impl Fn(&Value) -> bool) -> bool {
        let item = self.stated().iter().find(|item| item.holds(at));
        item.is_some_and(|item| wanted(&item.value))
    }

    /// What is stated where the tokens stand.
    fn stated(&self) -> &[&'d Item] {
        self.stated
            .get_or_init(|| self.values.within(&self.tokens).collect())
    }

    /// Some of the words, in small letters.
    fn small(&self, wanted: impl Fn(&usize) -> bool) -> Vec<String> {
        let words = self.words().filter(wanted);
        words.map(|at| self.text(at).to_lowercase()).collect()
    }

    /// The words of names: those with a capital that is not owed to the start of a sentence. Where nouns have
    /// capitals, what facts take for names.
    fn names(&self) -> Vec<&'t str> {
        let nouns = language::has_capital_nouns(self.document.languages);
        let is_name = |at: &usize| match nouns {
            true => self.is_part(*at, Value::is_name),
            false => {
                self.kind(*at) == TokenKind::Word
                    && self.document.has_capital(*at)
                    && !self.begins(*at)
            }
        };
        let names = self.tokens.clone().filter(is_name);
        names.map(|at| self.text(at)).collect()
    }

    /// Whether a token begins a sentence.
    fn begins(&self, at: usize) -> bool {
        let sentences = &self.document.sentences;
        let sentence = sentences.partition_point(|s| s.tokens.start <= at);
        let start = sentences[sentence - 1].tokens.start;
        // Only quotation marks and the like stand before the first word: few.
        at - start <= OPENING && (start..at).all(|at| self.kind(at) == TokenKind::Punctuation)
            || quotations::opens_clause(self.document, at, start)
    }
}

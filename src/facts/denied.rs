//! What one side says and the other denies.

use std::ops::Range;

use super::{
    Detail, Fact, FactKind, FactSearch,
    content_words::{ContentWords, Word},
    span_of,
};
use crate::{
    diff::{Change, ChangeKind, Edits},
    document::TokenKind,
    language::{self, Class, Classes},
    lexicon::{self, Limit},
    span::{Side, Sides, Span},
};

// By eye on src/facts/tests.rs and tests/cases/facts-denials.

/// Least share of the words of a matched pair that are kept if it is compared for negations.
const ALIKE: f64 = 0.6;
/// Most tokens of an edit with a negation; one in a longer edit belongs to another statement.
const SHORT_EDIT: usize = 5;
/// Words of an edit that adds or takes away nothing but a negation: "did not".
const BARE: usize = 2;
/// Letters in which two forms of one verb begin alike: "deny" and "denied".
const VERB: usize = 3;
/// Words that stand at most between the parts of one negation: `ne ... pas`.
const BETWEEN: usize = 4;
/// Least share of the content words of each of two sentences, told in another order, that the other has too, if they are
/// compared for negations.
const DENIED_SHARE: f64 = 0.7;
/// Tokens between two parts of one negation there, at most.
const PARTS: usize = 2;

/// A negation that only one side has.
struct Denial<'c> {
    change: &'c Change,
    span: Span,
}

impl FactSearch<'_, '_, '_> {
    /// Share of the words of both stretches that are kept.
    pub(super) fn share_kept(&self, pair: &Sides<Range<usize>>, edits: &Edits) -> f64 {
        let all = |side: Side| {
            let tokens = &self.documents.get(side).tokens[pair.get(side).clone()];
            let words = tokens
                .iter()
                .filter(|token| token.kind != TokenKind::Punctuation);
            words.count()
        };
        2.0 * edits.kept as f64 / (all(Side::Left) + all(Side::Right)).max(1) as f64
    }

    /// A negation that only one side has, in stretches that are otherwise alike.
    pub(super) fn negations(&mut self, pair: &Sides<Range<usize>>, edits: &Edits) {
        if self.share_kept(pair, edits) < ALIKE {
            self.retold_denial(pair);
            return;
        }
        let mut denials = Sides::new(Side::Left, Side::Right)
            .map(|side| self.denials(side, pair.get(side), edits));
        let mut changes = edits.changes.iter();
        if let Some((change, bare)) =
            changes.find_map(|change| Some((change, self.bare_of(change)?)))
        {
            // "Not clear" is "unclear".
            if denials.get(bare).is_empty() {
                self.deny(change.spans);
            }
            return;
        }
        self.drop_same_verbs(&mut denials);
        let (side, own) = match (denials.left.as_slice(), denials.right.as_slice()) {
            (own @ [_, ..], []) => (Side::Left, own),
            ([], own @ [_, ..]) => (Side::Right, own),
            // Two negations may deny the same thing in other words.
            _ => return,
        };
        let (Some(first), Some(last)) = (own.first(), own.last()) else {
            return;
        };
        let one = own.windows(2).all(|pair| {
            let between =
                pair[0].span.end as usize..pair[1].span.start.max(pair[0].span.end) as usize;
            let text = &self.documents.get(side).text[between];
            text.split_whitespace().count() <= BETWEEN
        });
        let short = own.iter().all(|denial| self.is_short(denial.change));
        if !one || !short || self.is_prefixed(side, first.change) || self.says_only(side, edits) {
            return;
        }
        let span = first.span.to(last.span);
        let other = *first.change.spans.get(side.other());
        self.deny(match side {
            Side::Left => Sides::new(span, other),
            Side::Right => Sides::new(other, span),
        });
    }

    /// Leaves out verbs that deny of which both sides have a form, so that "did not deny" says more than "denied".
    fn drop_same_verbs(&self, denials: &mut Sides<Vec<Denial<'_>>>) {
        let start = |side: Side, denial: &Denial<'_>| -> Option<String> {
            let text = &self.documents.get(side).text[denial.span.range()];
            let small = text.to_lowercase();
            (small.chars().count() > VERB).then(|| small.chars().take(VERB).collect())
        };
        let mut at = 0;
        while let Some(left) = denials.left.get(at) {
            let own = start(Side::Left, left);
            let same = |right: &Denial<'_>| own.is_some() && start(Side::Right, right) == own;
            match denials.right.iter().position(same) {
                Some(same) => {
                    denials.left.remove(at);
                    denials.right.remove(same);
                }
                None => at += 1,
            }
        }
    }

    fn deny(&mut self, spans: Sides<Span>) {
        self.differences.push(Fact {
            kind: FactKind::Negation,
            detail: Detail::Denied,
            spans,
            passage: None,
            changes: Vec::new(),
        });
    }

    /// The negations of a side that stand in edits.
    fn denials<'c>(
        &mut self,
        side: Side,
        tokens: &Range<usize>,
        edits: &'c Edits,
    ) -> Vec<Denial<'c>> {
        let (document, languages) = (self.documents.get(side), *self.languages.get(side));
        let all = &document.tokens[tokens.clone()];
        let (Some(start), Some(end)) = (all.first(), all.last()) else {
            return Vec::new();
        };
        let text = &document.text[start.span.start as usize..end.span.end as usize];
        let mut found: Vec<Denial<'c>> = Vec::new();
        // The same words deny the same, in capitals too.
        let is_of_words =
            |change: &&Change| !matches!(change.kind, ChangeKind::Case | ChangeKind::Punctuation);
        for change in edits.changes.iter().filter(is_of_words) {
            let span = *change.spans.get(side);
            let mut first = all.partition_point(|token| token.span.start < span.start);
            // 買います and 買いません: of what denies the first character is kept.
            let reaches = |at: &usize| {
                let place = all[*at].span.start as usize;
                let rest = &document.text[place..];
                !span.is_empty()
                    && rest.starts_with(language::is_spaceless)
                    && self.may_negate(side, tokens.start + *at)
                    && lexicon::class_at(rest, Class::Negation, languages)
                        .is_some_and(|len| place + len > span.start as usize)
            };
            first = first.checked_sub(1).filter(reaches).unwrap_or(first);
            let inside = all[first..]
                .iter()
                .zip(tokens.start + first..)
                .take_while(|(token, _)| token.span.end <= span.end);
            for (token, number) in inside {
                let word = &document.text[token.span.range()];
                if !self.may_negate(side, number) {
                    continue;
                }
                let at = (token.span.start - start.span.start) as usize;
                // A negation of several tokens is one.
                let new = found
                    .last()
                    .is_none_or(|last| last.span.end <= token.span.start);
                if new && let Some(len) = lexicon::negation_at(text, at, word, languages) {
                    let place = token.span.start as usize;
                    let span = Span::new(place, place + len);
                    // Persian "no" is nine as well.
                    if !self.is_told_number(side, span) {
                        found.push(Denial { change, span });
                    }
                }
            }
        }
        found
    }

    /// Whether a stretch is told as a number that differs.
    fn is_told_number(&self, side: Side, span: Span) -> bool {
        self.differences
            .iter()
            .any(|fact| fact.kind == FactKind::Number && fact.spans.get(side).overlaps(span))
    }

    fn words(&self, side: Side, change: &Change) -> Vec<String> {
        let text = &self.documents.get(side).text[change.spans.get(side).range()];
        text.split_whitespace().map(str::to_lowercase).collect()
    }

    /// Whether an edit holds a negation and little more: what is added or left out is no clause of its own.
    fn is_short(&self, change: &Change) -> bool {
        let [l, r] = Side::BOTH.map(|side| {
            let words = self.words(side, change);
            words.iter().map(|word| size(word)).sum::<usize>()
        });
        let most = if l.min(r) == 0 { BARE } else { SHORT_EDIT };
        l.max(r) <= most
    }

    /// The side of an edit that has a word of which the other side has the one with a part that denies it: `propustí` and
    /// `nepropustí`.
    fn bare_of(&self, change: &Change) -> Option<Side> {
        let [left, right] =
            Side::BOTH.map(|side| &self.documents.get(side).text[change.spans.get(side).range()]);
        if left.is_empty() || right.is_empty() || left.contains(' ') || right.contains(' ') {
            return None;
        }
        let languages = self.languages.left.and(self.languages.right);
        if lexicon::denies(right, left, languages) {
            return Some(Side::Left);
        }
        lexicon::denies(left, right, languages).then_some(Side::Right)
    }

    /// Whether what a side has for itself says "only": "not only the island", and nothing is denied.
    fn says_only(&self, side: Side, edits: &Edits) -> bool {
        let (document, languages) = (self.documents.get(side), *self.languages.get(side));
        edits.changes.iter().any(|change| {
            let span = *change.spans.get(side);
            let first = document
                .tokens
                .partition_point(|token| token.span.start < span.start);
            let inside = document.tokens[first..]
                .iter()
                .take_while(|token| token.span.end <= span.end);
            inside.into_iter().any(|token| {
                let text = &document.text[token.span.start as usize..];
                let limit = Limit::at(text, languages);
                limit.is_some_and(|(limit, _)| limit == Limit::Only)
            })
        })
    }

    /// Whether the negation of a side is a part of a word on the other: "not clear" and "unclear".
    fn is_prefixed(&self, side: Side, change: &Change) -> bool {
        let [own, other] = [side, side.other()].map(|side| self.words(side, change));
        let negated = |one: &str, of: &[String]| {
            let plain = ["un", "in", "im", "dis", "non-"]
                .iter()
                .find_map(|prefix| one.strip_prefix(prefix));
            plain.is_some_and(|plain| of.iter().any(|word| word == plain))
        };
        other.iter().any(|word| negated(word, &own))
    }

    /// Tells what one of two sentences that tell one thing denies and the other says: only one side negates, and what stands
    /// behind the negation stands on the other side.
    fn retold_denial(&mut self, pair: &Sides<Range<usize>>) {
        let negations = Sides::new(
            self.negations_in(Side::Left, &pair.left),
            self.negations_in(Side::Right, &pair.right),
        );
        let (side, own) = match (negations.left.as_slice(), negations.right.as_slice()) {
            ([own], []) => (Side::Left, own.clone()),
            ([], [own]) => (Side::Right, own.clone()),
            ([], []) => return self.retold_part(pair),
            _ => return,
        };
        let content = ContentWords::new(self.documents, self.words, pair);
        if self.denies_nothing(side, pair.get(side))
            || !content.tell_one(DENIED_SHARE, &Sides::default())
        {
            return;
        }
        let Some(said) = content.denied_by(side, &own) else {
            return;
        };
        let there = self.documents.get(side.other());
        let place = there.tokens[said.token].span.start as usize;
        let here = span_of(self.documents.get(side), &own);
        let nothing = Span::new(place, place);
        self.deny(match side {
            Side::Left => Sides::new(here, nothing),
            Side::Right => Sides::new(nothing, here),
        });
    }

    /// Tells a word of one of two sentences that tell one thing of which the other has the one with a part that denies it.
    fn retold_part(&mut self, pair: &Sides<Range<usize>>) {
        let languages = self.languages.left.and(self.languages.right);
        let content = ContentWords::new(self.documents, self.words, pair);
        if !content.tell_one(DENIED_SHARE, &Sides::default()) {
            return;
        }
        let alone = |side: Side| -> Vec<Word> {
            let words = content.words.get(side).iter().copied();
            words
                .filter(|&word| content.same(side, word).is_none())
                .collect()
        };
        let alone = Sides::new(alone(Side::Left), alone(Side::Right));
        let denied = alone.left.iter().find_map(|&left| {
            let denies = |&right: &Word| {
                let (l, r) = (
                    content.text(Side::Left, left),
                    content.text(Side::Right, right),
                );
                lexicon::denies(l, r, languages) || lexicon::denies(r, l, languages)
            };
            Some((left, alone.right.iter().copied().find(denies)?))
        });
        if let Some((left, right)) = denied {
            let span = |side: Side, word: Word| self.documents.get(side).tokens[word.token].span;
            self.deny(Sides::new(span(Side::Left, left), span(Side::Right, right)));
        }
    }

    /// Whether a stretch holds a phrase such as "not only", which makes a negation behind it none.
    fn denies_nothing(&self, side: Side, tokens: &Range<usize>) -> bool {
        let (document, languages) = (self.documents.get(side), *self.languages.get(side));
        let wanted = const { Classes::of(&[Class::NoDenial]) };
        document.tokens[tokens.clone()].iter().any(|token| {
            let rest = &document.text[token.span.start as usize..];
            language::starting(rest, languages, wanted).is_some()
        })
    }

    /// False for most tokens, which negate nowhere.
    fn may_negate(&mut self, side: Side, at: usize) -> bool {
        let (document, languages) = (self.documents.get(side), *self.languages.get(side));
        let word = &document.text[document.tokens[at].span.range()];
        let may = || lexicon::may_negate(word, languages);
        self.negating.get_mut(side).of(document, at, may)
    }

    /// The negations in a stretch, as tokens; those that follow one another shortly are one.
    fn negations_in(&mut self, side: Side, tokens: &Range<usize>) -> Vec<Range<usize>> {
        let (document, languages) = (self.documents.get(side), *self.languages.get(side));
        let all = &document.tokens[tokens.clone()];
        let (Some(start), Some(end)) = (all.first(), all.last()) else {
            return Vec::new();
        };
        let start = start.span.start as usize;
        let text = &document.text[start..end.span.end as usize];
        let mut found: Vec<Range<usize>> = Vec::new();
        for (at, token) in tokens.clone().zip(all) {
            let word = &document.text[token.span.range()];
            if !self.may_negate(side, at) {
                continue;
            }
            let place = token.span.start as usize - start;
            let Some(len) = lexicon::negation_at(text, place, word, languages) else {
                continue;
            };
            let inside = all[at - tokens.start..]
                .iter()
                .take_while(|other| (other.span.start as usize) < start + place + len);
            let range = at..at + inside.count();
            match found.last_mut() {
                Some(last) if range.start <= last.end + PARTS => last.end = last.end.max(range.end),
                _ => found.push(range),
            }
        }
        found
    }
}

/// How many words a piece between spaces is. In scripts without spaces a word has endings, of as many characters again.
fn size(piece: &str) -> usize {
    let characters = piece.chars().filter_map(language::characters_of_word);
    let sixteenths: usize = characters.map(|of| 8 / usize::from(of)).sum();
    sixteenths.div_ceil(16).max(1)
}

//! Names that stand on one side and nowhere on the other, in no spelling.
//!
//! Precision before recall. A name is told by its capitals inside a sentence of running text, and only where capitals
//! tell names and both texts are in one language. No word of it may stand on the other side, in any form: what is near
//! to a word there is taken for that word. What stands before a noun may be its adjective, and what is all capitals
//! may be said in full over there: neither is told.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Clause, Evidence, Kind, Teller, sided, templates::isolated};
use crate::{
    document::{Document, Memo, Role, TokenKind},
    language::{self, Class, Classes},
    quotations, sorting,
    span::{Side, Span},
    words,
};

// By eye on pairs of news.

/// Most names that a clause says: more are a list.
const NAMES: usize = 3;
/// Least places at which a name of one word stands: most words with a capital that stand once are parts of titles.
const OFTEN: usize = 2;
/// Most words of a name: more are a headline.
const NAME_WORDS: usize = 4;
/// What joins the parts of a name that are told apart by it.
const JOINS: Classes = Classes::of(&[Class::Conjunction, Class::Particle]);
const TITLES: Classes = Classes::of(&[Class::Title]);
/// Words with a capital that are no part of a name.
const NO_NAMES: Classes = Classes::of(&[
    Class::Common,
    Class::Title,
    Class::ShortTitle,
    Class::Month,
    Class::ShortMonth,
    Class::Weekday,
    Class::ShortWeekday,
    Class::ShortOther,
]);
/// Least letters of the longest word of a name: shorter ones are initials and abbreviations.
const LETTERS: usize = 4;
/// Equal letters, at least, with which two forms of one word begin: `China` and `Chinese`.
const START: usize = 4;
/// Least consonants of a word that has another spelling: `Kiev` and `Kyiv`.
const CONSONANTS: usize = 2;

/// A name, by its tokens.
type Name = Range<usize>;

impl Teller<'_, '_> {
    /// The names that only a side has, those it names most first.
    pub(super) fn mentions(&self, side: Side) -> Option<Clause> {
        let documents = &self.comparison.documents;
        let document = documents.get(side);
        let meet = documents.left.languages.meets(documents.right.languages);
        if !meet || !words::capitals_tell_names(document) {
            return None;
        }
        let stretches = self.comparison.left_out.get(side);
        let of = |span: &Span| {
            let at = stretches.partition_point(|stretch| stretch.span.end < span.end);
            stretches
                .get(at)
                .filter(|stretch| stretch.span.start <= span.start)
                .map(|_| at)
        };
        let mut told = named(document);
        told.retain(|(_, names)| {
            names
                .iter()
                .any(|name| of(&span_of(document, name)).is_some())
        });
        let other = documents.get(side.other());
        let there = There::new(other, document, &told);
        // A word of another script may be written together with it there.
        let is_part = |text: &str| text.split(' ').any(|word| other.text.contains(word));
        told.retain(|(text, names)| {
            names.iter().all(|name| there.has_none_of(document, name)) && !is_part(text)
        });
        let mut told: Vec<(String, Vec<Span>)> = told
            .into_iter()
            .map(|(text, names)| {
                (
                    text,
                    names.iter().map(|name| span_of(document, name)).collect(),
                )
            })
            .collect();
        let first = |spans: &[Span]| spans.first().map_or(0, |span| span.start as usize);
        sorting::by_key(&mut told, |(_, spans)| {
            let fewer = u32::MAX as usize - spans.len();
            sorting::key([0, 0, fewer, first(spans)])
        });
        told.truncate(NAMES);
        sorting::by_key(&mut told, |(_, spans)| first(spans) as u128);
        let names: Vec<String> = told
            .iter()
            .map(|(text, _)| isolated(text.clone()))
            .collect();
        if names.is_empty() {
            return None;
        }
        let gaps = [("names", self.language.list(&names))];
        let mut evidence = Evidence::default();
        let mut spans: Vec<Span> = told.into_iter().flat_map(|(_, spans)| spans).collect();
        sorting::by_key(&mut spans, |span| u128::from(span.start));
        let mut holding: Vec<usize> = spans.iter().filter_map(of).collect();
        holding.dedup();
        *evidence.left_out.get_mut(side) = holding;
        *evidence.spans.get_mut(side) = spans;
        Some(Clause {
            kind: Kind::Mentions,
            side: Some(side),
            text: self.language.say(&sided("mentions", side), &gaps),
            evidence,
        })
    }
}

/// The names of a document that it says often enough, each with all its places, by the first of them.
#[inline(never)]
fn named(document: &Document<'_>) -> Vec<(String, Vec<Name>)> {
    let mut told: Vec<(String, Vec<Name>)> = Vec::new();
    let mut places: FxHashMap<String, usize> = FxHashMap::default();
    for name in names(document) {
        let words: Vec<&str> = name.clone().map(|at| bare(document, at)).collect();
        let text = words.join(" ");
        match places.get(&text) {
            Some(&at) => told[at].1.push(name),
            None => {
                places.insert(text.clone(), told.len());
                told.push((text, vec![name]));
            }
        }
    }
    told.retain(|(text, names)| {
        let often = text.contains(' ') || names.len() >= OFTEN;
        often && !names.iter().any(|name| is_adjective(document, name))
    });
    told
}

/// The names in the sentences of running text.
fn names(document: &Document<'_>) -> Vec<Name> {
    let mut found = Vec::new();
    let prose = document.paragraphs.iter();
    for paragraph in prose.filter(|paragraph| paragraph.role == Role::Prose) {
        for sentence in &document.sentences[paragraph.sentences.clone()] {
            let mut at = sentence.tokens.start;
            while at < sentence.tokens.end {
                if !document.has_capital(at) {
                    at += 1;
                    continue;
                }
                let end = (at..sentence.tokens.end)
                    .find(|&token| !goes_on(document, at, token))
                    .unwrap_or(sentence.tokens.end);
                // A capital tells nothing where a clause begins, unless that of the next word tells a name.
                let opens = quotations::opens_clause(document, at, sentence.tokens.start);
                found.extend(name(document, at..end, opens));
                at = end.max(at + 1);
            }
        }
    }
    found
}

/// Whether a token is a further word of the name that begins at another: with a capital, behind one blank.
fn goes_on(document: &Document<'_>, first: usize, token: usize) -> bool {
    let gap = token == first || {
        let (before, span) = (document.tokens[token - 1].span, document.tokens[token].span);
        &document.text[before.end as usize..span.start as usize] == " "
            && text(document, token - 1) == bare(document, token - 1)
    };
    gap && document.tokens[token].kind == TokenKind::Word && document.has_capital(token)
}

/// A run of words with capitals, without the titles before it; none if it may be no name, or only a part of one.
fn name(document: &Document<'_>, mut tokens: Range<usize>, opens: bool) -> Option<Name> {
    if tokens.is_empty() {
        return None;
    }
    let is = |at: usize, classes: Classes| {
        language::is_any(bare(document, at), classes, document.languages)
    };
    let joined_before =
        tokens.start > 1 && document.has_capital(tokens.start - 2) && is(tokens.start - 1, JOINS);
    let joined_behind = tokens.end + 1 < document.tokens.len()
        && document.has_capital(tokens.end + 1)
        && is(tokens.end, JOINS);
    while tokens.len() > 1 && is(tokens.start, TITLES) {
        tokens.start += 1;
    }
    let most = if opens {
        2..=NAME_WORDS
    } else {
        1..=NAME_WORDS
    };
    let fits = |at: usize| {
        let word = bare(document, at);
        let small = word.chars().skip(1).any(char::is_lowercase);
        small && !is(at, NO_NAMES)
    };
    let is_long = |at: usize| bare(document, at).chars().count() >= LETTERS;
    let is_name = most.contains(&tokens.len())
        && !joined_before
        && !joined_behind
        && tokens.clone().all(fits)
        && tokens.clone().any(is_long);
    is_name.then_some(tokens)
}

/// Whether a name of one word stands right before a noun, written small, or a hyphen: it may be an adjective.
fn is_adjective(document: &Document<'_>, name: &Name) -> bool {
    let (last, next) = (name.end - 1, name.end);
    let Some(token) = document.tokens.get(next).filter(|_| name.len() == 1) else {
        return false;
    };
    let word = text(document, next);
    let hyphen = document.tokens[last].span.end == token.span.start && word.starts_with(['-', '‑']);
    let noun = token.kind == TokenKind::Word
        && text(document, last) == bare(document, last)
        && word.starts_with(char::is_lowercase)
        && !language::is(word, Class::Common, document.languages);
    hyphen || noun
}

fn span_of(document: &Document<'_>, name: &Name) -> Span {
    let tokens = &document.tokens[name.clone()];
    let (first, last) = (tokens[0].span, tokens[tokens.len() - 1].span);
    first.to(last)
}

fn text<'t>(document: &Document<'t>, token: usize) -> &'t str {
    &document.text[document.tokens[token].span.range()]
}

/// A word without the sign of the owner.
fn bare<'t>(document: &Document<'t>, token: usize) -> &'t str {
    let text = text(document, token);
    let cut = ["’s", "'s", "’", "'"];
    cut.iter()
        .find_map(|end| text.strip_suffix(end))
        .unwrap_or(text)
}

/// What stands on the other side of what names are made of, boilerplate too.
struct There {
    /// The beginnings of their words, and the consonants.
    starts: FxHashSet<[char; START]>,
    consonants: FxHashSet<String>,
    /// Words of capitals alone.
    capitals: Vec<String>,
}

impl There {
    /// Looks for what the names of a document are made of in another.
    fn new(other: &Document<'_>, document: &Document<'_>, names: &[(String, Vec<Name>)]) -> Self {
        let mut there = Self {
            starts: FxHashSet::default(),
            consonants: FxHashSet::default(),
            capitals: Vec::new(),
        };
        let mut wanted = (FxHashSet::default(), FxHashSet::default());
        for at in names.iter().flat_map(|(_, names)| names).cloned().flatten() {
            for part in parts(bare(document, at)) {
                let plain = plain(part);
                wanted.0.insert(start(&plain));
                wanted.1.insert(consonants(&plain));
            }
        }
        let mut seen = Memo::new();
        for at in 0..other.tokens.len() {
            if wanted.0.is_empty() || other.tokens[at].kind == TokenKind::Punctuation {
                continue;
            }
            seen.of(other, at, || {
                for word in parts(text(other, at)) {
                    there.add(word, &wanted);
                }
            });
        }
        there
    }

    fn add(&mut self, word: &str, wanted: &(FxHashSet<[char; START]>, FxHashSet<String>)) {
        if word.chars().nth(1).is_some() && word.chars().all(char::is_uppercase) {
            self.capitals.push(word.to_owned());
        }
        let plain = plain(word);
        let (start, consonants) = (start(&plain), consonants(&plain));
        if wanted.0.contains(&start) {
            self.starts.insert(start);
        }
        if wanted.1.contains(&consonants) {
            self.consonants.insert(consonants);
        }
    }

    /// Whether no word of a name stands there, nor the letters it begins its words with.
    fn has_none_of(&self, document: &Document<'_>, name: &Name) -> bool {
        let absent = name.clone().all(|at| {
            parts(bare(document, at)).all(|part| {
                let plain = plain(part);
                let consonants = consonants(&plain);
                !self.starts.contains(&start(&plain))
                    && (consonants.chars().count() < CONSONANTS
                        || !self.consonants.contains(&consonants))
            })
        });
        absent
            && !self
                .capitals
                .iter()
                .any(|short| short.contains(&initials(document, name)))
    }
}

/// The words of one that is joined by hyphens: they are words too.
fn parts(word: &str) -> impl Iterator<Item = &str> {
    word.split(['-', '‑', '/'])
}

/// The first letters of a name with its neighbours: "Belt" of "Belt and Road Initiative" is `BRI`.
fn initials(document: &Document<'_>, name: &Name) -> String {
    let initial = |at: usize| text(document, at).chars().next();
    let joined = |at: usize| {
        let word = text(document, at);
        let classes = [Class::Conjunction, Class::Particle, Class::Preposition];
        classes
            .into_iter()
            .any(|class| language::is(word, class, document.languages))
    };
    let has_capital = |at: usize| initial(at).is_some_and(char::is_uppercase);
    let (mut from, mut to) = (name.start, name.end);
    while from > 0 && has_capital(from - 1) {
        from -= 1;
    }
    if from > 1 && joined(from - 1) && has_capital(from - 2) {
        from -= 2;
    }
    let all = document.tokens.len();
    while to < all && has_capital(to) {
        to += 1;
    }
    if to + 1 < all && joined(to) && has_capital(to + 1) {
        to += 2;
        while to < all && has_capital(to) {
            to += 1;
        }
    }
    let letters = (from..to).filter_map(initial);
    letters.filter(|c| c.is_uppercase()).collect()
}

/// A word without case and accents.
fn plain(word: &str) -> String {
    let small = word.to_lowercase();
    match small.is_ascii() {
        true => small,
        false => language::ascii(&small).into_owned(),
    }
}

/// The first letters of a plain word, with blanks behind fewer.
fn start(plain: &str) -> [char; START] {
    let mut letters = plain.chars();
    std::array::from_fn(|_| letters.next().unwrap_or(' '))
}

/// The letters of a plain word that are no vowels, each once in a row.
fn consonants(plain: &str) -> String {
    let is_vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let mut letters = String::with_capacity(plain.len());
    for c in plain.chars().filter(|&c| c.is_alphabetic() && !is_vowel(c)) {
        if !letters.ends_with(c) {
            letters.push(c);
        }
    }
    letters
}

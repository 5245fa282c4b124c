//! Tokens to keys: the normal forms by which tokens are equal, and the vocabulary that numbers them.
//!
//! Always folded, because they are matters of typesetting: quotes, dashes, ellipses, ligatures and
//! full-width forms (NFKC), soft hyphens and other invisible characters, the stops in `U.S.`, the
//! separators in `1,400`, and the possessive (`Lee’s` is `lee`), which comes and goes as a sentence is
//! rewritten. By option: case, numbers, diacritics. The text itself is never changed.

use std::borrow::Cow;

use hashbrown::HashTable;
use unicode_normalization::UnicodeNormalization;

use super::{
    Token, TokenKind,
    letters::{each_letter, push_bare, push_letter, unify_scripts},
    scripts::{is_dash, is_diacritic, is_invisible},
    tokens::Piece,
};
use crate::{
    Options,
    language::{self, is_apostrophe},
};

/// The normal form of a token, as a number: tokens are equal when their keys are.
///
/// Keys are numbered from 0 in the order in which they are first seen by a [`Vocabulary`].
pub type Key = u32;

/// Gives equal normal forms the same [`Key`]. One is shared by both texts of a comparison.
///
/// The forms lie end to end in one string, so that a new one costs no allocation of its own.
#[derive(Debug, Default)]
pub struct Vocabulary {
    forms: String,
    /// Where each form ends, by key.
    ends: Vec<usize>,
    keys: HashTable<Key>,
}

impl Vocabulary {
    /// An empty one with room for the words of texts of so many bytes together, if they are articles.
    pub(crate) fn with_room(bytes: usize) -> Self {
        let words = (bytes / BYTES_A_FORM).min(MOST_ROOM);
        Self {
            forms: String::with_capacity(words * BYTES_A_FORM),
            ends: Vec::with_capacity(words),
            keys: HashTable::with_capacity(words),
        }
    }

    /// The key of a normal form, a new one if it was not seen before.
    pub fn key(&mut self, form: &str) -> Key {
        let Self { forms, ends, keys } = self;
        let hash = language::hash(form.as_bytes());
        if let Some(&key) = keys.find(hash, |&key| get(forms, ends, key) == form) {
            return key;
        }
        // Past 2^32 forms, more than a text can hold, further ones share the last key.
        let key = Key::try_from(ends.len()).unwrap_or(Key::MAX);
        forms.push_str(form);
        ends.push(forms.len());
        keys.insert_unique(hash, key, |&key| {
            language::hash(get(forms, ends, key).as_bytes())
        });
        key
    }

    /// The normal form of a key; empty for a key that was not given, and for invisible characters.
    pub fn form(&self, key: Key) -> &str {
        get(&self.forms, &self.ends, key)
    }

    /// How many different keys were given; every key is less than that.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether no key was given yet.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }
}

/// Bytes of a text for each different word of it, about; longer texts say the same words again.
const BYTES_A_FORM: usize = 12;
/// Different words for which there is room from the start.
const MOST_ROOM: usize = 1 << 13;

fn get<'f>(forms: &'f str, ends: &[usize], key: Key) -> &'f str {
    let key = key as usize;
    let start = key.checked_sub(1).and_then(|before| ends.get(before));
    ends.get(key)
        .map_or("", |&end| &forms[start.copied().unwrap_or(0)..end])
}

/// What every number is when numbers are ignored. No token has this form of its own.
pub(crate) const ANY_NUMBER: &str = "<number>";

/// Gives tokens their keys. Words come again and again, so that each spelling is normalised once.
pub(super) struct Normaliser<'o> {
    options: &'o Options,
    /// The normal form that is being made.
    form: String,
    /// The spellings seen so far, numbered as keys are, and the key of each.
    spellings: Vocabulary,
    keys: Vec<Key>,
}

impl<'o> Normaliser<'o> {
    pub(super) fn new(options: &'o Options) -> Self {
        Self {
            options,
            form: String::new(),
            spellings: Vocabulary::default(),
            keys: Vec::new(),
        }
    }

    /// The key of a token. The kind of a token follows from its text.
    pub(super) fn key(&mut self, token: &str, piece: &Piece, vocabulary: &mut Vocabulary) -> Key {
        if piece.plain {
            return vocabulary.key(token);
        }
        let spelling = self.spellings.key(token) as usize;
        if let Some(&key) = self.keys.get(spelling) {
            return key;
        }
        let key = vocabulary.key(self.form(token, piece.kind));
        self.keys.push(key);
        key
    }

    /// The normal form of a token. Empty if and only if nothing of it is seen.
    fn form<'s>(&'s mut self, token: &'s str, kind: TokenKind) -> &'s str {
        self.form.clear();
        if let Cow::Owned(plain) = language::without_entities(token)
            && plain != token
        {
            let seen = self.form(&plain, kind).to_owned();
            self.form = seen;
            return &self.form;
        }
        match kind {
            TokenKind::Number if self.options.ignore_numbers => return ANY_NUMBER,
            TokenKind::Number => push_number(&mut self.form, token),
            TokenKind::Word => self.word(token),
            TokenKind::Punctuation => return self.mark(token),
        }
        if self.form.is_empty() {
            // Diacritics that stand on no letter are all there is to see.
            let seen = token.chars().filter(|&c| !is_invisible(c));
            self.form.extend(seen);
        }
        &self.form
    }

    fn word(&mut self, token: &str) {
        match token.find(['\n', '\r']) {
            // Hyphenated at the end of a line: what stands before the hyphen, then the next line.
            Some(end) => {
                let is_hyphen = |c| is_dash(c) || c == '¬';
                self.letters(token[..end].trim_end().trim_end_matches(is_hyphen));
                self.letters(token[end..].trim_start());
            }
            None => self.letters(token),
        }
        if !self.form.is_ascii() {
            unify_scripts(&mut self.form);
        }
        if self.form.contains('.') && is_acronym(&self.form) {
            self.form.retain(|c| c != '.');
        }
        if let Some(owner) = owner(&self.form) {
            self.form.truncate(owner);
        }
    }

    /// Appends a token letter by letter: compatibility forms, case and diacritics folded.
    fn letters(&mut self, token: &str) {
        if token.is_ascii() && !token.contains('`') {
            self.form.push_str(token);
            if self.options.ignore_case {
                self.form.make_ascii_lowercase();
            }
        } else if self.options.ignore_diacritics {
            let marks = token
                .chars()
                .map(|c| if is_apostrophe(c) { '\'' } else { c });
            marks
                .nfkd()
                .filter(|&c| !is_diacritic(c))
                .for_each(|c| self.base_letter(c));
        } else {
            let Self { form, options, .. } = self;
            each_letter(token, |c| push_letter(form, c, options.ignore_case));
        }
    }

    fn letter(&mut self, c: char) {
        let c = if is_apostrophe(c) { '\'' } else { c };
        push_letter(&mut self.form, c, self.options.ignore_case);
    }

    fn base_letter(&mut self, c: char) {
        match base_of(c) {
            Some(base) => base.chars().for_each(|c| self.letter(c)),
            None => self.letter(c),
        }
    }

    fn mark<'s>(&'s mut self, token: &'s str) -> &'s str {
        let is_seen = |c: &char| !is_invisible(*c) && !c.is_whitespace();
        let mut seen = token.chars().filter(is_seen);
        let (first, more) = (seen.next(), seen.next().is_some());
        match first {
            Some('.' | '…') if more || token.starts_with('…') => "…",
            Some(c) if is_dash(c) => "-",
            Some(',' | '<' | '>') if more => "\"",
            Some(c) if is_apostrophe(c) || c == '‹' || c == '›' => {
                if more {
                    "\""
                } else {
                    "'"
                }
            }
            Some(
                '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '″' | '״' | '「' | '」' | '『' | '』'
                | '＂' | '｢' | '｣' | '〝' | '〞' | '〟' | '❝' | '❞' | '﹁' | '﹂',
            ) => "\"",
            None => "",
            _ if token.is_ascii() => token,
            _ => {
                self.form.extend(token.nfkc().filter(is_seen));
                &self.form
            }
        }
    }
}

/// A letter without the strokes that Unicode does not count as marks.
fn base_of(c: char) -> Option<&'static str> {
    Some(match c {
        'ø' => "o",
        'Ø' => "O",
        'ł' => "l",
        'Ł' => "L",
        'đ' | 'ð' => "d",
        'Đ' | 'Ð' => "D",
        'ħ' => "h",
        'Ħ' => "H",
        'ı' => "i",
        'æ' => "ae",
        'Æ' => "AE",
        'œ' => "oe",
        'Œ' => "OE",
        'ß' => "ss",
        _ => return None,
    })
}

/// Appends a letter without its strokes.
pub(crate) fn push_base(form: &mut String, c: char) {
    match base_of(c) {
        Some(base) => form.push_str(base),
        None => form.push(c),
    }
}

/// Appends a number in plain digits, without the separators of thousands.
fn push_number(form: &mut String, token: &str) {
    let digits = |c: char| match decimal_digit(c) {
        Some(digit) => char::from(b'0' + digit),
        None => c,
    };
    let seen = |&c: &char| !is_invisible(c) && !c.is_whitespace();
    if token.is_ascii() {
        form.push_str(token);
    } else {
        form.extend(token.nfkc().map(digits).filter(seen));
    }
    fold_separators(form);
    if let [b'0', b'0'..=b'9', b':', ..] = form.as_bytes() {
        form.remove(0);
    }
}

/// Whether the point of a number may part thousands, as in half the world: `1.400`.
fn may_be_thousands(number: &str) -> bool {
    number.split_once('.').is_some_and(|(head, tail)| {
        (1..=3).contains(&head.len()) && tail.len() == 3 && !head.starts_with('0')
    })
}

/// What a stretch of tokens says, however it is written: letters and figures, without the spaces and marks between
/// words. Two stretches of which it is the same differ in their writing alone.
pub(crate) fn bare(text: &str, tokens: &[Token]) -> String {
    let (mut form, mut number) = (String::with_capacity(text.len()), String::new());
    for token in tokens {
        let written = &*language::without_entities(&text[token.span.range()]);
        match token.kind {
            TokenKind::Number => {
                push_number(&mut number, written);
                if may_be_thousands(&number) {
                    number.retain(|c| c != '.');
                }
                // Two numbers are not one, but for thousands that a space parts.
                let goes_on = written.len() == 3 && written.is_ascii();
                if form.ends_with(|c: char| c.is_ascii_digit()) && !goes_on {
                    form.push(' ');
                }
                form.push_str(&number);
                number.clear();
            }
            TokenKind::Word => push_bare(&mut form, written),
            TokenKind::Punctuation => {}
        }
    }
    form
}

/// Whether single letters stand between stops, as in `u.s` or `e.g`: then the stops may be left out.
fn is_acronym(form: &str) -> bool {
    form.split('.').all(|part| part.chars().count() == 1)
}

/// Words that are no owners with `'s` but shortened sentences: `it's`, `let's`.
const NOT_OWNERS: [&str; 14] = [
    "it", "he", "she", "that", "there", "here", "what", "who", "where", "when", "why", "how",
    "let", "this",
];

/// Where the owner in a possessive ends: `lee's` is about `lee`.
fn owner(form: &str) -> Option<usize> {
    let end = form.len().checked_sub(2).filter(|&end| end > 0)?;
    let tail = form.as_bytes().get(end..)?;
    let owns = tail[0] == b'\'' && tail[1].eq_ignore_ascii_case(&b's');
    let is_owner = owns
        && !NOT_OWNERS
            .iter()
            .any(|word| form[..end].eq_ignore_ascii_case(word));
    is_owner.then_some(end)
}

/// Whether a word has the ending of an owner: `Lee's`, `town’s`. It has the key of the word without.
pub(crate) fn is_owner(word: &str) -> bool {
    let mut letters = word.chars();
    let owns = letters
        .next_back()
        .is_some_and(|c| c.eq_ignore_ascii_case(&'s'))
        && letters.next_back().is_some_and(is_apostrophe);
    let owner = letters.as_str();
    owns && !owner.is_empty()
        && !NOT_OWNERS
            .iter()
            .any(|word| owner.eq_ignore_ascii_case(word))
}

/// The value of a decimal digit of the scripts of large newspapers; each has ten in a row.
fn decimal_digit(c: char) -> Option<u8> {
    const ZEROS: [u32; 18] = [
        0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6,
        0x0D66, 0x0DE6, 0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x17E0,
    ];
    let code = c as u32;
    let at = ZEROS.partition_point(|&zero| zero <= code).checked_sub(1)?;
    let digit = code - ZEROS[at];
    u8::try_from(digit).ok().filter(|&digit| digit < 10)
}

/// Takes out the separators of thousands (`1,400`, `1.000.000`, `1'400`) and writes the decimal
/// comma as a point (`3,50`). A single point stays: `1.400` is one and a bit to half the world.
fn fold_separators(number: &mut String) {
    let is_separator = |c: char| matches!(c, ',' | '.' | '\'' | '’' | '٬' | '٫');
    let Some(first) = number.find(is_separator) else {
        return;
    };
    let mut parts = number.split(is_separator);
    let head = parts.next().unwrap_or_default().len();
    let separator = number[first..].chars().next().unwrap_or(',');
    let whole = number[first..].rfind(|c| is_separator(c) && c != separator);
    let end = whole.map_or(number.len(), |at| first + at);
    let thousands = (1..=3).contains(&head)
        && !number.starts_with('0')
        && number[first..end]
            .split(separator)
            .skip(1)
            .all(|part| part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_digit()));
    let groups = number[..end].matches(separator).count();
    if thousands && (separator != '.' || groups > 1 || whole.is_some()) {
        let rest = number.split_off(end);
        number.retain(|c| c != separator);
        number.push_str(&rest);
    }
    if number.matches(is_separator).count() == 1 {
        *number = number.replace([',', '٫'], ".");
    }
}

#[cfg(test)]
mod tests;

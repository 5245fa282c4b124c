//! Tokens of a paragraph to sentences, by rules that know news: abbreviations, initials, decimals,
//! `U.S.`, quotes after the stop, a missing space after it, ordinals, spaced ellipses, footnote
//! marks, lists in running text; and the stops of other scripts.
//!
//! One walk over the tokens, looking at marks only, a bounded number of tokens ahead: linear.

use std::ops::Range;

use crate::language::{self, Languages};

use super::{
    QuarterWords, Token, TokenKind,
    abbreviations::{Abbreviation, abbreviation, begins_sentences, takes_day, takes_ordinal},
    lists::{Marker, marker_at, next_marker},
    scripts::{
        closing_of, is_bullet, is_certain_stop, is_closer, is_closing_bracket, is_dash, is_opener,
        is_western_stop, quarters_without_spaces,
    },
    token_view::TokenView,
};

/// Tokens between brackets beyond which the opening one is taken for a stray: no sentence ends
/// inside brackets, but a forgotten bracket may not swallow an article. By eye.
const BRACKETED: usize = 80;

/// Thai and Lao have no stops and put a space where a clause ends; one after about this many words is taken for the
/// end of a sentence.
const LONG_WITHOUT_STOP: QuarterWords = QuarterWords::of_words(15);

/// Characters of Thai or Lao in a row that are no abbreviation. The longest in news have three: `ก.ม.`, `โทร.`
const SHORTENED: usize = 4;

/// Most words of a nickname between a first name and a family name.
const NICKNAME: usize = 3;

/// Most tokens of a sentence that only tells the time: `At 7 a.m. Dr. Lee` goes on. By eye.
const FRONTED_TIME: usize = 4;

/// Appends where each sentence ends: indices behind its last token, the last one being the number of
/// tokens. Nothing for no tokens. Abbreviations are those of the languages.
#[inline(never)]
pub(super) fn split(text: &str, tokens: &[Token], languages: Languages, ends: &mut Vec<usize>) {
    if tokens.is_empty() {
        return;
    }
    let mut splitter = Splitter {
        tokens: TokenView { text, tokens },
        languages,
        start: 0,
        list: None,
        brackets: Vec::new(),
        ends,
    };
    splitter.walk();
    ends.push(tokens.len());
}

struct Splitter<'a> {
    tokens: TokenView<'a>,
    languages: Languages,
    /// First token of the sentence that is open.
    start: usize,
    /// The item of a list in running text that this sentence, or one before it, began with.
    list: Option<Marker>,
    /// Brackets that are open, as the characters that will close them.
    brackets: Vec<char>,
    ends: &'a mut Vec<usize>,
}

/// What stands behind a stop.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Follow {
    /// A word with a capital, or an ellipsis that leads one in.
    Capital,
    Lower,
    /// A word of a script without capitals.
    Caseless,
    Figure,
    /// A mark that carries the sentence on: comma, dash.
    Carrying,
    Other,
}

impl Splitter<'_> {
    fn walk(&mut self) {
        let mut at = self.open(0);
        while at < self.tokens.tokens.len() {
            at = self.step(at);
        }
    }

    /// Begins a sentence. Gives the first token that may end it, past the marker of an item.
    fn open(&mut self, at: usize) -> usize {
        self.start = at;
        match marker_at(self.tokens, at) {
            Some((marker, end)) => {
                self.list = Some(marker);
                end
            }
            None => at,
        }
    }

    /// Ends a sentence before a token and begins the next.
    fn cut(&mut self, end: usize) -> usize {
        if end > self.start && end < self.tokens.tokens.len() {
            self.ends.push(end);
            return self.open(end).max(end);
        }
        end
    }

    fn step(&mut self, at: usize) -> usize {
        if self.tokens.kind(at) != Some(TokenKind::Punctuation) {
            return if self.is_long_without_stop(at) {
                self.cut(at) + 1
            } else {
                at + 1
            };
        }
        let c = self.tokens.first(at);
        if matches!(c, '.' | ')') || is_bullet(c) {
            let next = next_marker(self.tokens, self.start, at, self.list);
            if let Some((start, marker)) = next {
                self.cut(start);
                self.list = Some(marker);
                return at + 1;
            }
        }
        if let Some(closing) = closing_of(c) {
            let ahead = self.tokens.tokens.len().min(at + BRACKETED);
            if (at + 1..ahead).any(|other| self.tokens.first(other) == closing) {
                self.brackets.push(closing);
            }
        } else if is_closing_bracket(c) {
            self.close(c);
        } else if self.is_stop(at, c) {
            return self.stop(at, c);
        }
        at + 1
    }

    fn is_long_without_stop(&self, at: usize) -> bool {
        let is_thai_or_lao = |at: usize| language::is_thai_or_lao(self.tokens.first(at));
        !self.tokens.is_glued(at)
            && at > self.start
            && is_thai_or_lao(at)
            && is_thai_or_lao(at - 1)
            && self.length(self.start..at) >= LONG_WITHOUT_STOP
    }

    fn length(&self, tokens: Range<usize>) -> QuarterWords {
        self.tokens.tokens[tokens].iter().map(Token::length).sum()
    }

    fn close(&mut self, c: char) {
        if let Some(open) = self.brackets.iter().rposition(|&closing| closing == c) {
            self.brackets.truncate(open);
        }
    }

    fn is_stop(&self, at: usize, c: char) -> bool {
        let before = |is: fn(char) -> bool| {
            at > 0 && self.tokens.str(at - 1).chars().next_back().is_some_and(is)
        };
        match c {
            // Armenian ends sentences with a colon of its own, for which the Latin one is often typed.
            ':' => {
                before(|c| ('\u{0531}'..='\u{0587}').contains(&c))
                    || before(|c| c == '.' || c == '…') && self.is_armenian(at)
            }
            ';' | '\u{037E}' => before(|c| ('\u{0370}'..='\u{03FF}').contains(&c)),
            _ => is_certain_stop(c) || is_western_stop(c),
        }
    }

    fn is_armenian(&self, at: usize) -> bool {
        at >= 2 && matches!(self.tokens.first(at - 2), '\u{0531}'..='\u{0587}')
    }

    /// A stop, with what belongs to it. Gives the token to go on with.
    fn stop(&mut self, at: usize, c: char) -> usize {
        let first = self.spaced_ellipsis(at);
        if let Some(end) = first.cut_before {
            return self.cut(end).max(first.end);
        }
        let end = self.tail(first.end);
        if end < self.tokens.tokens.len()
            && self.brackets.is_empty()
            && self.ends(at, c, first.end, end)
        {
            return self.cut(end);
        }
        end
    }

    /// Stops with spaces between them, `. . .`, are one mark. If a full stop with an ellipsis
    /// behind it, they are parted: the ellipsis leads the next sentence in.
    fn spaced_ellipsis(&self, at: usize) -> Ellipsis {
        let mut end = at + 1;
        while self.tokens.str(at) == "." && self.tokens.str(end) == "." {
            end += 1;
        }
        let leads_in = end == at + 4
            && self.tokens.is_glued(at)
            && self.tokens.kind(end) == Some(TokenKind::Word);
        Ellipsis {
            end,
            cut_before: leads_in.then_some(at + 1),
        }
    }

    /// The end of what belongs to a stop: more stops, closing quotes and brackets, footnote marks.
    fn tail(&mut self, mut end: usize) -> usize {
        let tokens = self.tokens;
        loop {
            let c = tokens.first(end);
            let glued = tokens.is_glued(end);
            if glued
                && (is_certain_stop(c) || is_western_stop(c) || c == ':' && self.is_armenian(end))
            {
                end += 1;
            } else if glued && is_closer(c) && self.closes(end, c)
                || c == '»' && !tokens.is_glued(end + 1)
            {
                self.close(c);
                end += 1;
            } else if glued
                && c == '['
                && tokens.kind(end + 1) == Some(TokenKind::Number)
                && tokens.first(end + 2) == ']'
            {
                end += 3;
            } else if glued && self.is_footnote(end) {
                end += 1;
            } else {
                return end;
            }
        }
    }

    /// Whether a mark that may open or close closes here.
    fn closes(&self, at: usize, c: char) -> bool {
        c == '”'
            || is_closing_bracket(c)
            || !(self.tokens.is_glued(at + 1) && self.tokens.kind(at + 1) == Some(TokenKind::Word))
    }

    /// Whether a figure right behind a stop is the number of a footnote: `in the Gazette (1987).2 Others`.
    fn is_footnote(&self, at: usize) -> bool {
        self.tokens.kind(at) == Some(TokenKind::Number)
            && self.tokens.first(at - 1) == '.'
            && at >= 2
            && self.tokens.kind(at - 2) != Some(TokenKind::Number)
            && self.tokens.is_glued(at - 1)
            && !self.tokens.is_glued(at + 1)
    }

    fn follow(&self, at: usize) -> Follow {
        let tokens = self.tokens;
        let mut at = at;
        let leads_in = tokens.str(at).starts_with("..") || tokens.first(at) == '…';
        if leads_in || marker_at(tokens, at).is_some_and(|(marker, _)| marker.is_closed()) {
            return Follow::Capital;
        }
        while is_opener(tokens.first(at)) {
            at += 1;
        }
        let c = tokens.first(at);
        match tokens.kind(at) {
            Some(TokenKind::Number) => Follow::Figure,
            Some(TokenKind::Word) if c.is_numeric() => Follow::Figure,
            Some(TokenKind::Word) if c.is_lowercase() => {
                let second = tokens.str(at).chars().nth(1);
                if second.is_some_and(char::is_uppercase) {
                    Follow::Capital
                } else {
                    Follow::Lower
                }
            }
            Some(TokenKind::Word) if c.is_uppercase() => Follow::Capital,
            Some(TokenKind::Word) => Follow::Caseless,
            _ if matches!(
                c,
                ',' | ';' | ':' | '،' | '؛' | '、' | '，' | '；' | '：' | '/'
            ) =>
            {
                Follow::Carrying
            }
            _ if is_dash(c) => self.follow_dash(at),
            _ => Follow::Other,
        }
    }

    /// Behind a dash a new speaker begins with a capital: `Gazette Radio. – Prices rise`.
    fn follow_dash(&self, at: usize) -> Follow {
        let speaks = !self.tokens.is_glued(at + 1) && self.tokens.first(at + 1).is_uppercase();
        if speaks {
            Follow::Capital
        } else {
            Follow::Carrying
        }
    }

    /// Whether the stop at `at`, whose own tokens end at `own` and whose tail ends at `end`, ends the
    /// sentence. There is a token at `end`.
    fn ends(&self, at: usize, c: char, own: usize, end: usize) -> bool {
        let follow = self.follow(end);
        if is_certain_stop(c) || c == ':' || c == ';' {
            return follow != Follow::Carrying && !self.is_attributed(end);
        }
        if self.is_bracketed_ellipsis(at, end) {
            return false;
        }
        if self.is_between_characters(at, end) {
            return true;
        }
        if self.tokens.is_glued(end) {
            return self.ends_without_space(at, own, end, follow);
        }
        let mark = self.tokens.str(at);
        let ellipsis = c == '…'
            || own > at + 1
            || (at..own.max(at + 2)).any(|at| self.tokens.str(at).starts_with("..."));
        match follow {
            Follow::Lower | Follow::Carrying => false,
            Follow::Figure if ellipsis => false,
            // `I` has its capital inside a sentence as well.
            _ if ellipsis && self.is_first_person(end) && !mark.starts_with("....") => false,
            // Quotes and brackets close behind the stop of a sentence, not of an abbreviation.
            _ if mark != "." || ellipsis || end > own => true,
            _ => self.full_stop_ends(at, end, follow),
        }
    }

    /// Whether a stop of the Latin script stands in Chinese or Japanese, which put no space behind it.
    fn is_between_characters(&self, at: usize, end: usize) -> bool {
        let is_character = |at: usize| quarters_without_spaces(self.tokens.first(at)) == Some(2);
        at > self.start && is_character(at - 1) && is_character(end)
    }

    fn is_first_person(&self, at: usize) -> bool {
        let word = self.tokens.str(at);
        word == "I" || word.starts_with("I'") || word.starts_with("I’")
    }

    /// Whether the speaker follows a quotation in the same sentence. Japanese says so by a particle;
    /// Chinese would close a statement with a comma, but leaves a question mark.
    fn is_attributed(&self, end: usize) -> bool {
        let (stop, quote, next) = (
            self.tokens.first(end.saturating_sub(2)),
            self.tokens.first(end - 1),
            self.tokens.first(end),
        );
        match quote {
            '」' | '』' => matches!(next, 'と' | 'っ'),
            '”' => {
                matches!(stop, '？' | '！') && self.tokens.is_glued(end) && next.is_alphabetic()
            }
            _ => false,
        }
    }

    fn is_bracketed_ellipsis(&self, at: usize, end: usize) -> bool {
        at > 0
            && matches!(self.tokens.first(at - 1), '[' | '(')
            && (self.tokens.first(at) == '…' || self.tokens.str(at).len() > 2)
            && end > at + 1
    }

    /// A stop with something right behind it: `boats.Nobody`, `said.”The`, `1,000.That`.
    fn ends_without_space(&self, at: usize, own: usize, end: usize, follow: Follow) -> bool {
        let (before, after) = (self.tokens.str(at.wrapping_sub(1)), self.tokens.str(end));
        let word = self.tokens.kind(end) == Some(TokenKind::Word) && after.len() > 1
            || after == "I"
            || after == "A"
            || end > own;
        let long = before.chars().count() > 2 || end > own;
        let dotted = self.tokens.first(at) == '.' && self.tokens.str(at).len() > 1;
        follow == Follow::Capital
            && self.tokens.is_glued(at)
            && word
            && long
            && !dotted
            && abbreviation(before, self.languages).is_none()
    }

    /// Whether a single full stop with white space behind it is more than the dot of an abbreviation.
    fn full_stop_ends(&self, at: usize, end: usize, follow: Follow) -> bool {
        let tokens = self.tokens;
        if !tokens.is_glued(at) {
            return at > 0;
        }
        let (word, next) = (tokens.str(at - 1), tokens.str(end));
        if self.is_shortened_without_spaces(at) {
            return false;
        }
        match tokens.kind(at - 1) {
            Some(TokenKind::Number) => !self.is_ordinal(at - 1, end) && !self.is_in_date(at - 1),
            Some(TokenKind::Word) if word.chars().count() == 1 => {
                self.letter_ends(at - 1, end, follow)
            }
            Some(TokenKind::Word) if word.contains('.') => self.acronym_ends(at - 1, end, follow),
            // What is elided before it is not part of an abbreviation: Italian `l'Avv.`
            Some(TokenKind::Word) => {
                let shortened = word.rsplit(['\'', '’']).next().unwrap_or(word);
                match abbreviation(shortened, self.languages) {
                    Some(Abbreviation::Title) => false,
                    Some(Abbreviation::Figure) => follow != Follow::Figure,
                    Some(Abbreviation::Any) => self.begins(end),
                    None => !is_doubled(word) || !is_doubled(next),
                }
            }
            _ => !(follow == Follow::Figure && matches!(tokens.first(at - 1), '°' | 'º')),
        }
    }

    /// Whether a stop ends one of the abbreviations of Thai and Lao, which end no sentence with it: `พ.ศ.`, `น.`
    fn is_shortened_without_spaces(&self, at: usize) -> bool {
        let is_letter = |at: usize| language::is_thai_or_lao(self.tokens.first(at));
        let mut first = at;
        while first > self.start && at - first < SHORTENED && is_letter(first - 1) {
            first -= 1;
            if !self.tokens.is_glued(first) {
                break;
            }
        }
        (1..SHORTENED).contains(&(at - first))
    }

    /// `am 3. Platz`, `9. Mája 2019`.
    fn is_ordinal(&self, number: usize, end: usize) -> bool {
        let tokens = self.tokens;
        let day = tokens.str(number).len() <= 2;
        let year = language::year(tokens.str(end + 1)).is_some();
        let before = number
            .checked_sub(1)
            .map_or("", |before| tokens.str(before));
        day && tokens.kind(end) == Some(TokenKind::Word)
            && (year && !begins_sentences(tokens.str(end), self.languages)
                || takes_ordinal(before, self.languages)
                || takes_day(tokens.str(end), self.languages)
                || self.ends_range(number))
    }

    /// Whether a figure is the day or month of a date in figures with blanks: `3. 5. 2031`.
    fn is_in_date(&self, number: usize) -> bool {
        let tokens = self.tokens;
        let short = |at: usize| {
            tokens.kind(at) == Some(TokenKind::Number)
                && tokens.str(at).chars().count() <= 2
                && tokens.str(at + 1) == "."
        };
        let year = |at: usize| language::year(tokens.str(at)).is_some();
        let is_date = |day: usize| short(day) && short(day + 2) && year(day + 4);
        is_date(number) || number >= self.start + 2 && is_date(number - 2)
    }

    /// Whether a figure is the second of two ordinals: `1.–3.`
    fn ends_range(&self, number: usize) -> bool {
        number >= 2 && is_dash(self.tokens.first(number - 1)) && self.tokens.str(number - 2) == "."
    }

    /// Initials, `z. B.`, `p. 5`; but `Ann and I.`, `vitamin C. The`.
    fn letter_ends(&self, letter: usize, end: usize, follow: Follow) -> bool {
        let tokens = self.tokens;
        let c = tokens.first(letter);
        if quarters_without_spaces(c).is_some() {
            return true;
        }
        let before = letter
            .checked_sub(1)
            .map_or(' ', |before| tokens.first(before));
        match follow {
            Follow::Figure => c.is_uppercase() && letter > self.start,
            _ if c == 'I' && before.is_lowercase() => true,
            // Slavic years: `в 1990 г.`, `w 1990 r.`
            _ if self.is_year(letter) => letter > self.start + FRONTED_TIME - 1 || self.begins(end),
            // The unit in `100 km/h.` is no initial.
            _ if before == '/' => true,
            _ if before.is_lowercase() || before.is_numeric() => self.begins(end),
            // `Schedule B. “Vessel” means`, but `Anna B. “Red” Berg`.
            _ => before.is_alphabetic() && self.is_quotation(end) && !self.is_nickname(end),
        }
    }

    /// Whether a quotation begins at a token.
    fn is_quotation(&self, at: usize) -> bool {
        let c = self.tokens.first(at);
        is_opener(c) && closing_of(c).is_none()
    }

    /// Whether a short quotation stands before a name.
    fn is_nickname(&self, open: usize) -> bool {
        let ahead = open + 1..open + 2 + NICKNAME;
        let close = ahead
            .into_iter()
            .find(|&at| is_closer(self.tokens.first(at)));
        close.is_some_and(|at| self.tokens.first(at + 1).is_uppercase())
    }

    /// Whether the token before a letter is the number of a year.
    fn is_year(&self, letter: usize) -> bool {
        let before = letter.checked_sub(1);
        before.is_some_and(|at| language::year(self.tokens.str(at)).is_some())
    }

    fn acronym_ends(&self, word: usize, end: usize, follow: Follow) -> bool {
        let acronym = self.tokens.str(word);
        if acronym.eq_ignore_ascii_case("a.m") || acronym.eq_ignore_ascii_case("p.m") {
            return word > self.start + FRONTED_TIME - 1 || self.begins(end);
        }
        follow != Follow::Figure && self.begins(end)
    }

    /// Whether what follows an abbreviation likes to begin a sentence: a quotation, or a word like `The`.
    fn begins(&self, end: usize) -> bool {
        self.is_quotation(end) || begins_sentences(self.tokens.str(end), self.languages)
    }
}

struct Ellipsis {
    /// Behind its last token.
    end: usize,
    /// Where a sentence ends inside it.
    cut_before: Option<usize>,
}

/// Spanish plurals: `EE. UU.`
fn is_doubled(word: &str) -> bool {
    let mut letters = word.chars();
    matches!((letters.next(), letters.next(), letters.next()), (Some(a), Some(b), None) if a == b && a.is_uppercase())
}

#[cfg(test)]
mod tests;

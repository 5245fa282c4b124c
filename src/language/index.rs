//! The words of all tables in one hash table, built once.

use super::{
    Class, Classes, LISTED, Languages, Meaning, Wanted,
    fold::{fold, head, is_point, is_word_char, matching},
    is_spaceless, table,
};

/// Bytes of the longest word that is looked up; longer ones are in no table.
const LONGEST_WORD: usize = 96;

/// About how many words there are, counted in the tables; more only cost time.
const WORDS_OF_TABLES: usize = 11_000;

/// Slots of the hash table, a power of two: about three for every word.
const SLOTS: usize = 1 << 15;

/// Bits of the filter of words that may state something, a power of two: about ten for every such word.
const STATING: usize = 1 << 16;

/// Bits of the filter of what words for numbers begin with, a power of two: about 30 for every such beginning.
const NUMBERS: usize = 1 << 15;

/// What phrases may be, beside what single words are, of which the first word may begin something stated.
const STATING_PHRASES: Classes = Classes::of(&[
    Class::ShortMonth,
    Class::ShortWeekday,
    Class::One,
    Class::HourBefore,
    Class::HalfDay,
    Class::BeforeYear,
    Class::Limit,
]);

pub(super) struct WordIndex {
    /// All words, one behind the other, as `fold` leaves them.
    letters: String,
    entries: Vec<Entry>,
    meanings: Vec<Linked>,
    /// In the lower half the number of an entry, counted from 1, in the upper one bits of its hash; or 0.
    slots: Vec<u32>,
    /// For each hash, as a bit, whether a word with it may state something: most words are told by that alone.
    stating: Vec<u64>,
    /// The same for the first 3 letters of words for numbers, and for those of 2 letters.
    numbers: Vec<u64>,
    short_numbers: Vec<u64>,
    /// The entries of the classes that are looked through one by one.
    listed: Vec<(Class, u32)>,
    /// What is said of the languages themselves.
    of_languages: Vec<Meaning>,
}

#[derive(Clone, Copy)]
struct Entry {
    start: u32,
    end: u32,
    /// Its first meaning.
    first: u32,
    /// The classes of all its meanings.
    classes: Classes,
    /// The classes of all phrases that it is the first word of.
    begins: Classes,
}

/// A meaning, and the place of the next one of the same word; `NONE` for the last.
struct Linked {
    meaning: Meaning,
    next: u32,
}

const NONE: u32 = u32::MAX;

impl WordIndex {
    pub(super) fn new(tables: &[[&str; 2]]) -> Self {
        let mut index = Self {
            letters: String::with_capacity(WORDS_OF_TABLES * 12),
            entries: Vec::with_capacity(WORDS_OF_TABLES),
            meanings: Vec::with_capacity(WORDS_OF_TABLES * 5 / 4),
            slots: vec![0; SLOTS],
            stating: vec![0; STATING / 64],
            numbers: vec![0; NUMBERS / 64],
            short_numbers: vec![0; NUMBERS / 64],
            listed: Vec::new(),
            of_languages: Vec::new(),
        };
        for (at, tables) in tables.iter().enumerate() {
            for table in tables {
                table::words(table, &mut |word, class, value| {
                    index.add(word, class, value, Languages::one(at));
                });
            }
        }
        index
    }

    fn add(&mut self, word: &str, class: Class, value: u32, languages: Languages) {
        let meaning = Meaning {
            class,
            value,
            languages,
        };
        if word.is_empty() {
            self.of_languages.push(meaning);
            return;
        }
        let states = LISTED.has(class);
        let entry = self.tell(word, meaning, states);
        if matches!(
            class,
            Class::CreditEnd | Class::Desk | Class::Rights | Class::Section
        ) {
            self.listed.push((class, entry));
        }
        // The parts of "last updated" are words of a line that tells the time.
        if class == Class::TimeLabel {
            word.split(' ')
                .for_each(|part| self.add(part, Class::TimeWord, 0, languages));
        }
        let first = head(word);
        if first.len() < word.len() && !first.is_empty() {
            let states = states || STATING_PHRASES.has(class);
            let meaning = Meaning {
                class: Class::Head,
                value: entry,
                languages,
            };
            let head = self.tell(first, meaning, states) as usize;
            self.entries[head].begins = self.entries[head].begins.and(class);
        }
    }

    /// Notes a meaning of a word, and whether what begins with it may state something. Gives the number of its entry.
    fn tell(&mut self, word: &str, meaning: Meaning, states: bool) -> u32 {
        let hashed = hash(word.as_bytes());
        if states {
            self.stating[hashed as usize % STATING / 64] |= 1 << (hashed % 64);
        }
        if matches!(meaning.class, Class::Number | Class::One | Class::Scale)
            && let Some((three, two)) = beginnings(word)
        {
            let (bits, start) = match three {
                Some(three) => (&mut self.numbers, three),
                None => (&mut self.short_numbers, two),
            };
            bits[start / 64] |= 1 << (start % 64);
        }
        let slot = self.slot(hashed, |known| known == word.as_bytes());
        if self.slots[slot] == 0 {
            let start = self.letters.len() as u32;
            self.letters.push_str(word);
            let end = self.letters.len() as u32;
            self.entries.push(Entry {
                start,
                end,
                first: NONE,
                classes: Classes::of(&[]),
                begins: Classes::of(&[]),
            });
            self.slots[slot] = tag(hashed) | self.entries.len() as u32;
        }
        let number = (self.slots[slot] & NUMBER) - 1;
        let entry = &mut self.entries[number as usize];
        entry.classes = entry.classes.and(meaning.class);
        let first = entry.first;
        let mut at = first;
        while let Some(linked) = self.meanings.get_mut(at as usize) {
            let known = &mut linked.meaning;
            if known.class == meaning.class && known.value == meaning.value {
                known.languages = known.languages.and(meaning.languages);
                return number;
            }
            at = linked.next;
        }
        self.meanings.push(Linked {
            meaning,
            next: first,
        });
        self.entries[number as usize].first = self.meanings.len() as u32 - 1;
        number
    }

    /// The slot of a word, or the empty one where it would be.
    fn slot(&self, hashed: u64, is: impl Fn(&[u8]) -> bool) -> usize {
        let (mut slot, tag) = (hashed as usize % SLOTS, tag(hashed));
        while let Some(entry) = self.entry_at(slot) {
            if self.slots[slot] & !NUMBER == tag
                && is(&self.letters.as_bytes()[entry.start as usize..entry.end as usize])
            {
                break;
            }
            slot = (slot + 1) % SLOTS;
        }
        slot
    }

    fn entry_at(&self, slot: usize) -> Option<&Entry> {
        self.entries
            .get(((self.slots[slot] & NUMBER) as usize).checked_sub(1)?)
    }

    fn word(&self, entry: Entry) -> &str {
        &self.letters[entry.start as usize..entry.end as usize]
    }

    /// False for most words of ASCII that state nothing: of none of the classes of `LISTED`.
    pub(super) fn may_state(&self, word: &str) -> bool {
        let hashed = hash(word.as_bytes());
        self.stating[hashed as usize % STATING / 64] >> (hashed % 64) & 1 == 1
    }

    /// False for most words that begin with no word for a number.
    pub(super) fn may_begin_number(&self, word: &str) -> bool {
        let has = |bits: &[u64], start: usize| bits[start / 64] >> (start % 64) & 1 == 1;
        beginnings(word).is_some_and(|(three, two)| {
            three.is_some_and(|three| has(&self.numbers, three)) || has(&self.short_numbers, two)
        })
    }

    /// Whether a word has a wanted meaning.
    pub(super) fn is(&self, word: &str, wanted: Wanted) -> bool {
        let entry = self
            .find(word)
            .filter(|entry| entry.classes.meets(wanted.classes));
        entry.is_some_and(|entry| self.of(entry).any(|meaning| wanted.is(&meaning)))
    }

    fn of(&self, entry: &Entry) -> Meanings<'_> {
        Meanings {
            index: self,
            at: entry.first,
        }
    }

    /// All meanings of a word, whatever its case and apostrophe.
    pub(super) fn meanings(&self, word: &str) -> Meanings<'_> {
        let first = self.find(word).map_or(NONE, |entry| entry.first);
        Meanings {
            index: self,
            at: first,
        }
    }

    fn find(&self, word: &str) -> Option<&Entry> {
        if word.is_empty() || word.len() > LONGEST_WORD {
            return None;
        }
        if word.is_ascii() {
            let word = word.as_bytes();
            return self.entry_at(self.slot(hash(word), |known| known.eq_ignore_ascii_case(word)));
        }
        let mut bytes = [0; LONGEST_WORD + 8];
        let mut len = 0;
        for c in word.chars().flat_map(fold) {
            let letter = bytes.get_mut(len..len + c.len_utf8())?;
            c.encode_utf8(letter);
            len += letter.len();
        }
        let folded = bytes.get(..len)?;
        self.entry_at(self.slot(hash(folded), |known| known == folded))
    }

    /// The longest word or phrase at the start of a text that has a wanted meaning, and its length.
    pub(super) fn starting(&self, text: &str, wanted: Wanted) -> Option<(Meaning, usize)> {
        let first = head(text);
        if first.is_empty() {
            let mark = text.chars().next()?;
            return self.alone(&text[..mark.len_utf8()], wanted);
        }
        let found = self.behind(text, first, wanted);
        let found = found.or_else(|| {
            let stem = &first[..first.find(['\'', '’']).filter(|at| *at > 1)?];
            self.alone(stem, wanted)
        });
        found.or_else(|| self.joined(text, first, wanted))
    }

    /// The longest word or phrase whose first word is known.
    fn behind(&self, text: &str, first: &str, wanted: Wanted) -> Option<(Meaning, usize)> {
        let entry = self.find(first)?;
        let mut best = self
            .wanted_of(entry, wanted)
            .map(|meaning| (meaning, first.len()));
        if !entry.begins.meets(wanted.classes) {
            return best;
        }
        let heads = self.of(entry).filter(|meaning| {
            meaning.class == Class::Head && meaning.languages.meets(wanted.languages)
        });
        for head in heads {
            let Some(entry) = self.entries.get(head.value as usize) else {
                continue;
            };
            let phrase = self.word(*entry);
            let (Some(meaning), Some(len)) =
                (self.wanted_of(entry, wanted), matching(text, phrase))
            else {
                continue;
            };
            if ends(phrase, &text[len..]) && best.is_none_or(|(_, longest)| len > longest) {
                best = Some((meaning, len));
            }
        }
        best
    }

    /// The wanted meaning of an entry.
    fn wanted_of(&self, entry: &Entry, wanted: Wanted) -> Option<Meaning> {
        entry
            .classes
            .meets(wanted.classes)
            .then(|| self.pick(entry.first, wanted))?
    }

    fn alone(&self, word: &str, wanted: Wanted) -> Option<(Meaning, usize)> {
        let meaning = self.wanted_of(self.find(word)?, wanted)?;
        Some((meaning, word.len()))
    }

    /// The wanted meaning among those of a word; none where languages disagree about its number. One word may begin
    /// many phrases.
    fn pick(&self, first: u32, wanted: Wanted) -> Option<Meaning> {
        let mut all = Meanings {
            index: self,
            at: first,
        }
        .filter(|meaning| wanted.is(meaning));
        let found = all.next()?;
        let agrees = |other: Meaning| {
            other.class != found.class || other.value == found.value || other.class == Class::Head
        };
        all.all(agrees).then_some(found)
    }

    /// A word with one written together before it: Arabic "and", Hebrew "in".
    fn joined(&self, text: &str, first: &str, wanted: Wanted) -> Option<(Meaning, usize)> {
        if !first.starts_with(|c| ('\u{590}'..='\u{6FF}').contains(&c)) {
            return None;
        }
        let letters = first.char_indices().filter(|(_, c)| !is_point(*c));
        let ends = letters.skip(1).take(2).map(|(at, _)| at);
        ends.filter(|at| {
            self.meanings(&first[..*at])
                .any(|meaning| meaning.class == Class::Clitic)
        })
        .find_map(|at| {
            let (meaning, len) = self.behind(&text[at..], &first[at..], wanted)?;
            Some((meaning, at + len))
        })
    }

    /// All words and phrases of a class that is looked through one by one: ends of credits, desks, rights, sections.
    pub(super) fn all(&self, class: Class) -> impl Iterator<Item = &str> {
        let entries = self.listed.iter().filter(move |(other, _)| *other == class);
        entries.map(|(_, entry)| self.word(self.entries[*entry as usize]))
    }

    /// What is said of one of the languages.
    pub(super) fn of_language(&self, class: Class, languages: Languages) -> Option<u32> {
        let mut said = self.of_languages.iter();
        let found =
            said.find(|meaning| meaning.class == class && meaning.languages.meets(languages));
        found.map(|meaning| meaning.value)
    }
}

/// Whether a word ends between a phrase and the text behind it.
fn ends(phrase: &str, behind: &str) -> bool {
    let runs_on = |c: char| is_word_char(c) && !is_spaceless(c);
    !phrase.ends_with(runs_on) || !behind.starts_with(runs_on)
}

/// The meanings of one word.
pub(super) struct Meanings<'i> {
    index: &'i WordIndex,
    at: u32,
}

impl Iterator for Meanings<'_> {
    type Item = Meaning;

    fn next(&mut self) -> Option<Meaning> {
        let linked = self.index.meanings.get(self.at as usize)?;
        self.at = linked.next;
        Some(linked.meaning)
    }
}

/// The bits of the first letters of a word, small: of 3, and of 2 where words of the tables may have no more. `None` for
/// what has fewer than 2.
fn beginnings(word: &str) -> Option<(Option<usize>, usize)> {
    let then = |first: usize, next: usize| (first * 67 + next) % NUMBERS;
    // Most words are of ASCII.
    if let Some(first) = word.as_bytes().first_chunk::<3>()
        && first.is_ascii()
    {
        let [a, b, c] = first.map(|byte| usize::from(byte.to_ascii_lowercase()));
        let two = then(a, b);
        return Some((Some(then(two, c)), two));
    }
    let letters = word.chars().flat_map(char::to_lowercase);
    let mut letters = letters.map(|c| c as usize);
    let two = then(letters.next()?, letters.next()?);
    Some((letters.next().map(|third| then(two, third)), two))
}

/// The part of a slot that is the number of an entry.
const NUMBER: u32 = 0xFFFF;

/// Bits of a hash that are not those of its slot, as a slot has them.
fn tag(hashed: u64) -> u32 {
    (hashed >> 16) as u32 & !NUMBER
}

/// The hash of `rustc_hash` over eight bytes at a time, the last ones perhaps twice, in which capitals of ASCII count as
/// small letters.
pub(crate) fn hash(word: &[u8]) -> u64 {
    const SMALL: u64 = 0x2020_2020_2020_2020;
    const TIMES: u64 = 0x51_7C_C1_B7_27_22_0A_95;
    let mut hash = word.len() as u64;
    let mut add = |eight: u64| {
        hash = (hash.rotate_left(5) ^ (eight | SMALL)).wrapping_mul(TIMES);
    };
    let (eights, _) = word.as_chunks();
    for eight in eights {
        add(u64::from_le_bytes(*eight));
    }
    if let Some(last) = word.last_chunk() {
        add(u64::from_le_bytes(*last));
    } else if let (Some(first), Some(last)) = (word.first_chunk(), word.last_chunk()) {
        let [first, last] = [first, last].map(|four| u64::from(u32::from_le_bytes(*four)));
        add(first << 32 | last);
    } else {
        add(word.iter().fold(0, |few, &byte| few << 8 | u64::from(byte)));
    }
    // The upper bits are the best mixed ones.
    hash.rotate_right(32)
}

//! Laws of `Document` that hold for every text, and the parts it finds in many languages.

mod generated;

use proptest::prelude::*;
use twicetold::{
    Options,
    document::{Document, Role, Vocabulary},
};
use unicode_segmentation::UnicodeSegmentation;

/// Texts with what makes boundaries hard: marks of all kinds, scripts with and without spaces, hard
/// breaks, emoji sequences, invisible characters, things that look like boilerplate.
fn text() -> impl Strategy<Value = String> {
    const BITS: &[&str] = &[
        " ",
        " ",
        " ",
        "\n",
        "\r\n",
        "\n\n",
        "\t",
        ".",
        ". ",
        "?",
        "! ",
        "...",
        "…",
        "\"",
        "“",
        "”",
        "’",
        "'s",
        "(",
        ")",
        "[1]",
        ",",
        "-",
        "—",
        "1",
        "12",
        "1,400",
        "3.5",
        "a) ",
        "2. ",
        "• ",
        "U.S. ",
        "Mr. ",
        "boats.Nobody",
        "the",
        "The",
        "Lee’s",
        "summit",
        "Wärme",
        "e\u{301}",
        "\u{301}",
        "ß",
        "Россия",
        "русский. ",
        "שלום",
        "الصين",
        "؟ ",
        "हिन्दी",
        "। ",
        "中国",
        "。",
        "「",
        "」",
        "カタカナ",
        "ひらがな",
        "ภาษาไทย",
        "น้ำ",
        "ខ្មែរ",
        "한국어",
        "👩\u{200D}💻",
        "🇫🇷",
        "\u{200B}",
        "\u{FEFF}",
        "\u{AD}",
        "\u{202F}",
        "\u{A0}",
        "\0",
        "\u{7F}",
        "\u{85}",
        "\u{2028}",
        "\u{600}",
        "_",
        "a_b",
        "http://x.example/?a=B",
        "Most Popular",
        "12 C",
        "Sunday, May 5, 2019",
        "© 2024 Paper. All rights reserved.",
        "ﬁn",
        "１２",
    ];
    let bit = prop_oneof![
        8 => proptest::sample::select(BITS).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => "[ -~]{1,12}",
    ];
    proptest::collection::vec(bit, 0..60).prop_map(|bits| bits.concat())
}

fn options() -> impl Strategy<Value = Options> {
    let flags = (
        any::<bool>(),
        any::<bool>(),
        any::<bool>(),
        any::<bool>(),
        any::<bool>(),
    );
    flags.prop_map(
        |(case, punctuation, numbers, diacritics, boilerplate)| Options {
            ignore_case: case,
            ignore_punctuation: punctuation,
            ignore_numbers: numbers,
            ignore_diacritics: diacritics,
            skip_boilerplate: boilerplate,
            ..Options::default()
        },
    )
}

fn check_tokens(document: &Document<'_>, vocabulary: &Vocabulary) {
    let mut end = 0;
    for token in &document.tokens {
        let range = token.span.range();
        assert!(
            range.start >= end && !range.is_empty(),
            "tokens are in order and disjoint"
        );
        assert!(
            document.text[end..range.start]
                .chars()
                .all(char::is_whitespace),
            "gaps are white space"
        );
        assert!((token.key as usize) < vocabulary.len());
        end = range.end;
    }
    assert!(
        document.text[end..].chars().all(char::is_whitespace),
        "nothing is left over"
    );
}

/// Parts of one level tile the parts of the level below, and stand where those stand.
fn check_nesting(document: &Document<'_>) {
    let (mut token, mut sentence, mut word) = (0, 0, 0);
    for paragraph in &document.paragraphs {
        assert_eq!(paragraph.sentences.start, sentence);
        assert!(!paragraph.sentences.is_empty());
        sentence = paragraph.sentences.end;
        let sentences = &document.sentences[paragraph.sentences.clone()];
        assert_eq!(
            paragraph.span,
            sentences[0].span.to(sentences[sentences.len() - 1].span)
        );
        for sentence in sentences {
            assert_eq!((sentence.tokens.start, sentence.words.start), (token, word));
            assert!(!sentence.tokens.is_empty());
            (token, word) = (sentence.tokens.end, sentence.words.end);
            let tokens = &document.tokens[sentence.tokens.clone()];
            assert_eq!(
                sentence.span,
                tokens[0].span.to(tokens[tokens.len() - 1].span)
            );
            let words = &document.words[sentence.words.clone()];
            assert!(
                words
                    .iter()
                    .all(|&word| sentence.tokens.contains(&(word as usize)))
            );
            assert!(words.is_sorted_by(|a, b| a < b));
            assert!(words.is_empty() || !matches!(paragraph.role, Role::Boilerplate(_)));
        }
    }
    assert_eq!(
        (token, sentence, word),
        (
            document.tokens.len(),
            document.sentences.len(),
            document.words.len()
        )
    );
}

/// The parts of a token, parted at the colons of a time of day as the standard has it.
fn without_times(token: &str) -> Vec<&str> {
    let bytes = token.as_bytes();
    let digit = |at: Option<usize>| {
        at.and_then(|at| bytes.get(at))
            .is_some_and(u8::is_ascii_digit)
    };
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, _) in token.match_indices(':') {
        if digit(at.checked_sub(1)) && digit(Some(at + 1)) {
            parts.extend([&token[start..at], ":"]);
            start = at + 1;
        }
    }
    parts.push(&token[start..]);
    parts
}

proptest! {
    #![proptest_config(generated::cases(500))]

    #[test]
    fn every_text_is_taken_apart_wholly_and_in_order(text in text(), options in options()) {
        let mut vocabulary = Vocabulary::default();
        let document = Document::new(&text, &options, &mut vocabulary);
        check_tokens(&document, &vocabulary);
        check_nesting(&document);
    }

    #[test]
    fn any_characters_are_taken_apart(text in any::<String>()) {
        let mut vocabulary = Vocabulary::default();
        let document = Document::new(&text, &Options::default(), &mut vocabulary);
        check_tokens(&document, &vocabulary);
        check_nesting(&document);
    }

    #[test]
    fn clusters_are_kept_whole(text in text()) {
        let document = Document::new(&text, &Options::default(), &mut Vocabulary::default());
        let clusters: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect();
        for token in &document.tokens {
            let range = token.span.range();
            prop_assert!(clusters.binary_search(&range.start).is_ok() || text[..range.start].ends_with(char::is_whitespace));
            prop_assert!(clusters.binary_search(&range.end).is_ok() || text[range.end..].starts_with(char::is_whitespace));
        }
    }

    /// On ASCII the fast path and the crate differ only by the stated tailorings.
    #[test]
    fn ascii_words_are_those_of_the_standard(text in "[a-cA-C0-2 _.,:;'\"!@/\\-]{0,40}") {
        let document = Document::new(&text, &Options::default(), &mut Vocabulary::default());
        let tokens = document.tokens.iter().flat_map(|token| without_times(&text[token.span.range()]));
        let tokens: Vec<&str> = tokens.collect();
        let mut at = 0;
        let mut standard: Vec<String> = Vec::new();
        for word in text.split_word_bounds().filter(|word| !word.trim().is_empty()) {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            let again = standard.last_mut().filter(|last| {
                start == at && ".-!?'`,*=~#".contains(word) && last.chars().all(|c| word.starts_with(c))
            });
            match again {
                Some(last) => last.push_str(word),
                None => standard.push(word.to_owned()),
            }
            at = start + word.len();
        }
        // A stop without the space after it parts words of the standard; put them together again.
        let parted = tokens.concat() == standard.concat() && tokens.len() >= standard.len();
        let exact = tokens == standard;
        prop_assert!(exact || parted && text.contains('.') && text.contains(char::is_uppercase), "{tokens:?} is not {standard:?}");
    }

    #[test]
    fn lengths_add_up(text in text(), cut in 0.0..1.0) {
        let document = Document::new(&text, &Options::default(), &mut Vocabulary::default());
        let words = document.words.len();
        let cut = (words as f64 * cut) as usize;
        prop_assert_eq!(document.length(0..cut) + document.length(cut..words), document.length(0..words));
        prop_assert!((words..=4 * words).contains(&document.length(0..words).get()));
    }
}

#[test]
fn an_empty_text_has_no_parts() {
    for text in ["", " ", "\n\r\n\t\u{A0}"] {
        let document = Document::new(text, &Options::default(), &mut Vocabulary::default());
        assert!(
            document.paragraphs.is_empty()
                && document.sentences.is_empty()
                && document.tokens.is_empty()
        );
        assert_eq!(
            (
                document.length(0..0).get(),
                document.span_of(0..0).start as usize
            ),
            (0, text.len())
        );
    }
}

/// Kinds of text that were quadratic in one tool or another, so long that what is quadratic does not end.
#[test]
fn hostile_texts_are_taken_apart_wholly() {
    const BYTES: usize = 1_000_000;
    let kinds = [
        "\n",             // empty lines
        "a",              // one long word
        "word and word ", // one long line
        ".",              // stops
        ". ",             // spaced stops
        "( ",             // opening brackets
        "\"a. ",          // quotes
        "🇫🇷",             // flags
        "\u{301}",        // marks
        "น้ำ",             // Thai
        "ab.Cd",          // parted words
        "a b\n",          // short lines
    ];
    for bit in kinds {
        let text = bit.repeat(BYTES / bit.len());
        let mut vocabulary = Vocabulary::default();
        let document = Document::new(&text, &Options::default(), &mut vocabulary);
        check_tokens(&document, &vocabulary);
        check_nesting(&document);
    }
}

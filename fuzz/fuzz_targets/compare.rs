//! Two texts and options out of any bytes: the laws hold, and nothing panics.
//!
//!     cargo fuzz run --sanitizer none compare -- -max_total_time=600 -timeout=10

#![no_main]

use libfuzzer_sys::fuzz_target;
use twicetold::{
    Options, compare,
    document::Decision,
    passages::Grade,
    span::{Side, Sides, Span},
};

fuzz_target!(|data: &[u8]| {
    let Some((&flags, rest)) = data.split_first() else {
        return;
    };
    let text = String::from_utf8_lossy(rest);
    // The first NUL parts the texts; without one a text is compared with itself.
    let (left, right) = text.split_once('\0').unwrap_or((&text, &text));
    // With the last flag a reader takes out the first line of each text, furniture or not.
    let decided = |text: &str| {
        let line = text.lines().next().unwrap_or_default().trim().to_owned();
        let decision = Decision {
            line,
            furniture: true,
        };
        (flags & 128 != 0).then_some(decision).into_iter().collect()
    };
    let options = Options {
        min_words: 2 + usize::from(flags & 3),
        ignore_case: flags & 4 == 0,
        ignore_punctuation: flags & 8 == 0,
        ignore_numbers: flags & 16 != 0,
        ignore_diacritics: flags & 32 != 0,
        skip_furniture: flags & 64 == 0,
        decisions: Sides::new(decided(left), decided(right)),
    };
    let comparison = compare(left, right, &options);
    for side in Side::BOTH {
        let document = comparison.documents.get(side);
        let inside = |span: Span| {
            assert!(
                document.text.get(span.range()).is_some(),
                "{span:?} cuts a character"
            )
        };
        let mut end = 0;
        for token in &document.tokens {
            assert!(token.span.start as usize >= end, "tokens overlap");
            let gap = &document.text[end..token.span.start as usize];
            assert!(
                gap.chars().all(char::is_whitespace),
                "{gap:?} is in no token"
            );
            end = token.span.end as usize;
        }
        let mut sentence = 0;
        for row in &comparison.rows {
            assert_eq!(
                row.sentences.get(side).start,
                sentence,
                "rows cover each side once, in order"
            );
            sentence = row.sentences.get(side).end;
        }
        assert_eq!(sentence, document.sentences.len());
        comparison
            .passages
            .iter()
            .for_each(|passage| inside(*passage.spans.get(side)));
        comparison
            .regions
            .iter()
            .for_each(|region| inside(*region.spans.get(side)));
    }
    for passage in comparison
        .passages
        .iter()
        .filter(|passage| passage.grade == Grade::Verbatim)
    {
        let keys = |side: Side| -> Vec<_> {
            passage
                .words
                .get(side)
                .clone()
                .map(|word| comparison.documents.get(side).key(word))
                .collect()
        };
        assert_eq!(
            keys(Side::Left),
            keys(Side::Right),
            "a verbatim passage has other words"
        );
    }
    if left == right {
        assert!(
            comparison.rows.iter().all(|row| row.changes.is_empty()),
            "a text differs from itself"
        );
        let primary = comparison
            .passages
            .iter()
            .filter(|passage| passage.primary.is_none())
            .count();
        assert_eq!(
            primary,
            usize::from(!comparison.documents.left.words.is_empty())
        );
    }
});

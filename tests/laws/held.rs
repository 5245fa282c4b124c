//! What holds of every comparison, and of any two texts made of any bytes. The fuzzer builds this file too.

use std::ops::Range;

use twicetold::{
    Comparison, Options,
    alignment::{Row, RowKind},
    compare,
    diff::{Change, Operation},
    document::{Document, LineOverride, TokenKind},
    facts::{Detail, FactKind},
    passages::Grade,
    span::{Side, Sides, Span},
};

/// The texts of the tokens in a stretch.
fn tokens<'t>(document: &Document<'t>, span: Span) -> Vec<&'t str> {
    let inside = document
        .tokens
        .iter()
        .filter(|token| span.start <= token.span.start && token.span.end <= span.end);
    inside
        .map(|token| &document.text[token.span.range()])
        .collect()
}

/// The edits stand in order, touch token borders only, change something, and turn left into right.
pub fn edits_hold(documents: &Sides<Document<'_>>, spans: Sides<Span>, edits: &[Change]) {
    let mut applied = Vec::new();
    let (mut l, mut r) = (spans.left.start, spans.right.start);
    for edit in edits {
        let at = edit.spans;
        assert!(
            l <= at.left.start && at.left.end <= spans.left.end,
            "{edit:?}"
        );
        assert!(
            r <= at.right.start && at.right.end <= spans.right.end,
            "{edit:?}"
        );
        let (old, new) = (
            tokens(&documents.left, at.left),
            tokens(&documents.right, at.right),
        );
        let operation = match (old.is_empty(), new.is_empty()) {
            (true, true) => panic!("an empty edit: {edit:?}"),
            (false, true) => Operation::Delete,
            (true, false) => Operation::Insert,
            (false, false) => Operation::Replace,
        };
        assert_eq!(edit.operation, operation);
        assert_ne!(old, new, "nothing changes: {edit:?}");
        assert_eq!(at.left.is_empty(), old.is_empty(), "half a token: {edit:?}");
        assert_eq!(
            at.right.is_empty(),
            new.is_empty(),
            "half a token: {edit:?}"
        );
        applied.extend(tokens(
            &documents.left,
            Span {
                start: l,
                end: at.left.start,
            },
        ));
        applied.extend(new);
        (l, r) = (at.left.end, at.right.end);
    }
    applied.extend(tokens(
        &documents.left,
        Span {
            start: l,
            end: spans.left.end,
        },
    ));
    assert_eq!(applied, tokens(&documents.right, spans.right));
}

fn span_of(document: &Document<'_>, sentences: &std::ops::Range<usize>) -> Option<Span> {
    let sentences = &document.sentences[sentences.clone()];
    Some(sentences.first()?.span.to(sentences.last()?.span))
}

fn rows_hold(comparison: &Comparison<'_>) {
    let (mut l, mut r) = (0, 0);
    for row in &comparison.rows {
        let Sides { left, right } = row.sentences.clone();
        assert!(!(left.is_empty() && right.is_empty()));
        assert_eq!(
            (left.start, right.start),
            (l, r),
            "a sentence is left out or stands twice"
        );
        (l, r) = (left.end, right.end);
        let two_sided = !left.is_empty() && !right.is_empty();
        let relation = matches!(
            row.kind,
            RowKind::Same | RowKind::Changed | RowKind::Reworded
        );
        assert_eq!(two_sided, relation);
        let documents = &comparison.documents;
        if let (Some(left), Some(right)) = (
            span_of(&documents.left, &left),
            span_of(&documents.right, &right),
        ) {
            edits_hold(documents, Sides::new(left, right), &row.changes);
            assert_eq!(row.kind == RowKind::Same, row.changes.is_empty());
        } else {
            assert!(row.changes.is_empty());
        }
    }
    let ends = comparison.documents.as_ref().map(|d| d.sentences.len());
    assert_eq!((l, r), (ends.left, ends.right));
    lines_hold(comparison);
    for passage in &comparison.passages {
        edits_hold(&comparison.documents, passage.spans, &passage.changes);
    }
}

/// Every row that moved has a passage or a counterpart: a row of the other side that moved, has the same words but
/// for a number before them, and names this one.
fn lines_hold(comparison: &Comparison<'_>) {
    for (at, row) in comparison.rows.iter().enumerate() {
        let moved = row.kind == RowKind::Moved;
        assert_eq!(
            moved,
            row.counterpart.is_some() || moved && !row.passages.is_empty()
        );
        let Some(there) = row.counterpart else {
            continue;
        };
        let other = &comparison.rows[there];
        assert_eq!(other.counterpart, Some(at));
        assert_ne!(
            row.sentences.left.is_empty(),
            other.sentences.left.is_empty()
        );
        let words = |row: &Row| {
            let side = if row.sentences.left.is_empty() {
                Side::Right
            } else {
                Side::Left
            };
            let document = comparison.documents.get(side);
            let sentence = &document.sentences[row.sentences.get(side).start];
            let words = document.words[sentence.words.clone()].iter();
            let tokens = words.map(|&token| &document.tokens[token as usize]);
            let words = tokens.filter(|token| token.kind != TokenKind::Punctuation);
            let keys = words.map(|token| token.key);
            keys.collect::<Vec<_>>()
        };
        let (here, there) = (words(row), words(other));
        assert!(here.ends_with(&there) || there.ends_with(&here) || here[1..] == there[1..]);
    }
}

/// The lines that moved, as sentences of the left and the right.
fn moved_lines(comparison: &Comparison<'_>) -> Vec<(usize, usize)> {
    let rows = &comparison.rows;
    let left = rows.iter().filter(|row| !row.sentences.left.is_empty());
    left.filter_map(|row| {
        let there = &rows[row.counterpart?];
        Some((row.sentences.left.start, there.sentences.right.start))
    })
    .collect()
}

/// Stretches that are left out stand in order, hold a word each and no word of a statement, and nothing is left
/// out of a sentence that has the same sentence facing it.
fn left_out_holds(comparison: &Comparison<'_>) {
    for side in Side::BOTH {
        let mut end = 0;
        for stretch in comparison.left_out.get(side) {
            assert!(end <= stretch.span.start && stretch.words > 0 && !stretch.span.is_empty());
            end = stretch.span.end;
            for passage in comparison.passages.iter().filter(|p| p.is_statement()) {
                assert!(!passage.spans.get(side).overlaps(stretch.span));
            }
            for row in comparison
                .rows
                .iter()
                .filter(|row| row.kind == RowKind::Same)
            {
                let same = span_of(comparison.documents.get(side), row.sentences.get(side));
                assert!(same.is_none_or(|same| !same.overlaps(stretch.span)));
            }
        }
    }
}

/// What a row says, apart from which side is which.
fn mirrored(row: &Row) -> Row {
    Row {
        sentences: row.sentences.clone().swap(),
        kind: row.kind,
        passages: Vec::new(),
        counterpart: None,
        changes: Vec::new(),
    }
}

/// Two-sided rows alone: the order of one-sided ones between them is by side.
fn facing(rows: &[Row]) -> Vec<Row> {
    let two = |row: &&Row| !row.sentences.left.is_empty() && !row.sentences.right.is_empty();
    rows.iter()
        .filter(two)
        .map(|row| Row {
            passages: Vec::new(),
            changes: Vec::new(),
            ..row.clone()
        })
        .collect()
}

/// What a fact says, also with the sides exchanged. Where one side has nothing, the place is as free as that of the edit.
fn facts(comparison: &Comparison<'_>, swap: bool) -> Vec<(Span, Span, FactKind, Detail)> {
    let shown = |span: Span| {
        if span.is_empty() {
            Span::default()
        } else {
            span
        }
    };
    let sides = |spans: Sides<Span>| if swap { spans.swap() } else { spans }.map(shown);
    let all = comparison.facts.differences.iter();
    let mut facts: Vec<_> = all
        .map(|fact| {
            (
                sides(fact.spans).left,
                sides(fact.spans).right,
                fact.kind,
                fact.detail,
            )
        })
        .collect();
    facts.sort_by_key(|fact| (fact.0, fact.1, fact.2));
    facts
}

fn same_keys(comparison: &Comparison<'_>, words: &Sides<Range<usize>>) -> bool {
    let keys = |side: Side| {
        words
            .get(side)
            .clone()
            .map(move |word| comparison.documents.get(side).key(word))
    };
    words.left.len() == words.right.len() && keys(Side::Left).eq(keys(Side::Right))
}

/// Whether each word of a side is in a passage.
pub fn taken(comparison: &Comparison<'_>, side: Side) -> Vec<bool> {
    let mut taken = vec![false; comparison.documents.get(side).words.len()];
    for passage in &comparison.passages {
        taken[passage.words.get(side).clone()].fill(true);
    }
    taken
}

fn passages_hold(comparison: &Comparison<'_>) {
    let free = Sides::new(Side::Left, Side::Right).map(|side| taken(comparison, side));
    let mut before = (false, 0, 0);
    for (at, passage) in comparison.passages.iter().enumerate() {
        for side in Side::BOTH {
            let (document, span) = (comparison.documents.get(side), *passage.spans.get(side));
            assert!(
                !span.is_empty() && document.text.get(span.range()).is_some(),
                "{passage:?}"
            );
            assert_eq!(span, document.span_of(passage.words.get(side).clone()));
            assert!(passage.common <= passage.words.get(side).len());
        }
        let place = (
            !passage.is_statement(),
            passage.words.left.start,
            passage.words.left.end,
        );
        assert!(before <= place, "statements in left order, then the others");
        before = place;
        assert_eq!(
            passage.grade == Grade::Verbatim,
            same_keys(comparison, &passage.words),
            "{passage:?}"
        );
        if let Some(primary) = passage.primary {
            assert!(primary != at && comparison.passages[primary].primary.is_none());
            continue;
        }
        if passage.grade == Grade::Verbatim {
            let Sides { left, right } = passage.words.clone();
            let more = |l: usize, r: usize| {
                !free.left[l]
                    && !free.right[r]
                    && comparison.documents.left.key(l) == comparison.documents.right.key(r)
            };
            assert!(
                left.start == 0 || right.start == 0 || !more(left.start - 1, right.start - 1),
                "{passage:?}"
            );
            assert!(
                left.end == free.left.len()
                    || right.end == free.right.len()
                    || !more(left.end, right.end)
            );
        }
    }
}

/// Everything that holds of one comparison.
pub fn holds(comparison: &Comparison<'_>) {
    tokens_hold(comparison);
    passages_hold(comparison);
    regions_hold(comparison);
    rows_hold(comparison);
    lines_hold(comparison);
    left_out_holds(comparison);
}

/// Tokens are in order and leave nothing but white space between them.
fn tokens_hold(comparison: &Comparison<'_>) {
    for side in Side::BOTH {
        let document = comparison.documents.get(side);
        let mut end = 0;
        for token in &document.tokens {
            let gap = &document.text[end..token.span.start as usize];
            assert!(
                gap.chars().all(char::is_whitespace),
                "{gap:?} is in no token"
            );
            end = token.span.end as usize;
        }
        let rest = &document.text[end..];
        assert!(
            rest.chars().all(char::is_whitespace),
            "{rest:?} is in no token"
        );
    }
}

fn regions_hold(comparison: &Comparison<'_>) {
    for region in &comparison.regions {
        for side in Side::BOTH {
            let (document, span) = (comparison.documents.get(side), *region.spans.get(side));
            assert!(
                !span.is_empty() && document.text.get(span.range()).is_some(),
                "{region:?}"
            );
        }
    }
}

/// A text against itself is one verbatim passage, and nothing in it changes, differs or is left out.
pub fn is_itself(comparison: &Comparison<'_>) {
    let words = comparison.documents.left.words.len();
    let primary = comparison
        .passages
        .iter()
        .filter(|passage| passage.primary.is_none());
    let primary: Vec<_> = primary
        .map(|passage| (passage.words.clone(), passage.grade, passage.moved))
        .collect();
    let whole = (Sides::new(0..words, 0..words), Grade::Verbatim, false);
    assert_eq!(primary, if words > 0 { vec![whole] } else { Vec::new() });
    for row in &comparison.rows {
        assert!(
            matches!(row.kind, RowKind::Same | RowKind::Boilerplate),
            "{row:?}"
        );
    }
    assert!(comparison.facts.differences.is_empty());
}

/// Whether it is no statement, where it stands, its grade, whether it has a primary, and the words in common.
type Shape = (bool, Sides<Range<usize>>, Grade, bool, usize);

/// What the passages say, with the sides exchanged or not, in the order of the passages.
fn shapes(comparison: &Comparison<'_>, swap: bool) -> Vec<Shape> {
    let all = comparison.passages.iter();
    let mut shapes: Vec<Shape> = all
        .map(|passage| {
            let words = passage.words.clone();
            let words = if swap { words.swap() } else { words };
            let further = passage.primary.is_some();
            (
                !passage.is_statement(),
                words,
                passage.grade,
                further,
                passage.common,
            )
        })
        .collect();
    shapes.sort_by_key(|(other, Sides { left, right }, ..)| {
        (*other, left.start, left.end, right.start, right.end)
    });
    shapes
}

/// A comparison and that of the same texts with their sides exchanged say the same.
pub fn mirrors(there: &Comparison<'_>, back: &Comparison<'_>) {
    assert_eq!(shapes(there, false), shapes(back, true));
    assert_eq!(facts(there, false), facts(back, true));
    let rows: Vec<Row> = facing(&back.rows).iter().map(mirrored).collect();
    assert_eq!(facing(&there.rows), rows);
    let mut lines: Vec<_> = moved_lines(back).into_iter().map(|(l, r)| (r, l)).collect();
    lines.sort_unstable();
    assert_eq!(moved_lines(there), lines);
}

/// Two texts and options out of any bytes: what holds of every comparison holds, and nothing panics. The first byte
/// is options, the first NUL parts the texts; without one a text is compared with itself.
pub fn any_bytes(data: &[u8]) {
    let Some((&flags, rest)) = data.split_first() else {
        return;
    };
    let text = String::from_utf8_lossy(rest);
    let (left, right) = text.split_once('\0').unwrap_or((&text, &text));
    // With the last flag a reader takes out the first line of each text, boilerplate or not.
    let decided = |text: &str| {
        let line = text.lines().next().unwrap_or_default().trim().to_owned();
        let line_override = LineOverride {
            line,
            boilerplate: true,
        };
        (flags & 128 != 0)
            .then_some(line_override)
            .into_iter()
            .collect()
    };
    let options = Options {
        min_words: 2 + usize::from(flags & 3),
        ignore_case: flags & 4 == 0,
        ignore_punctuation: flags & 8 == 0,
        ignore_numbers: flags & 16 != 0,
        ignore_diacritics: flags & 32 != 0,
        skip_boilerplate: flags & 64 == 0,
        line_overrides: Sides::new(decided(left), decided(right)),
    };
    let there = compare(left, right, &options);
    holds(&there);
    if left == right {
        is_itself(&there);
    } else {
        let swapped = Options {
            line_overrides: options.line_overrides.clone().swap(),
            ..options
        };
        // That both say the same is a law of texts in words (`mirrors`): what control characters have in common is not.
        holds(&compare(right, left, &swapped));
    }
}

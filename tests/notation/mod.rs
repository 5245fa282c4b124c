//! A comparison as lines that a person can review.
//!
//! Rows, in order: `=` the same, `~` changed, `≈` reworded, `<` and `>` on one side only, followed by
//! `moved`, `repeated` or `page` where that is so. Inside: `[old|new]`, `[-left only-]`, `[+right only+]`, with the
//! kind behind it where it is not plain words: `[12|13](number)`. A blank line stands where a paragraph
//! begins on either side. What moved inside a row or out of it follows its row: `↷ 2: left | right`, with the number of
//! its passage. Then the passages with their number, grade and words in common, the coverage of each side (`shared 1: 9`
//! are nine words in passage 1), and the differences of fact.

use twicetold::{
    Comparison, Options,
    alignment::{Move, Row, RowKind},
    coverage::Coverage,
    diff::{Change, ChangeKind, Operation},
    document::Document,
    facts::{Detail, FactKind},
    passages::{Grade, Passage, Region, RegionKind, Substance},
    span::{Side, Sides, Span},
};

/// The whole comparison.
pub(crate) fn write(left: &str, right: &str, options: &Options) -> String {
    let comparison = twicetold::compare(left, right, options);
    let mut out = String::new();
    for (at, row) in comparison.rows.iter().enumerate() {
        if at > 0 && begins_paragraph(&comparison, row) {
            out.push('\n');
        }
        out.push_str(&line(&comparison, row));
        out.push('\n');
        for one in &row.moves {
            out.push_str(&move_line(&comparison, one));
        }
    }
    if !comparison.passages.is_empty() {
        out.push_str("\n--\n");
    }
    for (at, passage) in comparison.passages.iter().enumerate() {
        out.push_str(&passage_line(&comparison, at, passage));
        out.push('\n');
    }
    if !comparison.regions.is_empty() {
        out.push_str("\n--\n");
    }
    for region in &comparison.regions {
        out.push_str(&region_line(&comparison, region));
        out.push('\n');
    }
    coverage(&comparison, &mut out);
    facts(&comparison, &mut out);
    if !comparison.complete {
        out.push_str("(incomplete)\n");
    }
    out
}

/// The coverage of each side, a line each; nothing where one side has no words.
fn coverage(comparison: &Comparison<'_>, out: &mut String) {
    if comparison.coverage.left.is_empty() || comparison.coverage.right.is_empty() {
        return;
    }
    out.push_str("\n--\n");
    for (mark, covers) in [
        ('<', &comparison.coverage.left),
        ('>', &comparison.coverage.right),
    ] {
        let covers = covers.iter().map(|cover| {
            let what = match cover.what {
                Coverage::Shared => "shared",
                Coverage::Repeated => "repeated",
                Coverage::Weak => "weak",
                Coverage::Formulaic => "formulaic",
                Coverage::Aligned => "aligned",
                Coverage::Only => "only",
                Coverage::Boilerplate => "page",
                other => unknown(&other),
            };
            let passage = cover
                .passage
                .map_or(String::new(), |at| format!(" {}", at + 1));
            format!("{what}{passage}: {}", cover.words)
        });
        let covers: Vec<String> = covers.collect();
        out.push_str(&format!("{mark} {}\n", covers.join(", ")));
    }
}

/// Something that moved inside a row or out of it.
fn move_line(comparison: &Comparison<'_>, one: &Move) -> String {
    let shown = |side: Side| {
        let span = *one.spans.get(side);
        span.map_or(String::new(), |span| one_line(text(comparison, side, span)))
    };
    let passage = one
        .passage
        .map_or(String::new(), |at| format!(" {}", at + 1));
    format!(
        "  ↷{passage}: {} | {}\n",
        shown(Side::Left),
        shown(Side::Right)
    )
}

/// The differences of fact, one a line, and the quotations that one side has alone.
fn facts(comparison: &Comparison<'_>, out: &mut String) {
    let facts = &comparison.facts;
    let (left, right) = (&facts.only.left, &facts.only.right);
    if !facts.differences.is_empty() || !left.is_empty() || !right.is_empty() {
        out.push_str("\n--\n");
    }
    for fact in &facts.differences {
        let kind = match fact.kind {
            FactKind::Quotation => "quotation",
            FactKind::Number => "number",
            FactKind::Date => "date",
            FactKind::Name => "name",
            FactKind::Negation => "negation",
            other => unknown(&other),
        };
        let detail = match fact.detail {
            Detail::Different => "",
            Detail::Altered => " altered",
            Detail::Cut => " cut",
            Detail::Unquoted => " unquoted",
            Detail::Denied => " denied",
            other => unknown(&other),
        };
        let (l, r) = (
            text(comparison, Side::Left, fact.spans.left),
            text(comparison, Side::Right, fact.spans.right),
        );
        out.push_str(&format!(
            "{kind}{detail}: {} | {}\n",
            one_line(l),
            one_line(r)
        ));
    }
    for (mark, side, spans) in [('<', Side::Left, left), ('>', Side::Right, right)] {
        for &span in spans {
            out.push_str(&format!(
                "quotation {mark} {}\n",
                one_line(text(comparison, side, span))
            ));
        }
    }
}

fn begins_paragraph(comparison: &Comparison<'_>, row: &Row) -> bool {
    [Side::Left, Side::Right].into_iter().any(|side| {
        let sentences = row.sentences.get(side);
        !sentences.is_empty()
            && comparison
                .documents
                .get(side)
                .paragraphs
                .iter()
                .any(|p| p.sentences.start == sentences.start)
    })
}

fn line(comparison: &Comparison<'_>, row: &Row) -> String {
    let span = |side: Side| {
        let document: &Document<'_> = comparison.documents.get(side);
        let sentences = &document.sentences[row.sentences.get(side).clone()];
        Some(sentences.first()?.span.to(sentences.last()?.span))
    };
    match (span(Side::Left), span(Side::Right)) {
        (Some(left), Some(right)) => {
            let mark = match row.kind {
                RowKind::Same => '=',
                RowKind::Changed | RowKind::Boilerplate => '~',
                _ => '≈',
            };
            format!(
                "{mark} {}{}",
                note(row.kind),
                marked(comparison, Sides::new(left, right), &row.changes)
            )
        }
        (Some(left), None) => alone('<', row.kind, text(comparison, Side::Left, left)),
        (None, Some(right)) => alone('>', row.kind, text(comparison, Side::Right, right)),
        (None, None) => "an empty row".to_owned(),
    }
}

fn alone(mark: char, kind: RowKind, text: &str) -> String {
    format!("{mark} {}{}", note(kind), one_line(text))
}

fn note(kind: RowKind) -> &'static str {
    match kind {
        RowKind::Moved => "moved: ",
        RowKind::Repeated => "repeated: ",
        RowKind::Boilerplate => "page: ",
        _ => "",
    }
}

fn passage_line(comparison: &Comparison<'_>, at: usize, passage: &Passage) -> String {
    let grade = match passage.grade {
        Grade::Verbatim => "verbatim",
        Grade::Edited => "edited",
        Grade::Reworded => "reworded",
        other => unknown(&other),
    };
    let mut notes = format!("{} {grade} {}", at + 1, passage.common);
    if passage.moved {
        notes.push_str(" moved");
    }
    match passage.substance {
        Substance::Statement => {}
        Substance::Names => notes.push_str(" names"),
        Substance::Formulaic => notes.push_str(" stock"),
        other => unknown(&other),
    }
    if let Some(better) = passage.primary {
        notes.push_str(&format!(" also {}", better + 1));
    }
    format!(
        "{notes}: {}",
        marked(comparison, passage.spans, &passage.changes)
    )
}

/// `strong reuse: The ferry was … since dawn. | The boat was … since dawn.`
fn region_line(comparison: &Comparison<'_>, region: &Region) -> String {
    let evidence = if region.strong { "strong" } else { "weak" };
    let kind = match region.kind {
        RegionKind::Reuse => "reuse",
        RegionKind::Condensed => "condensed",
        other => unknown(&other),
    };
    let side = |side: Side| ends(text(comparison, side, *region.spans.get(side)));
    let (left, right) = (side(Side::Left), side(Side::Right));
    format!("{evidence} {kind}: {left} | {right}")
}

/// Words at each end of a region that are told.
const END_WORDS: usize = 4;

/// The first and last words of a text; all of one that is no longer.
fn ends(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() <= 2 * END_WORDS {
        return words.join(" ");
    }
    let (first, last) = (&words[..END_WORDS], &words[words.len() - END_WORDS..]);
    format!("{} … {}", first.join(" "), last.join(" "))
}

/// The left with the edits in it.
fn marked(comparison: &Comparison<'_>, spans: Sides<Span>, changes: &[Change]) -> String {
    let (left, right) = (
        comparison.documents.left.text,
        comparison.documents.right.text,
    );
    let mut out = String::new();
    let mut from = spans.left.start as usize;
    for change in changes {
        let (old, new) = (change.spans.left.range(), change.spans.right.range());
        out.push_str(&left[from..old.start]);
        let spaced = right[..new.start].ends_with(char::is_whitespace);
        if change.operation == Operation::Insert
            && spaced
            && !out.is_empty()
            && !out.ends_with(char::is_whitespace)
        {
            out.push(' ');
        }
        let at_start =
            change.operation == Operation::Insert && old.start == spans.left.start as usize;
        out.push_str(&match change.operation {
            Operation::Replace => format!("[{}|{}]", &left[old.clone()], &right[new]),
            Operation::Delete => format!("[-{}-]", &left[old.clone()]),
            Operation::Insert => format!("[+{}+]", &right[new]),
        });
        out.push_str(kind(change.kind));
        if at_start {
            out.push(' ');
        }
        from = old.end;
    }
    out.push_str(&left[from..spans.left.end as usize]);
    one_line(&out)
}

fn kind(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Word => "",
        ChangeKind::Case => "(case)",
        ChangeKind::Punctuation => "(punctuation)",
        ChangeKind::Number => "(number)",
        ChangeKind::Date => "(date)",
        ChangeKind::Name => "(name)",
        ChangeKind::Quotation => "(quotation)",
        ChangeKind::Negation => "(negation)",
        other => unknown(&other),
    }
}

fn text<'t>(comparison: &Comparison<'t>, side: Side, span: Span) -> &'t str {
    &comparison.documents.get(side).text[span.range()]
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// For what the notation has no word for: another kind was added to the engine.
fn unknown(what: &dyn std::fmt::Debug) -> ! {
    panic!("the notation has no word for {what:?}")
}

//! The engine's result in the form that JavaScript gets: indices as numbers from 1, offsets in UTF-16 code units.

use super::types::{
    Agreement, Change, ChangeRef, Clause, Comparison, Cover, Fact, Facts, LeftOut, Move, Paragraph,
    Passage, Region, RelationEvidence, Role, Row, Span, Story, Summary,
};
use crate::{
    alignment, coverage, diff, document, facts, left_out,
    offsets::OffsetMap,
    passages,
    span::{self, Side},
    story, summary,
};

/// Converts one comparison.
pub(super) struct Converter<'c> {
    comparison: &'c crate::Comparison<'c>,
    offsets: span::Sides<OffsetMap<'c>>,
    /// For each passage, the number of its first change: changes are counted from 0 over all passages. None if no
    /// references are wanted.
    first_changes: Option<Vec<u32>>,
}

impl<'c> Converter<'c> {
    /// For the wire: what is an edit of a passage is a reference in a row.
    pub(super) fn new(comparison: &'c crate::Comparison<'c>) -> Self {
        let passages = comparison.passages.iter();
        let first_changes = passages.scan(0, |sum, passage| {
            let first = *sum;
            *sum += passage.changes.len() as u32;
            Some(first)
        });
        Self {
            first_changes: Some(first_changes.collect()),
            ..Self::without_references(comparison)
        }
    }

    /// For serializers that know no references: every edit is written where it stands.
    pub(super) fn without_references(comparison: &'c crate::Comparison<'c>) -> Self {
        Self {
            comparison,
            first_changes: None,
            offsets: comparison
                .documents
                .as_ref()
                .map(|document| OffsetMap::utf16(document.text)),
        }
    }

    /// Everything, with the story if a language is asked for.
    pub(super) fn convert(&self, language: Option<story::Language>) -> Comparison {
        let Self { comparison, .. } = self;
        let sides = span::Sides::new(Side::Left, Side::Right);
        let passages = comparison.passages.iter().enumerate();
        Comparison {
            regions: comparison
                .regions
                .iter()
                .map(|one| self.region(one))
                .collect(),
            passages: passages.map(|(at, one)| self.passage(at, one)).collect(),
            rows: comparison.rows.iter().map(|row| self.row(row)).collect(),
            facts: self.facts(&comparison.facts),
            coverage: sides.map(|side| self.coverage(side)).into(),
            left_out: sides.map(|side| self.left_out(side)).into(),
            summary: comparison.summary.map(summary).into(),
            relation: comparison.relation.kind.into(),
            relation_evidence: RelationEvidence {
                shared: comparison.relation.shared.into(),
                strong: comparison.relation.strong.into(),
                subject: comparison.relation.subject,
            },
            story: language.map(|language| self.story(&story::tell(comparison, language))),
            paragraphs: sides.map(|side| self.paragraphs(side)).into(),
            complete: comparison.complete,
        }
    }

    fn spans(&self, spans: span::Sides<span::Span>) -> (Span, Span) {
        (
            self.offsets.left.span(spans.left).into(),
            self.offsets.right.span(spans.right).into(),
        )
    }

    fn region(&self, region: &passages::Region) -> Region {
        let (left, right) = self.spans(region.spans);
        Region {
            left,
            right,
            kind: region.kind.into(),
            strong: region.strong,
            weight: region.weight,
        }
    }

    fn passage(&self, at: usize, passage: &passages::Passage) -> Passage {
        let (left, right) = self.spans(passage.spans);
        Passage {
            number: at + 1,
            left,
            right,
            grade: passage.grade.into(),
            substance: passage.substance.into(),
            coverage: passage.coverage.into(),
            weak: passage.weak,
            by_meaning: passage.by_meaning,
            pinned: passage.pinned,
            words: passage.words.as_ref().map(ExactSizeIterator::len).into(),
            common: passage.common,
            moved: passage.moved,
            quotation: passage.quotation,
            region: passage.region,
            primary: passage.primary.map(|better| better + 1),
            changes: self.changes(&passage.changes),
        }
    }

    fn row(&self, row: &alignment::Row) -> Row {
        let one = |side: Side| {
            let sentences =
                &self.comparison.documents.get(side).sentences[row.sentences.get(side).clone()];
            let (first, last) = (sentences.first()?, sentences.last()?);
            Some(self.offsets.get(side).span(first.span.to(last.span)).into())
        };
        Row {
            left: one(Side::Left),
            right: one(Side::Right),
            kind: row.kind.into(),
            passages: row.passages.iter().map(|passage| passage + 1).collect(),
            counterpart: row.counterpart,
            changes: row
                .changes
                .iter()
                .map(|one| self.change_of_row(row, one))
                .collect(),
            moves: row.moves.iter().map(|one| self.moved(one)).collect(),
        }
    }

    fn moved(&self, one: &alignment::Move) -> Move {
        let span = |side: Side| Some(self.offsets.get(side).span((*one.spans.get(side))?).into());
        Move {
            left: span(Side::Left),
            right: span(Side::Right),
            passage: one.passage.map(|passage| passage + 1),
        }
    }

    fn coverage(&self, side: Side) -> Vec<Cover> {
        let one = |cover: &coverage::Cover| {
            let span::Span { start, end } = self.offsets.get(side).span(cover.span);
            Cover {
                start,
                end,
                what: cover.what.into(),
                passage: cover.passage.map(|passage| passage + 1),
            }
        };
        self.comparison.coverage.get(side).iter().map(one).collect()
    }

    /// An edit of a row: a reference where a passage of the row has an equal one.
    fn change_of_row(&self, row: &alignment::Row, change: &diff::Change) -> ChangeRef {
        let place = |change: &diff::Change| (change.spans.left, change.spans.right);
        let find = |firsts: &Vec<u32>, passage: usize| {
            let changes = &self.comparison.passages[passage].changes;
            let at = changes.partition_point(|known| place(known) < place(change));
            (changes.get(at)? == change).then(|| firsts[passage] + at as u32)
        };
        let firsts = self.first_changes.as_ref();
        let known =
            firsts.and_then(|firsts| row.passages.iter().find_map(|&one| find(firsts, one)));
        known.map_or_else(|| ChangeRef::New(self.change(change)), ChangeRef::Known)
    }

    fn facts(&self, facts: &facts::Facts) -> Facts {
        let difference = |fact: &facts::Fact| {
            let (left, right) = self.spans(fact.spans);
            Fact {
                kind: fact.kind.into(),
                detail: fact.detail.into(),
                left,
                right,
                passage: fact.passage.map(|passage| passage + 1),
                changes: self.changes(&fact.changes),
            }
        };
        let agreement = |agreement: &facts::Agreement| {
            let (left, right) = self.spans(agreement.spans);
            Agreement {
                kind: agreement.kind.into(),
                left,
                right,
            }
        };
        let only = |side: Side| {
            let offsets = self.offsets.get(side);
            let spans = facts.only.get(side).iter();
            spans.map(|&span| offsets.span(span).into()).collect()
        };
        Facts {
            differences: facts.differences.iter().map(difference).collect(),
            agree: facts.agree.iter().map(agreement).collect(),
            only: span::Sides::new(Side::Left, Side::Right).map(only).into(),
        }
    }

    fn left_out(&self, side: Side) -> Vec<LeftOut> {
        let one = |stretch: &left_out::LeftOut| {
            let span::Span { start, end } = self.offsets.get(side).span(stretch.span);
            LeftOut {
                start,
                end,
                words: stretch.words,
                sentences: stretch.sentences,
            }
        };
        self.comparison.left_out.get(side).iter().map(one).collect()
    }

    fn story(&self, story: &story::Story) -> Story {
        let all = |clauses: &[story::Clause]| clauses.iter().map(|one| self.clause(one)).collect();
        Story {
            clauses: all(&story.clauses),
            findings: all(&story.findings),
        }
    }

    fn clause(&self, clause: &story::Clause) -> Clause {
        let evidence = &clause.evidence;
        let spans = |side: Side| {
            let spans = evidence.spans.get(side).iter();
            spans
                .map(|&span| self.offsets.get(side).span(span).into())
                .collect()
        };
        Clause {
            kind: clause.kind.into(),
            side: clause.side.map(Into::into),
            text: clause.text.clone(),
            passages: evidence.passages.iter().map(|at| at + 1).collect(),
            facts: evidence.facts.clone(),
            left_out: evidence.left_out.clone().into(),
            spans: span::Sides::new(Side::Left, Side::Right).map(spans).into(),
        }
    }

    fn changes(&self, changes: &[diff::Change]) -> Vec<Change> {
        changes.iter().map(|change| self.change(change)).collect()
    }

    fn change(&self, change: &diff::Change) -> Change {
        let (left, right) = self.spans(change.spans);
        Change {
            operation: change.operation.into(),
            kind: change.kind.into(),
            left,
            right,
        }
    }

    fn paragraphs(&self, side: Side) -> Vec<Paragraph> {
        let one = |paragraph: &document::Paragraph| {
            let span::Span { start, end } = self.offsets.get(side).span(paragraph.span);
            let (role, boilerplate) = match paragraph.role {
                document::Role::Title => (Role::Title, None),
                document::Role::Heading => (Role::Heading, None),
                document::Role::Prose => (Role::Prose, None),
                document::Role::Item => (Role::Item, None),
                document::Role::Boilerplate(boilerplate) => {
                    (Role::Boilerplate, Some(boilerplate.into()))
                }
            };
            Paragraph {
                start,
                end,
                role,
                boilerplate,
            }
        };
        self.comparison
            .documents
            .get(side)
            .paragraphs
            .iter()
            .map(one)
            .collect()
    }
}

fn summary(of: summary::Summary) -> Summary {
    Summary {
        words: of.words,
        verbatim: of.verbatim,
        edited: of.edited,
        reworded: of.reworded,
        repeated_words: of.repeated_words,
        aligned_words: of.aligned_words,
        weak_words: of.weak_words,
        formulaic_words: of.formulaic_words,
        only_words: of.only_words,
        boilerplate_words: of.boilerplate_words,
        sentences: of.sentences,
        same: of.same,
        changed: of.changed,
        moved: of.moved,
        repeated: of.repeated,
        only: of.only,
    }
}

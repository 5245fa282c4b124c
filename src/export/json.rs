//! JSON: everything found, as `docs/comparison.schema.json` describes.

use super::{Article, Source, json_writer::JsonWriter, names};
use crate::{
    coverage::Cover,
    facts::Fact,
    offsets::OffsetMap,
    passages::Passage,
    span::{Side, Sides, Span},
    story,
    summary::Summary,
};

/// The version of the format, and of `docs/comparison.schema.json`: another whenever a field is added, removed or changes
/// its meaning.
const VERSION: usize = 4;

/// Everything, for people and programs.
pub(super) fn write(source: &Source<'_>) -> Vec<u8> {
    let mut writer = ComparisonWriter::new(source, JsonWriter::default());
    writer.document();
    writer.json.finish()
}

/// What was found without the texts it was found in, on one line: for many pairs.
pub(super) fn line(source: &Source<'_>) -> Vec<u8> {
    let mut writer = ComparisonWriter::new(source, JsonWriter::on_one_line());
    writer.json.object();
    writer.found();
    writer.json.end_object();
    writer.json.finish()
}

struct ComparisonWriter<'s> {
    source: &'s Source<'s>,
    offsets: Sides<OffsetMap<'s>>,
    json: JsonWriter,
}

impl<'s> ComparisonWriter<'s> {
    fn new(source: &'s Source<'s>, json: JsonWriter) -> Self {
        let documents = source.comparison.documents.as_ref();
        Self {
            source,
            offsets: documents.map(|document| OffsetMap::utf16(document.text)),
            json,
        }
    }

    fn document(&mut self) {
        let comparison = self.source.comparison;
        self.json.object();
        self.json.key("format").string("twicetold-comparison");
        self.json.key("version").number(VERSION);
        self.json.key("made").string(self.source.made);
        self.json.key("offsets").string("utf-16");
        self.options();
        self.verdicts();
        self.json.key("complete").flag(comparison.complete);
        self.json.key("articles");
        self.both(&Self::article);
        self.json.key("summary");
        self.both(&|writer, side| writer.summary(comparison.summary.get(side)));
        self.relation();
        self.in_short();
        self.json.key("coverage");
        self.both(&|writer, side| {
            writer.each(comparison.coverage.get(side), |writer, _, cover| {
                writer.cover(side, cover);
            });
        });
        self.passages_and_facts();
        self.json.end_object();
    }

    /// What was found, in the object that is open.
    fn found(&mut self) {
        let comparison = self.source.comparison;
        self.json.key("complete").flag(comparison.complete);
        self.json.key("summary");
        self.both(&|writer, side| writer.summary(comparison.summary.get(side)));
        self.relation();
        self.passages_and_facts();
    }

    fn passages_and_facts(&mut self) {
        let comparison = self.source.comparison;
        self.json.key("passages");
        self.each(&comparison.passages, Self::passage);
        self.json.key("facts");
        self.each(&comparison.facts.differences, Self::fact);
    }

    /// An object with `left` and `right`.
    fn both(&mut self, write: &dyn Fn(&mut Self, Side)) {
        self.json.object();
        self.sides(write);
        self.json.end_object();
    }

    /// `left` and `right` in the object that is open.
    fn sides(&mut self, write: &dyn Fn(&mut Self, Side)) {
        for (side, name) in [(Side::Left, "left"), (Side::Right, "right")] {
            self.json.key(name);
            write(self, side);
        }
    }

    fn each<T>(&mut self, list: &[T], write: impl Fn(&mut Self, usize, &T)) {
        self.json.list();
        for (at, one) in list.iter().enumerate() {
            write(self, at, one);
        }
        self.json.end_list();
    }

    fn options(&mut self) {
        let options = self.source.options;
        let json = self.json.key("options");
        json.object();
        json.key("minWords").number(options.min_words);
        let flags = [
            ("ignoreCase", options.ignore_case),
            ("ignorePunctuation", options.ignore_punctuation),
            ("ignoreNumbers", options.ignore_numbers),
            ("ignoreDiacritics", options.ignore_diacritics),
            ("skipBoilerplate", options.skip_boilerplate),
            ("showWeak", options.show_weak),
            ("meaning", options.meaning.is_some()),
        ];
        for (name, flag) in flags {
            json.key(name).flag(flag);
        }
        json.end_object();
    }

    fn verdicts(&mut self) {
        self.json.key("verdicts");
        self.each(&self.source.options.verdicts, |writer, _, verdict| {
            writer.json.object();
            let kind = names::verdict(verdict.kind);
            writer.json.key("kind").string(kind);
            writer.stretches(verdict.spans);
            writer.json.end_object();
        });
    }

    fn article(&mut self, side: Side) {
        let (document, summary) = (
            self.source.comparison.documents.get(side),
            self.source.comparison.summary.get(side),
        );
        let Article {
            title,
            outlet,
            byline,
            date,
            name,
            ..
        } = *self.source.articles.get(side);
        let json = &mut self.json;
        json.object();
        json.key("title").line(title);
        json.key("outlet").line(outlet);
        json.key("byline").line(byline);
        json.key("date").line(date);
        json.key("name").string(name);
        json.key("words").number(summary.words);
        json.key("text").string(document.text);
        json.end_object();
    }

    fn summary(&mut self, of: &Summary) {
        let counts = [
            ("words", of.words),
            ("verbatim", of.verbatim),
            ("edited", of.edited),
            ("reworded", of.reworded),
            ("repeatedWords", of.repeated_words),
            ("alignedWords", of.aligned_words),
            ("weakWords", of.weak_words),
            ("formulaicWords", of.formulaic_words),
            ("onlyWords", of.only_words),
            ("boilerplateWords", of.boilerplate_words),
            ("sentences", of.sentences),
            ("same", of.same),
            ("changed", of.changed),
            ("moved", of.moved),
            ("repeated", of.repeated),
            ("only", of.only),
        ];
        self.json.object();
        for (name, count) in counts {
            self.json.key(name).number(count);
        }
        self.json.end_object();
    }

    fn relation(&mut self) {
        let relation = self.source.comparison.relation;
        self.json.key("relation").object();
        let kind = names::relation(relation.kind);
        self.json.key("kind").string(kind);
        self.json.key("shared");
        self.both(&|writer, side| writer.json.number(*relation.shared.get(side)));
        self.json.key("strong");
        self.both(&|writer, side| writer.json.number(*relation.strong.get(side)));
        self.json.key("subject").number(relation.subject);
        self.json.end_object();
    }

    /// What the comparison means: the paragraph, its sentences, and what to look at.
    fn in_short(&mut self) {
        let story = story::tell(self.source.comparison, self.source.language);
        self.json.key("inShort").object();
        self.json.key("paragraph").string(&story.paragraph());
        self.json.key("sentences");
        self.each(&story.clauses, Self::sentence);
        self.json.key("findings");
        self.each(&story.findings, Self::sentence);
        self.json.end_object();
    }

    fn sentence(&mut self, _: usize, clause: &story::Clause) {
        self.json.object();
        self.json.key("kind").string(names::sentence(clause.kind));
        self.json.key("side").line(clause.side.map(names::side));
        self.json.key("text").string(&clause.text);
        self.json.key("passages");
        self.each(&clause.evidence.passages, |writer, _, at| {
            writer.json.number(at + 1);
        });
        self.json.key("facts");
        self.each(&clause.evidence.facts, |writer, _, at| {
            writer.json.number(*at)
        });
        self.json.end_object();
    }

    fn cover(&mut self, side: Side, cover: &Cover) {
        self.json.object();
        self.place(side, cover.span);
        self.json.key("what").string(names::coverage(cover.what));
        self.json.key("passage").ordinal(cover.passage);
        self.json.end_object();
    }

    fn passage(&mut self, at: usize, passage: &Passage) {
        let json = &mut self.json;
        json.object();
        json.key("number").number(at + 1);
        json.key("grade").string(names::grade(passage.grade));
        json.key("substance")
            .string(names::substance(passage.substance));
        json.key("coverage")
            .string(names::coverage(passage.coverage));
        json.key("weak").flag(passage.weak);
        json.key("byMeaning").flag(passage.by_meaning);
        json.key("pinned").flag(passage.pinned);
        json.key("moved").flag(passage.moved);
        json.key("quotation").flag(passage.quotation);
        json.key("common").number(passage.common);
        json.key("words");
        self.both(&|writer, side| writer.json.number(passage.words.get(side).len()));
        self.json.key("counterpartOf").ordinal(passage.primary);
        self.stretches(passage.spans);
        self.json.end_object();
    }

    fn fact(&mut self, _: usize, fact: &Fact) {
        self.json.object();
        self.json.key("kind").string(names::fact(fact.kind));
        self.json.key("detail").string(names::detail(fact.detail));
        self.json.key("passage").ordinal(fact.passage);
        self.stretches(fact.spans);
        self.json.end_object();
    }

    /// A stretch of each side, with its words.
    #[inline(never)]
    fn stretches(&mut self, spans: Sides<Span>) {
        self.sides(&|writer, side| {
            let span = *spans.get(side);
            writer.json.object();
            writer.place(side, span);
            writer
                .json
                .key("text")
                .string(writer.source.words(side, span));
            writer.json.end_object();
        });
    }

    #[inline(never)]
    fn place(&mut self, side: Side, span: Span) {
        let Span { start, end } = self.offsets.get(side).span(span);
        self.json.key("start").number(start as usize);
        self.json.key("end").number(end as usize);
    }
}

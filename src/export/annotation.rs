//! W3C Web Annotation: each passage and each difference of fact as an annotation of both texts, in JSON-LD.
//!
//! A stretch is named twice: by a quote that stands nowhere else in its text, whatever the white space, and by its place in
//! code points. Where one side has nothing, the word that follows the place is named, or the last one.

use super::{Article, Source, json_writer::JsonWriter, moment::to_seconds, names, quotes::Quotes};
use crate::{
    document::Document,
    facts::Fact,
    offsets::OffsetMap,
    passages::Passage,
    span::{Side, Sides, Span},
};

pub(super) fn write(source: &Source<'_>) -> Vec<u8> {
    let documents = source.comparison.documents.as_ref();
    let mut writer = AnnotationWriter {
        source,
        created: to_seconds(source.made),
        quotes: documents.map(|document| Quotes::new(document.text)),
        offsets: documents.map(|document| OffsetMap::code_points(document.text)),
        sources: Sides::new(
            address(&source.articles.left, "left"),
            address(&source.articles.right, "right"),
        ),
        json: JsonWriter::default(),
    };
    writer.collection();
    writer.json.finish()
}

/// Where an article can be read; else its name as a relative address.
fn address(article: &Article<'_>, side: &str) -> String {
    match (article.address, article.name) {
        (Some(address), _) => address.to_owned(),
        (None, "") => side.to_owned(),
        (None, name) => {
            let mut written = String::new();
            for byte in name.bytes() {
                if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
                    written.push(char::from(byte));
                } else {
                    let digit = |of: u8| char::from_digit(u32::from(of), 16).unwrap_or('0');
                    let (high, low) = (digit(byte >> 4), digit(byte & 15));
                    written.push('%');
                    written.extend([high, low].map(|digit| digit.to_ascii_uppercase()));
                }
            }
            written
        }
    }
}

struct AnnotationWriter<'s> {
    source: &'s Source<'s>,
    created: Option<String>,
    quotes: Sides<Quotes>,
    offsets: Sides<OffsetMap<'s>>,
    /// The address of each text.
    sources: Sides<String>,
    json: JsonWriter,
}

impl AnnotationWriter<'_> {
    fn collection(&mut self) {
        let comparison = self.source.comparison;
        let (passages, facts) = (&comparison.passages, &comparison.facts.differences);
        let json = &mut self.json;
        json.object();
        json.key("@context")
            .string("http://www.w3.org/ns/anno.jsonld");
        json.key("id").string("#comparison");
        json.key("type").string("AnnotationCollection");
        json.key("label")
            .string(names::relation(comparison.relation.kind));
        json.key("generator").object();
        json.key("type").string("Software");
        json.key("name").string("Twicetold");
        json.end_object();
        json.key("total").number(passages.len() + facts.len());
        json.key("first").object();
        json.key("id").string("#page");
        json.key("type").string("AnnotationPage");
        json.key("startIndex").number(0);
        json.key("items").list();
        for (at, passage) in passages.iter().enumerate() {
            self.passage(at, passage);
        }
        for (at, fact) in facts.iter().enumerate() {
            self.fact(at, fact);
        }
        self.json.end_list();
        self.json.end_object();
        self.json.end_object();
    }

    fn passage(&mut self, at: usize, passage: &Passage) {
        let flags = [
            (passage.moved, "moved"),
            (passage.weak, "weak"),
            (passage.by_meaning, "in other words"),
            (passage.quotation, "quotation"),
        ];
        let flags = flags
            .into_iter()
            .filter_map(|(holds, name)| holds.then_some(name));
        let tags: Vec<&str> = [
            names::grade(passage.grade),
            names::coverage(passage.coverage),
        ]
        .into_iter()
        .chain(flags)
        .collect();
        self.annotation(("#passage-", at), "linking", &tags, passage.spans);
    }

    fn fact(&mut self, at: usize, fact: &Fact) {
        let tags = [
            "difference of fact",
            names::fact(fact.kind),
            names::detail(fact.detail),
        ];
        self.annotation(("#fact-", at), "assessing", &tags, fact.spans);
    }

    fn annotation(
        &mut self,
        (kind, at): (&str, usize),
        motivation: &str,
        tags: &[&str],
        spans: Sides<Span>,
    ) {
        let json = &mut self.json;
        json.object();
        json.key("id")
            .string(&[kind, &(at + 1).to_string()].concat());
        json.key("type").string("Annotation");
        if let Some(created) = &self.created {
            json.key("created").string(created);
        }
        json.key("motivation").string(motivation);
        json.key("body").list();
        for tag in tags {
            json.object();
            json.key("type").string("TextualBody");
            json.key("purpose").string("tagging");
            json.key("value").string(tag);
            json.end_object();
        }
        json.end_list();
        json.key("target").list();
        for side in Side::BOTH {
            self.target(side, *spans.get(side));
        }
        self.json.end_list();
        self.json.end_object();
    }

    #[inline(never)]
    fn target(&mut self, side: Side, span: Span) {
        let document = self.source.comparison.documents.get(side);
        let span = if span.is_empty() {
            word_at(document, span)
        } else {
            span
        };
        let quote = self.quotes.get(side).quote(span);
        let place = self.offsets.get(side).span(span);
        let json = &mut self.json;
        json.object();
        json.key("source").string(self.sources.get(side));
        json.key("selector").list();
        json.object();
        json.key("type").string("TextQuoteSelector");
        json.key("exact").string(quote.exact);
        json.key("prefix").string(quote.prefix);
        json.key("suffix").string(quote.suffix);
        json.end_object();
        json.object();
        json.key("type").string("TextPositionSelector");
        json.key("start").number(place.start as usize);
        json.key("end").number(place.end as usize);
        json.end_object();
        json.end_list();
        json.end_object();
    }
}

/// The token behind a place, or the last one; the place itself in a text without tokens.
fn word_at(document: &Document<'_>, place: Span) -> Span {
    let tokens = &document.tokens;
    let next = tokens.partition_point(|token| token.span.start < place.start);
    let token = tokens.get(next).or(tokens.last());
    token.map_or(place, |token| token.span)
}

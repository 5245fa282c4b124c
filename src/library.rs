//! Many articles at once: how much every two of them share, and which passages stand in more than two.
//!
//! An article is taken apart once, when it comes in; a pair costs what lies between two documents and
//! their passages. Regions, rows, changes and facts are not looked for. Documents are kept without their
//! texts, which they would have to borrow, and are put over them again for every pair: that copies a few
//! lists, which is far cheaper than taking a text apart.

mod candidates;
mod links;
mod quotations;
mod speakers;
mod statements;
mod syndicated;

use crate::{
    Options,
    document::{self, Document, LineOverride, Vocabulary},
    meaning::Vectors,
    options::Verdict,
    pair::Order,
    passages::{self, Passage, Verdicts},
    runs, sorting,
    span::{Sides, Span},
    summary::{self, Share},
    words::Words,
};

/// Articles, each by a name of the caller's choice, that are compared under the same options.
#[derive(Debug, Default)]
pub struct Library {
    options: Options,
    /// One for all articles. It only grows: forms of articles that left are a few bytes each.
    vocabulary: Vocabulary,
    /// In order of their names.
    articles: Vec<Kept>,
}

/// In which other articles the passages of two articles stand as well.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Elsewhere<'l> {
    /// For each passage of [`crate::compare`], in its order, the names of these articles, in order.
    pub articles: Vec<Vec<&'l str>>,
    /// False when a limit of work was met, so that something may be missing.
    pub complete: bool,
}

/// An article and its parts.
#[derive(Debug)]
struct Kept {
    name: String,
    text: String,
    line_overrides: Vec<LineOverride>,
    meaning: Option<Vectors>,
    parts: Document<'static>,
}

/// Two articles, taken apart, and what both say, in order.
struct ArticlePair<'a> {
    order: Order,
    documents: Sides<Document<'a>>,
    passages: Vec<Passage>,
    complete: bool,
}

pub use candidates::{CandidateSearch, Candidates};
pub use links::{ALIKE, SentenceLink};
pub use quotations::{Carried, QuotationCell, QuotationRow};
pub use statements::{Cell, PairLinks, Statement};

/// How much two articles share.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Overlap {
    /// Of each article.
    pub shares: Sides<Share>,
    /// The sentences that say the same, by those of the left, then of the right.
    pub links: Vec<SentenceLink>,
    /// False when a limit of work was met, so that something may be missing.
    pub complete: bool,
}

impl Library {
    /// A library without articles.
    pub fn new(options: Options) -> Self {
        Self {
            options,
            ..Self::default()
        }
    }

    /// Takes an article in, in place of the one of that name if there is one. `line overrides` are those of a
    /// reader about its lines; those of the options are not looked at.
    pub fn set(&mut self, name: &str, text: String, line_overrides: &[LineOverride]) {
        let parts =
            Document::with_overrides(&text, &self.options, line_overrides, &mut self.vocabulary);
        let parts = parts.without_text();
        let kept = Kept {
            name: name.to_owned(),
            text,
            line_overrides: line_overrides.to_vec(),
            meaning: None,
            parts,
        };
        match self.place(name) {
            Ok(at) => self.articles[at] = kept,
            Err(at) => self.articles.insert(at, kept),
        }
    }

    /// Says what the sentences of an article mean, in the order of [`crate::sentences`]: it counts beside the words in pairs of
    /// which both articles have vectors of one length. False if there is no article of that name.
    pub fn set_meaning(&mut self, name: &str, vectors: Vectors) -> bool {
        let place = self.place(name);
        if let Ok(at) = place {
            self.articles[at].meaning = Some(vectors);
        }
        place.is_ok()
    }

    /// Takes an article out; false if there is none of that name.
    pub fn remove(&mut self, name: &str) -> bool {
        let place = self.place(name);
        if let Ok(at) = place {
            self.articles.remove(at);
        }
        place.is_ok()
    }

    /// Whether there is an article of that name.
    pub fn has(&self, name: &str) -> bool {
        self.place(name).is_ok()
    }

    /// The text of the article of that name.
    pub fn text(&self, name: &str) -> Option<&str> {
        let at = self.place(name).ok()?;
        Some(&self.articles[at].text)
    }

    /// The names of all articles, in order: the places that [`Library::candidates`] means.
    pub fn names(&self) -> impl ExactSizeIterator<Item = &str> {
        self.articles.iter().map(|kept| kept.name.as_str())
    }

    /// Which pairs of articles can share something. By construction any two are among them that have a run of seven
    /// different words in common which at most 64 articles have, or 1 in 20 of the runs of four words of the shorter one.
    /// By measurement all are of which one article has 3 in 10 of its words, and 40 words at least, in passages with
    /// the other that count: `tests/laws/candidates.rs`.
    pub fn candidates(&self) -> Candidates {
        let parts = self.articles.iter().map(|kept| &kept.parts);
        Candidates::new(parts, &self.vocabulary)
    }

    /// How many words two articles share, both ways: what the summary of [`crate::compare`] says of their
    /// texts. `verdicts` are what the reader said of the pair. None if there is no article of one of the names.
    pub fn overlap(&self, left: &str, right: &str, verdicts: &[Verdict]) -> Option<Overlap> {
        let pair = self.pair(left, right, verdicts)?;
        let shares = summary::share(&pair.documents, &pair.passages);
        let links = links::find_links(&pair.documents, &pair.passages).into_iter();
        let restored = links.map(|link| SentenceLink {
            sentences: pair.order.apply(link.sentences),
            ..link
        });
        let mut links: Vec<SentenceLink> = restored.collect();
        sorting::by_key(&mut links, |link| {
            sorting::key([0, 0, link.sentences.left, link.sentences.right])
        });
        Some(Overlap {
            shares: pair.order.apply(shares),
            links,
            complete: pair.complete,
        })
    }

    /// In which other articles the passages of two articles stand as well. None if there is no article
    /// of one of the names. See [`syndicated`] for the rule. The cost is linear in the length of all articles.
    pub fn elsewhere(
        &self,
        left: &str,
        right: &str,
        verdicts: &[Verdict],
    ) -> Option<Elsewhere<'_>> {
        let pair = self.pair(left, right, verdicts)?;
        let documents = pair.order.apply(pair.documents);
        let passages = pair.order.restore_passages(pair.passages);
        let mut search = syndicated::PassageSearch::new(&documents, &passages);
        let mut articles = vec![Vec::new(); passages.len()];
        for Kept { name, parts, .. } in &self.articles {
            if name != left && name != right {
                for passage in search.standing_in(parts) {
                    articles[passage].push(name.as_str());
                }
            }
        }
        Some(Elsewhere {
            articles,
            complete: pair.complete && search.complete,
        })
    }

    /// The texts of two articles and the options of their comparison. None if there is no article of one of the names.
    pub(crate) fn texts_and_options(
        &self,
        left: &str,
        right: &str,
        verdicts: &[Verdict],
    ) -> Option<(Sides<&str>, Options)> {
        let kept = |name: &str| Some(&self.articles[self.place(name).ok()?]);
        let kept = Sides::new(kept(left)?, kept(right)?);
        let options = self.options_for(&kept, verdicts);
        Some((kept.map(|kept| kept.text.as_str()), options))
    }

    /// Each quotation of some articles once, with all articles that have it. Articles are meant by their places in `names`.
    pub fn quotations(&self, names: &[&str]) -> Vec<QuotationRow> {
        let documents = names.iter().map(|name| {
            let kept = self.place(name).ok().map(|at| &self.articles[at]);
            kept.map(|kept| kept.parts.clone().with_text(&kept.text))
        });
        quotations::gather(&documents.collect::<Vec<_>>())
    }

    /// The sentences of some articles, those that say the same in one row: in reading order of the article `base`, or of
    /// all. `pairs` are the links of their pairs, of all that [`Library::overlap`] was asked for. Articles are meant by
    /// their places in `names`; those that are not there have no sentences.
    pub fn statements(
        &self,
        names: &[&str],
        pairs: &[PairLinks],
        base: Option<usize>,
    ) -> Vec<Statement> {
        let sentences: Vec<Vec<usize>> = names.iter().map(|name| self.saying(name)).collect();
        statements::cluster(&sentences, pairs, base)
    }

    /// The sentences of an article, boilerplate aside, by their indices in its document; a sentence of few words says
    /// nothing.
    fn saying(&self, name: &str) -> Vec<usize> {
        let Ok(at) = self.place(name) else {
            return Vec::new();
        };
        let all = self.articles[at].parts.sentences.iter().enumerate();
        let saying = all.filter(|(_, sentence)| statements::says_something(&sentence.words));
        saying.map(|(index, _)| index).collect()
    }

    /// Where the sentences of an article stand in its text, all of its document, in order. None if it is not there.
    pub fn sentences(&self, name: &str) -> Option<Vec<Span>> {
        let at = self.place(name).ok()?;
        let sentences = self.articles[at].parts.sentences.iter();
        Some(sentences.map(|sentence| sentence.span).collect())
    }

    /// Where an article of that name is, or would be.
    pub(crate) fn place(&self, name: &str) -> Result<usize, usize> {
        self.articles
            .binary_search_by(|kept| kept.name.as_str().cmp(name))
    }

    /// The options of a pair.
    fn options_for(&self, kept: &Sides<&Kept>, verdicts: &[Verdict]) -> Options {
        Options {
            verdicts: verdicts.to_vec(),
            line_overrides: kept.map(|kept| kept.line_overrides.clone()),
            meaning: both(kept.map(|kept| kept.meaning.clone())),
            ..self.options.clone()
        }
    }

    /// Two articles and their passages.
    fn pair(&self, left: &str, right: &str, verdicts: &[Verdict]) -> Option<ArticlePair<'_>> {
        let kept = |name: &str| Some(&self.articles[self.place(name).ok()?]);
        let kept = Sides::new(kept(left)?, kept(right)?);
        let options = self.options_for(&kept, verdicts);
        let order = Order::of(&kept.left.text, &kept.right.text, &options);
        let options = order.options(&options);
        let mut documents = order
            .apply(kept)
            .map(|Kept { text, parts, .. }| parts.clone().with_text(text));
        document::part_joined_words(&mut documents, &self.vocabulary, &options);
        let verdicts = Verdicts::new(&documents, &options);
        let words = Words::new(&documents, &self.vocabulary);
        let runs = runs::find_runs(&documents, &options);
        let (passages, complete) =
            passages::find_passages_alone(&documents, &words, &runs, &verdicts, &options);
        Some(ArticlePair {
            order,
            documents,
            passages,
            complete: complete && runs.complete,
        })
    }
}

/// The vectors of two articles, if both have some.
fn both(vectors: Sides<Option<Vectors>>) -> Option<Sides<Vectors>> {
    Some(Sides::new(vectors.left?, vectors.right?))
}

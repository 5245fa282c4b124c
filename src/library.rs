//! Many articles at once: how much every two of them share, and which passages stand in more than two.
//!
//! An article is taken apart once, when it comes in; a pair costs what lies between two documents and
//! their passages. Regions, rows, changes and facts are not looked for. Documents are kept without their
//! texts, which they would have to borrow, and are put over them again for every pair: that copies a few
//! lists, which is far cheaper than taking a text apart.

mod stock;

use crate::{
    Options,
    document::{Document, LineOverride, Vocabulary},
    passages::{self, Passage},
    runs,
    span::{Side, Sides},
    summary::{self, Share},
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

/// An article and its parts.
#[derive(Debug)]
struct Kept {
    name: String,
    text: String,
    parts: Document<'static>,
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
            parts,
        };
        match self.place(name) {
            Ok(at) => self.articles[at] = kept,
            Err(at) => self.articles.insert(at, kept),
        }
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

    /// How many words two articles share, both ways: what the summary of [`crate::compare`] says of their
    /// texts. None if there is no article of one of the names.
    pub fn overlap(&self, left: &str, right: &str) -> Option<Sides<Share>> {
        let documents = self.pair(left, right)?;
        let passages = self.passages(&documents);
        Some(
            Sides::new(Side::Left, Side::Right)
                .map(|side| summary::share(side, documents.get(side), &passages)),
        )
    }

    /// In which other articles the passages of two articles stand as well: for each passage of
    /// [`crate::compare`], in its order, the names of these articles in order. None if there is no article
    /// of one of the names. See [`stock`] for the rule. The cost is linear in the length of all articles.
    pub fn elsewhere(&self, left: &str, right: &str) -> Option<Vec<Vec<&str>>> {
        let documents = self.pair(left, right)?;
        let passages = self.passages(&documents);
        let mut search = stock::Search::new(&documents, &passages);
        let mut found = vec![Vec::new(); passages.len()];
        for Kept { name, parts, .. } in &self.articles {
            if name != left && name != right {
                for passage in search.standing_in(parts) {
                    found[passage].push(name.as_str());
                }
            }
        }
        Some(found)
    }

    /// Where an article of that name is, or would be.
    fn place(&self, name: &str) -> Result<usize, usize> {
        self.articles
            .binary_search_by(|kept| kept.name.as_str().cmp(name))
    }

    fn pair(&self, left: &str, right: &str) -> Option<Sides<Document<'_>>> {
        let one = |name: &str| {
            let Kept { text, parts, .. } = &self.articles[self.place(name).ok()?];
            Some(parts.clone().with_text(text))
        };
        Some(Sides::new(one(left)?, one(right)?))
    }

    fn passages(&self, documents: &Sides<Document<'_>>) -> Vec<Passage> {
        let runs = runs::find(documents, &self.options);
        passages::find_alone(documents, &self.vocabulary, &runs, &self.options)
    }
}

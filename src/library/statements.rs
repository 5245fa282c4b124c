//! Who says what: the sentences of many articles, those that say the same in one row.
//!
//! Sentences are joined along the links of their pairs, the closest first. Two groups become one only if no article has
//! a sentence in both, and if at least half of all pairs between them are linked and these are alike enough: one false
//! link does not chain two statements. The order of the articles and of their sentences breaks ties.

use std::{cmp::Reverse, ops::Range};

use super::links::{ALIKE, SentenceLink};
use crate::{passages::Grade, sorting, span::Sides};

/// Mean likeness, at least, of the pairs between two groups that become one, where a pair without a link counts as 0.
/// One link between two sentences that stand alone is enough. By eye on news.
const JOINED: u32 = ALIKE / 8;

/// Likeness, at least, of a sentence that says a statement besides one of its own. By eye on tests/statements.txt.
const BESIDES: u32 = ALIKE / 4;

/// The links of two articles, which are given by their places in a list.
#[derive(Clone, Debug)]
pub struct PairLinks {
    /// The two articles.
    pub articles: Sides<usize>,
    /// Their links.
    pub links: Vec<SentenceLink>,
}

/// Where an article says the statement of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Cell {
    /// The article, by its place in the list.
    pub article: usize,
    /// Its sentence that says it: an index of `Document::sentences`.
    pub sentence: usize,
    /// How close that is to the sentence of the article `to`; none for the sentence that the row is named by.
    pub grade: Option<Grade>,
    /// The article that it is held against: that of the row's own sentence if these two are linked.
    pub to: usize,
    /// Whether the sentence has a row of its own, and says this besides.
    pub also: bool,
}

/// A statement, and who says it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Statement {
    /// The article whose sentence the row is named by.
    pub article: usize,
    /// That sentence.
    pub sentence: usize,
    /// A cell for each article that says it, in order of the articles.
    pub cells: Vec<Cell>,
}

/// The rows, in reading order of the base or, without one, of all articles. `sentences` are for each article those that
/// say something, ascending.
pub(super) fn cluster(
    sentences: &[Vec<usize>],
    pairs: &[PairLinks],
    base: Option<usize>,
) -> Vec<Statement> {
    let graph = Graph::new(sentences, pairs);
    let groups = graph.groups();
    let mut rows: Vec<Statement> = groups
        .members
        .iter()
        .filter(|members| !members.is_empty())
        .map(|members| graph.row(members, base))
        .collect();
    put_in_order(&mut rows, sentences, base);
    rows
}

/// A link as one of its sentences sees it.
#[derive(Clone, Copy)]
struct Edge {
    to: u32,
    alike: u32,
    grade: Grade,
}

/// All sentences, numbered article by article, and their links.
struct Graph<'s> {
    sentences: &'s [Vec<usize>],
    /// The number of the first sentence of each article, and of all at the end.
    firsts: Vec<u32>,
    /// The article of each sentence.
    articles: Vec<u32>,
    edges: Vec<Vec<Edge>>,
}

/// Sentences that say the same.
struct Groups {
    /// The group of each sentence.
    of: Vec<u32>,
    /// The sentences of each group, ascending; none of one that was joined to another.
    members: Vec<Vec<u32>>,
}

impl<'s> Graph<'s> {
    fn new(sentences: &'s [Vec<usize>], pairs: &[PairLinks]) -> Self {
        let (mut firsts, mut articles) = (vec![0], Vec::new());
        for (article, own) in sentences.iter().enumerate() {
            articles.resize(articles.len() + own.len(), article as u32);
            firsts.push(articles.len() as u32);
        }
        let mut graph = Self {
            sentences,
            firsts,
            edges: vec![Vec::new(); articles.len()],
            articles,
        };
        for PairLinks { articles, links } in pairs {
            for link in links {
                let number = |article: usize, sentence: usize| graph.number(article, sentence);
                let left = number(articles.left, link.sentences.left);
                let right = number(articles.right, link.sentences.right);
                if let (Some(left), Some(right)) = (left, right) {
                    graph.join(left, right, link);
                }
            }
        }
        graph
    }

    fn join(&mut self, left: u32, right: u32, link: &SentenceLink) {
        for (from, to) in [(left, right), (right, left)] {
            self.edges[from as usize].push(Edge {
                to,
                alike: link.alike,
                grade: link.grade,
            });
        }
    }

    fn number(&self, article: usize, sentence: usize) -> Option<u32> {
        let at = self.sentences.get(article)?.binary_search(&sentence).ok()?;
        Some(self.firsts[article] + at as u32)
    }

    fn article(&self, sentence: u32) -> usize {
        self.articles[sentence as usize] as usize
    }

    /// The index that a sentence has in its article.
    fn index(&self, sentence: u32) -> usize {
        let article = self.article(sentence);
        self.sentences[article][(sentence - self.firsts[article]) as usize]
    }

    /// Joins sentences, the most alike first.
    fn groups(&self) -> Groups {
        let all = self.articles.len() as u32;
        let mut groups = Groups {
            of: (0..all).collect(),
            members: (0..all).map(|sentence| vec![sentence]).collect(),
        };
        // The most alike first.
        let mut links: Vec<(u32, u32, u32)> = Vec::new();
        for (from, edges) in self.edges.iter().enumerate() {
            let from = from as u32;
            let ahead = edges.iter().filter(|edge| from < edge.to);
            links.extend(ahead.map(|edge| (u32::MAX - edge.alike, from, edge.to)));
        }
        sorting::by_key_copied(&mut links, |&(alike, from, to)| {
            sorting::key([0, alike as usize, from as usize, to as usize])
        });
        for (_, one, other) in links {
            groups.join(self, one, other);
        }
        groups
    }

    /// The row of a group.
    fn row(&self, members: &[u32], base: Option<usize>) -> Statement {
        let inside = |edge: &&Edge| members.binary_search(&edge.to).is_ok();
        let likeness = |&sentence: &u32| -> u32 {
            let edges = self.edges[sentence as usize].iter();
            edges.filter(inside).map(|edge| edge.alike).sum()
        };
        let is_base = |sentence: &u32| Some(self.article(*sentence)) == base;
        let central = members
            .iter()
            .max_by_key(|&sentence| (is_base(sentence), likeness(sentence), Reverse(*sentence)));
        let own = central.or(members.first()).copied().unwrap_or_default();
        let mut cells: Vec<Cell> = members
            .iter()
            .map(|&sentence| self.cell(members, own, sentence))
            .collect();
        // What says this besides something else.
        let has = |cells: &[Cell], article: usize| cells.iter().any(|cell| cell.article == article);
        let mut besides: Vec<(u32, &Edge)> = Vec::new();
        for &sentence in members {
            let edges = self.edges[sentence as usize].iter();
            let outside = edges
                .filter(|edge| edge.alike >= BESIDES && members.binary_search(&edge.to).is_err());
            besides.extend(outside.map(|edge| (sentence, edge)));
        }
        sorting::by_key(&mut besides, |(from, edge)| {
            let alike = (u32::MAX - edge.alike) as usize;
            sorting::key([
                usize::from(*from != own),
                alike,
                edge.to as usize,
                *from as usize,
            ])
        });
        for (from, edge) in besides {
            if !has(&cells, self.article(edge.to)) {
                cells.push(Cell {
                    article: self.article(edge.to),
                    sentence: self.index(edge.to),
                    grade: Some(edge.grade),
                    to: self.article(from),
                    also: true,
                });
            }
        }
        sorting::by_key(&mut cells, |cell| cell.article as u128);
        Statement {
            article: self.article(own),
            sentence: self.index(own),
            cells,
        }
    }

    /// The cell of a member of a group, held against the row's own sentence or else against the member most alike.
    fn cell(&self, members: &[u32], own: u32, sentence: u32) -> Cell {
        let edges = self.edges[sentence as usize].iter();
        let inside = edges.filter(|edge| members.binary_search(&edge.to).is_ok());
        let best = inside.max_by_key(|edge| (edge.to == own, edge.alike, Reverse(edge.to)));
        let best = best.filter(|_| sentence != own);
        Cell {
            article: self.article(sentence),
            sentence: self.index(sentence),
            grade: best.map(|edge| edge.grade),
            to: self.article(best.map_or(own, |edge| edge.to)),
            also: false,
        }
    }
}

impl Groups {
    /// Makes one group of those of two sentences, if they go together.
    fn join(&mut self, graph: &Graph<'_>, one: u32, other: u32) {
        let (a, b) = (
            self.of[one as usize] as usize,
            self.of[other as usize] as usize,
        );
        if a == b || !self.go_together(graph, a, b) {
            return;
        }
        let (into, from) = if self.members[a].len() >= self.members[b].len() {
            (a, b)
        } else {
            (b, a)
        };
        let moved = std::mem::take(&mut self.members[from]);
        for &sentence in &moved {
            self.of[sentence as usize] = into as u32;
        }
        self.members[into].extend(moved);
        sorting::numbers(&mut self.members[into]);
    }

    fn go_together(&self, graph: &Graph<'_>, a: usize, b: usize) -> bool {
        let (a, b) = (&self.members[a], &self.members[b]);
        let (small, large) = if a.len() <= b.len() { (a, b) } else { (b, a) };
        // Both are in order of their articles.
        let articles = large.iter().map(|&sentence| graph.article(sentence));
        let articles: Vec<usize> = articles.collect();
        let meet = small
            .iter()
            .any(|&sentence| articles.binary_search(&graph.article(sentence)).is_ok());
        if meet {
            return false;
        }
        let (mut links, mut alike) = (0, 0);
        for &sentence in small {
            for edge in &graph.edges[sentence as usize] {
                if large.binary_search(&edge.to).is_ok() {
                    links += 1;
                    alike += edge.alike as usize;
                }
            }
        }
        let pairs = small.len() * large.len();
        pairs == 1 || 2 * links >= pairs && alike >= JOINED as usize * pairs
    }
}

/// Puts rows in reading order.
fn put_in_order(rows: &mut [Statement], sentences: &[Vec<usize>], base: Option<usize>) {
    match base {
        Some(base) => along(rows, sentences, base),
        None => sorting::by_key(rows, |row| {
            let places = row.cells.iter().filter(|cell| !cell.also).map(|cell| {
                let own = &sentences[cell.article];
                let at = own.partition_point(|&sentence| sentence < cell.sentence);
                PLACES * at / own.len().max(1)
            });
            let (count, sum) = places.fold((0, 0), |(count, sum), place| (count + 1, sum + place));
            sorting::key([0, sum / count.max(1), row.article, row.sentence])
        }),
    }
}

/// Parts of an article by which places in articles of any length are held against each other.
const PLACES: usize = 10_000;

/// Rows of the base in its order, the others behind the row of the base that comes before them in their own article.
fn along(rows: &mut [Statement], sentences: &[Vec<usize>], base: usize) {
    // For each article its sentences that face the base, each with the sentence of the base.
    let mut anchors: Vec<Vec<(usize, usize)>> = vec![Vec::new(); sentences.len()];
    let in_base = |row: &Statement| {
        let cell = row
            .cells
            .iter()
            .find(|cell| cell.article == base && !cell.also);
        cell.map(|cell| cell.sentence)
    };
    for row in rows.iter() {
        if let Some(sentence) = in_base(row) {
            for cell in row.cells.iter().filter(|cell| !cell.also) {
                anchors[cell.article].push((cell.sentence, sentence));
            }
        }
    }
    anchors.iter_mut().for_each(|own| {
        sorting::by_key(own, |&(sentence, of_base)| {
            sorting::key([0, 0, sentence, of_base])
        });
    });
    sorting::by_key(rows, |row| match in_base(row) {
        Some(sentence) => sorting::key([sentence + 1, 0, 0, 0]),
        None => {
            let own = &anchors[row.article];
            let behind = own.partition_point(|&(sentence, _)| sentence < row.sentence);
            let anchor = behind.checked_sub(1).map_or(0, |at| own[at].1 + 1);
            sorting::key([anchor, 1, row.article, row.sentence])
        }
    });
}

/// The words of a sentence, at least, that says something.
pub(super) const SAYING: usize = 3;

/// Whether a range of words is long enough to say something.
pub(super) fn says_something(words: &Range<usize>) -> bool {
    words.len() >= SAYING
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(left: usize, right: usize, alike: u32) -> SentenceLink {
        SentenceLink {
            sentences: Sides::new(left, right),
            grade: Grade::Edited,
            alike,
        }
    }

    fn pair(left: usize, right: usize, links: &[SentenceLink]) -> PairLinks {
        PairLinks {
            articles: Sides::new(left, right),
            links: links.to_vec(),
        }
    }

    /// The rows as lists of `article.sentence`, `+` before what says this besides.
    fn rows(counts: &[usize], pairs: &[PairLinks], base: Option<usize>) -> Vec<String> {
        let sentences: Vec<Vec<usize>> = counts.iter().map(|&count| (0..count).collect()).collect();
        let rows = cluster(&sentences, pairs, base);
        let cell = |cell: &Cell| {
            let sign = if cell.also { "+" } else { "" };
            format!("{sign}{}.{}", cell.article, cell.sentence)
        };
        let line = |row: &Statement| row.cells.iter().map(cell).collect::<Vec<_>>().join(" ");
        rows.iter().map(line).collect()
    }

    #[test]
    fn what_is_linked_is_one_row() {
        let pairs = [
            pair(0, 1, &[link(0, 1, 900)]),
            pair(0, 2, &[link(0, 0, 800)]),
            pair(1, 2, &[link(1, 0, 700)]),
        ];
        assert_eq!(rows(&[1, 2, 1], &pairs, None), ["1.0", "0.0 1.1 2.0"]);
        assert_eq!(rows(&[1, 2, 1], &pairs, Some(1)), ["1.0", "0.0 1.1 2.0"]);
        assert_eq!(
            rows(&[1, 2, 1], &pairs, Some(0)),
            ["0.0 1.1 2.0", "1.0"][..]
                .iter()
                .rev()
                .copied()
                .collect::<Vec<_>>()
        );
    }

    #[test]
    fn two_sentences_of_one_article_are_never_one_row() {
        // Both sentences of the second article are linked to the one of the first; the closer one has the row.
        let pairs = [pair(0, 1, &[link(0, 0, 600), link(0, 1, 500)])];
        assert_eq!(rows(&[1, 2], &pairs, None), ["0.0 1.0", "+0.0 1.1"]);
        // A chain over a third article does not join them either.
        let pairs = [
            pair(0, 1, &[link(0, 0, 900)]),
            pair(1, 2, &[link(0, 0, 800)]),
            pair(0, 2, &[link(1, 0, 700)]),
        ];
        assert_eq!(rows(&[2, 1, 1], &pairs, None), ["0.0 1.0 2.0", "0.1 +2.0"]);
    }

    #[test]
    fn one_weak_link_of_many_does_not_join() {
        let whole = [
            pair(0, 1, &[link(0, 0, 900)]),
            pair(0, 2, &[link(0, 0, 900)]),
            pair(1, 2, &[link(0, 0, 900)]),
        ];
        // One link to a group of three is too little; two are enough.
        let mut pairs = whole.to_vec();
        pairs.push(pair(0, 3, &[link(0, 0, 600)]));
        assert_eq!(
            rows(&[1, 1, 1, 1], &pairs, None),
            ["0.0 1.0 2.0 +3.0", "+0.0 3.0"]
        );
        pairs.push(pair(1, 3, &[link(0, 0, 600)]));
        assert_eq!(rows(&[1, 1, 1, 1], &pairs, None), ["0.0 1.0 2.0 3.0"]);
        // A link that is hardly one joins two alone, and no third.
        assert_eq!(
            rows(&[1, 1], &[pair(0, 1, &[link(0, 0, 100)])], None),
            ["0.0 1.0"]
        );
        let pairs = [
            pair(0, 1, &[link(0, 0, 300)]),
            pair(1, 2, &[link(0, 0, 200)]),
        ];
        assert_eq!(rows(&[1, 1, 1], &pairs, None), ["0.0 1.0", "2.0"]);
    }

    #[test]
    fn rows_stand_in_the_order_of_the_base() {
        let pairs = [pair(0, 1, &[link(0, 2, 900), link(1, 0, 900)])];
        assert_eq!(
            rows(&[2, 3], &pairs, Some(0)),
            ["0.0 1.2", "0.1 1.0", "1.1"]
        );
        assert_eq!(
            rows(&[2, 3], &pairs, Some(1)),
            ["0.1 1.0", "1.1", "0.0 1.2"]
        );
    }

    #[test]
    fn a_cell_is_held_against_what_it_is_linked_to() {
        let sentences = vec![vec![0]; 3];
        let pairs = [
            pair(0, 1, &[link(0, 0, 900)]),
            pair(1, 2, &[link(0, 0, 800)]),
        ];
        let rows = cluster(&sentences, &pairs, Some(0));
        assert_eq!(rows.len(), 1);
        let cells: Vec<_> = rows[0]
            .cells
            .iter()
            .map(|cell| (cell.to, cell.grade))
            .collect();
        assert_eq!(
            cells,
            [
                (0, None),
                (0, Some(Grade::Edited)),
                (1, Some(Grade::Edited))
            ]
        );
        assert!(cluster(&[], &[], None).is_empty());
    }
}

//! Lines that belong to the page around an article: menus, date lines, lists of links, notices.
//!
//! A line is boilerplate only where it cannot be taken for a sentence of the article: it says so
//! itself (`Source: …`, a rights notice), or it stands above the first or below the last paragraph
//! of running text and looks the part. What is doubtful stays in the article. A text without
//! running text has no boilerplate.

mod line;

use super::{Boilerplate, Document, QuarterWords, shape::Shape};
use line::PageLine;

/// Lines above the article that are compared with each other to find the title and its repetitions.
/// A bound on work.
const HEAD: usize = 40;

/// Lines from the top that may be the title: menus come before it, lists behind it. By eye on news sites.
const TITLES: usize = 3;

/// Links under an article have at most this many words; longer lines may be its own. By eye on news sites.
const LINK_WORDS: usize = 20;

/// The lines that are boilerplate, by their paragraph, in order.
pub(super) fn detect_boilerplate(
    document: &Document<'_>,
    shapes: &[Shape],
) -> Vec<(usize, Boilerplate)> {
    let mut page = Page::new(document, shapes);
    let Some((first, last)) = page.running_text() else {
        return Vec::new();
    };
    page.above(first.min(HEAD));
    page.below(last + 1);
    let found = page.found.into_iter().enumerate();
    found.filter_map(|(at, kind)| Some((at, kind?))).collect()
}

struct Page<'d> {
    lines: Vec<PageLine<'d>>,
    shapes: &'d [Shape],
    found: Vec<Option<Boilerplate>>,
}

impl<'d> Page<'d> {
    fn new(document: &'d Document<'_>, shapes: &'d [Shape]) -> Self {
        let lines: Vec<PageLine<'_>> = (0..shapes.len())
            .map(|at| PageLine::new(document, at, shapes[at]))
            .collect();
        let found = lines.iter().map(PageLine::by_itself).collect();
        Self {
            lines,
            shapes,
            found,
        }
    }

    /// The first and last paragraph of running text.
    fn running_text(&self) -> Option<(usize, usize)> {
        // A date may end like a sentence: "8:05 a.m."
        let is_text = |&at: &usize| {
            self.found[at].is_none() && self.shapes[at].is_prose() && !self.lines[at].is_date()
        };
        let first = (0..self.lines.len()).find(is_text)?;
        let last = (0..self.lines.len()).rev().find(is_text)?;
        Some((first, last))
    }

    fn mark(&mut self, at: usize, kind: Boilerplate) {
        self.found[at].get_or_insert(kind);
    }

    /// What stands above the article, up to its first paragraph.
    fn above(&mut self, end: usize) {
        let mut title = false;
        for at in 0..end {
            let line = &self.lines[at];
            if line.is_date() {
                self.mark(at, Boilerplate::Dateline);
            } else if line.is_weather() {
                self.mark(at, Boilerplate::Metadata);
            } else if line.is_byline(title) {
                self.mark(at, Boilerplate::Byline);
            } else if line.is_breadcrumb() {
                self.mark(at, Boilerplate::Navigation);
            }
            title |= self.found[at].is_none() && self.lines[at].may_be_title();
        }
        self.menu(end);
        self.places(end);
        self.repetitions(end);
    }

    /// The name of a place between two lines of weather and time, as in the head of a front page.
    fn places(&mut self, end: usize) {
        for at in 0..end {
            let above = at == 0 || self.found[at - 1].is_some();
            let below = self.found.get(at + 1).is_some_and(Option::is_some);
            let weather = (at > 0 && self.lines[at - 1].is_weather())
                || self.lines.get(at + 1).is_some_and(PageLine::is_weather);
            if self.found[at].is_none() && above && below && weather && self.lines[at].is_place() {
                self.mark(at, Boilerplate::Metadata);
            }
        }
    }

    /// Three or more lines of a word or two, of which one is a section of the site.
    fn menu(&mut self, end: usize) {
        let mut start = 0;
        while start < end {
            let len = self.lines[start..end]
                .iter()
                .take_while(|line| line.is_short())
                .count();
            let names = self.lines[start..start + len].iter();
            if len >= 3 && names.filter(|line| line.is_section()).count() * 3 >= len {
                (start..start + len).for_each(|at| self.mark(at, Boilerplate::Navigation));
            }
            start += len + 1;
        }
    }

    /// Lines that say the title again: behind a breadcrumb, before a picture credit, or alone.
    fn repetitions(&mut self, end: usize) {
        let may_be_title = |&at: &usize| self.found[at].is_none() && self.lines[at].may_be_title();
        let titles: Vec<usize> = (0..end).filter(may_be_title).take(TITLES).collect();
        for title in titles {
            for other in 0..end {
                let kind = self.lines[other].repeats(&self.lines[title]);
                // Of two equal lines the first is the title.
                let is_title = other == title
                    || kind == Some(Boilerplate::Repeated)
                        && self.is_same(title, other)
                        && other < title;
                if let (Some(kind), false) = (kind, is_title) {
                    self.mark(other, kind);
                }
            }
        }
    }

    fn is_same(&self, a: usize, b: usize) -> bool {
        self.lines[a].letters == self.lines[b].letters
    }

    /// What stands below the article.
    fn below(&mut self, start: usize) {
        let title = self.title(start);
        let mut links = false;
        for at in start..self.lines.len() {
            let line = &self.lines[at];
            links |= line.is_trailer() || self.found[at] == Some(Boilerplate::Navigation);
            if line.is_date() {
                self.mark(at, Boilerplate::Dateline);
            } else if title.is_some_and(|title| self.is_same(title, at)) {
                self.mark(at, Boilerplate::Repeated);
            } else if links && self.shapes[at].length <= QuarterWords::of_words(LINK_WORDS) {
                self.mark(at, Boilerplate::Navigation);
            } else if line.is_byline(false) {
                self.mark(at, Boilerplate::Byline);
            } else if line.is_breadcrumb() {
                self.mark(at, Boilerplate::Navigation);
            }
        }
    }

    fn title(&self, end: usize) -> Option<usize> {
        (0..end.min(HEAD)).find(|&at| self.found[at].is_none() && self.lines[at].may_be_title())
    }
}

#[cfg(test)]
mod tests;

//! The text of Markdown without its markup: a paragraph for each block, as the page reads it.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// The text of a Markdown file. Front matter is about the article, not of it; pictures, comments and tags are no text.
pub fn text(markdown: &str) -> String {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut reader = Reader::default();
    for event in Parser::new_ext(markdown, options) {
        reader.read(event);
    }
    reader.end_block();
    reader.blocks.join("\n\n") + "\n"
}

#[derive(Default)]
struct Reader {
    blocks: Vec<String>,
    /// The block that is being read.
    block: String,
    /// How many elements are open whose text is none of the article's.
    silent: usize,
}

impl Reader {
    fn read(&mut self, event: Event<'_>) {
        match event {
            Event::Start(Tag::Image { .. } | Tag::MetadataBlock(_)) => self.silent += 1,
            Event::End(TagEnd::Image | TagEnd::MetadataBlock(_)) => self.silent -= 1,
            _ if self.silent > 0 => {}
            Event::Start(tag) if is_block(&tag) => self.end_block(),
            Event::End(TagEnd::TableCell) => self.block.push('\n'),
            Event::End(tag) if ends_block(tag) => self.end_block(),
            Event::Text(text) | Event::Code(text) => self.block += &text,
            Event::Html(html) => self.block += &without_tags(&html),
            Event::SoftBreak => self.block.push(' '),
            Event::HardBreak => self.block.push('\n'),
            Event::Rule => self.end_block(),
            _ => {}
        }
    }

    fn end_block(&mut self) {
        let block = self.block.trim();
        if !block.is_empty() {
            self.blocks.push(block.to_owned());
        }
        self.block.clear();
    }
}

fn is_block(tag: &Tag<'_>) -> bool {
    !matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::TableCell
    )
}

fn ends_block(tag: TagEnd) -> bool {
    !matches!(
        tag,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
    )
}

/// A line of HTML without what stands in angle brackets.
fn without_tags(html: &str) -> String {
    let mut text = String::new();
    let mut depth = 0_usize;
    for c in html.chars() {
        match c {
            '<' => depth += 1,
            '>' => depth = depth.saturating_sub(1),
            _ if depth == 0 => text.push(c),
            _ => {}
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn markup_is_no_text() {
        let cases = [
            (
                "# Lamp *out*\n\nNine `boats`\nwaited.",
                "Lamp out\n\nNine boats waited.\n",
            ),
            ("---\ntitle: Lamp\n---\n\nNine boats.\n", "Nine boats.\n"),
            (
                "- one\n- two\n  - [three](https://example.org)\n",
                "one\n\ntwo\n\nthree\n",
            ),
            ("> said **she**\n\n---\n\nend", "said she\n\nend\n"),
            ("A![picture](a.png) b\\*c &amp; d  \ne", "A b*c & d\ne\n"),
            ("| a | b |\n|---|---|\n| 1 | 2 |\n", "a\nb\n\n1\n2\n"),
            (
                "<div class=\"x\">\nNine\n</div>\n\nboats <b>waited</b>",
                "Nine\n\nboats waited\n",
            ),
            ("```\nlet a = 1;\n```", "let a = 1;\n"),
            ("", "\n"),
        ];
        for (markdown, expected) in cases {
            assert_eq!(text(markdown), expected, "{markdown:?}");
        }
    }
}

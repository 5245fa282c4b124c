//! Whether capitals tell names in a text.

use crate::document::{Document, TokenKind};

/// Share of words inside sentences with a capital, in hundredths, beyond which capitals do not tell names: German
/// nouns, texts all in headlines.
const MOST: usize = 28;

/// Fewer words tell nothing of a text: then capitals are taken for names.
const ENOUGH: usize = 30;

/// Whether a word with a capital inside a sentence is a name. In linear time.
pub(crate) fn tell_names(document: &Document<'_>) -> bool {
    let (mut capitals, mut all) = (0, 0);
    for sentence in &document.sentences {
        for token in document.tokens[sentence.tokens.clone()].iter().skip(1) {
            if token.kind == TokenKind::Word {
                let capital = document.text[token.span.range()].starts_with(char::is_uppercase);
                capitals += usize::from(capital);
                all += 1;
            }
        }
    }
    all < ENOUGH || capitals * 100 <= MOST * all
}

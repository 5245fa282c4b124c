//! Formulas in TeX as text.

/// Levels of brackets that are read, and signs between two: bounds on work. What is beyond stays TeX.
const LEVELS: usize = 10;
const SIGNS: usize = 1_000;

/// A formula on one line: fractions with a stroke, powers and indices without brackets around one sign; else as TeX.
pub(super) fn formula(tex: &str) -> String {
    on_one_line(tex.trim(), LEVELS)
}

fn on_one_line(tex: &str, levels: usize) -> String {
    if levels == 0 {
        return tex.to_owned();
    }
    let part = |tex: &str, brackets| grouped(&on_one_line(tex.trim(), levels - 1), brackets);
    let mut written = String::new();
    let mut rest = tex;
    while let Some(sign) = rest.chars().next() {
        let behind = &rest[sign.len_utf8()..];
        if let Some((over, under, after)) = fraction(rest) {
            let [over, under] = [over, under].map(|tex| part(tex, ['(', ')']));
            written += &format!("{over}/{under}");
            rest = after;
        } else if let Some((power, after)) = group(behind).filter(|_| "^_".contains(sign)) {
            written.push(sign);
            written += &part(power, ['{', '}']);
            rest = after;
        } else {
            written.push(sign);
            rest = behind;
        }
    }
    written
}

/// What a fraction at the start of TeX is of, and what follows it.
fn fraction(tex: &str) -> Option<(&str, &str, &str)> {
    let (over, rest) = group(tex.strip_prefix("\\frac")?)?;
    let (under, rest) = group(rest)?;
    Some((over, under, rest))
}

/// What stands in the brackets at the start of TeX, and what follows them.
fn group(tex: &str) -> Option<(&str, &str)> {
    let mut depth = 0_usize;
    for (at, sign) in tex.char_indices().take(SIGNS) {
        match sign {
            '{' => depth += 1,
            '}' => depth = depth.checked_sub(1)?,
            _ => {}
        }
        if depth == 0 {
            return Some((tex[..at].strip_prefix('{')?, &tex[at + sign.len_utf8()..]));
        }
    }
    None
}

/// A part of a formula in brackets, if it is more than one sign.
fn grouped(part: &str, [open, close]: [char; 2]) -> String {
    match part.chars().count() {
        0 | 1 => part.to_owned(),
        _ => format!("{open}{part}{close}"),
    }
}

#[cfg(test)]
mod tests {
    use super::formula;

    #[test]
    fn formulas_stand_on_one_line() {
        for (tex, expected) in [
            (r"x^{2}+y_{ij}", "x^2+y_{ij}"),
            (r"\frac{a}{b}", "a/b"),
            (r"\frac{a+1}{\frac{b}{2}} ", "(a+1)/(b/2)"),
            (r"\frac{a", r"\frac{a"),
            (r"\sqrt{a}}^{", r"\sqrt{a}}^{"),
            (r"é^{é}", "é^é"),
            ("", ""),
        ] {
            assert_eq!(formula(tex), expected, "{tex}");
        }
        let deep = ["^{".repeat(100_000), "}".repeat(100_000)].concat();
        assert_eq!(formula(&deep), deep);
        let nested = ["^{a".repeat(12), "}".repeat(12)].concat();
        assert!(formula(&nested).ends_with(&"}".repeat(11)));
    }
}

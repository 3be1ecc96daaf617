//! What is wrong with the text of a policy, and where.

use std::fmt;

use binsign::Code;

/// The text of a policy is not as the policy language has it: where, what, and what to do.
///
/// ```
/// let error = binsign_host::policy::compile("policy = \"binsign 1\"\nnam = \"maker\"\n").unwrap_err();
/// assert_eq!((error.line(), error.column(), error.code().name()), (2, 1, "POLICY_TEXT"));
/// assert_eq!(error.to_string(), "line 2, column 1: a policy has no key `nam`; write `name`");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyTextError {
    line: usize,
    column: usize,
    message: String,
}

impl PolicyTextError {
    /// The line, from 1.
    #[must_use]
    pub const fn line(&self) -> usize {
        self.line
    }

    /// The column in characters, from 1.
    #[must_use]
    pub const fn column(&self) -> usize {
        self.column
    }

    /// What is wrong and what to do, without the place.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> Code {
        Code::PolicyText
    }
}

impl fmt::Display for PolicyTextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}: {}", self.line, self.column, self.message)
    }
}

impl std::error::Error for PolicyTextError {}

/// What the core says of the bytes that were made: it is about no place in the text.
impl From<binsign::Error> for PolicyTextError {
    fn from(error: binsign::Error) -> Self {
        Self { line: 1, column: 1, message: error.to_string() }
    }
}

/// The same with the place as an offset, while the text is not at hand.
#[derive(Debug)]
pub(super) struct Fault {
    at: usize,
    message: String,
}

impl Fault {
    pub(super) fn new(at: usize, message: impl Into<String>) -> Self {
        Self { at, message: message.into() }
    }

    pub(super) fn of_toml(error: &toml::de::Error) -> Self {
        let at = error.span().map_or(0, |span| span.start);
        Self::new(at, format!("this is no TOML: {}; correct it there", error.message().replace('\n', ", ")))
    }

    /// With line and column, which are looked for in the text.
    pub(super) fn in_text(self, text: &str) -> PolicyTextError {
        let before = text.get(..self.at).unwrap_or(text);
        let start = before.rfind('\n').map_or(0, |end| end + 1);
        PolicyTextError {
            line: before.matches('\n').count() + 1,
            column: before[start..].chars().count() + 1,
            message: self.message,
        }
    }
}

/// What to do about a word that is none of those known: the nearest of them, or all.
pub(super) fn instead(word: &str, known: &[&str]) -> String {
    let nearest = known.iter().map(|one| (distance(word, one), *one)).min();
    match nearest {
        Some((changes, one)) if changes <= 1 + one.len() / 4 => format!("write `{one}`"),
        _ => format!("there are {}", listed(known)),
    }
}

/// Words as a sentence has them.
pub(super) fn listed(words: &[&str]) -> String {
    let quoted: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
    quoted.join(", ")
}

/// How many characters have to be put in, taken out or replaced to make one word of the other.
fn distance(one: &str, other: &str) -> usize {
    // No word that is known is longer, and a text may be.
    let one: Vec<char> = one.chars().take(64).collect();
    let mut row: Vec<usize> = (0..=one.len()).collect();
    for (index, wanted) in other.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], index + 1);
        for (column, given) in one.iter().enumerate() {
            let replaced = diagonal + usize::from(*given != wanted);
            diagonal = row[column + 1];
            row[column + 1] = replaced.min(diagonal + 1).min(row[column] + 1);
        }
    }
    row[one.len()]
}

#[cfg(test)]
mod tests {
    use super::{distance, instead};

    #[test]
    fn the_nearest_word_is_meant() {
        // The textbook's example.
        assert_eq!((distance("kitten", "sitting"), distance("", "abc"), distance("abc", "")), (3, 3, 3));
        assert_eq!(instead("symbol", &["symbols", "sides"]), "write `symbols`");
        assert_eq!(instead("leverage", &["symbols", "sides"]), "there are `symbols`, `sides`");
    }
}

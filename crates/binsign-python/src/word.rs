//! Arguments that are one of a few words, as the exchange writes them.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use crate::value::str_argument;

/// What the word in an argument stands for.
pub(crate) fn word<T: Copy>(value: &Bound<'_, PyAny>, name: &str, words: &[(&str, T)]) -> PyResult<T> {
    let given = str_argument(value, name)?;
    words.iter().find(|(word, _)| *word == given).map(|(_, meaning)| *meaning).ok_or_else(|| {
        let words: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        PyValueError::new_err(format!("`{name}` must be one of: {}", words.join(", ")))
    })
}

/// What the word in an argument stands for, where there is one.
pub(crate) fn optional_word<T: Copy>(
    value: Option<&Bound<'_, PyAny>>,
    name: &str,
    words: &[(&str, T)],
) -> PyResult<Option<T>> {
    value.filter(|value| !value.is_none()).map(|value| word(value, name, words)).transpose()
}

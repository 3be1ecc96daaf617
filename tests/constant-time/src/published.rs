//! The published examples, as text: nothing here needs more of JSON than to find a field of an example.

const VECTORS: &str = include_str!("../../vectors/vectors.json");

/// A field of the example of that name.
pub(crate) fn field(id: &str, name: &str) -> &'static str {
    let behind = |text: &'static str, mark: &str| text.split_once(mark).unwrap_or_else(|| panic!("no {mark}")).1;
    let example = behind(VECTORS, &format!("\"id\": \"{id}\""));
    behind(example, &format!("\"{name}\": \"")).split('"').next().unwrap()
}

//! What an answer of the exchange says that matters for what is signed next. Nothing is kept here.

mod answer;
mod body;
mod meaning;
#[cfg(test)]
mod tests;

pub use answer::{Answer, OrderCounts};
pub use meaning::Meaning;

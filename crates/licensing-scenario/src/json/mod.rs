//! JSON, as much of it as documents need: whole numbers without signs, no empty names, no depth to speak of. It is read in
//! slices into a list of tokens, so that a large file takes little more memory than its text, and written straight into one.

mod layout;
mod line;
#[cfg(test)]
pub(crate) mod looks;
mod node;
mod parse;

pub use line::{Fields, Line, fields, object};
pub use node::{Node, Object, brief};
pub use parse::{Json, Parsing};

use alloc::string::String;

use crate::error::ScenarioError;

/// An error at a place of the text.
fn error_at(text: &str, at: usize, what: String) -> ScenarioError {
    let before = text.as_bytes().get(..at).unwrap_or_default();
    let line = before.iter().filter(|byte| **byte == b'\n').count().saturating_add(1);
    ScenarioError::Text { line: line as u32, what }
}

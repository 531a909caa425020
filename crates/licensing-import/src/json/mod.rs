//! JSON in pieces: tokens, and single values with the lines that they stand on.

mod decoder;
mod lexer;
mod value;

pub(crate) use decoder::Decoder;
pub(crate) use lexer::{Lexer, Token};
pub(crate) use value::{Node, Reference, ReferenceKind, Value};

//! How values become few bytes: a range coder that learns, and the models by which it does.

mod coder;
mod letters;
mod model;

pub(crate) use coder::{Allowance, Coder, Fault};
pub(crate) use letters::Letters;
pub(crate) use model::{Bit, Number, Position, Symbol};

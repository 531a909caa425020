//! How values become few bytes: a range coder that learns, and the models by which it does.

mod bit;
mod coder;
mod letters;
mod model;

pub(crate) use bit::Bit;
pub(crate) use coder::{Allowance, Coder, Fault};
pub(crate) use letters::Letters;
pub(crate) use model::{Number, Position, Symbol};

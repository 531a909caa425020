//! All tests of this crate that use it from outside, as one program: it is linked once.

mod phrases;
mod spelling;
mod statements;
mod texts;
mod used;

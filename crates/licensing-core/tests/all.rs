//! All tests of this crate that use it from outside, as one program: it is linked once.

mod audit;
mod facts;
mod many;
mod next;
mod seed;
mod undo;

//! All tests of this crate that use it from outside, as one program: it is linked once.

mod common;
mod preview;
mod repairs;
mod seed;

//! All tests of this crate that use it from outside, as one program: it is linked once.

mod became;
mod foresight;
mod going;
mod keeping;
mod session;

//! All tests of this crate that use it from outside, as one program: it is linked once.

mod draft;
mod lessons;
mod own;

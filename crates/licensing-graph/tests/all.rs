//! All tests of this crate that use it from outside, as one program: it is linked once.

mod common;
mod console;
mod contract;
mod hostile;
mod random;
mod transcript;

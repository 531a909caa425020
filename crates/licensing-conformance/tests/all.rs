//! All tests of this crate that use it from outside, as one program: it is linked once.

mod counts;
mod diff;
mod differential;
mod engine;
mod examples;
mod invariants;
mod state;

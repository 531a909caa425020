//! All tests of this crate that use it from outside, as one program: it is linked once.

mod beside;
mod common;
mod draft;
mod faults;
mod file;
mod golden;
mod labels;
mod left;
mod link;
mod open;
mod own_catalog;
mod sample;
mod simulator;
mod tabs;
mod worlds;

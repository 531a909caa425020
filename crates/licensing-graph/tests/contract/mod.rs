//! The scripting contract, row by row; the table is in `README.md` of this crate.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "a test fails by panicking")]

mod alike;
mod batch;
mod domains;
mod errors;
mod people;
mod queries;
mod reading;
mod writing;

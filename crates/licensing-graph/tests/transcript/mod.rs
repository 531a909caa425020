//! A transcript: an example of each kind of command, names that mean harm, and files.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "a test fails by panicking")]

mod commands;
mod files;
mod story;

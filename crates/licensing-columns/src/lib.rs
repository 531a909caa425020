//! How a tenant is kept where steps read and write it: columns, lists and the log in pages that copies share; what is
//! known of templates in a few bits; and the steps of many users in one loop over all that.
//!
//! It is compiled for speed, and the engine around it for size: what every step executes stands here. It decides nothing
//! but by bits, and says of everybody else that the rules have to judge.
#![no_std]
#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::float_arithmetic))]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking"))]

extern crate alloc;

pub mod brief;
pub mod column;
pub mod contents;
pub mod events;
pub mod known;
pub mod lines;
pub mod list_pool;
pub mod many;
pub mod numbers;
pub mod paged;
pub mod room;
pub mod slot;
pub mod times;
pub mod user;

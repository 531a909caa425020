//! R14: the audit log. Events are kept as a few bytes each; `query/audit.rs` words them when they are shown.

pub mod event;
pub mod heading;
pub(crate) mod log;

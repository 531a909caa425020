//! R14: the audit log. Events are kept as a few bytes each and worded when they are shown.

pub mod event;
pub mod heading;
pub(crate) mod log;
pub mod wording;

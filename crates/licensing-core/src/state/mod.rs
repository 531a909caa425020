//! A tenant as plain values, and back: what storage, links, files and imports rest on.
//!
//! [`Tenant::state`] says what holds now; [`Tenant::restore`] puts a tenant together from it, which behaves as the first
//! one would from there on. A state comes from outside: all of it is checked, and what follows from the rest (seats in
//! use, counts of errors, who holds which address) is computed anew.

mod check;
mod cost;
mod error;
mod numbers;
mod restore;
mod save;

pub use check::settings as check_settings;
pub use cost::{Counting, MOST_PATHS, paths_to_look_at};
pub use error::{StateError, StateFault};
pub use restore::Restoring;
pub use save::{AuditLog, Saving, recorded_pages};

//! Looking before leaping: what commands would lead to, and the fewest commands that repair an error.
//!
//! Everything here is tried on a copy of the tenant, by the engine itself: nothing decides a rule, and what is shown is
//! what then happens (I10). [`Previewing`] tries commands and sums up what differs; a [`Draft`] collects commands;
//! [`Repairing`] looks for the smallest [`Repairs`] of an error; a [`Comparison`] holds two tenants against each other.
//!
//! ```
//! use licensing_foresight::Preview;
//! use licensing_model::{Command, ProductId, Units};
//!
//! let catalog = std::sync::Arc::new(licensing_catalog::starter());
//! let tenant = licensing_core::Tenant::new(catalog, Default::default());
//! let preview = Preview::of(&tenant, vec![Command::SetUnits(ProductId::at(0), Units::enabled(5))]);
//! assert!(preview.is_err() || preview.is_ok_and(|preview| preview.is_of(&tenant)));
//! ```
#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::float_arithmetic))]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking"))]

mod comparison;
mod draft;
mod preview;
mod repair;

pub use comparison::{Comparison, Contrasting, Differs, DiffersIn, under};
pub use draft::Draft;
pub use preview::caveats::Caveat;
pub use preview::gaps::Gap;
pub use preview::lines::{Line, LineCause, LineKind};
pub use preview::summary::Summary;
pub use preview::{Preview, Previewing, Refused};
pub use repair::order::{Keep, sort};
pub use repair::refused::{Instead, repairs_of_refused};
pub use repair::several::{Mending, Mends, errors_of_group, errors_of_user};
pub use repair::{Level, Repair, Repairing, Repairs, Target};

//! The engine of Licensing Lab: a tenant, the commands that change it, the background that processes licenses, and the
//! explanation of every outcome.
//!
//! It is pure and total. It knows no clock, no randomness, no storage, no document and no floating point; it is
//! `no_std`, so that the compiler keeps it so. No input makes it panic.
#![no_std]
#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::float_arithmetic))]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking"))]

extern crate alloc;

pub mod apply;
pub mod audit;
pub mod background;
pub mod cure;
pub mod diff;
mod digest;
pub mod explain;
pub mod history;
pub mod membership;
pub mod order;
pub mod query;
pub mod rules;
pub mod shape;
mod snapshot;
pub mod state;
mod store;
pub mod tenant;

pub use apply::Accepted;
pub use audit::heading::{Actor, AuditGlance, Target};
pub use background::{MANY_STEPS, Memory, Settled, StepOutcome, Taken};
pub use cure::{Carrier, Cure};
pub use diff::{Change, Diff, MailboxChange, PathChange, PathValue, SeatChange, UserChange};
pub use explain::{Obstacle, Origin, Statement, Trace};
pub use history::{Action, Actions, History};
pub use membership::MembershipReason;
pub use query::{
    AuditRecord, EffectiveLicense, ErrorGlance, GivenPlans, GroupDetails, LicenseErrors, Message, Modified, PathRow,
    PlanOnPath, PlansOn, ProductDetails, ProductPath, QueuedRun, RefusalText, RunEvent, UserDetails,
};
pub use rules::registry::{Rule, Source};
pub use rules::switches::switches;
pub use state::{AuditLog, Restoring, StateError, StateFault};
pub use store::address_book::{Holder, Mailbox};
pub use store::interner::Interner;
pub use tenant::Tenant;

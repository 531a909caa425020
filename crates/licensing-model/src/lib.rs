//! The vocabulary of group-based licensing, without any behaviour.
//!
//! The engine (`licensing-core`) and the slow model that checks it (`licensing-reference`) share this
//! crate and nothing else, so that a mistake in one cannot hide in the other.
#![no_std]
#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::float_arithmetic))]

extern crate alloc;

pub mod address;
pub mod assignment;
pub mod catalog;
pub mod command;
pub mod country;
pub mod guid;
pub mod ids;
pub mod letters;
pub mod paced;
pub mod property;
pub mod refusal;
pub mod rule;
pub mod rule_set;
pub mod settings;
pub mod sliced;
pub mod snapshot;
pub mod state;
pub mod units;

pub use assignment::{AssignmentError, AssignmentState, Path, ProcessingState};
pub use catalog::{Catalog, OwnCatalog};
pub use command::{Command, CommandKind, Created, License, Member};
pub use country::CountryCode;
pub use guid::Guid;
pub use ids::{ContactId, GroupId, PlanId, ProductId, UserId};
pub use paced::{Pace, Paced};
pub use property::Property;
pub use refusal::Refusal;
pub use rule::MembershipRule;
pub use rule_set::RuleSet;
pub use settings::TenantSettings;
pub use sliced::Sliced;
pub use state::TenantState;
pub use units::{CapabilityStatus, Units};

//! The rules. Each check stands in the file that bears its name; the data that they read is compiled from the
//! catalog, the rule set and the tenant's own changes.

pub(crate) mod addresses;
pub(crate) mod attempt;
pub(crate) mod brief;
pub(crate) mod cause;
pub(crate) mod dependency;
pub(crate) mod exclusivity;
pub(crate) mod facts;
pub(crate) mod ground;
pub(crate) mod judge;
#[cfg(test)]
mod literals;
pub(crate) mod location;
pub mod registry;
pub(crate) mod seats;
pub(crate) mod suspension;
pub mod switches;
pub(crate) mod tables;
pub(crate) mod template_change;

//! What can be asked of a tenant. Nothing here changes anything, and nothing decides a rule.

mod facts;
mod groups;
mod names;
mod next;
mod paths;
mod products;
mod queue;
mod rule_rows;
mod users;

pub use facts::ProductPath;
pub use groups::{GroupDetails, LicenseErrors};
pub use paths::{EffectiveLicense, PathRow, PlanOnPath};
pub use products::ProductDetails;
pub use queue::QueuedRun;
pub use users::UserDetails;

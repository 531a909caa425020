//! What can be asked of a tenant. Nothing here changes anything, and nothing decides a rule.

mod audit;
mod facts;
mod find;
mod given;
mod groups;
mod names;
mod next;
mod paths;
mod plans_on;
mod products;
mod queue;
mod refusal_text;
mod rule_rows;
mod runs;
mod users;

pub use audit::{AuditRecord, Message, Modified};
pub use facts::ProductPath;
pub use given::GivenPlans;
pub use groups::{ErrorGlance, GroupDetails, LicenseErrors};
pub use paths::{EffectiveLicense, PathRow, PlanOnPath};
pub use plans_on::PlansOn;
pub use products::ProductDetails;
pub use queue::QueuedRun;
pub use refusal_text::RefusalText;
pub use runs::RunEvent;
pub use users::UserDetails;

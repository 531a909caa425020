//! Looking before leaping, from what is worked on: whoever shows it gets view models, and the tenant of no one.

mod comparing;
mod drafting;
mod looking;
mod mending;
mod repairing;

pub use comparing::{Against, Compared, Contrast};
pub use licensing_foresight::Keep;
pub use looking::{Looked, Looking, Refused, is_looked_at_first};
pub use mending::{Ailing, Mended, Mending};
pub use repairing::{FoundRepairs, RepairSearch};

/// Steps or users between two glances at the clock.
pub const AT_ONCE: u32 = 100;

//! The background: the queue of runs (R2), what puts work into it (R3), and one user's step (R4).

pub(crate) mod many;
pub(crate) mod queue;
pub(crate) mod reconcile;
pub(crate) mod step;

pub use many::{MANY_STEPS, Memory};
pub use step::{Settled, StepOutcome, Taken};

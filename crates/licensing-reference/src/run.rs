//! A run of the queue (R2.1).

use licensing_model::UserId;
use licensing_model::snapshot::RunTarget;

/// One run of the queue.
#[derive(Clone, Debug)]
pub(crate) struct Run {
    pub(crate) target: RunTarget,
    pub(crate) started: bool,
    /// The users that a started run has still to take.
    pub(crate) remaining: Vec<UserId>,
}

//! What runs of the background did, as the log tells it.

use licensing_model::snapshot::RunTarget;
use licensing_model::{AssignmentError, GroupId, UserId};

use crate::audit::event::Event;
use crate::tenant::Tenant;

/// Something that a run did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunEvent {
    /// A run of a group began.
    Started(GroupId),
    /// It ended.
    Finished {
        /// Of which group.
        group: GroupId,
        /// Users without a row in error afterwards.
        succeeded: u32,
        /// Users with one.
        failed: u32,
    },
    /// A step changed what a path of a user holds.
    Changed {
        /// Whose.
        user: UserId,
        /// By which group.
        group: GroupId,
    },
    /// A step could not change it.
    Failed {
        /// Whose.
        user: UserId,
        /// By which group.
        group: GroupId,
        /// Why not.
        error: AssignmentError,
    },
}

impl Tenant {
    /// What runs did, each with its time, oldest first, from position `from` of the log on.
    pub fn run_events(&self, from: usize) -> impl Iterator<Item = (u32, RunEvent)> {
        let told = |(time, event)| {
            let what = match event {
                Event::RunStarted { group, .. } => RunEvent::Started(group),
                Event::RunFinished { group, succeeded, failed } => RunEvent::Finished { group, succeeded, failed },
                Event::PathChanged { user, group, .. } | Event::PathConverted { user, group, .. } => {
                    RunEvent::Changed { user, group }
                }
                Event::PathFailed { user, group, error, .. } => RunEvent::Failed { user, group, error },
                _ => return None,
            };
            Some((time, what))
        };
        self.audit.iter_from(from).filter_map(told)
    }

    /// Whom the runs are for that are not done yet.
    pub fn runs_to_come(&self) -> impl Iterator<Item = RunTarget> {
        let started = self.queue.started.iter().filter(|run| !run.remaining().is_empty());
        started.map(|run| run.target).chain(self.queue.waiting())
    }
}

//! The queue, as it stands.

use alloc::vec::Vec;

use licensing_model::UserId;
use licensing_model::snapshot::RunTarget;

use crate::tenant::Tenant;

/// A run of the queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueuedRun {
    /// Whom it is for.
    pub target: RunTarget,
    /// Whether its first step was taken.
    pub started: bool,
    /// How many users it took so far.
    pub taken: usize,
    /// How many of them have a row of the group in error.
    pub failed: usize,
    /// Users of a started run that are still to come, in order.
    pub remaining: Vec<UserId>,
}

impl Tenant {
    /// The first `most` runs of the queue.
    pub fn queue(&self, most: usize) -> Vec<QueuedRun> {
        let started = self.queue.started.iter().map(|run| QueuedRun {
            target: run.target,
            started: true,
            taken: run.next,
            failed: run.failed as usize,
            remaining: run.remaining().to_vec(),
        });
        let waiting = self.queue.waiting().map(|target| QueuedRun {
            target,
            started: false,
            taken: 0,
            failed: 0,
            remaining: self.expected_users(target),
        });
        started.chain(waiting).take(most).collect()
    }

    /// How many runs there are.
    pub fn queue_length(&self) -> usize {
        self.queue.len()
    }

    /// How many users wait to be taken, as far as can be said now.
    pub fn waiting_steps(&self) -> usize {
        let started: usize = self.queue.started.iter().map(|run| run.remaining().len()).sum();
        let waiting = self.queue.waiting().map(|target| match target {
            RunTarget::User(_) => 1,
            RunTarget::Group(group) => {
                self.groups.get(group).map_or(0, |record| record.member_count().saturating_add(record.left.len()))
            }
            RunTarget::Members(group) => self.users_to_move(group).len(),
        });
        started.saturating_add(waiting.sum())
    }

    /// The users that a run would list if it started now.
    fn expected_users(&self, target: RunTarget) -> Vec<UserId> {
        match target {
            RunTarget::User(user) => alloc::vec![user],
            RunTarget::Group(group) => self.users_of_run(group),
            RunTarget::Members(group) => self.users_to_move(group),
        }
    }
}

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
    /// The first users that are still to come, in order.
    pub remaining: Vec<UserId>,
    /// How many there are, as far as that can be said of a run that is not started.
    pub left: usize,
}

impl Tenant {
    /// The first `most` runs of the queue, with the first `users` users of each.
    pub fn queue(&self, most: usize, users: usize) -> Vec<QueuedRun> {
        let started = self.queue.started.iter().map(|run| QueuedRun {
            target: run.target,
            started: true,
            taken: run.next,
            failed: run.failed as usize,
            remaining: run.remaining().iter().take(users).copied().collect(),
            left: run.remaining().len(),
        });
        let waiting = self.queue.waiting().map(|target| {
            let (remaining, left) = self.expected_users(target, users);
            QueuedRun { target, started: false, taken: 0, failed: 0, remaining, left }
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

    /// The first users that a run would list if it started now, and how many those are in all.
    fn expected_users(&self, target: RunTarget, most: usize) -> (Vec<UserId>, usize) {
        match target {
            RunTarget::User(user) => (alloc::vec![user], 1),
            RunTarget::Group(group) => {
                let live =
                    |users: &mut dyn Iterator<Item = UserId>| users.filter(|user| self.users.is_live(*user)).count();
                let record = self.groups.get(group);
                let left = record.map_or(0, |record| live(&mut record.left.iter().copied()));
                let members = record.filter(|record| record.deleted_at.is_none()).map_or(0, |it| it.member_count());
                (self.users_of_run(group).take(most).collect(), members.saturating_add(left))
            }
            RunTarget::Members(group) => {
                let mut users = self.users_to_move(group);
                let all = users.len();
                users.truncate(most);
                (users, all)
            }
        }
    }
}

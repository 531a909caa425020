//! R2.1: one first-in-first-out queue of runs.

use alloc::vec::Vec;

use licensing_model::snapshot::RunTarget;
use licensing_model::{GroupId, ProcessingState, UserId};

use crate::audit::event::Event;
use crate::store::group::Group;
use crate::store::users::Flags;
use crate::tenant::Tenant;
use licensing_columns::numbers::Waiting;
use licensing_columns::paged::Paged;
use licensing_columns::room::ask_for_steps;

const GROUP: u32 = Waiting::GROUP;
const RULE: u32 = GROUP | 1 << 30;

/// The user, where it is the run of one.
fn user_of(run: Waiting) -> Option<UserId> {
    (run.0 & GROUP == 0).then(|| UserId::from_raw(run.0))
}

fn target_of(run: Waiting) -> RunTarget {
    if run.0 & GROUP == 0 {
        RunTarget::User(UserId::from_raw(run.0))
    } else if run.0 & RULE == RULE {
        RunTarget::Members(GroupId::from_raw(run.0 & !RULE))
    } else {
        RunTarget::Group(GroupId::from_raw(run.0 & !GROUP))
    }
}

fn run_of(target: RunTarget) -> Waiting {
    match target {
        RunTarget::User(user) => Waiting(user.raw() & !GROUP),
        RunTarget::Group(group) => Waiting(group.raw() & !RULE | GROUP),
        RunTarget::Members(group) => Waiting(group.raw() | RULE),
    }
}

const GONE: Waiting = Waiting::GONE;

/// A run whose first step was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Started {
    /// Whom it is for.
    pub(crate) target: RunTarget,
    /// The users that a group run takes, in order; a user run has no list.
    users: Vec<UserId>,
    /// How many were taken.
    pub(crate) next: usize,
    /// Users without a row in error afterwards (R14).
    pub(crate) succeeded: u32,
    /// Users with one.
    pub(crate) failed: u32,
}

impl Started {
    fn is_of(&self, group: GroupId) -> bool {
        self.target == RunTarget::Group(group)
    }

    /// A run that was under way: `users` as they were listed when it started, of whom `next` were taken.
    pub(crate) fn resumed(target: RunTarget, users: Vec<UserId>, next: usize, succeeded: u32, failed: u32) -> Started {
        Started { target, users, next, succeeded, failed }
    }

    /// The users that a group run listed when it started.
    pub(crate) fn listed(&self) -> &[UserId] {
        &self.users
    }

    /// The users still to be taken.
    pub(crate) fn remaining(&self) -> &[UserId] {
        match &self.target {
            RunTarget::User(user) if self.next == 0 => core::slice::from_ref(user),
            RunTarget::User(_) => &[],
            RunTarget::Group(_) | RunTarget::Members(_) => self.users.get(self.next..).unwrap_or_default(),
        }
    }

    /// So many users were taken, and so many of them have a row in error.
    pub(super) fn count(&mut self, users: u32, failed: u32) {
        self.next = self.next.saturating_add(users as usize);
        self.failed = self.failed.saturating_add(failed);
        self.succeeded = self.succeeded.saturating_add(users.saturating_sub(failed));
    }

    /// Takes `user` out of those still to come.
    fn drop_user(&mut self, user: UserId) {
        // A run has a user once.
        let next = self.next;
        let still_to_come = self.users.get(next..).unwrap_or_default();
        if let Some(at) = still_to_come.iter().position(|other| *other == user) {
            self.users.remove(next.saturating_add(at));
        }
    }
}

/// The queue. Only the first runs can have started, because workers take runs from its front.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Queue {
    /// Runs that have started, in the order of the queue.
    pub(crate) started: Vec<Started>,
    waiting: WaitingRuns,
}

const WAITING_PAGE: usize = 1024;

/// The runs that have not started, in pages that copies share.
#[derive(Clone, Debug, Default)]
struct WaitingRuns {
    runs: Paged<Waiting, WAITING_PAGE>,
    /// Where the first of them stands; none before it waits any more.
    first: usize,
    /// That one.
    next: Option<Waiting>,
    count: usize,
}

/// What waits is the same, wherever it stands.
impl PartialEq for WaitingRuns {
    fn eq(&self, other: &Self) -> bool {
        self.count == other.count && self.iter().eq(other.iter())
    }
}

impl Eq for WaitingRuns {}

impl WaitingRuns {
    fn iter(&self) -> impl Iterator<Item = Waiting> {
        self.runs.iter_from(self.first).copied().filter(|run| *run != GONE)
    }

    fn push(&mut self, run: Waiting) {
        self.runs.push(run);
        self.next = self.next.or(Some(run));
        self.count = self.count.saturating_add(1);
    }

    fn pop(&mut self) -> Option<Waiting> {
        let run = self.next?;
        self.first = self.first.saturating_add(1);
        self.count = self.count.saturating_sub(1);
        self.skip_gone();
        Some(run)
    }

    /// Takes out a run of which there is one. Users are mostly deleted in the order in which they wait, or against it: it
    /// is looked for from both ends.
    fn remove(&mut self, run: Waiting) {
        let end = self.runs.len();
        let mut near = (self.first..end).zip((self.first..end).rev());
        let place = near.find_map(|(front, back)| {
            let is_it = |at: &usize| self.runs.get(*at) == Some(&run);
            Some(front).filter(is_it).or(Some(back).filter(is_it))
        });
        if let Some(place) = place.and_then(|at| self.runs.get_mut(at)) {
            *place = GONE;
            self.count = self.count.saturating_sub(1);
            self.skip_gone();
        }
    }

    /// Goes on to the first run that waits, and lets go of pages before it.
    fn skip_gone(&mut self) {
        self.next = loop {
            match self.runs.read(self.first).copied() {
                Some(GONE) => self.first = self.first.saturating_add(1),
                next => break next,
            }
        };
        if self.first >= WAITING_PAGE {
            self.first = self.first.saturating_sub(self.runs.drop_pages_before(self.first));
        }
    }
}

impl Queue {
    /// How many runs there are.
    pub(crate) fn len(&self) -> usize {
        self.started.len().saturating_add(self.waiting.count)
    }

    /// Makes room for `more` runs.
    pub(crate) fn reserve(&mut self, more: usize) {
        self.waiting.runs.reserve(more);
    }

    /// Runs that have not started, in order.
    pub(crate) fn waiting(&self) -> impl Iterator<Item = RunTarget> + '_ {
        self.waiting.iter().map(target_of)
    }

    /// Whether that is a run which can have nobody to take.
    pub(crate) fn group_is_next(&self) -> bool {
        self.waiting.next.is_some_and(|run| user_of(run).is_none())
    }

    /// The first run that waits and those behind it on the same page.
    pub(super) fn front(&self) -> &[Waiting] {
        self.waiting.runs.rest_of_page(self.waiting.first)
    }

    /// Takes the runs at so many places at the front; so many were there.
    pub(super) fn take_users(&mut self, places: usize, runs: u32) {
        self.waiting.first = self.waiting.first.saturating_add(places);
        self.waiting.count = self.waiting.count.saturating_sub(runs as usize);
        self.waiting.skip_gone();
    }

    /// Adds a run at the end.
    pub(crate) fn push_waiting(&mut self, target: RunTarget) {
        self.waiting.push(run_of(target));
    }

    /// Takes out a run that waits.
    fn remove_waiting(&mut self, target: RunTarget) {
        self.waiting.remove(run_of(target));
    }
}

impl Tenant {
    /// Queues a run of one user, unless one waits (R2.1).
    pub(crate) fn queue_user(&mut self, user: UserId) {
        if self.users.is_live(user) && !self.users.flags.at(user).has(Flags::WAITING) {
            self.users.flag(user, Flags::WAITING, true);
            self.queue.push_waiting(RunTarget::User(user));
        }
    }

    /// Queues a run of a group, unless one waits (R2.1); the state shows it (R2.2).
    pub(crate) fn queue_group(&mut self, group: GroupId) {
        let Some(record) = self.groups.get_mut(group) else { return };
        if record.waiting {
            return;
        }
        record.waiting = true;
        let running = self.queue.started.iter().any(|run| run.is_of(group));
        if !running && record.processing.is_some() {
            record.processing = Some(ProcessingState::QueuedForProcessing);
        }
        self.queue.push_waiting(RunTarget::Group(group));
    }

    /// R2.2: from its first template on a group has a state, even when a run of it waited or was under way before.
    pub(crate) fn show_first_template(&mut self, group: GroupId) {
        let is_running = self.queue.started.iter().any(|run| run.is_of(group));
        if let Some(record) = self.groups.get_mut(group)
            && record.processing.is_none()
        {
            let state =
                if is_running { ProcessingState::ProcessingInProgress } else { ProcessingState::QueuedForProcessing };
            record.processing = Some(state);
        }
    }

    /// Drops the runs of one kind for a group, started or not.
    pub(crate) fn drop_runs(&mut self, target: RunTarget) {
        self.queue.started.retain(|run| run.target != target);
        let waits = match target {
            RunTarget::User(_) => None,
            RunTarget::Group(group) => self.groups.get_mut(group).map(|record| &mut record.waiting),
            RunTarget::Members(group) => self.groups.get_mut(group).map(|record| &mut record.members_waiting),
        };
        if waits.is_some_and(core::mem::take) {
            self.queue.remove_waiting(target);
        }
    }

    /// R3: drops the runs of a group that is deleted.
    pub(crate) fn drop_group_runs(&mut self, group: GroupId) {
        self.drop_runs(RunTarget::Group(group));
        if let Some(record) = self.groups.get_mut(group)
            && record.processing.is_some()
        {
            record.processing = Some(ProcessingState::ProcessingComplete);
        }
    }

    /// R3: the waiting steps of a user that is deleted vanish, one that was put off among them.
    pub(crate) fn drop_user_steps(&mut self, user: UserId) {
        if self.users.flags.at(user).has(Flags::WAITING) {
            self.users.flag(user, Flags::WAITING, false);
            self.queue.remove_waiting(RunTarget::User(user));
        }
        self.queue.started.retain(|run| run.target != RunTarget::User(user));
        self.queue.started.iter_mut().for_each(|run| run.drop_user(user));
    }

    /// Takes the run at the front whole, if it is one user's and no other has started.
    pub(crate) fn take_user_run(&mut self) -> Option<UserId> {
        if !self.queue.started.is_empty() {
            return None;
        }
        let user = user_of(self.queue.waiting.next?)?;
        self.queue.waiting.pop();
        self.users.flag(user, Flags::WAITING, false);
        Some(user)
    }

    /// Starts the run at the front of those that wait (docs/readings.md, 10). Answers whether there was one.
    pub(crate) fn start_next_run(&mut self) -> bool {
        let Some(run) = self.queue.waiting.pop() else { return false };
        let target = target_of(run);
        let users = match target {
            RunTarget::User(user) => {
                self.users.flag(user, Flags::WAITING, false);
                Vec::new()
            }
            RunTarget::Group(group) => {
                let users = self.list_of_run(group);
                ask_for_steps(users.len());
                let template = self.template_of(group);
                if let Some(record) = self.groups.get_mut(group) {
                    record.waiting = false;
                    if record.processing.is_some() {
                        record.processing = Some(ProcessingState::ProcessingInProgress);
                    }
                }
                self.log(Event::RunStarted { group, template });
                users
            }
            RunTarget::Members(group) => {
                if let Some(record) = self.groups.get_mut(group) {
                    record.members_waiting = false;
                }
                self.log(Event::RuleRunStarted { group });
                self.users_to_move(group)
            }
        };
        self.queue.started.push(Started { target, users, next: 0, succeeded: 0, failed: 0 });
        true
    }

    /// R2.1: members in the order of joining, then those who left and of whom a row remains, by the order of leaving.
    pub(crate) fn users_of_run(&self, group: GroupId) -> impl Iterator<Item = UserId> {
        let record = self.groups.get(group);
        let members = record.filter(|record| record.deleted_at.is_none()).into_iter();
        let members = members.flat_map(|record| record.members());
        let left = record.into_iter().flat_map(|record| record.left.iter().copied());
        members.chain(left).filter(move |user| self.users.is_live(*user))
    }

    /// The same as a list.
    fn list_of_run(&self, group: GroupId) -> Vec<UserId> {
        let Some(record) = self.groups.get(group) else { return Vec::new() };
        let mut users = match record.deleted_at {
            None => record.live_members(&self.users.flags),
            Some(_) => Vec::new(),
        };
        users.extend(record.left.iter().copied().filter(|user| self.users.is_live(*user)));
        users
    }

    /// Ends the started run at position `at`: R2.2 and the finish event (R14).
    pub(crate) fn finish_run(&mut self, at: usize) {
        let Some(run) = self.queue.started.get(at) else { return };
        let (target, succeeded, failed) = (run.target, run.succeeded, run.failed);
        if let RunTarget::Group(group) = target {
            let others = self.queue.started.iter().enumerate().filter(|(other, _)| *other != at);
            let is_running = others.map(|(_, run)| run).any(|run| run.is_of(group) && !run.remaining().is_empty());
            self.show_run_ended(group, is_running);
            self.log(Event::RunFinished { group, succeeded, failed });
        }
        if let RunTarget::Members(group) = target {
            self.log(Event::RuleRunFinished { group, joined: succeeded, left: failed });
        }
    }

    /// R2.2: the state of a group one of whose runs has ended. Several workers may run a group twice at once.
    fn show_run_ended(&mut self, group: GroupId, is_running: bool) {
        if let Some(record) = self.groups.get_mut(group)
            && record.processing.is_some()
        {
            record.processing = Some(match (is_running, record.waiting) {
                (true, _) => ProcessingState::ProcessingInProgress,
                (false, true) => ProcessingState::QueuedForProcessing,
                (false, false) => ProcessingState::ProcessingComplete,
            });
        }
    }

    /// Ends what a state that comes from elsewhere has begun for nobody: runs without anybody to take, and what groups say of
    /// runs that are not there.
    pub fn end_runs_of_nobody(&mut self) {
        self.end_empty_runs();
        let is_lost = |(group, record): &(GroupId, &Group)| {
            let waits = record.waiting || self.queue.started.iter().any(|run| run.is_of(*group));
            !waits && record.processing.is_some_and(|state| state != ProcessingState::ProcessingComplete)
        };
        let lost: Vec<GroupId> = self.groups.iter().filter(is_lost).map(|(group, _)| group).collect();
        for group in lost {
            self.show_run_ended(group, false);
        }
    }

    /// R2.1: ends runs among the first n that have nobody to take, without a step (docs/readings.md, 11). There are none after
    /// a command or a step.
    pub(crate) fn end_empty_runs(&mut self) {
        let mut at = 0;
        // With fewer workers than before, runs that have begun wait behind the first n.
        while at < self.queue.started.len().min(self.workers()) {
            if self.queue.started.get(at).is_some_and(|run| run.remaining().is_empty()) {
                self.finish_run(at);
                self.queue.started.remove(at);
            } else {
                at = at.saturating_add(1);
            }
        }
        let mut place = 0;
        while self.queue.started.len().saturating_add(place) < self.workers() {
            let Some(run) = self.queue.waiting.iter().nth(place) else { break };
            let is_empty = match target_of(run) {
                RunTarget::User(_) => false,
                RunTarget::Group(group) => !self.has_users_to_run(group),
                RunTarget::Members(group) => !self.has_users_to_move(group),
            };
            if !is_empty {
                place = place.saturating_add(1);
                continue;
            }
            self.queue.waiting.remove(run);
            if let RunTarget::Members(group) = target_of(run)
                && let Some(record) = self.groups.get_mut(group)
            {
                record.members_waiting = false;
            }
            if let RunTarget::Group(group) = target_of(run) {
                let template = self.template_of(group);
                if let Some(record) = self.groups.get_mut(group) {
                    record.waiting = false;
                }
                let is_running = self.queue.started.iter().any(|run| run.is_of(group));
                self.show_run_ended(group, is_running);
                self.log(Event::RunStarted { group, template });
                self.log(Event::RunFinished { group, succeeded: 0, failed: 0 });
            }
        }
    }

    fn has_users_to_run(&self, group: GroupId) -> bool {
        self.groups.get(group).is_some_and(|record| {
            record.members().chain(record.left.iter().copied()).any(|user| self.users.is_live(user))
        })
    }
}

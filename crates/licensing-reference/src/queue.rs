//! R2: the queue of runs and its steps. R3: what starts work.

use std::collections::BTreeSet;

use licensing_model::assignment::{AssignmentError, ProcessingState};
use licensing_model::command::Member;
use licensing_model::snapshot::{RunTarget, StepSnapshot};
use licensing_model::{GroupId, ProductId, RuleSet, Units, UserId};

use crate::dynamic::Heed;
use crate::model::Model;
use crate::run::Run;

impl Model {
    /// R2.1: queues a run, unless an equal one waits unstarted.
    pub(crate) fn request(&mut self, target: RunTarget) {
        if !self.queue.iter().any(|run| run.target == target && !run.started) {
            self.queue.push(Run { target, started: false, remaining: Vec::new() });
        }
    }

    /// R3: a user joins or leaves a group that has a template or a row of the user.
    pub(crate) fn membership_changed(&mut self, user: UserId, group: GroupId) {
        if !self.groups[&group].template.is_empty() || self.has_row_of(user, group) {
            self.request(RunTarget::User(user));
        }
    }

    /// R3: a group is deleted. Its runs are dropped; users with a row of it are looked at in the order of joining.
    pub(crate) fn group_deleted(&mut self, group: GroupId) {
        self.queue.retain(|run| ![RunTarget::Group(group), RunTarget::Members(group)].contains(&run.target));
        let mut users: Vec<(u64, UserId)> = Vec::new();
        for membership in self.memberships.iter().filter(|m| m.group == group) {
            if let Member::User(user) = membership.member
                && self.lives(user)
                && self.has_row_of(user, group)
            {
                users.push((membership.joined, user));
            }
        }
        users.sort();
        for (_, user) in users {
            self.request(RunTarget::User(user));
        }
    }

    /// R3: a user is deleted. Its waiting steps vanish.
    pub(crate) fn user_deleted(&mut self, user: UserId) {
        self.queue.retain(|run| run.target != RunTarget::User(user));
        for run in &mut self.queue {
            run.remaining.retain(|waiting| *waiting != user);
        }
    }

    /// R3: units are bought. Today's rules retry the users in CountViolation; those of 2019 retry nobody.
    pub(crate) fn units_changed(&mut self, product: ProductId, before: Units, after: Units) {
        let usable = |units: Units| i64::from(units.enabled) + i64::from(units.warning);
        let stopped = |units: Units| i64::from(units.suspended) + i64::from(units.locked_out);
        // Readings 15: what returns from suspended or locked out is not bought.
        let returned = (stopped(before) - stopped(after)).max(0);
        let bought = usable(after) - usable(before) - returned > 0;
        if !bought || self.rules == RuleSet::Rules2019 {
            return;
        }
        let mut waiting: Vec<(u64, UserId)> = Vec::new();
        for (id, user) in self.live_users() {
            let rows = user
                .rows
                .iter()
                .filter(|((of, _), row)| *of == product && row.error == AssignmentError::CountViolation);
            waiting.extend(rows.filter_map(|(_, row)| row.short_since).min().map(|since| (since, id)));
        }
        waiting.sort();
        for (_, user) in waiting {
            self.request(RunTarget::User(user));
        }
    }

    /// R2.1: the users of a group run: members by joining, then those who left and have a row of it by leaving.
    fn users_of_run(&self, group: GroupId) -> Vec<UserId> {
        let mut left: Vec<(u64, UserId)> = Vec::new();
        for (user, _) in self.live_users().filter(|(user, _)| self.has_row_of(*user, group)) {
            if let Some(moment) = self.left(user, group) {
                left.push((moment, user));
            }
        }
        left.sort();
        self.users_of(group).into_iter().chain(left.into_iter().map(|(_, user)| user)).collect()
    }

    /// The users that a run has to take, or would if it started now.
    fn to_take(&self, run: &Run) -> Vec<UserId> {
        match run.target {
            _ if run.started => run.remaining.clone(),
            RunTarget::User(user) => vec![user],
            RunTarget::Group(group) => self.users_of_run(group),
            RunTarget::Members(group) => self.users_to_move(group),
        }
    }

    /// R2.2: derived from the queue.
    pub(crate) fn processing_state(&self, group: GroupId) -> Option<ProcessingState> {
        if !self.groups[&group].ever_licensed {
            return None;
        }
        let runs: Vec<&Run> = self.queue.iter().filter(|run| run.target == RunTarget::Group(group)).collect();
        Some(match runs.iter().any(|run| run.started) {
            true => ProcessingState::ProcessingInProgress,
            false if runs.is_empty() => ProcessingState::ProcessingComplete,
            false => ProcessingState::QueuedForProcessing,
        })
    }

    /// Readings 11: a run among the first n that has nobody to take is over.
    pub(crate) fn end_runs(&mut self) {
        let over = |model: &Model| {
            let first = model.queue.iter().take(usize::from(model.workers));
            first.into_iter().position(|run| model.to_take(run).is_empty())
        };
        while let Some(at) = over(self) {
            self.queue.remove(at);
        }
    }

    /// Readings 13: the products that a run is about now.
    fn products_of(&self, target: RunTarget) -> BTreeSet<ProductId> {
        let groups = match target {
            RunTarget::Group(group) => vec![group],
            RunTarget::User(user) => self.groups_of(user),
            // R17: who is in a group has nothing to do with seats.
            RunTarget::Members(_) => Vec::new(),
        };
        groups.iter().flat_map(|group| self.groups[group].template.keys()).copied().collect()
    }

    /// A step of one user, and what rules make of it (R17). Answers whether it changed the user.
    fn license_step(&mut self, id: UserId) -> bool {
        let before = self.users[&id].clone();
        self.step_of(id);
        let user = &self.users[&id];
        let changed =
            (&before.rows, &before.mail, &before.proxy_addresses) != (&user.rows, &user.mail, &user.proxy_addresses);
        if changed {
            self.heed(id, Heed::Plans);
        }
        changed
    }

    /// R2.3: one step of the background: a user from each of the first n runs. `None` if nothing waits.
    pub fn step(&mut self) -> Option<StepSnapshot> {
        if self.queue.is_empty() {
            return None;
        }
        let n = self.queue.len().min(usize::from(self.workers));

        // Readings 10: runs that have not started start; runs that move up meanwhile act in the next step.
        for at in 0..n {
            self.queue[at].remaining = self.to_take(&self.queue[at]);
            self.queue[at].started = true;
        }
        let (mut taken, mut changed) = (Vec::new(), false);
        let mut acted: Vec<(UserId, BTreeSet<ProductId>)> = Vec::new();
        for at in 0..n {
            let user = self.queue[at].remaining[0];
            let products = self.products_of(self.queue[at].target);
            let collides = acted.iter().any(|(other, theirs)| *other == user && !theirs.is_disjoint(&products));
            taken.push((user, collides));
            if !collides {
                self.queue[at].remaining.remove(0);
                match self.queue[at].target {
                    RunTarget::Members(group) => self.move_by_rule(group, user),
                    // Also what another run of the step takes back again.
                    RunTarget::User(_) | RunTarget::Group(_) => changed |= self.license_step(user),
                }
                acted.push((user, products));
            }
        }
        self.clock += 1;
        self.end_runs();
        Some(StepSnapshot { taken, changed })
    }
}

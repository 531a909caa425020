//! R2.3: one step of the background, which takes one user from each of the first n runs. So the order of the queue is
//! the order in which users get seats (R8.5).

use alloc::vec::Vec;

use licensing_columns::room::ask_for_steps;
use licensing_model::snapshot::{RunTarget, StepSnapshot};
use licensing_model::{GroupId, ProductId, UserId};

use crate::audit::event::Event;
use crate::order::sort_short;
use crate::store::template::{DisabledId, Entry};
use crate::tenant::Tenant;
use crate::tenant::changed::Changed;

/// A user taken by a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Who.
    pub user: UserId,
    /// The run that took the user.
    pub run: RunTarget,
    /// R2.3: put off by the concurrency exception, to be taken again in the next step.
    pub put_off: bool,
    /// Whether a row, a seat or an address changed.
    pub changed: bool,
}

/// What one step did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepOutcome {
    /// The time at which it happened, in seconds of the simulated clock.
    pub time: u32,
    /// The users taken, in the order of their runs.
    pub taken: Vec<Taken>,
}

impl StepOutcome {
    /// The step as tests compare it.
    pub fn snapshot(&self) -> StepSnapshot {
        StepSnapshot {
            taken: self.taken.iter().map(|taken| (taken.user, taken.put_off)).collect(),
            changed: self.taken.iter().any(|taken| taken.changed),
        }
    }
}

/// What a slice of settling did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settled {
    /// Steps taken.
    pub steps: u32,
    /// Whether there is nothing more to do: the queue is empty, or the clock has come to its end.
    pub idle: bool,
}

impl Tenant {
    /// Takes one step of the background. `None` where nothing waits; nothing changes then.
    pub fn step(&mut self) -> Option<StepOutcome> {
        let mut taken = Vec::with_capacity(self.workers());
        self.take_step(Some(&mut taken)).map(|_| StepOutcome { time: self.clock.wrapping_sub(1), taken })
    }

    /// Whether there is no step to take: nothing waits, or the simulated clock has come to its end.
    pub fn is_at_rest(&self) -> bool {
        self.queue.len() == 0 || self.has_ended()
    }

    /// Whether the simulated clock has come to its end: there is no step any more, whatever waits.
    pub fn has_ended(&self) -> bool {
        self.clock >= Tenant::LAST_SECOND
    }

    /// Takes steps until nothing waits or `most` were taken.
    pub fn settle(&mut self, most: u32) -> Settled {
        self.settle_within(most, u64::MAX)
    }

    /// The same, but no further step is taken once they have cost `work`: a step costs one, and more where its user is in
    /// very many groups.
    pub fn settle_within(&mut self, most: u32, work: u64) -> Settled {
        let (mut steps, mut left, mut idle) = (0, work, self.queue.len() == 0);
        ask_for_steps(self.queue.len().min(most as usize));
        while steps < most && left > 0 && !idle {
            let many = self.take_many_steps(most.wrapping_sub(steps), &mut left);
            if let Some(many) = many.filter(|many| *many > 0) {
                steps = steps.wrapping_add(many);
                if self.queue.group_is_next() {
                    // What ends by a step ends at its time.
                    let after = self.clock;
                    self.clock = after.saturating_sub(1);
                    self.end_empty_runs();
                    self.clock = after;
                }
                idle = self.queue.len() == 0;
                continue;
            }
            match self.take_user_step(many.is_some()).or_else(|| self.take_step(None)) {
                Some(cost) => {
                    steps = steps.wrapping_add(1);
                    left = left.saturating_sub(cost);
                    idle = self.queue.len() == 0;
                }
                // Where no step can be taken there is nothing to wait for, whatever is in the queue.
                None => idle = true,
            }
        }
        Settled { steps, idle: idle || self.has_ended() }
    }

    /// What the step of a user costs: its groups are held against one another, many at once.
    pub(super) fn cost_of_step(&self, user: UserId) -> u64 {
        const AT_ONCE: u64 = 64;
        let groups = self.users.edges.length(user.index()) as u64;
        (groups.saturating_mul(groups) / AT_ONCE).saturating_add(1)
    }

    /// One worker takes the run of one user that is not one of many, and nobody asks for a report. `None` where it is
    /// another step. Bits were `tried` or not.
    fn take_user_step(&mut self, tried: bool) -> Option<u64> {
        if self.workers != 1 || self.has_ended() {
            return None;
        }
        let user = self.take_user_run()?;
        // Where they were tried no rule of a group has to heed it.
        if tried {
            self.reconcile_by_rules(user);
        } else {
            self.work_on(user);
        }
        if self.queue.group_is_next() {
            self.end_empty_runs();
        }
        self.clock = self.clock.saturating_add(1);
        Some(self.cost_of_step(user))
    }

    /// R2.3. Answers what it cost, if there was anything to do; `report`, if asked for, lists the users taken.
    fn take_step(&mut self, mut report: Option<&mut Vec<Taken>>) -> Option<u64> {
        if self.has_ended() {
            return None;
        }
        let workers = self.workers();
        while self.queue.started.len() < workers && self.start_next_run() {}
        if self.queue.started.is_empty() {
            return None;
        }
        let mut cost = 1_u64;
        let mut acted: Vec<(UserId, Vec<ProductId>)> = Vec::new();
        let several = self.queue.started.len() > 1 && workers > 1;
        let mut ended = false;
        for at in 0..self.queue.started.len().min(workers) {
            let Some(run) = self.queue.started.get(at) else { break };
            let Some(&user) = run.remaining().first() else {
                // Only a state that comes from elsewhere has one in its turn; nobody's rows wait for it.
                ended = true;
                self.finish_run(at);
                continue;
            };
            let target = run.target;
            cost = cost.saturating_add(self.cost_of_step(user));
            if several {
                let products = self.products_of_run(target);
                let shared = shared_products(&acted, user, &products);
                if !shared.is_empty() {
                    self.log_put_off(user, shared);
                    if let Some(report) = &mut report {
                        report.push(Taken { user, run: target, put_off: true, changed: false });
                    }
                    continue;
                }
                acted.push((user, products));
            }
            let (changed, failed) = match target {
                RunTarget::User(_) => (self.work_on(user), Some(false)),
                RunTarget::Group(group) => (self.work_on(user), Some(self.has_error_row(user, group))),
                // Who leaves is counted where a license run counts those with errors.
                RunTarget::Members(group) => (false, self.move_by_rule(group, user).map(|joined| !joined)),
            };
            if let Some(run) = self.queue.started.get_mut(at) {
                run.next = run.next.saturating_add(1);
                match failed {
                    Some(true) => run.failed = run.failed.saturating_add(1),
                    Some(false) => run.succeeded = run.succeeded.saturating_add(1),
                    None => {}
                }
                if run.remaining().is_empty() {
                    ended = true;
                    self.finish_run(at);
                }
            }
            if let Some(report) = &mut report {
                report.push(Taken { user, run: target, put_off: false, changed });
            }
        }
        if ended {
            // Those behind the first n are not over before it is their turn.
            let mut place = 0_usize;
            self.queue.started.retain(|run| {
                place = place.saturating_add(1);
                place > workers || !run.remaining().is_empty()
            });
        }
        // What a rule did can leave the next one nothing to do.
        if ended || !self.ruled.is_empty() {
            self.end_empty_runs();
        }
        self.clock = self.clock.saturating_add(1);
        Some(cost)
    }

    /// Processes a user, and has the rules heed what came of it (R17).
    fn work_on(&mut self, user: UserId) -> bool {
        let changed = self.reconcile(user);
        if changed && !self.ruled.is_empty() {
            self.heed_user(user, Changed::Plans);
        }
        changed
    }

    /// The products by which runs collide (docs/readings.md, 13).
    fn products_of_run(&self, target: RunTarget) -> Vec<ProductId> {
        let of = |group: GroupId| self.templates.entries(self.template_of(group)).iter().map(|entry| entry.product);
        match target {
            RunTarget::Group(group) => of(group).collect(),
            RunTarget::User(user) => self.groups_of(user).flat_map(of).collect(),
            RunTarget::Members(_) => Vec::new(),
        }
    }

    fn log_put_off(&mut self, user: UserId, mut products: Vec<ProductId>) {
        sort_short(&mut products, |product| *product);
        products.dedup();
        let entries = products.into_iter().map(|product| Entry { product, disabled: DisabledId::default() });
        let template = self.templates.intern(entries.collect());
        self.log(Event::PutOff { user, template });
    }
}

/// R2.3: the products that runs which acted on `user` in this step share with `products`.
fn shared_products(acted: &[(UserId, Vec<ProductId>)], user: UserId, products: &[ProductId]) -> Vec<ProductId> {
    let others = acted.iter().filter(|(other, _)| *other == user).flat_map(|(_, products)| products);
    others.copied().filter(|product| products.contains(product)).collect()
}

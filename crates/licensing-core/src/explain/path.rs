//! From the state of a path to the rule that decided it.

use alloc::vec;
use alloc::vec::Vec;

use licensing_model::{AssignmentError, AssignmentState, GroupId, Path, ProductId, UserId};

use super::{Statement, Trace};
use crate::audit::event::Event;
use crate::query::PathRow;
use crate::rules::attempt::{Attempt, Failure};
use crate::rules::cause::Cause;
use crate::rules::registry::{self as rule, Rule};
use crate::store::template::TemplateId;
use crate::store::users::Flags;
use crate::tenant::Tenant;

impl Tenant {
    /// Why the path is as it is; `None` where the user has no such path.
    pub fn explain(&self, user: UserId, product: ProductId, path: Path) -> Option<Trace> {
        let row = self.path(user, product, path)?;
        let mut trace = self.explain_row(user, &row);
        trace.state = Some(row.state);
        trace.error = Some(row.error);
        Some(trace)
    }

    fn explain_row(&self, user: UserId, row: &PathRow) -> Trace {
        let &PathRow { product, path, error, .. } = row;
        let statement = match (row.state, error) {
            (AssignmentState::Error, _) => Statement::NotInForce { user, product, path, error },
            (_, AssignmentError::None) => Statement::InForce { user, product, path },
            _ => Statement::KeptAsItWas { user, product, path, error },
        };
        let mut causes = match (error, path) {
            (AssignmentError::None, _) | (_, Path::Direct) => self.facts_of_path(user, product, path),
            (AssignmentError::Other, Path::Group(group)) => vec![self.explain_sibling(user, product, group)],
            (_, Path::Group(group)) => self.explain_failure(user, product, group, error),
        };
        if row.state == AssignmentState::Disabled {
            causes.insert(0, Trace::of(&rule::R8_4, Statement::Withheld { product }, vec![self.units_fact(product)]));
        }
        Trace::of(self.rule_of(error, path, row.state), statement, causes)
    }

    fn rule_of(&self, error: AssignmentError, path: Path, state: AssignmentState) -> &'static Rule {
        match (error, path) {
            (AssignmentError::None, _) if state == AssignmentState::Disabled => &rule::R8_4,
            (AssignmentError::None, Path::Direct) => &rule::R10,
            (AssignmentError::None, Path::Group(_)) => &rule::R4_4,
            (AssignmentError::ProhibitedInUsageLocationViolation, _) => &rule::R5_2,
            (AssignmentError::CountViolation, _) => &rule::R8_2,
            (AssignmentError::MutuallyExclusiveViolation, _) => &rule::R6_1,
            (AssignmentError::DependencyViolation, _) if state == AssignmentState::Error => &rule::R7_2,
            (AssignmentError::DependencyViolation, _) => &rule::R7_3,
            (AssignmentError::UniquenessViolation, _) => &rule::R9_2,
            (AssignmentError::Other, _) => &rule::R4_5,
        }
    }

    /// R4.5: the product of the same group that failed itself.
    fn explain_sibling(&self, user: UserId, product: ProductId, group: GroupId) -> Trace {
        let rows = self.paths(user).into_iter().filter(|row| row.path == Path::Group(group));
        let failed = rows.into_iter().find(|row| {
            row.product != product && row.error != AssignmentError::Other && row.error != AssignmentError::None
        });
        match failed {
            Some(row) => {
                let statement = Statement::SiblingFailed { group, product: row.product, error: row.error };
                Trace::of(&rule::R4_5, statement, self.explain_failure(user, row.product, group, row.error))
            }
            None => Trace::fact(&rule::R4_5, Statement::Unknown, super::Origin::Initial),
        }
    }

    /// What the group wants, what stands against it, and whether it still does.
    fn explain_failure(&self, user: UserId, product: ProductId, group: GroupId, error: AssignmentError) -> Vec<Trace> {
        let now = self.judge_now(user, group);
        let standing =
            now.as_ref().err().filter(|failure| failure.error == error).and_then(|failure| {
                failure.marks.iter().find(|(marked, _)| *marked == product).map(|(_, cause)| *cause)
            });
        let logged = self.last_failure(user, group).and_then(|(_, event)| match event {
            Event::PathFailed { error: code, cause, a, b, .. } if code == error => Some(Cause::unpack(cause, a, b)),
            _ => None,
        });
        let mut causes = match standing.or(logged) {
            Some(cause) => self.explain_cause(user, product, group, cause),
            None => vec![Trace::fact(&rule::R4_6, Statement::Unknown, super::Origin::Initial)],
        };
        causes.extend(self.facts_of_path(user, product, Path::Group(group)));
        if standing.is_none() {
            let waits = self.users.flags.at(user).has(Flags::WAITING) || self.is_in_a_run(user);
            causes.push(Trace::fact(&rule::R3, Statement::CauseGone { user, waits }, super::Origin::Initial));
        }
        causes
    }

    fn is_in_a_run(&self, user: UserId) -> bool {
        self.queue.started.iter().any(|run| run.remaining().contains(&user))
            || self.groups_of(user).any(|group| self.groups.get(group).is_some_and(|record| record.waiting))
    }

    /// What would become of the path if it were tried now.
    fn judge_now(&self, user: UserId, group: GroupId) -> Result<(), Failure> {
        let edges = self.users.edges(user);
        let is_member = self.users.membership(user, group).is_some() && self.group_exists(group);
        let place = self.users.left(user, group).or_else(|| self.users.membership(user, group));
        let Some((at, edge)) = place.and_then(|at| Some((at, edges.get(at)?))) else { return Ok(()) };
        let want = if is_member && !edge.is_left() { self.template_of(group) } else { TemplateId::EMPTY };
        let paths = self.paths_in_force(user);
        let own = at.saturating_add(1);
        let others = paths.iter().enumerate().filter(|(other, _)| *other != own).map(|(_, path)| *path);
        let have = self.outcomes.have(edge.outcome);
        let attempt = Attempt {
            user,
            paths: &paths,
            own,
            holding: &self.holding(others),
            began: &paths,
            have: &self.facts(have),
            want: &self.facts(want),
        };
        attempt.judge(self).map(|_| ())
    }

    /// The facts that make a path wanted, or that made it.
    pub(super) fn facts_of_path(&self, user: UserId, product: ProductId, path: Path) -> Vec<Trace> {
        let Path::Group(group) = path else {
            let statement = Statement::AssignedDirectly { user, product };
            return vec![Trace::fact(&rule::R10, statement, self.origin_of_direct(user, product))];
        };
        let mut facts = Vec::new();
        if !self.group_exists(group) {
            let statement = Statement::GroupDeleted { group };
            facts.push(Trace::fact(&rule::R11_3, statement, self.origin_of_deletion(group)));
        } else if self.users.left(user, group).is_some() {
            let statement = Statement::Left { user, group };
            facts.push(Trace::fact(&rule::R3, statement, self.origin_of_leaving(user, group)));
        } else {
            let statement = Statement::Member { user, group };
            facts.push(Trace::fact(&rule::R3, statement, self.origin_of_membership(user, group)));
        }
        let has = self.templates.entry(self.template_of(group), product).is_some();
        let statement =
            if has { Statement::TemplateHas { group, product } } else { Statement::TemplateChanged { group, product } };
        facts.push(Trace::fact(&rule::R1_1, statement, self.origin_of_template(group, product)));
        facts
    }

    pub(super) fn units_fact(&self, product: ProductId) -> Trace {
        let units = self.subscription(product).map(|subscription| subscription.units).unwrap_or_default();
        Trace::fact(&rule::R8_2, Statement::UnitsAre { product, units }, self.origin_of_units(product))
    }
}

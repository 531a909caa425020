//! From the state of a path to the rule that decided it.

use alloc::vec;
use alloc::vec::Vec;

use licensing_model::{AssignmentError, AssignmentState, GroupId, Path, ProductId, UserId};

use super::{Obstacle, Statement, Trace};
use crate::query::PathRow;
use crate::rules::attempt::{Attempt, Failure};
use crate::rules::ground::Ground;
use crate::rules::judge::failures;
use crate::rules::registry::{self as rule, Rule};
use crate::store::template::TemplateId;
use crate::store::users::Flags;
use crate::tenant::Tenant;
use crate::tenant::addresses::AddressesOf;

impl Tenant {
    /// Why the path is as it is; `None` where the user has no such path.
    pub fn explain(&self, user: UserId, product: ProductId, path: Path) -> Option<Trace> {
        let row = self.path(user, product, path)?;
        let trace = self.explain_row(user, &row);
        Some(Trace { state: Some(row.state), error: Some(row.error), ..trace })
    }

    fn explain_row(&self, user: UserId, row: &PathRow) -> Trace {
        let &PathRow { product, path, error, .. } = row;
        let statement = match (row.state, error) {
            (AssignmentState::Error, _) => Statement::NotInForce { user, product, path, error },
            (_, AssignmentError::None) => Statement::InForce { user, product, path },
            _ => Statement::KeptAsItWas { user, product, path, error },
        };
        let mut causes = match (error, path) {
            (AssignmentError::None, Path::Group(group)) => self.explain_success(user, product, group),
            (_, Path::Direct) => self.facts_of_path(user, product, path),
            (AssignmentError::Other, Path::Group(group)) => vec![self.explain_sibling(user, product, group)],
            (_, Path::Group(group)) => self.explain_failure(user, product, group, error),
        };
        if row.state == AssignmentState::Disabled {
            causes.insert(0, Trace::of(&rule::R8_4, Statement::Withheld { product }, vec![self.units_fact(product)]));
        }
        let rule = match (error, path) {
            (AssignmentError::None, _) if row.state == AssignmentState::Disabled => &rule::R8_4,
            (AssignmentError::None, Path::Direct) => &rule::R10,
            (error, _) => rule_of(error, row.state, &causes),
        };
        // The outcome is no surer than the link that it rests on by the same rule.
        let base = causes.iter().find(|cause| cause.rule == rule && !cause.causes.is_empty());
        let base = base.map(|base| (base.confidence, base.source.clone()));
        let headline = Trace::of(rule, statement, causes);
        match base {
            Some((confidence, source)) => Trace { confidence, source, ..headline },
            None => headline,
        }
    }

    /// A path without an error: the facts, and whether it is wanted otherwise by now.
    fn explain_success(&self, user: UserId, product: ProductId, group: GroupId) -> Vec<Trace> {
        let facts = self.facts_of_path(user, product, Path::Group(group));
        if self.has_what_it_wants(user, group) {
            return facts;
        }
        vec![Trace::of(&rule::R3, Statement::Pending { user, waits: self.waits(user) }, facts)]
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
            None => Trace::of(&rule::R4_5, Statement::Unknown, Vec::new()),
        }
    }

    /// What the group wants, what stands against it, and whether it still does. What is recorded and what a step would
    /// come to now are told apart: a recorded cause that stands is in sight also where another check would fail first.
    fn explain_failure(&self, user: UserId, product: ProductId, group: GroupId, error: AssignmentError) -> Vec<Trace> {
        let facts = self.facts_of_path(user, product, Path::Group(group));
        let stand = self.failures_now(user, group);
        let is_same =
            |failure: &Failure| failure.error == error && failure.marks.iter().any(|(marked, _)| *marked == product);
        let Some(recorded) = stand.iter().find(|failure| is_same(failure)) else {
            let was = Statement::WasBlocked { user, group, error };
            let was = Trace::fact(&rule::R4_6, was, self.origin_of_failure(user, group));
            let now = match stand.first() {
                Some(failure) => {
                    let statement = Statement::NowBlockedBy { user, group, error: failure.error };
                    self.explain_next_failure(user, group, failure, statement, facts)
                }
                None => Trace::of(&rule::R3, Statement::CauseGone { user, waits: self.waits(user) }, facts),
            };
            return vec![was, now];
        };
        let mut causes = self.explain_marks(user, group, recorded, Some(product));
        causes.extend(facts);
        if let Some(first) = stand.first().filter(|first| !is_same(first)) {
            let statement = Statement::BlockedBefore { user, group, error: first.error };
            causes.push(self.explain_next_failure(user, group, first, statement, Vec::new()));
        }
        causes
    }

    /// The check that a step would fail now, where that is not the recorded one; `facts` say what is wanted.
    fn explain_next_failure(
        &self,
        user: UserId,
        group: GroupId,
        failure: &Failure,
        statement: Statement,
        facts: Vec<Trace>,
    ) -> Trace {
        let mut causes = self.explain_marks(user, group, failure, None);
        let rule = rule_of(failure.error, AssignmentState::Error, &causes);
        causes.extend(facts);
        Trace::of(rule, statement, causes)
    }

    /// Every check that a step at this path would fail now, in the order in which they are made; the first decides what
    /// the step would come to.
    pub fn obstacles(&self, user: UserId, group: GroupId) -> Vec<Obstacle> {
        let failures = self.failures_now(user, group);
        let obstacle = |failure: &Failure| {
            let causes = self.explain_marks(user, group, failure, None);
            let rule = rule_of(failure.error, AssignmentState::Error, &causes);
            let products = failure.marks.iter().map(|(product, _)| *product).collect();
            Obstacle { error: failure.error, rule, products, causes }
        };
        failures.iter().map(obstacle).collect()
    }

    fn failures_now(&self, user: UserId, group: GroupId) -> Vec<Failure> {
        self.try_now(user, group, failures).unwrap_or_default()
    }

    /// The causes of a failure: of one product, or of all that failed.
    fn explain_marks(&self, user: UserId, group: GroupId, failure: &Failure, only: Option<ProductId>) -> Vec<Trace> {
        let marks = failure.marks.iter().filter(|(product, _)| only.is_none_or(|only| only == *product));
        marks.flat_map(|(product, cause)| self.explain_cause(user, *product, group, *cause)).collect()
    }

    /// Whether a run that will take the user waits or is under way.
    fn waits(&self, user: UserId) -> bool {
        let is_waiting = |group: GroupId| self.groups.get(group).is_some_and(|record| record.waiting);
        self.users.flags.at(user).has(Flags::WAITING)
            || self.queue.started.iter().any(|run| run.remaining().contains(&user))
            || self.users.edges(user).iter().any(|edge| self.group_exists(edge.group()) && is_waiting(edge.group()))
    }

    /// Whether the path has in force what a step would want there; also where there is no such path.
    fn has_what_it_wants(&self, user: UserId, group: GroupId) -> bool {
        self.have_and_want(user, group).is_none_or(|(_, have, want)| have == want)
    }

    /// The place of a path among the user's edges, what it has in force, and what a step would want there.
    fn have_and_want(&self, user: UserId, group: GroupId) -> Option<(usize, TemplateId, TemplateId)> {
        let at = self.users.left(user, group).or_else(|| self.users.membership(user, group))?;
        let edge = self.users.edges(user).get(at)?;
        let is_member = !edge.is_left() && self.group_exists(group);
        let want = if is_member { self.template_of(group) } else { TemplateId::EMPTY };
        Some((at, self.outcomes.have(edge.outcome), want))
    }

    /// Asks something of the change that a step would try at this path now.
    pub(super) fn try_now<T>(
        &self,
        user: UserId,
        group: GroupId,
        ask: impl FnOnce(&Attempt<'_>, &Ground<'_>) -> T,
    ) -> Option<T> {
        let (at, have, want) = self.have_and_want(user, group)?;
        let paths = self.paths_in_force(user);
        let own = at.saturating_add(1);
        let (have, want) = (&*self.facts(have), &*self.facts(want));
        let others = paths.iter().enumerate().filter(|(other, _)| *other != own).map(|(_, path)| *path);
        let holding = self.holding(others);
        let began = holding.with(have).products;
        let one_by_one = || self.facts_of(&paths, own);
        let attempt = Attempt { holding: &holding, others: &one_by_one, began: &began, have, want };
        Some(ask(&attempt, &self.ground(user, &AddressesOf { tenant: self, user })))
    }

    /// The facts that make a path wanted, or that made it.
    pub(super) fn facts_of_path(&self, user: UserId, product: ProductId, path: Path) -> Vec<Trace> {
        let group = match path {
            Path::Group(group) => group,
            Path::Direct => return vec![self.fact_of_direct_path(user, product)],
        };
        let (membership, rule, origin) = if !self.group_exists(group) {
            (Statement::GroupDeleted { group }, &rule::R11_3, self.origin_of_deletion(group))
        } else if self.users.left(user, group).is_some() {
            (Statement::Left { user, group }, &rule::R3, self.origin_of_leaving(user, group))
        } else {
            (Statement::Member { user, group }, &rule::R3, self.origin_of_membership(user, group))
        };
        let template = self.template_statement(user, product, group);
        vec![
            Trace::fact(rule, membership, origin),
            Trace::fact(&rule::R1_1, template, self.origin_of_template(group, product)),
        ]
    }

    fn fact_of_direct_path(&self, user: UserId, product: ProductId) -> Trace {
        match self.converted_from(user, product) {
            Some((group, at, origin)) => {
                let statement = Statement::BecameDirect { user, product, group };
                let forced = self.what_kept_it(user, group, at).into_iter().collect();
                Trace { causes: forced, ..Trace::fact(&rule::R11_3, statement, origin) }
            }
            None => {
                let statement = Statement::AssignedDirectly { user, product };
                Trace::fact(&rule::R10, statement, self.origin_of_direct(user, product))
            }
        }
    }

    /// What the group carries of the product, held against what the path has of it.
    fn template_statement(&self, user: UserId, product: ProductId, group: GroupId) -> Statement {
        let Some(wanted) = self.templates.entry(self.template_of(group), product) else {
            return Statement::TemplateLost { group, product };
        };
        let row = self.path(user, product, Path::Group(group)).filter(|row| row.state.in_force());
        let Some(row) = row else { return Statement::TemplateHas { group, product } };
        let wanted_off = self.templates.plans(wanted.disabled);
        let plans = self.plans_of(product);
        let turned_off: Vec<_> =
            plans.iter().filter(|plan| wanted_off.contains(*plan) && !row.disabled.contains(plan)).collect();
        let turned_on: Vec<_> =
            plans.iter().filter(|plan| !wanted_off.contains(*plan) && row.disabled.contains(plan)).collect();
        if turned_off.is_empty() && turned_on.is_empty() {
            return Statement::TemplateHas { group, product };
        }
        Statement::TemplatePlans { group, product, turned_off, turned_on }
    }

    pub(super) fn units_fact(&self, product: ProductId) -> Trace {
        let units = self.subscription(product).map(|subscription| subscription.units).unwrap_or_default();
        Trace::fact(&rule::R8_2, Statement::UnitsAre { product, units }, self.origin_of_units(product))
    }
}

/// The rule behind a code; of the two that end in a DependencyViolation the one that its causes name.
fn rule_of(error: AssignmentError, state: AssignmentState, causes: &[Trace]) -> &'static Rule {
    match error {
        AssignmentError::None => &rule::R4_4,
        AssignmentError::ProhibitedInUsageLocationViolation => &rule::R5_2,
        AssignmentError::CountViolation => &rule::R8_2,
        AssignmentError::MutuallyExclusiveViolation => &rule::R6_1,
        AssignmentError::DependencyViolation => {
            let named = causes.iter().map(|cause| cause.rule).find(|rule| rule.id.starts_with("R7"));
            named.unwrap_or(if state == AssignmentState::Error { &rule::R7_2 } else { &rule::R7_3 })
        }
        AssignmentError::UniquenessViolation => &rule::R9_2,
        AssignmentError::Other => &rule::R4_5,
    }
}

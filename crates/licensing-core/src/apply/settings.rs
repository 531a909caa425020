//! Settings of the tenant: rule set (R15), single rows, country, workers, the clock (R16).

use licensing_model::{CountryCode, PlanId, Refusal, RuleSet};

use crate::audit::event::Event;
use crate::rules::tables::ordered;
use crate::store::id_set::PlanSet;
use crate::tenant::Tenant;
use crate::tenant::changed::Changed;

impl Tenant {
    /// R15: queues nothing and touches no template, row, seat or membership.
    pub(super) fn set_rule_set(&mut self, new: RuleSet) -> Result<(), Refusal> {
        let old = core::mem::replace(&mut self.rules, new);
        self.refresh_rules();
        self.log(Event::RulesSwitched { number: self.next_number(), old, new });
        self.heed_all(Changed::Plans);
        Ok(())
    }

    pub(super) fn set_exclusive_pair(&mut self, a: PlanId, b: PlanId, counts: bool) -> Result<(), Refusal> {
        let unknown = |plan: &PlanId| self.catalog.plan(*plan).is_none() || plan.index() >= PlanSet::CAPACITY;
        if let Some(plan) = [a, b].into_iter().find(unknown) {
            return Err(Refusal::UnknownPlan(plan));
        }
        if a == b {
            return Err(Refusal::PairOfOnePlan(a));
        }
        self.own_rows.pairs.insert(ordered(a, b), counts);
        self.refresh_rules();
        self.log(Event::PairSet { number: self.next_number(), a, b, counts });
        Ok(())
    }

    pub(super) fn set_prerequisite(&mut self, plan: PlanId, counts: bool) -> Result<(), Refusal> {
        if self.catalog.plan(plan).is_none() {
            return Err(Refusal::UnknownPlan(plan));
        }
        if self.catalog.prerequisites.iter().all(|row| row.plan != plan) {
            return Err(Refusal::NoPrerequisiteRow(plan));
        }
        self.own_rows.prerequisites.insert(plan, counts);
        self.refresh_rules();
        self.log(Event::PrerequisiteSet { number: self.next_number(), plan, counts });
        Ok(())
    }

    pub(super) fn set_country(&mut self, new: CountryCode) -> Result<(), Refusal> {
        let old = core::mem::replace(&mut self.country, new);
        self.log(Event::CountrySet { number: self.next_number(), old: Some(old), new: Some(new) });
        Ok(())
    }

    pub(super) fn set_workers(&mut self, workers: u8) -> Result<(), Refusal> {
        if !(1..=Tenant::MOST_WORKERS).contains(&workers) {
            return Err(Refusal::WorkersOutOfRange);
        }
        self.workers = workers;
        self.log(Event::WorkersSet { number: self.next_number(), workers: u32::from(workers) });
        Ok(())
    }

    /// R16: the days themselves are added with the second of the command.
    pub(super) fn advance(&mut self, days: u16) -> Result<(), Refusal> {
        self.log(Event::DaysPassed { number: self.next_number(), days: u32::from(days) });
        Ok(())
    }
}

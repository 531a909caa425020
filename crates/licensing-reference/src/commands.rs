//! What can be asked of a tenant: the entry to every rule, and the commands about the tenant itself (R3, R15, R16).

use licensing_model::command::{Command, Created};
use licensing_model::snapshot::RunTarget;
use licensing_model::{PlanId, ProductId, Refusal, RuleSet, Units};

use crate::dynamic::Heed;
use crate::model::Model;

/// No command is accepted that would bring the clock here (R16). Steps go on.
const CLOCK_END: u32 = 1 << 31;
/// No days go by that would bring the clock here: commands and steps have what is left of it (R16).
const DAYS_END: u32 = CLOCK_END - (1 << 27);
/// The most workers (R2.3).
const WORKERS: u8 = 8;
/// Seconds of a day.
const DAY: u64 = 24 * 60 * 60;

impl Model {
    /// Carries out a command. I4: a refused one leaves everything as it was.
    pub fn apply(&mut self, command: &Command) -> Result<Option<Created>, Refusal> {
        let before = self.clone();
        let result = self.execute(command).and_then(|created| {
            self.pass_time(command)?;
            self.forget_moves();
            self.end_runs();
            Ok(created)
        });
        if result.is_err() {
            *self = before;
        }
        result
    }

    /// R16: every accepted command adds one second; `Advance` its days as well.
    fn pass_time(&mut self, command: &Command) -> Result<(), Refusal> {
        let days = if let Command::Advance { days } = command { u64::from(*days) } else { 0 };
        let after = u64::from(self.clock) + days * DAY + 1;
        let end = if days > 0 { DAYS_END } else { CLOCK_END };
        self.clock = u32::try_from(after).ok().filter(|clock| *clock < end).ok_or(Refusal::ClockOutOfRange)?;
        Ok(())
    }

    fn execute(&mut self, command: &Command) -> Result<Option<Created>, Refusal> {
        match command {
            Command::CreateUser(new) => return self.create_user(new).map(Some),
            Command::CreateGroup { name, kind } => return self.create_group(name, *kind).map(Some),
            Command::SetMembershipRule(group, rule) => self.set_membership_rule(*group, rule)?,
            Command::SetProperty { of, property, value } => self.set_property(*of, *property, value)?,
            Command::AddContact { name, addresses } => return self.add_contact(name, addresses).map(Some),
            Command::UpdateContact { contact, name, addresses } => self.update_contact(*contact, name, addresses)?,
            Command::DeleteContact(contact) => self.delete_contact(*contact)?,
            Command::UpdateUser(user, patch) => self.update_user(*user, patch)?,
            Command::DeleteUser(user) => self.delete_user(*user)?,
            Command::RestoreUser(user) => self.restore_user(*user)?,
            Command::RenameGroup(group, name) => self.rename_group(*group, name)?,
            Command::DeleteGroup(group) => self.delete_group(*group)?,
            Command::RestoreGroup(group) => self.restore_group(*group)?,
            Command::AddMember(group, member) => self.add_member(*group, *member)?,
            Command::RemoveMember(group, member) => self.remove_member(*group, *member)?,
            Command::ChangeGroupLicenses(group, change) => self.change_group_licenses(*group, change)?,
            Command::ChangeUserLicenses(user, change) => self.change_user_licenses(*user, change)?,
            Command::ReprocessUser(user) => {
                self.check_user(*user)?;
                self.request(RunTarget::User(*user));
            }
            Command::ReprocessGroup(group) => {
                self.check_group(*group)?;
                if self.rules == RuleSet::Today {
                    return Err(Refusal::NoGroupReprocess);
                }
                self.request(RunTarget::Group(*group));
            }
            Command::SetUnits(product, units) => self.set_units(*product, *units)?,
            Command::AddServicePlan(product, plan) => self.add_service_plan(*product, *plan)?,
            Command::SetAddresses { user, mail, proxy_addresses } => {
                self.set_addresses(*user, mail, proxy_addresses)?
            }
            // R15: queues nothing and touches nothing else.
            Command::SetRuleSet(rules) => {
                self.rules = *rules;
                self.heed_everybody(Heed::Plans);
            }
            Command::SetExclusivePair { a, b, counts } => self.set_exclusive_pair(*a, *b, *counts)?,
            Command::SetPrerequisite { plan, counts } => self.set_prerequisite(*plan, *counts)?,
            Command::SetCountry(country) => self.country = *country,
            Command::SetWorkers(workers) => {
                if *workers == 0 || *workers > WORKERS {
                    return Err(Refusal::WorkersOutOfRange);
                }
                self.workers = *workers;
            }
            Command::Advance { .. } => {}
            Command::AddDomain(domain) => self.add_domain(domain)?,
            Command::DeleteDomain(domain) => self.delete_domain(domain)?,
        }
        Ok(None)
    }

    /// R3, R8: what was bought of a product; afterwards it is in the tenant.
    fn set_units(&mut self, product: ProductId, units: Units) -> Result<(), Refusal> {
        self.check_product(product)?;
        if [units.enabled, units.warning, units.suspended, units.locked_out].iter().any(|count| *count > Units::LIMIT) {
            return Err(Refusal::TooManyUnits);
        }
        let before = self.units.get(&product).copied();
        let offered = self.catalog.product(product).is_some_and(|info| info.offered.under(self.rules));
        // R15: a product that is not offered cannot enter the tenant, and its units cannot grow.
        if !offered && before.is_none_or(|before| sum(units) > sum(before)) {
            return Err(Refusal::ProductNotOffered(product));
        }
        self.units.insert(product, units);
        self.units_changed(product, before.unwrap_or_default(), units);
        self.heed_everybody(Heed::Plans);
        Ok(())
    }

    /// R3: a new plan is on in every path that does not disable it, at once, without a run.
    fn add_service_plan(&mut self, product: ProductId, plan: PlanId) -> Result<(), Refusal> {
        self.check_product(product)?;
        self.check_plan(plan)?;
        if !self.units.contains_key(&product) {
            return Err(Refusal::ProductNotInTenant(product));
        }
        if self.plans_of(product).contains(&plan) {
            return Err(Refusal::PlanInProduct { product, plan });
        }
        self.added_plans.entry(product).or_default().insert(plan);
        self.heed_everybody(Heed::Plans);
        Ok(())
    }

    /// R6, for this tenant alone.
    fn set_exclusive_pair(&mut self, a: PlanId, b: PlanId, counts: bool) -> Result<(), Refusal> {
        self.check_plan(a)?;
        self.check_plan(b)?;
        if a == b {
            return Err(Refusal::PairOfOnePlan(a));
        }
        self.changed_pairs.insert((a.min(b), a.max(b)), counts);
        Ok(())
    }

    /// R7, for this tenant alone.
    fn set_prerequisite(&mut self, plan: PlanId, counts: bool) -> Result<(), Refusal> {
        self.check_plan(plan)?;
        if !self.catalog.prerequisites.iter().any(|row| row.plan == plan) {
            return Err(Refusal::NoPrerequisiteRow(plan));
        }
        self.changed_prerequisites.insert(plan, counts);
        Ok(())
    }

    /// A product that the catalog has.
    pub(crate) fn check_product(&self, product: ProductId) -> Result<(), Refusal> {
        self.catalog.product(product).map(|_| ()).ok_or(Refusal::UnknownProduct(product))
    }

    /// A plan that the catalog has.
    pub(crate) fn check_plan(&self, plan: PlanId) -> Result<(), Refusal> {
        self.catalog.plan(plan).map(|_| ()).ok_or(Refusal::UnknownPlan(plan))
    }
}

/// All units of a product, of whatever kind.
fn sum(units: Units) -> u64 {
    [units.enabled, units.warning, units.suspended, units.locked_out].into_iter().map(u64::from).sum()
}

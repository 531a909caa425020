//! R1.2 to R1.4 and R10: what is checked of `addLicenses` and `removeLicenses` before anything else.

use alloc::vec::Vec;

use licensing_model::command::LicenseChange;
use licensing_model::{GroupId, PlanId, ProductId, Refusal, UserId};

use super::exclusivity::through_two_products;
use super::facts::Facts;
use super::switches::switches;
use crate::store::id_set::PlanSet;
use crate::store::template::{Entry, TemplateId};
use crate::tenant::Tenant;

/// Whose licenses are to change.
#[derive(Clone, Copy)]
pub(crate) enum Subject {
    /// A group's template.
    Group(GroupId),
    /// A user's direct licenses.
    User(UserId),
}

impl Tenant {
    /// R1.2: the parts of the request, in the order of the rule. Source: the texts that Graph answers, gathered from
    /// field reports; where none is known the order is inferred.
    pub(crate) fn check_license_change(
        &self,
        subject: Subject,
        have: TemplateId,
        change: &LicenseChange,
    ) -> Result<(), Refusal> {
        let added = || change.add.iter().map(|license| license.product);
        let removed = || change.remove.iter().copied();
        let named = || added().chain(removed());
        let is_known = |product| self.catalog.product(product).is_some();
        first(named(), |product| !is_known(product)).map_or(Ok(()), |product| Err(Refusal::UnknownProduct(product)))?;
        for plan in change.add.iter().flat_map(|license| &license.disabled) {
            if self.catalog.plan(*plan).is_none() || plan.index() >= PlanSet::CAPACITY {
                return Err(Refusal::UnknownPlan(*plan));
            }
        }
        if let Some(product) = repeated(added()).or_else(|| repeated(removed())) {
            return Err(Refusal::ProductTwice(product));
        }
        if change.add.is_empty() && change.remove.is_empty() {
            return Err(Refusal::NoLicenseChanges);
        }
        if let Some(product) = first(named(), |product| self.subscription(product).is_none()) {
            return Err(Refusal::ProductNotInTenant(product));
        }
        if let Some(product) = first(added(), |product| change.remove.contains(&product)) {
            return Err(Refusal::ProductInBothLists(product));
        }
        for license in &change.add {
            let plans = self.plans_of(license.product);
            if let Some(plan) = license.disabled.iter().find(|plan| !plans.contains(**plan)) {
                return Err(Refusal::PlanNotInProduct { product: license.product, plan: *plan });
            }
        }
        if let Subject::Group(group) = subject
            && !change.add.is_empty()
            && !self.is_licensable(group)
        {
            return Err(Refusal::GroupNotLicensable(group));
        }
        if let Some(product) = first(removed(), |product| self.templates.entry(have, product).is_none()) {
            let inherited = matches!(subject, Subject::User(user) if self.held_products(user).contains(&product));
            return Err(if inherited { Refusal::LicenseInherited(product) } else { Refusal::LicenseNotHeld(product) });
        }
        Ok(())
    }

    /// Whether the rule set lets groups of this kind be licensed.
    pub fn is_licensable(&self, group: GroupId) -> bool {
        self.groups.get(group).is_some_and(|record| switches(self.rules).licensable.contains(&record.kind))
    }

    /// R1.6: the products after the change; adding a product that is there replaces its disabled plans.
    pub(crate) fn changed_template(&mut self, have: TemplateId, change: &LicenseChange) -> TemplateId {
        let mut entries: Vec<Entry> = self.templates.entries(have).to_vec();
        entries.retain(|entry| !change.remove.contains(&entry.product));
        for license in &change.add {
            let disabled = self.templates.disabled(license.disabled.iter().copied().collect());
            match entries.iter_mut().find(|entry| entry.product == license.product) {
                Some(entry) => entry.disabled = disabled,
                None => entries.push(Entry { product: license.product, disabled }),
            }
        }
        self.templates.intern(entries)
    }

    /// R1.3, R1.4: the template by itself is complete and without a clash. What members hold elsewhere, seats and
    /// locations are not looked at (R1.5). Source: the 2019 article, "Manage licenses for products with prerequisites".
    pub(crate) fn check_template(&self, facts: &Facts) -> Result<(), Refusal> {
        let lacks = self
            .tables()
            .needs
            .iter()
            .find(|needs| facts.on.contains(needs.plan) && !needs.any_of.intersects(&facts.on));
        if let Some(needs) = lacks {
            return Err(Refusal::PrerequisiteMissing { plan: needs.plan });
        }
        let clashes = |pair: &&(PlanId, PlanId)| through_two_products(|| core::iter::once(facts), pair.0, pair.1);
        match self.tables().pairs.iter().filter(|_| facts.clashes_within).find(clashes) {
            Some(&(a, b)) => Err(Refusal::PlansExclusive { a, b }),
            None => Ok(()),
        }
    }
}

fn first(products: impl Iterator<Item = ProductId>, is_wrong: impl Fn(ProductId) -> bool) -> Option<ProductId> {
    products.into_iter().find(|product| is_wrong(*product))
}

fn repeated(products: impl Iterator<Item = ProductId>) -> Option<ProductId> {
    let mut seen = alloc::collections::BTreeSet::new();
    products.into_iter().find(|product| !seen.insert(*product))
}

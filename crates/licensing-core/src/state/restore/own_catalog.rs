//! What the tenant has that the lists do not.

use alloc::collections::BTreeSet;
use alloc::sync::Arc;

use licensing_model::{Guid, OwnCatalog, PlanId};

use super::Restoring;
use crate::state::check::{self, Checked, ensure};
use crate::state::error::StateFault;

impl Restoring {
    /// Extends the catalog, before anything is read by it.
    pub(super) fn own_catalog(&mut self) -> Checked {
        let own = &self.state.own;
        if own.is_empty() {
            return Ok(());
        }
        let OwnCatalog { plans, products, lists } = &**own;
        let part = "own.plans";
        ensure(plans.len() <= OwnCatalog::MOST, part, plans.len(), StateFault::TooMany)?;
        unique(plans.iter().map(|plan| plan.guid), part)?;
        plans.iter().enumerate().try_for_each(|(number, plan)| check::name(&plan.name, part, number))?;
        let part = "own.products";
        ensure(products.len() <= OwnCatalog::MOST, part, products.len(), StateFault::TooMany)?;
        unique(products.iter().map(|product| product.guid), part)?;
        for (number, product) in products.iter().enumerate() {
            check::name(&product.part_number, part, number)?;
            self.list(&product.plans, part, number)?;
        }
        let part = "own.lists";
        check::rising(lists.iter().map(|(product, _)| *product), part, 0)?;
        for (number, (product, plans)) in lists.iter().enumerate() {
            check::product(&self.tenant.catalog, *product, part, number)?;
            self.list(plans, part, number)?;
        }
        let extended = self.tenant.catalog.with_own(Arc::clone(own));
        self.tenant.load_catalog(extended);
        Ok(())
    }

    /// Plans of a product: loaded, or the tenant's own.
    fn list(&self, plans: &[PlanId], part: &'static str, number: usize) -> Checked {
        let unique: BTreeSet<&PlanId> = plans.iter().collect();
        ensure(unique.len() == plans.len(), part, number, StateFault::Twice)?;
        let own = OwnCatalog::plan_at(0)..OwnCatalog::plan_at(self.state.own.plans.len());
        let known = |plan: &PlanId| own.contains(plan) || self.tenant.catalog.plan(*plan).is_some();
        ensure(plans.iter().all(known), part, number, StateFault::Missing)
    }
}

fn unique(ids: impl Iterator<Item = Guid>, part: &'static str) -> Checked {
    let mut seen = BTreeSet::new();
    ids.enumerate().try_for_each(|(number, id)| ensure(seen.insert(id), part, number, StateFault::Twice))
}

//! R4.3 and what it checks, except the addresses: location (R5), seats (R8), exclusivity (R6), dependency (R7).

use std::collections::BTreeSet;

use licensing_model::catalog::LocationScope;
use licensing_model::{CountryCode, PlanId, ProductId};

use crate::change::{Addresses, Change, Failure, Lack};
use crate::model::Model;

impl Model {
    /// R4.3: the checks in their order. What passes comes with the addresses that result.
    pub(crate) fn judge(&self, change: &Change<'_>) -> Result<Addresses, Failure> {
        let banned = self.banned(change);
        if !banned.is_empty() {
            return Err(Failure::Location(banned));
        }
        let short = self.short(change);
        if !short.is_empty() {
            return Err(Failure::Seats(short));
        }
        let clashes = self.clashes(change);
        if !clashes.is_empty() {
            return Err(Failure::Exclusive(clashes));
        }
        let lacks = self.lacks(change);
        if !lacks.is_empty() {
            return Err(Failure::Dependency(lacks));
        }
        self.addresses_after(change).map_err(Failure::Addresses)
    }

    /// What all paths of the user have in force now.
    pub(crate) fn before(&self, change: &Change<'_>) -> Vec<(ProductId, BTreeSet<PlanId>)> {
        let rows = change.user.rows.iter().filter(|(_, row)| row.in_force);
        rows.map(|((product, _), row)| (*product, self.enabled(*product, &row.disabled))).collect()
    }

    /// The candidate: what all paths would have in force.
    pub(crate) fn after(&self, change: &Change<'_>) -> Vec<(ProductId, BTreeSet<PlanId>)> {
        let others = change.user.rows.iter().filter(|((_, path), row)| row.in_force && *path != change.path);
        let others = others.map(|((product, _), row)| (*product, self.enabled(*product, &row.disabled)));
        let wanted = change.want.iter().map(|(product, off)| (*product, self.enabled(*product, off)));
        others.chain(wanted).collect()
    }

    /// The plans that are given: those of products that give plans now (R8.4).
    pub(crate) fn given(&self, paths: &[(ProductId, BTreeSet<PlanId>)]) -> BTreeSet<PlanId> {
        let giving = paths.iter().filter(|(product, _)| self.gives_plans(*product));
        giving.flat_map(|(_, plans)| plans).copied().collect()
    }

    /// The plans of a product of `want` that this path newly enables (readings 2).
    pub(crate) fn newly(&self, change: &Change<'_>, product: ProductId) -> BTreeSet<PlanId> {
        let wanted = self.enabled(product, &change.want[&product]);
        match change.have.get(&product) {
            Some(off) => wanted.difference(&self.enabled(product, off)).copied().collect(),
            None => wanted,
        }
    }

    /// The products of `have` that give one of `plans` by this path.
    pub(crate) fn giving(&self, change: &Change<'_>, plans: &BTreeSet<PlanId>) -> Vec<ProductId> {
        let have = change.have.iter().filter(|(product, _)| self.gives_plans(**product));
        have.filter(|(product, off)| !self.enabled(**product, off).is_disjoint(plans)).map(|(id, _)| *id).collect()
    }

    /// R5: products of `want` with a newly enabled plan that is prohibited where the user is.
    fn banned(&self, change: &Change<'_>) -> Vec<ProductId> {
        let Some(country) = change.country else { return Vec::new() };
        let newly_banned = |product: ProductId| {
            self.newly(change, product).into_iter().any(|plan| self.prohibited(product, plan, country))
        };
        change.want.keys().copied().filter(|product| newly_banned(*product)).collect()
    }

    /// R5.2: whether a plan of a product is prohibited in a country.
    fn prohibited(&self, product: ProductId, plan: PlanId, country: CountryCode) -> bool {
        let rows = self.catalog.locations.iter().filter(|row| row.prohibits && row.countries.contains(&country));
        rows.into_iter().any(|row| match &row.scope {
            LocationScope::EveryPlan => true,
            // In a suite it is a note; only the add-on that sells the plan is banned.
            LocationScope::Plans(plans) => plans.contains(&plan) && self.plans_of(product).len() <= 2,
            LocationScope::Nothing => false,
        })
    }

    /// R8: products of `want` that the user holds neither now nor held when the step began, without a free seat.
    fn short(&self, change: &Change<'_>) -> Vec<ProductId> {
        let needs_seat = |product: ProductId| !change.user.holds(product) && !change.at_start.holds(product);
        change.want.keys().copied().filter(|product| needs_seat(*product) && self.sold_out(*product)).collect()
    }

    /// R6: pairs on through different products in the candidate, and not both on before.
    fn clashes(&self, change: &Change<'_>) -> Vec<(PlanId, PlanId)> {
        let before: BTreeSet<PlanId> = self.before(change).into_iter().flat_map(|(_, plans)| plans).collect();
        let after = self.after(change);
        let mut pairs = self.exclusive_pairs();
        pairs.retain(|(a, b)| clash(&after, *a, *b) && !(before.contains(a) && before.contains(b)));
        pairs
    }

    /// R7: plans that lack all of their prerequisites, or would lose the last, by prerequisite in catalog order.
    fn lacks(&self, change: &Change<'_>) -> Vec<Lack> {
        let before = self.given(&self.before(change));
        let after = self.given(&self.after(change));
        let mut lacks = Vec::new();
        for (plan, any_of) in self.prerequisites() {
            if !any_of.is_disjoint(&after) {
                continue;
            }
            // R7.2: assigning.
            let newly =
                |product: &ProductId| self.gives_plans(*product) && self.newly(change, *product).contains(&plan);
            let mut products: Vec<ProductId> = change.want.keys().copied().filter(newly).collect();
            // R7.3: taking away.
            if before.contains(&plan) && after.contains(&plan) && !any_of.is_disjoint(&before) {
                products.extend(self.giving(change, &any_of));
            }
            if !products.is_empty() {
                lacks.push(Lack { plan, products });
            }
        }
        lacks
    }
}

/// R6.1, R6.2: two plans on through two different products.
pub(crate) fn clash(paths: &[(ProductId, BTreeSet<PlanId>)], a: PlanId, b: PlanId) -> bool {
    paths.iter().any(|(p, plans)| plans.contains(&a) && paths.iter().any(|(q, others)| p != q && others.contains(&b)))
}

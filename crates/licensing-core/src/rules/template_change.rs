//! R1.2 to R1.4 and R10: what is checked of `addLicenses` and `removeLicenses` before anything else.

use licensing_model::command::LicenseChange;
use licensing_model::{Catalog, ProductId, Refusal};

use super::exclusivity::clash_within;
use super::facts::Facts;
use super::tables::Tables;
use crate::store::id_set::PlanSet;
use crate::store::template::Entry;

/// What the parts of a request are judged by.
pub(crate) struct Request<'a> {
    /// The catalog, or the part of it that is loaded.
    pub(crate) catalog: &'a Catalog,
    /// The plans of a product that the tenant subscribes to; none for others.
    pub(crate) plans: &'a dyn Fn(ProductId) -> Option<PlanSet>,
    /// What the group or the user has now, by product.
    pub(crate) have: &'a [Entry],
    /// Whether something can be added: how a group is refused that cannot be licensed.
    pub(crate) licensable: Result<(), Refusal>,
    /// Whether a user has the product from a group.
    pub(crate) inherits: &'a dyn Fn(ProductId) -> bool,
}

/// R1.2: the parts of the request, in the order of the rule. Source: the texts that Graph answers, gathered from field
/// reports; where none is known the order is inferred.
pub(crate) fn check_parts(change: &LicenseChange, request: &Request) -> Result<(), Refusal> {
    let added = || change.add.iter().map(|license| license.product);
    let removed = || change.remove.iter().copied();
    let named = || added().chain(removed());
    if let Some(product) = named().find(|product| request.catalog.product(*product).is_none()) {
        return Err(Refusal::UnknownProduct(product));
    }
    for plan in change.add.iter().flat_map(|license| &license.disabled) {
        if request.catalog.plan(*plan).is_none() || plan.index() >= PlanSet::CAPACITY {
            return Err(Refusal::UnknownPlan(*plan));
        }
    }
    if let Some(product) = repeated(added()).or_else(|| repeated(removed())) {
        return Err(Refusal::ProductTwice(product));
    }
    if change.add.is_empty() && change.remove.is_empty() {
        return Err(Refusal::NoLicenseChanges);
    }
    if let Some(product) = named().find(|product| (request.plans)(*product).is_none()) {
        return Err(Refusal::ProductNotInTenant(product));
    }
    if let Some(product) = added().find(|product| change.remove.contains(product)) {
        return Err(Refusal::ProductInBothLists(product));
    }
    for license in &change.add {
        let plans = (request.plans)(license.product).unwrap_or_default();
        if let Some(plan) = license.disabled.iter().find(|plan| !plans.contains(**plan)) {
            return Err(Refusal::PlanNotInProduct { product: license.product, plan: *plan });
        }
    }
    if !change.add.is_empty() {
        request.licensable?;
    }
    let has = |product: &ProductId| request.have.iter().any(|entry| entry.product == *product);
    if let Some(product) = removed().find(|product| !has(product)) {
        let inherited = (request.inherits)(product);
        return Err(if inherited { Refusal::LicenseInherited(product) } else { Refusal::LicenseNotHeld(product) });
    }
    Ok(())
}

/// R1.3, R1.4: the template by itself is complete and without a clash. What members hold elsewhere, seats and locations
/// are not looked at (R1.5). Source: the 2019 article, "Manage licenses for products with prerequisites".
pub(crate) fn check_template(tables: &Tables, facts: &Facts) -> Result<(), Refusal> {
    let lacks = tables.needs.iter().find(|needs| facts.on.contains(needs.plan) && !needs.any_of.intersects(&facts.on));
    if let Some(needs) = lacks {
        return Err(Refusal::PrerequisiteMissing { plan: needs.plan });
    }
    match clash_within(facts) {
        Some((a, b)) => Err(Refusal::PlansExclusive { a, b }),
        None => Ok(()),
    }
}

fn repeated(products: impl Iterator<Item = ProductId>) -> Option<ProductId> {
    let mut seen = alloc::collections::BTreeSet::new();
    products.into_iter().find(|product| !seen.insert(*product))
}

#[cfg(test)]
mod tests {
    use licensing_model::{License, PlanId};

    use super::super::literals::{tables, template};
    use super::*;

    #[test]
    fn parts_are_refused_in_the_order_of_the_rule() {
        let catalog = licensing_catalog::starter();
        let known: alloc::vec::Vec<ProductId> = catalog.loaded_products().map(|(id, _)| id).take(2).collect();
        let &[one, other] = known.as_slice() else { panic!("two products") };
        let plan = *catalog.product(one).unwrap().plans_today.first().unwrap();
        let has_one = |product| (product == one).then(|| [plan].into_iter().collect());
        let have = [Entry { product: one, disabled: crate::store::template::DisabledId::default() }];
        let check = |add: &[ProductId], disabled: &[PlanId], remove: &[ProductId]| {
            let add = add.iter().map(|product| License { product: *product, disabled: disabled.to_vec() });
            let change = LicenseChange { add: add.collect(), remove: remove.to_vec() };
            let inherits = |product| product == other;
            let request =
                Request { catalog: &catalog, plans: &has_one, have: &have, licensable: Ok(()), inherits: &inherits };
            check_parts(&change, &request).err()
        };
        let unknown = ProductId::at(1_000_000);
        assert_eq!(check(&[unknown], &[], &[]), Some(Refusal::UnknownProduct(unknown)));
        assert_eq!(check(&[one, one], &[], &[]), Some(Refusal::ProductTwice(one)));
        assert_eq!(check(&[], &[], &[]), Some(Refusal::NoLicenseChanges));
        assert_eq!(check(&[other], &[], &[]), Some(Refusal::ProductNotInTenant(other)));
        assert_eq!(check(&[one], &[], &[one]), Some(Refusal::ProductInBothLists(one)));
        assert_eq!(check(&[one], &[plan], &[]), None);
        assert_eq!(check(&[], &[], &[one]), None);
    }

    #[test]
    fn a_template_is_complete_and_without_a_clash_by_itself() {
        let tables = tables(&[(10, 20)], &[(30, &[31])]);
        let refusal = |products| check_template(&tables, &template(&tables, products)).err();
        let [ten, twenty, thirty] = [10, 20, 30].map(PlanId::at);
        assert_eq!(refusal(&[(1, &[10]), (2, &[20])]), Some(Refusal::PlansExclusive { a: ten, b: twenty }));
        assert_eq!(refusal(&[(1, &[10, 20])]), None);
        assert_eq!(refusal(&[(1, &[30])]), Some(Refusal::PrerequisiteMissing { plan: thirty }));
        assert_eq!(refusal(&[(1, &[30]), (2, &[31])]), None);
    }
}

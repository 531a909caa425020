//! What the rivals in `rivals/` are given, and what they have to come to: the same generated tenant, as numbers.

use js_sys::{Uint16Array, Uint32Array};
use licensing_core::Tenant;
use licensing_model::catalog::LocationScope;
use licensing_model::{AssignmentError, GroupId, PlanId, TenantSettings, UserId};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::generator::{GROUPS, Plan};

/// The codes that an edge can end with, in the order in which they are counted; the first is success.
const CODES: [AssignmentError; 5] = [
    AssignmentError::None,
    AssignmentError::ProhibitedInUsageLocationViolation,
    AssignmentError::CountViolation,
    AssignmentError::MutuallyExclusiveViolation,
    AssignmentError::DependencyViolation,
];

/// One generated tenant, from its plan to what it comes to.
#[wasm_bindgen]
pub struct Contest {
    plan: Plan,
    tenant: Tenant,
}

#[wasm_bindgen]
impl Contest {
    /// Sets a tenant of so many users up, with a full queue.
    #[wasm_bindgen(constructor)]
    pub fn new(users: u32) -> Result<Contest, String> {
        let plan = Plan::new(users).map_err(|failed| failed.to_string())?;
        let tenant = plan.tenant().map_err(|failed| failed.to_string())?;
        Ok(Contest { plan, tenant })
    }

    /// Sets it up anew.
    pub fn again(&mut self) -> Result<(), String> {
        // Not both at once: a module's memory never shrinks.
        self.tenant = Tenant::new(self.plan.catalog().clone(), TenantSettings::default());
        self.tenant = self.plan.tenant().map_err(|failed| failed.to_string())?;
        Ok(())
    }

    /// What is measured: the engine settles.
    pub fn settle(&mut self) {
        self.tenant.settle(u32::MAX);
    }

    /// How many edges ended with each of the codes.
    pub fn codes(&self) -> Uint32Array {
        let mut counts = [0_u32; CODES.len()];
        for user in self.users() {
            for group in self.tenant.groups_of(user) {
                let error = self.tenant.error_of_group(user, group).unwrap_or(AssignmentError::None);
                // A code that is not listed counts nowhere, and no rival comes to the same sum.
                let place = CODES.iter().position(|code| *code == error).and_then(|at| counts.get_mut(at));
                place.into_iter().for_each(|count| *count += 1);
            }
        }
        Uint32Array::from(counts.as_slice())
    }

    /// The groups of all users one after the other, in the order of joining.
    pub fn edges(&self) -> Uint16Array {
        let groups = self.users().flat_map(|user| self.tenant.groups_of(user));
        Uint16Array::from(groups.map(|group| group.raw() as u16).collect::<Vec<_>>().as_slice())
    }

    /// For each user where its groups begin among these, and where the last one's end.
    pub fn offsets(&self) -> Uint32Array {
        let ends = self.users().scan(0, |end, user| {
            *end += self.tenant.groups_of(user).count() as u32;
            Some(*end)
        });
        Uint32Array::from(std::iter::once(0).chain(ends).collect::<Vec<_>>().as_slice())
    }

    /// For each user its country, as a number.
    pub fn countries(&self) -> Uint16Array {
        let countries = self.users().map(|user| self.tenant.effective_location(user).number() as u16);
        Uint16Array::from(countries.collect::<Vec<_>>().as_slice())
    }

    /// For each user its direct license as a place among the products; a number too large for none.
    pub fn direct(&self) -> Uint16Array {
        let place = |product| self.plan.products().iter().position(|other| *other == product);
        let direct = self.users().map(|user| {
            let product = self.tenant.direct_products(user).next();
            product.and_then(place).map_or(u16::MAX, |at| at as u16)
        });
        Uint16Array::from(direct.collect::<Vec<_>>().as_slice())
    }

    /// Seats of each product that are free now.
    pub fn free(&self) -> Uint32Array {
        let products = self.plan.products().iter().filter_map(|product| self.tenant.product(*product));
        let free: Vec<u32> = products.map(|product| product.available).collect();
        Uint32Array::from(free.as_slice())
    }

    /// What else there is, as JSON: the plans of each product, the products of each group, and the rows that count.
    pub fn rules(&self) -> String {
        let (catalog, rules) = (self.plan.catalog(), TenantSettings::default().rules);
        let company_wide = |plan: PlanId| catalog.plan(plan).is_some_and(|info| info.company_wide);
        let products = self.plan.products();
        let plans = products.iter().map(|product| catalog.product(*product).map_or(&[][..], |info| info.plans(rules)));
        let groups = (0..GROUPS).map(|at| {
            let template = self.tenant.group(GroupId::at(at)).map(|group| group.template).unwrap_or_default();
            list(products.iter().enumerate().filter(|(_, product)| template.contains_key(product)).map(|(at, _)| at))
        });
        let pairs = catalog.pairs.iter().filter(|row| row.counts.under(rules));
        let pairs = pairs.filter(|row| !company_wide(row.a) && !company_wide(row.b));
        let needs = catalog.prerequisites.iter().filter(|row| row.enforced && row.counts.under(rules));
        let needs = needs.filter(|row| !company_wide(row.plan)).map(|row| {
            let any_of = row.any_of.iter().filter(|plan| !company_wide(**plan)).map(|plan| plan.raw());
            format!(r#"{{"plan":{},"anyOf":{}}}"#, row.plan.raw(), list(any_of))
        });
        let locations = catalog.locations.iter().filter(|row| row.prohibits).filter_map(|row| {
            let plans = match &row.scope {
                LocationScope::EveryPlan => "null".to_owned(),
                LocationScope::Plans(plans) => list(plans.iter().map(|plan| plan.raw())),
                LocationScope::Nothing => return None,
            };
            let countries = list(row.countries.iter().map(|country| country.number()));
            Some(format!(r#"{{"plans":{plans},"countries":{countries}}}"#))
        });
        format!(
            r#"{{"products":{},"groups":{},"pairs":{},"needs":{},"prohibitions":{}}}"#,
            list(plans.map(|plans| list(plans.iter().map(|plan| plan.raw())))),
            list(groups),
            list(pairs.map(|row| list([row.a.raw(), row.b.raw()].into_iter()))),
            list(needs),
            list(locations),
        )
    }
}

impl Contest {
    fn users(&self) -> impl Iterator<Item = UserId> + use<> {
        (0..self.plan.users()).map(UserId::from_raw)
    }
}

/// A list of JSON.
fn list<T: ToString>(items: impl Iterator<Item = T>) -> String {
    let items: Vec<String> = items.map(|item| item.to_string()).collect();
    format!("[{}]", items.join(","))
}

//! The rows that count in this tenant: catalog, rule set and the tenant's own changes taken together.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use licensing_model::catalog::LocationScope;
use licensing_model::{Catalog, CountryCode, PlanId, RuleSet};

use crate::store::id_set::PlanSet;

/// A plan and the plans of which it needs one (R7.1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Needs {
    /// The plan that needs.
    pub(crate) plan: PlanId,
    /// At least one of these.
    pub(crate) any_of: PlanSet,
    /// The row of the catalog.
    pub(crate) row: u32,
}

/// A service that is prohibited somewhere (R5.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Prohibition {
    /// The plans, or `None` for every plan.
    pub(crate) plans: Option<PlanSet>,
    /// Where.
    pub(crate) countries: Vec<CountryCode>,
    /// The row of the catalog.
    pub(crate) row: u32,
}

/// What this tenant's administrator (or a lesson) changed of the rows.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct OwnRows {
    /// Pairs, the smaller id first, and whether they count.
    pub(crate) pairs: BTreeMap<(PlanId, PlanId), bool>,
    /// Plans whose prerequisites count or not.
    pub(crate) prerequisites: BTreeMap<PlanId, bool>,
}

/// The rows that count.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Tables {
    /// Exclusive pairs: those of the catalog in its order, then the tenant's own by id.
    pub(crate) pairs: Vec<(PlanId, PlanId)>,
    /// For each plan of a pair those that exclude it.
    clash: BTreeMap<PlanId, PlanSet>,
    /// Every plan of a pair.
    paired: PlanSet,
    /// The same, by position.
    paired_plans: Vec<PlanId>,
    /// Prerequisites in catalog order.
    pub(crate) needs: Vec<Needs>,
    /// Prohibitions in catalog order.
    pub(crate) prohibitions: Vec<Prohibition>,
    /// Plans that bring a mailbox.
    pub(crate) mailbox: PlanSet,
}

impl Tables {
    /// Compiles the rows.
    pub(crate) fn compile(catalog: &Catalog, rules: RuleSet, own: &OwnRows) -> Tables {
        let company_wide = |plan: PlanId| catalog.plan(plan).is_some_and(|info| info.company_wide);
        let mut pairs = Vec::new();
        let mut listed = BTreeMap::new();
        for row in &catalog.pairs {
            let pair = ordered(row.a, row.b);
            listed.insert(pair, ());
            if own.pairs.get(&pair).copied().unwrap_or(row.counts.under(rules)) {
                pairs.push(pair);
            }
        }
        let own_pairs = own.pairs.iter().filter(|(pair, counts)| **counts && !listed.contains_key(*pair));
        pairs.extend(own_pairs.map(|(pair, _)| *pair));
        pairs.retain(|&(a, b)| !company_wide(a) && !company_wide(b));

        let needs = catalog.prerequisites.iter().zip(0..).filter_map(|(row, at)| {
            let counts = own.prerequisites.get(&row.plan).copied().unwrap_or(row.enforced && row.counts.under(rules));
            let any_of: PlanSet = row.any_of.iter().copied().filter(|plan| !company_wide(*plan)).collect();
            (counts && !company_wide(row.plan) && !any_of.is_empty()).then_some(Needs {
                plan: row.plan,
                any_of,
                row: at,
            })
        });
        let prohibitions =
            catalog.locations.iter().zip(0..).filter(|(row, _)| row.prohibits).filter_map(|(row, at)| {
                let plans = match &row.scope {
                    LocationScope::EveryPlan => None,
                    LocationScope::Plans(plans) => Some(plans.iter().copied().collect()),
                    LocationScope::Nothing => return None,
                };
                Some(Prohibition { plans, countries: row.countries.clone(), row: at })
            });
        let mailbox = catalog.loaded_plans().filter(|(_, plan)| plan.mailbox);
        Tables {
            prohibitions: prohibitions.collect(),
            mailbox: mailbox.map(|(plan, _)| plan).collect(),
            ..Tables::of(pairs, needs.collect())
        }
    }

    /// Pairs and prerequisites that count, and nothing else.
    pub(super) fn of(pairs: Vec<(PlanId, PlanId)>, needs: Vec<Needs>) -> Tables {
        let mut clash = BTreeMap::<PlanId, PlanSet>::new();
        for &(a, b) in &pairs {
            clash.entry(a).or_default().insert(b);
            clash.entry(b).or_default().insert(a);
        }
        let paired_plans: Vec<PlanId> = clash.keys().copied().collect();
        let paired = paired_plans.iter().copied().collect();
        Tables { paired, paired_plans, clash, needs, pairs, ..Tables::default() }
    }

    /// Every plan of a pair.
    pub(crate) fn paired(&self) -> &PlanSet {
        &self.paired
    }

    /// The same, by position.
    pub(crate) fn paired_plans(&self) -> &[PlanId] {
        &self.paired_plans
    }

    /// The plans that exclude one of `plans`.
    pub(crate) fn clashing_with(&self, plans: &PlanSet) -> PlanSet {
        let mut all = PlanSet::EMPTY;
        for plan in plans.shared(&self.paired).iter() {
            if let Some(others) = self.clash.get(&plan) {
                all.add_all(others);
            }
        }
        all
    }
}

/// A pair with the smaller id first.
pub(crate) fn ordered(a: PlanId, b: PlanId) -> (PlanId, PlanId) {
    if a <= b { (a, b) } else { (b, a) }
}

//! The catalogs that random worlds are made of, and who plays in them.

use std::sync::Arc;

use licensing_model::catalog::{
    Confidence, ExclusivePair, LocationRule, LocationScope, OwnPlan, OwnProduct, PerRuleSet, PlanInfo, Prerequisite,
    ProductInfo,
};
use licensing_model::{Catalog, CountryCode, Guid, OwnCatalog, PlanId, ProductId, RuleSet};

use crate::random::Random;

/// A catalog and the products of it that one world uses.
#[derive(Clone, Debug)]
pub struct Cast {
    /// Where they are from.
    pub catalog: Arc<Catalog>,
    /// The products in use.
    pub products: Vec<ProductId>,
}

/// Products of the starter catalog that collide, need each other, are banned somewhere or are sold only today.
const STARTER_CAST: [&str; 20] = [
    "STANDARDPACK",
    "ENTERPRISEPACK",
    "ENTERPRISEPREMIUM",
    "DESKLESSPACK",
    "EMS",
    "WORKPLACE_ANALYTICS",
    "MCOMEETADV",
    "MCOEV",
    "EXCHANGESTANDARD",
    "EXCHANGEENTERPRISE",
    "EXCHANGEARCHIVE_ADDON",
    "SHAREPOINTSTANDARD",
    "SHAREPOINTENTERPRISE",
    "PROJECTPROFESSIONAL",
    "MCOPSTN1",
    "MCOPSTN2",
    "THREAT_INTELLIGENCE",
    "ATP_ENTERPRISE",
    "Office_365_E3_(no_Teams)",
    "Microsoft_Teams_Premium",
];

impl Cast {
    /// Eight of the colliding products of the starter catalog.
    pub fn starter(catalog: &Arc<Catalog>, random: &mut Random) -> Cast {
        let names = random.shuffled(&STARTER_CAST);
        let known = names.iter().map(|name| {
            catalog.product_by_part_number(name).unwrap_or_else(|| panic!("the starter catalog has no {name}"))
        });
        Cast { catalog: catalog.clone(), products: known.take(8).collect() }
    }

    /// All products of the dense catalog.
    pub fn dense(catalog: &Arc<Catalog>) -> Cast {
        Cast { catalog: catalog.clone(), products: catalog.loaded_products().map(|(id, _)| id).collect() }
    }

    /// The plans of a product under either rule set.
    pub fn plans(&self, product: ProductId) -> Vec<PlanId> {
        let Some(info) = self.catalog.product(product) else { return Vec::new() };
        let mut plans = info.plans(RuleSet::Rules2019).to_vec();
        plans.extend(info.plans(RuleSet::Today));
        plans.sort();
        plans.dedup();
        plans
    }

    /// The plans of a product that a pair, a prerequisite or a location speaks of.
    pub fn telling_plans(&self, product: ProductId) -> Vec<PlanId> {
        let catalog = &self.catalog;
        let mut plans = self.plans(product);
        plans.retain(|plan| {
            catalog.pairs.iter().any(|pair| pair.a == *plan || pair.b == *plan)
                || catalog.prerequisites.iter().any(|row| row.plan == *plan || row.any_of.contains(plan))
                || catalog.locations.iter().any(
                    |row| matches!(&row.scope, LocationScope::Plans(named) if row.prohibits && named.contains(plan)),
                )
        });
        plans
    }
}

/// The small invented catalog in a tenant that has products and plans beside it, and a shorter and a longer list of plans.
pub fn dense_catalog_of_a_tenant() -> Arc<Catalog> {
    let id = |number: u8| Guid([number; 16]);
    let own_plan =
        |number, company_wide| OwnPlan { guid: id(number), name: format!("OWN_PLAN_{number}"), company_wide };
    let at = |listed: &[usize], own: &[usize]| -> Vec<PlanId> {
        let listed = listed.iter().copied().map(PlanId::at);
        listed.chain(own.iter().copied().map(OwnCatalog::plan_at)).collect()
    };
    let own_product = |number, plans| OwnProduct { guid: id(number), part_number: format!("OWN_{number}"), plans };
    Arc::new(dense_catalog()).with_own(Arc::new(OwnCatalog {
        plans: vec![own_plan(201, false), own_plan(202, true)],
        // One has a plan of the lists that collides with others, one has none at all.
        products: vec![own_product(211, at(&[0, 4], &[0, 1])), own_product(212, Vec::new())],
        lists: vec![(ProductId::at(0), at(&[0, 2], &[])), (ProductId::at(1), at(&[1, 3, 4, 6, 8], &[0]))],
    }))
}

/// A small invented catalog under real plan names, in which nearly everything collides with something. It holds
/// what the real lists have not: a product with both plans of a pair, a pair and a prerequisite of a company-wide
/// plan, lists that differ between the rule sets in every way, and a row that is only listed.
pub fn dense_catalog() -> Catalog {
    let both = PerRuleSet { rules_2019: true, today: true };
    let only_2019 = PerRuleSet { rules_2019: true, today: false };
    let only_today = PerRuleSet { rules_2019: false, today: true };
    let neither = PerRuleSet::default();
    let pair = |a, b, counts| ExclusivePair {
        a: PlanId::at(a),
        b: PlanId::at(b),
        counts,
        family: String::new(),
        evidence: String::new(),
        source: String::new(),
        confidence: Confidence::Inferred,
        status_today: String::new(),
        checked: String::new(),
    };
    let needs = |plan, any_of: &[usize], enforced, counts| Prerequisite {
        plan: PlanId::at(plan),
        any_of: any_of.iter().copied().map(PlanId::at).collect(),
        named: any_of.len(),
        enforced,
        counts,
        evidence: String::new(),
        source: String::new(),
        confidence: Confidence::Inferred,
        checked: String::new(),
    };
    let row = |scope, prohibits, countries: &[&str]| LocationRule {
        scope,
        service: String::new(),
        rule: String::new(),
        prohibits,
        countries: countries.iter().map(|code| country(code)).collect(),
        source: String::new(),
        confidence: Confidence::Inferred,
        note: String::new(),
        checked: String::new(),
    };
    let plans = |numbers: &[usize]| LocationScope::Plans(numbers.iter().copied().map(PlanId::at).collect());
    Catalog {
        revision: 1,
        rules: None,
        steps: None,
        extended: None,
        list_date: "2026-01-01".to_string(),
        plans: vec![
            plan(0, "EXCHANGE_S_STANDARD"),
            plan(1, "EXCHANGE_S_ENTERPRISE"),
            plan(2, "SHAREPOINTSTANDARD"),
            plan(3, "SHAREPOINTENTERPRISE"),
            plan(4, "SHAREPOINTWAC"),
            plan(5, "WORKPLACE_ANALYTICS"),
            plan(6, "MCOMEETADV"),
            plan(7, "TEAMS1"),
            Some(PlanInfo { company_wide: true, ..plan(8, "EXCHANGE_S_FOUNDATION").unwrap() }),
            plan(9, "EXCHANGE_S_DESKLESS"),
            plan(10, "YAMMER_ENTERPRISE"),
            plan(11, "YAMMER_EDU"),
            // A plan that is not loaded.
            None,
            plan(13, "FORMS_PLAN_E1"),
        ],
        products: vec![
            product(0, "SMALL", &[0, 2, 4, 8], None, both),
            product(1, "LARGE", &[1, 3, 4, 7, 8, 10], Some(&[1, 3, 4, 8, 13]), both),
            product(2, "WORKPLACE", &[5, 11], Some(&[5]), both),
            product(3, "AUDIO", &[6], None, both),
            product(4, "KIOSK", &[9, 2], Some(&[9]), both),
            product(5, "TWICE", &[0, 1, 7], None, both),
            product(6, "LIBRARY", &[3], None, both),
            // A product that is not loaded.
            None,
            product(8, "NEW", &[7, 10, 5], None, only_today),
            product(9, "ARCHIVE", &[8, 13], Some(&[13, 11]), both),
        ],
        pairs: vec![
            pair(1, 0, only_2019),
            pair(0, 9, both),
            pair(9, 1, both),
            pair(2, 3, both),
            pair(10, 11, only_today),
            pair(8, 2, both),
            pair(13, 11, neither),
        ],
        prerequisites: vec![
            needs(5, &[0, 1], true, both),
            needs(6, &[7, 12], true, both),
            needs(4, &[2, 3], true, only_today),
            needs(10, &[8], true, neither),
            needs(11, &[10, 13], false, neither),
            needs(8, &[13], true, both),
        ],
        locations: vec![
            row(LocationScope::EveryPlan, true, &["IR", "KP"]),
            row(plans(&[6, 5]), true, &["IN"]),
            row(plans(&[9, 3]), true, &["CH"]),
            row(plans(&[1]), false, &["NL"]),
            row(LocationScope::Nothing, true, &["DE"]),
        ],
    }
}

fn plan(number: u8, name: &str) -> Option<PlanInfo> {
    Some(PlanInfo {
        guid: Guid([number; 16]),
        name: name.to_string(),
        friendly_name: name.to_string(),
        company_wide: false,
        mailbox: matches!(name, "EXCHANGE_S_STANDARD" | "EXCHANGE_S_ENTERPRISE" | "EXCHANGE_S_DESKLESS"),
    })
}

fn product(
    number: u8,
    part_number: &str,
    today: &[usize],
    in_2019: Option<&[usize]>,
    offered: PerRuleSet,
) -> Option<ProductInfo> {
    let plans = |numbers: &[usize]| numbers.iter().copied().map(PlanId::at).collect();
    Some(ProductInfo {
        guid: Guid([100 + number; 16]),
        part_number: part_number.to_string(),
        name: part_number.to_string(),
        plans_today: plans(today),
        plans_2019: in_2019.map(plans),
        offered,
    })
}

/// A country from its two letters.
pub fn country(code: &str) -> CountryCode {
    code.parse().unwrap_or(CountryCode::NL)
}

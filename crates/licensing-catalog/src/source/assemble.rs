//! Makes the catalog of lists that are sound.

use std::collections::{BTreeSet, HashMap, HashSet};

use licensing_model::catalog::{ExclusivePair, LocationRule, LocationScope, PlanInfo, Prerequisite, ProductInfo};
use licensing_model::{Catalog, Guid, PlanId};

use super::flags;
use super::lists::{ConflictRow, DependencyRow, HoldsRow, Line, Lists, LocationRow, parts};
use super::positions::{self, PLAN, PRODUCT};

/// Everything that the lists hold. A position whose product or plan left the lists stays empty.
pub(crate) fn full(lists: &Lists) -> Result<Catalog, String> {
    let ids = Ids { plans: positions::index(lists, PLAN), by_name: lists.plan_ids_by_name() };
    let mut catalog = Catalog {
        revision: lists.edition_number("revision")?,
        list_date: lists.edition("list_date")?.to_string(),
        plans: plans(lists, &ids)?,
        products: products(lists, &ids)?,
        pairs: pairs(lists, &ids)?,
        prerequisites: prerequisites(lists, &ids)?,
        locations: lists.locations.iter().map(|line| location(&line.row, &ids)).collect::<Result<_, _>>()?,
        rules: None,
        steps: None,
        extended: None,
    };
    for line in &lists.spellings {
        let name =
            spelled_otherwise(&mut catalog, &line.kind, guid(&line.id)?).ok_or("spellings.csv: an id is unknown")?;
        if !name.eq_ignore_ascii_case(&line.spelled) {
            return Err(format!(
                "spellings.csv, line {}: `{}` is another name than `{name}`",
                line.number, line.spelled
            ));
        }
        name.clone_from(&line.spelled);
    }
    Ok(catalog)
}

/// The part number of a product, or the name of a plan.
fn spelled_otherwise<'a>(catalog: &'a mut Catalog, kind: &str, id: Guid) -> Option<&'a mut String> {
    match kind {
        PRODUCT => {
            let mut products = catalog.products.iter_mut().flatten();
            products.find(|product| product.guid == id).map(|product| &mut product.part_number)
        }
        PLAN => catalog.plans.iter_mut().flatten().find(|plan| plan.guid == id).map(|plan| &mut plan.name),
        _ => None,
    }
}

/// The products of the example with which a first visit begins.
const OPENING: [&str; 2] = ["STANDARDPACK", "ENTERPRISEPACK"];

/// The part of `full` that goes without a network: the products of `starter.csv`, every row, and every plan of either. What
/// rows rest on is told in sentences, which are most of their bytes and which no rule reads: they come with the whole.
pub(crate) fn starter(lists: &Lists, full: &Catalog) -> Catalog {
    let chosen: HashSet<&str> = lists.starter.iter().map(|line| line.sku_id.as_str()).collect();
    let mut catalog = full.clone();
    for product in &mut catalog.products {
        product.take_if(|product| !chosen.contains(product.guid.to_string().as_str()));
    }

    let mut needed = plans_of_products(&catalog);
    needed.extend(catalog.pairs.iter().flat_map(|pair| [pair.a, pair.b]));
    needed.extend(catalog.prerequisites.iter().flat_map(|row| row.any_of.iter().chain([&row.plan]).copied()));
    for row in &catalog.locations {
        if let LocationScope::Plans(plans) = &row.scope {
            needed.extend(plans);
        }
    }
    leave_plans(&mut catalog, needed.into_iter().map(|plan| plan.index()).collect());
    let of_pairs = catalog.pairs.iter_mut().flat_map(|row| [&mut row.evidence, &mut row.source]);
    let of_prerequisites = catalog.prerequisites.iter_mut().flat_map(|row| [&mut row.evidence, &mut row.source]);
    let of_locations = catalog.locations.iter_mut().flat_map(|row| [&mut row.note, &mut row.source]);
    of_pairs.chain(of_prerequisites).chain(of_locations).for_each(String::clear);
    catalog
}

/// The part of `starter` that a first visit needs before anything else has come: the products of the example, their plans,
/// and every row, whose positions are told apart by others.
pub(crate) fn opening(starter: &Catalog) -> Catalog {
    let mut catalog = starter.clone();
    for product in &mut catalog.products {
        product.take_if(|product| !OPENING.contains(&product.part_number.as_str()));
    }
    let needed = plans_of_products(&catalog).into_iter().map(|plan| plan.index()).collect();
    leave_plans(&mut catalog, needed);
    catalog
}

/// The plans that the products of a catalog have, under either rule set.
fn plans_of_products(catalog: &Catalog) -> BTreeSet<PlanId> {
    let products = catalog.loaded_products();
    products
        .flat_map(|(_, product)| product.plans_today.iter().chain(product.plans_2019.iter().flatten()))
        .copied()
        .collect()
}

/// Takes all other plans out of a catalog.
fn leave_plans(catalog: &mut Catalog, needed: BTreeSet<usize>) {
    for (at, plan) in catalog.plans.iter_mut().enumerate() {
        plan.take_if(|_| !needed.contains(&at));
    }
}

struct Ids<'a> {
    plans: HashMap<&'a str, usize>,
    by_name: HashMap<&'a str, &'a str>,
}

impl Ids<'_> {
    fn plan(&self, guid: &str) -> Result<PlanId, String> {
        self.plans.get(guid).map(|at| PlanId::at(*at)).ok_or_else(|| format!("plan {guid} has no position"))
    }

    fn plan_named(&self, name: &str) -> Result<PlanId, String> {
        self.plan(self.by_name.get(name).ok_or_else(|| format!("no plan is called {name}"))?)
    }
}

fn guid(text: &str) -> Result<Guid, String> {
    text.parse().map_err(|_| format!("`{text}` is not a GUID"))
}

fn plans(lists: &Lists, ids: &Ids<'_>) -> Result<Vec<Option<PlanInfo>>, String> {
    let company_wide: HashSet<&str> =
        lists.applies_to.iter().filter(|line| line.applies_to == "Company").map(|line| line.plan_id.as_str()).collect();
    let mailbox: HashSet<&str> = lists.mailbox_plans.iter().map(|line| line.plan_id.as_str()).collect();
    let friendly_names: HashMap<&str, &str> = lists
        .products
        .iter()
        .map(|line| (line.service_plan_id.as_str(), line.service_plan_friendly_name.as_str()))
        .collect();
    let mut plans = vec![None; ids.plans.len()];
    for (id, name) in lists.known_plans() {
        let slot = plans.get_mut(ids.plan(id)?.index()).ok_or("positions of plans have a gap")?;
        *slot = Some(PlanInfo {
            guid: guid(id)?,
            name: name.to_string(),
            // A plan that no product holds has no other name.
            friendly_name: friendly_names.get(id).unwrap_or(&name).to_string(),
            company_wide: company_wide.contains(id),
            mailbox: mailbox.contains(id),
        });
    }
    Ok(plans)
}

fn products(lists: &Lists, ids: &Ids<'_>) -> Result<Vec<Option<ProductInfo>>, String> {
    let index = positions::index(lists, PRODUCT);
    let today = held(&lists.products, ids)?;
    let then = held(&lists.suites_2019, ids)?;
    let mut products = vec![None; index.len()];
    for Line { row, .. } in &lists.products {
        let id = row.sku_id.as_str();
        let at = index.get(id).ok_or_else(|| format!("product {id} has no position"))?;
        let slot = products.get_mut(*at).ok_or("positions of products have a gap")?;
        if slot.is_none() {
            let in_order = |plans: &BTreeSet<PlanId>| plans.iter().copied().collect();
            *slot = Some(ProductInfo {
                guid: guid(id)?,
                part_number: row.sku_part_number.clone(),
                name: row.product_name.clone(),
                plans_today: today.get(id).map(in_order).unwrap_or_default(),
                plans_2019: then.get(id).map(in_order),
                offered: flags::offered(row),
            });
        }
    }
    Ok(products)
}

/// The plans of every product of a list, in catalog order.
fn held<'a>(rows: &'a [Line<HoldsRow>], ids: &Ids<'_>) -> Result<HashMap<&'a str, BTreeSet<PlanId>>, String> {
    let mut held: HashMap<&str, BTreeSet<PlanId>> = HashMap::new();
    for line in rows {
        held.entry(&line.sku_id).or_default().insert(ids.plan(&line.service_plan_id)?);
    }
    Ok(held)
}

fn pairs(lists: &Lists, ids: &Ids<'_>) -> Result<Vec<ExclusivePair>, String> {
    let pair = |Line { row, .. }: &Line<ConflictRow>| {
        Ok(ExclusivePair {
            a: ids.plan(&row.plan_a_id)?,
            b: ids.plan(&row.plan_b_id)?,
            counts: flags::pair(row),
            family: row.family.clone(),
            evidence: row.evidence.clone(),
            source: row.source.clone(),
            confidence: flags::confidence(&row.confidence),
            status_today: row.status_today.clone(),
            checked: row.checked.clone(),
        })
    };
    lists.conflicts.iter().map(pair).collect()
}

fn prerequisites(lists: &Lists, ids: &Ids<'_>) -> Result<Vec<Prerequisite>, String> {
    let prerequisite = |Line { row, .. }: &Line<DependencyRow>| {
        Ok(Prerequisite {
            plan: ids.plan(&row.plan_id)?,
            any_of: parts(&row.engine_any_of).map(|name| ids.plan_named(name)).collect::<Result<_, String>>()?,
            named: parts(&row.requires_any_of).count(),
            enforced: row.kind == flags::ENFORCED,
            counts: flags::prerequisite(row),
            evidence: row.evidence.clone(),
            source: row.source.clone(),
            confidence: flags::confidence(&row.confidence),
            checked: row.checked.clone(),
        })
    };
    lists.dependencies.iter().map(prerequisite).collect()
}

fn location(row: &LocationRow, ids: &Ids<'_>) -> Result<LocationRule, String> {
    let scope = match row.plan.as_str() {
        "*" => LocationScope::EveryPlan,
        "" => LocationScope::Nothing,
        _ => LocationScope::Plans(parts(&row.plan_ids).map(|id| ids.plan(id)).collect::<Result<_, String>>()?),
    };
    let country = |code: &str| code.parse().map_err(|_| format!("`{code}` is not a country"));
    Ok(LocationRule {
        scope,
        service: row.service.clone(),
        rule: row.rule.clone(),
        prohibits: flags::prohibits(row),
        countries: row.countries_iso.split_whitespace().map(country).collect::<Result<_, String>>()?,
        source: row.source.clone(),
        confidence: flags::confidence(&row.confidence),
        note: row.note.clone(),
        checked: row.checked.clone(),
    })
}

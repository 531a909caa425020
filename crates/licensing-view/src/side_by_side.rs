//! Two products of the catalog side by side: what both hold, what is in the way of holding both, and what would help.
//! What excludes and what lacks something is asked of the engine, under the rules of the tenant.

use std::collections::{BTreeMap, BTreeSet};

use licensing_core::Tenant;
use licensing_model::catalog::{Confidence, ExclusivePair, ProductInfo};
use licensing_model::{AssignmentError, Catalog, Guid, License, PlanId, ProductId};
use licensing_wording::{Text, Words};

use crate::icon::Icon;
use crate::names::{PlanChoice, ProductName};
use crate::query::{FilterKey, TableQuery};
use crate::read;
use crate::route::{Address, ProductTab, Route};
use crate::service::Service;
use crate::sources::sources;
use crate::status::{Headings, Status, Tone};
use crate::user::Cell;

/// The longest part number that an address names a product by; one with a longer one is named by its `skuId`.
const LONGEST_NAME: usize = 64;

/// Two products, as far as they are chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SideBySide {
    /// What was chosen on each side.
    pub sides: [Side; 2],
    /// What there is to say of the two; none until both are chosen.
    pub comparison: Option<Comparison>,
}

/// What was chosen on a side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Side {
    /// Nothing yet.
    Open,
    /// Something that no product of the catalog is called.
    Unknown(String),
    /// A product.
    Chosen(Chosen),
}

/// A product that was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// Which.
    pub product: ProductName,
    /// What an address calls it.
    pub key: String,
    /// How many plans it holds under the rules of the tenant.
    pub plans: usize,
    /// Where the tenant shows it, if it has it.
    pub route: Option<Route>,
    /// The rule set does not offer it.
    pub not_offered: Option<&'static str>,
}

/// What there is to say of two products.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// Whether a user can hold both.
    pub verdict: Status,
    /// What that means for a user, in sentences.
    pub meaning: Vec<String>,
    /// Ways to hold both, each of which is enough.
    pub ways: Vec<Way>,
    /// Plans that exclude each other, one of each product.
    pub clashes: Vec<Clash>,
    /// Pairs that do not count here because sources disagree on them.
    pub disputed: Vec<Clash>,
    /// What the statements on pairs rest on, each once: how sure it is, and where it can be read; the source is empty as
    /// long as the full catalog has not come.
    pub sources: Vec<(&'static str, Vec<String>)>,
    /// Plans that need what their own product does not hold.
    pub needs: Vec<Need>,
    /// How many plans both hold, and only the one or the other.
    pub counts: String,
    /// All plans, by service; first those that only one of the two holds.
    pub plans: Vec<(Service, Vec<PlanRow>)>,
    /// How many of them both hold.
    pub shared: usize,
}

/// A way to hold both: plans that are turned off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// In which product which plans.
    pub off: Vec<(ProductName, Vec<PlanChoice>)>,
    /// Products of which nothing would be left on.
    pub empties: Vec<String>,
}

/// Two plans that exclude each other, or may.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// The plan of the first product.
    pub a: PlanChoice,
    /// The plan of the second.
    pub b: PlanChoice,
}

/// A plan that needs what its own product does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// The plan.
    pub plan: PlanChoice,
    /// The product that holds it.
    pub product: ProductName,
    /// One of these is needed.
    pub needs: String,
    /// Whether the other product brings it.
    pub met: Status,
    /// How sure that is.
    pub confidence: &'static str,
    /// Where that can be read.
    pub sources: Vec<String>,
}

/// A plan of either product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanRow {
    /// Which.
    pub plan: PlanChoice,
    /// What each product has of it.
    pub cells: [Cell; 2],
    /// With what it clashes, or what it needs.
    pub note: Option<String>,
    /// Both hold it, and nothing is to be said of it.
    pub is_calm: bool,
}

/// Where two products stand side by side; the second may be chosen there.
pub fn address(tenant: &Tenant, first: ProductId, second: Option<ProductId>) -> Address {
    let key = |product| key(tenant.catalog(), product);
    address_of(Some(&key(first)), second.map(key).as_deref())
}

/// The same by what an address calls them.
pub fn address_of(first: Option<&str>, second: Option<&str>) -> Address {
    let query = TableQuery::default().with_filter(FilterKey::Product, first).with_filter(FilterKey::With, second);
    Address::of(Route::Compare).with_query(query)
}

/// What products an address can name: what it calls each, and its name.
pub fn choices(tenant: &Tenant) -> Vec<(String, String)> {
    let catalog = tenant.catalog();
    let mut seen = BTreeSet::new();
    let key = |info: &ProductInfo, is_first: bool| match is_first {
        true if info.part_number.len() <= LONGEST_NAME => info.part_number.clone(),
        _ => info.guid.to_string(),
    };
    let mut choices: Vec<_> = catalog
        .loaded_products()
        .map(|(_, info)| (key(info, seen.insert(info.part_number.as_str())), info.name.clone()))
        .collect();
    choices.sort_by(|a, b| a.1.cmp(&b.1));
    choices
}

/// What an address calls a product: its part number, where that leads back to it.
fn key(catalog: &Catalog, product: ProductId) -> String {
    let Some(info) = catalog.product(product) else { return product.raw().to_string() };
    let leads_back = catalog.product_by_part_number(&info.part_number) == Some(product);
    if leads_back && info.part_number.len() <= LONGEST_NAME { info.part_number.clone() } else { info.guid.to_string() }
}

/// The product that is called so, in any case: by part number, `skuId` or name.
fn named(catalog: &Catalog, text: &str) -> Option<ProductId> {
    let by_id = || text.to_ascii_lowercase().parse::<Guid>().ok().and_then(|guid| catalog.product_by_guid(guid));
    let by_name = || catalog.loaded_products().find(|(_, info)| info.name.to_lowercase() == text.to_lowercase());
    catalog.product_by_part_number(text).or_else(by_id).or_else(|| by_name().map(|(product, _)| product))
}

/// The two products that an address names.
pub fn side_by_side(tenant: &Tenant, words: Words, query: &TableQuery) -> SideBySide {
    let chosen = [FilterKey::Product, FilterKey::With].map(|key| {
        let text = query.filter(key).map(str::trim).filter(|text| !text.is_empty());
        text.map(|text| named(tenant.catalog(), text).ok_or_else(|| text.to_string()))
    });
    let comparison = match &chosen {
        [Some(Ok(a)), Some(Ok(b))] => Some(Pair::of(tenant, words, [*a, *b]).compare()),
        _ => None,
    };
    let side = |chosen| match chosen {
        None => Side::Open,
        Some(Err(text)) => Side::Unknown(text),
        Some(Ok(product)) => Side::Chosen(Chosen {
            not_offered: tenant
                .catalog()
                .product(product)
                .filter(|info| !info.offered.under(tenant.rules()))
                .map(|_| words.text(Text::NOT_OFFERED)),
            product: read::product_name(tenant, product),
            key: key(tenant.catalog(), product),
            plans: plans_of(tenant, product).len(),
            route: tenant.product(product).map(|_| Route::Product(product, ProductTab::default())),
        }),
    };
    SideBySide { sides: chosen.map(side), comparison }
}

/// The plans of a product: as the tenant has it, or as the catalog does.
fn plans_of(tenant: &Tenant, product: ProductId) -> Vec<PlanId> {
    let listed = || tenant.catalog().product(product).map(|info| info.plans(tenant.rules()).to_vec());
    tenant.product(product).map(|details| details.plans).or_else(listed).unwrap_or_default()
}

/// Two products, and what the engine says of them.
struct Pair<'a> {
    tenant: &'a Tenant,
    words: Words,
    products: [ProductId; 2],
    plans: [Vec<PlanId>; 2],
    /// R6.1: a plan of the first product, and one of the second that excludes it.
    clashes: Vec<(PlanId, PlanId)>,
    /// R7.2: of each product what its own plans lack.
    lacking: [Vec<(PlanId, Vec<PlanId>)>; 2],
    /// The same of both together.
    lacking_together: BTreeSet<PlanId>,
}

impl<'a> Pair<'a> {
    fn of(tenant: &'a Tenant, words: Words, products: [ProductId; 2]) -> Pair<'a> {
        let plans = products.map(|product| plans_of(tenant, product));
        let whole = products.map(|product| License { product, disabled: Vec::new() });
        let [a, b] = &whole;
        Pair {
            clashes: tenant.clashes_between(a, b),
            lacking: plans.each_ref().map(|plans| tenant.plans_lacking(plans)),
            lacking_together: tenant.plans_lacking(&plans.concat()).into_iter().map(|(plan, _)| plan).collect(),
            tenant,
            words,
            products,
            plans,
        }
    }

    fn name(&self, side: usize) -> ProductName {
        let [first, second] = self.products;
        read::product_name(self.tenant, if side == 0 { first } else { second })
    }

    fn compare(&self) -> Comparison {
        let disputed = self.disputed();
        let enforced = self.clashes.iter().map(|(a, b)| (*a, *b));
        let sources = enforced.chain(disputed.iter().map(|clash| (clash.a.id, clash.b.id)));
        let sources: BTreeSet<(&'static str, Vec<String>)> = sources.map(|(a, b)| self.source(a, b)).collect();
        let plans = self.rows();
        let [a, b] = self.plans.each_ref().map(|plans| plans.iter().copied().collect::<BTreeSet<PlanId>>());
        let shared = a.intersection(&b).count();
        let counts = match self.is_one() {
            true => self.words.count_plans(shared),
            false => self.words.beside_counts(
                shared,
                a.len() - shared,
                &self.name(0).tag,
                b.len() - shared,
                &self.name(1).tag,
            ),
        };
        Comparison {
            verdict: self.verdict(),
            meaning: self.meaning(),
            ways: self.ways(),
            clashes: self.clashes.iter().map(|(a, b)| self.clash(*a, *b)).collect(),
            disputed,
            sources: sources.into_iter().collect(),
            needs: self.needs(),
            counts,
            shared: plans.values().flatten().filter(|row| row.is_calm).count(),
            plans: plans.into_iter().collect(),
        }
    }

    /// The same product was chosen twice.
    fn is_one(&self) -> bool {
        let [a, b] = self.products;
        a == b
    }

    fn verdict(&self) -> Status {
        let words = self.words;
        match (self.clashes.len(), self.lacking_together.is_empty()) {
            _ if self.is_one() => Status::new(Tone::Neutral, Icon::Product, words.text(Text::BESIDE_SAME)),
            (0, true) => Status::new(Tone::Ok, Icon::Ok, words.text(Text::BESIDE_TOGETHER)),
            (0, false) => Status::new(Tone::Warning, Icon::Link, words.text(Text::BESIDE_LACKS)),
            (pairs, _) => Status::new(Tone::Error, Icon::Clash, words.beside_clash(pairs)),
        }
    }

    fn meaning(&self) -> Vec<String> {
        let words = self.words;
        let heading = |error| Headings::of_rules(self.tenant.rules()).word(words, error);
        if self.is_one() {
            return vec![words.text(Text::BESIDE_SAME_WHY).to_string()];
        }
        let mut said = Vec::new();
        if !self.clashes.is_empty() {
            said.push(words.beside_clash_why(heading(AssignmentError::MutuallyExclusiveViolation)));
        } else if self.lacking_together.is_empty() {
            said.push(words.text(Text::BESIDE_TOGETHER_WHY).to_string());
        }
        let lacks = heading(AssignmentError::DependencyViolation);
        for (side, lacking) in self.lacking.iter().enumerate() {
            let (own, other) = (self.name(side), self.name(1 - side));
            let plans = |is_met: bool| {
                let fits = |plan: &&(PlanId, Vec<PlanId>)| self.lacking_together.contains(&plan.0) != is_met;
                lacking.iter().filter(fits).map(|(plan, _)| self.tenant.plan_words(*plan)).collect::<Vec<_>>()
            };
            if let met @ [_, ..] = plans(true).as_slice() {
                said.push(words.beside_order_why(&words.list(met), &own.name, &other.name, lacks));
            }
            if let unmet @ [_, ..] = plans(false).as_slice() {
                said.push(words.beside_lacks_why(&words.list(unmet), &own.name, lacks));
            }
        }
        said
    }

    /// Ways to hold both: the plans that clash are off in one product or in the other, and with them whatever would then
    /// lack what it needs.
    fn ways(&self) -> Vec<Way> {
        if self.is_one() || (self.clashes.is_empty() && self.lacking_together.is_empty()) {
            return Vec::new();
        }
        let of_first = [self.clashes.iter().map(|(a, _)| *a).collect(), BTreeSet::new()];
        let of_second = [BTreeSet::new(), self.clashes.iter().map(|(_, b)| *b).collect()];
        let mut ways: Vec<[BTreeSet<PlanId>; 2]> = [of_first, of_second].map(|off| self.completed(off)).to_vec();
        ways.dedup();
        ways.sort_by_key(|off| off.iter().map(BTreeSet::len).sum::<usize>());
        ways.into_iter().map(|off| self.way(&off)).collect()
    }

    /// With these plans off in each product, and those off as well that would lack something then.
    fn completed(&self, mut off: [BTreeSet<PlanId>; 2]) -> [BTreeSet<PlanId>; 2] {
        loop {
            let on = |off: &[BTreeSet<PlanId>; 2]| -> Vec<PlanId> {
                let sides = self.plans.iter().zip(off);
                sides.flat_map(|(plans, off)| plans.iter().filter(|plan| !off.contains(plan)).copied()).collect()
            };
            let lacking = self.tenant.plans_lacking(&on(&off));
            if lacking.is_empty() {
                return off;
            }
            for (plan, _) in lacking {
                for (plans, off) in self.plans.iter().zip(&mut off) {
                    if plans.contains(&plan) {
                        off.insert(plan);
                    }
                }
            }
        }
    }

    fn way(&self, off: &[BTreeSet<PlanId>; 2]) -> Way {
        let sides = || off.iter().enumerate().filter(|(_, off)| !off.is_empty());
        let plan = |plan: &PlanId| read::plan_alone(self.tenant, *plan);
        let count = |side: usize| self.plans.get(side).map_or(0, Vec::len);
        Way {
            off: sides().map(|(side, off)| (self.name(side), off.iter().map(plan).collect())).collect(),
            empties: sides()
                .filter(|(side, off)| off.len() == count(*side))
                .map(|(side, _)| self.name(side).name)
                .collect(),
        }
    }

    fn clash(&self, a: PlanId, b: PlanId) -> Clash {
        Clash { a: read::plan_alone(self.tenant, a), b: read::plan_alone(self.tenant, b) }
    }

    /// Pairs of the catalog with one plan in each product that do not count here, since sources disagree on them.
    fn disputed(&self) -> Vec<Clash> {
        let [first, second] = &self.plans;
        let is_between = |a: PlanId, b: PlanId| first.contains(&a) && second.contains(&b);
        let between = |row: &ExclusivePair| match () {
            () if is_between(row.a, row.b) => Some((row.a, row.b)),
            () if is_between(row.b, row.a) => Some((row.b, row.a)),
            () => None,
        };
        let pairs = self.tenant.catalog().pairs.iter().filter_map(between);
        let disputed = pairs.filter(|(a, b)| self.tenant.is_disputed(*a, *b) && !self.tenant.excludes(*a, *b));
        if self.is_one() { Vec::new() } else { disputed.map(|(a, b)| self.clash(a, b)).collect() }
    }

    /// How sure a pair is, and where that can be read.
    fn source(&self, a: PlanId, b: PlanId) -> (&'static str, Vec<String>) {
        let words = self.words;
        let is_it = |row: &&ExclusivePair| (row.a, row.b) == (a, b) || (row.b, row.a) == (a, b);
        match self.tenant.catalog().pairs.iter().find(is_it) {
            Some(row) => (words.confidence(row.confidence), sources(words, &row.source)),
            None => (words.confidence(Confidence::Unknown), vec![words.text(Text::OWN_PAIR_SOURCE).to_string()]),
        }
    }

    fn needs(&self) -> Vec<Need> {
        if self.is_one() {
            return Vec::new();
        }
        let words = self.words;
        let mut needs = Vec::new();
        for (side, lacking) in self.lacking.iter().enumerate() {
            for (plan, any_of) in lacking {
                let row = self.tenant.catalog().prerequisites.iter().find(|row| row.plan == *plan);
                needs.push(Need {
                    plan: read::plan_alone(self.tenant, *plan),
                    product: self.name(side),
                    needs: any_of.iter().map(|plan| self.tenant.plan_words(*plan)).collect::<Vec<_>>().join(", "),
                    met: match self.lacking_together.contains(plan) {
                        false => Status::new(Tone::Ok, Icon::Ok, words.beside_brings(&self.name(1 - side).name)),
                        true => Status::new(Tone::Error, Icon::Link, words.text(Text::BESIDE_NEITHER)),
                    },
                    confidence: row.map_or("", |row| words.confidence(row.confidence)),
                    sources: row.map(|row| sources(words, &row.source)).unwrap_or_default(),
                });
            }
        }
        needs
    }

    fn rows(&self) -> BTreeMap<Service, Vec<PlanRow>> {
        let [first, second] = &self.plans;
        let all: BTreeSet<PlanId> = first.iter().chain(second).copied().collect();
        let row = |plan: PlanId| {
            let choice = read::plan_alone(self.tenant, plan);
            let holds = [first.contains(&plan), second.contains(&plan)];
            let note = self.note(plan);
            let is_clash = |side: usize| self.clashes.iter().any(|(a, b)| [*a, *b].get(side) == Some(&plan));
            let cell = |side: usize| match holds.get(side) {
                Some(true) if is_clash(side) => Cell::Clash,
                Some(true) => Cell::On,
                _ => Cell::Absent,
            };
            PlanRow { is_calm: holds == [true, true] && note.is_none(), cells: [cell(0), cell(1)], note, plan: choice }
        };
        let mut rows = Service::group(all.into_iter().map(row), |row| &row.plan.technical);
        for rows in rows.values_mut() {
            rows.sort_by(|a, b| (a.is_calm, &a.plan.name).cmp(&(b.is_calm, &b.plan.name)));
        }
        rows
    }

    /// What is to be said of a plan.
    fn note(&self, plan: PlanId) -> Option<String> {
        if self.is_one() {
            return None;
        }
        let others = self.clashes.iter().filter_map(|(a, b)| match () {
            () if *a == plan => Some(*b),
            () if *b == plan => Some(*a),
            () => None,
        });
        let others: BTreeSet<PlanId> = others.collect();
        if !others.is_empty() {
            let names: Vec<String> = others.into_iter().map(|plan| self.tenant.plan_words(plan)).collect();
            return Some(self.words.clashes_with(&self.words.list(&names)));
        }
        let lacks = self.lacking_together.contains(&plan);
        lacks.then(|| self.words.text(Text::BESIDE_NEITHER).to_string())
    }
}

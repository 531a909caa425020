//! Products of the tenant, and those that could be bought.

use std::collections::{BTreeMap, BTreeSet};

use licensing_core::ProductDetails;
use licensing_core::Tenant;
use licensing_model::{Catalog, Pace, Paced, PlanId, ProductId, RuleSet, Units};
use licensing_wording::{Text, Words};

use crate::names::{PlanChoice, ProductName};
use crate::read;
use crate::search::Search;
use crate::seats::Seats;
use crate::user::Page;

/// One product of the tenant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProductRow {
    /// Which.
    pub product: ProductName,
    /// Its seats.
    pub seats: Seats,
    /// Its units as bought.
    pub units: Units,
    /// `capabilityStatus`, in words.
    pub status: &'static str,
    /// Distinct users with it in force.
    pub licensed_users: usize,
    /// Groups that carry it.
    pub licensed_groups: usize,
    /// How many plans it holds under the rules that hold.
    pub plans: usize,
    /// Its plans of 2019 are not known; today's count.
    pub plans_of_today: bool,
}

/// A product that the tenant could buy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProductOffer {
    /// Which.
    pub product: ProductName,
    /// How many plans it holds.
    pub plans: usize,
    /// The rule set offers it.
    pub offered: bool,
}

/// One product of the tenant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProductView {
    /// The product in the list of products.
    pub row: ProductRow,
    /// Its `skuId`.
    pub sku_id: String,
    /// In what it is not as the catalog has it, and why.
    pub beside_catalog: Option<(String, &'static str)>,
}

/// One product, if the tenant has it.
pub fn product(tenant: &Tenant, words: Words, id: ProductId) -> Option<ProductView> {
    let details = tenant.product(id)?;
    Some(ProductView {
        sku_id: tenant.catalog().product(id).map(|info| info.guid.to_string()).unwrap_or_default(),
        beside_catalog: beside_catalog(tenant, words, id),
        row: product_row(tenant, words, details),
    })
}

/// How many users hold or should hold a product. It looks at every user.
pub fn users(tenant: &Tenant, id: ProductId) -> Paced<usize> {
    let tenant = tenant.clone();
    Paced::new(async move |pace| {
        let mut users = 0;
        pace.expect(tenant.user_count());
        for user in tenant.users() {
            users += usize::from(tenant.product_paths(user, id).next().is_some());
            pace.did(1).await;
        }
        users
    })
}

/// The products of the tenant, by name, each with how many users have a failing path of it. It looks at every user.
pub async fn products(pace: &Pace, tenant: &Tenant, words: Words) -> Vec<(ProductRow, usize)> {
    let (mut in_error, mut failed) = (BTreeMap::<ProductId, usize>::new(), Vec::new());
    pace.expect(tenant.user_count());
    for user in tenant.users() {
        tenant.products_in_error(user, &mut failed);
        failed.iter().for_each(|product| *in_error.entry(*product).or_default() += 1);
        pace.did(1).await;
    }
    let mut rows: Vec<(ProductRow, usize)> = tenant
        .products()
        .filter_map(|product| tenant.product(product))
        .map(|details| {
            let in_error = in_error.get(&details.product).copied().unwrap_or_default();
            (product_row(tenant, words, details), in_error)
        })
        .collect();
    rows.sort_by(|(a, _), (b, _)| a.product.name.cmp(&b.product.name));
    rows
}

fn product_row(tenant: &Tenant, words: Words, details: ProductDetails) -> ProductRow {
    let product = details.product;
    let info = tenant.catalog().product(product);
    ProductRow {
        product: read::product_name(tenant, product),
        seats: Seats::new(words, details.units, details.consumed),
        units: details.units,
        status: words.capability_status(details.status),
        licensed_users: details.consumed as usize,
        licensed_groups: tenant.licensed_groups(product).count(),
        plans: details.plans.len(),
        plans_of_today: tenant.rules() == RuleSet::Rules2019 && info.is_some_and(|info| info.plans_2019.is_none()),
    }
}

fn beside_catalog(tenant: &Tenant, words: Words, product: ProductId) -> Option<(String, &'static str)> {
    if !Catalog::lists_product(product) {
        return Some((words.text(Text::NOT_IN_CATALOG).to_string(), words.text(Text::NOT_IN_CATALOG_WHY)));
    }
    let listed = replaced_plans(tenant, product)?;
    let own = tenant.catalog().product(product)?.plans(tenant.rules());
    let without = |all: &[PlanId], others: &[PlanId]| all.iter().filter(|plan| !others.contains(plan)).count();
    let difference = words.plans_of_tenant(without(own, listed), without(listed, own));
    Some((difference, words.text(Text::PLANS_OF_TENANT_WHY)))
}

/// The plans that the catalog's product has, where the tenant's own list of them counts.
pub(crate) fn replaced_plans(tenant: &Tenant, product: ProductId) -> Option<&[PlanId]> {
    let info = tenant.catalog().product(product)?;
    let is_of_2019 = tenant.rules() == RuleSet::Rules2019 && info.plans_2019.is_some();
    tenant.catalog().replaced_plans(product).filter(|_| !is_of_2019)
}

/// Names that Microsoft sold products under before; the article of 2019 uses some of them.
const FORMER_NAMES: [(&str, &str); 12] = [
    ("STANDARDPACK", "Office 365 Enterprise E1"),
    ("ENTERPRISEPACK", "Office 365 Enterprise E3"),
    ("ENTERPRISEPREMIUM", "Office 365 Enterprise E5"),
    ("DESKLESSPACK", "Office 365 F1, Office 365 Enterprise K1"),
    ("SPE_E3", "Secure Productive Enterprise E3"),
    ("SPE_E5", "Secure Productive Enterprise E5"),
    ("SPB", "Microsoft 365 Business"),
    ("O365_BUSINESS_ESSENTIALS", "Office 365 Business Essentials"),
    ("O365_BUSINESS_PREMIUM", "Office 365 Business Premium"),
    ("AAD_PREMIUM", "Azure Active Directory Premium P1"),
    ("AAD_PREMIUM_P2", "Azure Active Directory Premium P2"),
    ("EMS", "Enterprise Mobility Suite"),
];

/// Names that a product was sold under before.
fn former_names(part_number: &str) -> impl Iterator<Item = &'static str> {
    let names = FORMER_NAMES.iter().find(|(of, _)| *of == part_number).map_or("", |(_, names)| *names);
    names.split(", ").filter(|name| !name.is_empty())
}

/// How near a product is to what was typed, in small letters: called so, called so before, beginning so, or else.
fn nearness(product: &ProductName, typed: &str) -> u8 {
    let is = |name: &str| name.to_lowercase() == typed;
    match product {
        _ if typed.is_empty() => 0,
        ProductName { name, part_number, .. } if is(name) || is(part_number) => 0,
        ProductName { part_number, .. } if former_names(part_number).any(is) => 1,
        ProductName { name, .. } if name.to_lowercase().starts_with(typed) => 2,
        _ => 3,
    }
}

/// Letters from which on a text is looked for among ids, too.
const LEAST_OF_ID: usize = 8;

/// Products of the catalog that the tenant does not have yet and that `filter` finds, by name: words of a name, of a
/// former name, of the part number, or the `skuId`.
pub fn offers(tenant: &Tenant, filter: &str, most: usize) -> Page<ProductOffer> {
    let search = Search::new(filter);
    // A short word is found in many ids by chance.
    let is_id = filter.trim().len() >= LEAST_OF_ID && !filter.trim().contains(char::is_whitespace);
    let held: BTreeSet<ProductId> = tenant.products().collect();
    let rules = tenant.rules();
    let mut rows: Vec<ProductOffer> = tenant
        .catalog()
        .loaded_products()
        .filter(|(product, _)| !held.contains(product))
        .filter(|(_, info)| {
            search.finds(|seeker| {
                [&info.name, &info.part_number].into_iter().for_each(|text| seeker.look(text));
                if is_id {
                    seeker.look(&info.guid.to_string());
                }
                former_names(&info.part_number).for_each(|name| seeker.look(name));
            })
        })
        .map(|(product, info)| ProductOffer {
            product: ProductName::new(product, Some(info)),
            plans: info.plans(rules).len(),
            offered: info.offered.under(rules),
        })
        .collect();
    // What is called exactly so comes first, then what begins so.
    let typed = filter.trim().to_lowercase();
    rows.sort_by_cached_key(|offer| {
        (
            !offer.offered,
            nearness(&offer.product, &typed),
            offer.product.name.clone(),
            offer.product.part_number.clone(),
        )
    });
    let all = rows.len();
    rows.truncate(most);
    Page { rows, all }
}

/// Plans of the catalog that the product does not hold and whose name holds `filter`, by name: what Microsoft could add
/// to it.
pub fn plans_to_add(tenant: &Tenant, product: ProductId, filter: &str, most: usize) -> Page<PlanChoice> {
    let wanted = filter.trim().to_lowercase();
    let held = tenant.product(product).map(|details| details.plans).unwrap_or_default();
    let mut rows: Vec<PlanChoice> = tenant
        .catalog()
        .loaded_plans()
        .filter(|(plan, _)| !held.contains(plan))
        .map(|(plan, _)| read::plan_choice(tenant, plan))
        .filter(|choice| choice.matches(&wanted))
        .collect();
    rows.sort_by(|a, b| a.name.cmp(&b.name).then_with(|| a.technical.cmp(&b.technical)));
    let all = rows.len();
    rows.truncate(most);
    Page { rows, all }
}

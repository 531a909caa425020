//! A tenant of any size, the same everywhere: 500 groups of which a few are popular, 60 products of which every third
//! has five percent too few seats, 60 countries, and some products that exclude each other.

use std::fmt;
use std::sync::Arc;

use licensing_catalog::DecodeError;
use licensing_core::{MANY_STEPS, StateError, Tenant};
use licensing_model::command::{GroupKind, LicenseChange};
use licensing_model::{
    Catalog, Command, CountryCode, Created, GroupId, License, Member, PlanId, ProductId, Refusal, TenantSettings,
    Units, UserId,
};

use crate::random::{Random, Zipf};

/// Groups with a template.
pub(crate) const GROUPS: usize = 500;
/// Products of the tenant.
pub(crate) const PRODUCTS: usize = 60;
/// Of them, so many exclude another; they are in every eighth group.
const CONTENTIOUS: usize = 6;
/// One draw gives a user's count of groups: 3.9 on average.
const MEMBERSHIPS: [usize; 10] = [1, 2, 3, 3, 4, 4, 4, 5, 6, 7];

/// Where users are, one of them as likely as the other.
const COUNTRIES: &str = "AE AR AT AU BE BG BR CA CH CL CO CR CZ DE DK EC EE EG ES FI FR GB GR HK HR HU ID IE IL IN \
                         IS IT JP KE KR KW LT LU LV MA MX MY NG NL NO NZ PE PH PK PL PT RO SA SE SG TH TR US UY ZA";

/// The plan of a tenant: everything that is drawn, none of it in a tenant yet.
pub(crate) struct Plan {
    catalog: Arc<Catalog>,
    users: u32,
    products: Vec<ProductId>,
    countries: Vec<CountryCode>,
    popularity: Zipf,
    /// For each group positions in `products`.
    templates: Vec<Vec<usize>>,
}

/// What one user is drawn.
struct Draw {
    location: CountryCode,
    groups: Vec<usize>,
    direct: Option<usize>,
}

/// Why there is no tenant.
pub(crate) enum Failed {
    /// The catalog cannot be read.
    Catalog(DecodeError),
    /// The engine refused a command.
    Refused(Refusal),
    /// A tenant's own state was not taken.
    State(StateError),
    /// The catalog has too few products, or a command that creates did not.
    Incomplete,
}

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failed::Catalog(error) => write!(f, "the catalog cannot be read: {error}"),
            Failed::Refused(refusal) => write!(f, "the engine refused a command: {refusal:?}"),
            Failed::State(error) => write!(f, "a tenant was not restored: {error}"),
            Failed::Incomplete => f.write_str("the catalog has too few products that go together"),
        }
    }
}

impl From<Refusal> for Failed {
    fn from(refusal: Refusal) -> Failed {
        Failed::Refused(refusal)
    }
}

impl From<DecodeError> for Failed {
    fn from(error: DecodeError) -> Failed {
        Failed::Catalog(error)
    }
}

impl Plan {
    /// Draws templates for a tenant of `users`.
    pub(crate) fn new(users: u32) -> Result<Plan, Failed> {
        let catalog = licensing_catalog::decode(licensing_catalog::FULL)?;
        let catalog = Arc::new(Catalog { steps: Some(MANY_STEPS), ..catalog });
        let products = choose_products(&catalog);
        if products.len() < PRODUCTS {
            return Err(Failed::Incomplete);
        }
        let countries = COUNTRIES.split(' ').filter_map(|code| code.parse().ok()).collect();
        let templates = (0..GROUPS).map(draw_template).collect();
        Ok(Plan { catalog, users, products, countries, popularity: Zipf::new(GROUPS), templates })
    }

    /// The catalog that the tenant is made with.
    pub(crate) fn catalog(&self) -> &Arc<Catalog> {
        &self.catalog
    }

    /// The products of the tenant.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn products(&self) -> &[ProductId] {
        &self.products
    }

    /// How many users the tenant has.
    pub(crate) fn users(&self) -> u32 {
        self.users
    }

    /// Sets the tenant up and leaves its queue full: templates first, then memberships. Nothing was processed.
    pub(crate) fn tenant(&self) -> Result<Tenant, Failed> {
        let mut tenant = Tenant::new(Arc::clone(&self.catalog), TenantSettings::default());
        for (product, seats) in self.products.iter().zip(self.seats()) {
            tenant.apply(&Command::SetUnits(*product, Units::enabled(seats)))?;
        }
        let groups = self.templates.iter().zip(0..).map(|(template, at)| self.group(&mut tenant, at, template));
        let groups: Vec<GroupId> = groups.collect::<Result<_, _>>()?;
        // The templates' own runs have no members to look at.
        tenant.settle(u32::MAX);

        tenant.reserve(self.users as usize);
        tenant.populate(self.users, |user| Some(self.draw(user.raw()).location));
        for number in 0..self.users {
            let (user, Draw { groups: joined, direct, .. }) = (UserId::from_raw(number), self.draw(number));
            if let Some(product) = direct.and_then(|at| self.products.get(at)) {
                // Where the seats are used up or the country is banned, the user has no direct license.
                let add = vec![License { product: *product, disabled: Vec::new() }];
                let _ = tenant.apply(&Command::ChangeUserLicenses(user, LicenseChange { add, remove: Vec::new() }));
            }
            for group in joined.iter().filter_map(|at| groups.get(*at)) {
                tenant.apply(&Command::AddMember(*group, Member::User(user)))?;
            }
        }
        Ok(tenant)
    }

    /// A group with its template. Products that the engine refuses beside the others are left out.
    fn group(&self, tenant: &mut Tenant, at: usize, template: &[usize]) -> Result<GroupId, Failed> {
        let create = Command::CreateGroup { name: format!("Group {at}"), kind: GroupKind::Security };
        let Some(Created::Group(group)) = tenant.apply(&create)?.created else { return Err(Failed::Incomplete) };
        for product in template.iter().filter_map(|at| self.products.get(*at)) {
            let _ = tenant.apply(&add_license(group, *product, Vec::new()));
        }
        Ok(group)
    }

    /// The seats of each product: what its users need and a tenth more, or a twentieth less for every third product.
    fn seats(&self) -> Vec<u32> {
        let mut needed = vec![0_u32; PRODUCTS];
        for user in 0..self.users {
            let draw = self.draw(user);
            let of_groups = draw.groups.iter().filter_map(|group| self.templates.get(*group)).flatten().copied();
            let mut products: Vec<usize> = of_groups.chain(draw.direct).collect();
            products.sort_unstable();
            products.dedup();
            for count in products {
                if let Some(needed) = needed.get_mut(count) {
                    *needed += 1;
                }
            }
        }
        let scarce = |at: usize| at % 3 == 1;
        needed.into_iter().enumerate().map(|(at, n)| if scarce(at) { n - n / 20 } else { n + n / 10 + 1 }).collect()
    }

    fn draw(&self, user: u32) -> Draw {
        let mut random = Random::new(u64::from(user));
        let location = self.countries.get(random.below(self.countries.len())).copied().unwrap_or(CountryCode::NL);
        let count = MEMBERSHIPS.get(random.below(MEMBERSHIPS.len())).copied().unwrap_or(1);
        let mut groups = Vec::with_capacity(count);
        while groups.len() < count {
            let group = self.popularity.draw(&mut random);
            if !groups.contains(&group) {
                groups.push(group);
            }
        }
        let direct = random.once_in(10).then(|| random.below(PRODUCTS - CONTENTIOUS));
        Draw { location, groups, direct }
    }
}

/// The command that adds a product to a group's template, or replaces its disabled plans.
pub(crate) fn add_license(group: GroupId, product: ProductId, disabled: Vec<PlanId>) -> Command {
    let add = vec![License { product, disabled }];
    Command::ChangeGroupLicenses(group, LicenseChange { add, remove: Vec::new() })
}

/// One to three products, drawn from the peaceful ones but for every eighth group.
fn draw_template(group: usize) -> Vec<usize> {
    let mut random = Random::new(0x6700_0000 + group as u64);
    let count = 1 + random.below(3);
    let mut template: Vec<usize> = (0..count).map(|_| random.below(PRODUCTS - CONTENTIOUS)).collect();
    if group % 8 == 7 {
        template.push(PRODUCTS - CONTENTIOUS + random.below(CONTENTIOUS));
    }
    template.sort_unstable();
    template.dedup();
    template
}

/// Products of 2019 that go together, then those that each exclude some of them.
fn choose_products(catalog: &Catalog) -> Vec<ProductId> {
    let rules = TenantSettings::default().rules;
    let plans = |product: &ProductId| catalog.product(*product).map_or(&[][..], |info| info.plans(rules));
    let holds = |product: &ProductId, plan| plans(product).contains(plan);
    let pairs: Vec<_> = catalog.pairs.iter().filter(|pair| pair.counts.under(rules)).collect();
    let exclude = |one: &ProductId, other: &ProductId| {
        pairs
            .iter()
            .any(|pair| holds(one, &pair.a) && holds(other, &pair.b) || holds(one, &pair.b) && holds(other, &pair.a))
    };
    let needs: Vec<_> = catalog.prerequisites.iter().filter(|row| row.enforced && row.counts.under(rules)).collect();
    let stands_alone = |product: &ProductId| {
        let mut needs = needs.iter().filter(|need| holds(product, &need.plan));
        plans(product).len() > 1 && needs.all(|need| need.any_of.iter().any(|plan| holds(product, plan)))
    };
    let offered = catalog.loaded_products().filter(|(_, info)| info.offered.under(rules)).map(|(id, _)| id);
    let (mut peaceful, mut contentious) = (Vec::new(), Vec::new());
    for product in offered.filter(stands_alone) {
        let excluded = peaceful.iter().filter(|other| exclude(&product, other)).count();
        match excluded {
            0 => peaceful.push(product),
            1..=3 => contentious.push(product),
            _ => {}
        }
    }
    peaceful.truncate(PRODUCTS - CONTENTIOUS);
    contentious.truncate(CONTENTIOUS);
    peaceful.extend(contentious);
    peaceful
}

#[cfg(test)]
mod tests {
    use licensing_model::AssignmentError;

    use super::*;

    #[test]
    fn some_users_meet_each_error_and_most_meet_none() -> Result<(), String> {
        let plan = Plan::new(5_000).map_err(|failed| failed.to_string())?;
        let mut tenant = plan.tenant().map_err(|failed| failed.to_string())?;
        tenant.settle(u32::MAX);
        let in_error = (0..plan.users()).filter(|user| tenant.rows_in_error(UserId::from_raw(*user)) > 0).count();
        assert!((250..2_000).contains(&in_error), "{in_error} of 5000 users are in error");
        let errors = (0..GROUPS).flat_map(|group| tenant.users_with_license_errors(GroupId::at(group)));
        let met: Vec<AssignmentError> = errors.map(|error| error.top).collect();
        for error in [AssignmentError::CountViolation, AssignmentError::MutuallyExclusiveViolation] {
            let count = met.iter().filter(|other| **other == error).count();
            assert!(count > 50, "{count} rows in {error:?}");
        }
        Ok(())
    }

    #[test]
    fn ten_users_have_39_groups() {
        let memberships: usize = MEMBERSHIPS.iter().sum();
        assert_eq!(memberships, 39);
    }
}

//! Puts a generated company into a tenant, in slices, by ordinary commands.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::convert::Infallible;

use licensing_core::Tenant;
use licensing_model::address::ProxyAddress;
use licensing_model::command::{GroupKind, LicenseChange, NewUser};
use licensing_model::{
    Catalog, Command, GroupId, License, Member, PlanId, ProductId, Sliced, TenantSettings, Units, UserId,
};

use super::company::Company;
use super::shape::{GroupPlan, PRODUCTS, Product, SWITCHED_OFF};

/// A company on its way into a tenant.
#[derive(Debug)]
pub(super) struct CompanyBuilding {
    company: Company,
    tenant: Tenant,
    /// By the position in [`PRODUCTS`]; none where the catalog has no such product.
    products: Vec<Option<ProductId>>,
    needed: Vec<u32>,
    stage: Stage,
    /// How many units of work were done.
    done: usize,
}

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// Counting what this user needs.
    Count(u32),
    /// Products, groups and contacts.
    SetUp,
    /// Adding this user.
    Add(u32),
    /// The background.
    Settle,
    /// This user joins another group.
    Later(u32),
    /// The background again.
    SettleAgain,
    Done,
}

impl CompanyBuilding {
    pub(super) fn new(seed: u64, users: u32, catalog: Arc<Catalog>) -> CompanyBuilding {
        let company = Company::new(seed, users);
        let sold = PRODUCTS.iter().take(company.shape.products as usize);
        let products: Vec<_> = sold.map(|(part_number, _)| catalog.product_by_part_number(part_number)).collect();
        let needed = alloc::vec![0; products.len()];
        let mut tenant = Tenant::new(catalog, TenantSettings { seed, ..TenantSettings::default() });
        tenant.reserve(users as usize);
        CompanyBuilding { company, tenant, products, needed, stage: Stage::Count(0), done: 0 }
    }

    /// The tenant, once all is done.
    pub(super) fn finish(self) -> Option<Tenant> {
        (self.stage == Stage::Done).then_some(self.tenant)
    }

    /// One unit of work that is not the background's.
    fn one(&mut self) {
        let is_user = |number: &u32| *number < self.company.users;
        self.stage = match self.stage {
            Stage::Count(number) if is_user(&number) => {
                let user = self.company.user(number);
                self.company.count(&user, &mut self.needed);
                Stage::Count(number.saturating_add(1))
            }
            Stage::Count(_) => Stage::SetUp,
            Stage::SetUp => {
                self.set_up();
                Stage::Add(0)
            }
            Stage::Add(number) if is_user(&number) => {
                self.add(number);
                Stage::Add(number.saturating_add(1))
            }
            Stage::Add(_) => Stage::Settle,
            Stage::Later(number) if is_user(&number) => {
                if let Some(group) = self.company.user(number).later {
                    self.apply(&Command::AddMember(GroupId::from_raw(group), user_member(number)));
                }
                Stage::Later(number.saturating_add(1))
            }
            Stage::Later(_) => Stage::SettleAgain,
            stage => stage,
        };
    }

    fn settle(&mut self, most: u32) -> u32 {
        let steps = self.tenant.settle(most).steps;
        if steps < most {
            self.stage = if self.stage == Stage::Settle { Stage::Later(0) } else { Stage::Done };
        }
        steps.max(1)
    }

    /// What the engine refuses is not in the tenant: a direct license where the user is, say.
    fn apply(&mut self, command: &Command) {
        let _ = self.tenant.apply(command);
    }

    fn set_up(&mut self) {
        for (at, needed) in self.needed.clone().into_iter().enumerate() {
            if let Some(product) = self.product(at) {
                let seats = self.company.seats(at, needed);
                self.apply(&Command::SetUnits(product, Units::enabled(seats)));
            }
        }
        for (number, group) in (0..).map(GroupId::from_raw).zip(self.company.groups.clone()) {
            self.apply(&Command::CreateGroup { name: group.name.clone(), kind: GroupKind::Security });
            let add = self.licenses(&group);
            self.apply(&Command::ChangeGroupLicenses(number, LicenseChange { add, remove: Vec::new() }));
        }
        let address = self.principal_name(&self.company.user(self.company.disturbed()).person.account);
        let addresses = alloc::vec![ProxyAddress { primary: true, address }];
        self.apply(&Command::AddContact { name: String::from("Old mailbox"), addresses });
        // The templates' own runs find nobody.
        self.tenant.settle(u32::MAX);
    }

    fn add(&mut self, number: u32) {
        let plan = self.company.user(number);
        self.apply(&Command::CreateUser(NewUser {
            user_principal_name: self.principal_name(&plan.person.account),
            display_name: plan.person.name,
            usage_location: plan.location,
            ..NewUser::default()
        }));
        if let Some(product) = plan.direct.and_then(|at| self.product(at)) {
            let add = alloc::vec![License { product, disabled: Vec::new() }];
            let change = LicenseChange { add, remove: Vec::new() };
            self.apply(&Command::ChangeUserLicenses(UserId::from_raw(number), change));
        }
        for group in plan.groups {
            self.apply(&Command::AddMember(GroupId::from_raw(group), user_member(number)));
        }
    }

    fn principal_name(&self, account: &str) -> String {
        format!("{account}@{}", TenantSettings::default().initial_domain)
    }

    fn product(&self, at: Product) -> Option<ProductId> {
        self.products.get(at).copied().flatten()
    }

    fn licenses(&self, group: &GroupPlan) -> Vec<License> {
        let license = |at: &Product| {
            let product = self.product(*at)?;
            let disabled = if *at == 0 { self.switched_off(product, group.off) } else { Vec::new() };
            Some(License { product, disabled })
        };
        group.products.iter().filter_map(license).collect()
    }

    fn switched_off(&self, product: ProductId, count: usize) -> Vec<PlanId> {
        let catalog = self.tenant.catalog();
        let rules = TenantSettings::default().rules;
        let held: BTreeSet<PlanId> =
            catalog.product(product).map(|info| info.plans(rules).iter().copied().collect()).unwrap_or_default();
        let named = SWITCHED_OFF.iter().filter_map(|name| catalog.plan_by_name(name));
        named.filter(|plan| held.contains(plan)).take(count).collect()
    }
}

impl Sliced for CompanyBuilding {
    type Fault = Infallible;

    /// Goes on for so many units of work: a user who is drawn, added or processed. Answers whether all is done.
    fn advance(&mut self, work: u32) -> Result<bool, Infallible> {
        let mut left = work.max(1);
        while left > 0 && self.stage != Stage::Done {
            let did = match self.stage {
                Stage::Settle | Stage::SettleAgain => self.settle(left),
                _ => {
                    self.one();
                    1
                }
            };
            left = left.saturating_sub(did);
            self.done = self.done.saturating_add(did as usize);
        }
        Ok(self.stage == Stage::Done)
    }

    /// Units of work that were done, and about how many there are in all.
    fn progress(&self) -> (usize, usize) {
        // Each user is counted, added, processed, and asked whether something comes later.
        (self.done, (self.company.users as usize).saturating_mul(4).max(self.done))
    }
}

fn user_member(number: u32) -> Member {
    Member::User(UserId::from_raw(number))
}

//! What the tests of this crate share.

pub(crate) mod database;
pub(crate) mod faulty;
pub(crate) mod store;

use std::sync::Arc;

use licensing_core::state::AuditLog;
use licensing_core::{History, Tenant};
use licensing_model::command::{GroupKind, LicenseChange, NewUser, UserPatch};
use licensing_model::{Catalog, Command, GroupId, License, Member, ProductId, Units, UserId};
use licensing_scenario::sample::Sample;
use licensing_scenario::{Base, Scenario};

/// The starter catalog.
pub(crate) fn catalog() -> Arc<Catalog> {
    Arc::new(licensing_catalog::starter())
}

/// A generated company, settled.
pub(crate) fn company(seed: u64, users: u32) -> Tenant {
    Sample::Company { seed, users }.tenant(catalog())
}

/// The state of a generated company.
pub(crate) fn state_of_company(seed: u64, users: u32) -> Scenario {
    Scenario::of_state(String::new(), &company(seed, users), AuditLog::LeftOut)
}

/// Numbers that look random.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Random {
        Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((u128::from(self.0) * end as u128) >> 64) as usize
    }
}

/// Names that somebody types; some are in the frozen lists and some are not.
const GIVEN: [&str; 8] = ["Noor", "Sanne", "Emma", "Yusuf", "Ana", "Thomas", "Wilhelmina", "Pieter"];
const FAMILY: [&str; 8] = ["Visser", "de Wit", "Demir", "Kowalski", "Zandstra", "Okafor", "Smith", "van Oosten"];
const GROUPS: [&str; 6] = ["Sales", "Contractors", "Finance E3", "Interns 2020", "Pilot", "Service desk"];

fn pick(names: &[&'static str], random: &mut Random) -> &'static str {
    names.get(random.below(names.len())).copied().unwrap_or_default()
}

/// A command such as somebody gives in the page, on what a tenant holds.
pub(crate) fn command(tenant: &Tenant, random: &mut Random) -> Command {
    let products: Vec<ProductId> = tenant.snapshot().products.into_keys().collect();
    let product = products.get(random.below(products.len())).copied().unwrap_or(ProductId::from_raw(0));
    let user = UserId::at(random.below(tenant.user_count().max(1)));
    let group = GroupId::at(random.below(tenant.snapshot().groups.len().max(1)));
    let add = LicenseChange { add: vec![License { product, disabled: Vec::new() }], remove: Vec::new() };
    let remove = LicenseChange { add: Vec::new(), remove: vec![product] };
    match random.below(14) {
        0..=3 => Command::AddMember(group, Member::User(user)),
        4..=5 => {
            let joined: Vec<GroupId> = tenant.groups_of(user).collect();
            let group = joined.get(random.below(joined.len())).copied().unwrap_or(group);
            Command::RemoveMember(group, Member::User(user))
        }
        6 => Command::ChangeGroupLicenses(group, add),
        7 => Command::ChangeGroupLicenses(group, remove),
        8 => Command::ChangeUserLicenses(user, add),
        9 => Command::SetUnits(product, Units::enabled(random.below(300) as u32)),
        10 => Command::UpdateUser(user, UserPatch { usage_location: Some("BE".parse().ok()), ..UserPatch::default() }),
        11 => Command::ReprocessGroup(group),
        12 => {
            let (given, family) = (pick(&GIVEN, random), pick(&FAMILY, random));
            let account = format!("{given}.{family}").to_lowercase().replace(' ', "");
            Command::CreateUser(NewUser {
                display_name: format!("{given} {family}"),
                user_principal_name: format!("{account}@contoso.onmicrosoft.com"),
                ..NewUser::default()
            })
        }
        _ => Command::CreateGroup { name: pick(&GROUPS, random).to_string(), kind: GroupKind::Security },
    }
}

/// A story of so many accepted commands on a generated company, with the background in between.
pub(crate) fn story(seed: u64, users: u32, commands: usize) -> Scenario {
    let sample = Sample::Company { seed, users };
    let mut history = History::new(sample.tenant(catalog()));
    let mut random = Random::new(seed);
    let mut accepted = 0;
    while accepted < commands {
        let command = command(history.tenant(), &mut random);
        if history.apply(command).is_ok() {
            accepted += 1;
            if random.below(4) == 0 {
                history.settle(u32::MAX);
            }
        }
    }
    Scenario::of_story(String::new(), Base::Sample(sample), &history)
}

/// The value that 95 of 100 do not exceed.
pub(crate) fn percentile_95(mut values: Vec<usize>) -> usize {
    values.sort_unstable();
    values.get(values.len() * 95 / 100).copied().unwrap_or_default()
}

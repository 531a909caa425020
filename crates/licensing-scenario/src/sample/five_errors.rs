//! The tenant that the page opens with: 28 people, seven groups, and errors of five kinds on the way.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::sync::Arc;
use alloc::vec::Vec;

use licensing_core::{Action, Tenant};
use licensing_model::address::ProxyAddress;
use licensing_model::command::{GroupKind, LicenseChange, NewUser};
use licensing_model::{Catalog, Command, GroupId, License, Member, PlanId, ProductId, TenantSettings, Units, UserId};

/// Names and usage locations; an empty one is not set.
pub(super) const PEOPLE: [(&str, &str); 28] = [
    ("Sanne de Wit", "NL"),
    ("Jonas Lindqvist", "SE"),
    ("Amira Haddad", "BE"),
    ("Ruben Castell", "ES"),
    ("Noor Visser", "NL"),
    ("Ilse Vermeer", ""),
    ("Pavel Novotny", "CZ"),
    ("Lotte Janssen", "NL"),
    ("Daan Kuiper", "NL"),
    ("Yusuf Demir", "NL"),
    ("Femke Bos", "NL"),
    ("Emil Sorensen", "DK"),
    ("Hugo Laurent", "FR"),
    ("Bart Mulder", "NL"),
    ("Lina Okafor", "NL"),
    ("Marek Nowak", "PL"),
    ("Priya Sharma", "NL"),
    ("Helena Costa", "PT"),
    ("Willem de Groot", "NL"),
    ("Nadia Rossi", "IT"),
    ("Victor Andersson", "SE"),
    ("Aigerim Sadykova", "KZ"),
    ("Maud Leclerc", "FR"),
    ("Ronan Keller", "DE"),
    ("Saskia Blom", "NL"),
    ("Ines Duarte", "PT"),
    ("Oskar Nyman", "SE"),
    ("Tess Brouwer", "NL"),
];

/// Names, and who is in them, in the order of joining.
pub(super) const GROUPS: [(&str, &[u32]); 7] = [
    ("Frontline E1", &[10, 13, 14, 15, 12, 16]),
    ("Sales E3", &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]),
    ("Leadership E5", &[17, 18, 19]),
    ("Analytics pilot", &[0, 1, 6, 9, 11]),
    ("Meeting hosts", &[2, 21, 20, 22]),
    ("Support E3", &[23, 24, 25, 26, 27]),
    ("Contractors", &[15, 16]),
];

const FRONTLINE: u32 = 0;
const SALES: u32 = 1;
const LEADERSHIP: u32 = 2;
const ANALYTICS_PILOT: u32 = 3;
const MEETING_HOSTS: u32 = 4;
const SUPPORT: u32 = 5;
const CONTRACTORS: u32 = 6;

const NOOR: u32 = 4;
const DAAN: usize = 8;
const HUGO: u32 = 12;
const TESS: u32 = 27;

const E1: &str = "STANDARDPACK";
const E3: &str = "ENTERPRISEPACK";
const E5: &str = "ENTERPRISEPREMIUM";
const EMS: &str = "EMS";
const AUDIO: &str = "MCOMEETADV";
const ANALYTICS: &str = "WORKPLACE_ANALYTICS";

/// The people, the groups and what was bought, before anybody gets a license.
pub(super) fn tenant(catalog: Arc<Catalog>) -> Tenant {
    let settings = TenantSettings::default();
    let domain = settings.initial_domain.clone();
    let mut tenant = Tenant::new(catalog, settings);
    let mut commands = Vec::new();
    for (part_number, seats) in [(E1, 10), (E3, 20), (E5, 5), (EMS, 12), (AUDIO, 5)] {
        commands.extend(buy(tenant.catalog(), part_number, seats));
    }
    commands.extend(PEOPLE.iter().map(|(name, location)| {
        Command::CreateUser(NewUser {
            display_name: name.to_string(),
            user_principal_name: format!("{}@{domain}", account(name)),
            usage_location: location.parse().ok(),
            ..NewUser::default()
        })
    }));
    for (number, (name, people)) in (0..).map(GroupId::from_raw).zip(GROUPS) {
        commands.push(Command::CreateGroup { name: name.to_string(), kind: GroupKind::Security });
        commands
            .extend(people.iter().map(|person| Command::AddMember(number, Member::User(UserId::from_raw(*person)))));
    }
    for command in &commands {
        // All of them are accepted with the starter catalog; a test looks.
        let _ = tenant.apply(command);
    }
    tenant
}

/// What is done then: fourteen commands, with the background in between.
pub(super) fn actions(catalog: &Catalog) -> Vec<Action> {
    let group = GroupId::from_raw;
    let user = UserId::from_raw;
    let member = |number| Member::User(user(number));
    let give = |to, products: &[(&str, &[PlanId])]| Command::ChangeGroupLicenses(group(to), adding(catalog, products));
    let off = |names: &[&str]| names.iter().filter_map(|name| catalog.plan_by_name(name)).collect::<Vec<_>>();
    let address =
        format!("{}@{}", account(PEOPLE.map(|(name, _)| name)[DAAN]), TenantSettings::default().initial_domain);
    let story: [(Option<Command>, u32); 14] = [
        (buy(catalog, ANALYTICS, 3), 0),
        (Some(Command::AddMember(group(SALES), Member::Group(group(CONTRACTORS)))), 0),
        (
            Some(Command::AddContact {
                name: String::from("Reception desk"),
                addresses: alloc::vec![ProxyAddress { primary: true, address }],
            }),
            0,
        ),
        (Some(Command::ChangeUserLicenses(user(NOOR), adding(catalog, &[(E1, &[])]))), 0),
        (Some(give(FRONTLINE, &[(E1, &[])])), 6),
        (Some(give(SALES, &[(E3, &off(&["KAIZALA_O365_P3", "SWAY"])), (EMS, &off(&["ADALLOM_S_DISCOVERY"]))])), 12),
        (Some(give(LEADERSHIP, &[(E5, &[])])), 3),
        (Some(give(ANALYTICS_PILOT, &[(E3, &[]), (ANALYTICS, &[])])), 5),
        (
            Some(give(
                MEETING_HOSTS,
                &[(E3, &all_but(catalog, E3, &["EXCHANGE_S_ENTERPRISE", "MCOSTANDARD"])), (AUDIO, &[])],
            )),
            4,
        ),
        (Some(give(SUPPORT, &[(E3, &[])])), 5),
        (Some(Command::ChangeUserLicenses(user(TESS), adding(catalog, &[(AUDIO, &[])]))), 0),
        (Some(Command::RemoveMember(group(SUPPORT), member(TESS))), 1),
        (Some(Command::ReprocessGroup(group(SUPPORT))), 2),
        (Some(Command::AddMember(group(LEADERSHIP), member(HUGO))), 0),
    ];
    let mut actions = Vec::new();
    for (command, steps) in story {
        actions.extend(command.map(Action::Command));
        // One by one, so that each of them can be gone back to.
        actions.extend((0..steps).map(|_| Action::Steps(1)));
    }
    actions
}

fn buy(catalog: &Catalog, part_number: &str, seats: u32) -> Option<Command> {
    Some(Command::SetUnits(catalog.product_by_part_number(part_number)?, Units::enabled(seats)))
}

/// Adds products, each without some of its plans.
fn adding(catalog: &Catalog, products: &[(&str, &[PlanId])]) -> LicenseChange {
    let license = |(part_number, disabled): &(&str, &[PlanId])| {
        let product: ProductId = catalog.product_by_part_number(part_number)?;
        Some(License { product, disabled: disabled.to_vec() })
    };
    LicenseChange { add: products.iter().filter_map(license).collect(), remove: Vec::new() }
}

/// All plans of a product but some.
fn all_but(catalog: &Catalog, part_number: &str, kept: &[&str]) -> Vec<PlanId> {
    let info = catalog.product_by_part_number(part_number).and_then(|id| catalog.product(id));
    let plans = info.map_or(&[][..], |info| info.plans(TenantSettings::default().rules));
    let is_kept = |plan: &PlanId| catalog.plan(*plan).is_some_and(|info| kept.contains(&info.name.as_str()));
    plans.iter().copied().filter(|plan| !is_kept(plan)).collect()
}

/// What stands before the `@` of somebody's userPrincipalName.
fn account(name: &str) -> String {
    let (given, family) = name.split_once(' ').unwrap_or((name, ""));
    format!("{given}.{}", family.replace(' ', "")).to_lowercase()
}

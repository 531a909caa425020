//! R17: the rule of a group as its screen shows it, and why somebody is a member.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::sync::Arc;

use licensing_core::Tenant;
use licensing_model::command::{GroupKind, LicenseChange, NewUser};
use licensing_model::rule::{Membership, MembershipRule};
use licensing_model::{
    Command, CountryCode, GroupId, License, Member, Property, RuleSet, TenantSettings, Units, UserId,
};
use licensing_view::group::group;
use licensing_view::processing::{RunOf, processing};
use licensing_view::table::{BulkKind, Cell, ListId, Table, TableQuery};
use licensing_view::user::user;
use licensing_wording::Words;

const NOOR: UserId = UserId::from_raw(0);
const SALES: GroupId = GroupId::from_raw(0);

fn tenant() -> Tenant {
    let catalog = Arc::new(licensing_catalog::starter());
    let settings = TenantSettings { rules: RuleSet::Today, ..TenantSettings::default() };
    let mut tenant = Tenant::new(catalog, settings);
    for name in ["Noor", "Piet"] {
        let new = NewUser {
            display_name: name.to_string(),
            user_principal_name: format!("{name}@contoso.onmicrosoft.com"),
            usage_location: Some(CountryCode::NL),
            ..NewUser::default()
        };
        tenant.apply(&Command::CreateUser(new)).unwrap();
    }
    tenant.apply(&Command::CreateGroup { name: "Sales".to_string(), kind: GroupKind::Security }).unwrap();
    tenant
}

fn set_rule(tenant: &mut Tenant, text: &str) {
    let rule = MembershipRule { text: text.to_string(), membership: Membership::Dynamic };
    tenant.apply(&Command::SetMembershipRule(SALES, rule)).unwrap();
}

#[test]
fn a_member_by_a_rule_is_explained_by_what_the_rule_reads() {
    let mut tenant = tenant();
    let (of, property) = (Member::User(NOOR), Property::DEPARTMENT);
    tenant.apply(&Command::SetProperty { of, property, value: "Sales".to_string() }).unwrap();
    set_rule(&mut tenant, "user.department -eq \"sales\" -and -not (user.usageLocation -eq \"DE\")");
    let view = processing(&tenant, Words::english());
    assert!(matches!(&view.runs[..], [run] if matches!(&run.of, RunOf::Rule(group) if group.name == "Sales")));
    assert_eq!(view.next.unwrap().run, "Sales, membership rule");
    tenant.settle(10);
    let rule = |words| group(&tenant, words, SALES).unwrap().rule.unwrap();
    assert_eq!(
        rule(Words::english()).reasons,
        ["Noor is a member because department is Sales and usageLocation is NL."]
    );
    assert_eq!(rule(Words::dutch()).reasons, ["Noor is lid omdat department Sales is en usageLocation NL is."]);
    assert_eq!(rule(Words::english()).cut_off, None);
}

#[test]
fn a_rule_that_chases_itself_says_whom_it_left_where_they_are() {
    let mut tenant = tenant();
    let e1 = tenant.catalog().product_by_part_number("STANDARDPACK").unwrap();
    tenant.apply(&Command::SetUnits(e1, Units::enabled(5))).unwrap();
    let add = LicenseChange { add: vec![License { product: e1, disabled: Vec::new() }], remove: Vec::new() };
    tenant.apply(&Command::ChangeGroupLicenses(SALES, add)).unwrap();
    set_rule(&mut tenant, "-not (user.assignedPlans -any (assignedPlan.capabilityStatus -eq 'Enabled'))");
    assert!(tenant.settle(1_000).idle, "it ends");
    let rule = group(&tenant, Words::english(), SALES).unwrap().rule.unwrap();
    assert!(rule.cut_off.unwrap().contains("Noor and Piet"));
    let last = tenant.audit_newest_first().find(|record| record.message.is_some()).unwrap();
    assert_eq!(last.activity, "Apply membership rule to user");
}

#[test]
fn who_follows_from_a_rule_is_not_removed_by_hand() {
    let mut tenant = tenant();
    tenant.apply(&Command::AddMember(SALES, Member::User(NOOR))).unwrap();
    let removals = |tenant: &Tenant| {
        let table = Table::of(tenant, Words::english(), ListId::Members(SALES));
        let order = table.shown(tenant, &table.sorted(tenant, None, None), &TableQuery::default());
        let row = table.rows(tenant, &order, 0..1).pop().expect("Noor is a member");
        let actions = row.cells.into_iter().filter_map(|cell| match cell {
            Cell::Actions(actions) => Some(actions.len()),
            _ => None,
        });
        let can_leave = user(tenant, Words::english(), NOOR).unwrap().groups.iter().all(|joined| !joined.by_rule);
        (actions.sum::<usize>(), table.bulk().iter().any(|bulk| bulk.kind == BulkKind::Remove), can_leave)
    };
    assert_eq!(removals(&tenant), (2, true, true));
    set_rule(&mut tenant, "user.accountEnabled -eq true");
    tenant.settle(10);
    assert_eq!(removals(&tenant), (0, false, false));
}

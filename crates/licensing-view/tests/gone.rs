//! Groups that are deleted while somebody keeps a license of theirs in error: what every screen counts and says of it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::sync::Arc;

use licensing_core::Tenant;
use licensing_model::command::{GroupKind, License, LicenseChange, NewUser};
use licensing_model::{Command, CountryCode, GroupId, Member, ProductId, RuleSet, TenantSettings, Units, UserId};
use licensing_view::map::{self, Asked, IN_ERROR, Size};
use licensing_view::table::{FilterKey, ListId, Table, TableQuery};
use licensing_view::{Route, overview};
use licensing_wording::Words;

const ANNA: UserId = UserId::at(0);

fn adding(product: ProductId) -> LicenseChange {
    LicenseChange { add: vec![License { product, disabled: Vec::new() }], remove: Vec::new() }
}

/// By today's rules: Anna's own Audio Conferencing needs what the group gave her, and the group is gone (R11.3).
fn leftover() -> Tenant {
    let mut tenant = Tenant::new(Arc::new(licensing_catalog::starter()), TenantSettings::default());
    let product = |part_number| tenant.catalog().product_by_part_number(part_number).unwrap();
    let (suite, conferencing) = (product("ENTERPRISEPACK"), product("MCOMEETADV"));
    let sales = GroupId::at(0);
    let anna = NewUser {
        display_name: "Anna".into(),
        user_principal_name: "anna@contoso.onmicrosoft.com".into(),
        usage_location: Some(CountryCode::NL),
        ..NewUser::default()
    };
    let before = [
        Command::SetRuleSet(RuleSet::Today),
        Command::SetUnits(suite, Units::enabled(5)),
        Command::SetUnits(conferencing, Units::enabled(5)),
        Command::CreateUser(anna),
        Command::CreateGroup { name: "Sales".into(), kind: GroupKind::Security },
        Command::AddMember(sales, Member::User(ANNA)),
        Command::ChangeGroupLicenses(sales, adding(suite)),
    ];
    let after = [
        Command::ChangeUserLicenses(ANNA, adding(conferencing)),
        Command::ChangeGroupLicenses(sales, LicenseChange { add: Vec::new(), remove: vec![suite] }),
        Command::DeleteGroup(sales),
    ];
    for commands in [&before[..], &after[..]] {
        commands.iter().for_each(|command| _ = tenant.apply(command).unwrap());
        assert!(tenant.settle(10).idle);
    }
    tenant
}

#[test]
fn an_error_through_a_group_that_is_gone_is_counted_alike_on_the_overview_in_the_list_and_on_the_map() {
    let tenant = leftover();
    for (words, gone) in [(Words::english(), "Sales (deleted)"), (Words::dutch(), "Sales (verwijderd)")] {
        let attention = overview::attention(&tenant, words);
        let rows: Vec<(&str, usize)> =
            attention.groups.iter().map(|row| (row.group.name.as_str(), row.in_error)).collect();
        assert_eq!((attention.all, attention.users, rows), (1, 1, vec![(gone, 1)]));

        let in_error = TableQuery::default().with_filter(FilterKey::State, Some(IN_ERROR));
        let users = Table::of(&tenant, words, ListId::Users);
        let query = TableQuery::default().with_filter(FilterKey::State, Some("error"));
        let listed = users.shown(&tenant, &users.sorted(&tenant, None, None), &query);
        assert_eq!(listed.len(), 1, "the list of users in error");

        let map = map::map_of(&tenant, words, Size::SCREEN, Route::Map, Asked { query: &in_error, before: None });
        let names: Vec<&str> = map.nodes.iter().map(|node| node.title.split(',').next().unwrap()).collect();
        assert_eq!(names.first(), Some(&"Anna"), "{names:?}");
        assert!(names.contains(&gone), "{names:?}");
    }
}

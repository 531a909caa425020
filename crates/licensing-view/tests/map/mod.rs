//! The map: what it shows of small and large tenants, that it stays readable, and that it can be followed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod asked;
mod content;
mod follow;
mod near;
mod size;
mod table;

use std::sync::Arc;

use licensing_core::Tenant;
use licensing_model::command::{GroupKind, LicenseChange};
use licensing_model::{Command, CountryCode, GroupId, License, Member, ProductId, TenantSettings, Units};
use licensing_scenario::sample::example;
use licensing_view::Route;
use licensing_view::map::{self, MapView, NodeView, Size};
use licensing_wording::Words;

fn screen(tenant: &Tenant) -> MapView {
    map::map(tenant, Words::english(), Size::SCREEN, Route::Map)
}

fn card(tenant: &Tenant) -> MapView {
    map::map(tenant, Words::english(), Size::CARD, Route::Overview)
}

fn processed_example() -> Tenant {
    let mut tenant = example::tenant(Arc::new(licensing_catalog::starter())).unwrap();
    assert!(tenant.settle(100).idle);
    tenant
}

fn adding(products: &[ProductId]) -> LicenseChange {
    let add = products.iter().map(|product| License { product: *product, disabled: Vec::new() });
    LicenseChange { add: add.collect(), remove: Vec::new() }
}

/// Products of today's catalog that can be assigned by themselves, with so many seats each.
fn with_products(count: usize, seats: u32) -> (Tenant, Vec<ProductId>) {
    let mut tenant = Tenant::new(Arc::new(licensing_catalog::starter()), TenantSettings::default());
    let all: Vec<ProductId> = tenant.catalog().loaded_products().map(|(product, _)| product).collect();
    let mut products = Vec::new();
    for product in all {
        let mut alone = tenant.clone();
        let mut is_accepted = |command| alone.apply(&command).is_ok();
        let is_offered = is_accepted(Command::SetUnits(product, Units::enabled(1)))
            && is_accepted(Command::CreateGroup { name: "Trial".into(), kind: GroupKind::Security })
            && is_accepted(Command::ChangeGroupLicenses(GroupId::at(0), adding(&[product])));
        if is_offered && products.len() < count {
            tenant.apply(&Command::SetUnits(product, Units::enabled(seats))).unwrap();
            products.push(product);
        }
    }
    assert_eq!(products.len(), count, "the catalog offers so many");
    (tenant, products)
}

/// Adds groups, each with the product of its number, and users who each are in the group of their number.
fn fill(tenant: &mut Tenant, products: &[ProductId], groups: usize, users: u32) {
    for group in 0..groups {
        let name = format!("Group {group}");
        tenant.apply(&Command::CreateGroup { name, kind: GroupKind::Security }).unwrap();
        if let Some(product) = products.get(group % products.len().max(1)) {
            tenant.apply(&Command::ChangeGroupLicenses(GroupId::at(group), adding(&[*product]))).unwrap();
        }
    }
    tenant.populate(users, |_| Some(CountryCode::NL));
    for user in tenant.users().collect::<Vec<_>>() {
        let group = GroupId::at(user.index() % groups.max(1));
        tenant.apply(&Command::AddMember(group, Member::User(user))).unwrap();
    }
}

fn node<'a>(map: &'a MapView, title: &str) -> (usize, &'a NodeView) {
    let found = map.nodes.iter().enumerate().find(|(_, node)| node.title.starts_with(title));
    found.unwrap_or_else(|| panic!("no node `{title}` in {:?}", titles(map)))
}

fn titles(map: &MapView) -> Vec<&str> {
    map.nodes.iter().map(|node| node.title.as_str()).collect()
}

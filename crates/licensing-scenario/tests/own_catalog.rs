//! Products and plans that the catalog does not have: sealed with the version that brings them, opened as they were, and
//! refused by name where they make no tenant.
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that stops where something is wrong is what is wanted here"
)]

use std::sync::Arc;

use crate::common::{catalog, company};
use licensing_core::Tenant;
use licensing_core::state::{AuditLog, StateFault};
use licensing_model::catalog::{OwnPlan, OwnProduct};
use licensing_model::state::SubscriptionState;
use licensing_model::{Command, Guid, OwnCatalog, PlanId, ProductId, TenantState, Units};
use licensing_scenario::file::{self, FileReading};
use licensing_scenario::{Base, Scenario, link};

fn product_of(name: &str) -> ProductId {
    catalog().product_by_part_number(name).unwrap()
}

fn plan_of(name: &str) -> PlanId {
    catalog().plan_by_name(name).unwrap()
}

fn own() -> OwnCatalog {
    let plan = |number, name: &str| OwnPlan { guid: Guid([number; 16]), name: name.into(), company_wide: number == 2 };
    let sway = plan_of("SWAY");
    OwnCatalog {
        plans: vec![plan(1, "NEW_PLAN"), plan(2, "SWAY")],
        products: vec![OwnProduct {
            guid: Guid([3; 16]),
            // The catalog has a product of this name.
            part_number: "ENTERPRISEPACK".into(),
            plans: vec![OwnCatalog::plan_at(1), sway, OwnCatalog::plan_at(0)],
        }],
        lists: vec![(product_of("STANDARDPACK"), vec![sway, OwnCatalog::plan_at(0)])],
    }
}

/// A company that has products of its own, one of them in use.
fn state() -> TenantState {
    let mut state = company(3, 12).state(AuditLog::LeftOut);
    state.own = Arc::new(own());
    state.subscriptions.push(SubscriptionState {
        product: OwnCatalog::product_at(0),
        units: Units::enabled(4),
        added: Vec::new(),
        short: Vec::new(),
    });
    state
}

fn tenant() -> Tenant {
    Tenant::restore(catalog(), state()).unwrap()
}

fn scenario(state: TenantState) -> Scenario {
    Scenario::new("Own".into(), &catalog(), Base::State(Box::new(state)))
}

#[test]
fn every_form_holds_what_a_tenant_has_beside_the_catalog() {
    let state = tenant().state(AuditLog::LeftOut);
    assert_eq!(*state.own, own());
    let link = link::encode(scenario(state.clone())).unwrap();
    assert!(link::decode(&link, catalog().revision) == Ok(scenario(state.clone())));
    let text = file::to_text(scenario(state.clone()), &catalog());
    assert!(text.starts_with("{\n  \"scenario\": 3,"), "{}", text.get(..40).unwrap());
    for bytes in [text.into_bytes(), file::to_compact(scenario(state.clone())).unwrap()] {
        let read = FileReading::new(bytes, &catalog()).unwrap().finish().unwrap();
        assert!(read == scenario(state.clone()));
        let Base::State(read) = read.base else { panic!("no state") };
        assert_eq!(Tenant::restore(catalog(), *read).unwrap(), tenant());
    }
}

#[test]
fn a_tenant_without_anything_of_its_own_is_written_as_before() {
    let first = |scenario: Scenario| file::to_compact(scenario).unwrap().get(4).map(|byte| byte >> 3);
    assert_eq!(first(scenario(company(3, 12).state(AuditLog::LeftOut))), Some(1));
    assert_eq!(first(scenario(state())), Some(3));
}

#[test]
fn what_is_its_own_goes_by_its_id_so_that_a_name_of_the_catalog_stays_the_catalogs() {
    let text = file::to_text(scenario(tenant().state(AuditLog::LeftOut)), &catalog());
    assert!(text.contains("\"sku\": \"03030303-0303-0303-0303-030303030303\""), "{text}");
    // By the catalog of the tenant it is the same text.
    assert_eq!(text, file::to_text(scenario(tenant().state(AuditLog::LeftOut)), tenant().catalog()));
}

#[test]
fn a_document_takes_what_its_own_lists_speak_of() {
    assert!(scenario(state()).is_covered_by(&catalog()));
    let without = |plan: PlanId| {
        let mut part = licensing_catalog::starter();
        part.plans[plan.index()] = None;
        part
    };
    assert!(!scenario(state()).is_covered_by(&without(plan_of("SWAY"))));
    assert!(scenario(company(3, 12).state(AuditLog::LeftOut)).is_covered_by(&without(plan_of("SWAY"))));
}

#[test]
fn another_document_opens_by_the_lists_alone_and_a_larger_catalog_keeps_what_is_own() {
    let tenant = tenant();
    let other = company(3, 12).state(AuditLog::LeftOut);
    let opened = scenario(other).open(tenant.shared_catalog().clone()).unwrap().history;
    assert!(opened.tenant().catalog().extended.is_none());
    let mut history = scenario(state()).open(catalog()).unwrap().history;
    history.apply(Command::SetUnits(OwnCatalog::product_at(0), Units::enabled(9))).unwrap();
    let full = Arc::new(licensing_catalog::decode(licensing_catalog::FULL).unwrap());
    history.load_catalog(&full);
    assert!(history.tenant().catalog().loaded_products().count() > full.loaded_products().count());
    assert_eq!(history.tenant().product(OwnCatalog::product_at(0)).unwrap().units.enabled, 9);
    history.undo();
    let (e1, loaded) = (product_of("STANDARDPACK"), history.tenant().catalog());
    assert_eq!(loaded.product(e1).unwrap().plans_today, [plan_of("SWAY"), OwnCatalog::plan_at(0)]);
    assert_eq!(loaded.replaced_plans(e1), Some(full.product(e1).unwrap().plans_today.as_slice()));
}

#[test]
fn what_makes_no_tenant_is_refused_by_name() {
    let refused = |change: fn(&mut OwnCatalog)| {
        let (mut state, mut own) = (state(), own());
        change(&mut own);
        state.own = Arc::new(own);
        let error = Tenant::restore(catalog(), state).err().unwrap();
        (error.part, error.fault)
    };
    assert_eq!(refused(|own| own.plans[0].name.clear()), ("own.plans", StateFault::Invalid));
    assert_eq!(refused(|own| own.plans[0].guid = own.plans[1].guid), ("own.plans", StateFault::Twice));
    let many = |own: &mut OwnCatalog| own.plans = (0..=OwnCatalog::MOST).map(numbered).collect();
    assert_eq!(refused(many), ("own.plans", StateFault::TooMany));
    assert_eq!(refused(|own| own.products[0].part_number = "a".repeat(300)), ("own.products", StateFault::Invalid));
    assert_eq!(
        refused(|own| own.products[0].plans.push(OwnCatalog::plan_at(2))),
        ("own.products", StateFault::Missing)
    );
    assert_eq!(refused(|own| own.products[0].plans.push(OwnCatalog::plan_at(0))), ("own.products", StateFault::Twice));
    assert_eq!(refused(|own| own.products.clear()), ("subscriptions", StateFault::Missing));
    assert_eq!(refused(|own| own.lists[0].0 = OwnCatalog::product_at(0)), ("own.lists", StateFault::Missing));
    assert_eq!(refused(|own| own.lists.push(own.lists[0].clone())), ("own.lists", StateFault::Order));
    assert_eq!(refused(|own| own.lists[0].1.push(PlanId::at(5_000))), ("own.lists", StateFault::Missing));
}

fn numbered(number: usize) -> OwnPlan {
    OwnPlan { guid: Guid((number as u128).to_be_bytes()), name: "A".into(), company_wide: false }
}

#[test]
fn words_that_are_exchanged_make_another_tenant_or_none() {
    let text = file::to_text(scenario(state()), &catalog());
    let words =
        ["\"id\"", "\"name\"", "0303", "0101", "NEW_PLAN", "\"plans\"", "\"products\"", "true", "\"lists\"", "SWAY"];
    for (word, other) in words.iter().flat_map(|word| words.iter().map(move |other| (*word, *other))) {
        let damaged = text.replacen(word, other, 1);
        let read = FileReading::of_text(damaged, &catalog()).and_then(FileReading::finish);
        match read.and_then(|read| read.open(catalog())) {
            Ok(opened) => assert!(opened.history.tenant().user_count() == 12),
            Err(error) => assert!(!error.to_string().is_empty(), "{word} instead of {other}"),
        }
    }
}

//! Two products side by side say what the engine then does.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::sync::Arc;

use licensing_core::Tenant;
use licensing_model::command::{LicenseChange, NewUser};
use licensing_model::{Command, License, PlanId, ProductId, RuleSet, Units, UserId};
use licensing_scenario::sample::example;
use licensing_view::side_by_side::{self, Comparison, Side, SideBySide, Way};
use licensing_view::{Address, Route, Tone};
use licensing_wording::Words;

fn tenant(rules: RuleSet) -> Tenant {
    let mut tenant = example::empty(Arc::new(licensing_catalog::decode(licensing_catalog::FULL).unwrap()));
    tenant.apply(&Command::SetRuleSet(rules)).unwrap();
    tenant
}

fn compared(tenant: &Tenant, words: Words, address: &str) -> SideBySide {
    let address: Address = format!("#/products/compare?{address}").parse().unwrap();
    assert_eq!(address.route, Route::Compare);
    side_by_side::side_by_side(tenant, words, &address.query)
}

fn comparison(tenant: &Tenant, words: Words, first: &str, second: &str) -> Comparison {
    compared(tenant, words, &format!("product={first}&with={second}")).comparison.unwrap()
}

/// Whether a user of a tenant like this one can be given both at once, with these plans off.
fn can_hold(tenant: &Tenant, products: [ProductId; 2], off: impl Fn(ProductId) -> Vec<PlanId>) -> bool {
    let mut tenant = tenant.clone();
    for product in products {
        tenant.apply(&Command::SetUnits(product, Units::enabled(1))).unwrap();
    }
    let new = NewUser {
        display_name: "Noor".to_string(),
        user_principal_name: format!("noor@{}", tenant.domains().next().unwrap()),
        mail_nickname: Some("noor".to_string()),
        usage_location: Some(tenant.country()),
        ..NewUser::default()
    };
    tenant.apply(&Command::CreateUser(new)).unwrap();
    let add = products.map(|product| License { product, disabled: off(product) }).to_vec();
    let change = LicenseChange { add, remove: Vec::new() };
    tenant.apply(&Command::ChangeUserLicenses(UserId::at(0), change)).is_ok()
}

fn off_in(way: &Way, product: ProductId) -> Vec<PlanId> {
    let off = way.off.iter().filter(|(of, _)| of.id == product);
    off.flat_map(|(_, plans)| plans.iter().map(|plan| plan.id)).collect()
}

#[test]
fn the_article_s_two_products_clash_and_either_can_give_way() {
    let tenant = tenant(RuleSet::Rules2019);
    let words = Words::english();
    let view = comparison(&tenant, words, "ENTERPRISEPACK", "STANDARDPACK");
    assert_eq!(view.verdict.tone, Tone::Error);
    assert!(view.meaning.concat().contains("Conflicting service plans"), "{:?}", view.meaning);
    let pairs: Vec<_> = view.clashes.iter().map(|clash| (&*clash.a.technical, &*clash.b.technical)).collect();
    assert!(pairs.contains(&("EXCHANGE_S_ENTERPRISE", "EXCHANGE_S_STANDARD")), "{pairs:?}");
    assert!(pairs.contains(&("SHAREPOINTENTERPRISE", "SHAREPOINTSTANDARD")), "{pairs:?}");
    assert_eq!(view.ways.len(), 2);
    assert!(
        !view.sources.is_empty() && view.sources.iter().all(|(sure, sources)| !sure.is_empty() && !sources.is_empty())
    );
    let bad: Vec<_> = view.plans.iter().flat_map(|(_, rows)| rows).filter(|row| row.note.is_some()).collect();
    assert_eq!(bad.len(), pairs.len() * 2);
}

#[test]
fn what_sources_disagree_on_is_told_as_such_under_today_s_rules_and_counts_once_it_is_turned_on() {
    let mut tenant = tenant(RuleSet::Today);
    let words = Words::english();
    let disputed = tenant.catalog().pairs.iter().filter(|row| row.is_disputed() && !tenant.excludes(row.a, row.b));
    let holding = |plan: PlanId| {
        let mut products = tenant.catalog().loaded_products();
        let (product, info) = products.find(|(_, info)| info.plans_today.contains(&plan))?;
        Some((product, info.guid.to_string()))
    };
    let found = disputed.filter_map(|row| Some((row.a, row.b, holding(row.a)?, holding(row.b)?)));
    let (a, b, (_, first), (_, second)) = found.into_iter().find(|(_, _, a, b)| a.0 != b.0).expect("a disputed pair");
    let holds = |clashes: &[side_by_side::Clash]| clashes.iter().any(|clash| (clash.a.id, clash.b.id) == (a, b));
    let view = comparison(&tenant, words, &first, &second);
    assert!(holds(&view.disputed) && !holds(&view.clashes));
    tenant.apply(&Command::SetExclusivePair { a, b, counts: true }).unwrap();
    let view = comparison(&tenant, words, &first, &second);
    assert!(!holds(&view.disputed) && holds(&view.clashes));
}

#[test]
fn an_add_on_says_what_the_other_product_brings() {
    let tenant = tenant(RuleSet::Rules2019);
    let words = Words::english();
    let view = comparison(&tenant, words, "MCOMEETADV", "ENTERPRISEPACK");
    assert_eq!((view.verdict.tone, view.needs.len()), (Tone::Ok, 1));
    assert_eq!(view.needs[0].met.tone, Tone::Ok);
    assert!(view.meaning.concat().contains("alone fails"), "{:?}", view.meaning);
    let view = comparison(&tenant, words, "MCOMEETADV", "EMS");
    assert_eq!((view.verdict.tone, view.needs[0].met.tone), (Tone::Warning, Tone::Error));
}

/// Whatever two products are compared, the engine accepts both at once where the comparison says so, and by each way.
#[test]
fn a_verdict_is_what_the_engine_does() {
    let (mut clashes, mut lacks, mut fits) = (0, 0, 0);
    for rules in [RuleSet::Rules2019, RuleSet::Today] {
        let tenant = tenant(rules);
        let offered = tenant.catalog().loaded_products().filter(|(_, info)| info.offered.under(rules));
        let products: Vec<ProductId> = offered.map(|(product, _)| product).collect();
        let mut place = 7usize;
        let mut any = || {
            place = place.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            products[(place >> 33) % products.len()]
        };
        for _ in 0..3_000 {
            let pair = [any(), any()];
            let address = side_by_side::address(&tenant, pair[0], Some(pair[1]));
            let view = side_by_side::side_by_side(&tenant, Words::english(), &address.query).comparison.unwrap();
            if pair[0] == pair[1] {
                assert!(view.clashes.is_empty() && view.ways.is_empty());
                continue;
            }
            match view.verdict.tone {
                Tone::Ok => fits += 1,
                Tone::Error => clashes += 1,
                _ => lacks += 1,
            }
            let fits = view.verdict.tone == Tone::Ok;
            assert_eq!(can_hold(&tenant, pair, |_| Vec::new()), fits, "{rules:?} {address}");
            assert_eq!(view.ways.is_empty(), fits, "{address}");
            for way in &view.ways {
                assert!(can_hold(&tenant, pair, |product| off_in(way, product)), "{rules:?} {address} {way:?}");
            }
        }
    }
    assert!(clashes > 50 && lacks > 5 && fits > 200, "{clashes} {lacks} {fits}");
}

#[test]
fn products_are_found_by_any_of_their_names_and_what_is_not_is_named() {
    let tenant = tenant(RuleSet::Today);
    let words = Words::english();
    let e3 = tenant.catalog().product_by_part_number("ENTERPRISEPACK").unwrap();
    let id = tenant.catalog().product(e3).unwrap().guid.to_string();
    for text in
        ["ENTERPRISEPACK", "enterprisepack", "%20EnterprisePack%20", "office%20365%20e3", &id, &id.to_uppercase()]
    {
        let [first, second] = compared(&tenant, words, &format!("product={text}")).sides;
        assert!(
            matches!(first, Side::Chosen(chosen) if chosen.product.id == e3 && chosen.key == "ENTERPRISEPACK"),
            "{text}"
        );
        assert_eq!(second, Side::Open);
    }
    let view = compared(&tenant, words, "product=NOTHING&with=ENTERPRISEPACK");
    assert_eq!((&view.sides[0], &view.comparison), (&Side::Unknown("NOTHING".to_string()), &None));
}

/// What an address calls a product leads back to it, whatever others are called.
#[test]
fn every_product_has_an_address() {
    let tenant = tenant(RuleSet::Today);
    let choices = side_by_side::choices(&tenant);
    assert_eq!(choices.len(), tenant.catalog().loaded_products().count());
    for (product, _) in tenant.catalog().loaded_products() {
        let address: Address = side_by_side::address(&tenant, product, Some(product)).to_string().parse().unwrap();
        let view = side_by_side::side_by_side(&tenant, Words::english(), &address.query);
        for side in view.sides {
            let Side::Chosen(chosen) = side else { panic!("{address}") };
            assert_eq!(chosen.product.id, product);
            assert!(choices.iter().any(|(key, _)| *key == chosen.key), "{}", chosen.key);
        }
    }
}

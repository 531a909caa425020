//! Large tenants: what is summed, what comes first, and that the picture stays readable.

use std::collections::BTreeSet;

use licensing_model::command::{LicenseChange, NewUser};
use licensing_model::{Command, CountryCode, GroupId, Member, Units, UserId};
use licensing_view::map::{self, Column, EdgeKind, MOST_PEOPLE, MapView, Size};
use licensing_view::{Route, Tone};
use licensing_wording::Words;

use crate::map::{adding, card, fill, node, screen, titles, with_products};

/// The most SVG elements of a map that goes by groups.
const MOST_ELEMENTS: usize = 700;

#[test]
fn above_two_hundred_users_it_goes_by_groups() {
    let (mut tenant, products) = with_products(4, 40);
    fill(&mut tenant, &products, 4, MOST_PEOPLE as u32);
    tenant.settle(u32::MAX);
    let map = screen(&tenant);
    assert!(!map.by_group);
    assert_eq!(map.nodes.iter().filter(|node| node.column == Column::Users).count(), MOST_PEOPLE);

    let newcomer = NewUser {
        display_name: "One more".into(),
        user_principal_name: "one.more@contoso.onmicrosoft.com".into(),
        usage_location: Some(CountryCode::NL),
        ..NewUser::default()
    };
    tenant.apply(&Command::CreateUser(newcomer)).unwrap();
    let map = screen(&tenant);
    assert!(map.by_group);
    // 50 members of each group compete for 40 seats.
    for group in tenant.groups() {
        let (at, shown) = node(&map, &tenant.group_name(group));
        assert!(shown.title.ends_with(", 50 members, 10 in error"), "{}", shown.title);
        let sets = map.edges.iter().filter(|edge| edge.to == at).map(|edge| map.nodes.get(edge.from).unwrap());
        let sets: BTreeSet<&str> = sets.map(|node| node.title.as_str()).collect();
        assert_eq!(sets, BTreeSet::from(["10 in error", "40 users"]));
    }
    assert_eq!(node(&map, "1 without").1.route, Route::Users);
    let first = map.rows.first().unwrap();
    assert_eq!(first.who.text, "10 in error");
    assert_eq!(first.status.as_ref().unwrap().word, "Not enough licenses");
    assert_eq!(map.edges.iter().filter(|edge| edge.mark.is_some()).count(), 4);
}

#[test]
fn direct_licenses_are_counted_by_product_where_users_are_sets() {
    let (mut tenant, products) = with_products(3, 900);
    fill(&mut tenant, &products, 2, 300);
    let free = *products.get(2).unwrap();
    for user in 0..7 {
        tenant.apply(&Command::ChangeUserLicenses(UserId::at(user), adding(&[free]))).unwrap();
    }
    tenant.settle(u32::MAX);
    let map = screen(&tenant);
    let (users, _) = node(&map, "7 directly licensed");
    let (product, _) = node(&map, &tenant.product_name(free));
    let edges: Vec<_> = map.edges.iter().filter(|edge| edge.kind == EdgeKind::Direct).collect();
    assert_eq!(edges.iter().map(|edge| (edge.from, edge.to)).collect::<Vec<_>>(), [(users, product)]);
    let row = map.rows.iter().find(|row| row.who.text == "7 directly licensed").unwrap();
    assert_eq!(row.status.as_ref().unwrap().word, "7 users");
    let other = LicenseChange { add: Vec::new(), remove: vec![free] };
    for user in 1..7 {
        tenant.apply(&Command::ChangeUserLicenses(UserId::at(user), other.clone())).unwrap();
    }
    let row = screen(&tenant).rows.into_iter().find(|row| row.who.text == "1 directly licensed").unwrap();
    assert_eq!(row.status.unwrap().word, "1 user");
}

#[test]
fn what_has_no_room_is_one_node_and_what_is_wrong_has_room_first() {
    let (mut tenant, products) = with_products(10, 900);
    fill(&mut tenant, &products, 12, 60);
    // The last product has too few seats, so that its group is in error.
    tenant.apply(&Command::SetUnits(*products.get(9).unwrap(), Units::enabled(2))).unwrap();
    tenant.settle(u32::MAX);
    let map = card(&tenant);
    let count = |column| map.nodes.iter().filter(|node| node.column == column).count();
    assert_eq!(Column::ALL.map(count), [Size::CARD.users, Size::CARD.groups, Size::CARD.products]);
    assert_eq!(node(&map, "Group 9").1.tone, Tone::Error);
    assert_eq!(node(&map, "51 more users").1.route, Route::Users);
    assert_eq!(node(&map, "6 more groups").1.route, Route::Groups);
    assert_eq!(node(&map, "4 more products").1.route, Route::Products);
    let troubled: Vec<&str> = titles(&map).into_iter().filter(|title| title.ends_with(", in error")).collect();
    assert_eq!(troubled.len(), 3, "each user in error has a node: {troubled:?}");
}

#[test]
fn a_hundred_thousand_users_in_five_hundred_groups_are_some_hundreds_of_elements() {
    let (mut tenant, products) = with_products(12, 8_000);
    fill(&mut tenant, &products, 500, 100_000);
    for map in [screen(&tenant), card(&tenant)] {
        assert!(map.by_group && map.elements() <= MOST_ELEMENTS, "{}", map.elements());
    }
    tenant.settle(u32::MAX);
    let map = screen(&tenant);
    assert!(map.elements() <= MOST_ELEMENTS, "{}", map.elements());
    let (others, shown) = node(&map, "485 more groups");
    assert!(shown.title.contains("memberships in error"), "{}", shown.title);
    assert!(map.edges.iter().any(|edge| edge.to == others && edge.mark.is_some()));
    assert!(map.nodes.iter().filter(|node| node.column == Column::Groups).all(|node| node.tone == Tone::Error));
}

#[test]
fn a_tangle_is_drawn_by_groups_and_stays_small() {
    let (mut tenant, products) = with_products(14, 900);
    fill(&mut tenant, &products, 40, 150);
    for group in tenant.groups().collect::<Vec<_>>() {
        for product in &products {
            // What is refused beside the others is left out.
            let _ = tenant.apply(&Command::ChangeGroupLicenses(group, adding(&[*product])));
        }
        for user in tenant.users().collect::<Vec<_>>() {
            let _ = tenant.apply(&Command::AddMember(group, Member::User(user)));
        }
    }
    for map in [screen(&tenant), card(&tenant)] {
        assert!(map.by_group, "6,000 memberships");
        assert!(map.elements() <= 2 * MOST_ELEMENTS, "{}", map.elements());
        assert_readable(&map);
    }
}

/// Nodes lie within the drawing and apart from each other, and marks beside all of them.
fn assert_readable(map: &MapView) {
    for (at, one) in map.nodes.iter().enumerate() {
        assert!(one.x >= 0 && one.x + one.width <= map.width && one.y >= 0 && one.y + one.height <= map.height);
        for other in map.nodes.iter().skip(at + 1) {
            let apart = one.x + one.width <= other.x
                || other.x + other.width <= one.x
                || one.y + one.height <= other.y
                || other.y + other.height <= one.y;
            assert!(apart, "{one:?} and {other:?}");
        }
        for mark in map.edges.iter().filter_map(|edge| edge.mark.as_ref()) {
            assert!(mark.x + 9 <= one.x || mark.x - 9 >= one.x + one.width, "{mark:?} on {one:?}");
        }
    }
}

#[test]
fn nodes_never_overlap_and_the_same_tenant_gives_the_same_map() {
    let (base, products) = with_products(9, 12);
    for (users, groups) in [(1, 1), (3, 9), (28, 6), (120, 30), (199, 4), (260, 3), (900, 60)] {
        let mut tenant = base.clone();
        fill(&mut tenant, &products, groups, users);
        let first = *products.first().unwrap();
        for user in tenant.users().step_by(3).collect::<Vec<_>>() {
            let other = GroupId::at((user.index() + 1) % groups);
            let _ = tenant.apply(&Command::AddMember(other, Member::User(user)));
            let _ = tenant.apply(&Command::ChangeUserLicenses(user, adding(&[first])));
        }
        for _ in 0..2 {
            for size in [Size::SCREEN, Size::CARD] {
                let map = map::map(&tenant, Words::english(), size, Route::Map);
                assert_readable(&map);
                assert_eq!(map, map::map(&tenant, Words::english(), size, Route::Map));
            }
            tenant.settle(u32::MAX);
        }
    }
}

//! The map: what it shows of small and large tenants, that it stays readable, and that it can be followed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use licensing_core::Tenant;
use licensing_model::command::{GroupKind, LicenseChange, NewUser};
use licensing_model::{Command, CountryCode, GroupId, License, Member, Path, ProductId, TenantSettings, Units, UserId};
use licensing_view::map::{self, Column, EdgeKind, MOST_PEOPLE, MapView, Move, NodeView, Size, Through};
use licensing_view::{Address, Route, Tone, example, why};
use licensing_wording::Words;

/// The most SVG elements of a map that goes by groups.
const MOST_ELEMENTS: usize = 700;

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

/// Products of today's catalogue that can be assigned by themselves, with so many seats each.
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
    assert_eq!(products.len(), count, "the catalogue offers so many");
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

/// What lights up with a spot, in words.
fn lit(map: &MapView, spot: usize) -> BTreeSet<&str> {
    let trail = map.trail(spot);
    assert_eq!(trail.len(), map.spots());
    titles(map).into_iter().zip(trail).filter(|(_, lit)| *lit).map(|(title, _)| title).collect()
}

#[test]
fn the_example_shows_who_gets_what_through_whom() {
    let map = screen(&processed_example());
    assert!(!map.by_group && !map.is_empty());
    let mut shown = titles(&map);
    shown.sort_unstable();
    assert_eq!(
        shown,
        [
            "Femke Bos",
            "Noor Visser, in error",
            "Office 365 E1, 1 of 10 seats",
            "Office 365 E3, 3 of 10 seats",
            "Sales E3, 4 members, 1 in error",
            "Sanne de Wit",
            "Yusuf Demir",
        ]
    );
    let of_kind = |kind| map.edges.iter().filter(|edge| edge.kind == kind).count();
    assert_eq!([EdgeKind::Member, EdgeKind::License, EdgeKind::Direct].map(of_kind), [4, 1, 2]);
    assert_eq!(node(&map, "Noor").1.route, Route::User(example::NOOR));
    assert_eq!(node(&map, "Sales").1.route, Route::Group(example::SALES));
}

#[test]
fn its_edges_are_the_memberships_templates_and_direct_licenses_of_the_tenant() {
    let tenant = processed_example();
    let map = screen(&tenant);
    let mut expected = BTreeSet::new();
    for user in tenant.users() {
        expected.extend(tenant.groups_of(user).map(|group| (tenant.user_name(user), tenant.group_name(group))));
        let direct = tenant.paths(user).into_iter().filter(|row| row.path == Path::Direct);
        expected.extend(direct.map(|row| (tenant.user_name(user), tenant.product_name(row.product))));
    }
    for group in tenant.groups() {
        let template = tenant.group(group).unwrap().template;
        expected.extend(template.keys().map(|product| (tenant.group_name(group), tenant.product_name(*product))));
    }
    let end = |at: usize| map.nodes.get(at).unwrap().label.clone();
    let drawn: Vec<(String, String)> = map.edges.iter().map(|edge| (end(edge.from), end(edge.to))).collect();
    assert_eq!(drawn.len(), expected.len());
    assert_eq!(drawn.into_iter().collect::<BTreeSet<_>>(), expected);
}

#[test]
fn an_error_is_drawn_last_with_a_mark_that_leads_to_its_explanation() {
    let tenant = processed_example();
    for map in [screen(&tenant), card(&tenant)] {
        let last = map.edges.last().unwrap();
        let mark = last.mark.as_ref().unwrap();
        assert_eq!(last.tone, Tone::Error);
        assert_eq!(mark.title, "Why? Noor Visser, Sales E3, Conflicting service plans");
        assert_eq!(map.edges.iter().filter(|edge| edge.mark.is_some()).count(), 1);
        let target = mark.why.why.unwrap();
        assert_eq!((target.user, target.path), (example::NOOR, Path::Group(example::SALES)));
        assert!(why::why(&tenant, Words::english(), target).unwrap().failed);
    }
    let why = |map: MapView| map.edges.last().unwrap().mark.clone().unwrap().why.to_string();
    assert!(why(card(&tenant)).starts_with("#/?why=") && why(screen(&tenant)).starts_with("#/map?why="));
}

#[test]
fn what_waits_is_another_line_than_what_is_done() {
    let mut tenant = example::tenant(Arc::new(licensing_catalog::starter())).unwrap();
    let waiting = |tenant: &Tenant| {
        let map = screen(tenant);
        let edges = map.edges.iter().filter(|edge| edge.tone == Tone::Wait);
        edges.map(|edge| map.nodes.get(edge.from).unwrap().label.clone()).collect::<Vec<_>>()
    };
    assert_eq!(waiting(&tenant).len(), 4);
    tenant.step();
    assert_eq!(waiting(&tenant), ["Noor Visser", "Femke Bos", "Yusuf Demir"], "Sanne was taken");
    assert!(node(&screen(&tenant), "Sales").1.title.ends_with("3 waiting"));
    tenant.settle(100);
    assert!(waiting(&tenant).is_empty());
}

#[test]
fn a_membership_that_has_ended_is_shown_until_its_license_is_gone() {
    let mut tenant = processed_example();
    tenant.apply(&Command::RemoveMember(example::SALES, Member::User(UserId::at(1)))).unwrap();
    let left = |tenant: &Tenant| {
        let map = screen(tenant);
        let row = map.rows.into_iter().find(|row| row.who.text == "Sanne de Wit").unwrap();
        matches!(row.through, Through::Group(group) if group.text == "Sales E3 (left)")
    };
    assert!(left(&tenant));
    tenant.settle(100);
    assert!(!left(&tenant));
}

#[test]
fn the_table_has_a_row_for_each_edge_and_for_each_lonely_node_and_no_other() {
    let (mut tenant, products) = with_products(3, 40);
    fill(&mut tenant, &products, 5, 90);
    tenant.apply(&Command::CreateGroup { name: "Nobody".into(), kind: GroupKind::Security }).unwrap();
    tenant.settle(u32::MAX);
    let mut large = tenant.clone();
    large.populate(300, |_| Some(CountryCode::NL));
    for (tenant, size) in [(&tenant, Size::SCREEN), (&tenant, Size::CARD), (&large, Size::SCREEN), (&large, Size::CARD)]
    {
        let map = map::map(tenant, Words::english(), size, Route::Map);
        let joined: BTreeSet<usize> = map.edges.iter().flat_map(|edge| [edge.from, edge.to]).collect();
        let lonely = (0..map.nodes.len()).filter(|node| !joined.contains(node));
        let expected: BTreeSet<usize> = (map.nodes.len()..map.spots()).chain(lonely).collect();
        let said: Vec<usize> = map.rows.iter().map(|row| row.spot).collect();
        assert_eq!(said.len(), expected.len(), "no fact is said twice");
        assert_eq!(said.into_iter().collect::<BTreeSet<_>>(), expected);
        for row in &map.rows {
            let Some(edge) = row.spot.checked_sub(map.nodes.len()).and_then(|at| map.edges.get(at)) else { continue };
            let title = |at: usize| map.nodes.get(at).unwrap().title.clone();
            assert!(title(edge.from).starts_with(&row.who.text));
            assert_eq!(row.why.is_some(), edge.mark.is_some());
            match (&row.through, edge.kind) {
                (Through::Group(group), EdgeKind::Member) => assert!(title(edge.to).starts_with(&group.text)),
                (Through::Words(_), EdgeKind::License | EdgeKind::Direct) => {
                    let gets = row.gets.as_ref().unwrap();
                    assert!(gets.len() == 1 && title(edge.to).starts_with(&gets.first().unwrap().text));
                }
                other => panic!("{other:?}"),
            }
        }
    }
}

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

#[test]
fn a_path_is_followed_from_end_to_end_and_no_further() {
    let map = screen(&processed_example());
    let noor = node(&map, "Noor").0;
    let noors = BTreeSet::from([
        "Noor Visser, in error",
        "Sales E3, 4 members, 1 in error",
        "Office 365 E1, 1 of 10 seats",
        "Office 365 E3, 3 of 10 seats",
    ]);
    assert_eq!(lit(&map, noor), noors);
    let e1 = node(&map, "Office 365 E1").0;
    assert_eq!(lit(&map, e1), BTreeSet::from(["Noor Visser, in error", "Office 365 E1, 1 of 10 seats"]));
    let sales = node(&map, "Sales").0;
    assert_eq!(lit(&map, sales).len(), 6, "all but the product that the group does not give");
    // The edge in error: the user, the group, and what the group gives; not what the user holds besides.
    let error = map.spots() - 1;
    assert_eq!(lit(&map, error).len(), 3);
    assert!(!lit(&map, error).contains("Office 365 E1, 1 of 10 seats"));
    let edges = |spot: usize| map.trail(spot).into_iter().skip(map.nodes.len()).filter(|lit| *lit).count();
    assert_eq!((edges(noor), edges(e1), edges(sales), edges(error)), (3, 1, 5, 2));
    assert!(lit(&map, usize::MAX).is_empty());
}

#[test]
fn the_arrow_keys_lead_along_edges_and_columns() {
    let map = screen(&processed_example());
    let noor = node(&map, "Noor").0;
    let sales = node(&map, "Sales").0;
    let mark = map.spots() - 1;
    assert_eq!(map.step(noor, Move::Right), Some(mark), "the mark stands between the user and the group");
    assert_eq!(map.step(mark, Move::Right), Some(sales));
    assert_eq!(map.step(mark, Move::Left), Some(noor));
    assert_eq!(map.step(sales, Move::Right), Some(node(&map, "Office 365 E3").0));
    assert_eq!(map.step(node(&map, "Office 365 E3").0, Move::Right), None);
    let users = ["Noor", "Sanne", "Yusuf", "Femke"].map(|name| node(&map, name).0);
    let first = *users.iter().min_by_key(|user| map.nodes.get(**user).unwrap().y).unwrap();
    let last = map.step(first, Move::Last).unwrap();
    assert_eq!(map.step(last, Move::First), Some(first));
    assert_eq!((map.step(first, Move::Up), map.step(last, Move::Down)), (None, None));
    assert_eq!(Move::of_key("ArrowDown"), Some(Move::Down));
    assert_eq!(Move::of_key("a"), None);
}

#[test]
fn every_node_and_every_mark_can_be_reached_by_keys() {
    let (mut tenant, products) = with_products(6, 20);
    fill(&mut tenant, &products, 9, 150);
    tenant.settle(u32::MAX);
    for map in [screen(&tenant), card(&tenant)] {
        let mut reached = BTreeSet::new();
        let mut open = vec![0];
        while let Some(spot) = open.pop() {
            if reached.insert(spot) {
                let moves = [Move::Up, Move::Down, Move::Left, Move::Right];
                open.extend(moves.into_iter().filter_map(|to| map.step(spot, to)));
            }
        }
        let marked = map.edges.iter().zip(map.nodes.len()..).filter(|(edge, _)| edge.mark.is_some());
        let stops: BTreeSet<usize> = (0..map.nodes.len()).chain(marked.map(|(_, spot)| spot)).collect();
        assert_eq!(reached, stops);
    }
}

#[test]
fn an_empty_tenant_has_nothing_to_see() {
    let mut tenant = example::empty(Arc::new(licensing_catalog::starter()));
    assert!(screen(&tenant).is_empty() && card(&tenant).nodes.is_empty());
    tenant.populate(1, |_| Some(CountryCode::NL));
    assert!(screen(&tenant).is_empty(), "a user alone gets nothing");
}

#[test]
fn names_of_any_length_stay_in_their_nodes_and_are_read_in_full() {
    let mut tenant = processed_example();
    let name = "Ж".repeat(120);
    tenant.apply(&Command::CreateGroup { name: name.clone(), kind: GroupKind::Security }).unwrap();
    let map = screen(&tenant);
    let (_, shown) = node(&map, &name);
    assert!(shown.is_cut && shown.label.ends_with('…') && shown.label.chars().count() < 24, "{}", shown.label);
}

#[test]
fn it_speaks_dutch() {
    let map = map::map(&processed_example(), Words::dutch(), Size::SCREEN, Route::Map);
    let heads: Vec<&str> = map.heads.iter().map(|(_, word)| *word).collect();
    assert_eq!(heads, ["Gebruikers", "Groepen", "Producten"]);
    assert_eq!(node(&map, "Sales").1.detail.as_deref(), Some("4 leden, 1 in foutstatus"));
}

#[test]
fn the_rows_say_what_is_wrong_first() {
    let map = screen(&processed_example());
    let first = map.rows.first().unwrap();
    assert_eq!(
        (first.who.text.as_str(), first.status.as_ref().unwrap().word.as_str()),
        ("Noor Visser", "Conflicting service plans")
    );
    assert_eq!(first.why.as_ref().map(|why| why.route), Some(Route::Map));
    let by_who: BTreeMap<&str, usize> = map.rows.iter().fold(BTreeMap::new(), |mut rows, row| {
        *rows.entry(row.who.text.as_str()).or_default() += 1;
        rows
    });
    assert_eq!(by_who.get("Noor Visser"), Some(&2));
    assert_eq!(Address::of(Route::Map).to_string(), "#/map");
}

//! What is looked for on the map, how thick its lines are, and what stays where it is.

use std::collections::BTreeMap;

use licensing_core::Tenant;
use licensing_model::{Command, GroupId, Member, Path, Units, UserId};
use licensing_view::map::{self, Asked, Column, EdgeKind, IN_ERROR, MapView, Size};
use licensing_view::table::{FilterKey, TableQuery};
use licensing_view::{Route, WhyTarget};
use licensing_wording::Words;

use crate::map::{card, fill, node, processed_example, screen, titles, with_products};

/// The map of what is asked for.
fn asked(tenant: &Tenant, query: &TableQuery, before: Option<&MapView>) -> MapView {
    map::map_of(tenant, Words::english(), Size::SCREEN, Route::Map, Asked { query, before })
}

fn searching(words: &str) -> TableQuery {
    TableQuery::default().with_search(words)
}

fn in_error() -> TableQuery {
    TableQuery::default().with_filter(FilterKey::State, Some(IN_ERROR))
}

/// The names of the nodes, without what is said of them.
fn names(map: &MapView) -> Vec<&str> {
    titles(map).into_iter().map(|title| title.split(',').next().unwrap()).collect()
}

#[test]
fn what_is_looked_for_is_shown_with_its_whole_paths_and_nothing_else() {
    let tenant = processed_example();
    let map = asked(&tenant, &searching("sanne"), None);
    assert_eq!(names(&map), ["Sanne de Wit", "Sales E3", "Office 365 E3"]);
    assert_eq!(map.edges.len(), 2);
    let map = asked(&tenant, &searching("E1"), None);
    assert_eq!(names(&map), ["Noor Visser", "Office 365 E1"]);
    // The words stay in the address of every explanation.
    assert!(map.edges.iter().filter_map(|edge| edge.why.as_ref()).all(|(why, _)| why.to_string().contains("q=E1")));
    let map = asked(&tenant, &searching("nobody of this name"), None);
    assert_eq!((map.nodes.len(), map.edges.len()), (0, 0));
}

#[test]
fn only_errors_are_the_paths_in_error_alone() {
    let tenant = processed_example();
    let map = asked(&tenant, &in_error(), None);
    assert_eq!(names(&map), ["Noor Visser", "Sales E3", "Office 365 E3"]);
    let map = asked(&tenant, &in_error().with_search("sanne"), None);
    assert!(map.nodes.is_empty(), "nothing is wrong with her: {:?}", titles(&map));
}

#[test]
fn one_of_a_hundred_thousand_users_is_found_and_groups_in_error_alone_are_shown() {
    let (mut tenant, products) = with_products(4, 90_000);
    fill(&mut tenant, &products, 40, 100_000);
    tenant.apply(&Command::SetUnits(*products.first().unwrap(), Units::enabled(5))).unwrap();
    tenant.settle(u32::MAX);
    let wanted = tenant.user_name(UserId::at(77_777));
    let map = asked(&tenant, &searching(&wanted), None);
    assert!(!map.by_group);
    let group = GroupId::at(77_777 % 40);
    let names = names(&map);
    assert_eq!(names.first().copied(), Some(wanted.as_str()));
    assert!(names.contains(&tenant.group_name(group).as_str()), "{names:?}");
    let map = asked(&tenant, &in_error(), None);
    assert!(map.by_group);
    let groups: Vec<_> = map.nodes.iter().filter(|node| node.column == Column::Groups).collect();
    assert_eq!(groups.len(), 10, "every fourth group gets the product with five seats");
    assert!(groups.iter().all(|node| node.title.contains("in error")));
}

#[test]
fn a_line_is_the_thicker_the_more_people_it_stands_for() {
    let thickness = |map: &MapView, from: &str, kind: EdgeKind| {
        let (from, _) = node(map, from);
        let mut edges = map.edges.iter().filter(|edge| edge.from == from && edge.kind == kind);
        edges.next().map(|edge| edge.thickness)
    };
    let map = screen(&processed_example());
    assert_eq!(thickness(&map, "Noor", EdgeKind::Member), Some(0));
    assert_eq!(thickness(&map, "Sales", EdgeKind::License), Some(1), "four people get it through the group");
    let (mut tenant, products) = with_products(2, 20_000);
    fill(&mut tenant, &products, 1, 12_000);
    tenant.settle(u32::MAX);
    let map = screen(&tenant);
    assert_eq!(thickness(&map, "12,000 users", EdgeKind::Member), Some(4));
    assert_eq!(thickness(&map, "Group 0", EdgeKind::License), Some(4));
}

#[test]
fn an_edge_is_found_by_the_path_that_is_explained() {
    let tenant = processed_example();
    let map = screen(&tenant);
    let noor = tenant.users().find(|user| tenant.user_name(*user).starts_with("Noor")).unwrap();
    let row = tenant.paths(noor).into_iter().find(|row| matches!(row.path, Path::Group(_))).unwrap();
    let spot = map.spot_of(WhyTarget { user: noor, product: row.product, path: row.path }).unwrap();
    assert_eq!(map.trail(spot).into_iter().filter(|lit| *lit).count(), 5, "three nodes and two lines");
    assert_eq!(map.why_of(spot).and_then(|why| why.why).unwrap().user, noor);
    let stranger = WhyTarget { user: UserId::at(3_000), product: row.product, path: row.path };
    assert_eq!(map.spot_of(stranger), None);
}

/// Where each node stands, by its name.
fn places(map: &MapView) -> BTreeMap<&str, (i32, i32)> {
    names(map).into_iter().zip(&map.nodes).map(|(name, node)| (name, (node.x, node.y))).collect()
}

#[test]
fn nothing_moves_while_steps_are_taken() {
    let (mut tenant, products) = with_products(6, 4);
    fill(&mut tenant, &products, 12, 9);
    let all = |user: usize| (0..12).filter(move |group| (group * 5 + user * 3).is_multiple_of(4)).map(GroupId::at);
    for user in 0..9 {
        all(user).for_each(|group| _ = tenant.apply(&Command::AddMember(group, Member::User(UserId::at(user)))));
    }
    tenant.settle(u32::MAX);
    // Whoever leaves keeps what the group gave until the step that takes it.
    for user in 0..9 {
        let left: Vec<GroupId> = all(user).skip(1).collect();
        left.into_iter()
            .for_each(|group| _ = tenant.apply(&Command::RemoveMember(group, Member::User(UserId::at(user)))));
    }
    let everything = TableQuery::default();
    let mut before = asked(&tenant, &everything, None);
    let mut changes = 0;
    while !tenant.settle(1).idle {
        let now = asked(&tenant, &everything, Some(&before));
        let (was, is) = (places(&before), places(&now));
        assert_eq!(was.len(), before.nodes.len(), "names are told apart");
        let stayed: Vec<_> = is.iter().filter(|(name, _)| was.contains_key(*name)).collect();
        assert_eq!(stayed.len(), was.len());
        for (name, place) in stayed {
            assert_eq!(was.get(name), Some(place), "{name}");
        }
        changes += usize::from(now.edges != before.edges);
        before = now;
    }
    assert!(changes > 5, "lines change: {changes}");
}

#[test]
fn what_is_new_comes_among_what_stays_in_its_order() {
    let (mut tenant, products) = with_products(6, 90);
    fill(&mut tenant, &products, 5, 8);
    tenant.settle(u32::MAX);
    let before = asked(&tenant, &TableQuery::default(), None);
    let order = |map: &MapView, column: Column| {
        let mut nodes: Vec<_> = map.nodes.iter().zip(names(map)).filter(|(node, _)| node.column == column).collect();
        nodes.sort_by_key(|(node, _)| node.y);
        nodes.into_iter().map(|(_, name)| name.to_string()).collect::<Vec<_>>()
    };
    for user in 0..8 {
        tenant.apply(&Command::AddMember(GroupId::at((user + 2) % 5), Member::User(UserId::at(user)))).unwrap();
    }
    tenant.populate(3, |_| None);
    tenant.settle(u32::MAX);
    let now = asked(&tenant, &TableQuery::default(), Some(&before));
    for column in Column::ALL {
        let was = order(&before, column);
        let mut is = order(&now, column);
        is.retain(|name| was.contains(name));
        assert_eq!(is, was);
    }
    assert_eq!(order(&now, Column::Users).len(), 11);
    assert!(card(&tenant).nodes.len() > 10);
}

//! What the map shows of a small tenant.

use std::collections::BTreeSet;
use std::sync::Arc;

use licensing_core::Tenant;
use licensing_model::command::{Created, GroupKind};
use licensing_model::{Command, CountryCode, Member, Path, UserId};
use licensing_scenario::sample::example;
use licensing_view::map::{self, EdgeKind, MapView, Size, Through};
use licensing_view::{Route, Tone, why};
use licensing_wording::Words;

use crate::map::{card, node, processed_example, screen, titles};

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
    assert_eq!(node(&map, "Sales").1.detail.as_deref(), Some("4 leden, 1 met fout"));
}

#[test]
fn a_group_in_a_group_is_drawn_and_said_to_get_nothing() {
    let mut tenant = processed_example();
    let inner = tenant.apply(&Command::CreateGroup { name: "Sales North".into(), kind: GroupKind::Security }).unwrap();
    let Some(Created::Group(inner)) = inner.created else { panic!("a group") };
    tenant.apply(&Command::AddMember(example::SALES, Member::Group(inner))).unwrap();
    for map in [screen(&tenant), card(&tenant)] {
        let nested: Vec<_> =
            map.edges.iter().zip(map.nodes.len()..).filter(|(edge, _)| edge.kind == EdgeKind::Nested).collect();
        let [(edge, spot)] = nested[..] else { panic!("one edge: {nested:?}") };
        assert_eq!((edge.from, edge.to), (node(&map, "Sales North").0, node(&map, "Sales E3").0));
        assert!(edge.mark.is_none() && edge.tone == Tone::Neutral);
        let row = map.rows.iter().find(|row| row.spot == spot).unwrap();
        assert_eq!((row.who.text.as_str(), row.gets.as_deref()), ("Sales North", Some(&[][..])));
        let said = "as a member of Sales E3: groups in a group get nothing";
        assert_eq!(row.through, Through::Words(said.to_string()));
        // Whoever follows the group within comes to no product.
        let lit = map.trail(edge.from);
        assert_eq!(lit.iter().filter(|is_lit| **is_lit).count(), 1);
    }
}

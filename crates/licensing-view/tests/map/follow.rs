//! Following a path, and going along it by keys.

use std::collections::BTreeSet;

use licensing_view::map::{MapView, Move};

use crate::map::{card, fill, node, processed_example, screen, titles, with_products};

/// What lights up with a spot, in words.
fn lit(map: &MapView, spot: usize) -> BTreeSet<&str> {
    let trail = map.trail(spot);
    assert_eq!(trail.len(), map.spots());
    titles(map).into_iter().zip(trail).filter(|(_, lit)| *lit).map(|(title, _)| title).collect()
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
fn every_node_and_every_edge_that_is_explained_can_be_reached_by_keys() {
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
        let explained = map.edges.iter().zip(map.nodes.len()..).filter(|(edge, _)| edge.why.is_some());
        let stops: BTreeSet<usize> = (0..map.nodes.len()).chain(explained.map(|(_, spot)| spot)).collect();
        assert!(map.edges.iter().all(|edge| edge.mark.is_none() || edge.why.is_some()));
        assert_eq!(reached, stops);
    }
}

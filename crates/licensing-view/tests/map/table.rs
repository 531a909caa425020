//! The table says what the picture shows, and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use licensing_model::command::GroupKind;
use licensing_model::{Command, CountryCode};
use licensing_view::map::{self, EdgeKind, Size, Through};
use licensing_view::{Address, Route};
use licensing_wording::Words;

use crate::map::{fill, processed_example, screen, with_products};

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

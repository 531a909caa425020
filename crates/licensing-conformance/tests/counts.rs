//! Every number that the page shows beside a word counts what the word says: in random worlds it is counted again from
//! the reference model.
#![allow(
    clippy::indexing_slicing,
    clippy::expect_used,
    reason = "a test that stops where something is wrong is what is wanted here"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use licensing_conformance::cast::{Cast, dense_catalog};
use licensing_conformance::compare::Pair;
use licensing_conformance::coverage::Coverage;
use licensing_conformance::generate::{Generator, Mood};
use licensing_core::Tenant;
use licensing_model::snapshot::{RowSnapshot, Snapshot, UserSnapshot};
use licensing_model::{AssignmentError, AssignmentState, Path, ProcessingState};
use licensing_reference::Model;
use licensing_view::table::{FilterKey, ListId, Table};
use licensing_view::{overview, shell};
use licensing_wording::Words;

const WORLDS: u64 = 12;
const LENGTH: usize = 150;
/// So many operations lie between two looks at the counts.
const BETWEEN: usize = 5;

#[test]
fn counts_say_what_they_count() {
    let catalog = Arc::new(dense_catalog());
    let cast = Cast::dense(&catalog);
    for seed in 0..WORLDS {
        let mut generator = Generator::new(seed, cast.clone(), Mood::Wild);
        let settings = generator.settings();
        let mut pair = Pair::<Tenant, Model>::start(&catalog, &settings);
        for at in 0..LENGTH {
            let operation = generator.next_operation(pair.now());
            pair.operate(&operation, &mut Coverage::default()).expect("the differential test compares them");
            if at % BETWEEN == 0 {
                compare(&pair.a, pair.now(), &format!("seed {seed}, operation {at}"));
            }
        }
    }
}

fn compare(tenant: &Tenant, now: &Snapshot, place: &str) {
    let live: Vec<&UserSnapshot> = now.users.values().filter(|user| user.deleted.is_none()).collect();
    let holds = |user: &UserSnapshot| user.rows.values().any(|row| row.state.in_force());
    let fails = |user: &UserSnapshot| user.rows.values().any(failed);
    let of_users = |fits: &dyn Fn(&UserSnapshot) -> bool| live.iter().filter(|user| fits(user)).count();
    let users = states(tenant, ListId::Users);
    assert_eq!(users["error"], of_users(&fails), "{place}: users in error");
    assert_eq!(users["licensed"], of_users(&holds), "{place}: users with a license");
    assert_eq!(users["unlicensed"], of_users(&|user| !holds(user)), "{place}: users without a license");
    let attention = overview::attention(tenant, Words::english());
    assert_eq!(attention.users, of_users(&fails), "{place}: users in error on the overview");

    let groups: Vec<_> = now.groups.iter().filter(|(_, group)| group.deleted.is_none()).collect();
    let in_error = |group| {
        let row = |((_, path), row): (&(_, Path), &RowSnapshot)| *path == Path::Group(group) && failed(row);
        live.iter().any(|user| user.rows.iter().any(row))
    };
    for row in &attention.groups {
        let failing = of_users(&|user| {
            user.rows.iter().any(|((_, path), held)| *path == Path::Group(row.group.id) && failed(held))
        });
        assert_eq!(row.in_error, failing, "{place}: users in error by {} on the overview", row.group.name);
    }
    let all: BTreeSet<&Path> = live
        .iter()
        .flat_map(|user| user.rows.iter().filter(|(_, row)| failed(row)).map(|((_, path), _)| path))
        .collect();
    assert_eq!(attention.all, all.len(), "{place}: groups that need attention");
    let shown = states(tenant, ListId::Groups);
    let failing = groups.iter().filter(|(group, _)| in_error(**group)).count();
    assert_eq!(shown["error"], failing, "{place}: groups in error");
    assert_eq!(shell::shell(tenant, Words::english(), Default::default()).groups_in_error, failing, "{place}: the bar");
    let carrying = groups.iter().filter(|(_, group)| !group.template.is_empty()).count();
    assert_eq!(shown["licensed"], carrying, "{place}: groups with licenses");
    assert_eq!(shown["unlicensed"], groups.len() - carrying, "{place}: groups without licenses");
    let waits = |state| !matches!(state, None | Some(ProcessingState::ProcessingComplete));
    let waiting = groups.iter().filter(|(_, group)| waits(group.processing)).count();
    assert_eq!(shown["waiting"], waiting, "{place}: groups that wait");

    for (product, snapshot) in &now.products {
        let has = |user: &UserSnapshot, fits: &dyn Fn(&RowSnapshot) -> bool| {
            user.rows.iter().any(|((of, _), row)| of == product && fits(row))
        };
        let shown = states(tenant, ListId::ProductUsers(*product));
        assert_eq!(shown["force"], snapshot.consumed as usize, "{place}: users who hold {product:?}");
        assert_eq!(shown["error"], of_users(&|user| has(user, &failed)), "{place}: users in error for {product:?}");
        let disabled = |row: &RowSnapshot| row.state == AssignmentState::Disabled;
        assert_eq!(shown["disabled"], of_users(&|user| has(user, &disabled)), "{place}: disabled for {product:?}");
    }
}

fn failed(row: &RowSnapshot) -> bool {
    row.error != AssignmentError::None
}

/// The choices of a list's filter of states, with what stands beside each.
fn states(tenant: &Tenant, list: ListId) -> BTreeMap<String, usize> {
    let filters = Table::of(tenant, Words::english(), list).filters();
    let filter = filters.into_iter().find(|filter| filter.key == FilterKey::State).expect("a filter of states");
    filter.choices.into_iter().map(|choice| (choice.value, choice.count)).collect()
}

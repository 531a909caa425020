//! What is made in slices is what is made in one go, whatever the size of the slices, and no slice does much more than it
//! has room for.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::sync::Arc;

use licensing_core::{Target, Tenant};
use licensing_model::{Command, Member, Paced, Sliced, UserId};
use licensing_scenario::sample::{Sample, example};
use licensing_view::happened::{self, Happening};
use licensing_view::map::{self, Asked, Size};
use licensing_view::table::{ListId, Listing, Row, TableQuery};
use licensing_view::{Route, find, group, overview, product};
use licensing_wording::Words;

use crate::table::{crowd, query};

/// What a slice may do beyond what it has room for: the rows that are sorted in one go.
const BEYOND: usize = 2_048;

/// Does work by slices of this size, and looks at each.
fn by_slices<T>(mut work: Paced<T>, size: u32) -> T {
    let mut done = 0;
    let mut slices = 0;
    while let Ok(false) = work.advance(size) {
        let (now, _) = work.progress();
        assert!(now - done < size as usize + BEYOND, "a slice of {size} did {}", now - done);
        done = now;
        slices += 1;
    }
    let (all, _) = work.progress();
    assert!(slices >= all / (size as usize + BEYOND), "{all} by {size} took {slices}");
    work.outcome().expect("it is done")
}

fn rows(listing: &Listing) -> Vec<Row> {
    listing.rows(0..listing.shown().len())
}

const QUERIES: [&str; 8] = [
    "",
    "sort=name",
    "sort=-location",
    "q=user%201",
    "q=user%2012&sort=-name",
    "state=error",
    "state=error&q=9&sort=upn",
    "sort=errors",
];

#[test]
fn a_listing_in_slices_is_the_one_in_one_go() {
    let tenant = crowd();
    let e3 = tenant.catalog().product_by_part_number(example::E3).unwrap();
    let lists =
        [ListId::Users, ListId::Members(example::SALES), ListId::ProductUsers(e3), ListId::Products, ListId::Audit];
    for list in lists {
        for text in QUERIES {
            let made = |size| by_slices(Listing::of(&tenant, Words::english(), list, 1, &query(text), None), size);
            let whole = made(u32::MAX);
            for size in [1, 37, 1_000] {
                assert_eq!(rows(&made(size)), rows(&whole), "{list:?} {text} by {size}");
            }
        }
    }
}

#[test]
fn a_listing_that_is_asked_again_is_the_one_that_is_made_anew() {
    let mut tenant = crowd();
    let of = |tenant: &Tenant, moment, query: &TableQuery, before: Option<&Listing>| {
        by_slices(Listing::of(tenant, Words::english(), ListId::Users, moment, query, before), 500)
    };
    let mut before = None;
    // What is typed letter by letter, taken back, filtered, sorted in between; then the tenant changes.
    let texts =
        ["q=u", "q=us", "q=user%201", "q=user%201&state=error", "q=user", "q=user&sort=-name", "sort=-name", ""];
    for (moment, texts) in [(1, &texts[..]), (2, &texts[2..5]), (3, &QUERIES[..])] {
        for text in texts {
            let query = query(text);
            let again = of(&tenant, moment, &query, before.as_ref());
            assert_eq!(rows(&again), rows(&of(&tenant, moment, &query, None)), "{text} at {moment}");
            assert_eq!(again.query(), &query);
            before = Some(again);
        }
        let patch = licensing_model::command::UserPatch { display_name: Some("User 12b".into()), ..Default::default() };
        tenant.apply(&licensing_model::Command::UpdateUser(licensing_model::UserId::at(1_500), patch)).unwrap();
        tenant
            .apply(&licensing_model::Command::DeleteUser(licensing_model::UserId::at(moment as usize * 100)))
            .unwrap();
    }
}

#[test]
fn a_listing_keeps_the_words_that_it_had() {
    let mut tenant = crowd();
    let listing = by_slices(Listing::of(&tenant, Words::english(), ListId::Users, 1, &query("q=noor"), None), 500);
    tenant.apply(&licensing_model::Command::DeleteUser(example::NOOR)).unwrap();
    assert_eq!(rows(&listing).iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["Noor Visser"]);
    assert!(Listing::unread(&tenant, &query("q=noor")).shown().is_empty());
}

#[test]
fn the_map_in_slices_is_the_one_in_one_go() {
    let tenant = crowd();
    let mut before = None;
    for text in ["", "q=user%20199", "q=user", "q=sales", "state=error", "q=nobody"] {
        let query = query(text);
        let asked = Asked { query: &query, before: before.as_ref() };
        let whole = map::map_of(&tenant, Words::english(), Size::SCREEN, Route::Map, asked);
        for size in [1, 37, 1_000] {
            let work = map::mapping(&tenant, Words::english(), Size::SCREEN, Route::Map, size, asked);
            assert_eq!(by_slices(work, size), (size, whole.clone()), "{text} by {size}");
        }
        before = Some(whole);
    }
}

#[test]
fn what_is_found_in_slices_is_what_is_found_in_one_go() {
    let tenant = crowd();
    for typed in ["", "user", "noor", "user 1999", "conflicting", "nobody at all"] {
        let whole = find::find(&tenant, Words::english(), &[], typed);
        for size in [1, 300] {
            assert_eq!(by_slices(find::looking(&tenant, Words::english(), &[], typed), size), whole, "{typed}");
        }
    }
}

#[test]
fn what_happened_is_found_in_slices_as_in_one_go_and_as_the_log_has_it() {
    let tenant = crowd();
    let newest = |target: Target, events: &[Happening]| {
        let of_target = tenant.audit_newest_first().filter(|record| record.targets.contains(&target));
        let times: Vec<u32> = of_target.take(6).map(|record| record.time).collect();
        assert_eq!(events.iter().map(|event| event.time).collect::<Vec<_>>(), times, "{target:?}");
    };
    for id in tenant.groups() {
        let made = |size| by_slices(happened::to_group(&tenant, Words::english(), id), size);
        newest(Target::Group(id), &made(u32::MAX).events);
        assert_eq!(made(1), made(u32::MAX));
    }
    for id in tenant.users().step_by(97).chain([example::NOOR]) {
        let made = |size| by_slices(happened::to_user(&tenant, Words::english(), id), size);
        newest(Target::User(id), &made(u32::MAX).events);
        assert_eq!(made(1), made(u32::MAX));
    }
}

#[test]
fn what_needs_attention_has_in_slices_the_causes_of_one_go() {
    let tenant = crowd();
    let whole = overview::attention(&tenant, Words::english());
    assert!(!whole.is_unfinished() && !whole.groups.is_empty());
    for size in [1, 37, 1_000, u32::MAX] {
        assert_eq!(by_slices(overview::attending(&tenant, Words::english()), size), whole, "by {size}");
    }
}

#[test]
fn causes_that_take_long_are_left_out_until_they_are_found() {
    let mut tenant = crowd();
    let first = tenant.next_user();
    tenant.populate(24_000, |_| None);
    for user in (first.index()..).take(24_000).map(UserId::at) {
        tenant.apply(&Command::AddMember(example::SALES, Member::User(user))).unwrap();
    }
    tenant.settle(u32::MAX);
    let known = overview::attention(&tenant, Words::english());
    let whole = by_slices(overview::attending(&tenant, Words::english()), 5_000);
    assert!(known.is_unfinished() && !whole.is_unfinished());
    assert_eq!((known.all, known.users), (whole.all, whole.users));
    assert_eq!(known.users, tenant.users().filter(|user| tenant.rows_in_error(*user) > 0).count());
    for (known, whole) in known.groups.iter().zip(&whole.groups) {
        assert_eq!((&known.group, known.in_error), (&whole.group, whole.in_error));
        assert!(known.cause.is_none() || known.cause == whole.cause);
    }
}

#[test]
fn groups_with_most_users_in_error_come_first() {
    let tenant = Sample::Company { seed: 1, users: 2_000 }.tenant(Arc::new(licensing_catalog::starter()));
    let listed = overview::attention(&tenant, Words::english()).groups;
    let mut most: Vec<usize> = tenant.groups().map(|group| tenant.in_error_by(group)).collect();
    most.sort_unstable_by_key(|in_error| std::cmp::Reverse(*in_error));
    most.truncate(listed.len());
    assert!(listed.len() > 3 && most.first() > most.last());
    assert_eq!(listed.iter().map(|row| row.in_error).collect::<Vec<_>>(), most);
}

#[test]
fn everybody_who_could_join_is_found_and_the_first_are_listed() {
    let tenant = crowd();
    let found = |filter: &str| by_slices(group::finding(&tenant, Words::english(), example::SALES, filter, 10), 100);
    let members = tenant.group(example::SALES).unwrap().users;
    let everybody = found("");
    assert_eq!((everybody.listed.len(), everybody.users.len()), (10, tenant.user_count() - members));
    assert_eq!(everybody.all, everybody.users.len() + tenant.groups().count() - 1);
    // Every fourth is a member.
    let names: Vec<String> = found("USER 199").users.iter().map(|user| tenant.user_name(*user)).collect();
    assert!(names.len() > 5 && names.iter().all(|name| name.starts_with("User 199")), "{names:?}");
    assert_eq!(found("nobody at all"), group::Candidates::default());
}

#[test]
fn users_of_a_product_are_counted_as_they_are_listed() {
    let tenant = crowd();
    for product in tenant.products() {
        let listing = Listing::of(&tenant, Words::english(), ListId::ProductUsers(product), 1, &query(""), None);
        assert_eq!(by_slices(product::users(&tenant, product), 10), by_slices(listing, 10).shown().len());
    }
}

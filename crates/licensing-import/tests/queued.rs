//! Groups that wait, with the same many users in each: every slice of the work ends soon, and what nobody can wait for is
//! refused by name.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use licensing_model::Sliced;
use std::fmt::Write;
use std::sync::Arc;

use licensing_import::{Comparing, Counted, Fault, Import, ImportError, Imported, Names, Options};
use licensing_model::RuleSet;

const E3: &str = "6fd2c87f-b296-42f0-b197-1e91e994b900";

fn id(kind: u32, number: u32) -> String {
    format!("{kind:08x}-0000-4000-8000-{number:012x}")
}

/// A bundle of `groups` groups that wait for their first run, each with the same `users` users, who get half the seats.
fn bundle(groups: u32, users: u32) -> String {
    let mut text = String::from("{\"licensingLab\":{\"version\":1},\n");
    let seats = users / 2;
    write!(
        text,
        "\"subscribedSkus\":[{{\"skuId\":\"{E3}\",\"skuPartNumber\":\"ENTERPRISEPACK\",\"prepaidUnits\":{{\"enabled\":{seats}}}}}],\n\"users\":["
    )
    .unwrap();
    for user in 0..users {
        let comma = if user > 0 { ",\n" } else { "" };
        write!(
            text,
            "{comma}{{\"id\":\"{}\",\"displayName\":\"User {user}\",\"userPrincipalName\":\"user{user}@contoso.onmicrosoft.com\",\"usageLocation\":\"NL\"}}",
            id(1, user)
        )
        .unwrap();
    }
    text.push_str("],\n\"groups\":[");
    let members: Vec<String> = (0..users).map(|user| format!("{{\"id\":\"{}\"}}", id(1, user))).collect();
    let members = members.join(",");
    for group in 0..groups {
        let comma = if group > 0 { ",\n" } else { "" };
        write!(
            text,
            "{comma}{{\"id\":\"{}\",\"displayName\":\"Group {group}\",\"securityEnabled\":true,\"mailEnabled\":false,\"groupTypes\":[],\"assignedLicenses\":[{{\"skuId\":\"{E3}\",\"disabledPlans\":[]}}],\"licenseProcessingState\":{{\"state\":\"QueuedForProcessing\"}},\"members\":[{members}]}}",
            id(2, group)
        )
        .unwrap();
    }
    text.push_str("]}");
    text
}

fn import(text: &str) -> Result<Imported, Box<ImportError>> {
    let catalog = Arc::new(licensing_catalog::starter());
    let mut import = Import::new(catalog, Options { names: Names::Kept, rules: Some(RuleSet::Today) });
    import.begin_file("bundle.json")?;
    text.as_bytes().chunks(256 * 1024).try_for_each(|piece| import.push(piece))?;
    let mut building = import.finish()?;
    while !building.advance(4_000)? {}
    Ok(building.finish().expect("it is done"))
}

#[test]
fn what_takes_longer_than_anybody_waits_is_refused_by_name() {
    let error = import(&bundle(4_000, 500)).expect_err("it would take hours");
    assert!(matches!(error.fault, Fault::TooMany { what: Counted::Paths, .. }), "{error:?}");
}

#[test]
fn a_slice_takes_fewer_steps_where_users_are_in_very_many_groups() {
    let tenant = import(&bundle(1_000, 40)).expect("within the limit").tenant;
    let mut comparing = Comparing::new(&tenant);
    let (mut slices, mut before) = (0, 0);
    while comparing.advance(4_000) == Ok(false) {
        let (done, all) = comparing.progress();
        assert!(done <= all && done - before <= 400, "{} users in one slice", done - before);
        before = done;
        slices += 1;
    }
    assert!(slices > 100, "{slices} slices");
    assert!(comparing.finish().is_some());
}

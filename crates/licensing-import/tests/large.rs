//! A large tenant goes out as a bundle and comes back as it was: 100,000 users from a file of 200 MB with `--heavy`
//! (`LAB_IMPORT_USERS`), a fifth of them in an ordinary run.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::sync::Arc;
use std::time::Instant;

use crate::common::{KEPT, import_in_pieces, same, same_collections, same_group, same_user};
use licensing_core::Tenant;
use licensing_import::{Comparing, Export, Log};
use licensing_model::command::{GroupKind, License, LicenseChange, Member};
use licensing_model::settings::TenantSettings;
use licensing_model::{Command, CountryCode, GroupId, RuleSet, Sliced, Units, UserId};

const GROUPS: u32 = 40;

/// Every second user is in a group and every sixth in two, joined in any order; some products are short of seats.
fn tenant(users: u32) -> Tenant {
    let catalog = Arc::new(licensing_catalog::starter());
    let products =
        ["ENTERPRISEPACK", "STANDARDPACK", "EMS", "WORKPLACE_ANALYTICS", "MCOMEETADV", "PROJECTPROFESSIONAL"];
    let products = products.map(|name| catalog.product_by_part_number(name).unwrap());
    let settings = TenantSettings { rules: RuleSet::Today, ..TenantSettings::default() };
    let mut tenant = Tenant::new(catalog, settings);
    for (product, at) in products.iter().zip(0..) {
        tenant.apply(&Command::SetUnits(*product, Units::enabled(users / (2 + at)))).unwrap();
    }
    tenant.populate(users, |user| (!user.raw().is_multiple_of(5)).then_some(CountryCode::NL));
    for number in 0..GROUPS {
        let kind = if number.is_multiple_of(4) { GroupKind::Microsoft365Security } else { GroupKind::Security };
        tenant.apply(&Command::CreateGroup { name: format!("Department {number}"), kind }).unwrap();
        let of = |at: u32| License { product: products[at as usize % products.len()], disabled: Vec::new() };
        let add = if number.is_multiple_of(7) { vec![of(number), of(number + 2)] } else { vec![of(number)] };
        let change = LicenseChange { add, remove: Vec::new() };
        _ = tenant.apply(&Command::ChangeGroupLicenses(GroupId::from_raw(number), change));
    }
    for user in (0..users).step_by(2) {
        let (first, second) = (user % GROUPS, (user / GROUPS) % GROUPS);
        let joined = [second, first];
        for group in &joined[usize::from(!user.is_multiple_of(3))..] {
            _ = tenant.apply(&Command::AddMember(GroupId::from_raw(*group), Member::User(UserId::from_raw(user))));
        }
    }
    assert!(tenant.settle(u32::MAX).idle);
    for user in (0..users).step_by(1_000) {
        tenant.apply(&Command::DeleteUser(UserId::from_raw(user))).unwrap();
    }
    tenant
}

/// What Graph gives of a user besides, and a bundle of the simulator has not: a third of a real file.
const UNUSED: &str = "\"businessPhones\":[],\"givenName\":null,\"mySite\":\"https://contoso.sharepoint.com/personal/some_body\",\
                      \"mobilePhone\":null,\"skills\":[\"everything\",\"and more\"],\"hireDate\":\"2017-03-01T08:00:00Z\",\"surname\":null,\
                      \"preferredName\":\"Somebody of Contoso Nederland B.V.\",\"responsibilities\":[\"A department of some name\"],\
                      \"schools\":[\"'s-Hertogenbosch\"],\"securityIdentifier\":\"S-1-12-1-1234567890-1234567890-1234567890-1\",\
                      \"onPremisesDistinguishedName\":\"CN=Somebody,OU=Users,OU=Department,DC=corp,DC=contoso,DC=com\",\
                      \"onPremisesSamAccountName\":\"somebody\",\"creationType\":\"none\",\"externalUserState\":\"none\",\
                      \"legalAgeGroupClassification\":\"Adult\",\"onPremisesDomainName\":\"corp.contoso.com\",";

/// The bundle as a real tenant's file would have it, with the properties that nobody reads.
fn with_unused(bundle: &[u8]) -> Vec<u8> {
    let mut file = Vec::with_capacity(2 * bundle.len());
    for line in bundle.split_inclusive(|byte| *byte == b'\n') {
        let rest = line.strip_prefix(b"{").or_else(|| line.strip_prefix(b",{"));
        match rest.filter(|rest| {
            rest.starts_with(b"\"id\"") && rest.windows(19).take(120).any(|part| part == b"\"userPrincipalName\"")
        }) {
            Some(rest) => {
                file.extend_from_slice(&line[..line.len() - rest.len()]);
                file.extend_from_slice(UNUSED.as_bytes());
                file.extend_from_slice(rest);
            }
            None => file.extend_from_slice(line),
        }
    }
    file
}

#[test]
fn a_large_tenant_comes_back_as_it_was() {
    let number = std::env::var("LAB_IMPORT_USERS").map_or(20_000, |users| users.parse().expect("a number of users"));
    let mut clock = Instant::now();
    let mut lap = |what: &str| {
        println!("{what}: {:.2} s", clock.elapsed().as_secs_f64());
        clock = Instant::now();
    };
    let tenant = tenant(number);
    lap("made and settled");
    let mut export = Export::new(&tenant, Log::Kept);
    let mut bundle = Vec::new();
    let mut longest = 0;
    while let Some(chunk) = export.next() {
        longest = longest.max(chunk.len());
        bundle.extend_from_slice(chunk.as_bytes());
        let (done, of) = export.progress();
        assert!(done <= of, "{done} of {of}");
    }
    lap(&format!("written: {} bytes, {} events, longest piece {longest}", bundle.len(), tenant.audit_len()));
    assert!(longest < 1_000_000, "a piece has {longest} bytes");
    let file = with_unused(&bundle);
    drop(bundle);
    assert!(file.len() > 2_000 * number as usize, "the file has {} bytes", file.len());
    lap(&format!("made a file of {} bytes", file.len()));
    let catalog = Arc::new(licensing_catalog::starter());
    let imported = import_in_pieces(&catalog, &[("bundle.json", &file)], KEPT, 256 * 1024).unwrap();
    lap("imported");
    assert_eq!(imported.report.counts.bytes, file.len() as u64);
    drop(file);
    assert_eq!(imported.report.notes, []);
    let unread = imported.report.ignored.iter().find(|(property, _)| property == "user.onPremisesDomainName");
    assert_eq!(unread.map(|(_, count)| *count), Some(u64::from(number)));
    let again = imported.tenant;
    let (users, groups) = same_collections(&tenant, &again);
    lap("collections compared");
    let left = number - number.div_ceil(1_000);
    assert_eq!((users.len(), groups.len()), (left as usize, GROUPS as usize));
    same(&tenant, &again, "/users?$top=999&$select=id,assignedPlans&$expand=memberOf($select=id)");
    lap("plans and memberships compared");
    groups.iter().for_each(|group| same_group(&tenant, &again, group));
    lap("groups compared");
    users.iter().step_by(997).for_each(|user| same_user(&tenant, &again, user));
    lap("some users compared");
    let mut comparing = Comparing::new(&again);
    while comparing.advance(10_000) == Ok(false) {}
    let verdict = comparing.finish().unwrap();
    lap(&format!("judged: {} paths, {} differences", verdict.compared_paths(), verdict.count()));
}

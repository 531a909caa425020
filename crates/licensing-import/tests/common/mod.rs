//! Short ways to import, export and compare.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use std::sync::Arc;

use licensing_core::Tenant;
use licensing_import::{Export, Import, ImportError, Imported, Log, Names, Options};
use licensing_model::command::{GroupKind, LicenseChange, NewUser};
use licensing_model::settings::TenantSettings;
use licensing_model::{Catalog, Command, CountryCode, GroupId, License, Member, Sliced, Units, UserId};
use serde_json::Value;

/// Names and ids as they are.
pub(crate) const KEPT: Options = Options { names: Names::Kept, rules: None };

/// Imports texts, in pieces of `length` bytes.
pub(crate) fn import_in_pieces(
    catalog: &Arc<Catalog>,
    files: &[(&str, &[u8])],
    options: Options,
    length: usize,
) -> Result<Imported, Box<ImportError>> {
    let mut import = Import::new(catalog.clone(), options);
    for (name, bytes) in files {
        import.begin_file(name)?;
        for piece in bytes.chunks(length) {
            import.push(piece)?;
        }
    }
    let mut building = import.finish()?;
    while !building.advance(1_000)? {
        let (done, of) = building.progress();
        assert!(done <= of, "{done} of {of}");
    }
    Ok(building.finish().expect("it is done"))
}

/// Imports texts.
pub(crate) fn import(
    catalog: &Arc<Catalog>,
    files: &[(&str, &str)],
    options: Options,
) -> Result<Imported, Box<ImportError>> {
    let files: Vec<_> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    import_in_pieces(catalog, &files, options, 64 * 1024)
}

/// The bundle of a tenant.
pub(crate) fn export(tenant: &Tenant) -> String {
    Export::new(tenant, Log::Kept).collect()
}

/// The article's example: whoever holds E1 directly joins a group that gets E3. Nothing was processed yet.
pub(crate) fn example(catalog: &Arc<Catalog>) -> Tenant {
    let [e1, e3] = ["STANDARDPACK", "ENTERPRISEPACK"].map(|name| catalog.product_by_part_number(name).unwrap());
    let give = |product| LicenseChange { add: vec![License { product, disabled: Vec::new() }], remove: Vec::new() };
    let mut tenant = Tenant::new(catalog.clone(), TenantSettings::default());
    let mut commands = vec![
        Command::SetUnits(e1, Units::enabled(5)),
        Command::SetUnits(e3, Units::enabled(5)),
        Command::CreateGroup { name: "Support E3".into(), kind: GroupKind::Security },
        Command::ChangeGroupLicenses(GroupId::at(0), give(e3)),
    ];
    for (name, number) in ["Femke", "Noor", "Ruben", "Sanne"].into_iter().zip(0..) {
        commands.push(Command::CreateUser(NewUser {
            display_name: name.into(),
            user_principal_name: format!("{name}@contoso.onmicrosoft.com"),
            usage_location: Some(CountryCode::NL),
            ..NewUser::default()
        }));
        commands.push(Command::AddMember(GroupId::at(0), Member::User(UserId::at(number))));
    }
    commands.push(Command::ChangeUserLicenses(UserId::at(1), give(e1)));
    for command in commands {
        tenant.apply(&command).unwrap();
    }
    tenant
}

/// A page, and the link to the next one.
fn page(tenant: &Tenant, url: &str) -> (Value, Option<String>) {
    let answer = licensing_graph::get(tenant, url);
    assert_eq!(answer.status, 200, "{url}: {}", answer.body);
    let mut body = answer.body;
    let next = body.get("@odata.nextLink").and_then(Value::as_str).map(String::from);
    // Positions may differ, for a tenant that was imported has no gaps; what stands on the pages may not.
    if let Value::Object(body) = &mut body {
        body.remove("@odata.nextLink");
    }
    (body, next)
}

/// Compares the answers of two tenants to a request, through all pages. Answers the ids of the rows.
pub(crate) fn same(a: &Tenant, b: &Tenant, url: &str) -> Vec<String> {
    let mut ids = Vec::new();
    let mut next = Some((url.to_string(), url.to_string()));
    while let Some((of_a, of_b)) = next {
        let ((page_a, next_a), (page_b, next_b)) = (page(a, &of_a), page(b, &of_b));
        assert_eq!(page_a, page_b, "{url}");
        let rows = page_a["value"].as_array().map(Vec::as_slice).unwrap_or_default();
        ids.extend(rows.iter().filter_map(|row| row["id"].as_str()).map(String::from));
        assert_eq!(next_a.is_some(), next_b.is_some(), "{url}: one tenant has another page");
        next = next_a.zip(next_b);
    }
    ids
}

const USER: &str = "$select=id,displayName,userPrincipalName,mailNickname,usageLocation,userType,accountEnabled,mail,\
                    proxyAddresses,deletedDateTime,assignedLicenses,licenseAssignmentStates,otherMails,\
                    onPremisesSyncEnabled";
const GROUP: &str = "$select=id,displayName,deletedDateTime,groupTypes,mailEnabled,securityEnabled,assignedLicenses,\
                     licenseProcessingState,membershipRule,onPremisesSyncEnabled";

/// Compares every GET of the contract that concerns the tenant as a whole. Answers the ids of users and groups.
pub(crate) fn same_collections(a: &Tenant, b: &Tenant) -> (Vec<String>, Vec<String>) {
    for url in ["/organization", "/subscribedSkus", "/contacts", "/groups", "/groups?$expand=memberOf"] {
        let ids = same(a, b, url);
        if let (Some(id), "/organization" | "/subscribedSkus") = (ids.first(), url) {
            same(a, b, &format!("{url}/{id}"));
        }
    }
    same(a, b, "/users?$top=999");
    same(a, b, "/groups?$expand=members");
    same(a, b, "/groups?$filter=hasMembersWithLicenseErrors eq true");
    same(a, b, "/directory/deletedItems/microsoft.graph.user");
    same(a, b, &format!("/directory/deletedItems/microsoft.graph.user?{USER}"));
    same(a, b, &format!("/directory/deletedItems/microsoft.graph.group?{GROUP}"));
    same(a, b, "/auditLogs/directoryAudits?$top=999");
    same(a, b, "/auditLogs/directoryAudits?$filter=result eq 'failure'");
    let users = same(a, b, &format!("/users?{USER}&$top=999"));
    let groups = same(a, b, &format!("/groups?{GROUP}&$top=999"));
    (users, groups)
}

/// Compares every GET of the contract that concerns one group.
pub(crate) fn same_group(a: &Tenant, b: &Tenant, group: &str) {
    same(a, b, &format!("/groups/{group}"));
    same(a, b, &format!("/groups/{group}/members?$top=999"));
    same(a, b, &format!("/groups/{group}/members/microsoft.graph.group"));
    same(a, b, &format!("/groups/{group}/membersWithLicenseErrors?$top=999"));
}

/// Compares every GET of the contract that concerns one user.
pub(crate) fn same_user(a: &Tenant, b: &Tenant, user: &str) {
    same(a, b, &format!("/users/{user}"));
    same(a, b, &format!("/users/{user}?$select=assignedPlans"));
    same(a, b, &format!("/users/{user}/licenseDetails"));
    same(a, b, &format!("/users/{user}/memberOf"));
}

/// Compares every GET of the contract.
pub(crate) fn same_everywhere(a: &Tenant, b: &Tenant) {
    let (users, groups) = same_collections(a, b);
    same(a, b, "/users?$expand=memberOf");
    groups.iter().for_each(|group| same_group(a, b, group));
    for user in &users {
        same_user(a, b, user);
        same(a, b, &format!("/auditLogs/directoryAudits?$filter=targetResources/any(t: t/id eq '{user}')"));
        let name =
            licensing_graph::get(a, &format!("/users/{user}")).body["userPrincipalName"].as_str().map(String::from);
        same(a, b, &format!("/users/{}", name.expect("every user has a name")));
    }
}

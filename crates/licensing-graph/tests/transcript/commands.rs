//! Each kind of command as its request and its cmdlet, or as what stands in for them.

use licensing_graph::transcript::Meaning;
use licensing_model::address::ProxyAddress;
use licensing_model::command::{GroupKind, License, LicenseChange, NewUser, UserPatch};
use licensing_model::{Command, Member, RuleSet, Units};

use crate::transcript::story::*;

#[test]
fn creating_a_user() {
    assert_eq!(made().world.lab.tenant().user_guid(USER), NOOR);
    let story = Story::new().then(Command::CreateUser(noor()));
    let (graph, status, powershell) = both(&story);
    assert_eq!(
        graph,
        "POST /users\n{\"accountEnabled\": true, \"displayName\": \"Noor Visser\", \"mailNickname\": \"noor.visser\", \
         \"userPrincipalName\": \"noor.visser@contoso.com\", \"usageLocation\": \"NL\", \"passwordProfile\": \
         {\"forceChangePasswordNextSignIn\": true, \"password\": \"<choose a password>\"}}"
    );
    assert_eq!(status, 201);
    assert_eq!(
        powershell,
        format!(
            "$user1 = New-MgUser -AccountEnabled -DisplayName 'Noor Visser' -MailNickname 'noor.visser' \
             -UserPrincipalName 'noor.visser@contoso.com' -UsageLocation 'NL' -PasswordProfile @{{ \
             ForceChangePasswordNextSignIn = $true; Password = $password }} # id in the simulator: {NOOR}"
        )
    );
    let guest = NewUser { guest: true, usage_location: None, mail_nickname: Some("nv".to_string()), ..noor() };
    let (graph, _, powershell) = both(&Story::new().then(Command::CreateUser(guest)));
    assert!(graph.contains("\"mailNickname\": \"nv\"") && graph.contains("\"userType\": \"Guest\""), "{graph}");
    assert!(powershell.contains(" -MailNickname 'nv' ") && powershell.contains(" -UserType 'Guest' "), "{powershell}");
}

#[test]
fn changing_a_user() {
    let patch = UserPatch {
        display_name: Some("Noor".to_string()),
        user_principal_name: Some("noor@contoso.com".to_string()),
        mail_nickname: Some("noor".to_string()),
        usage_location: Some(Some("DE".parse().unwrap())),
        account_enabled: Some(false),
    };
    assert_eq!(
        both(&found().then(Command::UpdateUser(USER, patch))),
        (
            format!(
                "PATCH /users/{NOOR}\n{{\"displayName\": \"Noor\", \"userPrincipalName\": \"noor@contoso.com\", \
                 \"mailNickname\": \"noor\", \"usageLocation\": \"DE\", \"accountEnabled\": false}}"
            ),
            204,
            format!(
                "Update-MgUser -UserId '{NOOR}' -DisplayName 'Noor' -UserPrincipalName 'noor@contoso.com' \
                 -MailNickname 'noor' -UsageLocation 'DE' -AccountEnabled:$false"
            )
        )
    );
    let nothing = both(&found().then(Command::UpdateUser(USER, UserPatch::default())));
    assert_eq!(nothing.0, format!("PATCH /users/{NOOR}\n{{}}"));
    assert_eq!(nothing.2, format!("Update-MgUser -UserId '{NOOR}' -BodyParameter @{{}}"));
    let clear = UserPatch { usage_location: Some(None), ..UserPatch::default() };
    assert_eq!(
        comment(&found().then(Command::UpdateUser(USER, clear))),
        "# No Graph request: Graph can set a usage location, not clear it."
    );
}

#[test]
fn deleting_and_restoring() {
    let story = found().then(Command::DeleteUser(USER));
    assert_eq!(both(&story), (format!("DELETE /users/{NOOR}"), 204, format!("Remove-MgUser -UserId '{NOOR}'")));
    let restore = |id: &str| {
        let cmdlet = format!("Restore-MgDirectoryDeletedItem -DirectoryObjectId '{id}'");
        (format!("POST /directory/deletedItems/{id}/restore"), 200, cmdlet)
    };
    assert_eq!(both(&story.then(Command::RestoreUser(USER))), restore(NOOR));
    let story = Story { done: Vec::new(), ..Story::new().then(sales(GroupKind::Microsoft365)) };
    let story = story.then(Command::DeleteGroup(GROUP));
    assert_eq!(both(&story), (format!("DELETE /groups/{SALES}"), 204, format!("Remove-MgGroup -GroupId '{SALES}'")));
    assert_eq!(both(&story.then(Command::RestoreGroup(GROUP))), restore(SALES));
}

#[test]
fn domains() {
    let story = found().then(Command::AddDomain("fabrikam.com".to_string()));
    let add = "POST /domains\n{\"id\": \"fabrikam.com\"}".to_string();
    assert_eq!(both(&story), (add, 201, "New-MgDomain -Id 'fabrikam.com'".to_string()));
    let story = story.then(Command::DeleteDomain("Fabrikam.com".to_string()));
    let delete = "DELETE /domains/Fabrikam.com".to_string();
    assert_eq!(both(&story), (delete, 204, "Remove-MgDomain -DomainId 'Fabrikam.com'".to_string()));
}

#[test]
fn creating_and_renaming_groups() {
    let group = |types: &str, mail: bool, security: bool| {
        let body = format!(
            "{{\"displayName\": \"Sales E3\", \"groupTypes\": [{types}], \"mailEnabled\": {mail}, \"mailNickname\": \
             \"SalesE3\", \"securityEnabled\": {security}}}"
        );
        let types = if types.is_empty() { "" } else { " -GroupTypes @('Unified')" };
        let cmdlet = format!(
            "$group1 = New-MgGroup -DisplayName 'Sales E3'{types} -MailEnabled:${mail} -MailNickname 'SalesE3' \
             -SecurityEnabled:${security} # id in the simulator: {SALES}"
        );
        (format!("POST /groups\n{body}"), 201, cmdlet)
    };
    let create = |kind| both(&Story::new().then(sales(kind)));
    assert_eq!(create(GroupKind::Security), group("", false, true));
    assert_eq!(create(GroupKind::Microsoft365Security), group("\"Unified\"", true, true));
    assert_eq!(create(GroupKind::Microsoft365), group("\"Unified\"", true, false));
    assert_eq!(
        comment(&Story::new().then(sales(GroupKind::Distribution))),
        "# No Graph request: distribution lists are made in Exchange."
    );
    assert_eq!(
        both(&found().then(Command::RenameGroup(GROUP, "Sales".to_string()))),
        (
            format!("PATCH /groups/{SALES}\n{{\"displayName\": \"Sales\"}}"),
            204,
            format!("Update-MgGroup -GroupId '{SALES}' -DisplayName 'Sales'")
        )
    );
}

#[test]
fn members() {
    let story = found().then(Command::AddMember(GROUP, Member::User(USER)));
    assert_eq!(
        both(&story),
        (
            format!(
                "POST /groups/{SALES}/members/$ref\n{{\"@odata.id\": \
                 \"https://graph.microsoft.com/v1.0/directoryObjects/{NOOR}\"}}"
            ),
            204,
            format!("New-MgGroupMember -GroupId '{SALES}' -DirectoryObjectId '{NOOR}'")
        )
    );
    assert_eq!(
        both(&story.then(Command::RemoveMember(GROUP, Member::User(USER)))),
        (
            format!("DELETE /groups/{SALES}/members/{NOOR}/$ref"),
            204,
            format!("Remove-MgGroupMemberDirectoryObjectByRef -GroupId '{SALES}' -DirectoryObjectId '{NOOR}'")
        )
    );
}

#[test]
fn licenses_of_groups_and_users() {
    let story = found();
    let (e1, e3) = (story.product("STANDARDPACK"), story.product("ENTERPRISEPACK"));
    let plan = story.world.lab.tenant().product(e3).unwrap().plans[0];
    let plan_id = story.world.lab.tenant().catalog().plan(plan).unwrap().guid.to_string();
    let add = |product, disabled| LicenseChange { add: vec![License { product, disabled }], remove: Vec::new() };
    assert_eq!(
        both(&story.then(Command::ChangeGroupLicenses(GROUP, add(e3, vec![plan])))),
        (
            format!(
                "POST /groups/{SALES}/assignLicense\n{{\"addLicenses\": [{{\"skuId\": \"{E3}\", \"disabledPlans\": \
                 [\"{plan_id}\"]}}], \"removeLicenses\": []}}"
            ),
            202,
            format!(
                "Set-MgGroupLicense -GroupId '{SALES}' -AddLicenses @(@{{ SkuId = '{E3}'; DisabledPlans = \
                 @('{plan_id}') }}) -RemoveLicenses @()"
            )
        )
    );
    let story = found().then(Command::ChangeUserLicenses(USER, add(e1, Vec::new())));
    let swap = LicenseChange { remove: vec![e1], ..add(e3, Vec::new()) };
    assert_eq!(
        both(&story.then(Command::ChangeUserLicenses(USER, swap))),
        (
            format!(
                "POST /users/{NOOR}/assignLicense\n{{\"addLicenses\": [{{\"skuId\": \"{E3}\", \"disabledPlans\": \
                 []}}], \"removeLicenses\": [\"{E1}\"]}}"
            ),
            200,
            format!(
                "Set-MgUserLicense -UserId '{NOOR}' -AddLicenses @(@{{ SkuId = '{E3}'; DisabledPlans = @() }}) \
                 -RemoveLicenses @('{E1}')"
            )
        )
    );
}

#[test]
fn processing_again() {
    assert_eq!(
        both(&found().then(Command::ReprocessUser(USER))),
        (
            format!("POST /users/{NOOR}/reprocessLicenseAssignment"),
            200,
            format!("Invoke-MgLicenseUser -UserId '{NOOR}'")
        )
    );
    assert_eq!(
        comment(&found().then(Command::ReprocessGroup(GROUP))),
        format!(
            "# No Graph request: this is a button in the 2019 portal. In the simulator: lab.reprocessGroup(\"{SALES}\")"
        )
    );
}

#[test]
fn what_lab_stands_in_for() {
    let stands = |story: Story, call: &str| {
        let text = comment(&story);
        let (_, actual) = text.split_once(" In the simulator: ").unwrap();
        assert_eq!(actual, call);
        assert!(text.starts_with("# No Graph request: "), "{text}");
    };
    let e3 = Story::new().product("ENTERPRISEPACK");
    stands(found().then(Command::SetUnits(e3, Units::enabled(25))), &format!("lab.setUnits(\"{E3}\", 25)"));
    stands(found().then(Command::SetUnits(e3, Units::default())), &format!("lab.setUnits(\"{E3}\", 0)"));
    let mixed = Units { enabled: 0, warning: 3, suspended: 0, locked_out: 1 };
    stands(
        found().then(Command::SetUnits(e3, mixed)),
        &format!("lab.setUnits(\"{E3}\", {{\"warning\": 3, \"lockedOut\": 1}})"),
    );
    stands(found().then(Command::SetRuleSet(RuleSet::Today)), "lab.setRules(\"today\")");
    stands(found().then(Command::Advance { days: 30 }), "lab.advance(30)");
    let addresses = vec![ProxyAddress::parse("SMTP:a@contoso.com"), ProxyAddress::parse("b@contoso.com")];
    stands(
        found().then(Command::AddContact { name: "Bakery".to_string(), addresses: addresses.clone() }),
        "lab.addContact(\"Bakery\", [\"SMTP:a@contoso.com\", \"smtp:b@contoso.com\"])",
    );
    stands(
        found().then(Command::SetAddresses { user: USER, mail: Some(None), proxy_addresses: Some(addresses) }),
        &format!(
            "lab.setAddresses(\"{NOOR}\", {{\"mail\": null, \"proxyAddresses\": [\"SMTP:a@contoso.com\", \
             \"smtp:b@contoso.com\"]}})"
        ),
    );
    let story = found();
    let plan = story.world.lab.tenant().catalog().plan_by_name("WORKPLACE_ANALYTICS").unwrap();
    let id = story.world.plan("WORKPLACE_ANALYTICS");
    stands(story.then(Command::AddServicePlan(e3, plan)), &format!("lab.addServicePlan(\"{E3}\", \"{id}\")"));
}

#[test]
fn what_neither_has() {
    let nowhere = |command| {
        let story = found().then(command);
        assert!(matches!(story.last().meaning, Meaning::Nowhere { .. }));
        assert!(comment(&story).len() > "# No Graph request: ".len());
    };
    nowhere(Command::SetCountry("DE".parse().unwrap()));
    nowhere(Command::SetWorkers(2));
    let catalog = licensing_catalog::starter();
    let pair = &catalog.pairs[0];
    nowhere(Command::SetExclusivePair { a: pair.a, b: pair.b, counts: false });
    nowhere(Command::SetPrerequisite { plan: catalog.prerequisites[0].plan, counts: false });
}

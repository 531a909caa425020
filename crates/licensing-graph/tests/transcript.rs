//! A transcript: an example of each kind of command, names that mean harm, and files.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "a test fails by panicking")]

mod common;

use common::World;
use licensing_core::{Action, Tenant};
use licensing_graph::transcript::{Done, Entry, Format, Meaning, Transcript};
use licensing_model::address::ProxyAddress;
use licensing_model::command::{GroupKind, License, LicenseChange, NewUser, UserPatch};
use licensing_model::{Command, CountryCode, Created, GroupId, Member, ProductId, RuleSet, Units, UserId};
use licensing_wording::{Message, Words};

/// What every action is called.
static NAME: Message = Message::Exact(String::new());
const E1: &str = "18181a46-0d4e-45cd-891e-60aabd171b4e";
const E3: &str = "6fd2c87f-b296-42f0-b197-1e91e994b900";
const NOOR: &str = "999a5f81-352a-58cc-a579-c0676141ee14";
const SALES: &str = "3e286094-098e-5e93-b0fe-4855f282ed29";

/// Commands that were carried out, and what they created.
struct Story {
    world: World,
    done: Vec<(Action, Option<Created>)>,
}

impl Story {
    fn new() -> Story {
        Story { world: World::new(RuleSet::Rules2019), done: Vec::new() }
    }

    fn then(mut self, command: Command) -> Story {
        let accepted = self.world.lab.apply(&command).unwrap();
        self.done.push((Action::Command(command), accepted.created));
        self
    }

    fn steps(mut self, steps: u32) -> Story {
        self.done.push((Action::Steps(steps), None));
        self
    }

    fn transcript(&self) -> Transcript<'_> {
        let done = self.done.iter().map(|(action, created)| Done { action, name: &NAME, created: *created });
        Transcript::new(self.world.lab.tenant(), Words::english(), done)
    }

    fn last(&self) -> Entry {
        self.transcript().entries().next_back().unwrap()
    }

    fn product(&self, part_number: &str) -> ProductId {
        self.world.product(part_number)
    }
}

/// Noor and Sales, made by the same script.
fn made() -> Story {
    Story::new().then(Command::CreateUser(noor())).then(sales(GroupKind::Security))
}

/// Noor and Sales, who were there before the script.
fn found() -> Story {
    Story { done: Vec::new(), ..made() }
}

fn noor() -> NewUser {
    NewUser {
        display_name: "Noor Visser".to_string(),
        user_principal_name: "noor.visser@contoso.com".to_string(),
        usage_location: Some(CountryCode::NL),
        ..NewUser::default()
    }
}

fn sales(kind: GroupKind) -> Command {
    Command::CreateGroup { name: "Sales E3".to_string(), kind }
}

const USER: UserId = UserId::from_raw(0);
const GROUP: GroupId = GroupId::from_raw(0);

/// What the last command is as a request with its status, and as PowerShell.
fn both(story: &Story) -> (String, u16, String) {
    let entry = story.last();
    let Meaning::Graph { status, .. } = entry.meaning else { panic!("{:?} has a request", entry.meaning) };
    (entry.graph, status, entry.powershell)
}

/// What stands for a command that Graph has no request for, the same in both languages.
fn comment(story: &Story) -> String {
    let entry = story.last();
    assert_eq!(entry.graph, entry.powershell);
    entry.powershell
}

#[test]
fn creating_a_user() {
    let id = |tenant: &Tenant| assert_eq!(tenant.user_guid(USER), NOOR);
    let story = made();
    id(story.world.lab.tenant());
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
        "# No Graph request: it sets a usage location and does not clear it."
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
            "# No Graph request: it is a button of the portal of 2019. In the simulator: lab.reprocessGroup(\"{SALES}\")"
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

#[test]
fn what_a_script_created_it_knows_by_its_variable() {
    let story = made().then(Command::AddMember(GROUP, Member::User(USER)));
    assert_eq!(both(&story).2, "New-MgGroupMember -GroupId $group1.Id -DirectoryObjectId $user1.Id");
    assert!(both(&story).0.contains(NOOR), "requests have ids");
    let later = NewUser { user_principal_name: "later@contoso.com".to_string(), ..noor() };
    let story = found().then(Command::CreateUser(later)).then(Command::AddMember(GROUP, Member::User(USER)));
    assert_eq!(both(&story).2, format!("New-MgGroupMember -GroupId '{SALES}' -DirectoryObjectId '{NOOR}'"));
    let story = story.then(Command::AddMember(GROUP, Member::User(UserId::from_raw(1))));
    assert_eq!(both(&story).2, format!("New-MgGroupMember -GroupId '{SALES}' -DirectoryObjectId $user2.Id"));
}

#[test]
fn steps_are_comments_and_those_that_follow_each_other_are_one() {
    let story = made().steps(1).steps(2).then(sales(GroupKind::Security)).steps(1);
    let entries: Vec<Entry> = story.transcript().entries().collect();
    let numbers: Vec<Option<usize>> = entries.iter().map(|entry| entry.number).collect();
    assert_eq!(numbers, [Some(1), Some(2), None, Some(3), None]);
    assert_eq!(entries[2].powershell, "# 3 steps of the background (no Graph request; lab.step() each)");
    assert_eq!(entries[4].graph, "# 1 step of the background (no Graph request; lab.step())");
}

/// A name that tries to end the string, the line, the comment and the file.
const HOSTILE: &str = "x’; Remove-MgUser '\n### y\r\nDELETE /users {{token}} \u{202E}$(z) `n <script>";

#[test]
fn a_hostile_name_is_a_name_in_every_file() {
    let story = Story::new()
        .then(Command::CreateUser(NewUser { display_name: HOSTILE.to_string(), ..noor() }))
        .then(Command::CreateGroup { name: HOSTILE.to_string(), kind: GroupKind::Security })
        .then(Command::RenameGroup(GROUP, HOSTILE.to_string()))
        .then(Command::AddContact { name: HOSTILE.to_string(), addresses: Vec::new() });
    for words in [Words::english(), Words::dutch()] {
        let name = Message::from(HOSTILE);
        let done = story.done.iter().map(|(action, created)| Done { action, name: &name, created: *created });
        let transcript = Transcript::new(story.world.lab.tenant(), words, done);

        let script = transcript.file(Format::PowerShell);
        assert!(script.starts_with('\u{FEFF}'), "Windows PowerShell reads it as UTF-8");
        assert!(!transcript.copy(Format::PowerShell).starts_with('\u{FEFF}'));
        let starts = [
            "#",
            "$user1 = New-MgUser ",
            "$group1 = New-MgGroup ",
            "Update-MgGroup ",
            "Connect-MgGraph ",
            "$password = ",
        ];
        for line in script.trim_start_matches('\u{FEFF}').lines().filter(|line| !line.is_empty()) {
            assert!(starts.iter().any(|start| line.starts_with(start)), "{line}");
            assert!(!line.contains(['\r', '\u{202E}']), "{line}");
        }
        let quoted = "('x’’; Remove-MgUser ''' + [char]0x000A + '### y' + [char]0x000D + '' + [char]0x000A + 'DELETE /users \
                  {{token}} ' + [char]0x202E + '$(z) `n <script>')";
        assert!(script.contains(&format!("-DisplayName {quoted} ")), "{script}");

        let requests = transcript.file(Format::Http);
        let heads: Vec<&str> = requests.lines().filter(|line| line.starts_with("###")).collect();
        assert_eq!(heads.len(), 4);
        assert_eq!(requests.lines().filter(|line| line.starts_with("DELETE")).count(), 0);
        for line in requests.lines().filter(|line| !line.starts_with('#')) {
            assert!(!line.contains("{{") || line == "Authorization: Bearer {{token}}", "{line}");
        }
        let body = requests.split("\n\n").find(|part| part.starts_with('{')).unwrap();
        let body: serde_json::Value = serde_json::from_str(body).unwrap();
        assert_eq!(body["displayName"], HOSTILE, "it is the same name all the same");

        let list = transcript.file(Format::Text);
        for line in list.lines().skip(1).filter(|line| !line.is_empty()) {
            assert!(
                line.starts_with("   ") || line.split_once(". ").is_some_and(|(n, _)| n.parse::<u8>().is_ok()),
                "{line}"
            );
        }
    }
}

#[test]
fn an_empty_transcript_asks_for_nothing() {
    let story = Story::new();
    let transcript = story.transcript();
    assert!(transcript.is_empty());
    assert_eq!((transcript.len(), transcript.commands()), (0, 0));
    assert!(!transcript.file(Format::PowerShell).contains("$password"));
}

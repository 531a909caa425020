//! Everything that a release ever wrote is read for good: `tests/golden/v1` holds what version 1 wrote, `v2` what the
//! release of version 2 did, of tenants with properties, and `v3` the one after it, with membership rules, contacts that are
//! deleted, and products of their own; `v4` has the short form that documents of many users have since. These files are never changed. A later version adds a folder of its own.
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that stops where something is wrong is what is wanted here"
)]

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use crate::common::catalog;
use crate::common::store::Memory;
use licensing_conformance::cast::Cast;
use licensing_conformance::compare::Operation;
use licensing_conformance::generate::{Generator, Mood};
use licensing_conformance::random::Random;
use licensing_core::state::AuditLog;
use licensing_core::{Action, History, Tenant};
use licensing_model::address::ProxyAddress;
use licensing_model::catalog::{OwnPlan, OwnProduct};
use licensing_model::command::{LicenseChange, UserPatch};
use licensing_model::rule::{Membership, MembershipRule};
use licensing_model::{Command, License, Member, RuleSet, Units};
use licensing_model::{ContactId, Created, GroupId, Guid, OwnCatalog, Property, UserId};
use licensing_scenario::file::{self, FileReading};
use licensing_scenario::sample::Sample;
use licensing_scenario::storage::{self, Entry, Journal, Label, TabId, TenantId};
use licensing_scenario::{Base, Scenario, link};

const TENANT: TenantId = TenantId(0x00c0_ffee);

fn path(version: &str, name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(version).join(name)
}

fn text(version: &str, name: &str) -> String {
    fs::read_to_string(path(version, name)).unwrap()
}

fn from_file(bytes: Vec<u8>) -> Scenario {
    FileReading::new(bytes, &catalog()).unwrap().finish().unwrap()
}

/// The names of the scenarios whose text form lies there.
const SCENARIOS: [&str; 4] = ["world", "logged", "story", "empty"];

/// The folders, each of one version.
const VERSIONS: [&str; 3] = ["v1", "v2", "v3"];

#[test]
fn every_form_of_every_version_says_the_same() {
    for (version, name) in VERSIONS.into_iter().flat_map(|version| SCENARIOS.map(|name| (version, name))) {
        let json = text(version, &format!("{name}.json"));
        let read = from_file(json.clone().into_bytes());
        assert_eq!(file::to_text(read.clone(), &catalog()), json, "{version}, {name}: the text form has changed");
        let compact = fs::read(path(version, &format!("{name}.lab"))).unwrap();
        let scenario = from_file(compact.clone());
        assert!(
            file::to_compact(scenario.clone()).unwrap() == compact,
            "{version}, {name}: the compact form is written otherwise"
        );
        let fragment = text(version, &format!("{name}.link"));
        assert!(
            link::decode(&fragment, catalog().revision).unwrap() == scenario,
            "{version}, {name}: the link is read otherwise"
        );
        // Two users of the same name have a text each in a state with its log, and share one when it is read as text.
        assert!(read == scenario || name == "logged", "{version}, {name}: the compact form is read otherwise");
        let [read, scenario] = [read, scenario].map(|scenario| scenario.open(catalog()).unwrap());
        assert_eq!(
            (&read.skipped[..], &scenario.skipped[..]),
            (&[][..], &[][..]),
            "{version}, {name}: something is refused now"
        );
        assert_eq!(read.history.tenant().digest(), scenario.history.tenant().digest(), "{name}");
    }
}

#[test]
fn what_every_version_stored_is_found() {
    for folder in VERSIONS {
        let lines = text(folder, "stored.txt");
        let pairs = lines.lines().filter_map(|line| line.split_once(' '));
        let store = Memory(pairs.map(|(key, text)| (key.to_string(), text.to_string())).collect());
        let found = storage::find(&store, TENANT).unwrap();
        assert_eq!((found.versions.len(), &found.unreadable[..], found.newer), (1, &[][..], None), "{folder}");
        let version = &found.versions[0];
        let mut history =
            version.read(None, catalog().revision).unwrap().finish().unwrap().open(catalog()).unwrap().history;
        version.entries.iter().for_each(|entry| entry.apply(&mut history).unwrap());
        let expected = from_file(text(folder, "story.json").into_bytes()).open(catalog()).unwrap().history;
        assert_eq!((history.actions(), history.position()), (expected.actions(), expected.position()), "{folder}");
        assert_eq!(history.tenant().digest(), expected.tenant().digest(), "{folder}");
        let label = Label { title: "Contoso".to_string(), users: 28, saved_at: 1_790_000_000, is_deleted: false };
        assert_eq!(storage::list(&store).unwrap(), [(TENANT, Some(label))].into(), "{folder}");
    }
}

/// Version 4 is taken where there are many users; what it brings is read of few as well, and written as ever.
#[test]
fn what_groups_give_whole_is_read_as_rows() {
    let [all, rows] = ["all.json", "rows.json"].map(|name| text("v4", name));
    let [short, long] = [&all, &rows].map(|text| from_file(text.clone().into_bytes()));
    assert!(short == long, "the short form is read otherwise");
    assert_eq!(file::to_text(short.clone(), &catalog()), rows);
    let opened = short.open(catalog()).unwrap();
    assert_eq!((opened.skipped.len(), opened.history.tenant().users_in_error()), (0, 1));
}

/// Writes the files: `cargo test -p licensing-scenario golden -- --ignored`, once in the life of a version.
#[test]
#[ignore = "what was written once is never written again"]
fn write() {
    let (world, settings) = world();
    let [world, logged] = [AuditLog::LeftOut, AuditLog::Kept]
        .map(|audit| Scenario::of_state("A world".to_string(), &with_own_products(world.tenant(), audit), audit));
    let story = story();
    let story_scenario = Scenario::of_history("Contoso".to_string(), Base::Sample(Sample::FiveErrors), &story);
    let empty = Scenario {
        lesson: Some("first-license".to_string()),
        ..Scenario::new(String::new(), &catalog(), Base::Empty(settings))
    };
    for (name, scenario) in SCENARIOS.into_iter().zip([world, logged, story_scenario, empty]) {
        fs::write(path("v3", &format!("{name}.json")), file::to_text(scenario.clone(), &catalog())).unwrap();
        fs::write(path("v3", &format!("{name}.lab")), file::to_compact(scenario.clone()).unwrap()).unwrap();
        fs::write(path("v3", &format!("{name}.link")), link::encode(scenario).unwrap()).unwrap();
    }
    let mut store = Memory::default();
    let begin = Scenario::new("Contoso".to_string(), &catalog(), Base::Sample(Sample::FiveErrors));
    let mut journal = Journal::begin(&mut store, TENANT, TabId(7), begin).unwrap();
    let actions: Vec<Action> = story.actions().iter().cloned().collect();
    let (first, rest) = actions.split_at(actions.len() / 2);
    for action in first {
        journal.append(&mut store, Entry::Act(action.clone()));
    }
    let mut half = story.clone();
    half.go_to(first.len());
    let half = Scenario {
        actions: first.to_vec(),
        ..Scenario::of_story("Contoso".to_string(), Base::Sample(Sample::FiveErrors), &half)
    };
    journal.snapshot(&mut store, half).unwrap();
    for action in rest {
        journal.append(&mut store, Entry::Act(action.clone()));
    }
    journal.append(&mut store, Entry::GoTo(story.position()));
    let label = Label { title: "Contoso".to_string(), users: 28, saved_at: 1_790_000_000, is_deleted: false };
    storage::save_label(&mut store, TENANT, TabId(7), &label).unwrap();
    let lines: Vec<String> = store.0.iter().map(|(key, text)| format!("{key} {text}\n")).collect();
    fs::write(path("v3", "stored.txt"), lines.concat()).unwrap();
}

/// A random world of the starter catalog in the middle of its work.
fn world() -> (History, licensing_model::TenantSettings) {
    let catalog = Arc::new(licensing_catalog::starter());
    let mut generator = Generator::new(7, Cast::starter(&catalog, &mut Random::new(!7)), Mood::Wild);
    let settings = generator.settings();
    let mut history = History::new(Tenant::new(catalog, settings.clone()));
    for _ in 0..300 {
        match generator.next_operation(&history.tenant().snapshot()) {
            Operation::Command(command) => _ = history.apply(command),
            Operation::Step => _ = history.step(),
        }
    }
    let properties = [(0, "Sales"), (1, "Verkoop"), (2, "Sales"), (0, "IT"), (3, "Zoë 李")];
    let commands = properties.map(|(number, text)| Command::SetProperty {
        of: Member::User(UserId::from_raw(number)),
        property: Property::DEPARTMENT,
        value: text.to_string(),
    });
    let rule = MembershipRule { text: "user.department -eq \"Sales\"".to_string(), membership: Membership::Dynamic };
    let contact = |name: &str| Command::AddContact {
        name: name.to_string(),
        addresses: vec![ProxyAddress::parse(&format!("SMTP:{name}@example.org"))],
    };
    let dynamic =
        Command::CreateGroup { name: "Sales".to_string(), kind: licensing_model::command::GroupKind::Security };
    for command in commands {
        history.apply(command).unwrap();
    }
    let Some(Created::Group(group)) = history.apply(dynamic).unwrap().created else { panic!("no group") };
    history.apply(Command::SetMembershipRule(group, rule)).unwrap();
    let Some(Created::Contact(gone)) = history.apply(contact("gone")).unwrap().created else { panic!("no contact") };
    history.apply(contact("partner")).unwrap();
    history.apply(Command::DeleteContact(gone)).unwrap();
    history.apply(Command::AddDomain("fabrikam.example".to_string())).unwrap();
    history.settle(3);
    (history, settings)
}

/// The same tenant, with a product and plans that the catalog does not have.
fn with_own_products(tenant: &Tenant, audit: AuditLog) -> Tenant {
    let mut state = tenant.state(audit);
    let plan = |number, name: &str| OwnPlan { guid: Guid([number; 16]), name: name.into(), company_wide: number == 2 };
    let part_number = "NEW_PRODUCT".into();
    let plans = vec![OwnCatalog::plan_at(1), OwnCatalog::plan_at(0)];
    state.own = Arc::new(OwnCatalog {
        plans: vec![plan(1, "NEW_PLAN"), plan(2, "NEW_COMPANY_PLAN")],
        products: vec![OwnProduct { guid: Guid([3; 16]), part_number, plans }],
        lists: vec![(tenant.catalog().product_by_part_number("DESKLESSPACK").unwrap(), vec![OwnCatalog::plan_at(0)])],
    });
    Tenant::restore(Arc::clone(tenant.shared_catalog()), state).unwrap()
}

/// The story of the first page, then every other command, and an undo.
fn story() -> History {
    let scenario = Scenario::five_errors("Contoso".to_string(), &catalog());
    let mut history = scenario.open(catalog()).unwrap().history;
    let catalog = catalog();
    let product = |part_number: &str| catalog.product_by_part_number(part_number).unwrap();
    let plan = |name: &str| catalog.plan_by_name(name).unwrap();
    let (user, group) = (UserId::from_raw, GroupId::from_raw);
    let address = |text| ProxyAddress::parse(text);
    let license = |part_number, off: &[&str]| License {
        product: product(part_number),
        disabled: off.iter().map(|name| plan(name)).collect(),
    };
    let commands = [
        Command::UpdateUser(
            user(3),
            UserPatch {
                display_name: Some("Rubén Castell".to_string()),
                user_principal_name: Some("ruben@contoso.onmicrosoft.com".to_string()),
                mail_nickname: Some("ruben".to_string()),
                usage_location: Some(None),
                account_enabled: Some(false),
            },
        ),
        Command::DeleteUser(user(13)),
        Command::RestoreUser(user(13)),
        Command::CreateUser(licensing_model::command::NewUser {
            display_name: "Zoë 李".to_string(),
            user_principal_name: "zoe.li@contoso.onmicrosoft.com".to_string(),
            mail_nickname: Some("zl".to_string()),
            usage_location: "JP".parse().ok(),
            guest: true,
        }),
        Command::CreateGroup { name: "Everybody".to_string(), kind: licensing_model::command::GroupKind::Microsoft365 },
        Command::RenameGroup(group(7), "All of us".to_string()),
        Command::AddMember(group(7), Member::User(user(28))),
        Command::AddMember(group(7), Member::Group(group(6))),
        Command::RemoveMember(group(7), Member::Group(group(6))),
        Command::DeleteGroup(group(7)),
        Command::RestoreGroup(group(7)),
        Command::ChangeGroupLicenses(
            group(1),
            LicenseChange {
                add: vec![license("ENTERPRISEPREMIUM", &["SWAY", "MCOEV"])],
                remove: vec![product("ENTERPRISEPACK")],
            },
        ),
        Command::ReprocessUser(user(4)),
        Command::ReprocessGroup(group(3)),
        Command::SetUnits(product("EMS"), Units { enabled: 1, warning: 2, suspended: 3, locked_out: 4 }),
        Command::AddServicePlan(product("EMS"), plan("SWAY")),
        Command::SetAddresses {
            user: user(5),
            mail: Some(Some("ilse@contoso.onmicrosoft.com".to_string())),
            proxy_addresses: Some(vec![address("SMTP:ilse@contoso.onmicrosoft.com"), address("old@example.org")]),
        },
        Command::SetAddresses { user: user(6), mail: Some(None), proxy_addresses: None },
        Command::AddContact { name: "Partner".to_string(), addresses: vec![address("SMTP:partner@example.org")] },
        Command::SetRuleSet(RuleSet::Today),
        Command::SetExclusivePair { a: plan("SWAY"), b: plan("YAMMER_ENTERPRISE"), counts: true },
        Command::SetPrerequisite { plan: plan("MCOMEETADV"), counts: false },
        Command::SetProperty { of: Member::User(user(4)), property: Property::DEPARTMENT, value: "Sales".to_string() },
        Command::SetMembershipRule(
            group(7),
            MembershipRule { text: "user.department -eq \"Sales\"".to_string(), membership: Membership::Dynamic },
        ),
        Command::UpdateContact { contact: ContactId::from_raw(0), name: Some("Friend".to_string()), addresses: None },
        Command::DeleteContact(ContactId::from_raw(0)),
        Command::AddDomain("fabrikam.example".to_string()),
        Command::DeleteDomain("fabrikam.example".to_string()),
        Command::SetCountry("BE".parse().unwrap()),
        Command::SetWorkers(3),
        Command::Advance { days: 12 },
    ];
    for command in &commands {
        history.apply(command.clone()).unwrap_or_else(|refusal| panic!("{command:?}: {refusal:?}"));
        if history.actions().len().is_multiple_of(5) {
            history.settle(9);
        }
    }
    history.go_to(history.actions().len() - 3);
    assert!(history.actions().iter().any(|action| matches!(action, Action::Steps(_))));
    history
}

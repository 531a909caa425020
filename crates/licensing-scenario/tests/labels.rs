//! Labels instead of names: nobody can be recognised, and everything else is as it was.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use crate::common::{Random, catalog, command, company};
use licensing_core::state::AuditLog;
use licensing_core::{History, Tenant};
use licensing_model::command::NewUser;
use licensing_model::{Command, TenantSettings};
use licensing_scenario::sample::Sample;
use licensing_scenario::{Base, Scenario, file, link};

/// What must not be found any more.
const NAMES: [&str; 4] = ["geheim", "secret", "verstopt", "hidden"];

/// Names that are looked for afterwards, some of them shared by two users.
fn new_user(number: usize) -> Command {
    let name = NAMES[number % 2];
    Command::CreateUser(NewUser {
        display_name: format!("{name} {number}"),
        user_principal_name: format!("{name}.{number}@{}", ["contoso.onmicrosoft.com", "verstopt.nl"][number % 2]),
        mail_nickname: number.is_multiple_of(3).then(|| format!("{name}.{}", number / 6)),
        ..NewUser::default()
    })
}

/// A story on a tenant with domains of its own.
fn story(seed: u64) -> (Scenario, History) {
    let settings = TenantSettings { domains: vec!["verstopt.nl".to_string()], ..TenantSettings::default() };
    let mut history = History::new(Tenant::new(catalog(), settings.clone()));
    let mut random = Random::new(seed);
    for number in 0..20 {
        history.apply(new_user(number)).unwrap();
    }
    history.apply(Command::AddDomain("later.verstopt.nl".to_string())).unwrap();
    for _ in 0..200 {
        let mut command = command(history.tenant(), &mut random);
        match &mut command {
            Command::CreateGroup { name, .. } | Command::RenameGroup(_, name) => *name = format!("hidden {name}"),
            _ => {}
        }
        let _ = history.apply(command);
        history.settle(random.below(3) as u32);
    }
    history.apply(Command::DeleteDomain("later.verstopt.nl".to_string())).unwrap();
    (Scenario::of_story("secret".to_string(), Base::Empty(settings), &history), history)
}

/// What every user has by which path, without names; who shares an address with whom shows in the errors.
fn outcomes(tenant: &Tenant) -> Vec<String> {
    tenant.users().flat_map(|user| tenant.paths(user)).map(|row| format!("{row:?}")).collect()
}

fn has_no_name(scenario: &Scenario) {
    let text = file::to_text(scenario.clone(), &catalog()).to_lowercase();
    for name in NAMES {
        assert!(!text.contains(name), "{name} is in {text}");
    }
}

#[test]
fn a_story_with_labels_tells_the_same() {
    for seed in 1..=20 {
        let (scenario, history) = story(seed);
        let labelled = scenario.with_labels(history.beginning());
        has_no_name(&labelled);
        let opened = labelled.open(catalog()).unwrap();
        assert_eq!(opened.skipped, [], "seed {seed}");
        assert_eq!(outcomes(opened.history.tenant()), outcomes(history.tenant()), "seed {seed}");
    }
}

#[test]
fn a_state_with_labels_goes_on_the_same_way() {
    for seed in 1..=20 {
        let (_, history) = story(seed);
        let tenant = history.tenant();
        let labelled = Scenario::of_state("secret".to_string(), tenant, AuditLog::Kept).with_labels(tenant);
        has_no_name(&labelled);
        let link = link::encode(labelled.clone()).unwrap();
        assert_eq!(link::decode(&link, catalog().revision).unwrap(), labelled);
        let opened = labelled.open(catalog()).unwrap().history;
        assert_eq!(outcomes(opened.tenant()), outcomes(tenant), "seed {seed}");
        let again = |tenant: &Tenant| {
            let mut tenant = tenant.clone();
            for user in tenant.users().collect::<Vec<_>>() {
                tenant.apply(&Command::ReprocessUser(user)).unwrap();
            }
            tenant.settle(u32::MAX);
            outcomes(&tenant)
        };
        assert_eq!(again(opened.tenant()), again(tenant), "seed {seed}");
    }
}

#[test]
fn people_of_a_sample_keep_their_invented_names() {
    let sample = Sample::Company { seed: 3, users: 12 };
    let mut history = History::new(company(3, 12));
    history.apply(new_user(0)).unwrap();
    let labelled = Scenario::of_story(String::new(), Base::Sample(sample), &history).with_labels(history.beginning());
    has_no_name(&labelled);
    let opened = labelled.open(catalog()).unwrap().history;
    let names = |tenant: &Tenant| tenant.users().take(12).map(|user| tenant.user_name(user)).collect::<Vec<_>>();
    assert_eq!(names(opened.tenant()), names(history.tenant()));
    assert_eq!(opened.tenant().user_name(licensing_model::UserId::from_raw(12)), "User 12");
}

//! Several tabs on one tenant, damage at rest, and lists of tenants.
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that stops where something is wrong is what is wanted here"
)]

mod common;
#[path = "common/store.rs"]
mod store;

use std::collections::BTreeSet;

use common::{catalog, company, state_of_company};
use licensing_core::state::AuditLog;
use licensing_core::{Action, History};
use licensing_model::command::GroupKind;
use licensing_model::{Command, GroupId};
use licensing_scenario::Scenario;
use licensing_scenario::storage::{self, Entry, Journal, Label, News, Saved, Store, TabId, TenantId};
use store::Memory;

const TENANT: TenantId = TenantId(0xfeed);

fn create(name: &str) -> Entry {
    Entry::Act(Action::Command(Command::CreateGroup { name: name.to_string(), kind: GroupKind::Security }))
}

fn begin(store: &mut Memory) -> Journal {
    Journal::begin(store, TENANT, TabId(1), state_of_company(1, 12)).unwrap()
}

fn names(history: &History) -> BTreeSet<String> {
    (0..history.tenant().snapshot().groups.len()).map(|group| history.tenant().group_name(GroupId::at(group))).collect()
}

/// Every version that is stored, opened.
fn versions(store: &Memory) -> Vec<History> {
    let found = storage::find(store, TENANT).unwrap();
    assert_eq!(found.unreadable, []);
    found.versions.iter().map(open).collect()
}

fn open(version: &storage::Version) -> History {
    let mut history = version.read(1).unwrap().finish().unwrap().open(catalog()).unwrap().history;
    version.entries.iter().for_each(|entry| entry.apply(&mut history).unwrap());
    history
}

#[test]
fn a_tab_that_looks_first_takes_over_what_the_other_did() {
    let mut store = Memory::default();
    let mut one = begin(&mut store);
    let found = storage::find(&store, TENANT).unwrap();
    let mut two = Journal::resume(TENANT, TabId(2), &found, &found.versions[0]);
    for turn in 0..500 {
        let (first, second) = (create(&format!("one {turn}")), create(&format!("two {turn}")));
        assert_eq!(one.append(&mut store, first.clone()), Saved::Yes);
        assert_eq!(two.news(&store), Ok(News::Ahead(vec![first])));
        assert_eq!(two.append(&mut store, second.clone()), Saved::Yes);
        assert_eq!(one.news(&store), Ok(News::Ahead(vec![second])));
        assert_eq!(one.news(&store), Ok(News::None));
    }
    let versions = versions(&store);
    assert_eq!(versions.len(), 1);
    let names = names(&versions[0]);
    assert!((0..500).all(|turn| names.contains(&format!("one {turn}")) && names.contains(&format!("two {turn}"))));
}

#[test]
fn tabs_that_do_not_look_lose_nothing_either() {
    let mut store = Memory::default();
    let mut one = begin(&mut store);
    let found = storage::find(&store, TENANT).unwrap();
    let mut two = Journal::resume(TENANT, TabId(2), &found, &found.versions[0]);
    for turn in 0..500 {
        assert_eq!(one.append(&mut store, create(&format!("one {turn}"))), Saved::Yes);
        assert_eq!(two.append(&mut store, create(&format!("two {turn}"))), Saved::Yes);
    }
    assert!(matches!(one.news(&store), Ok(News::Apart { other }) if other == two.head()));
    assert!(matches!(two.news(&store), Ok(News::Apart { other }) if other == one.head()));
    let versions = versions(&store);
    assert_eq!(versions.len(), 2);
    for tab in ["one", "two"] {
        let whole = |history: &&History| (0..500).all(|turn| names(history).contains(&format!("{tab} {turn}")));
        assert_eq!(versions.iter().filter(whole).count(), 1, "the work of tab {tab}");
    }
}

#[test]
fn two_tabs_that_both_take_snapshots_keep_both_versions() {
    let mut store = Memory::default();
    let mut one = begin(&mut store);
    let found = storage::find(&store, TENANT).unwrap();
    let mut two = Journal::resume(TENANT, TabId(2), &found, &found.versions[0]);
    let mut histories = [open(&found.versions[0]), open(&found.versions[0])];
    for turn in 0..60 {
        for (journal, (history, name)) in [&mut one, &mut two].into_iter().zip(histories.iter_mut().zip(["one", "two"]))
        {
            let entry = create(&format!("{name} {turn}"));
            entry.apply(history).unwrap();
            assert_eq!(journal.append(&mut store, entry), Saved::Yes);
            if turn % 10 == 9 {
                let scenario = Scenario::of_state(String::new(), history.tenant(), AuditLog::Kept);
                journal.snapshot(&mut store, scenario).unwrap();
            }
        }
    }
    let digests: BTreeSet<u64> = versions(&store).iter().map(|history| history.tenant().digest()).collect();
    assert_eq!(digests, histories.iter().map(|history| history.tenant().digest()).collect());
    // Records that a snapshot makes unnecessary are gone, but for those of one generation.
    assert!(store.0.len() < 50, "{} texts are stored", store.0.len());
}

#[test]
fn a_tab_that_takes_snapshots_removes_nothing_that_the_other_version_rests_on() {
    let mut store = Memory::default();
    let mut one = begin(&mut store);
    let mut history = open(&storage::find(&store, TENANT).unwrap().versions[0]);
    let shared = create("shared");
    shared.apply(&mut history).unwrap();
    one.append(&mut store, shared);
    let found = storage::find(&store, TENANT).unwrap();
    let mut two = Journal::resume(TENANT, TabId(2), &found, &found.versions[0]);
    // The one tab does a single thing and sleeps; the other goes on and takes snapshots.
    assert_eq!(one.append(&mut store, create("lonely")), Saved::Yes);
    for turn in 0..60 {
        let entry = create(&format!("two {turn}"));
        entry.apply(&mut history).unwrap();
        two.append(&mut store, entry);
        if turn % 10 == 9 {
            two.snapshot(&mut store, Scenario::of_state(String::new(), history.tenant(), AuditLog::Kept)).unwrap();
        }
    }
    let versions = versions(&store);
    assert_eq!(versions.len(), 2);
    assert!(versions.iter().any(|history| names(history).contains("lonely") && names(history).contains("shared")));
    assert!(versions.iter().any(|history| names(history).contains("two 59") && names(history).contains("shared")));
    // It wakes and goes on.
    assert_eq!(one.append(&mut store, create("awake")), Saved::Yes);
    assert!(self::versions(&store).iter().any(|history| names(history).contains("awake")));
}

#[test]
fn a_tenant_that_another_tab_removed_is_said_to_be_gone() {
    let mut store = Memory::default();
    let mut journal = begin(&mut store);
    assert_eq!(journal.news(&store), Ok(News::None));
    Journal::erase(&mut store, TENANT).unwrap();
    assert_eq!(journal.news(&store), Ok(News::Gone));
}

#[test]
fn damage_at_rest_is_reported_and_costs_no_more_than_what_rests_on_it() {
    let mut store = Memory::default();
    let mut journal = begin(&mut store);
    let mut history = open(&storage::find(&store, TENANT).unwrap().versions[0]);
    for turn in 0..30 {
        let entry = create(&format!("group {turn}"));
        entry.apply(&mut history).unwrap();
        journal.append(&mut store, entry);
        if turn == 9 || turn == 19 {
            journal.snapshot(&mut store, Scenario::of_state(String::new(), history.tenant(), AuditLog::Kept)).unwrap();
        }
    }
    let whole = store.clone();
    let digest = history.tenant().digest();
    for (key, text) in &whole.0 {
        let mut damaged = whole.clone();
        let half: String = text.chars().take(text.chars().count() / 2).collect();
        damaged.0.insert(key.clone(), half.clone());
        let found = storage::find(&damaged, TENANT).unwrap();
        // The snapshot before, and the records since, say the same as the one that is damaged.
        let main = open(&found.versions[0]);
        let is_held = key.contains("/s/") || found.versions[0].head == journal.head();
        assert_eq!(main.tenant().digest() == digest, is_held, "{key}");
        let reported = found.unreadable.iter().any(|unreadable| unreadable.key == *key && unreadable.text == half);
        assert!(reported, "{key} is not reported");
        // What comes behind a damaged record that is needed is reported as well, and nothing of it is removed.
        let behind = found.unreadable.iter().filter(|unreadable| unreadable.key != *key).count();
        let groups = main.tenant().snapshot().groups.len() - 3;
        assert_eq!(groups + behind + usize::from(!is_held), 30, "{key}");
        assert!(found.unreadable.iter().all(|unreadable| damaged.0.get(&unreadable.key) == Some(&unreadable.text)));
    }
}

#[test]
fn labels_name_tenants_and_the_newest_counts() {
    let mut store = Memory::default();
    store.set("theme", "dark").unwrap();
    begin(&mut store);
    assert_eq!(storage::list(&store), Ok([(TENANT, None)].into()));
    let label = |title: &str| Label { title: title.to_string(), users: 12, saved_at: 1_790_000_000, is_deleted: false };
    storage::save_label(&mut store, TENANT, TabId(1), &label("Contoso")).unwrap();
    storage::save_label(&mut store, TENANT, TabId(2), &label("Fabrikam, größer")).unwrap();
    assert_eq!(storage::list(&store), Ok([(TENANT, Some(label("Fabrikam, größer")))].into()));
    let deleted = Label { is_deleted: true, ..label("Fabrikam") };
    storage::save_label(&mut store, TENANT, TabId(2), &deleted).unwrap();
    assert_eq!(storage::list(&store), Ok([(TENANT, Some(deleted))].into()));
    Journal::erase(&mut store, TENANT).unwrap();
    assert_eq!((storage::list(&store), store.0.len()), (Ok([].into()), 1));
}

#[test]
fn a_hundred_thousand_users_take_at_most_nine_bytes_each() {
    const USERS: u32 = 100_000;
    let tenant = company(1, USERS);
    let mut state = tenant.state(AuditLog::LeftOut);
    let bytes_a_user = |state: &licensing_model::TenantState| {
        let base = licensing_scenario::Base::State(Box::new(state.clone()));
        let mut store = Memory::default();
        Journal::begin(&mut store, TENANT, TabId(1), Scenario::new(String::new(), &catalog(), base)).unwrap();
        let units: usize = store.0.iter().map(|(key, text)| key.len() + text.encode_utf16().count()).sum();
        assert!(units <= 5_242_880 / 10 || !state.ids.is_empty(), "{units} units");
        units as f64 * 15.0 / 8.0 / f64::from(USERS)
    };
    let own_names = bytes_a_user(&state);
    // Imported ids look like chance.
    let mut random = common::Random::new(5);
    let mut id = || licensing_model::Guid(std::array::from_fn(|_| random.below(256) as u8));
    state.ids = (0..USERS).map(|user| (licensing_model::guid::GuidKind::User, user, id())).collect();
    let own_ids = bytes_a_user(&state) - own_names;
    println!("{own_names:.2} bytes a user with names of their own, {own_ids:.2} more with ids of their own");
    assert!(own_names <= 9.0 && own_ids <= 17.0);
}

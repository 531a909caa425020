//! Several tabs on one tenant, damage at rest, and lists of tenants.
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that stops where something is wrong is what is wanted here"
)]

use std::collections::BTreeSet;

use crate::common::store::Memory;
use crate::common::{catalog, company, state_of_company};
use licensing_core::state::AuditLog;
use licensing_core::{Action, History};
use licensing_model::command::GroupKind;
use licensing_model::{Command, GroupId};
use licensing_scenario::Scenario;
use licensing_scenario::storage::{self, Entry, Journal, Label, News, Saved, Store, TabId, TenantId};

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
    let mut history =
        version.read(None, catalog().revision).unwrap().finish().unwrap().open(catalog()).unwrap().history;
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
fn a_tenant_of_which_nothing_is_left_is_said_to_be_gone() {
    let mut store = Memory::default();
    let mut journal = begin(&mut store);
    assert_eq!(journal.news(&store), Ok(News::None));
    store.0.clear();
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
    for (key, text) in whole.0.iter().filter(|(key, _)| !key.contains("/m/")) {
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

/// Works with a pen, with snapshots in between, and answers what its tenant is then.
fn work(store: &mut Memory, journal: &mut Journal, history: &mut History, name: &str, turns: usize) -> u64 {
    for turn in 0..turns {
        let entry = create(&format!("{name} {turn}"));
        entry.clone().apply(history).unwrap();
        assert_eq!(journal.append(store, entry), Saved::Yes);
        if turn % 10 == 9 {
            let scenario = Scenario::of_state(String::new(), history.tenant(), AuditLog::Kept);
            journal.snapshot(store, scenario).unwrap();
        }
    }
    history.tenant().digest()
}

/// A tab that did something and looks away, and another that goes on from there and takes snapshots, until nothing is left
/// of what the first one rests on.
fn passed_by(store: &mut Memory) -> (Journal, History) {
    let mut one = begin(store);
    let mut history = open(&storage::find(store, TENANT).unwrap().versions[0]);
    let entry = create("of the first tab");
    entry.clone().apply(&mut history).unwrap();
    assert_eq!(one.append(store, entry), Saved::Yes);
    let found = storage::find(store, TENANT).unwrap();
    let mut two = Journal::resume(TENANT, TabId(2), &found, &found.versions[0]);
    let mut other = open(&found.versions[0]);
    work(store, &mut two, &mut other, "two", 450);
    (one, history)
}

#[test]
fn a_tab_that_wakes_up_late_and_goes_on_stores_all_of_its_version_anew() {
    let mut store = Memory::default();
    let (mut one, mut history) = passed_by(&mut store);
    let entry = create("late");
    entry.clone().apply(&mut history).unwrap();
    // It rests on nothing, so it does not count as saved.
    assert_eq!(one.append(&mut store, entry), Saved::Uprooted);
    assert_eq!(one.news(&store), Ok(News::Uprooted));
    let mut anew = one.begin_anew(TabId(3));
    anew.snapshot(&mut store, Scenario::of_state(String::new(), history.tenant(), AuditLog::Kept)).unwrap();
    let digest = work(&mut store, &mut anew, &mut history, "awake", 35);
    let versions = versions(&store);
    // What was worked on last comes first.
    assert_eq!(versions[0].tenant().digest(), digest);
    assert!(names(&versions[0]).contains("late") && names(&versions[0]).contains("awake 34"));
    assert!(names(&versions[1]).contains("two 449"));
}

#[test]
fn a_tab_that_only_looked_is_told_to_open_what_others_made_of_it() {
    let mut store = Memory::default();
    begin(&mut store);
    let found = storage::find(&store, TENANT).unwrap();
    let mut idle = Journal::resume(TENANT, TabId(4), &found, &found.versions[0]);
    let mut two = Journal::resume(TENANT, TabId(2), &found, &found.versions[0]);
    let mut other = open(&found.versions[0]);
    work(&mut store, &mut two, &mut other, "two", 450);
    assert_eq!(idle.news(&store), Ok(News::Passed));
}

#[test]
fn what_is_deleted_from_outside_is_not_taken_for_saved() {
    let mut store = Memory::default();
    let mut journal = begin(&mut store);
    let mut history = open(&storage::find(&store, TENANT).unwrap().versions[0]);
    work(&mut store, &mut journal, &mut history, "one", 15);
    let whole = store.clone();
    for key in whole.0.keys().filter(|key| key.contains("/r/")) {
        let (mut store, mut journal) = (whole.clone(), journal.clone());
        store.remove(key).unwrap();
        let found = storage::find(&store, TENANT).unwrap();
        let is_needed = found.versions.iter().all(|version| version.head != journal.head());
        let saved = journal.append(&mut store, create("behind it"));
        assert_eq!(saved == Saved::Uprooted, is_needed, "{key}");
        // The story cannot simply end before it.
        assert!(!is_needed || !found.unreadable.is_empty(), "nobody misses {key}");
    }
}

#[test]
fn from_the_beginning_any_one_text_can_be_damaged() {
    let mut store = Memory::default();
    let mut journal = begin(&mut store);
    let mut history = open(&storage::find(&store, TENANT).unwrap().versions[0]);
    let digest = history.tenant().digest();
    let whole = store.clone();
    for key in whole.0.keys().filter(|key| !key.contains("/m/")) {
        for text in ["", "\u{5000}\u{5001}"] {
            let mut damaged = whole.clone();
            damaged.set(key, text).unwrap();
            let found = storage::find(&damaged, TENANT).unwrap();
            assert_eq!(open(&found.versions[0]).tenant().digest(), digest, "{key}");
        }
    }
    // The same a little later, before there is another snapshot.
    for turn in 0..5 {
        let entry = create(&format!("one {turn}"));
        entry.clone().apply(&mut history).unwrap();
        journal.append(&mut store, entry);
    }
    for key in store.0.keys().filter(|key| key.contains("/s/")) {
        let mut damaged = store.clone();
        damaged.set(key, "").unwrap();
        let found = storage::find(&damaged, TENANT).unwrap();
        assert_eq!(open(&found.versions[0]).tenant().digest(), history.tenant().digest(), "{key}");
    }
}

#[test]
fn what_was_removed_for_good_is_not_brought_back_by_a_tab_that_shows_it() {
    let mut store = Memory::default();
    begin(&mut store);
    let found = storage::find(&store, TENANT).unwrap();
    let mut idle = Journal::resume(TENANT, TabId(2), &found, &found.versions[0]);
    Journal::erase(&mut store, TENANT).unwrap();
    assert_eq!(idle.news(&store), Ok(News::Removed));
    assert_eq!(storage::list(&store), Ok([].into()));
}

#[test]
fn a_record_with_the_highest_number_stops_nobody() {
    let mut store = Memory::default();
    begin(&mut store);
    store.set("licensing-lab/1/000000000000feed/r/ffffffff-00000000000000ff", "").unwrap();
    let found = storage::find(&store, TENANT).unwrap();
    let mut journal = Journal::resume(TENANT, TabId(2), &found, &found.versions[0]);
    assert_eq!(journal.append(&mut store, create("behind all")), Saved::Yes);
    assert!(names(&versions(&store)[0]).contains("behind all"));
}

#[test]
fn a_label_of_a_newer_release_stays_as_it_is() {
    let mut store = Memory::default();
    begin(&mut store);
    let label = Label { title: "Contoso".to_string(), ..Label::default() };
    storage::save_label(&mut store, TENANT, TabId(1), &label).unwrap();
    let (key, text) =
        store.0.iter().find(|(key, _)| key.contains("/l/")).map(|(key, text)| (key.clone(), text.clone())).unwrap();
    // The first unit begins with the version; the envelope of a newer release is as ours but for that.
    let first = text.chars().next().map(u32::from).unwrap() - 0x5000;
    let newer = char::from_u32(0x5000 + (31 << 10) + (first & 0x3ff)).unwrap();
    let newer: String = std::iter::once(newer).chain(text.chars().skip(1)).collect();
    store.set(&key, &newer).unwrap();
    let before = store.clone();
    assert_eq!(storage::save_label(&mut store, TENANT, TabId(2), &label), Ok(false));
    assert!(store == before);
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
    // But for what is not of a tenant, and for the note that somebody wanted it so.
    assert_eq!((storage::list(&store), store.0.len()), (Ok([].into()), 2));
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
        // The first snapshot is stored twice.
        let units: usize = store.0.iter().map(|(key, text)| key.len() + text.encode_utf16().count()).max().unwrap();
        assert!(units <= 5_242_880 / 10 || !state.ids.is_empty(), "{units} units");
        units as f64 * 15.0 / 8.0 / f64::from(USERS)
    };
    let own_names = bytes_a_user(&state);
    // Imported ids look like chance.
    let mut random = crate::common::Random::new(5);
    let mut id = || licensing_model::Guid(std::array::from_fn(|_| random.below(256) as u8));
    state.ids = (0..USERS).map(|user| (licensing_model::guid::GuidKind::User, user, id())).collect();
    let own_ids = bytes_a_user(&state) - own_names;
    println!("{own_names:.2} bytes a user with names of their own, {own_ids:.2} more with ids of their own");
    assert!(own_names <= 9.0 && own_ids <= 17.0);
}

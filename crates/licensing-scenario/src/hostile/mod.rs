//! Whatever is read, reading ends: a million inputs that were changed on purpose, most of them with a checksum that fits,
//! so that what is behind it meets them as well.
//!
//! `LAB_HOSTILE_ROUND` has other inputs grow: each round a million of its own.

mod documents;
mod drive;
mod refusals;

use std::env;
use std::sync::Arc;

use licensing_core::state::AuditLog;
use licensing_core::{Action, History};
use licensing_model::Catalog;

use crate::compact::{FILE, LINK, Reading};
use crate::envelope::{self, Codec};
use crate::file::{self, FileReading};
use crate::sample::Sample;
use crate::scenario::{Base, Scenario};
use crate::storage::{Entry, RecordId, StoredRecord, TabId};
use crate::{base64, link, units};

/// How many inputs of each kind, in a whole round.
const CONTENTS: usize = 120_000;
const TEXTS: usize = 60_000;
const RECORDS: usize = 700_000;
const LINKS: usize = 80_000;
const STORED: usize = 40_000;

const _: () = assert!(CONTENTS + TEXTS + RECORDS + LINKS + STORED == 1_000_000);

/// How many of them are tried: all in a round that is asked for, a quarter in an ordinary run.
fn tried(inputs: usize) -> usize {
    if env::var_os("LAB_HOSTILE_ROUND").is_some() { inputs } else { inputs / 4 }
}

fn catalog() -> Arc<Catalog> {
    Arc::new(licensing_catalog::starter())
}

struct Random(u64);

impl Random {
    /// That of one kind of inputs, in the round that is asked for.
    fn of(kind: u64) -> Random {
        let round: u64 = env::var("LAB_HOSTILE_ROUND").map_or(0, |round| round.parse().expect("a number"));
        // Nothing grows from zero.
        Random(kind.wrapping_add(round.wrapping_mul(0x9e37_79b9_7f4a_7c15)).max(1))
    }

    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((u128::from(self.0) * end as u128) >> 64) as usize
    }
}

/// Changes some bytes: other bits, other bytes, some cut out, some put in, the end cut off.
fn change(bytes: &mut Vec<u8>, random: &mut Random) {
    for _ in 0..=random.below(3) {
        let at = random.below(bytes.len().max(1));
        match random.below(6) {
            0 | 1 if !bytes.is_empty() => bytes[at] ^= 1 << random.below(8),
            2 if !bytes.is_empty() => bytes[at] = random.below(256) as u8,
            3 => bytes.insert(at.min(bytes.len()), random.below(256) as u8),
            4 if !bytes.is_empty() => _ = bytes.remove(at),
            _ => bytes.truncate(at),
        }
    }
}

/// A tenant of a few users that has something of everything, with its audit log and without, and a story on it.
fn seeds() -> [Scenario; 3] {
    let sample = Sample::Company { seed: 2, users: 4 };
    let tenant = sample.tenant(catalog());
    let mut history = History::new(tenant);
    let commands = licensing_commands();
    for command in &commands {
        let _ = history.apply(command.clone());
        history.settle(3);
    }
    history.collect(commands);
    let left_out = Scenario::of_state("Four".to_string(), history.tenant(), AuditLog::LeftOut);
    let kept = Scenario::of_state(String::new(), history.tenant(), AuditLog::Kept);
    [left_out, kept, Scenario::of_story(String::new(), Base::Sample(sample), &history)]
}

/// The same tenant with names of the frozen lists alone, which are read much sooner.
fn listed() -> Scenario {
    let [mut listed, ..] = seeds();
    listed.title = String::new();
    if let Base::State(state) = &mut listed.base {
        state.tables.texts.iter_mut().for_each(|text| *text = "Noor Visser".to_string());
        state.users.mailboxes.iter_mut().for_each(|mailbox| *mailbox = Default::default());
        state.contacts.clear();
    }
    listed
}

fn licensing_commands() -> Vec<licensing_model::Command> {
    use licensing_model::address::ProxyAddress;
    use licensing_model::command::{GroupKind, LicenseChange, NewUser};
    use licensing_model::rule::{Membership, MembershipRule};
    use licensing_model::{Command, GroupId, License, Member, Property, UserId};
    let catalog = catalog();
    let e1 = catalog.product_by_part_number("STANDARDPACK").unwrap();
    let add = LicenseChange { add: vec![License { product: e1, disabled: Vec::new() }], remove: Vec::new() };
    let (user, group) = (UserId::from_raw(0), GroupId::from_raw(0));
    let address = ProxyAddress { primary: true, address: "old@contoso.onmicrosoft.com".to_string() };
    vec![
        Command::CreateUser(NewUser {
            display_name: "Zoë Größer".to_string(),
            user_principal_name: "zoe@contoso.onmicrosoft.com".to_string(),
            ..NewUser::default()
        }),
        Command::CreateGroup { name: "Nested".to_string(), kind: GroupKind::Microsoft365 },
        Command::AddMember(group, Member::Group(GroupId::from_raw(3))),
        Command::RemoveMember(group, Member::User(user)),
        Command::ChangeUserLicenses(user, add),
        Command::SetAddresses { user, mail: Some(None), proxy_addresses: Some(vec![address.clone()]) },
        Command::AddContact { name: "Partner".to_string(), addresses: vec![address] },
        Command::SetProperty { of: Member::User(user), property: Property::DEPARTMENT, value: "Verkoop".to_string() },
        Command::SetMembershipRule(
            GroupId::from_raw(1),
            MembershipRule { text: "user.department -eq 'Verkoop'".to_string(), membership: Membership::Dynamic },
        ),
        Command::SetProperty { of: Member::Group(group), property: Property::DESCRIPTION, value: "All".to_string() },
        Command::DeleteUser(UserId::from_raw(1)),
        Command::Advance { days: 2 },
    ]
}

#[test]
fn contents_of_the_compact_form() {
    let contents = |scenario| {
        let sealed = crate::Writing::new(scenario).finish().unwrap();
        let (version, contents) = envelope::open(Codec::Document, &sealed).unwrap();
        (version, contents.to_vec())
    };
    let (seeds, listed) = (seeds().map(contents), contents(listed()));
    let (mut random, mut opened, mut budget) = (Random::of(1), 0, drive::Budget::new());
    let catalog = catalog();
    for turn in 0..tried(CONTENTS) {
        let (version, mut contents) =
            if turn % 50 == 0 { seeds[turn / 50 % seeds.len()].clone() } else { listed.clone() };
        change(&mut contents, &mut random);
        let sealed = envelope::seal(Codec::Document, version, &contents);
        let limits = if turn % 2 == 0 { LINK } else { FILE };
        budget.begin();
        if let Ok(scenario) = Reading::of(Codec::Document, &sealed, catalog.revision, limits).unwrap().finish() {
            // What can be read is a tenant and can be driven, or is refused.
            opened += usize::from(drive::drive(scenario, &catalog));
        }
        budget.end(&format_args!("turn {turn}"));
    }
    println!("{opened} of {} were opened all the same", tried(CONTENTS));
    budget.print();
}

#[test]
fn texts() {
    let catalog = catalog();
    let seeds = seeds().map(|seed| file::to_line(seed, &catalog).into_bytes());
    let mut random = Random::of(2);
    for turn in 0..tried(TEXTS) {
        let mut text = seeds[turn % seeds.len()].clone();
        change(&mut text, &mut random);
        let reading = FileReading::new(text, &catalog);
        let _ = reading.and_then(FileReading::finish);
    }
}

#[test]
fn characters_that_nobody_sees_are_named() {
    let catalog = catalog();
    let what = |text: &str| match FileReading::of_text(text.to_string(), &catalog).and_then(FileReading::finish) {
        Err(crate::ScenarioError::Text { what, .. }) => what,
        other => panic!("{other:?}"),
    };
    assert!(what("{ \"scenario\": 1, \"title\": \"a\0b\" }").contains("(NUL, U+0000) in a text"));
    assert!(what("{ \"scenario\": 1,\0 \"title\": \"ab\" }").contains("(NUL, U+0000) outside of a text"));
    assert!(what("{ \"scenario\": 1, \"title\": \"a\u{1b}b\" }").contains("(U+001B) in a text"));
    assert!(what("{ \"scenario\": 1, \"title\": \"a\nb\" }").contains("end of its line"));
}

#[test]
fn links() {
    let seeds = seeds().map(|seed| link::encode(seed).unwrap().into_bytes());
    let mut random = Random::of(3);
    for turn in 0..tried(LINKS) {
        let mut text = seeds[turn % seeds.len()].clone();
        change(&mut text, &mut random);
        let _ = link::decode(&String::from_utf8_lossy(&text), 1);
    }
}

#[test]
fn stored_records() {
    let entries: Vec<Entry> =
        licensing_commands().into_iter().map(|command| Entry::Act(Action::Command(command))).collect();
    let contents: Vec<Vec<u8>> = entries
        .into_iter()
        .chain([Entry::GoTo(3), Entry::TakeBranch(1), Entry::Act(Action::Draft(licensing_commands()))])
        .map(|entry| {
            let id = RecordId { sequence: 9, tab: TabId(7) };
            let record = StoredRecord { id, parent: RecordId { sequence: 8, tab: TabId(6) }, entry };
            let sealed = units::decode(&record.encode()).unwrap();
            envelope::open(Codec::Record, &sealed).unwrap().1.to_vec()
        })
        .collect();
    let mut random = Random::of(4);
    for turn in 0..tried(RECORDS) {
        let mut changed = contents[turn % contents.len()].clone();
        change(&mut changed, &mut random);
        let _ = StoredRecord::decode(&units::encode(&envelope::seal(Codec::Record, 1, &changed)));
    }
}

#[test]
fn stored_texts() {
    let [state, ..] = seeds();
    let sealed = crate::Writing::new(state).finish().unwrap();
    let mut random = Random::of(5);
    for turn in 0..tried(STORED) {
        let mut changed = sealed.clone();
        change(&mut changed, &mut random);
        let text = units::encode(&changed);
        let letters: String =
            text.chars().map(|letter| if random.below(200) == 0 { '\u{1f600}' } else { letter }).collect();
        let _ = units::decode(&letters).map(|bytes| Reading::new(&bytes, 1_000).map(Reading::finish));
        let _ = base64::decode(&letters);
        if turn % 10 == 0 {
            let _ = crate::storage::decode_any(&letters);
        }
    }
}

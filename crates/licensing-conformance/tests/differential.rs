//! I9: the engine and the reference model agree after every command and every step, or several at once, of random worlds: the
//! engine with its memory and, byte for byte the same, without it.
//!
//! `LAB_DIFFERENTIAL_STEPS` sets how many operations are compared in all, `LAB_DIFFERENTIAL_SEED` the first seed.
#![allow(
    clippy::panic,
    clippy::expect_used,
    reason = "a test that stops where something is wrong is what is wanted here"
)]

use std::env;
use std::fmt::Write;
use std::sync::Arc;

use licensing_conformance::cast::{Cast, dense_catalog, dense_catalog_of_a_tenant};
use licensing_conformance::compare::{Difference, Operation, Pair, Turn, run, shrink};
use licensing_conformance::coverage::Coverage;
use licensing_conformance::engine::EitherWay;
use licensing_conformance::generate::{Generator, Mood};
use licensing_conformance::random::Random;
use licensing_conformance::world::World;
use licensing_core::Tenant;
use licensing_model::command::{GroupKind, LicenseChange, NewUser};
use licensing_model::rule::{Membership, MembershipRule};
use licensing_model::{Catalog, Command, GroupId, License, Member, ProductId, TenantSettings, Units, UserId};
use licensing_reference::Model;

/// The length of one world.
const LENGTH: u64 = 300;

fn number(name: &str, otherwise: u64) -> u64 {
    env::var(name).map_or(otherwise, |text| text.parse().expect("a number"))
}

/// Of so many of a hundred steps, others are taken at once with them.
const AT_ONCE: usize = 25;

/// A step, or now and then some more at once: few, mostly.
fn step(random: &mut Random) -> Turn {
    if !random.chance(AT_ONCE) {
        return Turn::One(Operation::Step);
    }
    let most = 2 << random.below(5);
    Turn::Steps(2 + random.below(most) as u32)
}

/// Compares as many operations as asked for, in worlds of the cast that each seed gives.
fn compare<A: World, B: World>(catalog: &Arc<Catalog>, cast: impl Fn(&mut Random) -> Cast, coverage: &mut Coverage) {
    let first = number("LAB_DIFFERENTIAL_SEED", 0);
    let worlds = number("LAB_DIFFERENTIAL_STEPS", 240_000).div_ceil(2 * LENGTH);
    for seed in first..first + worlds {
        let mut random = Random::new(!seed);
        let mut generator = Generator::new(seed, cast(&mut random), Mood::Wild);
        let settings = generator.settings();
        let mut pair = Pair::<A, B>::start(catalog, &settings);
        let mut done: Vec<Turn> = Vec::new();
        for _ in 0..LENGTH {
            done.push(match generator.next_operation(pair.now()) {
                Operation::Step => step(&mut random),
                command => Turn::One(command),
            });
            let Some(turn) = done.last() else { break };
            if let Err(what) = pair.take(turn, coverage) {
                let kind = Difference { position: 0, what: what.clone() }.kind();
                let fails =
                    |turns: &[Turn]| run::<A, B>(catalog, &settings, turns).is_some_and(|found| found.kind() == kind);
                let few = shrink(&done, fails);
                let mut list = String::new();
                for turn in &few {
                    let _ = writeln!(list, "    {turn:?}");
                }
                let shrunk = run::<A, B>(catalog, &settings, &few).map(|difference| difference.what);
                panic!(
                    "seed {seed}, operation {}: {what}\nshrunk, under {settings:?}:\n{list}{}",
                    done.len(),
                    shrunk.unwrap_or_default()
                );
            }
        }
    }
}

#[test]
fn the_engine_agrees_with_the_reference() {
    let mut coverage = Coverage::default();
    let starter = Arc::new(licensing_catalog::starter());
    let dense = dense_catalog_of_a_tenant();
    compare::<EitherWay, Model>(&starter, |random| Cast::starter(&starter, random), &mut coverage);
    compare::<EitherWay, Model>(&dense, |_| Cast::dense(&dense), &mut coverage);
    println!("{coverage}");
    assert_eq!(coverage.missing(), Vec::<String>::new(), "never seen in:\n{coverage}");
}

/// A user who is called so.
fn named(name: &str) -> NewUser {
    NewUser {
        display_name: name.to_string(),
        user_principal_name: format!("{name}@contoso.onmicrosoft.com"),
        ..NewUser::default()
    }
}

/// A product with all its plans on.
fn giving(product: ProductId) -> LicenseChange {
    LicenseChange { add: vec![License { product, disabled: Vec::new() }], remove: Vec::new() }
}

/// Readings 11: a run that has begun and that fewer workers leave behind is not over before it is one of the first n.
#[test]
fn a_run_that_fewer_workers_leave_behind_ends_alike() {
    let catalog = Arc::new(dense_catalog());
    let (product, _) = catalog.loaded_products().next().expect("a product");
    let mut pair = Pair::<Tenant, Model>::start(&catalog, &TenantSettings::default());
    let mut coverage = Coverage::default();
    let mut go = |operation| pair.operate(&operation, &mut coverage).unwrap_or_else(|what| panic!("{what}"));
    let mut build = vec![Command::SetWorkers(2)];
    build.push(Command::SetUnits(product, Units { enabled: 9, ..Units::default() }));
    for group in ["First", "Second"] {
        build.push(Command::CreateGroup { name: group.to_string(), kind: GroupKind::Security });
    }
    for (user, name) in ["anna", "bob", "carla", "dirk"].iter().enumerate() {
        build.push(Command::CreateUser(named(name)));
        build.push(Command::AddMember(GroupId::at(user / 2), Member::User(UserId::at(user))));
    }
    for group in [0, 1] {
        build.push(Command::ChangeGroupLicenses(GroupId::at(group), giving(product)));
    }
    for command in build {
        go(Operation::Command(command));
    }
    go(Operation::Step);
    go(Operation::Command(Command::SetWorkers(1)));
    // The last user of the run behind the first one.
    go(Operation::Command(Command::DeleteUser(UserId::at(3))));
    go(Operation::Step);
}

/// R3: the step of a user who is deleted vanishes also where it was put off and fewer workers have left it behind.
#[test]
fn a_user_run_that_was_put_off_goes_with_its_user() {
    let catalog = Arc::new(dense_catalog());
    let (product, _) = catalog.loaded_products().next().expect("a product");
    let mut pair = Pair::<Tenant, Model>::start(&catalog, &TenantSettings::default());
    let mut coverage = Coverage::default();
    let mut go = |operation| pair.operate(&operation, &mut coverage).unwrap_or_else(|what| panic!("{what}"));
    let (group, anna, bob) = (GroupId::at(0), UserId::at(0), UserId::at(1));
    go(Operation::Command(Command::SetUnits(product, Units { enabled: 9, ..Units::default() })));
    go(Operation::Command(Command::CreateGroup { name: "Sales".to_string(), kind: GroupKind::Security }));
    for (user, name) in [(anna, "anna"), (bob, "bob")] {
        go(Operation::Command(Command::CreateUser(named(name))));
        go(Operation::Command(Command::AddMember(group, Member::User(user))));
    }
    go(Operation::Command(Command::SetWorkers(2)));
    go(Operation::Command(Command::ChangeGroupLicenses(group, giving(product))));
    // The group's run and the user's own take one user in one step: the second is put off, and has started.
    go(Operation::Command(Command::ReprocessUser(anna)));
    go(Operation::Step);
    go(Operation::Command(Command::SetWorkers(1)));
    go(Operation::Command(Command::DeleteUser(anna)));
    go(Operation::Step);
}

/// R2.3: a step in which one run gives what another takes back, since a rule moved the user out between them, has changed
/// something, though nothing is left of it.
#[test]
fn what_a_step_takes_back_again_has_changed() {
    fn changed<W: World>() -> Option<(usize, bool)> {
        let catalog = Arc::new(dense_catalog());
        let (product, _) = catalog.loaded_products().next()?;
        let group = GroupId::at(0);
        let rule = MembershipRule { text: "user.userType -eq \"Guest\"".to_string(), membership: Membership::Dynamic };
        let mut world = W::start(catalog, TenantSettings::default());
        for command in [
            Command::SetWorkers(3),
            Command::SetUnits(product, Units { enabled: 9, ..Units::default() }),
            Command::CreateUser(named("anna")),
            Command::CreateGroup { name: "Sales".to_string(), kind: GroupKind::Security },
            Command::AddMember(group, Member::User(UserId::at(0))),
            Command::ChangeGroupLicenses(group, giving(product)),
            Command::SetMembershipRule(group, rule),
            Command::ReprocessUser(UserId::at(0)),
        ] {
            world.apply(&command).unwrap_or_else(|refusal| panic!("{}: {refusal:?}", W::NAME));
        }
        let step = world.step()?;
        assert!(step.taken.iter().all(|(_, put_off)| !put_off), "{}", W::NAME);
        assert!(world.snapshot().users.values().all(|user| user.rows.is_empty()), "{}", W::NAME);
        Some((step.taken.len(), step.changed))
    }
    assert_eq!(changed::<Tenant>(), Some((3, true)));
    assert_eq!(changed::<Model>(), Some((3, true)));
}

/// R16: days are refused where the clock would come near its end; commands and steps go on.
#[test]
fn both_clocks_end_alike() {
    let catalog = Arc::new(dense_catalog());
    let mut pair = Pair::<Tenant, Model>::start(&catalog, &TenantSettings::default());
    let rename = Command::RenameGroup(GroupId::at(0), "Other".to_string());
    let opening = [
        Command::CreateGroup { name: "Group".to_string(), kind: GroupKind::Security },
        Command::CreateUser(NewUser {
            display_name: "Anna".to_string(),
            user_principal_name: "anna@contoso.onmicrosoft.com".to_string(),
            ..NewUser::default()
        }),
    ];
    let mut coverage = Coverage::default();
    let mut go = |command: &Command| {
        for operation in [Operation::Command(command.clone()), Operation::Step] {
            pair.operate(&operation, &mut coverage).unwrap_or_else(|what| panic!("{what}"));
        }
        pair.now().clock
    };
    for command in &opening {
        go(command);
    }
    // Ever fewer days, down to the last one that the clock has.
    for days in (0..15).rev().map(|power| 1 << power).chain([1]) {
        go(&Command::Advance { days });
    }
    let last = go(&Command::Advance { days: 1 });
    for command in [&Command::ReprocessUser(UserId::at(0)), &Command::Advance { days: 0 }, &rename] {
        assert!(go(command) > last);
    }
    assert!(coverage.refused.contains_key("ClockOutOfRange"));
}

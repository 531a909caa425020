//! Every repair cures, and no part of it alone would do.
#![allow(
    clippy::panic,
    clippy::expect_used,
    clippy::unwrap_used,
    missing_docs,
    reason = "a test that stops where something is wrong is what is wanted here"
)]

use std::sync::Arc;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::common::{World, cases, for_seeds, happen};
use licensing_core::{Cure, Tenant};
use licensing_foresight::{Keep, Level, Mending, Repairing, Target, errors_of_group, repairs_of_refused};
use licensing_model::{AssignmentError, Command, Refusal};

/// Whether the path is without an error, or gone, once the commands were done and nothing waits.
fn is_cured_by(tenant: &Tenant, commands: &[Command], target: Target) -> bool {
    happen(tenant, commands).is_some_and(|after| {
        let paths = after.paths(target.user);
        let row = paths.into_iter().find(|row| (row.product, row.path) == (target.product, target.path));
        row.is_none_or(|row| row.error == AssignmentError::None)
    })
}

/// Every list that lacks at least one of the commands.
fn parts(commands: &[Command]) -> Vec<Vec<Command>> {
    let all = 1u32 << commands.len();
    let part = |mask: u32| {
        let chosen = commands.iter().enumerate().filter(|(at, _)| mask >> at & 1 == 1);
        chosen.map(|(_, command)| command.clone()).collect()
    };
    (0..all - 1).map(part).collect()
}

/// The errors with a cause of their own, of everybody.
fn errors(tenant: &Tenant) -> Vec<Target> {
    let is_cause = |error| !matches!(error, AssignmentError::None | AssignmentError::Other);
    let of_user = |user| {
        let rows = tenant.paths(user).into_iter().filter(move |row| is_cause(row.error));
        rows.map(move |row| Target { user, product: row.product, path: row.path })
    };
    tenant.users().flat_map(of_user).collect()
}

#[test]
fn every_repair_cures_and_no_part_of_it_alone_does() {
    let wanted = cases();
    let catalog = Arc::new(licensing_catalog::starter());
    let (repaired, found, by_itself) = (AtomicUsize::new(0), AtomicUsize::new(0), AtomicUsize::new(0));
    let levels = Mutex::new(std::collections::BTreeMap::<Level, usize>::new());
    let cases = for_seeds(0..wanted as u64 / 5, |seed| {
        let mut world = World::new(&catalog, seed);
        let mut cases = 0;
        world.travel(40);
        for _ in 0..5 {
            world.travel(14);
            let tenant = &world.tenant;
            for target in errors(tenant) {
                let repairs = Repairing::all(tenant, target, &Keep::ALL).expect("the path is in error");
                let waits = is_cured_by(tenant, &[], target);
                assert_eq!(repairs.comes_by_itself, waits, "seed {seed}, {target:?}");
                for repair in &repairs.repairs {
                    let commands = &repair.commands;
                    assert!((1..=3).contains(&commands.len()), "seed {seed}: {commands:?}");
                    assert!(
                        is_cured_by(tenant, commands, target),
                        "seed {seed}, {target:?}: {commands:#?} do not cure"
                    );
                    for part in parts(commands) {
                        let enough = is_cured_by(tenant, &part, target);
                        assert!(!enough, "seed {seed}, {target:?}: of {commands:#?}\n{part:#?} are enough");
                    }
                    *levels.lock().unwrap().entry(repair.level).or_default() += 1;
                }
                repaired.fetch_add(usize::from(!repairs.repairs.is_empty() || waits), Ordering::Relaxed);
                by_itself.fetch_add(usize::from(waits), Ordering::Relaxed);
                found.fetch_add(repairs.repairs.len(), Ordering::Relaxed);
                cases += 1;
            }
        }
        cases
    });
    let (repaired, found) = (repaired.into_inner(), found.into_inner());
    println!("{cases} errors, {repaired} with a repair, {by_itself:?} come by themselves, {found} repairs, {levels:?}");
    assert!(cases >= wanted, "{cases} errors");
    assert!(repaired * 100 >= cases * 97, "{repaired} of {cases} errors have a repair");
    assert_eq!(levels.into_inner().unwrap().len(), 3, "every level is met");
}

#[test]
fn several_errors_are_cured_together() {
    let catalog = Arc::new(licensing_catalog::starter());
    let (mut mended, mut all) = (0, 0);
    for seed in 5_000..5_080 {
        let mut world = World::new(&catalog, seed);
        world.travel(110);
        let tenant = &world.tenant;
        for group in tenant.groups() {
            let targets = errors_of_group(tenant, group);
            if targets.len() < 2 {
                continue;
            }
            all += 1;
            let (each, together) = Mending::all(tenant, targets.clone(), &Keep::ALL);
            assert_eq!(each.len(), targets.len());
            for mends in &together {
                let cured = targets.iter().filter(|target| is_cured_by(tenant, &mends.commands, **target)).count();
                assert_eq!(cured, mends.cured, "seed {seed}: {:?}", mends.commands);
            }
            mended += usize::from(together.first().is_some_and(|mends| mends.cured == targets.len()));
        }
    }
    assert!(all > 20 && mended * 10 >= all * 8, "{mended} of {all} groups are mended whole");
}

#[test]
fn what_is_refused_is_done_after_all() {
    let catalog = Arc::new(licensing_catalog::starter());
    let (mut refused, mut done) = (0, 0);
    for seed in 6_000..6_100 {
        let mut world = World::new(&catalog, seed);
        for _ in 0..90 {
            let command = world.next_command();
            if let Err(refusal) = world.tenant.clone().apply(&command) {
                let can_be_mended = matches!(
                    refusal,
                    Refusal::ProductNotInTenant(_)
                        | Refusal::NoAvailableLicenses(_)
                        | Refusal::InvalidUsageLocation
                        | Refusal::PrerequisiteMissing { .. }
                        | Refusal::PlansExclusive { .. }
                        | Refusal::GroupLicensed(_)
                );
                refused += usize::from(can_be_mended);
                let instead = repairs_of_refused(&world.tenant, &command);
                let says_what = !instead.tried.is_empty() || matches!(refusal, Refusal::GroupLicensed(_));
                assert!(says_what || !can_be_mended, "{refusal:?}");
                let lists = instead.ways;
                for commands in &lists {
                    let mut copy = world.tenant.clone();
                    commands.iter().for_each(|command| _ = copy.apply(command).expect("tried before"));
                }
                done += usize::from(!lists.is_empty());
            } else {
                assert!(repairs_of_refused(&world.tenant, &command).ways.is_empty());
            }
            let _ = world.tenant.apply(&command);
        }
    }
    assert!(refused > 300 && done * 10 > refused * 6, "{done} of {refused}");
}

#[test]
fn the_order_follows_what_must_be_kept() {
    let catalog = Arc::new(licensing_catalog::starter());
    let mut differs = 0;
    for seed in 7_000..7_120 {
        let mut world = World::new(&catalog, seed);
        world.travel(90);
        for target in errors(&world.tenant) {
            let by = |keep: &[Keep]| Repairing::all(&world.tenant, target, keep).unwrap().repairs;
            let (commands, money) = (by(&[Keep::Commands]), by(&[Keep::Money]));
            // Nobody's license is given up before everything else is offered.
            let first = |repair: &licensing_foresight::Repair| {
                let locates = repair.cures.iter().any(|cure| matches!(cure, Cure::Locate { .. } | Cure::SetCountry(_)));
                (!repair.in_force, !locates, repair.level)
            };
            for (one, next) in commands.iter().zip(commands.iter().skip(1)) {
                let rank = |repair: &licensing_foresight::Repair| (first(repair), repair.commands.len());
                assert!(rank(one) <= rank(next), "seed {seed}");
            }
            for (one, next) in money.iter().zip(money.iter().skip(1)) {
                let rank = |repair: &licensing_foresight::Repair| (first(repair), repair.bought);
                assert!(rank(one) <= rank(next), "seed {seed}");
            }
            differs += usize::from(commands != money);
        }
    }
    assert!(differs > 0);
}

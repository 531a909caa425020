//! I10: a preview equals what then happens, if nothing comes between.
#![allow(
    clippy::panic,
    clippy::expect_used,
    clippy::unwrap_used,
    missing_docs,
    reason = "a test that stops where something is wrong is what is wanted here"
)]

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::common::{World, cases, for_seeds, happen};
use licensing_core::{Diff, Tenant};
use licensing_foresight::{Draft, LineCause, LineKind, Preview, Previewing};
use licensing_model::{Command, Path, Sliced};

#[test]
fn i10_a_preview_equals_what_then_happens() {
    let wanted = cases();
    const COMMANDS: usize = 130;
    let catalog = Arc::new(licensing_catalog::starter());
    let refused = AtomicUsize::new(0);
    let cases = for_seeds(0..wanted as u64 / 50, |seed| {
        let mut world = World::new(&catalog, seed);
        let mut cases = 0;
        let mut batch = Vec::new();
        for number in 0..COMMANDS {
            let command = world.next_command();
            batch.push(command.clone());
            // One, two or three commands together, also while steps wait.
            let size = 1 + (seed as usize + number) % 3;
            let tried = batch[batch.len().saturating_sub(size)..].to_vec();
            match Preview::of(&world.tenant, tried.clone()) {
                Ok(preview) => {
                    let after = happen(&world.tenant, &tried).expect("the preview was not refused");
                    assert!(preview.is_of(&world.tenant), "seed {seed}");
                    assert_eq!(preview.after, after, "seed {seed}: {tried:?}");
                    if number % 8 == 0 {
                        assert_eq!(preview.diff, Diff::of(&world.tenant, &after), "seed {seed}: {tried:?}");
                    }
                    assert_eq!(preview.changes_nothing(), preview.diff.is_empty());
                    let listed: usize = preview.lines.iter().map(|line| line.users.len()).sum();
                    assert_eq!(listed, preview.diff.users.len(), "everybody who differs stands in one line");
                    cases += 1;
                }
                Err(refusal) => {
                    let mut copy = world.tenant.clone();
                    for command in &tried[..refusal.at] {
                        copy.apply(command).expect("only the one that is named is refused");
                    }
                    assert_eq!(copy.apply(&tried[refusal.at]), Err(refusal.refusal), "seed {seed}");
                    refused.fetch_add(1, Ordering::Relaxed);
                }
            }
            let _ = world.tenant.apply(&command);
        }
        cases
    });
    assert!(cases >= wanted, "{cases} cases");
    assert!(refused.into_inner() > wanted / 10);
}

#[test]
fn slices_come_to_the_same_and_the_tenant_is_not_touched() {
    let catalog = Arc::new(licensing_catalog::starter());
    for seed in 1_000..1_040 {
        let mut world = World::new(&catalog, seed);
        world.travel(60);
        let command = world.next_command();
        let before = world.tenant.clone();
        let Ok(mut slices) = Previewing::new(&world.tenant, vec![command.clone()]) else { continue };
        while slices.advance(1) == Ok(false) {
            let (done, all) = slices.progress();
            assert!(done <= all);
        }
        let (slices, whole) = (slices.finish(), Preview::of(&world.tenant, vec![command]).unwrap());
        assert_eq!((&slices.diff, &slices.lines, &slices.gaps), (&whole.diff, &whole.lines, &whole.gaps));
        assert_eq!((&slices.summary, &slices.caveats), (&whole.summary, &whole.caveats));
        assert_eq!(world.tenant, before);
    }
}

#[test]
fn what_waits_already_is_told_apart_from_what_the_command_does() {
    let catalog = Arc::new(licensing_catalog::starter());
    let (mut waits, mut own) = (0, 0);
    for seed in 2_000..2_120 {
        let mut world = World::new(&catalog, seed);
        world.travel(70);
        if world.tenant.queue_length() == 0 {
            continue;
        }
        let command = world.next_command();
        let Ok(preview) = Preview::of(&world.tenant, vec![command]) else { continue };
        let without = happen(&preview.before, &[]).unwrap();
        let without = Diff::of(&preview.before, &without);
        for line in &preview.lines {
            for (user, way) in &line.users {
                let same = without.of_user(*user) == preview.diff.ways.get(*way);
                assert_eq!(line.cause == LineCause::Waiting, same, "seed {seed}, {user:?}");
                if same { waits += 1 } else { own += 1 }
            }
        }
    }
    assert!(waits > 10 && own > 10, "{waits} wait, {own} are the command's");
}

#[test]
fn a_draft_in_fewer_commands_leads_to_the_same_templates() {
    let catalog = Arc::new(licensing_catalog::starter());
    let mut fewer = 0;
    for seed in 3_000..3_600 {
        let mut world = World::new(&catalog, seed);
        world.travel(40);
        let commands: Vec<Command> = (0..4).map(|_| world.next_command()).collect();
        let mut accepted = world.tenant.clone();
        let commands: Vec<Command> = commands.into_iter().filter(|command| accepted.apply(command).is_ok()).collect();
        let draft = Draft::of(commands);
        let Some(short) = draft.in_fewer(&world.tenant) else { continue };
        fewer += 1;
        assert!(short.commands().len() < draft.commands().len());
        let mut after = world.tenant.clone();
        short.commands().iter().for_each(|command| _ = after.apply(command).expect("tried before"));
        for group in after.groups() {
            let template = |tenant: &Tenant| tenant.group(group).unwrap().template;
            assert_eq!(template(&after), template(&accepted), "seed {seed}");
        }
        for user in after.users() {
            let direct = |tenant: &Tenant| {
                let rows = tenant.paths(user).into_iter().filter(|row| row.path == Path::Direct);
                rows.map(|row| (row.product, row.disabled)).collect::<Vec<_>>()
            };
            assert_eq!(direct(&after), direct(&accepted), "seed {seed}");
        }
    }
    assert!(fewer > 5, "{fewer} drafts were put together");
}

#[test]
fn every_kind_of_line_is_met() {
    let catalog = Arc::new(licensing_catalog::starter());
    let mut met = std::collections::BTreeSet::new();
    for seed in 4_000..4_200 {
        let mut world = World::new(&catalog, seed);
        for _ in 0..60 {
            let command = world.next_command();
            if let Ok(preview) = Preview::of(&world.tenant, vec![command.clone()]) {
                met.extend(preview.lines.iter().map(|line| line.kind));
            }
            let _ = world.tenant.apply(&command);
        }
    }
    use LineKind::{Appears, Deleted, Fails, FailsOtherwise, Gains, Heals, Loses, Moves, Other, Plans};
    for kind in [Fails, FailsOtherwise, Loses, Moves, Heals, Gains, Plans, Deleted, Appears, Other] {
        assert!(met.contains(&kind), "{kind:?} was never met");
    }
}

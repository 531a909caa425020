//! A tenant goes into its state and back at any moment of a random history: nothing is lost, and it lives on in the
//! same way. A state that was tampered with is refused or makes a tenant that works.
#![allow(
    clippy::panic,
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test that stops where something is wrong is what is wanted here"
)]

use std::sync::Arc;

use licensing_conformance::cast::{Cast, dense_catalog};
use licensing_conformance::compare::Operation;
use licensing_conformance::generate::{Generator, Mood};
use licensing_conformance::random::Random;
use licensing_core::state::Saving;
use licensing_core::{AuditLog, Restoring, Tenant};
use licensing_model::state::{EdgeState, MailboxState, RowTimes, TenantState};
use licensing_model::{Catalog, CountryCode, GroupId, Sliced, UserId};

const LENGTH: usize = 240;
const EVERY: usize = 12;

fn operate(tenant: &mut Tenant, operation: &Operation) -> String {
    match operation {
        Operation::Command(command) => format!("{:?}", tenant.apply(command)),
        Operation::Step => format!("{:?}", tenant.step()),
    }
}

/// Visits tenants of random worlds, each with the operations that come next.
fn travel(seeds: std::ops::Range<u64>, mut visit: impl FnMut(u64, &Arc<Catalog>, &Tenant, &[Operation])) {
    let (dense, starter) = (Arc::new(dense_catalog()), Arc::new(licensing_catalog::starter()));
    for seed in seeds {
        let (catalog, cast) = match seed % 2 {
            0 => (&dense, Cast::dense(&dense)),
            _ => (&starter, Cast::starter(&starter, &mut Random::new(!seed))),
        };
        let mut generator = Generator::new(seed, cast, Mood::Wild);
        let mut tenant = Tenant::new(Arc::clone(catalog), generator.settings());
        let (mut operations, mut tenants) = (Vec::new(), Vec::new());
        for at in 0..LENGTH {
            if at % EVERY == 0 {
                tenants.push((at, tenant.clone()));
            }
            let operation = generator.next_operation(&tenant.snapshot());
            operate(&mut tenant, &operation);
            operations.push(operation);
        }
        for (at, tenant) in &tenants {
            visit(seed, catalog, tenant, operations.get(*at..).unwrap());
        }
    }
}

#[test]
fn a_tenant_with_its_log_comes_back_as_it_was() {
    travel(0..40, |seed, catalog, tenant, next| {
        let state = tenant.state(AuditLog::Kept);
        let mut back =
            Tenant::restore(catalog.clone(), state.clone()).unwrap_or_else(|error| panic!("{seed}: {error}"));
        assert_eq!(back.digest(), tenant.digest(), "seed {seed}");
        assert_eq!(back.snapshot(), tenant.snapshot(), "seed {seed}");
        assert!(back.audit_from(0).eq(tenant.audit_from(0)), "seed {seed}: the log");
        assert_eq!(back.state(AuditLog::Kept), state, "seed {seed}: once more");
        let mut tenant = tenant.clone();
        for operation in next.iter().take(2 * EVERY) {
            assert_eq!(operate(&mut back, operation), operate(&mut tenant, operation), "seed {seed}: {operation:?}");
            assert_eq!(back.digest(), tenant.digest(), "seed {seed}: {operation:?}");
        }
    });
}

#[test]
fn a_tenant_without_its_log_lives_on_in_the_same_way() {
    travel(40..80, |seed, catalog, tenant, next| {
        let state = tenant.state(AuditLog::LeftOut);
        let mut back =
            Tenant::restore(catalog.clone(), state.clone()).unwrap_or_else(|error| panic!("{seed}: {error}"));
        assert_eq!(back.audit_len(), 0);
        assert_eq!(back.snapshot(), tenant.snapshot(), "seed {seed}");
        assert_eq!(back.state(AuditLog::LeftOut), state, "seed {seed}: once more");
        let mut tenant = tenant.clone();
        for operation in next.iter().take(2 * EVERY) {
            assert_eq!(operate(&mut back, operation), operate(&mut tenant, operation), "seed {seed}: {operation:?}");
            assert_eq!(back.snapshot(), tenant.snapshot(), "seed {seed}: {operation:?}");
        }
    });
}

#[test]
fn in_slices_it_is_the_same() {
    travel(80..84, |seed, catalog, tenant, _| {
        let state = tenant.state(AuditLog::Kept);
        let mut restoring = Restoring::new(catalog.clone(), state);
        let mut before = 0;
        while !restoring.advance(1).unwrap() {
            let (done, of) = restoring.progress();
            assert!(before <= done && done <= of, "seed {seed}: {before}, {done} of {of}");
            before = done;
        }
        assert_eq!(restoring.finish().unwrap().digest(), tenant.digest(), "seed {seed}");
    });
}

/// The present is written down; what happens to the tenant meanwhile is none of it.
#[test]
fn it_is_written_down_in_slices_as_in_one_go() {
    travel(84..88, |seed, _, tenant, next| {
        for (audit, work) in [(AuditLog::Kept, 1), (AuditLog::LeftOut, 1), (AuditLog::Kept, 7)] {
            let mut tenant = tenant.clone();
            let state = tenant.state(audit);
            let mut saving = Saving::new(tenant.clone(), audit);
            let (mut before, mut slices) = (0, 0);
            let mut operations = next.iter().cycle();
            while saving.advance(work) == Ok(false) {
                let (done, of) = saving.progress();
                assert!(before <= done && done <= of, "seed {seed}: {before}, {done} of {of}");
                (before, slices) = (done, slices + 1);
                if let Some(operation) = operations.next() {
                    operate(&mut tenant, operation);
                }
            }
            let users = state.users.names.len();
            assert!(slices >= users / work as usize, "seed {seed}: {slices} slices of {work} for {users} users");
            assert_eq!(saving.finish(), state, "seed {seed}: {audit:?} in slices of {work}");
        }
    });
}

/// Changes one thing of a state that may matter.
fn tamper(state: &mut TenantState, random: &mut Random) {
    let any = |random: &mut Random| u32::try_from(random.below(9)).unwrap().wrapping_sub(u32::from(random.chance(10)));
    let (users, groups) = (state.users.names.len(), state.groups.len());
    let at = random.below(users.max(1));
    let edge = random.below(state.users.edges.len().max(1));
    let group = random.below(groups.max(1));
    let value = any(random);
    let user = UserId::from_raw(any(random));
    match random.below(24) {
        0 => state.users.names.get_mut(at).into_iter().for_each(|cell| *cell = value),
        1 => state.users.principal_names.get_mut(at).into_iter().for_each(|cell| *cell = value),
        2 => state.users.nicknames.get_mut(at).into_iter().for_each(|cell| *cell = value),
        3 => state.users.edge_ends.get_mut(at).into_iter().for_each(|cell| *cell = value),
        4 => state.users.direct.get_mut(at).into_iter().for_each(|cell| cell.outcome = value),
        5 => state.users.edges.get_mut(edge).into_iter().for_each(|cell| cell.path.outcome = value),
        6 => state.users.edges.get_mut(edge).into_iter().for_each(|cell| cell.path.times = RowTimes::Listed(value)),
        7 => state.users.edges.get_mut(edge).into_iter().for_each(|cell| cell.path.times = RowTimes::Same(value)),
        8 => state.users.edges.get_mut(edge).into_iter().for_each(|cell| cell.group = GroupId::from_raw(value)),
        9 => state.users.edges.get_mut(edge).into_iter().for_each(|cell| cell.is_left = !cell.is_left),
        10 => drop(state.users.edges.pop()),
        11 => state.users.edges.push(EdgeState {
            group: GroupId::from_raw(value),
            is_left: random.chance(50),
            path: Default::default(),
        }),
        12 => state.users.deleted.push((user, value)),
        13 => state.users.mailboxes.get_mut(at).into_iter().for_each(|cell| *cell = MailboxState::Calculated),
        14 => drop(state.users.locations.pop()),
        15 => state.groups.get_mut(group).into_iter().for_each(|cell| cell.template = value),
        16 => state.groups.get_mut(group).into_iter().for_each(|cell| cell.users.push((user, random.chance(50)))),
        17 => state.groups.get_mut(group).into_iter().for_each(|cell| _ = cell.users.pop()),
        18 => state.groups.get_mut(group).into_iter().for_each(|cell| cell.left.push(user)),
        19 => state.groups.get_mut(group).into_iter().for_each(|cell| cell.deleted_at = Some(value)),
        20 => state.clock = value.wrapping_mul(0x2000_0001),
        21 => drop(state.subscriptions.pop()),
        22 => state.tables.texts.iter_mut().take(value as usize).for_each(|text| text.push_str("  @ ")),
        _ => state.audit.pages.iter_mut().flatten().take(value as usize).for_each(|byte| *byte ^= 0x55),
    }
}

#[test]
fn a_state_that_was_tampered_with_is_refused_or_makes_a_tenant_that_works() {
    let mut random = Random::new(7);
    let (mut refused, mut taken) = (0, 0);
    travel(100..160, |_, catalog, tenant, next| {
        for audit in [AuditLog::Kept, AuditLog::LeftOut] {
            let mut state = tenant.state(audit);
            for _ in 0..1 + random.below(2) {
                tamper(&mut state, &mut random);
            }
            let Ok(mut odd) = Tenant::restore(catalog.clone(), state) else {
                refused += 1;
                continue;
            };
            taken += 1;
            next.iter().take(EVERY).for_each(|operation| drop(operate(&mut odd, operation)));
            odd.settle(u32::MAX);
            assert_eq!(odd.queue_length(), 0);
            let wording = odd.audit_newest_first().take(50).map(|record| record.activity.len()).sum::<usize>();
            assert!(wording > 0 || odd.audit_len() == 0);
            // What it is now is a state like any other.
            let again = Tenant::restore(catalog.clone(), odd.state(AuditLog::LeftOut)).expect("its own state");
            assert_eq!(again.snapshot(), odd.snapshot());
        }
    });
    assert!(refused > 500 && taken > 100, "{refused} refused, {taken} taken");
}

#[test]
fn own_ids_are_the_objects_ids_and_lead_back() {
    use licensing_model::guid::{Guid, GuidKind};
    let catalog = Arc::new(dense_catalog());
    let mut tenant = Tenant::new(catalog.clone(), Default::default());
    tenant.populate(3, |_| Some(CountryCode::NL));
    let derived = tenant.guid(GuidKind::User, 1);
    let mut state = tenant.state(AuditLog::LeftOut);
    state.ids.push((GuidKind::User, 1, Guid([7; 16])));
    let back = Tenant::restore(catalog.clone(), state.clone()).unwrap();
    assert_eq!(back.guid(GuidKind::User, 1), Guid([7; 16]));
    assert_eq!(back.number_of(GuidKind::User, Guid([7; 16])), Some(1));
    assert_eq!(back.number_of(GuidKind::User, derived), None, "an id that nobody has any more");
    assert_eq!(back.number_of(GuidKind::Group, Guid([7; 16])), None);
    assert_eq!(back.number_of(GuidKind::User, tenant.guid(GuidKind::User, 2)), Some(2));
    assert_eq!(back.state(AuditLog::LeftOut), state);
    state.ids.push((GuidKind::User, 2, Guid([7; 16])));
    assert!(Tenant::restore(catalog, state).is_err(), "one id for two users");
}

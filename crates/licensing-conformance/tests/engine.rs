//! What only the engine promises: refused commands leave it bit for bit alone (I4), the same commands give the same
//! bytes (I6), undo and redo are exact (I7), and every error has a trace that leads to a cure (I8).
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
use licensing_core::{Actions, Cure, History, Memory, Origin, Statement, Tenant, Trace};
use licensing_model::{AssignmentError, AssignmentState, Catalog, Command, MembershipRule, Path, RuleSet, UserId};
use licensing_wording::Words;

const LENGTH: usize = 250;

/// The operations of one random world, with the engine as it is before each.
fn travel(seed: u64, catalog: &Arc<Catalog>, cast: Cast, mut visit: impl FnMut(&Tenant, &Operation)) -> Tenant {
    let mut generator = Generator::new(seed, cast, Mood::Wild);
    let settings = generator.settings();
    let mut tenant = Tenant::new(Arc::clone(catalog), settings);
    for _ in 0..LENGTH {
        let operation = generator.next_operation(&tenant.snapshot());
        visit(&tenant, &operation);
        match &operation {
            Operation::Command(command) => drop(tenant.apply(command)),
            Operation::Step => drop(tenant.step()),
        }
    }
    tenant
}

fn starter() -> (Arc<Catalog>, impl Fn(u64) -> Cast) {
    let catalog = Arc::new(licensing_catalog::starter());
    let own = Arc::clone(&catalog);
    (catalog, move |seed| Cast::starter(&own, &mut Random::new(!seed)))
}

#[test]
fn i4_a_refused_command_leaves_the_engine_bit_for_bit_as_it_was() {
    let (catalog, cast) = starter();
    let mut refused = 0;
    for seed in 0..60 {
        travel(seed, &catalog, cast(seed), |tenant, operation| {
            if let Operation::Command(command) = operation {
                let mut after = tenant.clone();
                if after.apply(command).is_err() {
                    refused += 1;
                    assert_eq!(after, *tenant, "{command:?}");
                    assert_eq!(after.digest(), tenant.digest(), "{command:?}");
                }
            }
        });
    }
    assert!(refused > 500, "{refused} refusals");
}

#[test]
fn i6_the_same_commands_give_the_same_tenant() {
    let (catalog, cast) = starter();
    for seed in 0..20 {
        let one = travel(seed, &catalog, cast(seed), |_, _| ());
        let other = travel(seed, &catalog, cast(seed), |_, _| ());
        assert_eq!(one, other);
        assert_eq!(one.digest(), other.digest());
    }
}

#[test]
fn i7_undo_then_redo_is_the_identity_anywhere_in_a_random_history() {
    let catalog = Arc::new(dense_catalog());
    for seed in 0..12 {
        let mut generator = Generator::new(seed, Cast::dense(&catalog), Mood::Wild);
        let settings = generator.settings();
        let mut history = History::new(Tenant::new(Arc::clone(&catalog), settings));
        let moment = |history: &History| (history.tenant().clone(), history.draft().to_vec());
        let mut moments = vec![moment(&history)];
        for at in 0..LENGTH {
            let did = match generator.next_operation(&history.tenant().snapshot()) {
                Operation::Command(command) if at % 9 == 8 => history.collect(vec![command; at % 4]),
                Operation::Command(command) => history.apply(command).is_ok(),
                Operation::Step => history.step().is_some(),
            };
            if did {
                moments.push(moment(&history));
            }
        }
        assert_eq!(history.position() + 1, moments.len());
        let mut random = Random::new(seed);
        for _ in 0..40 {
            let position = random.below(moments.len());
            assert!(history.go_to(position));
            assert_eq!(moment(&history), moments[position], "seed {seed}, position {position}");
            if history.undo() {
                assert!(history.redo());
            }
            assert_eq!(moment(&history), moments[position]);
        }
        assert!(!history.go_to(moments.len()));
    }
}

#[test]
fn what_was_undone_can_be_returned_to_whatever_was_done_instead() {
    let catalog = Arc::new(dense_catalog());
    for seed in 20..30 {
        let mut generator = Generator::new(seed, Cast::dense(&catalog), Mood::Wild);
        let settings = generator.settings();
        let mut history = History::new(Tenant::new(Arc::clone(&catalog), settings));
        let mut random = Random::new(seed);
        let mut ends = Vec::new();
        for _ in 0..6 {
            for _ in 0..40 {
                match generator.next_operation(&history.tenant().snapshot()) {
                    Operation::Command(command) => drop(history.apply(command)),
                    Operation::Step => drop(history.step()),
                }
            }
            assert_eq!(history.position(), history.actions().len(), "whatever was done is the end of its way");
            ends.push((history.actions().clone(), history.tenant().clone()));
            history.go_to(random.below(history.position()));
        }
        history.go_to(history.actions().len());
        let ways = || history.branches().iter().chain([history.actions()]);
        let kept = |end: &Actions| ways().any(|way| way.shared_with(end) == end.len());
        assert!(ends.iter().all(|(actions, _)| kept(actions)), "seed {seed}: a way was lost");
        assert!(!history.branches().is_empty(), "seed {seed}");
        for _ in 0..12 {
            let at = random.below(history.branches().len());
            assert!(history.take_branch(at));
            let (_, tenant) = ends.iter().find(|(actions, _)| actions == history.actions()).expect("a known end");
            assert_eq!(history.tenant(), tenant, "seed {seed}");
        }
        assert!(!history.take_branch(history.branches().len()));
    }
}

#[test]
fn trying_and_taking_back_for_hours_lets_the_oldest_ways_go() {
    let catalog = Arc::new(licensing_catalog::starter());
    let mut history = History::new(Tenant::new(catalog, Default::default()));
    let create = |number: usize| Command::CreateGroup {
        name: format!("Group {number}"),
        kind: licensing_model::command::GroupKind::Security,
    };
    for turn in 0..2_000 {
        history.apply(create(turn)).unwrap();
        // Now and then something stays, so that the ways become longer.
        if turn % 4 > 0 {
            history.undo();
        }
        assert!(history.branches().len() <= History::MOST_BRANCHES);
    }
    assert_eq!(history.branches().len(), History::MOST_BRANCHES);
    // The newest are there.
    let last = history.branches().last().and_then(|way| way.iter().next_back());
    assert_eq!(last, Some(&licensing_core::Action::Command(create(1_998))));
}

#[test]
fn doing_the_undone_action_again_goes_the_same_way() {
    let catalog = Arc::new(licensing_catalog::starter());
    let mut history = History::new(Tenant::new(catalog, Default::default()));
    for name in ["A", "B", "C"] {
        let kind = licensing_model::command::GroupKind::Security;
        history.apply(Command::CreateGroup { name: name.into(), kind }).unwrap();
    }
    history.go_to(0);
    let first = history.actions().clone();
    let Some(licensing_core::Action::Command(command)) = first.get(0) else { panic!("a command") };
    history.apply(command.clone()).unwrap();
    assert_eq!((history.position(), history.actions(), history.branches().len()), (1, &first, 0));
    assert!(history.redo());
}

#[test]
fn i8_every_error_has_a_trace_to_facts_and_taking_them_away_cures_it() {
    let (catalog, cast) = starter();
    let mut cured = [0usize; AssignmentError::ALL.len()];
    for seed in 0..80 {
        let tenant = travel(seed, &catalog, cast(seed), |_, _| ());
        for user in tenant.users() {
            for row in tenant.paths(user) {
                let Path::Group(_) = row.path else { continue };
                if row.error != AssignmentError::None {
                    cure(tenant.clone(), user, &row);
                    let at = AssignmentError::ALL.iter().position(|error| *error == row.error).unwrap();
                    cured[at] += 1;
                }
            }
        }
    }
    let never: Vec<_> = AssignmentError::ALL.iter().zip(cured).skip(1).filter(|(_, count)| *count == 0).collect();
    assert!(never.is_empty(), "never seen: {never:?}");
}

/// Takes the facts of the row's trace away until the row is clear.
fn cure(mut tenant: Tenant, user: UserId, row: &licensing_core::PathRow) {
    let mut history = Vec::new();
    // What is cured moves members of groups with a rule, and brings other causes.
    for group in tenant.groups().collect::<Vec<_>>() {
        tenant.apply(&Command::SetMembershipRule(group, MembershipRule::default())).unwrap();
    }
    for _ in 0..40 {
        // Others who wait would take what is freed first (R8.5).
        tenant.settle(u32::MAX);
        let Some(now) = tenant.path(user, row.product, row.path) else { return };
        if now.error == AssignmentError::None {
            assert_ne!(now.state, AssignmentState::Error);
            return;
        }
        let trace = tenant.explain(user, row.product, row.path).expect("a trace for every row");
        assert_eq!((trace.state, trace.error), (Some(now.state), Some(now.error)));
        assert!(!Words::english().sentence(&tenant, &trace.statement).is_empty());
        let facts: Vec<Statement> = trace.facts().iter().map(|fact| fact.statement.clone()).collect();
        assert!(trace.facts().iter().all(|fact| fact.origin.is_some()), "{trace:#?}");
        assert!(facts.iter().all(|fact| *fact != Statement::Unknown), "{trace:#?}");
        origins_exist(&tenant, &trace);
        let before = causes(&trace);
        // To leave the group cures everything: the facts against it are to be taken away, not the wish itself.
        let facts = facts.iter().filter(|fact| !matches!(fact, Statement::Member { .. } | Statement::Left { .. }));
        let cures: Vec<Cure> = facts.filter_map(|fact| tenant.cures(user, fact).into_iter().next()).collect();
        for command in tenant.commands_of(&cures) {
            history.push(command.clone());
            if tenant.apply(&command).is_err() && matches!(command, Command::SetUnits(..)) {
                // R15: what is not offered cannot be bought under these rules, under today's it can.
                for command in [Command::SetRuleSet(RuleSet::Today), command] {
                    history.push(command.clone());
                    tenant.apply(&command).unwrap();
                }
            }
        }
        let _ = tenant.apply(&Command::ReprocessUser(user));
        tenant.settle(u32::MAX);
        if let Some(after) = tenant.explain(user, row.product, row.path)
            && after.error != Some(AssignmentError::None)
        {
            let left = causes(&after);
            assert_ne!(left, before, "the same cause stands after {history:#?}:\n{after:#?}");
        }
    }
    panic!("never cured: {row:?} after {history:#?}");
}

/// The links that say why, and the facts below them.
fn causes(trace: &Trace) -> Vec<(Statement, Vec<Statement>)> {
    let with_facts =
        |cause: &Trace| (cause.statement.clone(), cause.facts().iter().map(|fact| fact.statement.clone()).collect());
    trace.causes.iter().map(with_facts).collect()
}

fn origins_exist(tenant: &Tenant, trace: &Trace) {
    for fact in trace.facts() {
        if let Some(Origin::Command { number, .. }) = fact.origin {
            assert!((1..=tenant.accepted()).contains(&number));
        }
    }
}

/// What a step now would fail by, where a link says that it is not what is recorded.
fn blocked_by(statement: &Statement) -> Option<AssignmentError> {
    match *statement {
        Statement::NowBlockedBy { error, .. } | Statement::BlockedBefore { error, .. } => Some(error),
        _ => None,
    }
}

/// Explained before anything is processed again, a trace foretells what processing will bring.
#[test]
fn i8_a_trace_says_truly_whether_its_cause_still_stands() {
    let (catalog, cast) = starter();
    let [mut gone, mut other, mut same] = [0, 0, 0];
    for seed in 0..120 {
        travel(seed, &catalog, cast(seed), |tenant, operation| {
            let Operation::Command(command) = operation else { return };
            let mut tenant = tenant.clone();
            tenant.settle(u32::MAX);
            if tenant.apply(command).is_err() || tenant.queue_length() > 0 {
                return;
            }
            for user in tenant.users() {
                let mut rows = tenant.paths(user).into_iter().filter(|row| row.error != AssignmentError::None);
                let (Some(row), 1) =
                    (rows.next(), tenant.paths(user).iter().filter(|row| row.path != Path::Direct).count())
                else {
                    continue;
                };
                let trace = tenant.explain(user, row.product, row.path).expect("a trace for every row");
                let says = |wanted: fn(&Statement) -> bool| trace.causes.iter().find(|cause| wanted(&cause.statement));
                let mut after = tenant.clone();
                after.apply(&Command::ReprocessUser(user)).unwrap();
                after.settle(u32::MAX);
                let error = after.path(user, row.product, row.path).map_or(AssignmentError::None, |row| row.error);
                if says(|statement| matches!(statement, Statement::CauseGone { .. })).is_some() {
                    gone += 1;
                    assert_eq!(error, AssignmentError::None, "{trace:#?}");
                } else if let Some(cause) = says(|statement| blocked_by(statement).is_some()) {
                    other += 1;
                    assert_eq!(Some(error), blocked_by(&cause.statement), "{trace:#?}");
                } else {
                    same += 1;
                    assert_eq!(error, row.error, "{trace:#?}");
                }
            }
        });
    }
    assert!(gone > 20 && other > 0 && same > 200, "gone {gone}, other {other}, same {same}");
}

/// Steps that rest on what is kept of templates come to what steps come to that judge each user anew, to the last byte.
#[test]
fn what_is_kept_of_templates_changes_no_byte() {
    let (starter, dense) = (Arc::new(licensing_catalog::starter()), Arc::new(dense_catalog()));
    for seed in 0..250 {
        let is_dense = seed % 5 > 2;
        let catalog = if is_dense { &dense } else { &starter };
        let cast = if is_dense { Cast::dense(catalog) } else { Cast::starter(catalog, &mut Random::new(!seed)) };
        let mut generator = Generator::new(seed, cast, Mood::Wild);
        let settings = generator.settings();
        let mut kept = Tenant::new(Arc::clone(catalog), settings.clone());
        let mut anew = Tenant::new(Arc::clone(catalog), settings);
        anew.set_memory(Memory::Off);
        for number in 0..200 {
            match generator.next_operation(&kept.snapshot()) {
                Operation::Command(command) => assert_eq!(kept.apply(&command), anew.apply(&command)),
                Operation::Step => {
                    // Steps that are made at once, and as many one by one.
                    let most = if number % 3 == 0 { 1 + number % 40 } else { 1 };
                    let one_by_one = (0..most).take_while(|_| anew.step().is_some()).count();
                    assert_eq!(kept.settle(most).steps as usize, one_by_one);
                }
            }
            assert_eq!(kept.digest(), anew.digest(), "seed {seed}, operation {number}");
        }
        anew.set_memory(Memory::On);
        assert!(kept == anew, "seed {seed}");
    }
}

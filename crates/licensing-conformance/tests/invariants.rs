//! The invariants I1 to I5 of the rules, in random worlds of the reference and of the engine.
//!
//! `LAB_INVARIANT_WORLDS` sets in how many worlds each is tried, `LAB_INVARIANT_SEED` the first seed.
#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::expect_used,
    reason = "a test that stops where something is wrong is what is wanted here"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::ops::Range;
use std::sync::Arc;

use licensing_conformance::cast::{Cast, dense_catalog};
use licensing_conformance::compare::Operation;
use licensing_conformance::generate::{Generator, Mood};
use licensing_conformance::random::Random;
use licensing_conformance::world::World;
use licensing_core::Tenant;
use licensing_model::snapshot::{ProductSnapshot, Snapshot, UserSnapshot};
use licensing_model::{
    AssignmentState, Catalog, Command, MembershipRule, PlanId, ProductId, RuleSet, TenantSettings, UserId,
};
use licensing_reference::Model;

/// The length of one world.
const LENGTH: usize = 250;

/// The worlds that each property is tried in, by their seeds.
fn worlds() -> Range<u64> {
    let number = |name, otherwise| env::var(name).map_or(otherwise, |text| text.parse().expect("a number"));
    let first = number("LAB_INVARIANT_SEED", 0);
    first..first + number("LAB_INVARIANT_WORLDS", 120)
}

/// A world on its way, with what a check may want to know of it.
struct Way<W> {
    name: String,
    world: W,
    catalog: Arc<Catalog>,
    settings: TenantSettings,
    now: Snapshot,
    generator: Generator,
}

impl<W: World> Way<W> {
    fn start(seed: u64, catalog: &Arc<Catalog>, cast: Cast, mood: Mood) -> Way<W> {
        let mut generator = Generator::new(seed, cast, mood);
        let settings = generator.settings();
        let world = W::start(catalog.clone(), settings.clone());
        let name = format!("seed {seed} on the {}", W::NAME);
        Way { name, world, catalog: catalog.clone(), settings, now: Snapshot::default(), generator }
    }

    /// Does the next thing; whether it was accepted.
    fn go(&mut self) -> bool {
        let accepted = match self.generator.next_operation(&self.now) {
            Operation::Command(command) => self.world.apply(&command).is_ok(),
            Operation::Step => self.world.step().is_some(),
        };
        self.now = self.world.snapshot();
        accepted
    }

    /// The plans of a path that are on. Only for worlds in which no plan is added and no rule set switched.
    fn enabled(&self, product: ProductId, disabled: &BTreeSet<PlanId>) -> BTreeSet<PlanId> {
        let plans = self.catalog.product(product).map(|info| info.plans(self.settings.rules)).unwrap_or_default();
        plans.iter().copied().filter(|plan| !disabled.contains(plan)).collect()
    }

    /// Whether the plan takes part in R6 and R7 (R7.1).
    fn counts(&self, plan: PlanId) -> bool {
        self.catalog.plan(plan).is_some_and(|info| !info.company_wide)
    }

    /// What each product of a user gives, over all paths in force.
    fn effective(&self, user: &UserSnapshot) -> BTreeMap<ProductId, BTreeSet<PlanId>> {
        let mut effective: BTreeMap<ProductId, BTreeSet<PlanId>> = BTreeMap::new();
        for ((product, _), row) in user.rows.iter().filter(|(_, row)| row.state.in_force()) {
            effective.entry(*product).or_default().extend(self.enabled(*product, &row.disabled));
        }
        effective
    }
}

/// Worlds of real products in which nothing happens that I1 and I2 except.
fn calm<W: World>(check: impl Fn(&Way<W>)) {
    let catalog = Arc::new(licensing_catalog::starter());
    for seed in worlds() {
        let cast = Cast::starter(&catalog, &mut Random::new(!seed));
        let mut way = Way::start(seed, &catalog, cast, Mood::Calm);
        for _ in 0..LENGTH {
            way.go();
            check(&way);
        }
    }
}

/// Worlds of invented products in which everything happens.
fn wild<W: World>(mut travel: impl FnMut(&mut Way<W>)) {
    let catalog = Arc::new(dense_catalog());
    for seed in worlds() {
        travel(&mut Way::start(seed, &catalog, Cast::dense(&catalog), Mood::Wild));
    }
}

/// I1: no user holds two exclusive plans in force through different products.
#[test]
fn nobody_holds_exclusive_plans() {
    fn on<W: World>() {
        calm::<W>(|way| {
            for (id, user) in &way.now.users {
                let effective = way.effective(user);
                for pair in way.catalog.pairs.iter().filter(|pair| pair.counts.under(way.settings.rules)) {
                    let through =
                        |plan| effective.iter().filter(move |(_, plans)| plans.contains(&plan)).map(|(id, _)| id);
                    let clash = through(pair.a).any(|p| through(pair.b).any(|q| p != q));
                    let counts = way.counts(pair.a) && way.counts(pair.b);
                    assert!(!(clash && counts), "{}: {id:?} holds both of {:?}", way.name, (pair.a, pair.b));
                }
            }
        });
    }
    on::<Model>();
    on::<Tenant>();
}

/// I2: every plan in force has its prerequisites.
#[test]
fn every_plan_has_its_prerequisites() {
    fn on<W: World>() {
        calm::<W>(|way| {
            for (id, user) in &way.now.users {
                let plans: BTreeSet<PlanId> = way.effective(user).into_values().flatten().collect();
                for row in
                    way.catalog.prerequisites.iter().filter(|row| row.enforced && row.counts.under(way.settings.rules))
                {
                    let lacks = !row.any_of.iter().any(|plan| way.counts(*plan) && plans.contains(plan));
                    let fails = way.counts(row.plan) && plans.contains(&row.plan) && lacks;
                    assert!(!fails, "{}: {id:?} has {:?} without a prerequisite", way.name, row.plan);
                }
            }
        });
    }
    on::<Model>();
    on::<Tenant>();
}

/// I3: `consumedUnits` equals the count of distinct holders.
#[test]
fn consumed_units_are_holders() {
    fn on<W: World>() {
        wild::<W>(|way| {
            for _ in 0..LENGTH {
                way.go();
                for (id, product) in &way.now.products {
                    let holds = |user: &&UserSnapshot| {
                        user.rows.iter().any(|((of, _), row)| of == id && row.state.in_force())
                            && user.deleted.is_none()
                    };
                    let holders = way.now.users.values().filter(holds).count();
                    assert_eq!(product.consumed as usize, holders, "{}: {id:?}", way.name);
                }
            }
        });
    }
    on::<Model>();
    on::<Tenant>();
}

/// I4: a refused command leaves the tenant as it was.
#[test]
fn a_refused_command_changes_nothing() {
    fn on<W: World>() {
        wild::<W>(|way| {
            for _ in 0..LENGTH {
                let before = way.now.clone();
                if !way.go() {
                    assert_eq!(before, way.now, "{}", way.name);
                }
            }
        });
    }
    on::<Model>();
    on::<Tenant>();
}

/// I5: the same user run twice in a row, nothing in between: the second changes nothing. Except where more is consumed
/// than there is: a seat that the first run gives up is the user's until its end (R8.2), and gone in the second, which
/// may then name the missing seat as the cause of a failure that had another cause before.
#[test]
fn a_second_user_run_changes_nothing() {
    fn on<W: World>() {
        wild::<W>(|way| {
            for _ in 0..LENGTH / 10 {
                for _ in 0..10 {
                    way.go();
                }
                // A command has those rules try again that were cut off (R17).
                for group in way.now.groups.keys() {
                    let _ = way.world.apply(&Command::SetMembershipRule(*group, MembershipRule::default()));
                }
                while way.world.step().is_some() {}
                let live = way.now.users.iter().filter(|(_, user)| user.deleted.is_none());
                let live: Vec<UserId> = live.map(|(id, _)| *id).collect();
                for user in live {
                    let over = |product: &ProductSnapshot| product.consumed > product.units.assignable();
                    if way.world.snapshot().products.values().any(over) {
                        continue;
                    }
                    process(&mut way.world, user);
                    let before = way.world.snapshot();
                    let changed = process(&mut way.world, user);
                    let after = way.world.snapshot();
                    assert_eq!(before.users, after.users, "{}: {user:?}", way.name);
                    assert_eq!(before.products, after.products, "{}: {user:?}", way.name);
                    assert!(!changed, "{}: {user:?} changed", way.name);
                }
                way.now = way.world.snapshot();
            }
        });
    }
    on::<Model>();
    on::<Tenant>();
}

/// One user run in an empty queue; whether it changed something. Nothing once the clock has come to its end.
fn process<W: World>(world: &mut W, user: UserId) -> bool {
    let queued = world.apply(&Command::ReprocessUser(user)).is_ok();
    queued && world.step().is_some_and(|step| step.changed)
}

/// The worlds that are worth checking: everything that can happen to a row happens in them.
#[test]
fn the_worlds_are_eventful() {
    fn on<W: World>() {
        let mut states = BTreeSet::new();
        let mut rules = BTreeSet::new();
        wild::<W>(|way| {
            rules.insert(way.settings.rules);
            for _ in 0..LENGTH {
                way.go();
                let rows = way.now.users.values().flat_map(|user| user.rows.values());
                states.extend(rows.map(|row| (row.state, row.error)));
            }
        });
        assert_eq!(rules, RuleSet::ALL.into_iter().collect());
        assert!(states.iter().any(|(state, _)| *state == AssignmentState::Disabled), "{states:?}");
        assert!(states.len() >= 13, "{states:?}");
    }
    on::<Model>();
    on::<Tenant>();
}

//! Whole documents, made to cost as much as a short text can: each opens and is driven within a budget, or is refused.

use std::sync::Arc;

use licensing_core::{Action, Tenant};
use licensing_model::catalog::{OwnPlan, OwnProduct};
use licensing_model::command::GroupKind;
use licensing_model::snapshot::RunTarget;
use licensing_model::state::{
    EdgeState, GroupState, PathState, QueueState, RowState, StartedState, SubscriptionState, Tables, UsersState,
};
use licensing_model::{
    AssignmentError, Catalog, Command, GroupId, Guid, Member, OwnCatalog, PlanId, ProductId, Property, TenantSettings,
    TenantState, Units, UserId,
};

use super::drive::{Budget, drive};
use super::{Random, catalog};
use crate::coding::Allowance;
use crate::compact::{FILE, LINK, Limits, Reading};
use crate::envelope::Codec;
use crate::error::ScenarioError;
use crate::scenario::{Base, Scenario};
use crate::{Writing, link};

/// How many documents are made.
const DOCUMENTS: u64 = 64;

/// For documents that are more than anybody's.
const UNLIMITED: Limits =
    Limits { allowance: Allowance::UNLIMITED, users: u32::MAX, paths: u64::MAX, story: u64::MAX, bytes: usize::MAX };

/// How large the parts of a document are.
#[derive(Clone, Copy, Debug)]
struct Shape {
    users: usize,
    groups: usize,
    /// Groups of each user.
    edges: usize,
    /// Products of each template, and rows of each outcome.
    products: usize,
    /// The rows are short of a seat.
    short: bool,
    workers: u8,
    domains: usize,
    /// How near the clock is to its end; none at its beginning.
    left: Option<u32>,
    actions: usize,
}

impl Shape {
    fn of(random: &mut Random, products: usize) -> Shape {
        let (users, groups, edges) = match random.below(8) {
            0 if random.below(2) == 0 => (1, 2_100, 2_100),
            0 => (1, 250, 250),
            1 if random.below(2) == 0 => (40, 350, 350),
            1 => (120, 12, 12),
            2 => (2_000, 3, 2),
            3 => (0, 40, 0),
            4 => (30, 60, 0),
            _ => (1 + random.below(40), 1 + random.below(30), 1 + random.below(6)),
        };
        let products = match random.below(4) {
            0 => products,
            1 => 1 + random.below(20),
            _ => 1 + random.below(4),
        };
        Shape {
            users,
            groups,
            edges: edges.min(groups),
            products,
            short: random.below(2) == 0,
            workers: 1 + random.below(8) as u8,
            domains: if random.below(6) == 0 { 3_000 } else { random.below(3) },
            left: (random.below(4) == 0).then(|| random.below(30) as u32),
            actions: random.below(40),
        }
    }

    fn state(self, catalog: &Catalog, random: &mut Random) -> TenantState {
        let settings = TenantSettings {
            workers: self.workers,
            domains: (0..self.domains).map(|number| format!("d{number}.example")).collect(),
            ..TenantSettings::default()
        };
        let products: Vec<ProductId> = catalog.loaded_products().map(|(id, _)| id).take(self.products).collect();
        let template: Vec<(ProductId, u32)> = products.iter().map(|product| (*product, 0)).collect();
        let row = |product: &ProductId| RowState {
            product: *product,
            disabled: 0,
            in_force: !self.short,
            error: if self.short { AssignmentError::CountViolation } else { AssignmentError::None },
        };
        let mut groups: Vec<GroupState> = (0..self.groups)
            .map(|_| GroupState {
                name: 0,
                kind: GroupKind::Security,
                template: 1,
                processing: Some(licensing_model::ProcessingState::QueuedForProcessing),
                deleted_at: None,
                users: Vec::new(),
                left: Vec::new(),
                nested: Vec::new(),
                rule: None,
            })
            .collect();
        let (mut edges, mut edge_ends, mut short) = (Vec::new(), Vec::new(), Vec::new());
        for user in 0..self.users {
            let from = random.below(self.groups.max(1));
            for at in 0..self.edges {
                let group = (from + at) % self.groups;
                edges.push(EdgeState {
                    group: GroupId::at(group),
                    is_left: false,
                    path: PathState { outcome: random.below(2) as u32, ..PathState::default() },
                });
                groups[group].users.push((UserId::at(user), false));
                if self.short && edges.last().is_some_and(|edge| edge.path.outcome == 1) {
                    short.push((UserId::at(user), GroupId::at(group)));
                }
            }
            edge_ends.push(edges.len() as u32);
        }
        let subscription = |product: &ProductId| SubscriptionState {
            product: *product,
            units: Units::enabled(random_units(*product)),
            added: Vec::new(),
            short: short.clone(),
        };
        let none = || vec![0; self.users];
        let waiting = (0..self.groups).filter(|_| random.below(4) > 0).map(GroupId::at).map(RunTarget::Group).collect();
        let started = (0..random.below(9).min(self.groups))
            .map(|number| StartedState {
                target: RunTarget::Group(GroupId::at(number)),
                users: groups[number].users.iter().map(|(user, _)| *user).collect(),
                taken: 0,
                succeeded: 0,
                failed: 0,
            })
            .collect();
        let own = if random.below(3) == 0 { own_catalog(catalog, &products, random) } else { OwnCatalog::default() };
        TenantState {
            settings,
            own: Arc::new(own),
            clock: self.left.map_or(0, |left| Tenant::LAST_SECOND - 1 - left),
            tables: Tables {
                disabled: vec![Vec::new()],
                templates: vec![Vec::new(), template],
                texts: vec!["Sales".to_string()],
                outcomes: vec![Vec::new(), products.iter().map(row).collect()],
                ..Tables::default()
            },
            users: UsersState {
                names: none(),
                principal_names: none(),
                nicknames: none(),
                locations: vec![None; self.users],
                guests: vec![false; self.users],
                blocked: vec![false; self.users],
                mailboxes: vec![Default::default(); self.users],
                direct: vec![PathState::default(); self.users],
                edge_ends,
                edges,
                deleted: Vec::new(),
            },
            groups,
            properties: (self.users > 0)
                .then(|| (Member::User(UserId::at(random.below(self.users))), Property::DEPARTMENT, 1))
                .into_iter()
                .collect(),
            subscriptions: products.iter().map(subscription).collect(),
            queue: QueueState { started, waiting, moved: Vec::new() },
            ..TenantState::default()
        }
    }

    fn actions(self, random: &mut Random) -> Vec<Action> {
        let group = |random: &mut Random| GroupId::at(random.below(self.groups.max(1)));
        let action = |random: &mut Random| match random.below(5) {
            0 if random.below(100) == 0 => Action::Steps(u32::MAX),
            0 => Action::Steps(random.below(2_000) as u32),
            1 => Action::Steps(1),
            2 => Action::Command(Command::ReprocessGroup(group(random))),
            3 => {
                let user = UserId::at(random.below(self.users.max(1)));
                Action::Command(Command::AddMember(group(random), Member::User(user)))
            }
            _ => Action::Command(Command::Advance { days: random.below(40) as u16 }),
        };
        (0..self.actions).map(|_| action(random)).collect()
    }
}

/// Up to as many plans and products of its own as a tenant may have, and other plans for some products of the catalog.
fn own_catalog(catalog: &Catalog, products: &[ProductId], random: &mut Random) -> OwnCatalog {
    let listed: Vec<PlanId> = catalog.loaded_plans().map(|(plan, _)| plan).collect();
    let count = random.below(OwnCatalog::MOST + 1);
    let id = |number: usize| Guid((number as u128).to_be_bytes());
    let mut plans = || {
        let from = random.below(listed.len());
        let own = (0..random.below(count + 1)).map(OwnCatalog::plan_at);
        listed[from..].iter().copied().take(random.below(70)).chain(own).collect::<Vec<_>>()
    };
    OwnCatalog {
        products: (0..count)
            .map(|number| OwnProduct { guid: id(number), part_number: format!("OWN_{number}"), plans: plans() })
            .collect(),
        lists: products.iter().step_by(3).map(|product| (*product, plans())).collect(),
        plans: (0..count)
            .map(|number| OwnPlan { guid: id(number), name: format!("PLAN_{number}"), company_wide: number % 2 == 0 })
            .collect(),
    }
}

fn random_units(product: ProductId) -> u32 {
    product.raw() % 5
}

#[test]
fn whole_documents_open_and_can_be_driven_or_are_refused() {
    let catalog = Arc::new(licensing_catalog::decode(licensing_catalog::FULL).unwrap());
    let products = catalog.loaded_products().count();
    let (mut budget, mut opened, mut refused) = (Budget::new(), 0, 0);
    for seed in 1..=DOCUMENTS {
        let mut random = Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let shape = Shape::of(&mut random, products);
        let state = Box::new(shape.state(&catalog, &mut random));
        let actions = shape.actions(&mut random);
        let scenario = Scenario {
            position: random.below(actions.len() + 1),
            actions,
            ..Scenario::new(String::new(), &catalog, Base::State(state))
        };
        let is_written = Writing::within(scenario.clone(), LINK).finish().is_ok();
        let sealed = Writing::within(scenario, UNLIMITED).finish().unwrap();
        budget.begin();
        let read = |limits| Reading::of(Codec::Document, &sealed, catalog.revision, limits).and_then(Reading::finish);
        match read(LINK) {
            Ok(scenario) => opened += usize::from(drive(scenario, &catalog)),
            Err(ScenarioError::TooLarge { .. }) => {
                refused += 1;
                // As a file it may be opened all the same; what it does then is done in slices.
                _ = read(FILE).map(|scenario| scenario.open(catalog.clone()).is_ok());
            }
            Err(error) => panic!("seed {seed}, {shape:?}: {error}"),
        }
        budget.end(&format_args!("seed {seed}, {shape:?}, {} bytes", sealed.len()));
        assert_eq!(is_written, read(LINK).is_ok(), "seed {seed}, {shape:?}: what is written is what is read");
    }
    println!("{opened} opened, {refused} refused");
    budget.print();
    assert!(opened > DOCUMENTS as usize / 3 && refused > 0);
}

/// Links that were found to stop the page, or not to be what they were after they had been saved.
const FOUND: [&str; 5] = [
    "#/s/CE1YdfSp4Q9riMVkKgZysm2T7ArOCnb3RAtD-lp_4f13FvPU3RtG18xRdnhUK8_53N9KUQ_nnilPbbEtjH4MwYby5l_FOec7Oajrm7d5U1lRFko",
    "#/s/CA1OJKVNWslg218d1IaIKxFCdQ",
    "#/s/CBJOJKVNWslg218d1NjAZ435mvKExtUv",
    "#/s/CAZZaeLEzn2L_an7",
    "#/s/CARZkeXIylpzVA",
];

#[test]
fn links_that_did_harm_open_to_something_that_can_be_driven_or_are_refused() {
    for found in FOUND {
        match link::decode(found, catalog().revision) {
            Ok(scenario) => println!("{found}: opened {}", drive(scenario, &catalog())),
            Err(error) => println!("{found}: {error}"),
        }
    }
}

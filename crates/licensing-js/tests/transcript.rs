//! A transcript says everything: its requests and calls, done again on a tenant that began the same, give the same
//! tenant, whatever was done.
#![allow(
    clippy::panic,
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test that stops where something is wrong is what is wanted here"
)]

use std::collections::BTreeMap;
use std::sync::Arc;

use licensing_conformance::cast::{Cast, dense_catalog};
use licensing_conformance::compare::Operation;
use licensing_conformance::generate::{Generator, Mood};
use licensing_conformance::random::Random;
use licensing_core::{Action, History, Tenant};
use licensing_graph::transcript::{Done, LabCall, Meaning, Transcript};
use licensing_graph::{Request, handle};
use licensing_js::Method;
use licensing_model::command::GroupKind;
use licensing_model::{Catalog, Command, Created, TenantSettings};
use licensing_wording::{Message, Words};
use serde_json::Value;

/// What every action is called.
static NO_NAME: Message = Message::Exact(String::new());

const LENGTH: usize = 250;
const WORLDS: u64 = 80;

/// What was done in a random world, and what came of it.
struct World {
    settings: TenantSettings,
    history: History,
    created: Vec<Option<Created>>,
}

fn travel(seed: u64, catalog: &Arc<Catalog>, cast: Cast) -> World {
    let mut generator = Generator::new(seed, cast, Mood::Wild);
    let settings = generator.settings();
    let mut history = History::new(Tenant::new(Arc::clone(catalog), settings.clone()));
    let mut created = Vec::new();
    for _ in 0..LENGTH {
        let operation = generator.next_operation(&history.tenant().snapshot());
        let before = history.position();
        let made = match &operation {
            Operation::Command(command) => history.apply(command.clone()).ok().and_then(|accepted| accepted.created),
            Operation::Step => history.step().and(None),
        };
        if history.position() > before {
            created.push(made);
        }
    }
    World { settings, history, created }
}

impl World {
    fn transcript(&self) -> Transcript<'_> {
        let done = self.history.actions().iter().zip(&self.created);
        let done = done.map(|(action, created)| Done { action, name: &NO_NAME, created: *created });
        Transcript::new(self.history.tenant(), Words::english(), done)
    }

    fn commands(&self) -> impl Iterator<Item = &Command> {
        self.history.actions().iter().filter_map(|action| match action {
            Action::Command(command) => Some(command),
            Action::Steps(_) | Action::Draft(_) => None,
        })
    }
}

fn call(lab: &mut History, LabCall { method, arguments }: LabCall) {
    let mut given = arguments.into_iter().map(Some);
    let arguments = [given.next().flatten(), given.next().flatten(), given.next().flatten()];
    let method = Method::named(method).expect("a method of lab");
    method.call(lab, &arguments).unwrap_or_else(|error| panic!("{}: {error}", method.name()));
}

/// The request as a client sends it: its body is text.
fn as_text(request: Request) -> Request {
    let body = request.body.map(|body| Value::String(body.to_string()));
    Request { body, ..request }
}

/// Whether a command is one that neither Graph nor `lab` has.
fn is_nowhere(command: &Command) -> bool {
    match command {
        Command::CreateGroup { kind, .. } => *kind == GroupKind::Distribution,
        Command::UpdateUser(_, patch) => patch.usage_location == Some(None),
        Command::SetExclusivePair { .. }
        | Command::SetPrerequisite { .. }
        | Command::SetCountry(_)
        | Command::SetWorkers(_) => true,
        _ => false,
    }
}

/// Does everything again by what the transcript says; counts how.
fn replay(world: &World, catalog: &Arc<Catalog>, counts: &mut BTreeMap<&'static str, usize>) -> History {
    let mut lab = History::new(Tenant::new(Arc::clone(catalog), world.settings.clone()));
    let mut commands = world.commands();
    for entry in world.transcript().entries() {
        let command = entry.number.and_then(|_| commands.next());
        let how = match entry.meaning {
            Meaning::Graph { request, status } => {
                assert!(!entry.powershell.starts_with('#'), "{}", entry.powershell);
                let answer = handle(&mut lab, &as_text(request.clone()));
                assert_eq!(answer.status, status, "{request:?}: {answer:?}");
                "graph"
            }
            Meaning::Lab { call: stand_in, .. } => {
                let name = stand_in.method;
                call(&mut lab, stand_in);
                name
            }
            Meaning::Nowhere { .. } => {
                let command = command.expect("a command");
                assert!(is_nowhere(command), "{command:?} could be said");
                lab.apply(command.clone()).expect("it was accepted before");
                "nowhere"
            }
            Meaning::Steps(steps) => {
                (0..steps).for_each(|_| call(&mut lab, LabCall { method: "step", arguments: Vec::new() }));
                "step"
            }
        };
        *counts.entry(how).or_default() += 1;
    }
    assert_eq!(commands.next(), None, "every command has an entry");
    lab
}

fn every_transcript_leads_to_the_same_tenant(catalog: &Arc<Catalog>, cast: impl Fn(u64) -> Cast) {
    let mut counts = BTreeMap::new();
    for seed in 0..WORLDS {
        let world = travel(seed, catalog, cast(seed));
        let again = replay(&world, catalog, &mut counts);
        let (one, other) = (world.history.tenant(), again.tenant());
        assert_eq!(one.snapshot(), other.snapshot(), "seed {seed}");
        assert_eq!(one.digest(), other.digest(), "seed {seed}");
    }
    for how in ["graph", "setUnits", "setAddresses", "addContact", "setRules", "advance", "reprocessGroup", "step"] {
        assert!(counts.get(how).is_some_and(|count| *count > 20), "too little of {how}: {counts:?}");
    }
    for how in ["addServicePlan", "nowhere"] {
        assert!(counts.contains_key(how), "none of {how}: {counts:?}");
    }
}

#[test]
fn a_transcript_done_again_gives_the_same_tenant() {
    let catalog = Arc::new(licensing_catalog::starter());
    every_transcript_leads_to_the_same_tenant(&catalog, |seed| Cast::starter(&catalog, &mut Random::new(!seed)));
}

#[test]
fn a_transcript_done_again_gives_the_same_tenant_in_the_dense_catalog() {
    let catalog = Arc::new(dense_catalog());
    every_transcript_leads_to_the_same_tenant(&catalog, |_| Cast::dense(&catalog));
}

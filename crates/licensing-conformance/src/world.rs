//! What the engine and the reference model have in common.

use std::sync::Arc;

use licensing_model::snapshot::{Snapshot, StepSnapshot};
use licensing_model::{Catalog, Command, Refusal, TenantSettings, command::Created};
use licensing_reference::Model;

/// A tenant that can be asked, stepped and observed.
pub trait World {
    /// How reports call it.
    const NAME: &'static str;

    /// A new tenant.
    fn start(catalog: Arc<Catalog>, settings: TenantSettings) -> Self;

    /// Carries out a command.
    fn apply(&mut self, command: &Command) -> Result<Option<Created>, Refusal>;

    /// Takes one step of the background; `None` if nothing waits.
    fn step(&mut self) -> Option<StepSnapshot>;

    /// Takes `most` steps of the background at once, or as many as there are. Answers how many.
    fn settle(&mut self, most: u32) -> u32 {
        (0..most).take_while(|_| self.step().is_some()).count() as u32
    }

    /// Everything that can be observed.
    fn snapshot(&self) -> Snapshot;

    /// What is wrong with it, if it can tell by itself.
    fn fault(&self) -> Option<String> {
        None
    }
}

impl World for Model {
    const NAME: &'static str = "reference";

    fn start(catalog: Arc<Catalog>, settings: TenantSettings) -> Self {
        Model::new(catalog, settings)
    }

    fn apply(&mut self, command: &Command) -> Result<Option<Created>, Refusal> {
        Model::apply(self, command)
    }

    fn step(&mut self) -> Option<StepSnapshot> {
        Model::step(self)
    }

    fn snapshot(&self) -> Snapshot {
        Model::snapshot(self)
    }
}

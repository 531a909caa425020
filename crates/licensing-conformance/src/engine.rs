//! The engine as a world. Only its public interface is used: the reference model must not lean on its insides.

use std::sync::Arc;

use licensing_core::{Memory, Tenant};
use licensing_model::command::Created;
use licensing_model::snapshot::{Snapshot, StepSnapshot};
use licensing_model::{Catalog, Command, Refusal, TenantSettings};

use crate::world::World;

impl World for Tenant {
    const NAME: &'static str = "engine";

    fn start(catalog: Arc<Catalog>, settings: TenantSettings) -> Self {
        Tenant::new(catalog, settings)
    }

    fn apply(&mut self, command: &Command) -> Result<Option<Created>, Refusal> {
        Tenant::apply(self, command).map(|accepted| accepted.created)
    }

    fn step(&mut self) -> Option<StepSnapshot> {
        Tenant::step(self).map(|outcome| outcome.snapshot())
    }

    fn snapshot(&self) -> Snapshot {
        Tenant::snapshot(self)
    }
}

/// The engine without its memory: each user is judged anew.
pub struct JudgedAnew(Tenant);

impl World for JudgedAnew {
    const NAME: &'static str = "engine without memory";

    fn start(catalog: Arc<Catalog>, settings: TenantSettings) -> Self {
        let mut tenant = Tenant::new(catalog, settings);
        tenant.set_memory(Memory::Off);
        JudgedAnew(tenant)
    }

    fn apply(&mut self, command: &Command) -> Result<Option<Created>, Refusal> {
        World::apply(&mut self.0, command)
    }

    fn step(&mut self) -> Option<StepSnapshot> {
        World::step(&mut self.0)
    }

    fn snapshot(&self) -> Snapshot {
        World::snapshot(&self.0)
    }
}

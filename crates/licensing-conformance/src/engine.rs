//! The engine as a world. Only its public interface is used: the reference model must not lean on its insides.

use std::fmt::Debug;
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

    fn settle(&mut self, most: u32) -> u32 {
        Tenant::settle(self, most).steps
    }

    fn snapshot(&self) -> Snapshot {
        Tenant::snapshot(self)
    }
}

/// The engine with its memory and, beside it, without, where each user is judged anew. The two are to be the same to the last
/// byte.
pub struct EitherWay {
    kept: Tenant,
    anew: Tenant,
    fault: Option<String>,
}

impl EitherWay {
    /// Does the same to both. Answers what the one with its memory answers.
    fn both<T: PartialEq + Debug>(
        &mut self,
        kept: impl FnOnce(&mut Tenant) -> T,
        anew: impl FnOnce(&mut Tenant) -> T,
    ) -> T {
        let (answer, other) = (kept(&mut self.kept), anew(&mut self.anew));
        if answer != other {
            self.fault = Some(format!("the answer with the memory: {answer:?}, without {other:?}"));
        } else if self.kept.digest() != self.anew.digest() {
            self.fault = Some("what is kept of templates: it changes the tenant".to_owned());
        }
        answer
    }
}

impl World for EitherWay {
    const NAME: &'static str = "engine";

    fn start(catalog: Arc<Catalog>, settings: TenantSettings) -> Self {
        let kept = Tenant::new(catalog, settings);
        let mut anew = kept.clone();
        anew.set_memory(Memory::Off);
        EitherWay { kept, anew, fault: None }
    }

    fn apply(&mut self, command: &Command) -> Result<Option<Created>, Refusal> {
        self.both(|kept| kept.apply(command), |anew| anew.apply(command)).map(|accepted| accepted.created)
    }

    fn step(&mut self) -> Option<StepSnapshot> {
        self.both(Tenant::step, Tenant::step).map(|outcome| outcome.snapshot())
    }

    /// Without the memory they are taken at once or one by one.
    fn settle(&mut self, most: u32) -> u32 {
        let one_by_one = |tenant: &mut Tenant| (0..most).take_while(|_| tenant.step().is_some()).count() as u32;
        let at_once = |tenant: &mut Tenant| tenant.settle(most).steps;
        if most.is_multiple_of(2) { self.both(at_once, at_once) } else { self.both(at_once, one_by_one) }
    }

    fn snapshot(&self) -> Snapshot {
        self.kept.snapshot()
    }

    fn fault(&self) -> Option<String> {
        self.fault.clone()
    }
}

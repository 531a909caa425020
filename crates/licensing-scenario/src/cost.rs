//! What each part of a scenario adds to a link: how much shorter it would be without.

use alloc::vec::Vec;

use licensing_core::Tenant;
use licensing_model::state::QueueState;

use crate::scenario::{Base, Scenario};

/// A part of a scenario that has a cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CostPart {
    /// Names and addresses: what is saved by labels in their place.
    Names,
    /// What waits in the queue.
    Queue,
    /// What was done.
    History,
}

impl CostPart {
    /// All of them.
    pub const ALL: [CostPart; 3] = [CostPart::Names, CostPart::Queue, CostPart::History];
}

impl Scenario {
    /// The scenario without a part, to be measured and not to be opened; none where it has no such part. `beginning` is
    /// the tenant that the actions start from.
    pub fn without(&self, part: CostPart, beginning: &Tenant) -> Option<Scenario> {
        match (part, &self.base) {
            (CostPart::Names, _) => Some(self.clone().with_labels(beginning)),
            (CostPart::Queue, Base::State(state)) if state.queue != QueueState::default() => {
                let mut rest = self.clone();
                if let Base::State(state) = &mut rest.base {
                    state.queue = QueueState::default();
                }
                Some(rest)
            }
            (CostPart::History, _) if !self.actions.is_empty() => {
                Some(Scenario { actions: Vec::new(), position: 0, branches: Vec::new(), ..self.clone() })
            }
            _ => None,
        }
    }
}

//! What the methods of a lab work on.

use licensing_core::state::AuditLog;
use licensing_core::{History, StepOutcome};
use licensing_scenario::Scenario;
use licensing_session::Session;

/// A tenant that commands change and whose background can be moved on.
pub trait Subject: licensing_graph::Lab {
    /// Takes one step of the background; none where nothing waits.
    fn step(&mut self) -> Option<StepOutcome>;

    /// Takes steps until nothing waits. Answers how many.
    fn settle(&mut self) -> u32;

    /// The tenant as it is now, with the draft, without how it came to be.
    fn moment(&self, audit: AuditLog) -> Scenario;
}

impl Subject for History {
    fn step(&mut self) -> Option<StepOutcome> {
        History::step(self)
    }

    fn settle(&mut self) -> u32 {
        History::settle(self, u32::MAX).steps
    }

    fn moment(&self, audit: AuditLog) -> Scenario {
        Scenario::of_moment(String::new(), self, audit)
    }
}

impl Subject for Session {
    fn step(&mut self) -> Option<StepOutcome> {
        Session::step(self)
    }

    fn settle(&mut self) -> u32 {
        let before = self.steps_done();
        self.run(u32::MAX);
        u32::try_from(self.steps_done().saturating_sub(before)).unwrap_or(u32::MAX)
    }

    fn moment(&self, audit: AuditLog) -> Scenario {
        Scenario { title: String::new(), ..self.as_state(audit) }
    }
}

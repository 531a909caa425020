//! The document as scripts and requests see it: what they do has its name in the history, like what is clicked.

use licensing_core::{Accepted, StepOutcome, Tenant};
use licensing_js::Subject;
use licensing_model::{Command, Refusal};

use crate::document::Document;

impl licensing_graph::Lab for Document {
    fn tenant(&self) -> &Tenant {
        Document::tenant(self)
    }

    fn apply(&mut self, command: &Command) -> Result<Accepted, Refusal> {
        self.carry_out(command)
    }
}

impl Subject for Document {
    fn step(&mut self) -> Option<StepOutcome> {
        self.take_step().map(|(outcome, _)| outcome)
    }

    fn settle(&mut self) -> u32 {
        let before = self.steps_done();
        self.run(u32::MAX);
        u32::try_from(self.steps_done().saturating_sub(before)).unwrap_or(u32::MAX)
    }
}

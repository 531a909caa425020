//! Changes that are collected before any of them is made. They are part of what is worked on: kept, shared and undone
//! with it.

use licensing_foresight::Draft;
use licensing_model::Command;
use licensing_view::foresight::{self, DraftView};

use crate::reading::Reading;
use crate::session::Session;

impl Reading<'_> {
    /// The draft as it is shown.
    pub fn draft(&self) -> DraftView {
        foresight::draft(self.words(), self.tenant(), &self.document().as_draft())
    }

    /// Whether these commands are all that is collected.
    pub fn is_draft(&self, commands: &[Command]) -> bool {
        self.document().draft() == commands
    }
}

impl Session {
    /// Collects more commands. Answers whether there was room for all of them.
    pub fn collect_more(&mut self, commands: Vec<Command>) -> bool {
        let all = [self.draft(), &commands].concat();
        self.collect(all)
    }

    /// Moves a command of the draft to another place. Answers whether both places exist.
    pub fn move_drafted(&mut self, from: usize, to: usize) -> bool {
        let mut draft = self.as_draft();
        draft.move_to(from, to) && self.collect(draft.into_commands())
    }

    /// Takes a command out of the draft. Answers whether it was there.
    pub fn take_out_drafted(&mut self, at: usize) -> bool {
        let mut draft = self.as_draft();
        draft.remove(at).is_some() && self.collect(draft.into_commands())
    }

    /// Puts changes of the draft together into fewer requests. Answers whether that is possible.
    pub fn put_draft_together(&mut self) -> bool {
        let fewer = self.as_draft().in_fewer(self.tenant());
        fewer.is_some_and(|fewer| self.collect(fewer.into_commands()))
    }

    fn as_draft(&self) -> Draft {
        Draft::of(self.draft().to_vec())
    }
}

//! Changes that are collected before any of them is made.

use licensing_foresight::Draft;
use licensing_model::Command;
use licensing_view::foresight::{self, DraftView};

use crate::reading::Reading;
use crate::session::Session;

/// The most changes that a draft holds.
pub const MOST_DRAFTED: usize = Draft::MOST;

/// `commands` with the one at `from` moved to `to`; as they were where there is no such place.
pub fn moved(commands: Vec<Command>, from: usize, to: usize) -> Vec<Command> {
    let mut draft = Draft::of(commands);
    let _ = draft.move_to(from, to);
    draft.commands().to_vec()
}

impl Reading<'_> {
    /// The draft as it is shown.
    pub fn draft(&self, commands: &[Command]) -> DraftView {
        foresight::draft(self.words(), self.tenant(), &Draft::of(commands.to_vec()))
    }
}

impl Session {
    /// The same changes in fewer requests, where that is possible.
    pub fn in_fewer(&self, commands: &[Command]) -> Option<Vec<Command>> {
        let fewer = Draft::of(commands.to_vec()).in_fewer(self.tenant())?;
        Some(fewer.commands().to_vec())
    }
}

//! What commands that cure lead to beside that, in slices.

use licensing_core::Diff;
use licensing_core::diff::Comparing;
use licensing_model::{Command, Sliced};

use super::trial::Trial;
use crate::preview::{Preview, Previewing};

/// A look at what commands lead to, under way.
#[derive(Debug)]
pub(super) struct Weighing(Stage);

#[derive(Debug)]
enum Stage {
    Looking(Box<Previewing>),
    /// What waits already is not the commands' doing: it is left out.
    Comparing(Box<(Preview, Comparing)>),
}

impl Weighing {
    /// Begins; none where a command is refused.
    pub(super) fn new(trial: &Trial, commands: Vec<Command>) -> Option<Weighing> {
        let previewing = Previewing::new(trial.tenant(), commands).ok()?;
        Some(Weighing(Stage::Looking(Box::new(previewing))))
    }

    /// Goes on for about `work` steps or users. Answers with the preview, and with what differs from the tenant once
    /// nothing waits; before that with itself.
    pub(super) fn advance(self, trial: &Trial, work: u32) -> Result<(Preview, Diff), Weighing> {
        match self.0 {
            Stage::Looking(mut previewing) => {
                let Ok(is_seen) = previewing.advance(work);
                if !is_seen {
                    return Err(Weighing(Stage::Looking(previewing)));
                }
                let preview = previewing.finish();
                if !trial.has_waiting() {
                    let diff = preview.diff.clone();
                    return Ok((preview, diff));
                }
                let comparing = Comparing::new(trial.settled(), &preview.after);
                Err(Weighing(Stage::Comparing(Box::new((preview, comparing)))))
            }
            Stage::Comparing(mut both) => {
                let (preview, comparing) = &mut *both;
                if !comparing.advance(trial.settled(), &preview.after, work as usize) {
                    return Err(Weighing(Stage::Comparing(both)));
                }
                let (preview, comparing) = *both;
                Ok((preview, comparing.finish()))
            }
        }
    }
}

//! To another moment of the history, in slices: what lies between here and there is done again.

use core::convert::Infallible;

use licensing_model::Sliced;
use licensing_scenario::storage::Entry;

use crate::log::Log;
use crate::session::Session;

/// What is nearer, in users looked at, is gone to at once.
const NEAR: usize = 5_000;

/// A session on its way to another moment. Until it is there the session stays where it is.
#[derive(Debug)]
pub struct Going {
    log: Log,
    to: usize,
    /// How many steps of the next action are taken.
    begun: u32,
    is_there: bool,
    done: usize,
    all: usize,
}

impl Session {
    /// Whether the moment at which so many actions are done is another one, and far.
    pub fn is_far(&self, to: usize) -> bool {
        let log = self.log();
        log.is_another(to) && log.history().cost_of_going_to(to) > NEAR
    }

    /// Begins to go to the moment at which so many actions are done; none where it is near, or where there is none.
    pub fn begin_going(&self, to: usize) -> Option<Going> {
        let log = self.log();
        let all = log.history().cost_of_going_to(to);
        self.is_far(to).then(|| Going { log: log.clone(), to, begun: 0, is_there: false, done: 0, all })
    }

    /// Is where that leads. Nothing may have been done to the session since it began, but for its name.
    pub fn arrive(&mut self, mut going: Going) {
        let Ok(()) = going.complete();
        let to = going.to;
        self.go_on_from(going.log, Entry::GoTo(to));
    }
}

impl Sliced for Going {
    type Fault = Infallible;

    /// Goes on for so many actions and steps. Answers whether it is there.
    fn advance(&mut self, work: u32) -> Result<bool, Infallible> {
        if !self.is_there {
            self.is_there = self.log.go_towards(self.to, work as usize, &mut self.begun);
            self.done = self.done.saturating_add(work as usize);
        }
        Ok(self.is_there)
    }

    fn progress(&self) -> (usize, usize) {
        (if self.is_there { self.all } else { self.done.min(self.all) }, self.all)
    }
}

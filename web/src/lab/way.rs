//! The ways through the history: back, forth, and to any moment. What is far is gone to in slices, between which the page
//! answers; what does that comes with what else is not needed at first.

use std::pin::Pin;

use leptos::prelude::*;
use licensing_session::Session;
use wasm_bindgen_futures::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::Lab;
use crate::slices::run_told;

/// Actions and steps between two looks at the clock.
const STEPS: u32 = 500;

/// What is said once another moment is there.
#[derive(Clone, Debug)]
pub(crate) enum Then {
    /// Nothing: whoever went there sees it.
    Nothing,
    /// This.
    Say(String),
    /// Where that is, in these words.
    SayWhere(Memo<String>),
}

impl Lab {
    /// Takes the last action back. Answers whether there was one.
    pub(crate) fn undo(self) -> bool {
        self.back().is_some_and(|(to, said)| self.travel(to, Then::Say(said)))
    }

    /// Does the next action again. Answers whether there was one.
    pub(crate) fn redo(self) -> bool {
        self.forth().is_some_and(|(to, said)| self.travel(to, Then::Say(said)))
    }

    /// The same for a script, which reads what came of it at once.
    pub(crate) fn undo_at_once(self) -> bool {
        self.back().is_some_and(|(to, said)| self.jump(to, Then::Say(said)))
    }

    /// The same for a script, which reads what came of it at once.
    pub(crate) fn redo_at_once(self) -> bool {
        self.forth().is_some_and(|(to, said)| self.jump(to, Then::Say(said)))
    }

    /// Where undo leads, and what is said there.
    fn back(self) -> Option<(usize, String)> {
        self.pause();
        let (words, (to, name)) = (self.words_now(), self.document.with_untracked(Session::before)?);
        Some((to, words.undid(&words.say(&name))))
    }

    /// Where redo leads, and what is said there.
    fn forth(self) -> Option<(usize, String)> {
        self.pause();
        let (words, (to, name)) = (self.words_now(), self.document.with_untracked(Session::after)?);
        Some((to, words.redid(&words.say(&name))))
    }

    /// Goes to the moment of the history at which so many actions are done. Answers whether that is another one.
    pub(crate) fn go_to(self, position: usize) -> bool {
        self.pause();
        let moved = self.change(|document| document.go_to(position)).unwrap_or_default();
        if moved {
            self.refusal.set(None);
        }
        moved
    }

    /// Goes to a moment that somebody has pointed at.
    pub(crate) fn show_moment(self, to: usize) {
        self.travel(to, Then::Nothing);
    }

    /// Goes there at once, and says what is to be said there.
    fn jump(self, to: usize, then: Then) -> bool {
        let moved = self.go_to(to);
        if moved {
            self.say_there(then);
        }
        moved
    }

    fn say_there(self, then: Then) {
        match then {
            Then::Nothing => {}
            Then::Say(said) => self.say(said),
            Then::SayWhere(here) => self.say(here.get_untracked()),
        }
    }

    /// Goes there in slices where it is far: the page answers meanwhile, and whatever is done is done where one is, which
    /// nobody leaves any more then.
    pub(crate) fn travel(self, to: usize, then: Then) -> bool {
        if self.on_the_way.with_untracked(|way| way.is_some_and(|(other, _)| other == to)) {
            return true;
        }
        self.pause();
        self.stay();
        self.keeping.look();
        if !self.keeping.is_open() {
            return false;
        }
        if !self.session(|document| document.is_far(to)) {
            return self.jump(to, then);
        }
        let is_wanted = self.going.ask();
        self.on_the_way.set(Some((to, 0)));
        spawn_local(async move {
            // Without what leads there in slices one goes there at once.
            let is_there = match go(self, to, is_wanted).await {
                Ok(is_there) => is_there,
                Err(_) => is_wanted() && self.go_to(to),
            };
            if is_there {
                self.refusal.set(None);
                self.say_there(then);
            }
        });
        true
    }

    /// Whoever is on the way to another moment stays here.
    pub(super) fn stay(self) {
        if self.on_the_way.with_untracked(Option::is_some) {
            let _ = self.going.ask();
            self.on_the_way.set(None);
        }
    }
}

/// Somebody who is under way, until it is known whether that led there.
type Way = Pin<Box<dyn Future<Output = bool>>>;

/// Goes there, as long as that is wanted. Answers whether one is there.
async fn go(lab: Lab, to: usize, is_wanted: impl Fn() -> bool + 'static) -> Result<bool, SplitLoaderError> {
    Ok(piece((lab, to, Box::new(is_wanted))).await?.await)
}

#[wasm_split(keeping, fallible)]
fn piece((lab, to, is_wanted): (Lab, usize, Box<dyn Fn() -> bool>)) -> Result<Way, SplitLoaderError> {
    Ok(Box::pin(async move {
        // Something may have been done while this was on its way.
        let begun = if is_wanted() { lab.session(|document| document.begin_going(to)) } else { None };
        let Some(mut going) = begun else { return false };
        let tell = move |percent| lab.on_the_way.set(Some((to, percent)));
        let Ok(is_there) = run_told(&*is_wanted, tell, &mut going, STEPS).await;
        is_there && lab.change(|document| document.arrive(going)).is_some()
    }))
}

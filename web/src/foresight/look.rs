//! A look at what commands would lead to, as a signal: in slices, of several requests the newest counts.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use licensing_model::Command;
use licensing_session::foresight::{AT_ONCE, Looked, Refused};

use crate::lab::Lab;
use crate::slices::{self, Newest};

/// How far a look is.
#[derive(Clone, Debug)]
pub(super) enum Look {
    /// Nothing is asked.
    Nothing,
    /// So much of it is done, in percent.
    Under(usize),
    /// What it would lead to.
    Here(Arc<Looked>),
    /// It would be refused.
    Refused(Arc<Refused>),
}

impl Look {
    /// What it would lead to, if that is known.
    pub(super) fn here(&self) -> Option<Arc<Looked>> {
        match self {
            Look::Here(looked) => Some(Arc::clone(looked)),
            _ => None,
        }
    }

    /// Why it would be refused, if it would.
    pub(super) fn refused(&self) -> Option<Arc<Refused>> {
        match self {
            Look::Refused(refused) => Some(Arc::clone(refused)),
            _ => None,
        }
    }
}

/// Looks at `commands` whenever they change, or `again` does. The page has its turn before each look begins, so that
/// what is typed meanwhile is asked once.
pub(super) fn look(lab: Lab, commands: Signal<Vec<Command>>, again: RwSignal<u32>) -> RwSignal<Look> {
    let look = RwSignal::new(Look::Nothing);
    let newest = Newest::new();
    Effect::new(move |_| {
        again.track();
        let commands = commands.get();
        let is_newest = newest.ask();
        if commands.is_empty() {
            look.set(Look::Nothing);
            return;
        }
        spawn_local(async move {
            slices::breath().await;
            if !is_newest() {
                return;
            }
            let words = lab.words_now();
            let mut looking = match lab.session(|document| document.look(words, commands)) {
                Ok(looking) => looking,
                Err(refused) => {
                    let _ = look.try_set(Look::Refused(Arc::from(refused)));
                    return;
                }
            };
            let tell = |percent| _ = look.try_set(Look::Under(percent));
            let Ok(is_done) = slices::run_told(&is_newest, tell, &mut looking, AT_ONCE).await;
            if is_done && is_newest() {
                let _ = look.try_set(Look::Here(Arc::new(looking.finish())));
            }
        });
    });
    look
}

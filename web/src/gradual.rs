//! Values that take long in a large tenant: they are made in slices, from a copy of the tenant, and until a new one is
//! there the one from before stands. What is quickly done is done at once, so that a small tenant never waits.

use std::cell::Cell;
use std::mem;

use leptos::prelude::*;
use leptos::task::spawn_local;
use licensing_model::{Paced, Sliced};

use crate::slices::{breath, run};

/// Units that are done at once: a few milliseconds of glances at users. All that is asked for in one turn shares them.
const AT_ONCE: u32 = 30_000;
/// Units between two looks at the clock.
const SLICE: u32 = 2_000;

thread_local! {
    /// What of [`AT_ONCE`] this turn has left.
    static LEFT: Cell<u32> = const { Cell::new(AT_ONCE) };
}

/// Does of `work` what the turn has room for; where it is known to need more than that, next to nothing: what comes late
/// anyway need not hold up what else the turn does.
fn begin_at_once<T>(work: &mut Paced<T>) {
    let left = LEFT.get();
    if left == AT_ONCE {
        spawn_local(async {
            breath().await;
            LEFT.set(AT_ONCE);
        });
    }
    let Ok(_) = work.advance(1);
    let (_, all) = work.progress();
    if u32::try_from(all).is_ok_and(|all| all <= left) {
        let Ok(_) = work.advance(left);
    }
    let (done, _) = work.progress();
    LEFT.set(left.saturating_sub(u32::try_from(done).unwrap_or(u32::MAX)));
}

/// A value that is on its way now and then.
pub(crate) struct Gradual<T: Send + Sync + 'static> {
    /// The newest that is there.
    pub(crate) value: Memo<Option<T>>,
    /// A newer one is on its way.
    pub(crate) is_late: Memo<bool>,
}

impl<T: Send + Sync> Clone for Gradual<T> {
    fn clone(&self) -> Gradual<T> {
        *self
    }
}

impl<T: Send + Sync> Copy for Gradual<T> {}

/// What is known of a value.
struct State<Q, T> {
    /// How often it was asked for.
    asked: u32,
    /// What was asked last, while that is on its way, and by which of those times.
    under_way: Option<(u32, Q)>,
    /// The document has changed meanwhile.
    is_stale: bool,
    /// The newest value, and by which of those times it was asked for.
    there: Option<(u32, T)>,
}

/// What `begin` makes for what `ask` answers, given what is there. Both are followed: where the question changes, work
/// that goes on for another one is dropped, the newest wins; where anything else does, it goes on to its end first, so that
/// something new is seen however often that is.
pub(crate) fn gradual<Q, T>(
    ask: impl Fn() -> Q + Send + Sync + 'static,
    begin: impl Fn(&Q, Option<&T>) -> Paced<T> + Send + Sync + 'static,
) -> Gradual<T>
where
    Q: PartialEq + Send + Sync + 'static,
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let state =
        StoredValue::new(State { asked: 0, under_way: None::<(u32, Q)>, is_stale: false, there: None::<(u32, T)> });
    // What comes late, and what has to be asked for again once it came.
    let (arrived, again) = (RwSignal::new(()), RwSignal::new(()));
    let asked = Memo::new(move |_| {
        again.track();
        let question = ask();
        let there = state.with_value(|state| state.there.as_ref().map(|(_, value)| value.clone()));
        let mut work = begin(&question, there.as_ref());
        let is_under_way = state.try_update_value(|state| {
            let is_same = state.under_way.as_ref().is_some_and(|(_, other)| *other == question);
            state.is_stale = is_same;
            is_same.then_some(state.asked)
        });
        if let Some(Some(asked)) = is_under_way {
            return asked;
        }
        let number = state.with_value(|state| state.asked.wrapping_add(1));
        begin_at_once(&mut work);
        let outcome = work.outcome();
        let is_late = outcome.is_none();
        state.update_value(|state| {
            state.asked = number;
            state.under_way = is_late.then_some((number, question));
            if let Some(value) = outcome {
                state.there = Some((number, value));
            }
        });
        if is_late {
            spawn_local(async move {
                let is_it = |state: &State<Q, T>| state.under_way.as_ref().is_some_and(|(at, _)| *at == number);
                let is_wanted = move || state.try_with_value(is_it).unwrap_or_default();
                // What else is new is shown first.
                breath().await;
                if !is_wanted() {
                    return;
                }
                let Ok(true) = run(&is_wanted, &mut work, SLICE).await else { return };
                let is_stale = state.try_update_value(|state| {
                    state.there = work.outcome().map(|value| (number, value));
                    state.under_way = None;
                    mem::take(&mut state.is_stale)
                });
                _ = arrived.try_set(());
                if is_stale == Some(true) {
                    _ = again.try_set(());
                }
            });
        }
        number
    });
    // To follow the question is not to ask it: its number is read.
    let value = Memo::new(move |_| {
        asked.get();
        arrived.track();
        state.with_value(|state| state.there.as_ref().map(|(_, value)| value.clone()))
    });
    let is_late = Memo::new(move |_| {
        asked.get();
        arrived.track();
        state.with_value(|state| state.under_way.is_some())
    });
    Gradual { value, is_late }
}

//! The way to a moment of the history that is far: in slices, between which the page answers. It comes with what else is not
//! needed at first.

use std::pin::Pin;

use leptos::prelude::Set;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::Lab;
use crate::slices::run_told;

/// Actions and steps between two looks at the clock.
const STEPS: u32 = 500;

/// Somebody who is under way, until it is known whether that led there.
type Way = Pin<Box<dyn Future<Output = bool>>>;

/// Goes there, as long as that is wanted. Answers whether one is there.
pub(super) async fn go(lab: Lab, to: usize, is_wanted: impl Fn() -> bool + 'static) -> Result<bool, SplitLoaderError> {
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

//! Views in pieces of the module that are fetched when somebody goes there.
//!
//! A function marked `#[wasm_split(name, fallible)]` is the entrance of a piece: it, and all that nothing outside the
//! piece needs, is left out of what the page starts with. It answers with the function that builds the view:
//!
//! ```ignore
//! #[wasm_split(audit, fallible)]
//! fn audit() -> Fetched<RwSignal<bool>> {
//!     Ok(|open| view! { <AuditScreen open=open /> }.into_any())
//! }
//!
//! later(Spot::Screen, || Box::pin(audit()), open)
//! ```
//!
//! Entrances of the same name are in one piece. What several pieces need is in one more, which is fetched with the first
//! of them; so views that need the same large library belong in one piece.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;
use wasm_split_helpers::SplitLoaderError;

use crate::fetch::later_styles;
use crate::slices::breath;
use crate::speech::Speech;
use crate::{dom, language, text};

/// What an entrance answers: the function that builds the view from what the page hands it, or that the piece did not
/// come.
pub(crate) type Fetched<P> = Result<fn(P) -> AnyView, SplitLoaderError>;

/// A piece on its way.
type Fetching<P> = Pin<Box<dyn Future<Output = Fetched<P>>>>;

/// Where a view will be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Spot {
    /// It is the screen, with a heading that takes the focus.
    Screen,
    /// It is a part of the screen, with its own room.
    Within,
    /// It is beside the screen or over it.
    Beside,
}

/// How far a view is.
enum Arrival<P> {
    Awaited,
    Here(fn(P) -> AnyView),
    Failed,
}

// Derived, they would ask the same of `P`.
impl<P> Clone for Arrival<P> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<P> Copy for Arrival<P> {}

/// The view behind an entrance, built from `props` as soon as its piece is there: at once, unless it has to be fetched.
/// A piece that does not come is said, and can be asked for again.
pub(crate) fn later<P>(spot: Spot, entrance: fn() -> Fetching<P>, props: P) -> AnyView
where
    P: Clone + Send + Sync + 'static,
{
    let (speech, arrival) = (Speech::here(), RwSignal::new(Arrival::Awaited));
    fetch(speech, spot, entrance, arrival);
    let again = Callback::new(move |()| fetch(speech, spot, entrance, arrival));
    (move || match arrival.get() {
        Arrival::Awaited => awaited(spot),
        Arrival::Here(build) => build(props.clone()),
        Arrival::Failed => failed(spot, again),
    })
    .into_any()
}

fn fetch<P: 'static>(speech: Speech, spot: Spot, entrance: fn() -> Fetching<P>, arrival: RwSignal<Arrival<P>>) {
    let arrive = move |fetched: Fetched<P>| {
        // Whoever has gone elsewhere meanwhile has taken the signal away.
        let _ = arrival.try_set(fetched.map_or(Arrival::Failed, Arrival::Here));
    };
    let mut fetching = entrance();
    let styles = later_styles();
    // What is there already is shown without the blink of an eye between.
    if styles.is_none()
        && speech.words_now().is_whole()
        && let Poll::Ready(fetched) = fetching.as_mut().poll(&mut Context::from_waker(Waker::noop()))
    {
        return arrive(fetched);
    }
    arrival.set(Arrival::Awaited);
    spawn_local(async move {
        let fetched = fetching.await;
        let is_styled = match styles {
            Some(styles) => JsFuture::from(styles).await.is_ok(),
            None => true,
        };
        // Its texts are on their way since the page began.
        if !is_styled || !language::complete(speech).await {
            let _ = arrival.try_set(Arrival::Failed);
            return;
        }
        let focused = spot == Spot::Screen && dom::focused().is_some_and(|element| element.id() == "title");
        if focused {
            dom::blur_main();
        }
        arrive(fetched);
        if focused {
            // The heading that stood in for the screen's own is gone, and the focus with it.
            request_animation_frame(|| dom::focus("title"));
        }
    });
}

fn awaited(spot: Spot) -> AnyView {
    match spot {
        Spot::Screen => view! {
            <div class="page later">
                <h1 id="title" tabindex="-1">
                    {text::LOADING}
                </h1>
            </div>
        }
        .into_any(),
        Spot::Within => view! { <p class="card later-room pad small dim">{text::LOADING}</p> }.into_any(),
        Spot::Beside => ().into_any(),
    }
}

fn failed(spot: Spot, again: Callback<()>) -> AnyView {
    let retry = view! {
        <button class="btn btn--sm" type="button" on:click=move |_| again.run(())>
            {text::RETRY}
        </button>
    };
    match spot {
        Spot::Screen => view! {
            <div class="page" role="alert">
                <h1 id="title" tabindex="-1">
                    {text::LOADING_FAILED}
                </h1>
                <div class="end">{retry}</div>
            </div>
        }
        .into_any(),
        Spot::Within | Spot::Beside => view! {
            <div class="note note--err" class:later-note=spot == Spot::Beside role="alert">
                <div>{text::LOADING_FAILED}</div>
                <div class="end">{retry}</div>
            </div>
        }
        .into_any(),
    }
}

/// A view that takes long to build: what stands beside it is built first, and it in the turn after that. Until then it has
/// the room of a window, so that nothing below it comes into sight and goes again.
pub(crate) fn next_turn(build: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
    let is_its_turn = RwSignal::new(false);
    spawn_local(async move {
        breath().await;
        _ = is_its_turn.try_set(true);
    });
    let view = move || match is_its_turn.get() {
        true => build(),
        false => view! { <div class="turn-room">{""}</div> }.into_any(),
    };
    view.into_any()
}

/// A view that nobody sees at first: it is built when the browser has nothing else to do.
pub(crate) fn soon(build: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
    let is_time = RwSignal::new(false);
    dom::idle(move || _ = is_time.try_set(true));
    (move || is_time.get().then(&build)).into_any()
}

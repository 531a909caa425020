//! Following a path: what is pointed at or has the focus stands out with everything on its paths, in the drawing and in
//! the table, and the arrow keys lead along it.
//!
//! One listener of each kind hears for all elements; an element says by an attribute which spot of the map it is. The
//! work is one pass over the elements of the map, whose number is limited.

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use licensing_view::map::{MapView, Move};
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, HtmlElement};

/// The attribute with the spot of an element.
pub(super) const SPOT: &str = "data-spot";
/// The attribute of what stands out.
const LIT: &str = "data-lit";
/// The attribute of the whole, while something stands out.
const FOLLOWED: &str = "data-followed";

/// What is followed, and where the keyboard is.
#[derive(Clone, Copy)]
struct Trail {
    map: Memo<MapView>,
    /// What the pointer is on.
    pointed: RwSignal<Option<usize>>,
    /// What has the focus.
    focused: RwSignal<Option<usize>>,
    /// Where Tab comes into the drawing.
    stop: RwSignal<usize>,
}

/// Stands around a drawing, a table, or both, and lets paths be followed in them.
#[component]
pub(super) fn Following(
    /// The map.
    map: Memo<MapView>,
    /// What shows it.
    children: Children,
) -> impl IntoView {
    let trail =
        Trail { map, pointed: RwSignal::new(None), focused: RwSignal::new(None), stop: RwSignal::new(usize::default()) };
    let frame = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        map.track();
        trail.pointed.track();
        trail.focused.track();
        trail.stop.track();
        // A map that has changed is in the page by then.
        request_animation_frame(move || {
            if let Some(frame) = frame.get_untracked() {
                trail.show(&frame);
            }
        });
    });
    view! {
        <div
            node_ref=frame
            on:pointerover=move |event| trail.pointed.set(spot_of(event.target()))
            on:pointerleave=move |_| trail.pointed.set(None)
            on:focusin=move |event| trail.focus(spot_of(event.target()))
            on:focusout=move |_| trail.focused.set(None)
            on:keydown=move |event| trail.press(&event)
        >
            {children()}
        </div>
    }
}

impl Trail {
    /// Marks what stands out, and which element of the drawing Tab reaches.
    fn show(self, frame: &Element) {
        let spot = self.pointed.get_untracked().or(self.focused.get_untracked());
        let (lit, stop) = self.map.with_untracked(|map| {
            let stop = self.stop.get_untracked();
            (spot.map(|spot| map.trail(spot)), if map.is_stop(stop) { stop } else { usize::default() })
        });
        // These fail only for names that are no names of attributes.
        let _ = frame.toggle_attribute_with_force(FOLLOWED, lit.is_some());
        let Ok(found) = frame.query_selector_all(&format!("[{SPOT}]")) else { return };
        for element in (0..found.length()).filter_map(|at| found.get(at)?.dyn_into::<Element>().ok()) {
            let Some(spot) = read_spot(&element) else { continue };
            let is_lit = lit.as_ref().and_then(|lit| lit.get(spot)).copied().unwrap_or_default();
            let _ = element.toggle_attribute_with_force(LIT, is_lit);
            if element.tag_name() == "a" {
                let _ = element.set_attribute("tabindex", if spot == stop { "0" } else { "-1" });
            }
        }
    }

    fn focus(self, spot: Option<usize>) {
        self.focused.set(spot);
        if let Some(spot) = spot
            && self.map.with_untracked(|map| map.is_stop(spot))
        {
            self.stop.set(spot);
        }
    }

    /// Goes where an arrow key leads within the drawing.
    fn press(self, event: &KeyboardEvent) {
        let Some(element) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
        let has_modifier = event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key();
        let (Some(to), Some(spot)) = (Move::of_key(&event.key()), read_spot(&element)) else { return };
        if has_modifier {
            return;
        }
        event.prevent_default();
        let next = self.map.with_untracked(|map| map.step(spot, to));
        let found = next.and_then(|next| {
            let drawing = element.closest("svg").ok()??;
            drawing.query_selector(&format!("a[{SPOT}='{next}']")).ok()?
        });
        if let Some(found) = found {
            // The elements of a drawing take the focus by the same method as the others.
            let _ = found.unchecked_into::<HtmlElement>().focus();
        }
    }
}

/// The spot of an element, or of the nearest one around it that has one.
fn spot_of(target: Option<EventTarget>) -> Option<usize> {
    let element: Element = target?.dyn_into().ok()?;
    read_spot(&element.closest(&format!("[{SPOT}]")).ok()??)
}

fn read_spot(element: &Element) -> Option<usize> {
    element.get_attribute(SPOT)?.parse().ok()
}

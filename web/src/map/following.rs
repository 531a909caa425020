//! Following a path: what is pointed at or has the focus stands out with everything on its paths, and the arrow keys lead
//! along it. A click on a line opens its explanation, and as long as that is open, the path stays in sight.
//!
//! One listener of each kind hears for all elements; an element says by an attribute which spot of the map it is. The
//! work is one pass over the elements of the map, whose number is limited.

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use licensing_view::map::{MapView, Move};
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, HtmlElement, MouseEvent};

use crate::router;

/// The attribute with the spot of an element.
pub(super) const SPOT: &str = "data-spot";
/// The attribute of what stands out.
const LIT: &str = "data-lit";
/// The attribute of what the pointer is not on while it is on something: of bands that lie over each other only that of
/// the nearest line hears of the pointer, so that a link is opened beside this as well.
const PASSED: &str = "data-passed";
/// The attribute of the whole, while something stands out.
const FOLLOWED: &str = "data-followed";

/// Where the pointer and the keyboard are, as spots of the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
struct Spots {
    /// What the pointer is on.
    pointed: Option<usize>,
    /// What has the focus.
    focused: Option<usize>,
    /// Where Tab comes into the drawing.
    stop: usize,
}

/// What is followed on which map.
#[derive(Clone, Copy)]
struct Trail {
    map: Memo<MapView>,
    spots: RwSignal<Spots>,
    /// The edge whose explanation is open.
    pinned: Memo<Option<usize>>,
}

/// Puts a frame around a drawing, or a drawing and a table, in which paths are followed.
pub(super) fn following(map: Memo<MapView>, inside: AnyView) -> AnyView {
    let place = router::here();
    let why = Memo::new(move |_| place.with(|place| place.0.as_ref().and_then(|address| address.why)));
    let pinned = Memo::new(move |_| why.get().and_then(|why| map.with(|map| map.spot_of(why))));
    let trail = Trail { map, spots: RwSignal::new(Spots::default()), pinned };
    let frame = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        let (lit, stop) = trail.light();
        let met = trail.spots.with(|spots| spots.pointed);
        if let Some(frame) = frame.get() {
            // A map that has changed is in the page by then.
            request_animation_frame(move || show(&frame, lit.as_deref(), stop, met));
        }
    });
    view! {
        <div
            node_ref=frame
            on:pointermove=move |event| trail.point(trail.met(&event))
            on:pointerdown=move |event| trail.point(trail.met(&event))
            on:pointerleave=move |_| trail.point(None)
            on:focusin=move |event| trail.focus(spot_of(event.target()))
            on:focusout=move |_| trail.focus(None)
            on:keydown=move |event| trail.press(&event)
            on:click=move |event| trail.click(&event)
        >
            {inside}
        </div>
    }
    .into_any()
}

impl Trail {
    /// What stands out, if anything does, and where Tab comes into the drawing.
    fn light(self) -> (Option<Vec<bool>>, usize) {
        let Spots { pointed, focused, stop } = self.spots.get();
        let pinned = self.pinned.get();
        self.map.with(|map| {
            (
                pointed.or(focused).or(pinned).map(|spot| map.trail(spot)),
                if map.is_stop(stop) { stop } else { usize::default() },
            )
        })
    }

    fn point(self, pointed: Option<usize>) {
        self.change(|before| Spots { pointed, ..before });
    }

    fn focus(self, focused: Option<usize>) {
        self.change(|before| {
            let stop = focused.filter(|spot| self.map.with_untracked(|map| map.is_stop(*spot)));
            Spots { focused, stop: stop.unwrap_or(before.stop), ..before }
        });
    }

    /// A map that is leaving the page loses the focus when it is no longer there for anybody.
    fn change(self, change: impl FnOnce(Spots) -> Spots) {
        if let Some(before) = self.spots.try_get_untracked() {
            let now = change(before);
            if now != before {
                self.spots.set(now);
            }
        }
    }

    /// Explains the edge that was met. Nodes and marks lead somewhere by themselves, and so does a line on which somebody
    /// presses Enter, or which is opened beside this.
    fn click(self, event: &MouseEvent) {
        let is_plain = !(event.ctrl_key() || event.meta_key() || event.shift_key());
        let is_of_pointer = event.detail() > 0;
        if let Some(spot) = self.met(event).filter(|_| is_plain && is_of_pointer)
            && !is_by_itself(event)
            && let Some(why) = self.map.with_untracked(|map| map.why_of(spot).cloned())
        {
            event.prevent_default();
            router::go(why);
        }
    }

    /// What the pointer is on: a node or a mark, or the line that is nearest to it.
    fn met(self, event: &MouseEvent) -> Option<usize> {
        let touched = spot_of(event.target());
        if is_by_itself(event) { touched } else { self.nearest(event).or(touched) }
    }

    /// The line that is nearest to the pointer.
    fn nearest(self, event: &MouseEvent) -> Option<usize> {
        let target = event.target()?.dyn_into::<Element>().ok()?;
        // What the frame has besides the drawing has no lines.
        let drawing = target.closest("svg.map").ok()??.get_bounding_client_rect();
        self.map.with_untracked(|map| {
            let scale = f64::from(map.width) / drawing.width().max(1.0);
            let x = (f64::from(event.client_x()) - drawing.left()) * scale;
            let y = (f64::from(event.client_y()) - drawing.top()) * scale;
            map.nearest((x.round() as i32, y.round() as i32), drawing.width() as i32)
        })
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

/// Marks what stands out, what the pointer is on, and which element of the drawing Tab reaches.
fn show(frame: &Element, lit: Option<&[bool]>, stop: usize, met: Option<usize>) {
    // These fail only for names that are no names of attributes.
    let _ = frame.toggle_attribute_with_force(FOLLOWED, lit.is_some());
    let Ok(found) = frame.query_selector_all(&format!("[{SPOT}]")) else { return };
    for element in (0..found.length()).filter_map(|at| found.get(at)?.dyn_into::<Element>().ok()) {
        let Some(spot) = read_spot(&element) else { continue };
        let is_lit = lit.and_then(|lit| lit.get(spot)).copied().unwrap_or_default();
        let _ = element.toggle_attribute_with_force(LIT, is_lit);
        let _ = element.toggle_attribute_with_force(PASSED, met.is_some_and(|met| met != spot));
        if element.tag_name() == "a" {
            let _ = element.set_attribute("tabindex", if spot == stop { "0" } else { "-1" });
        }
    }
}

/// Whether it was a node or a mark that was met: they lie above all lines.
fn is_by_itself(event: &MouseEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| matches!(target.closest(".node, .mark"), Ok(Some(_))))
}

/// The spot of an element, or of the nearest one around it that has one.
fn spot_of(target: Option<EventTarget>) -> Option<usize> {
    let element: Element = target?.dyn_into().ok()?;
    read_spot(&element.closest(&format!("[{SPOT}]")).ok()??)
}

fn read_spot(element: &Element) -> Option<usize> {
    element.get_attribute(SPOT)?.parse().ok()
}

//! The map as a drawing. Positions come with the view model; this makes elements of them.

use leptos::prelude::*;
use leptos::svg;
use licensing_view::Tone;
use licensing_view::map::{EdgeKind, EdgeView, MapView, Mark, NodeView};

use super::following::SPOT;

/// From the left side of a node to its text, and from the upper side to the lines of a node with two.
const INSET: i32 = 9;
const FIRST_LINE: i32 = 15;
const SECOND_LINE: i32 = 29;
/// From the middle of a node with one line to the foot of its letters.
const HALF_LETTER: i32 = 4;
/// The radius of a mark, and of the drawing in it.
const MARK: i32 = 9;
const MARK_ICON: i32 = 6;

/// The drawing. It is wider than a narrow screen and scrolls within its card then.
#[component]
pub(super) fn Drawing(
    /// The map.
    map: Memo<MapView>,
) -> impl IntoView {
    let size = move || map.with(|map| (map.width, map.height));
    view! {
        <div class="scroll map-frame">
            <svg
                class="map"
                role="group"
                aria-label=move || map.with(|map| map.label.clone())
                viewBox=move || {
                    let (width, height) = size();
                    format!("0 0 {width} {height}")
                }
                width=move || size().0.to_string()
                height=move || size().1.to_string()
            >
                {move || map.with(elements)}
            </svg>
        </div>
    }
}

/// Everything in the order in which it is painted: lines, marks, nodes.
fn elements(map: &MapView) -> Vec<AnyView> {
    let first_edge = map.nodes.len();
    let heads = map.heads.iter().map(|(x, word)| text_at(*x, 18, "map-head", (*word).to_string()));
    let lines = map.edges.iter().zip(first_edge..).map(|(edge, spot)| line(edge, spot));
    let marks = map.edges.iter().zip(first_edge..).filter_map(|(edge, spot)| Some(mark(edge.mark.as_ref()?, spot)));
    let nodes = map.nodes.iter().zip(0..).map(|(shown, spot)| node(shown, spot));
    heads.chain(lines).chain(marks).chain(nodes).collect()
}

fn line(edge: &EdgeView, spot: usize) -> AnyView {
    let kind = if edge.kind == EdgeKind::Direct { " edge--direct" } else { "" };
    let tone = match edge.tone {
        Tone::Error => " edge--err",
        Tone::Wait => " edge--wait",
        _ => "",
    };
    svg::path()
        .attr("class", format!("edge{kind}{tone}"))
        .attr("d", edge.line.clone())
        .attr(SPOT, spot.to_string())
        .into_any()
}

fn mark(mark: &Mark, spot: usize) -> AnyView {
    let inside = view! {
        <circle cx=mark.x.to_string() cy=mark.y.to_string() r=MARK.to_string()></circle>
        <use
            href=mark.icon.href()
            x=(mark.x - MARK_ICON).to_string()
            y=(mark.y - MARK_ICON).to_string()
            width=(2 * MARK_ICON).to_string()
            height=(2 * MARK_ICON).to_string()
        ></use>
    };
    link("mark".to_string(), mark.why.to_string(), &mark.title, true, spot, inside.into_any())
}

fn node(node: &NodeView, spot: usize) -> AnyView {
    let tone = if node.tone == Tone::Error { " node--err" } else { "" };
    let sum = if node.is_sum { " node--sum" } else { "" };
    let below = match node.detail_tone {
        Tone::Error => "map-below map-below--err",
        Tone::Wait => "map-below map-below--wait",
        _ => "map-below",
    };
    let x = node.x + INSET;
    let first = if node.detail.is_some() { node.y + FIRST_LINE } else { node.y + node.height / 2 + HALF_LETTER };
    let inside = view! {
        <rect
            x=node.x.to_string()
            y=node.y.to_string()
            width=node.width.to_string()
            height=node.height.to_string()
            rx="5"
        ></rect>
        {text_at(x, first, "map-name", node.label.clone())}
        {node.detail.clone().map(|detail| text_at(x, node.y + SECOND_LINE, below, detail))}
    };
    link(format!("node{tone}{sum}"), node.route.to_string(), &node.title, node.is_cut, spot, inside.into_any())
}

/// A link within the drawing. `is_told` shows its title to the pointer too.
fn link(class: String, address: String, title: &str, is_told: bool, spot: usize, inside: AnyView) -> AnyView {
    let told = is_told.then(|| svg::title().child(title.to_string()));
    svg::a()
        .attr("class", class)
        .attr("href", address)
        .attr("aria-label", title.to_string())
        .attr(SPOT, spot.to_string())
        .child((told, inside))
        .into_any()
}

fn text_at(x: i32, y: i32, class: &'static str, words: String) -> AnyView {
    view! { <text class=class x=x.to_string() y=y.to_string()>{words}</text> }.into_any()
}

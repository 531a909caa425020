//! The map as a drawing. Positions come with the view model; this makes elements of them.
//!
//! A line that is explained leads there wherever it is met: by the keyboard as a link, by the pointer in a band around it
//! that a finger does not miss.

use leptos::prelude::*;
use leptos::svg;
use licensing_view::Tone;
use licensing_view::map::{EdgeKind, EdgeView, MapView, Mark, NodeView};

use super::following::SPOT;

/// The foot of the letters of the columns' heads.
const HEAD: i32 = 18;
/// From the left side of a node to its text, and from the upper side to the feet of two lines.
const INSET: i32 = 9;
const FIRST_LINE: i32 = 15;
const SECOND_LINE: i32 = 29;
/// From the middle of a node with one line to the foot of its letters.
const HALF_LETTER: i32 = 4;
/// The radius of a node's corners.
const ROUNDING: i32 = 5;
/// The radius of a mark, half of the drawing in it, and the radius in which a finger meets it.
const MARK: i32 = 9;
const REACH: i32 = 13;
const MARK_ICON: i32 = 6;

/// The drawing. Where it is wider than its card it scrolls within it.
pub(super) fn drawing(map: Memo<MapView>) -> AnyView {
    let size = move || map.with(|map| (map.width, map.height));
    let box_of_view = move || {
        let (width, height) = size();
        format!("0 0 {width} {height}")
    };
    view! {
        <div class="scroll map-frame">
            <svg
                class="map"
                role="group"
                aria-label=move || map.with(|map| map.label.clone())
                viewBox=box_of_view
                width=move || size().0.to_string()
                height=move || size().1.to_string()
            >
                {move || map.with(elements)}
            </svg>
        </div>
    }
    .into_any()
}

/// Everything in the order in which it is painted: lines, marks, nodes.
fn elements(map: &MapView) -> Vec<AnyView> {
    let first_edge = map.nodes.len();
    let mut elements = Vec::with_capacity(2 * map.spots());
    for (x, word) in &map.heads {
        elements.push(text_at(*x, HEAD, "map-head", (*word).to_string()));
    }
    for (edge, spot) in map.edges.iter().zip(first_edge..) {
        elements.push(line(edge, spot));
    }
    for (edge, spot) in map.edges.iter().zip(first_edge..) {
        elements.extend(edge.mark.as_ref().map(|shown| mark(shown, spot)));
    }
    for (shown, spot) in map.nodes.iter().zip(0..) {
        elements.push(node(shown, spot));
    }
    elements
}

/// The edge's line; where it is explained with its band, as a link unless its mark is one.
fn line(edge: &EdgeView, spot: usize) -> AnyView {
    let Some((why, name)) = &edge.why else { return stroke(edge, spot) };
    let band = svg::path().attr("class", "reach").attr("d", edge.line.clone()).into_any();
    let inside = vec![band, stroke(edge, spot)];
    if edge.mark.is_some() {
        return svg::g().attr("class", "way").attr(SPOT, spot.to_string()).child(inside).into_any();
    }
    link("way".to_string(), why.to_string(), Some(name), spot, inside)
}

fn stroke(edge: &EdgeView, spot: usize) -> AnyView {
    let kind = match edge.kind {
        EdgeKind::Direct => " edge--direct",
        EdgeKind::Nested => " edge--nested",
        EdgeKind::Member | EdgeKind::License => "",
    };
    let tone = match edge.tone {
        Tone::Error => " edge--err",
        Tone::Wait => " edge--wait",
        _ => "",
    };
    let thickness =
        ["", " edge--2", " edge--3", " edge--4", " edge--5"].get(usize::from(edge.thickness)).unwrap_or(&"");
    svg::path()
        .attr("class", format!("edge{kind}{tone}{thickness}"))
        .attr("d", edge.line.clone())
        .attr(SPOT, spot.to_string())
        .into_any()
}

fn mark(mark: &Mark, spot: usize) -> AnyView {
    let disc = svg::circle().attr("cx", mark.x.to_string()).attr("cy", mark.y.to_string()).attr("r", MARK.to_string());
    let reach = svg::circle()
        .attr("class", "reach")
        .attr("cx", mark.x.to_string())
        .attr("cy", mark.y.to_string())
        .attr("r", REACH.to_string());
    let icon = svg::r#use()
        .attr("href", mark.icon.href().to_string())
        .attr("x", (mark.x - MARK_ICON).to_string())
        .attr("y", (mark.y - MARK_ICON).to_string())
        .attr("width", (2 * MARK_ICON).to_string())
        .attr("height", (2 * MARK_ICON).to_string());
    let told = title(&mark.title);
    link(
        "mark".to_string(),
        mark.why.to_string(),
        Some(&mark.title),
        spot,
        vec![told, reach.into_any(), disc.into_any(), icon.into_any()],
    )
}

fn node(node: &NodeView, spot: usize) -> AnyView {
    let tone = if node.tone == Tone::Error { " node--err" } else { "" };
    let sum = if node.is_sum { " node--sum" } else { "" };
    let below = match node.detail_tone {
        Tone::Error => "map-below map-below--err",
        Tone::Wait => "map-below map-below--wait",
        _ => "map-below",
    };
    let frame = svg::rect()
        .attr("x", node.x.to_string())
        .attr("y", node.y.to_string())
        .attr("width", node.width.to_string())
        .attr("height", node.height.to_string())
        .attr("rx", ROUNDING.to_string());
    let x = node.x + INSET;
    let first = if node.detail.is_some() { node.y + FIRST_LINE } else { node.y + node.height / 2 + HALF_LETTER };
    let mut inside = Vec::with_capacity(5);
    // Pointers and readers alike are told what cannot be read. A label beside half of the same words would not hold them.
    inside.extend(node.is_cut.then(|| title(&node.title)));
    inside.push(frame.into_any());
    inside.push(text_at(x, first, "map-name", node.label.clone()));
    if let Some(detail) = &node.detail {
        // Two words where the lines are read one after the other.
        inside.push(" ".into_any());
        inside.push(text_at(x, node.y + SECOND_LINE, below, detail.clone()));
    }
    let name = (!node.is_cut).then_some(node.title.as_str());
    link(format!("node{tone}{sum}"), node.route.to_string(), name, spot, inside)
}

/// A link within the drawing; without a name it is called by its title.
fn link(class: String, address: String, name: Option<&str>, spot: usize, inside: Vec<AnyView>) -> AnyView {
    svg::a()
        .attr("class", class)
        .attr("href", address)
        .attr("aria-label", name.map(str::to_string))
        .attr(SPOT, spot.to_string())
        .child(inside)
        .into_any()
}

fn title(words: &str) -> AnyView {
    svg::title().child(words.to_string()).into_any()
}

fn text_at(x: i32, y: i32, class: &str, words: String) -> AnyView {
    svg::text()
        .attr("class", class.to_string())
        .attr("x", x.to_string())
        .attr("y", y.to_string())
        .child(words)
        .into_any()
}

//! From a graph to positions, lines and marks. Every number is a whole pixel, so that the same graph always gives the
//! same drawing.

use super::curve::{self, Curve};
use super::hold::Held;
use super::order::Layers;
use super::place::place;
use super::subject::{Column, Edge, EdgeKind, Graph, Subject};

/// The width of a drawing that has room enough.
pub(super) const WIDTH: i32 = 776;
/// Where the columns begin, below their heads.
const TOP: i32 = 32;
/// Room below the last node.
const FOOT: i32 = 8;
/// The least room between two items of a column.
const GAP: i32 = 10;
/// The height of a node with one line of text.
const LOW: i32 = 22;
/// The height of a node with two.
const HIGH: i32 = 36;
/// The room that the line of a direct license takes between two groups.
const LANE: i32 = 0;
/// How far to the right of the groups the line bends that joins two of them.
const BEND: i32 = 30;
/// How far from the middle of a node the lines of direct licenses begin and end.
const PORT: i32 = 5;
/// The size of a mark, with some air.
const MARK: i32 = 20;

/// Where a column begins in a drawing of this width, and how wide its nodes are.
pub(super) const fn band(column: Column, width: i32) -> (i32, i32) {
    let (left, nodes) = match column {
        Column::Users => (8, 140),
        Column::Groups => (268, 196),
        Column::Products => (552, 216),
    };
    (left * width / WIDTH, nodes * width / WIDTH)
}

/// A box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Frame {
    pub(super) x: i32,
    pub(super) y: i32,
    pub(super) width: i32,
    pub(super) height: i32,
}

impl Frame {
    pub(super) fn middle(self) -> i32 {
        self.y + self.height / 2
    }

    fn right(self) -> i32 {
        self.x + self.width
    }
}

/// What is drawn of an edge.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    /// The `d` of its path.
    pub(super) words: String,
    /// The curves that it is made of; none between two groups.
    pub(super) curves: Vec<Curve>,
    /// The middle of its mark, where it is in error.
    pub(super) mark: Option<(i32, i32)>,
}

/// Where everything stands.
#[derive(Clone, Debug, Default)]
pub(super) struct Drawing {
    /// For each node of the graph.
    pub(super) frames: Vec<Frame>,
    /// For each edge of the graph.
    pub(super) lines: Vec<Line>,
    /// The height of the whole.
    pub(super) height: i32,
    /// How many pairs of lines cross in the best order that was found.
    pub(super) crossings: usize,
    /// What the next drawing is to keep.
    pub(super) held: Held,
}

/// Draws a graph in this width, and leaves where it is what stood in the drawing before.
pub(super) fn draw(graph: &Graph, width: i32, before: Option<&Held>) -> Drawing {
    let mut layers = layers(graph);
    layers.untangle();
    let crossings = layers.crossings();
    let known = before.and_then(|before| before.apply(graph, &mut layers));
    let heights: Vec<i32> = graph.nodes.iter().map(|node| height(node.subject.column())).collect();
    let lanes = layers.tiers.len() - graph.nodes.len();
    let heights: Vec<i32> = heights.into_iter().chain(std::iter::repeat_n(LANE, lanes)).collect();
    let (middles, length) = known.unwrap_or_else(|| place(&layers, &heights, GAP));
    let middle = |item: usize| TOP + middles.get(item).copied().unwrap_or_default();

    let frames = graph.nodes.iter().zip(0..).map(|(node, at)| {
        let (x, width) = band(node.subject.column(), width);
        let height = height(node.subject.column());
        Frame { x, y: middle(at) - height / 2, width, height }
    });
    let frames: Vec<Frame> = frames.collect();
    let mut lines = Vec::with_capacity(graph.edges.len());
    let mut marks = Vec::new();
    let mut lane = graph.nodes.len();
    for edge in &graph.edges {
        let (Some(from), Some(to)) = (frames.get(edge.from), frames.get(edge.to)) else { continue };
        let path = match edge.kind {
            EdgeKind::Direct => {
                lane += 1;
                direct(*from, *to, middle(lane - 1), band(Column::Groups, width))
            }
            EdgeKind::Nested => {
                lines.push(Line { words: bracket(*from, *to), ..Line::default() });
                continue;
            }
            EdgeKind::Member | EdgeKind::License => {
                vec![Curve { from: (from.right(), from.middle()), to: (to.x, to.middle()) }]
            }
        };
        let mark = (edge.tally.failed > 0).then(|| free_place(&mut marks, path.first().copied()));
        lines.push(Line { words: curve::words(&path), curves: path, mark: mark.flatten() });
    }
    let held = Held::note(graph, &layers, &middles, length);
    Drawing { frames, lines, height: TOP + length + FOOT, crossings, held }
}

const fn height(column: Column) -> i32 {
    match column {
        Column::Users => LOW,
        Column::Groups | Column::Products => HIGH,
    }
}

/// The columns of a graph. A direct license runs past the groups in a lane of its own, which is an item of their column.
fn layers(graph: &Graph) -> Layers {
    let mut layers = Layers::default();
    let [users, groups, products] = &mut layers.columns;
    for (node, at) in graph.nodes.iter().zip(0..) {
        match node.subject.column() {
            Column::Users => users.push(at),
            Column::Groups => groups.push(at),
            Column::Products => products.push(at),
        }
        layers.tiers.push(tier(node.subject));
    }
    let [to_groups, to_products] = &mut layers.lines;
    let mut lanes = Vec::new();
    for Edge { from, to, kind, .. } in &graph.edges {
        match kind {
            EdgeKind::Member => to_groups.push((*from, *to)),
            EdgeKind::License => to_products.push((*from, *to)),
            // It stands beside the groups, and keeps nothing apart.
            EdgeKind::Nested => {}
            EdgeKind::Direct => {
                let lane = layers.tiers.len();
                layers.tiers.push(layers.tiers.get(*from).copied().unwrap_or_default());
                lanes.push((*from, *to, lane));
                to_groups.push((*from, lane));
                to_products.push((lane, *to));
            }
        }
    }
    // Edges stand in the order in which they are painted, which changes with what is wrong; an order of lanes must not.
    lanes.sort_unstable();
    groups.extend(lanes.into_iter().map(|(.., lane)| lane));
    layers
}

/// Below the others stand those who are in no group of the map, and last of all what has no node of its own.
const fn tier(subject: Subject) -> u8 {
    match subject {
        Subject::DirectUsers | Subject::UsersWithNothing => 1,
        subject if subject.is_rest() => 2,
        _ => 0,
    }
}

/// From a user to a product, past the groups.
fn direct(from: Frame, to: Frame, lane: i32, (left, width): (i32, i32)) -> Vec<Curve> {
    let start = from.middle() + (lane - from.middle()).clamp(-PORT, PORT);
    let end = to.middle() + (lane - to.middle()).clamp(-2 * PORT, 2 * PORT);
    vec![Curve { from: (from.right(), start), to: (left, lane) }, Curve { from: (left + width, lane), to: (to.x, end) }]
}

/// From one group to another, past their right sides.
fn bracket(from: Frame, to: Frame) -> String {
    let (x, bend) = (from.right(), from.right() + BEND);
    let toward =
        |frame: Frame, other: Frame| frame.middle() + (other.middle() - frame.middle()).clamp(-2 * PORT, 2 * PORT);
    let (y1, y2) = (toward(from, to), toward(to, from));
    format!("M{x} {y1}C{bend} {y1} {bend} {y2} {x} {y2}")
}

/// A place on the curve where no other mark stands, nearer to its left end than to its right, where many curves meet.
fn free_place(taken: &mut Vec<(i32, i32)>, curve: Option<Curve>) -> Option<(i32, i32)> {
    let curve = curve?;
    let is_free = |(x, y): (i32, i32)| taken.iter().all(|(a, b)| (a - x).abs() >= MARK || (b - y).abs() >= MARK);
    let mut places = [3, 4, 2, 5, 6].into_iter().map(|eighths| curve.at_eighths(eighths));
    let first = curve.at_eighths(3);
    let place = places.find(|place| is_free(*place)).unwrap_or(first);
    taken.push(place);
    Some(place)
}

//! The map as it is drawn: positions in pixels, words, links.

use licensing_model::Path;

use super::curve::Curve;
use super::hold::Held;
use super::subject::{Column, EdgeKind};
use super::table::FactRow;
use crate::icon::Icon;
use crate::route::{Address, Route, WhyTarget};
use crate::status::Tone;

/// The map of a tenant, ready to be drawn.
///
/// Nodes and edges are called by *spots*: first the nodes, then the edges, each by its place in its list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MapView {
    /// The width of the drawing.
    pub width: i32,
    /// The height of the drawing.
    pub height: i32,
    /// The heads of the columns, each with where it begins.
    pub heads: Vec<(i32, &'static str)>,
    /// The nodes, column by column.
    pub nodes: Vec<NodeView>,
    /// The edges; those in error come last, so that they lie on top.
    pub edges: Vec<EdgeView>,
    /// The same as a table, errors first.
    pub rows: Vec<FactRow>,
    /// What the whole is called.
    pub label: String,
    /// Users are too many to have nodes of their own.
    pub by_group: bool,
    /// Where everything stands, which the next drawing keeps.
    pub(super) held: Held,
}

/// A node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NodeView {
    /// In which column it stands.
    pub column: Column,
    /// Its left side.
    pub x: i32,
    /// Its upper side.
    pub y: i32,
    /// How wide it is.
    pub width: i32,
    /// How tall it is.
    pub height: i32,
    /// Its name, as far as it fits.
    pub label: String,
    /// What stands below the name.
    pub detail: Option<String>,
    /// Its name in full, and what is to be said of it.
    pub title: String,
    /// Whether the title says more than what can be read.
    pub is_cut: bool,
    /// How it fares.
    pub tone: Tone,
    /// How what stands below the name is to be taken.
    pub detail_tone: Tone,
    /// It stands for several.
    pub is_sum: bool,
    /// Its own screen.
    pub route: Route,
}

/// An edge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EdgeView {
    /// The node on the left, by its place.
    pub from: usize,
    /// The node on the right.
    pub to: usize,
    /// What it says.
    pub kind: EdgeKind,
    /// How it fares: in error, waiting, or neutral.
    pub tone: Tone,
    /// How thick it is, from 0 to 4: it says how many people it stands for.
    pub thickness: u8,
    /// Its line, as the `d` of a path.
    pub line: String,
    /// The curves that it is made of.
    pub(super) curves: Vec<Curve>,
    /// The middle of the line, where the keyboard stops.
    pub y: i32,
    /// What explains it, and what following it is called; none where it stands for no path of anybody.
    pub why: Option<(Address, String)>,
    /// What stands on it where it is in error.
    pub mark: Option<Mark>,
}

/// The mark of an edge in error, which leads to the explanation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its middle.
    pub x: i32,
    /// Its middle.
    pub y: i32,
    /// The drawing of the error.
    pub icon: Icon,
    /// What went wrong, and for whom.
    pub title: String,
    /// The explanation.
    pub why: Address,
}

/// Where a stop of the keyboard stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// Nodes are in even columns, edges between them.
    pub(super) column: usize,
    pub(super) y: i32,
    /// An edge without a mark; what is wrong is come upon before it.
    pub(super) is_plain: bool,
}

impl MapView {
    /// How many spots there are.
    pub fn spots(&self) -> usize {
        self.nodes.len() + self.edges.len()
    }

    /// The edge of a path that is explained, as a spot.
    pub fn spot_of(&self, path: WhyTarget) -> Option<usize> {
        let is_of = |edge: &EdgeView| {
            let target = edge.why.as_ref().and_then(|(address, _)| address.why);
            let is_product = |target: WhyTarget| path.path != Path::Direct || target.product == path.product;
            target.is_some_and(|it| (it.user, it.path) == (path.user, path.path) && is_product(it))
        };
        self.edges.iter().position(is_of).map(|at| self.nodes.len() + at)
    }

    /// What leads to the explanation of the edge at `spot`.
    pub fn why_of(&self, spot: usize) -> Option<&Address> {
        let edge = self.edges.get(spot.checked_sub(self.nodes.len())?)?;
        edge.why.as_ref().map(|(why, _)| why)
    }

    /// Whether there is nothing to see: a column is empty, and nothing is joined.
    pub fn is_empty(&self) -> bool {
        let is_filled = |column: Column| self.nodes.iter().any(|node| node.column == column);
        self.edges.is_empty() && !Column::ALL.into_iter().all(is_filled)
    }

    /// How many elements it takes to draw the map, without what is the same for every map.
    pub fn elements(&self) -> usize {
        let of_node = |node: &NodeView| 3 + usize::from(node.detail.is_some()) + usize::from(node.is_cut);
        let of_edge = |edge: &EdgeView| match (&edge.mark, &edge.why) {
            (Some(_), _) => 8,
            (None, Some(_)) => 3,
            (None, None) => 1,
        };
        self.nodes.iter().map(of_node).sum::<usize>() + self.edges.iter().map(of_edge).sum::<usize>()
    }

    /// Whether the keyboard stops there.
    pub fn is_stop(&self, spot: usize) -> bool {
        self.place(spot).is_some()
    }

    /// Where the keyboard stops; an edge that nothing explains is no stop.
    pub(super) fn place(&self, spot: usize) -> Option<Place> {
        let column_of = |node: &NodeView| 2 * node.column as usize;
        if let Some(node) = self.nodes.get(spot) {
            return Some(Place { column: column_of(node), y: node.y + node.height / 2, is_plain: false });
        }
        let edge = self.edges.get(spot.checked_sub(self.nodes.len())?)?;
        let from = self.nodes.get(edge.from)?;
        let y = edge.mark.as_ref().map_or(edge.y, |mark| mark.y);
        edge.why.as_ref().map(|_| Place { column: column_of(from) + 1, y, is_plain: edge.mark.is_none() })
    }
}

//! The map as a table: one row for each edge, and one for each node that no edge touches.

use licensing_core::Tenant;
use licensing_wording::{Text, Words};

use super::facts::in_order;
use super::label::{self, Label};
use super::subject::{Column, Edge, EdgeKind, Graph};
use crate::route::{Address, Route};
use crate::status::{Status, Tone};

/// A word that leads to its own screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linked {
    /// What is read.
    pub text: String,
    /// Where it leads.
    pub route: Route,
}

/// One fact of the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactRow {
    /// The edge or the node that says the same, as a spot of the map.
    pub spot: usize,
    /// Who gets something; a group where the fact is its license.
    pub who: Linked,
    /// How the license comes.
    pub through: Through,
    /// What is gotten, which may be nothing; none where several groups are one row that not everybody is in.
    pub gets: Option<Vec<Linked>>,
    /// How it fares, where there is something to get.
    pub status: Option<Status>,
    /// What explains the error.
    pub why: Option<Address>,
}

/// How a license comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Through {
    /// Through a group.
    Group(Linked),
    /// Directly, or as the group's own license: in words.
    Words(String),
    /// Not at all.
    Nothing,
}

/// The rows, in the order of [`rank`].
pub(super) fn rows(tenant: &Tenant, words: Words, graph: &Graph, labels: &[Label], at: &Address) -> Vec<FactRow> {
    let linked = |node: usize| Linked {
        text: label::name(labels, node),
        route: labels.get(node).map_or(at.route, |label| label.route),
    };
    // A license that has ended is still there for those from whom it is not taken yet.
    let licenses = |member: &Edge| {
        let is_settled = member.tally.failed == 0 && member.tally.waiting == 0;
        let of_group = graph.edges.iter().filter(|edge| edge.kind == EdgeKind::License && edge.from == member.to);
        of_group.filter(|edge| !(is_settled && edge.tally.has_ended)).map(|edge| linked(edge.to)).collect()
    };
    let mut rows = Vec::with_capacity(graph.edges.len());
    for (edge, spot) in graph.edges.iter().zip(graph.nodes.len()..) {
        let gets: Option<Vec<Linked>> = match edge.kind {
            EdgeKind::Member if graph.is_rest(edge.to) => None,
            EdgeKind::Member => Some(licenses(edge)),
            EdgeKind::Nested => Some(Vec::new()),
            EdgeKind::License | EdgeKind::Direct => Some(vec![linked(edge.to)]),
        };
        let gets_nothing = gets.as_ref().is_some_and(Vec::is_empty);
        rows.push(FactRow {
            spot,
            who: linked(edge.from),
            through: through(words, edge, linked(edge.to)),
            gets,
            status: (!gets_nothing).then(|| label::status(tenant, words, graph, edge)),
            why: edge.tally.why().map(|why| at.clone().with_why(why)),
        });
    }
    for (node, spot) in graph.nodes.iter().zip(0..).filter(|(_, at)| !graph.is_joined(*at)) {
        let lonely = linked(spot);
        let (who, gets) = match node.subject.column() {
            // Nobody gets it.
            Column::Products => {
                (Linked { text: words.text(Text::MAP_NOBODY).to_string(), ..lonely.clone() }, vec![lonely])
            }
            Column::Users | Column::Groups => (lonely, Vec::new()),
        };
        rows.push(FactRow { spot, who, through: Through::Nothing, gets: Some(gets), status: None, why: None });
    }
    let failed = |row: &FactRow| {
        let edge = row.spot.checked_sub(graph.nodes.len()).and_then(|at| graph.edges.get(at));
        edge.map_or(0, |edge| edge.tally.failed)
    };
    let order = in_order(rows.iter().map(|row| rank(row, failed(row))));
    let mut rows: Vec<Option<FactRow>> = rows.into_iter().map(Some).collect();
    order.into_iter().filter_map(|at| rows.get_mut(at)?.take()).collect()
}

fn through(words: Words, edge: &Edge, to: Linked) -> Through {
    match edge.kind {
        EdgeKind::Member if edge.tally.has_ended => Through::Group(Linked { text: words.map_left(&to.text), ..to }),
        EdgeKind::Member => Through::Group(to),
        EdgeKind::Nested => Through::Words(words.map_nested_in(&to.text)),
        EdgeKind::License => Through::Words(words.text(Text::MAP_LICENSE_OF_GROUP).to_string()),
        EdgeKind::Direct => Through::Words(words.text(Text::DIRECTLY).to_string()),
    }
}

/// The order of the rows: what is wrong, most users first; what waits; then as drawn, and last what comes to nothing.
fn rank(row: &FactRow, failed: usize) -> [u64; 4] {
    let urgency = match row.status.as_ref().map(|status| status.tone) {
        _ if row.why.is_some() => 0,
        Some(Tone::Error | Tone::Warning) => 1,
        Some(Tone::Wait) => 2,
        Some(_) => 3,
        None => 4,
    };
    [urgency, u64::MAX - failed as u64, row.spot as u64, 0]
}

//! From facts to a graph of limited size: what matters most has a node of its own, the rest of a column is one node.

use super::draw::WIDTH;
use super::facts::{Facts, Item, heaviest_first, in_order};
use super::subject::{Column, Edge, EdgeKind, Graph, Node, Subject};

/// The most nodes of each column, and the width of the drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Users, where they have nodes of their own.
    pub users: usize,
    /// Groups.
    pub groups: usize,
    /// Products.
    pub products: usize,
    /// How wide the drawing is, in pixels.
    pub width: i32,
}

impl Size {
    /// For a card among others.
    pub const CARD: Size = Size { users: 10, groups: 7, products: 7, width: WIDTH };
    /// The same where something stands beside the card.
    pub const NARROW_CARD: Size = Size { width: 540, ..Size::CARD };
    /// For a screen of its own.
    pub const SCREEN: Size = Size { users: 200, groups: 16, products: 16, width: WIDTH };

    /// Half of it, but room for one and the rest in each column.
    pub(super) fn halved(self) -> Size {
        let half = |most: usize, least: usize| (most / 2).max(least);
        Size { users: half(self.users, 4), groups: half(self.groups, 2), products: half(self.products, 2), ..self }
    }

    const fn of(self, column: Column) -> usize {
        match column {
            Column::Users => self.users,
            Column::Groups => self.groups,
            Column::Products => self.products,
        }
    }
}

/// The graph of `facts`, with no more nodes in a column than `size` has room for.
pub(super) fn fold(facts: &Facts, size: Size) -> Graph {
    let mut graph = Graph::default();
    // For each item its node, as far as that is settled.
    let mut nodes: Vec<Option<usize>> = vec![None; facts.items.len()];
    for column in Column::ALL {
        add_column(&mut graph, &mut nodes, facts, column, size.of(column));
    }
    let node = |item: usize| nodes.get(item).copied().flatten().unwrap_or_default();
    let edge_of = |at: usize| facts.links.get(at).map(|link| (node(link.from), node(link.to), link));
    let key = |at| edge_of(at).map_or([0; 4], |(from, to, link)| [from as u64, to as u64, link.kind as u64, 0]);
    for (from, to, link) in in_order((0..facts.links.len()).map(key)).into_iter().filter_map(edge_of) {
        match graph.edges.last_mut() {
            // One of the rest within another of the rest.
            _ if from == to => {}
            Some(edge) if (edge.from, edge.to, edge.kind) == (from, to, link.kind) => edge.tally.add(&link.tally),
            _ => graph.edges.push(Edge { from, to, kind: link.kind, tally: link.tally }),
        }
    }
    for Edge { from, to, kind, tally } in &graph.edges {
        for at in [from, to] {
            // A product does not fail; whoever should get it does.
            let is_told = *kind == EdgeKind::Member || at == from;
            if let Some(node) = graph.nodes.get_mut(*at).filter(|_| is_told) {
                node.failed += tally.failed;
                node.waiting += tally.waiting;
            }
        }
    }
    // Errors are drawn last, on top of the others.
    let key = |edge: &Edge| [u64::from(edge.tally.failed > 0), u64::from(edge.tally.waiting > 0), edge.kind as u64, 0];
    let order = in_order(graph.edges.iter().map(key));
    graph.edges = order.into_iter().filter_map(|at| graph.edges.get(at).copied()).collect();
    graph
}

/// Adds the nodes of one column: one for each item if there is room, else one for each of those that matter most, and
/// one for the rest. What stands for several anyway comes last too.
fn add_column(graph: &mut Graph, nodes: &mut [Option<usize>], facts: &Facts, column: Column, most: usize) {
    let of_column = |(_, item): &(usize, &Item)| item.subject.column() == column;
    let items: Vec<(usize, &Item)> = facts.items.iter().enumerate().filter(of_column).collect();
    let mut is_kept = vec![true; items.len()];
    if items.len() > most {
        // The products of what is shown come before those of what is not.
        let shown = |place: usize| {
            let links = facts.links.iter().filter(|link| column == Column::Products && link.to == place);
            links.filter(|link| is_own(graph, nodes, link.from)).count()
        };
        let weights = items.iter().map(|(place, item)| {
            let [first, second, third, _] = item.weight;
            if column == Column::Products { [shown(*place), first, second, third] } else { item.weight }
        });
        for at in in_order(weights.map(heaviest_first)).into_iter().skip(most.saturating_sub(1)) {
            if let Some(is_kept) = is_kept.get_mut(at) {
                *is_kept = false;
            }
        }
    }
    for is_last in [false, true] {
        for ((place, item), is_kept) in items.iter().zip(&is_kept) {
            let subject = if *is_kept { item.subject } else { rest_of(column) };
            if subject.is_rest() == is_last
                && let Some(node) = nodes.get_mut(*place)
            {
                *node = Some(add(graph, subject, item.count));
            }
        }
    }
}

/// Adds so many to the node of `subject`, which is among the last if it is there.
fn add(graph: &mut Graph, subject: Subject, count: usize) -> usize {
    // Only nodes that stand for the rest get more than one item, and there are two of them in a column at most.
    let last = graph.nodes.iter_mut().enumerate().rev().take(2);
    if let Some((at, node)) = last.into_iter().find(|(_, node)| node.subject == subject) {
        node.count += count;
        return at;
    }
    graph.nodes.push(Node { subject, count, failed: 0, waiting: 0 });
    graph.nodes.len() - 1
}

/// Whether an item on the left has a node of its own.
fn is_own(graph: &Graph, nodes: &[Option<usize>], item: usize) -> bool {
    let node = nodes.get(item).copied().flatten().and_then(|node| graph.nodes.get(node));
    node.is_some_and(|node| !node.subject.is_rest())
}

const fn rest_of(column: Column) -> Subject {
    match column {
        Column::Users => Subject::OtherUsers,
        Column::Groups => Subject::OtherGroups,
        Column::Products => Subject::OtherProducts,
    }
}

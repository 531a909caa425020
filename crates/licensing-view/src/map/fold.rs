//! From facts to a graph of limited size: what matters most has a node of its own, the rest of a column is one node.

use std::collections::{BTreeMap, BTreeSet};

use super::subject::{Column, Edge, EdgeKind, Graph, Node, Subject, Tally};

/// The most nodes of each column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Users, where they have nodes of their own.
    pub users: usize,
    /// Groups.
    pub groups: usize,
    /// Products.
    pub products: usize,
}

impl Size {
    /// For a card among others.
    pub const CARD: Size = Size { users: 10, groups: 7, products: 7 };
    /// For a screen of its own.
    pub const SCREEN: Size = Size { users: 200, groups: 16, products: 16 };

    /// Half of it, but room for one and the rest in each column.
    pub(super) fn halved(self) -> Size {
        let half = |most: usize, least: usize| (most / 2).max(least);
        Size { users: half(self.users, 4), groups: half(self.groups, 2), products: half(self.products, 2) }
    }
}

/// Something that could have a node of its own.
#[derive(Clone, Debug)]
pub(super) struct Item {
    /// What.
    pub(super) subject: Subject,
    /// How many it stands for.
    pub(super) count: usize,
    /// How much it matters; the greater counts first.
    pub(super) weight: [usize; 4],
}

/// What is known of a tenant, as items and the links between them.
#[derive(Clone, Debug, Default)]
pub(super) struct Facts {
    /// In the order in which they were created.
    pub(super) items: Vec<Item>,
    /// From left to right.
    pub(super) links: Vec<Link>,
}

/// One fact.
#[derive(Clone, Debug)]
pub(super) struct Link {
    /// On the left.
    pub(super) from: Subject,
    /// On the right.
    pub(super) to: Subject,
    /// What it says.
    pub(super) kind: EdgeKind,
    /// Of how many.
    pub(super) tally: Tally,
}

/// The graph of `facts`, with no more nodes in a column than `size` has room for.
pub(super) fn fold(facts: &Facts, size: Size) -> Graph {
    let mut kept = BTreeSet::new();
    keep(&mut kept, facts, Column::Users, size.users, |item| item.weight);
    keep(&mut kept, facts, Column::Groups, size.groups, |item| item.weight);
    // The products of what is shown come before those of what is not.
    let mut shown = BTreeMap::<Subject, usize>::new();
    for link in facts.links.iter().filter(|link| kept.contains(&link.from)) {
        *shown.entry(link.to).or_default() += 1;
    }
    keep(&mut kept, facts, Column::Products, size.products, |item| {
        let [first, second, third, _] = item.weight;
        [shown.get(&item.subject).copied().unwrap_or_default(), first, second, third]
    });

    let node_of = |subject: Subject| if kept.contains(&subject) { subject } else { rest_of(subject) };
    let mut graph = Graph { nodes: nodes(facts, node_of), edges: Vec::new() };
    let places: BTreeMap<Subject, usize> = graph.nodes.iter().map(|node| node.subject).zip(0..).collect();
    let mut edges = BTreeMap::<(usize, usize, EdgeKind), Tally>::new();
    for link in &facts.links {
        let (Some(from), Some(to)) = (places.get(&node_of(link.from)), places.get(&node_of(link.to))) else { continue };
        let tally = edges.entry((*from, *to, link.kind));
        tally.and_modify(|sum| sum.add(&link.tally)).or_insert_with(|| link.tally.clone());
    }
    for ((from, to, kind), tally) in edges {
        for at in [from, to] {
            let is_sum = kind == EdgeKind::Member || at == from;
            if let Some(node) = graph.nodes.get_mut(at).filter(|_| is_sum) {
                node.failed += tally.failed;
                node.waiting += tally.waiting;
            }
        }
        graph.edges.push(Edge { from, to, kind, tally });
    }
    // Errors are drawn last, on top of the others.
    graph.edges.sort_by_key(|edge| (edge.tally.failed > 0, edge.tally.waiting > 0, edge.kind));
    graph
}

/// Marks those items of a column that have a node of their own: all of them if there is room, else those that matter
/// most, so that one place is left for the rest.
fn keep(
    kept: &mut BTreeSet<Subject>,
    facts: &Facts,
    column: Column,
    most: usize,
    weight: impl Fn(&Item) -> [usize; 4],
) {
    let mut items: Vec<&Item> = facts.items.iter().filter(|item| item.subject.column() == column).collect();
    if items.len() > most {
        items.sort_by_key(|item| std::cmp::Reverse(weight(item)));
        items.truncate(most.saturating_sub(1));
    }
    kept.extend(items.into_iter().map(|item| item.subject));
}

/// One node for each kept item, column by column, those that stand for the rest last.
fn nodes(facts: &Facts, node_of: impl Fn(Subject) -> Subject) -> Vec<Node> {
    let mut nodes: Vec<Node> = Vec::new();
    for column in Column::ALL {
        let items = facts.items.iter().filter(|item| item.subject.column() == column);
        let (rest, own): (Vec<&Item>, Vec<&Item>) = items.partition(|item| node_of(item.subject).is_rest());
        nodes.extend(own.into_iter().map(|item| node(item.subject, item.count)));
        let mut sums = BTreeMap::<Subject, usize>::new();
        for item in rest {
            *sums.entry(node_of(item.subject)).or_default() += item.count;
        }
        nodes.extend(sums.into_iter().map(|(subject, count)| node(subject, count)));
    }
    nodes
}

fn node(subject: Subject, count: usize) -> Node {
    Node { subject, count, failed: 0, waiting: 0 }
}

fn rest_of(subject: Subject) -> Subject {
    match subject.column() {
        Column::Users => Subject::OtherUsers,
        Column::Groups => Subject::OtherGroups,
        Column::Products => Subject::OtherProducts,
    }
}

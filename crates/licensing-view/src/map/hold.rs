//! What stays where it is: a map that is drawn again, because a step was taken or something was changed, keeps the order of
//! what it showed before, so that only lines change under the eyes of who reads it.

use super::order::Layers;
use super::subject::{EdgeKind, Graph, Subject};

/// What stands in a column, by what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Key {
    /// A node.
    Node(Subject),
    /// The lane of a direct license past the groups.
    Lane(Subject, Subject),
}

/// Where the items of a drawing stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Held {
    /// From top to bottom, each with its middle.
    columns: [Vec<(Key, i32)>; 3],
    /// How tall the tallest column is.
    length: i32,
}

impl Held {
    /// Notes where the items of `layers` stand.
    pub(super) fn note(graph: &Graph, layers: &Layers, middles: &[i32], length: i32) -> Held {
        let keys = keys(graph);
        let at = |item: &usize| Some((*keys.get(*item)?, middles.get(*item).copied().unwrap_or_default()));
        let columns = [0, 1, 2].map(|column| layers.columns.get(column).into_iter().flatten().filter_map(at).collect());
        Held { columns, length }
    }

    /// Puts the items of `layers`, which have an order of their own, into the one that is held: what is new comes below
    /// what it would stand below. Says where they all stood, if none is new.
    pub(super) fn apply(&self, graph: &Graph, layers: &mut Layers) -> Option<(Vec<i32>, i32)> {
        let keys = keys(graph);
        let mut middles = vec![0; keys.len()];
        let mut is_known = true;
        let tiers = layers.tiers.clone();
        for (items, held) in layers.columns.iter_mut().zip(&self.columns) {
            let place = |item: usize| {
                let key = keys.get(item)?;
                held.iter().position(|(other, _)| other == key)
            };
            let mut ordered: Vec<usize> = items.iter().copied().filter(|item| place(*item).is_some()).collect();
            ordered.sort_by_key(|item| place(*item));
            let mut before = None;
            for item in items.iter().copied() {
                match place(item).and_then(|place| held.get(place)) {
                    Some((_, middle)) => {
                        if let Some(known) = middles.get_mut(item) {
                            *known = *middle;
                        }
                    }
                    None => {
                        is_known = false;
                        let above = before.and_then(|above| ordered.iter().position(|other| *other == above));
                        ordered.insert(above.map_or(0, |above| above + 1), item);
                    }
                }
                before = Some(item);
            }
            ordered.sort_by_key(|item| tiers.get(*item).copied());
            *items = ordered;
        }
        is_known.then_some((middles, self.length))
    }
}

/// What each item of a graph's columns is: its nodes, then the lanes of its direct licenses.
fn keys(graph: &Graph) -> Vec<Key> {
    let lanes = graph.edges.iter().filter(|edge| edge.kind == EdgeKind::Direct);
    let lanes = lanes.filter_map(|edge| Some(Key::Lane(graph.subject(edge.from)?, graph.subject(edge.to)?)));
    graph.nodes.iter().map(|node| Key::Node(node.subject)).chain(lanes).collect()
}

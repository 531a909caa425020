//! Following a path: what stands out with a spot of the map, and where the arrow keys lead. Both look at the picture
//! alone, whose size is limited, so that their work does not grow with the tenant.

use super::subject::EdgeKind;
use super::view::{MapView, Place};

/// A direction of the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// To the one above in the same column.
    Up,
    /// To the one below.
    Down,
    /// To what stands at the left end of an edge.
    Left,
    /// To what stands at the right end.
    Right,
    /// To the first of the column.
    First,
    /// To the last of the column.
    Last,
}

impl Move {
    /// The move of a key, by the name that the browser gives it.
    pub fn of_key(key: &str) -> Option<Move> {
        Some(match key {
            "ArrowUp" => Move::Up,
            "ArrowDown" => Move::Down,
            "ArrowLeft" => Move::Left,
            "ArrowRight" => Move::Right,
            "Home" => Move::First,
            "End" => Move::Last,
            _ => return None,
        })
    }
}

impl MapView {
    /// For each spot whether it lies on a path through `spot`: everything that leads to it, and everything it leads to.
    pub fn trail(&self, spot: usize) -> Vec<bool> {
        let mut lit = vec![false; self.spots()];
        let (from, to) = match spot.checked_sub(self.nodes.len()) {
            None => (spot, spot),
            Some(at) => match self.edges.get(at) {
                Some(edge) => (edge.from, edge.to),
                None => return lit,
            },
        };
        light(&mut lit, spot);
        self.light_side(&mut lit, from, false);
        self.light_side(&mut lit, to, true);
        lit
    }

    /// Lights a node, and all that lies to the right of it, or to the left.
    fn light_side(&self, lit: &mut [bool], node: usize, to_the_right: bool) {
        let mut waiting = vec![node];
        let mut seen = vec![false; self.nodes.len()];
        while let Some(node) = waiting.pop() {
            if seen.get(node).copied().unwrap_or(true) {
                continue;
            }
            light(&mut seen, node);
            light(lit, node);
            for (edge, at) in self.edges.iter().zip(self.nodes.len()..) {
                // Nothing reaches anybody by a group in a group.
                if edge.kind == EdgeKind::Nested {
                    continue;
                }
                let (near, far) = if to_the_right { (edge.from, edge.to) } else { (edge.to, edge.from) };
                if near == node {
                    light(lit, at);
                    waiting.push(far);
                }
            }
        }
    }

    /// Where a move from `spot` leads: to a node, or to an edge that is explained. Nowhere at the border.
    pub fn step(&self, spot: usize, to: Move) -> Option<usize> {
        let here = self.place(spot)?;
        let stops = || (0..self.spots()).filter_map(|other| self.place(other).map(|place| (other, place)));
        let column = || stops().filter(|(_, place)| place.column == here.column);
        // Edges may be equally high.
        let height = |(other, place): &(usize, Place)| (place.y, *other);
        let above = || column().filter(|stop| height(stop) < (here.y, spot));
        let below = || column().filter(|stop| height(stop) > (here.y, spot));
        let found = match to {
            Move::Up => above().max_by_key(height),
            Move::Down => below().min_by_key(height),
            Move::First => above().min_by_key(height),
            Move::Last => below().max_by_key(height),
            Move::Left | Move::Right => {
                let is_ahead = |place: &Place| match to {
                    Move::Right => place.column > here.column,
                    _ => place.column < here.column,
                };
                let ahead = || stops().filter(|(_, place)| is_ahead(place));
                let nearest = |(_, place): &(usize, Place)| {
                    (place.column.abs_diff(here.column), place.is_plain, place.y.abs_diff(here.y))
                };
                let joined = ahead().filter(|(other, _)| self.are_joined(spot, *other)).min_by_key(nearest);
                joined.or_else(|| ahead().min_by_key(nearest))
            }
        };
        found.map(|(other, _)| other)
    }

    /// Whether two spots are the ends of an edge, or an edge and one of its ends.
    fn are_joined(&self, one: usize, other: usize) -> bool {
        let joins = |edge: usize, end: usize| {
            let edge = edge.checked_sub(self.nodes.len()).and_then(|at| self.edges.get(at));
            edge.is_some_and(|edge| edge.from == end || edge.to == end)
        };
        let is_between = |from: usize, to: usize| self.edges.iter().any(|edge| edge.from == from && edge.to == to);
        joins(one, other) || joins(other, one) || is_between(one, other) || is_between(other, one)
    }
}

fn light(lit: &mut [bool], at: usize) {
    if let Some(lit) = lit.get_mut(at) {
        *lit = true;
    }
}

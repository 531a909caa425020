//! Which line is meant by a point beside it: where lines lie close together, so do the bands in which they are met.

use super::curve::Curve;
use super::view::MapView;

/// How far from a line it is still met, on the screen.
const REACH: i32 = 12;

impl MapView {
    /// The edge that is explained and comes nearest to a point, as a spot; of those that are equally near the one that is
    /// painted last. How far it may be depends on how wide the drawing is `shown` on the screen.
    pub fn nearest(&self, point: (i32, i32), shown: i32) -> Option<usize> {
        let within = REACH * self.width / shown.max(1);
        let explained = self.edges.iter().zip(self.nodes.len()..).filter(|(edge, _)| edge.why.is_some());
        let far = explained.filter_map(|(edge, spot)| {
            // Between two curves the line runs straight, which a curve between their ends does too.
            let joints = edge.curves.iter().zip(edge.curves.iter().skip(1));
            let joints = joints.map(|(one, next)| Curve { from: one.to, to: next.from });
            let parts = edge.curves.iter().copied().chain(joints);
            let far = parts.filter_map(|curve| curve.distance(point, within)).min()?;
            Some((far, std::cmp::Reverse(spot)))
        });
        far.min().map(|(_, std::cmp::Reverse(spot))| spot)
    }
}

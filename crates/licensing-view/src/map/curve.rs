//! The curves that lines are made of: as they are drawn, and how near they come to a point.

/// A curve that leaves to the right and arrives from the left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Curve {
    pub(super) from: (i32, i32),
    pub(super) to: (i32, i32),
}

/// In how many straight pieces a curve is measured.
const PIECES: i32 = 64;
/// In which part of a pixel it is measured.
const FINE: i64 = 16;

impl Curve {
    /// The point at so many `of` of a curve, in so many parts of a pixel (the Bernstein form of a cubic Bézier curve).
    fn point(self, t: i32, of: i32, parts: i64) -> (i64, i64) {
        let [x1, y1, x2, y2] = [self.from.0, self.from.1, self.to.0, self.to.1].map(|it| i64::from(it) * parts);
        let (t, s, whole) = (i64::from(t), i64::from(of - t), i64::from(of).pow(3).max(1));
        let [a, b, c, d] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
        // It bends at a whole pixel, as it is drawn.
        let bend = i64::from((self.from.0 + self.to.0) / 2) * parts;
        ((a * x1 + (b + c) * bend + d * x2) / whole, ((a + b) * y1 + (c + d) * y2) / whole)
    }

    /// The point at so many eighths, in whole pixels.
    pub(super) fn at_eighths(self, eighths: i32) -> (i32, i32) {
        let (x, y) = self.point(eighths, 8, 1);
        let pixel = |at: i64| i32::try_from(at).unwrap_or_default();
        (pixel(x), pixel(y))
    }

    /// The square of how far a point is from the curve, in parts of pixels; none beyond `within` pixels.
    pub(super) fn distance(self, (x, y): (i32, i32), within: i32) -> Option<i64> {
        let is_between = |at: i32, a: i32, b: i32| a.min(b) - within <= at && at <= a.max(b) + within;
        // Most curves are elsewhere: they stay within what their ends span.
        if !is_between(x, self.from.0, self.to.0) || !is_between(y, self.from.1, self.to.1) {
            return None;
        }
        let at = (i64::from(x) * FINE, i64::from(y) * FINE);
        let points = (0..=PIECES).map(|piece| self.point(piece, PIECES, FINE));
        let pieces = points.clone().zip(points.skip(1));
        let nearest = pieces.map(|(a, b)| to_piece(at, a, b)).min()?;
        (nearest <= (i64::from(within) * FINE).pow(2)).then_some(nearest)
    }
}

/// The square of how far a point is from the straight line between two others.
fn to_piece((x, y): (i64, i64), (ax, ay): (i64, i64), (bx, by): (i64, i64)) -> i64 {
    let (dx, dy) = (bx - ax, by - ay);
    let length = dx * dx + dy * dy;
    let along = (dx * (x - ax) + dy * (y - ay)).clamp(0, length);
    let foot = |a: i64, d: i64| if length == 0 { a } else { a + d * along / length };
    (x - foot(ax, dx)).pow(2) + (y - foot(ay, dy)).pow(2)
}

/// The `d` of a path.
pub(super) fn words(path: &[Curve]) -> String {
    let mut words = String::new();
    for Curve { from: (x1, y1), to: (x2, y2) } in path {
        let lead = if words.is_empty() { 'M' } else { 'L' };
        let bend = (x1 + x2) / 2;
        words += &format!("{lead}{x1} {y1}C{bend} {y1} {bend} {y2} {x2} {y2}");
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    const FALLING: Curve = Curve { from: (100, 40), to: (220, 300) };

    #[test]
    fn a_point_on_a_curve_is_no_distance_from_it() {
        for eighths in 0..=8 {
            let on = FALLING.at_eighths(eighths);
            // What is measured is straight between points of the curve, and those are whole pixels here.
            assert!(FALLING.distance(on, 12).is_some_and(|far| far <= 2 * FINE * FINE), "{on:?}");
        }
    }

    #[test]
    fn it_is_measured_across_and_no_farther_than_wanted() {
        let level = Curve { from: (0, 50), to: (160, 50) };
        assert_eq!(level.distance((80, 57), 12), Some((7 * FINE).pow(2)));
        assert_eq!(level.distance((80, 63), 12), None);
        assert_eq!(level.distance((168, 50), 12), Some((8 * FINE).pow(2)), "beyond its end it is its end that counts");
    }

    #[test]
    fn a_point_is_a_curve_as_well() {
        let point = Curve { from: (5, 5), to: (5, 5) };
        assert_eq!(point.distance((8, 9), 12), Some((5 * FINE).pow(2)));
    }
}

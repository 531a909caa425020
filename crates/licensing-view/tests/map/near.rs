//! Which line is meant where many lie close together.

use licensing_core::Tenant;
use licensing_model::{Command, GroupId, Member};
use licensing_view::map::{EdgeView, MapView};

use crate::map::{fill, screen, with_products};

/// Many lines: each of twenty users is in four of eight groups.
fn dense() -> Tenant {
    let (mut tenant, products) = with_products(4, 100);
    fill(&mut tenant, &products, 8, 20);
    for user in tenant.users().collect::<Vec<_>>() {
        for step in [1, 3, 6] {
            let group = GroupId::at((user.index() + step) % 8);
            tenant.apply(&Command::AddMember(group, Member::User(user))).unwrap();
        }
    }
    assert!(tenant.settle(1_000).idle);
    tenant
}

/// Points of a line as it is drawn, so many of each of its curves.
fn points(edge: &EdgeView, number: u32) -> Vec<(f64, f64)> {
    let numbers: Vec<f64> =
        edge.line.split(|letter: char| !letter.is_ascii_digit()).filter_map(|part| part.parse().ok()).collect();
    let curves = numbers.chunks(8);
    let point = |curve: &[f64], t: f64| {
        let s = 1.0 - t;
        let [a, b, c, d] = [s * s * s, 3.0 * s * s * t, 3.0 * s * t * t, t * t * t];
        let at =
            |offset: usize| a * curve[offset] + b * curve[offset + 2] + c * curve[offset + 4] + d * curve[offset + 6];
        (at(0), at(1))
    };
    curves
        .filter(|curve| curve.len() == 8)
        .flat_map(|curve| (0..=number).map(move |at| point(curve, f64::from(at) / f64::from(number))))
        .collect()
}

/// How far a point is from a line, of which so many points are looked at.
fn distance(edge: &EdgeView, (x, y): (f64, f64), number: u32) -> f64 {
    points(edge, number).into_iter().map(|(a, b)| (a - x).hypot(b - y)).fold(f64::INFINITY, f64::min)
}

fn edge(map: &MapView, spot: usize) -> &EdgeView {
    map.edges.get(spot - map.nodes.len()).unwrap()
}

#[test]
fn a_point_in_the_middle_of_a_line_means_that_line_however_many_are_beside_it() {
    let map = screen(&dense());
    assert!(map.edges.len() > 80, "{}", map.edges.len());
    let mut crowded = 0;
    for (own, spot) in map.edges.iter().zip(map.nodes.len()..).filter(|(edge, _)| edge.why.is_some()) {
        for at in points(own, 8).into_iter().skip(1).take(7) {
            let point = (at.0.round() as i32, at.1.round() as i32);
            let met = map.nearest(point, map.width).expect("there is a line");
            let far = |edge: &EdgeView| distance(edge, (point.0.into(), point.1.into()), 5_000);
            let (far, own_far) = (far(edge(&map, met)), far(own));
            // Where lines cross or run together either is meant.
            let is_meant = met == spot || far <= own_far + 0.3;
            assert!(
                is_meant,
                "{point:?} is {far} from {} and {own_far} from its own, {}",
                edge(&map, met).line,
                own.line
            );
            let beside = map.edges.iter().filter(|edge| edge.why.is_some() && distance(edge, at, 100) < 12.0).count();
            crowded += usize::from(beside > 1);
        }
    }
    assert!(crowded > 200, "bands lie over each other: {crowded}");
}

#[test]
fn far_from_every_line_none_is_meant_and_a_smaller_drawing_has_wider_bands() {
    let map = screen(&dense());
    assert_eq!(map.nearest((-40, 0), map.width), None);
    let (own, spot) = map.edges.iter().zip(map.nodes.len()..).find(|(edge, _)| edge.why.is_some()).unwrap();
    let start = points(own, 1)[0];
    // Left of where a line begins there is nothing but that node's lines.
    let left = (start.0.round() as i32 - 18, start.1.round() as i32);
    assert_eq!(map.nearest(left, map.width), None);
    let met = map.nearest(left, map.width / 2).expect("24 pixels of the drawing are 12 on the screen");
    assert_eq!(edge(&map, met).from, edge(&map, spot).from);
}

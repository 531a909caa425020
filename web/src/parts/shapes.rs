//! Where there is nothing yet: the map's own shapes, faint, with what is missing drawn as a gap. It says nothing that the
//! words beside it do not.

use leptos::prelude::*;
use leptos::svg;
use licensing_view::map::Column;

const WIDTH: i32 = 252;
const HEIGHT: i32 = 58;
const USER: (i32, i32) = (64, 16);
const OTHER: (i32, i32) = (64, 26);
/// Where the columns begin.
const LEFT: [i32; 3] = [1, 94, 187];
const ROUNDING: i32 = 5;

/// The shapes. `missing` is what the screen has none of; without it the whole map is missing.
pub(crate) fn shapes(missing: Option<Column>) -> AnyView {
    let is_missing = |column: Column| missing.is_none_or(|missing| missing == column);
    let [users, groups, products] = LEFT;
    let middle = HEIGHT / 2;
    let upper = USER.1 / 2 + 3;
    let mut drawn = Vec::new();
    let is_near = is_missing(Column::Users) || is_missing(Column::Groups);
    for from in [upper, HEIGHT - upper] {
        drawn.push(line(users + USER.0, from, groups, middle, is_near));
    }
    let is_far = is_missing(Column::Groups) || is_missing(Column::Products);
    drawn.push(line(groups + OTHER.0, middle, products, middle, is_far));
    for at in [upper, HEIGHT - upper] {
        drawn.push(shape(users, at, USER, is_missing(Column::Users)));
    }
    drawn.push(shape(groups, middle, OTHER, is_missing(Column::Groups)));
    drawn.push(shape(products, middle, OTHER, is_missing(Column::Products)));
    svg::svg()
        .attr("class", "shapes")
        .attr("viewBox", format!("0 0 {WIDTH} {HEIGHT}"))
        .attr("aria-hidden", "true")
        .child(drawn)
        .into_any()
}

fn shape(x: i32, middle: i32, (width, height): (i32, i32), is_missing: bool) -> AnyView {
    svg::rect()
        .attr("class", if is_missing { "gap" } else { "" })
        .attr("x", x.to_string())
        .attr("y", (middle - height / 2).to_string())
        .attr("width", width.to_string())
        .attr("height", height.to_string())
        .attr("rx", ROUNDING.to_string())
        .into_any()
}

fn line(x1: i32, y1: i32, x2: i32, y2: i32, is_missing: bool) -> AnyView {
    let bend = (x1 + x2) / 2;
    svg::path()
        .attr("class", if is_missing { "gap" } else { "" })
        .attr("d", format!("M{x1} {y1}C{bend} {y1} {bend} {y2} {x2} {y2}"))
        .into_any()
}

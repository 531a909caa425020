//! The map: users, groups and products as one picture, who gets what through whom.
//!
//! 1. Facts are read from the tenant (`facts.rs`): user by user where they are few (`people.rs`), else group by group
//!    with the users as sets (`groups.rs`).
//! 2. `fold.rs` makes of them a graph of limited size: what matters most has a node of its own, the rest of a column is
//!    one node.
//! 3. `order.rs` finds an order of each column in which few edges cross, `place.rs` how high each node stands, `draw.rs`
//!    the lines; `label.rs` and `table.rs` have the words.
//! 4. `only.rs` leaves out what is not asked for, `hold.rs` keeps the order of what was shown before.
//! 5. `follow.rs` says what stands out with a node or an edge, and where the arrow keys lead; `near.rs`, which line the
//!    pointer means.
//!
//! A layout library such as dagre would be general where this is not. It finds columns, which are given here; what is
//! left, the order and the heights, is two short algorithms on whole numbers.

mod curve;
mod draw;
mod facts;
mod fold;
mod follow;
mod groups;
mod hold;
mod label;
mod letters;
mod near;
mod only;
mod order;
mod people;
mod place;
mod subject;
mod table;
mod view;

pub use fold::Size;
pub use follow::Move;
pub use only::IN_ERROR;
pub use people::MOST_PEOPLE;
pub use subject::{Column, EdgeKind};
pub use table::{FactRow, Linked, Through};
pub use view::{EdgeView, MapView, Mark, NodeView};

use licensing_core::Tenant;
use licensing_model::paced::at_once;
use licensing_model::{Pace, Paced};
use licensing_wording::{Text, Words};

use draw::{Drawing, band, draw};
use fold::fold;
use hold::Held;
use label::{Label, label};
use only::Only;
use subject::{Graph, Node, Subject};

use crate::route::{Address, Route};
use crate::status::Tone;
use crate::table::TableQuery;

/// Above so many edges the map goes by groups, and shows fewer of them if that is still too many.
const MOST_EDGES: usize = 400;
/// Where a line crosses more than so many others on average, nobody can follow it: then too the map goes by groups.
const MOST_CROSSINGS: usize = 12;
/// The room on both sides of a name in its node, in pixels.
const PADDING: i32 = 18;

/// What is asked of a map beside its size.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Which paths: words that a name on them holds, and whether they are in error.
    pub query: &'a TableQuery,
    /// The map as it was, whose order is kept.
    pub before: Option<&'a MapView>,
}

/// The map of a tenant, with explanations beside the screen `at`.
pub fn map(tenant: &Tenant, words: Words, size: Size, at: Route) -> MapView {
    map_of(tenant, words, size, at, Asked { query: &TableQuery::default(), before: None })
}

/// The map of what is asked for.
pub fn map_of(tenant: &Tenant, words: Words, size: Size, at: Route, asked: Asked<'_>) -> MapView {
    let before = asked.before.map(|before| &before.held);
    at_once(async |pace| drawn(&pace, tenant, words, size, at, asked.query, before).await)
}

/// The same in slices, since users are counted one by one; with it whatever `of` is.
pub fn mapping<T: 'static>(
    tenant: &Tenant,
    words: Words,
    size: Size,
    at: Route,
    of: T,
    asked: Asked<'_>,
) -> Paced<(T, MapView)> {
    let (tenant, query) = (tenant.clone(), asked.query.clone());
    let before = asked.before.map(|before| before.held.clone());
    Paced::new(async move |pace| (of, drawn(&pace, &tenant, words, size, at, &query, before.as_ref()).await))
}

async fn drawn(
    pace: &Pace,
    tenant: &Tenant,
    words: Words,
    size: Size,
    at: Route,
    query: &TableQuery,
    before: Option<&Held>,
) -> MapView {
    let (graph, drawing, by_group) = layout(pace, tenant, size, &Only::new(query), before).await;
    let at = Address::of(at).with_query(query.clone());
    let labels: Vec<Label> = graph
        .nodes
        .iter()
        .zip(0..)
        .map(|(node, at)| {
            let first = graph.edges.iter().find(|edge| edge.from == at).map(|edge| &edge.tally);
            label(tenant, words, node, first)
        })
        .collect();
    let failed = graph.edges.iter().filter(|edge| edge.tally.failed > 0).count();
    let heads = [(Column::Users, Text::USERS), (Column::Groups, Text::GROUPS), (Column::Products, Text::PRODUCTS)];
    MapView {
        width: size.width,
        height: drawing.height,
        heads: heads.into_iter().map(|(column, text)| (band(column, size.width).0, words.text(text))).collect(),
        nodes: nodes(&graph, &drawing, &labels),
        edges: edges(tenant, words, &graph, &drawing, &labels, &at),
        rows: table::rows(tenant, words, &graph, &labels, &at),
        label: words.map_names(failed),
        by_group,
        held: drawing.held,
    }
}

/// How thick the line is that stands for so many people.
fn thickness(people: usize) -> u8 {
    match people {
        0..=1 => 0,
        2..=9 => 1,
        10..=99 => 2,
        100..=999 => 3,
        _ => 4,
    }
}

/// The graph and its drawing, and whether it goes by groups.
async fn layout(
    pace: &Pace,
    tenant: &Tenant,
    size: Size,
    only: &Only,
    before: Option<&Held>,
) -> (Graph, Drawing, bool) {
    if let Some(facts) = people::by_person(tenant, only.users(pace, tenant).await) {
        let graph = fold(&only.of(tenant, facts), size);
        if graph.edges.len() <= MOST_EDGES {
            let drawing = draw(&graph, size.width, before);
            if drawing.crossings <= MOST_CROSSINGS * graph.edges.len() {
                return (graph, drawing, false);
            }
        }
    }
    let beside = groups::beside(pace, tenant).await;
    let mut size = size;
    loop {
        // A group takes two nodes of users: those in error, and the others.
        let most = size.groups.min(size.users / 2);
        let facts = only.of(tenant, groups::by_group(pace, tenant, most, only, &beside).await);
        let graph = fold(&facts, Size { users: usize::MAX, ..size });
        if graph.edges.len() <= MOST_EDGES || size == size.halved() {
            let drawing = draw(&graph, size.width, before);
            return (graph, drawing, true);
        }
        size = size.halved();
    }
}

fn nodes(graph: &Graph, drawing: &Drawing, labels: &[Label]) -> Vec<NodeView> {
    let parts = graph.nodes.iter().zip(&drawing.frames).zip(labels);
    parts
        .map(|((node, frame), label)| {
            let column = node.subject.column();
            let room = (frame.width - PADDING).unsigned_abs();
            let shown = letters::cut(&label.name, room);
            // A user's node has one line. The second line is smaller.
            let detail = label.detail.as_ref().filter(|_| column != Column::Users);
            let below = detail.map(|detail| (letters::cut(detail, room * 12 / 11), detail.clone()));
            let title = match &label.detail {
                Some(detail) => format!("{}, {detail}", label.name),
                None => label.name.clone(),
            };
            NodeView {
                column,
                x: frame.x,
                y: frame.y,
                width: frame.width,
                height: frame.height,
                is_cut: shown.is_some() || below.as_ref().is_some_and(|(cut, _)| cut.is_some()),
                label: shown.unwrap_or_else(|| label.name.clone()),
                detail: below.map(|(cut, whole)| cut.unwrap_or(whole)),
                title,
                tone: node_tone(node),
                detail_tone: label.detail_tone,
                is_sum: is_sum(node),
                route: label.route,
            }
        })
        .collect()
}

fn node_tone(node: &Node) -> Tone {
    if node.failed > 0 { Tone::Error } else { Tone::Neutral }
}

/// Whether a node stands for several, or for one whose name it does not say.
fn is_sum(node: &Node) -> bool {
    match node.subject {
        Subject::User(_) | Subject::Group(_) | Subject::Product(_) => false,
        Subject::MembersInError(_) => node.count > 1,
        _ => true,
    }
}

fn edges(
    tenant: &Tenant,
    words: Words,
    graph: &Graph,
    drawing: &Drawing,
    labels: &[Label],
    at: &Address,
) -> Vec<EdgeView> {
    let edges = graph.edges.iter().zip(&drawing.lines);
    edges
        .map(|(edge, line)| {
            // One path of several that are well says nothing of the others.
            let told = edge.tally.example.filter(|_| edge.tally.failed > 0 || edge.tally.count == 1);
            let explained = told.map(|example| {
                let status = label::status(tenant, words, graph, edge);
                let names = [label::name(labels, edge.from), label::name(labels, edge.to), status.word];
                (at.clone().with_why(example.target), names.join(", "))
            });
            let mark = line.mark.zip(edge.tally.why()).map(|((x, y), why)| Mark {
                x,
                y,
                icon: label::mark_icon(&edge.tally),
                title: words.why_of(explained.as_ref().map_or("", |(_, names)| names)),
                why: at.clone().with_why(why),
            });
            let end = |node: usize| drawing.frames.get(node).map_or(0, |frame| frame.middle());
            EdgeView {
                from: edge.from,
                to: edge.to,
                kind: edge.kind,
                tone: label::tone(&edge.tally),
                thickness: thickness(graph.people(edge)),
                line: line.words.clone(),
                curves: line.curves.clone(),
                y: (end(edge.from) + end(edge.to)) / 2,
                why: explained.map(|(why, names)| (why, words.map_follow(&names))),
                mark,
            }
        })
        .collect()
}

//! What nodes and edges are called, and where they lead.

use licensing_core::Tenant;
use licensing_model::AssignmentError;
use licensing_wording::{Text, Words};

use super::subject::{Edge, EdgeKind, Graph, Node, Subject, Tally};
use crate::icon::Icon;
use crate::read;
use crate::route::{ProductTab, Route};
use crate::seats::Seats;
use crate::status::{Headings, Status, Tone};

/// A node in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Label {
    /// What it is called.
    pub(super) name: String,
    /// What is to be said of it.
    pub(super) detail: Option<String>,
    /// How the detail is to be taken.
    pub(super) detail_tone: Tone,
    /// Its own screen.
    pub(super) route: Route,
}

/// Words a node. `first` is an example of the users that it stands for.
pub(super) fn label(tenant: &Tenant, words: Words, node: &Node, first: Option<&Tally>) -> Label {
    let plain = |name: String, route: Route| Label { name, detail: None, detail_tone: Tone::Neutral, route };
    match node.subject {
        Subject::User(user) => Label {
            detail: (node.failed > 0).then(|| words.text(Text::MAP_IN_ERROR).to_string()),
            detail_tone: Tone::Error,
            ..plain(tenant.user_name(user), Route::User(user))
        },
        Subject::MembersInError(group) => match (node.count, first.and_then(|tally| tally.example)) {
            (1, Some(example)) => {
                let user = example.target.user;
                plain(tenant.user_name(user), Route::User(user))
            }
            (count, _) => plain(words.map_users_in_error(count), Route::Group(group)),
        },
        Subject::Members(group) => plain(words.count_users(node.count), Route::Group(group)),
        Subject::DirectUsers => plain(words.map_direct_users(node.count), Route::Users),
        Subject::UsersWithNothing => plain(words.map_users_with_nothing(node.count), Route::Users),
        Subject::OtherMembersInError => plain(words.text(Text::MAP_OTHER_MEMBERS_IN_ERROR).to_string(), Route::Groups),
        Subject::OtherMembers => plain(words.text(Text::MAP_OTHER_MEMBERS).to_string(), Route::Groups),
        Subject::OtherUsers => plain(words.map_more_users(node.count), Route::Users),
        Subject::Group(group) => match tenant.group(group) {
            Some(details) if details.deleted_at.is_none() => {
                let members = words.count_members(details.users);
                let label = plain(details.name, Route::Group(group));
                fares(words, &members, details.users_in_error, node.waiting, label)
            }
            _ => plain(words.map_deleted(&tenant.group_name(group)), Route::DeletedGroups),
        },
        Subject::OtherGroups => {
            // Somebody may be in error in several of them, so that these are no users.
            let detail = (node.failed > 0).then(|| words.map_memberships_in_error(node.failed));
            let label = plain(words.map_more_groups(node.count), Route::Groups);
            Label { detail, detail_tone: Tone::Error, ..label }
        }
        Subject::Product(product) => {
            let ((detail, detail_tone), route) = match tenant.product(product) {
                Some(details) => {
                    let seats = seats(words, &Seats::new(words, details.units, details.consumed));
                    (seats, Route::Product(product, ProductTab::default()))
                }
                None => ((words.text(Text::MAP_NOT_BOUGHT).to_string(), Tone::Error), Route::Products),
            };
            let name = read::product_name(tenant, product).name;
            Label { detail: Some(detail), detail_tone, ..plain(name, route) }
        }
        Subject::OtherProducts => plain(words.map_more_products(node.count), Route::Products),
    }
}

/// `label` with how its members fare: the worst that there is to say.
fn fares(words: Words, members: &str, failed: usize, waiting: usize, label: Label) -> Label {
    let (detail_tone, detail) = match (failed, waiting) {
        (0, 0) => (Tone::Neutral, members.to_string()),
        (0, waiting) => (Tone::Wait, format!("{members}, {}", words.map_waiting(waiting))),
        (failed, _) => (Tone::Error, format!("{members}, {}", words.map_users_in_error(failed))),
    };
    Label { detail: Some(detail), detail_tone, ..label }
}

/// `16 of 20 seats`, and how that is to be taken.
fn seats(words: Words, seats: &Seats) -> (String, Tone) {
    if seats.suspended {
        return (seats.left.word.clone(), Tone::Neutral);
    }
    let text = words.map_seats(seats.total as usize, seats.assigned as usize);
    if seats.full { (words.map_seats_full(&text), Tone::Error) } else { (text, Tone::Neutral) }
}

/// What the node at `place` is called.
pub(super) fn name(labels: &[Label], place: usize) -> String {
    labels.get(place).map(|label| label.name.clone()).unwrap_or_default()
}

/// How an edge fares: in error, waiting, or neither.
pub(super) fn tone(tally: &Tally) -> Tone {
    match (tally.failed, tally.waiting) {
        (0, 0) => Tone::Neutral,
        (0, _) => Tone::Wait,
        _ => Tone::Error,
    }
}

/// How those of an edge fare, in words.
pub(super) fn status(tenant: &Tenant, words: Words, graph: &Graph, edge: &Edge) -> Status {
    let tally = &edge.tally;
    if edge.kind == EdgeKind::License {
        return license(tenant, words, graph, edge);
    }
    let example = tally.example;
    if tally.failed == 0 && tally.waiting > 0 {
        let word = match tally.count {
            1 => words.text(Text::WAITING).to_string(),
            _ => words.map_waiting(tally.waiting),
        };
        return Status::new(Tone::Wait, Icon::Wait, word);
    }
    match (tally.count, example, graph.subject(edge.from)) {
        (1, Some(example), _) => {
            Status::of_path(words, Headings::of(tenant, example.target.user), example.state, example.error)
        }
        (1, None, Some(Subject::User(_))) => Status::new(Tone::Neutral, Icon::Off, words.text(Text::NOT_YET)),
        (count, ..) if tally.failed == 0 => Status::new(Tone::Neutral, Icon::Users, words.count_users(count)),
        (count, ..) => in_error(tenant, words, tally, count),
    }
}

/// How several users fare of whom some are in error: how many, and the reason that most of them have.
fn in_error(tenant: &Tenant, words: Words, tally: &Tally, count: usize) -> Status {
    let (Some(error), Some(example)) = (tally.top(), tally.example) else {
        return Status::new(Tone::Error, Icon::Error, words.map_users_in_error(tally.failed));
    };
    let reason = read::reason(tenant, words, example.target.user, error);
    let with_reason = tally.reasons.iter().copied().max().unwrap_or_default();
    let word = if tally.failed < count {
        format!("{}: {}", words.map_users_in_error(tally.failed), reason.word)
    } else if with_reason < tally.failed {
        format!("{} ({})", reason.word, words.share(with_reason, tally.failed))
    } else {
        reason.word.clone()
    };
    Status { word, tone: Tone::Error, ..reason }
}

/// What a group's license is like: its plans, or how many licenses there are.
fn license(tenant: &Tenant, words: Words, graph: &Graph, edge: &Edge) -> Status {
    if edge.tally.has_ended {
        return Status::new(Tone::Warning, Icon::Warning, words.text(Text::MAP_LICENSE_ENDED));
    }
    let (from, to) = (graph.subject(edge.from), graph.subject(edge.to));
    let (Some(Subject::Group(group)), Some(Subject::Product(product))) = (from, to) else {
        return Status::new(Tone::Neutral, Icon::Inherit, words.map_count_licenses(edge.tally.count));
    };
    let off = tenant.group(group).and_then(|mut details| details.template.remove(&product)).unwrap_or_default();
    let (on, of) = read::plans_on(tenant, product, |plan| off.contains(&plan));
    Status::new(Tone::Neutral, Icon::Inherit, words.plans_on_in_template(of, on))
}

/// The drawing of an error on the map: that of the most frequent reason.
pub(super) fn mark_icon(tally: &Tally) -> Icon {
    match tally.top() {
        None | Some(AssignmentError::None) => Icon::Error,
        Some(error) => crate::status::icon_of(error),
    }
}

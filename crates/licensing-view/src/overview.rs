//! The overview: what needs attention, what is left of the seats, what runs next.

use licensing_core::Tenant;
use licensing_core::order::sort_short_by;
use licensing_model::paced::at_once;
use licensing_model::{GroupId, Paced, Path};
use licensing_wording::Words;

use crate::names::{GroupName, ProductName};
use crate::processing::Waiting;
use crate::processing::{self, NextUser};
use crate::read;
use crate::route::{Route, WhyTarget};
use crate::seats::Seats;
use crate::status::Status;
use crate::trouble::{self, Reason, Trouble};

/// The overview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverviewView {
    /// There are neither users nor groups nor products.
    pub empty: bool,
    /// Products by name.
    pub seats: Vec<SeatRow>,
    /// The first users of the queue.
    pub next: Vec<NextUser>,
    /// The whole queue.
    pub waiting: Waiting,
}

/// What needs attention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attention {
    /// The first groups with members in error, most first.
    pub groups: Vec<AttentionRow>,
    /// How many there are.
    pub all: usize,
    /// Distinct users in error.
    pub users: usize,
}

impl Attention {
    /// Whether a cause is missing.
    pub fn is_unfinished(&self) -> bool {
        self.groups.iter().any(|row| row.cause.is_none())
    }
}

/// A group that needs attention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttentionRow {
    /// Which.
    pub group: GroupName,
    /// Where it is shown; a deleted group is not, though what it left on its users may be in error (R11.3).
    pub route: Option<Route>,
    /// Users in error.
    pub in_error: usize,
    /// Why most of them are; none where nobody has looked at the members yet.
    pub cause: Option<Cause>,
}

/// Why most users of a group who are in error are so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cause {
    /// The reason.
    pub reason: Status,
    /// How many have it, where not all do.
    pub share: Option<String>,
    /// One of them, to be explained.
    pub why: WhyTarget,
}

/// The seats of one product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatRow {
    /// Which.
    pub product: ProductName,
    /// Its seats.
    pub seats: Seats,
}

/// Users of the queue that the overview lists.
const NEXT: usize = 5;

/// The overview of a tenant.
pub fn overview(tenant: &Tenant, words: Words) -> OverviewView {
    let mut seats: Vec<SeatRow> = tenant
        .products()
        .filter_map(|product| tenant.product(product))
        .map(|details| SeatRow {
            product: read::product_name(tenant, details.product),
            seats: Seats::new(words, details.units, details.consumed),
        })
        .collect();
    sort_short_by(&mut seats, |a, b| a.product.name <= b.product.name);
    OverviewView {
        empty: tenant.user_count() == 0 && tenant.groups().next().is_none() && seats.is_empty(),
        seats,
        next: processing::next_users(tenant, words, NEXT),
        waiting: processing::waiting(tenant),
    }
}

/// Groups that the overview lists.
const LISTED: usize = 6;
/// So many members are looked at in one go.
const AT_ONCE: usize = 20_000;

/// What needs attention. Causes are missing where too many members would have to be looked at.
pub fn attention(tenant: &Tenant, words: Words) -> Attention {
    let (listed, all) = most_in_error(tenant);
    let mut left = AT_ONCE;
    let look = |group: GroupId| {
        left = left.saturating_sub(tenant.glances_at(group));
        let trouble = (left > 0).then(|| at_once(async |pace| Trouble::of(&pace, tenant, group).await));
        attention_row(tenant, words, group, trouble.as_ref())
    };
    Attention { groups: listed.into_iter().map(look).collect(), all, users: tenant.users_in_error() }
}

/// The same with every cause. It looks at every member of the groups that are listed.
pub fn attending(tenant: &Tenant, words: Words) -> Paced<Attention> {
    let tenant = tenant.clone();
    Paced::new(async move |pace| {
        let (listed, all) = most_in_error(&tenant);
        let mut groups = Vec::new();
        for group in listed {
            let trouble = Trouble::of(&pace, &tenant, group).await;
            groups.push(attention_row(&tenant, words, group, Some(&trouble)));
        }
        Attention { groups, all, users: tenant.users_in_error() }
    })
}

/// The groups with most users in error, and how many have some. Among equals those come first that are not deleted, then
/// those that were there first.
fn most_in_error(tenant: &Tenant) -> (Vec<GroupId>, usize) {
    let groups: Vec<GroupId> = tenant.groups_in_error().into_iter().chain(tenant.leftovers_in_error()).collect();
    // There can be thousands of groups. Sorting places by one number needs none of the code for sorting rows.
    let place = |(at, group): (usize, &GroupId)| (u64::from(!(tenant.in_error_by(*group) as u32)) << 32) | at as u64;
    let mut places: Vec<u64> = groups.iter().enumerate().map(place).collect();
    places.sort_unstable();
    let listed = places.into_iter().take(LISTED).filter_map(|place| groups.get(place as u32 as usize).copied());
    (listed.collect(), groups.len())
}

fn attention_row(tenant: &Tenant, words: Words, group: GroupId, trouble: Option<&Trouble>) -> AttentionRow {
    let route = read::group_route(tenant, group);
    let name = tenant.group_name(group);
    let name = if route.is_some() { name } else { words.map_deleted(&name) };
    AttentionRow {
        group: GroupName { id: group, name },
        route,
        in_error: tenant.in_error_by(group),
        cause: trouble.and_then(|trouble| cause(tenant, words, group, trouble)),
    }
}

fn cause(tenant: &Tenant, words: Words, group: GroupId, trouble: &Trouble) -> Option<Cause> {
    let Reason { error: top, users: with_top, first } = trouble.reasons.first().copied()?;
    let product = trouble::product(tenant, group, first)?;
    Some(Cause {
        reason: read::reason(tenant, words, first.user, top),
        share: (with_top < trouble.users).then(|| words.share(with_top, trouble.users)),
        why: WhyTarget { user: first.user, product, path: Path::Group(group) },
    })
}

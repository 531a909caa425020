//! The overview: what needs attention, what is left of the seats, what runs next.

use licensing_core::Tenant;
use licensing_core::order::sort_short_by;
use licensing_model::paced::at_once;
use licensing_model::{GroupId, Path};
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
    /// Groups with members in error, most first.
    pub groups: Vec<AttentionRow>,
    /// Distinct users in error.
    pub users: usize,
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
    /// The reason that most of them have.
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

/// What needs attention. It looks at every member of a group in error, and at every user.
pub fn attention(tenant: &Tenant, words: Words) -> Attention {
    let troubled = tenant.groups_in_error().into_iter().chain(tenant.leftovers_in_error());
    let groups: Vec<AttentionRow> = troubled
        .filter_map(|group| {
            let trouble = at_once(async |pace| Trouble::of(&pace, tenant, group).await);
            attention_row(tenant, words, group, trouble)
        })
        .collect();
    let users = if groups.is_empty() { 0 } else { users_in_error(tenant) };
    Attention { groups: most_first(groups), users }
}

/// How many users are in error. It looks at every user.
pub fn users_in_error(tenant: &Tenant) -> usize {
    tenant.users().filter(|user| tenant.rows_in_error(*user) > 0).count()
}

/// Those with most users in error first; others stay as they are.
fn most_first(rows: Vec<AttentionRow>) -> Vec<AttentionRow> {
    // There can be thousands of groups. Sorting their places by one number needs none of the code for sorting rows.
    let place = |(at, row): (usize, &AttentionRow)| (u64::from(!(row.in_error as u32)) << 32) | at as u64;
    let mut places: Vec<u64> = rows.iter().enumerate().map(place).collect();
    places.sort_unstable();
    let mut rows: Vec<Option<AttentionRow>> = rows.into_iter().map(Some).collect();
    places.into_iter().filter_map(|place| rows.get_mut(place as u32 as usize)?.take()).collect()
}

fn attention_row(tenant: &Tenant, words: Words, group: GroupId, trouble: Trouble) -> Option<AttentionRow> {
    let Reason { error: top, users: with_top, first } = trouble.reasons.first().copied()?;
    let product = trouble::product(tenant, group, first)?;
    let route = read::group_route(tenant, group);
    let name = tenant.group_name(group);
    let name = if route.is_some() { name } else { words.map_deleted(&name) };
    Some(AttentionRow {
        group: GroupName { id: group, name },
        route,
        in_error: trouble.users,
        reason: read::reason(tenant, words, first.user, top),
        share: (with_top < trouble.users).then(|| words.share(with_top, trouble.users)),
        why: WhyTarget { user: first.user, product, path: Path::Group(group) },
    })
}

//! The overview: what needs attention, what is left of the seats, what runs next.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use licensing_core::LicenseErrors;
use licensing_core::Tenant;
use licensing_core::order::{sort_short, sort_short_by};
use licensing_model::{AssignmentError, GroupId, Path};
use licensing_wording::Words;

use crate::names::{GroupName, ProductName};
use crate::processing::Waiting;
use crate::processing::{self, NextUser};
use crate::read;
use crate::route::{Route, WhyTarget};
use crate::seats::Seats;
use crate::status::Status;

/// The overview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverviewView {
    /// There are neither users nor groups nor products.
    pub empty: bool,
    /// Groups with members in error, most first.
    pub attention: Vec<AttentionRow>,
    /// Distinct users in error.
    pub users_in_error: usize,
    /// Products by name.
    pub seats: Vec<SeatRow>,
    /// The first users of the queue.
    pub next: Vec<NextUser>,
    /// The whole queue.
    pub waiting: Waiting,
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
    let mut troubled = BTreeSet::new();
    let mut attention = Vec::new();
    let groups = tenant.groups_in_error().into_iter().map(|group| (group, tenant.users_with_license_errors(group)));
    for (group, errors) in groups.chain(tenant.leftovers_in_error()) {
        troubled.extend(errors.iter().map(|errors| errors.user));
        attention.extend(attention_row(tenant, words, group, &errors));
    }
    let attention = most_first(attention);
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
        attention,
        users_in_error: troubled.len(),
        seats,
        next: processing::next_users(tenant, words, NEXT),
        waiting: processing::waiting(tenant),
    }
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

fn attention_row(tenant: &Tenant, words: Words, group: GroupId, errors: &[LicenseErrors]) -> Option<AttentionRow> {
    let (top, with_top) = by_reason(errors).into_iter().next()?;
    let example = errors.iter().find(|errors| errors.top == top)?;
    let (product, _) = example.products.iter().find(|(_, error)| *error == top)?;
    let route = read::group_route(tenant, group);
    let name = tenant.group_name(group);
    let name = if route.is_some() { name } else { words.map_deleted(&name) };
    Some(AttentionRow {
        group: GroupName { id: group, name },
        route,
        in_error: errors.len(),
        reason: read::reason(tenant, words, example.user, top),
        share: (with_top < errors.len()).then(|| words.share(with_top, errors.len())),
        why: WhyTarget { user: example.user, product: *product, path: Path::Group(group) },
    })
}

/// The reasons with how many users have each, most first.
pub fn by_reason(errors: &[LicenseErrors]) -> Vec<(AssignmentError, usize)> {
    let mut reasons: Vec<_> = AssignmentError::ALL
        .into_iter()
        .map(|error| (error, errors.iter().filter(|errors| errors.top == error).count()))
        .filter(|(_, users)| *users > 0)
        .collect();
    sort_short(&mut reasons, |(_, users)| Reverse(*users));
    reasons
}

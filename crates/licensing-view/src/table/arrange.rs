//! From what is asked of a list to the order of its rows.

use licensing_core::Tenant;
use licensing_model::Pace;

use super::list::List;
use super::sort::{Value, sort};
use super::{Column, Order, Sorting};
use crate::query::{Sort, TableQuery};
use crate::search::Search;

/// Every row of a list, in the order that is asked for; equal ones by their places. `before` is the order that was
/// shown before: if it is nearly right, sorting costs hardly more than reading it.
pub(crate) async fn sorted(
    pace: &Pace,
    list: &dyn List,
    tenant: &Tenant,
    wanted: Option<Sort>,
    before: Option<&Order>,
) -> Order {
    let columns = list.columns();
    let found =
        wanted.and_then(|wanted| Some((wanted, columns.iter().position(|column| column.key == wanted.column)?)));
    let Some((wanted, at)) = found else { return list.usual() };
    match columns.get(at).map(|column| column.sorting) {
        None | Some(Sorting::None) => list.usual(),
        Some(Sorting::NewestFirst) if wanted.descending => Order::AsItComes(list.len()),
        Some(Sorting::NewestFirst) => Order::Backwards(list.len()),
        Some(Sorting::ByValue) => {
            let mut places: Vec<u32> = match before {
                Some(Order::Places(before)) if before.len() == list.len() => before.to_vec(),
                _ => (0..list.len() as u32).collect(),
            };
            let mut buffer = String::new();
            let value = |place: u32, take: &mut dyn FnMut(Value<'_>)| {
                list.value(tenant, place as usize, at, &mut buffer, take);
            };
            sort(pace, &mut places, wanted.descending, value).await;
            Order::Places(places.into())
        }
    }
}

/// The rows of `order` that fit what is looked for. `fitted` are those that fitted a query that asked for no more, if
/// there was such a one: no others do now.
pub(crate) async fn filtered(
    pace: &Pace,
    list: &dyn List,
    tenant: &Tenant,
    order: &Order,
    query: &TableQuery,
    fitted: Option<&Order>,
) -> Order {
    if !query.hides_rows() {
        return order.clone();
    }
    let search = Search::new(&query.search);
    let filters = list.filters();
    // A value that no choice has fits no row.
    let wanted: Vec<(usize, Option<usize>)> = (filters.iter().enumerate())
        .filter_map(|(at, filter)| {
            let value = query.filter(filter.key)?;
            Some((at, filter.choices.iter().position(|choice| choice.value == value)))
        })
        .collect();
    let mut buffer = String::new();
    let mut fits = |place: usize| {
        wanted.iter().all(|(at, choice)| choice.is_some_and(|choice| list.belongs(tenant, place, *at, choice)))
            && search.finds(|seeker| list.look(tenant, place, &mut buffer, seeker))
    };
    let mut shown: Vec<u32> = Vec::new();
    if let Some(fitted) = fitted {
        pace.expect(fitted.len());
        for place in fitted.places() {
            if fits(place) {
                shown.push(place as u32);
            }
            pace.did(1).await;
        }
        return Order::Places(shown.into());
    }
    pace.expect(list.searched() + order.len());
    // Names lie in memory as they were created: read in that order they come quicker.
    let mut all: Vec<bool> = Vec::with_capacity(list.searched());
    for place in 0..list.searched() {
        all.push(fits(place));
        pace.did(1).await;
    }
    for place in order.places() {
        if all.get(place).copied().unwrap_or_default() {
            shown.push(place as u32);
        }
        pace.did(1).await;
    }
    Order::Places(shown.into())
}

/// Whether the greatest stands first in a column; `None` where the table is not sorted by it.
pub fn direction(column: &Column, query: &TableQuery) -> Option<bool> {
    match query.sort {
        Some(sort) if sort.column == column.key && column.sorting != Sorting::None => Some(sort.descending),
        None if column.sorting == Sorting::NewestFirst => Some(true),
        _ => None,
    }
}

//! From what is asked of a list to the order of its rows.

use licensing_core::Tenant;

use super::list::List;
use super::sort::sort;
use super::{Column, Order, Sorting};
use crate::query::{Sort, TableQuery};
use crate::search::Search;

/// Every row of a list, in the order that is asked for; equal ones by their places. `before` is the order that was
/// shown before: if it is nearly right, sorting costs hardly more than reading it.
pub(crate) fn sorted(list: &dyn List, tenant: &Tenant, wanted: Option<Sort>, before: Option<&Order>) -> Order {
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
            sort(&mut places, wanted.descending, |place, take| {
                list.value(tenant, place as usize, at, &mut buffer, take)
            });
            Order::Places(places.into())
        }
    }
}

/// The rows of `order` that fit what is looked for.
pub(crate) fn filtered(list: &dyn List, tenant: &Tenant, order: &Order, query: &TableQuery) -> Order {
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
    // Names lie in memory as they were created: read in that order they come quicker.
    let fits: Vec<bool> = (0..list.searched())
        .map(|place| {
            wanted.iter().all(|(at, choice)| choice.is_some_and(|choice| list.belongs(tenant, place, *at, choice)))
                && search.finds(|seeker| list.look(tenant, place, &mut buffer, seeker))
        })
        .collect();
    let is_shown = |place: &usize| fits.get(*place).copied().unwrap_or_default();
    Order::Places(order.places().filter(is_shown).map(|place| place as u32).collect())
}

/// Whether the greatest stands first in a column; `None` where the table is not sorted by it.
pub fn direction(column: &Column, query: &TableQuery) -> Option<bool> {
    match query.sort {
        Some(sort) if sort.column == column.key && column.sorting != Sorting::None => Some(sort.descending),
        None if column.sorting == Sorting::NewestFirst => Some(true),
        _ => None,
    }
}

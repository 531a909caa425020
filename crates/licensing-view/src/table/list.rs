//! What a list has to say of itself, so that one table can show it.
//!
//! A list is made anew when the tenant changed. It holds what is needed to sort and filter all of its rows quickly; words
//! are made for the rows that are drawn.

use licensing_core::Tenant;
use licensing_model::Command;

use super::sort::Value;
use super::{Bulk, BulkKind, Column, FilterKey, Order, Row};
use crate::search::Seeker;

/// One choice of a named filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// How it stands in the address.
    pub value: String,
    /// What it is called.
    pub word: String,
    /// How many rows of the list it fits.
    pub count: usize,
}

/// A named filter. A row may belong to several of its choices: one who holds a license can be in error as well.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// What it looks at.
    pub key: FilterKey,
    /// What it is called.
    pub name: String,
    /// The choices that are offered.
    pub choices: Vec<Choice>,
    /// The choices are too many to stand side by side.
    pub is_menu: bool,
}

/// A list as it is at one moment. Its rows are called by their places, so that sorting and filtering handle nothing but
/// numbers. Places follow from something that lasts, such as the order of creation, so that a change of one row leaves
/// the others where they are.
pub(crate) trait List: Send + Sync {
    /// A number of its rows, in words.
    fn counted(&self, number: usize) -> String;

    /// How many rows there are.
    fn len(&self) -> usize;

    /// How many of the first rows are searched and filtered.
    fn searched(&self) -> usize {
        self.len()
    }

    /// The order in which the rows are shown unless another is asked for.
    fn usual(&self) -> Order {
        Order::AsItComes(self.len())
    }

    /// What a row is called as long as the list is, whatever its place.
    fn id(&self, place: usize) -> u32;

    /// The columns.
    fn columns(&self) -> Vec<Column>;

    /// The named filters.
    fn filters(&self) -> Vec<Filter> {
        Vec::new()
    }

    /// To which choice of the filter `at` a row belongs, where it belongs to one at most.
    fn choice(&self, _tenant: &Tenant, _place: usize, _at: usize) -> Option<usize> {
        None
    }

    /// Whether a row belongs to the choice `choice` of the filter `at`.
    fn belongs(&self, tenant: &Tenant, place: usize, at: usize, choice: usize) -> bool {
        self.choice(tenant, place, at) == Some(choice)
    }

    /// Shows the texts of a row that are searched. `buffer` is for texts that are made up.
    fn look(&self, tenant: &Tenant, place: usize, buffer: &mut String, seeker: &mut Seeker<'_>);

    /// Tells what a row is sorted by in the column `at`.
    fn value(&self, tenant: &Tenant, place: usize, at: usize, buffer: &mut String, take: &mut dyn FnMut(Value<'_>));

    /// A row in words.
    fn row(&self, tenant: &Tenant, place: usize) -> Row;

    /// The details of a row, by label.
    fn details(&self, _tenant: &Tenant, _place: usize) -> Vec<(String, String)> {
        Vec::new()
    }

    /// What can be done with rows that are selected; if nothing can, none is.
    fn bulk(&self) -> Vec<Bulk> {
        Vec::new()
    }

    /// The command that does it to the row `id`.
    fn bulk_command(&self, _kind: BulkKind, _id: u32) -> Option<Command> {
        None
    }
}

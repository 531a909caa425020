//! The one table of the page: any list, sorted, filtered and searched, of which only the rows in sight are worded.
//!
//! 1. [`Table::of`] reads what a list needs to sort and filter its rows. It costs a glance at each row, and is done
//!    anew after each change of the tenant.
//! 2. [`Table::sorted`] and [`Table::shown`] answer with an [`Order`]: places of rows, nothing else.
//! 3. [`Window::of`] says which of them are in sight, and [`Table::rows`] words those.
//!
//! The page has a [`Listing`] of all this, made in slices: 1 and 2 grow with the tenant.

mod arrange;
mod cell;
pub mod csv;
mod ids;
mod list;
mod listing;
mod lists;
mod order;
mod sort;
mod window;

pub use crate::linked::Linked;
pub use crate::query::{ColumnKey, FilterKey, NoSuchColumn, Sort, TableQuery};
pub use arrange::direction;
pub use cell::{Act, Below, Bulk, BulkKind, Cell, Column, Face, Row, RowAction, Sorting, Stays, Voice, Width};
pub use ids::Ids;
pub use list::{Choice, Filter};
pub use listing::Listing;
pub use order::Order;
pub use window::{MOST_DRAWN, View, Window};

use std::ops::Range;
use std::sync::Arc;

use licensing_core::Tenant;
use licensing_model::paced::at_once;
use licensing_model::{Command, GroupId, ProductId};
use licensing_wording::Words;

use crate::names::file_name;
use list::List;

/// What a table can list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ListId {
    /// Users that are not deleted.
    Users,
    /// Deleted users that can be brought back.
    DeletedUsers,
    /// Contacts.
    Contacts,
    /// Groups that are not deleted.
    Groups,
    /// Deleted groups that can be brought back.
    DeletedGroups,
    /// Direct members of a group that are users, and those who left and are not done with.
    Members(GroupId),
    /// Products of the tenant.
    Products,
    /// Users that hold or should hold a product.
    ProductUsers(ProductId),
    /// Groups that carry a product.
    ProductGroups(ProductId),
    /// Plans of a product.
    ProductPlans(ProductId),
    /// The audit log.
    Audit,
    /// Plans that exclude each other.
    Pairs,
    /// Plans that need another.
    Prerequisites,
    /// Where services may be used.
    Locations,
}

impl ListId {
    /// What a file of the list is called, without its ending.
    pub fn file_name(self, tenant: &Tenant) -> String {
        let group = |group| file_name(&tenant.group_name(group), "group");
        let product = |product| file_name(&tenant.product_name(product), "product");
        match self {
            ListId::Users => "users".to_string(),
            ListId::DeletedUsers => "deleted-users".to_string(),
            ListId::Contacts => "contacts".to_string(),
            ListId::Groups => "groups".to_string(),
            ListId::DeletedGroups => "deleted-groups".to_string(),
            ListId::Members(id) => format!("{}-members", group(id)),
            ListId::Products => "products".to_string(),
            ListId::ProductUsers(id) => format!("{}-users", product(id)),
            ListId::ProductGroups(id) => format!("{}-groups", product(id)),
            ListId::ProductPlans(id) => format!("{}-plans", product(id)),
            ListId::Audit => "audit-log".to_string(),
            ListId::Pairs => "exclusive-pairs".to_string(),
            ListId::Prerequisites => "prerequisites".to_string(),
            ListId::Locations => "locations".to_string(),
        }
    }
}

/// A list at one moment of its tenant. Two are equal only if they are the same one.
#[derive(Clone)]
pub struct Table {
    list: Arc<dyn List>,
}

impl PartialEq for Table {
    fn eq(&self, other: &Table) -> bool {
        Arc::ptr_eq(&self.list, &other.list)
    }
}

impl Table {
    /// What `id` lists in `tenant` now.
    pub fn of(tenant: &Tenant, words: Words, id: ListId) -> Table {
        at_once(async |pace| Table { list: lists::list(&pace, tenant, words, id).await })
    }

    /// A number of its rows, in words.
    pub fn counted(&self, number: usize) -> String {
        self.list.counted(number)
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many rows are searched and filtered; further ones are found by scrolling only.
    pub fn searched(&self) -> usize {
        self.list.searched()
    }

    /// The columns.
    pub fn columns(&self) -> Vec<Column> {
        self.list.columns()
    }

    /// The named filters, with how many rows fit each choice.
    pub fn filters(&self) -> Vec<Filter> {
        self.list.filters()
    }

    /// Every row, in the order that is asked for; equal ones by their places. `before` is the order that was shown
    /// before: if it is nearly right, sorting costs hardly more than reading it.
    pub fn sorted(&self, tenant: &Tenant, wanted: Option<Sort>, before: Option<&Order>) -> Order {
        at_once(async |pace| arrange::sorted(&pace, &*self.list, tenant, wanted, before).await)
    }

    /// The rows of `order` that fit what is looked for.
    pub fn shown(&self, tenant: &Tenant, order: &Order, query: &TableQuery) -> Order {
        at_once(async |pace| arrange::filtered(&pace, &*self.list, tenant, order, query, None).await)
    }

    /// Some rows of `order`, in words.
    pub fn rows(&self, tenant: &Tenant, order: &Order, range: Range<usize>) -> Vec<Row> {
        range.filter_map(|at| order.place(at)).map(|place| self.list.row(tenant, place)).collect()
    }

    /// What a row is called as long as the list is.
    pub fn id(&self, place: usize) -> u32 {
        self.list.id(place)
    }

    /// The ids of all rows. It looks at every row.
    pub fn ids(&self) -> Ids {
        (0..self.len()).map(|place| self.list.id(place)).collect()
    }

    /// Where the row `id` stands in `order`. It looks at every row.
    pub fn find(&self, order: &Order, id: u32) -> Option<usize> {
        (0..order.len()).find(|at| order.place(*at).is_some_and(|place| self.list.id(place) == id))
    }

    /// The details of the row that stands at `at` in `order`, by label.
    pub fn details(&self, tenant: &Tenant, order: &Order, at: usize) -> Vec<(String, String)> {
        order.place(at).map(|place| self.list.details(tenant, place)).unwrap_or_default()
    }

    /// What can be done with rows that are selected; where nothing can, none is selected.
    pub fn bulk(&self) -> Vec<Bulk> {
        self.list.bulk()
    }

    /// The commands that do it to the rows with these ids.
    pub fn bulk_commands(&self, kind: BulkKind, ids: impl Iterator<Item = u32>) -> Vec<Command> {
        ids.filter_map(|id| self.list.bulk_command(kind, id)).collect()
    }
}

//! What a table shows: a list at one moment, its order, and the rows of it that fit. All of it grows with the tenant and is
//! made in slices; until another one is made, this one stands, with the words that it had.

use std::ops::Range;
use std::sync::Arc;

use licensing_core::Tenant;
use licensing_model::{Pace, Paced};
use licensing_wording::Words;

use super::lists::{self, Nothing};
use super::{ListId, Order, Row, Table, TableQuery, arrange};

/// A list as it is shown. Two are equal only if they are the same one.
#[derive(Clone)]
pub struct Listing(Arc<Listed>);

struct Listed {
    /// The tenant at that moment: copies share their pages.
    tenant: Tenant,
    moment: u32,
    table: Table,
    /// What was asked for.
    query: TableQuery,
    /// Every row, in order.
    sorted: Order,
    /// Those that fit.
    shown: Order,
}

impl PartialEq for Listing {
    fn eq(&self, other: &Listing) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Listing {
    /// What `list` has in `tenant`, as `query` asks for it. `moment` is another number when the tenant or the language is
    /// another one. `before` is what is shown of the same list; what it knows is not looked up again.
    pub fn of(
        tenant: &Tenant,
        words: Words,
        list: ListId,
        moment: u32,
        query: &TableQuery,
        before: Option<&Listing>,
    ) -> Paced<Listing> {
        let (query, before) = (query.clone(), before.map(|before| Arc::clone(&before.0)));
        if let Some(before) = before.as_ref().filter(|before| before.moment == moment).cloned() {
            return Paced::new(async move |pace| before.again(&pace, query).await);
        }
        let tenant = tenant.clone();
        Paced::new(async move |pace| {
            let table = Table { list: lists::list(&pace, &tenant, words, list).await };
            let order = before.as_ref().map(|before| &before.sorted);
            let sorted = arrange::sorted(&pace, &*table.list, &tenant, query.sort, order).await;
            let shown = arrange::filtered(&pace, &*table.list, &tenant, &sorted, &query, None).await;
            Listing(Arc::new(Listed { tenant, moment, table, query, sorted, shown }))
        })
    }

    /// A list of which nothing is known yet.
    pub fn unread(tenant: &Tenant, query: &TableQuery) -> Listing {
        let nothing = Order::AsItComes(0);
        Listing(Arc::new(Listed {
            tenant: tenant.clone(),
            moment: 0,
            table: Table { list: Arc::new(Nothing) },
            query: query.clone(),
            sorted: nothing.clone(),
            shown: nothing,
        }))
    }

    /// The list.
    pub fn table(&self) -> &Table {
        &self.0.table
    }

    /// What it was asked for.
    pub fn query(&self) -> &TableQuery {
        &self.0.query
    }

    /// The rows that fit, in order.
    pub fn shown(&self) -> &Order {
        &self.0.shown
    }

    /// Some of them, in words.
    pub fn rows(&self, range: Range<usize>) -> Vec<Row> {
        self.0.table.rows(&self.0.tenant, &self.0.shown, range)
    }

    /// The details of the row that is shown at `at`, by label.
    pub fn details(&self, at: usize) -> Vec<(String, String)> {
        self.0.table.details(&self.0.tenant, &self.0.shown, at)
    }
}

impl Listed {
    /// The same list as another query asks for it.
    async fn again(&self, pace: &Pace, query: TableQuery) -> Listing {
        let Listed { tenant, moment, table, .. } = self;
        let is_sorted = self.query.sort == query.sort;
        let sorted = match is_sorted {
            true => self.sorted.clone(),
            false => arrange::sorted(pace, &*table.list, tenant, query.sort, Some(&self.sorted)).await,
        };
        let fitted = Some(&self.shown).filter(|_| is_sorted && query.asks_no_less_than(&self.query));
        let shown = arrange::filtered(pace, &*table.list, tenant, &sorted, &query, fitted).await;
        let (tenant, moment, table) = (tenant.clone(), *moment, table.clone());
        Listing(Arc::new(Listed { tenant, moment, table, query, sorted, shown }))
    }
}

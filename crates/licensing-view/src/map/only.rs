//! What of a tenant is on the map when something is looked for, or when only errors are: whole paths, from the user to
//! the product, that go through what was found.

use licensing_core::Tenant;
use licensing_model::{GroupId, Pace, ProductId, UserId};

use super::facts::Facts;
use super::people::MOST_PEOPLE;
use super::subject::{EdgeKind, Subject};
use crate::read;
use crate::search::Search;
use crate::table::{FilterKey, TableQuery};

/// What the map is asked for.
pub(super) struct Only {
    /// Words that a name on a path holds.
    words: Option<Search>,
    /// Paths in error alone.
    errors: bool,
}

/// What the filter is called, in an address, that leaves out what is not in error.
pub const IN_ERROR: &str = "error";

impl Only {
    /// What a query asks for.
    pub(super) fn new(query: &TableQuery) -> Only {
        let words = (!query.search.trim().is_empty()).then(|| Search::new(&query.search));
        Only { words, errors: query.filter(FilterKey::State) == Some(IN_ERROR) }
    }

    /// Whether everything is asked for.
    pub(super) fn is_everything(&self) -> bool {
        self.words.is_none() && !self.errors
    }

    /// The users who are found by name, where they are few enough to have nodes of their own.
    pub(super) async fn users(&self, pace: &Pace, tenant: &Tenant) -> Vec<UserId> {
        let mut found = Vec::new();
        let Some(words) = &self.words else { return found };
        let mut buffer = String::new();
        pace.expect(tenant.user_count());
        for user in tenant.users() {
            if words.finds(|names| names.look(tenant.user_name_in(user, &mut buffer))) {
                if found.len() == MOST_PEOPLE {
                    return Vec::new();
                }
                found.push(user);
            }
            pace.did(1).await;
        }
        found
    }

    /// Whether a group is to be told of where users have no nodes of their own.
    pub(super) fn wants(&self, tenant: &Tenant, group: GroupId) -> bool {
        let Some(details) = tenant.group(group) else { return false };
        let is_found = |words: &Search| {
            let mut products = details.template.keys();
            words.finds(|names| names.look(&details.name))
                || products.any(|product| is_product(tenant, words, *product))
        };
        (!self.errors || details.users_in_error > 0) && self.words.as_ref().is_none_or(is_found)
    }

    /// The facts on the paths that are asked for, and no others.
    pub(super) fn of(&self, tenant: &Tenant, facts: Facts) -> Facts {
        let mut facts = facts;
        if let Some(words) = &self.words {
            let is_found = facts.items.iter().map(|item| is_found(tenant, words, item.subject)).collect::<Vec<_>>();
            let mut kept = Kept::nothing(&facts);
            let found = is_found.iter().zip(0..).filter(|(is_found, _)| **is_found);
            found.for_each(|(_, item)| kept.add(&facts, item, item));
            facts = kept.of(facts);
        }
        if self.errors {
            let mut kept = Kept::nothing(&facts);
            for (link, at) in facts.links.iter().zip(0..).filter(|(link, _)| link.tally.failed > 0) {
                kept.add(&facts, link.from, link.to);
                keep(&mut kept.links, at);
            }
            facts = kept.of(facts);
        }
        facts
    }
}

/// Which items and links stay.
struct Kept {
    items: Vec<bool>,
    links: Vec<bool>,
}

impl Kept {
    fn nothing(facts: &Facts) -> Kept {
        Kept { items: vec![false; facts.items.len()], links: vec![false; facts.links.len()] }
    }

    /// Keeps two items, all that leads to the one, and all that the other leads to.
    fn add(&mut self, facts: &Facts, from: usize, to: usize) {
        for (start, to_the_right) in [(from, false), (to, true)] {
            let mut seen = vec![false; facts.items.len()];
            let mut waiting = vec![start];
            while let Some(item) = waiting.pop() {
                if seen.get(item).copied().unwrap_or(true) {
                    continue;
                }
                keep(&mut seen, item);
                keep(&mut self.items, item);
                for (link, at) in facts.links.iter().zip(0..).filter(|(link, _)| link.kind != EdgeKind::Nested) {
                    let (near, far) = if to_the_right { (link.from, link.to) } else { (link.to, link.from) };
                    if near == item {
                        keep(&mut self.links, at);
                        waiting.push(far);
                    }
                }
            }
        }
    }

    /// What stays of the facts, called by new places.
    fn of(self, facts: Facts) -> Facts {
        let is_kept = |item: usize| self.items.get(item).copied().unwrap_or_default();
        let mut places = Vec::with_capacity(self.items.len());
        let mut next = 0;
        for kept in &self.items {
            places.push(next);
            next += usize::from(*kept);
        }
        let place = |item: usize| places.get(item).copied().unwrap_or_default();
        let mut rest = Facts::default();
        let items = facts.items.into_iter().zip(&self.items);
        rest.items = items.filter(|(_, is_kept)| **is_kept).map(|(item, _)| item).collect();
        for (mut link, is_on_path) in facts.links.into_iter().zip(self.links) {
            // A group in a group is on no path: it is seen where both are.
            if is_on_path || link.kind == EdgeKind::Nested && is_kept(link.from) && is_kept(link.to) {
                (link.from, link.to) = (place(link.from), place(link.to));
                rest.links.push(link);
            }
        }
        rest
    }
}

fn keep(flags: &mut [bool], at: usize) {
    if let Some(flag) = flags.get_mut(at) {
        *flag = true;
    }
}

/// Whether an item is called so. What stands for several has no name.
fn is_found(tenant: &Tenant, words: &Search, subject: Subject) -> bool {
    match subject {
        Subject::User(user) => words.finds(|names| names.look(&tenant.user_name(user))),
        Subject::Group(group) => words.finds(|names| names.look(&tenant.group_name(group))),
        Subject::Product(product) => is_product(tenant, words, product),
        _ => false,
    }
}

fn is_product(tenant: &Tenant, words: &Search, product: ProductId) -> bool {
    let product = read::product_name(tenant, product);
    words.finds(|names| {
        names.look(&product.name);
        names.look(&product.tag);
    })
}

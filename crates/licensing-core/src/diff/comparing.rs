//! A comparison in slices.

use alloc::boxed::Box;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use hashbrown::HashMap;
use licensing_model::{AssignmentError, Path, PlanId, ProductId, UserId};
use rustc_hash::FxBuildHasher;

use super::alike::{outcomes_agree, paths_of_same};
use super::{Change, Diff, MailboxChange, PathChange, PathValue, SeatChange, UserChange};
use crate::store::address_book::AddressState;
use crate::store::id_set::PlanSet;
use crate::store::interner::Interner;
use crate::store::outcome::OutcomeId;
use crate::tenant::Tenant;

/// What is known of a pair of outcomes: how many paths they have, and the place of the way if they differ.
#[derive(Clone, Copy, Debug)]
struct Known {
    paths: usize,
    way: Option<usize>,
}

/// A comparison under way. It keeps nothing of the tenants: each call is handed the same two.
#[derive(Debug, Default)]
pub struct Comparing {
    /// All but the ways, which come at the end.
    diff: Diff,
    /// By what a user has in both tenants, as numbers of outcomes.
    known: HashMap<Box<[u32]>, Known, FxBuildHasher>,
    key: Vec<u32>,
    ways: Interner<UserChange>,
    /// Whether the same number of an outcome is the same outcome in both.
    agree: bool,
    next: usize,
    all: usize,
}

impl Comparing {
    /// Begins to compare.
    pub fn new(before: &Tenant, after: &Tenant) -> Comparing {
        let all = before.users.len().max(after.users.len());
        let mut comparing = Comparing { all, agree: outcomes_agree(before, after), ..Comparing::default() };
        comparing.compare_seats(before, after);
        comparing
    }

    /// How much of the work is done, and how much there is: in users.
    pub fn progress(&self) -> (usize, usize) {
        (self.next, self.all)
    }

    /// Goes on for `work` users. Answers whether everything is done.
    pub fn advance(&mut self, before: &Tenant, after: &Tenant, work: usize) -> bool {
        let until = self.next.saturating_add(work.max(1)).min(self.all);
        while self.next < until {
            self.compare(before, after, UserId::at(self.next));
            self.next = self.next.saturating_add(1);
        }
        self.next >= self.all
    }

    /// What differs, once everything is done.
    pub fn finish(self) -> Diff {
        Diff { ways: self.ways.into_values(), ..self.diff }
    }

    fn compare_seats(&mut self, before: &Tenant, after: &Tenant) {
        let products: BTreeSet<_> = before.products().chain(after.products()).collect();
        for product in products {
            let one = (before.subscription(product), after.subscription(product));
            let units = Change {
                before: one.0.map(|subscription| subscription.units),
                after: one.1.map(|subscription| subscription.units),
            };
            let consumed = Change {
                before: before.subscriptions.seats(product).consumed,
                after: after.subscriptions.seats(product).consumed,
            };
            if units.differs() || consumed.differs() {
                self.diff.seats.push(SeatChange { product, units, consumed });
            }
        }
    }

    fn compare(&mut self, before: &Tenant, after: &Tenant, user: UserId) {
        let present = Change { before: before.users.is_live(user), after: after.users.is_live(user) };
        if !present.before && !present.after {
            return;
        }
        self.diff.compared = self.diff.compared.saturating_add(1);
        let same = if self.agree && !present.differs() { paths_of_same(before, after, user) } else { None };
        match same {
            Some(paths) => self.diff.compared_paths = self.diff.compared_paths.saturating_add(paths),
            None => self.compare_paths(before, after, user, present),
        }
        if mailboxes_may_differ(before, after, user) {
            let mailbox = Change { before: before.mailbox(user), after: after.mailbox(user) };
            if mailbox.differs() {
                self.diff.mailboxes.push(MailboxChange { user, mailbox });
            }
        }
    }

    fn compare_paths(&mut self, before: &Tenant, after: &Tenant, user: UserId, present: Change<bool>) {
        let key = &mut self.key;
        key.clear();
        add_to_key(key, before, user);
        key.push(u32::MAX);
        add_to_key(key, after, user);
        let known = match self.known.get(key.as_slice()) {
            Some(known) => *known,
            None => {
                let (change, paths) = change_of(before, after, user, present);
                // Other numbers can stand for the same rows.
                let way = change.map(|change| self.ways.intern(change) as usize);
                let known = Known { paths, way };
                self.known.insert(key.clone().into_boxed_slice(), known);
                known
            }
        };
        self.diff.compared_paths = self.diff.compared_paths.saturating_add(known.paths);
        if let Some(way) = known.way {
            self.diff.users.push((user, way));
        }
    }
}

/// Everything that the user's paths follow from in this tenant.
fn add_to_key(key: &mut Vec<u32>, tenant: &Tenant, user: UserId) {
    if !tenant.users.is_live(user) {
        key.push(u32::MAX);
        return;
    }
    key.push(tenant.users.direct.at(user).0);
    for edge in tenant.users.edges(user).iter().filter(|edge| edge.outcome != OutcomeId::NONE) {
        key.push(edge.group().raw());
        key.push(edge.outcome.0);
    }
}

/// How the user differs, and how many paths there are.
fn change_of(before: &Tenant, after: &Tenant, user: UserId, present: Change<bool>) -> (Option<UserChange>, usize) {
    let mut values: BTreeMap<(ProductId, Path), Change<Option<PathValue>>> = BTreeMap::new();
    let mut errors = Change::<usize>::default();
    for (tenant, is_there, is_after) in [(before, present.before, false), (after, present.after, true)] {
        for row in tenant.paths(user).into_iter().filter(|_| is_there) {
            let count = if is_after { &mut errors.after } else { &mut errors.before };
            *count = count.saturating_add(usize::from(row.error != AssignmentError::None));
            let value = values.entry((row.product, row.path)).or_default();
            let value = if is_after { &mut value.after } else { &mut value.before };
            *value = Some(PathValue { state: row.state, error: row.error, disabled: row.disabled });
        }
    }
    let paths = values.len();
    let given = |tenant: &Tenant, is_there| match is_there {
        true => tenant.holding(tenant.paths_in_force(user).into_iter()).given,
        false => PlanSet::EMPTY,
    };
    let held = |tenant: &Tenant, is_there| if is_there { tenant.held_products(user) } else { Vec::new() };
    let plans = Change { before: given(before, present.before), after: given(after, present.after) };
    let plan_list = |plans: PlanSet| -> Vec<PlanId> { plans.iter().collect() };
    let has_mailbox = |tenant: &Tenant, plans: &PlanSet| tenant.tables().mailbox.intersects(plans);
    let change = UserChange {
        present,
        paths: (values.into_iter())
            .filter(|(_, value)| value.differs())
            .map(|((product, path), value)| PathChange { product, path, value })
            .collect(),
        products: Change { before: held(before, present.before), after: held(after, present.after) },
        gained: plan_list(plans.after.without(&plans.before)),
        lost: plan_list(plans.before.without(&plans.after)),
        mailbox: Change { before: has_mailbox(before, &plans.before), after: has_mailbox(after, &plans.after) },
        errors,
    };
    let differs = present.differs()
        || !change.paths.is_empty()
        || change.products.differs()
        || plans.differs()
        || change.mailbox.differs();
    (differs.then_some(change), paths)
}

/// The names that calculated addresses follow from; none where they follow from the user's number.
fn names_of(tenant: &Tenant, user: UserId) -> [Option<&str>; 2] {
    [tenant.users.principal_name.at(user), tenant.users.nickname.at(user)].map(|name| tenant.texts.get(name))
}

/// A glance that builds no text: the mail attributes of almost everybody follow from names that are the same.
fn mailboxes_may_differ(before: &Tenant, after: &Tenant, user: UserId) -> bool {
    match (before.addresses.state(user), after.addresses.state(user)) {
        (AddressState::Empty, AddressState::Empty) => false,
        (AddressState::Calculated, AddressState::Calculated) => {
            before.initial_domain != after.initial_domain || names_of(before, user) != names_of(after, user)
        }
        _ => true,
    }
}

//! Writing rows: every change of what a path holds goes through here, so that times, seats, the counts of errors and
//! the places in the groups' lists stay in step with the rows.

use alloc::vec::Vec;

use licensing_model::letters::folded;
use licensing_model::{AssignmentError, GroupId, ProductId, UserId};

use super::Tenant;
use crate::audit::event::{CommandNumber, Event};
use crate::order::sort_short;
use crate::rules::addresses::AddressChange;
use crate::store::id_set::ProductSet;
use crate::store::outcome::{OutcomeId, Outcomes, Row};
use crate::store::template::TemplateId;
use crate::store::text::TextId;
use crate::store::times::{EachTime, Times, TimesId};
use crate::store::users::{Edge, Flags};
use licensing_columns::times::KeptRows;
use licensing_model::CountryCode;

/// A change of the rows of one path.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PathRows {
    /// Its place among the user's edges.
    pub(crate) place: usize,
    /// The group.
    pub(crate) group: GroupId,
    /// The rows until now.
    pub(crate) before: OutcomeId,
    /// The rows from now on.
    pub(crate) now: OutcomeId,
}

impl Tenant {
    /// Adds a user and answers its id. The names are stored already; an empty one is derived.
    pub(crate) fn add_user(
        &mut self,
        name: TextId,
        principal_name: TextId,
        nickname: TextId,
        location: Option<CountryCode>,
        guest: bool,
    ) -> UserId {
        let user =
            self.users.push(name, principal_name, nickname, location, Flags::default().with(Flags::GUEST, guest));
        self.addresses.push_user();
        self.enter_principal_name(user);
        user
    }

    /// Enters the user's names where they are looked up; deleted users have none.
    pub(crate) fn enter_principal_name(&mut self, user: UserId) {
        let derived = self.users.principal_name.at(user) == TextId::DERIVED;
        let name = folded(&self.principal_name(user));
        let plain = derived || name == folded(&alloc::format!("{}@{}", self.nickname(user), self.initial_domain));
        self.users.flag(user, Flags::PLAIN, plain);
        if !derived {
            self.addresses.principal_names.insert(name, user);
        }
    }

    /// Strikes out the user's name.
    pub(crate) fn strike_principal_name(&mut self, user: UserId) {
        let name = folded(&self.principal_name(user));
        self.addresses.principal_names.change(&name, |holder| Some(holder).filter(|holder| *holder != user));
    }

    /// Whether the user has a row of `group` in `Error` or `ActiveWithError` (R4.7).
    pub(crate) fn has_error_row(&self, user: UserId, group: GroupId) -> bool {
        let edges = self.users.edges(user).iter();
        edges.filter(|edge| edge.group() == group).any(|edge| self.outcomes.has_error(edge.outcome))
    }

    /// Sets the rows of paths of `user`, each named by its place among the user's edges, from the last to the first. A path
    /// that the user has left and that has no rows any more is gone; later edges move up then.
    pub(crate) fn set_path_rows(&mut self, user: UserId, rows: impl Iterator<Item = PathRows> + Clone) {
        let Tenant { users, times, outcomes, clock, .. } = self;
        let edges = users.edges.get_mut(user.index());
        let mut some_gone = false;
        for PathRows { place, before, now, .. } in rows.clone() {
            if let Some(edge) = edges.get_mut(place) {
                *edge = edge.with_rows(now, times_after(outcomes, times, *clock, (before, edge.times), now));
                some_gone |= edge.is_left() && now == OutcomeId::NONE;
            }
        }
        if some_gone {
            rows.clone().for_each(|rows| self.drop_if_gone(user, rows.place));
        }
        for PathRows { group, before, now, .. } in rows {
            self.count_errors(user, group, before, now);
        }
    }

    /// Takes the path of a group that the user has left out of its edges, once it has no rows any more.
    pub(crate) fn drop_if_gone(&mut self, user: UserId, place: usize) {
        let Some(edge) = self.users.edges(user).get(place).copied() else { return };
        if edge.is_left() && edge.outcome == OutcomeId::NONE {
            self.users.edges.remove(user.index(), place);
            self.vacate(user, edge.group(), edge.slot);
        }
    }

    /// Sets the direct rows of `user`.
    pub(crate) fn set_direct_rows(&mut self, user: UserId, now: OutcomeId) {
        let before = (self.users.direct.at(user), self.users.direct_times.at(user));
        let times = times_after(&self.outcomes, &mut self.times, self.clock, before, now);
        self.users.direct.set(user, now);
        self.users.direct_times.set(user, times);
    }

    /// Keeps the group's count of users in error, and the order in which rows became short of a seat.
    pub(crate) fn count_errors(&mut self, user: UserId, group: GroupId, before: OutcomeId, now: OutcomeId) {
        let (was, is) = (self.outcomes.has_error(before), self.outcomes.has_error(now));
        if was != is {
            if let Some(record) = self.groups.get_mut(group) {
                record.count_in_error(is);
            }
            self.note_error(user);
        }
        if is {
            self.note_short(user, group, before, now);
        }
    }

    /// Keeps the order in which rows became short of a seat.
    pub(crate) fn note_short(&mut self, user: UserId, group: GroupId, before: OutcomeId, now: OutcomeId) {
        for at in 0.. {
            let Some(row) = self.outcomes.rows(now).get(at) else { return };
            let product = row.product;
            if row.error != AssignmentError::CountViolation || self.is_short(before, product) {
                continue;
            }
            self.subscriptions.change(product, |subscription| subscription.short.push(user, group));
            if self.subscription(product).is_some_and(|subscription| subscription.short.is_long()) {
                let current = self.short_rows(product);
                self.subscriptions.change(product, |subscription| subscription.short.thin(current));
            }
        }
    }

    /// Keeps the count of users in error, after paths of `user` got into error or out of it. Only those of groups can be (R10).
    fn note_error(&mut self, user: UserId) {
        let is = self.users.edges(user).iter().any(|edge| self.outcomes.has_error(edge.outcome));
        if self.users.flags.at(user).has(Flags::IN_ERROR) != is {
            self.users.flag(user, Flags::IN_ERROR, is);
            self.users.count_in_error(is);
        }
    }

    fn is_short(&self, outcome: OutcomeId, product: ProductId) -> bool {
        self.outcomes.row(outcome, product).is_some_and(|row| row.error == AssignmentError::CountViolation)
    }

    /// The rows of `product` in CountViolation, in the order in which they became so (R3).
    pub(crate) fn short_rows(&self, product: ProductId) -> Vec<(UserId, GroupId)> {
        let is_short = |user: UserId, group: GroupId| {
            let edges = self.users.edges(user).iter().filter(|edge| edge.group() == group);
            edges
                .filter_map(|edge| self.outcomes.row(edge.outcome, product))
                .any(|row| row.error == AssignmentError::CountViolation)
        };
        self.subscription(product).map(|subscription| subscription.short.current(is_short)).unwrap_or_default()
    }

    /// Empties a user's place in a group's list.
    pub(crate) fn vacate(&mut self, user: UserId, group: GroupId, slot: u32) {
        let Some(record) = self.groups.get_mut(group) else { return };
        debug_assert!(slot == Edge::NO_SLOT || record.user_at(slot) == Some(user));
        record.vacate(slot);
        if record.is_sparse() {
            record.compact();
            for (user, at) in record.places() {
                for edge in self.users.edges.get_mut(user.index()) {
                    if edge.group() == group && edge.slot != Edge::NO_SLOT {
                        edge.slot = at;
                    }
                }
            }
        }
    }

    /// R12: a user that is deleted is counted nowhere, and counted again when it is restored.
    pub(crate) fn count_user(&mut self, user: UserId, is_present: bool) {
        for product in self.held_products(user) {
            if is_present { self.subscriptions.take_seat(product) } else { self.subscriptions.give_seat_back(product) }
        }
        let mut is_in_error = false;
        for edge in self.users.edges(user) {
            let Some(record) = self.groups.get_mut(edge.group()) else { continue };
            if !edge.is_left() {
                record.count_member(is_present);
            }
            if self.outcomes.has_error(edge.outcome) {
                record.count_in_error(is_present);
                is_in_error = true;
            }
        }
        self.users.flag(user, Flags::IN_ERROR, is_in_error && is_present);
        if is_in_error {
            self.users.count_in_error(is_present);
        }
    }

    /// R8.1: moves seats when a path goes from `have` to `want` while the user holds `elsewhere` what its other paths
    /// give.
    pub(crate) fn move_seats(&mut self, have: TemplateId, want: TemplateId, elsewhere: &ProductSet) {
        for entry in self.templates.entries(have) {
            let stays = elsewhere.contains(entry.product) || self.templates.entry(want, entry.product).is_some();
            if !stays {
                self.subscriptions.give_seat_back(entry.product);
            }
        }
        for entry in self.templates.entries(want) {
            let stayed = elsewhere.contains(entry.product) || self.templates.entry(have, entry.product).is_some();
            if !stayed {
                self.subscriptions.take_seat(entry.product);
            }
        }
    }

    /// R9.1: what becomes of the addresses; a change is an event. Answers whether there was one.
    pub(crate) fn change_addresses(&mut self, user: UserId, change: AddressChange, number: CommandNumber) -> bool {
        if change == AddressChange::Keep {
            return false;
        }
        let old = self.address_text(user);
        self.set_mailbox(user, change);
        let new = self.address_text(user);
        self.log(Event::AddressesCalculated { number, user, old, new });
        true
    }

    /// The user's mail attributes as a text for the log. What follows from a generated name is not stored: 0 stands for
    /// none, 1 for what the calculation gives.
    pub(crate) fn address_text(&mut self, user: UserId) -> TextId {
        use crate::store::address_book::AddressState;
        match self.addresses.state(user) {
            AddressState::Empty => TextId(0),
            AddressState::Calculated if self.users.principal_name.at(user) == TextId::DERIVED => TextId(1),
            AddressState::Calculated | AddressState::Own(_) => {
                let text = Tenant::mailbox_text(&self.mailbox(user));
                self.texts.store(&text)
            }
        }
    }

    /// The products of all paths in force of `user`, each once.
    pub(crate) fn held_products(&self, user: UserId) -> Vec<ProductId> {
        let mut products: Vec<_> = (self.paths_in_force(user).into_iter())
            .flat_map(|path| self.templates.entries(path).iter().map(|entry| entry.product))
            .collect();
        sort_short(&mut products, |product| *product);
        products.dedup();
        products
    }

    /// What is in force on each path of `user`, the direct one first.
    pub(crate) fn paths_in_force(&self, user: UserId) -> Vec<TemplateId> {
        let direct = self.outcomes.have(self.users.direct.at(user));
        let groups = self.users.edges(user).iter().map(|edge| self.outcomes.have(edge.outcome));
        core::iter::once(direct).chain(groups).collect()
    }
}

/// R4.6: a row that is as it was keeps its time.
fn times_after(
    outcomes: &Outcomes,
    times: &mut Times,
    clock: u32,
    (before, since): (OutcomeId, TimesId),
    now: OutcomeId,
) -> TimesId {
    if before == OutcomeId::NONE || now == OutcomeId::NONE {
        return Times::same(clock);
    }
    let old = outcomes.rows(before);
    let time = |row| place_of(row, old).map_or(clock, |at| times.get(since, at));
    let each = EachTime::of(outcomes.rows(now).iter().map(time));
    times.intern(each)
}

/// R4.6: which rows are as they were, for steps of many.
pub(crate) fn kept_rows(outcomes: &Outcomes, before: OutcomeId, now: OutcomeId) -> KeptRows {
    let old = outcomes.rows(before);
    KeptRows::of(outcomes.rows(now).iter().map(|row| place_of(row, old)))
}

fn place_of(row: &Row, rows: &[Row]) -> Option<usize> {
    rows.iter().position(|other| other == row)
}

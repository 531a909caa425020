//! The orders in which users joined groups and became short of seats: both are orders of what users say.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use super::lists::{Element, OrderModel, Ordering};
use super::tables::short_products;
use crate::coding::Coder;
use crate::v1::document::State;

/// What a row that is short of a seat takes in memory until it has its place.
const SHORT_ROW: u64 = 8;

/// The orders on their way: first users are asked, one after the other, then the lists pass, a few elements at a time.
#[derive(Clone, Debug, Default)]
pub(super) struct Orders {
    /// By outcome, the products of which its rows are short of a seat.
    short: Vec<Vec<u32>>,
    /// Where a product stands among the subscriptions.
    places: BTreeMap<u32, usize>,
    /// The members of each group, and the short rows of each subscription, by user.
    members: Vec<Vec<Element>>,
    shorts: Vec<Vec<Element>>,
    user: usize,
    first: usize,
    /// Which list passes: two of each group, then one of each subscription.
    list: usize,
    under_way: Option<Ordering>,
}

/// Which list it is.
enum List {
    Members(usize),
    Left(usize),
    Short(usize),
}

impl Orders {
    /// For a state whose users are known.
    pub(super) fn new(state: &State) -> Orders {
        let State { groups, subscriptions, outcomes, .. } = state;
        let places = subscriptions.iter().enumerate().rev().map(|(place, one)| (one.product, place));
        Orders {
            short: short_products(outcomes),
            places: places.collect(),
            members: alloc::vec![Vec::new(); groups.len()],
            shorts: alloc::vec![Vec::new(); subscriptions.len()],
            ..Orders::default()
        }
    }

    /// How many users were asked.
    pub(super) fn asked(&self) -> usize {
        self.user
    }

    /// Asks the next user, or has the next elements pass. Answers whether that was all.
    pub(super) fn pass(
        &mut self,
        coder: &mut Coder,
        (orders, shorts): (&mut OrderModel, &mut OrderModel),
        state: &mut State,
    ) -> bool {
        if self.user < state.users.edge_ends.len() {
            self.ask(coder, state);
            return false;
        }
        let groups = state.groups.len();
        let list = match (self.list / 2, self.list % 2) {
            (group, 0) if group < groups => List::Members(group),
            (group, _) if group < groups => List::Left(group),
            _ => List::Short(self.list.saturating_sub(groups.saturating_mul(2))),
        };
        let model = if matches!(list, List::Short(_)) { shorts } else { orders };
        let mut under_way = match self.under_way.take() {
            Some(under_way) => under_way,
            None => match self.begin(&list, state) {
                Some((known, elements)) => Ordering::begin(coder, model, known, elements),
                None => return true,
            },
        };
        if under_way.pass(coder, model) {
            self.end(&list, coder.reads(), under_way, state);
            self.list = self.list.saturating_add(1);
        } else {
            self.under_way = Some(under_way);
        }
        false
    }

    /// What the next user says.
    fn ask(&mut self, coder: &mut Coder, state: &State) {
        let State { users, groups, .. } = state;
        let number = self.user as u32;
        let end = users.edge_ends.get(self.user).map_or(self.first, |end| *end as usize);
        for edge in users.edges.get(self.first..end).unwrap_or_default() {
            let group = edge.group as usize;
            // A deleted group keeps its members, and has no place for those whose rows remain.
            let is_listed = groups.get(group).is_some_and(|group| !edge.is_left || group.deleted_at.is_none());
            if let (true, Some(members)) = (is_listed, self.members.get_mut(group)) {
                members.push((number, u32::from(edge.is_left)));
            }
            let short = self.short.get(edge.path.outcome as usize).map_or(&[][..], Vec::as_slice);
            // Many users share an outcome, and each of its rows stands in a list of its own.
            coder.charge((short.len() as u64).saturating_mul(SHORT_ROW));
            if !coder.is_well() {
                return;
            }
            for place in short.iter().filter_map(|product| self.places.get(product)) {
                if let Some(shorts) = self.shorts.get_mut(*place) {
                    shorts.push((number, edge.group));
                }
            }
        }
        self.first = end;
        self.user = self.user.saturating_add(1);
    }

    /// What both sides know of a list, and the list itself; none where there is no such list.
    fn begin(&mut self, list: &List, state: &mut State) -> Option<(Vec<Element>, Vec<Element>)> {
        match list {
            List::Members(at) => {
                let listed = state.groups.get(*at)?.users.iter().map(|(user, left)| (*user, u32::from(*left)));
                Some((core::mem::take(self.members.get_mut(*at)?), listed.collect()))
            }
            List::Left(at) => {
                let left = self.members.get_mut(*at)?;
                let order = state.groups.get(*at)?.left.iter().map(|user| (*user, 1));
                Some((core::mem::take(left), order.collect()))
            }
            List::Short(at) => {
                let known = core::mem::take(self.shorts.get_mut(*at)?);
                Some((known, core::mem::take(&mut state.subscriptions.get_mut(*at)?.short)))
            }
        }
    }

    /// A list has passed.
    fn end(&mut self, list: &List, reads: bool, passed: Ordering, state: &mut State) {
        let (mut known, elements) = passed.into_parts();
        match list {
            List::Members(at) => {
                // Of those who left the order is told as well.
                known.retain(|(_, left)| *left == 1);
                if let Some(members) = self.members.get_mut(*at) {
                    *members = known;
                }
                if let (true, Some(group)) = (reads, state.groups.get_mut(*at)) {
                    group.users = elements.iter().map(|(user, left)| (*user, *left != 0)).collect();
                }
            }
            List::Left(at) => {
                if let (true, Some(group)) = (reads, state.groups.get_mut(*at)) {
                    group.left = elements.iter().map(|(user, _)| *user).collect();
                }
            }
            List::Short(at) => {
                if let Some(subscription) = state.subscriptions.get_mut(*at) {
                    subscription.short = elements;
                }
            }
        }
    }
}

//! The users, one behind the other.

use alloc::vec::Vec;

use super::groups::{AddressModel, TextNumber, text_of};
use super::paths::PathModel;
use super::texts::TextModel;
use licensing_model::CountryCode;

use crate::coding::{Bit, Coder, Number, Position, Symbol};
use crate::v1::document::{Edge, Mailbox, Path, State};

/// Users with more groups are told apart by a number.
const MANY_EDGES: u32 = 15;
/// `mailboxes` where a mailbox of its own follows.
const OWN_MAILBOX: u8 = 2;

/// What was learned of usage locations.
#[derive(Clone, Debug)]
pub(super) struct LocationModel {
    is_set: Bit,
    country: Symbol<1024>,
}

/// Countries that are named more often than others.
const USUAL_COUNTRIES: &str = "NL BE DE FR GB US ES PT IT AT CH PL CZ SE DK NO FI IE IN JP";

impl Default for LocationModel {
    fn default() -> Self {
        let mut model = LocationModel { is_set: Bit::default(), country: Symbol::default() };
        let mut nowhere = Coder::writer();
        for country in USUAL_COUNTRIES.split(' ').filter_map(|code| code.parse::<CountryCode>().ok()) {
            model.country.pass(&mut nowhere, country.number() as u32 + 1);
        }
        model
    }
}

impl LocationModel {
    /// 0 is none, else one more than the country's number.
    pub(super) fn pass(&mut self, coder: &mut Coder, location: u32) -> u32 {
        if coder.bit(&mut self.is_set, location > 0) { self.country.pass(coder, location) } else { 0 }
    }
}

/// What was learned of users.
#[derive(Clone, Debug, Default)]
pub(super) struct UserModel {
    name: TextNumber,
    principal_name: TextNumber,
    nickname: TextNumber,
    location: LocationModel,
    is_guest: Bit,
    is_blocked: Bit,
    has_direct: Bit,
    edges: Symbol<16>,
    more_edges: Number,
    is_left: [Bit; 2],
    /// The group of the first edge, and of the others.
    groups: [Position; 2],
    paths: PathModel,
    /// By the mailbox of the last user whose first rows were the same.
    mailbox: [Symbol<4>; 4],
    mailbox_by_outcome: Vec<u8>,
    addresses: AddressModel,
    own_mailboxes: usize,
    edge_count: usize,
}

impl UserModel {
    /// For a tenant whose tables and groups are known.
    pub(super) fn begin(&mut self, state: &State) {
        let groups = state.groups.len();
        self.groups = [Position::within(groups), Position::within(groups)];
        self.paths.begin(groups);
        // Nothing is known of an outcome at first.
        self.mailbox_by_outcome = alloc::vec![3; state.outcomes.len()];
    }

    /// Passes the user with this number through, who is the next one.
    pub(super) fn pass(&mut self, coder: &mut Coder, texts: &mut TextModel, state: &mut State, number: usize) {
        let (users, all_texts) = (&mut state.users, &state.texts);
        let name = number_at(&users.names, number);
        let name = self.name.pass(coder, name);
        let principal_name = self.principal_name.pass(coder, number_at(&users.principal_names, number));
        let nickname = self.nickname.pass(coder, number_at(&users.nicknames, number));
        let location = self.location.pass(coder, number_at(&users.locations, number));
        let is_guest = coder.bit(&mut self.is_guest, flag_at(&users.guests, number));
        let is_blocked = coder.bit(&mut self.is_blocked, flag_at(&users.blocked, number));
        self.paths.next_user();
        let mut direct = users.direct.get(number).copied().unwrap_or_default();
        coder.charge(1);
        if coder.bit(&mut self.has_direct, direct != Path::default()) {
            self.paths.pass(coder, usize::MAX, &mut direct);
        }
        let first = self.edge_count;
        self.pass_edges(coder, &mut users.edges, number_at(&users.edge_ends, number) as usize);
        let of_groups = users.edges.get(first..self.edge_count).unwrap_or_default().iter();
        let mut outcomes = core::iter::once(direct.outcome).chain(of_groups.map(|edge| edge.path.outcome));
        let shown = outcomes.find(|outcome| *outcome != 0).unwrap_or(0);
        let mailbox = self.pass_mailbox_kind(coder, shown, users.mailboxes.get(number).copied().unwrap_or_default());
        if mailbox == OWN_MAILBOX {
            if coder.reads() {
                users.own_mailboxes.push(Mailbox::default());
            }
            let names = [text_of(all_texts, name), text_of(all_texts, nickname), text_of(all_texts, principal_name)];
            match users.own_mailboxes.get_mut(self.own_mailboxes) {
                Some(mailbox) => self.addresses.pass_mailbox(coder, texts, &names, mailbox),
                None => coder.damaged(),
            }
            self.own_mailboxes = self.own_mailboxes.saturating_add(1);
        }
        if coder.reads() && coder.is_well() {
            users.names.push(name);
            users.principal_names.push(principal_name);
            users.nicknames.push(nickname);
            users.locations.push(location);
            users.guests.push(is_guest);
            users.blocked.push(is_blocked);
            users.mailboxes.push(mailbox);
            users.direct.push(direct);
            users.edge_ends.push(users.edges.len() as u32);
        }
    }

    /// The edges from where those of the user before end, to `end` when writing.
    fn pass_edges(&mut self, coder: &mut Coder, edges: &mut Vec<Edge>, end: usize) {
        let count = end.saturating_sub(self.edge_count) as u32;
        let mut count = match self.edges.pass(coder, count.min(MANY_EDGES)) {
            MANY_EDGES => self.more_edges.pass(coder, count.saturating_sub(MANY_EDGES)).saturating_add(MANY_EDGES),
            few => few,
        };
        let mut was_left = true;
        let mut groups = 0;
        while count > 0 && coder.is_well() {
            count -= 1;
            if coder.reads() {
                edges.push(Edge::default());
            }
            let Some(edge) = edges.get_mut(self.edge_count) else { return coder.damaged() };
            // Groups that were left come first.
            let is_left = self.is_left.get_mut(usize::from(groups > 0 && was_left));
            edge.is_left = is_left.is_some_and(|model| coder.bit(model, edge.is_left));
            was_left = edge.is_left;
            if let Some(model) = self.groups.get_mut(usize::from(groups > 0)) {
                edge.group = model.pass(coder, edge.group);
            }
            groups = 1;
            self.paths.pass(coder, edge.group as usize, &mut edge.path);
            self.edge_count = self.edge_count.saturating_add(1);
        }
    }

    fn pass_mailbox_kind(&mut self, coder: &mut Coder, outcome: u32, kind: u8) -> u8 {
        let before = self.mailbox_by_outcome.get(outcome as usize).copied().unwrap_or(3);
        let kind = match self.mailbox.get_mut(usize::from(before)) {
            Some(kinds) => kinds.pass(coder, u32::from(kind)) as u8,
            None => 0,
        };
        if let Some(kept) = self.mailbox_by_outcome.get_mut(outcome as usize) {
            *kept = kind;
        }
        kind
    }
}

fn number_at(column: &[u32], at: usize) -> u32 {
    column.get(at).copied().unwrap_or_default()
}

fn flag_at(column: &[bool], at: usize) -> bool {
    column.get(at).copied().unwrap_or_default()
}

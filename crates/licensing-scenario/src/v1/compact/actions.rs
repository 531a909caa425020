//! What was done: a small number for each command, then what it is about.

use alloc::string::String;
use alloc::vec::Vec;

use super::groups::AddressModel;
use super::head::ProductModel;
use super::lists::{list, option};
use super::texts::TextModel;
use super::users::LocationModel;
use crate::coding::{Bit, Coder, Number, Position, Symbol};
use crate::v1::document::{Action, Change, License, Pair, Patch, Prerequisite, Target};

/// `location` of somebody in the Netherlands.
const NETHERLANDS: u32 = 13 * 26 + 11 + 1;

/// What was learned of actions.
#[derive(Clone, Debug, Default)]
pub(in crate::v1) struct ActionModel {
    /// By whether the action before was one of the background.
    kind: [Symbol<32>; 2],
    was_steps: bool,
    steps: Number,
    users: NumberNamed,
    groups: NumberNamed,
    is_group: Bit,
    texts: [Bit; 4],
    location: LocationModel,
    flag: Bit,
    group_kind: Symbol<4>,
    licenses: Number,
    addresses: AddressModel,
    has_addresses: Bit,
    small: Number,
    plan: Number,
}

/// What was learned of the numbers of users, or of groups: often it is the one named before, or the one behind it.
#[derive(Clone, Debug, Default)]
struct NumberNamed {
    last: u32,
    kind: Symbol<4>,
    /// So many are there before the first action.
    count: u32,
    number: Position,
    /// How far behind them those are that actions created.
    created: Number,
}

impl NumberNamed {
    fn among(count: usize) -> NumberNamed {
        NumberNamed { count: count as u32, number: Position::within(count), ..NumberNamed::default() }
    }

    fn pass(&mut self, coder: &mut Coder, number: u32) -> u32 {
        let kind = match number {
            number if number == self.last => 0,
            number if number == self.last.wrapping_add(1) => 1,
            number if number < self.count => 2,
            _ => 3,
        };
        let number = match self.kind.pass(coder, kind) {
            0 => self.last,
            1 => self.last.wrapping_add(1),
            2 => self.number.pass(coder, number),
            _ => self.created.pass(coder, number.wrapping_sub(self.count)).wrapping_add(self.count),
        };
        self.last = number;
        number
    }
}

/// Makes an action ready to be read: the one with this number, which is frozen.
fn action_of(kind: u32) -> Option<Action> {
    let (text, texts) = (String::new, Vec::new);
    Some(match kind {
        0 => Action::Steps(0),
        1 => Action::CreateUser { name: text(), principal_name: text(), nickname: None, location: 0, guest: false },
        2 => Action::UpdateUser(0, Patch::default()),
        3 => Action::DeleteUser(0),
        4 => Action::RestoreUser(0),
        5 => Action::CreateGroup { name: text(), kind: 0 },
        6 => Action::RenameGroup(0, text()),
        7 => Action::DeleteGroup(0),
        8 => Action::RestoreGroup(0),
        9 => Action::AddMember(0, Target::default()),
        10 => Action::RemoveMember(0, Target::default()),
        11 => Action::ChangeGroupLicenses(0, Change::default()),
        12 => Action::ChangeUserLicenses(0, Change::default()),
        13 => Action::ReprocessUser(0),
        14 => Action::ReprocessGroup(0),
        15 => Action::SetUnits(0, [0; 4]),
        16 => Action::AddServicePlan { product: 0, plan: 0 },
        17 => Action::SetAddresses { user: 0, mail: None, addresses: None },
        18 => Action::AddContact { name: text(), addresses: texts() },
        19 => Action::SetRules(0),
        20 => Action::SetPair(Pair::default()),
        21 => Action::SetPrerequisite(Prerequisite::default()),
        22 => Action::SetCountry(0),
        23 => Action::SetWorkers(0),
        24 => Action::Advance(0),
        _ => return None,
    })
}

/// The number of an action, as [`action_of`] has it.
fn kind_of(action: &Action) -> u32 {
    match action {
        Action::Steps(_) => 0,
        Action::CreateUser { .. } => 1,
        Action::UpdateUser(..) => 2,
        Action::DeleteUser(_) => 3,
        Action::RestoreUser(_) => 4,
        Action::CreateGroup { .. } => 5,
        Action::RenameGroup(..) => 6,
        Action::DeleteGroup(_) => 7,
        Action::RestoreGroup(_) => 8,
        Action::AddMember(..) => 9,
        Action::RemoveMember(..) => 10,
        Action::ChangeGroupLicenses(..) => 11,
        Action::ChangeUserLicenses(..) => 12,
        Action::ReprocessUser(_) => 13,
        Action::ReprocessGroup(_) => 14,
        Action::SetUnits(..) => 15,
        Action::AddServicePlan { .. } => 16,
        Action::SetAddresses { .. } => 17,
        Action::AddContact { .. } => 18,
        Action::SetRules(_) => 19,
        Action::SetPair(_) => 20,
        Action::SetPrerequisite(_) => 21,
        Action::SetCountry(_) => 22,
        Action::SetWorkers(_) => 23,
        Action::Advance(_) => 24,
    }
}

impl ActionModel {
    /// For actions on what has so many users and groups.
    pub(in crate::v1) fn on(users: usize, groups: usize) -> ActionModel {
        ActionModel { users: NumberNamed::among(users), groups: NumberNamed::among(groups), ..ActionModel::default() }
    }

    /// Learns a few usual actions, so that a short story gains by what most stories have in common. Frozen as well.
    pub(in crate::v1) fn learn_usual(&mut self, texts: &mut TextModel, products: &mut ProductModel) {
        let (users, groups, recent) = (self.users.clone(), self.groups.clone(), products.clone());
        let member = |group, user| Action::AddMember(group, Target { is_group: false, number: user });
        let add = |product| Change { add: alloc::vec![License { product, disabled: Vec::new() }], remove: Vec::new() };
        let text = |text: &str| String::from(text);
        let located = Patch { location: Some(NETHERLANDS), ..Patch::default() };
        let [first, second] = [0, 1].map(|place| products.recent(place));
        let mut usual = [
            member(2, 40),
            member(5, 90),
            Action::Steps(2),
            Action::ChangeGroupLicenses(1, add(first)),
            Action::Steps(40),
            Action::CreateUser {
                name: text("Noor Visser"),
                principal_name: text("noor.visser@contoso.onmicrosoft.com"),
                nickname: None,
                location: 0,
                guest: false,
            },
            member(3, 20),
            Action::RemoveMember(4, Target { is_group: false, number: 60 }),
            Action::SetUnits(second, [25, 0, 0, 0]),
            Action::ChangeUserLicenses(30, add(second)),
            Action::ReprocessGroup(6),
            Action::Steps(20),
            Action::UpdateUser(70, located),
            Action::CreateGroup { name: text("Sales"), kind: 0 },
            Action::ReprocessUser(10),
            member(0, 50),
        ];
        let mut nowhere = Coder::writer();
        for action in &mut usual {
            self.pass(&mut nowhere, texts, products, action);
        }
        // Which users, groups and products these were says nothing.
        self.users = NumberNamed { kind: self.users.kind, ..users };
        self.groups = NumberNamed { kind: self.groups.kind, ..groups };
        products.forget_names(recent);
    }

    /// Passes one action through.
    pub(in crate::v1) fn pass(
        &mut self,
        coder: &mut Coder,
        texts: &mut TextModel,
        products: &mut ProductModel,
        action: &mut Action,
    ) {
        let kind = match self.kind.get_mut(usize::from(self.was_steps)) {
            Some(model) => model.pass(coder, kind_of(action)),
            None => 0,
        };
        self.was_steps = kind == 0;
        if coder.reads() {
            match action_of(kind) {
                Some(read) => *action = read,
                None => return coder.damaged(),
            }
        }
        match action {
            Action::Steps(steps) => *steps = self.steps.pass(coder, *steps),
            Action::CreateUser { name, principal_name, nickname, location, guest } => {
                texts.pass(coder, name, &[]);
                texts.pass(coder, principal_name, &[name]);
                let [_, _, has_nickname, _] = &mut self.texts;
                option(coder, has_nickname, nickname, |coder, nickname| {
                    texts.pass(coder, nickname, &[name, principal_name]);
                });
                *location = self.location.pass(coder, *location);
                *guest = coder.bit(&mut self.flag, *guest);
            }
            Action::UpdateUser(user, patch) => {
                *user = self.users.pass(coder, *user);
                self.pass_patch(coder, texts, patch);
            }
            Action::DeleteUser(user) | Action::RestoreUser(user) | Action::ReprocessUser(user) => {
                *user = self.users.pass(coder, *user);
            }
            Action::CreateGroup { name, kind } => {
                texts.pass(coder, name, &[]);
                *kind = self.group_kind.pass(coder, *kind);
            }
            Action::RenameGroup(group, name) => {
                *group = self.groups.pass(coder, *group);
                texts.pass(coder, name, &[]);
            }
            Action::DeleteGroup(group) | Action::RestoreGroup(group) | Action::ReprocessGroup(group) => {
                *group = self.groups.pass(coder, *group);
            }
            Action::AddMember(group, member) | Action::RemoveMember(group, member) => {
                *group = self.groups.pass(coder, *group);
                member.is_group = coder.bit(&mut self.is_group, member.is_group);
                let numbers = if member.is_group { &mut self.groups } else { &mut self.users };
                member.number = numbers.pass(coder, member.number);
            }
            Action::ChangeGroupLicenses(group, change) => {
                *group = self.groups.pass(coder, *group);
                self.pass_change(coder, products, change);
            }
            Action::ChangeUserLicenses(user, change) => {
                *user = self.users.pass(coder, *user);
                self.pass_change(coder, products, change);
            }
            Action::SetUnits(product, units) => {
                *product = products.pass(coder, *product);
                products.pass_units(coder, units);
            }
            Action::AddServicePlan { product, plan } => {
                *product = products.pass(coder, *product);
                *plan = self.plan.pass(coder, *plan);
            }
            Action::SetAddresses { user, mail, addresses } => {
                *user = self.users.pass(coder, *user);
                let [is_there, is_set, ..] = &mut self.texts;
                option(coder, is_there, mail, |coder, mail| {
                    option(coder, is_set, mail, |coder, mail| texts.pass(coder, mail, &[]));
                });
                let model = &mut self.addresses;
                option(coder, &mut self.has_addresses, addresses, |coder, addresses| {
                    model.pass_addresses(coder, texts, &[], addresses);
                });
            }
            Action::AddContact { name, addresses } => {
                texts.pass(coder, name, &[]);
                self.addresses.pass_addresses(coder, texts, &[name], addresses);
            }
            Action::SetRules(number) | Action::SetCountry(number) | Action::SetWorkers(number) => {
                *number = self.small.pass(coder, *number);
            }
            Action::Advance(days) => *days = self.small.pass(coder, *days),
            Action::SetPair(pair) => {
                pair.a = self.plan.pass(coder, pair.a);
                pair.b = self.plan.pass(coder, pair.b);
                pair.counts = coder.bit(&mut self.flag, pair.counts);
            }
            Action::SetPrerequisite(row) => {
                row.plan = self.plan.pass(coder, row.plan);
                row.counts = coder.bit(&mut self.flag, row.counts);
            }
        }
    }

    fn pass_patch(&mut self, coder: &mut Coder, texts: &mut TextModel, patch: &mut Patch) {
        let [has_name, has_principal_name, has_nickname, has_flag] = &mut self.texts;
        option(coder, has_name, &mut patch.name, |coder, name| texts.pass(coder, name, &[]));
        let name = patch.name.as_deref().unwrap_or_default();
        option(coder, has_principal_name, &mut patch.principal_name, |coder, own| texts.pass(coder, own, &[name]));
        option(coder, has_nickname, &mut patch.nickname, |coder, nickname| texts.pass(coder, nickname, &[name]));
        let location = &mut self.location;
        option(coder, has_flag, &mut patch.location, |coder, own| *own = location.pass(coder, *own));
        let flag = &mut self.flag;
        option(coder, has_flag, &mut patch.enabled, |coder, enabled| *enabled = coder.bit(flag, *enabled));
    }

    fn pass_change(&mut self, coder: &mut Coder, products: &mut ProductModel, change: &mut Change) {
        list(coder, &mut self.licenses, &mut change.add, |coder, License { product, disabled }| {
            *product = products.pass(coder, *product);
            products.pass_plans(coder, disabled);
        });
        list(coder, &mut self.licenses, &mut change.remove, |coder, product| {
            *product = products.pass(coder, *product);
        });
    }
}

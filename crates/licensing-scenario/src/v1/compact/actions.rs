//! What was done: a small number for each kind, then its fields.

use alloc::string::String;
use alloc::vec::Vec;

use licensing_core::{Action, History};
use licensing_model::address::ProxyAddress;
use licensing_model::command::{GroupKind, LicenseChange, NewUser, UserPatch};
use licensing_model::rule::Membership;
use licensing_model::{
    Command, ContactId, CountryCode, GroupId, License, Member, PlanId, ProductId, Property, RuleSet, Units, UserId,
};

use super::groups::AddressModel;
use super::head::ProductModel;
use super::lists::{list, list_of, option};
use super::texts::TextModel;
use super::users::LocationModel;
use crate::coding::{Bit, Coder, Number, Position, Symbol};
use crate::v1::action::{
    Fields, LATER, Usual, blank_command, kind_at, number_of, number_of_command, pass_command_fields, pass_fields,
};
use crate::v1::document::Address;
use crate::v1::domain::{self, GROUP_KINDS, MEMBERSHIPS, RULES};

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
    drafted: Number,
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

impl ActionModel {
    /// For actions on what has so many users and groups.
    pub(in crate::v1) fn on(users: usize, groups: usize) -> ActionModel {
        ActionModel { users: NumberNamed::among(users), groups: NumberNamed::among(groups), ..ActionModel::default() }
    }

    /// Learns a few usual actions, so that a short story gains by what most stories have in common. Frozen as well.
    pub(in crate::v1) fn learn_usual(&mut self, texts: &mut TextModel, products: &mut ProductModel) {
        let (users, groups, recent) = (self.users.clone(), self.groups.clone(), products.clone());
        let (user, group) = (UserId::from_raw, GroupId::from_raw);
        let join = |to, who| Command::AddMember(group(to), Member::User(user(who)));
        let add = |product| LicenseChange {
            add: alloc::vec![License { product: ProductId::from_raw(product), disabled: Vec::new() }],
            remove: Vec::new(),
        };
        let text = |text: &str| String::from(text);
        let located = UserPatch { usage_location: Some(Some(CountryCode::NL)), ..UserPatch::default() };
        let [first, second] = [0, 1].map(|place| products.recent(place));
        let new = NewUser {
            display_name: text("Noor Visser"),
            user_principal_name: text("noor.visser@contoso.onmicrosoft.com"),
            ..NewUser::default()
        };
        let mut usual = [
            Action::Command(join(2, 40)),
            Action::Command(join(5, 90)),
            Action::Steps(2),
            Action::Command(Command::ChangeGroupLicenses(group(1), add(first))),
            Action::Steps(40),
            Action::Command(Command::CreateUser(new)),
            Action::Command(join(3, 20)),
            Action::Command(Command::RemoveMember(group(4), Member::User(user(60)))),
            Action::Command(Command::SetUnits(ProductId::from_raw(second), Units::enabled(25))),
            Action::Command(Command::ChangeUserLicenses(user(30), add(second))),
            Action::Command(Command::ReprocessGroup(group(6))),
            Action::Steps(20),
            Action::Command(Command::UpdateUser(user(70), located)),
            Action::Command(Command::CreateGroup { name: text("Sales"), kind: GroupKind::Security }),
            Action::Command(Command::ReprocessUser(user(10))),
            Action::Command(join(0, 50)),
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
        let kind = self.pass_kind(coder, number_of(action));
        if coder.reads() {
            match kind_at(kind) {
                Some(kind) => *action = (kind.blank)(),
                None => return coder.newer(),
            }
        }
        pass_fields(&mut PassingFields { model: self, coder, texts, products }, action);
    }

    fn pass_kind(&mut self, coder: &mut Coder, number: u32) -> u32 {
        let kind = match self.kind.get_mut(usize::from(self.was_steps)) {
            Some(model) => model.pass(coder, number.min(LATER)),
            None => 0,
        };
        let kind = match kind {
            LATER => self.small.pass(coder, number.wrapping_sub(LATER)).saturating_add(LATER),
            kind => kind,
        };
        self.was_steps = kind == 0;
        kind
    }
}

#[cfg(test)]
impl ActionModel {
    /// Passes something that this release does not know: a kind above all others, then a few fields.
    pub(super) fn pass_later(&mut self, coder: &mut Coder, kind: u32) {
        self.pass_kind(coder, kind);
        self.small.pass(coder, 77);
    }
}

/// The fields of an action on their way.
struct PassingFields<'p> {
    model: &'p mut ActionModel,
    coder: &'p mut Coder,
    texts: &'p mut TextModel,
    products: &'p mut ProductModel,
}

impl PassingFields<'_> {
    /// By which chance a field is there; frozen, and shared by those that are rare.
    fn place_of(name: &str) -> usize {
        match name {
            "name" | "mail" => 0,
            "principal_name" => 1,
            "nickname" => 2,
            _ => 3,
        }
    }

    fn is_there<T: Default>(
        &mut self,
        name: &'static str,
        value: &mut Option<T>,
        pass: impl FnOnce(&mut PassingFields<'_>, &mut T),
    ) {
        // The chance is taken out while the rest is passed.
        let place = PassingFields::place_of(name);
        let mut chance = self.model.texts.get(place).copied().unwrap_or_default();
        self.coder.charge(1);
        let is_there = self.coder.bit(&mut chance, value.is_some());
        if let Some(kept) = self.model.texts.get_mut(place) {
            *kept = chance;
        }
        if is_there {
            pass(self, value.get_or_insert_with(T::default));
        }
    }

    /// A value that has a number.
    fn numbered<T: Copy + PartialEq>(&mut self, table: &[(T, u32)], value: &mut T, number: u32) {
        match domain::value_of(table, number) {
            Ok(read) => *value = read,
            Err(_) => self.coder.damaged(),
        }
    }

    fn pass_addresses(&mut self, names: &[&str], addresses: &mut Vec<ProxyAddress>) {
        let own = |proxy: &ProxyAddress| Address { primary: proxy.primary, address: proxy.address.clone() };
        let mut plain: Vec<Address> = addresses.iter().map(own).collect();
        self.model.addresses.pass_addresses(self.coder, self.texts, names, &mut plain);
        if self.coder.reads() {
            *addresses = domain::into_addresses(plain);
        }
    }
}

impl Fields for PassingFields<'_> {
    fn steps(&mut self, steps: &mut u32) {
        *steps = self.model.steps.pass(self.coder, *steps);
    }

    fn drafted(&mut self, commands: &mut Vec<Command>) {
        let count = self.model.drafted.pass(self.coder, commands.len() as u32) as usize;
        if count > History::MOST_DRAFTED {
            return self.coder.damaged();
        }
        for at in 0..count {
            self.coder.charge(size_of::<Command>() as u64);
            if !self.coder.is_well() {
                return;
            }
            let kind = self.model.pass_kind(self.coder, commands.get(at).map_or(0, number_of_command));
            if self.coder.reads() {
                match kind_at(kind).map(blank_command) {
                    Some(Some(command)) => commands.push(command),
                    // Neither steps nor a draft are collected.
                    Some(None) => return self.coder.damaged(),
                    None => return self.coder.newer(),
                }
            }
            if let Some(command) = commands.get_mut(at) {
                pass_command_fields(self, command);
            }
        }
    }

    fn small<N: Copy + Into<u32> + TryFrom<u32> + TryFrom<u64>>(&mut self, _: &'static str, number: &mut N) {
        let read = self.model.small.pass(self.coder, (*number).into());
        match N::try_from(read) {
            Ok(read) => *number = read,
            Err(_) => self.coder.damaged(),
        }
    }

    fn flag(&mut self, _: &'static str, flag: &mut bool, _: Usual) {
        *flag = self.coder.bit(&mut self.model.flag, *flag);
    }

    fn maybe_flag(&mut self, name: &'static str, flag: &mut Option<bool>) {
        self.is_there(name, flag, |form, flag| *flag = form.coder.bit(&mut form.model.flag, *flag));
    }

    fn text(&mut self, _: &'static str, text: &mut String, before: &[&str]) {
        self.texts.pass(self.coder, text, before);
    }

    fn maybe_text(&mut self, name: &'static str, text: &mut Option<String>, before: &[&str]) {
        self.is_there(name, text, |form, text| form.texts.pass(form.coder, text, before));
    }

    fn user(&mut self, user: &mut UserId) {
        *user = UserId::from_raw(self.model.users.pass(self.coder, user.raw()));
    }

    fn group(&mut self, group: &mut GroupId) {
        *group = GroupId::from_raw(self.model.groups.pass(self.coder, group.raw()));
    }

    fn contact(&mut self, contact: &mut ContactId) {
        *contact = ContactId::from_raw(self.model.small.pass(self.coder, contact.raw()));
    }

    fn member(&mut self, member: &mut Member) {
        let (is_group, number) = match *member {
            Member::User(user) => (false, user.raw()),
            Member::Group(group) => (true, group.raw()),
        };
        *member = if self.coder.bit(&mut self.model.is_group, is_group) {
            Member::Group(GroupId::from_raw(self.model.groups.pass(self.coder, number)))
        } else {
            Member::User(UserId::from_raw(self.model.users.pass(self.coder, number)))
        };
    }

    fn whose(&mut self, of: &mut Member) {
        self.member(of);
    }

    fn membership(&mut self, membership: &mut Membership) {
        let number = self.model.small.pass(self.coder, domain::number_of(&MEMBERSHIPS, membership));
        self.numbered(&MEMBERSHIPS, membership, number);
    }

    fn property(&mut self, property: &mut Property) {
        let number = self.model.small.pass(self.coder, property.number());
        match domain::into_property(number) {
            Ok(read) => *property = read,
            Err(_) => self.coder.damaged(),
        }
    }

    fn product(&mut self, _: &'static str, product: &mut ProductId) {
        *product = ProductId::from_raw(self.products.pass(self.coder, product.raw()));
    }

    fn plan(&mut self, _: &'static str, plan: &mut PlanId) {
        *plan = PlanId::from_raw(self.model.plan.pass(self.coder, plan.raw()));
    }

    fn location(&mut self, location: &mut Option<CountryCode>) {
        let number = self.model.location.pass(self.coder, domain::from_location(*location));
        match domain::into_location(number) {
            Ok(read) => *location = read,
            Err(_) => self.coder.damaged(),
        }
    }

    fn maybe_location(&mut self, location: &mut Option<Option<CountryCode>>) {
        self.is_there("location", location, |form, location| form.location(location));
    }

    fn country(&mut self, country: &mut CountryCode) {
        let number = self.model.small.pass(self.coder, country.number() as u32);
        match domain::into_country(number) {
            Ok(read) => *country = read,
            Err(_) => self.coder.damaged(),
        }
    }

    fn group_kind(&mut self, kind: &mut GroupKind) {
        let number = self.model.group_kind.pass(self.coder, domain::number_of(&GROUP_KINDS, kind));
        self.numbered(&GROUP_KINDS, kind, number);
    }

    fn rules(&mut self, rules: &mut RuleSet) {
        let number = self.model.small.pass(self.coder, domain::number_of(&RULES, rules));
        self.numbered(&RULES, rules, number);
    }

    fn licenses(&mut self, change: &mut LicenseChange) {
        let Self { model, coder, products, .. } = self;
        let blank = || License { product: ProductId::from_raw(0), disabled: Vec::new() };
        list_of(coder, &mut model.licenses, &mut change.add, blank, |coder, License { product, disabled }| {
            *product = ProductId::from_raw(products.pass(coder, product.raw()));
            let mut plans: Vec<u32> = disabled.iter().map(|plan| plan.raw()).collect();
            products.pass_plans(coder, &mut plans);
            *disabled = plans.into_iter().map(PlanId::from_raw).collect();
        });
        let mut remove: Vec<u32> = change.remove.iter().map(|product| product.raw()).collect();
        list(coder, &mut model.licenses, &mut remove, |coder, product| *product = products.pass(coder, *product));
        change.remove = remove.into_iter().map(ProductId::from_raw).collect();
    }

    fn units(&mut self, units: &mut Units) {
        let mut plain = domain::from_units(*units);
        self.products.pass_units(self.coder, &mut plain);
        *units = domain::into_units(plain);
    }

    fn mail(&mut self, mail: &mut Option<Option<String>>) {
        // The second chance is whether there is a text, not whether it changes.
        self.is_there("mail", mail, |form, mail| {
            let PassingFields { model: ActionModel { texts: [_, is_set, ..], .. }, coder, texts, .. } = form;
            option(coder, is_set, mail, |coder, mail| texts.pass(coder, mail, &[]));
        });
    }

    fn addresses(&mut self, name: &str, addresses: &mut Vec<ProxyAddress>) {
        self.pass_addresses(&[name], addresses);
    }

    fn maybe_addresses(&mut self, addresses: &mut Option<Vec<ProxyAddress>>) {
        self.coder.charge(1);
        if self.coder.bit(&mut self.model.has_addresses, addresses.is_some()) {
            self.pass_addresses(&[], addresses.get_or_insert_with(Vec::new));
        }
    }
}

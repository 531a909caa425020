//! Actions as they are read from the text form, in the words of the worked examples.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use licensing_core::{Action, History};
use licensing_model::address::ProxyAddress;
use licensing_model::command::{GroupKind, LicenseChange};
use licensing_model::rule::Membership;
use licensing_model::{
    Command, ContactId, CountryCode, GroupId, License, Member, PlanId, ProductId, Property, RuleSet, Units, UserId,
};

use super::read::{Reader, Result};
use super::read_state::{proxy_address, units};
use super::words::{self, GROUP_KINDS, MEMBERSHIPS, RULES};
use crate::error::ScenarioError;
use crate::json::{Node, Object, brief};
use crate::v1::action::{Fields, KINDS, Kind, Usual, blank_command, pass_command_fields, pass_fields};
use crate::v1::domain;

/// The fields of an action as they are read. What is wrong first is kept.
struct Reading<'r, 'j> {
    reader: &'r Reader,
    object: Object<'j>,
    /// The names that were asked for: there may be no others.
    asked: Vec<&'static str>,
    wrong: Option<ScenarioError>,
}

impl Reader {
    /// One action.
    pub(super) fn action(&self, node: Node<'_>) -> Result<Action> {
        let mut action = (kind_of(node)?.blank)();
        self.fields(node, |reading| pass_fields(reading, &mut action))?;
        Ok(action)
    }

    /// One of the commands that are collected: neither steps nor a draft.
    fn command(&self, node: Node<'_>) -> Result<Command> {
        let Some(mut command) = blank_command(kind_of(node)?) else {
            return Err(node.error(String::from("a draft has commands alone")));
        };
        self.fields(node, |reading| pass_command_fields(reading, &mut command))?;
        Ok(command)
    }

    /// Reads all fields of an action.
    fn fields(&self, node: Node<'_>, read: impl FnOnce(&mut Reading<'_, '_>)) -> Result<()> {
        let object = node.any_object()?;
        let mut reading = Reading { reader: self, object, asked: alloc::vec!["do"], wrong: None };
        read(&mut reading);
        // A name that was misspelled is what is wrong, rather than that it is missing.
        node.object(&reading.asked)?;
        reading.wrong.map_or(Ok(()), Err)
    }
}

/// What kind an action says that it is of.
fn kind_of(node: Node<'_>) -> Result<&'static Kind> {
    let Some(what) = node.field("do") else { return Err(node.error(String::from("`do` is missing"))) };
    let word = what.text()?;
    let kind = const { &KINDS }.iter().find(|kind| kind.word == word);
    kind.ok_or_else(|| node.error(format!("`{}` is nothing that can be done", brief(&word))))
}

impl<'r, 'j> Reading<'r, 'j> {
    /// The field with this name, if it is there.
    fn get(&mut self, name: &'static str) -> Option<Node<'j>> {
        self.asked.push(name);
        self.object.get(name)
    }

    /// Takes what was read, or keeps what is wrong.
    fn put<T>(&mut self, place: &mut T, read: Result<T>) {
        match read {
            Ok(read) => *place = read,
            Err(wrong) => _ = self.wrong.get_or_insert(wrong),
        }
    }

    /// Reads a field that has to be there.
    fn need<T>(&mut self, name: &'static str, place: &mut T, read: impl FnOnce(&'r Reader, Node<'j>) -> Result<T>) {
        self.asked.push(name);
        let reader = self.reader;
        let value = self.object.need(name).and_then(|node| read(reader, node));
        self.put(place, value);
    }

    /// Reads a field that may be missing.
    fn maybe<T>(
        &mut self,
        name: &'static str,
        place: &mut Option<T>,
        read: impl FnOnce(&'r Reader, Node<'j>) -> Result<T>,
    ) {
        let reader = self.reader;
        let value = self.get(name).map(|node| read(reader, node)).transpose();
        self.put(place, value);
    }
}

impl Fields for Reading<'_, '_> {
    fn steps(&mut self, steps: &mut u32) {
        let read = self.get("times").map_or(Ok(1), Node::number);
        self.put(steps, read);
    }

    fn drafted(&mut self, commands: &mut Vec<Command>) {
        self.need("commands", commands, |reader, node| {
            let mut elements = node.elements()?;
            let commands = elements.by_ref().take(History::MOST_DRAFTED).map(|command| reader.command(command));
            let commands = commands.collect::<Result<_>>()?;
            let too_many =
                |more: Node<'_>| Err(more.error(format!("a draft has at most {} commands", History::MOST_DRAFTED)));
            elements.next().map_or(Ok(commands), too_many)
        });
    }

    fn small<N: Copy + Into<u32> + TryFrom<u32> + TryFrom<u64>>(&mut self, name: &'static str, number: &mut N) {
        self.need(name, number, |_, node| node.number());
    }

    fn flag(&mut self, name: &'static str, flag: &mut bool, usual: Usual) {
        let read = self.get(name).map_or(Ok(usual == Usual::Yes), Node::flag);
        self.put(flag, read);
    }

    fn maybe_flag(&mut self, name: &'static str, flag: &mut Option<bool>) {
        self.maybe(name, flag, |_, node| node.flag());
    }

    fn text(&mut self, name: &'static str, text: &mut String, _: &[&str]) {
        self.need(name, text, |_, node| owned(node));
    }

    fn maybe_text(&mut self, name: &'static str, text: &mut Option<String>, _: &[&str]) {
        self.maybe(name, text, |_, node| owned(node));
    }

    fn user(&mut self, user: &mut UserId) {
        self.need("user", user, user_of);
    }

    fn group(&mut self, group: &mut GroupId) {
        self.need("group", group, group_of);
    }

    fn contact(&mut self, contact: &mut ContactId) {
        self.need("contact", contact, |_, node| node.number().map(ContactId::from_raw));
    }

    fn member(&mut self, member: &mut Member) {
        let reader = self.reader;
        match self.get("member_group") {
            Some(group) => {
                let read = group_of(reader, group).map(Member::Group);
                self.asked.push("member");
                self.put(member, read);
            }
            None => self.need("member", member, |reader, node| user_of(reader, node).map(Member::User)),
        }
    }

    fn whose(&mut self, of: &mut Member) {
        let reader = self.reader;
        match self.get("group") {
            Some(group) => {
                let read = group_of(reader, group).map(Member::Group);
                self.asked.push("user");
                self.put(of, read);
            }
            None => self.need("user", of, |reader, node| user_of(reader, node).map(Member::User)),
        }
    }

    fn membership(&mut self, membership: &mut Membership) {
        self.need("membership", membership, |_, node| {
            meant(domain::value_of(&domain::MEMBERSHIPS, words::number(MEMBERSHIPS, node)?))
        });
    }

    fn property(&mut self, property: &mut Property) {
        self.need("property", property, |_, node| property_of(node));
    }

    fn product(&mut self, name: &'static str, product: &mut ProductId) {
        self.need(name, product, product_of);
    }

    fn plan(&mut self, name: &'static str, plan: &mut PlanId) {
        self.need(name, plan, plan_of);
    }

    fn location(&mut self, location: &mut Option<CountryCode>) {
        let read = self.get("location").map_or(Ok(None), location_of);
        self.put(location, read);
    }

    fn maybe_location(&mut self, location: &mut Option<Option<CountryCode>>) {
        self.maybe("location", location, |_, node| location_of(node));
    }

    fn country(&mut self, country: &mut CountryCode) {
        self.need("country", country, |_, node| country_of(node));
    }

    fn group_kind(&mut self, kind: &mut GroupKind) {
        let number = self.get("kind").map_or(Ok(0), |kind| words::number(GROUP_KINDS, kind));
        let read = number.and_then(|number| meant(domain::value_of(&domain::GROUP_KINDS, number)));
        self.put(kind, read);
    }

    fn rules(&mut self, rules: &mut RuleSet) {
        self.need("rules", rules, |_, node| meant(domain::value_of(&domain::RULES, words::number(RULES, node)?)));
    }

    fn licenses(&mut self, change: &mut LicenseChange) {
        let reader = self.reader;
        let license = |license: Node<'_>| {
            let license = license.object(&["sku", "off"])?;
            let disabled = license.each("off", |plan| plan_of(reader, plan))?;
            Ok(License { product: product_of(reader, license.need("sku")?)?, disabled })
        };
        let add = self.object.each("add", license);
        let remove = self.object.each("remove", |product| product_of(reader, product));
        self.asked.extend(["add", "remove"]);
        self.put(&mut change.add, add);
        self.put(&mut change.remove, remove);
    }

    fn units(&mut self, own: &mut Units) {
        self.asked.extend(["enabled", "warning", "suspended", "locked_out"]);
        let read = units(self.object).map(domain::into_units);
        self.put(own, read);
    }

    fn mail(&mut self, mail: &mut Option<Option<String>>) {
        self.maybe("mail", mail, |_, node| if node.is_null() { Ok(None) } else { owned(node).map(Some) });
    }

    fn addresses(&mut self, _: &str, addresses: &mut Vec<ProxyAddress>) {
        self.asked.push("addresses");
        let read = self.object.each("addresses", proxy_address);
        self.put(addresses, read);
    }

    fn maybe_addresses(&mut self, addresses: &mut Option<Vec<ProxyAddress>>) {
        self.maybe("addresses", addresses, |_, list| list.elements()?.map(proxy_address).collect());
    }
}

fn owned(node: Node<'_>) -> Result<String> {
    Ok(node.text()?.into_owned())
}

fn user_of(reader: &Reader, node: Node<'_>) -> Result<UserId> {
    reader.users.number("user", node).map(UserId::from_raw)
}

fn group_of(reader: &Reader, node: Node<'_>) -> Result<GroupId> {
    reader.groups.number("group", node).map(GroupId::from_raw)
}

fn product_of(reader: &Reader, node: Node<'_>) -> Result<ProductId> {
    reader.names.product(node).map(ProductId::from_raw)
}

fn plan_of(reader: &Reader, node: Node<'_>) -> Result<PlanId> {
    reader.names.plan(node).map(PlanId::from_raw)
}

fn property_of(node: Node<'_>) -> Result<Property> {
    let name = node.text()?;
    Property::from_name(&name).ok_or_else(|| node.error(format!("`{}` is no property that is kept", brief(&name))))
}

fn country_of(node: Node<'_>) -> Result<CountryCode> {
    words::country(node).and_then(|number| meant(domain::into_country(number)))
}

/// An empty text is no location.
fn location_of(node: Node<'_>) -> Result<Option<CountryCode>> {
    if node.text()?.is_empty() { Ok(None) } else { country_of(node).map(Some) }
}

/// The words stand for values that there are.
fn meant<T>(value: core::result::Result<T, domain::Meaningless>) -> Result<T> {
    value.map_err(|_| ScenarioError::Damaged)
}

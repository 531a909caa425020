//! Actions as they are written in the text form, in the words of the worked examples.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use licensing_core::Action;
use licensing_model::address::ProxyAddress;
use licensing_model::command::{GroupKind, LicenseChange};
use licensing_model::rule::Membership;
use licensing_model::{
    Command, ContactId, CountryCode, GroupId, Member, PlanId, ProductId, Property, RuleSet, Units, UserId,
};

use super::words::{GROUP_KINDS, MEMBERSHIPS, RULES, word};
use super::write::{Writer, proxy_addresses_value, with_units};
use crate::json::{self, Value, object};
use crate::v1::action::{Fields, Usual, number_of, number_of_command, pass_command_fields, pass_fields, word_of};
use crate::v1::domain;

/// The fields of an action as they are written.
struct Writing<'w> {
    writer: &'w Writer,
    fields: json::Fields,
}

impl Writer {
    /// One action.
    pub(super) fn action(&self, action: &Action) -> Value {
        let mut writing = Writing::of(self, number_of(action));
        pass_fields(&mut writing, &mut action.clone());
        writing.fields.done()
    }
}

impl<'w> Writing<'w> {
    /// Of what has a kind with this number.
    fn of(writer: &'w Writer, kind: u32) -> Writing<'w> {
        Writing { writer, fields: object().with("do", Value::Text(word_of(kind).to_string())) }
    }

    fn put(&mut self, name: &'static str, value: Value) {
        self.change(|fields| fields.with(name, value));
    }

    fn change(&mut self, change: impl FnOnce(json::Fields) -> json::Fields) {
        self.fields = change(core::mem::take(&mut self.fields));
    }
}

impl Fields for Writing<'_> {
    fn steps(&mut self, steps: &mut u32) {
        self.change(|fields| fields.number("times", *steps, 1));
    }

    fn drafted(&mut self, commands: &mut Vec<Command>) {
        let value = |command: &mut Command| {
            let mut writing = Writing::of(self.writer, number_of_command(command));
            pass_command_fields(&mut writing, command);
            writing.fields.done()
        };
        let values = commands.iter_mut().map(value).collect();
        self.put("commands", Value::List(values));
    }

    fn small<N: Copy + Into<u32> + TryFrom<u32> + TryFrom<u64>>(&mut self, name: &'static str, number: &mut N) {
        self.put(name, Value::Number(u64::from((*number).into())));
    }

    fn flag(&mut self, name: &'static str, flag: &mut bool, usual: Usual) {
        self.change(|fields| fields.flag(name, *flag, usual == Usual::Yes));
    }

    fn maybe_flag(&mut self, name: &'static str, flag: &mut Option<bool>) {
        self.change(|fields| fields.maybe(name, flag.map(Value::Flag)));
    }

    fn text(&mut self, name: &'static str, text: &mut String, _: &[&str]) {
        self.put(name, Value::Text(text.clone()));
    }

    fn maybe_text(&mut self, name: &'static str, text: &mut Option<String>, _: &[&str]) {
        self.change(|fields| fields.maybe(name, text.clone().map(Value::Text)));
    }

    fn user(&mut self, user: &mut UserId) {
        self.put("user", self.writer.user(user.raw()));
    }

    fn group(&mut self, group: &mut GroupId) {
        self.put("group", self.writer.group(group.raw()));
    }

    fn contact(&mut self, contact: &mut ContactId) {
        self.put("contact", Value::Number(u64::from(contact.raw())));
    }

    fn member(&mut self, member: &mut Member) {
        // A group in a group is rare, so that a member is a user unless it is said.
        match member {
            Member::User(user) => self.put("member", self.writer.user(user.raw())),
            Member::Group(group) => self.put("member_group", self.writer.group(group.raw())),
        }
    }

    fn whose(&mut self, of: &mut Member) {
        match of {
            Member::User(user) => self.user(user),
            Member::Group(group) => self.group(group),
        }
    }

    fn membership(&mut self, membership: &mut Membership) {
        self.put(
            "membership",
            Value::Text(word(MEMBERSHIPS, domain::number_of(&domain::MEMBERSHIPS, membership)).to_string()),
        );
    }

    fn property(&mut self, property: &mut Property) {
        self.put("property", Value::Text(property.name().to_string()));
    }

    fn product(&mut self, name: &'static str, product: &mut ProductId) {
        self.put(name, self.writer.product(product.raw()));
    }

    fn plan(&mut self, name: &'static str, plan: &mut PlanId) {
        self.put(name, self.writer.plan(plan.raw()));
    }

    fn location(&mut self, location: &mut Option<CountryCode>) {
        self.change(|fields| fields.maybe("location", location.map(|country| Value::Text(country.to_string()))));
    }

    fn maybe_location(&mut self, location: &mut Option<Option<CountryCode>>) {
        // An empty text clears the location.
        let text = location.map(|country| country.map_or_else(String::new, |country| country.to_string()));
        self.change(|fields| fields.maybe("location", text.map(Value::Text)));
    }

    fn country(&mut self, country: &mut CountryCode) {
        self.put("country", Value::Text(country.to_string()));
    }

    fn group_kind(&mut self, kind: &mut GroupKind) {
        let word = if *kind == GroupKind::Security {
            ""
        } else {
            word(GROUP_KINDS, domain::number_of(&domain::GROUP_KINDS, kind))
        };
        self.change(|fields| fields.text("kind", word));
    }

    fn rules(&mut self, rules: &mut RuleSet) {
        self.change(|fields| fields.text("rules", word(RULES, domain::number_of(&domain::RULES, rules))));
    }

    fn licenses(&mut self, change: &mut LicenseChange) {
        let plan = |plan: &PlanId| self.writer.plan(plan.raw());
        let add: Vec<Value> = change
            .add
            .iter()
            .map(|license| {
                object()
                    .with("sku", self.writer.product(license.product.raw()))
                    .list("off", license.disabled.iter().map(plan).collect())
                    .done()
            })
            .collect();
        let remove = change.remove.iter().map(|product| self.writer.product(product.raw())).collect();
        self.change(|fields| fields.list("add", add).list("remove", remove));
    }

    fn units(&mut self, units: &mut Units) {
        self.change(|fields| with_units(fields, domain::from_units(*units)));
    }

    fn mail(&mut self, mail: &mut Option<Option<String>>) {
        let value = mail.clone().map(|mail| mail.map_or(Value::Null, Value::Text));
        self.change(|fields| fields.maybe("mail", value));
    }

    fn addresses(&mut self, _: &str, addresses: &mut Vec<ProxyAddress>) {
        self.put("addresses", Value::List(proxy_addresses_value(addresses)));
    }

    fn maybe_addresses(&mut self, addresses: &mut Option<Vec<ProxyAddress>>) {
        let value = addresses.as_ref().map(|addresses| Value::List(proxy_addresses_value(addresses)));
        self.change(|fields| fields.maybe("addresses", value));
    }
}

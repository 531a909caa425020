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
use super::writer::{Writer, write_units};
use crate::json::{self, Line};
use crate::v1::action::{Fields, Usual, number_of, number_of_command, pass_command_fields, pass_fields, word_of};
use crate::v1::domain;

/// The fields of an action as they are written.
struct Writing<'w, 'l> {
    writer: &'w Writer,
    fields: &'w mut json::Fields<'l>,
}

impl Writer {
    /// Writes an action.
    pub(super) fn action(&self, line: &mut Line, action: &Action) {
        line.object(|fields| {
            fields.text("do", word_of(number_of(action)));
            // What is passed by could be changed; here nothing is.
            pass_fields(&mut Writing { writer: self, fields }, &mut action.clone());
        });
    }

    fn drafted(&self, line: &mut Line, command: &mut Command) {
        line.object(|fields| {
            fields.text("do", word_of(number_of_command(command)));
            pass_command_fields(&mut Writing { writer: self, fields }, command);
        });
    }
}

impl Fields for Writing<'_, '_> {
    fn steps(&mut self, steps: &mut u32) {
        self.fields.number("times", *steps, 1);
    }

    fn drafted(&mut self, commands: &mut Vec<Command>) {
        self.fields.with("commands", |line| line.list(commands, |line, command| self.writer.drafted(line, command)));
    }

    fn small<N: Copy + Into<u32> + TryFrom<u32> + TryFrom<u64>>(&mut self, name: &'static str, number: &mut N) {
        self.fields.with(name, |line| line.number(u64::from((*number).into())));
    }

    fn flag(&mut self, name: &'static str, flag: &mut bool, usual: Usual) {
        self.fields.flag(name, *flag, usual == Usual::Yes);
    }

    fn maybe_flag(&mut self, name: &'static str, flag: &mut Option<bool>) {
        self.fields.maybe(name, *flag, Line::flag);
    }

    fn text(&mut self, name: &'static str, text: &mut String, _: &[&str]) {
        self.fields.with(name, |line| line.text(text));
    }

    fn maybe_text(&mut self, name: &'static str, text: &mut Option<String>, _: &[&str]) {
        self.fields.maybe(name, text.as_deref(), Line::text);
    }

    fn user(&mut self, user: &mut UserId) {
        self.fields.with("user", |line| self.writer.user(line, user.raw()));
    }

    fn group(&mut self, group: &mut GroupId) {
        self.fields.with("group", |line| self.writer.group(line, group.raw()));
    }

    fn contact(&mut self, contact: &mut ContactId) {
        self.fields.with("contact", |line| line.number(u64::from(contact.raw())));
    }

    fn member(&mut self, member: &mut Member) {
        // A group in a group is rare, so that a member is a user unless it is said.
        match member {
            Member::User(user) => self.fields.with("member", |line| self.writer.user(line, user.raw())),
            Member::Group(group) => self.fields.with("member_group", |line| self.writer.group(line, group.raw())),
        };
    }

    fn whose(&mut self, of: &mut Member) {
        match of {
            Member::User(user) => self.user(user),
            Member::Group(group) => self.group(group),
        }
    }

    fn membership(&mut self, membership: &mut Membership) {
        let word = word(MEMBERSHIPS, domain::number_of(&domain::MEMBERSHIPS, membership));
        self.fields.with("membership", |line| line.text(word));
    }

    fn property(&mut self, property: &mut Property) {
        self.fields.with("property", |line| line.text(property.name()));
    }

    fn product(&mut self, name: &'static str, product: &mut ProductId) {
        self.fields.with(name, |line| self.writer.product(line, product.raw()));
    }

    fn plan(&mut self, name: &'static str, plan: &mut PlanId) {
        self.fields.with(name, |line| self.writer.plan(line, plan.raw()));
    }

    fn location(&mut self, location: &mut Option<CountryCode>) {
        self.fields.maybe("location", *location, |line, country| line.text(&country.to_string()));
    }

    fn maybe_location(&mut self, location: &mut Option<Option<CountryCode>>) {
        self.fields.maybe("location", *location, |line, country| {
            // An empty text clears the location.
            line.text(&country.map_or_else(String::new, |country| country.to_string()));
        });
    }

    fn country(&mut self, country: &mut CountryCode) {
        self.fields.with("country", |line| line.text(&country.to_string()));
    }

    fn group_kind(&mut self, kind: &mut GroupKind) {
        let word = if *kind == GroupKind::Security {
            ""
        } else {
            word(GROUP_KINDS, domain::number_of(&domain::GROUP_KINDS, kind))
        };
        self.fields.text("kind", word);
    }

    fn rules(&mut self, rules: &mut RuleSet) {
        self.fields.text("rules", word(RULES, domain::number_of(&domain::RULES, rules)));
    }

    fn licenses(&mut self, change: &mut LicenseChange) {
        let writer = self.writer;
        self.fields
            .list("add", &change.add, |line, license| {
                line.object(|fields| {
                    fields.with("sku", |line| writer.product(line, license.product.raw())).list(
                        "off",
                        &license.disabled,
                        |line, plan| writer.plan(line, plan.raw()),
                    );
                });
            })
            .list("remove", &change.remove, |line, product| writer.product(line, product.raw()));
    }

    fn units(&mut self, units: &mut Units) {
        write_units(self.fields, domain::from_units(*units));
    }

    fn mail(&mut self, mail: &mut Option<Option<String>>) {
        self.fields.maybe("mail", mail.as_ref(), |line, mail| match mail {
            Some(mail) => line.text(mail),
            None => line.null(),
        });
    }

    fn addresses(&mut self, _: &str, addresses: &mut Vec<ProxyAddress>) {
        self.fields.with("addresses", |line| write_addresses(line, addresses));
    }

    fn maybe_addresses(&mut self, addresses: &mut Option<Vec<ProxyAddress>>) {
        self.fields.maybe("addresses", addresses.as_deref(), write_addresses);
    }
}

/// Writes addresses with their prefixes.
fn write_addresses(line: &mut Line, addresses: &[ProxyAddress]) {
    line.list(addresses, |line, address| line.text(&address.to_string()));
}

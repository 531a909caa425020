//! Groups and contacts, without the order in which people joined.

use alloc::string::String;
use alloc::vec::Vec;

use super::lists::{list, option};
use super::texts::TextModel;
use crate::coding::{Bit, Coder, Number, Symbol};
use crate::v1::document::{Address, Contact, Group, Mailbox};

/// The numbers of texts in one column: nearly always as far from the last as that was from the one before.
#[derive(Clone, Debug, Default)]
pub(super) struct TextNumber {
    last: u32,
    step: u32,
    kind: Symbol<4>,
    other: Number,
}

impl TextNumber {
    /// Passes a number through. 0 is no text.
    pub(super) fn pass(&mut self, coder: &mut Coder, number: u32) -> u32 {
        let expected = self.last.wrapping_add(self.step);
        let kind = match number {
            0 => 0,
            number if number == expected => 1,
            _ => 2,
        };
        let number = match self.kind.pass(coder, kind) {
            0 => return 0,
            1 => expected,
            _ => self.other.pass_near(coder, expected, number),
        };
        (self.step, self.last) = (number.wrapping_sub(self.last), number);
        number
    }
}

/// What was learned of addresses.
#[derive(Clone, Debug, Default)]
pub(super) struct AddressModel {
    has_mail: Bit,
    count: Number,
    is_primary: Bit,
}

impl AddressModel {
    /// `mail` and `proxyAddresses` of an object with these names.
    pub(super) fn pass_mailbox(
        &mut self,
        coder: &mut Coder,
        texts: &mut TextModel,
        names: &[&str],
        mailbox: &mut Mailbox,
    ) {
        option(coder, &mut self.has_mail, &mut mailbox.mail, |coder, mail| texts.pass(coder, mail, names));
        self.pass_addresses(coder, texts, names, &mut mailbox.addresses);
    }

    /// `proxyAddresses` of an object with these names.
    pub(super) fn pass_addresses(
        &mut self,
        coder: &mut Coder,
        texts: &mut TextModel,
        names: &[&str],
        addresses: &mut Vec<Address>,
    ) {
        let is_primary = &mut self.is_primary;
        list(coder, &mut self.count, addresses, |coder, address| {
            address.primary = coder.bit(is_primary, address.primary);
            texts.pass(coder, &mut address.address, names);
        });
    }
}

/// What was learned of groups and contacts.
#[derive(Clone, Debug, Default)]
pub(super) struct GroupModel {
    count: Number,
    name: TextNumber,
    kind: Symbol<4>,
    template: Number,
    processing: Symbol<4>,
    is_deleted: Bit,
    time: Number,
    nested_count: Number,
    nested: Number,
    addresses: AddressModel,
}

impl GroupModel {
    /// The groups but for their users.
    pub(super) fn pass(&mut self, coder: &mut Coder, clock: u32, groups: &mut Vec<Group>) {
        let Self { count, name, kind, template, processing, is_deleted, time, nested_count, nested, .. } = self;
        let mut next_template = 1_u32;
        list(coder, count, groups, |coder, group| {
            group.name = name.pass(coder, group.name);
            group.kind = kind.pass(coder, group.kind);
            group.template = template.pass_near(coder, next_template, group.template);
            next_template = next_template.max(group.template.wrapping_add(1));
            group.processing = processing.pass(coder, group.processing);
            option(coder, is_deleted, &mut group.deleted_at, |coder, at| *at = time.pass_near(coder, clock, *at));
            list(coder, nested_count, &mut group.nested, |coder, group| *group = nested.pass(coder, *group));
        });
    }

    /// The contacts.
    pub(super) fn pass_contacts(&mut self, coder: &mut Coder, texts: &mut TextModel, contacts: &mut Vec<Contact>) {
        let Self { count, name, addresses, .. } = self;
        list(coder, count, contacts, |coder, contact| {
            contact.name = name.pass(coder, contact.name);
            addresses.pass_addresses(coder, texts, &[], &mut contact.addresses);
        });
    }
}

/// The text with this number, as names are numbered.
pub(super) fn text_of(texts: &[String], number: u32) -> &str {
    (number as usize).checked_sub(1).and_then(|at| texts.get(at)).map_or("", String::as_str)
}

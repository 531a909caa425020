//! Contacts: what holds addresses beside users.

use licensing_core::{Holder, Tenant};
use licensing_model::{Command, ContactId};
use licensing_wording::{Text, Words};

use super::super::list::List;
use super::super::sort::Value;
use super::super::{Act, Below, Cell, Column, ColumnKey, Face, Linked, Row, RowAction, Voice, Width};
use super::{none, send_actions};
use crate::icon::Icon;
use crate::read;
use crate::search::Seeker;

struct Contact {
    id: ContactId,
    name: String,
    /// As they are written.
    addresses: Vec<String>,
    /// The others that hold one of them.
    others: Vec<Holder>,
}

/// The list.
pub(super) struct Contacts {
    words: Words,
    contacts: Vec<Contact>,
}

impl Contacts {
    pub(super) fn of(tenant: &Tenant, words: Words) -> Contacts {
        let contact = |(id, name, mailbox): (ContactId, String, &licensing_core::Mailbox)| {
            let held = mailbox.proxy_addresses.iter().flat_map(|address| tenant.holders(&address.address));
            let mut others: Vec<Holder> = held.filter(|holder| *holder != Holder::Contact(id)).collect();
            others.sort();
            others.dedup();
            let addresses = mailbox.proxy_addresses.iter().map(ToString::to_string).collect();
            Contact { id, name, addresses, others }
        };
        Contacts { words, contacts: tenant.contacts().map(contact).collect() }
    }
}

impl List for Contacts {
    fn counted(&self, number: usize) -> String {
        self.words.count_contacts(number)
    }

    fn len(&self) -> usize {
        self.contacts.len()
    }

    fn id(&self, place: usize) -> u32 {
        self.contacts.get(place).map_or(u32::MAX, |contact| contact.id.raw())
    }

    fn columns(&self) -> Vec<Column> {
        let text = |text| self.words.text(text);
        vec![
            Column::new(ColumnKey::Name, text(Text::FIND_CONTACT), Width::Name).kept(),
            Column::new(ColumnKey::Addresses, text(Text::ADDRESSES), Width::Wide).unsorted(),
            Column::new(ColumnKey::HeldBy, text(Text::HOLDERS), Width::Wide).unsorted(),
            Column::buttons(),
        ]
    }

    fn look(&self, _tenant: &Tenant, place: usize, _buffer: &mut String, seeker: &mut Seeker<'_>) {
        let Some(contact) = self.contacts.get(place) else { return };
        seeker.look(&contact.name);
        contact.addresses.iter().for_each(|address| seeker.look(address));
    }

    fn value(&self, _tenant: &Tenant, place: usize, _at: usize, _buffer: &mut String, take: &mut dyn FnMut(Value<'_>)) {
        take(Value::Text(self.contacts.get(place).map_or("", |contact| &contact.name)));
    }

    fn row(&self, tenant: &Tenant, place: usize) -> Row {
        let words = self.words;
        let Some(contact) = self.contacts.get(place) else { return Row::default() };
        let addresses = contact.addresses.join(", ");
        let title = Linked { text: contact.name.clone(), route: None };
        let edit = RowAction {
            label: words.change_what(&contact.name),
            face: Face::Word(words.text(Text::CHANGE).to_string()),
            act: Act::AskContact(contact.id),
            is_quiet: false,
        };
        let delete = send_actions(
            words,
            words.delete_what(&contact.name),
            Face::Icon(Icon::Trash),
            Command::DeleteContact(contact.id),
        );
        let others: Vec<Linked> = contact.others.iter().map(|holder| read::holder(tenant, *holder)).collect();
        Row {
            id: contact.id.raw(),
            name: contact.name.clone(),
            route: None,
            why: None,
            cells: vec![
                Cell::Title(title, None, Some(Below::Text(addresses.clone()))),
                Cell::Text(addresses, Voice::Code),
                if others.is_empty() { none(words) } else { Cell::Links(others, ", ") },
                Cell::Actions([edit].into_iter().chain(delete).collect()),
            ],
        }
    }
}

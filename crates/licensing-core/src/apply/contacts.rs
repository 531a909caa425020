//! Contacts: what holds addresses beside users (R9.2). Whatever becomes of them queues nothing (R3).

use licensing_model::address::ProxyAddress;
use licensing_model::{ContactId, Refusal};

use crate::audit::event::Event;
use crate::shape;
use crate::store::address_book::{Holder, Mailbox};
use crate::tenant::{Contact, Tenant};

impl Tenant {
    pub(super) fn add_contact(&mut self, name: &str, addresses: &[ProxyAddress]) -> Result<ContactId, Refusal> {
        shape::name(name)?;
        shape::addresses(None, addresses)?;
        self.check_room()?;
        let contact = ContactId::at(self.contacts.len());
        let mailbox = Mailbox { mail: None, proxy_addresses: addresses.to_vec() };
        self.addresses.enter(Holder::Contact(contact), mailbox.held());
        let name = self.texts.store(name);
        self.contacts.push(Contact { name, mailbox, deleted: false });
        self.log(Event::ContactAdded { number: self.next_number(), contact });
        Ok(contact)
    }

    pub(super) fn update_contact(
        &mut self,
        contact: ContactId,
        name: Option<&str>,
        addresses: Option<&[ProxyAddress]>,
    ) -> Result<(), Refusal> {
        let mut record = self.check_contact(contact)?;
        name.map_or(Ok(()), shape::name)?;
        shape::addresses(None, addresses.unwrap_or_default())?;
        self.check_room()?;
        let number = self.next_number();
        let events = self.audit.len();
        if let Some(name) = name.filter(|name| *name != self.contact_name(contact)) {
            let (old, new) = (record.name, self.texts.store(name));
            record.name = new;
            self.log(Event::ContactRenamed { number, contact, old, new });
        }
        let before = record.mailbox.clone();
        if let Some(addresses) = addresses {
            record.mailbox.proxy_addresses = addresses.to_vec();
        }
        if record.mailbox != before || self.audit.len() == events {
            let [old, new] = [&before, &record.mailbox].map(|mailbox| self.texts.store(&Tenant::mailbox_text(mailbox)));
            self.log(Event::ContactAddressesSet { number, contact, old, new });
        }
        self.replace_contact(contact, record);
        Ok(())
    }

    /// What it held is free for others at once; an error that it caused stays until a run (R4.6).
    pub(super) fn delete_contact(&mut self, contact: ContactId) -> Result<(), Refusal> {
        let record = self.check_contact(contact)?;
        self.replace_contact(contact, Contact { mailbox: Mailbox::default(), deleted: true, ..record });
        self.log(Event::ContactDeleted { number: self.next_number(), contact });
        Ok(())
    }

    /// The contact, if there is one and it is not deleted.
    fn check_contact(&self, contact: ContactId) -> Result<Contact, Refusal> {
        let found = self.contacts.get(contact.index()).filter(|record| !record.deleted);
        found.cloned().ok_or(Refusal::UnknownContact(contact))
    }

    /// Puts another record in place of a contact's, and keeps the index of holders.
    fn replace_contact(&mut self, contact: ContactId, record: Contact) {
        let holder = Holder::Contact(contact);
        let Some(place) = self.contacts.get_mut(contact.index()) else { return };
        self.addresses.strike(holder, place.mailbox.held());
        self.addresses.enter(holder, record.mailbox.held());
        *place = record;
    }
}

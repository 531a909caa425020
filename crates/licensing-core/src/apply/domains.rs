//! The tenant's verified domains (R9.1). Nobody verifies anything here: a domain counts from when it is added.

use licensing_model::refusal::DomainUser;
use licensing_model::{ContactId, Property, Refusal};

use crate::audit::event::Event;
use crate::rules::addresses::same;
use crate::shape;
use crate::store::address_book::{AddressState, Mailbox};
use crate::tenant::Tenant;

impl Tenant {
    pub(super) fn add_domain(&mut self, domain: &str) -> Result<(), Refusal> {
        if !shape::is_dns_name(domain) {
            return Err(Refusal::DomainInvalid);
        }
        if self.domains().any(|own| same(own, domain)) {
            return Err(Refusal::DomainTaken);
        }
        if self.domains().count() >= shape::MOST_DOMAINS {
            return Err(Refusal::TooManyDomains);
        }
        self.check_room()?;
        self.domains.push(domain.into());
        self.log_domain(domain, true);
        Ok(())
    }

    /// Nothing that is not deleted may have a name or an address in it. A deleted user who has one keeps it, and comes back
    /// with it.
    pub(super) fn delete_domain(&mut self, domain: &str) -> Result<(), Refusal> {
        if same(&self.initial_domain, domain) {
            return Err(Refusal::DomainInitial);
        }
        let place = self.domains.iter().position(|own| same(own, domain)).ok_or(Refusal::UnknownDomain)?;
        if let Some(refusal) = self.use_of_domain(domain) {
            return Err(refusal);
        }
        self.check_room()?;
        let removed = self.domains.remove(place);
        self.log_domain(&removed, false);
        Ok(())
    }

    fn log_domain(&mut self, domain: &str, is_added: bool) {
        let domain = self.texts.store(domain);
        self.log(Event::DomainSet { number: self.next_number(), domain, is_added });
    }

    /// The refusal that names what has a name or an address in a domain, which is not the initial one.
    fn use_of_domain(&self, domain: &str) -> Option<Refusal> {
        let (mut first, mut number) = (None, 0_u32);
        let mut meet = |by: DomainUser| {
            first.get_or_insert(by);
            number = number.saturating_add(1);
        };
        for user in self.users() {
            // What follows from names is at the initial domain but for the userPrincipalName itself.
            let name = self.texts.get(self.users.principal_name.at(user));
            let own = match self.addresses.state(user) {
                AddressState::Own(at) => self.addresses.own.get(at as usize),
                AddressState::Empty | AddressState::Calculated => None,
            };
            if name.is_some_and(|name| is_in(name, domain)) || own.is_some_and(|own| has_address_in(own, domain)) {
                meet(DomainUser::User(user));
            }
        }
        for group in self.groups() {
            if self.group_property(group, Property::GROUP_MAIL).is_some_and(|mail| is_in(mail, domain)) {
                meet(DomainUser::Group(group));
            }
        }
        for (at, contact) in self.contacts.iter().enumerate() {
            if has_address_in(&contact.mailbox, domain) {
                meet(DomainUser::Contact(ContactId::at(at)));
            }
        }
        first.map(|first| Refusal::DomainInUse { first, number })
    }
}

fn is_in(address: &str, domain: &str) -> bool {
    address.rsplit_once('@').is_some_and(|(_, own)| same(own, domain))
}

fn has_address_in(mailbox: &Mailbox, domain: &str) -> bool {
    mailbox.held().any(|address| is_in(&address, domain))
}

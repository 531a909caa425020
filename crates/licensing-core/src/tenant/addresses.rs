//! The address book of a tenant: who holds which address, and who has which name.

use alloc::format;
use alloc::string::{String, ToString};

use licensing_model::UserId;
use licensing_model::letters::folded;

use super::{DERIVED_NICKNAME, Tenant};
use crate::rules::addresses::{AddressChange, same};
use crate::rules::ground::Addresses;
use crate::store::address_book::{AddressState, Holder, Mailbox};
use crate::store::users::Flags;

/// The addresses of one user, for R9.
pub(crate) struct AddressesOf<'a> {
    /// The tenant.
    pub(crate) tenant: &'a Tenant,
    /// Who.
    pub(crate) user: UserId,
}

impl Addresses for AddressesOf<'_> {
    fn ordinary(&self) -> Option<bool> {
        let AddressesOf { tenant, user } = *self;
        if !tenant.addresses.is_plain() || !tenant.users.flags.at(user).has(Flags::PLAIN) {
            return None;
        }
        match tenant.addresses.state(user) {
            AddressState::Empty => Some(false),
            AddressState::Calculated => Some(true),
            AddressState::Own(_) => None,
        }
    }

    fn mailbox(&self) -> Mailbox {
        self.tenant.mailbox(self.user)
    }

    fn calculated(&self) -> Mailbox {
        self.tenant.calculated_mailbox(self.user)
    }

    fn principal_name(&self) -> String {
        self.tenant.principal_name(self.user)
    }

    fn nickname_addresses(&self) -> [String; 2] {
        self.tenant.nickname_addresses(self.user)
    }

    fn is_verified(&self, address: &str) -> bool {
        self.tenant.is_verified(address)
    }

    fn is_taken(&self, address: &str) -> bool {
        self.tenant.is_held_by_another(address, Holder::User(self.user))
    }
}

impl Tenant {
    /// `mailNickname@initial domain`, without and with the four digits that are derived from the user's number.
    fn nickname_addresses(&self, user: UserId) -> [String; 2] {
        let nickname = self.nickname(user);
        let domain = &self.initial_domain;
        [format!("{nickname}@{domain}"), format!("{nickname}{:04}@{domain}", user.raw() % 10_000)]
    }

    /// What the calculation gives `user` if it has no mail attributes and nobody disturbs.
    pub(crate) fn calculated_mailbox(&self, user: UserId) -> Mailbox {
        Mailbox::calculated(&self.principal_name(user), &self.nickname(user), &self.initial_domain)
    }

    /// The mail attributes of a user.
    pub fn mailbox(&self, user: UserId) -> Mailbox {
        match self.addresses.state(user) {
            AddressState::Empty => Mailbox::default(),
            AddressState::Calculated => self.calculated_mailbox(user),
            AddressState::Own(at) => self.addresses.own.get(at as usize).cloned().unwrap_or_default(),
        }
    }

    /// Whether the domain of `address` is one of the tenant's.
    pub(crate) fn is_verified(&self, address: &str) -> bool {
        let Some((_, domain)) = address.rsplit_once('@') else { return false };
        core::iter::once(&self.initial_domain).chain(&self.domains).any(|own| same(own, domain))
    }

    /// Whether an object other than `holder` holds `address` now (R9.2).
    pub(crate) fn is_held_by_another(&self, address: &str, holder: Holder) -> bool {
        let address = folded(address);
        self.holders_of(&address).any(|other| other != holder)
    }

    /// The objects that hold `address`, given in lower case.
    pub(crate) fn holders_of(&self, address: &str) -> impl Iterator<Item = Holder> {
        let plain = self.user_by_principal_name(address).filter(|user| {
            self.addresses.state(*user) == AddressState::Calculated && self.users.flags.at(*user).has(Flags::PLAIN)
        });
        self.addresses.indexed(address).iter().copied().chain(plain.map(Holder::User))
    }

    /// Sets the mail attributes of a user that is not deleted, and keeps the index of holders.
    pub(crate) fn set_mailbox(&mut self, user: UserId, change: AddressChange) {
        self.strike_addresses(user);
        let state = match change {
            AddressChange::Keep => self.addresses.state(user),
            AddressChange::Calculated => AddressState::Calculated,
            AddressChange::Own(mailbox) if mailbox == Mailbox::default() => AddressState::Empty,
            AddressChange::Own(mailbox) => match self.addresses.state(user) {
                AddressState::Own(at) => {
                    if let Some(place) = self.addresses.own.get_mut(at as usize) {
                        *place = mailbox;
                    }
                    AddressState::Own(at)
                }
                _ => {
                    self.addresses.own.push(mailbox);
                    AddressState::Own(u32::try_from(self.addresses.own.len().saturating_sub(1)).unwrap_or(u32::MAX))
                }
            },
        };
        self.addresses.set_state(user, state);
        self.enter_addresses(user);
    }

    /// Enters the user's addresses into the index; deleted users hold none.
    pub(crate) fn enter_addresses(&mut self, user: UserId) {
        if self.is_indexed(user) {
            let held = self.mailbox(user);
            self.addresses.enter(Holder::User(user), held.held());
        }
    }

    /// Takes the user's addresses out of the index.
    pub(crate) fn strike_addresses(&mut self, user: UserId) {
        if self.is_indexed(user) {
            let held = self.mailbox(user);
            self.addresses.strike(Holder::User(user), held.held());
        }
    }

    fn is_indexed(&self, user: UserId) -> bool {
        match self.addresses.state(user) {
            AddressState::Empty => false,
            AddressState::Calculated => !self.users.flags.at(user).has(Flags::PLAIN),
            AddressState::Own(_) => true,
        }
    }

    /// The user that has this userPrincipalName, given in lower case, and is not deleted.
    pub(crate) fn user_by_principal_name(&self, name: &str) -> Option<UserId> {
        if let Some(user) = self.addresses.principal_names.get(name) {
            return Some(*user);
        }
        self.derived_principal_name(name)
    }

    /// The user whose userPrincipalName follows from its number and is `name`, given in lower case.
    pub(crate) fn derived_principal_name(&self, name: &str) -> Option<UserId> {
        let (local, domain) = name.rsplit_once('@')?;
        let user = UserId::from_raw(local.strip_prefix(DERIVED_NICKNAME)?.parse().ok()?);
        let is_derived = self.users.principal_name.get(user).is_some_and(|text| *text == Default::default())
            && self.users.is_live(user)
            && folded(&self.nickname(user)) == local
            && same(domain, &self.initial_domain);
        is_derived.then_some(user)
    }

    /// One text for the audit log: `mail` and the addresses.
    pub(crate) fn mailbox_text(mailbox: &Mailbox) -> String {
        let mut text = mailbox.mail.clone().unwrap_or_default();
        for proxy in &mailbox.proxy_addresses {
            text.push(' ');
            text.push_str(&proxy.to_string());
        }
        text
    }
}

//! Users, one at a time and all of them.

use alloc::string::String;
use alloc::vec::Vec;

use licensing_model::address::ProxyAddress;
use licensing_model::letters::folded;
use licensing_model::{ContactId, CountryCode, Member, Property, UserId};

use crate::store::address_book::{Holder, Mailbox};
use crate::store::users::Flags;
use crate::tenant::Tenant;

/// A user, for display.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserDetails {
    /// Who.
    pub user: UserId,
    /// `displayName`.
    pub name: String,
    /// `userPrincipalName`.
    pub principal_name: String,
    /// `mailNickname`.
    pub nickname: String,
    /// `usageLocation`, where it is set on the user.
    pub location: Option<CountryCode>,
    /// `accountEnabled`.
    pub account_enabled: bool,
    /// `userType` is `Guest`.
    pub guest: bool,
    /// When it was deleted.
    pub deleted_at: Option<u32>,
    /// `mail` and `proxyAddresses`.
    pub mailbox: Mailbox,
}

impl Tenant {
    /// A user that is there or can be brought back.
    pub fn user(&self, user: UserId) -> Option<UserDetails> {
        let flags = *self.users.flags.get(user)?;
        let deleted_at = self.users.deleted_at.get(&user).copied();
        if deleted_at.is_some_and(|at| self.is_gone(at)) {
            return None;
        }
        Some(UserDetails {
            user,
            name: self.user_name(user),
            principal_name: self.principal_name(user),
            nickname: self.nickname(user),
            location: self.users.location(user),
            account_enabled: !flags.has(Flags::BLOCKED),
            guest: flags.has(Flags::GUEST),
            deleted_at,
            mailbox: self.mailbox(user),
        })
    }

    /// A property of a user that is kept as it was given.
    pub fn user_property(&self, user: UserId, property: Property) -> Option<&str> {
        self.texts.get(self.properties.get(Member::User(user), property))
    }

    /// The user with this userPrincipalName, whatever its case, who is not deleted.
    pub fn user_by_name(&self, principal_name: &str) -> Option<UserId> {
        self.user_by_principal_name(&folded(principal_name))
    }

    /// Users that are not deleted, in the order of their creation.
    pub fn users(&self) -> impl DoubleEndedIterator<Item = UserId> {
        self.users.name.ids().filter(|user| self.users.is_live(*user))
    }

    /// How many users are not deleted.
    pub fn user_count(&self) -> usize {
        self.users.len().saturating_sub(self.users.deleted_at.len())
    }

    /// How many users that are not deleted have a path in error.
    pub fn users_in_error(&self) -> usize {
        self.users.in_error
    }

    /// Deleted users that can be brought back, newest first.
    pub fn deleted_users(&self) -> Vec<UserId> {
        let mut users: Vec<_> = self.users.deleted_at.iter().filter(|(_, at)| !self.is_gone(**at)).collect();
        users.sort_by(|a, b| b.1.cmp(a.1).then(b.0.cmp(a.0)));
        users.into_iter().map(|(user, _)| *user).collect()
    }

    /// Every object that holds `address`, whatever its case and prefix: what the article's `Get-Recipient` finds.
    pub fn holders(&self, address: &str) -> Vec<Holder> {
        let address = folded(&ProxyAddress::parse(address).address);
        self.holders_of(&address).collect()
    }

    /// Contacts that are not deleted, with their names and addresses.
    pub fn contacts(&self) -> impl Iterator<Item = (ContactId, String, &Mailbox)> {
        self.contacts.iter().enumerate().filter(|(_, contact)| !contact.deleted).map(|(at, contact)| {
            (ContactId::at(at), self.texts.get(contact.name).map(String::from).unwrap_or_default(), &contact.mailbox)
        })
    }

    /// What a contact holds; nothing where there is none, or a deleted one.
    pub fn contact_addresses(&self, contact: ContactId) -> &[ProxyAddress] {
        self.contacts.get(contact.index()).map_or(&[], |contact| &contact.mailbox.proxy_addresses)
    }

    /// Whether there is such a contact, and it is not deleted.
    pub fn contact_exists(&self, contact: ContactId) -> bool {
        self.contacts.get(contact.index()).is_some_and(|contact| !contact.deleted)
    }

    /// The name of a contact, of a deleted one as well.
    pub fn contact_name(&self, contact: ContactId) -> String {
        let found = self.contacts.get(contact.index());
        found.and_then(|contact| self.texts.get(contact.name)).map(String::from).unwrap_or_default()
    }
}

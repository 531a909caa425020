//! R12: users.

use alloc::string::String;
use alloc::sync::Arc;

use licensing_model::address::ProxyAddress;
use licensing_model::command::{NewUser, UserPatch};
use licensing_model::letters::folded;
use licensing_model::{Refusal, UserId};

use crate::audit::event::{Event, NameOf};
use crate::rules::addresses::AddressChange;
use crate::shape;
use crate::store::address_book::{AddressState, Holder};
use crate::store::users::{Edge, Flags};
use crate::tenant::Tenant;
use crate::tenant::changed::Changed;

impl Tenant {
    pub(super) fn create_user(&mut self, new: &NewUser) -> Result<UserId, Refusal> {
        shape::name(&new.display_name)?;
        self.check_principal_name(&new.user_principal_name, None)?;
        let nickname = match &new.mail_nickname {
            Some(nickname) => nickname,
            None => shape::nickname_from(&new.user_principal_name),
        };
        check_nickname(nickname)?;
        self.check_room()?;
        let name = self.texts.store(&new.display_name);
        let principal_name = self.texts.store(&new.user_principal_name);
        let nickname = self.texts.store(nickname);
        let user = self.add_user(name, principal_name, nickname, new.usage_location, new.guest);
        self.log(Event::UserCreated { number: self.next_number(), user });
        self.heed_user(user, Changed::Itself);
        Ok(user)
    }

    pub(super) fn update_user(&mut self, user: UserId, patch: &UserPatch) -> Result<(), Refusal> {
        self.check_user(user)?;
        patch.display_name.as_deref().map_or(Ok(()), shape::name)?;
        if let Some(name) = &patch.user_principal_name {
            self.check_principal_name(name, Some(user))?;
        }
        patch.mail_nickname.as_deref().map_or(Ok(()), check_nickname)?;
        self.check_room()?;

        let number = self.next_number();
        let events = self.audit.len();
        if let Some(name) = patch.display_name.as_deref().filter(|name| *name != self.user_name(user)) {
            let (old, new) = (self.users.name.at(user), self.texts.store(name));
            self.users.name.set(user, new);
            self.log(Event::UserRenamed { number, user, property: NameOf::DisplayName, old, new });
        }
        let principal_name = patch.user_principal_name.as_deref().filter(|name| *name != self.principal_name(user));
        let nickname = patch.mail_nickname.as_deref().filter(|name| *name != self.nickname(user));
        if principal_name.is_some() || nickname.is_some() {
            self.keep_addresses(user);
            self.strike_principal_name(user);
            // A userPrincipalName that followed from the nickname does not change with it.
            let own = self.principal_name(user);
            if nickname.is_some() && self.texts.get(self.users.principal_name.at(user)).is_none() {
                let text = self.texts.store(&own);
                self.users.principal_name.set(user, text);
            }
            if let Some(name) = principal_name {
                let (old, new) = (self.users.principal_name.at(user), self.texts.store(name));
                self.users.principal_name.set(user, new);
                self.log(Event::UserRenamed { number, user, property: NameOf::PrincipalName, old, new });
            }
            if let Some(name) = nickname {
                let (old, new) = (self.users.nickname.at(user), self.texts.store(name));
                self.users.nickname.set(user, new);
                self.log(Event::UserRenamed { number, user, property: NameOf::Nickname, old, new });
            }
            self.enter_principal_name(user);
        }
        if let Some(new) = patch.usage_location.filter(|new| *new != self.users.location(user)) {
            let old = self.users.location(user);
            self.users.set_location(user, new);
            self.log(Event::LocationChanged { number, user, old, new });
        }
        let blocked = self.users.flags.at(user).has(Flags::BLOCKED);
        if let Some(enabled) = patch.account_enabled.filter(|enabled| *enabled == blocked) {
            self.users.flag(user, Flags::BLOCKED, !enabled);
            self.log(Event::AccountEnabledChanged { number, user, enabled });
        }
        if self.audit.len() == events {
            self.log(Event::UserTouched { number, user });
        }
        self.heed_user(user, Changed::Itself);
        Ok(())
    }

    /// Addresses that followed from names are stored before the names change: a new name changes no address by
    /// itself, only a license change does (R9.1).
    fn keep_addresses(&mut self, user: UserId) {
        if self.addresses.state(user) == AddressState::Calculated {
            let mailbox = self.mailbox(user);
            self.set_mailbox(user, AddressChange::Own(mailbox));
        }
    }

    /// Deleting frees the seats; rows, memberships and addresses are kept for a return.
    pub(super) fn delete_user(&mut self, user: UserId) -> Result<(), Refusal> {
        self.check_user(user)?;
        self.count_user(user, false);
        self.drop_user_steps(user);
        self.strike_addresses(user);
        self.strike_principal_name(user);
        self.users.flag(user, Flags::DELETED, true);
        Arc::make_mut(&mut self.users.deleted_at).insert(user, self.clock);
        self.log(Event::UserDeleted { number: self.next_number(), user });
        Ok(())
    }

    /// R12: brings rows and memberships back, but for those of groups deleted since, without any check and even without
    /// free seats; then queues a user run.
    pub(super) fn restore_user(&mut self, user: UserId) -> Result<(), Refusal> {
        let Some(deleted_at) = self.users.deleted_at.get(&user).copied() else {
            return Err(if self.users.is_live(user) { Refusal::NotDeleted } else { Refusal::UnknownUser(user) });
        };
        if self.is_gone(deleted_at) {
            return Err(Refusal::NotDeleted);
        }
        if self.user_by_principal_name(&folded(&self.principal_name(user))).is_some() {
            return Err(Refusal::PrincipalNameTaken);
        }
        Arc::make_mut(&mut self.users.deleted_at).remove(&user);
        self.users.flag(user, Flags::DELETED, false);
        self.enter_principal_name(user);
        self.forget_groups_deleted_since(user, deleted_at);
        self.count_user(user, true);
        let mut mailbox = self.mailbox(user);
        let before = mailbox.clone();
        let free = |address: &str| !self.is_held_by_another(address, Holder::User(user));
        mailbox.proxy_addresses.retain(|proxy| free(&proxy.address));
        mailbox.mail = mailbox.mail.filter(|mail| free(mail));
        self.enter_addresses(user);
        if mailbox != before {
            self.set_mailbox(user, AddressChange::Own(mailbox));
        }
        self.log(Event::UserRestored { number: self.next_number(), user });
        self.queue_user(user);
        self.heed_user(user, Changed::Itself);
        Ok(())
    }

    /// R12: takes a user, who is counted nowhere yet, out of every group that was deleted since the user was, with the
    /// rows of it.
    fn forget_groups_deleted_since(&mut self, user: UserId, since: u32) {
        let is_gone = |tenant: &Tenant, edge: &Edge| {
            let deleted_at = tenant.groups.get(edge.group()).and_then(|record| record.deleted_at);
            deleted_at.is_some_and(|at| at >= since)
        };
        while let Some(at) = self.users.edges(user).iter().position(|edge| is_gone(self, edge)) {
            let Some(edge) = self.users.edges(user).get(at).copied() else { return };
            self.users.edges.remove(user.index(), at);
            if let (false, Some(record)) = (edge.is_left(), self.groups.get_mut(edge.group())) {
                record.count_member(true); // It is counted out again with its place.
            }
            self.vacate(user, edge.group(), edge.slot);
        }
    }

    /// Whether what was deleted then is gone for good.
    pub(crate) fn is_gone(&self, deleted_at: u32) -> bool {
        self.clock >= deleted_at.saturating_add(Tenant::RESTORABLE_SECONDS)
    }

    /// Sets addresses as Exchange or directory synchronisation would; nothing is calculated and nothing queued.
    pub(super) fn set_addresses(
        &mut self,
        user: UserId,
        mail: Option<&Option<String>>,
        proxy_addresses: Option<&[ProxyAddress]>,
    ) -> Result<(), Refusal> {
        self.check_user(user)?;
        shape::addresses(mail.and_then(|mail| mail.as_deref()), proxy_addresses.unwrap_or_default())?;
        self.check_room()?;
        let mut mailbox = self.mailbox(user);
        if let Some(mail) = mail {
            mailbox.mail = mail.clone();
        }
        if let Some(proxy_addresses) = proxy_addresses {
            mailbox.proxy_addresses = proxy_addresses.to_vec();
        }
        let old = self.address_text(user);
        self.set_mailbox(user, AddressChange::Own(mailbox));
        let new = self.address_text(user);
        self.log(Event::AddressesSet { number: self.next_number(), user, old, new });
        Ok(())
    }
}

fn check_nickname(nickname: &str) -> Result<(), Refusal> {
    if shape::is_nickname(nickname) { Ok(()) } else { Err(Refusal::NicknameInvalid) }
}

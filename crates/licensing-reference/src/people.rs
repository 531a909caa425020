//! Users, groups, contacts and memberships (R11, R12, R13), and the limits of what they hold.

use licensing_model::address::ProxyAddress;
use licensing_model::assignment::Path;
use licensing_model::command::{Created, GroupKind, Member, NewUser, UserPatch};
use licensing_model::snapshot::RunTarget;
use licensing_model::{ContactId, GroupId, Property, Refusal, RuleSet, UserId};

use crate::addresses::same;
use crate::dynamic::Heed;
use crate::model::{Group, Membership, Model, User};

/// The most characters in a name or an address.
const NAME_CHARS: usize = 256;
/// The most characters in a mailNickname.
const NICKNAME_CHARS: usize = 64;
/// The most characters in the value of a property.
const VALUE_CHARS: usize = 1024;
/// The most addresses of one object.
const ADDRESSES: usize = 200;

impl Model {
    /// Creates a user.
    pub(crate) fn create_user(&mut self, new: &NewUser) -> Result<Created, Refusal> {
        check_name(&new.display_name)?;
        let local = self.check_principal_name(&new.user_principal_name, None)?;
        let nickname = match &new.mail_nickname {
            Some(nickname) => nickname.clone(),
            None => local.chars().take(NICKNAME_CHARS).collect(),
        };
        check_nickname(&nickname)?;
        let id = UserId::at(self.users.len());
        let user = User {
            principal_name: new.user_principal_name.clone(),
            nickname,
            location: new.usage_location,
            guest: new.guest,
            enabled: true,
            deleted: None,
            mail: None,
            proxy_addresses: Vec::new(),
            rows: Default::default(),
        };
        self.users.insert(id, user);
        self.heed(id, Heed::Itself);
        Ok(Created::User(id))
    }

    /// Changes a user; R3: queues nothing.
    pub(crate) fn update_user(&mut self, id: UserId, patch: &UserPatch) -> Result<(), Refusal> {
        self.check_user(id)?;
        if let Some(name) = &patch.display_name {
            check_name(name)?;
        }
        if let Some(name) = &patch.user_principal_name {
            self.check_principal_name(name, Some(id))?;
        }
        if let Some(nickname) = &patch.mail_nickname {
            check_nickname(nickname)?;
        }
        let Some(user) = self.users.get_mut(&id) else { return Ok(()) };
        user.principal_name = patch.user_principal_name.clone().unwrap_or(user.principal_name.clone());
        user.nickname = patch.mail_nickname.clone().unwrap_or(user.nickname.clone());
        user.location = patch.usage_location.unwrap_or(user.location);
        user.enabled = patch.account_enabled.unwrap_or(user.enabled);
        self.heed(id, Heed::Itself);
        Ok(())
    }

    /// R12: deletes a user; its seats are free and its waiting steps vanish.
    pub(crate) fn delete_user(&mut self, id: UserId) -> Result<(), Refusal> {
        self.check_user(id)?;
        let now = self.clock;
        if let Some(user) = self.users.get_mut(&id) {
            user.deleted = Some(now);
        }
        self.user_deleted(id);
        Ok(())
    }

    /// R12: brings a user back with rows and memberships, but for those of groups deleted since, without any check; then a
    /// user run.
    pub(crate) fn restore_user(&mut self, id: UserId) -> Result<(), Refusal> {
        let user = self.users.get(&id).ok_or(Refusal::UnknownUser(id))?.clone();
        if !user.deleted.is_some_and(|at| self.recoverable(at)) {
            return Err(Refusal::NotDeleted);
        }
        if self.principal_name_taken(&user.principal_name, Some(id)) {
            return Err(Refusal::PrincipalNameTaken); // Readings 20.
        }
        // Addresses held by another by now are dropped; readings 29: `mail` as well.
        let mail = user.mail.filter(|mail| !self.held_by_another(id, mail));
        let mut proxy_addresses = user.proxy_addresses;
        proxy_addresses.retain(|a| !self.held_by_another(id, &a.address));
        let deleted_since =
            |group: &GroupId| self.groups[group].deleted.is_some_and(|(at, _)| Some(at) >= user.deleted);
        let gone: Vec<GroupId> = self.groups.keys().copied().filter(deleted_since).collect();
        self.memberships.retain(|m| m.member != Member::User(id) || !gone.contains(&m.group));
        if let Some(user) = self.users.get_mut(&id) {
            user.deleted = None;
            user.rows.retain(|(_, path), _| !gone.iter().any(|group| *path == Path::Group(*group)));
            user.mail = mail;
            user.proxy_addresses = proxy_addresses;
        }
        self.request(RunTarget::User(id));
        self.heed(id, Heed::Itself);
        Ok(())
    }

    /// Creates a group.
    pub(crate) fn create_group(&mut self, name: &str, kind: GroupKind) -> Result<Created, Refusal> {
        check_name(name)?;
        let id = GroupId::at(self.groups.len());
        self.groups
            .insert(id, Group { kind, deleted: None, template: Default::default(), ever_licensed: false, rule: None });
        Ok(Created::Group(id))
    }

    /// Renames a group; names are not part of the model.
    pub(crate) fn rename_group(&mut self, id: GroupId, name: &str) -> Result<(), Refusal> {
        self.check_group(id)?;
        check_name(name)
    }

    /// R11: deletes a group that has no template.
    pub(crate) fn delete_group(&mut self, id: GroupId) -> Result<(), Refusal> {
        self.check_group(id)?;
        if !self.groups[&id].template.is_empty() {
            return Err(Refusal::GroupLicensed(id)); // R11.1
        }
        let deleted = (self.clock, self.moment());
        if let Some(group) = self.groups.get_mut(&id) {
            group.deleted = Some(deleted);
        }
        self.group_deleted(id);
        self.heed_everybody(Heed::Groups);
        Ok(())
    }

    /// R3: brings a group back; that queues nothing.
    pub(crate) fn restore_group(&mut self, id: GroupId) -> Result<(), Refusal> {
        let group = self.groups.get(&id).ok_or(Refusal::UnknownGroup(id))?;
        if !group.deleted.is_some_and(|(at, _)| self.recoverable(at)) {
            return Err(Refusal::NotDeleted);
        }
        let restorable = match group.kind {
            GroupKind::Microsoft365 | GroupKind::Microsoft365Security => true,
            GroupKind::Security => self.rules == RuleSet::Today,
            GroupKind::Distribution => false,
        };
        if !restorable {
            return Err(Refusal::GroupNotRestorable(id));
        }
        if let Some(group) = self.groups.get_mut(&id) {
            group.deleted = None;
        }
        if self.deciding(id).is_some() {
            self.request(RunTarget::Members(id));
        }
        self.heed_everybody(Heed::Groups);
        Ok(())
    }

    /// Sets a property that is kept as it was given.
    pub(crate) fn set_property(&mut self, of: Member, property: Property, value: &str) -> Result<(), Refusal> {
        match of {
            Member::User(user) => self.check_user(user)?,
            Member::Group(group) => self.check_group(group)?,
        }
        if value.chars().count() > VALUE_CHARS {
            return Err(Refusal::ValueTooLong);
        }
        self.properties.insert((of, property), value.to_string());
        self.properties.retain(|_, value| !value.is_empty());
        if let Member::User(user) = of {
            self.heed(user, Heed::Itself);
        }
        Ok(())
    }

    /// Adds a member. R13: only users are ever licensed through a group.
    pub(crate) fn add_member(&mut self, group: GroupId, member: Member) -> Result<(), Refusal> {
        self.check_group(group)?;
        self.check_member(member)?;
        if self.is_ruled(group) {
            return Err(Refusal::MembersByRule(group)); // R17
        }
        if member == Member::Group(group) {
            return Err(Refusal::MemberOfItself(group));
        }
        if self.is_member(group, member) {
            return Err(Refusal::AlreadyMember);
        }
        let joined = self.moment();
        self.memberships.retain(|m| m.group != group || m.member != member);
        self.memberships.push(Membership { group, member, joined, left: None });
        if let Member::User(user) = member {
            self.membership_changed(user, group);
            self.heed(user, Heed::Groups);
        }
        Ok(())
    }

    /// Removes a member.
    pub(crate) fn remove_member(&mut self, group: GroupId, member: Member) -> Result<(), Refusal> {
        self.check_group(group)?;
        self.check_member(member)?;
        if self.is_ruled(group) {
            return Err(Refusal::MembersByRule(group)); // R17
        }
        if !self.is_member(group, member) {
            return Err(Refusal::NotMember);
        }
        let now = self.moment();
        for membership in self.memberships.iter_mut().filter(|m| m.group == group && m.member == member) {
            membership.left = Some(now);
        }
        if let Member::User(user) = member {
            self.membership_changed(user, group);
            self.heed(user, Heed::Groups);
        }
        Ok(())
    }

    /// Sets addresses as Exchange or a synchronisation would; duplicates are allowed.
    pub(crate) fn set_addresses(
        &mut self,
        id: UserId,
        mail: &Option<Option<String>>,
        proxies: &Option<Vec<ProxyAddress>>,
    ) -> Result<(), Refusal> {
        self.check_user(id)?;
        if let Some(Some(mail)) = mail {
            check_address(mail)?;
        }
        check_addresses(proxies.iter().flatten())?;
        let Some(user) = self.users.get_mut(&id) else { return Ok(()) };
        user.mail = mail.clone().unwrap_or(user.mail.clone());
        user.proxy_addresses = proxies.clone().unwrap_or(user.proxy_addresses.clone());
        Ok(())
    }

    /// Creates a contact.
    pub(crate) fn add_contact(&mut self, name: &str, addresses: &[ProxyAddress]) -> Result<Created, Refusal> {
        check_name(name)?;
        check_addresses(addresses.iter())?;
        let id = ContactId::at(self.contacts.len());
        self.contacts.insert(id, Some(addresses.iter().map(|a| a.address.clone()).collect()));
        Ok(Created::Contact(id))
    }

    /// Changes a contact that lives. Its name decides nothing.
    pub(crate) fn update_contact(
        &mut self,
        id: ContactId,
        name: &Option<String>,
        addresses: &Option<Vec<ProxyAddress>>,
    ) -> Result<(), Refusal> {
        let held = self.contacts.get(&id).cloned().flatten().ok_or(Refusal::UnknownContact(id))?;
        name.as_deref().map_or(Ok(()), check_name)?;
        check_addresses(addresses.iter().flatten())?;
        let given = addresses.as_ref().map(|addresses| addresses.iter().map(|a| a.address.clone()).collect());
        self.contacts.insert(id, Some(given.unwrap_or(held)));
        Ok(())
    }

    /// Deletes a contact; its number stays taken.
    pub(crate) fn delete_contact(&mut self, id: ContactId) -> Result<(), Refusal> {
        self.contacts.get(&id).cloned().flatten().ok_or(Refusal::UnknownContact(id))?;
        self.contacts.insert(id, None);
        Ok(())
    }

    /// A user that lives.
    pub(crate) fn check_user(&self, id: UserId) -> Result<(), Refusal> {
        if self.lives(id) { Ok(()) } else { Err(Refusal::UnknownUser(id)) }
    }

    /// A group that exists.
    pub(crate) fn check_group(&self, id: GroupId) -> Result<(), Refusal> {
        if self.exists(id) { Ok(()) } else { Err(Refusal::UnknownGroup(id)) }
    }

    fn check_member(&self, member: Member) -> Result<(), Refusal> {
        match member {
            Member::User(user) => self.check_user(user),
            Member::Group(group) => self.check_group(group),
        }
    }

    /// Reads a userPrincipalName, `name@domain` with one of the tenant's domains; gives the name.
    fn check_principal_name(&self, name: &str, own: Option<UserId>) -> Result<String, Refusal> {
        let (local, _) = name.split_once('@').ok_or(Refusal::PrincipalNameInvalid)?;
        if local.is_empty() || local.contains(char::is_whitespace) || !self.verified(name) {
            return Err(Refusal::PrincipalNameInvalid);
        }
        if self.principal_name_taken(name, own) {
            return Err(Refusal::PrincipalNameTaken);
        }
        Ok(local.to_string())
    }

    /// Whether another live user has this name, ignoring case.
    fn principal_name_taken(&self, name: &str, own: Option<UserId>) -> bool {
        self.live_users().any(|(id, user)| Some(id) != own && same(&user.principal_name, name))
    }
}

fn check_name(name: &str) -> Result<(), Refusal> {
    match name.chars().count() {
        0 => Err(Refusal::NameEmpty),
        1..=NAME_CHARS => Ok(()),
        _ => Err(Refusal::NameTooLong),
    }
}

fn check_nickname(nickname: &str) -> Result<(), Refusal> {
    let length = nickname.chars().count();
    if length == 0 || length > NICKNAME_CHARS || nickname.contains(|c: char| c == '@' || c.is_whitespace()) {
        return Err(Refusal::NicknameInvalid);
    }
    Ok(())
}

/// `local@domain`, both there, one `@`, nothing invisible.
fn check_address(address: &str) -> Result<(), Refusal> {
    let shape = address
        .split_once('@')
        .is_some_and(|(local, domain)| !local.is_empty() && !domain.is_empty() && !domain.contains('@'));
    let invisible = address.contains(|c: char| c.is_whitespace() || c.is_control());
    if !shape || invisible || address.chars().count() > NAME_CHARS {
        return Err(Refusal::AddressInvalid);
    }
    Ok(())
}

fn check_addresses<'a>(addresses: impl Iterator<Item = &'a ProxyAddress>) -> Result<(), Refusal> {
    let mut count = 0;
    for address in addresses {
        count += 1;
        if count > ADDRESSES {
            return Err(Refusal::TooManyAddresses);
        }
        check_address(&address.address)?;
    }
    Ok(())
}

//! What users and groups are called. A generated object has no stored name: its name follows from its number.
//!
//! The functions that end in `_in` write a derived name into a buffer and lend a stored one, so that looking through the
//! names of a whole tenant allocates nothing.

use alloc::string::String;
use core::fmt::Write;

use licensing_model::{GroupId, UserId};

use crate::tenant::{DERIVED_NICKNAME, Tenant};

impl Tenant {
    /// `displayName` of a user.
    pub fn user_name(&self, user: UserId) -> String {
        String::from(self.user_name_in(user, &mut String::new()))
    }

    /// `displayName` of a user; `buffer` is overwritten where the name is derived.
    pub fn user_name_in<'a>(&'a self, user: UserId, buffer: &'a mut String) -> &'a str {
        self.texts.get(self.users.name.at(user)).unwrap_or_else(|| derived(buffer, "User ", user.raw()))
    }

    /// `userPrincipalName` of a user.
    pub fn principal_name(&self, user: UserId) -> String {
        String::from(self.principal_name_in(user, &mut String::new()))
    }

    /// `userPrincipalName` of a user; `buffer` is overwritten where the name is derived.
    pub fn principal_name_in<'a>(&'a self, user: UserId, buffer: &'a mut String) -> &'a str {
        if let Some(own) = self.texts.get(self.users.principal_name.at(user)) {
            return own;
        }
        buffer.clear();
        match self.texts.get(self.users.nickname.at(user)) {
            Some(own) => buffer.push_str(own),
            None => _ = derived(buffer, DERIVED_NICKNAME, user.raw()),
        }
        buffer.push('@');
        buffer.push_str(&self.initial_domain);
        buffer
    }

    /// `mailNickname` of a user.
    pub fn nickname(&self, user: UserId) -> String {
        let mut buffer = String::new();
        match self.texts.get(self.users.nickname.at(user)) {
            Some(own) => String::from(own),
            None => String::from(derived(&mut buffer, DERIVED_NICKNAME, user.raw())),
        }
    }

    /// `displayName` of a group.
    pub fn group_name(&self, group: GroupId) -> String {
        String::from(self.group_name_in(group, &mut String::new()))
    }

    /// `displayName` of a group; `buffer` is overwritten where the name is derived.
    pub fn group_name_in<'a>(&'a self, group: GroupId, buffer: &'a mut String) -> &'a str {
        let own = self.groups.get(group).and_then(|record| self.texts.get(record.name));
        own.unwrap_or_else(|| derived(buffer, "Group ", group.raw()))
    }
}

fn derived<'a>(buffer: &'a mut String, beginning: &str, number: u32) -> &'a str {
    buffer.clear();
    // Writing to memory cannot fail.
    let _ = write!(buffer, "{beginning}{number}");
    buffer
}

//! The ids that come next: what a command will create, before it is carried out.

use licensing_model::{Command, ContactId, Created, GroupId, UserId};

use crate::tenant::Tenant;

impl Tenant {
    /// The id of the next user to be created; users are numbered from 0, deleted ones too.
    pub fn next_user(&self) -> UserId {
        UserId::at(self.users.len())
    }

    /// The id of the next group to be created; groups are numbered from 0, deleted ones too.
    pub fn next_group(&self) -> GroupId {
        GroupId::at(self.groups.len())
    }

    /// What the command creates if it is accepted now; none where it creates nothing.
    pub fn will_create(&self, command: &Command) -> Option<Created> {
        match command {
            Command::CreateUser(_) => Some(Created::User(self.next_user())),
            Command::CreateGroup { .. } => Some(Created::Group(self.next_group())),
            Command::AddContact { .. } => Some(Created::Contact(ContactId::at(self.contacts.len()))),
            _ => None,
        }
    }
}

//! The objects behind the ids and names that people, scripts and requests give.

use licensing_model::guid::{Guid, GuidKind};
use licensing_model::{GroupId, UserId};

use crate::tenant::Tenant;

impl Tenant {
    /// A user that is not deleted, by id or, whatever its case, by userPrincipalName.
    pub fn find_user(&self, key: &str) -> Option<UserId> {
        match Guid::from_plain(key) {
            Some(id) => self.user_by_guid(id).filter(|user| self.users.is_live(*user)),
            None => self.user_by_name(key),
        }
    }

    /// A group that is not deleted, by id.
    pub fn find_group(&self, key: &str) -> Option<GroupId> {
        self.group_by_guid(Guid::from_plain(key)?).filter(|group| self.group_exists(*group))
    }

    /// The user with this id, deleted or not, as long as it can be brought back.
    pub fn user_by_guid(&self, id: Guid) -> Option<UserId> {
        let user = UserId::from_raw(self.number_of(GuidKind::User, id)?);
        self.user(user).map(|details| details.user)
    }

    /// The group with this id, deleted or not, as long as it can be brought back.
    pub fn group_by_guid(&self, id: Guid) -> Option<GroupId> {
        let group = GroupId::from_raw(self.number_of(GuidKind::Group, id)?);
        let record = self.groups.get(group)?;
        (!record.deleted_at.is_some_and(|at| self.is_gone(at))).then_some(group)
    }
}

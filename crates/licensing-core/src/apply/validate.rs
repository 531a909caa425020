//! Whether what a command names is there, and whether its names are free in this tenant.

use licensing_model::letters::folded;
use licensing_model::{GroupId, Refusal, UserId};

use crate::shape;
use crate::tenant::Tenant;

impl Tenant {
    /// A userPrincipalName for `user`, or for a user yet to be created.
    pub(super) fn check_principal_name(&self, name: &str, user: Option<UserId>) -> Result<(), Refusal> {
        if !shape::has_shape_of_principal_name(name) || !self.is_verified(name) {
            return Err(Refusal::PrincipalNameInvalid);
        }
        if !shape::is_principal_name(name) {
            return Err(Refusal::NameTooLong);
        }
        match self.user_by_principal_name(&folded(name)) {
            Some(other) if Some(other) != user => Err(Refusal::PrincipalNameTaken),
            _ => Ok(()),
        }
    }

    /// The user exists and is not deleted.
    pub(super) fn check_user(&self, user: UserId) -> Result<(), Refusal> {
        if self.users.is_live(user) { Ok(()) } else { Err(Refusal::UnknownUser(user)) }
    }

    /// The group exists and is not deleted.
    pub(super) fn check_group(&self, group: GroupId) -> Result<(), Refusal> {
        if self.group_exists(group) { Ok(()) } else { Err(Refusal::UnknownGroup(group)) }
    }

    /// Another name still fits.
    pub(super) fn check_room(&self) -> Result<(), Refusal> {
        let fits = self.texts.has_room() && self.users.len() < 1 << 30 && self.groups.len() < 1 << 30;
        if fits { Ok(()) } else { Err(Refusal::TenantFull) }
    }
}

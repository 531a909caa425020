//! GUIDs in requests, and the objects behind them.

use licensing_core::Tenant;
use licensing_model::{GroupId, Guid, Member, UserId};

use crate::error::{Failure, Result, brief};

/// A user that is not deleted, by id or userPrincipalName.
pub(crate) fn user(tenant: &Tenant, key: &str) -> Result<UserId> {
    tenant.find_user(key).ok_or_else(|| Failure::not_found(key))
}

/// A group that is not deleted, by id.
pub(crate) fn group(tenant: &Tenant, key: &str) -> Result<GroupId> {
    guid(key)?;
    tenant.find_group(key).ok_or_else(|| Failure::not_found(key))
}

/// A user or a group that is not deleted, by id.
pub(crate) fn member(tenant: &Tenant, key: &str) -> Result<Member> {
    guid(key)?;
    let user = tenant.find_user(key).map(Member::User);
    user.or_else(|| tenant.find_group(key).map(Member::Group)).ok_or_else(|| Failure::not_found(key))
}

/// A user or a group that can be brought back, by id.
pub(crate) fn deleted(tenant: &Tenant, key: &str) -> Result<Member> {
    let id = guid(key)?;
    let user =
        tenant.user_by_guid(id).filter(|user| tenant.user(*user).is_some_and(|details| details.deleted_at.is_some()));
    let group = tenant.group_by_guid(id).filter(|group| tenant.deleted_groups().contains(group));
    user.map(Member::User).or(group.map(Member::Group)).ok_or_else(|| Failure::not_found(key))
}

/// The id, or Graph's answer to what is none.
pub(crate) fn guid(key: &str) -> Result<Guid> {
    Guid::from_plain(key).ok_or_else(|| Failure::bad_request(format!("Invalid object identifier '{}'.", brief(key))))
}

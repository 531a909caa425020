//! GUIDs in requests, and the objects behind them.

use licensing_core::Tenant;
use licensing_model::guid::GuidKind;
use licensing_model::{GroupId, Guid, Member, UserId};

use crate::error::{Failure, Result, brief};

/// Reads a GUID in its only form here, `18181a46-0d4e-45cd-891e-60aabd171b4e`, in any case.
pub(crate) fn parse(text: &str) -> Option<Guid> {
    const FORM: &[u8] = b"00000000-0000-0000-0000-000000000000";
    let fits = |(byte, form): (u8, &u8)| if *form == b'-' { byte == b'-' } else { byte.is_ascii_hexdigit() };
    let plain = text.len() == FORM.len() && text.bytes().zip(FORM).all(fits);
    plain.then(|| text.parse().ok()).flatten()
}

/// A user that is not deleted, by id or userPrincipalName.
pub(crate) fn user(tenant: &Tenant, key: &str) -> Result<UserId> {
    let found = match parse(key) {
        Some(id) => user_by_id(tenant, id),
        None => tenant.user_by_name(key),
    };
    found.ok_or_else(|| Failure::not_found(key))
}

/// A group that is not deleted, by id.
pub(crate) fn group(tenant: &Tenant, key: &str) -> Result<GroupId> {
    group_by_id(tenant, guid(key)?).ok_or_else(|| Failure::not_found(key))
}

/// A user or a group that is not deleted, by id.
pub(crate) fn member(tenant: &Tenant, key: &str) -> Result<Member> {
    let id = guid(key)?;
    let user = user_by_id(tenant, id).map(Member::User);
    user.or_else(|| group_by_id(tenant, id).map(Member::Group)).ok_or_else(|| Failure::not_found(key))
}

/// A user or a group that can be brought back, by id.
pub(crate) fn deleted(tenant: &Tenant, key: &str) -> Result<Member> {
    let id = guid(key)?;
    let user = number(tenant, GuidKind::User, id).map(UserId::from_raw);
    let user = user.filter(|user| tenant.user(*user).is_some_and(|details| details.deleted_at.is_some()));
    let group = number(tenant, GuidKind::Group, id).map(GroupId::from_raw);
    let group = group.filter(|group| tenant.deleted_groups().contains(group));
    user.map(Member::User).or(group.map(Member::Group)).ok_or_else(|| Failure::not_found(key))
}

/// The id, or Graph's answer to what is none.
pub(crate) fn guid(key: &str) -> Result<Guid> {
    parse(key).ok_or_else(|| Failure::bad_request(format!("Invalid object identifier '{}'.", brief(key))))
}

fn number(tenant: &Tenant, kind: GuidKind, id: Guid) -> Option<u32> {
    tenant.number_of(kind, id)
}

fn user_by_id(tenant: &Tenant, id: Guid) -> Option<UserId> {
    let user = UserId::from_raw(number(tenant, GuidKind::User, id)?);
    tenant.user(user).filter(|details| details.deleted_at.is_none()).map(|details| details.user)
}

fn group_by_id(tenant: &Tenant, id: Guid) -> Option<GroupId> {
    let group = GroupId::from_raw(number(tenant, GuidKind::Group, id)?);
    tenant.group(group).filter(|details| details.deleted_at.is_none()).map(|details| details.group)
}

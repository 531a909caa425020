//! What a tenant has at hand for an example.

use licensing_core::Tenant;
use licensing_model::{GroupId, UserId};

/// A group with members in error, and one of them.
pub(super) fn first_in_error(tenant: &Tenant) -> Option<(GroupId, UserId)> {
    let group = tenant.groups_in_error().into_iter().next()?;
    let errors = tenant.users_with_license_errors(group);
    errors.first().map(|errors| (group, errors.user))
}

/// A group that carries a license.
pub(super) fn first_licensed(tenant: &Tenant) -> Option<GroupId> {
    tenant.groups().find(|group| tenant.group(*group).is_some_and(|details| !details.template.is_empty()))
}

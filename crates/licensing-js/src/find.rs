//! The things behind the ids that a script gives.

use licensing_core::Tenant;
use licensing_model::guid::GuidKind;
use licensing_model::{ContactId, GroupId, Guid, Path, PlanId, ProductId, UserId};
use serde_json::Value;

use crate::argument::{Given, Result, text};
use crate::misuse::Misuse;

/// A user that is not deleted, by id or userPrincipalName, as in a request.
pub(crate) fn user(tenant: &Tenant, key: &str) -> Result<UserId> {
    tenant.find_user(key).ok_or_else(|| Misuse::unknown("user", key))
}

/// A group by id, whether or not there still is one.
pub(crate) fn group_ever(tenant: &Tenant, key: &str) -> Result<GroupId> {
    let number = Guid::from_plain(key).and_then(|id| tenant.number_of(GuidKind::Group, id));
    number.map(GroupId::from_raw).ok_or_else(|| Misuse::unknown("group", key))
}

/// A path of a user as `explain` and `repairs` are asked for one: a path can outlive its group (R11.3).
pub(crate) fn path(tenant: &Tenant, user: &Given, sku: &Given, group: &Given) -> Result<(UserId, ProductId, Path)> {
    let user = self::user(tenant, &text("userId", user.as_ref())?)?;
    let product = product(tenant, &text("skuId", sku.as_ref())?)?;
    let path = match group {
        Some(Value::Null) => Path::Direct,
        Some(Value::String(key)) => Path::Group(group_ever(tenant, key)?),
        _ => return Err(Misuse::Argument { name: "groupId", expected: "a string, or null for the direct path" }),
    };
    Ok((user, product, path))
}

/// A group that is not deleted, by id.
pub(crate) fn group(tenant: &Tenant, key: &str) -> Result<GroupId> {
    tenant.find_group(key).ok_or_else(|| Misuse::unknown("group", key))
}

/// A contact that is not deleted, by id.
pub(crate) fn contact(tenant: &Tenant, key: &str) -> Result<ContactId> {
    let number = Guid::from_plain(key).and_then(|id| tenant.number_of(GuidKind::Contact, id));
    let found = number.map(ContactId::from_raw).filter(|contact| tenant.contact_exists(*contact));
    found.ok_or_else(|| Misuse::unknown("contact", key))
}

/// A product of the catalog, by skuId, or, whatever its case, by a skuPartNumber that only one has.
pub(crate) fn product(tenant: &Tenant, key: &str) -> Result<ProductId> {
    let catalog = tenant.catalog();
    if let Some(id) = Guid::from_plain(key) {
        return catalog.product_by_guid(id).ok_or_else(|| Misuse::unknown("product", key));
    }
    let all = || catalog.loaded_products().filter(|(_, product)| product.part_number.eq_ignore_ascii_case(key));
    let spelled: Vec<_> = all().filter(|(_, product)| product.part_number == key).collect();
    let named = if spelled.is_empty() { all().collect() } else { spelled };
    match named.as_slice() {
        [] => Err(Misuse::unknown("product", key)),
        [(product, _)] => Ok(*product),
        several => {
            let ids = several.iter().map(|(_, product)| product.guid.to_string()).collect::<Vec<_>>().join(", ");
            Err(Misuse::Ambiguous { part_number: key.to_string(), ids })
        }
    }
}

/// A service plan of the catalog, by servicePlanId.
pub(crate) fn plan(tenant: &Tenant, key: &str) -> Result<PlanId> {
    let found = Guid::from_plain(key).and_then(|id| tenant.catalog().plan_by_guid(id));
    found.ok_or_else(|| Misuse::unknown("service plan", key))
}

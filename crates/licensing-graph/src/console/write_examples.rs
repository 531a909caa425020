//! Ready-made requests that change something, each of which the tenant would take if nothing stood against it.

use licensing_core::Tenant;
use licensing_model::{GroupId, Member, ProductId, UserId};
use licensing_wording::{Message, Text};
use serde_json::{Value, json};

use super::at_hand::{first_in_error, first_licensed};
use crate::Request;
use crate::resources::sku_id;

/// Users that are looked at to find one who is not in a group yet.
const USERS: usize = 200;

/// The requests with what each does.
pub(super) fn requests(tenant: &Tenant) -> Vec<(Message, Request)> {
    let mut list = Vec::new();
    let licensed = first_licensed(tenant);
    let group = licensed.or_else(|| tenant.groups().next());
    if let Some((_, user)) = first_in_error(tenant) {
        let url = format!("/users/{}/reprocessLicenseAssignment", tenant.user_guid(user));
        list.push((Message::ready_reprocess(tenant.user_name(user)), Request::new("POST", &url)));
    }
    if let Some((group, product)) = group.and_then(|group| Some((group, product_to_add(tenant, group)?))) {
        let url = format!("/groups/{}/assignLicense", tenant.group_guid(group));
        let add = json!([{ "skuId": sku_id(tenant, product), "disabledPlans": [] }]);
        let body = json!({ "addLicenses": add, "removeLicenses": [] });
        let title = Message::ready_give(tenant.group_name(group), tenant.product_name(product));
        list.push((title, post(&url, &body)));
    }
    if let Some((group, product)) = licensed.and_then(|group| Some((group, product_to_remove(tenant, group)?))) {
        let url = format!("/groups/{}/assignLicense", tenant.group_guid(group));
        let body = json!({ "addLicenses": [], "removeLicenses": [sku_id(tenant, product)] });
        let title = Message::ready_take(tenant.product_name(product), tenant.group_name(group));
        list.push((title, post(&url, &body)));
    }
    if let Some((group, user)) = group.and_then(|group| Some((group, user_to_add(tenant, group)?))) {
        let url = format!("/groups/{}/members/$ref", tenant.group_guid(group));
        let reference = format!("https://graph.microsoft.com/v1.0/directoryObjects/{}", tenant.user_guid(user));
        let title = Message::ready_join(tenant.user_name(user), tenant.group_name(group));
        list.push((title, post(&url, &json!({ "@odata.id": reference }))));
    }
    if let Some((group, user)) = group.and_then(|group| Some((group, first_user_of(tenant, group)?))) {
        let (group_id, user_id) = (tenant.group_guid(group), tenant.user_guid(user));
        let title = Message::ready_leave(tenant.user_name(user), tenant.group_name(group));
        list.push((title, Request::new("DELETE", &format!("/groups/{group_id}/members/{user_id}/$ref"))));
    }
    if let Some(user) = tenant.deleted_users().into_iter().next() {
        let url = format!("/directory/deletedItems/{}/restore", tenant.user_guid(user));
        list.push((Message::ready_restore(tenant.user_name(user)), Request::new("POST", &url)));
    }
    list.push((Text::READY_NEW_USER.into(), post("/users", &new_user(tenant))));
    list.push((Text::READY_NEW_GROUP.into(), post("/groups", &new_group("Support"))));
    list.push((Text::READY_BATCH.into(), post("/$batch", &batch())));
    list
}

/// A request whose body is text, as a console shows it.
fn post(url: &str, body: &Value) -> Request {
    Request::new("POST", url).body(Value::String(format!("{body:#}")))
}

fn product_to_add(tenant: &Tenant, group: GroupId) -> Option<ProductId> {
    let template = tenant.group(group)?.template;
    tenant.products().find(|product| !template.contains_key(product))
}

fn product_to_remove(tenant: &Tenant, group: GroupId) -> Option<ProductId> {
    tenant.group(group)?.template.keys().next().copied()
}

fn user_to_add(tenant: &Tenant, group: GroupId) -> Option<UserId> {
    tenant.users().take(USERS).find(|user| tenant.groups_of(*user).all(|own| own != group))
}

fn first_user_of(tenant: &Tenant, group: GroupId) -> Option<UserId> {
    tenant.members_of(group).find_map(|member| match member {
        Member::User(user) => Some(user),
        Member::Group(_) => None,
    })
}

fn new_user(tenant: &Tenant) -> Value {
    let domain = tenant.domains().next().unwrap_or_default();
    // A name that is free, as far as the first ones are.
    let numbers = (1..100).map(|number| format!("adele{number}@{domain}"));
    let free =
        core::iter::once(format!("adele@{domain}")).chain(numbers).find(|name| tenant.user_by_name(name).is_none());
    json!({
        "displayName": "Adele Vance",
        "userPrincipalName": free.unwrap_or_default(),
        "usageLocation": tenant.country().to_string(),
    })
}

fn new_group(name: &str) -> Value {
    json!({ "displayName": name, "mailEnabled": false, "mailNickname": name, "securityEnabled": true })
}

fn batch() -> Value {
    let headers = json!({ "Content-Type": "application/json" });
    json!({
        "requests": [
            { "id": "1", "method": "POST", "url": "/groups", "headers": headers, "body": new_group("Pilot") },
            { "id": "2", "method": "GET", "url": "/groups?$select=displayName", "dependsOn": ["1"] },
        ]
    })
}

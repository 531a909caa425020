//! Commands as Graph requests, such as this crate itself answers them.

use licensing_core::Tenant;
use licensing_core::apply::nickname_from;
use licensing_model::command::{GroupKind, LicenseChange, NewUser, UserPatch};
use licensing_model::{Command, GroupId, Member, MembershipRule, PlanId, ProductId, Property};
use licensing_wording::Text;
use serde_json::{Map, Value, json};

use crate::Request;
use crate::kept;
use crate::resources;
use crate::resources::groups::{group_types, nickname_of, processing_state};

/// The password in a request that creates a user: Graph asks for one, and only whoever sends the request can choose it.
const PASSWORD: &str = "<choose a password>";

/// The request of a command, and the status of its answer, or why Graph has no request for it.
pub(super) fn request(tenant: &Tenant, command: &Command) -> Result<(Request, u16), Text> {
    let user = |user| format!("/users/{}", tenant.user_guid(user));
    let group = |group| format!("/groups/{}", tenant.group_guid(group));
    let restore = |id: String| (Request::new("POST", &format!("/directory/deletedItems/{id}/restore")), 200);
    let post = |url: String, body: Value, status| (Request::new("POST", &url).body(body), status);
    let patch = |url: String, body: Value| (Request::new("PATCH", &url).body(body), 204);
    let delete = |url: String| (Request::new("DELETE", &url), 204);
    Ok(match command {
        Command::CreateUser(new) => post("/users".to_string(), new_user(new), 201),
        Command::UpdateUser(id, changed) => patch(user(*id), changes(changed)?),
        Command::DeleteUser(id) => delete(user(*id)),
        Command::RestoreUser(id) => restore(tenant.user_guid(*id)),
        Command::CreateGroup { name, kind } => post("/groups".to_string(), new_group(name, *kind)?, 201),
        Command::RenameGroup(id, name) => patch(group(*id), json!({ "displayName": name })),
        Command::DeleteGroup(id) => delete(group(*id)),
        Command::RestoreGroup(id) => restore(tenant.group_guid(*id)),
        Command::AddMember(id, member) => {
            let reference = format!("https://graph.microsoft.com/v1.0/directoryObjects/{}", member_id(tenant, *member));
            post(format!("{}/members/$ref", group(*id)), json!({ "@odata.id": reference }), 204)
        }
        Command::RemoveMember(id, member) => {
            delete(format!("{}/members/{}/$ref", group(*id), member_id(tenant, *member)))
        }
        Command::ChangeGroupLicenses(id, change) => {
            post(format!("{}/assignLicense", group(*id)), licenses(tenant, change), 202)
        }
        Command::ChangeUserLicenses(id, change) => {
            post(format!("{}/assignLicense", user(*id)), licenses(tenant, change), 200)
        }
        Command::ReprocessUser(id) => (Request::new("POST", &format!("{}/reprocessLicenseAssignment", user(*id))), 200),
        Command::SetMembershipRule(id, rule) => patch(group(*id), membership(tenant, *id, rule)),
        Command::SetProperty { of, property, value } => {
            let (url, properties) = match of {
                Member::User(id) => (user(*id), kept::OF_USERS),
                Member::Group(id) => (group(*id), kept::OF_GROUPS),
            };
            if kept::writable(properties).all(|writable| writable != *property) {
                return Err(Text::NOT_IN_GRAPH_PROPERTY);
            }
            patch(url, json!({ property.name(): written(*property, value) }))
        }
        Command::AddDomain(domain) => post("/domains".to_string(), json!({ "id": domain }), 201),
        Command::DeleteDomain(domain) => delete(format!("/domains/{domain}")),
        Command::ReprocessGroup(_) => return Err(Text::NOT_IN_GRAPH_REPROCESS),
        Command::SetUnits(..) => return Err(Text::NOT_IN_GRAPH_UNITS),
        Command::AddServicePlan(..) => return Err(Text::NOT_IN_GRAPH_PLAN),
        Command::SetAddresses { .. } => return Err(Text::NOT_IN_GRAPH_ADDRESSES),
        Command::AddContact { .. } | Command::UpdateContact { .. } | Command::DeleteContact(_) => {
            return Err(Text::NOT_IN_GRAPH_CONTACT);
        }
        Command::SetRuleSet(_) => return Err(Text::NOT_IN_GRAPH_RULES),
        Command::SetExclusivePair { .. } | Command::SetPrerequisite { .. } => return Err(Text::NOT_IN_GRAPH_ROW),
        Command::SetCountry(_) => return Err(Text::NOT_IN_GRAPH_COUNTRY),
        Command::SetWorkers(_) => return Err(Text::NOT_IN_GRAPH_WORKERS),
        Command::Advance { .. } => return Err(Text::NOT_IN_GRAPH_DAYS),
    })
}

/// Who decides on the members of a group, as a request says it.
fn membership(tenant: &Tenant, group: GroupId, rule: &MembershipRule) -> Value {
    let text = Some(rule.text.as_str()).filter(|text| !text.is_empty());
    json!({
        "groupTypes": group_types(is_unified(tenant, group), rule.membership.has_rule()),
        "membershipRule": text,
        "membershipRuleProcessingState": processing_state(rule.membership),
    })
}

/// Whether it is a Microsoft 365 group.
pub(super) fn is_unified(tenant: &Tenant, group: GroupId) -> bool {
    tenant.group_kind(group).is_some_and(GroupKind::is_unified)
}

/// A property as a request sets it: null clears it.
fn written(property: Property, value: &str) -> Value {
    if value.is_empty() && !kept::is_list(property) { Value::Null } else { kept::value(property, Some(value)) }
}

/// The id of a user or a group.
pub(super) fn member_id(tenant: &Tenant, member: Member) -> String {
    match member {
        Member::User(user) => tenant.user_guid(user),
        Member::Group(group) => tenant.group_guid(group),
    }
}

/// The skuId of a product.
pub(super) fn sku_id(tenant: &Tenant, product: ProductId) -> String {
    resources::sku_id(tenant, product).unwrap_or_default()
}

/// The servicePlanId of a plan.
pub(super) fn plan_id(tenant: &Tenant, plan: PlanId) -> String {
    tenant.catalog().plan(plan).map(|info| info.guid.to_string()).unwrap_or_default()
}

/// The mailNickname of a new user: Graph asks for one.
pub(super) fn nickname(new: &NewUser) -> &str {
    new.mail_nickname.as_deref().unwrap_or_else(|| nickname_from(&new.user_principal_name))
}

fn new_user(new: &NewUser) -> Value {
    let mut fields = Map::new();
    let mut set = |name: &str, value: Value| fields.insert(name.to_string(), value);
    set("accountEnabled", true.into());
    set("displayName", new.display_name.as_str().into());
    set("mailNickname", nickname(new).into());
    set("userPrincipalName", new.user_principal_name.as_str().into());
    if let Some(country) = new.usage_location {
        set("usageLocation", country.to_string().into());
    }
    if new.guest {
        set("userType", "Guest".into());
    }
    set("passwordProfile", json!({ "forceChangePasswordNextSignIn": true, "password": PASSWORD }));
    Value::Object(fields)
}

/// What a patch sets. Graph does not clear a usage location.
fn changes(patch: &UserPatch) -> Result<Value, Text> {
    let mut fields = Map::new();
    let texts = [
        ("displayName", &patch.display_name),
        ("userPrincipalName", &patch.user_principal_name),
        ("mailNickname", &patch.mail_nickname),
    ];
    for (name, text) in texts {
        if let Some(text) = text {
            fields.insert(name.to_string(), text.as_str().into());
        }
    }
    match patch.usage_location {
        None => {}
        Some(Some(country)) => {
            fields.insert("usageLocation".to_string(), country.to_string().into());
        }
        Some(None) => return Err(Text::NOT_IN_GRAPH_LOCATION),
    }
    if let Some(enabled) = patch.account_enabled {
        fields.insert("accountEnabled".to_string(), enabled.into());
    }
    Ok(Value::Object(fields))
}

/// Graph creates no distribution lists.
fn new_group(name: &str, kind: GroupKind) -> Result<Value, Text> {
    let (types, mail, security) = match kind {
        GroupKind::Security => (json!([]), false, true),
        GroupKind::Microsoft365Security => (json!(["Unified"]), true, true),
        GroupKind::Microsoft365 => (json!(["Unified"]), true, false),
        GroupKind::Distribution => return Err(Text::NOT_IN_GRAPH_LIST),
    };
    Ok(json!({
        "displayName": name,
        "groupTypes": types,
        "mailEnabled": mail,
        "mailNickname": nickname_of(name),
        "securityEnabled": security,
    }))
}

fn licenses(tenant: &Tenant, change: &LicenseChange) -> Value {
    let add: Vec<Value> = change
        .add
        .iter()
        .map(|license| {
            let disabled = resources::plan_ids(tenant, license.disabled.iter().copied());
            json!({ "skuId": sku_id(tenant, license.product), "disabledPlans": disabled })
        })
        .collect();
    let remove: Vec<String> = change.remove.iter().map(|product| sku_id(tenant, *product)).collect();
    json!({ "addLicenses": add, "removeLicenses": remove })
}

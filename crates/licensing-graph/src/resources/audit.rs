//! The audit log (`directoryAudit`).

use std::cell::OnceCell;

use licensing_core::{Actor, AuditRecord, Modified, Target, Tenant};
use licensing_model::command::GroupKind;
use licensing_model::guid::{Guid, GuidKind};
use licensing_model::{AssignmentError, ContactId, GroupId, UserId};
use serde_json::{Map, Value, json};

use super::{organization, sku_id};
use crate::schema::{Kind, Property, Schema};
use crate::time;

/// The types of a collection of these.
pub(crate) static TYPES: &[&Schema] = &[&SCHEMA];

/// `directoryAudit`.
pub(crate) static SCHEMA: Schema = Schema {
    type_name: "microsoft.graph.directoryAudit",
    resource: "DirectoryAudit",
    properties: &[
        Property::always("id", Kind::Text),
        Property::always("category", Kind::Text),
        Property::always("result", Kind::Text),
        Property::always("resultReason", Kind::Text),
        Property::always("activityDisplayName", Kind::Text),
        Property::always("activityDateTime", Kind::Time),
        Property::always("loggedByService", Kind::Text),
        Property::always("initiatedBy", Kind::One(INITIATOR)),
        Property::always("targetResources", Kind::Many(TARGET)),
        Property::always("additionalDetails", Kind::Many(DETAIL)),
    ],
    empty: &[],
    not_simulated: &["correlationId", "operationType", "userAgent"],
};

const INITIATOR: &[Property] =
    &[Property::always("app", Kind::One(APP)), Property::always("user", Kind::One(USER_IDENTITY))];
const APP: &[Property] = &[
    Property::always("appId", Kind::Text),
    Property::always("displayName", Kind::Text),
    Property::always("servicePrincipalId", Kind::Text),
    Property::always("servicePrincipalName", Kind::Text),
];
const USER_IDENTITY: &[Property] = &[
    Property::always("id", Kind::Text),
    Property::always("displayName", Kind::Text),
    Property::always("ipAddress", Kind::Text),
    Property::always("userPrincipalName", Kind::Text),
];
const TARGET: &[Property] = &[
    Property::always("id", Kind::Text),
    Property::always("displayName", Kind::Text),
    Property::always("type", Kind::Text),
    Property::always("userPrincipalName", Kind::Text),
    Property::always("groupType", Kind::Text),
    Property::always("modifiedProperties", Kind::Many(MODIFIED)),
];
const MODIFIED: &[Property] = &[
    Property::always("displayName", Kind::Text),
    Property::always("oldValue", Kind::Text),
    Property::always("newValue", Kind::Text),
];
const DETAIL: &[Property] = &[Property::always("key", Kind::Text), Property::always("value", Kind::Text)];

/// Events at positions below `end`, newest first. They are read in blocks, for the log only reads forwards.
pub(crate) fn newest_below(tenant: &Tenant, end: usize) -> impl Iterator<Item = AuditRecord> + '_ {
    const BLOCK: usize = 128;
    let mut end = end.min(tenant.audit_len());
    let mut block: Vec<AuditRecord> = Vec::new();
    std::iter::from_fn(move || {
        if block.is_empty() {
            let from = end.saturating_sub(BLOCK);
            block = tenant.audit_from(from).take(end.saturating_sub(from)).collect();
            end = from;
        }
        block.pop()
    })
}

/// The same, of events of which one of the objects has this id: none of the others, but some of which only their
/// documents tell.
pub(crate) fn newest_about<'t>(tenant: &'t Tenant, end: usize, id: &str) -> Box<dyn Iterator<Item = AuditRecord> + 't> {
    let positions = 0..end.min(tenant.audit_len());
    match objects(tenant, id).as_slice() {
        [target] => Box::new(tenant.audit_about(*target, positions)),
        _ => Box::new(newest_below(tenant, end)),
    }
}

/// The objects that an event would show with this id.
fn objects(tenant: &Tenant, id: &str) -> Vec<Target> {
    let Some(guid) = Guid::from_plain(id) else { return Vec::new() };
    let number = |kind| tenant.number_of(kind, guid);
    let tenant_itself = (guid == tenant.guid(GuidKind::Tenant, 0)).then_some(Target::Tenant);
    let objects = [
        number(GuidKind::User).map(UserId::from_raw).map(Target::User),
        number(GuidKind::Group).map(GroupId::from_raw).map(Target::Group),
        number(GuidKind::Contact).map(ContactId::from_raw).map(Target::Contact),
        tenant.catalog().product_by_guid(guid).map(Target::Product),
        tenant_itself,
    ];
    objects.into_iter().flatten().collect()
}

/// An event, taken from the log once.
#[derive(Debug)]
pub(crate) struct EventRow {
    record: AuditRecord,
    document: OnceCell<Option<Map<String, Value>>>,
}

impl EventRow {
    /// The row of an event.
    pub(crate) const fn new(record: AuditRecord) -> EventRow {
        EventRow { record, document: OnceCell::new() }
    }

    /// A property of the event: of one that came with an import, as the other tenant recorded it.
    pub(crate) fn property(&self, tenant: &Tenant, name: &str) -> Value {
        let recorded = self.document.get_or_init(|| {
            let recorded = self.record.recorded.as_ref()?;
            Some(serde_json::from_str(&recorded.document).unwrap_or_default())
        });
        match recorded.as_ref().map(|document| document.get(name).unwrap_or(&Value::Null)) {
            // An event whose id was taken away has the one of its position.
            None => property(tenant, &self.record, name),
            Some(Value::Null) if name == "id" => property(tenant, &self.record, name),
            Some(value) => SCHEMA.property(name).map_or(Value::Null, |property| complete(value, property.kind)),
        }
    }
}

/// A recorded value with all properties that Graph shows: what the record leaves out is null.
fn complete(value: &Value, kind: Kind) -> Value {
    match (kind, value) {
        (Kind::One(properties), Value::Object(parts)) => {
            let part = |property: &Property| complete(parts.get(property.name).unwrap_or(&Value::Null), property.kind);
            Value::Object(properties.iter().map(|property| (property.name.to_string(), part(property))).collect())
        }
        (Kind::Many(_), Value::Null) => json!([]),
        (Kind::Many(properties), Value::Array(elements)) => {
            elements.iter().map(|element| complete(element, Kind::One(properties))).collect()
        }
        _ => value.clone(),
    }
}

/// A property of an event of this tenant's own.
fn property(tenant: &Tenant, record: &AuditRecord, property: &str) -> Value {
    let failed = record.put_off || record.error != AssignmentError::None;
    let reason = match &record.message {
        _ if record.error != AssignmentError::None => record.error.name(),
        Some(message) => message.text.as_str(),
        None => "",
    };
    match property {
        "id" => {
            let number = u32::try_from(record.position).unwrap_or(u32::MAX);
            tenant.guid(GuidKind::Event, number).to_string().into()
        }
        "category" => record.category.into(),
        "result" => if failed { "failure" } else { "success" }.into(),
        "resultReason" => reason.into(),
        "activityDisplayName" => record.activity.as_ref().into(),
        "activityDateTime" => time::iso(record.time).into(),
        "loggedByService" => "Core Directory".into(),
        "initiatedBy" => initiator(record.actor),
        "targetResources" => targets(tenant, record),
        "additionalDetails" => {
            let detail = |text: &str| json!({ "key": "Licensing Error Message", "value": text });
            record.message.iter().map(|message| detail(&message.text)).collect()
        }
        _ => Value::Null,
    }
}

/// The simulated tenant has no administrators among its users, so these have a name and nothing else.
fn initiator(actor: Actor) -> Value {
    let app = |name: &str| {
        let app =
            json!({ "appId": null, "displayName": name, "servicePrincipalId": null, "servicePrincipalName": null });
        json!({ "app": app, "user": null })
    };
    match actor {
        Actor::Administrator => {
            let user =
                json!({ "id": null, "displayName": "Administrator", "ipAddress": null, "userPrincipalName": null });
            json!({ "app": null, "user": user })
        }
        Actor::GroupBasedLicensing => app("Microsoft Azure AD Group-Based Licensing"),
        Actor::DynamicMembership => app("Microsoft Approval Management"),
        Actor::Microsoft => app("Microsoft"),
    }
}

/// The objects of an event; what changed stands with the first.
fn targets(tenant: &Tenant, record: &AuditRecord) -> Value {
    let of = |(at, target): (usize, &Target)| {
        let modified: &[Modified] = if at == 0 { &record.modified } else { &[] };
        let modified: Value = modified.iter().map(modified_property).collect();
        let (id, name, kind, principal_name, group_type) = describe(tenant, *target);
        json!({
            "id": id,
            "displayName": name,
            "type": kind,
            "userPrincipalName": principal_name,
            "groupType": group_type,
            "modifiedProperties": modified,
        })
    };
    record.targets.iter().enumerate().map(of).collect()
}

type Described = (Option<String>, String, &'static str, Option<String>, Option<&'static str>);

fn describe(tenant: &Tenant, target: Target) -> Described {
    match target {
        Target::User(user) => {
            (Some(tenant.user_guid(user)), tenant.user_name(user), "User", Some(tenant.principal_name(user)), None)
        }
        Target::Group(group) => {
            let unified = tenant.group_kind(group).is_some_and(GroupKind::is_unified);
            let group_type = if unified { "unifiedGroups" } else { "azureAD" };
            (Some(tenant.group_guid(group)), tenant.group_name(group), "Group", None, Some(group_type))
        }
        Target::Product(product) => (sku_id(tenant, product), tenant.product_name(product), "Other", None, None),
        Target::Contact(contact) => {
            let id = tenant.guid(GuidKind::Contact, contact.raw()).to_string();
            (Some(id), tenant.contact_name(contact), "Other", None, None)
        }
        Target::Tenant => (Some(organization::id(tenant)), organization::name(tenant), "Directory", None, None),
    }
}

fn modified_property(modified: &Modified) -> Value {
    let text = |value: &str| match modified.property {
        "AssignedLicense" => license_list(value),
        _ => value.to_string(),
    };
    json!({ "displayName": modified.property, "oldValue": text(&modified.old), "newValue": text(&modified.new) })
}

/// Licenses as the log prints them, `[SkuName=…], [SkuName=…]`, as the JSON array of strings that Graph gives.
fn license_list(text: &str) -> String {
    const BEGINNING: &str = "[SkuName=";
    let licenses = text.split(BEGINNING).skip(1).map(|rest| format!("{BEGINNING}{}", rest.trim_end_matches(", ")));
    let list: Value = licenses.collect();
    list.to_string()
}

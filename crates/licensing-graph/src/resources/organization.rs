//! The tenant itself.

use licensing_core::Tenant;
use licensing_model::guid::GuidKind;
use serde_json::{Value, json};

use crate::schema::{Kind, Property, Schema};

/// The types of a collection of these.
pub(crate) static TYPES: &[&Schema] = &[&SCHEMA];

/// `organization`.
pub(crate) static SCHEMA: Schema = Schema {
    type_name: "microsoft.graph.organization",
    resource: "Organization",
    properties: &[
        Property::always("id", Kind::Text),
        Property::always("displayName", Kind::Text),
        Property::always("countryLetterCode", Kind::Text),
        Property::always("tenantType", Kind::Text),
        Property::always("verifiedDomains", Kind::Many(DOMAIN)),
    ],
    empty: &[],
    not_simulated: &[
        "assignedPlans",
        "businessPhones",
        "city",
        "country",
        "createdDateTime",
        "deletedDateTime",
        "defaultUsageLocation",
        "directorySizeQuota",
        "marketingNotificationEmails",
        "mobileDeviceManagementAuthority",
        "onPremisesLastSyncDateTime",
        "onPremisesSyncEnabled",
        "onPremisesSyncStatus",
        "partnerTenantType",
        "postalCode",
        "preferredLanguage",
        "privacyProfile",
        "provisionedPlans",
        "branding",
        "certificateBasedAuthConfiguration",
        "certificateConnectorSetting",
        "extensions",
        "isMultipleDataLocationsForServicesEnabled",
        "securityComplianceNotificationMails",
        "securityComplianceNotificationPhones",
        "state",
        "street",
        "technicalNotificationMails",
    ],
};

const DOMAIN: &[Property] = &[
    Property::always("isDefault", Kind::Flag),
    Property::always("isInitial", Kind::Flag),
    Property::always("name", Kind::Text),
    Property::always("type", Kind::Text),
];

/// The tenant's id.
pub(crate) fn id(tenant: &Tenant) -> String {
    tenant.guid(GuidKind::Tenant, 0).to_string()
}

/// The tenant's name: it has no other than the beginning of its initial domain.
pub(crate) fn name(tenant: &Tenant) -> String {
    let domain = tenant.domains().next().unwrap_or_default();
    domain.split('.').next().unwrap_or_default().to_string()
}

/// A property of the tenant.
pub(crate) fn property(tenant: &Tenant, property: &str) -> Value {
    match property {
        "id" => id(tenant).into(),
        "displayName" => name(tenant).into(),
        "countryLetterCode" => tenant.country().to_string().into(),
        "tenantType" => "AAD".into(),
        "verifiedDomains" => tenant
            .domains()
            .enumerate()
            .map(|(at, name)| json!({ "isDefault": at == 0, "isInitial": at == 0, "name": name, "type": "Managed" }))
            .collect(),
        _ => Value::Null,
    }
}

//! The tenant's domains. Each is verified: nobody verifies anything here.

use licensing_core::Tenant;
use licensing_model::letters::folded;
use serde_json::Value;

use super::Row;
use crate::error::{Failure, Result};
use crate::schema::{Kind, Property, Schema};

/// The types of a collection of these.
pub(crate) static TYPES: &[&Schema] = &[&SCHEMA];

/// `domain`.
pub(crate) static SCHEMA: Schema = Schema {
    type_name: "microsoft.graph.domain",
    resource: "Domain",
    properties: &[
        Property::always("authenticationType", Kind::Text),
        Property::always("availabilityStatus", Kind::Text),
        Property::always("id", Kind::Text),
        Property::always("isAdminManaged", Kind::Flag),
        Property::always("isDefault", Kind::Flag),
        Property::always("isInitial", Kind::Flag),
        Property::always("isRoot", Kind::Flag),
        Property::always("isVerified", Kind::Flag),
    ],
    empty: &[],
    not_simulated: &[
        "domainNameReferences",
        "federationConfiguration",
        "manufacturer",
        "model",
        "passwordNotificationWindowInDays",
        "passwordValidityPeriodInDays",
        "rootDomain",
        "serviceConfigurationRecords",
        "sharedEmailDomainInvitations",
        "state",
        "supportedServices",
        "verificationDnsRecords",
    ],
};

/// The domain of this name, in any case, as the tenant writes it.
pub(crate) fn find(tenant: &Tenant, key: &str) -> Result<String> {
    let own = tenant.domains().find(|own| folded(own) == folded(key));
    own.map(String::from).ok_or_else(|| Failure::not_found(key))
}

/// The domain of this name, in any case.
pub(crate) fn row(tenant: &Tenant, key: &str) -> Result<Row> {
    find(tenant, key).map(Row::Domain)
}

/// A property of a domain.
pub(crate) fn property(tenant: &Tenant, domain: &str, property: &str) -> Value {
    let is_initial = tenant.domains().next() == Some(domain);
    match property {
        "authenticationType" => "Managed".into(),
        "id" => domain.into(),
        "isAdminManaged" | "isVerified" => true.into(),
        "isDefault" | "isInitial" => is_initial.into(),
        "isRoot" => tenant.domains().all(|other| !is_below(domain, other)).into(),
        _ => Value::Null,
    }
}

/// Whether a domain stands below another.
fn is_below(domain: &str, other: &str) -> bool {
    folded(domain).strip_suffix(&folded(other)).is_some_and(|rest| rest.ends_with('.'))
}

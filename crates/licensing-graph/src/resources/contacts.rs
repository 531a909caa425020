//! Contacts: objects that hold addresses.

use licensing_core::Tenant;
use licensing_model::ContactId;
use licensing_model::guid::GuidKind;
use serde_json::Value;

use crate::schema::{Kind, Property, Schema};

/// `orgContact`.
pub(crate) static SCHEMA: Schema = Schema {
    type_name: "microsoft.graph.orgContact",
    resource: "Contact",
    properties: &[
        Property::always("id", Kind::Text),
        Property::always("displayName", Kind::Text),
        Property::always("proxyAddresses", Kind::Texts),
    ],
    not_simulated: &[
        "addresses",
        "companyName",
        "deletedDateTime",
        "department",
        "givenName",
        "jobTitle",
        "mail",
        "mailNickname",
        "onPremisesLastSyncDateTime",
        "onPremisesProvisioningErrors",
        "onPremisesSyncEnabled",
        "phones",
        "serviceProvisioningErrors",
        "surname",
    ],
};

/// A property of a contact.
pub(crate) fn property(tenant: &Tenant, contact: ContactId, property: &str) -> Value {
    match property {
        "id" => tenant.guid(GuidKind::Contact, contact.raw()).to_string().into(),
        "displayName" => tenant.contact_name(contact).into(),
        "proxyAddresses" => {
            let found = tenant.contacts().nth(contact.index());
            let addresses = found.into_iter().flat_map(|(_, _, mailbox)| &mailbox.proxy_addresses);
            addresses.map(ToString::to_string).collect()
        }
        _ => Value::Null,
    }
}

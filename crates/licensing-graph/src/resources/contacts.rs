//! Contacts: objects that hold addresses.

use licensing_core::Tenant;
use licensing_model::ContactId;
use licensing_model::guid::GuidKind;
use serde_json::Value;

use crate::schema::{Kind, Property, Schema};

/// The types of a collection of these.
pub(crate) static TYPES: &[&Schema] = &[&SCHEMA];

/// `orgContact`.
pub(crate) static SCHEMA: Schema = Schema {
    type_name: "microsoft.graph.orgContact",
    resource: "Contact",
    properties: &[
        Property::always("id", Kind::Text),
        Property::always("displayName", Kind::Text),
        Property::always("proxyAddresses", Kind::Texts),
    ],
    empty: &[],
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
        "directReports",
        "imAddresses",
        "manager",
        "memberOf",
        "onPremisesSyncBehavior",
        "transitiveMemberOf",
        "onPremisesSyncEnabled",
        "phones",
        "serviceProvisioningErrors",
        "surname",
    ],
};

/// A contact, taken from the tenant's list once.
#[derive(Debug)]
pub(crate) struct ContactRow {
    contact: ContactId,
    name: String,
    addresses: Vec<String>,
}

/// The contacts from this number on.
pub(crate) fn from(tenant: &Tenant, first: u32) -> impl Iterator<Item = (u32, ContactRow)> + '_ {
    tenant.contacts().filter(move |(contact, _, _)| contact.raw() >= first).map(|(contact, name, mailbox)| {
        let addresses = mailbox.proxy_addresses.iter().map(ToString::to_string).collect();
        (contact.raw(), ContactRow { contact, name, addresses })
    })
}

impl ContactRow {
    /// A property of the contact.
    pub(crate) fn property(&self, tenant: &Tenant, property: &str) -> Value {
        match property {
            "id" => tenant.guid(GuidKind::Contact, self.contact.raw()).to_string().into(),
            "displayName" => self.name.as_str().into(),
            "proxyAddresses" => self.addresses.as_slice().into(),
            _ => Value::Null,
        }
    }
}

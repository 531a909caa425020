//! Groups.

use std::cell::OnceCell;

use licensing_core::{GroupDetails, Tenant};
use licensing_model::GroupId;
use licensing_model::command::GroupKind;
use serde_json::{Value, json};

use super::{assigned_license, users};
use crate::schema::{Kind, Property, Schema};
use crate::time;

/// The types of a collection of these.
pub(crate) static TYPES: &[&Schema] = &[&SCHEMA];

/// `group`.
pub(crate) static SCHEMA: Schema = Schema {
    type_name: "microsoft.graph.group",
    resource: "Group",
    properties: &[
        Property::always("id", Kind::Text),
        Property::always("deletedDateTime", Kind::Time),
        Property::always("displayName", Kind::Text),
        Property::always("groupTypes", Kind::Texts),
        Property::always("mailEnabled", Kind::Flag),
        // Every simulated group is of the cloud, and has the members that it was given.
        Property::always("membershipRule", Kind::Text),
        Property::always("membershipRuleProcessingState", Kind::Text),
        Property::always("onPremisesSyncEnabled", Kind::Flag),
        Property::always("securityEnabled", Kind::Flag),
        Property::selected("assignedLicenses", Kind::Many(users::LICENSE)),
        Property::selected("licenseProcessingState", Kind::One(PROCESSING)),
        Property::hidden("hasMembersWithLicenseErrors", Kind::Flag),
    ],
    empty: &[
        "accessType",
        "allowExternalSenders",
        "assignedLabels",
        "autoSubscribeNewMembers",
        "classification",
        "createdByAppId",
        "createdDateTime",
        "description",
        "expirationDateTime",
        "hideFromAddressLists",
        "hideFromOutlookClients",
        "infoCatalogs",
        "isArchived",
        "isAssignableToRole",
        "isFavorite",
        "isManagementRestricted",
        "isSubscribedByMail",
        "mail",
        "mailNickname",
        "onPremisesDomainName",
        "onPremisesLastSyncDateTime",
        "onPremisesNetBiosName",
        "onPremisesProvisioningErrors",
        "onPremisesSamAccountName",
        "onPremisesSecurityIdentifier",
        "organizationId",
        "preferredDataLocation",
        "preferredLanguage",
        "proxyAddresses",
        "renewedDateTime",
        "resourceBehaviorOptions",
        "resourceProvisioningOptions",
        "securityIdentifier",
        "serviceProvisioningErrors",
        "theme",
        "uniqueName",
        "unseenCount",
        "visibility",
        "onPremisesObjectIdentifier",
        "welcomeMessageEnabled",
    ],
    not_simulated: &[
        "cloudLicensing",
        "extensions",
        "onPremisesSyncBehavior",
        "writebackConfiguration",
        "permissionGrants",
        "transitiveMembers",
        "memberOf",
        "membersWithLicenseErrors",
        "members",
        "members@odata.bind",
        "owners",
        "owners@odata.bind",
    ],
};

const PROCESSING: &[Property] = &[Property::always("state", Kind::Text)];

/// A group, and what the tenant says of it, asked once: counting members is dear in a large group.
#[derive(Debug)]
pub(crate) struct GroupRow {
    /// Which.
    pub(crate) group: GroupId,
    details: OnceCell<Option<GroupDetails>>,
}

impl GroupRow {
    /// The row of a group.
    pub(crate) const fn new(group: GroupId) -> GroupRow {
        GroupRow { group, details: OnceCell::new() }
    }

    /// A property of the group.
    pub(crate) fn property(&self, tenant: &Tenant, property: &str) -> Value {
        match property {
            "id" => return tenant.group_guid(self.group).into(),
            "displayName" => return tenant.group_name(self.group).into(),
            _ => {}
        }
        let Some(details) = self.details.get_or_init(|| tenant.group(self.group)) else { return Value::Null };
        let unified = matches!(details.kind, GroupKind::Microsoft365 | GroupKind::Microsoft365Security);
        match property {
            "deletedDateTime" => details.deleted_at.map(time::iso).into(),
            "groupTypes" if unified => json!(["Unified"]),
            "groupTypes" => json!([]),
            "mailEnabled" => (details.kind != GroupKind::Security).into(),
            "securityEnabled" => matches!(details.kind, GroupKind::Security | GroupKind::Microsoft365Security).into(),
            "assignedLicenses" => {
                let template = details.template.iter();
                template
                    .map(|(product, disabled)| assigned_license(tenant, *product, disabled.iter().copied()))
                    .collect()
            }
            "licenseProcessingState" => details.processing.map(|state| json!({ "state": state.name() })).into(),
            "hasMembersWithLicenseErrors" => (details.users_in_error > 0).into(),
            _ => Value::Null,
        }
    }
}

//! Groups.

use std::cell::OnceCell;

use licensing_core::{GroupDetails, Tenant};
use licensing_model::GroupId;
use licensing_model::command::GroupKind;
use licensing_model::rule::Membership;
use serde_json::{Value, json};

use super::{assigned_license, users};
use crate::kept;
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
        Property::always("createdDateTime", Kind::Time),
        Property::always("description", Kind::Text),
        Property::always("displayName", Kind::Text),
        Property::always("groupTypes", Kind::Texts),
        Property::always("mail", Kind::Text),
        Property::always("mailEnabled", Kind::Flag),
        Property::always("mailNickname", Kind::Text),
        Property::always("membershipRule", Kind::Text),
        Property::always("membershipRuleProcessingState", Kind::Text),
        Property::always("onPremisesSyncEnabled", Kind::Flag),
        Property::always("securityEnabled", Kind::Flag),
        Property::always("visibility", Kind::Text),
        Property::selected("classification", Kind::Text),
        Property::selected("preferredDataLocation", Kind::Text),
        Property::selected("preferredLanguage", Kind::Text),
        Property::selected("theme", Kind::Text),
        Property::selected("uniqueName", Kind::Text),
        Property::selected("assignedLicenses", Kind::Many(users::LICENSE)),
        Property::selected("licenseProcessingState", Kind::One(PROCESSING)),
        Property::hidden("hasMembersWithLicenseErrors", Kind::Flag),
    ],
    empty: &[
        "accessType",
        "allowExternalSenders",
        "assignedLabels",
        "autoSubscribeNewMembers",
        "createdByAppId",
        "expirationDateTime",
        "hideFromAddressLists",
        "hideFromOutlookClients",
        "infoCatalogs",
        "isArchived",
        "isAssignableToRole",
        "isFavorite",
        "isManagementRestricted",
        "isSubscribedByMail",
        "onPremisesDomainName",
        "onPremisesLastSyncDateTime",
        "onPremisesNetBiosName",
        "onPremisesProvisioningErrors",
        "onPremisesSamAccountName",
        "onPremisesSecurityIdentifier",
        "organizationId",
        "proxyAddresses",
        "renewedDateTime",
        "resourceBehaviorOptions",
        "resourceProvisioningOptions",
        "securityIdentifier",
        "serviceProvisioningErrors",
        "unseenCount",
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
            "mailNickname" => return nickname(tenant, self.group).into(),
            _ => {}
        }
        let Some(details) = self.details.get_or_init(|| tenant.group(self.group)) else { return Value::Null };
        let unified = details.kind.is_unified();
        match property {
            "deletedDateTime" => details.deleted_at.map(time::iso).into(),
            "groupTypes" => types(tenant, self.group, unified),
            "membershipRule" => tenant.membership_rule(self.group).map(|rule| rule.text).into(),
            "membershipRuleProcessingState" => {
                tenant.membership_rule(self.group).map(|rule| processing_state(rule.membership)).into()
            }
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
            _ => kept::of_group(tenant, self.group, property),
        }
    }
}

fn types(tenant: &Tenant, group: GroupId, unified: bool) -> Value {
    let is_dynamic = tenant.membership_rule(group).is_some_and(|rule| rule.membership.has_rule());
    group_types(unified, is_dynamic)
}

/// `groupTypes`.
pub(crate) fn group_types(unified: bool, is_dynamic: bool) -> Value {
    [(unified, UNIFIED), (is_dynamic, DYNAMIC)].into_iter().filter(|(is, _)| *is).map(|(_, name)| name).collect()
}

/// The type of a Microsoft 365 group.
pub(crate) const UNIFIED: &str = "Unified";
/// The type of a group with a rule.
pub(crate) const DYNAMIC: &str = "DynamicMembership";

/// `membershipRuleProcessingState`. A rule that is only remembered is paused.
pub(crate) const fn processing_state(membership: Membership) -> &'static str {
    match membership {
        Membership::Dynamic => "On",
        Membership::Paused | Membership::Assigned => "Paused",
    }
}

/// `mailNickname`: as it was given, else what Graph takes of the name.
fn nickname(tenant: &Tenant, group: GroupId) -> String {
    let own = tenant.group_property(group, licensing_model::Property::GROUP_NICKNAME);
    own.map_or_else(|| nickname_of(&tenant.group_name(group)), String::from)
}

/// The mailNickname of a group with this name for which none was given.
pub(crate) fn nickname_of(name: &str) -> String {
    let letters: String = name.chars().filter(char::is_ascii_alphanumeric).take(64).collect();
    if letters.is_empty() { "group".to_string() } else { letters }
}

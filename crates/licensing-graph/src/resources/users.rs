//! Users.

use std::collections::BTreeMap;

use licensing_core::{PlanOnPath, Tenant};
use licensing_model::{CapabilityStatus, Path, PlanId, UserId};
use serde_json::{Value, json};

use super::{assigned_license, plan_ids, sku_id};
use crate::kept;
use crate::schema::{Kind, Property, Schema};
use crate::time;

/// The types of a collection of these.
pub(crate) static TYPES: &[&Schema] = &[&SCHEMA];

/// `user`.
pub(crate) static SCHEMA: Schema = Schema {
    type_name: "microsoft.graph.user",
    resource: "User",
    properties: &[
        // Graph's own default set.
        Property::always("businessPhones", Kind::Texts),
        Property::always("displayName", Kind::Text),
        Property::always("givenName", Kind::Text),
        Property::always("jobTitle", Kind::Text),
        Property::always("mail", Kind::Text),
        Property::always("mobilePhone", Kind::Text),
        Property::always("officeLocation", Kind::Text),
        Property::always("preferredLanguage", Kind::Text),
        Property::always("surname", Kind::Text),
        Property::always("userPrincipalName", Kind::Text),
        Property::always("id", Kind::Text),
        Property::selected("accountEnabled", Kind::Flag),
        Property::selected("assignedLicenses", Kind::Many(LICENSE)),
        Property::selected("assignedPlans", Kind::Many(PLAN)),
        Property::selected("deletedDateTime", Kind::Time),
        Property::selected("licenseAssignmentStates", Kind::Many(STATE)),
        Property::selected("mailNickname", Kind::Text),
        Property::selected("onPremisesSyncEnabled", Kind::Flag),
        Property::selected("otherMails", Kind::Texts),
        Property::selected("proxyAddresses", Kind::Texts),
        Property::selected("usageLocation", Kind::Text),
        Property::selected("userType", Kind::Text),
        // Kept as they were given.
        Property::selected("aboutMe", Kind::Text),
        Property::selected("ageGroup", Kind::Text),
        Property::selected("city", Kind::Text),
        Property::selected("companyName", Kind::Text),
        Property::selected("consentProvidedForMinor", Kind::Text),
        Property::selected("country", Kind::Text),
        Property::selected("createdDateTime", Kind::Time),
        Property::selected("department", Kind::Text),
        Property::selected("employeeHireDate", Kind::Time),
        Property::selected("employeeId", Kind::Text),
        Property::selected("employeeType", Kind::Text),
        Property::selected("faxNumber", Kind::Text),
        Property::selected("onPremisesImmutableId", Kind::Text),
        Property::selected("passwordPolicies", Kind::Text),
        Property::selected("postalCode", Kind::Text),
        Property::selected("preferredDataLocation", Kind::Text),
        Property::selected("state", Kind::Text),
        Property::selected("streetAddress", Kind::Text),
    ],
    empty: &[
        "authorizationInfo",
        "birthday",
        "creationType",
        "customSecurityAttributes",
        "deviceEnrollmentLimit",
        "employeeLeaveDateTime",
        "employeeOrgData",
        "externalUserState",
        "externalUserStateChangeDateTime",
        "hireDate",
        "identities",
        "imAddresses",
        "infoCatalogs",
        "interests",
        "isLicenseReconciliationNeeded",
        "isManagementRestricted",
        "isResourceAccount",
        "lastPasswordChangeDateTime",
        "legalAgeGroupClassification",
        "mailboxSettings",
        "mySite",
        "onPremisesDistinguishedName",
        "onPremisesDomainName",
        "onPremisesExtensionAttributes",
        "onPremisesLastSyncDateTime",
        "onPremisesProvisioningErrors",
        "onPremisesSamAccountName",
        "onPremisesSecurityIdentifier",
        "onPremisesUserPrincipalName",
        "passwordProfile",
        "pastProjects",
        "preferredName",
        "provisionedPlans",
        "refreshTokensValidFromDateTime",
        "responsibilities",
        "schools",
        "securityIdentifier",
        "serviceProvisioningErrors",
        "showInAddressList",
        "signInActivity",
        "signInSessionsValidFromDateTime",
        "skills",
        "deviceKeys",
        "externalUserConvertedOn",
        "identityParentId",
        "onPremisesObjectIdentifier",
        "onPremisesSipInfo",
    ],
    not_simulated: &[
        "cloudRealtimeCommunicationInfo",
        "createdObjects",
        "directReports",
        "drive",
        "extensions",
        "invitedBy",
        "licenseDetails",
        "onPremisesSyncBehavior",
        "ownedDevices",
        "ownedObjects",
        "registeredDevices",
        "sponsors",
        "transitiveMemberOf",
        "usageRights",
        "manager",
        "memberOf",
    ],
};

/// `assignedLicense`.
pub(crate) const LICENSE: &[Property] =
    &[Property::always("disabledPlans", Kind::Ids), Property::always("skuId", Kind::Id)];

const PLAN: &[Property] = &[
    Property::always("assignedDateTime", Kind::Time),
    Property::always("capabilityStatus", Kind::Text),
    Property::always("service", Kind::Text),
    Property::always("servicePlanId", Kind::Id),
];

const STATE: &[Property] = &[
    Property::always("skuId", Kind::Id),
    Property::always("assignedByGroup", Kind::Text),
    Property::always("disabledPlans", Kind::Ids),
    Property::always("state", Kind::Text),
    Property::always("error", Kind::Text),
    Property::always("lastUpdatedDateTime", Kind::Time),
];

/// A property of a user.
pub(crate) fn property(tenant: &Tenant, user: UserId, property: &str) -> Value {
    let details = || tenant.user(user);
    match property {
        "id" => tenant.user_guid(user).into(),
        "displayName" => tenant.user_name(user).into(),
        "userPrincipalName" => tenant.principal_name(user).into(),
        "mailNickname" => tenant.nickname(user).into(),
        "mail" => tenant.mailbox(user).mail.into(),
        "proxyAddresses" => tenant.mailbox(user).proxy_addresses.iter().map(ToString::to_string).collect(),
        "usageLocation" => details().and_then(|details| details.location).map(|code| code.to_string()).into(),
        "accountEnabled" => details().map(|details| details.account_enabled).into(),
        "userType" => details().map(|details| if details.guest { "Guest" } else { "Member" }).into(),
        "deletedDateTime" => details().and_then(|details| details.deleted_at).map(time::iso).into(),
        "assignedLicenses" => tenant
            .effective_licenses(user)
            .into_iter()
            .map(|license| assigned_license(tenant, license.product, license.disabled))
            .collect(),
        "assignedPlans" => assigned_plans(tenant, user),
        "licenseAssignmentStates" => assignment_states(tenant, user),
        _ => kept::of_user(tenant, user, property),
    }
}

/// One entry a path, direct ones first.
fn assignment_states(tenant: &Tenant, user: UserId) -> Value {
    let entry = |row: licensing_core::PathRow| {
        let group = match row.path {
            Path::Direct => None,
            Path::Group(group) => Some(tenant.group_guid(group)),
        };
        json!({
            "skuId": sku_id(tenant, row.product),
            "assignedByGroup": group,
            "disabledPlans": plan_ids(tenant, row.disabled),
            "state": row.state.name(),
            "error": row.error.name(),
            "lastUpdatedDateTime": time::iso(row.updated),
        })
    };
    tenant.paths(user).into_iter().map(entry).collect()
}

/// One entry a plan that a path in force switches on, with the best status that any of its products gives it.
fn assigned_plans(tenant: &Tenant, user: UserId) -> Value {
    let mut plans: BTreeMap<PlanId, (u8, CapabilityStatus, u32)> = BTreeMap::new();
    for row in tenant.paths(user).into_iter().filter(|row| row.state.in_force()) {
        let Some(product) = tenant.product(row.product) else { continue };
        let on =
            |plan: &PlanId| matches!(tenant.plan_on_path(&row, *plan), Some(PlanOnPath::Given | PlanOnPath::Withheld));
        for plan in product.plans.iter().copied().filter(on) {
            let new = (rank(product.status), product.status, row.updated);
            let entry = plans.entry(plan).or_insert(new);
            let since = entry.2.min(new.2);
            if new.0 < entry.0 {
                *entry = new;
            }
            entry.2 = since;
        }
    }
    let entry = |(plan, (_, status, since)): (PlanId, (u8, CapabilityStatus, u32))| {
        let info = tenant.catalog().plan(plan)?;
        Some(json!({
            "assignedDateTime": time::iso(since),
            "capabilityStatus": status.name(),
            // The lists do not say which service a plan belongs to.
            "service": null,
            "servicePlanId": info.guid.to_string(),
        }))
    };
    plans.into_iter().filter_map(entry).collect()
}

/// The better status first.
const fn rank(status: CapabilityStatus) -> u8 {
    match status {
        CapabilityStatus::Enabled => 0,
        CapabilityStatus::Warning => 1,
        CapabilityStatus::Suspended => 2,
        CapabilityStatus::LockedOut => 3,
        CapabilityStatus::Deleted => 4,
    }
}

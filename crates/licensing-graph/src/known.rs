//! What Microsoft Graph has and this simulator does not: it is refused with 501 and its name, so that nobody takes a
//! gap for a mistake of their own. Source: the v1.0 reference and the metadata document.

/// Resources at the root.
pub(crate) const ROOT: &[&str] = &[
    "admin",
    "agreementAcceptances",
    "agreements",
    "appCatalogs",
    "applications",
    "applicationTemplates",
    "authenticationMethodConfigurations",
    "authenticationMethodsPolicy",
    "bookingBusinesses",
    "bookingCurrencies",
    "certificateBasedAuthConfiguration",
    "chats",
    "communications",
    "compliance",
    "connections",
    "contracts",
    "copilot",
    "dataPolicyOperations",
    "deviceAppManagement",
    "deviceManagement",
    "devices",
    "directoryObjects",
    "directoryRoles",
    "directoryRoleTemplates",
    "domainDnsRecords",
    "drive",
    "drives",
    "education",
    "employeeExperience",
    "external",
    "filterOperators",
    "functions",
    "groupLifecyclePolicies",
    "groupSettings",
    "groupSettingTemplates",
    "identity",
    "identityGovernance",
    "identityProtection",
    "identityProviders",
    "informationProtection",
    "invitations",
    "localizations",
    "me",
    "oauth2PermissionGrants",
    "permissionGrants",
    "places",
    "planner",
    "policies",
    "print",
    "privacy",
    "reports",
    "roleManagement",
    "schemaExtensions",
    "scopedRoleMemberships",
    "search",
    "security",
    "servicePrincipals",
    "shares",
    "sites",
    "solutions",
    "storage",
    "subscriptions",
    "teams",
    "teamsTemplates",
    "teamwork",
    "tenantRelationships",
    "workbooks",
];

/// What stands where an id could, below a collection.
pub(crate) const BESIDE_IDS: &[&str] =
    &["$count", "delta", "delta()", "getByIds", "validateProperties", "getAvailableExtensionProperties"];

/// Below any directory object.
const BELOW_ANY: &[&str] = &[
    "checkMemberGroups",
    "checkMemberObjects",
    "getMemberGroups",
    "getMemberObjects",
    "restore",
    "transitiveMemberOf",
    "extensions",
    "appRoleAssignments",
    "retryServiceProvisioning",
    "calendar",
    "calendarView",
    "drive",
    "drives",
    "events",
    "onenote",
    "photo",
    "photos",
    "planner",
    "settings",
    "$ref",
];

/// Below a user.
const BELOW_USER: &[&str] = &[
    "activities",
    "agreementAcceptances",
    "assignedPlans",
    "authentication",
    "calendarGroups",
    "calendars",
    "changePassword",
    "chats",
    "cloudLicensing",
    "contactFolders",
    "contacts",
    "createdObjects",
    "deviceManagementTroubleshootingEvents",
    "directReports",
    "employeeExperience",
    "exportDeviceAndAppManagementData",
    "exportPersonalData",
    "findMeetingTimes",
    "followedSites",
    "getMailTips",
    "inferenceClassification",
    "insights",
    "invalidateAllRefreshTokens",
    "joinedTeams",
    "mailboxSettings",
    "mailFolders",
    "managedAppRegistrations",
    "managedDevices",
    "manager",
    "messages",
    "oauth2PermissionGrants",
    "onlineMeetings",
    "outlook",
    "ownedDevices",
    "ownedObjects",
    "people",
    "permissionGrants",
    "presence",
    "print",
    "registeredDevices",
    "reminderView",
    "removeAllDevicesFromManagement",
    "revokeSignInSessions",
    "scopedRoleMemberOf",
    "sendMail",
    "solutions",
    "sponsors",
    "teamwork",
    "todo",
    "translateExchangeIds",
    "wipeManagedAppRegistrationsByDeviceTag",
];

/// Below a group.
const BELOW_GROUP: &[&str] = &[
    "acceptedSenders",
    "addFavorite",
    "assignLicenses",
    "checkGrantedPermissionsForApp",
    "cloudLicensing",
    "conversations",
    "createdOnBehalfOf",
    "evaluateDynamicMembership",
    "groupLifecyclePolicies",
    "memberOf",
    "owners",
    "permissionGrants",
    "rejectedSenders",
    "removeFavorite",
    "renew",
    "resetUnseenCount",
    "sites",
    "subscribeByMail",
    "team",
    "threads",
    "transitiveMembers",
    "unsubscribeByMail",
    "validateProperties",
];

/// Below a contact.
const BELOW_CONTACT: &[&str] = &["directReports", "manager", "memberOf"];

/// Below a domain.
const BELOW_DOMAIN: &[&str] = &[
    "domainNameReferences",
    "federationConfiguration",
    "forceDelete",
    "promote",
    "rootDomain",
    "serviceConfigurationRecords",
    "sharedEmailDomainInvitations",
    "verificationDnsRecords",
    "verify",
];

/// Below the organization.
const BELOW_ORGANIZATION: &[&str] =
    &["branding", "certificateBasedAuthConfiguration", "setMobileDeviceManagementAuthority"];

/// Below `/directory`.
const DIRECTORY: &[&str] = &[
    "administrativeUnits",
    "attributeSets",
    "customSecurityAttributeDefinitions",
    "deletedItems",
    "deviceLocalCredentials",
    "federationConfigurations",
    "onPremisesSynchronization",
    "publicKeyInfrastructure",
    "subscriptions",
];

/// Below `/auditLogs`.
const AUDIT_LOGS: &[&str] =
    &["customSecurityAttributeAudits", "directoryAudits", "directoryProvisioning", "provisioning", "signIns"];

/// Whether Graph has this, which no route of ours takes. The segments stand without an edition.
pub(crate) fn has(segments: &[&str]) -> bool {
    let among = |list: &[&str], name: &str| {
        let name = name.strip_prefix("microsoft.graph.").unwrap_or(name);
        list.iter().any(|known| known.eq_ignore_ascii_case(name))
    };
    let Some((first, rest)) = segments.split_first() else { return false };
    let below: &[&[&str]] = match first.to_ascii_lowercase().as_str() {
        "users" => &[BELOW_ANY, BELOW_USER],
        "groups" => &[BELOW_ANY, BELOW_GROUP],
        "contacts" => &[BELOW_ANY, BELOW_CONTACT],
        "organization" => &[BELOW_ANY, BELOW_ORGANIZATION],
        "domains" => &[BELOW_DOMAIN],
        "subscribedskus" => &[],
        "directory" => return rest.first().is_some_and(|name| among(DIRECTORY, name)),
        "auditlogs" => return rest.first().is_some_and(|name| among(AUDIT_LOGS, name)),
        _ => return among(ROOT, first),
    };
    match rest {
        [beside] if among(BESIDE_IDS, beside) => true,
        [_, name, ..] if below.iter().any(|list| among(list, name)) => true,
        // Parts of what is simulated: a single license, `members/$count`, `members/$ref`.
        [_, name, _, ..] => among(&["licenseDetails", "memberOf", "members", "membersWithLicenseErrors"], name),
        // A single contact, or a property by itself: `/users/{id}/displayName`.
        [_] => first.eq_ignore_ascii_case("contacts"),
        [_, _] | [] => false,
    }
}

/// A property by itself, `/users/{id}/displayName`.
pub(crate) fn is_property(segments: &[&str]) -> bool {
    use crate::resources::{groups, users};
    match segments {
        [set, _, name, ..] if set.eq_ignore_ascii_case("users") => {
            users::SCHEMA.property(name).is_some() || users::SCHEMA.lacks(name)
        }
        [set, _, name, ..] if set.eq_ignore_ascii_case("groups") => {
            groups::SCHEMA.property(name).is_some() || groups::SCHEMA.lacks(name)
        }
        _ => false,
    }
}

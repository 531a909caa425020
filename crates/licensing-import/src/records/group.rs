//! `group`.

use licensing_graph::kept;
use licensing_model::command::GroupKind;
use licensing_model::rule::{Membership, MembershipRule};
use licensing_model::{Guid, ProcessingState, Property};

use super::license::{License, read_license};
use super::user::references;
use crate::error::{Problem, Wanted};
use crate::json::{Node, Reference, Value};
use crate::read::fields::{Fields, Ignored};
use crate::read::path::At;
use crate::read::values;

/// A group, deleted or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Group {
    pub(crate) id: Guid,
    pub(crate) display_name: Option<String>,
    pub(crate) kind: GroupKind,
    /// A mail-enabled security group, which is simulated as a security group.
    pub(crate) mail_enabled_security: bool,
    /// `membershipRule`, and whether its members follow from it.
    pub(crate) rule: Option<MembershipRule>,
    /// It holds mail addresses.
    pub(crate) has_addresses: bool,
    pub(crate) licenses: Vec<License>,
    /// Its licenses are there and not listed, as in tenants on Microsoft's newer licensing.
    pub(crate) has_modern_licenses: bool,
    /// None where the file does not have the property.
    pub(crate) processing: Option<Option<ProcessingState>>,
    /// Seconds since 1970.
    pub(crate) deleted: Option<i64>,
    pub(crate) members: Vec<Reference>,
    /// Users in error: those who left stand in the order of leaving.
    pub(crate) in_error: Vec<Reference>,
    /// Properties that are kept as they were given, rising.
    pub(crate) properties: Vec<(Property, String)>,
    pub(crate) line: u32,
}

const READ: [&str; 14] = [
    "id",
    "displayName",
    "groupTypes",
    "mailEnabled",
    "securityEnabled",
    "membershipRule",
    "membershipRuleProcessingState",
    "mail",
    "proxyAddresses",
    "assignedLicenses",
    "licenseProcessingState",
    "deletedDateTime",
    "members",
    "membersWithLicenseErrors",
];

/// Reads a group.
pub(crate) fn read(node: &Node, at: &At<'_>, ignored: &mut Ignored) -> Result<Group, Problem> {
    let fields = Fields::of(node, at)?;
    fields.pass_over("group", &READ, kept::OF_GROUPS, ignored);
    let types = fields.list("groupTypes", values::text)?.unwrap_or_default();
    let security = fields.nullable("securityEnabled", values::flag)?;
    let mail = fields.nullable("mailEnabled", values::flag)?.unwrap_or_default();
    // Files without these properties have the groups that carry licenses.
    let kind = match (types.contains(&"Unified"), security.unwrap_or(true)) {
        (true, true) => GroupKind::Microsoft365Security,
        (true, false) => GroupKind::Microsoft365,
        (false, true) => GroupKind::Security,
        (false, false) => GroupKind::Distribution,
    };
    let rule = fields.nullable("membershipRule", values::text)?.unwrap_or_default();
    let state = fields.nullable("membershipRuleProcessingState", values::text)?;
    let membership = match (types.contains(&"DynamicMembership"), state) {
        (false, _) => Membership::Assigned,
        (true, Some("Paused")) => Membership::Paused,
        (true, _) => Membership::Dynamic,
    };
    let has_rule = membership.has_rule() || !rule.is_empty();
    let addresses = fields.list("proxyAddresses", values::text)?.unwrap_or_default();
    Ok(Group {
        id: fields.required("id", values::guid)?,
        display_name: fields.nullable("displayName", values::name)?.filter(|name| !name.is_empty()).map(String::from),
        kind,
        mail_enabled_security: kind == GroupKind::Security && mail,
        rule: has_rule.then(|| MembershipRule { text: rule.to_string(), membership }),
        has_addresses: !addresses.is_empty() || fields.nullable("mail", values::text)?.is_some(),
        licenses: licenses(&fields, ignored)?,
        has_modern_licenses: is_modern(&fields),
        processing: match fields.find("licenseProcessingState") {
            None => None,
            Some(_) => Some(fields.nullable("licenseProcessingState", |node, at| processing_state(node, at, ignored))?),
        },
        deleted: fields.nullable("deletedDateTime", values::moment)?,
        members: fields.optional("members", references)?.unwrap_or_default(),
        in_error: fields.optional("membersWithLicenseErrors", references)?.unwrap_or_default(),
        properties: super::kept::read(&fields, kept::OF_GROUPS)?,
        line: fields.line(),
    })
}

/// Whether the licenses come as an object instead of a list. Source: a live tenant of September 2026.
fn is_modern(fields: &Fields<'_, '_>) -> bool {
    fields.find("assignedLicenses").is_some_and(|node| matches!(node.value, Value::Object(_)))
}

fn licenses(fields: &Fields<'_, '_>, ignored: &mut Ignored) -> Result<Vec<License>, Problem> {
    if is_modern(fields) {
        return Ok(Vec::new());
    }
    Ok(fields.list("assignedLicenses", |node, at| read_license(node, at, ignored))?.unwrap_or_default())
}

/// `{"state": …}`, or the state alone as the reference has it.
fn processing_state(node: &Node, at: &At<'_>, ignored: &mut Ignored) -> Result<ProcessingState, Problem> {
    const ALL: [ProcessingState; 3] = [
        ProcessingState::QueuedForProcessing,
        ProcessingState::ProcessingInProgress,
        ProcessingState::ProcessingComplete,
    ];
    match &node.value {
        Value::Object(_) => {
            let fields = Fields::of(node, at)?;
            fields.pass_over("licenseProcessingState", &["state"], &[], ignored);
            fields.required("state", |node, at| processing_state(node, at, ignored))
        }
        Value::Text(text) => {
            let state = ALL.into_iter().find(|state| state.name() == &**text);
            state.ok_or_else(|| values::expected(node, at, Wanted::ProcessingState))
        }
        _ => Err(values::expected(node, at, Wanted::ProcessingState)),
    }
}

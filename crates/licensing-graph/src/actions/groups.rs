//! Groups: created, renamed, deleted.

use licensing_core::Tenant;
use licensing_model::command::GroupKind;
use licensing_model::rule::{Membership, MembershipRule};
use licensing_model::{Command, Created, Member, Property};
use serde_json::{Map, Value};

use super::members::referred;
use crate::Lab;
use crate::answer::written;
use crate::body;
use crate::error::{Failure, Result};
use crate::ids;
use crate::kept;
use crate::message::{Answer, Request};
use crate::resources::Row;
use crate::resources::groups::{DYNAMIC, GroupRow, SCHEMA, UNIFIED};
use crate::url::Address;

/// What adds members in the same request.
const MEMBERS: &str = "members@odata.bind";

/// What a group is.
const TYPES: &str = "groupTypes";
/// The rule that its members follow from, and whether it is processed.
const RULE: &str = "membershipRule";
const RULE_STATE: &str = "membershipRuleProcessingState";

/// `POST /groups`.
pub(crate) fn create(lab: &mut dyn Lab, address: &Address, request: &Request) -> Result<Answer> {
    let fields = body::object(request)?;
    const WRITABLE: &[&str] = &["displayName", TYPES, "mailEnabled", MEMBERS, RULE, RULE_STATE, "securityEnabled"];
    body::only(&fields, WRITABLE, kept::writable(kept::OF_GROUPS), &SCHEMA)?;
    let name = body::text(&fields, "displayName")?.ok_or_else(|| body::required("displayName", &SCHEMA))?.to_string();
    body::text(&fields, "mailNickname")?
        .filter(|nickname| !nickname.is_empty())
        .ok_or_else(|| body::required("mailNickname", &SCHEMA))?;
    let members = new_members(lab.tenant(), &fields)?;
    let mut given = kept::given(&fields, kept::OF_GROUPS, &SCHEMA)?;
    // Graph asks for a nickname, so everybody writes one. To keep it would make two entries of the log of what is one there;
    // who wants another one than follows from the name changes it.
    given.retain(|(property, _)| *property != Property::GROUP_NICKNAME);
    let (unified, _) = types(&fields)?.unwrap_or_default();
    let none = MembershipRule::default();
    let rule = changed_rule(&fields, &none)?.filter(|rule| *rule != none);
    let flag = |name| body::flag(&fields, name)?.ok_or_else(|| body::required(name, &SCHEMA));
    let kind = match (unified, flag("mailEnabled")?, flag("securityEnabled")?) {
        (true, true, true) => GroupKind::Microsoft365Security,
        (true, true, false) => GroupKind::Microsoft365,
        (false, false, true) => GroupKind::Security,
        (true, false, _) => {
            return Err(Failure::bad_request("A group of the type 'Unified' has 'mailEnabled' true."));
        }
        (false, ..) => {
            return Err(Failure::bad_request(
                "The service does not currently support writes of mail-enabled groups. Please ensure that the \
                 mail-enablement property is unset and the security-enablement property is set.",
            ));
        }
    };
    let then = |created| {
        let Some(Created::Group(group)) = created else { return Vec::new() };
        let rule = rule.iter().map(|rule| Command::SetMembershipRule(group, rule.clone()));
        let join = members.iter().map(|member| Command::AddMember(group, *member));
        kept::commands(Member::Group(group), &given).into_iter().chain(rule).chain(join).collect()
    };
    match crate::apply_all(lab, Command::CreateGroup { name, kind }, then)?.created {
        Some(Created::Group(group)) => {
            let tenant = lab.tenant();
            let location = format!("{}/groups/{}", address.version.root(), tenant.group_guid(group));
            let body = written(tenant, address, &Row::Group(GroupRow::new(group)), "groups");
            Ok(Answer { status: 201, location: Some(location), body })
        }
        _ => Ok(Answer::no_content()),
    }
}

/// Whether `groupTypes` has Unified and DynamicMembership, if it is given.
fn types(fields: &Map<String, Value>) -> Result<Option<(bool, bool)>> {
    let Some(types) = body::list(fields, TYPES)? else { return Ok(None) };
    let (mut unified, mut dynamic) = (false, false);
    for entry in types {
        match entry.as_str() {
            Some(UNIFIED) => unified = true,
            Some(DYNAMIC) => dynamic = true,
            Some(_) => return Err(body::invalid(TYPES, &SCHEMA)),
            None => return Err(body::wrong(TYPES, "a list of strings", entry)),
        }
    }
    Ok(Some((unified, dynamic)))
}

/// What a body makes of a group's rule; nothing where that stays as it is and is not named. A rule that is set once more is
/// asked of everybody once more.
fn changed_rule(fields: &Map<String, Value>, before: &MembershipRule) -> Result<Option<MembershipRule>> {
    let text = match fields.get(RULE) {
        None => before.text.clone(),
        Some(Value::Null) => String::new(),
        Some(_) => body::text(fields, RULE)?.unwrap_or_default().to_string(),
    };
    let is_dynamic = types(fields)?.map_or(before.membership.has_rule(), |(_, dynamic)| dynamic);
    let is_paused = match fields.get(RULE_STATE).filter(|state| !state.is_null()) {
        None => before.membership == Membership::Paused,
        Some(_) => match body::text(fields, RULE_STATE)?.unwrap_or_default() {
            state if state.eq_ignore_ascii_case("On") => false,
            state if state.eq_ignore_ascii_case("Paused") => true,
            _ => return Err(body::invalid(RULE_STATE, &SCHEMA)),
        },
    };
    if is_dynamic && text.is_empty() {
        return Err(body::required(RULE, &SCHEMA));
    }
    let membership = match (is_dynamic, is_paused) {
        (false, _) => Membership::Assigned,
        (true, false) => Membership::Dynamic,
        (true, true) => Membership::Paused,
    };
    let rule = MembershipRule { text, membership };
    Ok((rule != *before || fields.contains_key(RULE)).then_some(rule))
}

/// `PATCH /groups/{id}`.
pub(crate) fn update(lab: &mut dyn Lab, request: &Request, key: &str) -> Result<Answer> {
    let group = ids::group(lab.tenant(), key)?;
    let fields = body::object(request)?;
    body::only(&fields, &["displayName", TYPES, MEMBERS, RULE, RULE_STATE], kept::writable(kept::OF_GROUPS), &SCHEMA)?;
    let is_unified = lab.tenant().group_kind(group).is_some_and(GroupKind::is_unified);
    if types(&fields)?.is_some_and(|(unified, _)| unified != is_unified) {
        return Err(body::invalid(TYPES, &SCHEMA));
    }
    let rule = changed_rule(&fields, &lab.tenant().membership_rule(group).unwrap_or_default())?;
    let given = kept::given(&fields, kept::OF_GROUPS, &SCHEMA)?;
    let name = body::text(&fields, "displayName")?.map(String::from);
    let members = new_members(lab.tenant(), &fields)?;
    let mut commands = kept::commands(Member::Group(group), &given);
    commands.extend(rule.map(|rule| Command::SetMembershipRule(group, rule)));
    commands.extend(members.iter().map(|member| Command::AddMember(group, *member)));
    if name.is_some() || commands.is_empty() {
        let name = name.unwrap_or_else(|| lab.tenant().group_name(group));
        commands.insert(0, Command::RenameGroup(group, name));
    }
    let first = commands.remove(0);
    crate::apply_all(lab, first, |_| commands.clone())?;
    Ok(Answer::no_content())
}

/// `members@odata.bind`: whom a request adds, at most 20 as with Graph.
fn new_members(tenant: &Tenant, fields: &Map<String, Value>) -> Result<Vec<Member>> {
    const MOST: usize = 20;
    let references = body::list(fields, MEMBERS)?.unwrap_or_default();
    if references.len() > MOST {
        return Err(Failure::bad_request(format!("'{MEMBERS}' takes at most {MOST} references in one request.")));
    }
    let member = |reference: &Value| match reference.as_str() {
        Some(reference) => referred(tenant, reference),
        None => Err(body::wrong(MEMBERS, "a list of strings", reference)),
    };
    references.iter().map(member).collect()
}

/// `DELETE /groups/{id}` (R11).
pub(crate) fn delete(lab: &mut dyn Lab, key: &str) -> Result<Answer> {
    let group = ids::group(lab.tenant(), key)?;
    crate::apply(lab, Command::DeleteGroup(group))?;
    Ok(Answer::no_content())
}

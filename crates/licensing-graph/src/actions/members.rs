//! Members of groups, added and removed by reference.

use licensing_core::Tenant;
use licensing_model::command::GroupKind;
use licensing_model::{Command, GroupId, Member, Refusal};
use serde_json::{Value, json};

use crate::Lab;
use crate::body;
use crate::error::{Failure, Result, brief};
use crate::ids;
use crate::message::{Answer, Request};
use crate::nesting;
use crate::url::{Address, Version};

const REFERENCE: &str = "@odata.id";

/// `POST /groups/{id}/members/$ref`.
pub(crate) fn add(lab: &mut dyn Lab, request: &Request, key: &str) -> Result<Answer> {
    let group = ids::group(lab.tenant(), key)?;
    let fields = body::object(request)?;
    if let Some(name) = body::names(&fields).next() {
        let name = brief(name);
        return Err(Failure::bad_request(format!("A reference has '{REFERENCE}' and nothing else, not '{name}'.")));
    }
    let reference = body::text(&fields, REFERENCE)?;
    let reference = reference.ok_or_else(|| Failure::bad_request(format!("The property '{REFERENCE}' is missing.")))?;
    let member = referred(lab.tenant(), reference)?;
    crate::apply(lab, Command::AddMember(group, member))?;
    Ok(Answer::no_content())
}

/// `DELETE /groups/{id}/members/{memberId}/$ref`.
pub(crate) fn remove(lab: &mut dyn Lab, key: &str, member_key: &str) -> Result<Answer> {
    let group = ids::group(lab.tenant(), key)?;
    let member = ids::member(lab.tenant(), member_key)?;
    match lab.apply(Command::RemoveMember(group, member)) {
        Ok(_) => Ok(Answer::no_content()),
        Err(Refusal::NotMember) => Err(Failure::not_found(member_key)),
        Err(refusal) => Err(Failure::from_refusal(lab.tenant(), &refusal)),
    }
}

/// `POST /users/{id}/getMemberGroups`: the ids of all groups that somebody is in, by whatever way. Without groups that
/// are not security groups, if the request asks for that.
pub(crate) fn groups_of(lab: &dyn Lab, address: &Address, request: &Request, key: &str) -> Result<Answer> {
    const SECURITY_ONLY: &str = "securityEnabledOnly";
    let tenant = lab.tenant();
    let user = ids::user(tenant, key)?;
    let fields = body::object(request)?;
    if let Some(name) = body::names(&fields).find(|name| *name != SECURITY_ONLY) {
        return Err(body::not_a_parameter(name, "getMemberGroups"));
    }
    let only_security = body::flag(&fields, SECURITY_ONLY)?.unwrap_or_default();
    let is_security = |group: &GroupId| {
        let kind = tenant.group(*group).map(|details| details.kind);
        matches!(kind, Some(GroupKind::Security | GroupKind::Microsoft365Security))
    };
    let groups = nesting::groups_of(tenant, user).into_iter().filter(|group| !only_security || is_security(group));
    let ids: Value = groups.map(|group| tenant.group_guid(group)).collect();
    let context = format!("{}/$metadata#Collection(Edm.String)", address.version.root());
    Ok(Answer::ok(json!({ "@odata.context": context, "value": ids })))
}

/// The object that an address refers to: `…/directoryObjects/{id}`, `…/users/{id}`, `…/groups/{id}`.
pub(crate) fn referred(tenant: &Tenant, reference: &str) -> Result<Member> {
    let address = Address::parse(reference, Version::One)?;
    let segments: Vec<&str> = address.segments.iter().map(String::as_str).collect();
    match segments.as_slice() {
        [set, key] if address.options.is_empty() => match set.to_ascii_lowercase().as_str() {
            "directoryobjects" => ids::member(tenant, key),
            "users" => ids::user(tenant, key).map(Member::User),
            "groups" => ids::group(tenant, key).map(Member::Group),
            _ => Err(no_reference(reference)),
        },
        _ => Err(no_reference(reference)),
    }
}

fn no_reference(reference: &str) -> Failure {
    Failure::bad_request(format!(
        "'{}' does not refer to a user or a group; it would be \
         'https://graph.microsoft.com/v1.0/directoryObjects/{{id}}'.",
        brief(reference)
    ))
}

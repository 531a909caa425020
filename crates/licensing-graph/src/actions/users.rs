//! Users: created, changed, deleted, reprocessed.

use licensing_model::command::{NewUser, UserPatch};
use licensing_model::{Command, CountryCode, Created, Member};
use serde_json::{Map, Value};

use crate::Lab;
use crate::answer::written;
use crate::body;
use crate::error::Result;
use crate::ids;
use crate::kept;
use crate::message::{Answer, Request};
use crate::resources::Row;
use crate::resources::users::SCHEMA;
use crate::url::Address;

/// `POST /users`.
pub(crate) fn create(lab: &mut dyn Lab, address: &Address, request: &Request) -> Result<Answer> {
    let fields = body::object(request)?;
    const WRITABLE: &[&str] = &[
        "accountEnabled",
        "displayName",
        "mailNickname",
        "passwordProfile",
        "usageLocation",
        "userPrincipalName",
        "userType",
    ];
    body::only(&fields, WRITABLE, kept::writable(kept::OF_USERS), &SCHEMA)?;
    let given = kept::given(&fields, kept::OF_USERS, &SCHEMA)?;
    let text = |name| body::text(&fields, name);
    let required = |name| text(name)?.ok_or_else(|| body::required(name, &SCHEMA)).map(String::from);
    // Graph asks for a password; nothing here depends on one, and none is kept.
    if let Some(profile) = fields.get("passwordProfile").filter(|profile| !profile.is_object()) {
        return Err(body::wrong("passwordProfile", "an object", profile));
    }
    let is_blocked = body::flag(&fields, "accountEnabled")? == Some(false);
    let guest = match text("userType")? {
        None => false,
        Some(kind) if kind.eq_ignore_ascii_case("Member") => false,
        Some(kind) if kind.eq_ignore_ascii_case("Guest") => true,
        Some(_) => return Err(body::invalid("userType", &SCHEMA)),
    };
    let new = NewUser {
        display_name: required("displayName")?,
        user_principal_name: required("userPrincipalName")?,
        mail_nickname: text("mailNickname")?.map(String::from),
        usage_location: location(&fields)?,
        guest,
    };
    let then = |created| {
        let Some(Created::User(user)) = created else { return Vec::new() };
        let block = UserPatch { account_enabled: Some(false), ..UserPatch::default() };
        let block = is_blocked.then_some(Command::UpdateUser(user, block));
        block.into_iter().chain(kept::commands(Member::User(user), &given)).collect()
    };
    match crate::apply_all(lab, Command::CreateUser(new), then)?.created {
        Some(Created::User(user)) => {
            let tenant = lab.tenant();
            let location = format!("{}/users/{}", address.version.root(), tenant.user_guid(user));
            let body = written(tenant, address, &Row::User(user), "users");
            Ok(Answer { status: 201, location: Some(location), body })
        }
        _ => Ok(Answer::no_content()),
    }
}

/// `PATCH /users/{id}`.
pub(crate) fn update(lab: &mut dyn Lab, request: &Request, key: &str) -> Result<Answer> {
    let user = ids::user(lab.tenant(), key)?;
    let fields = body::object(request)?;
    const WRITABLE: &[&str] = &["accountEnabled", "displayName", "mailNickname", "usageLocation", "userPrincipalName"];
    body::only(&fields, WRITABLE, kept::writable(kept::OF_USERS), &SCHEMA)?;
    let given = kept::given(&fields, kept::OF_USERS, &SCHEMA)?;
    let text = |name| body::text(&fields, name).map(|text| text.map(String::from));
    let patch = UserPatch {
        display_name: text("displayName")?,
        user_principal_name: text("userPrincipalName")?,
        mail_nickname: text("mailNickname")?,
        usage_location: location(&fields)?.map(Some),
        account_enabled: body::flag(&fields, "accountEnabled")?,
    };
    let mut commands = kept::commands(Member::User(user), &given);
    if patch != UserPatch::default() || commands.is_empty() {
        commands.insert(0, Command::UpdateUser(user, patch));
    }
    let first = commands.remove(0);
    crate::apply_all(lab, first, |_| commands.clone())?;
    Ok(Answer::no_content())
}

/// `DELETE /users/{id}`.
pub(crate) fn delete(lab: &mut dyn Lab, key: &str) -> Result<Answer> {
    let user = ids::user(lab.tenant(), key)?;
    crate::apply(lab, Command::DeleteUser(user))?;
    Ok(Answer::no_content())
}

/// `POST /users/{id}/reprocessLicenseAssignment`: queues the user's run. The real one may answer 400 with the first
/// error that blocks; here what comes of it is seen after the run.
pub(crate) fn reprocess(lab: &mut dyn Lab, address: &Address, request: &Request, key: &str) -> Result<Answer> {
    let user = ids::user(lab.tenant(), key)?;
    body::nothing(request, "reprocessLicenseAssignment")?;
    crate::apply(lab, Command::ReprocessUser(user))?;
    Ok(Answer::ok(written(lab.tenant(), address, &Row::User(user), "users")))
}

fn location(fields: &Map<String, Value>) -> Result<Option<CountryCode>> {
    let code = body::text(fields, "usageLocation")?;
    code.map(|code| code.parse().map_err(|_| body::invalid("usageLocation", &SCHEMA))).transpose()
}

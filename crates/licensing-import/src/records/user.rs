//! `user`.

use licensing_core::shape;
use licensing_graph::kept;
use licensing_model::{CountryCode, Guid, Property};

use super::license::{License, State, read_license, read_state};
use crate::error::{Fault, Problem, Wanted};
use crate::json::{Node, Reference, Value};
use crate::read::fields::{Fields, Ignored};
use crate::read::path::At;
use crate::read::values;

/// A user, deleted or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct User {
    pub(crate) id: Guid,
    pub(crate) display_name: Option<String>,
    pub(crate) principal_name: String,
    pub(crate) nickname: Option<String>,
    pub(crate) location: Option<CountryCode>,
    pub(crate) guest: bool,
    pub(crate) blocked: bool,
    pub(crate) mail: Option<String>,
    pub(crate) proxy_addresses: Vec<String>,
    /// Seconds since 1970.
    pub(crate) deleted: Option<i64>,
    /// None where the file does not have the property.
    pub(crate) states: Option<Vec<State>>,
    /// What the file says that the user holds in all; none where it does not say.
    pub(crate) licenses: Option<Vec<License>>,
    /// The groups in the order of joining, where the file has it.
    pub(crate) member_of: Vec<Reference>,
    /// Properties that are kept as they were given, rising.
    pub(crate) properties: Vec<(Property, String)>,
    pub(crate) line: u32,
}

const READ: [&str; 13] = [
    "id",
    "displayName",
    "userPrincipalName",
    "mailNickname",
    "usageLocation",
    "userType",
    "accountEnabled",
    "mail",
    "proxyAddresses",
    "deletedDateTime",
    "licenseAssignmentStates",
    "assignedLicenses",
    "memberOf",
];

/// Reads a user.
pub(crate) fn read(node: &Node, at: &At<'_>, ignored: &mut Ignored) -> Result<User, Problem> {
    let fields = Fields::of(node, at)?;
    fields.pass_over("user", &READ, kept::OF_USERS, ignored);
    Ok(User {
        id: fields.required("id", values::guid)?,
        display_name: fields.nullable("displayName", values::name)?.filter(|name| !name.is_empty()).map(String::from),
        principal_name: fields.required("userPrincipalName", principal_name)?,
        nickname: fields.nullable("mailNickname", values::name)?.map(String::from),
        location: fields.nullable("usageLocation", values::country)?,
        guest: fields.nullable("userType", values::text)?.is_some_and(|kind| kind.eq_ignore_ascii_case("Guest")),
        blocked: fields.nullable("accountEnabled", values::flag)? == Some(false),
        mail: fields.nullable("mail", values::text)?.filter(|mail| !mail.is_empty()).map(String::from),
        proxy_addresses: fields
            .list("proxyAddresses", |node, at| values::text(node, at).map(String::from))?
            .unwrap_or_default(),
        deleted: fields.nullable("deletedDateTime", values::moment)?,
        states: fields.list("licenseAssignmentStates", |node, at| read_state(node, at, ignored))?,
        licenses: fields.list("assignedLicenses", |node, at| read_license(node, at, ignored))?,
        member_of: fields.nullable("memberOf", references)?.unwrap_or_default(),
        properties: super::kept::read(&fields, kept::OF_USERS)?,
        line: fields.line(),
    })
}

/// A relation that was put together while the record was read.
pub(crate) fn references(node: &Node, at: &At<'_>) -> Result<Vec<Reference>, Problem> {
    match &node.value {
        Value::References(references) => Ok(references.clone()),
        _ => Err(values::expected(node, at, Wanted::List)),
    }
}

/// `local@domain`, as for commands.
fn principal_name(node: &Node, at: &At<'_>) -> Result<String, Problem> {
    let name = values::name(node, at)?;
    if shape::has_shape_of_principal_name(name) {
        Ok(name.to_string())
    } else {
        Err(values::expected(node, at, Wanted::PrincipalName))
    }
}

impl User {
    /// Takes from the name of a deleted user the id that Microsoft puts in front of it, as restoring the user would.
    pub(crate) fn unmangle(&mut self) {
        let mut prefix = self.id.to_string();
        prefix.retain(|c| c != '-');
        let rest = self.principal_name.get(prefix.len()..);
        let is_mangled = self.principal_name.get(..prefix.len()).is_some_and(|own| own.eq_ignore_ascii_case(&prefix));
        if let Some(rest) = rest.filter(|rest| is_mangled && !rest.starts_with('@')) {
            self.principal_name = rest.to_string();
        }
    }

    /// The path of an error about the whole user.
    pub(crate) fn problem(&self, at: &At<'_>, property: &str, fault: Fault) -> Problem {
        at.name(property).problem(self.line, fault)
    }
}

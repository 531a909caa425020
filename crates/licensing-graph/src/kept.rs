//! Properties that are kept as they were given: who has which, and how they are written.

use licensing_core::{Tenant, shape};
use licensing_model::{Command, GroupId, Member, Property, UserId};
use serde_json::{Map, Value};

use crate::body;
use crate::error::Result;
use crate::schema::Schema;

/// Those of users.
pub const OF_USERS: &[Property] = &[
    Property::ABOUT_ME,
    Property::AGE_GROUP,
    Property::BUSINESS_PHONES,
    Property::CITY,
    Property::COMPANY_NAME,
    Property::CONSENT_PROVIDED_FOR_MINOR,
    Property::COUNTRY,
    Property::CREATED,
    Property::DEPARTMENT,
    Property::EMPLOYEE_HIRE_DATE,
    Property::EMPLOYEE_ID,
    Property::EMPLOYEE_TYPE,
    Property::FAX_NUMBER,
    Property::GIVEN_NAME,
    Property::IMMUTABLE_ID,
    Property::JOB_TITLE,
    Property::MOBILE_PHONE,
    Property::OFFICE_LOCATION,
    Property::OTHER_MAILS,
    Property::PASSWORD_POLICIES,
    Property::POSTAL_CODE,
    Property::PREFERRED_DATA_LOCATION,
    Property::PREFERRED_LANGUAGE,
    Property::STATE,
    Property::STREET_ADDRESS,
    Property::SURNAME,
];

/// Those of groups.
pub const OF_GROUPS: &[Property] = &[
    Property::CLASSIFICATION,
    Property::CREATED,
    Property::DESCRIPTION,
    Property::GROUP_MAIL,
    Property::GROUP_NICKNAME,
    Property::PREFERRED_DATA_LOCATION,
    Property::PREFERRED_LANGUAGE,
    Property::THEME,
    Property::UNIQUE_NAME,
    Property::VISIBILITY,
];

/// Those that Graph lets nobody write.
const READ_ONLY: &[Property] = &[Property::CREATED, Property::GROUP_MAIL];

/// Whether Graph has a list of texts under this name.
pub fn is_list(property: Property) -> bool {
    [Property::BUSINESS_PHONES, Property::OTHER_MAILS].contains(&property)
}

/// A list as it is kept: one text a line.
pub fn of_list<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    texts.collect::<Vec<_>>().join("\n")
}

/// The property of this name that users have.
pub(crate) fn of_user(tenant: &Tenant, user: UserId, name: &str) -> Value {
    let property = OF_USERS.iter().find(|property| property.name() == name);
    property.map_or(Value::Null, |property| value(*property, tenant.user_property(user, *property)))
}

/// The property of this name that groups have.
pub(crate) fn of_group(tenant: &Tenant, group: GroupId, name: &str) -> Value {
    let property = OF_GROUPS.iter().find(|property| property.name() == name);
    property.map_or(Value::Null, |property| value(*property, tenant.group_property(group, *property)))
}

/// The value as Graph writes it.
pub fn value(property: Property, kept: Option<&str>) -> Value {
    if is_list(property) { kept.unwrap_or_default().lines().collect() } else { kept.into() }
}

/// Those that a request may write.
pub(crate) fn writable(properties: &[Property]) -> impl Iterator<Item = Property> {
    properties.iter().copied().filter(|property| !READ_ONLY.contains(property))
}

/// What a body sets of `properties`; nothing clears one.
pub(crate) fn given(
    fields: &Map<String, Value>,
    properties: &[Property],
    schema: &Schema,
) -> Result<Vec<(Property, String)>> {
    let mut given = Vec::new();
    for property in writable(properties) {
        let name = property.name();
        let value = match fields.get(name) {
            None => continue,
            Some(Value::Null) => String::new(),
            Some(_) if is_list(property) => {
                let list = body::list(fields, name)?.unwrap_or_default();
                let text = |text: &Value| match text.as_str() {
                    Some(text) if !text.contains('\n') => Ok(text.to_string()),
                    Some(_) => Err(body::invalid(name, schema)),
                    None => Err(body::wrong(name, "a list of strings", text)),
                };
                let texts = list.iter().map(text).collect::<Result<Vec<_>>>()?;
                of_list(texts.iter().map(String::as_str))
            }
            Some(_) => body::text(fields, name)?.unwrap_or_default().to_string(),
        };
        shape::value(&value).map_err(|_| body::invalid(name, schema))?;
        given.push((property, value));
    }
    Ok(given)
}

/// The commands that set what was given.
pub(crate) fn commands(of: Member, given: &[(Property, String)]) -> Vec<Command> {
    let set =
        |(property, value): &(Property, String)| Command::SetProperty { of, property: *property, value: value.clone() };
    given.iter().map(set).collect()
}

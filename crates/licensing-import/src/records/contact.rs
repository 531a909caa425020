//! `orgContact`: an object that holds addresses.

use licensing_model::Guid;

use crate::error::Problem;
use crate::json::Node;
use crate::read::fields::{Fields, Ignored};
use crate::read::path::At;
use crate::read::values;

/// A contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Contact {
    pub(crate) id: Guid,
    pub(crate) display_name: Option<String>,
    pub(crate) mail: Option<String>,
    pub(crate) proxy_addresses: Vec<String>,
    pub(crate) line: u32,
}

/// Reads a contact.
pub(crate) fn read(node: &Node, at: &At<'_>, ignored: &mut Ignored) -> Result<Contact, Problem> {
    let fields = Fields::of(node, at)?;
    fields.pass_over("orgContact", &["id", "displayName", "mail", "proxyAddresses"], &[], ignored);
    let addresses = fields.list("proxyAddresses", |node, at| values::text(node, at).map(String::from))?;
    Ok(Contact {
        id: fields.required("id", values::guid)?,
        display_name: fields.nullable("displayName", values::name)?.filter(|name| !name.is_empty()).map(String::from),
        mail: fields.nullable("mail", values::text)?.filter(|mail| !mail.is_empty()).map(String::from),
        proxy_addresses: addresses.unwrap_or_default(),
        line: fields.line(),
    })
}

//! The tenant's domains: added, deleted.

use licensing_model::Command;

use crate::Lab;
use crate::answer::written;
use crate::body;
use crate::error::Result;
use crate::message::{Answer, Request};
use crate::resources::Row;
use crate::resources::domains::{self, SCHEMA};
use crate::url::Address;

/// `POST /domains`.
pub(crate) fn create(lab: &mut dyn Lab, address: &Address, request: &Request) -> Result<Answer> {
    let fields = body::object(request)?;
    body::only(&fields, &["id"], core::iter::empty(), &SCHEMA)?;
    let domain = body::text(&fields, "id")?.ok_or_else(|| body::required("id", &SCHEMA))?.to_string();
    crate::apply(lab, Command::AddDomain(domain.clone()))?;
    let location = format!("{}/domains/{domain}", address.version.root());
    let body = written(lab.tenant(), address, &Row::Domain(domain), "domains");
    Ok(Answer { status: 201, location: Some(location), body })
}

/// `DELETE /domains/{id}`.
pub(crate) fn delete(lab: &mut dyn Lab, key: &str) -> Result<Answer> {
    let domain = domains::find(lab.tenant(), key)?;
    crate::apply(lab, Command::DeleteDomain(domain))?;
    Ok(Answer::no_content())
}

//! Deleted users and groups, brought back (R12).

use licensing_model::{Command, Member};

use crate::Lab;
use crate::answer::written;
use crate::body;
use crate::error::Result;
use crate::ids;
use crate::message::{Answer, Request};
use crate::resources::Row;
use crate::url::Address;

/// `POST /directory/deletedItems/{id}/restore`.
pub(crate) fn restore(lab: &mut dyn Lab, address: &Address, request: &Request, key: &str) -> Result<Answer> {
    let deleted = ids::deleted(lab.tenant(), key)?;
    body::nothing(request, "restore")?;
    let command = match deleted {
        Member::User(user) => Command::RestoreUser(user),
        Member::Group(group) => Command::RestoreGroup(group),
    };
    crate::apply(lab, command)?;
    Ok(Answer::ok(written(lab.tenant(), address, &Row::from(deleted), "directoryObjects")))
}

//! From the text form to version 1: actions, in the words of the worked examples.

use alloc::format;
use alloc::string::String;

use super::read::{Reader, Result};
use super::read_state::{address, units};
use super::words::{self, GROUP_KINDS, RULES};
use crate::json::{Node, Object, brief};
use crate::v1::document::{Action, Change, License, Patch, Target};

impl Reader {
    /// One action.
    pub(super) fn action(&self, node: Node<'_>) -> Result<Action> {
        let Some(what) = node.field("do") else { return Err(node.error(String::from("`do` is missing"))) };
        let what = what.text()?;
        let only = |names: &[&str]| {
            let mut known: alloc::vec::Vec<&str> = alloc::vec!["do"];
            known.extend(names);
            node.object(&known)
        };
        let user = |object: Object<'_>| self.users.number("user", object.need("user")?);
        let group = |object: Object<'_>| self.groups.number("group", object.need("group")?);
        let of_user = |names: &[&str]| only(&[&["user"], names].concat());
        let of_group = |names: &[&str]| only(&[&["group"], names].concat());
        Ok(match &*what {
            "step" => Action::Steps(only(&["times"])?.get("times").map_or(Ok(1), Node::number)?),
            "create-user" => {
                let new = only(&["name", "principal_name", "nickname", "location", "guest"])?;
                Action::CreateUser {
                    name: owned(new.need("name")?)?,
                    principal_name: owned(new.need("principal_name")?)?,
                    nickname: new.get("nickname").map(owned).transpose()?,
                    location: location(new)?.unwrap_or(0),
                    guest: new.flag("guest", false)?,
                }
            }
            "update-user" => {
                let patch = of_user(&["name", "principal_name", "nickname", "location", "sign_in"])?;
                Action::UpdateUser(user(patch)?, self.patch(patch)?)
            }
            "delete-user" => Action::DeleteUser(user(of_user(&[])?)?),
            "restore-user" => Action::RestoreUser(user(of_user(&[])?)?),
            "reprocess-user" => Action::ReprocessUser(user(of_user(&[])?)?),
            "create-group" => {
                let new = only(&["name", "kind"])?;
                let kind = new.get("kind").map_or(Ok(0), |kind| words::number(GROUP_KINDS, kind))?;
                Action::CreateGroup { name: owned(new.need("name")?)?, kind }
            }
            "rename-group" => {
                let renamed = of_group(&["name"])?;
                Action::RenameGroup(group(renamed)?, owned(renamed.need("name")?)?)
            }
            "delete-group" => Action::DeleteGroup(group(of_group(&[])?)?),
            "restore-group" => Action::RestoreGroup(group(of_group(&[])?)?),
            "reprocess-group" => Action::ReprocessGroup(group(of_group(&[])?)?),
            "add-member" => {
                let joined = of_group(&["member", "member_group"])?;
                Action::AddMember(group(joined)?, self.member(joined)?)
            }
            "remove-member" => {
                let left = of_group(&["member", "member_group"])?;
                Action::RemoveMember(group(left)?, self.member(left)?)
            }
            "assign-group" => {
                let change = of_group(&["add", "remove"])?;
                Action::ChangeGroupLicenses(group(change)?, self.change(change)?)
            }
            "assign-user" => {
                let change = of_user(&["add", "remove"])?;
                Action::ChangeUserLicenses(user(change)?, self.change(change)?)
            }
            "set-units" => {
                let set = only(&["product", "enabled", "warning", "suspended", "locked_out"])?;
                Action::SetUnits(self.names.product(set.need("product")?)?, units(set)?)
            }
            "add-plan" => {
                let added = only(&["product", "plan"])?;
                let product = self.names.product(added.need("product")?)?;
                Action::AddServicePlan { product, plan: self.names.plan(added.need("plan")?)? }
            }
            "set-addresses" => {
                let set = of_user(&["mail", "addresses"])?;
                let mail = |mail: Node<'_>| if mail.is_null() { Ok(None) } else { owned(mail).map(Some) };
                let addresses = set.get("addresses").map(|_| set.each("addresses", address)).transpose()?;
                Action::SetAddresses { user: user(set)?, mail: set.get("mail").map(mail).transpose()?, addresses }
            }
            "add-contact" => {
                let contact = only(&["name", "addresses"])?;
                let addresses = contact.each("addresses", address)?;
                Action::AddContact { name: owned(contact.need("name")?)?, addresses }
            }
            "set-rules" => Action::SetRules(words::number(RULES, only(&["rules"])?.need("rules")?)?),
            "set-pair" => Action::SetPair(self.pair(only(&["a", "b", "counts"])?)?),
            "set-prerequisite" => Action::SetPrerequisite(self.prerequisite(only(&["plan", "counts"])?)?),
            "set-country" => Action::SetCountry(words::country(only(&["country"])?.need("country")?)?),
            "set-workers" => Action::SetWorkers(only(&["workers"])?.need("workers")?.number()?),
            "advance" => Action::Advance(only(&["days"])?.need("days")?.number()?),
            other => return Err(node.error(format!("`{}` is nothing that can be done", brief(other)))),
        })
    }

    fn member(&self, object: Object<'_>) -> Result<Target> {
        match object.get("member_group") {
            Some(group) => Ok(Target { is_group: true, number: self.groups.number("group", group)? }),
            None => Ok(Target { is_group: false, number: self.users.number("user", object.need("member")?)? }),
        }
    }

    fn patch(&self, patch: Object<'_>) -> Result<Patch> {
        Ok(Patch {
            name: patch.get("name").map(owned).transpose()?,
            principal_name: patch.get("principal_name").map(owned).transpose()?,
            nickname: patch.get("nickname").map(owned).transpose()?,
            location: location(patch)?,
            enabled: patch.get("sign_in").map(Node::flag).transpose()?,
        })
    }

    fn change(&self, change: Object<'_>) -> Result<Change> {
        let license = |license: Node<'_>| {
            let license = license.object(&["sku", "off"])?;
            Ok(License { product: self.names.product(license.need("sku")?)?, disabled: self.plans(license, "off")? })
        };
        Ok(Change {
            add: change.each("add", license)?,
            remove: change.each("remove", |product| self.names.product(product))?,
        })
    }
}

fn owned(node: Node<'_>) -> Result<String> {
    Ok(node.text()?.into_owned())
}

/// `location`: none if it is not there, 0 if it is empty, else one more than the country's number.
fn location(object: Object<'_>) -> Result<Option<u32>> {
    let Some(node) = object.get("location") else { return Ok(None) };
    if node.text()?.is_empty() {
        return Ok(Some(0));
    }
    words::country(node).map(|country| Some(country.saturating_add(1)))
}

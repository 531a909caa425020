//! From version 1 to the text form: actions, in the words of the worked examples.

use alloc::string::{String, ToString};

use super::words::{GROUP_KINDS, RULES, country_word, word};
use super::write::{Writer, addresses_value, with_units};
use crate::json::{Fields, Value, object};
use crate::v1::document::{Action, Change, Patch, Target};

fn doing(what: &str) -> Fields {
    object().with("do", Value::Text(what.to_string()))
}

impl Writer {
    /// One action.
    pub(super) fn action(&self, action: &Action) -> Value {
        let of_user = |what, user: &u32| doing(what).with("user", self.user(*user));
        let of_group = |what, group: &u32| doing(what).with("group", self.group(*group));
        let fields = match action {
            Action::Steps(steps) => doing("step").number("times", *steps, 1),
            Action::CreateUser { name, principal_name, nickname, location, guest } => doing("create-user")
                .with("name", Value::Text(name.clone()))
                .with("principal_name", Value::Text(principal_name.clone()))
                .maybe("nickname", nickname.clone().map(Value::Text))
                .maybe("location", location.checked_sub(1).map(|country| Value::Text(country_word(country))))
                .flag("guest", *guest, false),
            Action::UpdateUser(user, patch) => patch_fields(of_user("update-user", user), patch),
            Action::DeleteUser(user) => of_user("delete-user", user),
            Action::RestoreUser(user) => of_user("restore-user", user),
            Action::ReprocessUser(user) => of_user("reprocess-user", user),
            Action::CreateGroup { name, kind } => {
                let kind = if *kind == 0 { "" } else { word(GROUP_KINDS, *kind) };
                doing("create-group").with("name", Value::Text(name.clone())).text("kind", kind)
            }
            Action::RenameGroup(group, name) => of_group("rename-group", group).with("name", Value::Text(name.clone())),
            Action::DeleteGroup(group) => of_group("delete-group", group),
            Action::RestoreGroup(group) => of_group("restore-group", group),
            Action::ReprocessGroup(group) => of_group("reprocess-group", group),
            Action::AddMember(group, member) => self.member(of_group("add-member", group), *member),
            Action::RemoveMember(group, member) => self.member(of_group("remove-member", group), *member),
            Action::ChangeGroupLicenses(group, change) => self.change(of_group("assign-group", group), change),
            Action::ChangeUserLicenses(user, change) => self.change(of_user("assign-user", user), change),
            Action::SetUnits(product, units) => {
                with_units(doing("set-units").with("product", self.product(*product)), *units)
            }
            Action::AddServicePlan { product, plan } => {
                doing("add-plan").with("product", self.product(*product)).with("plan", self.plan(*plan))
            }
            Action::SetAddresses { user, mail, addresses } => of_user("set-addresses", user)
                .maybe("mail", mail.clone().map(|mail| mail.map_or(Value::Null, Value::Text)))
                .maybe("addresses", addresses.as_ref().map(|addresses| Value::List(addresses_value(addresses)))),
            Action::AddContact { name, addresses } => doing("add-contact")
                .with("name", Value::Text(name.clone()))
                .with("addresses", Value::List(addresses_value(addresses))),
            Action::SetRules(rules) => doing("set-rules").text("rules", word(RULES, *rules)),
            Action::SetPair(pair) => doing("set-pair").with("a", self.plan(pair.a)).with("b", self.plan(pair.b)).flag(
                "counts",
                pair.counts,
                true,
            ),
            Action::SetPrerequisite(row) => {
                doing("set-prerequisite").with("plan", self.plan(row.plan)).flag("counts", row.counts, true)
            }
            Action::SetCountry(country) => doing("set-country").text("country", &country_word(*country)),
            Action::SetWorkers(workers) => doing("set-workers").with("workers", Value::Number(u64::from(*workers))),
            Action::Advance(days) => doing("advance").with("days", Value::Number(u64::from(*days))),
        };
        fields.done()
    }

    fn member(&self, fields: Fields, member: Target) -> Fields {
        // A group in a group is rare, so that a member is a user unless it is said.
        match member {
            Target { is_group: false, number } => fields.with("member", self.user(number)),
            Target { is_group: true, number } => fields.with("member_group", self.group(number)),
        }
    }

    fn change(&self, fields: Fields, change: &Change) -> Fields {
        let add = change.add.iter().map(|license| {
            object().with("sku", self.product(license.product)).list("off", self.plans(&license.disabled)).done()
        });
        let remove = change.remove.iter().map(|product| self.product(*product));
        fields.list("add", add.collect()).list("remove", remove.collect())
    }
}

fn patch_fields(fields: Fields, patch: &Patch) -> Fields {
    let text = |text: &Option<String>| text.clone().map(Value::Text);
    // An empty text clears the location.
    let location =
        patch.location.map(|location| Value::Text(location.checked_sub(1).map_or_else(String::new, country_word)));
    fields
        .maybe("name", text(&patch.name))
        .maybe("principal_name", text(&patch.principal_name))
        .maybe("nickname", text(&patch.nickname))
        .maybe("location", location)
        .maybe("sign_in", patch.enabled.map(Value::Flag))
}

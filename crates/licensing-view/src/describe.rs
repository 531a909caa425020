//! A command in a few words: what Undo takes back, what was just done.

use licensing_core::Tenant;
use licensing_model::command::LicenseChange;
use licensing_model::{Command, Member, RuleSet};

use crate::read;
use crate::words;

/// A command as an order, with the names that things have before it is carried out: `add Noor Visser to Sales E3`.
pub fn describe(tenant: &Tenant, command: &Command) -> String {
    let user = |user| tenant.user_name(user);
    let group = |group| tenant.group_name(group);
    let product = |product| tenant.product_name(product);
    let member = |member: &Member| match member {
        Member::User(id) => tenant.user_name(*id),
        Member::Group(id) => tenant.group_name(*id),
    };
    match command {
        Command::CreateUser(new) => format!("create user {}", new.display_name),
        Command::UpdateUser(id, patch) => match patch.usage_location {
            Some(Some(country)) => format!("set usage location of {} to {country}", user(*id)),
            Some(None) => format!("clear usage location of {}", user(*id)),
            None => format!("change user {}", user(*id)),
        },
        Command::DeleteUser(id) => format!("delete user {}", user(*id)),
        Command::RestoreUser(id) => format!("restore user {}", user(*id)),
        Command::CreateGroup { name, .. } => format!("create group {name}"),
        Command::RenameGroup(id, name) => format!("rename {} to {name}", group(*id)),
        Command::DeleteGroup(id) => format!("delete group {}", group(*id)),
        Command::RestoreGroup(id) => format!("restore group {}", group(*id)),
        Command::AddMember(to, who) => format!("add {} to {}", member(who), group(*to)),
        Command::RemoveMember(from, who) => format!("remove {} from {}", member(who), group(*from)),
        Command::ChangeGroupLicenses(id, change) => licenses(tenant, change, &group(*id), |product| {
            tenant.group(*id).is_some_and(|details| details.template.contains_key(&product))
        }),
        Command::ChangeUserLicenses(id, change) => licenses(tenant, change, &user(*id), |product| {
            tenant.path(*id, product, licensing_model::Path::Direct).is_some()
        }),
        Command::ReprocessUser(id) => format!("reprocess {}", user(*id)),
        Command::ReprocessGroup(id) => format!("reprocess group {}", group(*id)),
        Command::SetUnits(id, units) if tenant.product(*id).is_none() => {
            format!("buy {} of {}", words::count(units.assignable() as usize, "seat", "seats"), product(*id))
        }
        Command::SetUnits(id, _) => format!("change units of {}", product(*id)),
        Command::AddServicePlan(id, plan) => format!("add {} to {}", tenant.plan_name(*plan), product(*id)),
        Command::SetAddresses { user: id, .. } => format!("set addresses of {}", user(*id)),
        Command::AddContact { name, .. } => format!("create contact {name}"),
        Command::SetRuleSet(RuleSet::Rules2019) => "switch to the rules of 2019".to_string(),
        Command::SetRuleSet(RuleSet::Today) => "switch to today's rules".to_string(),
        Command::SetExclusivePair { a, b, counts } => {
            let verb = if *counts { "let" } else { "do not let" };
            format!("{verb} {} and {} exclude each other", tenant.plan_name(*a), tenant.plan_name(*b))
        }
        Command::SetPrerequisite { plan, counts } => {
            let verb = if *counts { "enforce" } else { "do not enforce" };
            format!("{verb} the prerequisite of {}", tenant.plan_name(*plan))
        }
        Command::SetCountry(country) => format!("set the tenant's country to {country}"),
        Command::SetWorkers(workers) => {
            format!("let {} process the queue", words::count(usize::from(*workers), "worker", "workers"))
        }
        Command::Advance { days } => format!("let {} pass", words::count(usize::from(*days), "day", "days")),
    }
}

fn licenses(
    tenant: &Tenant,
    change: &LicenseChange,
    whose: &str,
    is_there: impl Fn(licensing_model::ProductId) -> bool,
) -> String {
    let name = |product| read::product_name(tenant, product).name;
    let (changed, added): (Vec<_>, Vec<_>) =
        change.add.iter().map(|license| license.product).partition(|product| is_there(*product));
    let mut parts = Vec::new();
    let mut add = |verb: &str, products: Vec<String>, whose: String| {
        if !products.is_empty() {
            parts.push(format!("{verb} {} {whose}", words::list(&products)));
        }
    };
    add("assign", added.into_iter().map(name).collect(), format!("to {whose}"));
    add("change the plans of", changed.into_iter().map(name).collect(), format!("on {whose}"));
    add("remove", change.remove.iter().copied().map(name).collect(), format!("from {whose}"));
    if parts.is_empty() { format!("change nothing on {whose}") } else { words::list(&parts) }
}

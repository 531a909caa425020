//! A command in a few words: what Undo takes back, what was just done.

use licensing_core::Tenant;
use licensing_model::command::LicenseChange;
use licensing_model::rule::Membership;
use licensing_model::{Command, Member, Path, ProductId, RuleSet};
use licensing_wording::{Message, Text};

use crate::read;

/// What happens to a draft that held `before` and holds `after` then, as an order.
pub fn describe_draft(tenant: &Tenant, before: &[Command], after: &[Command]) -> Message {
    if after.is_empty() {
        return Text::DO_DRAFT_CLEAR.into();
    }
    if let Some([first, more @ ..]) = after.strip_prefix(before) {
        let first = Message::do_draft_add(describe(tenant, first));
        return if more.is_empty() { first } else { Message::and_more(more.len(), first) };
    }
    let same = before.iter().zip(after).take_while(|(before, after)| before == after).count();
    match before.get(same..) {
        Some([out, rest @ ..]) if after.get(same..) == Some(rest) => Message::do_draft_take_out(describe(tenant, out)),
        _ if before.len() == after.len() => Text::DO_DRAFT_REORDER.into(),
        _ => Text::DO_DRAFT_IN_FEWER.into(),
    }
}

/// A command as an order, with the names that things have before it is carried out: `add Noor Visser to Sales E3`.
pub fn describe(tenant: &Tenant, command: &Command) -> Message {
    let user = |user| tenant.user_name(user);
    let group = |group| tenant.group_name(group);
    let product = |product| tenant.product_name(product);
    let plan = |plan| tenant.plan_words(plan);
    let member = |member| match member {
        Member::User(id) => tenant.user_name(id),
        Member::Group(id) => tenant.group_name(id),
    };
    match *command {
        Command::CreateUser(ref new) => Message::do_create_user(new.display_name.as_str()),
        Command::UpdateUser(id, ref patch) => match patch.usage_location {
            Some(Some(country)) => Message::do_set_location(user(id), country),
            Some(None) => Message::do_clear_location(user(id)),
            None => Message::do_change_user(user(id)),
        },
        Command::DeleteUser(id) => Message::do_delete_user(user(id)),
        Command::RestoreUser(id) => Message::do_restore_user(user(id)),
        Command::CreateGroup { ref name, .. } => Message::do_create_group(name.as_str()),
        Command::RenameGroup(id, ref name) => Message::do_rename_group(group(id), name.as_str()),
        Command::DeleteGroup(id) => Message::do_delete_group(group(id)),
        Command::RestoreGroup(id) => Message::do_restore_group(group(id)),
        Command::AddMember(to, who) => Message::do_add_member(member(who), group(to)),
        Command::RemoveMember(from, who) => Message::do_remove_member(member(who), group(from)),
        Command::ChangeGroupLicenses(id, ref change) => licenses(tenant, change, &group(id), |product| {
            tenant.group(id).is_some_and(|details| details.template.contains_key(&product))
        }),
        Command::ChangeUserLicenses(id, ref change) => {
            licenses(tenant, change, &user(id), |product| tenant.path(id, product, Path::Direct).is_some())
        }
        Command::ReprocessUser(id) => Message::do_reprocess_user(user(id)),
        Command::ReprocessGroup(id) => Message::do_reprocess_group(group(id)),
        Command::SetUnits(id, units) if tenant.product(id).is_none() => {
            Message::do_buy(units.assignable() as usize, product(id))
        }
        Command::SetUnits(id, _) => Message::do_change_units(product(id)),
        Command::AddServicePlan(id, added) => Message::do_add_plan(plan(added), product(id)),
        Command::SetAddresses { user: id, .. } => Message::do_set_addresses(user(id)),
        Command::AddContact { ref name, .. } => Message::do_create_contact(name.as_str()),
        Command::UpdateContact { contact, ref name, addresses: None } => Message::do_rename_contact(
            tenant.contact_name(contact),
            name.clone().unwrap_or_else(|| tenant.contact_name(contact)),
        ),
        Command::UpdateContact { contact, .. } => Message::do_change_contact(tenant.contact_name(contact)),
        Command::DeleteContact(contact) => Message::do_delete_contact(tenant.contact_name(contact)),
        Command::SetRuleSet(RuleSet::Rules2019) => Text::DO_RULES_2019.into(),
        Command::SetRuleSet(RuleSet::Today) => Text::DO_RULES_TODAY.into(),
        Command::SetExclusivePair { a, b, counts: true } => Message::do_let_exclude(plan(a), plan(b)),
        Command::SetExclusivePair { a, b, counts: false } => Message::do_not_let_exclude(plan(a), plan(b)),
        Command::SetPrerequisite { plan: of, counts: true } => Message::do_enforce(plan(of)),
        Command::SetPrerequisite { plan: of, counts: false } => Message::do_not_enforce(plan(of)),
        Command::SetCountry(country) => Message::do_set_country(country),
        Command::SetWorkers(workers) => Message::do_set_workers(usize::from(workers)),
        Command::SetMembershipRule(id, ref rule) => match rule.membership {
            Membership::Dynamic => Message::do_set_rule(group(id)),
            Membership::Paused => Message::do_pause_rule(group(id)),
            Membership::Assigned => Message::do_assign_members(group(id)),
        },
        Command::SetProperty { of, property, ref value } if value.is_empty() => {
            Message::do_clear_property(property.name(), member(of))
        }
        Command::SetProperty { of, property, ref value } => {
            Message::do_set_property(property.name(), member(of), value.as_str())
        }
        Command::AddDomain(ref domain) => Message::do_add_domain(domain.as_str()),
        Command::DeleteDomain(ref domain) => Message::do_delete_domain(domain.as_str()),
        Command::Advance { days } => Message::do_advance(usize::from(days)),
    }
}

fn licenses(tenant: &Tenant, change: &LicenseChange, whose: &str, is_there: impl Fn(ProductId) -> bool) -> Message {
    let (changed, added): (Vec<_>, Vec<_>) =
        change.add.iter().map(|license| license.product).partition(|product| is_there(*product));
    let names = |products: &[ProductId]| {
        Message::names(products.iter().map(|product| read::product_name(tenant, *product).name))
    };
    let mut parts = Vec::new();
    if !added.is_empty() {
        parts.push(Message::do_assign(names(&added), whose));
    }
    if !changed.is_empty() {
        parts.push(Message::do_change_plans(names(&changed), whose));
    }
    if !change.remove.is_empty() {
        parts.push(Message::do_remove(names(&change.remove), whose));
    }
    if parts.is_empty() { Message::do_change_nothing(whose) } else { Message::List(parts) }
}

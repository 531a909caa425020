//! From version 1 to the domain. Numbers that mean nothing are refused; whether the rest makes a tenant is for the
//! engine to say.

use alloc::boxed::Box;
use alloc::vec::Vec;

use licensing_core::Action;
use licensing_model::address::ProxyAddress;
use licensing_model::command::{LicenseChange, NewUser, UserPatch};
use licensing_model::snapshot::RunTarget;
use licensing_model::state::{
    AuditState, ContactState, EdgeState, GroupState, MailboxState, PathState, QueueState, RecordedEvent, RowState,
    RowTimes, StartedState, SubscriptionState, Tables, TenantState, UsersState,
};
use licensing_model::{
    Command, CountryCode, GroupId, Guid, License, Member, PlanId, ProductId, TenantSettings, Units, UserId,
};

use super::from_domain::EVENTS;
use super::{ERRORS, GROUP_KINDS, GUID_KINDS, Meaningless, PROCESSING, RULES, each, value_of};
use crate::sample::Sample;
use crate::scenario::{Base, Scenario};
use crate::v1::document as wire;

type Result<T> = core::result::Result<T, Meaningless>;

impl TryFrom<wire::Document> for Scenario {
    type Error = Meaningless;

    fn try_from(document: wire::Document) -> Result<Scenario> {
        let actions = each(document.actions, into_action)?;
        let position = document.position as usize;
        if position > actions.len() {
            return Err(Meaningless);
        }
        let base = match document.base {
            wire::Base::Empty(settings) => Base::Empty(into_settings(settings)?),
            wire::Base::Sample { generator, seed, users } => Base::Sample(into_sample(generator, seed, users)?),
            wire::Base::State(state) => Base::State(Box::new(into_state(*state)?)),
        };
        let branches = each(document.branches, |branch| {
            let mut way = actions.get(..branch.shared as usize).ok_or(Meaningless)?.to_vec();
            way.extend(each(branch.actions, into_action)?);
            Ok(way)
        })?;
        let wire::Document { title, lesson, catalog, .. } = document;
        Ok(Scenario { title, lesson, catalog, base, actions, position, branches })
    }
}

/// A sample by its numbers.
pub(crate) fn into_sample(generator: u32, seed: u64, users: u32) -> Result<Sample> {
    match (generator, seed, users) {
        (0, seed, users) if users <= Sample::MOST_USERS => Ok(Sample::Company { seed, users }),
        (1, 0, 0) => Ok(Sample::FiveErrors),
        _ => Err(Meaningless),
    }
}

fn into_settings(settings: wire::Settings) -> Result<TenantSettings> {
    Ok(TenantSettings {
        seed: settings.seed,
        rules: value_of(&RULES, settings.rules)?,
        country: into_country(settings.country)?,
        initial_domain: settings.initial_domain,
        domains: settings.domains,
        workers: u8::try_from(settings.workers).map_err(|_| Meaningless)?,
    })
}

fn into_country(number: u32) -> Result<CountryCode> {
    CountryCode::from_number(number as usize).ok_or(Meaningless)
}

fn into_location(number: u32) -> Result<Option<CountryCode>> {
    number.checked_sub(1).map(into_country).transpose()
}

fn into_state(state: wire::State) -> Result<TenantState> {
    if state.events != EVENTS {
        return Err(Meaningless);
    }
    let row = |row: wire::Row| {
        Ok(RowState {
            product: ProductId::from_raw(row.product),
            disabled: row.disabled,
            in_force: row.in_force,
            error: value_of(&ERRORS, row.error)?,
        })
    };
    let template = |entries: Vec<wire::Entry>| {
        entries.into_iter().map(|entry| (ProductId::from_raw(entry.product), entry.disabled)).collect()
    };
    Ok(TenantState {
        settings: into_settings(state.settings)?,
        pairs: state
            .pairs
            .into_iter()
            .map(|pair| (PlanId::from_raw(pair.a), PlanId::from_raw(pair.b), pair.counts))
            .collect(),
        prerequisites: state.prerequisites.into_iter().map(|row| (PlanId::from_raw(row.plan), row.counts)).collect(),
        clock: state.clock,
        accepted: state.accepted,
        ids: each(state.ids, |id| Ok((value_of(&GUID_KINDS, id.kind)?, id.number, Guid(id.id))))?,
        tables: Tables {
            texts: state.texts,
            disabled: state.disabled.into_iter().map(into_plans).collect(),
            templates: state.templates.into_iter().map(template).collect(),
            outcomes: each(state.outcomes, |rows| each(rows, row))?,
            times: state.times,
        },
        users: into_users(state.users)?,
        groups: each(state.groups, into_group)?,
        contacts: state
            .contacts
            .into_iter()
            .map(|contact| ContactState { name: contact.name, proxy_addresses: into_addresses(contact.addresses) })
            .collect(),
        subscriptions: state
            .subscriptions
            .into_iter()
            .map(|subscription| SubscriptionState {
                product: ProductId::from_raw(subscription.product),
                units: into_units(subscription.units),
                added: into_plans(subscription.added),
                short: subscription
                    .short
                    .into_iter()
                    .map(|(user, group)| (UserId::from_raw(user), GroupId::from_raw(group)))
                    .collect(),
            })
            .collect(),
        queue: QueueState {
            started: state
                .started
                .into_iter()
                .map(|run| StartedState {
                    target: into_target(run.target),
                    users: run.users.into_iter().map(UserId::from_raw).collect(),
                    taken: run.taken,
                    succeeded: run.succeeded,
                    failed: run.failed,
                })
                .collect(),
            waiting: state.waiting.into_iter().map(into_target).collect(),
        },
        audit: AuditState {
            pages: state.pages,
            recorded: state
                .recorded
                .into_iter()
                .map(|event| RecordedEvent {
                    activity: event.activity,
                    actor: event.actor,
                    targets: event.targets,
                    failure: event.failure,
                    document: event.document,
                })
                .collect(),
        },
    })
}

fn into_users(users: wire::Users) -> Result<UsersState> {
    let mut own = users.own_mailboxes.into_iter();
    let mailbox = |kind: u8| match kind {
        0 => Ok(MailboxState::Empty),
        1 => Ok(MailboxState::Calculated),
        2 => own.next().ok_or(Meaningless).map(|mailbox| MailboxState::Own {
            mail: mailbox.mail,
            proxy_addresses: into_addresses(mailbox.addresses),
        }),
        _ => Err(Meaningless),
    };
    Ok(UsersState {
        mailboxes: each(users.mailboxes, mailbox)?,
        names: users.names,
        principal_names: users.principal_names,
        nicknames: users.nicknames,
        locations: each(users.locations, into_location)?,
        guests: users.guests,
        blocked: users.blocked,
        direct: users.direct.into_iter().map(into_path).collect(),
        edge_ends: users.edge_ends,
        edges: users
            .edges
            .into_iter()
            .map(|edge| EdgeState {
                group: GroupId::from_raw(edge.group),
                is_left: edge.is_left,
                path: into_path(edge.path),
            })
            .collect(),
        deleted: users.deleted.into_iter().map(|(user, at)| (UserId::from_raw(user), at)).collect(),
    })
}

fn into_group(group: wire::Group) -> Result<GroupState> {
    Ok(GroupState {
        name: group.name,
        kind: value_of(&GROUP_KINDS, group.kind)?,
        template: group.template,
        processing: value_of(&PROCESSING, group.processing)?,
        deleted_at: group.deleted_at,
        users: group.users.into_iter().map(|(user, left)| (UserId::from_raw(user), left)).collect(),
        left: group.left.into_iter().map(UserId::from_raw).collect(),
        nested: group.nested.into_iter().map(GroupId::from_raw).collect(),
    })
}

fn into_path(path: wire::Path) -> PathState {
    let times = if path.listed { RowTimes::Listed(path.time) } else { RowTimes::Same(path.time) };
    PathState { outcome: path.outcome, times }
}

fn into_addresses(addresses: Vec<wire::Address>) -> Vec<ProxyAddress> {
    let proxy = |address: wire::Address| ProxyAddress { primary: address.primary, address: address.address };
    addresses.into_iter().map(proxy).collect()
}

fn into_units([enabled, warning, suspended, locked_out]: wire::Units) -> Units {
    Units { enabled, warning, suspended, locked_out }
}

fn into_plans(plans: Vec<u32>) -> Vec<PlanId> {
    plans.into_iter().map(PlanId::from_raw).collect()
}

fn into_target(target: wire::Target) -> RunTarget {
    if target.is_group {
        RunTarget::Group(GroupId::from_raw(target.number))
    } else {
        RunTarget::User(UserId::from_raw(target.number))
    }
}

fn into_member(target: wire::Target) -> Member {
    if target.is_group {
        Member::Group(GroupId::from_raw(target.number))
    } else {
        Member::User(UserId::from_raw(target.number))
    }
}

fn into_change(change: wire::Change) -> LicenseChange {
    let license = |license: wire::License| License {
        product: ProductId::from_raw(license.product),
        disabled: into_plans(license.disabled),
    };
    LicenseChange {
        add: change.add.into_iter().map(license).collect(),
        remove: change.remove.into_iter().map(ProductId::from_raw).collect(),
    }
}

fn into_patch(patch: wire::Patch) -> Result<UserPatch> {
    Ok(UserPatch {
        display_name: patch.name,
        user_principal_name: patch.principal_name,
        mail_nickname: patch.nickname,
        usage_location: patch.location.map(into_location).transpose()?,
        account_enabled: patch.enabled,
    })
}

/// An action of version 1 in the domain.
pub(crate) fn into_action(action: wire::Action) -> Result<Action> {
    let (user, group, product, plan) = (UserId::from_raw, GroupId::from_raw, ProductId::from_raw, PlanId::from_raw);
    Ok(Action::Command(match action {
        wire::Action::Steps(steps) => return Ok(Action::Steps(steps)),
        wire::Action::CreateUser { name, principal_name, nickname, location, guest } => Command::CreateUser(NewUser {
            display_name: name,
            user_principal_name: principal_name,
            mail_nickname: nickname,
            usage_location: into_location(location)?,
            guest,
        }),
        wire::Action::UpdateUser(id, patch) => Command::UpdateUser(user(id), into_patch(patch)?),
        wire::Action::DeleteUser(id) => Command::DeleteUser(user(id)),
        wire::Action::RestoreUser(id) => Command::RestoreUser(user(id)),
        wire::Action::CreateGroup { name, kind } => Command::CreateGroup { name, kind: value_of(&GROUP_KINDS, kind)? },
        wire::Action::RenameGroup(id, name) => Command::RenameGroup(group(id), name),
        wire::Action::DeleteGroup(id) => Command::DeleteGroup(group(id)),
        wire::Action::RestoreGroup(id) => Command::RestoreGroup(group(id)),
        wire::Action::AddMember(id, member) => Command::AddMember(group(id), into_member(member)),
        wire::Action::RemoveMember(id, member) => Command::RemoveMember(group(id), into_member(member)),
        wire::Action::ChangeGroupLicenses(id, change) => Command::ChangeGroupLicenses(group(id), into_change(change)),
        wire::Action::ChangeUserLicenses(id, change) => Command::ChangeUserLicenses(user(id), into_change(change)),
        wire::Action::ReprocessUser(id) => Command::ReprocessUser(user(id)),
        wire::Action::ReprocessGroup(id) => Command::ReprocessGroup(group(id)),
        wire::Action::SetUnits(id, units) => Command::SetUnits(product(id), into_units(units)),
        wire::Action::AddServicePlan { product: id, plan: added } => Command::AddServicePlan(product(id), plan(added)),
        wire::Action::SetAddresses { user: id, mail, addresses } => {
            Command::SetAddresses { user: user(id), mail, proxy_addresses: addresses.map(into_addresses) }
        }
        wire::Action::AddContact { name, addresses } => {
            Command::AddContact { name, addresses: into_addresses(addresses) }
        }
        wire::Action::SetRules(rules) => Command::SetRuleSet(value_of(&RULES, rules)?),
        wire::Action::SetPair(wire::Pair { a, b, counts }) => {
            Command::SetExclusivePair { a: plan(a), b: plan(b), counts }
        }
        wire::Action::SetPrerequisite(row) => Command::SetPrerequisite { plan: plan(row.plan), counts: row.counts },
        wire::Action::SetCountry(number) => Command::SetCountry(into_country(number)?),
        wire::Action::SetWorkers(workers) => Command::SetWorkers(u8::try_from(workers).map_err(|_| Meaningless)?),
        wire::Action::Advance(days) => Command::Advance { days: u16::try_from(days).map_err(|_| Meaningless)? },
    }))
}

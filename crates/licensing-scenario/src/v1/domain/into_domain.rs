//! From version 1 to the domain. Numbers that mean nothing are refused; whether the rest makes a tenant is for the
//! engine to say.

use alloc::boxed::Box;
use alloc::collections::VecDeque;
use alloc::sync::Arc;
use alloc::vec::Vec;

use licensing_core::{Action, Actions, History};
use licensing_model::address::ProxyAddress;
use licensing_model::catalog::{OwnPlan, OwnProduct};
use licensing_model::snapshot::RunTarget;
use licensing_model::state::{
    AuditEvents, AuditState, ContactState, EdgeState, GroupState, MailboxState, PathState, QueueState, RecordedEvent,
    RowState, RowTimes, StartedState, SubscriptionState, Tables, TenantState, UsersState,
};
use licensing_model::{
    CountryCode, GroupId, Guid, Member, OwnCatalog, PlanId, ProductId, Property, TenantSettings, Units, UserId,
};

use super::{ERRORS, GROUP_KINDS, GUID_KINDS, MEMBERSHIPS, Meaningless, PROCESSING, RULES, each, value_of};
use crate::sample::Sample;
use crate::scenario::{Base, Scenario};
use crate::v1::document as wire;

type Result<T> = core::result::Result<T, Meaningless>;

impl TryFrom<wire::Document> for Scenario {
    type Error = Meaningless;

    fn try_from(document: wire::Document) -> Result<Scenario> {
        let actions = document.actions;
        let position = document.position as usize;
        if position > actions.len() {
            return Err(Meaningless);
        }
        let base = match document.base {
            wire::Base::Empty(settings) => Base::Empty(into_settings(settings)?),
            wire::Base::Sample { generator, seed, users } => Base::Sample(into_sample(generator, seed, users)?),
            wire::Base::State(state) => Base::State(Box::new(into_state(*state)?)),
        };
        let branches = into_ways(document.branches, &actions)?;
        let wire::Document { title, lesson, catalog, .. } = document;
        Ok(Scenario { title, lesson, catalog, base, actions, position, branches })
    }
}

/// Ways that were left; they share what they have in common. The oldest go where there are more than a history keeps.
fn into_ways(branches: Vec<wire::Branch>, actions: &[Action]) -> Result<Vec<Actions>> {
    let (mut present, mut ways) = (None, VecDeque::<Actions>::new());
    for branch in branches {
        let mut way = match (branch.of as usize).checked_sub(1) {
            None => present.get_or_insert_with(|| actions.iter().cloned().collect::<Actions>()).clone(),
            Some(back) => ways.iter().nth_back(back).ok_or(Meaningless)?.clone(),
        };
        let shared = branch.shared as usize;
        if shared > way.len() {
            return Err(Meaningless);
        }
        way.truncate(shared);
        way.extend(branch.actions);
        if ways.len() == History::MOST_BRANCHES {
            ways.pop_front();
        }
        ways.push_back(way);
    }
    Ok(ways.into())
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

/// A country by its number.
pub(in crate::v1) fn into_country(number: u32) -> Result<CountryCode> {
    CountryCode::from_number(number as usize).ok_or(Meaningless)
}

/// A property by its number.
pub(in crate::v1) fn into_property(number: u32) -> Result<Property> {
    Property::from_number(number).ok_or(Meaningless)
}

/// A usage location by its number.
pub(in crate::v1) fn into_location(number: u32) -> Result<Option<CountryCode>> {
    number.checked_sub(1).map(into_country).transpose()
}

fn into_state(state: wire::State) -> Result<TenantState> {
    let events = match state.events {
        wire::FIRST_EVENTS => AuditEvents::First,
        wire::EVENTS_OF_PROPERTIES => AuditEvents::Properties,
        wire::EVENTS_OF_RULES => AuditEvents::Rules,
        _ => return Err(Meaningless),
    };
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
        own: Arc::new(into_own_catalog(state.own)),
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
            .map(|contact| ContactState {
                name: contact.name,
                proxy_addresses: into_addresses(contact.addresses),
                deleted: contact.deleted,
            })
            .collect(),
        properties: each(state.properties, |(of, property, text)| {
            Ok((into_member(of), into_property(property)?, text))
        })?,
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
            moved: each(state.moved, |(group, user, moves)| {
                let moves = u8::try_from(moves).map_err(|_| Meaningless)?;
                Ok((GroupId::from_raw(group), UserId::from_raw(user), moves))
            })?,
        },
        audit: AuditState {
            pages: state.pages,
            events,
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

fn into_own_catalog(own: wire::OwnCatalog) -> OwnCatalog {
    let wire::OwnCatalog { plans, products, lists } = own;
    let plan = |plan: wire::OwnPlan| OwnPlan { guid: Guid(plan.id), name: plan.name, company_wide: plan.company_wide };
    let product = |product: wire::OwnProduct| OwnProduct {
        guid: Guid(product.id),
        part_number: product.part_number,
        plans: into_plans(product.plans),
    };
    let list = |(product, plans)| (ProductId::from_raw(product), into_plans(plans));
    OwnCatalog {
        plans: plans.into_iter().map(plan).collect(),
        products: products.into_iter().map(product).collect(),
        lists: lists.into_iter().map(list).collect(),
    }
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
        rule: group.rule.map(|(text, decides)| Ok((text, value_of(&MEMBERSHIPS, decides)?))).transpose()?,
    })
}

fn into_path(path: wire::Path) -> PathState {
    let times = if path.listed { RowTimes::Listed(path.time) } else { RowTimes::Same(path.time) };
    PathState { outcome: path.outcome, times }
}

/// Addresses of the document in the domain.
pub(in crate::v1) fn into_addresses(addresses: Vec<wire::Address>) -> Vec<ProxyAddress> {
    let proxy = |address: wire::Address| ProxyAddress { primary: address.primary, address: address.address };
    addresses.into_iter().map(proxy).collect()
}

/// Units from a list.
pub(in crate::v1) fn into_units([enabled, warning, suspended, locked_out]: wire::Units) -> Units {
    Units { enabled, warning, suspended, locked_out }
}

fn into_plans(plans: Vec<u32>) -> Vec<PlanId> {
    plans.into_iter().map(PlanId::from_raw).collect()
}

fn into_member(of: wire::Target) -> Member {
    if of.is_group { Member::Group(GroupId::from_raw(of.number)) } else { Member::User(UserId::from_raw(of.number)) }
}

fn into_target(target: wire::Target) -> RunTarget {
    let group = GroupId::from_raw(target.number);
    match (target.is_group, target.is_rule) {
        (true, true) => RunTarget::Members(group),
        (true, false) => RunTarget::Group(group),
        (false, _) => RunTarget::User(UserId::from_raw(target.number)),
    }
}

//! From the domain to version 1.

use alloc::boxed::Box;
use alloc::vec::{self, Vec};

use licensing_core::{Action, Actions};
use licensing_model::address::ProxyAddress;
use licensing_model::catalog::{OwnPlan, OwnProduct};
use licensing_model::snapshot::RunTarget;
use licensing_model::state::{
    self, AuditEvents, EdgeState, GroupState, MailboxState, PathState, RowTimes, TenantState, UsersState,
};
use licensing_model::{CountryCode, Member, OwnCatalog, PlanId, TenantSettings, Units};

use super::{ERRORS, GROUP_KINDS, GUID_KINDS, MEMBERSHIPS, PROCESSING, RULES, number_of};
use crate::sample::Sample;
use crate::scenario::{Base, Scenario};
use crate::v1::document as wire;

/// A scenario on its way into a document: users are many, and pass column by column.
#[derive(Debug)]
pub(crate) struct Converting {
    document: wire::Document,
    mailboxes: vec::IntoIter<MailboxState>,
    locations: vec::IntoIter<Option<CountryCode>>,
    direct: vec::IntoIter<PathState>,
    edges: vec::IntoIter<EdgeState>,
}

impl Converting {
    /// Begins.
    pub(crate) fn new(mut scenario: Scenario) -> Converting {
        let mut users = UsersState::default();
        if let Base::State(state) = &mut scenario.base {
            users = core::mem::take(&mut state.users);
        }
        let UsersState { mailboxes, locations, direct, edges, .. } = &mut users;
        let (mailboxes, locations) = (core::mem::take(mailboxes).into_iter(), core::mem::take(locations).into_iter());
        let (direct, edges) = (core::mem::take(direct).into_iter(), core::mem::take(edges).into_iter());
        let mut document = wire::Document {
            branches: from_ways(&scenario.branches, &scenario.actions),
            title: scenario.title,
            lesson: scenario.lesson,
            catalog: scenario.catalog,
            base: match scenario.base {
                Base::Empty(settings) => wire::Base::Empty(from_settings(settings)),
                Base::Sample(Sample::Company { seed, users }) => wire::Base::Sample { generator: 0, seed, users },
                Base::Sample(Sample::FiveErrors) => wire::Base::Sample { generator: 1, seed: 0, users: 0 },
                Base::State(state) => wire::Base::State(Box::new(from_state(*state))),
            },
            actions: scenario.actions,
            position: scenario.position as u32,
        };
        if let wire::Base::State(state) = &mut document.base {
            state.users = wire::Users {
                names: users.names,
                principal_names: users.principal_names,
                nicknames: users.nicknames,
                locations: Vec::with_capacity(locations.len()),
                guests: users.guests,
                blocked: users.blocked,
                mailboxes: Vec::with_capacity(mailboxes.len()),
                own_mailboxes: Vec::new(),
                direct: Vec::with_capacity(direct.len()),
                edge_ends: users.edge_ends,
                edges: Vec::with_capacity(edges.len()),
                deleted: users.deleted.into_iter().map(|(user, at)| (user.raw(), at)).collect(),
            };
        }
        Converting { document, mailboxes, locations, direct, edges }
    }

    /// Goes on for so many users. Answers whether all is done.
    pub(crate) fn advance(&mut self, users: u32) -> bool {
        let Converting { document, mailboxes, locations, direct, edges } = self;
        let wire::Base::State(state) = &mut document.base else { return true };
        let most = users.max(1) as usize;
        for mailbox in mailboxes.by_ref().take(most) {
            state.users.mailboxes.push(match mailbox {
                MailboxState::Empty => 0,
                MailboxState::Calculated => 1,
                MailboxState::Own { mail, proxy_addresses } => {
                    let addresses = from_addresses(proxy_addresses);
                    state.users.own_mailboxes.push(wire::Mailbox { mail, addresses });
                    2
                }
            });
        }
        state.users.locations.extend(locations.by_ref().take(most).map(from_location));
        state.users.direct.extend(direct.by_ref().take(most).map(from_path));
        let edge =
            |edge: EdgeState| wire::Edge { group: edge.group.raw(), is_left: edge.is_left, path: from_path(edge.path) };
        state.users.edges.extend(edges.by_ref().take(most).map(edge));
        mailboxes.len() == 0 && locations.len() == 0 && direct.len() == 0 && edges.len() == 0
    }

    /// The document. What [`Converting::advance`] left is done now.
    pub(crate) fn finish(mut self) -> wire::Document {
        while !self.advance(u32::MAX) {}
        self.document
    }
}

impl From<Scenario> for wire::Document {
    fn from(scenario: Scenario) -> Self {
        Converting::new(scenario).finish()
    }
}

/// So many actions are rather written twice than that a document takes the version in which a way begins as another one
/// that was left.
const WRITTEN_TWICE: usize = 1_000;

fn from_ways(ways: &[Actions], actions: &[Action]) -> Vec<wire::Branch> {
    let of_present = |way: &Actions| way.iter().zip(actions).take_while(|(own, other)| own == other).count();
    let of_present: Vec<usize> = ways.iter().map(of_present).collect();
    // Of each way, which of those before it has most in common with it, counted back, and how much.
    let of_another = ways.iter().enumerate().map(|(at, way)| {
        let before = ways.iter().take(at).rev().map(|other| way.shared_with(other));
        // The nearest of those that have most.
        (1..).zip(before).fold((0, 0), |most, other| if other.1 > most.1 { other } else { most })
    });
    let of_another: Vec<(usize, usize)> = of_another.collect();
    let twice = of_present.iter().zip(&of_another).map(|(present, (_, another))| another.saturating_sub(*present));
    let is_shared = twice.sum::<usize>() > WRITTEN_TWICE;
    let branch = |(way, (present, (back, another))): (&Actions, (usize, (usize, usize)))| {
        let (of, shared) = if is_shared && another > present { (back, another) } else { (0, present) };
        wire::Branch { of: of as u32, shared: shared as u32, actions: way.iter_from(shared).cloned().collect() }
    };
    ways.iter().zip(of_present.into_iter().zip(of_another)).map(branch).collect()
}

fn from_settings(settings: TenantSettings) -> wire::Settings {
    wire::Settings {
        seed: settings.seed,
        rules: number_of(&RULES, &settings.rules),
        country: settings.country.number() as u32,
        initial_domain: settings.initial_domain,
        domains: settings.domains,
        workers: u32::from(settings.workers),
    }
}

/// A state without its users.
fn from_state(state: TenantState) -> wire::State {
    let state::Tables { texts, disabled, templates, outcomes, times } = state.tables;
    let template = |entries: Vec<(licensing_model::ProductId, u32)>| {
        entries.into_iter().map(|(product, disabled)| wire::Entry { product: product.raw(), disabled }).collect()
    };
    let row = |row: state::RowState| wire::Row {
        product: row.product.raw(),
        disabled: row.disabled,
        in_force: row.in_force,
        error: number_of(&ERRORS, &row.error),
    };
    wire::State {
        settings: from_settings(state.settings),
        own: from_own_catalog(&state.own),
        pairs: state.pairs.into_iter().map(|(a, b, counts)| wire::Pair { a: a.raw(), b: b.raw(), counts }).collect(),
        prerequisites: state
            .prerequisites
            .into_iter()
            .map(|(plan, counts)| wire::Prerequisite { plan: plan.raw(), counts })
            .collect(),
        clock: state.clock,
        accepted: state.accepted,
        ids: state
            .ids
            .into_iter()
            .map(|(kind, number, id)| wire::OwnId { kind: number_of(&GUID_KINDS, &kind), number, id: id.0 })
            .collect(),
        texts,
        disabled: disabled.into_iter().map(from_plans).collect(),
        templates: templates.into_iter().map(template).collect(),
        outcomes: outcomes.into_iter().map(|rows| rows.into_iter().map(row).collect()).collect(),
        times,
        users: wire::Users::default(),
        groups: state.groups.into_iter().map(from_group).collect(),
        contacts: state
            .contacts
            .into_iter()
            .map(|contact| wire::Contact {
                name: contact.name,
                addresses: from_addresses(contact.proxy_addresses),
                deleted: contact.deleted,
            })
            .collect(),
        properties: state
            .properties
            .into_iter()
            .map(|(of, property, text)| (from_member(of), property.number(), text))
            .collect(),
        subscriptions: state
            .subscriptions
            .into_iter()
            .map(|subscription| wire::Subscription {
                product: subscription.product.raw(),
                units: from_units(subscription.units),
                added: from_plans(subscription.added),
                short: subscription.short.into_iter().map(|(user, group)| (user.raw(), group.raw())).collect(),
            })
            .collect(),
        started: state
            .queue
            .started
            .into_iter()
            .map(|run| wire::Started {
                target: from_target(run.target),
                users: run.users.into_iter().map(|user| user.raw()).collect(),
                taken: run.taken,
                succeeded: run.succeeded,
                failed: run.failed,
            })
            .collect(),
        waiting: state.queue.waiting.into_iter().map(from_target).collect(),
        moved: state
            .queue
            .moved
            .into_iter()
            .map(|(group, user, moves)| (group.raw(), user.raw(), u32::from(moves)))
            .collect(),
        events: match state.audit.events {
            AuditEvents::First => wire::FIRST_EVENTS,
            AuditEvents::Properties => wire::EVENTS_OF_PROPERTIES,
            AuditEvents::Rules => wire::EVENTS_OF_RULES,
        },
        pages: state.audit.pages,
        recorded: state
            .audit
            .recorded
            .into_iter()
            .map(|event| wire::Recorded {
                activity: event.activity,
                actor: event.actor,
                targets: event.targets,
                failure: event.failure,
                document: event.document,
            })
            .collect(),
    }
}

fn from_own_catalog(own: &OwnCatalog) -> wire::OwnCatalog {
    let OwnCatalog { plans, products, lists } = own;
    let raw = |plans: &Vec<PlanId>| plans.iter().map(|plan| plan.raw()).collect();
    let plan =
        |plan: &OwnPlan| wire::OwnPlan { id: plan.guid.0, name: plan.name.clone(), company_wide: plan.company_wide };
    let product = |product: &OwnProduct| wire::OwnProduct {
        id: product.guid.0,
        part_number: product.part_number.clone(),
        plans: raw(&product.plans),
    };
    wire::OwnCatalog {
        plans: plans.iter().map(plan).collect(),
        products: products.iter().map(product).collect(),
        lists: lists.iter().map(|(product, plans)| (product.raw(), raw(plans))).collect(),
    }
}

fn from_group(group: GroupState) -> wire::Group {
    wire::Group {
        name: group.name,
        kind: number_of(&GROUP_KINDS, &group.kind),
        template: group.template,
        processing: number_of(&PROCESSING, &group.processing),
        deleted_at: group.deleted_at,
        users: group.users.into_iter().map(|(user, left)| (user.raw(), left)).collect(),
        left: group.left.into_iter().map(|user| user.raw()).collect(),
        nested: group.nested.into_iter().map(|group| group.raw()).collect(),
        rule: group.rule.map(|(text, membership)| (text, number_of(&MEMBERSHIPS, &membership))),
    }
}

fn from_path(path: PathState) -> wire::Path {
    let (time, listed) = match path.times {
        RowTimes::Same(time) => (time, false),
        RowTimes::Listed(number) => (number, true),
    };
    wire::Path { outcome: path.outcome, time, listed }
}

/// A usage location as its number.
pub(in crate::v1) fn from_location(location: Option<CountryCode>) -> u32 {
    location.map_or(0, |country| country.number() as u32 + 1)
}

fn from_addresses(addresses: Vec<ProxyAddress>) -> Vec<wire::Address> {
    let address = |proxy: ProxyAddress| wire::Address { primary: proxy.primary, address: proxy.address };
    addresses.into_iter().map(address).collect()
}

/// Units as a list.
pub(in crate::v1) fn from_units(units: Units) -> wire::Units {
    [units.enabled, units.warning, units.suspended, units.locked_out]
}

fn from_plans(plans: Vec<PlanId>) -> Vec<u32> {
    plans.into_iter().map(PlanId::raw).collect()
}

fn from_member(member: Member) -> wire::Target {
    match member {
        Member::User(user) => wire::Target { number: user.raw(), ..wire::Target::default() },
        Member::Group(group) => wire::Target { is_group: true, number: group.raw(), ..wire::Target::default() },
    }
}

fn from_target(target: RunTarget) -> wire::Target {
    match target {
        RunTarget::User(user) => wire::Target { number: user.raw(), ..wire::Target::default() },
        RunTarget::Group(group) => wire::Target { is_group: true, number: group.raw(), ..wire::Target::default() },
        RunTarget::Members(group) => wire::Target { is_group: true, is_rule: true, number: group.raw() },
    }
}

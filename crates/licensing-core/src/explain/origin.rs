//! The command that brought a fact, found in the audit log.

use licensing_model::{AssignmentError, CountryCode, GroupId, Path, PlanId, ProductId, RuleSet, UserId};

use super::Origin;
use crate::audit::event::{Event, EventKind, about};
use crate::rules::cause::Cause;
use crate::store::address_book::Holder;
use crate::tenant::Tenant;

/// Events that set what a user has directly.
const SETS_DIRECT: [EventKind; 2] = [EventKind::DirectChanged, EventKind::PathConverted];

fn origin_of(event: Option<(usize, u32, Event)>) -> Origin {
    event.map_or(Origin::Initial, |(_, time, event)| match event.command() {
        Some(number) => Origin::Command { number, time },
        None => Origin::Step { time },
    })
}

impl Tenant {
    /// The newest event of these kinds, about the user if one is given, that `brought` the fact; `Initial` where no event
    /// did.
    fn origin(&self, kinds: &[EventKind], user: Option<UserId>, brought: impl Fn(&Event) -> bool) -> Origin {
        origin_of(self.newest(kinds, user, brought))
    }

    /// The newest such event, with its position and time.
    fn newest(
        &self,
        kinds: &[EventKind],
        user: Option<UserId>,
        fits: impl Fn(&Event) -> bool,
    ) -> Option<(usize, u32, Event)> {
        let about = about(kinds);
        let about = user.map_or(about, |user| about.of_user(user));
        self.audit.newest_about(about).find(|(_, _, event)| fits(event))
    }

    pub(super) fn origin_of_membership(&self, user: UserId, group: GroupId) -> Origin {
        self.origin(
            &[EventKind::UserJoined],
            Some(user),
            |event| matches!(event, Event::UserJoined { group: g, user: u, .. } if (*u, *g) == (user, group)),
        )
    }

    pub(super) fn origin_of_leaving(&self, user: UserId, group: GroupId) -> Origin {
        self.origin(
            &[EventKind::UserLeft],
            Some(user),
            |event| matches!(event, Event::UserLeft { group: g, user: u, .. } if (*u, *g) == (user, group)),
        )
    }

    pub(super) fn origin_of_deletion(&self, group: GroupId) -> Origin {
        self.origin(
            &[EventKind::GroupDeleted],
            None,
            |event| matches!(event, Event::GroupDeleted { group: g, .. } if *g == group),
        )
    }

    /// The change that gave or took `product`, or changed its plans, in the group's template.
    pub(super) fn origin_of_template(&self, group: GroupId, product: ProductId) -> Origin {
        self.origin(&[EventKind::TemplateChanged], None, |event| self.sets_template(event, group, product))
    }

    /// The change that assigned `product` on the user, or changed its plans; or R11.3 that made it direct.
    pub(super) fn origin_of_direct(&self, user: UserId, product: ProductId) -> Origin {
        self.origin(&SETS_DIRECT, Some(user), |event| self.sets_direct(event, user, product))
    }

    /// What put `plan` on a path: the command that set the path's plans, the one by which Microsoft added the plan to
    /// the product, or a switch of the rule set that brought it; the newest of them.
    pub(super) fn origin_of_plan(&self, user: UserId, product: ProductId, plan: PlanId, path: Path) -> Origin {
        let lists =
            |rules: RuleSet| self.catalog.product(product).is_some_and(|info| info.plans(rules).contains(&plan));
        let tenant_wide = [EventKind::PlanAdded, EventKind::RulesSwitched];
        let by_path = match path {
            Path::Direct => self.newest(&SETS_DIRECT, Some(user), |event| self.sets_direct(event, user, product)),
            Path::Group(group) => {
                self.newest(&[EventKind::TemplateChanged], None, |event| self.sets_template(event, group, product))
            }
        };
        let by_all = self.newest(&tenant_wide, None, |event| match event {
            Event::PlanAdded { product: p, plan: s, .. } => (*p, *s) == (product, plan),
            Event::RulesSwitched { old, new, .. } => lists(*new) && !lists(*old),
            _ => false,
        });
        let newest = by_path.into_iter().chain(by_all).max_by_key(|(position, _, _)| *position);
        origin_of(newest)
    }

    /// The group whose rows became the user's direct license of `product`, if that is how it came (R11.3).
    /// With the position of the event.
    pub(super) fn converted_from(&self, user: UserId, product: ProductId) -> Option<(GroupId, usize, Origin)> {
        let newest = self.newest(&SETS_DIRECT, Some(user), |event| self.sets_direct(event, user, product));
        match newest? {
            (at, time, Event::PathConverted { group, .. }) => Some((group, at, Origin::Step { time })),
            _ => None,
        }
    }

    /// Why the group's rows could not be taken away from the user, as the failure before the event at `position` says:
    /// the code, and the cause.
    pub(super) fn failure_before(
        &self,
        user: UserId,
        group: GroupId,
        position: usize,
    ) -> Option<(AssignmentError, Cause, Origin)> {
        let about = about(&[EventKind::PathFailed]).of_user(user);
        self.audit.newest_about_within(0..position, about).find_map(|(_, time, event)| match event {
            Event::PathFailed { user: u, group: g, error, cause, a, b, .. } if (u, g) == (user, group) => {
                Some((error, Cause::unpack(cause, a, b), Origin::Step { time }))
            }
            _ => None,
        })
    }

    /// Whether the event gave or took `product`, or changed its plans, in the group's template.
    fn sets_template(&self, event: &Event, group: GroupId, product: ProductId) -> bool {
        matches!(event, Event::TemplateChanged { group: g, old, new, .. } if *g == group
            && self.templates.entry(*old, product) != self.templates.entry(*new, product))
    }

    /// Whether the event gave or took `product` on the user, or changed its plans.
    fn sets_direct(&self, event: &Event, user: UserId, product: ProductId) -> bool {
        match event {
            Event::DirectChanged { user: u, old, new, .. } | Event::PathConverted { user: u, old, new, .. } => {
                *u == user && self.outcomes.row(*old, product) != self.outcomes.row(*new, product)
            }
            _ => false,
        }
    }

    pub(super) fn origin_of_units(&self, product: ProductId) -> Origin {
        self.origin(
            &[EventKind::UnitsSet],
            None,
            |event| matches!(event, Event::UnitsSet { product: p, .. } if *p == product),
        )
    }

    pub(super) fn origin_of_location(&self, user: UserId) -> Origin {
        self.origin(&[EventKind::LocationChanged, EventKind::UserCreated], Some(user), |event| match event {
            Event::LocationChanged { user: u, .. } | Event::UserCreated { user: u, .. } => *u == user,
            _ => false,
        })
    }

    pub(super) fn origin_of_country(&self, country: CountryCode) -> Origin {
        self.origin(
            &[EventKind::CountrySet],
            None,
            |event| matches!(event, Event::CountrySet { new, .. } if *new == Some(country)),
        )
    }

    pub(super) fn origin_of_addresses(&self, holder: Holder) -> Origin {
        match holder {
            Holder::User(holder) => {
                let kinds = [EventKind::AddressesSet, EventKind::AddressesCalculated, EventKind::UserRestored];
                self.origin(&kinds, Some(holder), |event| match event {
                    Event::AddressesSet { user, .. }
                    | Event::AddressesCalculated { user, .. }
                    | Event::UserRestored { user, .. } => *user == holder,
                    _ => false,
                })
            }
            Holder::Contact(holder) => self.origin(
                &[EventKind::ContactAdded, EventKind::ContactAddressesSet],
                None,
                |event| matches!(event, Event::ContactAdded { contact, .. } | Event::ContactAddressesSet { contact, .. } if *contact == holder),
            ),
        }
    }

    /// When the last step at this path failed.
    pub(super) fn origin_of_failure(&self, user: UserId, group: GroupId) -> Origin {
        self.origin(
            &[EventKind::PathFailed],
            Some(user),
            |event| matches!(event, Event::PathFailed { user: u, group: g, .. } if (*u, *g) == (user, group)),
        )
    }
}

//! The command that brought a fact, found in the audit log.

use licensing_model::{CountryCode, GroupId, Path, PlanId, ProductId, UserId};

use super::Origin;
use crate::audit::event::Event;
use crate::store::address_book::Holder;
use crate::tenant::Tenant;

impl Tenant {
    /// The newest event that `brought` the fact; `Initial` where no event did.
    fn origin(&self, brought: impl Fn(&Event) -> bool) -> Origin {
        let found = self.audit.newest_first().find(|(_, _, event)| brought(event));
        found.map_or(Origin::Initial, |(_, time, event)| match event.command() {
            Some(number) => Origin::Command { number, time },
            None => Origin::Step { time },
        })
    }

    pub(super) fn origin_of_membership(&self, user: UserId, group: GroupId) -> Origin {
        self.origin(|event| matches!(event, Event::UserJoined { group: g, user: u, .. } if (*u, *g) == (user, group)))
    }

    pub(super) fn origin_of_leaving(&self, user: UserId, group: GroupId) -> Origin {
        self.origin(|event| matches!(event, Event::UserLeft { group: g, user: u, .. } if (*u, *g) == (user, group)))
    }

    pub(super) fn origin_of_deletion(&self, group: GroupId) -> Origin {
        self.origin(|event| matches!(event, Event::GroupDeleted { group: g, .. } if *g == group))
    }

    /// The change that gave or took `product`, or changed its plans, in the group's template.
    pub(super) fn origin_of_template(&self, group: GroupId, product: ProductId) -> Origin {
        self.origin(|event| match event {
            Event::TemplateChanged { group: g, old, new, .. } if *g == group => {
                self.templates.entry(*old, product) != self.templates.entry(*new, product)
            }
            _ => false,
        })
    }

    /// The change that assigned `product` on the user, or changed its plans; or R11.3 that made it direct.
    pub(super) fn origin_of_direct(&self, user: UserId, product: ProductId) -> Origin {
        self.origin(|event| match event {
            Event::DirectChanged { user: u, old, new, .. } | Event::PathConverted { user: u, old, new, .. }
                if *u == user =>
            {
                self.outcomes.row(*old, product) != self.outcomes.row(*new, product)
            }
            _ => false,
        })
    }

    pub(super) fn origin_of_path(&self, user: UserId, product: ProductId, path: Path) -> Origin {
        match path {
            Path::Direct => self.origin_of_direct(user, product),
            Path::Group(group) => self.origin_of_template(group, product),
        }
    }

    pub(super) fn origin_of_units(&self, product: ProductId) -> Origin {
        self.origin(|event| matches!(event, Event::UnitsSet { product: p, .. } if *p == product))
    }

    pub(super) fn origin_of_pair(&self, a: PlanId, b: PlanId) -> Origin {
        let pair = [a, b];
        self.origin(|event| match event {
            Event::PairSet { a, b, .. } => pair.contains(a) && pair.contains(b),
            Event::RulesSwitched { .. } => true,
            _ => false,
        })
    }

    pub(super) fn origin_of_location(&self, user: UserId) -> Origin {
        self.origin(|event| match event {
            Event::LocationChanged { user: u, .. } | Event::UserCreated { user: u, .. } => *u == user,
            _ => false,
        })
    }

    pub(super) fn origin_of_country(&self, country: CountryCode) -> Origin {
        self.origin(|event| matches!(event, Event::CountrySet { new, .. } if *new == Some(country)))
    }

    pub(super) fn origin_of_addresses(&self, holder: Holder) -> Origin {
        self.origin(|event| match (event, holder) {
            (
                Event::AddressesSet { user, .. }
                | Event::AddressesCalculated { user, .. }
                | Event::UserRestored { user, .. },
                Holder::User(other),
            ) => *user == other,
            (Event::ContactAdded { contact, .. }, Holder::Contact(other)) => *contact == other,
            _ => false,
        })
    }

    /// The last failure of this path, as the log has it.
    pub(super) fn last_failure(&self, user: UserId, group: GroupId) -> Option<(u32, Event)> {
        let found = self.audit.newest_first().find(
            |(_, _, event)| matches!(event, Event::PathFailed { user: u, group: g, .. } if (*u, *g) == (user, group)),
        );
        found.map(|(_, time, event)| (time, event))
    }
}

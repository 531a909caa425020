//! What can hold of a tenant: the named predicates of goals and hints.

use licensing_core::Tenant;
use licensing_model::{AssignmentError, CountryCode, GroupId, Path, PlanId, ProductId, RuleSet, UserId};

/// Something that holds of a tenant, or does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// Each of the users has the product in force.
    Holds {
        /// Who.
        who: Users,
        /// Which product.
        product: ProductId,
        /// By which path; none where any will do.
        via: Via,
    },
    /// Each of the users is given one of the plans.
    Plan {
        /// Who.
        who: Users,
        /// Any of them.
        plans: Vec<PlanId>,
    },
    /// Each of the users is there and has no license error.
    Clear {
        /// Who.
        who: Users,
    },
    /// One of the users has a path in error.
    Failed {
        /// Who.
        who: Users,
        /// With which error; none where any will do.
        error: Option<AssignmentError>,
        /// Of which product; none where any will do.
        product: Option<ProductId>,
        /// By which path.
        via: Via,
    },
    /// So many seats of a product are in use.
    Seats {
        /// Which product.
        product: ProductId,
        /// How many.
        range: Range,
    },
    /// So many units of a product can be assigned.
    Units {
        /// Which product.
        product: ProductId,
        /// How many.
        range: Range,
    },
    /// Each of the users is a member of the group.
    Member {
        /// Who.
        who: Users,
        /// Of which group.
        group: GroupId,
    },
    /// The group's template has the product.
    Carries {
        /// Which group.
        group: GroupId,
        /// Which product.
        product: ProductId,
        /// Plans that have to be on.
        on: Vec<PlanId>,
        /// Plans that have to be off.
        off: Vec<PlanId>,
    },
    /// The group is there.
    There {
        /// Which group.
        group: GroupId,
    },
    /// Each of the users has this usage location, or any.
    Located {
        /// Who.
        who: Users,
        /// Where; none where any will do.
        country: Option<CountryCode>,
    },
    /// Each of the users holds the address, or has it as `mail`.
    Address {
        /// Who.
        who: Users,
        /// The address.
        address: String,
        /// It has to be the `mail` attribute.
        primary: Primary,
    },
    /// Nothing waits in the queue.
    Idle,
    /// The rule set.
    Rules(RuleSet),
    /// All of them hold.
    All(Vec<Condition>),
    /// One of them holds.
    Any(Vec<Condition>),
    /// It does not hold.
    Not(Box<Condition>),
}

/// Whom a condition is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Users {
    /// These.
    These(Vec<UserId>),
    /// Whoever is in the group at the moment.
    Members(GroupId),
    /// Everybody who was there in the beginning.
    Everybody(Vec<UserId>),
}

/// By which path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Via {
    /// Any.
    Any,
    /// This one.
    Path(Path),
}

/// Whether an address has to be the first one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Primary {
    /// It is the `mail` attribute.
    Yes,
    /// It can be any of the addresses.
    No,
}

/// A range of numbers, ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// The least.
    pub least: u32,
    /// The most.
    pub most: u32,
}

impl Range {
    /// Whether the number is in it.
    pub const fn has(self, number: u32) -> bool {
        number >= self.least && number <= self.most
    }
}

impl Via {
    /// Whether a path is one of them.
    pub fn is(self, path: Path) -> bool {
        match self {
            Via::Any => true,
            Via::Path(own) => own == path,
        }
    }
}

impl Users {
    /// Who that is in this tenant. An empty group is nobody, and nothing holds of nobody.
    pub fn of(&self, tenant: &Tenant) -> Vec<UserId> {
        match self {
            Users::These(users) | Users::Everybody(users) => users.clone(),
            Users::Members(group) => tenant.users().filter(|user| is_member(tenant, *user, *group)).collect(),
        }
    }

    /// The first of whom it does not hold.
    pub(crate) fn except(&self, tenant: &Tenant, mut holds: impl FnMut(UserId) -> bool) -> Option<UserId> {
        self.of(tenant).into_iter().find(|user| !holds(*user))
    }

    fn all(&self, tenant: &Tenant, holds: impl FnMut(UserId) -> bool) -> bool {
        let users = self.of(tenant);
        !users.is_empty() && users.into_iter().all(holds)
    }
}

impl Condition {
    /// Whether it holds now.
    pub fn holds(&self, tenant: &Tenant) -> bool {
        match self {
            Condition::Holds { who, product, via } => who.all(tenant, |user| has(tenant, user, *product, *via)),
            Condition::Plan { who, plans } => who.all(tenant, |user| has_plan(tenant, user, plans)),
            Condition::Clear { who } => {
                who.all(tenant, |user| is_there(tenant, user) && tenant.rows_in_error(user) == 0)
            }
            Condition::Failed { who, error, product, via } => {
                who.of(tenant).into_iter().any(|user| has_failed(tenant, user, *error, *product, *via))
            }
            Condition::Seats { product, range } => range.has(seats(tenant, *product)),
            Condition::Units { product, range } => range.has(units(tenant, *product)),
            Condition::Member { who, group } => who.all(tenant, |user| is_member(tenant, user, *group)),
            Condition::Carries { group, product, on, off } => carries(tenant, *group, *product, on, off),
            Condition::There { group } => tenant.group(*group).is_some_and(|group| group.deleted_at.is_none()),
            Condition::Located { who, country } => who.all(tenant, |user| {
                let own = tenant.user(user).and_then(|user| user.location);
                own.is_some() && (country.is_none() || own == *country)
            }),
            Condition::Address { who, address, primary } => {
                who.all(tenant, |user| holds_address(tenant, user, address, *primary))
            }
            Condition::Idle => tenant.queue_length() == 0,
            Condition::Rules(rules) => tenant.rules() == *rules,
            Condition::All(parts) => parts.iter().all(|part| part.holds(tenant)),
            Condition::Any(parts) => parts.iter().any(|part| part.holds(tenant)),
            Condition::Not(part) => !part.holds(tenant),
        }
    }
}

/// Whether the user is there and not deleted.
pub(crate) fn is_there(tenant: &Tenant, user: UserId) -> bool {
    tenant.user(user).is_some_and(|user| user.deleted_at.is_none())
}

pub(crate) fn has(tenant: &Tenant, user: UserId, product: ProductId, via: Via) -> bool {
    is_there(tenant, user)
        && tenant.product_paths(user, product).any(|found| via.is(found.path) && found.state.in_force())
}

pub(crate) fn has_plan(tenant: &Tenant, user: UserId, plans: &[PlanId]) -> bool {
    let held = tenant.effective_plans(user);
    is_there(tenant, user) && plans.iter().any(|plan| held.contains(plan))
}

pub(crate) fn has_failed(
    tenant: &Tenant,
    user: UserId,
    error: Option<AssignmentError>,
    product: Option<ProductId>,
    via: Via,
) -> bool {
    is_there(tenant, user)
        && tenant.paths(user).iter().any(|row| {
            row.error != AssignmentError::None
                && error.is_none_or(|error| error == row.error)
                && product.is_none_or(|product| product == row.product)
                && via.is(row.path)
        })
}

pub(crate) fn is_member(tenant: &Tenant, user: UserId, group: GroupId) -> bool {
    is_there(tenant, user) && tenant.groups_of(user).any(|own| own == group)
}

pub(crate) fn seats(tenant: &Tenant, product: ProductId) -> u32 {
    tenant.product(product).map_or(0, |details| details.consumed)
}

pub(crate) fn units(tenant: &Tenant, product: ProductId) -> u32 {
    tenant.product(product).map_or(0, |details| details.units.enabled.saturating_add(details.units.warning))
}

fn carries(tenant: &Tenant, group: GroupId, product: ProductId, on: &[PlanId], off: &[PlanId]) -> bool {
    let details = tenant.group(group).filter(|details| details.deleted_at.is_none());
    let Some(disabled) = details.and_then(|mut details| details.template.remove(&product)) else { return false };
    on.iter().all(|plan| !disabled.contains(plan)) && off.iter().all(|plan| disabled.contains(plan))
}

fn holds_address(tenant: &Tenant, user: UserId, address: &str, primary: Primary) -> bool {
    let Some(details) = tenant.user(user).filter(|details| details.deleted_at.is_none()) else { return false };
    let is_mail = details.mailbox.mail.as_deref().is_some_and(|mail| mail.eq_ignore_ascii_case(address));
    let is_one = || details.mailbox.proxy_addresses.iter().any(|own| own.address.eq_ignore_ascii_case(address));
    is_mail || primary == Primary::No && is_one()
}

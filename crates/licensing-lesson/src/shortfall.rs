//! Why a condition does not hold: the facts of the first part that fails, and how they are said.

use licensing_core::Tenant;
use licensing_model::{AssignmentError, Path, ProductId, UserId};
use licensing_wording::{Text, UsageLocation, Words};

use crate::condition::{Condition, Users, has, has_failed, has_plan, is_member, is_there, seats, units};

/// Why a condition does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shortfall {
    /// The user is not there any more.
    Gone(UserId),
    /// Nobody is meant any more: the group is empty.
    Nobody,
    /// The user has no path of the product, or only paths that are not in force.
    NotHeld {
        /// Who.
        user: UserId,
        /// Which product.
        product: ProductId,
        /// The error of a path that is not in force.
        error: Option<AssignmentError>,
    },
    /// The user has the product, and should not.
    Held {
        /// Who.
        user: UserId,
        /// Which product.
        product: ProductId,
    },
    /// The user lacks the plan.
    NoPlan(UserId),
    /// The user has the plan, and should not.
    HasPlan(UserId),
    /// The user has a license error.
    InError {
        /// Who.
        user: UserId,
        /// Of which product.
        product: ProductId,
        /// Which.
        error: AssignmentError,
        /// How many others of those who are meant have one, too.
        others: usize,
    },
    /// Nobody has the error.
    NobodyInError,
    /// So many seats are in use.
    Seats(ProductId, u32),
    /// So many units can be assigned.
    Units(ProductId, u32),
    /// The user is no member.
    NoMember(UserId),
    /// The user is a member.
    IsMember(UserId),
    /// The template is another.
    Template,
    /// The group is not there, or is there and should not.
    Group,
    /// The usage location is not so.
    Location(UserId),
    /// The addresses are not so.
    Address(UserId),
    /// Steps wait.
    Waiting(usize),
    /// Something else.
    Other,
}

impl Condition {
    /// Why it does not hold; none where it holds.
    pub fn shortfall(&self, tenant: &Tenant) -> Option<Shortfall> {
        if self.holds(tenant) {
            return None;
        }
        Some(self.why_not(tenant))
    }

    fn why_not(&self, tenant: &Tenant) -> Shortfall {
        let first = |who: &Users, holds: &dyn Fn(UserId) -> bool| who.except(tenant, holds);
        let gone_or = |user: Option<UserId>, otherwise: &dyn Fn(UserId) -> Shortfall| match user {
            None => Shortfall::Nobody,
            Some(user) if !is_there(tenant, user) => Shortfall::Gone(user),
            Some(user) => otherwise(user),
        };
        match self {
            Condition::Holds { who, product, via } => {
                gone_or(first(who, &|user| has(tenant, user, *product, *via)), &|user| {
                    let failed = tenant.product_paths(user, *product).find(|found| via.is(found.path));
                    let error = failed.map(|found| found.error).filter(|error| *error != AssignmentError::None);
                    Shortfall::NotHeld { user, product: *product, error }
                })
            }
            Condition::Plan { who, plans } => {
                gone_or(first(who, &|user| has_plan(tenant, user, plans)), &Shortfall::NoPlan)
            }
            Condition::Clear { who } => {
                let clear = |user| is_there(tenant, user) && tenant.rows_in_error(user) == 0;
                gone_or(first(who, &clear), &|user| {
                    let others = who.of(tenant).into_iter().filter(|user| !clear(*user)).count().saturating_sub(1);
                    in_error(tenant, user, others)
                })
            }
            Condition::Failed { .. } => Shortfall::NobodyInError,
            Condition::Seats { product, .. } => Shortfall::Seats(*product, seats(tenant, *product)),
            Condition::Units { product, .. } => Shortfall::Units(*product, units(tenant, *product)),
            Condition::Member { who, group } => {
                gone_or(first(who, &|user| is_member(tenant, user, *group)), &Shortfall::NoMember)
            }
            Condition::Carries { .. } => Shortfall::Template,
            Condition::There { .. } => Shortfall::Group,
            Condition::Located { who, country } => {
                let located =
                    |user| Condition::Located { who: Users::These(vec![user]), country: *country }.holds(tenant);
                gone_or(first(who, &located), &Shortfall::Location)
            }
            Condition::Address { who, .. } => match who.of(tenant).first() {
                Some(user) if is_there(tenant, *user) => Shortfall::Address(*user),
                Some(user) => Shortfall::Gone(*user),
                None => Shortfall::Nobody,
            },
            Condition::Idle => Shortfall::Waiting(tenant.waiting_steps()),
            Condition::Rules(_) => Shortfall::Other,
            Condition::All(parts) => parts.iter().find_map(|part| part.shortfall(tenant)).unwrap_or(Shortfall::Other),
            Condition::Any(parts) => parts.first().map_or(Shortfall::Other, |part| part.why_not(tenant)),
            Condition::Not(part) => why_so(part, tenant),
        }
    }
}

/// Why a condition holds that should not.
fn why_so(condition: &Condition, tenant: &Tenant) -> Shortfall {
    let someone = |who: &Users| who.of(tenant).into_iter().next();
    match condition {
        Condition::Holds { who, product, .. } => {
            someone(who).map_or(Shortfall::Nobody, |user| Shortfall::Held { user, product: *product })
        }
        Condition::Plan { who, .. } => someone(who).map_or(Shortfall::Nobody, Shortfall::HasPlan),
        Condition::Failed { who, error, product, via } => {
            let failed = |user: &UserId| has_failed(tenant, *user, *error, *product, *via);
            let users: Vec<_> = who.of(tenant).into_iter().filter(failed).collect();
            match users.split_first() {
                Some((first, others)) => in_error(tenant, *first, others.len()),
                None => Shortfall::Other,
            }
        }
        Condition::Seats { product, .. } => Shortfall::Seats(*product, seats(tenant, *product)),
        Condition::Units { product, .. } => Shortfall::Units(*product, units(tenant, *product)),
        Condition::Member { who, .. } => someone(who).map_or(Shortfall::Nobody, Shortfall::IsMember),
        Condition::Carries { .. } => Shortfall::Template,
        Condition::There { .. } => Shortfall::Group,
        Condition::Located { who, .. } => someone(who).map_or(Shortfall::Nobody, Shortfall::Location),
        Condition::Address { who, .. } => someone(who).map_or(Shortfall::Nobody, Shortfall::Address),
        Condition::All(parts) | Condition::Any(parts) => {
            parts.iter().find(|part| part.holds(tenant)).map_or(Shortfall::Other, |part| why_so(part, tenant))
        }
        _ => Shortfall::Other,
    }
}

/// The first error of a user that is not only the shadow of another.
fn in_error(tenant: &Tenant, user: UserId, others: usize) -> Shortfall {
    let rows = tenant.paths(user);
    let failed = || rows.iter().filter(|row| row.error != AssignmentError::None);
    let cause = failed().find(|row| row.error != AssignmentError::Other).or_else(|| failed().next());
    match cause {
        Some(row) => Shortfall::InError { user, product: row.product, error: row.error, others },
        None => Shortfall::Other,
    }
}

impl Shortfall {
    /// Says it of this tenant, in one sentence.
    pub fn say(&self, tenant: &Tenant, words: Words) -> String {
        let name = |user: &UserId| tenant.user_name(*user);
        let product = |product: &ProductId| tenant.product_name(*product);
        let heading = |user: &UserId, error: &AssignmentError| {
            words.heading(*error, tenant.rules(), UsageLocation::of(tenant, *user))
        };
        let by = |user: &UserId, product: &ProductId| -> Vec<String> {
            let held = tenant.product_paths(*user, *product).filter(|found| found.state.in_force());
            let named = held.map(|found| match found.path {
                Path::Direct => words.text(Text::SHORT_DIRECTLY).to_string(),
                Path::Group(group) => tenant.group_name(group),
            });
            named.collect()
        };
        match self {
            Shortfall::Gone(user) => words.short_gone(&name(user)),
            Shortfall::Nobody => words.text(Text::SHORT_NOBODY).to_string(),
            Shortfall::NotHeld { user, product: own, error: None } => match by(user, own).as_slice() {
                [] => words.short_not_held(&name(user), &product(own)),
                // Somebody has it, and not as it is asked for.
                by => words.short_held(&name(user), &product(own), &words.list(by)),
            },
            Shortfall::NotHeld { user, product: own, error: Some(error) } => {
                words.short_failed(&name(user), &product(own), heading(user, error))
            }
            Shortfall::Held { user, product: own } => {
                words.short_held(&name(user), &product(own), &words.list(&by(user, own)))
            }
            Shortfall::NoPlan(user) => words.short_no_plan(&name(user)),
            Shortfall::HasPlan(user) => words.short_has_plan(&name(user)),
            Shortfall::InError { user, product: own, error, others: 0 } => {
                words.short_failed(&name(user), &product(own), heading(user, error))
            }
            Shortfall::InError { user, product: own, error, others } => {
                words.short_failed_and_others(&name(user), &product(own), heading(user, error), *others)
            }
            Shortfall::NobodyInError => words.text(Text::SHORT_NOBODY_IN_ERROR).to_string(),
            Shortfall::Seats(own, number) => words.short_seats(*number as usize, &product(own)),
            Shortfall::Units(own, number) => words.short_units(*number as usize, &product(own)),
            Shortfall::NoMember(user) => words.short_no_member(&name(user)),
            Shortfall::IsMember(user) => words.short_is_member(&name(user)),
            Shortfall::Template => words.text(Text::SHORT_TEMPLATE).to_string(),
            Shortfall::Group => words.text(Text::SHORT_GROUP).to_string(),
            Shortfall::Location(user) => match tenant.user(*user).and_then(|user| user.location) {
                Some(country) => words.short_located(&name(user), &words.country(country)),
                None => words.short_no_location(&name(user)),
            },
            Shortfall::Address(user) => {
                let mail = tenant.user(*user).and_then(|user| user.mailbox.mail).unwrap_or_default();
                if mail.is_empty() { words.short_no_mail(&name(user)) } else { words.short_mail(&name(user), &mail) }
            }
            Shortfall::Waiting(number) => words.short_waiting(*number),
            Shortfall::Other => words.text(Text::SHORT_OTHER).to_string(),
        }
    }
}

//! Statements in plain English, one sentence each.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use licensing_model::{AssignmentError, Path, PlanId, ProductId};

use super::{Origin, Statement};
use crate::store::address_book::Holder;
use crate::tenant::Tenant;

impl Tenant {
    /// Words a statement.
    pub fn sentence(&self, statement: &Statement) -> String {
        let by = |path: Path| match path {
            Path::Direct => "directly".to_string(),
            Path::Group(group) => format!("through {}", self.group_name(group)),
        };
        match statement {
            Statement::InForce { user, product, path } => {
                let has = if self.gives(*product) { "has" } else { "keeps the seat of" };
                format!("{} {has} {} {}.", self.user_name(*user), self.product_name(*product), by(*path))
            }
            Statement::KeptAsItWas { user, product, path, error } => format!(
                "{} keeps {} {} as it was; the last change failed, because {}.",
                self.user_name(*user),
                self.product_name(*product),
                by(*path),
                reason(*error)
            ),
            Statement::NotInForce { user, product, path, error } => format!(
                "{} does not get {} {}, because {}.",
                self.user_name(*user),
                self.product_name(*product),
                by(*path),
                reason(*error)
            ),
            Statement::Withheld { product } => {
                format!("The subscription of {} gives nothing now; the seat is kept.", self.product_name(*product))
            }
            Statement::SiblingFailed { group, product, error } => format!(
                "{} failed, because {}; when one product of {} fails, none of them is applied.",
                self.product_name(*product),
                reason(*error),
                self.group_name(*group)
            ),
            Statement::NoSeat { product, consumed, assignable } => {
                format!("No seat of {} is free: {consumed} of {assignable} are in use.", self.product_name(*product))
            }
            Statement::UnitsAre { product, units } => {
                let mut parts = alloc::vec![format!("{} enabled", units.enabled)];
                for (count, word) in
                    [(units.warning, "in warning"), (units.suspended, "suspended"), (units.locked_out, "locked out")]
                {
                    if count > 0 {
                        parts.push(format!("{count} {word}"));
                    }
                }
                format!("{} has these units: {}.", self.product_name(*product), parts.join(", "))
            }
            Statement::PlansExclude { a, b } => {
                format!("{} and {} cannot be on the same user.", self.plan_words(*a), self.plan_words(*b))
            }
            Statement::PlanHeld { user, plan, product, path } => format!(
                "{} already has {}{}, because {} is assigned {}.",
                self.user_name(*user),
                self.plan_words(*plan),
                if self.gives(*product) { "" } else { " (suspended)" },
                self.product_name(*product),
                by(*path)
            ),
            Statement::PlanWanted { plan, product, group } => format!(
                "{} carries {} with {} on.",
                self.group_name(*group),
                self.product_name(*product),
                self.plan_words(*plan)
            ),
            Statement::PlanLacks { plan, any_of } => format!(
                "{} needs one of these enabled, and there is none: {}.",
                self.plan_words(*plan),
                self.plan_list(any_of)
            ),
            Statement::PlanWouldLack { plan, any_of } => format!(
                "{} stays and needs one of these, of which the last would go: {}.",
                self.plan_words(*plan),
                self.plan_list(any_of)
            ),
            Statement::Prohibited { product, country, .. } => {
                format!("{} is not allowed in {country}.", self.product_name(*product))
            }
            Statement::LocationOfUser { user, country } => {
                format!("The usage location of {} is {country}.", self.user_name(*user))
            }
            Statement::LocationOfTenant { country } => {
                format!("No usage location is set on the user, so the tenant's country counts: {country}.")
            }
            Statement::AddressHeld { address, holder } => {
                let name = match holder {
                    Holder::User(user) => self.user_name(*user),
                    Holder::Contact(contact) => format!("The contact {}", self.contact_name(*contact)),
                };
                format!("{name} already holds the address {address}.")
            }
            Statement::Member { user, group } => {
                format!("{} is a member of {}.", self.user_name(*user), self.group_name(*group))
            }
            Statement::Left { user, group } => {
                format!("{} has left {}.", self.user_name(*user), self.group_name(*group))
            }
            Statement::GroupDeleted { group } => format!("{} was deleted.", self.group_name(*group)),
            Statement::TemplateHas { group, product } => {
                format!("{} carries {}.", self.group_name(*group), self.product_name(*product))
            }
            Statement::TemplateLost { group, product } => {
                format!("{} does not carry {} any more.", self.group_name(*group), self.product_name(*product))
            }
            Statement::AssignedDirectly { user, product } => {
                format!("{} was assigned to {} directly.", self.product_name(*product), self.user_name(*user))
            }
            Statement::CauseGone { user, waits: false } => format!(
                "What stood in the way is gone, but nothing has processed {} since: reprocess.",
                self.user_name(*user)
            ),
            Statement::CauseGone { user, waits: true } => {
                format!("What stood in the way is gone, and {} waits in the queue.", self.user_name(*user))
            }
            Statement::TemplatePlans { group, product, turned_off, turned_on } => {
                let turns = |word: &str, plans: &[PlanId]| {
                    (!plans.is_empty()).then(|| format!("turns {word} {}", self.plan_list(plans)))
                };
                let parts: Vec<_> = [turns("off", turned_off), turns("on", turned_on)].into_iter().flatten().collect();
                let (group, product) = (self.group_name(*group), self.product_name(*product));
                format!("{group} carries {product} and {}.", parts.join(" and "))
            }
            Statement::BecameDirect { user, product, group } => format!(
                "{} came to {} from {}; it could not be taken away when the group was deleted, and became direct.",
                self.product_name(*product),
                self.user_name(*user),
                self.group_name(*group)
            ),
            Statement::SeatOrder => {
                "Who gets the last seat follows the order of the queue here; the documentation names no order."
                    .to_string()
            }
            Statement::Pending { user, waits: false } => {
                format!("It is wanted otherwise by now, but nothing has processed {} since.", self.user_name(*user))
            }
            Statement::Pending { user, waits: true } => {
                format!("It is wanted otherwise by now, and {} waits in the queue.", self.user_name(*user))
            }
            Statement::WasBlocked { user, error, .. } => {
                format!("The last step at {} failed, because {}.", self.user_name(*user), past_reason(*error))
            }
            Statement::NowBlockedBy { error, .. } => {
                format!("That is gone, but a step now would fail as well, because {}.", reason(*error))
            }
            Statement::Unknown => "How this came about is not known.".to_string(),
        }
    }

    /// Words where a fact comes from.
    pub fn origin_words(&self, origin: Origin) -> String {
        match origin {
            Origin::Command { number, .. } => format!("Action {number}"),
            Origin::Step { .. } => "A step of the background".to_string(),
            Origin::Initial => "So from the beginning".to_string(),
        }
    }

    fn gives(&self, product: ProductId) -> bool {
        self.subscription(product).is_some_and(|subscription| subscription.gives())
    }

    fn plan_list(&self, plans: &[PlanId]) -> String {
        let names: Vec<_> = plans.iter().map(|plan| self.plan_words(*plan)).collect();
        names.join(", ")
    }
}

/// Why a path with this code is not as it is wanted, as half a sentence.
fn reason(error: AssignmentError) -> &'static str {
    match error {
        AssignmentError::None => "nothing is wrong",
        AssignmentError::ProhibitedInUsageLocationViolation => "a product is not allowed where the user is",
        AssignmentError::CountViolation => "there is no free seat",
        AssignmentError::MutuallyExclusiveViolation => "service plans conflict",
        AssignmentError::DependencyViolation => "a service plan needs another one that is missing or would go",
        AssignmentError::UniquenessViolation => "a mail address is held by another object",
        AssignmentError::Other => "another product of the group failed",
    }
}

/// The same of a step that is past.
fn past_reason(error: AssignmentError) -> &'static str {
    match error {
        AssignmentError::None => "nothing was wrong",
        AssignmentError::ProhibitedInUsageLocationViolation => "a product was not allowed where the user was",
        AssignmentError::CountViolation => "there was no free seat",
        AssignmentError::MutuallyExclusiveViolation => "service plans conflicted",
        AssignmentError::DependencyViolation => "a service plan needed another one that was missing or would have gone",
        AssignmentError::UniquenessViolation => "a mail address was held by another object",
        AssignmentError::Other => "another product of the group had failed",
    }
}

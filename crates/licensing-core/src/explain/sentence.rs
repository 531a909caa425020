//! Statements in plain English, one sentence each.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use licensing_model::{Path, PlanId};

use super::{Origin, Statement};
use crate::rules::switches::heading;
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
                format!("{} has {} {}.", self.user_name(*user), self.product_name(*product), by(*path))
            }
            Statement::KeptAsItWas { user, product, path, error } => format!(
                "{} keeps {} {} as it was, because the last change failed: {}.",
                self.user_name(*user),
                self.product_name(*product),
                by(*path),
                heading(*error, self.rules)
            ),
            Statement::NotInForce { user, product, path, error } => format!(
                "{} does not get {} {}: {}.",
                self.user_name(*user),
                self.product_name(*product),
                by(*path),
                heading(*error, self.rules)
            ),
            Statement::Withheld { product } => {
                format!("The subscription of {} gives nothing now; the seat is kept.", self.product_name(*product))
            }
            Statement::SiblingFailed { group, product, error } => format!(
                "{} failed ({}), and when one product of {} fails, none of them is applied.",
                self.product_name(*product),
                heading(*error, self.rules),
                self.group_name(*group)
            ),
            Statement::NoSeat { product, consumed, assignable } if consumed < assignable => format!(
                "No seat of {} was free at the last step; now {consumed} of {assignable} are in use.",
                self.product_name(*product)
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
                "{} already has {}, because {} is assigned {}.",
                self.user_name(*user),
                self.plan_words(*plan),
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
                    Holder::Contact(contact) => format!("the contact {}", self.contact_name(*contact)),
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
            Statement::TemplateChanged { group, product } => {
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

    fn plan_list(&self, plans: &[PlanId]) -> String {
        let names: Vec<_> = plans.iter().map(|plan| self.plan_words(*plan)).collect();
        names.join(", ")
    }
}

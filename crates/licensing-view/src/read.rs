//! Small readings of a tenant that many view models share.

use licensing_core::{Holder, PathRow, Tenant};
use licensing_model::{AssignmentError, GroupId, PlanId, ProductId, UserId};
use licensing_wording::Words;

use crate::linked::Linked;
use crate::names::{GroupName, PersonName, PlanChoice, ProductName};
use crate::route::{Route, WhyTarget};
use crate::status::{Headings, Status};

/// A user by name.
pub fn person(tenant: &Tenant, user: UserId) -> PersonName {
    PersonName::new(user, &tenant.user_name(user))
}

/// A group by name.
pub fn group_name(tenant: &Tenant, group: GroupId) -> GroupName {
    GroupName { id: group, name: tenant.group_name(group) }
}

/// Where a group is shown, if it still is.
pub fn group_route(tenant: &Tenant, group: GroupId) -> Option<Route> {
    let details = tenant.group(group).filter(|details| details.deleted_at.is_none());
    details.map(|_| Route::Group(group))
}

/// A product by name.
pub fn product_name(tenant: &Tenant, product: ProductId) -> ProductName {
    ProductName::new(product, tenant.catalog().product(product))
}

/// A plan by name.
pub fn plan_choice(tenant: &Tenant, plan: PlanId) -> PlanChoice {
    let technical = tenant.catalog().plan(plan).map_or_else(String::new, |info| info.name.clone());
    PlanChoice { id: plan, name: tenant.plan_name(plan), technical }
}

/// A plan where its technical name does not stand beside its name: the two names together where other plans are called
/// the same.
pub fn plan_alone(tenant: &Tenant, plan: PlanId) -> PlanChoice {
    PlanChoice { name: tenant.plan_words(plan), ..plan_choice(tenant, plan) }
}

/// What holds an address, and where it is shown.
pub fn holder(tenant: &Tenant, holder: Holder) -> Linked {
    match holder {
        Holder::User(user) => {
            Linked { text: tenant.user_name(user), route: tenant.user(user).map(|_| Route::User(user)) }
        }
        Holder::Contact(contact) => Linked { text: tenant.contact_name(contact), route: Some(Route::Contacts) },
    }
}

/// The status of a path of a user.
pub fn path_status(tenant: &Tenant, words: Words, user: UserId, row: &PathRow) -> Status {
    Status::of_path(words, Headings::of(tenant, user), row.state, row.error)
}

/// An error as a reason, under the heading that fits `user`, who has it.
pub fn reason(tenant: &Tenant, words: Words, user: UserId, error: AssignmentError) -> Status {
    Status::of_error(words, Headings::of(tenant, user), error)
}

/// What explains a row.
pub fn why(user: UserId, row: &PathRow) -> WhyTarget {
    WhyTarget { user, product: row.product, path: row.path }
}

/// The row to explain first among rows in error: one with a cause of its own before those that only follow it.
pub fn first_failure(rows: &[PathRow]) -> Option<&PathRow> {
    let mut failed = rows.iter().filter(|row| row.error != AssignmentError::None);
    failed.clone().find(|row| row.error != AssignmentError::Other).or_else(|| failed.next())
}

/// How many plans of the product are on by this path, and how many there are.
pub fn plans_on(tenant: &Tenant, product: ProductId, is_off: impl Fn(PlanId) -> bool) -> (usize, usize) {
    let plans = tenant.product(product).map(|details| details.plans).unwrap_or_default();
    (plans.iter().filter(|plan| !is_off(**plan)).count(), plans.len())
}

/// Where a user counts as being: the country, and whether the tenant's country stands in for it.
pub fn location(tenant: &Tenant, words: Words, user: UserId) -> String {
    let country = tenant.effective_location(user);
    match tenant.user(user).and_then(|details| details.location) {
        Some(_) => words.country(country),
        None => words.location_of_tenant(&words.country(country)),
    }
}

//! What a newcomer can do next: the example's conflict and its three documented ways out, or how an empty tenant
//! begins.

use licensing_core::Tenant;
use licensing_model::{AssignmentError, AssignmentState, Path, PlanId, ProductId};

use crate::example;
use crate::route::{Address, Route, WhyTarget};
use crate::words;

/// A story with goals, some of them reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Story {
    /// Its title.
    pub title: &'static str,
    /// How things stand.
    pub lead: &'static str,
    /// What to do, in order.
    pub goals: Vec<Goal>,
}

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    /// What.
    pub text: &'static str,
    /// How.
    pub hint: String,
    /// Where.
    pub links: Vec<(&'static str, Address)>,
    /// It is reached.
    pub done: bool,
    /// It is the first that is not.
    pub now: bool,
}

/// The story of a tenant.
pub fn story(tenant: &Tenant) -> Story {
    let mut story = the_example(tenant).unwrap_or_else(|| beginning(tenant));
    if let Some(goal) = story.goals.iter_mut().find(|goal| !goal.done) {
        goal.now = true;
    }
    story
}

fn goal(text: &'static str, hint: impl Into<String>, links: Vec<(&'static str, Address)>, done: bool) -> Goal {
    Goal { text, hint: hint.into(), links, done, now: false }
}

/// The story of the opening example, as long as its people and products are there.
fn the_example(tenant: &Tenant) -> Option<Story> {
    let noor = tenant
        .user(example::NOOR)
        .filter(|user| user.deleted_at.is_none() && user.principal_name.starts_with("noor.visser@"))?;
    tenant.group(example::SALES).filter(|group| group.deleted_at.is_none() && !group.template.is_empty())?;
    let e3 = tenant.catalog().product_by_part_number(example::E3)?;
    let e1 = tenant.catalog().product_by_part_number(example::E1)?;
    let path = Path::Group(example::SALES);
    let row = tenant.path(noor.user, e3, path);
    let failed = row.as_ref().is_some_and(|row| row.error != AssignmentError::None);
    let reached = row.as_ref().is_some_and(|row| row.state == AssignmentState::Active);
    let resolved = reached || (row.is_some() && !clashes(tenant, e1, e3));
    let why = Address::of(Route::Overview).with_why(WhyTarget { user: noor.user, product: e3, path });
    let user = Address::of(Route::User(noor.user));
    let group = Address::of(Route::Group(example::SALES));
    let (held, wanted) = exclusive_plans(tenant, e1, e3);
    let ways_out = format!(
        "Turn off {held} in her direct E1; or turn off {wanted} in the group's E3; or take the direct E1 away."
    );
    let see = if failed { vec![("Why?", why)] } else { Vec::new() };
    Some(Story {
        title: "The example: E1 meets E3",
        lead: "Noor Visser holds Office 365 E1 directly, with every plan on. She is a member of Sales E3, and that \
               group gets Office 365 E3. Two plans of the one exclude two plans of the other.",
        goals: vec![
            goal(
                "Let the background reach Noor",
                "Press Step in the bar below: each step takes one member of Sales E3. Run takes them all.",
                Vec::new(),
                row.is_some(),
            ),
            goal(
                "Find out why she does not get Office 365 E3",
                "Open Why? beside any error to see the chain of causes down to its facts.",
                see,
                resolved,
            ),
            goal(
                "Resolve it in one of the three documented ways",
                ways_out,
                vec![("Noor Visser", user), ("Sales E3", group)],
                resolved,
            ),
            goal(
                "Process her again",
                "A changed direct license starts nothing: press Reprocess on Noor or on the group, then Step. A \
                 changed group license queues its run by itself.",
                vec![("Noor Visser", user)],
                reached,
            ),
        ],
    })
}

/// The plans of the two products that exclude each other, as two lists.
fn exclusive_plans(tenant: &Tenant, e1: ProductId, e3: ProductId) -> (String, String) {
    let plans = |product| tenant.product(product).map(|details| details.plans).unwrap_or_default();
    let names = |own: ProductId, other: ProductId| {
        let others = plans(other);
        let clashing = plans(own).into_iter().filter(|plan| others.iter().any(|other| tenant.excludes(*plan, *other)));
        words::list(&clashing.map(|plan| tenant.plan_name(plan)).collect::<Vec<_>>())
    };
    (names(e1, e3), names(e3, e1))
}

/// Whether the plans that are on in Noor's direct E1 still exclude plans that the group wants to give.
fn clashes(tenant: &Tenant, e1: ProductId, e3: ProductId) -> bool {
    let plans_on = |product: ProductId, is_off: &dyn Fn(&PlanId) -> bool| -> Vec<PlanId> {
        let plans = tenant.product(product).map(|details| details.plans).unwrap_or_default();
        plans.into_iter().filter(|plan| !is_off(plan)).collect()
    };
    let Some(direct) = tenant.path(example::NOOR, e1, Path::Direct) else { return false };
    let Some(wanted) = tenant.group(example::SALES).and_then(|group| group.template.get(&e3).cloned()) else {
        return false;
    };
    let held = plans_on(e1, &|plan| direct.disabled.contains(plan));
    let wanted = plans_on(e3, &|plan| wanted.contains(plan));
    held.iter().any(|a| wanted.iter().any(|b| tenant.excludes(*a, *b)))
}

/// How a tenant of one's own begins.
fn beginning(tenant: &Tenant) -> Story {
    let groups: Vec<_> = tenant.groups().filter_map(|group| tenant.group(group)).collect();
    let users = tenant.user_count() > 0;
    let licensed = groups.iter().any(|group| !group.template.is_empty());
    let manned = groups.iter().any(|group| !group.template.is_empty() && group.users > 0);
    let processed = groups
        .iter()
        .any(|group| group.users > 0 && group.processing == Some(licensing_model::ProcessingState::ProcessingComplete));
    Story {
        title: "How to begin",
        lead: "A license on a group reaches its members in a few moves. Each of them can be undone.",
        goals: vec![
            goal(
                "Buy a product",
                "It comes with as many seats as you buy.",
                vec![("Products", Address::of(Route::Products))],
                tenant.products().next().is_some(),
            ),
            goal(
                "Create users",
                "Each with a usage location, or the tenant's counts.",
                vec![("Users", Address::of(Route::Users))],
                users,
            ),
            goal(
                "Create a group and give it a license",
                "A security group, and Assign… on its page.",
                vec![("Groups", Address::of(Route::Groups))],
                licensed,
            ),
            goal(
                "Add members",
                "They are licensed one by one, in the background.",
                vec![("Groups", Address::of(Route::Groups))],
                manned,
            ),
            goal(
                "Let the background work",
                "Press Step or Run in the bar below.",
                vec![("Processing", Address::of(Route::Processing))],
                processed,
            ),
        ],
    }
}

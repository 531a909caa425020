//! What a newcomer can do next: the example's conflict and its three documented ways out, or how an empty tenant
//! begins.

use licensing_core::Tenant;
use licensing_model::{AssignmentError, AssignmentState, Path, PlanId, ProcessingState, ProductId};
use licensing_wording::{Text, Words};

use crate::example;
use crate::route::{Address, Route, WhyTarget};

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
    pub links: Vec<(String, Address)>,
    /// It is reached.
    pub done: bool,
    /// It is the first that is not.
    pub now: bool,
}

/// The story of a tenant.
pub fn story(tenant: &Tenant, words: Words) -> Story {
    let mut story = the_example(tenant, words).unwrap_or_else(|| beginning(tenant, words));
    if let Some(goal) = story.goals.iter_mut().find(|goal| !goal.done) {
        goal.now = true;
    }
    story
}

fn goal(text: &'static str, hint: impl Into<String>, links: Vec<(String, Address)>, done: bool) -> Goal {
    Goal { text, hint: hint.into(), links, done, now: false }
}

/// The story of the opening example, as long as its people and products are there.
fn the_example(tenant: &Tenant, words: Words) -> Option<Story> {
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
    let user = (tenant.user_name(noor.user), Address::of(Route::User(noor.user)));
    let group = (tenant.group_name(example::SALES), Address::of(Route::Group(example::SALES)));
    let (held, wanted) = exclusive_plans(tenant, words, e1, e3);
    let see = if failed { vec![(words.text(Text::WHY).to_string(), why)] } else { Vec::new() };
    let said = |text| words.text(text);
    Some(Story {
        title: said(Text::STORY_EXAMPLE),
        lead: said(Text::STORY_EXAMPLE_LEAD),
        goals: vec![
            goal(said(Text::GOAL_REACH), said(Text::GOAL_REACH_HINT), Vec::new(), row.is_some()),
            goal(said(Text::GOAL_FIND_OUT), said(Text::GOAL_FIND_OUT_HINT), see, resolved),
            goal(
                said(Text::GOAL_RESOLVE),
                words.goal_resolve_hint(&held, &wanted),
                vec![user.clone(), group],
                resolved,
            ),
            goal(said(Text::GOAL_PROCESS), said(Text::GOAL_PROCESS_HINT), vec![user], reached),
        ],
    })
}

/// The plans of the two products that exclude each other, as two lists.
fn exclusive_plans(tenant: &Tenant, words: Words, e1: ProductId, e3: ProductId) -> (String, String) {
    let plans = |product| tenant.product(product).map(|details| details.plans).unwrap_or_default();
    let names = |own: ProductId, other: ProductId| {
        let others = plans(other);
        let clashing = plans(own).into_iter().filter(|plan| others.iter().any(|other| tenant.excludes(*plan, *other)));
        words.list(&clashing.map(|plan| tenant.plan_name(plan)).collect::<Vec<_>>())
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
fn beginning(tenant: &Tenant, words: Words) -> Story {
    let groups: Vec<_> = tenant.groups().filter_map(|group| tenant.group(group)).collect();
    let users = tenant.user_count() > 0;
    let licensed = groups.iter().any(|group| !group.template.is_empty());
    let manned = groups.iter().any(|group| !group.template.is_empty() && group.users > 0);
    let complete = Some(ProcessingState::ProcessingComplete);
    let processed = groups.iter().any(|group| group.users > 0 && group.processing == complete);
    let said = |text| words.text(text);
    let step = |text: Text, hint: Text, (word, route): (Text, Route), done: bool| {
        goal(said(text), said(hint), vec![(said(word).to_string(), Address::of(route))], done)
    };
    let products = (Text::PRODUCTS, Route::Products);
    let groups = (Text::GROUPS, Route::Groups);
    Story {
        title: said(Text::STORY_BEGINNING),
        lead: said(Text::STORY_BEGINNING_LEAD),
        goals: vec![
            step(Text::GOAL_BUY, Text::GOAL_BUY_HINT, products, tenant.products().next().is_some()),
            step(Text::GOAL_USERS, Text::GOAL_USERS_HINT, (Text::USERS, Route::Users), users),
            step(Text::GOAL_GROUP, Text::GOAL_GROUP_HINT, groups, licensed),
            step(Text::GOAL_MEMBERS, Text::GOAL_MEMBERS_HINT, groups, manned),
            step(Text::GOAL_PROCESSED, Text::GOAL_PROCESSED_HINT, (Text::PROCESSING, Route::Processing), processed),
        ],
    }
}

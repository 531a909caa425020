//! How a tenant of one's own begins.

use licensing_core::Tenant;
use licensing_model::ProcessingState;
use licensing_wording::{Text, Words};

use crate::route::{Address, Route};

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
    pub hint: &'static str,
    /// Where.
    pub link: (&'static str, Address),
    /// It is reached.
    pub done: bool,
    /// It is the first that is not.
    pub now: bool,
}

/// How the tenant begins, as long as something is left of that.
pub fn story(tenant: &Tenant, words: Words) -> Option<Story> {
    let mut story = beginning(tenant, words);
    story.goals.iter_mut().find(|goal| !goal.done)?.now = true;
    Some(story)
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
    let step = |text: Text, hint: Text, (word, route): (Text, Route), done: bool| Goal {
        text: said(text),
        hint: said(hint),
        link: (said(word), Address::of(route)),
        done,
        now: false,
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

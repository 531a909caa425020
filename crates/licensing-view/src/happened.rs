//! What happened to one user or one group: the newest events of the audit log about it.

use licensing_core::{Target, Tenant};
use licensing_model::{GroupId, UserId};
use licensing_wording::Words;

use crate::audit;
use crate::linked::Linked;
use crate::query::TableQuery;
use crate::route::{Address, Route};
use crate::status::Status;

/// Events that are looked through for a group; older ones are in the audit log, and it is said that there are some. What
/// is about a user is found wherever it stands.
const LOOKED_THROUGH: usize = 200_000;
/// Events that are told.
const TOLD: usize = 6;

/// One event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happening {
    /// When, in seconds of the simulated clock.
    pub time: u32,
    /// Microsoft's activity name.
    pub activity: String,
    /// What else had a part in it.
    pub with: Vec<Linked>,
    /// How it ended.
    pub result: Status,
    /// Why it happened, and the rule, where nobody asked for it.
    pub why: Option<(&'static str, &'static str)>,
}

/// What happened last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happened {
    /// Newest first.
    pub events: Vec<Happening>,
    /// The audit log, with what is about the same name.
    pub log: Address,
    /// That older events were not looked through, where there are some and fewer were found than can be told.
    pub older: Option<String>,
}

/// What happened to a user.
pub fn to_user(tenant: &Tenant, words: Words, user: UserId) -> Happened {
    happened(tenant, words, Target::User(user), &tenant.user_name(user))
}

/// What happened to a group.
pub fn to_group(tenant: &Tenant, words: Words, group: GroupId) -> Happened {
    happened(tenant, words, Target::Group(group), &tenant.group_name(group))
}

fn happened(tenant: &Tenant, words: Words, target: Target, name: &str) -> Happened {
    let length = tenant.audit_len();
    let first = match target {
        Target::User(_) => 0,
        _ => length.saturating_sub(LOOKED_THROUGH),
    };
    let about = tenant.audit_about(target, first..length).filter(|record| record.recorded.is_none());
    let events = about.take(TOLD).map(|record| {
        let mut with = audit::targets(tenant, words, &record);
        if let Some(own) = record.targets.iter().position(|one| *one == target) {
            with.remove(own);
        }
        Happening {
            time: record.time,
            activity: record.activity.to_string(),
            with,
            result: audit::result(words, &record),
            why: audit::reason(words, &record),
        }
    });
    let events: Vec<Happening> = events.collect();
    let is_cut = events.len() < TOLD && first > 0;
    Happened {
        events,
        older: is_cut.then(|| words.happened_newest(LOOKED_THROUGH)),
        log: Address::of(Route::Audit).with_query(TableQuery::default().with_search(name)),
    }
}

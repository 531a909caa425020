//! What happened to one user or one group: the newest events of the audit log about it.

use licensing_core::{Actor, AuditRecord, Target, Tenant};
use licensing_model::{GroupId, Pace, Paced, UserId};
use licensing_wording::{Text, Words};

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
    /// What it was, in words that what else had a part in it follows.
    pub told: String,
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
pub fn to_user(tenant: &Tenant, words: Words, user: UserId) -> Paced<Happened> {
    let tenant = tenant.clone();
    Paced::new(async move |pace| happened(&pace, &tenant, words, Target::User(user), tenant.user_name(user)).await)
}

/// What happened to a group.
pub fn to_group(tenant: &Tenant, words: Words, group: GroupId) -> Paced<Happened> {
    let tenant = tenant.clone();
    Paced::new(async move |pace| happened(&pace, &tenant, words, Target::Group(group), tenant.group_name(group)).await)
}

async fn happened(pace: &Pace, tenant: &Tenant, words: Words, target: Target, name: String) -> Happened {
    let length = tenant.audit_len();
    // Pages of the log say whom they are about, so that few of them are read for a user.
    let (first, part, work) = match target {
        Target::User(_) => (0, 1 << 16, 100),
        _ => (length.saturating_sub(LOOKED_THROUGH), 1 << 9, 1 << 10),
    };
    // All of it may have to be read, which takes a while.
    if first > 0 {
        pace.expect(LOOKED_THROUGH);
    }
    let (mut events, mut end): (Vec<Happening>, _) = (Vec::new(), length);
    while end > first && events.len() < TOLD {
        let start = end.saturating_sub(1).max(first) / part * part;
        let about = tenant.audit_about(target, start.max(first)..end).filter(|record| record.recorded.is_none());
        let room = TOLD - events.len();
        events.extend(about.take(room).map(|record| happening(tenant, words, target, &record)));
        end = start;
        pace.did(work).await;
    }
    let is_cut = events.len() < TOLD && first > 0;
    Happened {
        events,
        older: is_cut.then(|| words.happened_newest(LOOKED_THROUGH)),
        log: Address::of(Route::Audit).with_query(TableQuery::default().with_search(&name)),
    }
}

fn happening(tenant: &Tenant, words: Words, target: Target, record: &AuditRecord) -> Happening {
    let mut with = audit::targets(tenant, words, record);
    let own = record.targets.iter().position(|one| *one == target);
    if let Some(own) = own {
        with.remove(own);
    }
    Happening {
        time: record.time,
        told: told(words, record, own.unwrap_or_default()),
        activity: record.activity.to_string(),
        with,
        result: audit::result(words, record),
        why: audit::reason(words, record),
    }
}

/// Whose event it is: of what an activity is done to, or of what has a part in it.
const DONE_TO: usize = 0;
const PART_OF: usize = 1;

/// Activities, as the card of one of their targets tells them.
const TOLD_AS: [(&str, usize, Text); 22] = [
    ("Add user", DONE_TO, Text::HAPPENED_CREATED),
    ("Add group", DONE_TO, Text::HAPPENED_CREATED),
    ("Update user", DONE_TO, Text::HAPPENED_CHANGED),
    ("Update group", DONE_TO, Text::HAPPENED_CHANGED),
    ("Delete user", DONE_TO, Text::HAPPENED_DELETED),
    ("Delete group", DONE_TO, Text::HAPPENED_DELETED),
    ("Restore user", DONE_TO, Text::HAPPENED_RESTORED),
    ("Restore group", DONE_TO, Text::HAPPENED_RESTORED),
    ("Enable account", DONE_TO, Text::HAPPENED_UNBLOCKED),
    ("Disable account", DONE_TO, Text::HAPPENED_BLOCKED),
    ("Add member to group", DONE_TO, Text::HAPPENED_JOINED),
    ("Add member to group", PART_OF, Text::HAPPENED_NEW_MEMBER),
    ("Remove member from group", DONE_TO, Text::HAPPENED_LEFT),
    ("Remove member from group", PART_OF, Text::HAPPENED_LOST_MEMBER),
    ("Change user license", PART_OF, Text::HAPPENED_PROCESSED_MEMBER),
    ("Set group license", DONE_TO, Text::HAPPENED_LICENSES_CHANGED),
    ("Reprocess license assignment", DONE_TO, Text::HAPPENED_REPROCESS),
    ("Trigger group license recalculation", DONE_TO, Text::HAPPENED_REPROCESS),
    ("Start applying group based license to users", DONE_TO, Text::HAPPENED_RUN_BEGAN),
    ("Finish applying group based license to users", DONE_TO, Text::HAPPENED_RUN_ENDED),
    ("Start applying membership rule to users", DONE_TO, Text::HAPPENED_RULE_BEGAN),
    ("Finish applying membership rule to users", DONE_TO, Text::HAPPENED_RULE_ENDED),
];

/// An event in the words of the card of its target at `own`; Microsoft's name where there are none.
fn told(words: Words, record: &AuditRecord, own: usize) -> String {
    let licenses = match (record.actor, record.targets.len()) {
        (Actor::Administrator, _) => Text::HAPPENED_DIRECT_CHANGED,
        // Who is put off is so in several groups.
        (_, 1) => Text::HAPPENED_PROCESSED,
        _ => Text::HAPPENED_PROCESSED_THROUGH,
    };
    let of_user = ("Change user license", DONE_TO, licenses);
    let told_as = TOLD_AS.iter().chain([&of_user]).find(|(name, at, _)| *name == record.activity && *at == own);
    told_as.map_or_else(|| record.activity.to_string(), |(_, _, text)| words.text(*text).to_string())
}

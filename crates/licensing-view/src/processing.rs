//! The queue, and what it did.

use licensing_core::QueuedRun;
use licensing_core::heading;
use licensing_core::{StepOutcome, Tenant};
use licensing_model::snapshot::RunTarget;
use licensing_model::{AssignmentError, AssignmentState, Path};

use crate::icon::Icon;
use crate::names::{GroupName, PersonName};
use crate::read;
use crate::shell::Waiting;
use crate::status::{Status, Tone, icon_of};
use crate::words;

/// The queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProcessingView {
    /// The runs, first in, first out.
    pub runs: Vec<RunView>,
    /// The whole.
    pub waiting: Waiting,
    /// Whom the next step takes.
    pub next: Option<NextUser>,
    /// Runs that are not listed.
    pub more: usize,
}

/// One run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunView {
    /// Whose: a user, or a group.
    pub of: RunOf,
    /// Its first step was taken.
    pub started: bool,
    /// The users to take, as far as they are listed.
    pub users: Vec<PersonName>,
    /// Users that are not listed.
    pub more: usize,
    /// Microsoft's word for where it stands, and the figures.
    pub state: String,
}

/// Whom a run is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RunOf {
    /// One user.
    User(PersonName),
    /// The users of a group.
    Group(GroupName),
}

/// A user that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextUser {
    /// Who.
    pub person: PersonName,
    /// In which run.
    pub run: String,
}

/// A step that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepView {
    /// Its running number.
    pub number: usize,
    /// Who was taken, and in which run.
    pub taken: Vec<NextUser>,
    /// What came of it.
    pub outcome: Status,
    /// What else is to be said.
    pub detail: String,
}

/// Runs that are listed.
const RUNS: usize = 12;
/// Users that are listed of each.
const USERS: usize = 20;

/// What waits in the queue.
pub fn waiting(tenant: &Tenant) -> Waiting {
    Waiting { runs: tenant.queue_length(), users: tenant.waiting_steps() }
}

/// The queue of a tenant.
pub fn processing(tenant: &Tenant) -> ProcessingView {
    let runs: Vec<RunView> = tenant.queue(RUNS).into_iter().map(|run| run_view(tenant, run)).collect();
    ProcessingView {
        more: tenant.queue_length().saturating_sub(runs.len()),
        runs,
        waiting: waiting(tenant),
        next: next_users(tenant, 1).pop(),
    }
}

/// The first users that wait, in the order in which one worker takes them.
pub fn next_users(tenant: &Tenant, most: usize) -> Vec<NextUser> {
    let runs = tenant.queue(most);
    let users = runs.iter().flat_map(|run| run.remaining.iter().map(|user| (*user, run.target)));
    users
        .take(most)
        .map(|(user, run)| NextUser { person: read::person(tenant, user), run: run_words(tenant, run) })
        .collect()
}

fn run_view(tenant: &Tenant, run: QueuedRun) -> RunView {
    let all = run.taken + run.remaining.len();
    let state = match (run.target, run.started) {
        (RunTarget::Group(_), true) => format!("ProcessingInProgress, {} of {all} done", run.taken),
        (RunTarget::Group(_), false) => "QueuedForProcessing".to_string(),
        (RunTarget::User(_), _) => "all groups of the user".to_string(),
    };
    RunView {
        of: match run.target {
            RunTarget::User(user) => RunOf::User(read::person(tenant, user)),
            RunTarget::Group(group) => RunOf::Group(read::group_name(tenant, group)),
        },
        started: run.started,
        users: run.remaining.iter().take(USERS).map(|user| read::person(tenant, *user)).collect(),
        more: run.remaining.len().saturating_sub(USERS),
        state,
    }
}

fn run_words(tenant: &Tenant, run: RunTarget) -> String {
    match run {
        RunTarget::User(_) => "user run".to_string(),
        RunTarget::Group(group) => format!("{}, group run", tenant.group_name(group)),
    }
}

/// What a step did, worded with the tenant as it is right after it.
pub fn step(tenant: &Tenant, number: usize, outcome: &StepOutcome) -> StepView {
    let taken = outcome
        .taken
        .iter()
        .map(|taken| NextUser { person: read::person(tenant, taken.user), run: run_words(tenant, taken.run) });
    let (status, detail) = outcome_of(tenant, outcome);
    StepView { number, taken: taken.collect(), outcome: status, detail }
}

fn outcome_of(tenant: &Tenant, outcome: &StepOutcome) -> (Status, String) {
    let mut failures = Vec::new();
    let mut given = Vec::new();
    for taken in outcome.taken.iter().filter(|taken| !taken.put_off) {
        for row in tenant.paths(taken.user) {
            let concerns = match (taken.run, row.path) {
                (RunTarget::Group(group), Path::Group(of)) => group == of,
                (RunTarget::User(_), Path::Group(_)) => true,
                (_, Path::Direct) => false,
            };
            let product = read::product_name(tenant, row.product).name;
            if concerns && !matches!(row.error, AssignmentError::None | AssignmentError::Other) {
                failures.push((row.error, product));
            } else if concerns && row.state == AssignmentState::Active {
                given.push(product);
            }
        }
    }
    if let Some((error, _)) = failures.first() {
        let status = Status {
            tone: Tone::Error,
            icon: icon_of(*error),
            word: heading(*error, tenant.rules()).to_string(),
            code: Some(error.name()),
        };
        let products: Vec<String> = failures.into_iter().map(|(_, product)| product).collect();
        return (status, words::list(&products));
    }
    if outcome.taken.iter().all(|taken| taken.put_off) {
        return (
            Status::new(Tone::Wait, Icon::Wait, "Put off"),
            "another worker has the user; tried again in the next step".to_string(),
        );
    }
    if !outcome.taken.iter().any(|taken| taken.changed) {
        return (Status::new(Tone::Neutral, Icon::Off, "No change"), "wanted equals held".to_string());
    }
    if given.is_empty() {
        return (Status::new(Tone::Ok, Icon::Ok, "Taken away"), "nothing of a group is left".to_string());
    }
    given.dedup();
    (Status::new(Tone::Ok, Icon::Ok, "Applied"), words::list(&given))
}

/// A step as one sentence, to be read aloud.
pub fn step_sentence(view: &StepView, waiting: &Waiting) -> String {
    let who: Vec<String> = view.taken.iter().map(|taken| taken.person.name.clone()).collect();
    let detail = if view.detail.is_empty() { String::new() } else { format!(" ({})", view.detail) };
    let left = if waiting.is_idle() {
        "Nothing waits.".to_string()
    } else if waiting.users == 1 {
        "1 step waits.".to_string()
    } else {
        format!("{} wait.", words::count(waiting.users, "step", "steps"))
    };
    format!("Step {}, {}: {}{detail}. {left}", view.number, words::list(&who), view.outcome.word)
}

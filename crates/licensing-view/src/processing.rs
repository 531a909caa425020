//! The queue.

use licensing_core::{QueuedRun, Tenant};
use licensing_model::snapshot::RunTarget;
use licensing_model::{ProcessingState, UserId};
use licensing_wording::{Text, Words};

use crate::names::{GroupName, PersonName};
use crate::read;
use crate::status::Status;
use crate::step::{Before, StepRecord};

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
    pub users: Vec<QueuedUser>,
    /// The next step takes the first of them.
    pub is_next: bool,
    /// Users that are not listed.
    pub more: usize,
    /// Microsoft's word for where it stands, and the figures.
    pub state: String,
}

/// A user whom a run will take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueuedUser {
    /// Who.
    pub person: PersonName,
    /// What the step will come to, if nothing comes between; none for those far behind.
    pub foreseen: Option<Status>,
}

/// Whom a run is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RunOf {
    /// One user.
    User(PersonName),
    /// The users of a group.
    Group(GroupName),
    /// The rule of a group, which moves its members (R17).
    Rule(GroupName),
}

/// A user that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextUser {
    /// Who.
    pub person: PersonName,
    /// In which run.
    pub run: String,
}

/// Runs that are listed.
const RUNS: usize = 12;
/// Users that are listed of each.
const USERS: usize = 20;
/// Steps of which the outcome is foreseen.
const FORESEEN: usize = 40;

/// What waits in the queue.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Waiting {
    /// How many runs.
    pub runs: usize,
    /// How many users are to be taken, as far as that is known.
    pub users: usize,
}

impl Waiting {
    /// Whether a step would do something.
    pub const fn is_idle(&self) -> bool {
        self.runs == 0
    }

    /// How many users are to be taken; none where a step would do nothing.
    pub fn steps(&self) -> Option<usize> {
        (!self.is_idle()).then_some(self.users)
    }

    /// The whole as a few words.
    pub fn words(&self, words: Words) -> String {
        if self.is_idle() { words.text(Text::NOTHING_WAITING).to_string() } else { words.steps_waiting(self.users) }
    }
}

/// What waits in the queue.
pub fn waiting(tenant: &Tenant) -> Waiting {
    Waiting { runs: tenant.queue_length(), users: tenant.waiting_steps() }
}

/// The queue of a tenant.
pub fn processing(tenant: &Tenant, words: Words) -> ProcessingView {
    // Each worker takes the first user of a run of its own (R2.3).
    let workers = usize::from(tenant.worker_count());
    let foreseen = foresee(tenant, words);
    let mut runs: Vec<RunView> =
        tenant.queue(RUNS, USERS).into_iter().map(|run| run_view(tenant, words, run, &foreseen)).collect();
    runs.iter_mut().filter(|run| !run.users.is_empty()).take(workers).for_each(|run| run.is_next = true);
    ProcessingView {
        more: tenant.queue_length().saturating_sub(runs.len()),
        runs,
        waiting: waiting(tenant),
        next: next_users(tenant, words, 1).pop(),
    }
}

/// The first users that wait, in the order in which one worker takes them.
pub fn next_users(tenant: &Tenant, words: Words, most: usize) -> Vec<NextUser> {
    let runs = tenant.queue(most, most);
    let users = runs.iter().flat_map(|run| run.remaining.iter().map(|user| (*user, run.target)));
    users
        .take(most)
        .map(|(user, run)| NextUser { person: read::person(tenant, user), run: run_words(tenant, words, run) })
        .collect()
}

/// What the next steps come to, tried on a copy: whom they take in which run, and the outcome.
fn foresee(tenant: &Tenant, words: Words) -> Vec<(RunTarget, UserId, Status)> {
    let mut copy = tenant.clone();
    let mut foreseen = Vec::new();
    for number in 0..FORESEEN {
        let before = Before::of(&copy);
        let Some(outcome) = copy.step() else { break };
        let status = StepRecord::new(&before, &copy, number, &outcome).view(words).outcome;
        // Whom another worker puts off is taken again.
        let taken = outcome.taken.iter().filter(|taken| !taken.put_off);
        foreseen.extend(taken.map(|taken| (taken.run, taken.user, status.clone())));
    }
    foreseen
}

fn run_view(tenant: &Tenant, words: Words, run: QueuedRun, foreseen: &[(RunTarget, UserId, Status)]) -> RunView {
    let all = run.taken + run.left;
    let state = match (run.target, run.started) {
        (RunTarget::Group(_) | RunTarget::Members(_), true) => {
            words.run_goes_on(words.processing_state(ProcessingState::ProcessingInProgress), run.taken, all)
        }
        (RunTarget::Group(_) | RunTarget::Members(_), false) => {
            words.processing_state(ProcessingState::QueuedForProcessing).to_string()
        }
        (RunTarget::User(_), _) => words.text(Text::ALL_GROUPS_OF_THE_USER).to_string(),
    };
    let queued = |user: UserId| QueuedUser {
        person: read::person(tenant, user),
        foreseen: foreseen
            .iter()
            .find(|(target, who, _)| (*target, *who) == (run.target, user))
            .map(|(.., status)| Status { word: words.foreseen(&status.word), ..status.clone() }),
    };
    RunView {
        of: match run.target {
            RunTarget::User(user) => RunOf::User(read::person(tenant, user)),
            RunTarget::Group(group) => RunOf::Group(read::group_name(tenant, group)),
            RunTarget::Members(group) => RunOf::Rule(read::group_name(tenant, group)),
        },
        started: run.started,
        users: run.remaining.iter().map(|user| queued(*user)).collect(),
        is_next: false,
        more: run.left.saturating_sub(USERS),
        state,
    }
}

fn run_words(tenant: &Tenant, words: Words, run: RunTarget) -> String {
    match run {
        RunTarget::User(_) => words.text(Text::USER_RUN).to_string(),
        RunTarget::Group(group) => words.run_of_group(&tenant.group_name(group)),
        RunTarget::Members(group) => words.run_of_rule(&tenant.group_name(group)),
    }
}

//! What a step of the background did. It is kept as it was right after the step, and worded when it is shown.

use std::collections::BTreeSet;

use licensing_core::order::collect_few;
use licensing_core::{PathRow, StepOutcome, Tenant};
use licensing_model::snapshot::RunTarget;
use licensing_model::{AssignmentError, AssignmentState, Path, UserId};
use licensing_wording::{Text, Words};

use crate::checks::{self, CheckView};
use crate::icon::Icon;
use crate::names::PersonName;
use crate::read;
use crate::route::WhyTarget;
use crate::status::{Headings, Status, Tone};

/// A step that was taken, in no language yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepRecord {
    number: usize,
    taken: Vec<Taken>,
    result: StepResult,
    changes: Vec<RowChange>,
}

/// A path that the step was about, before and after it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct RowChange {
    user: UserId,
    product: String,
    /// The group that the path comes from.
    group: String,
    before: Option<Held>,
    after: Option<Held>,
}

/// What a path holds.
type Held = (AssignmentState, AssignmentError, Headings);

/// The paths of those whom the next step takes, before it.
#[derive(Clone, Debug, Default)]
pub struct Before(Vec<(UserId, Vec<PathRow>)>);

impl Before {
    /// The paths as they are before a step: each worker takes the first user of a run of its own (R2.3).
    pub fn of(tenant: &Tenant) -> Before {
        let runs = tenant.queue(usize::from(tenant.worker_count()), 1);
        let users = runs.iter().filter_map(|run| run.remaining.first());
        Before(users.map(|user| (*user, tenant.paths(*user))).collect())
    }
}

/// What came of a step, in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepKind {
    /// Licenses were given or taken.
    Applied,
    /// A check failed.
    Failed,
    /// Everything was as it should be.
    NoChange,
    /// Another worker had the user.
    PutOff,
    /// Many steps at once.
    Many,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Taken {
    person: PersonName,
    run: TakenBy,
    /// Another worker had the user (R2.3).
    put_off: bool,
}

/// The run that took a user, with the name of its group.
#[derive(Clone, Debug, PartialEq, Eq)]
enum TakenBy {
    User,
    Group(String),
    Rule(String),
}

/// What came of it, with the names of products.
#[derive(Clone, Debug, PartialEq, Eq)]
enum StepResult {
    Failed {
        error: AssignmentError,
        headings: Headings,
        products: Vec<String>,
        /// The first path that failed.
        why: WhyTarget,
    },
    PutOff,
    NoChange,
    TakenAway,
    /// A rule let the user join its group, or leave it (R17).
    Joined,
    Left,
    Applied(Vec<String>),
    /// Many steps at once, of which nothing is said but their number.
    Many(usize),
}

/// A step that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepView {
    /// Which moment of the history it is.
    pub number: usize,
    /// Who was taken, and in which run.
    pub taken: Vec<TakenView>,
    /// What came of it.
    pub outcome: Status,
    /// What else is to be said.
    pub detail: String,
    /// What failed first, to be explained.
    pub why: Option<WhyTarget>,
}

impl StepView {
    /// Who was taken and what came of it, and nothing else.
    pub fn short(&self, words: Words) -> String {
        let who: Vec<String> = self.taken.iter().map(|taken| taken.person.name.clone()).collect();
        match who.as_slice() {
            [] => self.outcome.word.clone(),
            who => words.who_what(&words.list(who), &self.outcome.word),
        }
    }
}

/// A user whom a step took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenView {
    /// Who.
    pub person: PersonName,
    /// In which run.
    pub run: String,
    /// Where another worker had the user: the exception by its name, and that nothing has to be done.
    pub put_off: Option<String>,
}

/// What the audit log calls it when two workers collide (R2.3).
pub const CONCURRENCY: &str = "LicenseAssignmentAttributeConcurrencyException";

impl StepRecord {
    /// What the step did that is this moment of the history, in the tenant as it is right after it.
    pub fn new(before: &Before, tenant: &Tenant, number: usize, outcome: &StepOutcome) -> StepRecord {
        let taken = outcome.taken.iter().map(|taken| Taken {
            person: read::person(tenant, taken.user),
            run: match taken.run {
                RunTarget::User(_) => TakenBy::User,
                RunTarget::Group(group) => TakenBy::Group(tenant.group_name(group)),
                RunTarget::Members(group) => TakenBy::Rule(tenant.group_name(group)),
            },
            put_off: taken.put_off,
        });
        let changes = changes_of(before, tenant, outcome);
        StepRecord { number, taken: taken.collect(), result: result_of(tenant, outcome), changes }
    }

    /// So many steps that were taken at full speed, as one moment of the history.
    pub fn many(number: usize, steps: usize) -> StepRecord {
        StepRecord { number, taken: Vec::new(), result: StepResult::Many(steps), changes: Vec::new() }
    }

    /// Which moment of the history it is.
    pub fn number(&self) -> usize {
        self.number
    }

    /// What came of it, in one word.
    pub fn kind(&self) -> StepKind {
        match self.result {
            StepResult::Failed { .. } => StepKind::Failed,
            StepResult::PutOff => StepKind::PutOff,
            StepResult::NoChange => StepKind::NoChange,
            StepResult::TakenAway | StepResult::Joined | StepResult::Left | StepResult::Applied(_) => StepKind::Applied,
            StepResult::Many(_) => StepKind::Many,
        }
    }

    /// Who was taken and what came of it, in a few words.
    pub fn outcome(&self, words: Words) -> String {
        let (outcome, detail) = self.result.words(words);
        let who: Vec<String> = self.taken.iter().map(|taken| taken.person.name.clone()).collect();
        let what = match detail.as_str() {
            "" => outcome.word,
            detail => words.with_detail(&outcome.word, detail),
        };
        match who.as_slice() {
            [] => what,
            who => words.who_what(&words.list(who), &what),
        }
    }

    /// The step in words.
    pub fn view(&self, words: Words) -> StepView {
        // Where all were put off, the outcome says so already.
        let some_put_off = self.taken.iter().any(|taken| taken.put_off) && self.result != StepResult::PutOff;
        let taken = self.taken.iter().map(|taken| TakenView {
            person: taken.person.clone(),
            run: match &taken.run {
                TakenBy::User => words.text(Text::USER_RUN).to_string(),
                TakenBy::Group(group) => words.run_of_group(group),
                TakenBy::Rule(group) => words.run_of_rule(group),
            },
            put_off: (some_put_off && taken.put_off).then(|| words.taken_put_off(CONCURRENCY)),
        });
        let (outcome, detail) = self.result.words(words);
        let why = match self.result {
            StepResult::Failed { why, .. } => Some(why),
            _ => None,
        };
        StepView { number: self.number, taken: taken.collect(), outcome, detail, why }
    }
}

/// The paths of the runs that the step was about, each before and after it.
fn changes_of(before: &Before, tenant: &Tenant, outcome: &StepOutcome) -> Vec<RowChange> {
    let mut changes = Vec::new();
    for taken in outcome.taken.iter().filter(|taken| !taken.put_off) {
        let Some((user, rows)) = before.0.iter().find(|(user, _)| *user == taken.user) else { continue };
        let headings = Headings::of(tenant, *user);
        let now = tenant.paths(*user);
        let paths: BTreeSet<_> = collect_few(rows.iter().chain(&now).map(|row| (row.path, row.product)));
        for (path, product) in paths {
            let Path::Group(group) = path else { continue };
            let is_about = match taken.run {
                RunTarget::User(_) => true,
                RunTarget::Group(of) => of == group,
                RunTarget::Members(_) => false,
            };
            if is_about {
                let held = |rows: &[PathRow]| {
                    let row = rows.iter().find(|row| (row.path, row.product) == (path, product));
                    row.map(|row| (row.state, row.error, headings))
                };
                changes.push(RowChange {
                    user: *user,
                    product: read::product_name(tenant, product).name,
                    group: tenant.group_name(group),
                    before: held(rows),
                    after: held(&now),
                });
            }
        }
    }
    changes
}

fn result_of(tenant: &Tenant, outcome: &StepOutcome) -> StepResult {
    let mut failures = Vec::new();
    let mut given = Vec::new();
    for taken in outcome.taken.iter().filter(|taken| !taken.put_off) {
        for row in tenant.paths(taken.user) {
            let concerns = match (taken.run, row.path) {
                (RunTarget::Group(group), Path::Group(of)) => group == of,
                (RunTarget::User(_), Path::Group(_)) => true,
                (RunTarget::Members(_), _) | (_, Path::Direct) => false,
            };
            let product = read::product_name(tenant, row.product).name;
            if concerns && !matches!(row.error, AssignmentError::None | AssignmentError::Other) {
                failures.push((row.error, read::why(taken.user, &row), product));
            } else if concerns && row.state == AssignmentState::Active {
                given.push(product);
            }
        }
    }
    if let Some((error, why, _)) = failures.first() {
        let (error, why, headings) = (*error, *why, Headings::of(tenant, why.user));
        let products = failures.into_iter().map(|(.., name)| name).collect();
        return StepResult::Failed { error, headings, products, why };
    }
    if outcome.taken.iter().all(|taken| taken.put_off) {
        return StepResult::PutOff;
    }
    let moved = outcome.taken.iter().find_map(|taken| match taken.run {
        RunTarget::Members(group) => Some(tenant.groups_of(taken.user).any(|of| of == group)),
        RunTarget::User(_) | RunTarget::Group(_) => None,
    });
    match moved {
        Some(true) => return StepResult::Joined,
        Some(false) => return StepResult::Left,
        None => {}
    }
    if !outcome.taken.iter().any(|taken| taken.changed) {
        return StepResult::NoChange;
    }
    if given.is_empty() {
        return StepResult::TakenAway;
    }
    given.dedup();
    StepResult::Applied(given)
}

impl StepResult {
    fn words(&self, words: Words) -> (Status, String) {
        let said =
            |tone, icon, word, detail| (Status::new(tone, icon, words.text(word)), words.text(detail).to_string());
        match self {
            StepResult::Failed { error, headings, products, .. } => {
                let failed = Status { tone: Tone::Error, ..Status::of_error(words, *headings, *error) };
                (failed, words.list(products))
            }
            StepResult::PutOff => said(Tone::Wait, Icon::Wait, Text::PUT_OFF, Text::PUT_OFF_WHY),
            StepResult::NoChange => said(Tone::Neutral, Icon::Off, Text::NO_CHANGE, Text::NO_CHANGE_WHY),
            StepResult::TakenAway => said(Tone::Ok, Icon::Ok, Text::TAKEN_AWAY, Text::TAKEN_AWAY_WHY),
            StepResult::Joined => said(Tone::Ok, Icon::Ok, Text::JOINED_BY_RULE, Text::BY_RULE_WHY),
            StepResult::Left => said(Tone::Ok, Icon::Ok, Text::LEFT_BY_RULE, Text::BY_RULE_WHY),
            StepResult::Applied(products) => {
                (Status::new(Tone::Ok, Icon::Ok, words.text(Text::APPLIED)), words.list(products))
            }
            StepResult::Many(steps) => {
                let status = Status::new(Tone::Neutral, Icon::Play, words.count_steps(*steps));
                (status, words.text(Text::AT_FULL_SPEED).to_string())
            }
        }
    }
}

/// A step as one sentence, to be read aloud; `waiting` are the steps that wait, if any do.
pub fn step_sentence(words: Words, view: &StepView, waiting: Option<usize>) -> String {
    let who: Vec<String> = view.taken.iter().map(|taken| taken.person.name.clone()).collect();
    let outcome = match view.detail.as_str() {
        "" => view.outcome.word.clone(),
        detail => words.with_detail(&view.outcome.word, detail),
    };
    let left = match waiting {
        None => words.text(Text::NOTHING_WAITS).to_string(),
        Some(steps) => words.steps_wait(steps),
    };
    words.step_done(view.number, &words.list(&who), &outcome, &left)
}

/// A step in detail: what the checks said, and the paths before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepDetail {
    /// The five checks in the order of the engine (R4.3); none where nothing was to be changed.
    pub checks: Vec<CheckView>,
    /// The paths that the step was about.
    pub changes: Vec<ChangeView>,
}

/// One path before and after a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeView {
    /// Whose.
    pub user: UserId,
    /// Which product.
    pub product: String,
    /// Through which group.
    pub group: String,
    /// How it was.
    pub before: Status,
    /// How it is.
    pub after: Status,
    /// Whether the two differ.
    pub differs: bool,
}

/// What a step did, in detail.
pub fn detail(words: Words, record: &StepRecord) -> StepDetail {
    let status = |held: &Option<Held>| match held {
        Some((state, error, headings)) => Status::of_path(words, *headings, *state, *error),
        None => Status::new(Tone::Neutral, Icon::Off, words.text(Text::NOT_YET)),
    };
    let changes = record.changes.iter().map(|change| ChangeView {
        user: change.user,
        product: change.product.clone(),
        group: change.group.clone(),
        before: status(&change.before),
        after: status(&change.after),
        differs: change.before != change.after,
    });
    StepDetail { checks: checks(words, &record.result), changes: changes.collect() }
}

fn checks(words: Words, result: &StepResult) -> Vec<CheckView> {
    match result {
        StepResult::Failed { error, .. } => checks::of_step(words, Some(*error)),
        StepResult::Applied(_) | StepResult::TakenAway => checks::of_step(words, None),
        StepResult::NoChange | StepResult::PutOff | StepResult::Joined | StepResult::Left | StepResult::Many(_) => {
            Vec::new()
        }
    }
}

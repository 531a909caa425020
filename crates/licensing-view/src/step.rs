//! What a step of the background did. It is kept as it was right after the step, and worded when it is shown.

use licensing_core::{StepOutcome, Tenant};
use licensing_model::snapshot::RunTarget;
use licensing_model::{AssignmentError, AssignmentState, Path, RuleSet};
use licensing_wording::{Text, Words};

use crate::icon::Icon;
use crate::names::PersonName;
use crate::processing::NextUser;
use crate::read;
use crate::shell::Waiting;
use crate::status::{Status, Tone};

/// A step that was taken, in no language yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepRecord {
    number: usize,
    taken: Vec<Taken>,
    result: StepResult,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Taken {
    person: PersonName,
    /// The name of the group whose run it was; none for a run of the user.
    group: Option<String>,
}

/// What came of it, with the names of products.
#[derive(Clone, Debug, PartialEq, Eq)]
enum StepResult {
    Failed {
        error: AssignmentError,
        rules: RuleSet,
        products: Vec<String>,
    },
    PutOff,
    NoChange,
    TakenAway,
    Applied(Vec<String>),
    /// Many steps at once, of which nothing is said but their number.
    Many(usize),
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

impl StepRecord {
    /// What the step with this number did, in the tenant as it is right after it.
    pub fn new(tenant: &Tenant, number: usize, outcome: &StepOutcome) -> StepRecord {
        let taken = outcome.taken.iter().map(|taken| Taken {
            person: read::person(tenant, taken.user),
            group: match taken.run {
                RunTarget::User(_) => None,
                RunTarget::Group(group) => Some(tenant.group_name(group)),
            },
        });
        StepRecord { number, taken: taken.collect(), result: result_of(tenant, outcome) }
    }

    /// So many steps that were taken at full speed, the last of which has this number.
    pub fn many(number: usize, steps: usize) -> StepRecord {
        StepRecord { number, taken: Vec::new(), result: StepResult::Many(steps) }
    }

    /// Its running number.
    pub fn number(&self) -> usize {
        self.number
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
        let taken = self.taken.iter().map(|taken| NextUser {
            person: taken.person.clone(),
            run: match &taken.group {
                None => words.text(Text::USER_RUN).to_string(),
                Some(group) => words.run_of_group(group),
            },
        });
        let (outcome, detail) = self.result.words(words);
        StepView { number: self.number, taken: taken.collect(), outcome, detail }
    }
}

fn result_of(tenant: &Tenant, outcome: &StepOutcome) -> StepResult {
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
        let (error, rules) = (*error, tenant.rules());
        return StepResult::Failed { error, rules, products: failures.into_iter().map(|(_, name)| name).collect() };
    }
    if outcome.taken.iter().all(|taken| taken.put_off) {
        return StepResult::PutOff;
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
            StepResult::Failed { error, rules, products } => {
                let failed = Status { tone: Tone::Error, ..Status::of_error(words, *rules, *error) };
                (failed, words.list(products))
            }
            StepResult::PutOff => said(Tone::Wait, Icon::Wait, Text::PUT_OFF, Text::PUT_OFF_WHY),
            StepResult::NoChange => said(Tone::Neutral, Icon::Off, Text::NO_CHANGE, Text::NO_CHANGE_WHY),
            StepResult::TakenAway => said(Tone::Ok, Icon::Ok, Text::TAKEN_AWAY, Text::TAKEN_AWAY_WHY),
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

/// A step as one sentence, to be read aloud.
pub fn step_sentence(words: Words, view: &StepView, waiting: &Waiting) -> String {
    let who: Vec<String> = view.taken.iter().map(|taken| taken.person.name.clone()).collect();
    let outcome = match view.detail.as_str() {
        "" => view.outcome.word.clone(),
        detail => words.with_detail(&view.outcome.word, detail),
    };
    let left = match waiting.is_idle() {
        true => words.text(Text::NOTHING_WAITS).to_string(),
        false => words.steps_wait(waiting.users),
    };
    words.step_done(view.number, &words.list(&who), &outcome, &left)
}

//! A status: an icon, a word and a tone. The word alone is enough.

use licensing_core::Tenant;
use licensing_model::{AssignmentError, AssignmentState, ProcessingState, RuleSet, UserId};
use licensing_wording::{Text, UsageLocation, Words};

use crate::icon::Icon;

/// The color of a status; never its only sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tone {
    /// In force, done.
    Ok,
    /// Failed.
    Error,
    /// In force, last change failed.
    Warning,
    /// To come.
    Wait,
    /// Nothing to say.
    Neutral,
}

/// What is shown of a state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// The color.
    pub tone: Tone,
    /// The drawing.
    pub icon: Icon,
    /// The word.
    pub word: String,
    /// Microsoft's own word, where the word above is another.
    pub code: Option<&'static str>,
}

/// Under which headings the errors of a user are shown: those of the rule set, as far as they fit the user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Headings {
    rules: RuleSet,
    location: UsageLocation,
}

impl Headings {
    /// The headings for a user of the tenant.
    pub fn of(tenant: &Tenant, user: UserId) -> Headings {
        Headings { rules: tenant.rules(), location: UsageLocation::of(tenant, user) }
    }

    /// The headings of a rule set, where no one user is meant.
    pub const fn of_rules(rules: RuleSet) -> Headings {
        Headings { rules, location: UsageLocation::NotSet }
    }

    /// The heading of an error; empty where there is no error.
    pub fn word(self, words: Words, error: AssignmentError) -> &'static str {
        words.heading(error, self.rules, self.location)
    }
}

impl Status {
    /// A status without a code.
    pub fn new(tone: Tone, icon: Icon, word: impl Into<String>) -> Status {
        Status { tone, icon, word: word.into(), code: None }
    }

    /// The status of a path: the error's heading where it failed, else the state.
    pub fn of_path(words: Words, headings: Headings, state: AssignmentState, error: AssignmentError) -> Status {
        let heading = headings.word(words, error);
        let (tone, icon) = match (state, error) {
            (AssignmentState::Active, _) => (Tone::Ok, Icon::Ok),
            (AssignmentState::Disabled, AssignmentError::None) => (Tone::Neutral, Icon::Off),
            (AssignmentState::Error, AssignmentError::Other) => {
                return Status::new(Tone::Neutral, Icon::Shadow, heading);
            }
            (AssignmentState::Error, _) => return Status::of_error(words, headings, error),
            (AssignmentState::ActiveWithError | AssignmentState::Disabled, _) => {
                let word = words.state_with_heading(words.assignment_state(state), heading);
                return Status { tone: Tone::Warning, icon: Icon::Warning, word, code: Some(error.name()) };
            }
        };
        Status::of_value(tone, icon, words.assignment_state(state), state.name())
    }

    /// A state by its word, with Microsoft's own word where that is another.
    pub fn of_value(tone: Tone, icon: Icon, word: &str, value: &'static str) -> Status {
        Status { code: (word != value).then_some(value), ..Status::new(tone, icon, word) }
    }

    /// An error as a reason, by its heading.
    pub fn of_error(words: Words, headings: Headings, error: AssignmentError) -> Status {
        let heading = headings.word(words, error);
        let tone = if error == AssignmentError::Other { Tone::Neutral } else { Tone::Error };
        Status { tone, icon: icon_of(error), word: heading.to_string(), code: Some(error.name()) }
    }

    /// `licenseProcessingState` of a group.
    pub fn of_processing(words: Words, state: Option<ProcessingState>) -> Status {
        let Some(state) = state else {
            return Status::new(Tone::Neutral, Icon::Off, words.text(Text::NEVER_LICENSED));
        };
        let (tone, icon) = match state {
            ProcessingState::ProcessingComplete => (Tone::Ok, Icon::Ok),
            ProcessingState::QueuedForProcessing | ProcessingState::ProcessingInProgress => (Tone::Wait, Icon::Wait),
        };
        Status::of_value(tone, icon, words.processing_state(state), state.name())
    }
}

/// Each error has one drawing, wherever it appears.
pub const fn icon_of(error: AssignmentError) -> Icon {
    match error {
        AssignmentError::None => Icon::Ok,
        AssignmentError::ProhibitedInUsageLocationViolation => Icon::Pin,
        AssignmentError::CountViolation => Icon::Seat,
        AssignmentError::MutuallyExclusiveViolation => Icon::Clash,
        AssignmentError::DependencyViolation => Icon::Link,
        AssignmentError::UniquenessViolation => Icon::Mail,
        AssignmentError::Other => Icon::Shadow,
    }
}

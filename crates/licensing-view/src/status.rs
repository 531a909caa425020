//! A status: an icon, a word and a tone. The word alone is enough.

use licensing_model::{AssignmentError, AssignmentState, ProcessingState, RuleSet};
use licensing_wording::{Text, Words};

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

impl Status {
    /// A status without a code.
    pub fn new(tone: Tone, icon: Icon, word: impl Into<String>) -> Status {
        Status { tone, icon, word: word.into(), code: None }
    }

    /// The status of a path: the error's heading under `rules` where it failed, else the state.
    pub fn of_path(words: Words, rules: RuleSet, state: AssignmentState, error: AssignmentError) -> Status {
        let heading = words.heading(error, rules);
        let (tone, icon) = match (state, error) {
            (AssignmentState::Active, _) => (Tone::Ok, Icon::Ok),
            (AssignmentState::Disabled, AssignmentError::None) => (Tone::Neutral, Icon::Off),
            (AssignmentState::Error, AssignmentError::Other) => {
                return Status::new(Tone::Neutral, Icon::Shadow, heading);
            }
            (AssignmentState::Error, _) => return Status::of_error(words, rules, error),
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

    /// An error as a reason, by its heading under `rules`.
    pub fn of_error(words: Words, rules: RuleSet, error: AssignmentError) -> Status {
        let heading = words.heading(error, rules);
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

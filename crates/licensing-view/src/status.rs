//! A status: an icon, a word and a tone. The word alone is enough.

use licensing_model::{AssignmentError, AssignmentState, ProcessingState};

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

    /// The status of a path: the error's heading where it failed, else the state.
    pub fn of_path(state: AssignmentState, error: AssignmentError, heading: &str) -> Status {
        match (state, error) {
            (AssignmentState::Active, _) => Status::new(Tone::Ok, Icon::Ok, state.name()),
            (AssignmentState::Disabled, AssignmentError::None) => Status::new(Tone::Neutral, Icon::Off, state.name()),
            (AssignmentState::Error, AssignmentError::Other) => Status::new(Tone::Neutral, Icon::Shadow, heading),
            (AssignmentState::Error, _) => {
                Status { tone: Tone::Error, icon: icon_of(error), word: heading.to_string(), code: Some(error.name()) }
            }
            (AssignmentState::ActiveWithError | AssignmentState::Disabled, _) => Status {
                tone: Tone::Warning,
                icon: Icon::Warning,
                word: format!("{}: {heading}", state.name()),
                code: Some(error.name()),
            },
        }
    }

    /// An error as a reason.
    pub fn of_error(error: AssignmentError, heading: &str) -> Status {
        let tone = if error == AssignmentError::Other { Tone::Neutral } else { Tone::Error };
        Status { tone, icon: icon_of(error), word: heading.to_string(), code: Some(error.name()) }
    }

    /// `licenseProcessingState` of a group.
    pub fn of_processing(state: Option<ProcessingState>) -> Status {
        match state {
            None => Status::new(Tone::Neutral, Icon::Off, "Never licensed"),
            Some(state @ ProcessingState::ProcessingComplete) => Status::new(Tone::Ok, Icon::Ok, state.name()),
            Some(state) => Status::new(Tone::Wait, Icon::Wait, state.name()),
        }
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

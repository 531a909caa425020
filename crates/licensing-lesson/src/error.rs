//! What can be wrong with the file of a lesson.

use licensing_scenario::ScenarioError;

/// A file that is not the lesson it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LessonError {
    /// The file, as the caller named it.
    pub file: String,
    /// The line, from 1; 0 where no line is at fault.
    pub line: u32,
    /// The field, such as `goals[2].check`; empty where it is the whole file.
    pub field: String,
    /// What is wrong, in one sentence.
    pub what: String,
}

impl std::fmt::Display for LessonError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.file)?;
        if self.line > 0 {
            write!(f, ", line {}", self.line)?;
        }
        if !self.field.is_empty() {
            write!(f, ", `{}`", self.field)?;
        }
        write!(f, ": {}", self.what)
    }
}

impl std::error::Error for LessonError {}

/// A fault before the file is known: the field, and what is wrong there.
#[derive(Clone, Debug)]
pub(crate) struct Fault {
    field: String,
    error: ScenarioError,
}

impl Fault {
    /// The fault stands inside this field.
    fn inside(mut self, outer: &str) -> Fault {
        self.field = match self.field.as_str() {
            "" => outer.to_string(),
            inner if inner.starts_with('[') => format!("{outer}{inner}"),
            inner => format!("{outer}.{inner}"),
        };
        self
    }

    /// The fault of a file.
    pub(crate) fn in_file(self, file: &str) -> LessonError {
        let (line, what) = match self.error {
            ScenarioError::Text { line, what } => (line, what),
            other => (0, other.to_string()),
        };
        LessonError { file: file.to_string(), line, field: self.field, what }
    }
}

impl From<ScenarioError> for Fault {
    fn from(error: ScenarioError) -> Fault {
        Fault { field: String::new(), error }
    }
}

/// Says in which field a fault stands.
pub(crate) trait InField<T> {
    /// The same, with the field in front.
    fn within(self, field: &str) -> Result<T, Fault>;
}

impl<T, E: Into<Fault>> InField<T> for Result<T, E> {
    fn within(self, field: &str) -> Result<T, Fault> {
        self.map_err(|error| error.into().inside(field))
    }
}

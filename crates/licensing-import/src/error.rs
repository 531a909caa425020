//! What is wrong with a file. Nothing was changed by an import that ends with one of these.

use core::fmt;
use std::sync::Arc;

use licensing_core::state::StateError;
use licensing_wording::Words;

/// A file cannot be imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportError {
    /// Where.
    pub place: Place,
    /// The value, as a path within the file: `users[17].licenseAssignmentStates[0].skuId`. Empty for the file itself.
    pub field: String,
    /// What is wrong with it.
    pub fault: Fault,
}

/// A line of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The name of the file, or of a pasted text.
    pub file: Arc<str>,
    /// The line, from 1.
    pub line: u32,
}

/// What can be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is not JSON here.
    Syntax,
    /// The file ends before its JSON does.
    Truncated,
    /// It is a table of values with separators between them.
    Csv,
    /// The text is neither UTF-8 nor UTF-16 with its mark.
    NotUtf8,
    /// Something else stands where this was expected.
    Expected {
        /// What was expected.
        wanted: Wanted,
        /// What stands there.
        found: Found,
    },
    /// Graph has no null here.
    Null,
    /// A property that must be there is not.
    Missing(&'static str),
    /// A property stands twice in one object.
    RepeatedProperty(String),
    /// Something that can be there once is there a second time.
    Repeated {
        /// What.
        what: Unique,
        /// The id or the name that is there twice.
        value: String,
        /// Where it stands first.
        first: Option<Place>,
    },
    /// A group is a member of itself, directly or through other groups.
    Cycle,
    /// A text is longer than it may be.
    TooLong {
        /// The most, in characters.
        most: usize,
    },
    /// More than is taken.
    TooMany {
        /// Of what.
        what: Counted,
        /// The most.
        most: u64,
    },
    /// Lists and objects stand in each other more than this deep.
    TooDeep {
        /// The most.
        most: usize,
    },
    /// One record is larger than is taken.
    TooLarge,
    /// Nothing tells what the file is a list of.
    Unrecognized,
    /// Graph answers this, but it is not imported.
    NotImported(String),
    /// The file is an error that Graph answered.
    GraphError(String),
    /// Members are listed, and nothing tells of which group.
    WhoseMembers,
    /// The bundle is of a newer version of this program.
    Newer {
        /// Its version.
        version: u64,
    },
    /// The file has no records and no name of a collection.
    Empty,
    /// The file cannot be read at all: it was changed or taken away meanwhile.
    Unreadable,
    /// The engine refused what was made of the files: a mistake of this program.
    State(StateError),
}

/// What a value is, short enough to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// `true` or `false`.
    Flag(bool),
    /// A number, as it is written.
    Number(String),
    /// A text.
    Text(String),
    /// A list.
    List,
    /// An object.
    Object,
}

/// What a value should have been.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A text.
    Text,
    /// `true` or `false`.
    Flag,
    /// A whole number from 0 on.
    Count,
    /// A GUID.
    Guid,
    /// A date with a time, as Graph writes it.
    Moment,
    /// Two letters.
    Country,
    /// A list.
    List,
    /// An object.
    Object,
    /// A list, or an answer of Graph with one.
    Collection,
    /// A userPrincipalName.
    PrincipalName,
    /// A domain.
    Domain,
    /// One of Graph's four states of an assignment.
    AssignmentState,
    /// One of Graph's states of processing.
    ProcessingState,
    /// `2019` or `today`.
    RuleSet,
    /// The name of the bundle's format.
    BundleFormat,
}

/// What can be there once only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unique {
    /// An id of a user, a group or a contact.
    Id,
    /// The userPrincipalName of a user that is not deleted.
    PrincipalName,
    /// A member of a group.
    Member,
    /// A product among those of the tenant, of a group or of a user's path.
    Product,
    /// A plan in a list of plans.
    Plan,
    /// The organization.
    Organization,
    /// A verified domain.
    Domain,
    /// A page of a collection.
    Page,
}

/// What is counted against a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Bytes of all files.
    Bytes,
    /// Files.
    Files,
    /// Users.
    Users,
    /// Groups.
    Groups,
    /// Members of groups.
    Members,
    /// License assignment states.
    States,
    /// Contacts.
    Contacts,
    /// Events.
    Events,
    /// Products.
    Products,
    /// Units of a product.
    Units,
    /// Paths that are looked at until all groups are processed.
    Paths,
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Words::english()))
    }
}

impl core::error::Error for ImportError {}

/// An error whose file is not known yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    pub(crate) line: u32,
    pub(crate) field: String,
    pub(crate) fault: Fault,
}

impl Problem {
    /// The same, with the path of the value in which it was found.
    pub(crate) fn below(mut self, path: &str) -> Problem {
        let dot = if path.is_empty() || self.field.is_empty() || self.field.starts_with('[') { "" } else { "." };
        self.field = format!("{path}{dot}{}", self.field);
        self
    }

    /// The error, in this file.
    pub(crate) fn in_file(self, file: &Arc<str>) -> Box<ImportError> {
        let Problem { line, field, fault } = self;
        Box::new(ImportError { place: Place { file: file.clone(), line }, field, fault })
    }
}

/// A value that was found, short enough to be shown in a message.
pub(crate) fn brief(text: &str) -> String {
    const LONGEST: usize = 60;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_names_file_line_and_field() {
        let error = ImportError {
            place: Place { file: "users.json".into(), line: 1_234 },
            field: "users[17].licenseAssignmentStates[0].skuId".to_string(),
            fault: Fault::Expected { wanted: Wanted::Guid, found: Found::Number("5".to_string()) },
        };
        let place = "users.json, line 1,234: users[17].licenseAssignmentStates[0].skuId: ";
        assert_eq!(error.to_string(), format!("{place}expected a GUID, found the number 5"));
        let place = "users.json, regel 1.234: users[17].licenseAssignmentStates[0].skuId: ";
        assert_eq!(error.say(Words::dutch()), format!("{place}een GUID verwacht, het getal 5 gevonden"));
    }
}

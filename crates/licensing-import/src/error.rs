//! What is wrong with a file. Nothing was changed by an import that ends with one of these.

use core::fmt;
use std::sync::Arc;

use licensing_core::state::StateError;

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
    /// The text is not UTF-8.
    NotUtf8,
    /// Something else stands where this was expected.
    Expected {
        /// What was expected.
        wanted: Wanted,
        /// What stands there, short enough to show.
        found: String,
    },
    /// Graph has no null here.
    Null,
    /// A property that must be there is not.
    Missing(&'static str),
    /// A property that no such resource of Graph has.
    UnknownProperty {
        /// Its name.
        name: String,
        /// The resource.
        resource: &'static str,
        /// The name that was probably meant.
        instead: Option<&'static str>,
    },
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
    /// The engine refused what was made of the files: a mistake of this program.
    State(StateError),
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
}

impl Wanted {
    /// In words.
    pub const fn words(self) -> &'static str {
        match self {
            Wanted::Text => "a text",
            Wanted::Flag => "true or false",
            Wanted::Count => "a whole number from 0 on",
            Wanted::Guid => "a GUID",
            Wanted::Moment => "a date and time such as 2019-11-08T09:00:00Z",
            Wanted::Country => "a country of two letters",
            Wanted::List => "a list",
            Wanted::Object => "an object",
            Wanted::Collection => "a list, or an answer of Graph with one",
            Wanted::PrincipalName => "a userPrincipalName such as name@contoso.com",
            Wanted::Domain => "a domain such as contoso.com",
            Wanted::AssignmentState => "Active, ActiveWithError, Disabled or Error",
            Wanted::ProcessingState => "QueuedForProcessing, ProcessingInProgress or ProcessingComplete",
            Wanted::RuleSet => "2019 or today",
            Wanted::BundleFormat => "the name of the bundle's format",
        }
    }
}

impl Unique {
    /// In words.
    pub const fn words(self) -> &'static str {
        match self {
            Unique::Id => "the id",
            Unique::PrincipalName => "the userPrincipalName",
            Unique::Member => "the member",
            Unique::Product => "the product",
            Unique::Plan => "the service plan",
            Unique::Organization => "the organization",
            Unique::Domain => "the domain",
            Unique::Page => "the page",
        }
    }
}

impl Counted {
    /// In words.
    pub const fn words(self) -> &'static str {
        match self {
            Counted::Bytes => "bytes",
            Counted::Files => "files",
            Counted::Users => "users",
            Counted::Groups => "groups",
            Counted::Members => "members of groups",
            Counted::States => "license assignment states",
            Counted::Contacts => "contacts",
            Counted::Events => "events of the audit log",
            Counted::Products => "products",
            Counted::Units => "units of one product",
        }
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.place)?;
        if !self.field.is_empty() {
            write!(f, "{}: ", self.field)?;
        }
        self.fault.fmt(f)
    }
}

impl core::error::Error for ImportError {}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, line {}", self.file, Grouped(u64::from(self.line)))
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Syntax => f.write_str("this is not JSON"),
            Fault::Truncated => f.write_str("the file ends before its JSON does"),
            Fault::NotUtf8 => f.write_str("the text is not UTF-8; save the file as UTF-8"),
            Fault::Expected { wanted, found } => write!(f, "expected {}, found {found}", wanted.words()),
            Fault::Null => f.write_str("Graph has no null here"),
            Fault::Missing(name) => write!(f, "{name} is missing"),
            Fault::UnknownProperty { name, resource, instead } => {
                write!(f, "Graph's {resource} has no property `{name}`")?;
                instead.map_or(Ok(()), |instead| write!(f, "; it has `{instead}`"))
            }
            Fault::RepeatedProperty(name) => write!(f, "the property `{name}` stands twice in one object"),
            Fault::Repeated { what, value, first } => {
                write!(f, "{} {value} is there twice", what.words())?;
                first.as_ref().map_or(Ok(()), |first| write!(f, ", first in {first}"))
            }
            Fault::Cycle => f.write_str("the group is a member of itself"),
            Fault::TooLong { most } => write!(f, "the text is longer than {} characters", Grouped(*most as u64)),
            Fault::TooMany { what, most } => write!(f, "more than {} {}", Grouped(*most), what.words()),
            Fault::TooDeep { most } => write!(f, "lists and objects stand in each other more than {most} deep"),
            Fault::TooLarge => f.write_str("this object is too large"),
            Fault::Unrecognized => f.write_str(
                "nothing tells what this is a list of; expected an answer of Graph with its @odata.context, or a bundle",
            ),
            Fault::NotImported(what) => write!(f, "`{what}` is not imported"),
            Fault::GraphError(message) => write!(f, "this is an error that Graph answered: {message}"),
            Fault::WhoseMembers => {
                f.write_str("nothing tells whose members these are; give the file the id of their group as its name")
            }
            Fault::Newer { version } => {
                write!(f, "the bundle has version {version}, which this program does not know yet")
            }
            Fault::Empty => f.write_str("there is nothing in it"),
            Fault::State(error) => write!(f, "the engine refused what was read: {error}"),
        }
    }
}

/// A number with its thousands set apart.
pub(crate) struct Grouped(pub(crate) u64);

impl fmt::Display for Grouped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.0.to_string();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                f.write_str(",")?;
            }
            write!(f, "{digit}")?;
        }
        Ok(())
    }
}

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
            fault: Fault::Expected { wanted: Wanted::Guid, found: "a number".to_string() },
        };
        let text =
            "users.json, line 1,234: users[17].licenseAssignmentStates[0].skuId: expected a GUID, found a number";
        assert_eq!(error.to_string(), text);
    }

    #[test]
    fn thousands_are_set_apart() {
        let texts = [0, 12, 999, 1_000, 1_234_567].map(|number| Grouped(number).to_string());
        assert_eq!(texts, ["0", "12", "999", "1,000", "1,234,567"]);
    }
}

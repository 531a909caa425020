//! One JSON value, with the lines that its parts stand on.

use licensing_model::Guid;

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Node {
    /// The line that it ends on; of an object or a list, the line that it begins on.
    pub(crate) line: u32,
    pub(crate) value: Value,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    Null,
    Flag(bool),
    Number(Box<str>),
    Text(Box<str>),
    List(Vec<Node>),
    Object(Vec<(Box<str>, Node)>),
    /// A list of users and groups of which only the ids are kept, because it may be as long as the tenant.
    References(Vec<Reference>),
}

/// Another object, named by its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Reference {
    pub(crate) id: Guid,
    /// What it is, where the file says so.
    pub(crate) kind: ReferenceKind,
    pub(crate) line: u32,
}

/// What a reference leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ReferenceKind {
    /// A user or a group, or the file does not say.
    Open,
    /// A device, a contact, a service principal, a role and the like.
    Other,
}
